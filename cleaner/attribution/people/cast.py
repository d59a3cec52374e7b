"""The people of one document: their full names, offices and countries, and who a noun phrase stands for.

Resolves only what the document says or an office settles; where two persons fit, nobody is chosen.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Protocol

from cleaner.attribution.people import offices
from cleaner.attribution.words.pack import Lexicon
from cleaner.mentions import Mention
from cleaner.mentions import gender as given_gender
from cleaner.text import fold

if TYPE_CHECKING:
    from cleaner.attribution.people.judging import Who

_GENDERS = {"f": "woman", "m": "man"}
Office = tuple[str | None, str]
"""Country (ISO 3166 or None) and the folded noun of an office."""


class Known(NamedTuple):
    """What is known of a listed person: the name to report, gender (man, woman), roles held at the time by country."""

    name: str
    gender: str
    roles: tuple[tuple[str, str], ...]


class Register(Protocol):
    """Who is known beyond the document."""

    def person(self, name: str) -> Known | None:
        """Return the listed person a name means."""

    def holders(self, country: str, role: str) -> tuple[str, ...]:
        """Return who held a role at the time of the document."""


@dataclass
class Person:
    """One person: the name to report, surfaces seen, offices, gender as far as titles tell.

    `heads`: names, which are no country's, of what the person is said to lead: president of Chega.
    """

    name: str
    offices: set[Office] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    roles: tuple[tuple[str, str], ...] = ()
    gender: str = ""
    words: set[str] = field(default_factory=set)
    seen: list[int] = field(default_factory=list)
    first: tuple[int, int] = (0, 0)
    heads: set[str] = field(default_factory=set)


@dataclass
class Cast:
    """The people of a document, filed by the folded words they may be called by.

    `settled`: who was asked for by name since all were entered. `short`: long names of bodies by their short ones;
    `things`: names that are no person's.
    `genders`: man or woman of those who are told of without a name, by what they are called.
    `fronts`: who was found to stand in front of words [first, last) of a line.
    """

    lexicon: Lexicon
    register: Register
    people: dict[str, Person] = field(default_factory=dict)
    by_surname: dict[str, list[str]] = field(default_factory=dict)
    by_given: dict[str, list[str]] = field(default_factory=dict)
    principals: tuple[str, ...] = ()
    titled: bool = False
    settled: dict[str, Person | None] | None = None
    body: str = ""
    fronts: dict[tuple[int, int, int], Who | None] = field(default_factory=dict)
    short: dict[str, str] = field(default_factory=dict)
    things: frozenset[str] = frozenset()
    genders: dict[str, str] = field(default_factory=dict)

    def person(self, mention: Mention) -> Person | None:
        """Return the one person a mention names, None if none fits; of several his title or the document tells."""
        title = self._gender_of(mention.title) if mention.title else ""
        if self.settled is None:
            return self._named(mention.name, title)
        key = f"{title} {mention.text}" if title else mention.text
        if key not in self.settled:
            self.settled[key] = self._named(mention.name, title)
        return self.settled[key]

    def _gender_of(self, title: str) -> str:
        """Return man or woman where the words of a title tell."""
        words = set(fold(title).replace(".", " ").split())
        return "woman" if words & self.lexicon.women else "man" if words & self.lexicon.men else ""

    def named(self, name: str) -> Person | None:
        """Return the one person of that name, full or last."""
        if self.settled is None:
            return self._named(name)
        if name not in self.settled:
            self.settled[name] = self._named(name)
        return self.settled[name]

    def _named(self, name: str, title: str = "") -> Person | None:
        key = fold(name)
        if key in self.people:
            return self.people[key]
        if names := self.by_surname.get(key):
            return self._meant([self.people[n] for n in names], title)
        if names := self.by_given.get(key):
            return self.people[names[0]] if len(names) == 1 else None
        known = self.register.person(name)
        return self.people.get(fold(known.name)) or Person(known.name, gender=known.gender) if known else None

    def _meant(self, people: list[Person], title: str) -> Person | None:
        """Return which of those who share a name is called by it alone: whom his title fits, else who was named first.

        Whom a document is about it calls by the last name, and the others of that name by their full ones. None where
        no given name shows that they are people at all, and capitals prove nothing.
        """
        if len(people) == 1:
            return people[0]
        told = [(p, p.gender or _GENDERS.get(given_gender(p.name), "")) for p in people]
        fits = [p for p, gender in told if gender and gender == title] or [p for p, gender in told if gender]
        fits = fits or ([] if self.lexicon.speech.nouns_capitalised else people)
        return min(fits, key=lambda p: p.first, default=None)

    def of(self, country: str) -> list[Person]:
        """Return the people known to stand for a country."""
        return [p for p in self.people.values() if country in p.countries or any(
            country == c for c, _ in (*p.offices, *p.roles))]  # fmt: skip

    def holder(self, country: str | None, noun: str, kind: str, number: int = -1) -> Person | None:
        """Return the one person who holds an office, None if the document and the tables do not settle it.

        Where several hold it and no country is given, the one who was named last before line `number` is meant.
        """
        people = [p for p in self.people.values() if number < 0 or not p.seen or p.seen[0] <= number]
        kind = "leader" if noun in self.lexicon.speech.counterparts else kind
        asked = offices.Asked(self, people, country, noun, self.lexicon.roles.get(noun, ""), kind)
        if country is None:
            return offices.anywhere(asked, number)
        if fits := offices.there(asked):
            return fits[0] if len(fits) == 1 else None
        return self._listed(country, asked) or (self._other_principal(country) if kind == "leader" else None)

    def _listed(self, country: str, asked: offices.Asked) -> Person | None:
        """Return the one who held a role of a country at the time, as the tables tell."""
        listed = asked.role and asked.noun not in self.generic
        names = self.register.holders(country, asked.role) if listed else ()
        return (self.people.get(fold(names[0])) or Person(names[0])) if len(names) == 1 else None

    def _other_principal(self, country: str) -> Person | None:
        """Return which of the two in a title leads a country: the one of unknown country, if the other has another."""
        if not self.titled or len(self.principals) != 2:
            return None
        pair = [self.people[fold(n)] for n in self.principals if fold(n) in self.people]
        others = [p for p in pair if p.countries and country not in p.countries]
        free = [p for p in pair if not p.countries]
        return free[0] if len(others) == 1 and len(free) == 1 else None

    @cached_property
    def generic(self) -> frozenset[str]:
        """Return the nouns that fit any head of state or government."""
        return frozenset(fold(w) for w in self.lexicon.speech.generic_leaders)

    def held(self, noun: str) -> bool:
        """Return whether anybody in the document holds an office of that noun."""
        return noun in self.generic or any(n == noun for p in self.people.values() for _, n in p.offices)

    def told(self, noun: str) -> bool:
        """Return whether the document says of anybody that he holds an office in which a noun stands."""
        return any(set(noun.split()) <= set(held.split()) for p in self.people.values() for _, held in p.offices)

    def two(self, noun: str) -> tuple[str, ...]:
        """Return the two people who hold offices of a noun, their counterparts included; none if not two do."""
        other = {fold(w) for w in self.lexicon.speech.counterparts}
        fits = [p for p in self.people.values() if any(noun in n.split() or n in other for _, n in p.offices)]
        sure = any(noun in n.split() for p in fits for _, n in p.offices)
        return (fits[0].name, fits[1].name) if len(fits) == 2 and sure else ()

    def pair(self, noun_kind: str) -> tuple[str, ...]:
        """Return the two persons a joint phrase (the two leaders) stands for, none if not exactly two fit."""
        if len(self.principals) != 2:
            return ()
        pair = [self.people.get(fold(name)) for name in self.principals]
        fits = noun_kind == "leader" or all(p and noun_kind in p.kinds and "leader" not in p.kinds for p in pair)
        return self.principals if fits else ()
