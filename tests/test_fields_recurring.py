"""A house that no phrase names is known by what the lines around the article repeat."""

from __future__ import annotations

import pytest

from cleaner.config import Config
from cleaner.document import Document
from cleaner.fields.known import Known
from cleaner.fields.sourcing import publisher
from tests.labelled import document

PROSE = (
    "The council voted late on Tuesday to repair the bridge, which has been closed to lorries since the floods of the "
    "spring, and to ask the county for half of the money that the work will cost."
)


def found(*blocks: tuple[str, str]) -> tuple[str | None, str]:
    made: Document = document(*blocks)
    value = publisher.find(made, Config(), Known.of(made), None)
    return value.value, value.status


NAMED = [
    ("masthead and imprint", [("nav", "Radio Westmoor")], [("footer", "Radio Westmoor is a public broadcaster")]),
    ("first crumb and byline", [("breadcrumb", "Westmoor Echo › Local"), ("byline", "Ann Lee, Westmoor Echo")], []),
    ("masthead and consent", [("nav", "Kustnytt")], [("cookie_banner", "Kustnytt och dess vänner sparar uppgifter.")]),
    ("slogan and company", [("site_slogan", "Kurvenzeit – das Magazin der Fans")], [("footer", "© Kurvenzeit UG")]),
    ("imprint and rules", [], [("comment_disclaimer", "Westmoor Echo has rules that all readers follow here."),
                               ("footer", "Westmoor Echo, 12 Mill Lane")]),
    ("Japanese imprint", [("nav", "最北放送")], [("footer", "最北放送株式会社　山形県　2024")]),
    ("company of the name", [("comment_disclaimer", "So works Kustnytt with readers.")],
     [("footer", "Publisher: Ann Lee. Kustnytt AB, Storgatan 11.")]),
    ("address alone", [], [("footer", "Rozhlas Bystrov | Lipová 10, Bystrov | Kodex")]),
]  # fmt: skip


@pytest.mark.parametrize(("above", "below"), [row[1:] for row in NAMED], ids=[row[0] for row in NAMED])
def test_lines_of_two_kinds_name_the_house(above: list[tuple[str, str]], below: list[tuple[str, str]]) -> None:
    name, _ = found(*above, ("title", "Bridge to be repaired"), ("body", PROSE), *below)
    assert name in ("Radio Westmoor", "Westmoor Echo", "Kustnytt", "Kurvenzeit", "最北放送", "Rozhlas Bystrov")


UNNAMED = [
    ("a section in two menus", [("nav", "Economy"), ("breadcrumb", "Home › Economy")], [("nav", "Economy")]),
    ("a place of an address", [("byline", "Ann Lee, Westmoor")], [("footer", "Mill Lane 12, Westmoor")]),
    ("an agency of pictures", [("photo_credit", "© Sputnik Photo Agency")], [("photo_credit", "Sputnik Photo Agency")]),
    ("the writer", [("byline", "Text | Ann Lee")], [("subscription", "Get the letter of Ann Lee")]),
    ("a word of the rules", [], [("comment_disclaimer", "Please stay on the subject."), ("subscription", "Please")]),
]  # fmt: skip


@pytest.mark.parametrize(("above", "below"), [row[1:] for row in UNNAMED], ids=[row[0] for row in UNNAMED])
def test_what_menus_and_credits_repeat_is_no_house(above: list[tuple[str, str]], below: list[tuple[str, str]]) -> None:
    assert found(*above, ("title", "Bridge to be repaired"), ("body", PROSE), *below)[0] is None


def test_a_mail_address_is_spelled_out() -> None:
    lines = [("byline", "Ann Lee"), ("byline", "ann@westmoorecho.net"), ("body", PROSE), ("nav", "About Westmoor Echo")]
    assert found(*lines)[0] == "Westmoor Echo"


def test_a_name_in_byline_or_crumb_is_not_only_in_removed_text() -> None:
    crumb, footer = ("breadcrumb", "Westmoor Echo › Local"), ("footer", "© 2024 Westmoor Echo")
    assert found(crumb, ("body", PROSE), footer) == ("Westmoor Echo", "found")
    assert found(("body", PROSE), footer) == ("Westmoor Echo", "inferred")


def test_a_masthead_of_which_the_article_speaks_names_the_house() -> None:
    head = [("nav", "Westmoor Echo | Read by locals only"), ("title", "Bridge to be repaired")]
    assert found(*head, ("body", f"{PROSE} He told Westmoor Echo so."))[0] == "Westmoor Echo"
    assert found(*head, ("body", PROSE))[0] is None


@pytest.mark.parametrize(
    "block",
    [
        ("footer", "Все права защищены. Перепечатка — с письменного согласия."),
        ("footer", "Wszelkie prawa zastrzeżone. Realizacja: Logonet"),
        ("comment_disclaimer", "La noi la Poiana la fel, doar că la noi erau trandafiri."),
        ("cookie_banner", "Nastavení soukromí a souhlasu změníte kdykoli v patičce stránky."),
    ],
)
def test_the_next_sentence_a_reader_and_a_setting_name_no_house(block: tuple[str, str]) -> None:
    assert found(("title", "Bridge to be repaired"), ("body", PROSE), block)[0] is None
