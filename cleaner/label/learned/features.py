"""A document as one matrix: a row for each block, a column for each thing that may say whether it is article.

What a block is, what holds it, what stands around it, and what kind of page it stands on. Every column is computed
with sums in a fixed order and without functions of a mathematical library, so it is the same on every machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cleaner.document import Document
from cleaner.label.learned import measures
from cleaner.label.learned.odds import Tables
from cleaner.label.learned.tree import TAGS, Floats, Tree, is_prose, pick
from cleaner.label.views import View
from cleaner.text import fold

LEVELS: Final = 6
_NAMED_LEVELS: Final = 3
FAR: Final = 99
_DECLARED: Final = 600
_SHORT: Final = 3
_NEAR: Final = (1, -1, 2, -2)
_SHIFTED: Final = ("words", "link_share", "odds", "heading", "ends", "lower")
_HELD: Final = ("blocks", "words", "prose", "linked", "dense", "flow", "depth")
WINDOWS: Final = ((1, 4), (-4, -1), (1, 12), (-12, -1), (-30, 30))


class Columns:
    """Named columns of one length, in the order in which they are put."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.by_name: dict[str, NDArray[np.generic]] = {}

    def put(self, name: str, values: NDArray[np.generic] | float) -> None:
        self.by_name[name] = values if isinstance(values, np.ndarray) else np.full(self.count, values, np.float32)

    def __getitem__(self, name: str) -> NDArray[np.generic]:
        return self.by_name[name]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self.by_name)

    def matrix(self) -> Floats:
        """Return the columns side by side."""
        out = np.empty((len(self.by_name), self.count), np.float32)
        for at, values in enumerate(self.by_name.values()):
            out[at] = values
        return out.T


def features(seen: Sequence[View], document: Document, tree: Tree, odds: Tables) -> Columns:
    """Return what is known of every block before any is judged."""
    out = Columns(len(seen))
    own = measures.measures(seen, odds)
    for at, name in enumerate(measures.COLUMNS):
        out.put(name, own[:, at])
    kinds = measures.elements(seen)
    for at, name in enumerate(measures.ELEMENTS):
        out.put(name, kinds[:, at])
    words = own[:, 0].astype(np.float64)
    prose = words * np.fromiter((is_prose(v) for v in seen), np.float64, len(seen))
    linked = words * own[:, measures.COLUMNS.index("link_share")]
    told = own[:, measures.COLUMNS.index("odds_sum")].astype(np.float64)
    out.put("word_length", own[:, 1] / np.maximum(own[:, 0], 1.0))
    _above(out, tree, words, prose, linked)
    _place(out, words, prose)
    _around(out, tree, words, prose, linked, told)
    _alike(out, tree, kinds, words, linked)
    _declared(out, seen, document)
    _page(out, document, words, prose, linked, told)
    return out


def _above(out: Columns, tree: Tree, words: NDArray[np.float64], prose: NDArray[np.float64],
           linked: NDArray[np.float64]) -> None:  # fmt: skip
    """Put what the elements above a block are, and what else they hold."""
    at = tree.parent
    for name in ("depth", "told", "near", "low", "high", "repeat", "hidden"):
        out.put(name, pick(getattr(tree, name), at, 0.0))
    held = tree.tags()
    for number, tag in enumerate(TAGS):
        out.put("in_" + tag, held[:, number])
    all_words, all_prose = max(1.0, float(words.sum())), max(1.0, float(prose.sum()))
    nothing = np.zeros((4, 1))
    held_by = np.hstack([[tree.blocks, *(tree.sums(values) for values in (words, prose, linked))], nothing])
    told_by = np.hstack([[tree.depth, tree.near], nothing[:2].astype(np.float32)])
    branches = tree.branches(LEVELS)
    count, has_words, has_prose, has_linked = held_by[:, branches]
    some_words = np.maximum(has_words, 1.0)
    deep, near = told_by[:, branches]
    rows = (count, has_words / all_words, has_prose / all_prose, has_linked / some_words,
            has_words / np.maximum(count, 1.0), has_prose / some_words, deep)  # fmt: skip
    for at_level, level in enumerate(range(1, LEVELS + 1)):
        for name, values in zip(_HELD, rows, strict=True):
            out.put(f"{name}^{level}", values[at_level])
        if level <= _NAMED_LEVELS:
            out.put(f"near^{level}", near[at_level])


def _place(out: Columns, words: NDArray[np.float64], prose: NDArray[np.float64]) -> None:
    """Put where a block stands: in the page, from the main heading, from headings and prose."""
    count = out.count
    at = np.arange(count)
    all_words, all_prose = max(1.0, float(words.sum())), max(1.0, float(prose.sum()))
    words_before, prose_before = np.cumsum(words) - words, np.cumsum(prose) - prose
    out.put("place", at / max(1, count))
    out.put("number", at)
    out.put("number_from_end", count - at)
    out.put("words_before", words_before / all_words)
    out.put("prose_before", prose_before / all_prose)
    out.put("prose_after", (all_prose - prose_before - prose) / all_prose)
    heading = np.asarray(out["heading"], np.float32) > 0
    main = np.flatnonzero(heading & (out["level"] == 1))
    out.put("from_main_heading", at - main[0] if len(main) else -999.0)
    out.put("main_headings", float(len(main)))
    out.put("since_heading", since(heading))
    out.put("until_heading", since(heading[::-1])[::-1])
    out.put("since_prose", since(prose > 0))
    out.put("until_prose", since(prose[::-1] > 0)[::-1])


