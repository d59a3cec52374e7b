"""How the block labeller is learned: from pages, or texts, whose main content is known; scored on hosts not seen.

    python -m cleaner.training pages PAGES --keep folds/ --out cleaner/label/weights/html.npz
    python -m cleaner.training texts dumps.jsonl.gz --keep text-folds/ --out cleaner/label/weights/text.npz
"""

from __future__ import annotations

import argparse
import pickle
import re
import sys
import tempfile
import zlib
from collections.abc import Iterable, Sequence
from multiprocessing import get_context
from pathlib import Path
from statistics import fmean
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from cleaner.forest import Forest, probability
from cleaner.label.learned import model
from cleaner.label.learned.odds import Tables
from cleaner.label.learned.tree import Floats
from cleaner.training import examples, gather
from cleaner.training.fit import Growth, Score, grow, score
from cleaner.training.truth import ARTICLE

_WORDLESS: Final = 4
"""Every so many pages are learned a second time without the odds of words, as a page in another language is seen."""


ABLATIONS: Final = {
    "wording (odds of words, title, description)": ("odds", "page_odds", "title_", "description_"),
    "rules of wording": ("said_",),
    "names of classes and ids": ("told", "near", "low$", "high$"),
    "structure (elements, what holds a block, repeats)": (
        "depth", "in_", r".*\^", "repeat", "hidden", "alike", "together", "page_(articles|mains)",
    ),
    "neighbours": (".*@", r".*\d:-?\d"),
    "place in the page": ("place", "number", "words_before", "prose_", "from_main", "main_", "since_", "until_"),
}  # fmt: skip
"""Groups of columns, by regular expressions of how their names begin."""


def options(parser: argparse.ArgumentParser) -> None:
    """State what may be asked for."""
    parser.add_argument("source", type=Path, help="a folder (html/ and ground-truth/), or JSON lines")
    parser.add_argument("--out", type=Path, help="where to write the weights (.npz)")
    parser.add_argument("--silver", action="store_true", help="label pages by trafilatura's reading of them")
    parser.add_argument("--folds", type=int, default=5, help="parts for cross-validation by host; 0 for none")
    parser.add_argument("--fold", type=int, action="append", help="of the parts, score this one only")
    parser.add_argument("--keep", type=Path, help="a folder for the weights learned without each part: PART.npz")
    parser.add_argument("--limit", type=int, help="read so many pages")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--trees", type=int, default=Growth.trees)
    parser.add_argument("--rate", type=float, default=Growth.rate)
    parser.add_argument("--depth", type=int, default=Growth.depth)
    parser.add_argument("--without", nargs="*", default=(), help="columns to leave out: patterns of their names")
    parser.add_argument("--ablate", action="store_true", help="score again without each of the groups of columns")


def main(told: argparse.Namespace) -> None:
    """Learn, score, write."""
    growth = Growth(trees=told.trees, rate=told.rate, depth=told.depth)
    found: Iterable[examples.Example] = (
        examples.pages(told.source, silver=told.silver, limit=told.limit) if told.kind == "pages"
        else examples.texts(told.source, told.limit)
    )  # fmt: skip
    with tempfile.TemporaryDirectory() as folder, get_context("fork").Pool(told.workers) as pool:
        store = Store(Path(folder), pool.imap(gather.read, found, chunksize=4), told.workers)
        for fold in told.fold or range(told.folds):
            _validate(store, fold, told.folds, growth, told.without, told.keep)
        store.report()
        for name, columns in ABLATIONS.items() if told.ablate else ():
            for fold in told.fold or range(told.folds):
                _validate(store, fold, told.folds, growth, columns, None)
            print(f"without {name}:", flush=True)
            store.report()
        if told.out:
            forest, tables = _learn(store, list(range(len(store.names))), growth, told.without)
            _write(told.out, tables, forest)


def _write(path: Path, tables: Tables, forest: Forest) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(path, allow_pickle=False, **model.pack(tables, forest))
    print(f"{path}: {path.stat().st_size:,} bytes", file=sys.stderr, flush=True)


