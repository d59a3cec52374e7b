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
from cleaner.attribution.people.shown import surely
from cleaner.mentions import gender

SURE: Final = "sure"
NAMED: Final = "named"
THING: Final = "thing"

_OF_PRONOUN: Final = {"plural": NAMED, "thing": THING}
"""“They” and “it” may be anything; all other pronouns stand for people."""


def able(line: Line, who: Who, cast: Cast) -> str:
    """Return whether a speaker surely can say something, is a name of which nobody knows whose, or is a thing."""
    if who.pronoun:
        return _OF_PRONOUN.get(who.pronoun, SURE)
    if who.joint or who.institution:
        return SURE
    if not often_thing(line, who, cast) and (
            who.type == "document" or _person(who, cast) or _of_noun(line, who, cast)):  # fmt: skip
        return SURE
    return NAMED if _named(line, who, cast) and not _only_opens(line, who, cast) else THING


def often_thing(line: Line, who: Who, cast: Cast) -> bool:
    """Return whether the noun of a speaker stands for a thing as often: le serveur, le service, la carte, o cabo."""
    if not who.noun:
        return False
    speech = cast.lexicon.speech
    head = who.noun.split()[0 if speech.head == "first" else -1]
    return any(line.low[i] in speech.thing_nouns and line.folded[i] == head for i in range(who.first, who.last))


def _person(who: Who, cast: Cast) -> bool:
    """Return whether a given name, a title or an office shows that a speaker is a person."""
    person = cast.named(who.name) if who.name else None
    if person is None:
        return bool(who.type == "person" and who.name and gender(who.name))
    return surely(person, cast)


def _of_noun(line: Line, who: Who, cast: Cast) -> bool:
    """Return whether a noun for people or bodies stands for a speaker, or names a body or a country."""
    nouns, countries = cast.lexicon.nouns, cast.lexicon.countries
    if who.noun:
        words = who.noun.split()
        return nouns.at(words, 0, len(words)) is not None and not _of_compound(line, who, words[-1], cast)
    bodies = namewords.lexicon(cast.lexicon.tag).organisations
    return any(
        nouns.at(line.folded, i, who.last) or countries.at(line.folded, i, who.last) or line.folded[i] in bodies
        for i in range(who.first, who.last))  # fmt: skip


def _of_compound(line: Line, who: Who, noun: str, cast: Cast) -> bool:
    """Return whether a plain noun stands before another one that ends the phrase: user input, a customer workspace."""
    at, speech = who.last - 2, cast.lexicon.speech
    if at < who.first or line.folded[at] != noun or speech.head == "first":
        return False
    return not line.capital(who.last - 1) and not line.low[who.last - 1].endswith(
        (*speech.verb_endings, *speech.deed_endings)) and line.folded[who.last - 1] not in (
        cast.lexicon.adverbs | cast.lexicon.prepositions)  # fmt: skip


def _named(line: Line, who: Who, cast: Cast) -> bool:
    """Return whether a word of a speaker bears a capital, its article aside, and that of a sentence before others."""
    start = who.first
    while start < who.last - 1 and line.folded[start] in cast.lexicon.determiners:
        start += 1
    opens = start < who.last - 1 and start not in line.name_at and any(first == start for first, _ in line.spans)
    return any(line.capital(i) for i in range(start + opens, who.last))


def _only_opens(line: Line, who: Who, cast: Cast) -> bool:
    """Return whether a speaker is one word that ends like several things or a deed, and opens a sentence: Tests show.

    Its capital proves nothing, unless it bears one elsewhere too. Where nouns go with articles, names alone stand so.
    """
    speech = cast.lexicon.speech
    if not speech.deed_endings:
        return False
    endings = (*speech.plural_endings, *speech.deed_endings)
    return who.last - who.first == 1 and who.first not in line.name_at and line.low[who.first].endswith(endings) and (
        any(first == who.first for first, _ in line.spans))  # fmt: skip
