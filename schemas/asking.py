"""The questions that rules ask of columns, answered for all rows at once: one boolean a row. Knows no table.

Columns of texts are read as Arrow, whatever pandas holds them in, so that a million rows cost milliseconds; null never
breaks a rule unless it is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from datetime import date
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

Rows = pd.DataFrame
Holds = npt.NDArray[np.bool_]

_MONTH: Final = r"(?:0[1-9]|1[0-2])"
_TIME: Final = r"[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?"
ZONE: Final = r"(?:Z|[+-]\d\d:?\d\d)"
DAY: Final = rf"\d{{4}}-{_MONTH}-(?:0[1-9]|[12]\d|3[01])"
ISO: Final = rf"\A(?:(?:\d{{4}}(?:-{_MONTH}|-{_MONTH}-(?:0[1-9]|[12]\d|3[01])(?:{_TIME}{ZONE}?)?)?)?)\z"
MOMENT: Final = rf"\A{DAY}{_TIME}{ZONE}\z"
LANGUAGE: Final = r"\A[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,8}\z"
ADDRESS: Final = r"\A(?i:https?)://[^\s/?#]"
SOMETHING: Final = r"[^\s\v\x{1c}-\x{1f}\x{85}\p{Z}]"
"""A character that is seen."""
_HEAD: Final = 64
_LATE_DAY: Final = r"\A\d{4}-\d\d-(?:29|3\d)"


def everywhere(rows: Rows) -> Holds:
    """Return yes for every row."""
    return np.ones(len(rows), dtype=bool)


def texts(rows: Rows, column: str) -> Any:
    """Return a column of texts as Arrow; what is no text is null."""
    values = rows[column]
    if values.dtype == object:
        return pa.array([value if isinstance(value, str) else None for value in values], pa.large_string())
    return pa.array(values.array, from_pandas=True)


def as_lists(values: pd.Series) -> Any:
    """Return a column of lists as Arrow where it is held so, else None."""
    if not isinstance(values.dtype, pd.ArrowDtype) or not pa.types.is_list(values.dtype.pyarrow_dtype):
        return None
    return pa.array(values.array)


def yes(answer: Any, null: bool = True) -> Holds:
    """Return Arrow's answer as one boolean a row, null as stated."""
    out: Holds = pc.fill_null(answer, null).to_numpy(zero_copy_only=False)
    return out


def matches(rows: Rows, column: str, pattern: str, null: bool = True) -> Holds:
    """Return where a pattern (RE2: linear on any text) is found in a column of texts; null as stated."""
    return yes(pc.match_substring_regex(texts(rows, column), pattern), null)


def each(rows: Rows, column: str, says: Callable[[Any], bool], where: Holds | None = None) -> Holds:
    """Return what is said of each value, one by one, `where` it is worth asking; null never fails."""
    holds = everywhere(rows)
    numbers = np.arange(len(rows)) if where is None else where.nonzero()[0]
    for number, value in zip(numbers.tolist(), rows[column].iloc[numbers], strict=True):
        if not (value is None or value is pd.NA or value != value):
            holds[number] = bool(says(value))
    return holds


def filled(rows: Rows, column: str) -> Holds:
    """Return where a column has a value, neither null nor an empty text or list; nowhere in a table without it."""
    if column not in rows:
        return ~everywhere(rows)
    values = rows[column]
    if (lists := as_lists(values)) is not None:
        return yes(pc.greater(pc.list_value_length(lists), 0), null=False)
    if values.dtype == object:
        # a list that Parquet brought is an array, which has a length and no truth
        found = [len(v) > 0 if hasattr(v, "__len__") else not (v is None or v is pd.NA or v != v) for v in values]
        return np.array(found, dtype=bool)
    if isinstance(values.dtype, pd.StringDtype):
        return yes(pc.greater(pc.binary_length(texts(rows, column)), 0), null=False)
    return known(rows, column)


def none_empty(rows: Rows, column: str) -> Holds:
    """Return where a list holds no empty text."""
    lists = as_lists(rows[column])
    if lists is not None and not pc.any(pc.equal(pc.list_flatten(lists), "")).as_py():
        return everywhere(rows)
    empty = ("" in list(v) if hasattr(v, "__len__") and not isinstance(v, str) else False for v in rows[column])
    return ~np.fromiter(empty, dtype=bool, count=len(rows))


def known(rows: Rows, column: str) -> Holds:
    """Return where a column is not null."""
    return rows[column].notna().to_numpy(dtype=bool)


def is_(rows: Rows, column: str, value: str) -> Holds:
    """Return where a column says this value; nowhere when there is no such column."""
    return yes(pc.equal(texts(rows, column), value), null=False) if column in rows else ~everywhere(rows)


def among(rows: Rows, column: str, values: Collection[str]) -> Holds:
    """Return where a column is null or one of the values."""
    cells = texts(rows, column)
    return yes(pc.is_in(cells, pa.array(list(values), cells.type))) | ~known(rows, column)


