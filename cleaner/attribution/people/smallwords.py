"""What small words tell: whether a phrase is definite, whether a copula stands somewhere. Finds no speakers."""

from __future__ import annotations

from cleaner.attribution.lines.line import APOSTROPHE, Line
from cleaner.attribution.words.pack import Lexicon


def definite(line: Line, first: int, lexicon: Lexicon) -> bool:
    """Return whether a phrase is definite: it begins with such a word or behind one, fused with a preposition (del)."""
    if line.low[first] in lexicon.definite:
        return True
    told = first > 0 and line.gap[first] in (" ", APOSTROPHE)
    return told and line.low[first - 1] in (*lexicon.speech.fused, *(lexicon.definite if lexicon.speech.fused else ()))


def copula(line: Line, at: int, last: int, lexicon: Lexicon) -> int:
    """Return the word behind a copula at word `at`, 0 if none stands there: è, ha sido."""
    hit = lexicon.copulas.at(line.folded, at, last)
    return hit[0] if hit and " ".join(line.low[at : hit[0]]) in lexicon.speech.copulas else 0


def aged(line: Line, at: int, lexicon: Lexicon) -> bool:
    """Return whether an age stands at word `at`, behind a comma or a bracket: Dércio, 19 anos; Darío, de 19 años."""
    if not lexicon.speech.ages or at + 1 >= len(line.low) or line.gap[at] not in ",(":
        return False
    near = range(at, min(at + 2, len(line.low) - 1))
    return any(line.low[i].isdigit() and line.low[i + 1] in lexicon.speech.ages for i in near)
