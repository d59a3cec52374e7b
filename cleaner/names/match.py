"""How likely two spellings name one person. Decides by the names alone; sees no text around them."""

from __future__ import annotations

from typing import Final

from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from cleaner.names.aligned import FEATURES, features
from cleaner.names.aligned import feminine_pair as feminine_pair
from cleaner.names.fold import sound
from cleaner.names.forms import Form, form
from cleaner.names.letters import script
from cleaner.names.model import trees
from cleaner.names.people import canonical
from cleaner.names.person import Person

ALIKE: Final = 0.99
STRANGERS: Final = 0.005
LISTED: Final = 0.998
_MARKED: Final = 0.05
"""How likely two names are one person's of which one says Jr. or III and the other does not."""
_SURNAME: Final = 0.85
"""How likely two people of whom no more than one and the same word is given are one."""
_APART: Final = FEATURES.index("initials_apart")


def match_names(a: str, b: str) -> float:
    """Return the probability that both name one person, 0 to 1.

    >>> match_names("Vladimir Putin", "Владимир Путин") > 0.9, match_names("Kim Jong-un", "Kim Jong-il") < 0.1
    (True, True)
    >>> match_names("Tikhanovsky", "Tikhanovskaya") < 0.2, match_names("J. Biden", "Joe Biden") > 0.8
    (True, True)
    """
    one, other = canonical(a), canonical(b)
    if one and other:
        return LISTED if one is other else STRANGERS
    if one or other:
        return _listed(one, b) if one else _listed(other, a)
    return apart(a, b)


def _listed(person: Person | None, name: str) -> float:
    """Return the probability that a name that is not listed is a listed person's: judged by the spellings in its script.

    Where none is listed in its script, or only one in Latin letters, all are compared.
    """
    assert person is not None
    spellings = person.spellings()
    of = script(name)
    same = [spelling for spelling in spellings if script(spelling) == of and " " in spelling]
    return max(apart(name, spelling) for spelling in same or spellings)


def apart(a: str, b: str) -> float:
    """Return the probability that both name one person, by how they are written; nobody is looked up.

    >>> apart("Marta Lindqvist", "LINDQVIST, Marta") > 0.9, apart("Иван Петров", "Ivan Petrov") > 0.9
    (True, True)
    """
    left, right = form(a), form(b)
    if not left.words or not right.words:
        return 0.0
    if left.marks != right.marks:
        return STRANGERS if left.marks and right.marks else _MARKED
    if _written_alike(left, right):
        return ALIKE if len(left.words) > 1 or left.marks else _SURNAME
    found = features(left, right)
    chance = trees().probability(found)
    if found[_APART]:  # initials stand against initials
        chance = min(chance, _MARKED)
    return min(ALIKE, max(STRANGERS, chance))


def _written_alike(a: Form, b: Form) -> bool:
    return len(a.words) == len(b.words) and sorted(w.native for w in a.words) == sorted(w.native for w in b.words)


def likeness(a: str, b: str) -> float:
    """Return how alike two folded words are, 0 to 1: as written, or as they sound.

    >>> likeness("mishustin", "michoustine") > 0.9
    True
    """
    if a == b:
        return 1.0
    written = 1 - DamerauLevenshtein.distance(a, b) / max(len(a), len(b))
    heard = sound(a), sound(b)
    spoken = 1 - DamerauLevenshtein.distance(*heard) / max(len(heard[0]), len(heard[1]), 1)
    winkler = JaroWinkler.similarity(a, b)
    return float(max(written, 0.97 * spoken, 0.9 * winkler if len(a) > 3 else 0.0))
