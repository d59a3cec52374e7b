"""The elements of a page as the labeller measures them: which blocks they hold, what their names say, what repeats.

Elements stand in the order in which they open, so what an element holds is one run of numbers: sums over it are
differences of running sums. Text has no elements; its groups between blank lines and the sections under its headings
take their place.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cleaner.document import Document, Element
from cleaner.label.learned.odds import Tables
from cleaner.label.views import View

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

TAGS: Final = (
    "article", "main", "nav", "header", "footer", "aside", "form", "table", "ul", "ol", "dl", "li", "figure", "dialog",
    "section", "button", "label", "a", "blockquote", "pre", "details", "p", "h2", "h3", "td",
)  # fmt: skip
"""Elements that say something of all they hold."""
_BITS: Final = {tag: 1 << at for at, tag in enumerate(TAGS)}
_REPEATS: Final = 3
_FADING: Final = 0.8
_FADING_NEAR: Final = 0.4
_PROSE_WORDS: Final = 12
_LINKED: Final = 0.3


class Tree:
    """The elements above the blocks of one document. Arrays run over elements; `parent` over blocks, -1 for none."""

    def __init__(self, seen: Sequence[View], document: Document, odds: Tables) -> None:
        elements: Sequence[Element] = document.elements
        parents = [view.block.parent for view in seen]
        if not elements:
            elements, parents = _groups(seen)
        self.count = len(elements)
        self.parent = np.array(parents, np.int64)
        above = [e[1] for e in elements]
        self._ends(above)
        self.blocks = self.sums(np.ones(len(seen)))
        self._descend(elements, above, odds)

    def _ends(self, above: list[int]) -> None:
        ends = list(range(1, self.count + 1))
        for at in range(self.count - 1, 0, -1):
            parent = above[at]
            if parent >= 0 and ends[at] > ends[parent]:
                ends[parent] = ends[at]
        self.ends = np.array(ends, np.int64)
        self._starts = np.arange(self.count)

    def _descend(self, elements: Sequence[Element], above: list[int], odds: Tables) -> None:
        """Go through the elements that hold blocks, outermost first, handing down what they say.

        All that names and tags say is the same for every element at the same kind of place: it is told once for each.
        """
        count, held = self.count, self.blocks.tolist()
        places = _Places(odds)
        known = places.numbers
        shape, up, hidden = [0] * count, [-1] * count, [False] * count
        for at, ((tag, parent, names, is_hidden), n) in enumerate(zip(elements, held, strict=True)):
            if not n:
                continue
            if parent >= 0:
                up[at] = parent if held[parent] > n else up[parent]
                hidden[at] = is_hidden or hidden[parent]
                place = shape[parent], tag, names
            else:
                hidden[at] = is_hidden
                place = 0, tag, names
            shape[at] = known.get(place) or places.add(place)
        self.up = np.array(up, np.int64)
        self.shape = np.array(shape, np.int64)
        self.hidden = np.array(hidden, np.float32)
        self.inside = np.array(places.inside, np.int64)[self.shape]
        told = np.array(places.told, np.float32)
        self.depth, self.told, self.near, self.low, self.high = told[self.shape].T
        self.repeat = self._repeats(above, len(places.told))

    def _repeats(self, above: list[int], shapes: int) -> Floats:
        """Return for each element how many alike it or the nearest repeated one above it is; 0 where none is."""
        key = np.array(above, np.int64) * shapes + self.shape
        _, number, counted = np.unique(key, return_inverse=True, return_counts=True)
        again = np.where(self.shape > 0, counted[number], _REPEATS).tolist()
        for at, count in enumerate(again):
            if count < _REPEATS:
                again[at] = again[above[at]] if above[at] >= 0 else 0
        return np.where(self.shape > 0, again, 0).astype(np.float32)

    def sums(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return for every element the sum over the blocks it holds."""
        if not self.count:
            return np.zeros(0)
        owned = self.parent >= 0
        own = np.bincount(self.parent[owned], weights=values[owned], minlength=self.count)
        running = np.concatenate(([0.0], np.cumsum(own)))
        held: NDArray[np.float64] = running[self.ends] - running[self._starts]
        return held

    def branches(self, levels: int) -> Ints:
        """Return for each level the element above every block that holds more than the level before; -1 for none."""
        out = np.full((levels, len(self.parent)), -1, np.int64)
        if self.count:
            up = np.append(self.up, -1)
            at = self.parent
            single = (at >= 0) & (self.blocks[at] <= 1)
            out[0] = at = np.where(single, up[at], at)
            for level in range(1, levels):
                out[level] = at = up[at]
        return out

    def tags(self) -> NDArray[np.bool_]:
        """Return whether each block stands inside each of TAGS."""
        inside = np.asarray(pick(self.inside, self.parent, 0), np.int64)
        bits = np.array([_BITS[tag] for tag in TAGS], np.int64)
        held: NDArray[np.bool_] = (inside[:, None] & bits[None, :]) > 0
        return held


class _Places:
    """The kinds of place that elements stand at: a path of tags and names each, and what is said on it.

    Number 0 is the place of what holds no block. `told`: depth, all odds, fading and fading fast, the lowest, the
    highest."""

    def __init__(self, odds: Tables) -> None:
        self._odds = odds
        self.numbers: dict[tuple[int, str, str], int] = {}
        self.inside = [0]
        self.told: list[tuple[float, float, float, float, float]] = [(0, 0.0, 0.0, 0.0, 0.0)]

    def add(self, place: tuple[int, str, str]) -> int:
        """Number a place not met before: the number of the place above, tag, names."""
        above, tag, names = place
        number = self.numbers[place] = len(self.told)
        depth, told, near, low, high = self.told[above]
        told, near = _FADING * told, _FADING_NEAR * near
        if names:
            said, lowest, highest = self._odds.told(names)
            told, near = told + said, near + said
            low = lowest if lowest < low else low
            high = highest if highest > high else high
        self.inside.append(self.inside[above] | _BITS.get(tag, 0))
        self.told.append((depth + 1 if above else 0, told, near, low, high))
        return number


def pick(values: NDArray[np.generic], at: Ints, missing: float) -> NDArray[np.generic]:
    """Return the value of the element at each place, `missing` where there is none."""
    if not len(values):
        return np.full(len(at), missing, values.dtype)
    return np.where(at >= 0, values[at], np.asarray(missing, values.dtype))


def is_prose(view: View) -> bool:
    """Return whether a block is long and not made of links."""
    return view.words >= _PROSE_WORDS and view.block.link_share < _LINKED


def _groups(seen: Sequence[View]) -> tuple[list[Element], list[int]]:
    """Return the groups of a text as elements, and the number of each block's: the text, its sections, their groups."""
    made = [Element("body", -1)]
    parents = []
    section, group = 0, -1
    for view in seen:
        if view.block.element == "heading":
            section, group = len(made), -1
            made.append(Element("section", 0))
        if view.group != group:
            group = view.group
            made.append(Element("div", section))
        parents.append(len(made) - 1)
    return made, parents