class Store:
    """The pages read, on disk: only what is asked for is in memory."""

    def __init__(self, folder: Path, pages: Iterable[gather.Page], workers: int) -> None:
        self.folder = folder
        self.workers = workers
        self.names: list[str] = []
        self.hosts: list[str] = []
        self.types: list[str] = []
        self.scores: dict[int, Score] = {}
        for page in pages:
            with (folder / str(len(self.names))).open("wb") as file:
                pickle.dump(page, file, pickle.HIGHEST_PROTOCOL)
            self.names.append(page.example.name)
            self.hosts.append(page.example.host)
            self.types.append(page.example.type)

    def page(self, number: int) -> gather.Page:
        """Return one page."""
        with (self.folder / str(number)).open("rb") as file:
            read: gather.Page = pickle.load(file)
        return read

    def fold(self, folds: int) -> list[int]:
        """Return the part each page belongs to: pages of one host stay together."""
        return [zlib.crc32(host.encode()) % folds for host in self.hosts]

    def report(self) -> None:
        """Print the scores so far, by type."""
        if not self.scores:
            return
        print("| type | pages | F1 | precision | recall |\n|---|---|---|---|---|")
        for kind in ("", *sorted(set(self.types) - {""})):
            found = [s for at, s in self.scores.items() if kind in ("", self.types[at])]
            f1, precision, recall = (fmean(getattr(s, k) for s in found) for k in ("f1", "precision", "recall"))
            print(f"| {kind or 'all'} | {len(found)} | {f1:.4f} | {precision:.3f} | {recall:.3f} |", flush=True)


def _validate(store: Store, fold: int, folds: int, growth: Growth, without: Sequence[str], keep: Path | None) -> None:
    """Learn from all other folds and score the pages of this one."""
    parts = store.fold(folds)
    forest, tables = _learn(store, [n for n, part in enumerate(parts) if part != fold], growth, without)
    if keep:
        _write(keep / f"{fold}.npz", tables, forest)
    for number in (n for n, part in enumerate(parts) if part == fold):
        page = store.page(number)
        judged = probability(forest.scores(_matrix(page, tables, without)[0]))
        store.scores[number] = score(judged, [v.block.text for v in page.seen], page.example.truth)
    done = [s.f1 for at, s in store.scores.items() if parts[at] == fold]
    print(f"fold {fold}: word F1 {fmean(done):.4f} on {len(done)} pages", file=sys.stderr, flush=True)


def _learn(store: Store, numbers: Sequence[int], growth: Growth, without: Sequence[str]) -> tuple[Forest, Tables]:
    """Return what the numbered pages teach."""
    counts = gather.Counts.of(store.page(n) for n in numbers)
    with get_context("fork").Pool(store.workers, _share, (store, counts, without)) as pool:
        parts = list(pool.imap(_rows, enumerate(numbers), chunksize=8))
    rows, true, weights = (np.concatenate(column) for column in list(zip(*parts, strict=True))[:3])
    tables, names = counts.tables(), parts[0][3]
    if not any(name.startswith("odds") for name in names):
        tables = Tables({}, tables.names)
    return grow(rows, true, weights, names, growth), tables


_SHARED: list[tuple[Store, gather.Counts, Sequence[str]]] = []
"""What the forked workers work with."""


def _share(*what: Any) -> None:
    _SHARED[:] = [what]


def _rows(numbered: tuple[int, int]) -> tuple[Floats, NDArray[np.bool_], Floats, tuple[str, ...]]:
    """Return the rows of one page, which are true, and their weights; some pages also as without known words."""
    at, number = numbered
    store, counts, without = _SHARED[0]
    page = store.page(number)
    known = counts.without(page)
    weighed = gather.weights(page)
    asked = weighed > 0
    made = [_matrix(page, known, without)]
    if at % _WORDLESS == 0 and any(name.startswith("odds") for name in made[0][1]):
        made.append(_matrix(page, gather.wordless(known), without))
    rows = np.concatenate([matrix[asked] for matrix, _ in made])
    true = np.tile((np.array(page.shares) >= ARTICLE)[asked], len(made))
    return rows, true, np.tile(weighed[asked], len(made)), made[0][1]


def _matrix(page: gather.Page, odds: Tables, without: Sequence[str]) -> tuple[Floats, tuple[str, ...]]:
    rows, names = gather.rows(page, odds)
    kept = [at for at, name in enumerate(names) if not any(re.match(w, name) for w in without)]
    return rows[:, kept], tuple(names[at] for at in kept)
