"""A sentence whose halves stand apart at a semicolon, each with words and a speaker of its own.

There was a woman, some said; a debt, said others. Owns where such a sentence is cut. What is nested in what within
each half is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.attribution.lines.line import Line
from cleaner.attribution.sentence.found import TAIL, Attribution


def halves(line: Line, number: int, found: Sequence[Attribution]) -> list[tuple[int, int, list[Attribution]]]:
    """Return the words of each half with its attributions, which stand in order; the whole sentence in most."""
    first, last = line.spans[number]
    whole = [(first, last, list(found))]
    if len(found) < 2 or not any(a.place == TAIL for a in found):
        return whole
    low, high = found[0].begin, max(a.cue.first for a in found)
    cuts = [i for i in range(low + 1, high + 1) if line.gap[i] == ";" and (
        line.quoted[i] < 0 or line.quoted[i] != line.quoted[i - 1])]  # fmt: skip
    if not cuts:
        return whole
    out: list[tuple[int, int, list[Attribution]]] = []
    start = first
    for stop in (*cuts, last):
        mine = [a for a in found if start <= a.cue.first < stop]
        if any(min(a.begin, a.who.first) < start for a in mine):
            return whole
        if mine:
            out.append((start, stop, mine))
            start = stop
        elif stop == last and out:
            out[-1] = (out[-1][0], last, out[-1][2])
    return out if len(out) > 1 and any(a.place == TAIL for _, _, mine in out for a in mine) else whole
