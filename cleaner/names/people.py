"""Who a listed name is, how a language writes it, who held an office on a day.

Knows only who is listed; says None rather than choosing between two.
"""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from functools import lru_cache
from typing import Final

from cleaner.names import listed
from cleaner.names.fold import plain, tokens
from cleaner.names.listed import in_use, index
from cleaner.names.person import Office as Office
from cleaner.names.person import Person as Person

_LATIN: Final = re.compile("[A-Za-z\u00c0-\u024f]")


def everyone() -> tuple[Person, ...]:
    """Return all listed people, in the order of the lists."""
    return listed.everyone()


def canonical(name: str, language: str | None = None, day: str = "") -> Person | None:
    """Return the listed person a name means; None when nobody or more than one fits.

    A full name in any listed spelling, a surname that only one listed person bears, a name in the other order, or with
    a middle name. Where several fit, the user's own people come first; of several of them the one whose `from` and
    `to` hold the ISO `day`; a spelling of `language` wins over one of another language.

    >>> canonical("Poutine").name, canonical("Loukachenko").name, canonical("Bush")
    ('Vladimir Putin', 'Alexander Lukashenko', None)
    """
    by = index()
    key = tokens(name)
    if not key:
        return None
    joined = " ".join(key)
    if len(key) > 1 or joined in by.full:
        found = by.full.get(joined) or by.sorted.get(" ".join(sorted(key)))
        if found:
            return _one(found, name, language, day)
    if surname := by.surnames.get(joined):
        return _one(surname, name, language, day)
    if len(key) > 2:
        middle = by.full.get(f"{key[0]} {key[-1]}")
        if middle:
            return _one(middle, name, language, day)
    return None


def same_surname(word: str) -> tuple[Person, ...]:
    """Return everyone listed whose surname a word is, in any listed spelling."""
    return index().bearers.get(" ".join(tokens(word)), ())


def office_holders(role: str, country: str, date: datetime.date | str | None = None) -> list[Person]:
    """Return who held an office on a day (a date, or an ISO string as precise as known); everyone who did for None.

    Several for a day of handing over, or where only the year is known.

    >>> [p.name for p in office_holders("president", "RU", "2020-10-01")]
    ['Vladimir Putin']
    >>> [p.name for p in office_holders("chancellor", "DE", "2021")]
    ['Angela Merkel', 'Olaf Scholz']
    """
    day = date.isoformat()[:10] if isinstance(date, datetime.date) else date
    held = index().offices.get((role, country), ())
    return list({person.id: person for person, office in held if day is None or office.held(day)}.values())


def foreign_form(name: str, language: str) -> Person | None:
    """Return who a name is that stands in the spelling of another language; None if `language` may write it so too.

    >>> foreign_form("Vladimir Poutine", "en").name, foreign_form("Vladimir Poutine", "fr")
    ('Vladimir Putin', None)
    """
    return _foreign(language.split("-")[0], in_use()).get(_written(name))


def foreign_words(language: str) -> frozenset[str]:
    """Return the words, in lower case, that stand in names as only other languages write them."""
    return _foreign_words(language.split("-")[0], in_use())


@lru_cache(maxsize=32)
def _foreign_words(language: str, _files: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for name in _foreign(language, _files) for word in name.split())


@lru_cache(maxsize=32)
def _foreign(language: str, _files: tuple[str, ...]) -> dict[str, Person]:
    """Return the spellings that only other languages use, full names and surnames that one person bears."""
    own: set[str] = set()
    found: dict[str, dict[str, Person]] = defaultdict(dict)
    for person in everyone():
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
                found[_written(full)][person.id] = found[_written(surname)][person.id] = person
    return {
        written: next(iter(people.values())) for written, people in found.items()
        if written not in own and len(people) == 1 and (" " in written or not next(iter(people.values())).common)
    }  # fmt: skip


def _written(name: str) -> str:
    return " ".join(name.casefold().split())


def _one(found: tuple[Person, ...], name: str, language: str | None, day: str) -> Person | None:
    found = tuple(p for p in found if p.own) or found
    if len(found) > 1 and day and len(then := tuple(p for p in found if p.known_on(day))) == 1:
        found = then
    if len(found) == 1:
        return found[0]
    if language:
        key = plain(name)
        own = [p for p in found if key in (plain(p.form(language)), plain(p.surname_in(language)))]
        if len(own) == 1:
            return own[0]
    return None
