"""Whether a text stops short: paywalls and teasers, told apart from buttons, promotions and endings with dots."""

from __future__ import annotations

import pytest

from cleaner.block import Block
from cleaner.document import Document, Element
from cleaner.fields.known import Known
from cleaner.fields.truncation import find
from cleaner.readers import document
from cleaner.tables.rows import Evidence

TEXT = "The envoys met in Geneva on Monday and talked until late at night about the bridge and its cost."
OPEN = "What follows is the list of all who voted against the plan:"
DOTS = "The mayor, who had promised as much, was not in the room when the vote…"
NOTICE = "To read the rest of this story, become a subscriber."
CLOSED = Evidence("truncated", "false", "meta", None, None, "JSON-LD Article isAccessibleForFree", 0.5)


def made(*blocks: tuple[str, str, str], closed: bool = False) -> Document:
    """Return a document of blocks: label, text, names of the element each stands in."""
    elements = tuple(Element("div", -1, names) for _, _, names in blocks)
    out, at = [], 0
    for number, (label, text, _) in enumerate(blocks):
        out.append(Block(text, at, at + len(text), parent=number, label=label, confidence=0.9))
        at += len(text) + 1
    source = " ".join(text for _, text, _ in blocks)
    return Document(source, tuple(out), "html", elements, (CLOSED,) if closed else ())


BODY, NAV = ("body", TEXT * 4, ""), ("nav", "Most read", "")


@pytest.mark.parametrize(("blocks", "closed", "short"), [
    ([BODY, ("body", TEXT, "")], False, False),
    ([BODY, ("paywall", NOTICE, "")], False, True),
    ([BODY, NAV, NAV, ("paywall", NOTICE, ""), NAV], False, True),
    ([BODY, *[NAV] * 9, ("paywall", NOTICE, "")], False, False),
    ([BODY, *[NAV] * 9, ("paywall", NOTICE, "")], True, True),
    ([("paywall", NOTICE, ""), BODY], False, False),
    ([("paywall", NOTICE, ""), BODY, ("body", DOTS, "")], False, True),
    ([BODY, ("paywall", "Start free trial", "")], False, False),
    ([BODY, ("body", DOTS, "")], False, False),
    ([BODY, ("body", DOTS, "")], True, True),
    ([BODY, ("body", DOTS, ""), ("subscription", "Sign up here.", "")], False, True),
    ([BODY, ("body", "They met and talked until […]", "")], False, True),
    ([BODY, ("body", "“They met and talked until [...]”", "")], False, True),
    ([BODY, ("nav", "Join us today", "paywall box")], False, False),
    ([BODY, ("nav", "Join us today", "paywall box")], True, True),
    ([BODY, ("body", OPEN, ""), ("nav", "Join us today", "paywall box")], False, True),
    ([("nav", "Join us today", "paywall"), BODY, ("body", OPEN, "")], False, False),
    ([("body", TEXT * 4, "paywall"), ("body", OPEN, "paywall")], True, False),
    ([BODY], True, False),
    ([("paywall", NOTICE, "")], False, True),
    ([], False, False),
])  # fmt: skip
def test_signs_of_a_text_that_stops_short(blocks: list[tuple[str, str, str]], closed: bool, short: bool) -> None:
    read = made(*blocks, closed=closed)
    found = find(read, Known.of(read))
    assert found.value is short
    assert sum(row.chosen for row in found.evidence) == len(found.notes) == int(short)
    for row in found.evidence:
        assert row.source_start is not None and row.source_end is not None
        assert 0 <= row.source_start < row.source_end <= len(read.source)


@pytest.mark.parametrize(("value", "expected"), [("false", 1), ('"False"', 1), ("true", 0), ("null", 0)])
def test_a_page_may_declare_that_an_article_is_not_free(value: str, expected: int) -> None:
    page = f'<script type="application/ld+json">{{"@type": "NewsArticle", "isAccessibleForFree": {value}}}</script>'
    assert [h.field for h in document(page, format="html").hints] == ["truncated"] * expected
