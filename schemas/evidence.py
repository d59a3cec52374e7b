"""The rules of the evidence table: every candidate says what for, what, why, and where it stood."""

from __future__ import annotations

from cleaner.schemas.rules import Flag, Holds, OfArticle, Rows, Share, Text, Whole, column, filled, known, otherwise


class Evidence(OfArticle):
    """One row a candidate for a field."""

    field: Text = column()
    value: Text = column()
    role: Text = column()
    source_start: Whole = column()
    source_end: Whole = column()
    why: Text = column()
    confidence: Share = column()
    chosen: Flag = column()
    article_id: Text = column()

    class Config:
        name = "evidence"

    @otherwise("missing_value", "field")
    def has_field(cls, rows: Rows) -> Holds:
        return filled(rows, "field")

    @otherwise("missing_value", "value")
    def has_value(cls, rows: Rows) -> Holds:
        return known(rows, "value")

    @otherwise("missing_value", "role")
    def has_role(cls, rows: Rows) -> Holds:
        return filled(rows, "role")

    @otherwise("missing_value", "why")
    def has_reason(cls, rows: Rows) -> Holds:
        return filled(rows, "why")
