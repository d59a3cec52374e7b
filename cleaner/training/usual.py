"""Learns which words are names and how names are spelled (`cleaner.repairs.usual`).

    python -m cleaner.training usual NAMES PAGES --out cleaner/weights/usual.npz

NAMES is a folder of .tsv files whose first column is a name in Latin letters; PAGES a folder of .json files of pages
with their true text. A word that a text gives a capital, or small letters, is taken where two (four) pages have it; the
names of the packs and of the list of people are added.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from cleaner.mentions import name_pack
from cleaner.names import everyone
from cleaner.repairs.usual import STEP, groups, places

_WORD: Final = re.compile(r"[^\W\d_]+")
_INSIDE: Final = re.compile(r"(?<=[a-z,] )[^\W\d_]+")
_PAGES: Final = 2
_SMALL_PAGES: Final = 4
_BITS_A_WORD: Final = 14
_COSTS: Final = 1 << 16
_DEAREST: Final = 255


def options(parser: argparse.ArgumentParser) -> None:
    """State what may be asked for."""
    parser.add_argument("names", type=Path, help="a folder of .tsv files, a name a line")
    parser.add_argument("pages", type=Path, help="a folder of .json files of pages with their true text")
    parser.add_argument("--out", type=Path, required=True, help="where to write the weights (.npz)")
    parser.add_argument("--every", type=int, default=0, help="leave out every so many pages, to try the weights on")


def main(told: argparse.Namespace) -> None:
    """Learn and write."""
    listed = {word for path in sorted(told.names.glob("*.tsv")) for word in _first_column(path)}
    listed |= set(_own())
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    inside: set[str] = set()
    for number, path in enumerate(sorted(told.pages.glob("*.json"))):
        if told.every and number % told.every == 0:
            continue
        truth = json.loads(path.read_text(encoding="utf-8"))["ground_truth"]
        text = truth.get("main_content") or truth.get("main_content_markdown") or ""
        words = set(_WORD.findall(text))
        capital.update({w.lower() for w in words if w[0].isupper() and not w.isupper()})
        small.update({w for w in words if w.islower()})
        inside |= {w.lower() for w in _INSIDE.findall(text) if w[0].isupper() and not w.isupper()}
    known = listed | {w for w, n in capital.items() if n >= _PAGES}
    known |= {w for w, n in small.items() if n >= _SMALL_PAGES}
    seen = np.zeros(len(known) * _BITS_A_WORD // 8 + 1, dtype=np.uint8)
    for word in sorted(known):
        for at in places(word, 8 * len(seen)):
            seen[at >> 3] |= 1 << (at & 7)
    costs = _costs(sorted(listed | inside))
    np.savez_compressed(told.out, seen=seen, costs=costs)
    size = told.out.stat().st_size
    print(f"{len(known):,} words, {len(listed | inside):,} names, {size:,} bytes", file=sys.stderr)


def _first_column(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield from _WORD.findall(line.partition("\t")[0].lower())


def _own() -> Iterator[str]:
    """Yield the words of names that the packs and the list of people hold."""
    pack = name_pack("und")
    names = [form for p in everyone() for form in (p.name, *p.forms.values(), *p.also) if form[0] < "\u0250"]
    for name in (*pack.women, *pack.men, *names):
        yield from _WORD.findall(name.lower())


def _costs(names: Sequence[str]) -> np.ndarray[tuple[int], np.dtype[np.uint8]]:
    """Return the cost of every group of three letters, smoothed by pairs and single letters."""
    three: Counter[str] = Counter()
    for name in names:
        padded = f"^^{name}$"
        three.update(padded[i - 2 : i + 1] for i in range(2, len(padded)))
    before: Counter[str] = Counter()
    two: Counter[str] = Counter()
    lead: Counter[str] = Counter()
    one: Counter[str] = Counter()
    for group, count in three.items():
        before[group[:2]] += count
        two[group[1:]] += count
        lead[group[1]] += count
        one[group[2]] += count
    total = sum(one.values())
    costs = np.full(_COSTS, _DEAREST, dtype=np.uint8)
    for group in sorted(three):
        single = one[group[2]] / total
        pair = (two[group[1:]] + 3 * single) / (lead[group[1]] + 3)
        chance = (three[group] + 4 * pair) / (before[group[:2]] + 4)
        at = groups_of(group)
        costs[at] = min(int(costs[at]), round(-math.log2(chance) * STEP), _DEAREST)
    return costs


def groups_of(group: str) -> int:
    """Return the hash of one group, as `usual.groups` makes it of a word."""
    return groups(group, _COSTS)[2]
