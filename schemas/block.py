"""The rules of the blocks table: every block named, with its reason and its place."""

from __future__ import annotations

from cleaner.schemas.asking import Holds, Rows, among, between, first
from cleaner.schemas.rules import OfArticle, Share, Text, Whole, column, otherwise
from cleaner.taxonomy import LABELS


class Block(OfArticle):
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

    @otherwise("duplicate_id", "article_id", "block")
    def has_own_place(cls, rows: Rows) -> Holds:
        """No two blocks of an article have one number."""
        return first(rows, "article_id", "block")

    @otherwise("unknown_value", "label")
    def label_is_known(cls, rows: Rows) -> Holds:
        """A label is one of those of the taxonomy."""
        return among(rows, "label", LABELS)

    @otherwise("bad_number", "article")
    def article_is_share(cls, rows: Rows) -> Holds:
        """The probability of being article lies between 0 and 1."""
        return between(rows, "article", 0, 1)
