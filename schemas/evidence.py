"""The rules of the evidence table: every candidate says what for, what, why, and where it stood."""

from __future__ import annotations

from cleaner.schemas.asking import Holds, Rows, filled, known
from cleaner.schemas.rules import Flag, OfArticle, Share, Text, Whole, column, otherwise


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
        """A candidate says which field it is for."""
        return filled(rows, "field")

    @otherwise("missing_value", "value")
    def has_value(cls, rows: Rows) -> Holds:
        """A candidate has a value."""
        return known(rows, "value")

    @otherwise("missing_value", "role")
    def has_role(cls, rows: Rows) -> Holds:
        """A candidate says what role its value has."""
        return filled(rows, "role")

    @otherwise("missing_value", "why")
    def has_reason(cls, rows: Rows) -> Holds:
        """A candidate has a reason."""
        return filled(rows, "why")
