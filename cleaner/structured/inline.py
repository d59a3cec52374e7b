"""The text of one block as Markdown: links and code marked, what would be read as a mark escaped."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from cleaner.block import Block, Element
from cleaner.ledger import Run
from cleaner.structured.spots import Kind
from cleaner.tables.rows import Span

CodeFinder = Callable[[Block], list[Span]]

_CODE_TAGS: Final = frozenset({"code", "kbd", "samp", "tt"})
_CODE_TAG: Final = re.compile(r"<(/?)(?:code|kbd|samp|tt)(?:\s[^<>]{0,1000})?>", re.IGNORECASE)
_TICKS: Final = re.compile(r"\\.|`+", re.DOTALL)
_SPECIAL: Final = re.compile(
    r"[\\`*\[\]<&_~|!]|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]\s*|(?:https?://|www\.)[^\s<>\"«»“”|\[\]`*\\]+"
)
_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_TAG: Final = re.compile(r"<[a-zA-Z/!?]")
_ADDRESS_TAIL: Final = ".,;:!?)}'’_"
_LINE_MARK: Final = re.compile(
    r"^(?:#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|\||(?P<number>\d{1,9})[.)](?=\s|$)|[=|:+#~—–-][=|:+#~—–\s-]*$)", re.MULTILINE
)
_SCHEME: Final = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_SCHEMES: Final = frozenset({"http", "https", "mailto", "tel", "ftp", "sms", "geo"})
_UNSAFE: Final = re.compile(r"[\s<>\\`|\x00-\x1f\x7f]")
_LONGEST: Final = 2000
"""A longer address is no link that anyone follows but data in disguise."""


class _Mark(NamedTuple):
    """A link, or code (then `href` is None), at [start, end) of a block's text."""

    start: int
    end: int
    href: str | None


def code_finder(source: str, tree: Sequence[Element], format_: str) -> CodeFinder:
    """Return what finds the code in a block's text."""
    if format_ == "markdown" and "`" in source:
        return lambda block: _between_ticks(source, block)
    if format_ != "html" or not any(element.tag in _CODE_TAGS for element in tree):
        return lambda block: []
    within: list[bool] = []
    for element in tree:
        within.append(element.tag in _CODE_TAGS or (element.parent >= 0 and within[element.parent]))
    return lambda block: (
        [(0, len(block.text))] if block.parent >= 0 and within[block.parent] else _between_tags(source, block)
    )


def render(block: Block, codes: Sequence[Span], joint: str, kind: Kind = "paragraph") -> str:
    """Return a block's text as Markdown; `joint` stands for a line break in it, `kind` is what the block is.

    >>> render(Block("See a_b or __c__", 0, 16), [(4, 7)], " ")
    'See `a_b` or \\\\_\\\\_c\\\\_\\\\_'
    """
    cell = kind == "cell"
    marks = _marks(block, codes, cell)
    parts: list[str] = []
    at = 0
    for mark in (*marks, None):
        end = mark.start if mark else len(block.text)
        _plain(parts, block.text, at, end, joint, cell, before=mark)
        if mark is None:
            break
        if mark.href is None:
            parts.append(_code(block.text[mark.start : mark.end]))
        else:
            inside = codes[bisect_left(codes, mark.start, key=_start) : bisect_left(codes, mark.end, key=_start)]
            _link(parts, block.text, mark, [code for code in inside if code[1] <= mark.end], cell)
        at = mark.end
    text = "".join(parts).strip()
    return _LINE_MARK.sub(_escape_start, text) if kind == "paragraph" else text


def _escape_start(found: re.Match[str]) -> str:
    mark = found[0]
    return f"{mark[:-1]}\\{mark[-1]}" if found["number"] else f"\\{mark}" if mark[0].isascii() else mark


# --- plain text ------------------------------------------------------------------------------------------------------


def _plain(parts: list[str], text: str, start: int, end: int, joint: str, cell: bool, before: _Mark | None,
           linked: bool = False) -> None:  # fmt: skip
    """Add text [start, end), escaped; `before` is the mark that follows it."""
    at = start
    while (found := _SPECIAL.search(text, at, end)) is not None:
        place, token = found.span(), found[0]
        parts.append(text[at : place[0]])
        at = place[1]
        first = token[0]
        if len(token) > 1 and first in "hw":
            address = token.rstrip(_ADDRESS_TAIL)
            at = place[0] + max(1, len(address))
            parts.append(_address(text[place[0] : at], linked))
        elif first.isspace() or first in "\x1c\x1d\x1e\x85":
            if parts[-1].endswith((" ", "\t")):
                parts[-1] = parts[-1].rstrip()
            parts.append(joint)
        elif _means_something(text, place[0], start, end, cell, linked, before):
            parts.append(f"\\{first}")
        else:
            parts.append(first)
    parts.append(text[at:end])


def _means_something(text: str, at: int, start: int, end: int, cell: bool, linked: bool, before: _Mark | None) -> bool:
    """Return whether the character at `at` would be read as a mark."""
    mark = text[at]
    left = text[at - 1] if at > start else " " if at == 0 else "["
    right = text[at + 1] if at + 1 < end else " " if at + 1 == len(text) else "["
    if mark in "\\`":
        return True
    if mark == "|":
        return cell
    if mark == "[":
        return linked or at == 0 or text[at - 1] in "\n\r"
    if mark == "]":
        return linked or right in "([:"
    if mark == "!":
        return at + 1 == end and before is not None and before.href is not None
    if mark == "<":
        return _TAG.match(text, at) is not None
    if mark == "&":
        return _ENTITY.match(text, at) is not None
    if mark == "~":
        return "~" in (left, right)
    if mark == "*":
        return not (left.isspace() and right.isspace())
    return not ((left.isalnum() and right.isalnum()) or (left.isspace() and right.isspace()))


