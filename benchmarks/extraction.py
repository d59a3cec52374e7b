"""Main content from HTML: ours and every installed peer side by side on a folder of labelled pages.

    python benchmarks/extraction.py PAGES [--every 15] [--type article] [--systems cleaner,trafilatura] [--json FILE]
    python benchmarks/extraction.py --join fold-1.json fold-2.json

PAGES holds html/ID.html.gz and ground-truth/ID.json (or ground-truth.json); see benchmarks/pages.py. Peers come with
`pip install "cleaner[bench]"`; one that cannot be imported is left out and named. docs/benchmarks.md says how to read
the tables. Every page goes to every system in turn, each in a process of its own: what slows one slows all.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks import pages, scores, systems
from benchmarks.pages import Page
from benchmarks.watched import Answer, Watched

Row = dict[str, Any]
WARM = 2
TYPES = ("article", "documentation", "service", "forum", "collection", "listing", "product")
"""The order of the columns; types unknown here follow."""
PACKAGES = {
    "trafilatura": "trafilatura", "rs_trafilatura": "rs-trafilatura", "resiliparse": "resiliparse",
    "readability_lxml": "readability-lxml", "justext": "justext", "newspaper4k": "newspaper4k", "goose3": "goose3",
    "boilerpy3": "boilerpy3", "magic_html": "magic-html", "pydefuddle": "pydefuddle", "cleaner": "cleaner",
    "html_to_markdown": "html-to-markdown", "everything_inscriptis": "inscriptis",
}  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    if "--join" in sys.argv:
        parser.add_argument("--join", nargs="+", type=Path, required=True, metavar="FILE")
        show(joined(parser.parse_args().join))
        return
    pages.arguments(parser)
    parser.add_argument("--systems", metavar="A,B", help="these only, or module:function (default: all)")
    parser.add_argument("--url", action=argparse.BooleanOptionalAction, default=True, help="give systems the address")
    parser.add_argument("--timeout", type=float, default=30.0, metavar="SECONDS", help="for one page (30)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every score of every page here")
    options = parser.parse_args()
    sys.path.append("")  # so that module:function finds a module of this folder
    asked = options.systems.split(",") if options.systems else list(systems.SYSTEMS)
    if systems.REFERENCE not in asked:
        asked.append(systems.REFERENCE)
    try:
        makes = {name: systems.system(name) for name in asked}
    except KeyError as error:
        raise SystemExit(error.args[0]) from None
    result = run(pages.chosen(options), makes, options.url, options.timeout)
    show(result)
    if options.json:
        options.json.write_text(json.dumps(result, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def run(chosen: Sequence[Page], makes: Mapping[str, systems.Make], with_url: bool = True,
        timeout: float = 30.0) -> dict[str, Any]:  # fmt: skip
    """Return the score of every page by system, how much memory each took, and which could not be run."""

    def question(page: Page) -> tuple[bytes, str | None]:
        return page.html(), page.url if with_url else None

    warm = [question(page) for page in chosen[:WARM]]
    running = {name: Watched(make, warm, timeout) for name, make in makes.items()}
    del warm
    rows: dict[str, list[Row]] = {name: [] for name, system in running.items() if not system.missing}
    for number, page in enumerate(chosen, 1):
        asked = question(page)
        for name in rows:
            rows[name].append(score(page, running[name].ask(*asked)))
        if sys.stderr.isatty():
            print(f"\r{number} of {len(chosen)} pages ", end="", file=sys.stderr, flush=True)
    for system in running.values():
        system.close()
    return {
        "python": platform.python_version(),
        "versions": {name: installed(PACKAGES.get(name, "")) for name in rows},
        "missing": {name: system.missing for name, system in running.items() if system.missing},
        "memory_mb": {name: round(running[name].peak) for name in rows},
        "pages": rows,
    }


def score(page: Page, answer: Answer) -> Row:
    """Return what a system's answer to a page is worth."""
    words = scores.overlap(answer.text, page.truth)
    forbidden = scores.found(answer.text, page.forbidden)
    return {
        "id": page.id, "type": page.type, "precision": words.precision, "recall": words.recall, "f1": words.f1,
        "with": scores.found(answer.text, page.required), "without": None if forbidden is None else 1 - forbidden,
        "shingles": scores.shingles(answer.text, page.truth), "cpu": answer.cpu, "wall": answer.wall,
        "empty": not answer.text.strip(), "error": answer.error,
    }  # fmt: skip


