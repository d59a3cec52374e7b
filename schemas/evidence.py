"""The rules of the evidence table: every candidate says what for, what, why, and where it stood."""

from __future__ import annotations

import pandera.pandas as pa

from cleaner.schemas.rules import Flag, Holds, Rows, Share, Text, Whole, between, column, filled, known, otherwise, span


class Evidence(pa.DataFrameModel):
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

    @otherwise("missing_value", "article_id")
    def has_article(cls, rows: Rows) -> Holds:
        return filled(rows, "article_id")

    @otherwise("unknown_article", "article_id", "article.known")
    def belongs_to_article(cls, rows: Rows) -> Holds:
        return rows["article.known"].astype(bool)

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

    @otherwise("bad_span", "source_start", "source_end")
    def span_is_in_order(cls, rows: Rows) -> Holds:
        return span(rows, "source_start", "source_end")

    @otherwise("bad_number", "confidence")
    def confidence_is_share(cls, rows: Rows) -> Holds:
        return between(rows, "confidence", 0, 1)
