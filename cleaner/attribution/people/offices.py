"""Who holds an office: by its very noun, by the role it means, by a country's leader; the surest sign first.

Reads only what is known of the people of a document. Enters nobody, and looks nobody up.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from cleaner.attribution.people.cast import Cast, Person


class Asked(NamedTuple):
    """The office whose holder is looked for, among `people`: its folded noun, its country (None: not told).

    `role` is what the noun means in any language, empty where that is not known; `kind` what it is: leader, person.
    """

    cast: Cast
    people: list[Person]
    country: str | None
    noun: str
    role: str
    kind: str

    def means_role(self, noun: str) -> bool:
        """Return whether another noun means the same role: the premier, the prime minister."""
        return self.cast.lexicon.roles.get(noun) == self.role


def anywhere(asked: Asked, number: int) -> Person | None:
    """Return who holds an office of no country: the only one, or who was named last before line `number`."""
    fits = next((fits for step in _ANYWHERE if (fits := step(asked))), [])
    return fits[0] if len(fits) == 1 else _nearest(fits, number)


def _same_noun(asked: Asked) -> list[Person]:
    """Return those whose office is called just so: the minister, minister Jane Doe."""
    return [p for p in asked.people if any(n == asked.noun for _, n in p.offices)]


def _noun_within(asked: Asked) -> list[Person]:
    """Return those whose office has the noun as one of its words: the minister, Jane Doe, the health minister."""
    return [p for p in asked.people if any(asked.noun in n.split() for _, n in p.offices)]


def _same_role(asked: Asked) -> list[Person]:
    """Return those whose office is the same role by another noun: the premier, Prime Minister Jane Doe."""
    if not asked.role:
        return []
    return [p for p in asked.people
            if any(r == asked.role for _, r in p.roles) or any(asked.means_role(n) for _, n in p.offices)]  # fmt: skip


def _ruling(asked: Asked) -> list[Person]:
    """Return those who hold any office of state, where the noun fits each of them: the leader, President Jane Doe."""
    if asked.noun not in asked.cast.generic:
        return []
    return [p for p in asked.people if not p.heads and any(
        c is None and asked.cast.lexicon.roles.get(n) for c, n in p.offices)]  # fmt: skip


def _called_leader(asked: Asked) -> list[Person]:
    """Return those whom the document calls leaders, where the noun fits any leader."""
    return [p for p in asked.people if "leader" in p.kinds and not p.heads] if asked.noun in asked.cast.generic else []


_ANYWHERE: Final[tuple[Callable[[Asked], list[Person]], ...]] = (
    _same_noun, _noun_within, _same_role, _ruling, _called_leader)  # fmt: skip


def _nearest(fits: list[Person], number: int) -> Person | None:
    """Return the one of several who was named last, at most one paragraph before line `number`."""
    last = {p.name: p.seen[at - 1] if (at := bisect_right(p.seen, number)) else -9 for p in fits}
    near = max(last.values(), default=-9)
    here = [p for p in fits if last[p.name] == near]
    return here[0] if len(here) == 1 and near >= 0 and number - near <= 2 else None


def there(asked: Asked) -> list[Person]:
    """Return those of the document who may hold the office of a country: the French president."""
    exact = [p for p in asked.people if (asked.country, asked.noun) in p.offices]
    if len(exact) == 1:
        return exact
    fits = _same_role_there(asked, exact) or _heads_there(asked)
    if len(fits) != 1:
        fits = _of_kind_there(asked, "leader") or fits
    return fits or _of_kind_there(asked, "counterpart") or _unplaced(asked)


def _same_role_there(asked: Asked, exact: list[Person]) -> list[Person]:
    """Return those known for the role in that country, else those `exact`, else those of another noun for it."""
    if not asked.role:
        return exact
    known = [p for p in asked.people if (asked.country, asked.role) in p.roles]
    return known or exact or [
        p for p in asked.people if any(c == asked.country and asked.means_role(n) for c, n in p.offices)]  # fmt: skip


def _heads_there(asked: Asked) -> list[Person]:
    """Return those of a country who head what their office names: the French minister, Jane Doe, health minister.

    Where the document tells of no such office, those of the country who do not lead it.
    """
    if asked.noun not in asked.cast.lexicon.heads:
        return []
    near = [p for p in asked.people if any(c == asked.country and asked.noun in n.split() for c, n in p.offices)]
    return near or [p for p in asked.cast.of(asked.country or "") if "leader" not in p.kinds]


def _of_kind_there(asked: Asked, kind: str) -> list[Person]:
    """Return those of a country who are called leaders, or counterparts of one, where a leader is looked for."""
    if asked.kind != "leader":
        return []
    return [p for p in asked.people if asked.country in p.countries and kind in p.kinds]


def _unplaced(asked: Asked) -> list[Person]:
    """Return the one who holds the role, but of whom no country is told: President Doe … the French president."""
    if not asked.role:
        return []
    free = [p for p in asked.people if not p.countries and not p.roles and any(
        c is None and asked.cast.lexicon.roles.get(n, n) in (asked.noun, asked.role) for c, n in p.offices)]
    return free if len(free) == 1 else []
