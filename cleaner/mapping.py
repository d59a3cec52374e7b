"""The piecewise map between a block's text and the source: look-ups, edits, and the way back.

Runs tile the text without holes, in order. Canonical form: neighbours that continue each other are one run,
so that undoing an edit gives back the very runs that were read.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from cleaner.ledger import Run

Runs = tuple[Run, ...]


def identity(length: int, source_start: int) -> Runs:
    """Return the map of a text that is a plain slice of the source.

    >>> identity(3, 10)
    (Run(text_start=0, text_end=3, source_start=10, source_end=13, exact=True),)
    """
    return (Run(0, length, source_start, source_start + length, True),) if length else ()


def canonical(pieces: Iterable[Run]) -> Runs:
    """Return the pieces with empty ones dropped and neighbours that continue each other joined.

    >>> canonical([Run(0, 2, 5, 7, True), Run(2, 4, 7, 9, True)])
    (Run(text_start=0, text_end=4, source_start=5, source_end=9, exact=True),)
    """
    out: list[Run] = []
    for piece in pieces:
        if piece.text_start == piece.text_end:
            continue
        if out:
            last = out[-1]
            if last.exact and piece.exact and last.source_end == piece.source_start:
                out[-1] = Run(last.text_start, piece.text_end, last.source_start, piece.source_end, True)
                continue
            if not last.exact and not piece.exact and last[2:4] == piece[2:4]:
                out[-1] = Run(last.text_start, piece.text_end, last.source_start, last.source_end, False)
                continue
        out.append(piece)
    return tuple(out)


def shift(pieces: Iterable[Run], by: int) -> list[Run]:
    """Return the pieces with their text offsets moved; the source stays."""
    return [Run(r.text_start + by, r.text_end + by, r.source_start, r.source_end, r.exact) for r in pieces]


def clip(runs: Sequence[Run], start: int, end: int) -> list[Run]:
    """Return what the runs say of text [start, end); text offsets as in `runs`."""
    if start >= end:
        return []
    first = max(0, bisect_right(runs, start, key=_text_start) - 1)
    out = []
    for run in runs[first:]:
        if run.text_start >= end:
            break
        a, b = max(start, run.text_start), min(end, run.text_end)
        if a >= b:
            continue
        if run.exact:
            at = run.source_start - run.text_start
            out.append(Run(a, b, at + a, at + b, True))
        else:
            out.append(Run(a, b, run.source_start, run.source_end, False))
    return out


def to_source(runs: Sequence[Run], start: int, end: int) -> tuple[int, int]:
    """Return the source span of text [start, end); inside an inexact run it widens to the whole run.

    >>> to_source([Run(0, 4, 0, 4, True), Run(4, 5, 4, 9, False)], 2, 5)
    (2, 9)
    """
    if not runs:
        return 0, 0
    if start >= end:
        return (point := _point(runs, start)), point
    pieces = clip(runs, start, end)
    if not pieces:
        return (point := _point(runs, start)), point
    return min(p.source_start for p in pieces), max(p.source_end for p in pieces)


def _point(runs: Sequence[Run], at: int) -> int:
    """Return the source offset of one text offset."""
    run = runs[max(0, bisect_right(runs, at, key=_text_start) - 1)]
    if run.exact:
        return run.source_start + min(at, run.text_end) - run.text_start
    return run.source_end if at >= run.text_end else run.source_start


def _text_start(run: Run) -> int:
    return run.text_start