def _address(text: str, linked: bool) -> str:
    """Return a web address as it can stand in Markdown: in angle brackets where its characters would be marks."""
    if linked or text.startswith("www.") or not any(mark in text for mark in "_~&"):
        return text
    return f"<{text}>"


def _code(text: str) -> str:
    runs = {len(found[0]) for found in re.finditer("`+", text)}
    fence = "`" * next(n for n in range(1, len(runs) + 2) if n not in runs)
    pad = " " if text[0] == "`" or text[-1] == "`" else ""
    return f"{fence}{pad}{' '.join(text.split())}{pad}{fence}"


# --- links -----------------------------------------------------------------------------------------------------------


def _link(parts: list[str], text: str, mark: _Mark, codes: Sequence[Span], cell: bool) -> None:
    assert mark.href is not None
    parts.append("[")
    at = mark.start
    for start, end in codes:
        _plain(parts, text, at, start, " ", cell, None, linked=True)
        parts.append(_code(text[start:end]))
        at = end
    _plain(parts, text, at, mark.end, " ", cell, None, linked=True)
    parts.append(f"]({_target(mark.href)})")


def _target(href: str) -> str:
    return f"<{href}>" if "(" in href or ")" in href else href


def _destination(href: str) -> str | None:
    """Return where a link leads as Markdown can say it; None for a place in the page, a script, or data.

    >>> _destination(" /a b|c "), _destination("#top"), _destination("java\\nscript:x")
    ('/a%20b%7Cc', None, None)
    """
    href = "".join(href.split("\n")).replace("\r", "").replace("\t", "").strip()
    if not href or href.startswith("#") or len(href) > _LONGEST:
        return None
    scheme = _SCHEME.match(href)
    if scheme is not None and scheme[1].lower() not in _SCHEMES:
        return None
    return _UNSAFE.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), href)


def _marks(block: Block, codes: Sequence[Span], cell: bool) -> list[_Mark]:
    """Return the links and the code of a block that do not overlap, in order."""
    found: list[_Mark] = []
    at = 0
    for link in sorted(block.links):
        href = _destination(link.href)
        span = _trimmed(block.text, *_text_span(block, link.start, link.end))
        if link.href.startswith(("http", "www.")) and block.text[slice(*span)] == link.href:
            continue  # an address written out needs no mark
        if href is not None and span[0] < span[1] and span[0] >= at and _has_words(block.text, *span):
            found.append(_Mark(*span, href))
            at = span[1]
    links = found.copy()
    for start, end in codes:
        ahead = bisect_left(links, end, key=_start) - 1
        free = ahead < 0 or links[ahead].end <= start
        if free and not (cell and "|" in block.text[start:end]):
            found.append(_Mark(start, end, None))
    return sorted(found, key=_start)


def _start(mark: _Mark | Span) -> int:
    return mark[0]


def _has_words(text: str, start: int, end: int) -> bool:
    return any(map(str.isalnum, text[start:end]))


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def _text_span(block: Block, start: int, end: int) -> Span:
    """Return where source [start, end) stands in a block's text."""
    if block.runs is None:
        return min(max(0, start - block.start), len(block.text)), min(max(0, end - block.start), len(block.text))
    runs = block.runs
    number = bisect_right(runs, start, key=_source_end)
    last_number = bisect_left(runs, end, key=_source_start) - 1
    if number >= len(runs) or last_number < 0:
        return 0, 0
    first, last = runs[number], runs[last_number]
    inside = first.exact and start > first.source_start
    text_start = first.text_start + start - first.source_start if inside else first.text_start
    inside = last.exact and end < last.source_end
    text_end = last.text_start + end - last.source_start if inside else last.text_end
    return text_start, max(text_start, text_end)


def _source_start(run: Run) -> int:
    return run.source_start


def _source_end(run: Run) -> int:
    return run.source_end


# --- code ------------------------------------------------------------------------------------------------------------


def _between_tags(source: str, block: Block) -> list[Span]:
    """Return the pieces of a block's text between the tags of code."""
    spans: list[Span] = []
    opened = -1
    for tag in _CODE_TAG.finditer(source, block.start, block.end):
        if not tag[1]:
            opened = tag.end() if opened < 0 else opened
        elif opened >= 0 or not spans:
            spans.append((max(opened, block.start), tag.start()))
            opened = -1
    if opened >= 0:
        spans.append((opened, block.end))
    return _joined(block, spans)


def _between_ticks(source: str, block: Block) -> list[Span]:
    """Return the pieces of a block's text between backticks."""
    spans: list[Span] = []
    runs = [run for run in _TICKS.finditer(source, block.start, block.end) if run[0][0] == "`"]
    places: defaultdict[int, list[int]] = defaultdict(list)
    for run in runs:
        places[len(run[0])].append(run.start())
    at = block.start
    for run in runs:
        same = places[len(run[0])]
        following = bisect_right(same, run.start())
        if run.start() >= at and following < len(same):
            spans.append((run.end(), same[following]))
            at = same[following] + len(run[0])
    return _joined(block, spans)


def _joined(block: Block, spans: Sequence[Span]) -> list[Span]:
    """Return source spans as spans of the block's text, those that touch as one."""
    out: list[Span] = []
    for start, end in spans:
        span = _trimmed(block.text, *_text_span(block, start, end)) if end > start else (0, 0)
        if span[0] >= span[1] or (out and span[0] < out[-1][1]):
            continue
        if out and span[0] == out[-1][1]:
            out[-1] = (out[-1][0], span[1])
        else:
            out.append(span)
    return out
