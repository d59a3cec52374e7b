"""The repairs alone, over columns of a table: the same rows with the columns repaired, and a ledger of the changes.

Reads and writes CSV, JSON lines and Parquet. Everything but the columns named stays as it is.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final

from cleaner.errors import UsageError
from cleaner.readers.containers import table_rows
from cleaner.readers.rows import Row
from cleaner.repairs import Fixed, fix
from cleaner.tables.columns import Kind, written
from cleaner.tables.writing import FileFormat, Writer, writer

if TYPE_CHECKING:
    import pandas as pd

LEDGER: Final[tuple[tuple[str, Kind], ...]] = (
    ("row", "int"), ("column", "text"), ("start", "int"), ("end", "int"), ("before", "text"), ("after", "text"),
    ("kind", "text"), ("rule", "text"), ("why", "text"), ("confidence", "float"),
)  # fmt: skip
"""One change a row: `row` counts records from 1, [start, end) are code points of the cell as it was."""
_SUFFIXES: Final[dict[str, FileFormat]] = {
    "csv": "csv", "jsonl": "jsonl", "ndjson": "jsonl", "parquet": "parquet", "pq": "parquet",
}  # fmt: skip
_BATCH: Final = 500


@dataclass(slots=True)
class Counts:
    """How many rows were read, in how many cells how much was repaired, and which rows can't be read, by line."""

    rows: int = 0
    cells: int = 0
    changes: int = 0
    rejected: list[tuple[int, str]] = field(default_factory=list)


def fix_table(
    source: Path,
    columns: Sequence[str],
    out: Path,
    ledger: Path | None = None,
    language: str | None = None,
    tell: Callable[[Counts], None] | None = None,
) -> Counts:
    """Write a table with its columns repaired, and every change to `ledger`; return what was done.

    The suffixes of `out` and `ledger` say what they become: .csv, .jsonl, .parquet. A cell that is no text stays as it
    is. `tell` hears of the counts every few hundred rows.

    Raises UsageError for a column that is not there, and for a file that is none or of another kind.
    """
    for path in filter(None, (out, ledger)):
        _kind(path)
        if path.resolve() == source.resolve():
            raise UsageError(f"{path}: would be written over the table it is read from. Give it another name.")
    counts = Counts()
    with ExitStack() as stack:
        table = stack.enter_context(_Out(out))
        changes = stack.enter_context(_Out(ledger))
        changes.open(LEDGER)
        if _parquet(source) and _kind(out) == "parquet":
            _same(source, columns, table, changes, language, counts, tell)
            return counts
        for batch in _batches(table_rows(source), counts):
            if not table.names:
                _check(columns, list(batch[0].values), source)
                names = [(name, "text") for name in batch[0].values]
                table.open(names, [name for name, _ in names if name not in columns])  # type: ignore[arg-type]
            for row in batch:
                _fix_row(row, columns, language, counts, changes)
            table.add_objects([row.values for row in batch])
            if tell:
                tell(counts)
        if not table.names:
            empty = "It is empty, or has a header alone."
            first = "Line {} {}.".format(*counts.rejected[0]) if counts.rejected else empty
            raise UsageError(f"{source}: no row that can be read. {first}")
    return counts


