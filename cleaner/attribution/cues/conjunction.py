"""Where “that” stands behind a verb: over adverbs, adjuncts and asides (said, on Monday, in a note seen by X, that).

Owns the way from a cue to the conjunction of what is said. Whether the clause counts is decided elsewhere.
"""

from __future__ import annotations

from typing import Final

from cleaner.attribution.cues import quotedtitles
from cleaner.attribution.cues.cue import Cue
from cleaner.attribution.lines.line import Line
from cleaner.attribution.words.pack import Lexicon

MAX_ASIDE: Final = 16
"""An aside that parts a verb from its conjunction has fewer words."""


def to_clause(line: Line, at: int, last: int, cue: Cue, lexicon: Lexicon) -> int:
    """Return the word where "that" may stand: over adverbs, an adjunct or an aside (said, on Monday, that).

    Not over a clause of reported speech: sagte, Hale habe versprochen, dass.
    """
    then = _over_adverbs(line, at, last, lexicon)
    while then > at and line.folded[then - 1] in lexicon.prepositions:
        then -= 1
    if then >= last or line.low[then] in lexicon.speech.complementizers:
        return then
    if not (line.gap[then] == "," or line.folded[then] in lexicon.prepositions):
        return then
    comma = line.gap[then] == ","
    parted = bool(lexicon.speech.verb_second)  # bestreitet bis heute, dass
    end = then + 1
    while end < min(last, then + 14):
        over = quotedtitles.over(line, end, last, lexicon) if line.quoted[end] >= 0 else 0
        if over and line.low[over] in lexicon.speech.complementizers:
            return over
        if line.low[end] in lexicon.speech.complementizers and (line.breaks(end) == comma or parted):
            return end
        kinds = [form.kind for form in lexicon.forms.get(line.low[end], ())] if comma and line.gap[end] == "," else []
        turned = bool(kinds) and (bool(lexicon.speech.verb_second) or "stands" in kinds)
        if line.gap[end] == "," and not comma and (over := _over_aside(line, end, last, lexicon)):
            return over
        reported = comma and bool(lexicon.speech.verb_second) and line.low[end] in lexicon.moods
        broken = line.breaks(end) and (line.gap[end] != "," or not comma)
        if turned or reported or line.quoted[end] >= 0 or broken or (
                any("past" in f.slots for f in lexicon.forms.get(line.low[end], ())) and end not in line.covered
                and not comma and line.low[end - 1] not in lexicon.speech.articles):  # fmt: skip
            break
        end += 1
    return then


def bare(line: Line, at: int, last: int, lexicon: Lexicon) -> bool:
    """Return whether a clause without “that” begins with a pronoun at word `at`: argue it gives too much."""
    if at + 1 >= last or line.low[at] not in lexicon.speech.clause_starts or line.breaks(at) or line.breaks(at + 1):
        return False
    word, folded = line.low[at + 1], line.folded[at + 1]
    return folded in lexicon.passive | lexicon.auxiliaries | lexicon.bars | lexicon.negations or (
        word in lexicon.forms or (len(word) > 3 and word.endswith(lexicon.speech.strange_endings)))  # fmt: skip


def _over_aside(line: Line, at: int, last: int, lexicon: Lexicon) -> int:
    """Return the word “that” behind the comma which closes an aside at word `at`: said in a note, seen by X, that."""
    for i in range(at + 1, min(last, at + MAX_ASIDE)) if lexicon.speech.clause_starts else ():
        if line.gap[i] == "," and line.quoted[i] < 0:
            return i if line.low[i] in lexicon.speech.complementizers else 0
        if line.breaks(i):
            return 0
    return 0


def _over_adverbs(line: Line, at: int, last: int, lexicon: Lexicon) -> int:
    """Return the word after adverbs and times: said on Monday that."""
    end = at
    while end < last and end - at < 5 and not line.breaks(end) and (
            line.folded[end] in lexicon.adverbs or (line.folded[end] in lexicon.times and end > at)):  # fmt: skip
        end += 1
    return end
