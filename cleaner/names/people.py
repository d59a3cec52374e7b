"""The people of people.yaml: who a name is, how a language writes it, who held an office on a day.

Knows only who is listed; says None rather than choosing between two.
"""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, NamedTuple

from cleaner.errors import PackError
from cleaner.language import read_yaml
from cleaner.names.fold import plain, tokens

_FILE: Final = Path(str(files("cleaner.names"))) / "people.yaml"
_LATIN: Final = re.compile("[A-Za-z\u00c0-\u024f]")
_KEYS: Final = {"gender", "surname", "common", "alone", "also", "roles"}


class Office(NamedTuple):
    """A role held: `country` is ISO 3166 or the short name of a body; dates ISO as precise as known, "" for open."""

    role: str
    country: str
    start: str
    end: str

    def held(self, day: str) -> bool:
        """Return whether the office was held on an ISO day (or some day of a month or year)."""
        begun = self.start[: len(day)] <= day[: len(self.start)]
        return begun and (not self.end or day[: len(self.end)] <= self.end[: len(day)])


@dataclass(frozen=True)
class Person:
    """One listed person. `forms`: language tag to the spelling there; `also`: other spellings; `gender`: m or f.

    `common` says that the surname alone could be many people, `alone` False that it means somebody else of the family.
    """

    name: str
    gender: str
    surname: str
    common: bool
    forms: Mapping[str, str] = field(default_factory=dict)
    also: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    alone: bool = True

    def form(self, language: str) -> str:
        """Return the name as a language writes it.

        >>> canonical("Putin").form("fr")
        'Vladimir Poutine'
        """
        return self.forms.get(language) or self.forms.get(language.split("-")[0]) or self.name

    def surname_in(self, language: str) -> str:
        """Return the part used alone, as a language writes it."""
        form = self.form(language)
        if form == self.name:
            return self.surname
        count = len(self.surname.split())
        words = form.split()
        if self.surname.split() == self.name.split()[:count]:
            return " ".join(words[:count])
        return " ".join(words[-count:])


def everyone() -> tuple[Person, ...]:
    """Return all listed people, in the order of the file."""
    return _people()


def canonical(name: str, language: str | None = None) -> Person | None:
    """Return the listed person a name means; None when nobody or more than one fits.

    A full name in any listed spelling, a surname that only one listed person bears, a name in the other order, or with
    a middle name. A spelling of `language` wins over one of another language.

    >>> canonical("Poutine").name, canonical("Loukachenko").name, canonical("Bush")
    ('Vladimir Putin', 'Alexander Lukashenko', None)
    """
    index = _index()
    key = tokens(name)
    if not key:
        return None
    joined = " ".join(key)
    if len(key) > 1 or joined in index.full:
        found = index.full.get(joined) or index.sorted.get(" ".join(sorted(key)))
        if found:
            return _one(found, name, language)
    if surname := index.surnames.get(joined):
        return _one(surname, name, language)
    if len(key) > 2:
        middle = index.full.get(f"{key[0]} {key[-1]}")
        if middle:
            return _one(middle, name, language)
    return None


def same_surname(word: str) -> tuple[Person, ...]:
    """Return everyone listed whose surname a word is, in any listed spelling."""
    return _index().bearers.get(" ".join(tokens(word)), ())


def office_holders(role: str, country: str, date: datetime.date | str | None = None) -> list[Person]:
    """Return who held an office on a day (a date, or an ISO string as precise as known); everyone who did for None.

    Several for a day of handing over, or where only the year is known.

    >>> [p.name for p in office_holders("president", "RU", "2020-10-01")]
    ['Vladimir Putin']
    >>> [p.name for p in office_holders("chancellor", "DE", "2021")]
    ['Angela Merkel', 'Olaf Scholz']
    """
    day = date.isoformat()[:10] if isinstance(date, datetime.date) else date
    held = _index().offices.get((role, country), ())
    return list({person.name: person for person, office in held if day is None or office.held(day)}.values())


def foreign_form(name: str, language: str) -> Person | None:
    """Return who a name is that stands in the spelling of another language; None if `language` may write it so too.

    >>> foreign_form("Vladimir Poutine", "en").name, foreign_form("Vladimir Poutine", "fr")
    ('Vladimir Putin', None)
    """
    return _foreign(language.split("-")[0]).get(_written(name))


@lru_cache(maxsize=32)
def foreign_words(language: str) -> frozenset[str]:
    """Return the words, in lower case, that stand in names as only other languages write them."""
    return frozenset(word for name in _foreign(language.split("-")[0]) for word in name.split())


