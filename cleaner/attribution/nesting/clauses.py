"""Where what is said begins behind a verb without "that", and where the writer's own words end it.

Said in a statement on Friday the talks were over, a claim that Kyiv disputed: what is said is the middle of it. Works
where a pack tells which words open a clause (`clause_starts`) and which phrases are the writer's (`afterthoughts`).
"""

from __future__ import annotations

from typing import Final

from cleaner.attribution.lines.line import Line
from cleaner.attribution.words.pack import Lexicon

MAX_ADJUNCTS: Final = 24
"""So many words of adjuncts stand between a verb and what is said at most."""
MAX_VERB: Final = 14
"""The verb of a clause follows its first word within so many words."""
_INFINITIVE: Final = ("act", "call")


def begins(line: Line, at: int, last: int, kind: str, lexicon: Lexicon) -> int:
    """Return the word where what is said begins behind adjuncts at word `at`, `at` itself where no clause shows it."""
    if not lexicon.speech.clause_starts or at >= last or line.breaks(at) or not _adjunct(line, at, lexicon):
        return at
    if line.low[at] in lexicon.speech.addressee_linking:
        return at
    i, led = at, False
    while i < min(last, at + MAX_ADJUNCTS):
        if i > at and line.breaks(i) and line.quoted[i] < 0:
            return at
        word = line.low[i]
        if line.quoted[i] >= 0:
            if led and line.capital(i):
                return at
            return i
        if kind in _INFINITIVE:
            if word in lexicon.speech.addressee_linking:
                return i
        elif not led and i > at and _opens(line, i, last, lexicon):
            return i
        led = line.folded[i] in lexicon.prepositions or (led and line.folded[i] in lexicon.determiners)
        i += 1
    return at


def _adjunct(line: Line, i: int, lexicon: Lexicon) -> bool:
    word = line.folded[i]
    return word in lexicon.prepositions or word in lexicon.times


def _opens(line: Line, i: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether a clause begins with word i: a pronoun, or a determiner with a verb behind it."""
    word = line.low[i]
    if word in lexicon.speech.clause_starts:
        return True
    if line.folded[i] not in lexicon.determiners or line.folded[i] in lexicon.times:
        return False
    for j in range(i + 1, min(last, i + MAX_VERB)):
        if line.breaks(j):
            return False
        if line.folded[j] in lexicon.passive or line.low[j] in lexicon.bars or line.folded[j] in lexicon.auxiliaries:
            return line.low[j] not in lexicon.speech.addressee_linking
        if line.low[j].endswith(lexicon.speech.verb_endings) and len(line.low[j]) > 4 and j > i + 1:
            return True
    return False


def points(line: Line, i: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether "that" at word i only points to a noun: disputed that figure, called that claim “laughable”."""
    stop = next((j for j in range(i + 1, min(last, i + 4)) if j > i + 1 and line.breaks(j)), min(last, i + 4))
    return bool(lexicon.speech.clause_starts) and stop - i <= 3 and line.low[i + 1 : i + 2] != [] and not any(
        line.low[j] in lexicon.speech.clause_starts or line.folded[j] in lexicon.passive for j in range(i + 1, stop))


def has_verb(line: Line, first: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether words [first, last) may hold a verb, as far as the words of the pack show it."""
    return any(
        line.folded[i] in lexicon.passive | lexicon.auxiliaries | lexicon.bars
        or line.low[i] in lexicon.forms or line.low[i].endswith(lexicon.speech.verb_endings or "\n")
        for i in range(first, last)
    )


def ends(line: Line, start: int, end: int, lexicon: Lexicon) -> int:
    """Return the offset where what is said in [start, end) ends: before an afterthought of the writer."""
    table = lexicon.afterthoughts
    if not table.firsts:
        return end
    first, last = line.word_at(start), line.word_at(end)
    for i in range(first + 1, last):
        if line.quoted[i] < 0 <= line.quoted[i - 1] and _writers(line, i, last, lexicon):
            return line.start[i]
        if line.folded[i] not in table.firsts or line.quoted[i] >= 0 or line.start[i] >= end:
            continue
        hit = table.at(line.folded, i, last)
        if hit and (line.gap[i] in ",–" or hit[1]):
            return line.start[i]
    return end


def _writers(line: Line, i: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether word i, behind a quotation and a comma, tells what its words are: “jail,” a refrain he repeats."""
    comma = "," in line.text[line.end[i - 1] : line.start[i]]
    if not comma or line.low[i] not in lexicon.speech.indefinite[:2]:
        return False
    relative = (*lexicon.speech.clause_starts, *lexicon.speech.complementizers, *lexicon.relatives)
    return any(line.low[j] in relative and not line.breaks(j) for j in range(i + 2, min(last, i + 5)))
