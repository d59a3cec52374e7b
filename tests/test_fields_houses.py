"""The names of well-known houses, in each script they are written in."""

from __future__ import annotations

import pytest

from cleaner.fields.sourcing.boilerplate import by_wording
from cleaner.fields.sourcing.houses import publishers
from cleaner.fields.sourcing.imprint import by_address
from cleaner.text import fold
from tests.labelled import document


def test_a_house_is_known_by_its_name_in_either_script() -> None:
    known = publishers()
    assert known[fold("Коммерсантъ")] == known["kommersant"] == "Коммерсантъ (Kommersant)"
    assert known["le monde"] == "Le Monde"


def test_what_stands_in_brackets_after_a_latin_name_is_no_house() -> None:
    assert "australia" not in publishers()
    assert "abc news" in publishers()


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("© Le Figaro 2024", "Le Figaro"),
        ("© 2023 Daily Example Media Ltd", "Daily Example Media"),
        ("© Rheintal-Kurier Verlag GmbH & Co. KG. Alle Rechte vorbehalten.", "Rheintal-Kurier"),
        ("© 2024 Ejemplo Noticias S.A. Todos los derechos reservados", "Ejemplo Noticias"),
        ("Copyright 2021 © Nordische Post A/S", "Nordische Post"),
        ("© ООО «Пример Медиа», 2024", "Пример Медиа"),
        ("© DPG Voorbeeld B.V. – alle rechten voorbehouden", "DPG Voorbeeld"),
        ("© Groupe Figaro 2020", "Le Figaro"),
        ("© Future Publishing Limited Quay House, The Ambury", "Future Publishing"),
        ("Copyright © 2025 Bennett, Coleman & Co. Ltd. All rights reserved", "The Times of India"),
        ("© 2025 Example Plumbing.\xa0All Rights Reserved", "Example Plumbing"),
        ("© ООО «Северный вестник», 2001-2020. Все права защищены.", "Северный вестник"),
        ("Copyright ©2025-2026 Example Post All Rights", "Example Post"),
        ("© RIPRODUZIONE RISERVATA", None),
        ("© EFE 2020. Está expresamente prohibida la redistribución", None),
    ],
)
def test_years_formulas_and_forms_of_companies_are_no_part_of_a_house(line: str, name: str | None) -> None:
    assert {c.name for c in by_wording(document(("footer", line)))} == ({name} if name else set())


@pytest.mark.parametrize(
    ("label", "line", "name"),
    [
        ("nav", "Contact\xa0\xa0Plan du site\xa0\xa0FR", None),
        ("nav", "Contact The Example Post", "The Example Post"),
        ("nav", "Contact Number", None),
        ("ad_label", "Vitamin C Only Today", None),
        ("footer", "Thank you for reading on the site. Example Post", None),
        ("related_list_item", "How to be safe while using Colorful Taper Candles in every room of the house", None),
        ("related_list_item", "The Example Post uses cookies and similar tools to understand how you read us",
         "The Example Post"),
        ("cookie_banner", "About Your Privacy", None),
        ("subscription", "SUBSCRIBE TO OUR NEWSLETTER", None),
        ("nav", "The Continental Quarterly uses cookies and similar tools", "The Continental Quarterly"),
        ("related_list_item", "Welcome to Daily Bugle", None),
    ],
)
def test_a_word_of_a_menu_is_no_house(label: str, line: str, name: str | None) -> None:
    assert {c.name for c in by_wording(document((label, line)))} == ({name} if name else set())


def test_a_postal_address_names_a_house_and_its_initials_elsewhere_confirm_it() -> None:
    line = "Département fédéral des affaires étrangères, Palais fédéral ouest, 3003 Berne"
    known = list(by_address(document(("title", "Le chef du DFAE à Genève"), ("footer", line))))
    alone = list(by_address(document(("title", "La rencontre de Genève"), ("footer", line))))
    assert [c.name for c in known] == [c.name for c in alone] == ["Département fédéral des affaires étrangères"]
    assert known[0].confidence > alone[0].confidence


@pytest.mark.parametrize("line", ["Guerre en Ukraine, 3 mai 2022", "Drei Tote, 1200 Verletzte", "Paris, 75008"])
def test_a_headline_with_a_number_is_no_postal_address(line: str) -> None:
    assert not list(by_address(document(("related_list_item", line))))


def test_the_last_line_of_a_page_is_its_copyright_unless_it_stands_beside_a_picture() -> None:
    line = ("photo_credit", "© Example Post Ltd 2024")
    body = ("body", "The two leaders met on Tuesday and agreed that their ministers would meet again.")
    assert [c.name for c in by_wording(document(body, line))] == ["Example Post"]
    assert not list(by_wording(document(body, ("caption", "The leaders in Paris"), line)))
    assert not list(by_wording(document(line, body)))
