"""The trained labeller: how likely each block is to be article, and which blocks to keep. Names nothing.

Two sets of weights, of one shape: `html` for pages, `text` for text without elements. How they were learned and how
well they do on pages they have not seen: docs/model.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from cleaner.document import Document
from cleaner.forest import Forest, columns_of, probability, stored
from cleaner.label.learned.features import Columns, features
from cleaner.label.learned.odds import Tables
from cleaner.label.learned.tree import Tree
from cleaner.label.views import View

Kind = Literal["html", "text"]
Floats = NDArray[np.float64]

_LEAST_SURE: Final = 0.05
_MOST_SURE: Final = 0.55
"""The line between kept and left is drawn within these bounds, wherever the page's own doubts would put it."""


@dataclass(frozen=True)
class Judgement:
    """The probability of being article for each block, three decimals, and the columns it was told from."""

    article: Floats
    columns: Columns

    def said(self, number: int, column: str) -> float:
        """Return one measure of one block."""
        return float(self.columns[column][number])


@dataclass(frozen=True)
class Model:
    """What was learned: the odds of words, and the forest that weighs everything."""

    tables: Tables
    forest: Forest

    def judge(self, seen: Sequence[View], document: Document) -> Judgement:
        """Return for each block the probability of being article, and what it was told from."""
        columns = features(seen, document, Tree(seen, document, self.tables), self.tables)
        rows = columns.matrix()
        if columns.names != self.forest.names:
            rows = rows[:, columns_of(columns.names, self.forest.names)]
        return Judgement(probability(self.forest.scores(rows)), columns)


def decide(judged: Floats, words: Sequence[int]) -> NDArray[np.bool_]:
    """Return which blocks to keep, so that the word F1 to be expected of the page is the greatest.

    With probabilities that can be trusted, keeping the surest blocks down to half of the F1 reached is best: on a page
    where little is sure, that keeps more than a fixed line would.
    """
    if not len(judged):
        return np.zeros(0, np.bool_)
    order = np.argsort(-judged, kind="stable")
    weight = np.asarray(words, np.float64)[order]
    hit = np.cumsum(weight * judged[order])
    expected = 2.0 * hit / (np.cumsum(weight) + hit[-1] + 1e-9)
    line = float(judged[order[int(np.argmax(expected))]])
    kept: NDArray[np.bool_] = judged >= max(min(line, _MOST_SURE), _LEAST_SURE)
    return kept


@lru_cache
def load(kind: Kind) -> Model:
    """Return the shipped weights."""
    return unpack(stored("cleaner.label", kind))


def pack(tables: Tables, forest: Forest) -> dict[str, NDArray[np.generic]]:
    """Return a model as arrays to be stored."""
    out = forest.arrays("forest_")
    for name, table in (("word", tables.words), ("name", tables.names)):
        listed = sorted(table)
        out[name + "s"] = np.frombuffer("\n".join(listed).encode(), np.uint8)
        out[name + "_odds"] = np.array([round(table[w] * 100) for w in listed], np.int16)
    return out


def unpack(arrays: dict[str, NDArray[np.generic]]) -> Model:
    """Return the model that `pack` made arrays of."""
    tables = []
    for name in ("word", "name"):
        joined = arrays[name + "s"].tobytes().decode()
        listed = joined.split("\n") if len(arrays[name + "_odds"]) else []
        tables.append(dict(zip(listed, (arrays[name + "_odds"].astype(np.float64) / 100.0).tolist(), strict=True)))
    return Model(Tables(*tables), Forest.of(arrays, "forest_"))
