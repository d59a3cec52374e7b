"""Tables that others made, or a run before, as typed frames: what cannot be read as its column's type is told.

Knows the columns of our tables; every other column is left as it is. Judges nothing beyond types.
"""

from __future__ import annotations

import gzip
import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

from cleaner.check import Breach
from cleaner.columns import TABLES, Column, columns
from cleaner.errors import SchemaError
from cleaner.typed import series
from cleaner.writing import FORMULA

if TYPE_CHECKING:
    import pandas as pd

_SUFFIXES: Final = (".parquet", ".pq", ".jsonl", ".ndjson", ".csv", ".tsv")
_MARKS: Final[dict[str, frozenset[str]]] = {
    "statements": frozenset({"statement_id"}),
    "ledger": frozenset({"action", "before"}),
    "issues": frozenset({"code", "severity"}),
    "evidence": frozenset({"field", "chosen"}),
    "blocks": frozenset({"block", "element"}),
}
"""Columns by which a table is known whose file bears no table's name; any other table holds articles."""
_ESCAPED: Final = re.compile(r"\\\\|\\u(d[89a-f][0-9a-f]{2})")
_WRONG: Final = object()


def load(path: Path, mapping: Mapping[str, str] | None = None) -> tuple[dict[str, pd.DataFrame], list[Breach]]:
    """Return the tables of a file, or of a run's folder, as typed frames, and what is of a wrong type.

    `mapping` names the column that holds a field, as --map does. Raises SchemaError for what is no table.
    """
    if path.is_dir():
        files = [file for table in TABLES for suffix in _SUFFIXES if (file := path / f"{table}{suffix}").is_file()]
        if not files:
            raise SchemaError(f"{path}: holds no tables. Expected articles.parquet, .jsonl or .csv.")
    elif path.is_file():
        files = [path]
    else:
        raise SchemaError(f"{path}: no such file. Give a table (.csv, .jsonl, .parquet) or the folder of a run.")
    tables: dict[str, pd.DataFrame] = {}
    found: list[Breach] = []
    for file in files:
        cells, csv = _columns(file)
        for field, column in (mapping or {}).items():
            if column not in cells:
                names = ", ".join(map(repr, list(cells)[:30]))
                raise SchemaError(f"{file.name}: no column {column!r}, which --map names. Columns found: {names}.")
            cells[field] = cells.pop(column)
        name = file.name.partition(".")[0]
        if name not in TABLES:
            name = next((table for table, marks in _MARKS.items() if marks <= set(cells)), "articles")
        tables[name], wrong = _typed(name, cells, csv)
        found += wrong
    return tables, found


def _typed(name: str, cells: Mapping[str, list[Any]], csv: bool) -> tuple[pd.DataFrame, list[Breach]]:
    import pandas as pd

    known = {column.name: column for column in columns(name)}
    out: dict[str, pd.Series] = {}
    found: list[Breach] = []
    for label, values in cells.items():
        column = known.get(label)
        if column is None:
            out[label] = pd.Series(values, dtype=object)
            continue
        read = [_value(value, column, csv) for value in values]
        wrong = tuple(row for row, value in enumerate(read) if value is _WRONG)
        if wrong:
            message = f"no {_NAMES[column.kind]} (column {label}): {str(values[wrong[0]])[:60]!r}"
            found.append(Breach(name, "wrong_type", label, "error", message, wrong))
        out[label] = series(column.kind, [None if value is _WRONG else value for value in read])
    return pd.DataFrame(out), found


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
        except ValueError:
            return _WRONG
    if not isinstance(value, list | tuple):
        return _WRONG
    if kind == "texts":
        return list(value) if all(isinstance(item, str) for item in value) else _WRONG
    whole = all(
        isinstance(pair, list | tuple) and len(pair) == 2 and all(type(n) is int for n in pair) for pair in value
    )
    return [list(pair) for pair in value] if whole else _WRONG


# --- files -----------------------------------------------------------------------------------------------------------


def _columns(file: Path) -> tuple[dict[str, list[Any]], bool]:
    """Return a file's cells by column, and whether they come from CSV, where everything is text."""
    suffix = Path(file.name.lower().removesuffix(".gz")).suffix
    try:
        if suffix in (".parquet", ".pq"):
            from pyarrow import parquet

            table = parquet.read_table(file)
            return {name: table.column(name).to_pylist() for name in table.column_names}, False
        with _opened(file) as lines:
            if suffix in (".jsonl", ".ndjson"):
                return _by_column(_objects(file.name, lines)), False
            if suffix in (".csv", ".tsv"):
                return _by_column(_records(file.name, lines, "\t" if suffix == ".tsv" else None)), True
    except (OSError, ValueError, EOFError) as error:
        raise SchemaError(f"{file.name}: cannot be read as a table: {error}") from error
    raise SchemaError(
        f"{file.name}: no table that is known. Expected {', '.join(_SUFFIXES)} (or .gz of the last four)."
    )


def _opened(file: Path) -> IO[str]:
    if file.name.lower().endswith(".gz"):
        return gzip.open(file, "rt", encoding="utf-8-sig", newline="")
    return file.open(encoding="utf-8-sig", newline="")


def _objects(name: str, lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                row = json.loads(line)
            except ValueError as error:
                raise SchemaError(f"{name}, line {number}: no JSON: {error}") from error
            if not isinstance(row, dict):
                raise SchemaError(f"{name}, line {number}: expected an object of column: value, found {line[:40]!r}.")
            yield row


def _records(name: str, lines: IO[str], delimiter: str | None) -> Iterator[dict[str, Any]]:
    import csv

    csv.field_size_limit(2**31 - 1)
    head = lines.readline()
    lines.seek(0)
    delimiter = delimiter or max(",;\t|", key=head.count)
    try:
        reader = csv.DictReader(lines, delimiter=delimiter)
        if reader.fieldnames and len(set(reader.fieldnames)) < len(reader.fieldnames):
            twice = next(field for field in reader.fieldnames if reader.fieldnames.count(field) > 1)
            raise SchemaError(f"{name}: the column {twice!r} stands twice.")
        for row in reader:
            row.pop(None, None)
            yield row
        if not reader.line_num:
            raise SchemaError(f"{name}: is empty.")
    except csv.Error as error:
        raise SchemaError(f"{name}, line {reader.line_num}: no CSV: {error}") from error


def _by_column(rows: Iterable[dict[str, Any]]) -> dict[str, list[Any]]:
    """Return rows turned into columns; a value a row lacks is None."""
    out: dict[str, list[Any]] = {}
    for count, row in enumerate(rows):
        for name in row:
            if name not in out:
                out[name] = [None] * count
        for name, cells in out.items():
            cells.append(row.get(name))
    return out