def fix_frame(
    frame: pd.DataFrame, column: str | Sequence[str], language: str | None = None
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return a copy of a data frame with a column (or several) repaired, and the changes as a data frame.

    `row` of the changes counts rows from 1. Raises UsageError for a column that is not there.
    """
    import pandas as pd

    columns = [column] if isinstance(column, str) else list(column)
    _check(columns, [str(name) for name in frame.columns], None)
    repaired = frame.copy()
    entries: list[list[Any]] = []
    for name in columns:
        cells = frame[name].tolist()
        for number, cell in enumerate(cells):
            if isinstance(cell, str) and (fixed := _fixed(cell, language)).ledger:
                cells[number] = fixed.text
                entries += _entries(number + 1, name, fixed)
        repaired[name] = pd.Series(cells, index=frame.index, dtype=frame[name].dtype)
    return repaired, pd.DataFrame(entries, columns=[name for name, _ in LEDGER])


@lru_cache(maxsize=1024)
def _fixed(text: str, language: str | None) -> Fixed:
    return fix(text, language)


def _fix_row(row: Row, columns: Sequence[str], language: str | None, counts: Counts, changes: _Out) -> None:
    """Repair the cells of a row in place."""
    counts.rows += 1
    for name in columns:
        cell = row.values.get(name)
        if isinstance(cell, bytes):
            from cleaner.readers.charset import decode

            row.values[name] = cell = decode(cell).text
        if isinstance(cell, str) and cell and (fixed := _fixed(cell, language)).ledger:
            row.values[name] = fixed.text
            counts.cells += 1
            counts.changes += len(fixed.ledger)
            changes.add(_entries(counts.rows, name, fixed))


def _entries(row: int, column: str, fixed: Fixed) -> list[list[Any]]:
    return [
        [row, column, e.start, e.start + len(e.before), written(e.before), written(e.after), e.kind, e.rule,
         written(e.why), round(e.confidence, 3)]
        for e in fixed.ledger
    ]  # fmt: skip


def _check(columns: Sequence[str], found: Sequence[str], source: Path | None) -> None:
    for name in columns:
        if name not in found:
            where = f"{source}: no" if source else "no"
            raise UsageError(f"{where} column {name!r}. Columns found: {', '.join(map(repr, found[:40])) or 'none'}.")


def _kind(path: Path) -> FileFormat:
    suffix = path.suffix.lower().removeprefix(".")
    if suffix not in _SUFFIXES:
        raise UsageError(f"{path}: its name does not say what to write. End it in .csv, .jsonl or .parquet.")
    return _SUFFIXES[suffix]


def _parquet(source: Path) -> bool:
    if not source.is_file():
        raise UsageError(f"{source}: no such file. Give a table: .csv, .jsonl or .parquet.")
    with source.open("rb") as file:
        return file.read(4) == b"PAR1"


def _batches(rows: Iterator[Row], counts: Counts) -> Iterator[list[Row]]:
    batch: list[Row] = []
    for row in rows:
        if row.rejected:
            counts.rejected.append((row.line, row.rejected))
            continue
        batch.append(row)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _same(
    source: Path, columns: Sequence[str], table: _Out, changes: _Out, language: str | None, counts: Counts,
    tell: Callable[[Counts], None] | None,
) -> None:  # fmt: skip
    """Repair columns from Parquet to Parquet: types, order and the other columns stay as they are."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(source)
    except (pa.ArrowException, OSError, ValueError) as error:
        raise UsageError(f"{source}: cannot be read as Parquet: {str(error)[:200]}") from error
    schema = file.schema_arrow
    _check(columns, schema.names, source)
    with pq.ParquetWriter(table.part, schema, compression="zstd") as target:
        for batch in file.iter_batches(batch_size=_BATCH):
            cells = {name: batch.column(name).to_pylist() for name in columns}
            for number in range(batch.num_rows):
                row = Row(0, {name: values[number] for name, values in cells.items()})
                _fix_row(row, columns, language, counts, changes)
                for name, value in row.values.items():
                    cells[name][number] = written(value) if isinstance(value, str) else value
            for name, values in cells.items():
                at = schema.get_field_index(name)
                batch = batch.set_column(at, schema.field(at), pa.array(values, schema.field(at).type))
            target.write_batch(batch)
            if tell:
                tell(counts)


class _Out:
    """A table that is written beside its name, and moved there when all went well; nothing where there is no path."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._writer: Writer | None = None
        self.names: list[str] = []
        if path:
            self.part = path.with_name(f".{path.name}.part")

    def open(self, names: Sequence[tuple[str, Kind]], trusted: Sequence[str] = ()) -> None:
        """Say which columns it has; in CSV, cells of those trusted stand as they are."""
        self.names = [name for name, _ in names]
        if self._path:
            self._writer = writer(_kind(self._path), self.part, names, trusted)

    def add(self, rows: Sequence[list[Any]]) -> None:
        """Write rows in the order of the columns."""
        if self._writer and rows:
            self._writer.add(rows)

    def add_objects(self, rows: Sequence[dict[str, Any]]) -> None:
        """Write rows by the names of their columns, which are those of the first row."""
        assert self._path
        more = {name for row in rows for name in row}.difference(self.names)
        if more:
            raise UsageError(f"{self._path}: some rows have a column {min(more)!r} that the first has not; "
                             f"so they make no table. Give every row the same columns.")  # fmt: skip
        plain = _kind(self._path) != "jsonl"
        self.add([[_value(row.get(name), plain) for name in self.names] for row in rows])

    def __enter__(self) -> _Out:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._writer:
            self._writer.close()
        if self._path and self.part.exists():
            if kind is None:
                os.replace(self.part, self._path)
            else:
                self.part.unlink()


def _value(value: Any, plain: bool) -> Any:
    """Return a value as a file takes it; as text where it takes nothing else."""
    if isinstance(value, bytes):
        value = value.decode("utf-8", "surrogateescape")
    if isinstance(value, str):
        return written(value)
    return value if value is None or not plain else json.dumps(value, ensure_ascii=False, default=str)
