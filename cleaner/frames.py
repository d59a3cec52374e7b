"""Rows as pandas data frames: the tables of a data frame's texts, and the typed frames that schemas are asked about.

Texts and lists are object columns, whole numbers nullable Int64, shares float64, flags nullable boolean: so a null is a
null and nothing becomes something else on the way.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from cleaner.columns import TABLES, Kind, columns, kept_names, kept_text, values
from cleaner.config import Config
from cleaner.errors import UsageError

if TYPE_CHECKING:
    import pandas as pd

    from cleaner.readers.raw import Raw


def clean_frame(
    df: pd.DataFrame, text: str = "body", url: str | None = None, keep: Sequence[str] = (), config: Config | None = None
) -> dict[str, pd.DataFrame]:
    """Return the tables of a data frame whose column `text` holds pages or texts, one record a row.

    `url` names the column of addresses, `keep` those to carry through. The result maps `articles`, `statements`,
    `ledger`, `evidence`, `issues` and `blocks` to data frames; `articles` has a row for each row of `df`, in its
    order and with its index.

    Raises UsageError for a column that `df` has not.
    """
    import pandas as pd

    from cleaner.run import finish, named
    from cleaner.workers import in_order

    for name in (text, *([url] if url else ()), *keep):
        if name not in df.columns:
            raise UsageError(f"no column {name!r} in the data frame. Its columns: {', '.join(map(str, df.columns))}.")
    config = config or Config()
    results = list(named(in_order(_raws(df, text, url, keep), config, 1)))
    finish(results, config)
    out: dict[str, pd.DataFrame] = {}
    for table in TABLES:
        if table == "articles":
            rows = [
                values(table, result.article) + [result.article.kept.get(name) for name in keep] for result in results
            ]
            names = [column.name for column in columns(table)] + list(kept_names(tuple(keep)).values())
        else:
            rows = [values(table, row) for result in results for row in getattr(result, table)]
            names = [column.name for column in columns(table)]
        cells = list(zip(*rows, strict=True)) or [()] * len(names)
        kinds: dict[str, Kind] = {column.name: column.kind for column in columns(table)}
        out[table] = pd.DataFrame(
            {name: series(kinds.get(name), cell) for name, cell in zip(names, cells, strict=True)},
        )
    out["articles"].index = df.index
    return out


def _raws(df: pd.DataFrame, text: str, url: str | None, keep: Sequence[str]) -> Iterable[Raw]:
    from cleaner.readers.raw import Raw

    addresses = df[url] if url else [None] * len(df)
    kept = [df[name] for name in keep]
    for number, (content, address) in enumerate(zip(df[text], addresses, strict=True)):
        missing = not isinstance(content, (str, bytes))
        yield Raw(
            content=None if missing else content,
            path="",
            line=number + 1,
            given={"url": address} if isinstance(address, str) and address else {},
            kept={name: column.iloc[number] for name, column in zip(keep, kept, strict=True)},
            rejected=f"the cell holds no text but {type(content).__name__}" if missing else None,
        )


def frame(table: str, rows: Sequence[Any], kept: Sequence[str] = ()) -> pd.DataFrame:
    """Return rows of a table as a typed frame, ready for the schemas; of articles also these kept columns.

    Half characters are given as `?`, one for one, for pandas cannot hold them in every column and spans must stay.
    """
    import pandas as pd

    out = {}
    for column in columns(table):
        cells: Iterable[Any] = map(attrgetter(column.attribute), rows)
        out[column.name] = series(column.kind, list(map(_whole, cells) if column.kind == "text" else cells))
    for name in kept:
        if name not in out:
            out[name] = series("text", [kept_text(row.kept.get(name)) for row in rows])
    return pd.DataFrame(out)


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
