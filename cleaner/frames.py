"""A data frame of texts in, the tables as data frames out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from cleaner.config import Config
from cleaner.errors import UsageError
from cleaner.tables.columns import TABLES, Kind, columns, kept_names, values
from cleaner.tables.typed import series

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

    Raises UsageError for a column that `df` has not, PackError for a file of the configuration that can't be read.
    """
    import pandas as pd

    from cleaner.run import finish, named, ready
    from cleaner.running.workers import in_order

    for name in (text, *([url] if url else ()), *keep):
        if name not in df.columns:
            raise UsageError(f"no column {name!r} in the data frame. Its columns: {', '.join(map(str, df.columns))}.")
    config = config or Config()
    ready(config)
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
