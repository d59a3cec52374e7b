"""Tables that others made, or a run before, as typed frames: what cannot be read as its column's type is told.

Knows the columns of our tables; every other column is left as it is. Judges nothing beyond types.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from cleaner.errors import SchemaError
from cleaner.tables import files
from cleaner.tables.columns import TABLES, Column, Kind, columns
from cleaner.tables.memory import without_collecting
from cleaner.tables.typed import series, strings
from cleaner.tables.writing import FORMULA
from cleaner.validation.breach import Breach
from cleaner.validation.findings import Origin

if TYPE_CHECKING:
    import pandas as pd

_MARKS: Final[dict[str, frozenset[str]]] = {
    "statements": frozenset({"statement_id"}),
    "ledger": frozenset({"action", "before"}),
    "issues": frozenset({"code", "severity"}),
    "evidence": frozenset({"field", "chosen"}),
    "blocks": frozenset({"block", "element"}),
}
"""Columns by which a table is known whose file bears no table's name; any other table holds articles."""
_ESCAPED: Final = re.compile(r"\\\\|\\u(d[89a-f][0-9a-f]{2})")
_ESCAPE: Final = re.compile(rb"\\u")
_WRONG: Final = object()


class Loaded(NamedTuple):
    """Tables as typed frames, what in them is of a wrong type, and the file and lines each came from."""

    tables: dict[str, pd.DataFrame]
    wrong: list[Breach]
    origins: dict[str, Origin]


def load(path: Path, mapping: Mapping[str, str] | None = None) -> Loaded:
    """Return the tables of a file, or of a run's folder, as typed frames, and what is of a wrong type.

    `mapping` names the column that holds a field, as --map does. Raises SchemaError for what is no table.
    """
    if path.is_dir():
        names = [f"{table}{suffix}" for table in TABLES for suffix in files.SUFFIXES]
        found = [path / name for name in names if (path / name).is_file()]
        if not found:
            raise SchemaError(f"{path}: holds no tables. Expected articles.parquet, .jsonl or .csv.")
    elif path.is_file():
        found = [path]
    else:
        raise SchemaError(f"{path}: no such file. Give a table (.csv, .jsonl, .parquet) or the folder of a run.")
    loaded = Loaded({}, [], {})
    for file in found:
        with without_collecting():
            cells, csv, lines = files.read(file)
            cells = _mapped(cells, mapping or {}, file.name)
            name = _table(file.name.partition(".")[0], cells)
            loaded.tables[name], wrong = typed(name, cells, csv)
        loaded.wrong.extend(wrong)
        loaded.origins[name] = Origin(file.name, lines)
    return loaded


def of_frame(df: pd.DataFrame, table: str = "articles", mapping: Mapping[str, str] | None = None) -> Loaded:
    """Return a data frame as a table, typed; rows are numbered by their place, whatever the index says.

    Raises SchemaError for a column that `mapping` names and the frame has not.
    """
    cells = _mapped({str(name): df[name] for name in df.columns}, mapping or {}, "the data frame")
    frame, wrong = typed(table, cells, csv=False)
    return Loaded({table: frame}, wrong, {})


def _mapped(cells: dict[str, Any], mapping: Mapping[str, str], where: str) -> dict[str, Any]:
    """Return columns under the names of the fields that `mapping` says they hold."""
    for field, column in mapping.items():
        if column not in cells:
            names = ", ".join(map(repr, list(cells)[:30]))
            raise SchemaError(f"{where}: no column {column!r}, which --map names. Columns found: {names}.")
        cells[field] = cells.pop(column)
    return cells


def _table(stem: str, cells: Mapping[str, Any]) -> str:
    """Return which table a file holds: the one it is named after, else the one whose columns it has."""
    if stem in TABLES:
        return stem
    return next((table for table, marks in _MARKS.items() if marks <= set(cells)), "articles")


def typed(name: str, cells: Mapping[str, Any], csv: bool = True) -> tuple[pd.DataFrame, list[Breach]]:
    """Return cells by column as a typed frame of a table, and what is of a wrong type; of CSV every cell is text."""
    import pandas as pd

    known = {column.name: column for column in columns(name)}
    out: dict[str, pd.Series] = {}
    found: list[Breach] = []
    for label, values in cells.items():
        column = known.get(label)
        if column is None:
            out[label] = _as_found(values)
            continue
        ready = None if csv else _ready(values, column.kind)
        if ready is not None:
            out[label] = ready
            continue
        plain = values.to_pylist() if hasattr(values, "to_pylist") else _plain(values)
        read = [_value(value, column, csv) for value in plain]
        wrong = tuple(row for row, value in enumerate(read) if value is _WRONG)
        if wrong:
            message = f"no {_NAMES[column.kind]} (column {label}): {str(plain[wrong[0]])[:60]!r}"
            found.append(Breach(name, "wrong_type", label, "error", message, wrong, f"{name}/types"))
            read = [None if value is _WRONG else value for value in read]
        out[label] = strings(read) if column.kind == "text" else series(column.kind, read)
    return pd.DataFrame(out), found


