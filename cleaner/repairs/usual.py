"""How usual a word is as a name: whether it was ever seen as one, and how strange its letters are.

Judges the spelling alone; knows nothing of the text around it. Weights are learned by `cleaner.training.usual`.
"""

from __future__ import annotations

import zlib
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

_WEIGHTS: Final = Path(__file__).parent.parent / "weights" / "usual.npz"
HASHES: Final = 6
SEED: Final = 0x9747B28C
STEP: Final = 16
"""Costs of letters are kept as sixteenths of a bit."""
_SEEN: Final = 8.0
"""What it is worth in bits that one of two spellings was seen before and the other never."""


@lru_cache(maxsize=1)
def _weights() -> tuple[bytes, bytes]:
    """Return the bits of the words seen, and the cost of each hashed group of three letters."""
    import numpy as np

    with np.load(_WEIGHTS) as kept:
        stored: Any = kept
        return stored["seen"].tobytes(), stored["costs"].tobytes()


def places(word: str, bits: int) -> list[int]:
    """Return where a word's marks stand among so many bits."""
    raw = word.encode("utf-8", "surrogatepass")
    one, two = zlib.crc32(raw), zlib.crc32(raw, SEED) | 1
    return [(one + i * two) % bits for i in range(HASHES)]


def groups(word: str, size: int) -> list[int]:
    """Return the hashed groups of three letters of a word, its beginning and end marked."""
    padded = f"^^{word}$"
    return [zlib.crc32(padded[i - 2 : i + 1].encode("utf-8", "surrogatepass")) % size for i in range(2, len(padded))]


def seen(word: str) -> bool:
    """Return whether a word stood among the names and the capitalised words of the training texts.

    >>> seen("Potter"), seen("Pottrer")
    (True, False)
    """
    bits = _weights()[0]
    return all(bits[at >> 3] & (1 << (at & 7)) for at in places(word.lower(), 8 * len(bits)))


@lru_cache(maxsize=1 << 12)
def strangeness(word: str) -> float:
    """Return the bits it takes to spell a word letter by letter as names are spelled."""
    costs = _weights()[1]
    return sum(costs[at] for at in groups(word.lower(), len(costs))) / STEP


def doubt(odd: str, right: str) -> float:
    """Return by how many bits one spelling is less usual than another.

    >>> doubt("Donnlely", "Donnelly") > 6, doubt("Meyer", "Meier") > 6
    (True, False)
    """
    return strangeness(odd) - strangeness(right) + _SEEN * (seen(right) - seen(odd))
