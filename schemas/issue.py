"""The rules of the issues table: every finding has a code, a severity and words for a person."""

from __future__ import annotations

from cleaner.schemas.rules import Holds, OfArticle, Rows, Share, Text, Whole, among, between, column, filled, otherwise


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
        return filled(rows, "code")

    @otherwise("missing_value", "message")
    def has_message(cls, rows: Rows) -> Holds:
        return filled(rows, "message")

    @otherwise("unknown_value", "severity")
    def severity_is_known(cls, rows: Rows) -> Holds:
        return filled(rows, "severity") & among(rows, "severity", ("error", "warning", "info"))

    @otherwise("bad_number", "line")
    def line_is_line(cls, rows: Rows) -> Holds:
        return between(rows, "line", 1)
