"""What changed at a source between two runs: a redesign shows as a jump in what is removed, or in missing dates.

A change counts when it is large enough to matter and too large to be chance, given how many records there are.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from cleaner.history.sources import MEASURES, Moments, Source

LEAST_RECORDS: Final = 10
"""Of fewer records on either side nothing is said."""
SURPRISE: Final = 4.0
"""So many standard errors: by chance once in 16,000 comparisons."""
_MATTERS: Final = {"repairs": 1.0, "errors": 0.2, "length": 0.5}
_SHARE: Final = 0.1
"""How much a measure must move to matter: ten points of a share; a text half as long again."""


@dataclass(frozen=True, slots=True)
class Drift:
    """One measure of one host that moved: from, to, over how many records, and by how many standard errors."""

    host: str
    measure: str
    before: float
    after: float
    records_before: int
    records_after: int
    surprise: float


def drifts(before: Iterable[Source], after: Iterable[Source]) -> Iterator[Drift]:
    """Yield what moved at the hosts of both, the most surprising first; of equal ones by host and measure."""
    olds = {source.host: source for source in before}
    found = []
    for source in after:
        old = olds.get(source.host)
        if old is None:
            continue
        for measure in MEASURES:
            one, other = old.measures[measure], source.measures[measure]
            if (surprise := _surprise(one, other, _MATTERS.get(measure, _SHARE))) is not None:
                assert one.mean is not None and other.mean is not None
                found.append(Drift(source.host, measure, one.mean, other.mean, one.n, other.n, surprise))
    yield from sorted(found, key=lambda d: (-round(d.surprise, 6), d.host, MEASURES.index(d.measure)))


def appeared(before: Iterable[Source], after: Iterable[Source]) -> tuple[list[str], list[str]]:
    """Return the hosts that are new, and those that are gone."""
    olds, news = {source.host for source in before}, {source.host for source in after}
    return sorted(news - olds), sorted(olds - news)


def _surprise(one: Moments, other: Moments, matters: float) -> float | None:
    """Return by how many standard errors two means differ, None where that is too little or the records too few."""
    if one.mean is None or other.mean is None or min(one.n, other.n) < LEAST_RECORDS:
        return None
    moved = abs(one.mean - other.mean)
    if moved < matters:
        return None
    # one more record of each kind keeps a share of 0 or 1 from being taken for certain
    spread = one.variance / one.n + other.variance / other.n + 0.25 / one.n**2 + 0.25 / other.n**2
    surprise = moved / math.sqrt(spread)
    return surprise if surprise >= SURPRISE else None
