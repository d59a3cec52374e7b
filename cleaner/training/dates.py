"""How the forest of dates is learned: from pages whose day of publication is known, or known to be missing.

A row is one day that a page names; it is true where it is the labelled one. The labeller of blocks learned from the
same pages, so its weights learned without a page's host are used where they are given.
"""

from __future__ import annotations

import argparse
import json
import sys
import zlib
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from statistics import fmean
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleaner import pipeline, readers
from cleaner.config import Config
from cleaner.fields import url
from cleaner.fields.dating import published, weighing
from cleaner.fields.dating.datemarks import setting
from cleaner.fields.known import Known
from cleaner.forest import Floats, Forest, probability
from cleaner.label.learned import model
from cleaner.training.examples import Example, pages, texts
from cleaner.training.fit import Growth, grow

GROWTH: Final = Growth(trees=500, depth=6, rate=0.03)
_FOLDS: Final = 5
_LINES: Final = (0.1, 0.15, 0.18, 0.2, 0.22, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7)


class Dated(NamedTuple):
    """One page: its host, its true day (None where it has none), and a row of columns for each day that it names."""

    host: str
    form: str
    true: str
    days: list[date]
    rows: Floats


def options(parser: argparse.ArgumentParser) -> None:
    """State what may be asked for."""
    parser.add_argument("folder", type=Path, help="pages: html/ and ground-truth/")
    parser.add_argument("--dumps", type=Path, help="dumps of the same pages (.jsonl.gz), learned beside them")
    parser.add_argument("--labels", type=Path, help="the folder that --keep wrote for the labeller of pages")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--out", type=Path, help="where to write the weights (.npz)")


def main(told: argparse.Namespace) -> None:
    """Learn, score on hosts not seen, write."""
    folder, dumps, labels, out, workers = told.folder, told.dumps, told.labels, told.out, told.workers
    truths = _truths(folder)
    jobs: list[tuple[Example, str, str | None]] = []
    for at, example in enumerate(pages(folder)):
        true, address = truths[example.name]
        jobs.append((example, true, address if at % 2 else None))
    if dumps is not None:
        for example in texts(dumps):
            name, _, form = example.name.rpartition("-")
            if form in ("inscriptis", "soup") and name in truths:
                jobs.append((example, truths[name][0], None))
    with get_context("fork").Pool(workers, _prepare, (labels,)) as pool:
        found = list(pool.imap(_dated, jobs, chunksize=8))
    _validate(found)
    if out is not None:
        forest = _learn(found)
        out.parent.mkdir(parents=True, exist_ok=True)
        np.savez_compressed(out, allow_pickle=False, **forest.arrays(""))
        print(f"{out}: {out.stat().st_size:,} bytes", file=sys.stderr)


def _truths(folder: Path) -> dict[str, tuple[str, str | None]]:
    """Return the true day ("" for none) and the address of every page."""
    told: dict[str, tuple[str, str | None]] = {}
    for path in sorted((folder / "ground-truth").glob("*.json")):
        stated: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        told[path.stem] = (stated.get("ground_truth") or {}).get("publish_date") or "", stated.get("url")
    return told


_LABELS: dict[int, model.Model] = {}


def _prepare(labels: Path | None) -> None:
    for path in sorted(labels.glob("*.npz")) if labels else ():
        _LABELS[int(path.stem)] = model.unpack(dict(np.load(path)))


def part_of(host: str) -> int:
    """Return the part that a host belongs to."""
    return zlib.crc32(host.encode()) % _FOLDS


def _dated(job: tuple[Example, str, str | None]) -> Dated:
    example, true, address = job
    shipped: Callable[[model.Kind], model.Model] = model.load
    part = part_of(example.host)
    if part in _LABELS:
        model.load = lambda kind: _LABELS[part] if kind == "html" else shipped(kind)  # type: ignore[assignment]
    try:
        document = readers.document(example.content, given={"url": address} if address else None)
        document = pipeline.run_stages(document, Config())
    finally:
        model.load = shipped  # type: ignore[assignment]
    known = Known.of(document)
    where = url.find(document, Config(), known).value
    marks = published.seen(document, known, where, setting(document, known, published.country_of(where)))
    form = document.format if weighing.speaks(document) else "short"
    return Dated(example.host, form, true, *weighing.columns(document, known, where, marks))


def _learn(found: Sequence[Dated]) -> Forest:
    some = [page for page in found if page.days and page.form != "short"]
    rows = np.concatenate([page.rows for page in some])
    true = np.array([str(day) == page.true for page in some for day in page.days])
    weights = np.concatenate([np.full(len(page.days), len(page.days) ** -0.5, np.float32) for page in some])
    return grow(rows, true, weights, weighing.names(), GROWTH)


def _validate(found: Sequence[Dated]) -> None:
    """Print what is right, wrong and answered at several lines, each page judged by a forest without its host."""
    judged: list[tuple[Dated, str, float]] = []
    for part in range(_FOLDS):
        forest = _learn([page for page in found if part_of(page.host) != part])
        judged += (_best(page, forest) for page in found if part_of(page.host) == part)
    for form in sorted({page.form for page in found} - {"short"}):
        some = [one for one in judged if one[0].form == form]
        there = fmean(any(str(d) == p.true for d in p.days) for p, _, _ in some if p.true)
        print(f"{form}: {len(some)} examples, the true day among those named {there:.3f}")
        print("| line | exact | precision | answered of undated |\n|---|---|---|---|")
        for line, exact, precision, answered in _at_lines(some):
            print(f"| {line:.2f} | {exact:.3f} | {precision:.3f} | {answered:.3f} |")


def _best(page: Dated, forest: Forest) -> tuple[Dated, str, float]:
    if not page.days:
        return page, "", 0.0
    chances: NDArray[np.float64] = probability(forest.scores(page.rows))
    at = int(np.argmax(chances))
    return page, str(page.days[at]), float(chances[at])


def _at_lines(judged: Sequence[tuple[Dated, str, float]]) -> Iterator[tuple[float, float, float, float]]:
    for line in _LINES:
        dated = [(day == page.true, chance >= line) for page, day, chance in judged if page.true]
        empty = [chance >= line for page, _, chance in judged if not page.true]
        yield (line, fmean(right and told for right, told in dated),
               fmean([right for right, told in dated if told] or [0.0]), fmean(empty or [0.0]))  # fmt: skip
