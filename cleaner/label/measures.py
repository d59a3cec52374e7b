"""Each block measured on its own: length, shape, links, how its words are wont to stand. One row a block."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

import numpy as np

from cleaner.label.odds import Odds
from cleaner.label.tree import Floats
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
_MONEY: Final = frozenset("$€£¥₹₽₩")


def measures(seen: Sequence[View], odds: Odds) -> Floats:
    """Return one row of COLUMNS for each block."""
    table = odds.words
    copies = Counter(view.block.text[:_KEY] for view in seen)
    met: set[str] = set()
    rows = []
    for view in seen:
        block = view.block
        text = block.text
        words = view.folded.split(" ")[:_MOST_WORDS]
        found = [table[w] for w in words if w in table]
        key = text[:_KEY]
        cased = text.split(None, _CASED_WORDS)[:_CASED_WORDS]
        plain = text.isascii()
        said = group(view.label) if view.label else ""
        told = sum(found)
        rows.append((
            view.words,
            len(text),
            view.ends,
            text.count(",") if plain else sum(map(text.count, _COMMAS)),
            text.count(". ") if plain else sum(map(text.count, _STOPS)),
            sum(map(str.isdigit, words)) / len(words),
            sum([w[0].isupper() for w in cased]) / len(cased) if cased else 0.0,
            text[:1].islower(),
            text[-1:] in ":：",
            "?" in text,
            len(block.links),
            block.level,
            block.link_share,
            told / (len(found) + 2.0),
            min(found, default=0.0),
            max(found, default=0.0),
            told,
            copies[key],
            key not in met,
            view.stamp,
            view.flows,
            not _MONEY.isdisjoint(text[:_KEY]),
            view.confidence if said == "noise" else 0.0,
            view.confidence if said == "metadata" else 0.0,
            view.confidence if said == "media" else 0.0,
        ))  # fmt: skip
        met.add(key)
    return np.array(rows, np.float32).reshape(len(rows), len(COLUMNS))


def elements(seen: Sequence[View]) -> Floats:
    """Return for each block which of ELEMENTS it is, one column each."""
    numbers = {name: at for at, name in enumerate(ELEMENTS)}
    found = np.fromiter((numbers.get(view.block.element, len(ELEMENTS)) for view in seen), np.int64, len(seen))
    return (found[:, None] == np.arange(len(ELEMENTS))[None, :]).astype(np.float32)
