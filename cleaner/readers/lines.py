"""Lines of a text and whether they were wrapped by hand or machine. Shared by the plain and the Markdown reader."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from cleaner.text import ends_sentence

_LINE: Final = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_BREAK: Final = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_WIDEST: Final = 110
"""Letters, mails and wire texts wrap at 60 to 100 columns; a wider line is a paragraph of its own."""
_NARROWEST: Final = 35
"""Below this, lines of like width are a menu or a poem."""


class Line(NamedTuple):
    """One line: its span without the line break, and the span of what is left when both ends are trimmed."""

    start: int
    end: int
    first: int
    last: int

    @property
    def blank(self) -> bool:
        return self.first >= self.last


def lines(source: str) -> Iterator[Line]:
    """Yield every line of a text, blank ones too; every kind of line break counts.

    >>> [source[a:b] for source in ["a \\r\\n\\r\\x85 b"] for _, _, a, b in lines(source)]
    ['a', '', '', 'b']
    """
    at = 0
    for found in _BREAK.finditer(source):
        yield _line(source, at, found.start())
        at = found.end()
    if at < len(source):
        yield _line(source, at, len(source))


def filled_lines(source: str) -> Iterator[Line]:
    """Yield every line that is not blank."""
    for found in _LINE.finditer(source):
        line = _line(source, found.start(), found.end())
        if not line.blank:
            yield line


def _line(source: str, start: int, end: int) -> Line:
    text = source[start:end]
    stripped = text.lstrip()
    first = end - len(stripped)
    return Line(start, end, first, max(first, first + len(stripped.rstrip())))


_FEW: Final = 2


def wrapped(texts: Sequence[str], least: int = 3) -> bool:
    """Return whether neighbouring lines are one paragraph, broken where the next word no longer fitted.

    >>> wrapped(["The President of Russia also underscored that Kiev has",
    ...          "continued its destructive policy of sabotaging the",
    ...          "Minsk agreements."])
    True
    >>> wrapped(["Minsk agreements sabotaged, says Russia", "Putin and Macron speak on the phone",
    ...          "Refugees at the border of Poland"])
    False
    """
    if len(texts) < least:
        return False
    width = max(map(len, texts))
    if not _NARROWEST <= width <= _WIDEST:
        return False
    ends = capitals = 0
    for text, following in pairwise(texts):
        if len(text) + 1 + len(_first_word(following)) <= width - 2:
            return False
        ends += ends_sentence(text)
        opening = next((c for c in following if c.isalpha()), "")
        capitals += opening.isupper()
    joints = len(texts) - 1
    most = 0.6 * joints if joints > _FEW else joints // 2  # a few lines of one width are as soon a list as a paragraph
    return ends <= 0.4 * joints and capitals <= most


def _first_word(text: str) -> str:
    return text[:_WIDEST].split(None, 1)[0]
