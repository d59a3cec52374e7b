"""The headline and the address of the original."""

from __future__ import annotations

import pytest

import cleaner
from cleaner.config import Config
from cleaner.document import Document
from cleaner.fields import title, url
from cleaner.fields.known import Known
from cleaner.fields.title import without_site
from cleaner.tables.rows import Evidence
from tests.labelled import codes, document

LEAD = ("lead", "The two presidents spoke about the conflict for an hour, the Kremlin said.")


def with_hints(made: Document, *hints: tuple[str, str, float]) -> Known:
    declared = tuple(Evidence(f, v, "meta", None, None, f"<meta {f}>", c) for f, v, c in hints)
    return Known.of(Document(made.source, made.blocks, hints=made.hints + declared))


def test_the_visible_title_is_taken_as_it_stands() -> None:
    made = document(("kicker", "World"), ("title", "Putin, Macron Call for 'Complete' Halt"), LEAD)
    found = title.find(made, Config(), Known.of(made))
    assert (found.value, found.status) == ("Putin, Macron Call for 'Complete' Halt", "found")
    row = found.evidence[0]
    assert made.source[row.source_start : row.source_end] == found.value


def test_the_first_sentence_is_not_promoted_to_a_title() -> None:
    made = document(LEAD)
    found = title.find(made, Config(), Known.of(made))
    assert (found.value, found.status, codes(found)) == (None, "absent", {"missing_title"})


def test_a_declared_title_loses_the_name_of_the_site() -> None:
    made = document(LEAD)
    known = with_hints(
        made, ("title", "Putin and Macron talk - The Example Times", 0.6), ("publisher", "The Example Times", 0.9)
    )
    assert title.find(made, Config(), known).value == "Putin and Macron talk"


def test_a_visible_title_wins_over_a_declared_one() -> None:
    made = document(("title", "Putin and Macron talk"), LEAD)
    found = title.find(made, Config(), with_hints(made, ("title", "Leaders discuss Karabakh", 0.9)))
    assert found.value == "Putin and Macron talk"
    assert [(e.value, e.chosen) for e in found.evidence] == [
        ("Putin and Macron talk", True),
        ("Leaders discuss Karabakh", False),
    ]


@pytest.mark.parametrize(("heading", "level", "stated", "expected"), [
    ("Five tips to keep the pipes from freezing this winter", 1, "Five Tips to keep the pipes", "heading"),
    ("The best schools in 2025, reviewed by a student", 1, "The best schools in 2025", "heading"),
    ("The best schools in 2025 | Opinion", 1, "The best schools in 2025", "stated"),
    ("The best schools in 2025 (example.org) 87", 1, "The best schools in 2025", "stated"),
    ("Blog: The best schools in 2025", 1, "The best schools in 2025", "stated"),
    ("The best schools in 2025, reviewed by a student", 2, "The best schools in 2025", "stated"),
])  # fmt: skip
def test_of_a_heading_that_says_more_than_the_page_of_itself_the_fuller_headline_is_taken(
    heading: str, level: int, stated: str, expected: str
) -> None:
    text = "<p>The minister said on Monday that the talks would go on for weeks in Geneva.</p>" * 3
    head = f"<title>{stated}</title><meta property='og:title' content='{stated}'>"
    page = f"<html><head>{head}</head><body><article><h{level}>{heading}</h{level}>{text}</article></body></html>"
    assert cleaner.clean(page).title == {"heading": heading, "stated": stated}[expected]


def test_a_given_title_wins_and_keeps_the_visible_spelling_when_it_is_the_same() -> None:
    made = document(("title", "Putin and Macron talk"), LEAD, given={"title": "PUTIN AND MACRON TALK"})
    found = title.find(made, Config(), Known.of(made))
    assert (found.value, found.status) == ("Putin and Macron talk", "given")


