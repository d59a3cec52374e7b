"""Labelled pages as rows of the labeller's matrix. The words of a host never tell of its own pages.

First pass: read each page, find which blocks are true, count its words. Second pass: measure, with odds from which
the page's own host is taken out, so that in training as in use a page is judged by what other hosts taught.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

import numpy as np

from cleaner import readers
from cleaner.config import Config
from cleaner.document import Document, Format
from cleaner.label import prepared
from cleaner.label.learned.features import features
from cleaner.label.learned.odds import Tables, parts
from cleaner.label.learned.tree import Floats, Tree
from cleaner.label.views import View
from cleaner.pipeline import run_stages
from cleaner.training.examples import Example
from cleaner.training.truth import ARTICLE, shares
from cleaner.training.truth import words as truth_words

_LEAST_HOSTS: Final = 4
_SMOOTH_WORDS: Final = 3.0
_SMOOTH_NAMES: Final = 2.0
_MOST_WORDS: Final = 200
_ABOVE: Final = 6
_LEAST_SHARE: Final = 0.15
_LEAST_PAGE: Final = 20
_MOST_BLOCK: Final = 150
_LEAST_BLOCK: Final = 0.0008
_SHORT_BLOCK: Final = 8
_THINNED: Final = 3


@dataclass
class Page:
    """One example as read: its blocks, which of them are true, and the words that stand in either."""

    example: Example
    document: Document
    seen: list[View]
    shares: list[float]
    words: dict[str, tuple[bool, bool]]
    names: dict[str, tuple[bool, bool]]


def read(example: Example) -> Page:
    """Read one example up to the labels, and find which blocks are true."""
    config = Config()
    format: Format | None = "html" if isinstance(example.content, bytes) else None
    document = run_stages(readers.document(example.content, format=format), config, until="label")
    seen = prepared(document, config)
    found = shares([view.block.text for view in seen], example.truth)
    words: dict[str, tuple[bool, bool]] = {}
    names: dict[str, tuple[bool, bool]] = {}
    for view, share in zip(seen, found, strict=True):
        if share >= 0:
            true = share >= ARTICLE
            _note(words, view.folded.split(" ")[:_MOST_WORDS], true)
            _note(names, _names_above(view, document), true)
    for view in seen:
        view.hits = []
    document = replace(document, source="", blocks=())
    return Page(replace(example, content=""), document, seen, found, words, names)


def _note(table: dict[str, tuple[bool, bool]], words: Iterable[str], true: bool) -> None:
    for word in filter(None, words):
        inside, outside = table.get(word, (False, False))
        table[word] = (inside or true, outside or not true)


def _names_above(view: View, document: Document) -> list[str]:
    out: list[str] = []
    at = view.block.parent
    for _ in range(_ABOVE):
        if at < 0:
            break
        out += parts(document.elements[at].names)
        at = document.elements[at].parent
    return out


@dataclass(frozen=True)
class Counts:
    """On how many hosts each word stands inside and outside main content."""

    words: tuple[Counter[str], Counter[str]]
    names: tuple[Counter[str], Counter[str]]
    hosts: Mapping[str, tuple[dict[str, tuple[bool, bool]], dict[str, tuple[bool, bool]]]]

    @classmethod
    def of(cls, pages: Iterable[Page]) -> Counts:
        hosts: dict[str, tuple[dict[str, tuple[bool, bool]], dict[str, tuple[bool, bool]]]] = {}
        for page in pages:
            words, names = hosts.setdefault(page.example.host, ({}, {}))
            for table, found in ((words, page.words), (names, page.names)):
                for word, (inside, outside) in found.items():
                    before = table.get(word, (False, False))
                    table[word] = (before[0] or inside, before[1] or outside)
        made = []
        for number in (0, 1):
            inside_, outside_ = Counter[str](), Counter[str]()
            for tables in hosts.values():
                inside_.update(w for w, (a, _) in tables[number].items() if a)
                outside_.update(w for w, (_, b) in tables[number].items() if b)
            made.append((inside_, outside_))
        return cls(made[0], made[1], hosts)

    def tables(self) -> Tables:
        """Return the odds of all words that enough hosts have."""
        none = (False, False)
        return Tables(
            {w: o for w in sorted({*self.words[0], *self.words[1]}) if (o := self._odds(w, 0, none))},
            {w: o for w in sorted({*self.names[0], *self.names[1]}) if (o := self._odds(w, 1, none))},
        )

    def without(self, page: Page) -> Tables:
        """Return the odds of one page's words, its own host taken out."""
        own_words, own_names = self.hosts.get(page.example.host, ({}, {}))
        none = (False, False)
        return Tables(
            {w: o for w in page.words if (o := self._odds(w, 0, own_words.get(w, none)))},
            {w: o for w in page.names if (o := self._odds(w, 1, own_names.get(w, none)))},
        )

    def _odds(self, word: str, number: int, own: tuple[bool, bool]) -> float:
        inside, outside = (self.words, self.names)[number]
        a, b = inside[word] - own[0], outside[word] - own[1]
        if a + b < _LEAST_HOSTS:
            return 0.0
        smooth = (_SMOOTH_WORDS, _SMOOTH_NAMES)[number]
        return round(math.log((a + smooth) / (b / self._ratios[number] + smooth)), 2)

    @cached_property
    def _ratios(self) -> tuple[float, float]:
        """How many more words stand outside than inside, of texts and of names."""
        words, names = (outside.total() / max(1, inside.total()) for inside, outside in (self.words, self.names))
        return words, names


def wordless(tables: Tables) -> Tables:
    """Return the odds as a page in a language that was not learned meets them: names alone."""
    return Tables({}, tables.names)


def rows(page: Page, tables: Tables) -> tuple[Floats, tuple[str, ...]]:
    """Return the matrix of one page and the names of its columns."""
    seen = page.seen
    columns = features(seen, page.document, Tree(seen, page.document, tables), tables)
    return columns.matrix(), columns.names


def weights(page: Page) -> Floats:
    """Return what each block weighs, 0 for none: its share of the page's words, so that every page counts alike.

    What stands outside a short text weighs less than the text would, else long menus would count for more than pages.
    Of the short blocks outside, which are half of all, one in three stands for the others.
    """
    shares = np.array(page.shares)
    words = np.array([len(found) for found in map(truth_words, (v.block.text for v in page.seen))], np.float64)
    inside = words[shares >= ARTICLE].sum()
    whole = words[shares >= 0].sum()
    norm = max(inside, _LEAST_SHARE * whole) + _LEAST_PAGE
    out = np.where(shares >= 0, np.minimum(words, _MOST_BLOCK) / norm + _LEAST_BLOCK, 0.0)
    thinned = (shares < ARTICLE) & (words < _SHORT_BLOCK)
    out[thinned] *= np.where(np.arange(len(out))[thinned] % _THINNED == 0, _THINNED, 0.0)
    return out.astype(np.float32)
