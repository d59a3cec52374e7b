"""What capitals tell of a phrase where every noun has one: where its noun stands, and where a verb breaks it off.

Looks at single words and their neighbours. Decides nothing about speakers.
"""

from __future__ import annotations

from typing import Final

from cleaner.attribution.lines.line import APOSTROPHE, HYPHEN, Line
from cleaner.attribution.words.pack import Lexicon

MAX_WORDS: Final = 24
"""A phrase with more words is none."""


def past_attribute(line: Line, first: int, most: int, lexicon: Lexicon) -> int:
    """Return the word of the noun behind a long attribute (eine mit den Vorgängen vertraute Person), else `first`."""
    if not lexicon.speech.nouns_capitalised or first + 2 >= most or not (
            line.folded[first] in lexicon.determiners and line.folded[first + 1] in lexicon.prepositions):  # fmt: skip
        return first
    nouns = 0
    for i in range(first + 2, min(most, first + MAX_WORDS)):
        if line.breaks(i):
            break
        if line.capital(i):
            small = lexicon.determiners | lexicon.prepositions
            if nouns and not line.capital(i - 1) and line.folded[i - 1] not in small:
                return i
            nouns += 1
    return first


def behind_noun(line: Line, i: int, lexicon: Lexicon) -> bool:
    """Return whether word i, in lower case behind a noun, goes on with no phrase, where nouns have capitals."""
    word = line.folded[i]
    small = line.folded[i - 1] in lexicon.determiners  # an article that opens the sentence
    return (not line.capital(i) and line.capital(i - 1) and not small and word not in lexicon.conjunctions
            and word not in lexicon.inner and word not in lexicon.determiners and word not in lexicon.prepositions
            and line.gap[i] not in (HYPHEN, APOSTROPHE) and not line.low[i].isdigit())  # fmt: skip


def interrupted(line: Line, first: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether words [first, last) hold a verb behind a noun, and so are no phrase, where nouns have capitals."""
    return any(behind_noun(line, i, lexicon) for i in range(first + 1, last))
