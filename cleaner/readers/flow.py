"""The visible text of a page flowing into blocks: white space, line breaks, links, pictures, and where a block ends.

Is told by the HTML reader what is met; knows the open elements, opens and closes none.
"""

from __future__ import annotations

import re
from typing import Final

from cleaner.document import Block, Element
from cleaner.readers.pieces import Pieces
from cleaner.readers.tags import BLOCKS, FENCES, HEADINGS, INLINE_KINDS, KINDS, NEAR_KINDS, RIGID
from cleaner.tables import Span

_WHITE: Final = " \t\n\f\r"
_UNEVEN: Final = re.compile(r"[ \t\n\f\r]{2,}|[\t\n\f\r]")
_UPWARD: Final = 12
"""So many elements up from a block something still tells its kind."""
_EMOJI: Final = 8


class Flow:
    """The block being read, and the blocks read so far.

    `numbers` are the numbers of the open elements in `elements`, outermost first; both are kept by the reader.
    """

    def __init__(self, source: str, elements: list[Element], numbers: list[int]) -> None:
        self.source = source
        self.elements = elements
        self.numbers = numbers
        self.blocks: list[Block] = []
        self.pieces = Pieces(source)
        self.holder = -1
        """The innermost element that holds the whole block so far."""
        self.seam = 0
        """How many of "an inline element ended", "another began" came since the last text."""
        self.lowest = 0
        """Least number of open elements since the last text."""
        self.href: str | None = None
        self._common = 0
        self._gap: Span | None = None
        self._break: Span | None = None
        self._last = 0
        self._pictures: list[Block] = []
        self._link_from = -1
        self._link_source = 0

    # --- what is met -------------------------------------------------------------------------------------------------

    def white(self, start: int, end: int) -> None:
        """Take white space at source [start, end): one space at most, if text follows in the same block."""
        if self._gap is None and self.pieces.length:
            self._gap = start, end

    def text(self, start: int, end: int) -> None:
        """Take source [start, end) into the open block, white space as a browser shows it."""
        source, pieces = self.source, self.pieces
        piece = source[start:end]
        words = piece.lstrip(_WHITE) if pieces.length else piece.lstrip()
        if not words:
            self.white(start, end)
            return
        first = end - len(words)
        if first > start:
            self.white(start, first)
        words = words.rstrip(_WHITE)
        last = first + len(words)
        self._meet(first)
        pieces = self.pieces
        if _UNEVEN.search(words) is None:
            pieces.take(first, last)
        else:
            at = first
            for gap in _UNEVEN.finditer(source, first, last):
                pieces.take(at, gap.start())
                at = gap.end()
                self._space(gap.start(), at)
            pieces.take(at, last)
        self._last = last
        if last < end:
            self._gap = last, end

    def preformatted(self, start: int, end: int) -> None:
        """Take source [start, end) as it is written; white space at both ends of the block is left out."""
        piece = self.source[start:end]
        body = piece.rstrip()
        if not body:
            if self.pieces.length:
                self._gap = (self._gap[0] if self._gap else start), end
            return
        if self.pieces.length:
            if self._gap is not None:
                self.pieces.take(*self._gap)
                self._gap = None
        else:
            opening = piece[: len(piece) - len(piece.lstrip())]
            start += max(opening.rfind("\n"), opening.rfind("\r")) + 1  # the first line keeps its indentation
            body = self.source[start:end].rstrip()
        self._meet(start)
        last = start + len(body)
        self.pieces.take(start, last)
        self._last = last
        if last < end:
            self._gap = last, end

    def reference(self, text: str, start: int, end: int) -> None:
        """Take a character written as a reference (&eacute;) at source [start, end)."""
        if not self.pieces.length and not text.strip():
            return
        self._meet(start)
        self.pieces.put(text, start, end)
        self._last = end

    def line_break(self, start: int, end: int) -> None:
        """Take a line break; a second one in a row ends the block."""
        if self._break is not None:
            self.flush()
        elif self.pieces.length:
            self._break = start, end

    def attribute(self, value: str, kind: str, start: int, end: int) -> None:
        """Take the text of an attribute at source [start, end) as a block: what a picture shows, what a button says."""
        text = " ".join(value.split())
        if not text or start >= end:
            return
        if kind == "image" and len(text) <= _EMOJI and not text.isascii() and not any(map(str.isalnum, text)):
            self.reference(text, start, end)  # an emoji drawn as a picture
            return
        pieces = Pieces(self.source)
        pieces.put(text, start, end)
        if pieces.empty():
            return
        if self.href is not None:
            pieces.link(start, end, self.href, 0, pieces.length)
        block = pieces.block(kind, 0, self.numbers[-1] if self.numbers else -1)
        if self.pieces.length:
            self._pictures.append(block)
        else:
            self.blocks.append(block)

    def open_link(self, href: str | None) -> None:
        """Begin a link; one that is open ends."""
        self.close_link()
        self.href = href

    def close_link(self) -> None:
        self._end_link()
        self.href = None

    def flush(self) -> None:
        """Make a block of the text read so far, and begin the next."""
        if self.pieces.length:
            self._end_link()
            if not self.pieces.empty():
                kind, level = self._kind()
                self.blocks.append(self.pieces.block(kind, level, self.holder))
            self.pieces = Pieces(self.source)
            if self._pictures:
                self.blocks += self._pictures
                self._pictures = []
            self._gap = self._break = None
        self.seam = 0

    # --- the open block ----------------------------------------------------------------------------------------------

    def _meet(self, first: int) -> None:
        """Make ready for text that begins at source offset `first`: the space before it, its place, its link."""
        if self._pictures:
            if self._break is not None:
                self.flush()
            self._pictures.clear()  # in the middle of a sentence a picture is no block
        if self.seam > 1 and self._gap is None and self._break is None and self._is_seam(first):
            self.flush()
        self.seam = 0
        depth = len(self.numbers)
        if self.pieces.length:
            if self.lowest < self._common:
                self._common = self.lowest
                self.holder = self.numbers[self._common - 1] if self._common else -1
            if self._break is not None:
                self.pieces.put("\n", *self._break)
            elif self._gap is not None:
                self._space(*self._gap)
        else:
            self._common = depth
            self.holder = self.numbers[-1] if depth else -1
        self.lowest = depth
        self._gap = self._break = None
        if self.href is not None and self._link_from < 0:
            self._link_from, self._link_source = self.pieces.length, first

    def _space(self, start: int, end: int) -> None:
        """Add one space for the white space at source [start, end)."""
        if self.source[start] == " ":
            self.pieces.take(start, start + 1)
        else:
            self.pieces.put(" ", start, end)

    def _is_seam(self, first: int) -> bool:
        """Return whether two inline elements touch that a style sheet sets apart ("By Ann" and "May 1")."""
        before, after = self.source[self._last - 1], self.source[first]
        if not self.pieces.length or not before.isalnum() or not after.isalnum():
            return False
        number = self.numbers[-1] if self.numbers else -1
        for _ in range(_UPWARD):
            if number < 0:
                break
            tag, number = self.elements[number][:2]
            if tag in BLOCKS:
                return tag not in RIGID or (tag not in HEADINGS and self._is_other_link())
        return True

    def _is_other_link(self) -> bool:
        """Return whether the last text ended one link and the next begins another, as in a bar of links."""
        last = self.pieces.links[-1] if self.pieces.links else None
        return last is not None and last.end == self._last and self.href is not None and self.href != last.href

    def _end_link(self) -> None:
        if self._link_from >= 0 and self.href is not None and self.pieces.length > self._link_from:
            self.pieces.link(self._link_source, self._last, self.href, self._link_from, self.pieces.length)
        self._link_from = -1

    def _kind(self) -> tuple[str, int]:
        """Return kind and level of the block: by its innermost block element, else by the inline element around it."""
        inline, number = "", self.holder
        for _ in range(_UPWARD):
            if number < 0:
                break
            tag, number = self.elements[number][:2]
            if tag in BLOCKS:
                kind = KINDS.get(tag, "paragraph")
                if kind != "paragraph":
                    return kind, HEADINGS.get(tag, 0)
                around, level = self._kind_around(number)
                named = inline and (tag != "p" or inline == "time") and not level
                return (inline if named else around), level
            inline = INLINE_KINDS.get(tag, inline)
        return inline or "paragraph", 0

    def _kind_around(self, number: int) -> tuple[str, int]:
        """Return the kind of a paragraph or division by what it stands in: a quotation, a list item, a caption."""
        nearest = True
        for _ in range(_UPWARD):
            if number < 0:
                break
            around, number = self.elements[number][:2]
            if around in ("blockquote", "figcaption") or (nearest and around in NEAR_KINDS):
                return KINDS[around], HEADINGS.get(around, 0)
            if around in FENCES or around in ("section", "article", "li"):
                break
            nearest = nearest and around not in BLOCKS
        return "paragraph", 0
