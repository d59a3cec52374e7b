"""Short asides set off inside a phrase, which part no speaker from his verb: (R-Fla.), D-Nev., Burlington, Vt.

Owns where they stand in a line. Decides nothing about speakers.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from cleaner.attribution.words.pack import Lexicon, Words

if TYPE_CHECKING:
    from cleaner.attribution.lines.line import Line

MAX_BRACKET: Final = 8
"""An aside in brackets with more words is a sentence of its own."""
MAX_DASHED: Final = 24
"""An aside between dashes has so many words at most."""
_PARTY: Final = re.compile(r"(?<=, )[A-Z][-‐–][A-Z][A-Za-z.]{1,6}(?=,)")
"""The party and the state of a lawmaker: Harry Reid, D-Nev., said."""


def find(line: Line, lexicon: Lexicon) -> None:
    """Note the asides of a line: in brackets, a party or a region between commas, or between dashes."""
    for match in _PARTY.finditer(line.text):
        line.brackets[line.word_at(match.end())] = line.word_at(match.start())
    if (places := _places(lexicon.speech.place_abbreviations, lexicon.speech.regions)) is not None:
        for match in places.finditer(line.text):
            line.brackets[line.word_at(match.end())] = line.word_at(match.start(1))
    if lexicon.speech.clause_starts:
        _dashed(line)
    if "(" in line.text:
        _bracketed(line)
    line.bracketed = set(line.brackets.values())


@lru_cache
def _places(abbreviations: Words, regions: Words) -> re.Pattern[str] | None:
    """Return what finds a region behind a town, between commas: Burlington, Vt., Columbus, Ohio, and none for none."""
    written = [rf"{re.escape(word.title() if '.' not in word else word.upper())}\.?" for word in abbreviations]
    written += [re.escape(word) for word in regions]
    return re.compile(rf"(?<=[a-z], )({'|'.join(written)})(?=,)") if regions else None


def _dashed(line: Line) -> None:
    """Note the asides between two dashes of one sentence."""
    opened = -1
    for i in range(1, len(line.gap)):
        if line.gap[i] in ".\n" or line.quoted[i] != line.quoted[i - 1]:
            opened = -1
        if line.gap[i] != "–":
            continue
        if opened >= 0 and i - opened <= MAX_DASHED:
            line.brackets.setdefault(i, opened)
            opened = -1
        else:
            opened = i


def _bracketed(line: Line) -> None:
    """Note the asides in brackets."""
    opened = -1
    for i in range(len(line.start)):
        before = line.text[line.end[i - 1] if i else 0 : line.start[i]]
        if opened >= 0 and ")" in before:
            line.brackets[i] = opened
            opened = -1
        elif opened >= 0 and i - opened > MAX_BRACKET:
            opened = -1
        if before.endswith("("):
            opened = i
    if opened >= 0 and line.text.find(")", line.end[-1]) >= 0:
        line.brackets[len(line.start)] = opened
