"""What the columns of the tables hold, read off the row types, and rows as plain values. Knows no file format.

A value in plain form is None, str, int, float, bool, a list of str, or a list of [start, end].
"""

from __future__ import annotations

import json
import re
import typing
from collections.abc import Callable
from dataclasses import fields
from functools import lru_cache
from operator import attrgetter
from typing import Any, Final, Literal, NamedTuple

from cleaner.tables.rows import Article, BlockRow, Evidence, Issue, LedgerRow, Span, Statement

Kind = Literal["text", "int", "float", "bool", "texts", "spans"]
TABLES: Final[dict[str, type]] = {
    "articles": Article,
    "statements": Statement,
    "ledger": LedgerRow,
    "evidence": Evidence,
    "issues": Issue,
    "blocks": BlockRow,
}
"""The tables in the order they are written."""

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_PLAIN: Final[dict[Any, Kind]] = {str: "text", int: "int", float: "float", bool: "bool"}


class Column(NamedTuple):
    """One column as it is written: its name, the row's attribute that fills it, what it holds, if it may be null."""

    name: str
    attribute: str
    kind: Kind
    null: bool


@lru_cache
def columns(table: str) -> tuple[Column, ...]:
    """Return the columns of a table in order.

    >>> [c.name for c in columns("statements") if c.kind == "spans"]
    ['content', 'quotes']
    """
    row_type = TABLES[table]
    hints = typing.get_type_hints(row_type)
    return tuple(
        Column(f.name.rstrip("_"), f.name, *_kind(hints[f.name])) for f in fields(row_type) if f.name != "kept"
    )


def _kind(hint: Any) -> tuple[Kind, bool]:
    """Return what a type hint says a column holds, and whether None is among it."""
    parts = typing.get_args(hint)
    if typing.get_origin(hint) is tuple:
        return ("spans" if parts[0] == Span else "texts"), False
    if typing.get_origin(hint) is Literal:
        return "text", False
    if type(None) in parts:
        return _kind(next(part for part in parts if part is not type(None)))[0], True
    return _PLAIN[hint], False


@lru_cache
def _getter(table: str) -> Callable[[Any], tuple[Any, ...]]:
    return attrgetter(*(column.attribute for column in columns(table)))


def values(table: str, row: Any) -> list[Any]:
    """Return a row in plain form, in the order of its columns.

    Tuples become lists, floats have three decimals, half characters are written out (see `written`).
    """
    out = list(_getter(table)(row))
    for number, value in enumerate(out):
        if value.__class__ is str:
            if not value.isascii():
                out[number] = written(value)
        elif value.__class__ is tuple:
            out[number] = [written(item) if item.__class__ is str else list(item) for item in value]
        elif value.__class__ is float:
            out[number] = round(value, 3)
    return out


def written(text: str) -> str:
    r"""Return a text as it can be written in UTF-8: a lone surrogate as `\udXXX`, backslashes of such a text doubled.

    >>> print(written("a\ud83d \\"), written("\\"))
    a\ud83d \\ \
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text.replace("\\", "\\\\"))
    return text


def kept_names(keep: tuple[str, ...]) -> dict[str, str]:
    """Return the column each kept column of the input is written to: its own name, unless articles have such a column.

    >>> kept_names(("spider", "title"))
    {'spider': 'spider', 'title': 'kept_title'}
    """
    taken = {column.name for column in columns("articles")}
    return {name: f"kept_{name}" if name in taken else name for name in keep}


def kept_text(value: object) -> str | None:
    """Return a value of the user's column as text: strings as they are, other things as JSON."""
    if value is None or value != value:
        return None
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
    return written(text)
