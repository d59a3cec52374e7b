"""The furniture of a dump is told line by line: words, shape, place and neighbours together."""

from __future__ import annotations

import cleaner
from cleaner.label import chain
from cleaner.label.furniture import lexicon

PROSE = "The council voted on Tuesday to rebuild the bridge over the canal, which has been closed since the flood."
MORE = "The mayor said that the money for the first stage had arrived, and that the work would begin before the summer."
PAGE = [
    "Skip to content", "Menu", "The bridge over the canal is to be rebuilt", "3 May 2021", PROSE, MORE,
    PROSE[:-1] + " again.", MORE[:-1] + " at last.", "27 comments", "bob: What a mess", "ann: Better late than never",
    "Most read", "1. The new vicar came on a motorcycle", "2. Plots behind the railway have a price",
    "3. Boars stopped the match",
    "We value your privacy", "We and our 214 partners store cookies on your device and process personal data.",
    "Accept all",
]  # fmt: skip


def test_the_kinds_below_an_article_follow_from_their_neighbours() -> None:
    named = {block.text: block.label for block in cleaner.clean("\n".join(PAGE)).blocks}
    assert [named[text] for text in PAGE[9:11]] == ["comment"] * 2
    assert [named[text] for text in PAGE[12:15]] == ["related_list_item"] * 3
    assert named["Accept all"] == "cookie_button"


def test_words_speak_for_the_kind_whose_rules_take_such_lines() -> None:
    said = lexicon.scores(("accept", "all", "cookies"), "en")
    assert max(chain.KINDS, key=lambda kind: said.get(kind, -9.0)) == "cookie_button"


def test_a_fixed_line_keeps_its_kind() -> None:
    lines = [chain.Line((), (), "footer"), chain.Line(("", "below"), (0.0,) * len(chain.KINDS), "")]
    assert chain.load().best(lines)[0] == "footer"


def test_few_lines_are_no_dump_of_a_page() -> None:
    assert [block.label for block in cleaner.clean("\n\n".join([PROSE, "He did not say when.", MORE])).blocks] == [
        "lead", "body", "body",
    ]  # fmt: skip
