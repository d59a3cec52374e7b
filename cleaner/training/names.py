"""Trains the matcher of names and prints its scores on people and names it has not seen.

From pairs of one name in two scripts (NAMES/SCRIPT.tsv: Latin, tab, the other) and the spellings of the listed people
come first the readings of letters, then the weights of words, then the trees that judge whole names.
"""

from __future__ import annotations

import argparse
import json
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random
from typing import Any, Final, NamedTuple

import numpy as np

from cleaner.names import compare, known, letters, model
from cleaner.names.aligned import FEATURES, features
from cleaner.names.fold import plain
from cleaner.names.forms import form
from cleaner.names.listed import index
from cleaner.names.person import Person
from cleaner.training import letters as readings
from cleaner.training import namepairs, namewords
from cleaner.training.namepairs import Row
from cleaner.training.namewords import word_of

FILES: Final = {"cyrillic": "russian", "arabic": "arabic", "hebrew": "hebrew", "kana": "katakana", "hangul": "korean",
                "han": "chinese"}  # fmt: skip
_HELD: Final = 5
"""One name, and one listed person, in so many is held out."""
_SEED: Final = 20261122
_WORTH: Final = 4.0
"""What a pair of two people weighs: they are the rule in a text full of names."""


class Source(NamedTuple):
    """Pairs of names by script, those to learn from and those held out."""

    seen: dict[str, list[tuple[str, str]]]
    held: dict[str, list[tuple[str, str]]]




def options(parser: argparse.ArgumentParser) -> None:
    """State what may be asked for."""
    parser.add_argument("folder", type=Path, help="pairs of one name in two scripts, SCRIPT.tsv")
    parser.add_argument("--count", type=int, default=80_000, help="so many pairs are learned from")


def main(told: argparse.Namespace) -> None:
    """Learn, write the weights where they are shipped (each step reads what the one before wrote), print scores."""
    folder, count = told.folder, told.count
    source = _read(folder)
    weights = Path(letters.__file__).parent / "weights"
    for of, lines in source.seen.items():
        readings.write(readings.learn(readings.pairs(lines, of), of), weights / f"{of}.json")
    letters.table.cache_clear()
    everything = [line for lines in (*source.seen.values(), *source.held.values()) for line in lines]
    (weights / "known.bin").write_bytes(_known(everything, everything).bits)
    # most names that are met are in no list: seven in ten words are known here, one pair in ten, none held out
    words = [line for line in everything if _part(line[0], 10) > 2]
    pairs = [line for lines in source.seen.values() for line in lines if _part(line[0], 10) == 3]
    partial = _known(words, pairs)
    compare.known = lambda: partial  # type: ignore[assignment]
    traits = namewords.words(source.seen, people(False), Random(_SEED))
    (weights / "words.json").write_text(namewords.weigh(traits), encoding="utf-8")
    compare._weights.cache_clear()
    compare.likeness.cache_clear()
    seen = list(namepairs.whole(source.seen, people(False), partial, Random(_SEED + 1), count))
    held = list(namepairs.whole(source.held, people(True), partial, Random(_SEED + 2), count // 5))
    trees = model.read(grow(seen))
    report(held, [trees.probability(_numbers(row)) for row in held])
    (weights / "names.json").write_text(grow([*seen, *held]), encoding="utf-8")


def _read(folder: Path) -> Source:
    source = Source({}, {})
    for of, file in FILES.items():
        lines = (folder / f"{file}.tsv").read_text(encoding="utf-8").splitlines()
        rows = [(latin, native) for latin, _, native in (line.partition("\t") for line in lines) if len(latin) > 1]
        source.seen[of] = [row for row in rows if _part(plain(row[0]))]
        source.held[of] = [row for row in rows if not _part(plain(row[0]))]
    return source


def _part(key: str, parts: int = _HELD) -> int:
    return zlib.crc32(key.encode()) % parts


def _known(words: Iterable[tuple[str, str]], pairs: Iterable[tuple[str, str]]) -> known.Known:
    """Return the filter of words known as names, and of pairs known as one name."""
    entries = {word.roman for latin, _ in words if (word := word_of(latin))}
    for latin, native in pairs:
        one, other = word_of(latin), word_of(native)
        if one and other:
            entries.add(known.entry(one.roman, other.native))
    return known.Known.of(entries)


def people(held: bool) -> list[Person]:
    """Return the listed people held out, or the others."""
    return [one for one in index().people if (_part(one.id) == 0) == held]


# --- trees -----------------------------------------------------------------------------------------------------------


def _numbers(row: Row) -> tuple[float, ...]:
    return features(form(row.left), form(row.right))


def grow(rows: Sequence[Row], trees: int = 80, depth: int = model.DEPTH) -> str:
    """Return trees grown on pairs, as they are written down."""
    import catboost

    x = np.array([_numbers(row) for row in rows], dtype=np.float32)
    y = np.array([row.same for row in rows])
    grown = catboost.CatBoostClassifier(
        iterations=trees, depth=depth, learning_rate=0.2, random_seed=_SEED, thread_count=2, verbose=False,
        border_count=64, l2_leaf_reg=5, allow_writing_files=False,
    )  # fmt: skip
    grown.fit(x, y, sample_weight=np.where(y, 1.0, _WORTH))
    for name, share in sorted(zip(FEATURES, grown.get_feature_importance(), strict=True), key=lambda f: -f[1])[:12]:
        print(f"{name} {share:.1f}", file=sys.stderr)
    path = Path("catboost.json")
    grown.save_model(str(path), format="json")
    told = json.loads(path.read_text())
    path.unlink()
    out = []
    for tree in told["oblivious_trees"]:
        asked = [[s["float_feature_index"], round(s["border"], 4)] for s in tree["splits"]]
        out.append([asked, [round(v * model.SCALE) for v in tree["leaf_values"]]])
    bias = round(told["scale_and_bias"][1][0] * model.SCALE)
    lines = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in out)
    return f'{{"bias": {bias}, "trees": [\n{lines}\n]}}\n'


# --- scores ----------------------------------------------------------------------------------------------------------


def report(rows: Sequence[Row], judged: Sequence[float]) -> None:
    """Print scores over all pairs and, by kind, how many are judged right."""
    y = np.array([row.same for row in rows])
    p = np.array(judged)
    print("pairs F1 precision recall recall@.99")
    print(len(y), *(f"{value:.3f}" for value in scores(y, p)))
    kinds: defaultdict[str, list[bool]] = defaultdict(list)
    for row, chance in zip(rows, judged, strict=True):
        kinds[row.kind].append((chance >= 0.5) == row.same)
    for kind in sorted(kinds):
        print(f"  {kind}: {len(kinds[kind])}, {np.mean(kinds[kind]):.3f} right")


def scores(same: Any, p: Any) -> tuple[float, float, float, float]:
    """Return F1, precision and recall at a half, and recall where precision first reaches .99."""
    hit = (p >= 0.5) & same
    precision, recall = hit.sum() / max((p >= 0.5).sum(), 1), hit.sum() / max(same.sum(), 1)
    order = np.argsort(-p, kind="stable")
    right = np.cumsum(same[order])
    pure = right / np.arange(1, len(p) + 1) >= 0.99
    best = right[pure].max() / same.sum() if pure.any() else 0.0
    return 2 * precision * recall / max(precision + recall, 1e-9), precision, recall, best
