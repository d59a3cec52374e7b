"""Markdown to blocks: headings, paragraphs, list items, quotations, code, cells, separators, pictures, front matter.

Scraped Markdown is loose, so three rules of CommonMark are softened: lines are joined into a paragraph only where they
were wrapped; a number begins a list only in a sequence (in German "12. März" is a date); prose is never indented code.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from cleaner.document import Block
from cleaner.readers import Read
from cleaner.readers.inline import scan
from cleaner.readers.lines import Line, lines, wrapped
from cleaner.readers.paragraph import Paragraph
from cleaner.readers.pieces import Pieces
from cleaner.readers.plain import RULE_MARKS
from cleaner.tables.rows import Evidence, Span
from cleaner.text import ends_sentence

_LONG_LINE: Final = 40
"""A shorter line in front of small letters is a label or a name, not a line that was wrapped."""
_QUOTE: Final = re.compile(r"(?:[ ]{0,3}>)+[ ]?")
_QUOTE_IN_LIST: Final = re.compile(r"(?:[ ]{0,20}>)+[ ]?")
_HEADING: Final = re.compile(r"[ ]{0,3}(#{1,6})(?:[ \t]+|$)")
_HEADING_END: Final = re.compile(r"(?:^|[ \t])#+[ \t]*$")
_RULE: Final = re.compile(r"[ ]{0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_UNDERLINE: Final = re.compile(r"[ ]{0,3}(=+|-{3,})[ \t]*$")
_FENCE: Final = re.compile(r"([ \t]{0,20})(`{3,}|~{3,})[^`]*$")
_ITEM: Final = re.compile(r"[ \t]*(?:[-*+•‣◦▪●○■·⁃∙]|(\d{1,3})[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
_FOOTNOTE: Final = re.compile(r"[ ]{0,3}\[\^([^\]\s]{1,50})\]:[ \t]*")
_TARGET: Final = re.compile(
    r"^[ ]{0,3}\[([^\]\[\n]{1,200})\]:[ \t]*<?((?:https?:|mailto:|/|#|\.|www\.)[^\s<>]{0,4000})>?"
    r"(?:[ \t]+(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'|\([^()\n]{0,500}\)))?[ \t]*\r?$",
    re.MULTILINE,
)
_PAIR: Final = re.compile(r"([A-Za-z_][\w .-]{0,60}?)[ \t]*[:=][ \t]+(?=\S)")
_META_KEYS: Final = {
    "title": "title", "headline": "title", "date": "published", "published": "published", "date_published": "published",
    "datepublished": "published", "publishdate": "published", "pubdate": "published", "published_at": "published",
    "modified": "modified", "updated": "modified", "lastmod": "modified", "last_modified": "modified",
    "author": "authors", "authors": "authors", "byline": "authors", "url": "url", "link": "url", "canonical": "url",
    "source_url": "url", "original_url": "url", "permalink": "url", "publisher": "publisher", "source": "publisher",
    "site": "publisher", "sitename": "publisher", "site_name": "publisher", "hostname": "host", "lang": "language",
    "language": "language", "section": "section", "category": "section", "categories": "section", "tags": "tags",
    "description": "description",
}  # fmt: skip
_PROSE_WORDS: Final = 8
_HTML_BLOCKS: Final = {"<!--": "-->", "<script": "</script>", "<style": "</style>"}


def read(source: str) -> Read:
    """Return a Markdown text as blocks.

    >>> [(b.element, b.text) for b in read("# *One*\\n\\nBy [AFP](#)\\n\\n- two").blocks]
    [('heading', 'One'), ('paragraph', 'By AFP'), ('list_item', 'two')]
    """
    reader = _Reader(source)
    reader.run()
    return Read(tuple(reader.blocks), hints=tuple(reader.hints))


class _Reader:
    """One pass over the lines of one text; `open` are the lines of the paragraph being read."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.lines: list[Line] = list(lines(source))
        self.blocks: list[Block] = []
        self.hints: list[Evidence] = []
        self.references: dict[str, str] = {}
        if "]:" in source:
            for found in _TARGET.finditer(source):
                self.references.setdefault(" ".join(found[1].lower().split()), found[2])
            for found in re.finditer(r"^[ ]{0,3}\[(\^[^\]\s]{1,50})\]:", source, re.MULTILINE):
                self.references.setdefault(found[1].lower(), "")
        self.open: list[Span] = []
        self.kind, self.level = "paragraph", 0
        self.depth = 0
        self.in_list = False
        self.numbers: dict[int, int] = {}
        """The last number at each indent of the list being read."""
        self.unclosed: set[str] = set()
        """Ends of comments and scripts that do not come any more."""

    def run(self) -> None:
        at = self._front_matter()
        while at < len(self.lines):
            at = self._line(at)
        self._close()

    def _line(self, at: int) -> int:
        """Read the line with this number, and return the number of the next one to be read."""
        source, line = self.source, self.lines[at]
        if line.blank:
            self._close()
            return at + 1
        start, end = line.start, line.end
        kind, depth = "paragraph", 0
        if quote := (_QUOTE_IN_LIST if self.in_list else _QUOTE).match(source, start, end):
            start, kind, depth = quote.end(), "quotation", quote[0].count(">")
            if not source[start:end].strip():
                self._close()
                return at + 1
            if depth != self.depth:
                self._close()
        self.depth = depth
        text = source[start:end]
        if (fence := _FENCE.match(text)) and not _is_ornament(text):
            self._close()
            return self._fenced(at, fence[2], len(fence[1]))
        if skip := self._html_block(at, text):
            return skip
        if self.open and len(self.open) == 1 and self.kind == kind and self._is_heading_above(text):
            self.kind, self.level = "heading", 1 if "=" in text else 2
            self._close()
            return at + 1
        if _RULE.match(text) or RULE_MARKS.issuperset(text):
            self._close()
            self.in_list = False
            self._add_plain("separator", [(start, end)])
            return at + 1
        if heading := _HEADING.match(text):
            self._close()
            self.in_list = False
            closing = _HEADING_END.search(text, heading.end())
            self.kind, self.level = "heading", len(heading[1])
            self.open = [(start + heading.end(), start + closing.start() if closing else end)]
            self._close()
            return at + 1
        if "|" in text and (rows := self._table(at)):
            return rows
        if "]:" in text and kind == "paragraph" and _TARGET.match(text):
            self._close()
            return at + 1
        if note := _FOOTNOTE.match(text):
            self._close()
            self.kind, self.open = "footnote", [(start + note.end(), end)]
            return at + 1
        if item := self._item(at, text):
            self._close()
            self.kind, self.open, self.in_list = "list_item", [(start + item, end)], True
            return at + 1
        if not self.open:
            self.in_list = self.in_list and source[line.start] in " \t"
            if kind == "paragraph" and self._is_code(line, text) and not self.in_list:
                return self._indented(at)
            self.kind = kind
        self.open.append((start, end))
        return at + 1

    # --- kinds of lines ----------------------------------------------------------------------------------------------

    def _is_heading_above(self, text: str) -> bool:
        """Return whether this line underlines the open one, which then is a heading, not a paragraph before a rule."""
        if not _UNDERLINE.match(text):
            return False
        above = self.source[slice(*self.open[0])].strip()
        return len(above) <= 200 and ("=" in text or not ends_sentence(above) or len(above) < 40)

    def _item(self, at: int, text: str) -> int:
        """Return how many characters of the line are the mark of a list item."""
        found = _ITEM.match(text)
        if found is None:
            return 0
        if found[1] is not None:
            number, indent = int(found[1]), len(text) - len(text.lstrip())
            known = {column: last for column, last in self.numbers.items() if column <= indent} if self.in_list else {}
            follows = self.in_list and number - 1 in self.numbers.values()
            if not follows and not (number == 1 and self._second_follows(at)):
                return 0
            self.numbers = {**known, indent: number}
        return found.end()

    def _second_follows(self, at: int) -> bool:
        for line in self.lines[at + 1 : at + 12]:
            found = _ITEM.match(self.source, line.start, line.end)
            if found is not None and found[1] is not None:
                return int(found[1]) in (1, 2)
        return False

    def _is_code(self, line: Line, text: str) -> bool:
        if not text.startswith(("    ", "\t")):
            return False
        words = text.split(None, _PROSE_WORDS)
        return not (len(words) >= _PROSE_WORDS or ends_sentence(self.source[line.first : line.last]))

    def _html_block(self, at: int, text: str) -> int:
        """Pass over a comment, script or style that begins on this line; return the next line, 0 if none begins."""
        lower = text.lstrip()[:8].lower()
        close = next((end for begin, end in _HTML_BLOCKS.items() if lower.startswith(begin)), "")
        if not close or close in self.unclosed:
            return 0
        end = self.source.find(close, self.lines[at].start)
        if end < 0:
            self.unclosed.add(close)
            return 0
        self._close()
        end += len(close)
        last = bisect_right(self.lines, end - 1, key=_start) - 1
        if self.source[end : self.lines[last].end].strip():
            self.open.append((end, self.lines[last].end))
        return last + 1

    # --- runs of lines -----------------------------------------------------------------------------------------------

    def _fenced(self, at: int, fence: str, indent: int) -> int:
        """Read a listing; its lines are without the quotation marks and the indent that its fence has before it."""
        inside: list[Span] = []
        quoted = _QUOTE_IN_LIST.match(self.source, *self.lines[at][:2])
        number = at + 1
        while number < len(self.lines):
            line = self.lines[number]
            text = self.source[line.first : line.last].lstrip("> ")
            number += 1
            if text.startswith(fence) and not text.strip(fence[0]):
                break
            start = line.start
            if quoted and (quote := _QUOTE_IN_LIST.match(self.source, start, line.end)):
                start = quote.end()
            inset = self.source[start : min(start + indent, line.end)]
            inside.append((start + len(inset) - len(inset.lstrip(" \t")), line.end))
        self._add_listing(inside)
        return number

    def _indented(self, at: int) -> int:
        inside: list[Span] = []
        while at < len(self.lines):
            line = self.lines[at]
            text = self.source[line.start : line.end]
            if line.blank or not self._is_code(line, text):
                break
            inside.append((line.start, line.end))
            at += 1
        self._add_plain("preformatted", inside)
        return at

    def _table(self, at: int) -> int:
        """Read a table whose head is this line; return the line after it, 0 if there is none."""
        if at + 1 >= len(self.lines):
            return 0
        below = self.source[self._after_quote(self.lines[at + 1]) : self.lines[at + 1].end]
        if not ("|" in below and "-" in below and set(below) <= set("|:- \t")):
            return 0
        self._close()
        number = at
        while number < len(self.lines):
            line = self.lines[number]
            if line.blank or "|" not in self.source[line.start : line.end]:
                break
            if number != at + 1:
                self._cells(line)
            number += 1
        return number

    def _cells(self, line: Line) -> None:
        first = start = self._after_quote(line)
        for bar in re.finditer(r"(?<!\\)\||$", self.source[first : line.last]):
            end = first + bar.start()
            self._add("table_cell", 0, [(start, end)])
            start = first + bar.end()

    def _after_quote(self, line: Line) -> int:
        """Return where the text of a line of a table begins."""
        quote = _QUOTE.match(self.source, line.start, line.end) if self.depth else None
        return quote.end() if quote else line.first

    def _front_matter(self) -> int:
        """Read the head of `key: value` lines between two rules, and return the line after it."""
        first = next((n for n, line in enumerate(self.lines) if not line.blank), 0)
        if first >= len(self.lines):
            return 0
        mark = self._trimmed(first)
        if mark not in ("---", "+++"):
            return 0
        for last in range(first + 1, min(len(self.lines), first + 200)):
            text = self._trimmed(last)
            if text == mark or (mark == "---" and text == "..."):
                break
        else:
            return 0
        pairs = [_PAIR.match(self._trimmed(number)) for number in range(first + 1, last)]
        if not any(pairs):
            return 0
        for number, pair in zip(range(first + 1, last), pairs, strict=True):
            line = self.lines[number]
            self._add_plain("front_matter", [(line.start, line.end)])
            if pair is not None:
                self._hint(pair[1], line.first + pair.end(), line.last)
        return last + 1

    def _trimmed(self, number: int) -> str:
        line = self.lines[number]
        return self.source[line.first : line.last]

    def _hint(self, key: str, start: int, end: int) -> None:
        name = _META_KEYS.get(key.lower().replace("-", "_").replace(" ", "_"))
        value = self.source[start:end]
        if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
            start, end, value = start + 1, end - 1, value[1:-1]
        if name and value:
            self.hints.append(Evidence(name, value, "meta", start, end, f"front matter, {key}", 0.9))

    # --- blocks ------------------------------------------------------------------------------------------------------

    def _close(self) -> None:
        """Make blocks of the open lines: one if they were wrapped, else one for every line."""
        spans, kind, level = self.open, self.kind, self.level
        self.open, self.kind, self.level = [], "paragraph", 0
        if not spans:
            return
        if len(spans) == 1:
            self._add(kind, level, spans)
            return
        spans = [self._without_break(span) for span in spans[:-1]] + spans[-1:]
        texts = [self.source[a:b].strip() for a, b in spans]
        whole = wrapped(texts, least=2)
        group = [spans[0]]
        for before, span, text in zip(spans, spans[1:], texts[1:], strict=False):
            if self._joins(before, span, text, whole):
                group.append(span)
            else:
                self._add(kind, level, group)
                group = [span]
        self._add(kind, level, group)

    def _without_break(self, span: Span) -> Span:
        """Return a line without the backslash that ends it on purpose."""
        line = self.source[slice(*span)]
        return (span[0], span[1] - 1) if line.endswith("\\") and not line.endswith("\\\\") else span

    def _joins(self, before: Span, span: Span, text: str, whole: bool) -> bool:
        line = self.source[before[0] : before[1]]
        if line.endswith("  ") or self.source.startswith("\\", before[1]):
            return False
        bare = text.lstrip("*_[\"'(«“‘ ")
        goes_on = bare[:1].islower() and len(line) >= _LONG_LINE and not ends_sentence(line)
        return whole or goes_on or line.rfind("[") > line.rfind("]")

    def _add_plain(self, kind: str, spans: list[Span]) -> None:
        """Add a block of lines as they are."""
        while spans and not self.source[slice(*spans[-1])].strip():
            spans.pop()
        spans = spans[next((n for n, s in enumerate(spans) if self.source[slice(*s)].strip()), 0) :]
        if not spans:
            return
        start, end = spans[0][0], spans[-1][1]
        pieces = Pieces(self.source)
        body = self.source[start:end]
        start += 0 if kind == "preformatted" else len(body) - len(body.lstrip())
        pieces.take(start, start + len(self.source[start:end].rstrip()))
        self.blocks.append(pieces.block(kind))

    def _add_listing(self, spans: list[Span]) -> None:
        """Add a block of lines as they are, each of which may begin farther in than its line in the source."""
        filled = [number for number, span in enumerate(spans) if self.source[slice(*span)].strip()]
        if not filled:
            return
        pieces = Pieces(self.source)
        for number in range(filled[0], filled[-1] + 1):
            start, end = spans[number]
            if number > filled[0]:
                at = spans[number - 1][1]
                pieces.take(at, at + 1 + self.source.startswith("\r\n", at))
            pieces.take(start, end)
        if not pieces.empty():
            self.blocks.append(pieces.block("preformatted"))

    def _add(self, kind: str, level: int, spans: list[Span]) -> None:
        """Add a block of lines with its marks read, pictures before and after it as blocks of their own."""
        content = Paragraph(self.source, spans)
        self.blocks += content.blocks(kind, level, scan(content.text, self.references))


def _is_ornament(text: str) -> bool:
    """Return whether tildes stand on both sides of words: ~~~ ADVERTISEMENT ~~~ opens no listing."""
    return text.rstrip().endswith("~~") and bool(text.strip("~ \t\r\n"))


def _start(line: Line) -> int:
    return line.start
