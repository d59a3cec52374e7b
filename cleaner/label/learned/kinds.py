"""What kind of furniture a block is, told from its words, the names of the elements above it, and its shape.

Asked about blocks outside the article that no rule of wording and no mark of the page names. Speaks only where it is
sure; it never says byline, date or credit, for those would enter the record, nor caption, breadcrumb or tags, which it
tells badly. Learned from blocks that a rule or a mark names: `cleaner.training.kinds`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleaner.document import Document
from cleaner.forest import stored
from cleaner.label.learned.odds import parts
from cleaner.label.views import View

SCALE: Final = 24
"""Weights are whole numbers; as many are one unit of a logarithm, so that a signed byte reaches from -5 to 5."""
SPOKEN: Final = {
    "ad_label": "advertisement labels",
    "comment": "readers' comments", "comment_count": "counts of comments", "comment_disclaimer": "comment rules",
    "cookie_banner": "consent texts", "cookie_button": "consent buttons", "footer": "footers", "nav": "menus",
    "related_link": "pointers to other articles", "related_list_heading": "headings over other articles",
    "related_list_item": "lists of other articles", "share": "share bars", "subscription": "calls to subscribe",
}  # fmt: skip
"""The kinds it may say, as its reasons call them. Of other kinds it was taught, it knows to keep quiet."""
_GUESSED: Final = ("footer", "nav", "related_list_item")
_SURE: Final = 0.7
_SURE_OF_GUESSED: Final = 0.55
"""The kinds that would be guessed otherwise cost less where they are wrong. Blocks that a rule or a mark names would do
with lower lines; of those that neither names, read one by one, what fell below these was no better than the guess."""
_TELLING: Final = 0.5
"""A rarer kind needs a word or a name that speaks for it by as much: shape and place alone are not enough."""
_MOST_WORDS: Final = 40
_WHOLE_WORDS: Final = 2
_ABOVE: Final = 6
NAME, TAG, WHOLE, SHAPE = " n:", " t:", " w:", " s:"
"""How a sign that is no single word begins; a word holds no space."""
ANY: Final = " "
"""The sign that every block has, in the first row: how frequent each kind is."""
_LINKED: Final = (0.05, 0.5, 0.9)
_LENGTHS: Final = (1, 2, 3, 4, 7, 13, 29)
_DIGITS: Final = 0.3
_MOST_CHARS: Final = 200
_MOST_ELEMENTS: Final = 1 << 14


class Guess(NamedTuple):
    """A kind, how sure it is (0 to 1), and the strongest word or name that speaks for it."""

    kind: str
    sure: float
    why: str


class Kinds:
    """What was learned: for each sign a row of `weights`, in it how far the sign speaks for each kind."""

    def __init__(self, kinds: Sequence[str], signs: Sequence[str], weights: NDArray[np.int8]) -> None:
        self.kinds = tuple(kinds)
        self.signs = tuple(signs)
        self.weights = weights
        self._rows = {sign: row for row, sign in enumerate(signs)}
        self._elements: dict[tuple[str, str], dict[int, None]] = {}
        self._heard = [not sign.startswith(ANY) or _named(sign) for sign in signs]
        self._margins = weights - weights.mean(1, dtype=np.float32, keepdims=True)

    def tell(self, asked: Sequence[View], document: Document, span: tuple[int, int]) -> dict[int, Guess]:
        """Return by number the blocks whose kind is sure; `span` is the first and the last block of the article."""
        if not asked:
            return {}
        paged = document.format == "html"
        above: dict[int, list[int]] = {}
        flat: list[int] = []
        starts: list[int] = []
        for view in asked:
            parent = view.block.parent if paged else -1
            if parent not in above:
                above[parent] = self._above(document, parent)
            starts.append(len(flat))
            flat.append(0)
            flat += above[parent]
            flat += self.rows(words(view))
            flat += self.rows(shape(view, span, paged))
        likely = self.likely(flat, starts)
        best = likely.argmax(1).tolist()
        sure = likely.max(1).tolist()
        out: dict[int, Guess] = {}
        for at, view in enumerate(asked):
            kind = self.kinds[best[at]]
            if is_sure(kind, sure[at]):
                found = flat[starts[at] : starts[at + 1] if at + 1 < len(starts) else len(flat)]
                why = self._why(found, best[at])
                if why:
                    out[view.number] = Guess(kind, sure[at], why)
        return out

    def _above(self, document: Document, at: int) -> list[int]:
        """Return the rows of `names_above`, each element's looked up once."""
        found: dict[int, None] = {}
        for element in elements_above(document, at):
            own = self._elements.get(element)
            if own is None:
                if len(self._elements) >= _MOST_ELEMENTS:
                    self._elements.clear()
                own = self._elements[element] = dict.fromkeys(self.rows(names_of(*element)))
            found |= own
        return list(found)

    def rows(self, signs: Iterable[str]) -> list[int]:
        """Return the rows of the signs that were learned."""
        rows = self._rows
        return [rows[sign] for sign in signs if sign in rows]

    def likely(self, flat: Sequence[int], starts: Sequence[int]) -> NDArray[np.float64]:
        """Return how likely each kind is for blocks whose rows stand one after the other, from `starts` on."""
        said = np.add.reduceat(self.weights[np.array(flat, np.int64)].astype(np.int32), np.array(starts, np.int64))
        raised: NDArray[np.float64] = np.exp((said - said.max(1, keepdims=True)) / SCALE)
        shares: NDArray[np.float64] = raised / raised.sum(1, keepdims=True)
        return shares

    def _why(self, found: Sequence[int], best: int) -> str:
        """Return why the best kind is said: its strongest word or name; '' where a rare kind has none."""
        kind = self.kinds[best]
        heard = [row for row in found if self._heard[row]]
        if heard:
            margins = self._margins[heard, best]
            most = int(margins.argmax())
            if margins[most] >= _TELLING * SCALE:
                sign = self.signs[heard[most]]
                return f'Words and names like those of {SPOKEN[kind]}: "{sign[len(NAME) :] if _named(sign) else sign}".'
        return f"Shape and place like those of {SPOKEN[kind]}." if kind in _GUESSED else ""


