"""From the numbers of two names to a probability: trees that ask the same questions on each level, whole numbers all.

weights/names.json is written by `python -m cleaner.training names`. Plain Python: one pair is too little for arrays.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from math import exp
from typing import Any, Final, NamedTuple

SCALE: Final = 1000
"""What a leaf of 1 is written as."""
_NEVER: Final = 1e9


DEPTH: Final = 5
"""Questions of a tree."""
Flat = tuple[int, float, int, float, int, float, int, float, int, float, tuple[int, ...]]
"""A tree: five times a column and a bound, the first the lowest bit of a leaf's number; then the leaves."""


class Trees(NamedTuple):
    """The trees, and what is added to their sum."""

    trees: tuple[Flat, ...]
    bias: int

    def probability(self, row: Sequence[float]) -> float:
        """Return the probability of one row of numbers."""
        total = self.bias
        for a, p, b, q, c, r, d, s, e, t, leaves in self.trees:
            total += leaves[
                (row[a] > p) | (row[b] > q) << 1 | (row[c] > r) << 2 | (row[d] > s) << 3 | (row[e] > t) << 4
            ]
        return 1 / (1 + exp(-max(-30.0, min(30.0, total / SCALE))))


@lru_cache
def trees() -> Trees:
    """Return the trees that are shipped."""
    return read((files("cleaner.names") / "weights" / "names.json").read_text(encoding="utf-8"))


def read(text: str) -> Trees:
    """Return trees as they are written down: lists of [column, bound], and the leaves."""
    stated = json.loads(text)
    grown: list[Any] = []
    for asked, leaves in stated["trees"]:
        padded = [*asked, *([[0, _NEVER]] * (DEPTH - len(asked)))]
        grown.append((*(value for question in padded for value in question), tuple(leaves)))
    return Trees(tuple(grown), stated["bias"])
