"""Rows to a forest, and a forest's score on hosts it has not seen. The trees are grown by CatBoost."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from cleaner.forest import Forest
from cleaner.label.learned.model import decide
from cleaner.label.learned.tree import Floats
from cleaner.training.truth import words

_LEAF_STEPS: Final = 1 << 12


@dataclass(frozen=True)
class Growth:
    """How trees are grown. Chosen by cross-validation over hosts on the labelled pages; docs/model.md has the runs."""

    trees: int = 400
    depth: int = 6
    rate: float = 0.1
    l2: float = 5.0
    rows: float = 0.7
    columns: float = 0.4
    borders: int = 64
    seed: int = 1


def grow(rows: Floats, true: NDArray[np.bool_], weights: Floats, names: Sequence[str], growth: Growth) -> Forest:
    """Return the forest that tells true blocks from others."""
    import catboost

    learner = catboost.CatBoostClassifier(
        iterations=growth.trees, depth=growth.depth, learning_rate=growth.rate, l2_leaf_reg=growth.l2,
        bootstrap_type="Bernoulli", subsample=growth.rows, rsm=growth.columns, border_count=growth.borders,
        random_seed=growth.seed, allow_writing_files=False, verbose=False, boosting_type="Plain",
    )  # fmt: skip
    learner.fit(rows, true.astype(np.int8), sample_weight=weights / weights.mean())
    return _saved(learner, names, growth.depth)


def rank(rows: Floats, right: NDArray[np.bool_], groups: NDArray[np.int64], names: Sequence[str],
         growth: Growth) -> Forest:  # fmt: skip
    """Return the forest that ranks the right rows of each group above its others."""
    import catboost

    learner = catboost.CatBoost({
        "loss_function": "QuerySoftMax", "iterations": growth.trees, "depth": growth.depth,
        "learning_rate": growth.rate, "l2_leaf_reg": growth.l2, "border_count": growth.borders,
        "random_seed": growth.seed, "allow_writing_files": False, "verbose": False,
    })  # fmt: skip
    learner.fit(catboost.Pool(rows, label=right.astype(np.int8), group_id=groups))
    return _saved(learner, names, growth.depth)


def _saved(learner: Any, names: Sequence[str], depth: int) -> Forest:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "forest.json"
        learner.save_model(str(path), format="json")
        return _forest(json.loads(path.read_text(encoding="utf-8")), tuple(names), depth)


def _forest(told: dict[str, Any], names: tuple[str, ...], depth: int) -> Forest:
    """Return CatBoost's trees as a Forest: leaves as whole numbers of 1/_LEAF_STEPS."""
    flat = [f["flat_feature_index"] for f in told["features_info"]["float_features"]]
    trees = told["oblivious_trees"]
    column = np.zeros((len(trees), depth), np.int64)
    border = np.full((len(trees), depth), np.inf, np.float32)
    leaf = np.zeros((len(trees), 1 << depth), np.int32)
    scale, bias = told["scale_and_bias"]
    for at, tree in enumerate(trees):
        for level, split in enumerate(tree["splits"]):
            column[at, level] = flat[split["float_feature_index"]]
            border[at, level] = split["border"]
        values = np.round(np.array(tree["leaf_values"]) * scale * _LEAF_STEPS).astype(np.int32)
        leaf[at, : len(values)] = values
    return Forest(names, column, border, leaf, 1.0 / _LEAF_STEPS, round(float(np.ravel(bias)[0]) * _LEAF_STEPS))


@dataclass(frozen=True)
class Score:
    """Word precision, recall and F1 of one page."""

    precision: float
    recall: float
    f1: float


def score(judged: NDArray[np.float64], texts: Sequence[str], truth: str) -> Score:
    """Return how well the blocks kept agree with the truth, by words and how often each occurs."""
    kept = decide(judged, [len(words(text)) for text in texts])
    found = Counter(w for text, keep in zip(texts, kept, strict=True) if keep for w in words(text))
    true = Counter(words(truth))
    if not found or not true:
        same = float(not found and not true)
        return Score(same, same, same)
    both = (found & true).total()
    precision, recall = both / found.total(), both / true.total()
    return Score(precision, recall, 2 * both / (found.total() + true.total()))
