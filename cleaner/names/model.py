"""From the numbers of two names to a probability: trees that ask the same questions on each level, whole numbers all.

weights/names.json is written by `python -m cleaner.training names`. Plain Python: one pair is too little for arrays.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from math import exp
from typing import Final, NamedTuple

SCALE: Final = 1000
"""What a leaf of 1 is written as."""


class Tree(NamedTuple):
    """Questions (column, bound), the first the lowest bit of a leaf's number; and the leaves."""

    questions: tuple[tuple[int, float], ...]
    leaves: tuple[int, ...]


class Trees(NamedTuple):
    """The trees, and what is added to their sum."""

    trees: tuple[Tree, ...]
    bias: int

    def probability(self, row: Sequence[float]) -> float:
        """Return the probability of one row of numbers."""
        total = self.bias
        for questions, leaves in self.trees:
            leaf = 0
            for bit, (column, bound) in enumerate(questions):
                if row[column] > bound:
                    leaf |= 1 << bit
            total += leaves[leaf]
        return 1 / (1 + exp(-max(-30.0, min(30.0, total / SCALE))))


@lru_cache
def trees() -> Trees:
    """Return the trees that are shipped."""
    return read((files("cleaner.names") / "weights" / "names.json").read_text(encoding="utf-8"))


def read(text: str) -> Trees:
    """Return trees as they are written down."""
    stated = json.loads(text)
    grown = tuple(Tree(tuple((c, b) for c, b in q), tuple(leaves)) for q, leaves in stated["trees"])
    return Trees(grown, stated["bias"])