def joined(paths: Sequence[Path]) -> dict[str, Any]:
    """Return several results as one: the folds of a cross-validation. Pages must not occur twice."""
    out: dict[str, Any] = {}
    for path in paths:
        told = json.loads(path.read_text(encoding="utf-8"))
        if not out:
            out = told
            continue
        for name, rows in told["pages"].items():
            known = out["pages"].setdefault(name, [])
            if twice := {row["id"] for row in known} & {row["id"] for row in rows}:
                raise SystemExit(f"{path}: page {min(twice)} of {name} is in an earlier file too.")
            known.extend(rows)
            out["memory_mb"][name] = max(out["memory_mb"].get(name, 0), told["memory_mb"].get(name, 0))
            out["versions"].setdefault(name, told["versions"].get(name, ""))
    return out


def installed(package: str) -> str:
    """Return the version of an installed package, '' where it is unknown."""
    try:
        return version(package) if package else ""
    except PackageNotFoundError:
        return ""


def show(result: Mapping[str, Any]) -> None:
    """Print the tables: all pages, then F1 by type of page."""
    rows: dict[str, list[Row]] = result["pages"]
    ranked = sorted(rows, key=lambda name: (-(scores.mean(row["f1"] for row in rows[name]) or 0.0), name))
    if not ranked:
        raise SystemExit(f"No system could be run: {result['missing']}")
    reference = scores.mean(row["cpu"] for row in rows.get(systems.REFERENCE, ()))
    snippets = any(row["with"] is not None or row["without"] is not None for row in rows[ranked[0]])
    print(f"{len(rows[ranked[0]])} pages, Python {result['python']}\n")
    middle = ("with", "without") if snippets else ("shingle F1",)
    heads = ["system", "F1", "±", "P", "R", *middle, "× CPU", "ms", "MB", "empty", "failed"]
    table(heads, ([_called(name, result), *_overall(rows[name], reference, snippets),
                   str(result["memory_mb"].get(name, "")), str(sum(row["empty"] for row in rows[name])),
                   str(sum(bool(row["error"]) for row in rows[name]))] for name in ranked))  # fmt: skip
    types = _types(rows[ranked[0]])
    if len(types) > 1:
        counts = {kind: sum(row["type"] == kind for row in rows[ranked[0]]) for kind in types}
        print("\nF1 by type of page\n")
        table(
            ["system", *(f"{kind} ({counts[kind]})" for kind in types)],
            (
                [name, *(_share(row["f1"] for row in rows[name] if row["type"] == kind) for kind in types)]
                for name in ranked
            ),
        )
    for name, reason in sorted(result["missing"].items()):
        print(f"\n{name}: left out, {reason}", end="")
    print()


def _called(name: str, result: Mapping[str, Any]) -> str:
    return f"{name} {result['versions'].get(name, '')}".strip()


def _overall(rows: Sequence[Row], reference: float | None, snippets: bool) -> list[str]:
    cpu = scores.mean(row["cpu"] for row in rows) or 0.0
    last = (
        [_share(row["with"] for row in rows), _share(row["without"] for row in rows)]
        if snippets
        else [f"{scores.by_shingles([row['shingles'] for row in rows]).f1:.3f}"]
    )
    return [
        _share(row["f1"] for row in rows), f"{scores.error([row['f1'] for row in rows]):.3f}",
        *(_share(row[name] for row in rows) for name in ("precision", "recall")), *last,
        f"{cpu / reference:.2f}" if reference else "", f"{1000 * cpu:.1f}",
    ]  # fmt: skip


def _share(values: Any) -> str:
    found = scores.mean(values)
    return "" if found is None else f"{found:.3f}"


def _types(rows: Sequence[Row]) -> list[str]:
    there = {str(row["type"]) for row in rows}
    return [kind for kind in TYPES if kind in there] + sorted(there.difference(TYPES))


def table(heads: Sequence[str], rows: Any) -> None:
    """Print a Markdown table; the first column is words, the others are numbers."""
    print(f"| {' | '.join(heads)} |\n|---|{'---:|' * (len(heads) - 1)}")
    for row in rows:
        print(f"| {' | '.join(row)} |")


if __name__ == "__main__":
    main()
