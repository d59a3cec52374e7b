"""Learns what the units of a script stand for in Latin letters: expectation and maximisation over pairs of one name."""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from cleaner.names import letters
from cleaner.names.fold import plain

_ROUNDS: Final = 5
_LEAST: Final = 0.004
"""A reading rarer than this is forgotten."""
_PENALTY: Final = (0.35, 1.0, 0.7, 0.4, 0.2, 0.1, 0.05)
"""What a reading of so many letters is worth at first."""
_HAN: Final = (0.02, 0.15, 0.7, 1.0, 0.7, 0.3, 0.15)
_KEPT: Final = 0.92
"""The share of pairs learned from; the dearest are no renderings of one name."""

Pair = tuple[tuple[str, ...], str]
Odds = dict[str, dict[str, float]]


def pairs(lines: Iterable[tuple[str, str]], of: str) -> list[Pair]:
    """Return the pairs in the form they are learned in."""
    found = []
    for latin, native in lines:
        folded = "".join(c for c in plain(latin) if c.isalpha())
        read = letters.units(native.casefold(), of)
        if 1 < len(folded) <= 16 and 0 < len(read) <= 24:
            found.append((read, folded))
    return found


def learn(given: Sequence[Pair], of: str) -> dict[str, dict[str, int]]:
    """Return the prices of a script's readings."""
    worth = _HAN if of == "han" else _PENALTY
    odds: Odds = {}
    kept = list(given)
    for turn in range(_ROUNDS):
        counts: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
        for read, latin in kept:
            _count(read, latin, odds, worth, counts)
        odds = {}
        for unit, found in counts.items():
            total = sum(found.values()) + 0.5
            odds[unit] = {seg: n / total for seg, n in found.items() if n / total > _LEAST and n > 0.05}
        if turn in (1, 3):
            prices = letters.ready(_prices(odds, counts))
            cost = {pair: letters.price(*pair, prices) / (len(pair[1]) + len(pair[0])) for pair in set(given)}
            line = sorted(cost.values())[int(len(cost) * _KEPT) - 1]
            kept = [pair for pair in given if cost[pair] <= line]
    return _prices(odds, counts)


def _prices(odds: Odds, counts: defaultdict[str, defaultdict[str, float]]) -> dict[str, dict[str, int]]:
    out = {}
    for unit in sorted(odds):
        if sum(counts[unit].values()) >= 1.5:
            known = sorted(odds[unit].items(), key=lambda item: (-item[1], item[0]))[:24]
            out[unit] = {segment: round(-10 * math.log(p)) for segment, p in known}
    return out


def _count(
    read: tuple[str, ...], latin: str, odds: Odds, worth: Sequence[float],
    counts: defaultdict[str, defaultdict[str, float]],
) -> None:  # fmt: skip
    """Add how often each reading is expected in one pair."""
    m, n = len(read), len(latin)
    slack = 2 + max(n, m) // 3
    edges: list[list[tuple[int, int, str, float]]] = []
    ahead = [1.0] + [0.0] * n
    levels = [ahead]
    for i, unit in enumerate(read):
        known = odds.get(unit)
        row = []
        after = [0.0] * (n + 1)
        for start in range(n + 1):
            if not ahead[start]:
                continue
            for end in range(start, min(n, start + letters.LONGEST) + 1):
                if abs(end * m - (i + 1) * n) > slack * m:
                    continue
                segment = latin[start:end]
                p = worth[end - start] * 0.05 if not known else known.get(segment, 1e-5 * worth[end - start])
                row.append((start, end, segment, p))
                after[end] += ahead[start] * p
        edges.append(row)
        ahead = after
        levels.append(ahead)
    if not ahead[n]:
        return
    back = [0.0] * n + [1.0 / ahead[n]]
    for i in range(m - 1, -1, -1):
        before = [0.0] * (n + 1)
        level, unit = levels[i], read[i]
        found = counts[unit]
        for start, end, segment, p in edges[i]:
            share = p * back[end]
            if share:
                before[start] += share
                found[segment] += level[start] * share
        back = before


def write(prices: dict[str, dict[str, int]], path: Path) -> None:
    """Write the prices, units and readings in order."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = [f"{json.dumps(u, ensure_ascii=False)}:{json.dumps(s, ensure_ascii=False, separators=(',', ':'))}"
            for u, s in prices.items()]  # fmt: skip
    path.write_text("{" + ",\n".join(rows) + "}\n", encoding="utf-8")
