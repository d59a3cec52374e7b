"""How much more often a word stands in articles than outside: of texts, and of classes, ids and roles.

A word that training pages of too few hosts have is not listed and says nothing. The tables are learned from pages
(`cleaner.training`) and stand in `weights/`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple

_PARTS: Final = re.compile(r"[a-z]{2,20}")
_HUMP: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_MOST_PARTS: Final = 24


class Told(NamedTuple):
    """What the names of one element say: the sum of the logarithms of their odds, the lowest, the highest."""

    sum: float
    low: float
    high: float


_SILENT: Final = Told(0.0, 0.0, 0.0)


@lru_cache(maxsize=1 << 14)
def parts(names: str) -> tuple[str, ...]:
    """Return the words of class, id and role, taken apart at marks and humps.

    >>> parts("post-Body relatedLinks col-2")
    ('post', 'body', 'related', 'links', 'col')
    """
    low = names.lower()
    if low != names:
        low = _HUMP.sub(" ", names).lower()
    return tuple(_PARTS.findall(low)[:_MOST_PARTS])


class Tables:
    """Odds as learned: two tables from words to logarithms."""

    def __init__(self, words: Mapping[str, float], names: Mapping[str, float]) -> None:
        self.words = words
        self.names = names
        self.told = lru_cache(maxsize=1 << 14)(self._told)

    def _told(self, names: str) -> Told:
        known = self.names
        return tell([known[part] for part in parts(names) if part in known])


def tell(found: list[float]) -> Told:
    """Return sum, lowest and highest of the odds found; none of them speaks for what is not there."""
    return Told(sum(found), min(0.0, *found), max(0.0, *found)) if found else _SILENT
