"""Names with a nickname in quotation marks inside: Oscar "Cacho" Lamas, Ramón «el Tuerto» Ibáñez.

Owns which short quotation is one. It is nobody's words then, and the words around it are one name.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Final

from cleaner.mentions import Mention

if TYPE_CHECKING:
    from cleaner.attribution.lines.line import Line

MAX_WORDS: Final = 3
"""A nickname has so many words at most."""
_SPACES: Final = " \u00a0\u202f"


def joined(line: Line, names: list[Mention], given: Collection[str]) -> list[Mention]:
    """Return the names of a line, those joined that only a nickname parts; its quotation is taken out of the line."""
    if not line.outer:
        return names
    by_end = {m.end: m for m in names if m.kind in ("person", "name")}
    by_start = {m.start: m for m in names if m.kind in ("person", "name")}
    out = names
    for number, quote in enumerate(line.outer):
        left, right = by_end.get(quote.start - 1), by_start.get(quote.end + 1)
        if left is None and right is not None:
            left = _opening(line, quote.start, given)
            out = [*out, left] if left else out
        if left is None or right is None or not quote.closed or right.title:
            continue
        inside = line.text[quote.inner_start : quote.inner_end]
        spaced = line.text[quote.start - 1] in _SPACES and line.text[quote.end] in _SPACES
        if not spaced or len(inside.split()) > MAX_WORDS or not inside[-1:].isalpha() or " " in left.name:
            continue
        whole = left._replace(end=right.end, text=f"{left.text} {right.text}", kind="person")
        out = [whole if m is left else m for m in out if m is not right and not left.end < m.start < right.start]
        line.quoted = [-1 if held == number else held for held in line.quoted]
    return sorted(out) if len(out) != len(names) else out


def _opening(line: Line, end: int, given: Collection[str]) -> Mention | None:
    """Return the given name before a quotation that no name was seen in, since it opens the sentence."""
    i = line.word_at(end) - 1
    if i < 0 or line.end[i] != end - 1 or not line.capital(i) or line.folded[i] not in given:
        return None
    return Mention(line.start[i], line.end[i], line.slice(i, i + 1), "person", "", line.start[i], True)
