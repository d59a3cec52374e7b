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
from cleaner.attribution.people.shown import shown
from cleaner.attribution.words.pack import Lexicon
from cleaner.mentions import gender

SURE: Final = "sure"
NAMED: Final = "named"
THING: Final = "thing"

_OF_PRONOUN: Final = {"plural": NAMED, "thing": THING}
"""“They” and “it” may be anything; all other pronouns stand for people."""

_MARKS: Final = "«„“\""
"""What opens the name of a firm or a paper where such names stand in quotation marks."""


def able(line: Line, who: Who, cast: Cast) -> str:
    """Return whether a speaker surely can say something, is a name of which nobody knows whose, or is a thing."""
    alone = who.last - who.first == 1 and line.low[who.first] in cast.lexicon.speech.partitives
    if alone and cast.lexicon.speech.pro_drop:
        return NAMED  # of what, nobody knows: tre raccontano un'altra ricetta
    if who.pronoun:
        return _OF_PRONOUN.get(who.pronoun, SURE)
    if thing_too(line, who, cast.lexicon):
        return THING
    if who.joint or who.institution or who.type == "document":
        return SURE
    if _person(who, cast) or _of_noun(line, who, cast):
        return SURE
    return NAMED if _named(line, who, cast) and not _only_opens(line, who, cast) else THING


def thing_too(line: Line, who: Who, lexicon: Lexicon) -> bool:
    """Return whether the noun of a speaker, without a capital, stands for things as well: la caja, el programa."""
    at, speech = who.first, lexicon.speech
    while at < who.last - 1 and line.folded[at] in lexicon.determiners:
        at += 1
    at = at if speech.head == "first" else who.last - 1
    named = any(i in line.name_at for i in range(at, who.last)) or (  # a química Clara Vaz
        line.capital(at) and all(at != first for first, _ in line.spans))  # fmt: skip
    return not who.joint and line.low[at] in speech.thing_nouns and not named


def mute(line: Line, who: Who, lexicon: Lexicon) -> bool:
    """Return whether a speaker is a thing that bears no inscription: la caja, but not la targa."""
    known = lexicon.speech.inscriptions
    bears = any(line.low[i] in known for i in range(who.first, who.last))
    return bool(known) and thing_too(line, who, lexicon) and not bears


def _person(who: Who, cast: Cast) -> bool:
    """Return whether a given name, a title or an office shows that a speaker is a person.

    What its ending alone tells of a gender shows nothing: Lumo, Vela.
    """
    person = cast.named(who.name) if who.name else None
    if person is None:
        return bool(who.type == "person" and who.name and gender(who.name))
    return shown(person, cast)


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
    speech, start = cast.lexicon.speech, who.first
    while start < who.last - 1 and line.folded[start] in cast.lexicon.determiners:
        start += 1
    marked = line.text[line.start[start] - 1 : line.start[start]]
    if marked and marked in _MARKS and (speech.quoted_names or speech.nouns_capitalised):
        return True
    if speech.nouns_capitalised and _led(line, who, start, cast):
        return any(line.text[line.start[i] : line.end[i]].isupper() for i in range(start, who.last))
    if speech.nouns_bare and who.last - start == 1 and _begins(line, start):
        return any(c.isupper() or c.isascii() for c in line.text[line.start[start] + 1 : line.end[start]])
    opens = start < who.last - 1 and _begins(line, start)
    return any(line.capital(i) for i in range(start + opens, who.last))


def _led(line: Line, who: Who, start: int, cast: Cast) -> bool:
    """Return whether an article or a preposition leads to a phrase, which then is a noun's, or that of an acronym."""
    before = line.folded[start - 1] if start else ""
    return start > who.first or before in cast.lexicon.determiners | cast.lexicon.prepositions or (
        before in cast.lexicon.speech.oblique)  # fmt: skip


def _only_opens(line: Line, who: Who, cast: Cast) -> bool:
    """Return whether a speaker is one word that ends like several things or a deed, and opens a sentence: Tests show.

    Its capital proves nothing, unless it bears one elsewhere too. Where nouns go with articles, names alone stand so.
    """
    speech = cast.lexicon.speech
    if not speech.deed_endings:
        return False
    endings = (*speech.plural_endings, *speech.deed_endings)
    return who.last - who.first == 1 and line.low[who.first].endswith(endings) and _begins(line, who.first)


def _begins(line: Line, i: int) -> bool:
    """Return whether word i opens a sentence and no name, so that its capital proves nothing."""
    return i not in line.name_at and any(first == i for first, _ in line.spans)
