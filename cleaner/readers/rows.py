"""The rows of a table in a file: JSONL, a JSON array, CSV or TSV, Parquet. Streams; a bad row is a row with its reason.

Knows nothing of what the columns hold.
"""

from __future__ import annotations

import codecs
import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, Any, Final, cast

from cleaner.readers.charset import decode

_CHUNK: Final = 1 << 16
_DELIMITERS: Final = ",;\t|"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its line (or number) from 1, its values by column, or why it is none."""

    line: int
    values: dict[str, Any] = field(default_factory=dict)
    rejected: str | None = None


# --- JSON ------------------------------------------------------------------------------------------------------------


def jsonl(stream: IO[bytes], longest: int) -> Iterator[Row]:
    """Yield the objects of a file with one JSON value a line. `longest` bounds a line, in bytes.

    >>> [row.values or row.rejected for row in jsonl(io.BytesIO(b'{"a": 1}\\n[]\\n'), 100)]
    [{'a': 1}, 'holds a list; expected a JSON object with named values']
    """
    number = 0
    while line := stream.readline(longest):
        number += 1
        if number == 1:
            line = line.removeprefix(codecs.BOM_UTF8)
        if len(line) >= longest and not line.endswith(b"\n"):
            while (rest := stream.readline(_CHUNK)) and not rest.endswith(b"\n"):
                pass
            yield Row(number, rejected=f"is longer than {longest:,} bytes")
        elif line.strip():
            yield _json_row(number, line)


def _json_row(number: int, line: bytes) -> Row:
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError as error:
        return Row(number, rejected=f"is not UTF-8: byte {line[error.start]:#04x} at position {error.start + 1}")
    try:
        return _object(number, json.loads(text, strict=False))
    except (ValueError, RecursionError) as error:
        return Row(number, rejected=f"is broken JSON: {_short(error)}")


def _object(number: int, value: Any) -> Row:
    if isinstance(value, dict):
        return Row(number, value)
    kind = _KINDS.get(type(value), "number")
    return Row(number, rejected=f"holds a {kind}; expected a JSON object with named values")


_KINDS: Final = {list: "list", str: "text", bool: "truth value", type(None): "null"}


def _short(error: Exception) -> str:
    return "nested too deep" if isinstance(error, RecursionError) else str(error)[:200]


def json_values(stream: IO[bytes], longest: int) -> Iterator[Row]:
    """Yield the objects of a JSON array, read piece by piece; of a single object, its one list of objects or itself.

    >>> [row.values for row in json_values(io.BytesIO(b'[{"a": 1}, {"a": 2}]'), 100)]
    [{'a': 1}, {'a': 2}]
    """
    text = codecs.getreader("utf-8-sig")(stream, "surrogateescape")
    decoder = json.JSONDecoder(strict=False)
    buffer = text.read(_CHUNK).lstrip()
    if not buffer.startswith("["):
        yield from _one_object(buffer, text, longest)
        return
    buffer, number = buffer[1:], 0
    while True:
        buffer = buffer.lstrip(" \t\r\n,")
        while not buffer and (more := text.read(_CHUNK)):
            buffer = more.lstrip(" \t\r\n,")
        if not buffer or buffer[0] == "]":
            return
        number += 1
        try:
            value, end = decoder.raw_decode(buffer)
            if end == len(buffer) and (more := text.read(_CHUNK)):  # a number may go on
                buffer += more
                value, end = decoder.raw_decode(buffer)
        except (ValueError, RecursionError) as error:
            more = text.read(max(_CHUNK, len(buffer))) if len(buffer) <= longest else ""
            if not more:
                long = len(buffer) > longest
                why = f"is longer than {longest:,} characters" if long else f"is broken JSON: {_short(error)}"
                yield Row(number, rejected=f"{why}; what follows it in the list was not read")
                return
            buffer += more
            number -= 1
            continue
        yield _clean_object(number, value, buffer[:end])
        buffer = buffer[end:]


def _clean_object(number: int, value: Any, written: str) -> Row:
    if not written.isascii() and any("\udc80" <= c <= "\udcff" for c in written):
        return Row(number, rejected="is not UTF-8")
    return _object(number, value)


def _one_object(buffer: str, text: codecs.StreamReader, longest: int) -> Iterator[Row]:
    whole = buffer + text.read(longest)
    try:
        value = json.loads(whole, strict=False)
    except (ValueError, RecursionError) as error:
        yield Row(1, rejected=f"is broken JSON: {_short(error)}")
        return
    lists = [v for v in value.values() if _is_table(v)] if isinstance(value, dict) else []
    if len(lists) == 1:
        for number, item in enumerate(lists[0], 1):
            yield _clean_object(number, item, "")
    else:
        yield _clean_object(1, value, whole)


def _is_table(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value[:5])


# --- CSV -------------------------------------------------------------------------------------------------------------


def csv_rows(stream: IO[bytes], head: bytes, longest: int, delimiter: str = "") -> Iterator[Row]:
    """Yield the rows of a CSV or TSV file with a header. `longest` bounds a field, in characters.

    `head`, how the file begins, tells charset and delimiter. The `line` of a row is where it begins.

    >>> data = 'url;body\\nx;"Élysée,\\ndéjà"'.encode("cp1252")
    >>> [(row.line, row.values) for row in csv_rows(io.BytesIO(data), data, 100)]
    [(2, {'url': 'x', 'body': 'Élysée,\\ndéjà'})]
    """
    charset = _charset(head)
    text = io.TextIOWrapper(cast(io.BufferedReader, stream), charset, errors="surrogateescape", newline="")
    csv.field_size_limit(min(longest, (1 << 31) - 1))
    rows = csv.reader(text, delimiter=delimiter or _delimiter(head.decode(charset, "replace")))
    header: list[str] = []
    while True:
        line = rows.line_num + 1
        try:
            values = next(rows)
        except StopIteration:
            return
        except (csv.Error, UnicodeError) as error:
            yield Row(line, rejected=f"is no row of a table: {error}")
            continue
        if not any(values):
            continue
        if not header:
            header = [name.strip() for name in values]
        elif len(values) == len(header):
            yield Row(line, {name: _as_bytes(value) for name, value in zip(header, values, strict=True)})
        else:
            yield Row(line, rejected=f"has {len(values)} fields; the header has {len(header)}")


def _as_bytes(value: str) -> str | bytes:
    """Return a field that the charset of the table does not explain as its bytes, to be decoded by itself."""
    if value.isascii() or not any("\udc80" <= c <= "\udcff" for c in value):
        return value
    return value.encode("utf-8", "surrogateescape")


def _charset(head: bytes) -> str:
    if head.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return "utf-8" if head.isascii() else decode(head[: head.rfind(b"\n") + 1] or head).charset


def _delimiter(head: str) -> str:
    """Return the delimiter that cuts the first line into most fields."""
    first = head.lstrip("\ufeff\r\n").splitlines()[:1]
    counts = {d: len(next(csv.reader(first, delimiter=d), [])) for d in _DELIMITERS}
    return max(_DELIMITERS, key=lambda d: counts[d])


def csv_header(head: bytes) -> list[str]:
    """Return the first row of what may be a table."""
    text = head.decode(_charset(head), "replace").lstrip("\ufeff\r\n")
    first = text.splitlines()[:1]
    if not first or len(first[0]) > 10_000:
        return []
    try:
        return [name.strip() for name in next(csv.reader(first, delimiter=_delimiter(first[0])), [])]
    except csv.Error:
        return []


# --- Parquet ---------------------------------------------------------------------------------------------------------


def parquet(stream: IO[bytes]) -> Iterator[Row]:
    """Yield the rows of a Parquet file, which must be seekable."""
    from pyarrow import ArrowException
    from pyarrow.parquet import ParquetFile

    number = 0
    try:
        for batch in ParquetFile(stream).iter_batches(batch_size=64):
            names = batch.schema.names
            columns = [column.to_pylist() for column in batch.columns]
            for values in zip(*columns, strict=True):
                number += 1
                yield Row(number, dict(zip(names, values, strict=True)))
    except (ArrowException, OSError, ValueError) as error:
        yield Row(number + 1, rejected=f"cannot be read as Parquet: {str(error)[:200]}")
