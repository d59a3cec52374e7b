"""Who can say something: one who surely can, a name that may be a product's, a thing.

A person, a body, a group of people and a paper surely can; PostgreSQL may be anything; a budget cannot. Asked where
the verb alone does not show that somebody speaks. Knows nothing of cues.
"""

from __future__ import annotations

from typing import Final

from cleaner import namewords
from cleaner.attribution.lines.line import Line
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.judging import Who
from cleaner.mentions import gender

SURE: Final = "sure"
NAMED: Final = "named"
THING: Final = "thing"

_OF_PRONOUN: Final = {"plural": NAMED, "thing": THING}
"""“They” and “it” may be anything; all other pronouns stand for people."""


def able(line: Line, who: Who, cast: Cast) -> str:
    """Return whether a speaker surely can say something, is a name of which nobody knows whose, or is a thing."""
    if who.joint or who.institution or who.type == "document":
        return SURE
    if who.pronoun:
        return _OF_PRONOUN.get(who.pronoun, SURE)
    if _person(who, cast) or _of_noun(line, who, cast):
        return SURE
    named = any(line.capital(i) for i in range(who.first, who.last)) and not _only_opens(line, who, cast)
    return NAMED if named else THING


def _person(who: Who, cast: Cast) -> bool:
    """Return whether a given name, a title or an office shows that a speaker is a person."""
    person = cast.named(who.name) if who.name else None
    if person is None:
        return bool(who.type == "person" and who.name and gender(who.name))
    return bool(person.gender or person.offices or person.kinds or person.roles or gender(person.name))


def _of_noun(line: Line, who: Who, cast: Cast) -> bool:
    """Return whether a noun for people or bodies stands for a speaker, or in its name one one of a body or a country."""
    nouns, countries = cast.lexicon.nouns, cast.lexicon.countries
    if who.noun:
        words = who.noun.split()
        return nouns.at(words, 0, len(words)) is not None
    bodies = namewords.lexicon(cast.lexicon.tag).organisations
    return any(
        nouns.at(line.folded, i, who.last) or countries.at(line.folded, i, who.last) or line.folded[i] in bodies
        for i in range(who.first, who.last))  # fmt: skip


def _only_opens(line: Line, who: Who, cast: Cast) -> bool:
    """Return whether a speaker is one word that ends like several things or a deed, and opens a sentence: Tests show.

    Its capital proves nothing, unless it bears one elsewhere too.
    """
    speech = cast.lexicon.speech
    endings = (*speech.plural_endings, *speech.deed_endings)
    return who.last - who.first == 1 and who.first not in line.name_at and line.low[who.first].endswith(endings) and (
        any(first == who.first for first, _ in line.spans))  # fmt: skip
