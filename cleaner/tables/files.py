"""A file that holds a table, as cells by column: CSV, TSV, JSON lines or Parquet, plain or .gz. Knows no types.

What Parquet holds comes as Arrow, whole columns at once; of the others each cell is a Python value, and the line at
which its row begins is known.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any, Final, NamedTuple

from cleaner.errors import SchemaError
from cleaner.tables.jsonline import json_object

SUFFIXES: Final = (".parquet", ".pq", ".jsonl", ".ndjson", ".csv", ".tsv")


class Cells(NamedTuple):
    """The columns of a file; whether they come from CSV, where everything is text; the line of each row."""

    columns: dict[str, Any]
    csv: bool
    lines: list[int] | None


def read(file: Path) -> Cells:
    """Return what a file holds.

    Raises SchemaError for what is no table, with the line that is none.
    """
    suffix = Path(file.name.lower().removesuffix(".gz")).suffix
    try:
        if suffix in (".parquet", ".pq"):
            from pyarrow import parquet

            table = parquet.read_table(file)
            return Cells({name: table.column(name) for name in table.column_names}, False, None)
        with _opened(file) as lines:
            if suffix in (".jsonl", ".ndjson"):
                return _by_column(_objects(file.name, lines), False, ())
            if suffix in (".csv", ".tsv"):
                head: list[str] = []
                return _by_column(_records(file.name, lines, "\t" if suffix == ".tsv" else None, head), True, head)
    except UnicodeDecodeError as error:
        raise SchemaError(f"{file.name}: is not in UTF-8 ({error.reason}). Save it as UTF-8.") from error
    except (OSError, ValueError, EOFError) as error:
        raise SchemaError(f"{file.name}: cannot be read as a table: {error}") from error
    raise SchemaError(
        f"{file.name}: no table that is known. Expected {', '.join(SUFFIXES)} (or .gz of the last four)."
    )


def _opened(file: Path) -> IO[str]:
    if file.name.lower().endswith(".gz"):
        return gzip.open(file, "rt", encoding="utf-8-sig", newline="")
    return file.open(encoding="utf-8-sig", newline="")


def _objects(name: str, lines: IO[str]) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield number, json_object(line, f"{name}, line {number}", "Each line is an object of column: value.")


def _records(
    name: str, lines: IO[str], delimiter: str | None, columns: list[str]
) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield line and cells of each row; the names of the columns are put into `columns`, for there may be no row."""
    import csv

    csv.field_size_limit(2**31 - 1)
    head = lines.readline()
    lines.seek(0)
    delimiter = delimiter or max(",;\t|", key=head.count)
    try:
        reader = csv.DictReader(lines, delimiter=delimiter)
        if reader.fieldnames and len(set(reader.fieldnames)) < len(reader.fieldnames):
            twice = next(field for field in reader.fieldnames if reader.fieldnames.count(field) > 1)
            raise SchemaError(f"{name}: the column {twice!r} stands twice. Rename one of the two.")
        columns += reader.fieldnames or ()
        line = reader.line_num + 1
        for row in reader:
            row.pop(None, None)
            yield line, row
            line = reader.line_num + 1
        if not reader.line_num:
            raise SchemaError(f"{name}: is empty. Expected a line with the names of the columns.")
    except csv.Error as error:
        raise SchemaError(f"{name}, line {reader.line_num}: no CSV: {error}") from error


def _by_column(rows: Iterator[tuple[int, Mapping[str, Any]]], csv: bool, known: Iterable[str]) -> Cells:
    """Return rows turned into columns, those that are `known` even without a row; a value a row lacks is None."""
    out: dict[str, list[Any]] = {}
    lines: list[int] = []
    for count, (line, row) in enumerate(rows):
        lines.append(line)
        if row.keys() != out.keys():
            for name in row:
                if name not in out:
                    out[name] = [None] * count
        for name, cells in out.items():
            cells.append(row.get(name))
    return Cells(out or {name: [] for name in known}, csv, lines)
