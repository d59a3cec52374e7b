"""Tables to files: Parquet, JSON lines or CSV, row by row as they come, each file whole or not there.

Same rows, same bytes: no clock, no run's name, row groups where the caller says. Never decides what a row holds.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Final, Literal, Protocol

from cleaner.errors import UsageError
from cleaner.tables.columns import TABLES, Kind, columns, kept_names, kept_text, values

FileFormat = Literal["parquet", "jsonl", "csv"]
FORMATS: Final[tuple[FileFormat, ...]] = ("parquet", "jsonl", "csv")

FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""A cell of text that begins so runs as a formula in a spreadsheet; in CSV an apostrophe is put before it."""

_SPECIAL: Final = re.compile('[",\r\n]')

Part = dict[str, list[Any]]
"""Rows by table, ready to be written together."""


class Writer(Protocol):
    """Takes rows in plain form and puts them into one file."""

    def add(self, rows: Sequence[list[Any]]) -> None: ...

    def close(self) -> None: ...


class TableFiles:
    """The tables of one run, written beside their final names and moved there by `finish`.

    Left by an exception, nothing of it stays: what stood in the folder before still stands.
    """

    def __init__(self, out: Path, file_format: FileFormat, keep: tuple[str, ...] = ()) -> None:
        if file_format not in FORMATS:
            raise UsageError(f"format {file_format!r}; expected one of {', '.join(FORMATS)}.")
        if file := next((path for path in (out, *out.parents) if path.exists() and not path.is_dir()), None):
            raise UsageError(f"{file} is a file; -o needs a folder.")
        self._out, self._format, self._keep = out, file_format, kept_names(keep)
        self._made = [folder for folder in (out, *out.parents) if not folder.exists()]
        self._parts = {table: out / f".{table}.{file_format}.part" for table in TABLES}
        try:
            out.mkdir(parents=True, exist_ok=True)
            self._writers = {table: self._open(table, path) for table, path in self._parts.items()}
        except OSError as error:
            for part in self._parts.values():
                part.unlink(missing_ok=True)
            why = os.strerror(error.errno) if error.errno else str(error)
            raise UsageError(f"-o {out}: cannot be written to: {why}. Name another folder.") from error

    def add(self, part: Part) -> None:
        """Write rows of every table; in Parquet they become a row group."""
        for table, rows in part.items():
            plain = [values(table, row) for row in rows]
            if table == "articles" and self._keep:
                for cells, row in zip(plain, rows, strict=True):
                    cells += (kept_text(row.kept.get(name)) for name in self._keep)
            self._writers[table].add(plain)

    def finish(self) -> list[Path]:
        """Move the tables to their names and return them; tables of an earlier run in other formats give way."""
        for writer in self._writers.values():
            writer.close()
        paths = []
        for table, part in self._parts.items():
            for other in FORMATS:
                if other != self._format and (self._out / "run.json").is_file():
                    (self._out / f"{table}.{other}").unlink(missing_ok=True)
            paths.append(self._out / f"{table}.{self._format}")
            os.replace(part, paths[-1])
        self._parts = {}
        return paths

    def __enter__(self) -> TableFiles:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not self._parts:
            return
        for writer in self._writers.values():
            writer.close()
        for part in self._parts.values():
            part.unlink(missing_ok=True)
        for folder in self._made:
            if not any(folder.iterdir()):
                folder.rmdir()

    def _open(self, table: str, path: Path) -> Writer:
        names = [(column.name, column.kind) for column in columns(table)]
        if table == "articles":
            names += [(name, "text") for name in self._keep.values()]
        return _WRITERS[self._format](path, names)


class _Lines:
    """JSON lines: one object a row, every column present."""

    def __init__(self, path: Path, names: Sequence[tuple[str, Kind]]) -> None:
        self._file: IO[str] = path.open("w", encoding="utf-8", newline="\n")
        self._names = [name for name, _ in names]
        self._encode = json.JSONEncoder(ensure_ascii=False).encode

    def add(self, rows: Sequence[list[Any]]) -> None:
        self._file.writelines(self._encode(dict(zip(self._names, row, strict=True))) + "\n" for row in rows)

    def close(self) -> None:
        self._file.close()


class _Csv:
    """CSV: lists as JSON, null as an empty cell, formulas made harmless, but in columns that are `trusted`."""

    def __init__(self, path: Path, names: Sequence[tuple[str, Kind]], trusted: Collection[str] = ()) -> None:
        self._file: IO[str] = path.open("w", encoding="utf-8", newline="")
        self._trusted = [name in trusted for name, _ in names]
        self.add([[name for name, _ in names]])

    def add(self, rows: Sequence[list[Any]]) -> None:
        self._file.writelines(self._line(row) + "\n" for row in rows)

    def _line(self, row: list[Any]) -> str:
        if not any(self._trusted):
            return ",".join([_quoted(_cell(value)) for value in row])
        cells = zip(row, self._trusted, strict=True)
        return ",".join([_quoted(v if trusted and isinstance(v, str) else _cell(v)) for v, trusted in cells])

    def close(self) -> None:
        self._file.close()


def _cell(value: Any) -> str:
    """Return a value as the text of a CSV cell.

    >>> _cell("=1+1"), _cell(["a"]), _cell(-0.5), _cell(None), _cell(True)
    ("'=1+1", '["a"]', '-0.5', '', 'true')
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return "'" + value if value.startswith(FORMULA) else value
    if value.__class__ is int:
        return str(value)
    return json.dumps(value, ensure_ascii=False)


def _quoted(cell: str) -> str:
    """Return a cell as it stands in a row. The csv module leaves a lone carriage return bare, which ends the row."""
    return '"' + cell.replace('"', '""') + '"' if _SPECIAL.search(cell) else cell


class _Parquet:
    """Parquet: lists are lists, every call a row group."""

    def __init__(self, path: Path, names: Sequence[tuple[str, Kind]]) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        kinds = {
            "text": pa.string(), "int": pa.int64(), "float": pa.float64(), "bool": pa.bool_(),
            "texts": pa.list_(pa.string()), "spans": pa.list_(pa.list_(pa.int64())),
        }  # fmt: skip
        self._schema = pa.schema([pa.field(name, kinds[kind]) for name, kind in names])
        self._writer = pq.ParquetWriter(path, self._schema, compression="zstd")

    def add(self, rows: Sequence[list[Any]]) -> None:
        import pyarrow as pa

        if rows:
            cells = zip(*rows, strict=True)
            arrays = [pa.array(column, field.type) for column, field in zip(cells, self._schema, strict=True)]
            self._writer.write_table(pa.Table.from_arrays(arrays, schema=self._schema))

    def close(self) -> None:
        self._writer.close()


_Open = Callable[[Path, Sequence[tuple[str, Kind]]], Writer]
_WRITERS: Final[dict[FileFormat, _Open]] = {"parquet": _Parquet, "jsonl": _Lines, "csv": _Csv}


def writer(
    file_format: FileFormat, path: Path, names: Sequence[tuple[str, Kind]], trusted: Collection[str] = ()
) -> Writer:
    """Return what writes one table of any columns. In CSV the cells of `trusted` columns stand as they are."""
    return _Csv(path, names, trusted) if file_format == "csv" else _WRITERS[file_format](path, names)


def write_text(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_text(text, encoding="utf-8", newline="\n")
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)