@lru_cache(maxsize=32)
def _foreign(language: str) -> dict[str, Person]:
    """Return the spellings that only other languages use, full names and surnames that one person bears."""
    own: set[str] = set()
    found: dict[str, dict[str, Person]] = defaultdict(dict)
    for person in _people():
        usual = (person.name,) if language == "en" else ()
        for form in (person.form(language), *person.also, *usual):
            own.update((_written(form), _written(form.split()[-1])))
        surname, english = _written(person.surname_in(language)), _written(person.surname)
        if surname != english:  # among the other spellings, but not of this language
            own.discard(english)
        own.add(surname)
        foreign = [(person.name, person.surname)]
        others = ((tag, form) for tag, form in person.forms.items() if tag.split("-")[0] != language)
        foreign += [(form, person.surname_in(tag)) for tag, form in others]
        for full, surname in foreign:
            if _LATIN.match(full):
                found[_written(full)][person.name] = found[_written(surname)][person.name] = person
    return {
        written: next(iter(people.values())) for written, people in found.items()
        if written not in own and len(people) == 1 and (" " in written or not next(iter(people.values())).common)
    }  # fmt: skip


def _written(name: str) -> str:
    return " ".join(name.casefold().split())


class _Index(NamedTuple):
    full: dict[str, tuple[Person, ...]]
    sorted: dict[str, tuple[Person, ...]]
    surnames: dict[str, tuple[Person, ...]]
    bearers: dict[str, tuple[Person, ...]]
    offices: dict[tuple[str, str], tuple[tuple[Person, Office], ...]]


def _one(found: tuple[Person, ...], name: str, language: str | None) -> Person | None:
    if len(found) == 1:
        return found[0]
    if language:
        key = plain(name)
        own = [p for p in found if key in (plain(p.form(language)), plain(p.surname_in(language)))]
        if len(own) == 1:
            return own[0]
    return None


@lru_cache
def _index() -> _Index:
    full: dict[str, dict[str, Person]] = defaultdict(dict)
    in_order: dict[str, dict[str, Person]] = defaultdict(dict)
    surnames: dict[str, dict[str, Person]] = defaultdict(dict)
    offices: dict[tuple[str, str], dict[tuple[str, Office], tuple[Person, Office]]] = defaultdict(dict)
    common: set[str] = set()
    for person in _people():
        for form in (person.name, *person.forms.values(), *person.also):
            key = tokens(form)
            full[" ".join(key)][person.name] = person
            in_order[" ".join(sorted(key))][person.name] = person
        alone = [person.surname, *(person.surname_in(language) for language in person.forms)]
        alone += [form.split()[-1] for form in person.also if " " in form and len(form.split()[-1]) > 4]
        for written in alone:
            for surname in _alone(written):
                surnames[surname][person.name] = person
                if person.common:
                    common.add(surname)
        for office in person.offices:
            offices[office.role, office.country][person.name, office] = (person, office)
    bearers = _tuples(surnames)
    heads = {k: tuple(p for p in v if p.alone) for k, v in bearers.items() if k not in common}
    single = {k: v for k, v in heads.items() if v}
    held = {key: tuple(v.values()) for key, v in offices.items()}
    return _Index(_tuples(full), _tuples(in_order), single, bearers, held)


def _tuples(found: Mapping[str, Mapping[str, Person]]) -> dict[str, tuple[Person, ...]]:
    return {key: tuple(people.values()) for key, people in found.items()}


def _alone(surname: str) -> Iterable[str]:
    """Yield the forms of a surname used alone, with and without its particles."""
    key = tokens(surname)
    yield " ".join(key)
    words = surname.replace("-", " ").split()
    if len(words) > 1 and words[0].islower():
        bare = [w for w in words if not w.islower()]
        if bare:
            yield " ".join(tokens(" ".join(bare)))


@lru_cache
def _people() -> tuple[Person, ...]:
    raw = read_yaml(_FILE).get("people", {})
    return tuple(_person(name, stated) for name, stated in raw.items())


def _person(name: str, stated: Any) -> Person:
    if not isinstance(stated, dict):
        raise PackError(f"people.yaml, {name}: expected {{key: value}}, found {stated!r}.")
    forms = {key: value for key, value in stated.items() if key not in _KEYS}
    for key, value in forms.items():
        if not (2 <= len(key.split("-")[0]) <= 3 and isinstance(value, str)):
            raise PackError(f"people.yaml, {name}: {key!r} is neither a language tag nor one of {sorted(_KEYS)}.")
    return Person(
        name, stated.get("gender", "m"), stated.get("surname") or name.split()[-1], stated.get("common") == "yes",
        forms, tuple(stated.get("also", ())), tuple(_office(text, name) for text in stated.get("roles", ())),
        stated.get("alone") != "no",
    )  # fmt: skip


def _office(text: str, name: str) -> Office:
    parts = text.split()
    if len(parts) != 3 or ".." not in parts[2]:
        raise PackError(f"people.yaml, {name}: role {text!r}; expected ROLE COUNTRY FROM..TO.")
    start, _, end = parts[2].partition("..")
    return Office(parts[0], parts[1], start, end)
