"""Rows to records: which column holds the text, which hold what is known of it, which are carried through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, Final

from cleaner.config import Config
from cleaner.document import Format
from cleaner.errors import UsageError
from cleaner.readers.binary import is_binary
from cleaner.readers.raw import Raw
from cleaner.readers.rows import Row

TEXT_ROLES: Final[dict[str, Format | None]] = {"html": "html", "markdown": "markdown", "text": None}
FIELD_ROLES: Final = (
    "url", "published", "modified", "publisher", "title", "authors", "language", "section", "crawled",
)  # fmt: skip
NAMES: Final = (
    "html", "raw_html", "rawhtml", "page_html", "html_content", "htmlcontent", "markdown", "md", "maintext",
    "main_text", "articlebody", "article_body", "article_text", "articletext", "text", "full_text",
    "fulltext", "plain_text", "raw_text", "body", "body_text", "content", "article", "document", "story",
    "raw",
)  # fmt: skip
"""Names that scrapers give the column with the text, the richest form first; compared without case."""
_LOOKED_AT: Final = 50


def to_records(rows: Iterable[Row], path: str, config: Config) -> Iterator[Raw]:
    """Yield the rows of the container at `path` as records.

    Raises UsageError when no column of the first rows holds a text, or none is named as the configuration says.
    """
    rest = iter(rows)
    first: list[Row] = []
    for row in rest:
        first.append(row)
        if row.values and len(first) >= 1 and _text_column(row.values, config):
            break
        if len(first) >= _LOOKED_AT:
            break
    filled = [row for row in first if row.values]
    if filled and not any(_text_column(row.values, config) for row in filled):
        raise UsageError(_no_column(path, filled[0].values, config))
    for row in chain(first, rest):
        yield _record(row, path, config)


def check_map(config: Config) -> None:
    """Raise UsageError for a role in `--map` that means nothing."""
    known = (*TEXT_ROLES, *FIELD_ROLES)
    if unknown := sorted(set(config.map) - set(known)):
        raise UsageError(f"--map {unknown[0]}={config.map[unknown[0]]}: {unknown[0]!r} is nothing that a column holds. "
                         f"Write role=column with one of these roles: {', '.join(known)}.")  # fmt: skip


def _no_column(path: str, values: Mapping[str, Any], config: Config) -> str:
    names = ", ".join(map(repr, list(values)[:30])) or "none"
    mapped = [config.map[role] for role in TEXT_ROLES if role in config.map]
    sought = f"no column {mapped[0]!r}, which --map names" if mapped else "no column that is known to hold the text"
    example = next(iter(values), "body")
    return f"{path}: {sought}. Columns found: {names}. Say which one it is: --map text={example} (or html={example})."


def _text_column(values: Mapping[str, Any], config: Config) -> tuple[str, Format | None] | None:
    """Return the column that holds the text and the format that this implies."""
    for role, format_ in TEXT_ROLES.items():
        if role in config.map:
            return (config.map[role], format_) if config.map[role] in values else None
    folded = {name.strip().lower(): name for name in reversed(list(values)) if isinstance(name, str)}
    present = [folded[name] for name in NAMES if name in folded]
    filled = next((name for name in present if isinstance(values[name], str | bytes) and values[name]), None)
    column = filled or next((name for name in present if values[name] is not None), present[0] if present else None)
    return (column, None) if column is not None else None


def _record(row: Row, path: str, config: Config) -> Raw:
    """Return one row as a record; what is wrong with it is its reason."""
    if row.rejected is not None:
        return Raw(None, path, row.line, rejected=f"line {row.line} {row.rejected}")
    values = row.values
    kept = {name: values.get(name) for name in config.keep}
    own = values.get(config.id_field) if config.id_field else None
    common = {"given": _given(values, config), "kept": kept, "id": None if own is None else str(own)}
    found = _text_column(values, config)
    if found is None:
        return Raw(None, path, row.line, rejected=f"line {row.line} has no column with the text", **common)  # type: ignore[arg-type]
    column, format_ = found
    content = values[column]
    why = reason(content, config, f"column {column!r}")
    return Raw(content if why is None else None, path, row.line, format_, rejected=why, **common)  # type: ignore[arg-type]


def reason(content: Any, config: Config, what: str) -> str | None:
    """Return why a value can't be read as a text, None if it may be."""
    if content is None:
        return f"{what} is empty"
    if isinstance(content, bytes):
        if why := is_binary(content):
            return f"{what} holds {why}"
        size = len(content) if len(content) <= config.max_chars else _length(content)
    elif isinstance(content, str):
        size = len(content)
    else:
        return f"{what} holds a {type(content).__name__}, not a text"
    if size > config.max_chars:
        return f"{what} is longer than {config.max_chars:,} characters"
    return None


def _length(content: bytes) -> int:
    from cleaner.readers.charset import decode

    return len(decode(content).text)


def _given(values: Mapping[str, Any], config: Config) -> dict[str, str]:
    """Return what the row says of its record: by mapped columns, else by columns of the same name."""
    folded = {name.strip().lower(): name for name in reversed(list(values)) if isinstance(name, str)}
    text = _text_column(values, config)
    out: dict[str, str] = {}
    for role in FIELD_ROLES:
        column = config.map.get(role) or folded.get(role)
        if column is None or column not in values or (text and column == text[0]):
            continue
        if value := as_text(values[column]):
            out[role] = value
    return out


def as_text(value: Any) -> str:
    """Return a value of a column as a text: dates as ISO 8601, lists with semicolons; nothing for nothing.

    >>> as_text(["Ann", "Bob"]), as_text(None), as_text(float("nan"))
    ('Ann; Bob', '', '')
    """
    if value is None or (isinstance(value, float) and value != value):
        return ""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace").strip()
    if isinstance(value, list | tuple):
        return "; ".join(filter(None, map(as_text, value)))
    if isinstance(value, dict):
        return as_text(value.get("name"))
    return str(value.isoformat() if hasattr(value, "isoformat") else value).strip()
