"""A block in the making: takes slices of the source and replacements for them, gives a `Block` with its map.

Knows nothing of any format. What was not taken between two pieces is markup or white space.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from cleaner.document import Block, Link
from cleaner.ledger import Run
from cleaner.mapping import clip

_UNSEEN = "".join(map(chr, range(0x21))) + "\x7f\x85\u00a0\u00ad\u034f\u061c\u1680\u180e" + "".join(
    map(chr, [*range(0x2000, 0x2010), *range(0x2028, 0x2030), *range(0x205F, 0x2070), 0x3000, 0xFEFF])
)

_RUN: Final = partial(tuple.__new__, Run)
"""Makes a run of a tuple, as `Run._make` does, at half the price."""


class Pieces:
    """The text of one block, collected left to right. Neighbours that continue each other are one run.

    >>> pieces = Pieces("a &amp; b")
    >>> pieces.take(0, 2); pieces.put("&", 2, 7); pieces.take(7, 9)
    >>> block = pieces.block("paragraph")
    >>> block.text, block.source_span(2, 3)
    ('a & b', (2, 7))
    """

    __slots__ = ("_linked", "_runs", "_texts", "length", "links", "source")

    def __init__(self, source: str) -> None:
        self.source = source
        self.length = 0
        self.links: list[Link] = []
        self._texts: list[str] = []
        self._runs: list[tuple[int, int, int, int, bool]] = []
        """Plain tuples: most blocks are a slice of the source and need no `Run` at all."""
        self._linked = 0

    def __bool__(self) -> bool:
        return self.length > 0

    def take(self, start: int, end: int) -> None:
        """Add source [start, end) as it is."""
        if start < end:
            self.add(self.source[start:end], start, end)

    def add(self, text: str, start: int, end: int) -> None:
        """Add `text`, which is source [start, end) as it is, and not empty."""
        at, runs = self.length, self._runs
        self._texts.append(text)
        self.length = length = at + end - start
        if runs:
            text_start, _, source_start, source_end, exact = runs[-1]
            if exact and source_end == start:
                runs[-1] = (text_start, length, source_start, end, True)
                return
        runs.append((at, length, start, end, True))

    def put(self, text: str, start: int, end: int) -> None:
        """Add `text`, which stands for source [start, end)."""
        if not text:
            return
        if text == self.source[start:end]:
            self.add(text, start, end)
            return
        at, runs = self.length, self._runs
        self._texts.append(text)
        self.length = length = at + len(text)
        if runs and runs[-1][2:] == (start, end, False):
            at = runs.pop()[0]
        runs.append((at, length, start, end, False))

    def link(self, start: int, end: int, href: str, text_start: int, text_end: int) -> None:
        """Add a link whose visible text is source [start, end), and [text_start, text_end) of the text."""
        self.links.append(Link(start, end, href))
        self._linked += text_end - text_start

    def block(self, element: str, level: int = 0, parent: int = -1) -> Block:
        """Return the block. Its span reaches from the first taken character to the last that is no white space."""
        text = "".join(self._texts).rstrip()
        length = len(text)
        share = min(1.0, self._linked / length) if self._linked else 0.0
        _, _, start, end, exact = self._runs[0]
        if len(self._runs) == 1 and exact:
            return Block(text, start, start + length, element, level, share, parent, tuple(self.links))
        runs: Sequence[Run] = tuple(map(_RUN, self._runs))
        if length < self.length:
            runs = clip(runs, 0, length)
        end = runs[-1].source_end
        plain = len(runs) == 1 and runs[0].exact
        return Block(text, start, end, element, level, share, parent, tuple(self.links),
                     None if plain else tuple(runs))  # fmt: skip

    def empty(self) -> bool:
        """Return whether there is nothing to see: white space and characters without width only."""
        return not self._texts[0][0].isalnum() and not "".join(self._texts).strip(_UNSEEN)
