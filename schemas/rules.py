"""How a rule of a schema is stated, and the vectorised questions rules ask of columns. Knows no table.

A rule is a wide check that returns one boolean a row. Its `error` is `code:column`: the issue code, and the column
that the finding is about. Columns a rule needs and a table lacks make it hold: that they are missing is said once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from datetime import date
from functools import wraps
from typing import Any, Final

import numpy as np
import pandas as pd
import pandera.pandas as pa
from pandera.typing import Series

from cleaner.codes import CODES

Rows = pd.DataFrame
Holds = pd.Series

Text = Series[str] | None
Whole = Series[pd.Int64Dtype] | None
Share = Series[float] | None
Flag = Series[pd.BooleanDtype] | None
List = Series[object] | None
"""What columns hold. Each may be missing: tables that others made have fewer. Lists are told apart when they are read;
pandera takes 0.9 s for the lists of 100,000 rows."""

ISO: Final = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?)?)?\Z")
LANGUAGE: Final = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,8}\Z")
ADDRESS: Final = re.compile(r"https?://[^\s/?#]", re.IGNORECASE)
STATUSES: Final = ("given", "found", "inferred", "ambiguous", "absent", "not_assessed")


def column(alias: str | None = None) -> Any:
    """Return a column that may be null; which of them may not is said by a rule, so that it has a code."""
    return pa.Field(nullable=True, alias=alias)


def otherwise(code: str, *columns: str) -> Callable[[Callable[[Any, Rows], Holds]], Any]:
    """Make a method of a model a rule about `columns`: where it does not hold, `code` is raised on the first of them.

    Row by row null means nothing special: pandera would pass a row whose every value is null.
    """
    assert code in CODES, code

    def state(holds: Callable[[Any, Rows], Holds]) -> Any:
        @wraps(holds)
        def check(cls: Any, rows: Rows) -> Holds:
            if any(column not in rows for column in columns):
                return everywhere(rows)
            return holds(cls, rows)

        return pa.dataframe_check(
            name=f"{code}:{columns[0]}", error=f"{code}:{columns[0]}", ignore_na=False, n_failure_cases=1
        )(check)

    return state


def everywhere(rows: Rows) -> Holds:
    """Return yes for every row."""
    return pd.Series(True, index=rows.index, dtype=bool)


def each(rows: Rows, column: str, says: Callable[[Any], bool]) -> Holds:
    """Return what is said of each value of a column; null never fails."""
    return pd.Series([value is None or bool(says(value)) for value in rows[column]], index=rows.index, dtype=bool)


def filled(rows: Rows, column: str) -> Holds:
    """Return where a column has a value, neither null nor an empty text or list; nowhere in a table without it."""
    if column not in rows:
        return ~everywhere(rows)
    values = rows[column]
    if values.dtype == object:
        return pd.Series([bool(value) and value == value for value in values], index=rows.index, dtype=bool)
    return values.notna()


def known(rows: Rows, column: str) -> Holds:
    """Return where a column is not null."""
    return rows[column].notna()


def is_(rows: Rows, column: str, value: str) -> Holds:
    """Return where a column says this value; nowhere when there is no such column."""
    return (rows[column] == value).astype(bool) if column in rows else ~everywhere(rows)


def among(rows: Rows, column: str, values: Collection[str]) -> Holds:
    """Return where a column is null or one of the values."""
    return (rows[column].isin(list(values)) | rows[column].isna()).astype(bool)


def between(rows: Rows, column: str, least: float, most: float = float("inf")) -> Holds:
    """Return where a column is null or within [least, most]."""
    values = rows[column]
    return ((values >= least) & (values <= most) | values.isna()).fillna(True).astype(bool)


def span(rows: Rows, start: str, end: str) -> Holds:
    """Return where a span is null as a whole, or does not end before it starts."""
    a, b = rows[start], rows[end]
    both = a.notna() & b.notna()
    inside = ((a >= 0) & (a <= b)).fillna(False)
    return ((both & inside) | (a.isna() & b.isna())).astype(bool)


def first(rows: Rows, *columns: str) -> Holds:
    """Return where the values of these columns have not stood in a row above; null is never a repeat."""
    repeated = rows.duplicated(list(columns), keep="first")
    return ~repeated | rows[columns[0]].isna()


def is_date(value: str) -> bool:
    """Return whether a text is a date of ISO 8601 that the calendar has.

    >>> is_date("2020-10-01T09:28+02:00"), is_date("2020-02-30"), is_date("1/10/2020"), is_date("2020-10")
    (True, False, False, True)
    """
    if not ISO.match(value):
        return False
    try:
        date.fromisoformat((value + "-01-01"[len(value) - 4 :] if len(value) < 10 else value)[:10])
    except ValueError:
        return False
    return len(value) < 16 or (int(value[11:13]) < 24 and int(value[14:16]) < 60)


def slices(rows: Rows, text: str, start: str, end: str) -> Holds:
    """Return where [start, end) lies within the text of column `text`; null never fails."""
    lengths = np.array([-1 if value is None else len(value) for value in rows[text]])
    ends = rows[end].fillna(0).to_numpy(dtype=np.int64)
    return (span(rows, start, end) & ((ends <= lengths) | (lengths < 0))).astype(bool)


class OfArticle(pa.DataFrameModel):
    """Rules of all rows about an article: it is there, their span is in order, their confidence a share.

    The columns stand in each table's own model, in the order of the table.
    """

    @otherwise("missing_value", "article_id")
    def has_article(cls, rows: Rows) -> Holds:
        return filled(rows, "article_id")

    @otherwise("unknown_article", "article_id", "article.known")
    def belongs_to_article(cls, rows: Rows) -> Holds:
        return rows["article.known"].astype(bool)

    @otherwise("bad_span", "source_start", "source_end")
    def span_is_in_order(cls, rows: Rows) -> Holds:
        return span(rows, "source_start", "source_end")

    @otherwise("bad_number", "confidence")
    def confidence_is_share(cls, rows: Rows) -> Holds:
        return between(rows, "confidence", 0, 1)
