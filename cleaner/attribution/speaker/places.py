"""Who speaks where only "one" does: À Matignon, on assure que; fait-on savoir dans l'entourage du maire; promet-on.

Owns the search for the place that stands for its people. What is said is decided elsewhere.
"""

from __future__ import annotations

from typing import Final

from cleaner.attribution.cues.cue import Cue
from cleaner.attribution.lines.line import Line
from cleaner.attribution.nesting.found import Attribution
from cleaner.attribution.people import phrases
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.heads import trimmed
from cleaner.attribution.people.judging import AGAIN, Who
from cleaner.attribution.speaker import subjects

MAX_ADDRESS: Final = 5
"""An address has fewer words: rue de Grenelle."""
MAX_PLACE: Final = 12
"""The place of an impersonal pronoun stands at most so many words before it."""


def behind(line: Line, cue: Cue, at: int, first: int, last: int, cast: Cast) -> Who:
    """Return who speaks by an impersonal pronoun that follows its verb: a place behind, one before, or who did last."""
    who = subjects.somewhere(line, at, last, cast) or _after_place(line, at, last, cast)
    return who or _before(line, cue.group, first, cast) or Who(cue.first, at, None, "organisation", pronoun=AGAIN)


def one(line: Line, cue: Cue, first: int, cast: Cast, made: list[Attribution]) -> Who | None:
    """Return who speaks by an impersonal pronoun before a verb, None if there is no such pronoun or no place."""
    at = cue.group - 1
    lexicon = cast.lexicon
    while at > first and line.folded[at] in lexicon.negations | lexicon.clitics and not line.breaks(at):
        at -= 1
    if at < first or lexicon.pronouns.get(line.folded[at]) != "nobody" or line.breaks(at + 1):
        return None
    spoken = at
    at -= at > first and line.low[at - 1] in lexicon.speech.definite and line.low[at - 1] not in lexicon.pronouns
    if who := _before(line, at, first, cast):
        return who
    if made:
        return made[-1].who._replace(first=spoken, last=spoken + 1)
    near = range(cue.last, min(len(line.low) - 1, cue.last + 4))
    held = next((i for i in near if line.folded[i] in lexicon.places), -1)
    return _place(line, held, len(line.low), cast) if held >= 0 and not line.breaks(held) else None


def begins(line: Line, who: Who, cue: Cue, first: int, cast: Cast) -> int:
    """Return the word where the clause of an impersonal pronoun begins: with its place, else with the pronoun."""
    if who.last <= cue.group and line.low[who.first] in cast.lexicon.pronouns:
        return who.first
    if who.first > cue.group:
        return max(first, cue.group - 1)
    at = who.first
    while at > first and not line.breaks(at) and who.first - at < 3:
        at -= 1
    return at


def _before(line: Line, at: int, first: int, cast: Cast) -> Who | None:
    """Return the place named before word `at`, with nothing but a comma between."""
    if at <= first or line.gap[at] != ",":
        return None
    start = at - 1
    while start > first and not line.breaks(start) and at - start < MAX_PLACE:
        start -= 1
    while start < at and line.folded[start] in cast.lexicon.openers - cast.lexicon.places:
        start += 1
    return _place(line, start, at, cast)


def _after_place(line: Line, at: int, last: int, cast: Cast) -> Who | None:
    """Return the place whose preposition begins at word `at`, adverbs passed over: chez X, dans l'entourage de X."""
    while at < last - 1 and not line.breaks(at) and line.folded[at] in cast.lexicon.adverbs - cast.lexicon.places:
        at += 1
    return _place(line, at, last, cast) if at < last - 1 and not line.breaks(at) else None


def _place(line: Line, start: int, end: int, cast: Cast) -> Who | None:
    lexicon = cast.lexicon
    hit = lexicon.place_words.at(line.folded, start, end) if start < end else None
    if start + 1 < end <= start + MAX_ADDRESS and line.low[start] in lexicon.speech.streets and line.capital(end - 1):
        return Who(start, end, trimmed(line, start, end), "organisation")  # rue de Grenelle, on assure que
    if hit is None or hit[0] >= end:
        return None
    at = hit[0]
    who = phrases.after(line, at, end, cast)
    if who is not None and who.type in ("organisation", "group") and who.name:
        return who
    stop = at
    while stop < end and not (stop > at and line.breaks(stop)) and stop - at < 5:
        stop += 1
    of = stop - at < MAX_ADDRESS and line.folded[at + 1 - (at + 1 == end)] in lexicon.linking  # au siège du PS
    if at in line.name_at or ((stop - at < 3 or of) and line.capital(stop - 1)):
        begin = at + (line.folded[at] in lexicon.determiners and stop - at > 1)
        return Who(at, stop, trimmed(line, begin, stop), "organisation")
    return None
