"""What cases tell of phrases, where a language has them: who hangs on whom, and who can be no subject.

Owns the signs of case in a line. Judges no speaker.
"""

from __future__ import annotations

from typing import Final

from cleaner.attribution.lines.line import HYPHEN, Line
from cleaner.attribution.words.pack import Lexicon

MAX_ADJUNCT: Final = 10
"""The phrase of a preposition that stands between a subject and its verb has so many words at most."""


def oblique(line: Line, first: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether the noun or the name that heads words [first, last) stands in another case than the first."""
    heads = (i for i in range(first, last) if i in line.cases or i in line.name_at or i in line.offices or (
        lexicon.nouns.at(line.folded, i, i + 1)))  # fmt: skip
    return next(heads, -1) in line.cases


def parts(line: Line, i: int, first: int, lexicon: Lexicon) -> bool:
    """Return whether word i stands in another case than the phrase from `first` on, on which it cannot hang.

    цитирует X пресс-служба; сказал Макрон Путину; учил Каган студентов.
    """
    if not lexicon.speech.declensions:
        return False
    if line.low[i] in lexicon.speech.clitics or (lexicon.institutions.at(line.folded, i, len(line.folded)) and any(
            line.word_at(m.end) == i and m.kind == "person" for j in range(first, i) if (m := line.name_at.get(j)))):
        return True  # Сын мне позвонил; сообщила Jane Doe РИА Новости
    if not line.cases:
        return False
    if i in line.cases:
        body = lexicon.institutions.at(line.folded, first, i)
        someone = lexicon.nouns.at(line.folded, i, len(line.folded)) if body and body[0] == i else None
        if someone and someone[1] in ("person", "leader"):
            return True
        told = lexicon.nouns.at(line.folded, i, i + 1) if line.low[i].endswith(lexicon.speech.dative_endings) else None
        if told and told[1] in ("person", "group") and oblique(line, first, i, lexicon) and not (
                line.low[first].endswith(lexicon.speech.dative_endings)):  # fmt: skip
            return True  # в министерстве корреспонденту сообщили
        named = next((m for j in range(i - 1, first - 1, -1) if (m := line.name_at.get(j))), None)
        whole = named is not None and line.word_at(named.end) == i and named.kind in ("person", "name")
        return whole and named is not None and line.word_at(named.start) not in line.cases
    if line.gap[i] == HYPHEN or line.low[i - 1] in lexicon.inner | lexicon.conjunctions or i in line.name_at:
        return False
    if not oblique(line, first, i, lexicon):
        return False
    last = len(line.folded)
    hit = lexicon.nouns.at(line.folded, i, last) or lexicon.institutions.at(line.folded, i, last)
    return hit is not None and not any(j in line.cases for j in range(i, hit[0]))


def counted(line: Line, first: int, last: int, lexicon: Lexicon) -> str:
    """Return a phrase behind a numeral in the first case, not that of the numeral: двух источников as два источника."""
    own, *endings = lexicon.speech.numerals[line.low[first]].split()
    words = [own, *(line.slice(i, i + 1) for i in range(first + 1, last))]
    head = next((i for i in range(first + 1, last) if lexicon.nouns.at(line.folded, i, i + 1)), last) - first
    for pair in endings if head < len(words) else ():
        ending, _, new = pair.partition("/")
        if words[head].endswith(ending):
            words[head] = words[head][: -len(ending)] + new
            break
    return " ".join(words)


def past_governed(line: Line, first: int, end: int, lexicon: Lexicon) -> int:
    """Return the comma before an adjunct up to `end` that a preposition opens, where no subject can stand in it.

    X, в беседе с РБК отметил. `end` where none does.
    """
    start = end
    while start - 1 > first and end - start < MAX_ADJUNCT and not line.breaks(start):
        start -= 1
    if start <= first or line.gap[start] != "," or line.folded[start] not in lexicon.prepositions:
        return end
    for i in range(start + 1, end):
        noun = lexicon.nouns.at(line.folded, i, end) or lexicon.institutions.at(line.folded, i, end)
        held = i in line.name_at or noun is not None
        if held and i not in line.cases and line.folded[i - 1] not in lexicon.prepositions:
            return end
    return start
