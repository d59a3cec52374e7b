"""The rules of the issues table: every finding has a code, a severity and words for a person."""

from __future__ import annotations

from cleaner.schemas.asking import Holds, Rows, among, between, filled
from cleaner.schemas.rules import OfArticle, Share, Text, Whole, column, otherwise


class Issue(OfArticle):
    """One row a finding on a record."""

    article_id: Text = column()
    code: Text = column()
    field: Text = column()
    severity: Text = column()
    message: Text = column()
    source_start: Whole = column()
    source_end: Whole = column()
    line: Whole = column()
    confidence: Share = column()

    class Config:
        name = "issues"

    @otherwise("missing_value", "code")
    def has_code(cls, rows: Rows) -> Holds:
        """An issue has a code."""
        return filled(rows, "code")

    @otherwise("missing_value", "message")
    def has_message(cls, rows: Rows) -> Holds:
        """An issue has words for a person."""
        return filled(rows, "message")

    @otherwise("unknown_value", "severity")
    def severity_is_known(cls, rows: Rows) -> Holds:
        """A severity is error, warning or info."""
        return filled(rows, "severity") & among(rows, "severity", ("error", "warning", "info"))

    @otherwise("bad_number", "line")
    def line_is_line(cls, rows: Rows) -> Holds:
        """Lines are counted from 1."""
        return between(rows, "line", 1)
