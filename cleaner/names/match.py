"""How likely two spellings name one person. Decides by the names alone; sees no text around them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from cleaner.names.aligned import FEATURES, features
from cleaner.names.aligned import feminine_pair as feminine_pair
from cleaner.names.fold import sound
from cleaner.names.forms import Form, form
from cleaner.names.letters import script
from cleaner.names.model import trees
from cleaner.names.people import canonical, same_surname
from cleaner.names.person import Person

ALIKE: Final = 0.99
STRANGERS: Final = 0.005
LISTED: Final = 0.998
_MARKED: Final = 0.05
"""How likely two names are one person's of which one says Jr. or III and the other does not."""
_SURNAME: Final = 0.85
"""How likely two people of whom no more than one and the same word is given are one."""
_APART: Final = FEATURES.index("initials_apart")
_FEMININE: Final = FEATURES.index("feminine")


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
    if _surnames_apart(form(a), form(b)):
        return STRANGERS
    if one or other:
        return _listed(one, b) if one else _listed(other, a)
    return apart(a, b)


def _listed(person: Person | None, name: str) -> float:
    """Return the probability that a name that is not listed is a listed person's.

    It is judged by the spellings in its own script where there are some, else by all. What the main spelling rules
    out, no other brings back.
    """
    assert person is not None
    mine, main = form(name), form(person.name)
    if not mine.words:
        return 0.0
    first = mine.words[0]
    given = {word.roman[:1] for word in main.words[:2]}
    initial = first.initial and first.script == "latin" and 1 < len(mine.words) <= len(main.words)
    if initial and first.roman not in given:
        return STRANGERS
    if len(mine.words) > 1 and _ruled_out(features(mine, main)):
        return STRANGERS
    surnames = [words[-1].roman for spelling in person.spellings() if (words := form(spelling).words)]
    mine_last = mine.words[-1].roman
    if mine_last not in surnames and any(feminine_pair(mine_last, surname) for surname in surnames):
        return STRANGERS
    of = first.script
    same = [spelling for spelling in person.spellings() if script(spelling) == of and _whole(spelling)]
    return max(apart(name, spelling) for spelling in same or person.spellings())


def _whole(spelling: str) -> bool:
    return len(form(spelling).words) > 1 or script(spelling) == "han"


def _surnames_apart(a: Form, b: Form) -> bool:
    """Return whether two unlike surnames are borne by two different listed people: Scholz and Schulz."""
    if not a.words or len(a.words) != len(b.words):
        return False
    one, other = a.words[-1], b.words[-1]
    if one.native == other.native or one.script != other.script or one.initial or other.initial:
        return False
    left, right = same_surname(one.native), same_surname(other.native)
    return bool(left and right) and not {p.id for p in left} & {p.id for p in right}


def _ruled_out(found: Sequence[float]) -> bool:
    """Return whether initials stand against initials, or a man's surname against a woman's."""
    return bool(found[_APART]) or found[_FEMININE] == 1.0


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
    if _ruled_out(found):
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
