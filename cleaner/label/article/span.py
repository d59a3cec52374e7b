"""Where the article's prose begins and ends among the blocks: the run with the most prose, the least noise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaner.label.views import View

# A paragraph counts its words up to _PROSE_MOST; furniture counts against, by how surely it ends an article: a pointer
# or an advertisement stands inside articles every day, consent text and comments only outside. The weights were set by
# hand on the seeds and on invented scrapes.
_PROSE_MOST: Final = 60
_SENTENCE_WORDS: Final = 5
_AGAINST: Final = {
    "related_link": -4, "related_list_heading": -10, "related_list_item": -3, "related_list_date": -2,
    "comment_count": -12, "comment": -8, "comment_disclaimer": -15, "cookie_banner": -15, "cookie_button": -8,
    "ad_label": -3, "paywall": -3, "share": -5, "subscription": -6, "nav": -6, "footer": -15, "site_slogan": -10,
    "agency_credit": -8, "tags": -8, "source_url_label": -8, "source_url": -8,
}  # fmt: skip
_SHORT: Final = -3
_SLIGHT: Final = -1


def article_span(seen: Sequence[View]) -> tuple[int, int] | None:
    """Return the numbers of the first paragraph and the last sentence of the article, None where there is no prose.

    The span is the contiguous run with the greatest sum of weights; of equal runs the first and longest.
    """
    best, best_span = 0, None
    total, start = 0, 0
    for at, view in enumerate(seen):
        if total <= 0:
            total, start = 0, at
        total += _weight(view)
        if _sentence(view) and not view.label and total > best:
            best, best_span = total, (start, at)
    if best_span is None:
        return None
    first, last = best_span
    while first < last and (seen[first].label or not seen[first].prose):
        first += 1
    return (first, last) if seen[first].prose else None


def _sentence(view: View) -> bool:
    """Return whether it reads as a sentence: shorter than what counts as prose where an article begins, or as long and
    without its stop."""
    return view.prose or (view.ends and view.words >= _SENTENCE_WORDS)


def _weight(view: View) -> int:
    if view.label:
        return _AGAINST.get(view.label, _SLIGHT)
    if _sentence(view):
        return min(view.words, _PROSE_MOST)
    if view.block.element in ("heading", "list_item", "table_cell", "quotation", "preformatted"):
        return _SLIGHT
    return _SHORT
