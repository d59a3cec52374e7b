"""Lists that were typed, not marked: paragraphs of a page, or lines in one, that begin with a bullet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from cleaner.structured.spots import Holder, Spot
from cleaner.structured.write import Piece

_BULLET: Final = re.compile(r"(\\[-*+]|[•‣◦▪▫●○■□·►▶➤⁃∙])[ \t\u00a0]+(?=\S)")
_FEWEST: Final = 2
"""A dash begins an item when so many lines of a paragraph have one; it may be a dialogue. A bullet says it alone."""


def with_lists(pieces: Iterable[Piece]) -> Iterator[Piece]:
    r"""Yield the pieces, those with typed bullets as items of lists.

    >>> [piece.text for piece in with_lists([Piece(Spot("paragraph"), "Goals:\\\n\\- one\\\n\\- two")])]
    ['Goals:', 'one', 'two']
    """
    number = -1
    listed: tuple[Holder, ...] | None = None
    """What the list stands in that may go on."""
    of = 0
    for piece in pieces:
        spot = piece.spot
        lines = piece.text.split("\n") if _may_begin(spot) else []
        found = [_BULLET.match(line) for line in lines]
        bullets = [mark[1] for mark in found if mark]
        if not bullets or (all(mark[0] == "\\" for mark in bullets) and len(bullets) < _FEWEST):
            listed = None
            yield piece
            continue
        plain: list[str] = []
        for line, mark in zip(lines, found, strict=True):
            if mark is None:
                plain.append(line)
                continue
            if plain:
                yield Piece(spot, _without_break("\n".join(plain)))
                plain, listed = [], None
            number -= 1
            if listed != spot.holders:
                listed, of = spot.holders, number
            yield Piece(Spot("paragraph", (*spot.holders, Holder("item", number, of))),
                        _without_break(line[mark.end() :]))  # fmt: skip
        if plain:
            yield Piece(spot, "\n".join(plain))
            listed = None


def _may_begin(spot: Spot) -> bool:
    return spot.kind == "paragraph" and not (spot.holders and spot.holders[-1].kind == "item")


def _without_break(text: str) -> str:
    """Return lines without the backslash that ends the last of them on purpose: an odd one."""
    bare = text.rstrip("\\")
    return text[:-1] if (len(text) - len(bare)) % 2 else text
