"""Who wrote it: names out of bylines, without roles, places, addresses and the small words around them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cleaner.config import Config
from cleaner.fields.authorship import authors
from cleaner.fields.authorship.bylines import people_in
from cleaner.fields.known import Known
from cleaner.tables.rows import Evidence
from tests.labelled import codes, document

LEAD = ("lead", "The two presidents spoke about the conflict for an hour, the Kremlin said in a statement on its site.")

BYLINES = [
    ("By AFP", "en", ["AFP"]),
    ("By John Smith and Ana Díaz in Paris", "en", ["John Smith", "Ana Díaz"]),
    ("By JANE DOE and JOHN SMITH", "en", ["JANE DOE", "JOHN SMITH"]),
    ("By Jane Doe, Moscow Correspondent", "en", ["Jane Doe"]),
    ("Jane Doe in Kyiv and John Smith in Washington", "en", ["Jane Doe", "John Smith"]),
    ("By Andrew Osborn, Vladimir Soldatkin", "en", ["Andrew Osborn", "Vladimir Soldatkin"]),
    ("By Jane Doe jane.doe@paper.example @janedoe", "en", ["Jane Doe"]),
    ("By Jane Doe Oct 1, 2020 5 min read", "en", ["Jane Doe"]),
    ("Jane Doe, BBC News, Moscow", "en", ["Jane Doe"]),
    ("Reporting by Jane Doe; Editing by John Smith", "en", ["Jane Doe"]),
    ("By Reuters Staff", "en", ["Reuters"]),
    ("By JANE DOE | Associated Press", "en", ["JANE DOE"]),
    ("LE MONDE | Par Jean Dupont", "fr", ["Jean Dupont"]),
    ("By Staff Writer", "en", ["Staff Writer"]),
    ("By Ursula von der Leyen", "de", ["Ursula von der Leyen"]),
    ("By J. K. Rowling", "en", ["J. K. Rowling"]),
    ("By Jane Doe1, John Smith2", "en", ["Jane Doe", "John Smith"]),
    ("Share", "en", []),
    ("", "en", []),
    ("Par Jean Dupont, envoyé spécial à Erevan", "fr", ["Jean Dupont"]),
    ("Par Jean Dupont (à Moscou) et Anne Martin", "fr", ["Jean Dupont", "Anne Martin"]),
    ("Par Marie de La Tour et Jean-Luc Le Goff", "fr", ["Marie de La Tour", "Jean-Luc Le Goff"]),
    ("Par La rédaction avec AFP", "fr", ["La rédaction"]),
    ("Par Le Figaro avec AFP", "fr", ["Le Figaro"]),
    ("Anne Martin Publié le 1 octobre 2020 à 12h30", "fr", ["Anne Martin"]),
    ("Von Hans Müller, Berlin", "de", ["Hans Müller"]),
    ("Por Juan Pérez y María Gómez", "es", ["Juan Pérez", "María Gómez"]),
    ("Di Mario Rossi", "it", ["Mario Rossi"]),
    ("Автор: Иван Петров", "ru", ["Иван Петров"]),
]


@pytest.mark.parametrize(("text", "language", "names"), BYLINES)
def test_a_byline_gives_its_names(text: str, language: str, names: list[str]) -> None:
    assert [text[a:b] for a, b in people_in(text, language)] == names


def test_an_agency_in_the_byline_is_noted() -> None:
    made = document(("byline", "By AFP"), LEAD)
    found = authors.find(made, Config(), Known.of(made), ())
    assert (found.value, codes(found)) == (("AFP",), {"author_is_agency"})
    row = found.evidence[0]
    assert made.source[row.source_start : row.source_end] == "AFP"


def test_an_agency_credit_is_no_author_but_a_reporter_in_it_is() -> None:
    plain = document(("agency_credit", "Avec AFP"), LEAD)
    assert codes(authors.find(plain, Config(), Known.of(plain), ())) == {"missing_author"}
    named = document(LEAD, ("agency_credit", "(Reporting by Jane Doe; Editing by John Smith)"))
    assert authors.find(named, Config(), Known.of(named), ()).value == ("Jane Doe",)


def test_a_byline_that_nobody_labelled_is_found_near_the_head() -> None:
    made = document(("title", "Talks"), ("lead", "By John Smith in Paris and Ana Díaz"), LEAD)
    assert authors.find(made, Config(), Known.of(made), ()).value == ("John Smith", "Ana Díaz")
    said = document(("lead", "By Thursday John Smith had left Paris."), LEAD)
    assert authors.find(said, Config(), Known.of(said), ()).value == ()


def test_given_before_byline_before_head() -> None:
    made = document(("byline", "By John Smith"), LEAD, given={"authors": "Jane Doe; Max Roe"})
    assert authors.find(made, Config(), Known.of(made), ()).value == ("Jane Doe", "Max Roe")
    hints = Known({"authors": (Evidence("authors", "Max Roe", "meta", None, None, "<meta author>", 0.85),)})
    byline = document(("byline", "By John Smith"), LEAD)
    assert authors.find(byline, Config(), hints, ()).value == ("John Smith",)
    assert authors.find(document(LEAD), Config(), hints, ()).value == ("Max Roe",)


@pytest.mark.parametrize(
    ("label", "line", "names"),
    [
        ("tags", "Mots clés : OTAN\nPar Ana Díaz Publié le 25/05/2012 à 18:20", ("Ana Díaz",)),
        ("published_date", "Par Ana Díaz, publié le 25 mai 2012", ("Ana Díaz",)),
        ("byline", "Par Ana\xa0Díaz", ("Ana Díaz",)),
        ("byline", "Facebook Twitter WhatsApp", ()),
        ("byline", "Your Photos", ()),
        ("byline", "Ana Díaz", ("Ana Díaz",)),
        ("published_date", "1 septembre 2023 Par Ana Díaz", ("Ana Díaz",)),
        ("nav", "De Paris à Moscou", ()),
        ("nav", "Sport Météo Jeux", ()),
    ],
)
def test_a_byline_in_another_line_of_the_head_and_none_in_its_furniture(
    label: str, line: str, names: tuple[str, ...]
) -> None:
    made = document((label, line), LEAD, language="fr")
    assert authors.find(made, Config(), Known(), ()).value == names


def test_a_name_on_the_line_after_by() -> None:
    made = document(("title", "A headline"), ("nav", "By"), ("nav", "Ana Díaz"), LEAD)
    assert authors.find(made, Config(), Known(), ()).value == ("Ana Díaz",)


@pytest.mark.parametrize(
    "line, tag, names",
    [
        ("Redacția Ziarul Luncii", "ro", ["Redacția Ziarul Luncii"]),
        ("Redactie Koren & Kaf", "nl", ["Redactie Koren & Kaf"]),
        ("Door Jan Smit & Piet Bos", "nl", ["Jan Smit", "Piet Bos"]),
        ("Ein Beitrag von Torben Ahrens, Studio Celle", "de", ["Torben Ahrens"]),
        ("（中央社記者王小芳攝）", "zh", []),
        ("（中央社記者王小芳苗栗縣8日電）", "zh", ["王小芳"]),
    ],
)
def test_desks_studios_and_photographers_beside_names(line: str, tag: str, names: list[str]) -> None:
    assert [line[slice(*span)] for span in people_in(line, tag)] == names


@pytest.mark.parametrize(
    "line, tag, named",
    [
        ("von Ruth Kalkmann | veröffentlicht am 07.11.2023", "de", ("Ruth Kalkmann",)),
        ("Pubblicato giovedì 12 settembre 2024 da Nina Carraro • 5 commenti", "it", ("Nina Carraro",)),
        ("Stand von Montag, 13. Mai 2024", "de", ()),
    ],
)
def test_a_date_line_names_who_stands_behind_a_small_word(line: str, tag: str, named: tuple[str, ...]) -> None:
    made = document(("title", "Title"), ("published_date", line), ("body", "Text."), language=tag)
    assert authors.find(made, Config(), Known.of(made), []).value == named


def test_what_stands_behind_a_bar_is_a_section_unless_the_line_is_a_byline() -> None:
    line = "by Ann Lee | Mar 11, 2023 | All Ploughs and Rope Care, Barn Doors | 0 comments"
    title = ("title", "Ministers speak about the harvest")
    made = replace(document(title, ("footer", line), LEAD), format="html")
    assert authors.find(made, Config(), Known.of(made), ()).value == ("Ann Lee",)
