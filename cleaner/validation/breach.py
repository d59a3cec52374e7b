"""A rule that rows of a table break: what a check of tables gives, before anybody turns it into findings or issues."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cleaner.codes import CODES
from cleaner.tables.rows import Severity

if TYPE_CHECKING:
    import pandas as pd

_EMPTY: Final = frozenset({
    "no_main_content", "missing_date", "missing_publisher", "missing_title", "missing_url", "missing_speakers",
    "duplicate_text",
})  # fmt: skip
"""Codes of which no value is shown: there is none, or it is the whole text."""


@dataclass(frozen=True, slots=True)
class Breach:
    """One rule broken in one table: its code, the column, and the rows, by their number from 0 (None: the table).

    `rule` is the id of the rule, where a schema stated it: `articles/has-date`.
    """

    table: str
    code: str
    column: str
    severity: Severity
    message: str
    rows: tuple[int, ...] | None
    rule: str = ""


def message(code: str, column: str, what: str, rows: pd.DataFrame, number: int | None) -> str:
    """Return a breach in words: what is wrong, with the value of the first row where that helps."""
    known = CODES.get(code)
    if number is not None and column in rows and code not in _EMPTY:
        value = rows[column].iloc[number]
        if isinstance(value, (str, int, float)) and value == value and value != "":
            what += f": {str(value)[:80]!r}"
    return f"{what} (column {column})" if column and (not known or known.field == "table") else what
