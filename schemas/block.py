"""The rules of the blocks table: every block named, with its reason and its place."""

from __future__ import annotations

import pandera.pandas as pa

from cleaner.schemas.rules import (
    Holds,
    Rows,
    Share,
    Text,
    Whole,
    among,
    between,
    column,
    filled,
    first,
    otherwise,
    span,
)
from cleaner.taxonomy import LABELS


class Block(pa.DataFrameModel):
    """One row a block, kept or removed."""

    article_id: Text = column()
    block: Whole = column()
    label: Text = column()
    rule: Text = column()
    why: Text = column()
    confidence: Share = column()
    article: Share = column()
    element: Text = column()
    language: Text = column()
    source_start: Whole = column()
    source_end: Whole = column()
    text_start: Whole = column()
    text: Text = column()

    class Config:
        name = "blocks"

    @otherwise("missing_value", "article_id")
    def has_article(cls, rows: Rows) -> Holds:
        return filled(rows, "article_id")

    @otherwise("unknown_article", "article_id", "article.known")
    def belongs_to_article(cls, rows: Rows) -> Holds:
        return rows["article.known"].astype(bool)

    @otherwise("duplicate_id", "article_id", "block")
    def has_own_place(cls, rows: Rows) -> Holds:
        return first(rows, "article_id", "block")

    @otherwise("unknown_value", "label")
    def label_is_known(cls, rows: Rows) -> Holds:
        return among(rows, "label", LABELS)

    @otherwise("bad_span", "source_start", "source_end")
    def span_is_in_order(cls, rows: Rows) -> Holds:
        return span(rows, "source_start", "source_end")

    @otherwise("bad_number", "confidence", "article")
    def shares_are_shares(cls, rows: Rows) -> Holds:
        return between(rows, "confidence", 0, 1) & between(rows, "article", 0, 1)
