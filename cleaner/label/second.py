"""A second opinion on the main content of a page: trafilatura's reading, and how much of each block stands in it.

Decides alone with `--engine trafilatura`; beside the trained model it adds nothing (docs/model.md). Loads trafilatura
on the first call; changes nothing and never fails: a page it cannot read has no second opinion.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cleaner.label.furniture.sections import rename
from cleaner.taxonomy import group
from cleaner.text import fold

if TYPE_CHECKING:
    from cleaner.label.views import View

KEEP: Final = 0.5
"""From this share of its words on, a block counts as read."""
LEAST_WORDS: Final = 25
"""A shorter reading says more about the reader than about the page."""
_RECORDED: Final = ("title", "kicker")
"""Part of the record whether read or not."""
_SHINGLE: Final = 4
_LINKED: Final = 0.8
_ITEM_WORDS: Final = 4
_FEW_WORDS: Final = 8


@dataclass(frozen=True)
class Reading:
    """The main content as the second voice sees it: its shingles of four words, and its whole lines and cells."""

    shingles: frozenset[tuple[str, ...]]
    lines: frozenset[str]

    def share(self, view: View) -> float:
        """Return the share of a block's words that stand in the main content, 0 to 1."""
        own = view.folded.split()
        if len(own) < _SHINGLE:
            return 1.0 if view.folded in self.lines else 0.0
        grams = _shingles(own)
        return round(sum(g in self.shingles for g in grams) / len(grams), 3)


def second(source: str, least: int = LEAST_WORDS) -> Reading | None:
    """Return trafilatura's reading of a page; None where it fails or reads fewer than `least` words.

    >>> second("<p>Too short to judge a page by.</p>") is None
    True
    """
    import logging

    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        text = trafilatura.extract(source, include_comments=False, include_tables=True, with_metadata=False) or ""
    except Exception:  # a voter that fails has no vote; hostile pages make lxml raise all kinds
        return None
    lines = [fold(line) for line in text.split("\n")]
    words = " ".join(lines).split()  # runs go on across lines: a block of code holds many
    if len(words) < least:
        return None
    cells = (fold(cell) for line in text.split("\n") if "|" in line for cell in line.split("|"))
    return Reading(frozenset(_shingles(words)), frozenset((*lines, *cells)) - {""})


def alone(seen: Sequence[View], reading: Reading) -> None:
    """Let the second voice decide alone: what it read is article, the rest is not; other voices only name kinds."""
    first = True
    for view in seen:
        if view.article is None:
            view.article = reading.share(view)
        if view.label in _RECORDED or view.block.element == "image":
            continue
        if view.article >= KEEP:
            if not view.label or group(view.label) != "article":
                rename(view, _inside(view, first), "und/second-voice")
            first = False
        elif not view.label or group(view.label) == "article":
            rename(view, kind_outside(view), "und/outside-main-content")


def kind_outside(view: View) -> str:
    """Return what a block outside the main content is, by its links and its length."""
    linked = is_linked(view)
    if linked and view.words >= _ITEM_WORDS:
        return "related_list_item"
    return "nav" if linked or view.words < _FEW_WORDS else "footer"


def is_linked(view: View) -> bool:
    """Return whether a block is next to nothing but links."""
    return view.block.link_share >= _LINKED


def _inside(view: View, first: bool) -> str:
    if view.block.element == "heading":
        return "subheading"
    return "lead" if first else "body"


def _shingles(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1)]
