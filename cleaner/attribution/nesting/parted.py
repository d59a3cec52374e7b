"""A sentence whose halves stand apart at a semicolon or a comma, each with words and a speaker of its own.

There was a woman, some said; a debt, said others. They were 2,000 according to X, 5,000 according to Y. Owns where such
a sentence is cut. What is nested in what within each half is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from cleaner.attribution.lines.line import Line
from cleaner.attribution.nesting.found import HEAD, TAIL, Attribution
from cleaner.attribution.words.pack import Lexicon

ACCORDING: Final = "according"
MIN_CLAUSE: Final = 3
"""What a source before a clause tells has so many words at least."""


def halves(
    line: Line, number: int, found: Sequence[Attribution], lexicon: Lexicon
) -> list[tuple[int, int, list[Attribution]]]:
    """Return the words of each half with its attributions, which stand in order; the whole sentence in most."""
    first, last = line.spans[number]
    whole = [(first, last, list(found))]
    if len(found) < 2 or not any(a.place == TAIL for a in found):
        return whole
    low, high = found[0].begin, max(a.cue.first for a in found)
    cuts = [i for i in range(low + 1, high + 1) if line.gap[i] == ";" and (
        line.quoted[i] < 0 or line.quoted[i] != line.quoted[i - 1])]  # fmt: skip
    cuts = sorted({*cuts, *_sources(line, first, last, found, lexicon)})
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


def _sources(line: Line, first: int, last: int, found: Sequence[Attribution], lexicon: Lexicon) -> list[int]:
    """Return the words behind a comma where the words of another source begin."""
    out: list[int] = []
    for a, b in pairwise(found):
        at = a.end
        if a.place != TAIL or not first < at < b.begin or a.who.key == b.who.key or line.quoted[a.cue.first] >= 0:
            continue
        behind, framed = a.begin > first, b.place == TAIL and b.rule.startswith(ACCORDING)
        if behind and framed and a.rule.startswith(ACCORDING) and line.gap[at] == ",":
            out.append(at)  # selon X, 5.000 selon Y
        elif behind and framed and b.end < last and line.gap[b.begin] == "," and line.quoted[b.end] >= 0 and (
                line.quoted[b.begin - 1] < 0 and line.folded[b.begin - 1] in lexicon.relatives):  # fmt: skip
            out.append(b.begin)  # a dit X, après une réunion où, selon Y, « … »
        elif not behind and b.place == HEAD and a.rule.startswith(ACCORDING) and a is found[0]:
            joint = _joint(line, b.begin, lexicon)
            if joint - at >= MIN_CLAUSE and line.gap[joint] == ",":
                out.append(joint)  # Selon X, …, mais Y conteste
    return out


def _joint(line: Line, at: int, lexicon: Lexicon) -> int:
    """Return the word that sets a clause beside the one before it: mais, tandis que, alors que; 0 if there is none."""
    i = at - 1
    i -= line.low[i] in lexicon.speech.complementizers
    return i if line.low[i] in lexicon.speech.sibling_words and line.folded[i] not in lexicon.conjunctions else 0
