"""Where the blocks of Markdown and of plain text stand, told from the lines of the source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from cleaner.block import Block
from cleaner.structured.spots import DEEPEST, Cell, Holder, Spot, has_word

_BREAK: Final = re.compile(r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_PREFIX: Final = 1000
"""Marks before a block are not looked for farther on in its line."""
_QUOTE: Final = re.compile(r"(?:[ ]{0,20}>)+[ ]?")
_ITEM: Final = re.compile(r"([ \t]*)(?:[-*+•‣◦▪●○■·⁃∙]|(\d{1,3})[.)])[ \t]+")
_BAR: Final = re.compile(r"(?<!\\)\|")
_FENCE: Final = re.compile(r"[ \t>]*(?:`{3,}|~{3,})[ \t]*\{?\.?([\w+#-]{0,20})[^`\n\r]*$")
_TAB: Final = 4


def spots(source: str, blocks: Sequence[Block], marked: bool) -> list[Spot]:
    """Return what each block is and stands in; `marked` tells Markdown from plain text.

    >>> source = "- one\\n  - two"
    >>> blocks = [Block("one", 2, 5, "list_item"), Block("two", 10, 13, "list_item")]
    >>> [len(spot.holders) for spot in spots(source, blocks, marked=True)]
    [1, 2]
    """
    place = _Lines(source, marked)
    return [place.spot(block) for block in blocks]


class _Lines:
    """One pass over the blocks, with the items that are open."""

    def __init__(self, source: str, marked: bool) -> None:
        self.source = source
        self.marked = marked
        self.items: list[tuple[int, Holder]] = []
        self.quotes: list[Holder] = []
        """Quotations that are open around the items, and `inner` those inside the last item."""
        self.inner: list[Holder] = []
        self.line = -1
        self.table = -1
        self.before = 0
        self.bars = 0
        """How many bars of a table stand before the block in its line."""
        self.numbers = 0

    def spot(self, block: Block) -> Spot:
        source = self.source
        gap = source[self.before : block.start]
        breaks = list(_BREAK.finditer(gap))
        same_line = not breaks and self.line >= 0
        start = self.line if same_line else self.before + breaks[-1].end() if breaks else 0
        ahead = source[start : min(block.start, start + _PREFIX)]
        apart = _is_blank_between(gap)
        bars = len(_BAR.findall(gap, breaks[-1].end() if breaks else 0)) + (self.bars if same_line else 0)
        self.line, self.before, self.bars = start, max(self.before, block.end), bars
        held = self._holders(block, ahead, apart, same_line)
        if block.element == "table_cell":
            if apart or self.table < 0:
                self.table = start
            column = bars - 1 if _QUOTE.sub("", ahead, count=1).lstrip().startswith("|") else bars
            return Spot("cell", held, cell=Cell(self.table, start, max(0, column)))
        self.table = -1
        if block.element == "preformatted":
            return Spot("code", held, code=block.start, language=self._language(start))
        if has_word(block.text) and (block.element == "heading" or (block.label == "subheading" and not held)):
            return Spot("heading", (), min(6, block.level or 2))
        return Spot("paragraph", held)

    def _holders(self, block: Block, ahead: str, apart: bool, same_line: bool) -> tuple[Holder, ...]:
        depth = int(block.element == "quotation")
        if self.marked and (quote := _QUOTE.match(ahead)):
            depth, ahead = min(quote[0].count(">"), DEEPEST), ahead[quote.end() :]
            if self.items and quote[0].startswith("  "):
                self.inner = self._quotes([] if apart else self.inner, depth)
                return (*self.quotes, *(holder for _, holder in self.items), *self.inner)
        self.inner = []
        if depth != len(self.quotes) or (apart and depth):
            self.quotes, self.items = self._quotes([] if apart else self.quotes, depth), []
        if block.element == "list_item" and not same_line:
            self._begin_item(ahead)
        elif block.element == "heading" or not (same_line or (self.items and ahead[:1] in (" ", "\t"))):
            self.items = []
        return (*self.quotes, *(holder for _, holder in self.items))

    def _begin_item(self, ahead: str) -> None:
        found = _ITEM.match(ahead) if self.marked else None
        indent = len(found[1].expandtabs(_TAB)) if found else 0
        count = int(found[2]) if found and found[2] else None
        of = -1
        while self.items and self.items[-1][0] >= indent:
            before = self.items.pop()[1]
            of = before.of if (before.ordinal is None) == (count is None) else -1
        while len(self.items) >= DEEPEST:
            of = self.items.pop()[1].of
        if of < 0:
            self.numbers += 1
            of = self.numbers
        self.items.append((indent, self._new("item", of, count)))

    def _quotes(self, opened: list[Holder], depth: int) -> list[Holder]:
        """Return so many quotations, those that are open first."""
        return opened[:depth] + [self._new("quotation") for _ in range(depth - len(opened))]

    def _new(self, kind: str, of: int = -1, count: int | None = None) -> Holder:
        self.numbers += 1
        if kind == "item":
            return Holder("item", self.numbers, of, count)
        return Holder("quotation", self.numbers)

    def _language(self, start: int) -> str:
        """Return what the fence above a line names."""
        end = start - 1
        if end > 0 and self.source[end - 1 : end + 1] == "\r\n":
            end -= 1
        first = max(0, end - _PREFIX)
        first = max((found.end() for found in _BREAK.finditer(self.source, first, max(0, end))), default=first)
        found = _FENCE.match(self.source, first, end) if end > 0 else None
        return found[1].lower() if found else ""


def _is_blank_between(gap: str) -> bool:
    """Return whether a blank line stands in the source between two blocks."""
    return any(not line.strip() for line in _BREAK.split(gap.replace("\r\n", "\n"))[1:-1])
