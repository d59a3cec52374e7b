"""What language packs cover: none falls below what it must know, and none is used half known without a word."""

from __future__ import annotations

from pathlib import Path

import pytest

import cleaner
from cleaner import coverage, language

WHOLE = ("ar", "cs", "de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt", "ro", "ru", "sv", "tr", "uk", "zh")
PROSE = {
    "da": "Regeringen vil sænke afgiften på el fra januar, siger ministeren, og det er der mange, som er glade for. ",
    "pl": "Rząd chce od stycznia obniżyć podatek od prądu, mówi minister, i wielu ludzi bardzo się z tego cieszy. ",
}


@pytest.mark.parametrize("tag", WHOLE)
def test_a_pack_knows_every_kind_of_furniture_and_topic(tag: str) -> None:
    mine = next(one for one in coverage.languages() if one.tag == tag)
    assert mine.lacks == ()
    assert set(mine.topics) >= {"words", "dates", "names", "sources"}


def test_every_pack_has_a_name_and_every_name_a_pack() -> None:
    assert set(language.stated("", "languages")) == set(language.available()) - {"und"}


def test_a_language_half_known_is_told() -> None:
    told = cleaner.clean(PROSE["da"] * 5)
    assert told.language == "da"
    assert [i.message for i in told.issues if i.code == "partial_language"] == [
        f"no rules for {', '.join(coverage.lacking('da'))} in language da"
    ]


def test_of_a_language_known_as_a_whole_nothing_is_told() -> None:
    told = cleaner.clean(PROSE["pl"] * 5)
    assert told.language == "pl"
    assert "partial_language" not in {i.code for i in told.issues}


def test_a_language_without_a_pack_lacks_everything_and_one_that_cannot_be_told_nothing() -> None:
    assert (coverage.lacking("eo"), coverage.lacking("und"), coverage.lacking("fr-CA")) == (
        tuple(coverage.FURNITURE), (), ())  # fmt: skip


def test_the_page_of_languages_is_what_the_packs_say() -> None:
    docs = Path(__file__).parent.parent / "docs"
    page = coverage.page(docs / "languages.yaml")
    assert (docs / "languages.md").read_text(encoding="utf-8") == page, "run `make docs`"
