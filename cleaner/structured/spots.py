"""What a block is in the article's structure, and what it stands in. Holds data."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

DEEPEST: Final = 9
"""Quotations and lists nested deeper than this are written as if they were not."""

Kind = Literal["paragraph", "heading", "code", "cell"]


class Holder(NamedTuple):
    """A quotation or a list item that holds blocks. `of` is the list of an item.

    `ordinal` is the number of an item of an ordered list; `number` tells two holders apart.
    """

    kind: Literal["quotation", "item"]
    number: int
    of: int = -1
    ordinal: int | None = None


class Cell(NamedTuple):
    """A place in a table; columns count from 0."""

    table: int
    row: int
    column: int


class Spot(NamedTuple):
    """What one block is. `code` tells the blocks of one listing, `language` names what it is written in."""

    kind: Kind
    holders: tuple[Holder, ...] = ()
    level: int = 0
    cell: Cell | None = None
    code: int = -1
    language: str = ""


def has_word(text: str) -> bool:
    """Return whether a text has a letter or digit; a heading without one is read as a separator."""
    return any(map(str.isalnum, text))
