"""Whether what a phrase says of an office was said of the person who holds it: no shadow minister for a minister.

Compares words; chooses nobody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleaner.attribution.lines.line import Line
from cleaner.attribution.people.cast import Cast, Person

if TYPE_CHECKING:
    from cleaner.attribution.people.judging import Who


def fits(person: Person, line: Line, first: int, last: int, noun: str, cast: Cast) -> bool:
    """Return whether what else a phrase says of an office was said of the person: no shadow minister for a minister."""
    lexicon = cast.lexicon
    named = (i for i in range(first, last) if i in line.name_at and i not in line.offices)
    if person.roles and any(lexicon.countries.at(line.folded, i, last) is None for i in named):
        return False
    if person.roles or not person.words:
        return True
    said = {w for w in line.folded[first:last] if len(w) > 2} - set(noun.split()) - lexicon.determiners - lexicon.inner
    said -= lexicon.own_bodies
    for i in range(first, last):
        if hit := lexicon.countries.at(line.folded, i, last):
            said.difference_update(line.folded[i : hit[0]])
    apart, past = lexicon.contrasts, lexicon.past
    if noun == line.folded[last - 1] and last - first == 1:
        return not person.words & apart
    if bool(said & past) != bool(person.words & past):
        return False
    return said - past <= person.words and not (person.words & apart) - said


def of_other_gender(person: Person, line: Line, begin: int, cast: Cast) -> bool:
    """Return whether the article of an office tells another gender than that of the person: la ministre."""
    told = cast.lexicon.speech.gendered_determiners.get(line.low[begin], "")
    return bool(told and person.gender) and told != person.gender


def of_another_one(person: Person, line: Line, begin: int, noun: str, cast: Cast) -> bool:
    """Return whether an office is somebody's, and the person holds a like one under another noun: his coach.

    A counterpart (son homologue français) is told by the country alone.
    """
    speech, lexicon = cast.lexicon.speech, cast.lexicon
    if not speech.subjects_stated or line.low[begin] not in speech.possessives or noun in lexicon.counterparts:
        return False
    return not any(set(noun.split()) & set(held.split()) for _, held in person.offices)


def bare_of(person: Person, line: Line, kind: str, noun: str, cast: Cast) -> bool:
    """Return whether a headline says more of the office of a person than the text, which names it alone."""
    if line.role == "body" or kind != "person" or not cast.lexicon.speech.far_subjects:
        return False
    small = cast.lexicon.determiners | cast.lexicon.inner | cast.lexicon.past
    return not person.roles and person.words - small <= set(noun.split())


def two_offices(line: Line, c: int, left: Who, right: Who, cast: Cast) -> bool:
    """Return whether a conjunction at word c joins two offices of one person: Acme founder and chief designer X."""
    office = left.type == "person" and bool(left.noun) and not _known(left, cast) and not left.joint
    ends = cast.lexicon.nouns.at(line.folded, c - 1, c)
    bare = line.folded[c + 1] not in cast.lexicon.determiners
    named = any(i in line.name_at and i > c + 1 for i in range(c + 1, right.last)) or cast.lexicon.nouns.at(
        line.folded, c + 2, right.last) is not None  # fmt: skip
    return office and ends is not None and ends[1] in ("person", "leader") and bare and named and _known(right, cast)


def _known(who: Who, cast: Cast) -> bool:
    return who.name is not None and cast.named(who.name) is not None
