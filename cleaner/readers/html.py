"""HTML to blocks: every visible piece of text with its element, links and span, from the tags of the page alone.

No tree is built: a stack of open elements with the implied end tags of HTML is enough to know what stands in what, and
positions are exact where a tree's are not. Scripts, styles, comments and hidden elements stay in the source.
"""

from __future__ import annotations

from functools import partial
from itertools import accumulate, islice
from typing import Final

from cleaner.document import Element
from cleaner.readers import Read
from cleaner.readers.flow import Flow, Row, Stack
from cleaner.readers.head import Head
from cleaner.readers.scan import Cuts, Kind, Tag, attributes_of, content, opening, references
from cleaner.readers.tags import BREAKOUT, HEADINGS, TABLE_PARTS, attributes

_HIDDEN_SHARE: Final = 0.4
_HIDDEN_LEAST: Final = 400
"""A script shows it later: on 8 of 373 pages most of the article stood in elements hidden by a style, and showing what
is hidden on pages with 0.4 times as much of it as of visible text outside links brought 6,600 of 7,900 words back."""

_HEARD: Final = frozenset({"title", "script", "noscript", "xmp", "plaintext"})
"""Elements without markup in them that declare something, or are elements like others in all else."""


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
    cuts = Cuts(source)
    page = _Page(source, cuts)
    page.run()
    if page.hidden_length > _HIDDEN_LEAST:
        shown = sum(len(block.text) * (1.0 - block.link_share) for block in page.flow.blocks)
        if page.hidden_length > _HIDDEN_SHARE * shown:
            page = _Page(source, cuts, reveal=True)
            page.run()
    elements = map(partial(tuple.__new__, Element), page.rows)
    return Read(tuple(page.flow.blocks), tuple(elements), tuple(page.head.hints()))


