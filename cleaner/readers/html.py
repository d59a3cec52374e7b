"""HTML to blocks: every visible piece of text with its element, links and span, from the tokens of the page alone.

No tree is built: a stack of open elements with the implied end tags of HTML is enough to know what stands in what, and
token positions are exact where a tree's are not. Scripts, styles, comments and hidden elements stay in the source.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any, Final

from turbohtml import TokenType, tokenize

from cleaner.document import Block, Element
from cleaner.readers import Read
from cleaner.readers.head import Head
from cleaner.readers.pieces import Pieces
from cleaner.readers.tags import (
    BLOCKS,
    BREAKOUT,
    CLOSES_P,
    FENCES,
    HEADINGS,
    INLINE_KINDS,
    KINDS,
    NEAR_KINDS,
    RIGID,
    SEAMS,
    SIBLINGS,
    TABLE_PARTS,
    UNSEEN,
    VOID,
    attributes,
)
from cleaner.tables import Span

_WHITE: Final = " \t\n\f\r"
_UNEVEN: Final = re.compile(r"[ \t\n\f\r]{2,}|[\t\n\f\r]")
_INVISIBLE: Final = re.compile(r"(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)", re.IGNORECASE)
_TEXT, _START, _END, _REFERENCE = TokenType.TEXT, TokenType.START_TAG, TokenType.END_TAG, TokenType.CHARACTER_REFERENCE
_NAMED_BY: Final = ("class", "id", "role", "itemprop")
_NAMES_LENGTH: Final = 300
_UPWARD: Final = 12
"""So many elements up from a block something still tells its kind."""


def read(source: str) -> Read:
    """Return the visible text of a page as blocks, and what its head declares as hints.

    >>> page = read("<title>T</title><h1>One &amp; two</h1><p>By <a href='/x'>Ann</a><p hidden>no")
    >>> [(b.element, b.text, b.link_share) for b in page.blocks]
    [('heading', 'One & two', 0.0), ('paragraph', 'By Ann', 0.5)]
    """
    page = _Page(source)
    page.run()
    return Read(tuple(page.blocks), tuple(page.elements), tuple(page.head.hints()))


class _Page:
    """One pass over the tokens of one page."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.blocks: list[Block] = []
        self.elements: list[Element] = []
        self.head = Head(source)
        # the open elements: tags, their numbers in `elements`, and where each tag, fence and block stands
        self.stack: list[str] = []
        self.numbers: list[int] = []
        self.opened: defaultdict[str, list[int]] = defaultdict(list)
        self.fences: list[int] = []
        self.block_depths: list[int] = []
        self.hidden_from = 0
        """Depth of the outermost open element that nobody sees; 0 if there is none."""
        # the block being read
        self.pieces = Pieces(source)
        self.gap: Span | None = None
        self.line_break: Span | None = None
        self.last = 0
        self.common = 0
        """Depth of the innermost element that holds the whole block so far, and its number."""
        self.holder = -1
        self.lowest = 0
        """Least depth since the last text."""
        self.seam = 0
        self.pictures: list[Block] = []
        self.href: str | None = None
        self.link_from = -1
        self.link_source = 0

    def run(self) -> None:
        source = self.source
        starts = [0, *(m.end() for m in re.finditer(r"\r\n?|\n", source))]
        previous: Any = None
        start = 0
        for token in tokenize(source, resolve_references=False):
            end = starts[token.line - 1] + token.col
            if previous is not None:
                self._token(previous, start, end)
            previous, start = token, end
        if previous is not None:
            self._token(previous, start, len(source))
        self._pop(0, len(source))
        self._flush()

    def _token(self, token: Any, start: int, end: int) -> None:
        kind = token.type
        if kind is _TEXT:
            if not self.hidden_from:
                self._text(start, end)
            elif self.head.wants_text:
                self.head.text(start, end)
        elif kind is _START:
            self._start(token, token.tag, start, end)
        elif kind is _END:
            self._end(token.tag, start, end)
        elif kind is _REFERENCE and not self.hidden_from:
            self._reference(token.data, start, end)

    # --- text --------------------------------------------------------------------------------------------------------

    def _text(self, start: int, end: int) -> None:
        """Add source [start, end) to the open block, white space as a browser shows it."""
        source, pieces = self.source, self.pieces
        if self.opened["pre"]:
            self._preformatted(start, end)
            return
        piece = source[start:end]
        words = piece.lstrip(_WHITE) if pieces.length else piece.lstrip()
        if not words:
            if pieces.length and self.gap is None:
                self.gap = start, end
            return
        first = end - len(words)
        if first > start and self.gap is None and pieces.length:
            self.gap = start, first
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
        self.last = last
        self.gap = (last, end) if last < end else None

    def _preformatted(self, start: int, end: int) -> None:
        piece = self.source[start:end]
        if not self.pieces.length:
            start = end - len(piece.lstrip()) if piece.isspace() else start + len(piece) - len(piece.lstrip("\r\n"))
        words = self.source[start:end].rstrip()
        if words:
            if self.gap is not None:
                self.pieces.take(*self.gap)
                self.gap = None
            self._meet(start)
            self.pieces.take(start, start + len(words))
            self.last = start + len(words)
        if self.pieces.length and self.last < end:
            self.gap = (self.gap[0] if self.gap else max(start, self.last)), end

    def _reference(self, text: str, start: int, end: int) -> None:
        if not self.pieces.length and not text.strip():
            return
        self._meet(start)
        self.pieces.put(text, start, end)
        self.last = end

    def _meet(self, first: int) -> None:
        """Make ready for text that begins at source offset `first`: the space before it, its place, its link."""
        if self.pictures:
            if self.line_break is not None:
                self._flush()
            self.pictures.clear()
        if self.seam > 1 and self.gap is None and self.line_break is None and self._is_seam(first):
            self._flush()
        self.seam = 0
        pieces = self.pieces
        depth = len(self.stack)
        if pieces.length:
            if self.lowest < self.common:
                self.common = self.lowest
                self.holder = self.numbers[self.common - 1] if self.common else -1
            if self.line_break is not None:
                pieces.put("\n", *self.line_break)
            elif self.gap is not None:
                self._space(*self.gap)
        else:
            self.common = depth
            self.holder = self.numbers[-1] if depth else -1
        self.lowest = depth
        self.gap = self.line_break = None
        if self.href is not None and self.link_from < 0:
            self.link_from, self.link_source = pieces.length, first

    def _space(self, start: int, end: int) -> None:
        """Add one space for the white space at source [start, end)."""
        if self.source[start] == " ":
            self.pieces.take(start, start + 1)
        else:
            self.pieces.put(" ", start, end)

    def _is_seam(self, first: int) -> bool:
        """Return whether two inline elements touch that a style sheet sets apart ("By Ann" and "May 1")."""
        if not self.pieces.length or self.last > first or (self.block_depths and self._block_tag() in RIGID):
            return False
        before, after = self.source[self.last - 1], self.source[first]
        return before.isalnum() and after.isalnum() and not (before.isupper() and after.islower())

    def _block_tag(self) -> str:
        return self.stack[self.block_depths[-1] - 1]

    # --- tags --------------------------------------------------------------------------------------------------------

    def _start(self, token: Any, tag: str, start: int, end: int) -> None:
        if tag in VOID:
            self._void(token, tag, start, end)
            return
        if self.hidden_from and tag in BREAKOUT and self.stack[self.hidden_from - 1] in ("svg", "math"):
            self._pop(self.hidden_from - 1, start)
        if tag in CLOSES_P and (depths := self.opened["p"]) and depths[-1] > self._fence("button"):
            self._pop(depths[-1] - 1, start)
        if tag in SIBLINGS:
            self._end_siblings(tag, start)
        elif tag in HEADINGS and self.stack and self.stack[-1] in HEADINGS:
            self._pop(len(self.stack) - 1, start)
        elif tag in ("html", "body") and self.opened[tag]:
            return
        elif tag == "button" and self.opened[tag]:
            self._end(tag, start, start)
        if tag in BLOCKS:
            self._flush()
        elif self.seam == 1 and tag in SEAMS:
            self.seam = 2
        self._push(token, tag, start, end)

    def _push(self, token: Any, tag: str, start: int, end: int) -> None:
        stack = self.stack
        stack.append(tag)
        depth = len(stack)
        self.opened[tag].append(depth)
        if tag in FENCES:
            self.fences.append(depth)
        if tag in BLOCKS:
            self.block_depths.append(depth)
        attrs: list[tuple[str, str | None]] = token.attrs or []
        parent = self.numbers[-1] if self.numbers else -1
        if self.hidden_from:
            self.numbers.append(parent)
        else:
            self._open_element(tag, dict(attrs) if attrs else {}, parent, depth)
        if attrs and tag == "a":
            self._close_link()
            self.href = token.attr("href")
        if attrs or tag in ("script", "title"):
            self.head.start(tag, dict(attrs), start, end, depth)

    def _open_element(self, tag: str, attrs: dict[str, str | None], parent: int, depth: int) -> None:
        names, hidden = "", parent >= 0 and self.elements[parent].hidden
        unseen = tag in UNSEEN
        if attrs:
            names = " ".join(value for name in _NAMED_BY if (value := attrs.get(name)))[:_NAMES_LENGTH]
            hidden = hidden or attrs.get("aria-hidden") == "true"
            if tag not in ("html", "body") and not unseen:
                style = attrs.get("style")
                unseen = "hidden" in attrs or bool(style and _INVISIBLE.search(style))
        if tag == "dialog" and "open" not in attrs:
            unseen = True
        if unseen:
            self.hidden_from = depth
        self.numbers.append(len(self.elements))
        self.elements.append(Element(tag, parent, names, hidden or unseen))

    def _void(self, token: Any, tag: str, start: int, end: int) -> None:
        if tag == "br":
            self._break(start, end)
        elif tag == "hr":
            if (depths := self.opened["p"]) and depths[-1] > self._fence("button"):
                self._pop(depths[-1] - 1, start)
            self._flush()
        elif tag in ("meta", "link"):
            self.head.start(tag, dict(token.attrs), start, end, 0)
        elif self.hidden_from:
            return
        elif tag == "img" and token.attr("alt"):
            self._attribute(token.attr("alt"), "alt", "image", start, end)
        elif tag == "input" and token.attr("value") and (token.attr("type") or "").lower() in ("submit", "button"):
            self._attribute(token.attr("value"), "value", "button", start, end)

    def _break(self, start: int, end: int) -> None:
        """Remember a line break; a second one in a row begins another block."""
        if self.hidden_from or not self.pieces.length:
            return
        if self.line_break is not None:
            self._flush()
        else:
            self.line_break = start, end

    def _attribute(self, value: str, name: str, kind: str, start: int, end: int) -> None:
        """Add the text of an attribute: a picture's alternative text, a button's label."""
        text = " ".join(value.split())
        span = attributes(self.source, start, end).get(name)
        if not text or span is None:
            return
        if kind == "image" and len(text) <= 8 and not text.isascii() and not any(map(str.isalnum, text)):
            self._meet(span[0])  # an emoji drawn as a picture
            self.pieces.put(text, *span)
            self.last = end
            return
        pieces = Pieces(self.source)
        pieces.put(text, *span)
        if pieces.empty():
            return
        if self.href is not None:
            pieces.link(*span, self.href, 0, pieces.length)
        block = pieces.block(kind, 0, self.numbers[-1] if self.numbers else -1)
        if self.pieces.length:
            self.pictures.append(block)
        else:
            self.blocks.append(block)

    def _end(self, tag: str, start: int, end: int) -> None:
        if tag == "br":
            self._break(start, end)
            return
        if tag == "a":
            self._close_link()
            self.href = None
        depths = self.opened[tag]
        if not depths or tag in ("html", "body"):
            return
        depth = depths[-1]
        if tag in TABLE_PARTS:
            if self.opened["table"] and depth < self.opened["table"][-1]:
                return
        elif tag not in FENCES and self.fences and depth < self.fences[-1]:
            return
        if tag not in BLOCKS:
            self.seam = 1 if tag in SEAMS else 0
            if self.block_depths and depth < self.block_depths[-1]:
                return
        self._pop(depth - 1, start)

    def _end_siblings(self, tag: str, at: int) -> None:
        """Carry out the end tags that a start tag implies: an item ends the one before it, a row ends a cell."""
        ended, walls = SIBLINGS[tag]
        wall = max((self.opened[name][-1] for name in walls if self.opened[name]), default=0)
        depths = [self.opened[name][-1] for name in ended if self.opened[name] and self.opened[name][-1] > wall]
        if depths:
            self._pop(min(depths) - 1, at)

    def _fence(self, also: str) -> int:
        """Return the depth below which an implied end does not reach."""
        fence = self.fences[-1] if self.fences else 0
        depths = self.opened[also]
        return max(fence, depths[-1]) if depths else fence

    def _pop(self, depth: int, at: int) -> None:
        """Close every element above `depth`; `at` is the source offset where they end."""
        stack = self.stack
        if len(stack) <= depth:
            return
        if self.block_depths and self.block_depths[-1] > depth:
            self._flush()
        while len(stack) > depth:
            tag = stack.pop()
            self.opened[tag].pop()
            self.numbers.pop()
            if tag in FENCES:
                self.fences.pop()
            if tag in BLOCKS:
                self.block_depths.pop()
        if depth < self.hidden_from:
            self.hidden_from = 0
        self.lowest = min(self.lowest, depth)
        self.head.end(depth, at)

    # --- blocks ------------------------------------------------------------------------------------------------------

    def _close_link(self) -> None:
        if self.link_from >= 0 and self.href is not None and self.pieces.length > self.link_from:
            self.pieces.link(self.link_source, self.last, self.href, self.link_from, self.pieces.length)
        self.link_from = -1

    def _flush(self) -> None:
        """Make a block of the text read so far, and begin the next."""
        if self.pieces.length:
            self._close_link()
            if not self.pieces.empty():
                kind, level = self._kind()
                self.blocks.append(self.pieces.block(kind, level, self.holder))
            self.pieces = Pieces(self.source)
        self.blocks += self.pictures
        self.pictures = []
        self.gap = self.line_break = None
        self.seam = 0

    def _kind(self) -> tuple[str, int]:
        """Return kind and level of the block: by its innermost block element, else by the inline element around it."""
        inline, number = "", self.holder
        for _ in range(_UPWARD):
            if number < 0:
                break
            tag, number = self.elements[number][:2]
            if tag in BLOCKS:
                kind = KINDS.get(tag, "paragraph")
                if kind == "paragraph":
                    around, level = self._kind_around(number)
                    kind = inline if inline and (tag != "p" or inline == "time") and not level else around
                    return kind, level
                return kind, HEADINGS.get(tag, 0)
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
