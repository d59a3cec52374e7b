"""The words around and inside names that a language states in languages/<tag>/names.yaml. Looks at no text.

Titles, particles, opening words, organisations, countries with their adjectives and capitals, given names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from cleaner import language as packs
from cleaner.text import fold_word


@dataclass(frozen=True)
class NameWords:
    """What a language's names.yaml may say. Words are matched without case and accents.

    `titles` stand before a name (President, Mme), `abbreviations` among them take a full stop; `particles` stand
    inside one in lower case (von der); `prepositions` are particles that are also everyday words of the language, so
    they join less freely; `suffixes` end a name (Jr.); `ordinary` words begin sentences and are no names;
    `days` may follow a name in capitals without being part of it (Macron Tuesday);
    `organisations` are words that make a run an organisation's name; `of` joins what follows such a word;
    `tails` hang on a name by a hyphen without being part of it (-led); `elisions` stand before an apostrophe (l').
    `articles` stand before a thing and hardly before a surname alone (a Potter film); `misspelled` words tell that a
    sentence is about how a name is written.
    `countries`: ISO 3166 code to the country's names, `adjectives` and `capitals` likewise; the last serve as names of
    the government too. `nouns_capitalised` is "yes" where every noun is (German),
    `inflects` where names take endings by case. `feminine` pairs a man's ending of a surname with a woman's, `women`
    and `men` are given names, `nicknames` groups of given names that one person may go by;
    `joins` are beginnings of names that hang together with the next word (Abdel Fattah); `generations` are marks that
    tell father from son, those of one meaning together. `hanging` are ordinary words that begin a name where another
    capitalised word follows (New York).
    """

    titles: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    ordinary: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    tails: tuple[str, ...] = ()
    elisions: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    misspelled: tuple[str, ...] = ()
    feminine: tuple[str, ...] = ()
    countries: dict[str, tuple[str, ...]] = field(default_factory=dict)
    adjectives: dict[str, tuple[str, ...]] = field(default_factory=dict)
    capitals: dict[str, tuple[str, ...]] = field(default_factory=dict)
    roles: dict[str, tuple[str, ...]] = field(default_factory=dict)
    nouns_capitalised: str = ""
    inflects: str = ""
    women: tuple[str, ...] = ()
    men: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()
    hanging: tuple[str, ...] = ()
    nicknames: tuple[tuple[str, ...], ...] = ()
    generations: tuple[tuple[str, ...], ...] = ()


class Lexicon(NamedTuple):
    """The words of one language and of any language, folded."""

    titles: frozenset[str]
    dotted: frozenset[str]
    particles: frozenset[str]
    prepositions: frozenset[str]
    suffixes: frozenset[str]
    ordinary: frozenset[str]
    hanging: frozenset[str]
    days: frozenset[str]
    organisations: frozenset[str]
    of: frozenset[str]
    tails: frozenset[str]
    elisions: frozenset[str]
    countries: frozenset[str]
    adjectives: frozenset[str]
    places: frozenset[str]
    given: frozenset[str]
    nouns_capitalised: bool


@lru_cache
def name_pack(language: str) -> NameWords:
    """Return names.yaml of a language, looked up by its full tag, then by its first part."""
    tags = packs.available()
    tag = language if language in tags else language.split("-")[0]
    return packs.section(tag, "names", NameWords) if tag in tags else NameWords()


@lru_cache
def lexicon(language: str) -> Lexicon:
    """Return the words of a language with those of any language; of all languages where it is not known."""
    own = name_pack(language)
    each = [name_pack("und"), own]
    if own == NameWords() or language == "und":
        each = [name_pack(tag) for tag in packs.available()]

    def fold(values: Sequence[str]) -> set[str]:
        return {bare(word) for value in values for word in value.split()}

    def gather(key: str) -> frozenset[str]:
        return frozenset().union(*(fold(getattr(pack, key)) for pack in each))

    def places(key: str) -> frozenset[str]:
        return frozenset(bare(v) for pack in each for values in getattr(pack, key).values() for v in values)

    capitals = places("capitals")
    countries = places("countries")
    adjectives = places("adjectives")
    return Lexicon(
        gather("titles") | gather("abbreviations"), gather("abbreviations"),
        gather("particles") - gather("prepositions"), gather("prepositions"),
        gather("suffixes"), gather("ordinary") | gather("days"), gather("hanging"), gather("days"),
        gather("organisations"), gather("of"), gather("tails"), gather("elisions"),
        countries, adjectives, countries | capitals, gather("women") | gather("men"),
        own.nouns_capitalised == "yes",
    )  # fmt: skip


def bare(word: str) -> str:
    """Return a word folded, without the full stop or apostrophe that hangs on it.

    >>> bare("Mr."), bare("d’")
    ('mr', 'd')
    """
    return fold_word(word).strip(".'’")


def gender(name: str, language: str = "") -> str:
    """Return "f" or "m" where the given name is mostly a woman's or a man's, "" where it can't be told.

    The lists of a language, if one is given, go before those of all: Andrea is a man's name in Italy only.

    >>> gender("Svetlana Tikhanovskaya"), gender("Emmanuel Macron"), gender("Macron")
    ('f', 'm', '')
    """
    words = name.split()
    if len(words) < 2:
        return ""
    first = fold_word(words[0])
    for women, men in (_given(language), _given()) if language else (_given(),):
        for word in (first, first.partition("-")[0]):
            if (word in women) != (word in men):
                return "f" if word in women else "m"
    return ""


@lru_cache
def _given(language: str = "") -> tuple[frozenset[str], frozenset[str]]:
    packs_ = [name_pack(tag) for tag in ([language] if language else packs.available())]
    women = frozenset(fold_word(word) for pack in packs_ for word in pack.women)
    return women, frozenset(fold_word(word) for pack in packs_ for word in pack.men)
