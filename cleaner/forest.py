"""Trees of one question a level, evaluated in numpy, and the arrays they are shipped as. Knows no blocks, no labels.

A tree of depth d asks d questions, the same ones of every row; the answers are the number of a leaf. Leaves hold whole
numbers, so the sum is the same in any order and on any machine.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
_ROWS: Final = 512
"""So many rows are asked at a time: the answers to them stay at hand."""


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
        total = np.empty(len(rows), np.int64)
        for start in range(0, len(rows), _ROWS):
            part = rows[start : start + _ROWS]
            total[start : start + _ROWS] = self._leaves(part.T).sum(axis=0, dtype=self._whole)
        return (total + self.bias).astype(np.float64) * self.scale

    def _leaves(self, columns: Floats) -> NDArray[np.int32]:
        """Return the leaf of each tree in which each row ends; every question is asked once, whoever asks it."""
        column, border, asked_by = self._questions
        count, depth = self.column.shape
        answers: NDArray[np.uint8] = (columns[column] > border[:, None]).view(np.uint8)
        number = np.zeros((count, columns.shape[1]), np.uint8 if depth <= 8 else np.int64)
        for level in range(depth):
            number |= answers[asked_by[:, level]].astype(number.dtype, copy=False) << level
        first = np.arange(0, count << depth, 1 << depth)
        leaves: NDArray[np.int32] = self.leaf.reshape(-1)[number + first[:, None]]
        return leaves

    @cached_property
    def _questions(self) -> tuple[NDArray[np.int64], Floats, NDArray[np.int64]]:
        """Return the column and the border of every question that a tree asks, and which ones each tree asks."""
        pairs = list(zip(self.column.reshape(-1).tolist(), self.border.reshape(-1).tolist(), strict=True))
        number = {pair: at for at, pair in enumerate(sorted(set(pairs)))}
        asked_by = np.array([number[pair] for pair in pairs], np.int64).reshape(self.column.shape)
        return np.array([c for c, _ in number], np.int64), np.array([b for _, b in number], np.float32), asked_by

    @cached_property
    def _whole(self) -> type[np.int32] | type[np.int64]:
        """Return a type of whole numbers that holds every sum of leaves."""
        most = int(np.abs(self.leaf.astype(np.int64)).max(axis=1, initial=0).sum())
        return np.int32 if most < 1 << 31 else np.int64

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


def stored(package: str, name: str) -> dict[str, NDArray[np.generic]]:
    """Return the arrays that a package ships as `weights/NAME.npz`."""
    with files(package).joinpath("weights", f"{name}.npz").open("rb") as held:
        return dict(np.load(held, allow_pickle=False))


def probability(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return probabilities of logarithms of odds, to three decimals: what is kept and compared is this."""
    bounded: NDArray[np.float64] = np.round(1.0 / (1.0 + np.exp(-np.clip(scores, -30, 30))), 3)
    return bounded


def columns_of(names: Sequence[str], wanted: Sequence[str]) -> list[int]:
    """Return where the wanted columns stand."""
    at = {name: number for number, name in enumerate(names)}
    return [at[name] for name in wanted]
