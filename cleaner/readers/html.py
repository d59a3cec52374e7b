"""HTML to blocks: every visible piece of text with its element, links and span, from the tokens of the page alone.

No tree is built: a stack of open elements with the implied end tags of HTML is enough to know what stands in what, and
token positions are exact where a tree's are not. Scripts, styles, comments and hidden elements stay in the source.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import accumulate
from typing import Any, Final

from turbohtml import TokenType, tokenize

from cleaner.document import Element
from cleaner.readers import Read
from cleaner.readers.flow import Flow
from cleaner.readers.head import Head
from cleaner.readers.tags import (
    BLOCKS,
    BREAKOUT,
    CLOSES_P,
    FENCES,
    HEADINGS,
    RAW_TEXT,
    SEAMS,
    SIBLINGS,
    TABLE_PARTS,
    UNSEEN,
    VOID,
    attributes,
)

_INVISIBLE: Final = re.compile(r"(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)", re.IGNORECASE)
_TEXT, _START, _END, _REFERENCE = TokenType.TEXT, TokenType.START_TAG, TokenType.END_TAG, TokenType.CHARACTER_REFERENCE
_NAMED_BY: Final = frozenset({"class", "id", "role", "itemprop"})
_NAMES_LENGTH: Final = 300
_HIDDEN_SHARE: Final = 0.4
_HIDDEN_LEAST: Final = 400
"""A script shows it later: on 8 of 373 pages most of the article stood in elements hidden by a style, and showing what
is hidden on pages with 0.4 times as much of it as of visible text outside links brought 6,600 of 7,900 words back."""


def read(source: str) -> Read:
    """Return the visible text of a page as blocks, and what its head declares as hints.

    Where a page hides nearly as much text as it shows, the hidden text is read too; its elements are marked hidden.

    >>> page = read("<title>T</title><h1>One &amp; two</h1><p>By <a href='/x'>Ann</a><p hidden>no")
    >>> [(b.element, b.text, b.link_share) for b in page.blocks]
    [('heading', 'One & two', 0.0), ('paragraph', 'By Ann', 0.5)]
    """
    from cleaner.readers.embedded import completed

    return completed(source, markup(source))


def markup(source: str) -> Read:
    """Return what the markup of a page or of a piece of one shows, and nothing that it keeps for scripts."""
    page = _Page(source)
    page.run()
    if page.hidden_length > _HIDDEN_LEAST:
        shown = sum(len(block.text) * (1.0 - block.link_share) for block in page.flow.blocks)
        if page.hidden_length > _HIDDEN_SHARE * shown:
            page = _Page(source, reveal=True)
            page.run()
    return Read(tuple(page.flow.blocks), tuple(page.elements), tuple(page.head.hints()))


class _Page:
    """One pass over the tokens of one page."""

    def __init__(self, source: str, reveal: bool = False) -> None:
        self.source = source
        self.reveal = reveal
        self.elements: list[Element] = []
        self.head = Head(source)
        # the open elements: tags, their numbers in `elements`, and at what depths each tag, fence and block stands
        self.stack: list[str] = []
        self.numbers: list[int] = []
        self.opened: defaultdict[str, list[int]] = defaultdict(list)
        self.fences: list[int] = []
        self.block_depths: list[int] = []
        self.flow = Flow(source, self.elements, self.numbers)
        self.hidden_from = 0
        """Depth of the outermost open element that nobody sees; 0 if there is none."""
        self.by_style = False
        self.hidden_length = 0
        """How many characters stand in elements that a style hides."""
        self.raw = ""
        """The open element whose content is no markup (<script>), if any."""

    def run(self) -> None:
        source = self.source
        starts = _line_starts(source)
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
        self.flow.flush()

    def _token(self, token: Any, start: int, end: int) -> None:
        kind = token.type
        if self.raw:
            self._raw_text(token, start, end)
        elif kind is _TEXT:
            if self.hidden_from:
                if self.by_style and self.stack[-1] not in UNSEEN and self.flow.href is None:
                    self.hidden_length += len(self.source[start:end].strip())
            elif self.opened["pre"]:
                self.flow.preformatted(start, end)
            elif self.source[start:end].isspace():
                self.flow.white(start, end)
            else:
                self.flow.text(start, end)
        elif kind is _END:
            self._end(token.tag, start, end)
        elif kind is _START:
            tag = token.tag
            if tag in VOID:
                self._void(token, tag, start, end)
            elif tag in RAW_TEXT:
                self.raw = tag
                if tag in ("script", "title"):
                    self.head.start(tag, dict(token.attrs), start, end, len(self.stack) + 1)
            else:
                self._start(token, tag, start, end)
        elif kind is _REFERENCE and not self.hidden_from:
            self.flow.reference(token.data, start, end)

    def _raw_text(self, token: Any, start: int, end: int) -> None:
        """Pass over the content of a script, and hand on what it declares."""
        if token.type is _END and token.tag == self.raw:
            self.raw = ""
            self.head.end(len(self.stack), start)
        elif token.type is _TEXT and self.head.wants_text:
            self.head.text(start, end)

    # --- start tags --------------------------------------------------------------------------------------------------

    def _start(self, token: Any, tag: str, start: int, end: int) -> None:
        if self.hidden_from and tag in BREAKOUT and self.stack[self.hidden_from - 1] in ("svg", "math"):
            self._pop(self.hidden_from - 1, start)
        if tag in BLOCKS:
            if tag in CLOSES_P and self.opened["p"]:
                self._end_paragraph(start)
            if tag in SIBLINGS:
                self._end_siblings(tag, start)
            elif tag in HEADINGS and self.stack and self.stack[-1] in HEADINGS:
                self._pop(len(self.stack) - 1, start)
            elif tag in ("html", "body") and self.opened[tag]:
                return
            elif tag == "button" and self.opened[tag]:
                self._end(tag, start, start)
            self.flow.flush()
        elif self.flow.seam == 1 and tag in SEAMS:
            self.flow.seam = 2
        self._push(tag, token.attrs, start, end)
        if tag == "a":
            self.flow.open_link(token.attr("href"))

    def _push(self, tag: str, attrs: list[tuple[str, str | None]], start: int, end: int) -> None:
        self.stack.append(tag)
        depth = len(self.stack)
        self.opened[tag].append(depth)
        if tag in FENCES:
            self.fences.append(depth)
        if tag in BLOCKS:
            self.block_depths.append(depth)
        parent = self.numbers[-1] if self.numbers else -1
        if self.hidden_from:
            self.numbers.append(parent)
            return
        names, hidden, by_style, declares = "", parent >= 0 and self.elements[parent].hidden, tag == "dialog", False
        for name, value in attrs:
            if name in _NAMED_BY:
                names = f"{names} {value}" if names else value or ""
                declares = declares or name == "itemprop"
            elif name == "style":
                by_style = by_style or (value is not None and _INVISIBLE.search(value) is not None)
            elif name == "hidden":
                by_style = True
            elif name == "aria-hidden":
                hidden = hidden or value == "true"
            elif name == "open" and tag == "dialog":
                by_style = False
            elif name in ("rel", "datetime", "lang"):
                declares = True
        if tag in UNSEEN or (by_style and tag not in ("html", "body")):
            hidden = True
            if tag in UNSEEN or not self.reveal:
                self.hidden_from, self.by_style = depth, tag not in UNSEEN
        self.numbers.append(len(self.elements))
        self.elements.append(Element._make((tag, parent, names[:_NAMES_LENGTH], hidden)))
        if declares:
            self.head.start(tag, dict(attrs), start, end, depth)

    def _void(self, token: Any, tag: str, start: int, end: int) -> None:
        if tag == "br":
            if not self.hidden_from:
                self.flow.line_break(start, end)
        elif tag == "hr":
            if self.opened["p"]:
                self._end_paragraph(start)
            self.flow.flush()
        elif tag in ("meta", "link"):
            self.head.start(tag, dict(token.attrs), start, end, 0)
        elif self.hidden_from:
            return
        elif tag == "img":
            if value := token.attr("alt"):
                self.flow.attribute(value, "image", *attributes(self.source, start, end).get("alt", (start, start)))
        elif tag == "input" and (token.attr("type") or "").lower() in ("submit", "button") and token.attr("value"):
            span = attributes(self.source, start, end).get("value", (start, start))
            self.flow.attribute(token.attr("value"), "button", *span)

    # --- end tags, written and implied -------------------------------------------------------------------------------

    def _end(self, tag: str, start: int, end: int) -> None:
        if tag == "a":
            self.flow.close_link()
        depths = self.opened[tag]
        if not depths:
            if tag == "br" and not self.hidden_from:
                self.flow.line_break(start, end)
            return
        depth = depths[-1]
        if tag in BLOCKS:
            fences = self.opened["table"] if tag in TABLE_PARTS else [] if tag in FENCES else self.fences
            if tag in ("html", "body") or (fences and depth < fences[-1]):
                return
        elif tag not in FENCES:
            self.flow.seam = 1 if tag in SEAMS else 0
            if self.block_depths and depth < self.block_depths[-1]:
                return
        self._pop(depth - 1, start)

    def _end_paragraph(self, at: int) -> None:
        """Carry out the end tag of an open paragraph that a block implies."""
        depth = self.opened["p"][-1]
        fence = self.fences[-1] if self.fences else 0
        button = self.opened["button"]
        if depth > fence and not (button and depth < button[-1]):
            self._pop(depth - 1, at)

    def _end_siblings(self, tag: str, at: int) -> None:
        """Carry out the end tags that a start tag implies: an item ends the one before it, a row ends a cell."""
        ended, walls = SIBLINGS[tag]
        wall = max((self.opened[name][-1] for name in walls if self.opened[name]), default=0)
        depths = [self.opened[name][-1] for name in ended if self.opened[name] and self.opened[name][-1] > wall]
        if depths:
            self._pop(min(depths) - 1, at)

    def _pop(self, depth: int, at: int) -> None:
        """Close every element above `depth`; `at` is the source offset where they end."""
        stack, opened = self.stack, self.opened
        if self.block_depths and self.block_depths[-1] > depth:
            self.flow.flush()
        while len(stack) > depth:
            tag = stack.pop()
            opened[tag].pop()
            if tag in FENCES:
                self.fences.pop()
            if tag in BLOCKS:
                self.block_depths.pop()
        del self.numbers[depth:]
        if depth < self.hidden_from:
            self.hidden_from = 0
        if depth < self.flow.lowest:
            self.flow.lowest = depth
        if self.head.waits:
            self.head.end(depth, at)


def _line_starts(source: str) -> list[int]:
    """Return where each line of a source begins, lines as the tokenizer counts them."""
    if "\r" in source:
        return [0, *(found.end() for found in re.finditer(r"\r\n?|\n", source))]
    starts = list(accumulate(map(len, source.split("\n")), initial=0))
    return [start + number for number, start in enumerate(starts)]
