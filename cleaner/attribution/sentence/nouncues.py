"""Attributions whose cue is a noun: X's claim that …, his promise that …, a warning from the ministry that …

Looks only at nouns that a clause with its complementizer follows; owns their speakers.
"""

from __future__ import annotations

from typing import Final

from cleaner.attribution.cues.cue import Cue
from cleaner.attribution.lines.line import APOSTROPHE, Line
from cleaner.attribution.nesting.found import HEAD, Attribution
from cleaner.attribution.people import phrases
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.fronts import front
from cleaner.attribution.people.judging import Who, pronoun
from cleaner.attribution.words.pack import Lexicon

MAX_ASIDE: Final = 9
"""What stands between a noun and its conjunction has fewer words: his claim, made without evidence, that."""
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
        shut = _subject_ends(line, who, end, first, last, lexicon)
        cue = Cue(i, i + 1, i, end, "say", False, False, -1, False, "")
        out.append(Attribution(who, cue, HEAD, min(who.first, i), max(end, who.last), "noun-cue", 0.7, "statement",
                               stop=shut))  # fmt: skip
    return out


def _subject_ends(line: Line, who: Who, at: int, first: int, last: int, lexicon: Lexicon) -> int:
    """Return the verb of a sentence whose subject is the noun: X's claim that votes were bought has been rejected."""
    finite = lexicon.speech.finite_auxiliaries
    if not finite or who.first > first + 1:
        return 0
    verbs = int(line.low[at] in lexicon.speech.clause_starts)
    for i in range(at + 1, last):
        if line.gap[i] == ";" or verbs < 0:
            return 0
        word, before = line.low[i], line.folded[i - 1]
        led = before in lexicon.pronouns or (before in lexicon.clause_words - lexicon.inner and before not in finite)
        if word in lexicon.relatives:
            verbs -= verbs > 0
        elif word in finite and line.quoted[i] < 0:
            if verbs and not led and line.low[i - 1] not in finite and not (line.breaks(i) and line.quoted[i - 1] < 0):
                return i
            verbs += 1
        elif len(word) > 4 and word.endswith(lexicon.speech.verb_endings) and not led:
            verbs += 1
    return 0


def _owned(line: Line, i: int, first: int, last: int, cast: Cast) -> tuple[Who, int] | None:
    """Return whose claim it is, as an owner before the noun tells, and where what is claimed begins."""
    lexicon = cast.lexicon
    then = _that(line, i, last, lexicon)
    if not then:
        return None
    if who := _issued(line, i, first, cast):
        return who, then
    for at in range(i - 1, max(first - 1, i - 2 - MAX_BETWEEN), -1):
        if line.breaks(at + 1):
            return None
        if line.gap[at] == APOSTROPHE and len(line.low[at]) == 1 and at > first:
            who = phrases.before(line, first, at, cast)
            return (who, then) if who else None
        if kind := lexicon.gendered.get(line.folded[at]):
            return pronoun(line, at, kind, cast) or Who(at, at + 1, None, "person", pronoun=kind), then
        if line.folded[at] in lexicon.determiners | lexicon.prepositions | lexicon.clause_words:
            return None
    return None


def _that(line: Line, i: int, last: int, lexicon: Lexicon) -> int:
    """Return the word behind the conjunction of a noun, an aside in commas or whom it is for passed over; else 0."""
    if line.low[i + 1] in lexicon.speech.complementizers and not line.breaks(i + 1):
        return i + 2
    if not lexicon.speech.finite_auxiliaries:
        return 0
    aside = line.gap[i + 1] == "," and line.quoted[i + 1] < 0
    if not aside and line.low[i + 1] not in lexicon.speech.addressee_linking:
        return 0
    for at in range(i + 2, min(last - 1, i + 2 + MAX_ASIDE)):
        if line.low[at] in lexicon.speech.complementizers and line.gap[at] == ("," if aside else " "):
            return at + 1
        if line.breaks(at) or line.quoted[at] >= 0:
            break
    return 0


def _issued(line: Line, i: int, first: int, cast: Cast) -> Who | None:
    """Return who stands in front of a sentence that ends with his words: X opened the debate with a warning that."""
    lexicon = cast.lexicon
    led = i - 2 > first and line.low[i - 1] in lexicon.speech.indefinite and line.low[i - 2] in lexicon.speech.issues
    who = front(line, first, i, cast) if led else None
    return who if who and who.last < i - 2 and (who.name or who.pronoun) and who.type != "document" else None


def _authored(line: Line, i: int, last: int, cast: Cast) -> tuple[Who, int] | None:
    """Return whose claim it is, as a preposition behind the noun tells: a promise by X that."""
    if line.low[i + 1] not in cast.lexicon.speech.claims_by or line.breaks(i + 1):
        return None
    who = phrases.after(line, i + 2, last, cast)
    if who is None or who.last >= last - 1 or line.breaks(who.last) or (
            line.low[who.last] not in cast.lexicon.speech.complementizers):  # fmt: skip
        return None
    return who, who.last + 1
