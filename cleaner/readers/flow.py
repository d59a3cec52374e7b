"""The visible text of a page flowing into blocks: white space, line breaks, links, pictures, and where a block ends.

Is told by the HTML reader what is met; knows the open elements, opens and closes none.
"""

from __future__ import annotations

import re
from typing import Final

from cleaner.document import Block
from cleaner.readers.pieces import Pieces
from cleaner.readers.scan import Kind
from cleaner.readers.tags import BLOCKS, FENCES, HEADINGS, INLINE_KINDS, KINDS, NEAR_KINDS, RIGID
from cleaner.tables.rows import Span

_WHITE: Final = " \t\n\f\r"
_UNEVEN: Final = re.compile(r"[ \t\n\f\r]{2,}|[\t\n\f\r]")
_UPWARD: Final = 12
"""So many elements up from a block something still tells its kind."""
_EMOJI: Final = 8

Row = tuple[str, int, str, bool]
"""An element: tag, number of the element it stands in, the words that name it, whether it is hidden."""
Stack = list[tuple[Kind, int, int, int, int]]
"""The open elements, the page itself first, at depth 0: kind; number of its row, or of the row around it if nobody sees
it; depth of the next element outwards of the same kind; depth of the innermost block and of the innermost fence."""


class Flow:
    """The block being read, and the blocks read so far.

    `rows` are the elements met so far, `stack` those that are open; both are kept by the reader.
    """

    def __init__(self, source: str, rows: list[Row], stack: Stack) -> None:
        self.source = source
        self.rows = rows
        self.stack = stack
        self.blocks: list[Block] = []
        self.pieces: Pieces | None = None
        """The open block, None between two blocks."""
        self.seam = 0
        """How many of "an inline element ended", "another began" came since the last text."""
        self.href: str | None = None
        self._holder = -1
        """The innermost element that holds the whole block so far, and how deep it stands."""
        self._holder_depth = 0
        self._gap: Span | None = None
        self._break: Span | None = None
        self._last = 0
        self._pictures: list[Block] = []
        self._link_from = -1
        self._link_source = 0

    # --- what is met -------------------------------------------------------------------------------------------------

    def white(self, start: int, end: int) -> None:
        """Take white space at source [start, end): one space at most, if text follows in the same block."""
        if self._gap is None and self.pieces is not None:
            self._gap = start, end

    def text(self, text: str, start: int) -> None:
        """Take the text at source offset `start` into the open block, white space as a browser shows it."""
        end = start + len(text)
        words = text.lstrip(_WHITE) if self.pieces is not None else text.lstrip()
        if not words:
            self.white(start, end)
            return
        first = end - len(words)
        if first > start:
            self.white(start, first)
        words = words.rstrip(_WHITE)
        last = first + len(words)
        pieces = self._meet(first)
        if "\n" in words or "  " in words or "\t" in words or "\r" in words or "\f" in words:
            at = first
            for gap in _UNEVEN.finditer(self.source, first, last):
                pieces.take(at, gap.start())
                at = gap.end()
                self._space(pieces, gap.start(), at)
            pieces.take(at, last)
        else:
            pieces.add(words, first, last)
        self._last = last
        if last < end:
            self._gap = last, end

    def preformatted(self, start: int, end: int) -> None:
        """Take source [start, end) as it is written; white space at both ends of the block is left out."""
        piece = self.source[start:end]
        body = piece.rstrip()
        if not body:
            if self.pieces is not None:
                self._gap = (self._gap[0] if self._gap else start), end
            return
        if self.pieces is not None:
            if self._gap is not None:
                self.pieces.take(*self._gap)
                self._gap = None
        else:
            opening = piece[: len(piece) - len(piece.lstrip())]
            start += max(opening.rfind("\n"), opening.rfind("\r")) + 1  # the first line keeps its indentation
            body = self.source[start:end].rstrip()
        last = start + len(body)
        self._meet(start).take(start, last)
        self._last = last
        if last < end:
            self._gap = last, end

    def reference(self, text: str, start: int, end: int) -> None:
        """Take a character written as a reference (&eacute;) at source [start, end)."""
        if not text or (self.pieces is None and text.isspace()):
            return
        self._meet(start).put(text, start, end)
        self._last = end

    def line_break(self, start: int, end: int) -> None:
        """Take a line break; a second one in a row ends the block."""
        if self._break is not None:
            self.flush()
        elif self.pieces is not None:
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
        block = pieces.block(kind, 0, self.stack[-1][1])
        if self.pieces is not None:
            self._pictures.append(block)
        else:
            self.blocks.append(block)

    def open_link(self, href: str | None) -> None:
        """Begin a link; one that is open ends."""
        if self._link_from >= 0:
            self._end_link()
        self.href = href

    def close_link(self) -> None:
        if self._link_from >= 0:
            self._end_link()
        self.href = None

    def flush(self) -> None:
        """Make a block of the text read so far, and begin the next."""
        pieces = self.pieces
        if pieces is not None:
            if self._link_from >= 0:
                self._end_link()
            if not pieces.empty():
                kind, level = self._kind()
                self.blocks.append(pieces.block(kind, level, self._holder))
            self.pieces = None
            if self._pictures:
                self.blocks += self._pictures
                self._pictures = []
            self._gap = self._break = None
        self.seam = 0

    # --- the open block ----------------------------------------------------------------------------------------------

    def _meet(self, first: int) -> Pieces:
        """Make ready for text that begins at source offset `first`: the space before it, its place, its link."""
        stack = self.stack
        if self.pieces is not None:
            if self._pictures:
                if self._break is not None:
                    self.flush()
                self._pictures.clear()  # in the middle of a sentence a picture is no block
            if self.seam > 1 and self._gap is None and self._break is None and self._is_seam(first):
                self.flush()
        self.seam = 0
        pieces = self.pieces
        if pieces is None:
            pieces = self.pieces = Pieces(self.source)
            self._holder, self._holder_depth = stack[-1][1], len(stack) - 1
        else:
            while self._holder_depth >= len(stack) or stack[self._holder_depth][1] != self._holder:
                self._holder_depth -= 1  # it was closed since
                self._holder = self.rows[self._holder][1]
            if self._break is not None:
                pieces.put("\n", *self._break)
            elif self._gap is not None:
                self._space(pieces, *self._gap)
        self._gap = self._break = None
        if self.href is not None and self._link_from < 0:
            self._link_from, self._link_source = pieces.length, first
        return pieces

    def _space(self, pieces: Pieces, start: int, end: int) -> None:
        """Add one space for the white space at source [start, end)."""
        if self.source[start] == " ":
            pieces.add(" ", start, start + 1)
        else:
            pieces.put(" ", start, end)

    def _is_seam(self, first: int) -> bool:
        """Return whether two inline elements touch that a style sheet sets apart ("By Ann" and "May 1")."""
        before, after = self.source[self._last - 1], self.source[first]
        if self.pieces is None or not before.isalnum() or not after.isalnum():
            return False
        number = self.stack[-1][1]
        for _ in range(_UPWARD):
            if number < 0:
                break
            tag, number, _, _ = self.rows[number]
            if tag in BLOCKS:
                return tag not in RIGID or (tag not in HEADINGS and self._is_other_link())
        return True

    def _is_other_link(self) -> bool:
        """Return whether the last text ended one link and the next begins another, as in a bar of links."""
        last = self.pieces.links[-1] if self.pieces is not None and self.pieces.links else None
        return last is not None and last.end == self._last and self.href is not None and self.href != last.href

    def _end_link(self) -> None:
        pieces = self.pieces
        if self._link_from >= 0 and self.href is not None and pieces is not None and pieces.length > self._link_from:
            pieces.link(self._link_source, self._last, self.href, self._link_from, pieces.length)
        self._link_from = -1

    def _kind(self) -> tuple[str, int]:
        """Return kind and level of the block: by its innermost block element, else by the inline element around it."""
        inline, number = "", self._holder
        for _ in range(_UPWARD):
            if number < 0:
                break
            tag, number, _, _ = self.rows[number]
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
            around, number, _, _ = self.rows[number]
            if around in ("blockquote", "figcaption") or (nearest and around in NEAR_KINDS):
                return KINDS[around], HEADINGS.get(around, 0)
            if around in FENCES or around in ("section", "article", "li"):
                break
            nearest = nearest and around not in BLOCKS
        return "paragraph", 0
