"""How the chain of furniture is learned: from scrapes whose every block a person has named.

    python -m cleaner.training chain FOLDER --out cleaner/label/weights/chain.npz

FOLDER holds scrapes (NAME.txt) with their gold (NAME.gold.json). An averaged perceptron: where the best sequence is not
the true one, what speaks for the true one gains. Scored on languages it has not seen.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np

from cleaner import readers
from cleaner.config import Config
from cleaner.label import chain, named
from cleaner.label.chain import KINDS, STATES, Chain, Line
from cleaner.label.views import View
from cleaner.pipeline import run_stages

_LEAST_TEXTS: Final = 3
_ROUNDS: Final = 12


class Sample(NamedTuple):
    """One scrape: its language, its lines, and the true states of those that are asked about ('' for unknown)."""

    language: str
    lines: list[Line]
    true: list[str]
    was: list[str]


def options(parser: argparse.ArgumentParser) -> None:
    """State what may be asked for."""
    parser.add_argument("folder", type=Path, help="scrapes with their gold")
    parser.add_argument("--out", type=Path, help="where to write the weights (.npz)")


def main(told: argparse.Namespace) -> None:
    """Read, score on languages not seen, learn from all, write."""
    folder, out = told.folder, told.out
    samples = list(read(folder))
    before, right, asked = _scored(samples)
    print(f"{len(samples)} scrapes, {asked} lines; right before {before / asked:.3f}, after {right / asked:.3f}",
          file=sys.stderr, flush=True)  # fmt: skip
    if out:
        np.savez_compressed(out, **chain.pack(learn(samples)))  # type: ignore[arg-type]
        print(f"{out}: {out.stat().st_size:,} bytes", file=sys.stderr, flush=True)


def read(folder: Path) -> Iterator[Sample]:
    """Yield the scrapes of a folder."""
    for path in sorted(folder.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        source = path.with_name(gold["file"]).read_bytes()
        config = Config()
        document = run_stages(readers.document(source, name=gold["file"]), config, until="label")
        seen = named(document, config)
        lines = chain.lines_of(seen)
        true = [_true(view, gold["blocks"]) if not line.fixed else "" for view, line in zip(seen, lines, strict=True)]
        yield Sample(path.name[:2], lines, true, [chain.state_of(view.label) for view in seen])


def _true(view: View, blocks: Sequence[dict[str, Any]]) -> str:
    """Return the true state of a block: that of the gold block that shares most with it."""
    most, label = 0, ""
    for block in blocks:
        shared = min(view.block.end, block["end"]) - max(view.block.start, block["start"])
        if shared > most:
            most, label = shared, block["label"]
    return chain.state_of(label) if label and label != "markup" else ""


def learn(samples: Sequence[Sample], rounds: int = _ROUNDS) -> Chain:
    """Return the weights under which the true sequences are the best ones."""
    texts = Counter(sign for s in samples for sign in {sign for line in s.lines for sign in line.signs})
    signs = sorted(sign for sign, n in texts.items() if n >= _LEAST_TEXTS)
    learned = Chain(signs, np.zeros((len(signs), len(STATES)), np.float32),
                    np.zeros((len(STATES), len(STATES)), np.float32), 0.3)  # fmt: skip
    sums = [np.zeros_like(learned.weights, np.float64), np.zeros_like(learned.steps, np.float64)]
    words, steps = 0.0, 0
    random = np.random.default_rng(1)
    for _ in range(rounds):
        for at in random.permutation(len(samples)):
            sample = samples[at]
            _learn_one(learned, sample)
            sums[0] += learned.weights
            sums[1] += learned.steps
            words += learned.words
            steps += 1
    return Chain(signs, (sums[0] / steps).astype(np.float32), (sums[1] / steps).astype(np.float32), words / steps)


def _learn_one(learned: Chain, sample: Sample) -> None:
    """Shift the weights from the sequence they hold for the best to the true one."""
    best = learned.best(sample.lines)
    known = [line._replace(fixed=line.fixed or true) for line, true in zip(sample.lines, sample.true, strict=True)]
    true = learned.best(known)
    for at, line in enumerate(sample.lines):
        for states, step in ((true, 1.0), (best, -1.0)):
            if at and (true[at] != best[at] or true[at - 1] != best[at - 1]):
                learned.steps[STATES.index(states[at - 1]), STATES.index(states[at])] += step
            if not line.fixed and true[at] != best[at]:
                state = STATES.index(states[at])
                learned.weights[[learned.rows[sign] for sign in line.signs if sign in learned.rows], state] += step
                if state < len(KINDS):
                    learned.words = max(0.05, learned.words + 0.01 * step * line.said[state])


def _scored(samples: Sequence[Sample]) -> tuple[int, int, int]:
    """Return how many lines were right before, and are by weights that saw no scrape of the language, of all."""
    before = right = asked = 0
    wrong: Counter[tuple[str, str]] = Counter()
    kept: Counter[tuple[str, bool]] = Counter()
    for language in sorted({s.language for s in samples}):
        learned = learn([s for s in samples if s.language != language])
        for s in samples:
            if s.language != language:
                continue
            for line, was, best, true in zip(s.lines, s.was, learned.best(s.lines, chain.KEEPS), s.true, strict=True):
                if line.kept and true:
                    kept[true if true == "article" else "furniture" if true in KINDS else "rest", best in KINDS] += 1
                if true in KINDS and not line.kept:
                    asked += 1
                    before += was == true
                    right += best == true
                    wrong[true, best] += best != true
    for (true, best), n in wrong.most_common(25):
        print(f"{n:4d} {true} -> {best}", file=sys.stderr)
    print("kept lines, taken out:", dict(sorted(kept.items())), file=sys.stderr)
    return before, right, asked
