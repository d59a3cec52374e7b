"""One listed person: names, gender, offices; and the entry of a list that states one. Knows no other person."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, NamedTuple

from cleaner.errors import PackError
from cleaner.names.fold import plain

KEYS: Final = ("id", "gender", "surname", "common", "alone", "also", "roles")
_TAG: Final = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_WORD: Final = re.compile(r"[a-z0-9]+")
_DAY: Final = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


class Office(NamedTuple):
    """A role held: `country` is ISO 3166 or the short name of a body; dates ISO as precise as known, "" for open."""

    role: str
    country: str
    start: str
    end: str

    def held(self, day: str) -> bool:
        """Return whether the office was held on an ISO day (or some day of a month or year)."""
        return _covers(self.start, self.end, day)


class Membership(NamedTuple):
    """The party a person belonged to, "" for none that is told; dates ISO as precise as known, "" for open."""

    party: str
    start: str
    end: str

    def held(self, day: str) -> bool:
        """Return whether it held on an ISO day (or some day of a month or year)."""
        return _covers(self.start, self.end, day)


def _covers(start: str, end: str, day: str) -> bool:
    begun = start[: len(day)] <= day[: len(start)]
    return begun and (not end or day[: len(end)] <= end[: len(day)])


@dataclass(frozen=True)
class Person:
    """One listed person. `forms`: language tag to the spelling there; `also`: other spellings; `gender`: m or f.

    `common` says that the surname alone could be many people, `alone` False that it means somebody else of the family.
    `id` never changes: the English name in small letters and hyphens, unless the list states another. `own`: the entry
    is the user's.
    """

    name: str
    gender: str
    surname: str
    common: bool
    forms: Mapping[str, str] = field(default_factory=dict)
    also: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    alone: bool = True
    id: str = ""
    memberships: tuple[Membership, ...] = ()
    own: bool = False

    def form(self, language: str) -> str:
        """Return the name as a language writes it.

        >>> Person("Vladimir Putin", "m", "Putin", False, {"fr": "Vladimir Poutine"}).form("fr")
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

    def spellings(self) -> tuple[str, ...]:
        """Return every spelling that is listed, once."""
        return tuple(dict.fromkeys((self.name, *self.forms.values(), *self.also)))

    def party(self, day: str) -> str:
        """Return the party on an ISO day; without a day the one party that is told, "" where there are several."""
        parties = dict.fromkeys(m.party for m in self.memberships if m.party and (not day or m.held(day)))
        return next(iter(parties)) if len(parties) == 1 else ""

    def known_on(self, day: str) -> bool:
        """Return whether an entry of this person states a time, and the day lies within."""
        return any(m.held(day) for m in self.memberships)

    def with_more(self, other: Person) -> Person:
        """Return this person with what another entry adds; what both state is told by the other."""
        also = (*self.also, other.name, *other.also)
        return replace(
            self, forms={**self.forms, **other.forms}, offices=tuple(dict.fromkeys((*self.offices, *other.offices))),
            also=tuple(dict.fromkeys(name for name in also if name != self.name)), gender=other.gender or self.gender,
            memberships=tuple(dict.fromkeys((*self.memberships, *other.memberships))), own=self.own or other.own,
        )  # fmt: skip


def slug(name: str) -> str:
    """Return a name in small ASCII letters joined by hyphens.

    >>> slug("Élisabeth Borne"), slug("Robert F. Kennedy Jr.")
    ('elisabeth-borne', 'robert-f-kennedy-jr')
    """
    return "-".join(_WORD.findall(plain(name)))


def person(name: str, stated: Any, where: str) -> Person:
    """Return the person that an entry of a list states; `where` names the list.

    Raises PackError for an entry that is no mapping, an unknown key, or a role in another form.
    """
    if not isinstance(stated, dict):
        raise PackError(f"{where}, {name}: expected {{key: value}}, found {stated!r}.")
    forms = {key: value for key, value in stated.items() if key not in KEYS}
    for key, value in forms.items():
        if not (is_tag(key) and isinstance(value, str)):
            raise PackError(f"{where}, {name}: {key!r} is neither a language tag nor one of {', '.join(KEYS)}.")
    also, roles = (tuple(_listed(stated, key, f"{where}, {name}")) for key in ("also", "roles"))
    return Person(
        name, stated.get("gender", "m"), stated.get("surname") or name.split()[-1], stated.get("common") == "yes",
        forms, also, tuple(office(text, f"{where}, {name}") for text in roles),
        stated.get("alone") != "no", stated.get("id") or slug(name),
    )  # fmt: skip


def is_tag(key: str) -> bool:
    """Return whether a key may be a language tag.

    >>> is_tag("pt-BR"), is_tag("aliases")
    (True, False)
    """
    return _TAG.fullmatch(key) is not None


def office(text: str, where: str) -> Office:
    """Return the office that ROLE COUNTRY FROM..TO states; the last two may be open.

    >>> office("president RU 2012-05-07..", "example")
    Office(role='president', country='RU', start='2012-05-07', end='')
    """
    parts = text.split()
    start, dots, end = parts[2].partition("..") if len(parts) == 3 else ("", "", "")
    if not dots or not all(not day or _DAY.fullmatch(day) for day in (start, end)):
        raise PackError(f"{where}: role {text!r}; expected ROLE COUNTRY FROM..TO, as in president FR 2012-05-15..2017.")
    return Office(parts[0], parts[1], start, end)


def membership(party: str, start: str, end: str, where: str) -> Membership:
    """Return the membership that three cells state.

    >>> membership("Greens", "2019-05", "", "example")
    Membership(party='Greens', start='2019-05', end='')
    """
    for key, day in (("from", start), ("to", end)):
        if day and not _DAY.fullmatch(day):
            raise PackError(f"{where}: {key} {day!r}; expected a day, a month or a year, as in 2019-05-26.")
    if start and end and end[: len(start)] < start[: len(end)]:
        raise PackError(f"{where}: from {start} to {end} ends before it begins.")
    return Membership(party, start, end)


def _listed(stated: Mapping[str, Any], key: str, where: str) -> list[str]:
    found = stated.get(key, [])
    if not isinstance(found, list):
        raise PackError(f"{where}: {key!r} must be a list in brackets, found {found!r}.")
    return found
