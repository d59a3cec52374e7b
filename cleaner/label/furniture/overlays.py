"""Which elements of a page are laid over it to ask for consent, by the names that consent platforms give them.

Names come from data. An element that holds much of the page's prose is not laid over it, whatever it is called; only
what a platform alone calls so, around no part of the page itself, needs no such proof. Names no block.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from cleaner.document import Document, Element
from cleaner.language import section

_MOST_PROSE: Final = 0.35
"""An element with a larger share of the page's prose is part of it (notes on 44 worst pages: 0.3 to 0.4)."""
_PROSE_CHARS: Final = 60
_PAGE: Final = frozenset({"html", "body", "main", "article", "h1"})
"""Elements that belong to the page itself."""
_KNOWN: Final = 1 << 14


@dataclass(frozen=True)
class Consent:
    """The consent topic of a pack."""

    overlays: tuple[str, ...] = ()
    beginnings: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    things: tuple[str, ...] = ()


def consent(document: Document) -> list[bool]:
    """Return for each element of a page whether it is laid over the page to ask for consent, or inside such a one.

    >>> from cleaner.readers import document as read
    >>> page = "<div id=onetrust-consent-sdk><p>We value you.</div><p class=x>Text."
    >>> consent(read(page, format="html"))
    [True, True, False]
    """
    elements = document.elements
    strength = _strength()
    said = {names: how for names in dict.fromkeys(e[2] for e in elements) if names and (how := strength(names))}
    out = [False] * len(elements)
    if not said:
        return out
    share = _shares(document)
    page = _page(elements)
    for at, (_, parent, names, _) in enumerate(elements):
        if 0 <= parent < at and out[parent]:
            out[at] = True
        elif (how := said.get(names, 0)) and not page[at]:
            out[at] = how > 1 or share[at] <= _MOST_PROSE
    return out


@lru_cache(maxsize=1)
def _strength() -> Callable[[str], int]:
    """Return a function that says how surely names are those of an overlay: 2 a platform's own, 1 likely, 0 not."""
    stated = section("und", "consent", Consent)
    own = frozenset(name.lower() for name in stated.overlays)
    beginnings = tuple(name.lower() for name in stated.beginnings)
    shortest = min(map(len, beginnings), default=0)
    openings = frozenset(beginning[:shortest] for beginning in beginnings)
    subjects, things = "|".join(stated.subjects), "|".join(stated.things)
    near = re.compile(rf"(?<![a-z])(?:{subjects})[-_]{{0,2}}(?:{things})(?![a-z])|"
                      rf"(?<![a-z])(?:{things})[-_]{{0,2}}(?:{subjects})(?![a-z])")  # fmt: skip

    subject = re.compile(subjects)

    @lru_cache(maxsize=_KNOWN)
    def strength(names: str) -> int:
        low = names.lower()
        words = low.split()
        if not own.isdisjoint(words):
            return 2
        may_begin = not openings.isdisjoint([word[:shortest] for word in words])
        if may_begin and any(word.startswith(beginnings) for word in words):
            return 1
        return int(subject.search(low) is not None and near.search(low) is not None)

    return strength


def _shares(document: Document) -> list[float]:
    """Return for each element the share of the page's prose outside links that it holds."""
    elements = document.elements
    held = [0.0] * len(elements)
    for block in document.blocks:
        if block.parent >= 0 and len(block.text) >= _PROSE_CHARS:
            held[block.parent] += len(block.text) * (1.0 - block.link_share)
    total = sum(held)
    for at in range(len(elements) - 1, 0, -1):
        if held[at] and (parent := elements[at][1]) >= 0:
            held[parent] += held[at]
    return [prose / total for prose in held] if total else held


def _page(elements: Sequence[Element]) -> list[bool]:
    """Return for each element whether it is, or holds, a part of the page itself: its title, its main content."""
    out = [element.tag in _PAGE for element in elements]
    for at in range(len(elements) - 1, 0, -1):
        if out[at] and (parent := elements[at][1]) >= 0:
            out[parent] = True
    return out
