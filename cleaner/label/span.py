"""Where the article's prose begins and ends among the blocks: the run of blocks with the most prose and the least noise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaner.label.views import View

# A paragraph counts its words up to _PROSE_MOST; furniture counts against. The weights were set on the seeds and on
# invented scrapes: a consent paragraph or a list heading outweighs one stray sentence, never two paragraphs.
_PROSE_MOST: Final = 60
_NOISE: Final = -14
_SHORT: Final = -3
_SLIGHT: Final = -1


def article_span(seen: Sequence[View]) -> tuple[int, int] | None:
    """Return the numbers of the first and the last prose block of the article, None where there is no prose.

    The span is the contiguous run with the greatest sum of weights; of equal runs the first and longest.
    """
    best, best_span = 0, None
    total, start = 0, 0
    for at, view in enumerate(seen):
        if total <= 0:
            total, start = 0, at
        total += _weight(view)
        if view.prose and not view.label and total > best:
            best, best_span = total, (start, at)
    if best_span is None:
        return None
    first, last = best_span
    while first < last and (seen[first].label or not seen[first].prose):
        first += 1
    return first, last


def _weight(view: View) -> int:
    if view.noise:
        return _NOISE
    if view.label:
        return _SLIGHT
    if view.prose:
        return min(view.words, _PROSE_MOST)
    if view.block.element in ("heading", "list_item", "table_cell", "quotation", "preformatted"):
        return _SLIGHT
    return _SHORT