def between(rows: Rows, column: str, least: float, most: float = float("inf")) -> Holds:
    """Return where a column is null or within [least, most]."""
    values = rows[column].to_numpy(dtype="float64", na_value=np.nan)
    out: Holds = ((values >= least) & (values <= most)) | np.isnan(values)
    return out


def at_least_long(rows: Rows, column: str, least: int) -> Holds:
    """Return where a text has so many characters."""
    return yes(pc.greater_equal(pc.utf8_length(texts(rows, column)), least))


def same(rows: Rows, one: str, other: str) -> Holds:
    """Return where two columns say the same, whatever their case; nowhere where one is null."""
    pairs = pc.utf8_lower(texts(rows, one)), pc.utf8_lower(texts(rows, other))
    return yes(pc.equal(*pairs), null=False)


def span(rows: Rows, start: str, end: str) -> Holds:
    """Return where a span is null as a whole, or does not end before it starts."""
    a, b = (rows[name].to_numpy(dtype="float64", na_value=np.nan) for name in (start, end))
    out: Holds = ((a >= 0) & (a <= b)) | (np.isnan(a) & np.isnan(b))
    return out


def first(rows: Rows, *columns: str) -> Holds:
    """Return where the values of these columns have not stood in a row above; null is never a repeat."""
    repeated = rows.duplicated(list(columns), keep="first").to_numpy(dtype=bool)
    return ~repeated | ~known(rows, columns[0])


def first_text(rows: Rows, column: str) -> Holds:
    """Return where a long text has not stood in a row above; only those that begin alike are compared whole."""
    heads = pd.Series(pd.array(pc.utf8_slice_codeunits(texts(rows, column), 0, _HEAD), dtype="str"))
    alike = heads.duplicated(keep=False).to_numpy(dtype=bool)
    numbers = (alike & known(rows, column)).nonzero()[0]
    holds = everywhere(rows)
    holds[numbers] = ~rows[column].iloc[numbers].duplicated(keep="first").to_numpy(dtype=bool)
    return holds


def within_days(rows: Rows, column: str, first_day: str, last_day: str) -> Holds:
    """Return where a date lies within two days, both inclusive; one that is less than a day where it may."""
    days = pc.utf8_slice_codeunits(texts(rows, column), 0, 10)
    inside = yes(pc.and_(pc.greater_equal(days, first_day), pc.less_equal(days, last_day)))
    partial = yes(pc.less(pc.utf8_length(days), 10), null=False)

    def may(day: str) -> bool:
        return first_day[: len(day)] <= day[:10] <= last_day[: len(day)]

    out: Holds = np.where(partial, each(rows, column, may, partial), inside)
    return out


def are_dates(rows: Rows, column: str) -> Holds:
    """Return where a text is a date of ISO 8601 that the calendar has, as precise as it likes, or empty.

    >>> rows = pd.DataFrame({"day": ["2020-10-01T09:28+02:00", "2020-02-30", "1/10/2020", "2020-10", None]})
    >>> are_dates(rows, "day").tolist()
    [True, False, False, True, True]
    """
    return matches(rows, column, ISO) & each(rows, column, _on_calendar, matches(rows, column, _LATE_DAY, False))


def _on_calendar(value: str) -> bool:
    try:
        date.fromisoformat(value[:10])
    except ValueError:
        return False
    return True


def slices(rows: Rows, text: str, start: str, end: str) -> Holds:
    """Return where [start, end) lies within the text of column `text`; null never fails."""
    lengths = np.array([len(value) if isinstance(value, str) else -1 for value in rows[text]])
    ends = rows[end].fillna(0).to_numpy(dtype=np.int64)
    out: Holds = span(rows, start, end) & ((ends <= lengths) | (lengths < 0))
    return out


def one_of(rows: Rows, column: str, values: Collection[str]) -> Holds:
    """Return where a column is one of the values; null is none of them."""
    return among(rows, column, values) & known(rows, column)


def within(named: str, host: str) -> bool:
    """Return whether what an address names between its slashes is this host or one below it.

    >>> within("user@www.example.org:8080", "example.org"), within("example.org.evil.com", "example.org")
    (True, False)
    """
    place = re.split(r"[?#]", named, maxsplit=1)[0].rpartition("@")[2].partition(":")[0]
    return place == host or place.endswith("." + host) or not (place.isascii() and host.isascii())


def compared(rows: Rows, one: str, other: str, agree: Callable[[str, str], bool], of_days: Any) -> Holds:
    """Return where two dates agree: days by `of_days`, all at once, and those that are less than a day by `agree`."""
    a, b = (pc.utf8_slice_codeunits(texts(rows, name), 0, 10) for name in (one, other))
    whole = pc.equal(pc.min_element_wise(pc.utf8_length(a), pc.utf8_length(b), skip_nulls=False), 10)
    holds = yes(of_days(a, b))
    for number in (~yes(whole)).nonzero()[0].tolist():
        day, against = a[number].as_py(), b[number].as_py()
        holds[number] = not (day and against) or agree(day, against)
    return holds
