"""Reads the tables of a run back, in whichever format they were written. Streams; counts and decides nothing."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from cleaner.errors import SchemaError
from cleaner.tables.columns import Column
from cleaner.tables.columns import columns as columns_of
from cleaner.tables.writing import FORMATS, FORMULA

Row = dict[str, Any]


def find(folder: Path, name: str) -> Path | None:
    """Return the file that holds the table `name`, None when the run has none."""
    return next((path for suffix in FORMATS if (path := folder / f"{name}.{suffix}").is_file()), None)


def rows(folder: Path, name: str, columns: Sequence[str] | None = None) -> Iterator[Row]:
    """Yield the rows of a table in the order they stand, `columns` of them where given; nothing when there is no table.

    Raises SchemaError for a file that is no such table.
    """
    path = find(folder, name)
    if path is None:
        return
    read = {".parquet": _parquet, ".jsonl": _jsonl, ".csv": _csv}[path.suffix]
    try:
        for row in read(path, name, columns):
            yield row if columns is None else {column: row.get(column) for column in columns}
    except (ValueError, OSError, csv.Error) as error:
        raise SchemaError(
            f"{path.name}: cannot be read as the table {name!r}: {error}. Run `cleaner clean` again."
        ) from error


def run_json(folder: Path) -> Row:
    """Return what run.json says of the run, an empty mapping when there is none."""
    path = folder / "run.json"
    if not path.is_file():
        return {}
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise SchemaError(f"run.json: cannot be read: {error}. Run `cleaner clean` again.") from error
    return said if isinstance(said, dict) else {}


def is_run(folder: Path) -> bool:
    """Return whether a folder holds the tables of a run of ours: its run.json says what made them."""
    try:
        return {"config", "data", "verdicts"} <= set(run_json(folder))
    except (SchemaError, OSError):
        return False


def _parquet(path: Path, name: str, columns: Sequence[str] | None) -> Iterator[Row]:
    from pyarrow import parquet

    file = parquet.ParquetFile(path)
    wanted = None if columns is None else [c for c in columns if c in file.schema_arrow.names]
    for batch in file.iter_batches(batch_size=2_000, columns=wanted):
        yield from batch.to_pylist()


def _jsonl(path: Path, name: str, columns: Sequence[str] | None) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def _csv(path: Path, name: str, columns: Sequence[str] | None) -> Iterator[Row]:
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    known = {column.name: column for column in columns_of(name)}
    with path.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            yield {key: _value(cell or "", known.get(key)) for key, cell in row.items() if key is not None}


def _value(cell: str, column: Column | None) -> Any:
    """Return a CSV cell as the value it stands for; the apostrophe that kept a formula from running is taken off.

    >>> _value("'=1+1", None), _value("0.9", Column("confidence", "confidence", "float", False))
    ('=1+1', 0.9)
    """
    if column is not None and column.kind in ("texts", "spans"):
        return json.loads(cell) if cell else []
    if not cell:
        return "" if column is not None and column.kind == "text" and not column.null else None
    if column is None or column.kind == "text":
        return cell[1:] if cell[0] == "'" and cell[1:].startswith(FORMULA) else cell
    return json.loads(cell)
