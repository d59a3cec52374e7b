"""Trees of one question a level, evaluated in numpy. Knows numbers only: no blocks, no labels.

A tree of depth d asks d questions, the same ones of every row; the answers are the number of a leaf. Leaves hold whole
numbers, so the sum is the same in any order and on any machine.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cleaner.label.tree import Floats


@dataclass(frozen=True)
class Forest:
    """`column` and `border` are trees x depth: is the column's value above the border? `leaf` is trees x 2^depth.

    A leaf's value times `scale` is a logarithm of odds; `bias` is in units of leaves too.
    """

    names: tuple[str, ...]
    column: NDArray[np.int64]
    border: Floats
    leaf: NDArray[np.int32]
    scale: float
    bias: int

    def scores(self, rows: Floats) -> NDArray[np.float64]:
        """Return the logarithm of the odds for each row; its columns are `names`."""
        used, column = np.unique(self.column, return_inverse=True)
        count, depth = self.column.shape
        chosen = np.ascontiguousarray(rows[:, used].T)
        above = chosen[column.reshape(-1)] > self.border.reshape(-1)[:, None]
        number = np.zeros((count, len(rows)), np.int64)
        asked = above.reshape(count, depth, len(rows))
        for level in range(depth):
            number += asked[:, level].astype(np.int64) << level
        total = np.take_along_axis(self.leaf, number, axis=1).sum(axis=0, dtype=np.int64) + self.bias
        return total.astype(np.float64) * self.scale

    def arrays(self, prefix: str) -> dict[str, NDArray[np.generic]]:
        """Return the forest as arrays to be stored."""
        return {
            prefix + "names": np.array(self.names),
            prefix + "column": self.column.astype(np.uint16),
            prefix + "border": self.border,
            prefix + "leaf": self.leaf,
            prefix + "scale": np.array([self.scale]),
            prefix + "bias": np.array([self.bias]),
        }

    @classmethod
    def of(cls, stored: Mapping[str, NDArray[np.generic]], prefix: str) -> Forest:
        """Return the forest that `arrays` stored."""
        return cls(
            tuple(str(name) for name in stored[prefix + "names"]),
            stored[prefix + "column"].astype(np.int64),
            stored[prefix + "border"].astype(np.float32),
            stored[prefix + "leaf"].astype(np.int32),
            float(stored[prefix + "scale"][0]),
            int(stored[prefix + "bias"][0]),
        )


def probability(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return probabilities of logarithms of odds, to three decimals: what is kept and compared is this."""
    bounded: NDArray[np.float64] = np.round(1.0 / (1.0 + np.exp(-np.clip(scores, -30, 30))), 3)
    return bounded


def columns_of(names: Sequence[str], wanted: Sequence[str]) -> list[int]:
    """Return where the wanted columns stand."""
    at = {name: number for number, name in enumerate(names)}
    return [at[name] for name in wanted]
