"""The rules of the ledger table: every change names its rule, its reason and its place."""

from __future__ import annotations

from cleaner.schemas.asking import Holds, Rows, among, filled, first, is_, known
from cleaner.schemas.rules import OfArticle, Share, Text, Whole, column, otherwise
from cleaner.taxonomy import LABELS


class Ledger(OfArticle):
    """One row a change or flag."""

    article_id: Text = column()
    seq: Whole = column()
    action: Text = column()
    stage: Text = column()
    label: Text = column()
    kind: Text = column()
    rule: Text = column()
    why: Text = column()
    source_start: Whole = column()
    source_end: Whole = column()
    before: Text = column()
    after: Text = column()
    confidence: Share = column()

    class Config:
        name = "ledger"

    @otherwise("duplicate_id", "article_id", "seq")
    def has_own_place(cls, rows: Rows) -> Holds:
        """No two changes of an article have one number."""
        return first(rows, "article_id", "seq")

    @otherwise("unknown_value", "action")
    def action_is_known(cls, rows: Rows) -> Holds:
        """An action is remove, repair, split or flag."""
        return among(rows, "action", ("remove", "repair", "split", "flag"))

    @otherwise("unknown_value", "label")
    def label_is_known(cls, rows: Rows) -> Holds:
        """A label is one of those of the taxonomy."""
        return among(rows, "label", LABELS)

    @otherwise("missing_value", "label", "action")
    def removal_has_label(cls, rows: Rows) -> Holds:
        """A removal says by its label what was removed."""
        return ~is_(rows, "action", "remove") | filled(rows, "label")

    @otherwise("missing_value", "kind", "action")
    def repair_has_kind(cls, rows: Rows) -> Holds:
        """A repair or flag says of which kind it is."""
        return ~(is_(rows, "action", "repair") | is_(rows, "action", "flag")) | filled(rows, "kind")

    @otherwise("missing_value", "rule")
    def has_rule(cls, rows: Rows) -> Holds:
        """A change names its rule."""
        return filled(rows, "rule")

    @otherwise("missing_value", "why")
    def has_reason(cls, rows: Rows) -> Holds:
        """A change has a reason."""
        return filled(rows, "why")

    @otherwise("missing_value", "before")
    def has_before(cls, rows: Rows) -> Holds:
        """A change says what stood there before."""
        return known(rows, "before")
