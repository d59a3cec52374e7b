"""What the markup of a page says of its blocks: tags and template words of the elements around them name a kind.

Names every block by that only where the trained model does not decide: in bodies of feeds, and beside the second voice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from cleaner.document import Document
from cleaner.label.furniture.sections import rename
from cleaner.label.second import KEEP, Reading, kind_outside
from cleaner.label.views import View
from cleaner.language import section
from cleaner.taxonomy import group
from cleaner.text import fold

_PROSE_SHARE: Final = 0.3
"""An element that holds more of the page's prose is never furniture, whatever its name (notes on 44 worst pages)."""
_PARTED: Final = {code: " " for code in range(128) if not chr(code).isalnum()}
"""Parts ASCII names into their words, as `fold` does."""
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


def by_markup(seen: Sequence[View], document: Document, main: Reading | None) -> None:
    """Name blocks by the elements around them, and those that the page keeps outside its main content."""
    around = cues(seen, document)
    for view in seen:
        cue = cue_of(view, around)
        if main is not None:
            view.article = main.share(view)
        if view.label or view.stamp or view.block.element in ("image", "caption", "time") or view.block.level == 1:
            continue
        outside = main is not None and view.article is not None and view.article < KEEP
        if cue and (
            outside or main is None or cue in _CUES_OF_PLACE or (group(cue) == "noise" and view.block.link_share > 0.8)
        ):
            rename(view, cue, "und/marked-place")
        elif outside:
            rename(view, kind_outside(view), "und/outside-main-content")


def cues(seen: Sequence[View], document: Document) -> list[str]:
    """Return for each element the label its own or its nearest named ancestor's markup speaks for, '' for none."""
    elements = document.elements
    prose = [0] * len(elements)
    above = [element[1] for element in elements]
    for view in seen:
        if view.prose and 0 <= view.block.parent < len(elements):
            prose[view.block.parent] += view.words
    total = sum(prose)
    for at in range(len(elements) - 1, 0, -1):
        if prose[at] and 0 <= above[at] < at:
            prose[above[at]] += prose[at]
    most = _PROSE_SHARE * total if total else float("inf")
    out: list[str] = []
    for at, (tag, parent, names, _) in enumerate(elements):
        own = _cue(tag, names)
        if own and prose[at] > most:
            own = ""
        out.append(own or (out[parent] if 0 <= parent < at else ""))
    return out


def cue_of(view: View, cues: Sequence[str]) -> str:
    """Return what the elements around one block speak for, of what `cues` gave for all elements; '' for nothing."""
    return cues[view.block.parent] if 0 <= view.block.parent < len(cues) else ""


@lru_cache(maxsize=1 << 14)
def _cue(tag: str, names: str) -> str:
    """Return the label that one element's tag and names speak for, '' for none."""
    tags, labels = _markup()
    own = tags.get(tag, "")
    words = (names.lower().translate(_PARTED) if names.isascii() else fold(names)).split()
    if not labels.keys().isdisjoint(words):
        for word in words:
            own = labels.get(word, own)
    return own
