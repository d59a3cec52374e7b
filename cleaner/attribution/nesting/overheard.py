"""Whose words another heard or recalls: One of them recalled him saying that; she heard Hale tell an aide: “…”

Owns the object of a verb of hearing or recalling, as the speaker of the verb behind it. Who heard it stands in the main
clause, and is found by `retelling`.
"""

from __future__ import annotations

from typing import Final

from cleaner.attribution.cues.cue import Cue
from cleaner.attribution.lines.line import Line
from cleaner.attribution.nesting.found import HEAD, Attribution
from cleaner.attribution.people import phrases
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.judging import Who
from cleaner.attribution.words.pack import BASE, Lexicon

RULE: Final = "overheard"
MAX_LED: Final = 7
"""What is said begins within so many words of its verb."""
_KINDS: Final = ("say", "tell", "mark")


def overheard(line: Line, first: int, last: int, cast: Cast, made: list[Attribution]) -> list[Attribution]:
    """Return the attributions of a sentence, those of one who was heard in place of the one who heard him."""
    speech = cast.lexicon.speech
    for i in range(first + 1, last - 2 if speech.perceives else first):
        if line.quoted[i] >= 0 or (line.low[i] not in speech.perceives and line.low[i] not in speech.retells):
            continue
        found = _heard(line, i, last, cast)
        if found is not None:
            return [*(a for a in made if not a.cue.first <= i < a.end and not (
                found.cue.first <= a.cue.first < found.end)), found]  # fmt: skip
    return made


def _heard(line: Line, i: int, last: int, cast: Cast) -> Attribution | None:
    """Return the attribution of whom verb i hears: him saying; Hale telling her to."""
    kind = cast.lexicon.speech.object_pronouns.get(line.low[i + 1], "")
    verb, lemma = _verb(line, i + 2, last, cast.lexicon)
    if not verb or line.breaks(i + 1):
        return None
    who = Who(i + 1, i + 2, None, "person", pronoun=kind) if kind else phrases.after(line, i + 1, verb, cast)
    if who is None or who.first != i + 1 or who.last != verb or who.type == "document":
        return None
    that = cast.lexicon.speech.complementizers
    near = range(verb + 1, min(last, verb + MAX_LED))
    led = next((j for j in near if line.quoted[j] >= 0 or line.low[j] in that or line.gap[j] == ":"), verb + 1)
    led += led < last and line.low[led] in that
    if led >= last:
        return None
    cue = Cue(verb, verb + 1, verb, led, "say", False, False, -1, False, lemma)
    return Attribution(who, cue, HEAD, i + 1, led, RULE, 0.8, "statement")


def _verb(line: Line, at: int, last: int, lexicon: Lexicon) -> tuple[int, str]:
    """Return the plain verb of saying behind an object, and its lemma; 0 if there is none: heard Hale tell an aide."""
    for j in range(at, min(last, at + MAX_LED)):
        if line.breaks(j) or line.quoted[j] >= 0:
            break
        for form in lexicon.forms.get(line.low[j], ()):
            if form.kind in _KINDS and form.slots & {"gerund", BASE} and not form.tails:
                return j, form.lemma
    return 0, ""
