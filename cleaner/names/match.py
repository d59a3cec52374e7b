"""How likely two spellings name one person. Decides by the names alone; sees no text around them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import exp
from typing import Final

from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from cleaner.mentions import name_pack
from cleaner.names.fold import sound, tokens
from cleaner.names.people import canonical, same_surname

_GENERATIONS: Final = frozenset(
    ("jr", "sr", "junior", "senior", "ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii", "xiv", "xvi", "xxiii")
)
_STEEPNESS: Final = 24.0
_EVEN: Final = 0.84
"""Where the likeness of the least alike words gives even odds; set by hand on spellings of politicians."""
ALIKE: Final = 0.99
STRANGERS: Final = 0.01


def match_names(a: str, b: str) -> float:
    """Return the probability that both name one person, 0 to 1.

    >>> match_names("Vladimir Putin", "Владимир Путин") > 0.9, match_names("Kim Jong-un", "Kim Jong-il") < 0.1
    (True, True)
    >>> match_names("Tikhanovsky", "Tikhanovskaya") < 0.2, match_names("J. Biden", "Joe Biden") > 0.8
    (True, True)
    """
    one, other = canonical(a), canonical(b)
    return (0.98 if one is other else STRANGERS) if one and other else apart(a, b)


def apart(a: str, b: str) -> float:
    """Return the probability that both name one person, by how they are written; nobody is looked up."""
    left, right = tokens(a), tokens(b)
    if not left or not right:
        return 0.0
    if _split(left)[1] != _split(right)[1]:
        return 0.05 if left != right else ALIKE
    left, right = _split(left)[0], _split(right)[0]
    if not left or not right:
        return ALIKE if left == right else STRANGERS
    if left == right or sorted(left) == sorted(right):
        return ALIKE if len(left) > 1 else 0.85
    if feminine_pair(left[-1], right[-1]):
        return 0.03
    return _aligned(left, right)


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


def _split(words: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return a name's words without particles, and the numbers and Jr. that tell generations apart."""
    particles = _particles()
    own = tuple(w for w in words if w not in _GENERATIONS and w not in particles)
    return own or tuple(words), tuple(w for w in words[1:] if w in _GENERATIONS)


@lru_cache
def _particles() -> frozenset[str]:
    return frozenset(p.replace("'", "") for p in name_pack("und").particles)


@lru_cache
def _endings() -> tuple[tuple[str, str], ...]:
    """Return the pairs of endings by which a man's surname differs from a woman's."""
    pairs = (ending.split("/") for ending in name_pack("und").feminine)
    return tuple((pair[0], pair[1]) for pair in pairs if len(pair) == 2)


def feminine_pair(a: str, b: str) -> bool:
    """Return whether two surnames are a man's and a woman's form of one.

    >>> feminine_pair("tikhanovsky", "tikhanovskaya"), feminine_pair("putin", "poutine")
    (True, False)
    """
    for man, woman in _endings():
        for x, y in ((a, b), (b, a)):
            if x.endswith(man) and y.endswith(woman):
                stem = x[: len(x) - len(man)]
                if len(stem) >= 3 and stem == y[: len(y) - len(woman)]:
                    return True
    return False


def _aligned(left: Sequence[str], right: Sequence[str]) -> float:
    """Return the probability from laying the shorter name's words on the longer's."""
    short, long = (left, right) if len(left) <= len(right) else (right, left)
    surname = max((likeness(short[-1], word), i == len(long) - 1, -i) for i, word in enumerate(long))
    if _known_apart(short[-1], long[-surname[2]]):
        return STRANGERS
    if len(short) == 1:
        return 0.8 * _odds(surname[0]) if surname[1] or len(long) == 1 else 0.4 * _odds(surname[0])
    free = list(range(len(long)))
    free.remove(-surname[2])
    least, initials = surname[0], 0
    for word in short[:-1]:
        best, at, initial = 0.0, -1, False
        for i in free:
            other = long[i]
            if len(word) == 1 or len(other) == 1:
                alike = 0.93 if word[0] == other[0] else 0.0
                first = True
            else:
                alike, first = likeness(word, other), False
            if alike > best:
                best, at, initial = alike, i, first
        if at < 0:
            return STRANGERS
        free.remove(at)
        least = min(least, best)
        initials += initial
    if any(len(long[i]) == 1 for i in free) and any(len(w) == 1 for w in short):
        return min(0.3, _odds(least))
    chance = _odds(least)
    return chance * 0.95 if initials or len(long) > len(short) else chance


def _known_apart(a: str, b: str) -> bool:
    """Return whether two unlike surnames are borne by two different listed people: Scholz and Schulz."""
    if a == b:
        return False
    one, other = same_surname(a), same_surname(b)
    return bool(one and other) and not {p.name for p in one} & {p.name for p in other}


def _odds(alike: float) -> float:
    return min(ALIKE, max(STRANGERS, 1 / (1 + exp(-_STEEPNESS * (alike - _EVEN)))))
