"""Paths to records: files, folders, standard input, and tables in files (JSONL, JSON, CSV, Parquet), plain or .gz.

Streams, in a stable order, every record with its place. Bad input is a record with its reason; only an argument that
does not fit is an error. What a container holds is told by content where its suffix does not say.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import stat
import sys
import tempfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO, Final

from cleaner import readers
from cleaner.config import Config
from cleaner.document import Document
from cleaner.errors import UsageError
from cleaner.readers import rows
from cleaner.readers.binary import is_binary
from cleaner.readers.columns import NAMES, TEXT_ROLES, as_text, check_map, reason, to_records
from cleaner.readers.raw import Raw, with_meta
from cleaner.tables.rows import Evidence
from cleaner.tables.stored import is_run

__all__ = ["Raw", "document", "load_meta", "records", "table_rows", "with_meta"]

_TABLES: Final = {"jsonl": "jsonl", "ndjson": "jsonl", "csv": "csv", "tsv": "tsv", "parquet": "parquet",
                  "pq": "parquet", "json": "json"}  # fmt: skip
_DOCUMENTS: Final = frozenset({"txt", "text", "md", "markdown", "mdown", "mkd", "html", "htm", "xhtml", "shtml"})
_HEAD: Final = 1 << 18
_UNREADABLE: Final = (OSError, EOFError, zlib.error)
_BYTES_PER_CHARACTER: Final = 6
"""The most that one character takes: six bytes as a JSON escape, four in UTF-8."""
_SLACK: Final = 1 << 20
"""What the other columns of a row may take."""
_LARGEST_PACKED_TABLE: Final = 1 << 34


def records(path: Path, config: Config, left: list[str] | None = None) -> Iterator[Raw]:
    """Yield every record of a file, a folder (by sorted path) or a container; of standard input for `-`.

    `left` is told what of a folder is not read: folders that hold the tables of a run, links that lead out of it.
    Raises UsageError when there is no such file, or no column of a container is known to hold the text.
    """
    check_map(config)
    if str(path) == "-":
        yield from _of_stream(sys.stdin.buffer, "-", config)
    elif path.is_dir():
        for name, file in _files(path, [] if left is None else left):
            try:
                yield from _of_file(file, name, config)
            except UsageError as error:
                yield Raw(None, name, rejected=str(error))
    elif path.exists():
        yield from _of_file(path, path.name, config)
    else:
        raise UsageError(f"{path}: no such file or folder. Give a file, a folder, or - for standard input.")


def document(raw: Raw) -> Document:
    """Return a record as blocks; a rejected one has none, and a hint of field `unreadable` that says why."""
    if raw.content is None or raw.rejected is not None:
        why = raw.rejected or "has no content"
        hint = Evidence("unreadable", why, "rejected", None, None, why, 1.0)
        place = f"{raw.path}\n{raw.line}\n{why}".encode("utf-8", "surrogateescape")
        return Document("", (), hints=(*readers.given_hints(raw.given), hint), name=raw.path, kept=raw.kept,
                        sha256=hashlib.sha256(place).hexdigest())  # fmt: skip
    read = readers.document(raw.content, name=raw.path, format=raw.format, given=raw.given)
    return replace(read, kept=raw.kept) if raw.kept else read


def load_meta(path: Path) -> dict[str, dict[str, str]]:
    """Return what a table (CSV, TSV, JSONL, JSON or Parquet) knows of records, by their path, file name, id or address.

    Raises UsageError when there is no such file, it or a row of it cannot be read, or it has no column `path`, `file`,
    `id` or `url`.
    """
    if not path.is_file():
        raise UsageError(f"--meta {path}: no such file. Give a CSV with a column 'path' or 'url'.")
    out: dict[str, dict[str, str]] = {}
    columns: list[str] = []
    for row in table_rows(path, "csv"):
        if row.rejected is not None:
            raise UsageError(f"--meta {path}, line {row.line}: {row.rejected}. Mend the row, or leave it out.")
        values = {str(k).strip().lower(): as_text(v) for k, v in row.values.items()}
        columns = columns or list(values)
        keys = [values.get(name, "") for name in ("path", "file", "filename", "id", "url")]
        known = {k: v for k, v in values.items() if v and k not in ("path", "file", "filename", "id")}
        for key in filter(None, keys):
            out.setdefault(key.replace("\\", "/").removeprefix("./") if "://" not in key else key, known)
    if columns and not out:
        raise UsageError(f"--meta {path}: no column 'path', 'file', 'id' or 'url' to tell which record a row is of. "
                         f"Columns found: {', '.join(map(repr, columns[:30]))}.")  # fmt: skip
    return out


def table_rows(path: Path, otherwise: str = "") -> Iterator[rows.Row]:
    """Yield the rows of a table in a file, as they are: CSV, TSV, JSON lines, JSON or Parquet, plain or .gz.

    `otherwise` is the kind of table that a text is taken for which does not say its kind.
    Raises UsageError when there is no such file, or it holds no table.
    """
    if not path.is_file():
        raise UsageError(f"{path}: no such file. Give a table: .csv, .jsonl or .parquet.")
    with path.open("rb") as file:
        try:
            stream, head = _opened(file)
            kind = _table(path.name, head, Config()) or ("" if is_binary(head) else otherwise)
            if not kind:
                raise UsageError(f"{path}: holds no table that can be read. Expected CSV, JSON lines or Parquet.")
            yield from _rows(kind, stream, head, Config())
        except _UNREADABLE as error:
            raise UsageError(f"{path}: cannot be read: {_why(error)}") from error


# --- folders ---------------------------------------------------------------------------------------------------------


def _files(folder: Path, left: list[str]) -> Iterator[tuple[str, Path]]:
    """Yield relative path and path of every file of a folder, sorted; nothing hidden, no link that leads out of it,
    no folder within that a run wrote its tables to. A folder that cannot be opened stands for itself."""
    root = folder.resolve()
    found: list[Path] = []
    links = 0
    for here, folders, names in os.walk(folder, onerror=lambda error: found.append(Path(error.filename))):
        if "run.json" in names and is_run(Path(here)):
            if Path(here) != folder:
                folders.clear()
                left.append(f"{here}: not read, it holds the tables of an earlier run")
                continue
            left.append(f"{here}: holds the tables of an earlier run, read as records; its texts are in articles alone")
        folders[:] = [name for name in folders if not name.startswith(".")]
        for file in (Path(here) / name for name in (*names, *folders) if not name.startswith(".")):
            if file.is_symlink() and not file.resolve().is_relative_to(root):
                links += 1
            elif file.name not in folders:
                found.append(file)
    if links:
        left.append(f"{folder}: {links:,} {'link that leads' if links == 1 else 'links that lead'} out of it not read")
    yield from sorted((file.relative_to(folder).as_posix(), file) for file in found)


def _of_file(file: Path, name: str, config: Config) -> Iterator[Raw]:
    try:
        mode = file.stat().st_mode
        if not stat.S_ISREG(mode):
            why = "is a folder that cannot be opened" if stat.S_ISDIR(mode) else "is no regular file"
            yield Raw(None, name, rejected=why)
            return
        with file.open("rb") as stream:
            yield from _of_stream(stream, name, config)
    except _UNREADABLE as error:
        yield Raw(None, name, rejected=f"cannot be read: {_why(error)}")


def _of_stream(raw: IO[bytes], name: str, config: Config) -> Iterator[Raw]:
    """Yield the records of one open file, unpacked if need be."""
    try:
        stream, head = _opened(raw)
        if kind := _table(name, head, config):
            yield from to_records(_rows(kind, stream, head, config), name, config)
        else:
            yield _single(stream, name, config)
    except _UNREADABLE as error:
        yield Raw(None, name, rejected=f"cannot be read: {_why(error)}")


def _why(error: Exception) -> str:
    return (isinstance(error, OSError) and error.strerror) or str(error) or type(error).__name__


def _single(stream: IO[bytes], name: str, config: Config) -> Raw:
    content = stream.read(4 * config.max_chars + 5)
    if len(content) > 4 * config.max_chars + 4:
        return Raw(None, name, rejected=f"is longer than {config.max_chars:,} characters")
    why = reason(content, config, "the file")
    own = name if config.id_field == "path" else None
    return Raw(content if why is None else None, name, id=own, rejected=why)


# --- files -----------------------------------------------------------------------------------------------------------


class _Joined(io.RawIOBase):
    """A stream whose beginning has been read already."""

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._head[: len(buffer)] or self._rest.read1(len(buffer))  # type: ignore[attr-defined]
        self._head = self._head[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)


def _opened(raw: IO[bytes]) -> tuple[IO[bytes], bytes]:
    """Return a file as a stream, unpacked if it is gzipped, and how it begins."""
    head = _read(raw, 2)
    joined: IO[bytes] = io.BufferedReader(_Joined(head, raw), _HEAD)
    if head == b"\x1f\x8b":
        joined = gzip.GzipFile(fileobj=joined, mode="rb")  # type: ignore[assignment]
    head = _read(joined, _HEAD)
    return io.BufferedReader(_Joined(head, joined), _HEAD), head


def _read(stream: IO[bytes], size: int) -> bytes:
    """Return up to `size` bytes; fewer only at the end of the stream, or where it breaks off.

    What stands before a break is read, piece by piece, for a larger read would lose it; who reads on meets the break.
    """
    parts = bytearray()
    try:
        while len(parts) < size and (more := stream.read1(size - len(parts))):  # type: ignore[attr-defined]
            parts += more
    except (EOFError, zlib.error, gzip.BadGzipFile):
        if not parts:
            raise
    return bytes(parts)


def _table(name: str, head: bytes, config: Config) -> str:
    """Return what kind of table a file is; nothing if it is one text."""
    suffix = name.lower().removesuffix(".gz").rpartition(".")[2]
    if head.startswith(b"PAR1"):
        return "parquet"
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    stated = _TABLES.get(suffix, "")
    if stated == "json":
        return _json_kind(start) or ("json" if start[:1] in (b"{", b"[") else "")
    if stated == "parquet":
        return ""  # it is none, whatever its name says
    if stated or suffix in _DOCUMENTS:
        return stated
    if kind := _json_kind(start):
        return kind
    wanted = {config.map[role] for role in TEXT_ROLES if role in config.map} or set(NAMES)
    header = rows.csv_header(head) if b"," in start or b";" in start or b"\t" in start or b"|" in start else []
    return "csv" if len(header) > 1 and any(n in wanted or n.lower() in wanted for n in header) else ""


def _json_kind(start: bytes) -> str:
    """Return whether bytes begin as JSONL or as one JSON value that holds objects."""
    if start[:1] == b"{":
        line = start.split(b"\n", 1)[0].strip()
        if line.endswith(b"}") or (len(line) > 2 and b"\n" not in start):
            return "jsonl" if line[1:].lstrip()[:1] in (b'"', b"}") else ""
        return "json" if start[1:].lstrip()[:1] == b'"' else ""
    if start[:1] == b"[":
        return "json" if start[1:].lstrip()[:1] in (b"{", b"]") else ""
    return ""


def _rows(kind: str, stream: IO[bytes], head: bytes, config: Config) -> Iterator[rows.Row]:
    longest = _BYTES_PER_CHARACTER * config.max_chars + _SLACK
    if kind == "jsonl":
        return rows.jsonl(stream, longest)
    if kind == "json":
        return rows.json_values(stream, longest)
    if kind == "parquet":
        return _parquet(stream)
    return rows.csv_rows(stream, head, longest, "\t" if kind == "tsv" else "")


def _parquet(stream: IO[bytes]) -> Iterator[rows.Row]:
    """Yield the rows of a Parquet file that may be packed or come by standard input: it is laid down to be seekable."""
    with tempfile.TemporaryFile() as file:
        size = 0
        while chunk := stream.read(_HEAD):
            size += len(chunk)
            if size > _LARGEST_PACKED_TABLE:
                yield rows.Row(1, rejected=f"is longer than {_LARGEST_PACKED_TABLE:,} bytes")
                return
            file.write(chunk)
        file.seek(0)
        yield from rows.parquet(file)
