"""Each block measured on its own: length, shape, links, how its words are wont to stand. One row a block.

Column by column rather than block by block: so the work is done by maps and sums over all words of a document.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain, repeat
from operator import itemgetter
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cleaner.label.learned.odds import Tables
from cleaner.label.learned.tree import Floats
from cleaner.label.views import View
from cleaner.taxonomy import group

COLUMNS: Final = (
    "words", "chars", "ends", "commas", "stops", "digits", "capitals", "lower", "colon", "question", "links", "level",
    "link_share", "odds", "odds_low", "odds_high", "odds_sum", "copies", "first", "stamp", "flows", "money",
    "said_noise", "said_metadata", "said_media",
)  # fmt: skip
"""What is measured. `said_…` is how sure a rule of wording is that the block belongs to that group."""
ELEMENTS: Final = (
    "paragraph", "heading", "list_item", "quotation", "table_cell", "caption", "image", "button", "preformatted",
    "time", "sentence",
)  # fmt: skip
_MOST_WORDS: Final = 200
_CASED_WORDS: Final = 40
_COMMAS: Final = (",", "،", "、", "，")
_STOPS: Final = (". ", "。", "। ", "؟ ")
_KEY: Final = 200
_MONEY: Final = "$€£¥₹₽₩"
_SAID: Final = ("noise", "metadata", "media")
_NUMBERS: Final = {name: at for at, name in enumerate(ELEMENTS)}
_FIRST: Final = itemgetter(0)


def measures(seen: Sequence[View], odds: Tables) -> Floats:
    """Return one row of COLUMNS for each block."""
    blocks = [view.block for view in seen]
    texts = [block.text for block in blocks]
    keys = [text[:_KEY] for text in texts]
    copies = Counter(keys)
    firsts = dict(zip(reversed(keys), range(len(keys) - 1, -1, -1), strict=True))
    plain = [text.isascii() for text in texts]
    digits, odd, low, high, told = _words(seen, odds)
    told_as = [(_SAID.index(said) if (said := group(v.label)) in _SAID else -1) if v.label else -1 for v in seen]
    columns: list[NDArray[np.generic] | list[int] | list[bool] | list[float]] = [
        [view.words for view in seen],
        [*map(len, texts)],
        [view.ends for view in seen],
        [t.count(",") if ascii else sum(map(t.count, _COMMAS)) for t, ascii in zip(texts, plain, strict=True)],
        [t.count(". ") if ascii else sum(map(t.count, _STOPS)) for t, ascii in zip(texts, plain, strict=True)],
        digits,
        _capitals(texts),
        [text[:1].islower() for text in texts],
        [text[-1:] in ":：" for text in texts],
        ["?" in text for text in texts],
        [len(block.links) for block in blocks],
        [block.level for block in blocks],
        [block.link_share for block in blocks],
        odd, low, high, told,
        [copies[key] for key in keys],
        [firsts[key] == at for at, key in enumerate(keys)],
        [view.stamp for view in seen],
        [view.flows for view in seen],
        _with_money(keys),
        *([v.confidence if said == at else 0.0 for v, said in zip(seen, told_as, strict=True)] for at in range(3)),
    ]  # fmt: skip
    out = np.empty((len(COLUMNS), len(seen)), np.float32)
    for at, column in enumerate(columns):
        out[at] = column
    return out.T


def _words(seen: Sequence[View], odds: Tables) -> list[NDArray[np.float64]]:
    """Return for each block the share of its words that are numbers, and what the odds of its first words are: their
    mean, lowest, highest, sum."""
    nothing, count = ("",), len(seen)
    said = [v.said[:_MOST_WORDS] or nothing for v in seen]
    sizes = np.fromiter(map(len, said), np.int64, count)
    words = [*chain.from_iterable(said)]
    of = np.repeat(np.arange(count), sizes)
    numbers = np.bincount(of, weights=np.fromiter(map(str.isdigit, words), np.float64, len(words)), minlength=count)
    found = np.fromiter(map(odds.words.get, words, repeat(np.nan)), np.float64, len(words))
    known = ~np.isnan(found)
    of, found = of[known], found[known]
    held = np.bincount(of, minlength=count)
    total = np.bincount(of, weights=found, minlength=count)
    low, high = np.zeros(count), np.zeros(count)
    if len(found):
        starts = (np.cumsum(held) - held)[held > 0]
        low[held > 0] = np.minimum.reduceat(found, starts)
        high[held > 0] = np.maximum.reduceat(found, starts)
    return [numbers / sizes, total / (held + 2.0), low, high, total]


def _capitals(texts: Sequence[str]) -> NDArray[np.float64]:
    """Return for each text the share of its first words that begin with a capital."""
    words: list[str] = []
    counted: list[int] = []
    for text in texts:
        first = text.split(None, _CASED_WORDS)[:_CASED_WORDS]
        words += first
        counted.append(len(first))
    sizes = np.array(counted, np.int64)
    upper = np.fromiter(map(str.isupper, map(_FIRST, words)), np.float64, len(words))
    of = np.repeat(np.arange(len(texts)), sizes)
    share: NDArray[np.float64] = np.bincount(of, weights=upper, minlength=len(texts)) / np.maximum(sizes, 1)
    return share


def _with_money(keys: Sequence[str]) -> list[bool]:
    """Return for each text whether a sign of money stands in it."""
    joined = " ".join(keys)
    signs = [sign for sign in _MONEY if sign in joined]
    return [any(sign in key for sign in signs) for key in keys] if signs else [False] * len(keys)


def elements(seen: Sequence[View]) -> Floats:
    """Return for each block which of ELEMENTS it is, one column each."""
    found = np.fromiter((_NUMBERS.get(view.block.element, len(ELEMENTS)) for view in seen), np.int64, len(seen))
    is_one: Floats = (np.arange(len(ELEMENTS))[:, None] == found[None, :]).astype(np.float32)
    return is_one.T
