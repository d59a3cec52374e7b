"""The short names of bodies as a document explains them in brackets: the World Food Programme (WFP).

Owns whether letters stand for words. Decides nothing about speakers.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from cleaner.attribution.lines.line import Line
from cleaner.attribution.words.pack import Lexicon

MAX_LETTERS: Final = 8
MAX_NAME: Final = 12
"""A long name has so many words at most."""


def explained(lines: Iterable[Line], lexicon: Lexicon) -> dict[str, str]:
    """Return the long names that stand before their short ones in brackets, by the short ones."""
    out: dict[str, str] = {}
    for line in lines:
        for i in sorted(line.bracketed):
            word = line.slice(i, i + 1)
            short = 1 < len(word) <= MAX_LETTERS and word[0].isupper() and word.isalpha()
            if i and short and line.behind_bracket(i) == i + 1 and (long := _long(line, i, line.folded[i], lexicon)):
                out.setdefault(word, long)
    return out


def _long(line: Line, end: int, letters: str, lexicon: Lexicon) -> str:
    """Return the words before word `end` whose initials are the letters, small words counted or not; else nothing."""
    small = lexicon.inner | lexicon.determiners | lexicon.prepositions | lexicon.conjunctions
    every = few = ""
    for i in range(end - 1, max(-1, end - 1 - MAX_NAME), -1):
        if i + 1 < end and line.breaks(i + 1):
            break
        every = line.folded[i][0] + every
        few = few if line.folded[i] in small else line.folded[i][0] + few
        if letters in (every, few) and line.folded[i] not in small and line.capital(i):
            return " ".join(line.slice(i, end).split())
    return ""
