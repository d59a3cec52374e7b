"""Names of firms that a sign joins: Gares & Connexions, Sextant & Associés.

Owns which names are one so. Looks at the words of one line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cleaner.mentions import Mention

if TYPE_CHECKING:
    from cleaner.attribution.lines.line import Line

SIGN: Final = " & "


def joined(line: Line, names: list[Mention]) -> list[Mention]:
    """Return the names of a line, those of firms joined that only the sign for “and” parts; two people stay two."""
    at = line.text.find(SIGN)
    while at >= 0:
        names = _joined_at(line, names, at)
        at = line.text.find(SIGN, at + 1)
    return names


def _joined_at(line: Line, names: list[Mention], at: int) -> list[Mention]:
    right = line.word_at(at)
    if not 0 < right < len(line.low) or not (line.capital(right - 1) and line.capital(right)) or (
            line.end[right - 1] != at or line.start[right] != at + len(SIGN)):  # fmt: skip
        return names
    left_name = next((m for m in names if m.end == at), None)
    right_name = next((m for m in names if m.start == at + len(SIGN)), None)
    if left_name and right_name and left_name.kind == right_name.kind == "person":
        return names
    start = left_name.start if left_name else line.start[right - 1]
    end = right_name.end if right_name else line.end[right]
    whole = Mention(start, end, line.text[start:end], "organisation", "", start, False)
    return sorted([*(m for m in names if m.end <= start or m.start >= end), whole])
