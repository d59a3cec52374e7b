"""Rows as typed data frames: what the schemas are asked about.

Texts are pandas' own `str` (held as Arrow: a fifth of the memory, and rules run over all of them at once), lists object
columns, whole numbers nullable Int64, shares float64, flags nullable boolean: so a null is a null and nothing becomes
something else on the way.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from cleaner.tables.columns import Kind, columns, kept_text

if TYPE_CHECKING:
    import pandas as pd


def frame(table: str, rows: Sequence[Any], kept: Sequence[str] = ()) -> pd.DataFrame:
    """Return rows of a table as a typed frame, ready for the schemas; of articles also these kept columns.

    Half characters are given as `?`, one for one, for pandas cannot hold them in every column and spans must stay.
    """
    import pandas as pd

    out = {}
    for column in columns(table):
        cells: Iterable[Any] = map(attrgetter(column.attribute), rows)
        out[column.name] = strings(list(cells)) if column.kind == "text" else series(column.kind, list(cells))
    for name in kept:
        if name not in out:
            out[name] = strings([kept_text(row.kept.get(name)) for row in rows])
    return pd.DataFrame(out)


def strings(cells: Sequence[str | None]) -> pd.Series:
    """Return texts as a column of pandas' `str`; half characters become `?`, one for one."""
    import pandas as pd

    try:
        return pd.Series(cells, dtype="str")
    except UnicodeEncodeError:
        return pd.Series(list(map(_whole, cells)), dtype="str")


def series(kind: Kind | None, cells: Sequence[Any]) -> pd.Series:
    """Return plain values as a column of their kind (None: as pandas sees fit)."""
    import pandas as pd

    if kind == "int":
        return pd.Series(pd.array(cells, dtype="Int64"))
    if kind == "float":
        return pd.Series(pd.array([float("nan") if cell is None else cell for cell in cells], dtype="float64"))
    if kind == "bool":
        return pd.Series(pd.array(cells, dtype="boolean"))
    if kind is None:
        return pd.Series(list(cells))
    return pd.Series(list(cells), dtype=object)


def _whole(value: Any) -> Any:
    if value.__class__ is str and not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            return value.encode("utf-8", "replace").decode()
    return value
