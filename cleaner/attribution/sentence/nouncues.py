"""Attributions whose cue is a noun: X's claim that …, his promise that …, a warning from the ministry that …

Looks only at nouns that a clause with its complementizer follows; owns their speakers.
"""

from __future__ import annotations

from typing import Final

from cleaner.attribution.lines.line import APOSTROPHE, Line
from cleaner.attribution.people import phrases
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.judging import Who, pronoun
from cleaner.attribution.sentence.cues import Cue
from cleaner.attribution.sentence.found import HEAD, Attribution

MAX_BETWEEN: Final = 3
"""So many words may stand between the owner and the noun: Trump's oft-repeated false claim."""


def noun_cues(line: Line, first: int, last: int, cast: Cast, made: list[Attribution]) -> list[Attribution]:
    """Return the attributions of a sentence whose cue is a noun."""
    lexicon = cast.lexicon
    out: list[Attribution] = []
    for i in range(first + 1, last - 2):
        if line.folded[i] not in lexicon.claims or line.quoted[i] >= 0 or i in line.covered:
            continue
        if any(a.begin <= i < a.cue.last for a in made):
            continue
        found = _owned(line, i, first, last, cast) or _authored(line, i, last, cast)
        if found is None or (found[0].name is None and not found[0].pronoun):
            continue
        who, end = found
        cue = Cue(i, i + 1, i, end, "say", False, False, -1, False, "")
        out.append(Attribution(who, cue, HEAD, min(who.first, i), max(end, who.last), "noun-cue", 0.7, "statement"))
    return out


def _owned(line: Line, i: int, first: int, last: int, cast: Cast) -> tuple[Who, int] | None:
    """Return whose claim it is, as an owner before the noun tells, and where what is claimed begins."""
    lexicon = cast.lexicon
    if line.low[i + 1] not in lexicon.speech.complementizers or line.breaks(i + 1):
        return None
    for at in range(i - 1, max(first - 1, i - 2 - MAX_BETWEEN), -1):
        if line.breaks(at + 1):
            return None
        if line.gap[at] == APOSTROPHE and len(line.low[at]) == 1 and at > first:
            who = phrases.before(line, first, at, cast)
            return (who, i + 2) if who else None
        if kind := lexicon.gendered.get(line.folded[at]):
            return pronoun(line, at, kind, cast) or Who(at, at + 1, None, "person", pronoun=kind), i + 2
        if line.folded[at] in lexicon.determiners | lexicon.prepositions | lexicon.clause_words:
            return None
    return None


def _authored(line: Line, i: int, last: int, cast: Cast) -> tuple[Who, int] | None:
    """Return whose claim it is, as a preposition behind the noun tells: a promise by X that."""
    if line.low[i + 1] not in cast.lexicon.speech.claims_by or line.breaks(i + 1):
        return None
    who = phrases.after(line, i + 2, last, cast)
    if who is None or who.last >= last - 1 or line.breaks(who.last) or (
            line.low[who.last] not in cast.lexicon.speech.complementizers):  # fmt: skip
        return None
    return who, who.last + 1
