"""Main text from text alone: the same labelled pages as naive scrapes would hold them, scored after cleaning.

    python benchmarks/dumps.py PAGES --cache DIR [--regimes soup,md] [--type article] [--every 15] [--json FILE]

PAGES is a folder as for benchmarks/extraction.py; DIR keeps the rendered dumps for the next time. The regimes are
described in benchmarks/regimes.py; what they are made with comes with `pip install "cleaner[bench]"`. --systems takes
`module:function` with (text) -> text beside the names `cleaner`, `cleaner_full`, `as_it_is` and `best_lines`.
"""

from __future__ import annotations

import argparse
import json
import platform
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks import pages, regimes, scores
from benchmarks.extraction import WARM, table
from benchmarks.pages import Page
from benchmarks.watched import Answer, Watched

Row = dict[str, Any]
Make = Callable[[], Callable[..., str]]
SENTENCE = re.compile(r"(?<=[.!?。！？])\s")
HARMED = 0.05
"""A truth given as input that loses a larger share of its words was harmed."""


def cleaner() -> Callable[..., str]:
    """Reading, labelling and text alone, where the package has that path; else the same as `cleaner_full`."""
    lean: Any = getattr(import_module("cleaner"), "extract", None)
    return cleaner_full() if lean is None else lambda text, truth: str(lean(text))


def cleaner_full() -> Callable[..., str]:
    """The whole pipeline: repairs, fields, statements and issues too."""
    clean: Any = import_module("cleaner").clean
    return lambda text, truth: str(clean(text).text)


def as_it_is() -> Callable[..., str]:
    """The dump unchanged: the floor."""
    return lambda text, truth: str(text)


def best_lines() -> Callable[..., str]:
    """The lines (of a text without lines: the sentences) that the truth holds: the best that keeping lines can do."""

    def keep(text: str, truth: str) -> str:
        due = scores.Grams(truth)
        lines = text.split("\n") if "\n" in text else SENTENCE.split(text)
        return "\n".join(scores.plain(line) for line in lines if due.holds(line))

    return keep


FLOOR_AND_CEILING = ("as_it_is", "best_lines")
"""Their speed says nothing."""
SYSTEMS: dict[str, Make] = {make.__name__: make for make in (cleaner, cleaner_full, as_it_is, best_lines)}