def _plain(values: Any) -> list[Any]:
    """Return cells as plain values; what pandas calls missing is None."""
    import pandas as pd

    if isinstance(values, pd.Series):
        return [None if missing else value for value, missing in zip(values, values.isna(), strict=True)]
    return list(values)


def _as_found(values: Any) -> pd.Series:
    """Return a column of the user's as pandas reads it, every text as one of `str`."""
    import pandas as pd

    if isinstance(values, pd.Series):
        return values.reset_index(drop=True)
    if not isinstance(values, list):
        return pd.Series(values.to_pandas())
    kinds = {type(value) for value in values} - {type(None)}
    return strings(values) if kinds == {str} else pd.Series(values, dtype=object)


def _ready(values: Any, kind: Kind) -> pd.Series | None:
    """Return a column that is of its type already, looked at as a whole; None when each value must be looked at."""
    import pandas as pd

    if isinstance(values, list):
        plain = kind == "text" and not {type(value) for value in values} - {str, type(None)}
        return strings(values) if plain and not any(value and "\\u" in value for value in values) else None
    if isinstance(values, pd.Series):
        if kind == "text" and isinstance(values.dtype, pd.StringDtype):
            return values.astype("str").reset_index(drop=True)
        return None
    return _of_arrow(values, kind)


def _of_arrow(values: Any, kind: Kind) -> pd.Series | None:
    import pandas as pd
    import pyarrow as pa
    import pyarrow.compute as pc

    types, stands = pa.types, values.type
    if kind == "text" and (types.is_string(stands) or types.is_large_string(stands)):
        buffers = (chunk.buffers()[2] for chunk in values.chunks)
        if any(buffer is not None and _ESCAPE.search(buffer) for buffer in buffers):
            return None
        return pd.Series(pd.array(values.cast(pa.large_string()), dtype="str"))
    if kind == "int" and types.is_integer(stands):
        return pd.Series(values.cast(pa.int64()).to_pandas(types_mapper={pa.int64(): pd.Int64Dtype()}.get))
    if kind == "bool" and types.is_boolean(stands):
        return pd.Series(values.to_pandas(types_mapper={pa.bool_(): pd.BooleanDtype()}.get))
    if kind == "float" and types.is_floating(stands):
        return pd.Series(values.to_pandas())
    if kind == "texts" and types.is_list(stands) and types.is_string(stands.value_type):
        # as Arrow: a million lists of Python take a second and a hundred megabytes a column
        return None if pc.list_flatten(values).null_count else pd.Series(pd.array(values, pd.ArrowDtype(stands)))
    return None


_NAMES: Final = {"text": "text", "int": "whole number", "float": "number", "bool": "true or false",
                 "texts": "list of texts", "spans": "list of [start, end]"}  # fmt: skip


def _value(value: Any, column: Column, csv: bool) -> Any:
    """Return a cell as its column's kind; _WRONG for what is of another."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return None
    if csv and value == "" and (column.null or column.kind != "text"):
        return None if column.kind not in ("texts", "spans") else []
    if column.kind == "text":
        return _text(value, csv, column.name)
    if column.kind == "bool":
        return value if isinstance(value, bool) else {"true": True, "false": False}.get(str(value).lower(), _WRONG)
    if column.kind in ("int", "float"):
        return _number(value, column.kind)
    return _list(value, column.kind)


def _text(value: Any, csv: bool, name: str) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if not isinstance(value, str):
        return str(value) if name == "article_id" and isinstance(value, int) else _WRONG
    if csv and value[:1] == "'" and value[1:2] and value[1] in FORMULA:
        value = value[1:]
    if "\\u" in value and any(match[1] for match in _ESCAPED.finditer(value)):
        # a half character takes one place in a span, not the six it is written with
        value = _ESCAPED.sub(lambda match: "?" if match[1] else "\\", value)
    return value


def _number(value: Any, kind: str) -> Any:
    if isinstance(value, bool):
        return _WRONG
    try:
        number = float(value)
    except (TypeError, ValueError):
        return _WRONG
    if not math.isfinite(number):
        return _WRONG
    if kind == "float":
        return number
    return int(number) if number.is_integer() and abs(number) < 2**63 else _WRONG


def _list(value: Any, kind: str) -> Any:
    if isinstance(value, str):
        try:
            value = json.loads(value) if value.startswith("[") else [value]
        except (ValueError, RecursionError):
            return _WRONG
    if not isinstance(value, list | tuple):
        return _WRONG
    if kind == "texts":
        return list(value) if all(isinstance(item, str) for item in value) else _WRONG
    whole = all(
        isinstance(pair, list | tuple) and len(pair) == 2 and all(type(n) is int for n in pair) for pair in value
    )
    return [list(pair) for pair in value] if whole else _WRONG
