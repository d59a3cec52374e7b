"""Pieces of an article to the lines of a Markdown text. Knows marks, not where the pieces come from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from cleaner.structured.spots import Holder, Spot

_TICKS: Final = re.compile(r"`{3,}")
_BREAK: Final = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CLOSING: Final = re.compile(r"#+$")


class Piece(NamedTuple):
    """One block with its text as Markdown (of a listing: as it is)."""

    spot: Spot
    text: str


def written(pieces: Iterable[Piece]) -> str:
    """Return pieces as one Markdown text."""
    writer = _Writer()
    for _, same in groupby(pieces, key=_belongs):
        group = list(same)
        spot = group[0].spot
        if spot.kind == "cell":
            writer.add(spot, _table(group))
        elif spot.kind == "code":
            writer.add(spot, _listing(spot.language, [piece.text for piece in group]))
        else:
            for piece in group:
                writer.add(piece.spot, _lines(piece))
    return "\n".join(writer.lines)


def _belongs(piece: Piece) -> tuple[int, int]:
    """Return what tells the pieces of one table, or of one listing, from others."""
    return (piece.spot.cell.table if piece.spot.cell else -1), piece.spot.code


def _lines(piece: Piece) -> list[str]:
    if piece.spot.kind == "heading":
        text = _CLOSING.sub(lambda found: "\\#" * len(found[0]), piece.text)
        return [f"{'#' * min(6, max(1, piece.spot.level))} {text}"]
    return piece.text.split("\n")


def _listing(language: str, texts: Sequence[str]) -> list[str]:
    lines = [line for text in texts for line in _BREAK.split(text)]
    longest = max((len(found[0]) for line in lines for found in _TICKS.finditer(line)), default=2)
    fence = "`" * (longest + 1)
    return [fence + language, *lines, fence]


def _table(pieces: Sequence[Piece]) -> list[str]:
    """Return a table; its first row is the head, for Markdown has no table without."""
    rows: dict[int, dict[int, str]] = {}
    for piece in pieces:
        assert piece.spot.cell is not None
        cells = rows.setdefault(piece.spot.cell.row, {})
        column = piece.spot.cell.column
        cells[column] = f"{cells[column]}<br>{piece.text}" if column in cells else piece.text
    columns = sorted({column for cells in rows.values() for column in cells})
    lines = ["| " + " | ".join(cells.get(column, "") for column in columns) + " |" for cells in rows.values()]
    lines.insert(1, "|" + " --- |" * len(columns))
    return lines


class _Writer:
    """The lines written so far, and the quotations and items that are open."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.open: tuple[Holder, ...] = ()
        self.after_item = False
        """Whether the last lines were a list item's first."""
        self.marks: dict[int, int] = {}
        """Which of its two marks a list has: of two lists that touch, each has another."""

    def add(self, spot: Spot, lines: Sequence[str]) -> None:
        """Write lines that belong together, with the marks of what they stand in before them."""
        shared = 0
        for ours, theirs in zip(spot.holders, self.open, strict=False):
            if ours != theirs:
                break
            shared += 1
        if self.lines and not self._is_tight(spot, shared):
            self.lines.append(self._after(spot.holders[:shared]).rstrip())
        new = range(shared, len(spot.holders))
        ahead = self._after(spot.holders[:shared]) + "".join(self._mark(spot, number) for number in new)
        self.open = spot.holders
        self.after_item = len(new) > 0 and spot.holders[-1].kind == "item"
        after = self._after(spot.holders)
        for line in lines:
            self.lines.append(ahead + line if line else ahead.rstrip())
            ahead = after

    def _is_tight(self, spot: Spot, shared: int) -> bool:
        """Return whether an item follows the one before it without a blank line."""
        new = spot.holders[shared:]
        if len(new) != 1 or new[0].kind != "item" or not self.after_item:
            return False
        if len(self.open) > shared:
            return self.open[shared].of == new[0].of
        return self.open[-1].kind == "item" and new[0].ordinal in (None, 1)

    def _mark(self, spot: Spot, number: int) -> str:
        holder = spot.holders[number]
        if holder.kind == "quotation":
            return "> "
        if holder.of not in self.marks:
            beside = self.open[number] if number < len(self.open) else None
            if self.open[:number] != spot.holders[:number]:
                beside = None
            touches = beside is not None and beside.kind == "item" and _is_ordered(beside) == _is_ordered(holder)
            self.marks[holder.of] = 1 - self.marks[beside.of] if touches and beside is not None else 0
        return self._item(holder) + " "

    def _item(self, holder: Holder) -> str:
        second = self.marks.get(holder.of, 0)
        return "-*"[second] if holder.ordinal is None else f"{holder.ordinal}{'.)'[second]}"

    def _after(self, holders: Sequence[Holder]) -> str:
        """Return what stands before every further line of what these hold."""
        return "".join("> " if h.kind == "quotation" else " " * (len(self._item(h)) + 1) for h in holders)


def _is_ordered(item: Holder) -> bool:
    return item.ordinal is not None
