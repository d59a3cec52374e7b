"""Whom a noun takes up because it covers the office of one told of before: the magistrate, the prosecutor Jane Doe.

Chooses among the people of the document by what is said of them. Knows nothing of cues.
"""

from __future__ import annotations

from typing import Final

from cleaner.attribution.lines.line import Line
from cleaner.attribution.people.cast import Cast, Person
from cleaner.attribution.people.describing import opposed
from cleaner.attribution.people.genders import may_be
from cleaner.attribution.people.judging import Who
from cleaner.attribution.people.trail import Trail

MAX_LINES: Final = 12
"""An office is remembered for so many paragraphs."""


def covered(line: Line, who: Who, gender: str, trail: Trail, cast: Cast) -> str | None:
    """Return the person told of last whose office a noun covers, None where it covers none or two as near."""
    offices = cast.lexicon.covers.get(who.noun)
    if not offices:
        return None
    own = _own_words(line, who, cast)
    fits = [p for p in cast.people.values() if p.seen and covers(offices, p) and own <= p.words
            and may_be(p.name, gender, cast) and not opposed(who.noun, p.name, cast)]  # fmt: skip
    if not fits:
        return None
    for step in reversed(trail.steps):
        near = {*step.speakers, step.subject, *step.others}
        here = [p.name for p in fits if p.name in near]
        if here:
            return next((name for name in (*step.speakers, step.subject) if name in here), here[0])
    return _named_before(line, who, fits)


def covers(offices: frozenset[str], person: Person) -> bool:
    """Return whether one of the offices of a person is among those that a noun covers."""
    if any(noun in offices for _, noun in person.offices):
        return True
    return any(" " in office and set(office.split()) <= person.words for office in offices)


def _own_words(line: Line, who: Who, cast: Cast) -> set[str]:
    """Return what a phrase says besides its noun, small words aside: Nancy in the magistrate from Nancy."""
    small = cast.lexicon.determiners | cast.lexicon.inner | cast.lexicon.past | set(who.noun.split())
    return {w for w in line.folded[who.first : who.last] if len(w) > 1} - small


def _named_before(line: Line, who: Who, fits: list[Person]) -> str | None:
    """Return the one of those whom a noun fits who was named last before it, None where nobody was or two were."""
    last = {p.name: max((n for n in p.seen if n <= line.number), default=-MAX_LINES) for p in fits
            if p.first < (line.number, line.start[who.first])}  # fmt: skip
    near = max(last.values(), default=-MAX_LINES)
    here = [name for name, seen in last.items() if seen == near]
    return here[0] if len(here) == 1 and line.number - near < MAX_LINES else None