def test_a_given_title_that_differs_is_evidence_and_a_conflict() -> None:
    made = document(("title", "Putin and Macron talk"), LEAD, given={"title": "Leaders discuss Karabakh"})
    found = title.find(made, Config(), Known.of(made))
    assert (found.value, found.status, codes(found)) == ("Putin and Macron talk", "found", {"title_conflict"})
    assert [(e.value, e.chosen) for e in found.evidence] == [
        ("Leaders discuss Karabakh", False),
        ("Putin and Macron talk", True),
    ]


@pytest.mark.parametrize(
    ("declared", "sites", "bare"),
    [
        ("Putin and Macron talk | The Example", set(), "Putin and Macron talk"),
        ("Putin and Macron talk | Russia | The Example", set(), "Putin and Macron talk"),
        ("The Example – Putin and Macron talk", {"the example"}, "Putin and Macron talk"),
        ("Talks - a start", {"the example"}, "Talks - a start"),
        ("Macron : « il faut parler » - Le Monde", {"le monde"}, "Macron : « il faut parler »"),
        ("Halt to Karabakh Fighting – Kremlin", {"the moscow times"}, "Halt to Karabakh Fighting – Kremlin"),
    ],
)
def test_only_the_name_of_the_site_is_cut(declared: str, sites: set[str], bare: str) -> None:
    assert without_site(declared, sites) == bare


# --- address ---------------------------------------------------------------------------------------------------------

ADDRESS = "https://www.paper.example/2020/10/01/talks-a71611"


@pytest.mark.parametrize(
    "block",
    [
        ("source_url", ADDRESS),
        ("source_url", f"<{ADDRESS}>"),
        ("source_url_label", f"Original url: {ADDRESS}."),
        ("body", f"Источник: {ADDRESS}"),
        ("nav", f"({ADDRESS})"),
    ],
)
def test_a_printed_address_is_taken_as_written(block: tuple[str, str]) -> None:
    made = document(LEAD, block)
    found = url.find(made, Config(), Known.of(made))
    assert (found.value, found.status) == (ADDRESS, "found")
    row = found.evidence[0]
    assert made.source[row.source_start : row.source_end] == ADDRESS


def test_the_link_of_a_label_serves_where_no_address_is_printed() -> None:
    made = document(LEAD, ("source_url_label", "Read the original"), links={1: ADDRESS})
    assert url.find(made, Config(), Known.of(made)).value == ADDRESS


def test_links_to_other_articles_are_no_address() -> None:
    made = document(LEAD, ("related_link", "Read also: Talks fail"), ("share", f"Share {ADDRESS}"), links={1: ADDRESS})
    found = url.find(made, Config(), Known.of(made))
    assert (found.value, codes(found)) == (None, {"missing_url"})


def test_two_stray_addresses_are_no_address() -> None:
    made = document(LEAD, ("body", "https://a.example/first-story"), ("body", "https://b.example/second-story"))
    assert url.find(made, Config(), Known.of(made)).value is None


def test_given_before_printed_before_declared() -> None:
    made = document(LEAD, ("source_url", ADDRESS))
    assert url.find(made, Config(), with_hints(made, ("url", "https://other.example/x", 0.99))).value == ADDRESS
    given = document(LEAD, ("source_url", ADDRESS), given={"url": "https://mine.example/x"})
    found = url.find(given, Config(), Known.of(given))
    assert (found.value, found.status) == ("https://mine.example/x", "given")


def test_links_that_lead_nowhere_are_counted() -> None:
    made = document(("byline", "By AFP"), LEAD, ("source_url", ADDRESS), links={0: "#", 1: "javascript:void(0)"})
    found = url.find(made, Config(), Known.of(made))
    assert codes(found) == {"placeholder_links"}
    assert found.notes[0].message.startswith("2 links point")


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("https://francais.rt.com/a", "rt.com"),
        ("http://news.bbc.co.uk:80/1", "bbc.co.uk"),
        ("www.a.com.au/x", "a.com.au"),
        ("https://user:pw@www.paper.example/", "paper.example"),
        ("no address", None),
        ("http://[::1", None),
        (None, None),
        ("", None),
        ("http://a b/c", None),
    ],
)
def test_the_registrable_domain(address: str | None, domain: str | None) -> None:
    assert url.registrable_domain(address) == domain