def _around(out: Columns, tree: Tree, words: NDArray[np.float64], prose: NDArray[np.float64],
            linked: NDArray[np.float64], told: NDArray[np.float64]) -> None:  # fmt: skip
    """Put what the neighbours are."""
    near = np.array([out[name] for name in (*_SHIFTED, "depth")], np.float32)
    parent = tree.parent.astype(np.float32)
    for by in _NEAR:
        *there, deep = shift(near, by)
        for name, values in zip(_SHIFTED, there, strict=True):
            out.put(f"{name}@{by}", values)
        out.put(f"together@{by}", shift(parent, by, -5.0) == parent)
        out.put(f"depth@{by}", deep - near[-1])
    summed = np.array((words, prose, linked, told))
    for low, high in WINDOWS:
        around, has_prose, has_linked, has_told = window(summed, low, high)
        some = np.maximum(around, 1.0)
        out.put(f"words{low}:{high}", around)
        out.put(f"prose{low}:{high}", has_prose / some)
        out.put(f"linked{low}:{high}", has_linked / some)
        out.put(f"odds{low}:{high}", has_told / np.maximum(around, 5.0))


def _alike(out: Columns, tree: Tree, kinds: Floats, words: NDArray[np.float64], linked: NDArray[np.float64]) -> None:
    """Put what the blocks at the same kind of place have in common, as the cards of a list."""
    number, counted = alike(tree, kinds)
    has_words = np.bincount(number, weights=words, minlength=1)
    has_linked = np.bincount(number, weights=linked, minlength=1)
    out.put("alike", counted[number])
    out.put("alike_words", has_words[number] / max(1.0, float(words.sum())))
    out.put("alike_dense", has_words[number] / counted[number])
    out.put("alike_linked", has_linked[number] / np.maximum(has_words[number], 1.0))


def alike(tree: Tree, kinds: Floats) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return for each block the number of its kind of place (path of elements and names), and how many each has."""
    kind = np.where(kinds.any(1), kinds.argmax(1), kinds.shape[1])
    shape = pick(tree.shape, tree.parent, 0) * (kinds.shape[1] + 1) + kind
    _, number, counted = np.unique(shape, return_inverse=True, return_counts=True)
    return number, counted


def _declared(out: Columns, seen: Sequence[View], document: Document) -> None:
    """Put how many of a block's words the head of the page declares in its title and description."""
    for field in ("title", "description"):
        stated = {w for hint in document.hints if hint.field == field for w in fold(hint.value[:_DECLARED]).split()}
        stated = {w for w in stated if len(w) > _SHORT or not w.isascii()}
        shared = [len(stated.intersection(view.said)) if stated else 0 for view in seen]
        count = np.array(shared, np.float32)
        out.put(f"{field}_words", count)
        out.put(f"{field}_share", count / np.maximum(out["words"], 1.0))


def _page(out: Columns, document: Document, words: NDArray[np.float64], prose: NDArray[np.float64],
          linked: NDArray[np.float64], told: NDArray[np.float64]) -> None:  # fmt: skip
    """Put what the page is as a whole: the same for each of its blocks."""
    all_words = max(1.0, float(words.sum()))
    out.put("page_blocks", float(out.count))
    out.put("page_words", all_words)
    out.put("page_prose", float(prose.sum()) / all_words)
    out.put("page_linked", float(linked.sum()) / all_words)
    out.put("page_paragraphs", float((prose > 0).sum()))
    out.put("page_longest", float(words.max(initial=0.0)))
    out.put("page_odds", float(told.sum()) / all_words)
    for name in ("heading", "list_item", "table_cell", "image", "ends"):
        out.put("page_" + name, float(np.asarray(out[name], np.float64).mean()) if out.count else 0.0)
    tags = [element[0] for element in document.elements]
    for tag in ("article", "main"):
        out.put(f"page_{tag}s", float(tags.count(tag)))


def since(met: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return how many blocks ago the last one was met, FAR at most; 0 at one itself."""
    at = np.arange(len(met))
    last = np.maximum.accumulate(np.where(met, at, -FAR)) if len(met) else at
    return np.minimum(at - last, FAR)


def shift(values: NDArray[np.generic], by: int, missing: float = 0.0) -> Floats:
    """Return the value `by` blocks after each (before it for a negative number); blocks run along the last axis."""
    out = np.full(values.shape, missing, np.float32)
    if abs(by) < values.shape[-1]:
        if by > 0:
            out[..., :-by] = values[..., by:]
        else:
            out[..., -by:] = values[..., :by]
    return out


def window(values: NDArray[np.float64], low: int, high: int) -> NDArray[np.float64]:
    """Return the sum over the blocks from `low` to `high` places away, both included, along the last axis."""
    count = values.shape[-1]
    running = np.zeros((*values.shape[:-1], count + 1))
    np.cumsum(values, axis=-1, out=running[..., 1:])
    at = np.arange(count)
    ends, starts = np.clip(at + high + 1, 0, count), np.clip(at + low, 0, count)
    summed: NDArray[np.float64] = running[..., ends] - running[..., starts]
    return summed
