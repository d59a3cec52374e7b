"""What the markup of a page says of its blocks: the elements around them, and a second opinion on the main content.

Tags and template words name a kind; whether a block is article at all is for now trafilatura's reading of the page,
kept on each block as the probability of being article.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from cleaner.document import Document
from cleaner.label.reasons import REASONS
from cleaner.label.views import View
from cleaner.language import section
from cleaner.taxonomy import group
from cleaner.text import fold

_PROSE_SHARE: Final = 0.3
"""An element that holds more of the page's prose is never furniture, whatever its name (notes on 44 worst pages)."""
_SHINGLE: Final = 4
_KEEP: Final = 0.5
_LEAST_WORDS: Final = 25
_CUES_OF_PLACE: Final = ("byline", "photo_credit", "caption", "tags", "breadcrumb")


@dataclass(frozen=True)
class Markup:
    """The markup topic of a pack."""

    tags: dict[str, str] = field(default_factory=dict)
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)


@lru_cache(maxsize=1)
def _markup() -> tuple[dict[str, str], dict[str, str]]:
    stated = section("und", "markup", Markup)
    return stated.tags, {word: label for label, words in stated.names.items() for word in words}


def by_markup(seen: Sequence[View], document: Document) -> None:
    """Name blocks by the elements around them, and those that the page keeps outside its main content."""
    cues = _cues(seen, document)
    main = _main_content(document.source)
    for view in seen:
        cue = cues[view.block.parent] if 0 <= view.block.parent < len(cues) else ""
        if main is not None:
            view.article = main.share(view)
        if view.label or view.stamp or view.block.element in ("image", "caption", "time") or view.block.level == 1:
            continue
        outside = view.article is not None and view.article < _KEEP
        if cue and (
            outside or main is None or cue in _CUES_OF_PLACE or (group(cue) == "noise" and view.block.link_share > 0.8)
        ):
            _name(view, cue, "und/marked-place")
        elif outside:
            _name(view, _outside(view), "und/outside-main-content")


def _outside(view: View) -> str:
    """Return what a block outside the main content is, by its links and its length."""
    linked = view.block.link_share >= 0.8
    if linked and view.words >= 4:
        return "related_list_item"
    return "nav" if linked or view.words < 8 else "footer"


def _name(view: View, label: str, reason: str) -> None:
    view.label, view.rule, view.why, view.confidence = label, reason, REASONS[reason].why, REASONS[reason].confidence


def _cues(seen: Sequence[View], document: Document) -> list[str]:
    """Return for each element the label its own or its nearest named ancestor's markup speaks for, '' for none."""
    tags, names = _markup()
    elements = document.elements
    prose = [0] * len(elements)
    for view in seen:
        if view.prose and 0 <= view.block.parent < len(elements):
            prose[view.block.parent] += view.words
    total = sum(prose)
    for at in range(len(elements) - 1, -1, -1):
        if 0 <= elements[at].parent < at:
            prose[elements[at].parent] += prose[at]
    cues: list[str] = []
    for at, element in enumerate(elements):
        own = tags.get(element.tag, "")
        for word in fold(element.names).split() if element.names else ():
            own = names.get(word, own)
        if own and total and prose[at] > _PROSE_SHARE * total:
            own = ""
        cues.append(own or (cues[element.parent] if 0 <= element.parent < at else ""))
    return cues


@dataclass(frozen=True)
class _Main:
    """The main content another extractor sees: its shingles and its whole lines."""

    shingles: frozenset[tuple[str, ...]]
    lines: frozenset[str]

    def share(self, view: View) -> float:
        """Return the share of a block's words that stand in the main content, 0 to 1."""
        own = view.folded.split()
        if len(own) < _SHINGLE:
            return 1.0 if view.folded in self.lines else 0.0
        grams = _shingles(own)
        return round(sum(g in self.shingles for g in grams) / len(grams), 3)


def _shingles(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1)]


def _main_content(source: str) -> _Main | None:
    """Return trafilatura's main content, None where it finds too little to judge by."""
    import logging

    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        text = trafilatura.extract(source, include_comments=False, include_tables=True, with_metadata=False)
    except Exception:  # a voter that fails has no vote; hostile pages make lxml raise all kinds
        return None
    lines = [fold(line) for line in (text or "").split("\n")]
    found = [w for line in lines for w in line.split()]
    if len(found) < _LEAST_WORDS:
        return None
    return _Main(frozenset(g for line in lines for g in _shingles(line.split())), frozenset(lines))
