"""The rules of the statements table: who said it, and that every span holds what it is given for.

Where the articles are at hand, `article.text`, `article.title` and `article.known` stand beside each row.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from cleaner.schemas.asking import Holds, Rows, among, each, everywhere, filled, first, is_, slices, span
from cleaner.schemas.rules import List, OfArticle, Share, Text, Whole, column, otherwise

MODES = ("direct", "indirect", "mixed")
KINDS = ("statement", "headline_statement", "topic_raised", "stance", "non_statement")
SPEAKERS = ("person", "organisation", "document", "group")
PLACES = ("text", "title", "removed")


class Statement(OfArticle):
    """One row an attribution."""

    statement_id: Text = column()
    article_id: Text = column()
    speaker: Text = column()
    speaker_id: Text = column()
    speaker_surface: Text = column()
    speaker_start: Whole = column()
    speaker_end: Whole = column()
    speaker_type: Text = column()
    co_speakers: List = column()
    addressee: Text = column()
    reported_via: List = column()
    cue: Text = column()
    cue_start: Whole = column()
    cue_end: Whole = column()
    text: Text = column()
    in_: Text = column(alias="in")
    text_start: Whole = column()
    text_end: Whole = column()
    source_start: Whole = column()
    source_end: Whole = column()
    content: List = column()
    quotes: List = column()
    mode: Text = column()
    kind: Text = column()
    confidence: Share = column()
    rule: Text = column()

    class Config:
        name = "statements"

    @otherwise("missing_value", "statement_id")
    def has_id(cls, rows: Rows) -> Holds:
        """A statement has an id."""
        return filled(rows, "statement_id")

    @otherwise("duplicate_id", "statement_id")
    def has_own_id(cls, rows: Rows) -> Holds:
        """No two statements have one id."""
        return first(rows, "statement_id")

    @otherwise("missing_value", "text")
    def has_text(cls, rows: Rows) -> Holds:
        """A statement has its text."""
        return filled(rows, "text")

    @otherwise("unknown_value", "in")
    def place_is_known(cls, rows: Rows) -> Holds:
        """A statement stands in the text, in the title or in what was removed."""
        return among(rows, "in", PLACES)

    @otherwise("unknown_value", "mode")
    def mode_is_known(cls, rows: Rows) -> Holds:
        """A mode is direct, indirect or mixed."""
        return among(rows, "mode", MODES)

    @otherwise("unknown_value", "kind")
    def kind_is_known(cls, rows: Rows) -> Holds:
        """A kind is one of those that docs/tables.md names."""
        return among(rows, "kind", KINDS)

    @otherwise("unknown_value", "speaker_type")
    def speaker_type_is_known(cls, rows: Rows) -> Holds:
        """A speaker is a person, an organisation, a document or a group."""
        return among(rows, "speaker_type", SPEAKERS)

    @otherwise("bad_span", "text_start", "text_end")
    def text_span_is_in_order(cls, rows: Rows) -> Holds:
        """A span of the text does not end before it begins."""
        return span(rows, "text_start", "text_end")

    @otherwise("bad_span", "text_end", "text_start", "in", "article.text")
    def spans_lie_in_text(cls, rows: Rows) -> Holds:
        """Statement, speaker, cue, content and quotes lie within the article's text."""
        holds = slices(rows, "article.text", "text_start", "text_end")
        for part in ("speaker", "cue"):
            if f"{part}_start" in rows and f"{part}_end" in rows:
                holds &= slices(rows, "article.text", f"{part}_start", f"{part}_end")
        for part in ("content", "quotes"):
            if part in rows:
                pairs = zip(rows[part], rows["article.text"], strict=True)
                fits = (t is None or all(0 <= a <= b <= len(t) for a, b in spans or ()) for spans, t in pairs)
                holds &= np.fromiter(fits, dtype=bool, count=len(rows))
        return holds | ~is_(rows, "in", "text")

    @otherwise("span_mismatch", "text", "in", "text_start", "text_end", "article.text", "article.title")
    def text_is_slice(cls, rows: Rows) -> Holds:
        """The column named by `in`, cut at the span, gives the statement's text."""
        holds = []
        cells = zip(rows["text"], rows["in"], rows["text_start"], rows["text_end"], rows["article.text"],
                    rows["article.title"], strict=True)  # fmt: skip
        for said, place, start, end, text, title in cells:
            whole: Any = text if place == "text" else title if place == "title" else None
            unknown = start is pd.NA or end is pd.NA or not isinstance(whole, str) or not isinstance(said, str)
            holds.append(unknown or whole[start:end] == said)
        return np.array(holds, dtype=bool)

    @otherwise("bad_span", "content", "quotes")
    def pieces_are_spans(cls, rows: Rows) -> Holds:
        """Content and quotes are lists of [start, end]."""
        holds = everywhere(rows)
        for name in ("content", "quotes"):
            holds &= each(rows, name, lambda spans: all(len(s) == 2 and 0 <= s[0] <= s[1] for s in spans))
        return holds
