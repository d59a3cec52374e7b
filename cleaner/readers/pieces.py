"""A block in the making: takes slices of the source and replacements for them, gives a `Block` with its map.

Knows nothing of any format. What was not taken between two pieces is markup or white space.
"""

from __future__ import annotations

from cleaner.document import Block, Link
from cleaner.ledger import Run
from cleaner.runs import canonical, clip

_UNSEEN = "".join(map(chr, range(0x21))) + "\x7f\x85\u00a0\u00ad\u034f\u061c\u1680\u180e" + "".join(
    map(chr, [*range(0x2000, 0x2010), *range(0x2028, 0x2030), *range(0x205F, 0x2070), 0x3000, 0xFEFF])
)


class Pieces:
    """The text of one block, collected left to right.

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
        self._runs: list[Run] = []
        self._linked = 0

    def __bool__(self) -> bool:
        return self.length > 0

    def take(self, start: int, end: int) -> None:
        """Add source [start, end) as it is."""
        if start >= end:
            return
        at, length = self.length, end - start
        self._texts.append(self.source[start:end])
        self.length = at + length
        if self._runs:
            last = self._runs[-1]
            if last.exact and last.source_end == start:
                self._runs[-1] = Run(last.text_start, at + length, last.source_start, end, True)
                return
        self._runs.append(Run(at, at + length, start, end, True))

    def put(self, text: str, start: int, end: int) -> None:
        """Add `text`, which stands for source [start, end)."""
        if not text:
            return
        if text == self.source[start:end]:
            self.take(start, end)
            return
        at = self.length
        self._texts.append(text)
        self.length = at + len(text)
        self._runs.append(Run(at, self.length, start, end, False))

    def link(self, start: int, end: int, href: str, text_start: int, text_end: int) -> None:
        """Add a link whose visible text is source [start, end), and [text_start, text_end) of the text."""
        self.links.append(Link(start, end, href))
        self._linked += text_end - text_start

    def block(self, element: str, level: int = 0, parent: int = -1) -> Block:
        """Return the block. Its span reaches from the first taken character to the last that is no white space."""
        text = "".join(self._texts)
        runs = self._runs
        if text[-1].isspace():
            text = text.rstrip()
            runs = clip(runs, 0, len(text))
        first, last = runs[0], runs[-1]
        share = min(1.0, self._linked / len(text)) if self._linked else 0.0
        plain = len(runs) == 1 and first.exact
        return Block(text, first.source_start, last.source_end, element, level, share, parent,
                     tuple(self.links), None if plain else canonical(runs))  # fmt: skip

    def empty(self) -> bool:
        """Return whether there is nothing to see: white space and characters without width only."""
        return not any(text.strip(_UNSEEN) for text in self._texts)
