"""Plain text to blocks: lines, paragraphs of wrapped lines, the sentences of a text that lost its line breaks.

Leaves out white space at both ends and the mark of a list item; every block's text is a slice of the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from cleaner import sentences
from cleaner.document import Block, Link
from cleaner.readers import Read
from cleaner.readers.lines import Line, filled_lines, wrapped
from cleaner.text import ends_sentence

BULLET: Final = re.compile(r"(?:[-*•‣◦▪▫●○■□·►▶➤⁃∙]|\uf0b7)\s+(?=\S)")
RULE_MARKS: Final = frozenset("-*_=~•·#+|–—►▶▪●■ \t\u00a0")
URL: Final = re.compile(r"(?:https?://|www\.)[^\s<>\"«»“”|]+", re.IGNORECASE)
_WRAPPED_CHARS: Final = 40
_UNBROKEN_CHARS: Final = 1500
"""A text of one line as long as this is no paragraph: its line breaks were lost."""
_URL_TAIL: Final = ".,;:!?)]}'’*_"


def read(source: str) -> Read:
    """Return the lines of a text as blocks.

    >>> [b.text for b in read("Title\\n\\n- With AFP \\n").blocks]
    ['Title', 'With AFP']
    """
    return Read(tuple(_blocks(source)))


def _sentences(source: str, line: Line) -> Iterator[Block]:
    """Yield the sentences of a text whose line breaks were lost."""
    for start, end in sentences.find(source[line.first : line.last]):
        yield _block(source, line.first + start, line.first + end, "sentence")


def _blocks(source: str) -> Iterator[Block]:
    groups = list(_groups(source))
    if len(groups) == 1 and len(groups[0]) == 1 and groups[0][0].last - groups[0][0].first >= _UNBROKEN_CHARS:
        yield from _sentences(source, groups[0][0])
        return
    hard = any(_is_wrapped(source, group, least=3) for group in groups)
    for group in groups:
        yield from _group(source, group, hard)


def _groups(source: str) -> Iterator[list[Line]]:
    """Yield the lines between blank lines; a line too long to have been wrapped is a group of its own."""
    group: list[Line] = []
    for line in filled_lines(source):
        if group and (_blank_between(source, group[-1], line) or line.last - line.first > 200):
            yield group
            group = []
        group.append(line)
        if line.last - line.first > 200:  # no wrapped line: no need to hold it
            yield group
            group = []
    if group:
        yield group


def _blank_between(source: str, line: Line, following: Line) -> bool:
    """Return whether more than one line break stands between two lines."""
    gap = following.start - line.end
    return gap > 2 or (gap == 2 and source[line.end : following.start] != "\r\n")


def _is_wrapped(source: str, group: list[Line], least: int) -> bool:
    texts = [source[line.first : line.last] for line in group]
    return len(texts) >= least and not any(BULLET.match(text) for text in texts) and wrapped(texts)


def _continues(source: str, group: list[Line]) -> bool:
    """Return whether two lines of a hard-wrapped text are one paragraph: the first is long and does not end."""
    if len(group) != 2:
        return False
    before, after = (source[line.first : line.last] for line in group)
    return len(before) >= _WRAPPED_CHARS and not ends_sentence(before) and not BULLET.match(after)


def _group(source: str, group: list[Line], hard: bool) -> Iterator[Block]:
    """Yield the blocks of lines without a blank line between them; `hard` when the text is wrapped elsewhere."""
    texts = [source[line.first : line.last] for line in group]
    if _is_wrapped(source, group, least=3) or (hard and _continues(source, group)):
        yield _block(source, group[0].first, group[-1].last, "paragraph")
        return
    for line, text in zip(group, texts, strict=True):
        if RULE_MARKS.issuperset(text):
            yield Block(text, line.first, line.last, "separator")
            continue
        bullet = BULLET.match(text)
        if bullet:
            block = _block(source, line.first + bullet.end(), line.last, "list_item")
            yield replace(block, start=line.first, runs=block.map)  # removing it takes the mark along
        else:
            yield _block(source, line.first, line.last, "paragraph")


def _block(source: str, start: int, end: int, element: str) -> Block:
    text = source[start:end]
    links = addresses(text, start) if "/" in text or "www." in text else ()
    share = min(1.0, sum(k.end - k.start for k in links) / len(text)) if links else 0.0
    return Block(text, start, end, element, link_share=share, links=links)


def addresses(text: str, at: int) -> tuple[Link, ...]:
    """Return the web addresses written out in a text that starts at source offset `at`.

    >>> addresses("See https://example.org/a.", 10)
    (Link(start=14, end=35, href='https://example.org/a'),)
    """
    out = []
    for found in URL.finditer(text):
        url = found[0].rstrip(_URL_TAIL)
        out.append(Link(at + found.start(), at + found.start() + len(url), url))
    return tuple(out)
