"""Quotation marks around a title or a name, which say nothing: in “The Art of the Deal”, on “Fox News Sunday”.

Owns how a quotation shows that it is one. Decides nothing about speakers.
"""

from __future__ import annotations

from typing import Final

from cleaner.attribution.lines.line import Line
from cleaner.attribution.words.pack import Lexicon

MAX_NAME: Final = 4
"""A quotation with more words is no name of a newspaper."""


def name(line: Line, at: int, lexicon: Lexicon) -> bool:
    """Return whether the quotation that ends with word `at` is a name in an adjunct: dans un entretien au « Monde »."""
    start = at
    while start > 0 and at - start < MAX_NAME and line.quoted[start - 1] == line.quoted[at]:
        start -= 1
    named = at - start < MAX_NAME and line.capital(start) and line.gap[start] == " "
    return named and start > 0 and line.folded[start - 1] in lexicon.prepositions | lexicon.inner | lexicon.determiners


def title(line: Line, at: int, lexicon: Lexicon) -> bool:
    """Return whether the quotation that ends with word `at` is written as a title: “The Art of the Deal”."""
    small = lexicon.prepositions | lexicon.determiners | lexicon.conjunctions
    start = at
    while start > 0 and line.quoted[start - 1] == line.quoted[at]:
        start -= 1
    return at - start < 2 * MAX_NAME and line.capital(start) and line.capital(at) and all(
        line.capital(i) or line.folded[i] in small for i in range(start, at + 1))  # fmt: skip


def over(line: Line, at: int, last: int, lexicon: Lexicon) -> int:
    """Return the word behind a title in quotation marks that a preposition leads: on “Fox News Sunday”; 0 for none."""
    end = at
    while end < last and line.quoted[end] == line.quoted[at]:
        end += 1
    led = line.folded[at - 1] in lexicon.prepositions | lexicon.inner and line.gap[at] == " "
    return end if led and lexicon.speech.clause_starts and end < last and title(line, end - 1, lexicon) else 0