def is_sure(kind: str, sure: float) -> bool:
    """Return whether a kind is said at all, and sure enough to be said."""
    return kind in SPOKEN and sure >= (_SURE_OF_GUESSED if kind in _GUESSED else _SURE)


def _named(sign: str) -> bool:
    return sign.startswith((NAME, WHOLE))


def words(view: View) -> list[str]:
    """Return the signs in what a block says: its words, and the whole of a line of one or two."""
    found = view.folded.split(" ", _MOST_WORDS)[:_MOST_WORDS]
    if len(found) <= _WHOLE_WORDS:
        return [*dict.fromkeys(found), WHOLE + view.folded]
    return list(dict.fromkeys(found))


def names_above(document: Document, at: int) -> list[str]:
    """Return the signs in the elements above a block."""
    return list(dict.fromkeys(sign for element in elements_above(document, at) for sign in names_of(*element)))


def elements_above(document: Document, at: int) -> list[tuple[str, str]]:
    """Return the tags and names of an element and of the nearest above it."""
    out: list[tuple[str, str]] = []
    while 0 <= at < len(document.elements) and len(out) < _ABOVE:
        tag, at, names, _hidden = document.elements[at]
        out.append((tag, names))
    return out


def names_of(tag: str, names: str) -> list[str]:
    """Return the signs in one element: its tag, and the words of its class, id and role."""
    return [TAG + tag, *(NAME + part for part in parts(names))]


def shape(view: View, span: tuple[int, int], paged: bool) -> list[str]:
    """Return the signs in the shape and place of a block; only a page shows links."""
    text = view.block.text
    digits = sum(map(str.isdigit, text[:_MOST_CHARS]))
    place = "above" if view.number < span[0] else "below" if view.number > span[1] else "inside"
    out = [SHAPE + place, f"{SHAPE}words {bisect_left(_LENGTHS, view.words)}", f"{SHAPE}is {view.block.element}"]
    if paged:
        out.append(f"{SHAPE}linked {bisect_left(_LINKED, view.block.link_share)}")
    if digits:
        out.append(f"{SHAPE}digits {digits > _DIGITS * min(len(text), _MOST_CHARS)}")
    if view.ends:
        out.append(SHAPE + "ends")
    if view.stamp:
        out.append(SHAPE + "stamp")
    if view.clock:
        out.append(SHAPE + "clock")
    return out


@lru_cache(maxsize=1)
def load() -> Kinds:
    """Return the shipped weights."""
    return unpack(stored("cleaner.label", "kinds"))


def pack(kinds: Kinds) -> dict[str, NDArray[np.generic]]:
    """Return what was learned as arrays to be stored."""
    kinds_, signs = (np.frombuffer("\n".join(listed).encode(), np.uint8) for listed in (kinds.kinds, kinds.signs))
    return {"kinds": kinds_, "signs": signs, "weights": kinds.weights}


def unpack(arrays: Mapping[str, NDArray[np.generic]]) -> Kinds:
    """Return what `pack` made arrays of."""
    kinds, signs = (arrays[name].tobytes().decode().split("\n") for name in ("kinds", "signs"))
    return Kinds(kinds, signs, arrays["weights"].astype(np.int8))