class _Page:
    """One pass over the text and the tags of one page."""

    def __init__(self, source: str, cuts: Cuts, reveal: bool = False) -> None:
        self.source = source
        self.cuts = cuts
        self.reveal = reveal
        self.rows: list[Row] = []
        """The elements somebody sees, in the order of their start tags."""
        self.head = Head(source)
        self.kinds = cuts.kinds
        self.preformatted = cuts.kinds["pre"]
        self.stack: Stack = [(Kind(""), -1, 0, 0, 0)]
        self.flow = Flow(source, self.rows, self.stack)
        self.hidden_from = 0
        """Depth of the outermost open element that nobody sees; 0 if there is none."""
        self.by_style = False
        self.shaded_from = 0
        """Depth of the outermost open element that is marked hidden and read all the same; 0 if there is none."""
        self.watched = 0
        """Depth of the innermost open element whose end is more than an end: it was hidden, or its text is a value."""
        self.hidden_length = 0
        """How many characters stand in elements that a style hides."""

    def run(self) -> None:
        """Read the page."""
        self._walk(self.cuts.pieces, 0)
        self._pop(1, len(self.source))
        self.flow.flush()

    def _walk(self, pieces: list[str], at: int) -> None:
        """Walk over text and markup in turn, which begin at source offset `at`.

        Thousands of tags a page come by here, so the usual ones are carried out on the spot: an end tag of the element
        that was opened last, a start tag that implies no end. All others go to the methods below.
        """
        # What is known of a kind or a tag is a field of it, worked out before: a call costs as much as ten fields.
        flow, stack, rows = self.flow, self.stack, self.rows
        paragraph, link = self.kinds["p"], self.kinds["a"]
        offsets = islice(accumulate(map(len, pieces), initial=at), 0, None, 2)
        for text, tag, at in zip(pieces[::2], self.cuts.tags(pieces[1::2]), offsets, strict=False):
            if text and (flow.pieces is not None or not text.isspace()):
                self._text(text, at)
            kind, sort = tag.kind, tag.sort
            if sort == "end":
                if stack[-1][0] is not kind:
                    self._end(kind, at + len(text), len(tag.markup))
                    continue
                if flow.pieces is not None:
                    if kind.block:
                        flow.flush()
                    elif not kind.fence:
                        flow.seam = 1 if kind.seam else 0
                if kind is link and flow.href is not None:
                    flow.close_link()
                depth = kind.depth
                kind.depth = stack.pop()[2]
                if depth <= self.watched:
                    self._left(depth, at + len(text))
            elif sort == "start":
                if self.hidden_from:
                    if not self._start_hidden(kind, at + len(text)):
                        continue
                elif kind.block:
                    if (kind.implies or (paragraph.depth and kind.closes_p)) and not self._imply(kind, at + len(text)):
                        continue
                    if flow.pieces is not None:
                        flow.flush()
                elif flow.seam == 1 and kind.seam:
                    flow.seam = 2
                around, parent, _, block, fence = stack[-1]  # `around` is the innermost of its kind, too
                depth = around.depth + 1
                number = parent if self.hidden_from else len(rows)
                stack.append((kind, number, kind.depth, depth if kind.block else block, depth if kind.fence else fence))
                kind.depth = depth
                if self.hidden_from and kind is not link:
                    continue
                if tag.names is None:
                    tag.read()
                if kind is link:
                    flow.open_link(tag.href)
                if self.hidden_from:
                    continue
                if tag.plain and not self.shaded_from:
                    rows.append((kind.name, parent, tag.names or "", False))
                else:
                    self._special(tag, parent, at + len(text))
            elif sort == "void":
                self._void(tag, at + len(text))
            elif sort == "raw":
                self._raw(tag, at + len(text))

    # --- text --------------------------------------------------------------------------------------------------------

    def _text(self, text: str, start: int) -> None:
        """Take a text that is not only white space, or stands in an open block."""
        if self.hidden_from or "&" in text or self.preformatted.depth:
            self._other_text(text, start)
        elif self.flow.pieces is not None and text.isspace():
            self.flow.white(start, start + len(text))
        else:
            self.flow.text(text, start)

    def _other_text(self, text: str, start: int) -> None:
        """Take a text that nobody sees, that is preformatted, or has references in it."""
        raw = self.stack[-1][0].raw
        for character, first, last in references(text) if "&" in text and not raw else [(None, 0, len(text))]:
            if self.hidden_from:
                if character is None and self.by_style and not self.stack[-1][0].unseen and self.flow.href is None:
                    self.hidden_length += len(text[first:last].strip())
            elif character is not None:
                self.flow.reference(character, start + first, start + last)
            elif self.preformatted.depth:
                self.flow.preformatted(start + first, start + last)
            elif text[first:last].isspace():
                self.flow.white(start + first, start + last)
            else:
                self.flow.text(text[first:last], start + first)

    def _raw(self, tag: Tag, start: int) -> None:
        """Take an element whose content is no markup; hand on what a title or a script declares."""
        name, markup = tag.kind.name, tag.markup
        if name not in _HEARD:
            return
        if name == "script":  # not to look for its end again if it is code
            written = opening(markup)
            if "json" in written.lower():
                first, last = content(markup, name)
                self.head.script(attributes_of(written), start + first, start + last)
            return
        first, last = content(markup, name)
        if name == "title":
            self.head.title(start + first, start + last)
        else:
            written = markup[:first]
            self.cuts.known[written] = Tag(tag.kind, "start", written)
            self._walk(["", written, markup[first:last], markup[last:]], start)

    # --- start tags --------------------------------------------------------------------------------------------------

    def _start_hidden(self, kind: Kind, start: int) -> bool:
        """Carry out what a start tag implies where nobody sees it; return False if it opens nothing."""
        if kind.name in BREAKOUT and self.stack[self.hidden_from][0].name in ("svg", "math"):
            self._pop(self.hidden_from, start)
        if kind.block:
            if not self._imply(kind, start):
                return False
            self.flow.flush()
        elif self.flow.seam == 1 and kind.seam:
            self.flow.seam = 2
        return True

    def _imply(self, kind: Kind, start: int) -> bool:
        """Carry out the end tags that the start tag of a block implies; return False if it opens nothing itself."""
        if kind.closes_p and self.kinds["p"].depth:
            self._end_paragraph(start)
        if kind.ended:
            self._end_siblings(kind, start)
        elif kind.name in HEADINGS:
            if self.stack[-1][0].name in HEADINGS:
                self._pop(len(self.stack) - 1, start)
        elif kind.depth and kind.name in ("html", "body"):
            return False
        elif kind.depth and kind.name == "button":
            self._end(kind, start, 0)
        return True

    def _special(self, tag: Tag, parent: int, start: int) -> None:
        """Enter the row of an element that is hidden or declares something, or stands in one that is hidden."""
        name, depth = tag.kind.name, len(self.stack) - 1
        hidden = tag.shaded or self.shaded_from > 0
        if tag.kind.unseen or (tag.styled and name not in ("html", "body")):
            hidden = True
            if tag.kind.unseen or not self.reveal:
                self.hidden_from, self.by_style = depth, not tag.kind.unseen
        if hidden and not self.shaded_from and not self.hidden_from:
            self.shaded_from = depth
        self.rows.append((name, parent, tag.names or "", hidden))
        if tag.telling:
            self.head.element(name, attributes_of(tag.markup), start, start + len(tag.markup), depth)
        self.watched = max(self.hidden_from, self.shaded_from, self.head.depth)

    def _void(self, tag: Tag, start: int) -> None:
        """Take an element without content."""
        name, markup = tag.kind.name, tag.markup
        end = start + len(markup)
        if name == "br":
            if not self.hidden_from:
                self.flow.line_break(start, end)
        elif name == "hr":
            if self.kinds["p"].depth:
                self._end_paragraph(start)
            self.flow.flush()
        elif name == "meta":
            self.head.meta(attributes_of(markup), start, end)
        elif name == "link":
            if "canonical" in (named := markup.lower()) or ("alternate" in named and "+xml" in named):
                self.head.link(attributes_of(markup), start, end)
        elif not self.hidden_from and name in ("img", "input"):
            key = "alt" if name == "img" else "value"
            if key not in markup.lower():
                return
            attrs = attributes_of(markup)
            value = attrs.get(key)
            if value and (name == "img" or attrs.get("type", "").lower() in ("submit", "button")):
                span = attributes(self.source, start, end).get(key, (start, start))
                self.flow.attribute(value, "image" if name == "img" else "button", *span)

    # --- end tags, written and implied -------------------------------------------------------------------------------

    def _end(self, kind: Kind, start: int, length: int) -> None:
        """Carry out an end tag, as far as what was opened after the element that it ends allows it."""
        if kind.name == "a":
            self.flow.close_link()
        depth = kind.depth
        if not depth:
            if kind.name == "br" and not self.hidden_from:
                self.flow.line_break(start, start + length)
            return
        _, _, _, block, fence = self.stack[-1]
        if kind.block:
            if depth < (self.kinds["table"].depth if kind.name in TABLE_PARTS else 0 if kind.fence else fence):
                return
        elif not kind.fence:
            self.flow.seam = 1 if kind.seam else 0
            if depth < block:
                return
        self._pop(depth, start)

    def _end_paragraph(self, at: int) -> None:
        """Carry out the end tag of an open paragraph that a block implies."""
        depth = self.kinds["p"].depth
        if depth > self.stack[-1][4] and depth > self.kinds["button"].depth:
            self._pop(depth, at)

    def _end_siblings(self, kind: Kind, at: int) -> None:
        """Carry out the end tags that a start tag implies: an item ends the one before it, a row ends a cell."""
        wall = outermost = 0
        for other in kind.walls:
            if other.depth > wall:
                wall = other.depth
        for other in kind.ended:
            if other.depth > wall and (other.depth < outermost or not outermost):
                outermost = other.depth
        if outermost:
            self._pop(outermost, at)

    def _pop(self, depth: int, at: int) -> None:
        """Close every element from `depth` inwards; `at` is the source offset where they end."""
        stack = self.stack
        if stack[-1][3] >= depth:
            self.flow.flush()
        while len(stack) > depth:
            kind, _, outer, _, _ = stack.pop()
            kind.depth = outer
        if depth <= self.watched:
            self._left(depth, at)

    def _left(self, depth: int, at: int) -> None:
        """Take note that every element from `depth` inwards has ended at source offset `at`."""
        if depth <= self.hidden_from:
            self.hidden_from = 0
        if depth <= self.shaded_from:
            self.shaded_from = 0
        self.head.end(depth, at)
        self.watched = max(self.hidden_from, self.shaded_from, self.head.depth)
