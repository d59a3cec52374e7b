"""The shipped way of cleaning, cross-validated: every page is cleaned with weights learned without its host.

    python -m cleaner.training pages PAGES --keep WEIGHTS
    python benchmarks/crossed.py pages PAGES WEIGHTS [--every N] [--json FILE]
    python -m cleaner.training texts DUMPS.jsonl.gz --keep WEIGHTS
    python benchmarks/crossed.py texts DUMPS.jsonl.gz WEIGHTS

Reading, rules, labels and text as `cleaner.extract` gives them; word F1, precision, recall by page type (and, of texts,
by the regime their names end in), CPU milliseconds, and lines a second and core.
"""

from __future__ import annotations

import argparse
import json
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from statistics import fmean
from time import process_time
from typing import NamedTuple

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.scores import Score, overlap
from cleaner.label.learned import model
from cleaner.pipeline import extract
from cleaner.training.examples import Example, pages, texts


class Row(NamedTuple):
    """One example cleaned: `lines` is how many its text has."""

    name: str
    type: str
    score: Score
    seconds: float
    lines: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=("pages", "texts"))
    parser.add_argument("source", type=Path)
    parser.add_argument("weights", type=Path, help="the folder that --keep wrote")
    parser.add_argument("--every", type=int, default=1, metavar="N")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--json", type=Path, help="write the score of every example here")
    options = parser.parse_args()
    found = pages(options.source) if options.kind == "pages" else texts(options.source)
    chosen = [example for at, example in enumerate(found) if at % options.every == 0]
    with ProcessPoolExecutor(options.workers, initializer=learned, initargs=(options.kind, options.weights)) as pool:
        rows = [row for row in pool.map(cleaned, chosen, chunksize=4) if row is not None]
    show(rows)
    if options.json:
        options.json.write_text(json.dumps({row.name: row._asdict() for row in rows}, indent=1), encoding="utf-8")


_MODELS: dict[int, model.Model] = {}
_KIND: list[model.Kind] = []


def learned(kind: str, folder: Path) -> None:
    """Load the weights of every part, and of the parts as many as there are."""
    _KIND[:] = ["html" if kind == "pages" else "text"]
    for path in sorted(folder.glob("*.npz")):
        _MODELS[int(path.stem)] = model.unpack(dict(np.load(path)))


def cleaned(example: Example) -> Row | None:
    """Return one example cleaned by weights that have not seen its host; None where that part is not there."""
    part = zlib.crc32(example.host.encode()) % PARTS
    if part not in _MODELS:
        return None
    shipped = model.load
    model.load = lambda kind: _MODELS[part] if kind == _KIND[0] else shipped(kind)  # type: ignore[assignment]
    try:
        begun = process_time()
        text = extract(example.content)
        spent = process_time() - begun
    finally:
        model.load = shipped
    lines = example.content.count("\n") + 1 if isinstance(example.content, str) else 0
    return Row(example.name, example.type, overlap(text, example.truth), spent, lines)


KEYS = ("f1", "precision", "recall")
PARTS = 5
"""As many as `cleaner.training` makes by default."""


def show(rows: Iterable[Row]) -> None:
    """Print the table."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups["all"].append(row)
        groups[row.type].append(row)
        if "-" in row.name:
            groups[f"{row.type}, {row.name.rpartition('-')[2]}"].append(row)
    print("| type | pages | F1 | precision | recall | ms | lines a second |\n|---|---|---|---|---|---|---|")
    for name, some in sorted(groups.items()):
        f1, precision, recall = (fmean(getattr(row.score, key) for row in some) for key in KEYS)
        spent = sum(row.seconds for row in some)
        print(f"| {name} | {len(some)} | {f1:.4f} | {precision:.3f} | {recall:.3f} | {1e3 * spent / len(some):.1f} "
              f"| {sum(row.lines for row in some) / max(spent, 1e-9):,.0f} |")  # fmt: skip


if __name__ == "__main__":
    main()
