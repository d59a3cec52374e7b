"""How much a text is like text: the odds of one character after another, in some sixty languages.

Tells a right decoding from a wrong one. Knows nothing of charsets or damage; nothing is loaded until a text is asked
about. Learned by `python -m cleaner.training characters` (docs/model.md).
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

SPACE, DIGIT, MARK, SIGN, RARE, BAD, PLAIN, FOREIGN, ACCENT = range(9)
"""What is no letter of a language: space, digit, punctuation, ASCII sign, rare sign, control or unassigned; then a
plain Latin letter, another letter, a combining mark that the language does not write."""
CLASSES: Final = 9
STEP: Final = 16.0
"""Odds stand in the tables as whole numbers: so many to the unit of the natural logarithm."""
_LONGEST: Final = 20_000
_MANY: Final = 1500
"""From this length on, equal pairs of characters are counted first."""
MARKS: Final = (
    ".,;:!?'\"()-\u2013\u2014\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb\u2026\u060c\u061b\u061f\u0964\u3001\u3002"
    "\u300c\u300d\uff0c\uff1a\uff1f\uff01\uff08\uff09\u30fb"
)
class Model:
    """The tables as learned, for all languages at once."""

    def __init__(self, held: Any) -> None:
        self.languages: tuple[str, ...] = tuple(str(held["languages"]).split(" "))
        letters = str(held["letters"])
        self._symbols: NDArray[np.uint16] = held["kinds"].astype(np.uint16)
        for at, letter in enumerate(letters):
            self._symbols[ord(letter)] = CLASSES + at
        low: NDArray[np.uint16] = held["small"]
        self._symbols[low[:, 0]] = self._symbols[low[:, 1]]
        self._shapes: NDArray[np.uint8] = held["shapes"]
        count, width = len(self.languages), int(held["width"])
        sizes = held["sizes"].tolist()
        self._slot: NDArray[np.uint8] = np.tile(np.zeros(CLASSES + len(letters), np.uint8), (count, 1))
        self._slot[:, :CLASSES] = np.arange(CLASSES)
        self._slot[:, CLASSES:] = held["others"]
        own: NDArray[np.uint8] = held["slots"]
        at = 0
        for number, (first, last) in enumerate(held["ranges"].tolist()):
            piece = own[at : at + last - first]
            row = self._slot[number, CLASSES + first : CLASSES + last]
            row[piece > 0] = piece[piece > 0]
            at += last - first
        self._cost: NDArray[np.int16] = np.full((count, width, width), 255, np.int16)
        at = 0
        for number, size in enumerate(sizes):
            table = held["costs"][at : at + size * size].reshape(size, size)
            self._cost[number, :size, :size] = table
            at += size * size
        self._case: NDArray[np.int16] = held["cases"].astype(np.int16)
        self._width = width

    def written(self, char: str) -> bool:
        """Return whether some language writes a letter."""
        code = ord(char)
        return code < len(self._symbols) and int(self._symbols[code]) >= CLASSES

    def steps(self, text: str, language: int) -> NDArray[np.int16]:
        """Return what each character costs behind the one before it, in one language: the end of the text too."""
        codes = np.frombuffer(f" {text[:_LONGEST]} ".encode("utf-32-le", "surrogatepass"), np.uint32)
        codes = np.minimum(codes, len(self._symbols) - 1)
        slots = self._slot[language, self._symbols[codes]]
        found: NDArray[np.int16] = self._cost[language, slots[:-1], slots[1:]].copy()
        shapes = self._shapes[codes]
        found[1:] += self._case[shapes[:-2] * 16 + shapes[1:-1] * 4 + shapes[2:]]
        return found

    def costs(self, text: str) -> NDArray[np.int64]:
        """Return for each language how unlikely the text is in it, in steps; every language at the same letters."""
        codes = np.frombuffer(f" {text[:_LONGEST]} ".encode("utf-32-le", "surrogatepass"), np.uint32)
        codes = np.minimum(codes, len(self._symbols) - 1)
        symbols, shapes = self._symbols[codes].astype(np.int64), self._shapes[codes]
        shape = int(self._case[shapes[:-2] * 16 + shapes[1:-1] * 4 + shapes[2:]].sum()) if len(codes) > 2 else 0
        left, right = symbols[:-1], symbols[1:]
        times = None
        if len(codes) > _MANY:
            pairs, times = np.unique(left << 16 | right, return_counts=True)
            left, right = pairs >> 16, pairs & 0xFFFF
        rows = np.arange(len(self.languages))[:, None] * self._width
        first, second = self._slot[:, left].astype(np.intp), self._slot[:, right]
        costs = self._cost.reshape(-1)[(rows + first) * self._width + second]
        total: NDArray[np.int64] = costs.sum(axis=1, dtype=np.int64) if times is None else costs @ times
        return total + shape


@lru_cache(maxsize=1)
def model() -> Model:
    """Return the model that is shipped."""
    path = files("cleaner") / "weights" / "characters.npz"
    with path.open("rb") as file, np.load(file, allow_pickle=False) as held:
        return Model({name: held[name] for name in held.files})


def best_language(text: str) -> tuple[str, float]:
    """Return the language whose letters fit the text best, and the mean log-probability of a character in it.

    It says which tables fit, which is less than which language it is: `cleaner.detect` tells languages. Prose lies
    above -3, a wrong decoding mostly below -5. Looks at the first 20,000 characters.

    >>> best_language("Президент России заявил об этом вчера.")[0]
    'ru'
    """
    if not text:
        return "und", 0.0
    held = model()
    costs = held.costs(text)
    best = int(costs.argmin())
    return held.languages[best], -float(costs[best]) / STEP / (min(len(text), _LONGEST) + 1)
