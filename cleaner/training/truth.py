"""Which blocks of a page are its main content, told from the text of the main content alone.

A block counts by the share of its words that the truth has in the same place and order: a menu's "News" is not the
heading "News" of the article. Short blocks must stand in one piece.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

WORD: Final = re.compile(r"\w+")
ARTICLE: Final = 0.5
"""From this share on a block is article."""
_GRAM: Final = 5
_LIKELY: Final = 0.5
"""A block of which fewer pieces occur in the truth at all is not looked for there."""


def shares(texts: Sequence[str], truth: str) -> list[float]:
    """Return for each text the share of its words found in the truth, in order; -1 for one without words.

    >>> shares(["News", "Menu", "News", "The minister left on Monday."], "News\\n\\nThe minister left on Monday.")
    [0.0, 0.0, 1.0, 1.0]
    """
    from rapidfuzz.distance import LCSseq

    true = words(truth)
    known = {n: set(_grams(true, n)) for n in range(1, _GRAM + 1)}
    own = [words(text) for text in texts]
    numbers: dict[str, int] = {}
    sequence, owner = [], []
    for at, found in enumerate(own):
        grams = _grams(found, min(_GRAM, len(found)))
        if found and sum(g in known[len(g)] for g in grams) >= _LIKELY * len(grams):
            sequence += [numbers.setdefault(w, len(numbers)) for w in found]
            owner += [at] * len(found)
    target = [numbers.setdefault(w, len(numbers)) for w in true]
    placed: list[list[int]] = [[] for _ in texts]
    for step in LCSseq.opcodes(sequence, target):
        if step.tag == "equal":
            for offset in range(step.src_end - step.src_start):
                placed[owner[step.src_start + offset]].append(step.dest_start + offset)
    out = [-1.0 if not found else _share(found, places) for found, places in zip(own, placed, strict=True)]
    _settle(out, own)
    return out


def _settle(out: list[float], own: Sequence[Sequence[str]]) -> None:
    """Where a short block has twins, let the one count that stands nearest to its neighbours in the truth."""
    twins: dict[tuple[str, ...], list[int]] = {}
    for at, found in enumerate(own):
        if 0 < len(found) < _GRAM:
            twins.setdefault(tuple(found), []).append(at)
    kept = [at for at, share in enumerate(out) if share >= ARTICLE]
    for number, at in enumerate(kept):
        same = twins.get(tuple(own[at]), ())
        if len(same) > 1:
            before = kept[number - 1] if number else -len(out)
            after = kept[number + 1] if number + 1 < len(kept) else 2 * len(out)
            free = [n for n in same if before < n < after and (n == at or out[n] < ARTICLE)]
            best = min(free, key=lambda n: (min(n - before, after - n), n))
            out[at], out[best] = (0.0, out[at]) if best != at else (out[at], out[at])
            kept[number] = best


def _share(found: Sequence[str], places: Sequence[int]) -> float:
    apart = places and len(found) < _GRAM and places[-1] - places[0] > len(found) + 1
    return 0.0 if apart else len(places) / len(found)


def words(text: str) -> list[str]:
    """Return the words as they are scored: runs of letters and digits in small letters."""
    return WORD.findall(text.lower())


def _grams(found: Sequence[str], n: int) -> list[tuple[str, ...]]:
    return [tuple(found[i : i + n]) for i in range(len(found) - n + 1)] if n else []
