"""The elements of a page as the labeller measures them: which blocks they hold, what their names say, what repeats.

Elements stand in the order in which they open, so what an element holds is one run of numbers: sums over it are
differences of running sums. Text has no elements; its groups between blank lines and the sections under its headings
take their place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cleaner.document import Document, Element
from cleaner.label.odds import Odds
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

    def __init__(self, seen: Sequence[View], document: Document, odds: Odds) -> None:
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

    def _descend(self, elements: Sequence[Element], above: list[int], odds: Odds) -> None:
        """Go through the elements that hold blocks, outermost first, handing down what they say."""
        count, held = self.count, self.blocks.tolist()
        up, depth, inside, repeat, shape = [-1] * count, [0] * count, [0] * count, [0] * count, [0] * count
        hidden = [False] * count
        told, near, low, high = [0.0] * count, [0.0] * count, [0.0] * count, [0.0] * count
        siblings: Counter[tuple[int, str, str]] = Counter(
            (e[1], e[0], e[2]) for e, n in zip(elements, held, strict=True) if n
        )
        shapes: dict[tuple[int, str, str], int] = {}
        for at, (own, n) in enumerate(zip(elements, held, strict=True)):
            if not n:
                continue
            tag, parent, names, is_hidden = own
            said = odds.told(names) if names else None
            if parent >= 0:
                up[at] = parent if held[parent] > n else up[parent]
                depth[at] = depth[parent] + 1
                inside[at] = inside[parent]
                repeat[at] = repeat[parent]
                hidden[at] = hidden[parent]
                told[at], near[at] = _FADING * told[parent], _FADING_NEAR * near[parent]
                low[at], high[at] = low[parent], high[parent]
            if tag in _BITS:
                inside[at] |= _BITS[tag]
            again = siblings[parent, tag, names]
            if again >= _REPEATS:
                repeat[at] = again
            if is_hidden:
                hidden[at] = True
            if said is not None:
                told[at] += said.sum
                near[at] += said.sum
                if said.low < low[at]:
                    low[at] = said.low
                if said.high > high[at]:
                    high[at] = said.high
            shape[at] = shapes.setdefault((shape[parent] if parent >= 0 else -1, tag, names), len(shapes) + 1)
        self.up = np.array(up, np.int64)
        self.shape = np.array(shape, np.int64)
        self.inside = np.array(inside, np.int64)
        self.depth, self.repeat, self.hidden, self.told, self.near, self.low, self.high = (
            np.array(values, np.float32) for values in (depth, repeat, hidden, told, near, low, high)
        )

    def sums(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return for every element the sum over the blocks it holds."""
        if not self.count:
            return np.zeros(0)
        owned = self.parent >= 0
        own = np.bincount(self.parent[owned], weights=values[owned], minlength=self.count)
        running = np.concatenate(([0.0], np.cumsum(own)))
        held: NDArray[np.float64] = running[self.ends] - running[self._starts]
        return held

    def branches(self, levels: int) -> list[Ints]:
        """Return for each level the element above every block that holds more than the level before; -1 for none."""
        if not self.count:
            return [np.full(len(self.parent), -1, np.int64)] * levels
        at = self.parent
        single = (at >= 0) & (self.blocks[at] <= 1)
        at = np.where(single, self.up[at], at)
        out = [at]
        for _ in range(levels - 1):
            at = np.where(at >= 0, self.up[at], -1)
            out.append(at)
        return out

    def tags(self) -> NDArray[np.bool_]:
        """Return whether each block stands inside each of TAGS."""
        inside = pick(self.inside, self.parent, 0)
        bits = np.array([_BITS[tag] for tag in TAGS], np.int64)
        held: NDArray[np.bool_] = (inside[:, None] & bits[None, :]) > 0
        return held


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
