"""One paragraph of Markdown: its lines as one text, the way back to the source, and the blocks that it gives."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from cleaner.document import Block
from cleaner.readers.inline import Inline, Picture
from cleaner.readers.pieces import Pieces
from cleaner.readers.plain import RULE_MARKS
from cleaner.tables.rows import Span

_MOST_MARKS: Final = 10
"""The marks before a heading, with the spaces around them."""


class Paragraph:
    """The lines of one paragraph as one text, and the way from there to the source."""

    def __init__(self, source: str, spans: list[Span]) -> None:
        self.source = source
        self.places: list[tuple[int, int, int]] = []
        """Pieces of the text: offset in the text, span in the source."""
        parts: list[str] = []
        at = 0
        previous = -1
        for start, end in spans:
            line = source[start:end]
            stripped = line.lstrip()
            start = end - len(stripped)
            stripped = stripped.rstrip()
            if previous >= 0:
                previous += source.startswith("\r\n", previous)
                self.places.append((at, previous, previous + 1))
                parts.append(source[previous])
                at += 1
            self.places.append((at, start, start + len(stripped)))
            parts.append(stripped)
            at += len(stripped)
            previous = end
        self.text = "".join(parts)

    def blocks(self, kind: str, level: int, inline: Inline) -> Iterator[Block]:
        """Yield the paragraph as a block, its first and last pictures beside it."""
        kept: list[tuple[int, int, str]] = []
        at = 0
        for cut in inline.cuts:
            if cut.end <= at:
                continue
            if cut.start > at:
                kept.append((at, cut.start, ""))
            if cut.text:
                kept.append((cut.start, cut.end, cut.text))
            at = cut.end
        if at < len(self.text):
            kept.append((at, len(self.text), ""))
        kept = self._trim(kept)
        first, last = (kept[0][0], kept[-1][1]) if kept else (len(self.text), len(self.text))
        pictures = [p for p in inline.pictures if self.text[p.alt_start : p.alt_end].strip()]
        for picture in pictures:
            if picture.end <= first:
                yield self._picture(picture)
        if kept:
            yield self._paragraph(kind, level, kept, inline)
        for picture in pictures:
            if picture.start >= last and picture.end > first:
                yield self._picture(picture)

    def _trim(self, kept: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
        """Return the kept pieces without white space at either end."""
        while kept:
            start, end, text = kept[0]
            piece = text or self.text[start:end]
            if bare := piece.lstrip():
                kept[0] = (start, end, bare) if text else (end - len(bare), end, "")
                break
            kept.pop(0)
        while kept:
            start, end, text = kept[-1]
            piece = text or self.text[start:end]
            if bare := piece.rstrip():
                kept[-1] = (start, end, bare) if text else (start, start + len(bare), "")
                break
            kept.pop()
        return kept

    def _paragraph(self, kind: str, level: int, kept: list[tuple[int, int, str]], inline: Inline) -> Block:
        pieces = Pieces(self.source)
        offsets: list[tuple[int, int]] = []
        for start, end, text in kept:
            offsets.append((start, pieces.length))
            if text:
                pieces.put(text, self._to_source(start), self._to_source(end - 1) + 1)
            else:
                self._take(pieces, start, end)
        for start, end, href in inline.links:
            text_start, text_end = (_text_offset(offsets, at, pieces.length) for at in (start, end))
            if text_end > text_start:
                pieces.link(self._to_source(start), self._to_source(end - 1) + 1, href, text_start, text_end)
        block = pieces.block(kind, level)
        if not inline.pictures:
            block = self._with_marks(block, kind)
        if kind != "table_cell" and RULE_MARKS.issuperset(block.text):
            return pieces.block("separator")
        return block

    def _with_marks(self, block: Block, kind: str) -> Block:
        """Return the block with its span widened to the marks around its text: removing it takes them along."""
        start, end = self._to_source(0), self._to_source(len(self.text) - 1) + 1
        ahead = self.source[max(0, start - _MOST_MARKS) : start].rpartition("\n")[2]
        if kind == "heading" and set(ahead) == {"#", " "}:
            start -= len(ahead)
        start, end = min(start, block.start), max(end, block.end)
        if (start, end) == (block.start, block.end):
            return block
        return replace(block, start=start, end=end, runs=block.map)

    def _picture(self, picture: Picture) -> Block:
        """Return the alternative text of a picture as a block that spans its marks, and those of a link around it."""
        pieces = Pieces(self.source)
        text = self.text[picture.alt_start : picture.alt_end]
        first = picture.alt_start + len(text) - len(text.lstrip())
        self._take(pieces, first, picture.alt_start + len(text.rstrip()))
        block = pieces.block("image")
        start, end = picture.start, picture.end
        if self.text[start - 1 : start] == "[" and self.text.startswith("](", end):
            close = self.text.find(")", end)
            start, end = (start - 1, close + 1) if close > 0 else (start, end)
        start, end = self._to_source(start), self._to_source(end - 1) + 1
        return replace(block, start=min(start, block.start), end=max(end, block.end), runs=block.map)

    def _take(self, pieces: Pieces, start: int, end: int) -> None:
        """Take the source of text [start, end), line by line."""
        number = bisect_right(self.places, start, key=_offset) - 1
        while start < end:
            at, first, last = self.places[number]
            stop = min(end, at + last - first)
            if stop > start:
                pieces.take(first + start - at, first + stop - at)
                start = stop
            number += 1

    def _to_source(self, offset: int) -> int:
        at, first, _ = self.places[max(0, bisect_right(self.places, offset, key=_offset) - 1)]
        return first + offset - at


def _text_offset(offsets: list[tuple[int, int]], at: int, length: int) -> int:
    """Return where in the block's text an offset of the paragraph stands."""
    number = bisect_right(offsets, at, key=_offset) - 1
    if number < 0:
        return 0
    start, text_start = offsets[number]
    limit = offsets[number + 1][1] if number + 1 < len(offsets) else length
    return min(limit, text_start + at - start)

def _offset(place: tuple[int, ...]) -> int:
    return place[0]