def system(name: str) -> Make:
    """Return a system by its name, or a function of yours by `module:function`."""
    if name in SYSTEMS:
        return SYSTEMS[name]
    module, colon, function = name.partition(":")
    if not colon:
        raise SystemExit(f"{name}: no such system. There are {', '.join(SYSTEMS)}; or give module:function.")

    def make() -> Callable[..., str]:
        clean: Any = getattr(import_module(module), function)
        return lambda text, truth: str(clean(text) or "")

    return make


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    pages.arguments(parser)
    parser.add_argument("--cache", type=Path, metavar="DIR", help="keep the rendered dumps here")
    parser.add_argument("--regimes", default=",".join(regimes.REGIMES), metavar="A,B", help="these only (default: all)")
    parser.add_argument("--systems", default="cleaner,as_it_is,best_lines", metavar="A,B", help="or module:function")
    parser.add_argument("--timeout", type=float, default=30.0, metavar="SECONDS", help="for one dump (30)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every score of every dump here")
    options = parser.parse_args()
    sys.path.append("")  # so that module:function finds a module of this folder
    wanted = options.regimes.split(",")
    if strange := [name for name in wanted if name not in regimes.REGIMES]:
        raise SystemExit(f"{strange[0]}: no such regime. There are {', '.join(regimes.REGIMES)}.")
    makes = {name: system(name) for name in options.systems.split(",")}
    result = run(pages.chosen(options), makes, wanted, options.cache, options.timeout)
    show(result, wanted)
    if options.json:
        options.json.write_text(json.dumps(result, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def run(chosen: Sequence[Page], makes: Mapping[str, Make], wanted: Sequence[str], cache: Path | None = None,
        timeout: float = 30.0) -> dict[str, Any]:  # fmt: skip
    """Return the score of every dump of every page by system, and which system could not be run."""
    warm = [(page.truth, page.truth) for page in chosen[:WARM]]
    running = {name: Watched(make, warm, timeout) for name, make in makes.items()}
    rows: dict[str, list[Row]] = {name: [] for name, system in running.items() if not system.missing}
    for number, page in enumerate(chosen, 1):
        for regime, dump in regimes.dumps(page, wanted, cache).items():
            for name in rows:
                rows[name].append(score(page, regime, dump, running[name].ask(dump, page.truth)))
        if sys.stderr.isatty():
            print(f"\r{number} of {len(chosen)} pages ", end="", file=sys.stderr, flush=True)
    for system in running.values():
        system.close()
    missing = {name: system.missing for name, system in running.items() if system.missing}
    memory = {name: round(running[name].peak) for name in rows}
    return {"python": platform.python_version(), "missing": missing, "memory_mb": memory, "dumps": rows}


def score(page: Page, regime: str, dump: str, answer: Answer) -> Row:
    """Return what the cleaning of one dump is worth."""
    words = scores.overlap(answer.text, page.truth)
    both, kept, due = (None, None, None) if regime == "flat" else scores.lines(dump, answer.text, page.truth)
    gone, there = scores.lost(answer.text, page.truth)
    return {
        "id": page.id, "type": page.type, "regime": regime, "precision": words.precision, "recall": words.recall,
        "f1": words.f1, "lines_right": both, "lines_kept": kept, "lines_due": due, "words_lost": gone,
        "words_due": there, "lines": sum(bool(line.strip()) for line in dump.split("\n")), "chars": len(dump),
        "cpu": answer.cpu, "empty": not answer.text.strip(), "error": answer.error,
    }  # fmt: skip


def show(result: Mapping[str, Any], wanted: Sequence[str]) -> None:
    """Print a table of the articles (or the first type there is), F1 by type of page, and what clean text lost."""
    rows: dict[str, list[Row]] = result["dumps"]
    there = {str(row["type"]) for found in rows.values() for row in found}
    types = sorted(there, key=lambda kind: (kind != "article", kind))
    dumped = [regime for regime in wanted if regime != "clean"]
    if dumped and types:
        heads = ["regime", "system", "dumps", "F1", "±", "P", "R", "line F1", "line P", "line R", "lines/s", "MB/s",
                 "empty", "failed"]  # fmt: skip
        print(f"Type of page: {types[0]}\n")
        table(heads, _scored(rows, types[0], dumped))
    if dumped and len(types) > 1:
        print("\nWord F1 by type of page\n")
        table(["system", "type", "pages", *dumped], _by_type(rows, types, dumped))
    if "clean" in wanted:
        print("\nText that is clean already\n")
        table(["system", "type", "texts", "words lost", "harmed", "empty", "failed"], _clean(rows, types))
    for name, reason in sorted(result["missing"].items()):
        print(f"\n{name}: left out, {reason}")


def _scored(rows: Mapping[str, Sequence[Row]], kind: str, dumped: Sequence[str]) -> Iterator[list[str]]:
    for regime in dumped:
        for name, found in rows.items():
            some = [row for row in found if row["type"] == kind and row["regime"] == regime]
            if some:
                yield [regime, name, *_line(some, timed=name not in FLOOR_AND_CEILING)]


def _by_type(rows: Mapping[str, Sequence[Row]], types: Sequence[str], dumped: Sequence[str]) -> Iterator[list[str]]:
    for name, found in rows.items():
        for kind in types:
            some = [row for row in found if row["type"] == kind]
            means = (scores.mean(row["f1"] for row in some if row["regime"] == regime) for regime in dumped)
            count = str(len({row["id"] for row in some}))
            yield [name, kind, count, *("" if value is None else f"{value:.3f}" for value in means)]


def _line(some: Sequence[Row], timed: bool) -> list[str]:
    def mean(column: str) -> str:
        return f"{scores.mean(row[column] for row in some):.3f}"

    def total(column: str) -> float:
        return sum(row[column] or 0 for row in some)

    lined, cpu = some[0]["lines_due"] is not None, total("cpu") or 1e-9
    right = scores.harmonic(total("lines_right"), total("lines_kept"), total("lines_due"))
    lines = [f"{right[at]:.3f}" for at in (2, 0, 1)] if lined else ["", "", ""]
    speed = [f"{total('lines') / cpu:,.0f}" if lined else "", f"{total('chars') / cpu / 1e6:.2f}"]
    return [str(len(some)), mean("f1"), f"{scores.error([row['f1'] for row in some]):.3f}", mean("precision"),
            mean("recall"), *lines, *(speed if timed else ("", "")), *_trouble(some)]  # fmt: skip


def _clean(rows: Mapping[str, Sequence[Row]], types: Sequence[str]) -> Iterator[list[str]]:
    for name, found in rows.items():
        for kind in ("all", *types):
            some = [
                row for row in found if row["regime"] == "clean" and row["words_due"] and kind in ("all", row["type"])
            ]
            if some:
                share = sum(row["words_lost"] for row in some) / sum(row["words_due"] for row in some)
                harmed = sum(row["words_lost"] > HARMED * row["words_due"] for row in some)
                yield [name, kind, str(len(some)), f"{100 * share:.2f} %", str(harmed), *_trouble(some)]


def _trouble(some: Sequence[Row]) -> list[str]:
    return [str(sum(row["empty"] for row in some)), str(sum(bool(row["error"]) for row in some))]


if __name__ == "__main__":
    main()
