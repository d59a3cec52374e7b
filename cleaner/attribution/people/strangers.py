"""Speakers whose noun no list knows: a beekeeper from Leeds, the beekeepers, the north stand, a smith who says.

Owns how far such a phrase reaches and whom it names. Looks only where a cue or a quotation shows that somebody speaks.
"""

from __future__ import annotations

from typing import Final

from cleaner.attribution.lines.line import APOSTROPHE, Line
from cleaner.attribution.people import articleless, extent
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.heads import trimmed
from cleaner.attribution.people.judging import Who
from cleaner.attribution.words.pack import Lexicon

MAX_OWNER: Final = 6
"""So many words stand before and behind the mark of an owner at most."""
MAX_STRANGER: Final = 14
"""A phrase with more words is no speaker's."""


def stranger(line: Line, first: int, most: int, cast: Cast, bare: bool = False) -> Who | None:
    """Return a phrase whose noun nobody lists as a speaker: a beekeeper from Leeds, the beekeepers, her landlord.

    `bare`: it may stand without an article (beekeepers).
    """
    lexicon = cast.lexicon
    determined = line.folded[first] in lexicon.determiners
    indefinite = line.low[first] in lexicon.speech.indefinite
    if not (determined or indefinite or bare) or (first + 1 >= most and not bare) or first in line.name_at:
        return None
    end = first + 1
    while end < most and end - first < MAX_STRANGER and not line.breaks(end):
        word = line.folded[end]
        listed = word in lexicon.clause_words and word not in lexicon.inner
        if listed or word in lexicon.adverbs - lexicon.inner - lexicon.determiners or line.quoted[end] >= 0:
            break
        if line.low[end] in lexicon.forms and line.gap[end] != APOSTROPHE and end > first + 1:
            break
        if end - first > 1 and line.low[end - 1].endswith(lexicon.speech.plural_endings) and (
                line.low[end].endswith(lexicon.speech.verb_endings)):  # fmt: skip
            break
        end += 1
    while end > first + 1 and line.folded[end - 1] in lexicon.inner | lexicon.determiners | lexicon.prepositions:
        end -= 1
    start = first + (determined or indefinite)
    if end <= start or line.folded[start] in lexicon.openers - lexicon.inner or any(
            line.folded[i] in lexicon.pronouns for i in range(start, end) if line.folded[i] not in
            lexicon.inner | lexicon.determiners):  # fmt: skip
        return None
    head = next((i for i in range(start, end) if line.folded[i] in lexicon.inner), end) - 1
    several = not indefinite and head >= start and line.low[head].endswith(lexicon.speech.plural_endings)
    if bare and not determined and not indefinite and not several:
        return None
    name = trimmed(line, start, end)
    return Who(first, end, f"{line.low[first]} {name}" if indefinite else name, "group" if several else "person",
               noun=line.folded[head])  # fmt: skip


def anyone(line: Line, first: int, most: int, cast: Cast) -> Who | None:
    """Return a phrase with a determiner whose noun nobody lists: the north stand."""
    lexicon = cast.lexicon
    if first < most and lexicon.speech.declensions and line.folded[first] not in lexicon.determiners:
        return articleless.noun(line, first, most, cast)
    if first + 1 >= most or line.folded[first] not in lexicon.determiners or line.folded[first] in lexicon.pronouns:
        return None
    end = first + 1
    if line.low[first] in lexicon.speech.indefinite and line.folded[end] in lexicon.inner:
        end += 1
    while end < most and end - first < 4 and not line.breaks(end) and line.quoted[end] < 0 and not (
            line.folded[end] in lexicon.prepositions | lexicon.clause_words | lexicon.adverbs
            or line.low[end] in lexicon.forms
            or (lexicon.speech.nouns_capitalised and line.capital(end - 1) and end - 1 > first)):  # fmt: skip
        end += 1
    name = trimmed(line, first + 1, end)
    return Who(first, end, name, "person", noun=line.folded[end - 1]) if end > first + 1 and len(name) > 2 else None


def unknown(line: Line, first: int, end: int, cast: Cast) -> Who | None:
    """Return the speaker before a verb at word `end` whose noun nobody lists, or whom a relative clause parts from it.

    Where the phrase only says what somebody named before a comma is, that person is meant.
    """
    lexicon = cast.lexicon
    verb, end = end, extent.skip_back(line, first, end, lexicon)
    if end <= first:
        return None
    least = end - 1
    while least > first and end - least < 2 * MAX_STRANGER and not line.breaks(least):
        least -= 1
    hanging = lexicon.relatives | set(lexicon.speech.complementizers if lexicon.speech.verb_endings else ())
    relatives = [i for i in range(least + 1, verb - 1) if line.folded[i] in hanging]
    for stop in (*relatives[:1], end):
        for at in range(stop - 2, least - 1, -1):
            if line.low[at] in lexicon.speech.indefinite:
                who = stranger(line, at, stop, cast)
                if who is not None and who.last == stop:
                    return _bearer(line, who, first, cast)
    if lexicon.speech.declensions and not lexicon.speech.verb_endings:
        return articleless.before_verb(line, least, end, cast)
    if not lexicon.speech.verb_endings:
        return None
    while least < end - 1 and line.folded[least] in lexicon.openers and line.folded[least] not in lexicon.determiners:
        least += 1
    opens = least == first or line.breaks(least) or line.folded[least - 1] in lexicon.openers
    if opens and (owned := _owned(line, least, end, lexicon)):
        return owned
    for stop in (*relatives[:1], end):
        who = stranger(
            line, least, stop, cast, bare=opens and not line.low[least].endswith(lexicon.speech.verb_endings)
        )
        if who is not None and who.last == stop:
            return _bearer(line, who, first, cast)
    return None


def _owned(line: Line, first: int, end: int, lexicon: Lexicon) -> Who | None:
    """Return a phrase of an owner and a noun that nobody lists: Clinton's camp, the senator's inner circle."""
    owner = next((i for i in range(first + 1, min(end, first + MAX_OWNER)) if line.gap[i] == APOSTROPHE), 0)
    if not owner or len(line.low[owner]) != 1 or not 0 < end - owner - 1 < MAX_OWNER or line.quoted[end - 1] >= 0:
        return None
    named = any(line.capital(i) for i in range(first, owner))
    shut = lexicon.clause_words | lexicon.prepositions | lexicon.adverbs
    if not named or any(line.breaks(i) or line.folded[i] in shut or line.capital(i) for i in range(owner + 1, end)):
        return None
    several = line.low[end - 1].endswith(lexicon.speech.plural_endings)
    return Who(first, end, trimmed(line, first, end), "group" if several else "organisation", noun=line.folded[end - 1])


def _bearer(line: Line, who: Who, first: int, cast: Cast) -> Who | None:
    """Return the person named within two commas before a phrase that says what he is, else the phrase itself."""
    commas = 0
    at = who.first
    while at > first and commas < 3 and line.gap[at] == ",":
        commas += 1
        stop = at
        at -= 1
        while at > first and not line.breaks(at):
            at -= 1
        names = (line.name_at[i] for i in range(max(at, stop - MAX_STRANGER), stop) if i in line.name_at)
        person = next((cast.person(m) for m in names if line.word_at(m.end) == stop), None)
        if person:
            return who._replace(name=person.name)
    light = cast.lexicon.prepositions | cast.lexicon.openers | cast.lexicon.adverbs
    led = bool(cast.lexicon.speech.far_subjects) and commas == 1 and at == first and line.folded[at] in light
    led = led and not line.low[who.first + 1][0].isdigit()
    return who if not commas or led else None
