"""Whether a word is known to be a name, and whether two words of two scripts are known to be one name.

weights/known.bin answers from a Bloom filter: what was put in is always known, one word in a hundred else is by chance.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from typing import Final

ASKED: Final = 7
"""Bits of each entry."""
ROOM: Final = 10
"""Bits of the filter for each entry."""


class Known:
    """A set that takes ten bits an entry and errs once in a hundred, on what was not put in."""

    def __init__(self, bits: bytes) -> None:
        self.bits = bits
        self._size = len(bits) * 8

    @classmethod
    def of(cls, entries: Iterable[str]) -> Known:
        """Return a filter that holds the entries."""
        wanted = sorted(set(entries))
        bits = bytearray(max(8, len(wanted) * ROOM // 8))
        made = cls(b"")
        made._size = len(bits) * 8
        for entry in wanted:
            for place in made._places(entry):
                bits[place >> 3] |= 1 << (place & 7)
        return cls(bytes(bits))

    def __contains__(self, entry: str) -> bool:
        return all(self.bits[place >> 3] >> (place & 7) & 1 for place in self._places(entry))

    def _places(self, entry: str) -> list[int]:
        raw = entry.encode("utf-8", "surrogatepass")
        first, step = zlib.crc32(raw), zlib.adler32(raw) * 2654435761 | 1
        return [(first + turn * step) % self._size for turn in range(ASKED)]


@lru_cache
def known() -> Known:
    """Return what is known."""
    return Known((files("cleaner.names") / "weights" / "known.bin").read_bytes())


def entry(latin: str, native: str) -> str:
    """Return the entry that says a word in Latin letters and one in another script are one name."""
    return f"{latin}|{native}"
