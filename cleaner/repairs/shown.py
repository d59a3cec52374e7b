"""Damage that is shown on purpose: a line that tells of writing itself cites what it tells of. Repairs nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from cleaner.language import section
from cleaner.repairs.changes import Change
from cleaner.text import fold

_REACH: Final = 300
"""So many characters to either side of a piece its line is read."""
_WORD: Final = 40
_SHORT: Final = 3
"""A word of so many letters stands twice in many a line."""
_ESCAPED: Final = ("escape", "entity")
_MOST: Final = 12
"""A line with more damage than this is damaged, whatever it tells of."""


@dataclass(frozen=True)
class _Notation:
    """The words of `languages/und/notation.yaml`."""

    words: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def _words() -> tuple[str, ...]:
    return tuple(f" {fold(word)} " for word in section("und", "notation", _Notation).words)


def without(text: str, changes: Sequence[Change]) -> Sequence[Change]:
    """Return the changes but those of pieces that are shown on purpose.

    >>> cited = "In HTML, &eacute; stands for it."
    >>> without(cited, [Change(9, 17, "é", "entity", "html-entity", "", 0.9)])
    []
    """
    if not changes:
        return changes
    lines: dict[int, list[Change]] = defaultdict(list)
    for change in changes:
        lines[text.rfind("\n", 0, change.start)].append(change)
    if all(len(found) > _MOST for found in lines.values()):
        return changes
    return [c for found in lines.values() for c in found if len(found) > _MOST or not _is_shown(text, c)]


def _is_shown(text: str, change: Change) -> bool:
    before, behind = text[change.start - 1 : change.start], text[change.end : change.end + 1]
    if change.kind == "mojibake" and any("\u0080" <= c < "\u00a0" for c in text[change.start : change.end]):
        return False  # controls can't be shown
    if change.after.isascii() and before.isalnum() and behind.isalnum():
        return False  # AT&amp;T
    start = max(text.rfind("\n", 0, change.start) + 1, change.start - _REACH)
    stop = text.find("\n", change.end, change.end + _REACH)
    line = text[start : stop if stop >= 0 else change.end + _REACH]
    told = f" {fold(line)} "
    return any(word in told for word in _words()) or _beside_itself(line, text, change) or (
        change.kind in _ESCAPED and _word_beside_itself(line, text, change)
    )  # fmt: skip


def _word_beside_itself(line: str, text: str, change: Change) -> bool:
    """Return whether the word around an escape, unescaped, stands in the line as well: both ways of writing it."""
    start, end = change.start, change.end
    while start > max(0, change.start - _WORD) and text[start - 1].isalpha():
        start -= 1
    while end < min(len(text), change.end + _WORD) and text[end].isalpha():
        end += 1
    word = text[start : change.start] + change.after + text[change.end : end]
    return change.after.isalpha() and len(word) > _SHORT and f" {word} " in _bare(line)


def _beside_itself(line: str, text: str, change: Change) -> bool:
    """Return whether a piece that is all of a word would become one letter that stands alone in the line, too."""
    around = text[change.start - 1 : change.start] + text[change.end : change.end + 1]
    letter = change.after
    if len(letter) != 1 or not letter.isalpha() or any(c.isalnum() for c in around):
        return False
    return f" {letter} " in _bare(line)


def _bare(line: str) -> str:
    """Return a line's words between single blanks where marks stood."""
    return "".join(c if c.isalnum() else " " for c in f" {line} ")
