"""How one script writes another's names: the cost of reading a word as Latin letters, learned from pairs of names.

weights/SCRIPT.json holds, for each unit of a script (a letter, a syllable, a sound), the Latin letters it stands for,
each at its price in tenths of a nat. Knows no names.
"""

from __future__ import annotations

import json
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

from cleaner.names.fold import plain

LEARNED: Final = ("cyrillic", "arabic", "hebrew", "kana", "hangul", "han")
LONGEST: Final = 6
"""Latin letters that one unit may stand for, at most."""
DROPPED: Final = 60
"""The price of a unit that stands for nothing, where the table has none."""
ADDED: Final = 45
"""The price of a Latin letter that no unit stands for."""
OTHER: Final = 75
"""The price of a unit that stands for any one letter."""
_MOST: Final = 24
_BAND: Final = 4
"""So many letters from the middle a unit is looked for."""
_PLAIN: Final = 20
"""The price of the plain Latin letters of a unit that has no prices."""
_RANGES: Final = (
    (0x0000, "latin"), (0x0370, "greek"), (0x0400, "cyrillic"), (0x0530, "other"), (0x0590, "hebrew"),
    (0x0600, "arabic"), (0x0700, "other"), (0x0750, "arabic"), (0x0780, "other"), (0x08A0, "arabic"), (0x0900, "other"),
    (0x1100, "hangul"), (0x1200, "other"), (0x1E00, "latin"), (0x1F00, "greek"), (0x2000, "other"),
    (0x2E80, "han"), (0x3040, "kana"), (0x3100, "other"), (0x3130, "hangul"), (0x3190, "other"), (0x31F0, "kana"),
    (0x3200, "other"), (0x3400, "han"), (0xA000, "other"), (0xAC00, "hangul"), (0xD7B0, "other"), (0xF900, "han"),
    (0xFB00, "latin"), (0xFB1D, "hebrew"), (0xFB50, "arabic"), (0xFE00, "other"), (0xFE70, "arabic"),
    (0xFF00, "latin"), (0xFF66, "kana"), (0xFFA0, "other"), (0x20000, "han"), (0x30000, "other"),
)  # fmt: skip
_STARTS: Final = tuple(start for start, _ in _RANGES)
_SMALL_KANA: Final = frozenset("ァィゥェォャュョヮー")
_SIGNS: Final = frozenset("'׳’")
_ALIKE: Final = str.maketrans("ىیکھہأإٱةگ", "ييكههاااهك")


@lru_cache(maxsize=1 << 12)
def script(word: str) -> str:
    """Return the script of a word's first letter; "latin" for a word without letters.

    >>> script("Putin"), script("Путин"), script("プーチン"), script("普京")
    ('latin', 'cyrillic', 'kana', 'han')
    """
    for char in word:
        if char.isalpha():
            return _RANGES[bisect_right(_STARTS, ord(char)) - 1][1]
    return "latin"


def units(word: str, of: str) -> tuple[str, ...]:
    """Return the units of a word that stand for sounds in a script.

    >>> units("シャー", "kana"), len(units("김", "hangul"))
    (('シャー',), 3)
    """
    if of == "hangul":
        return tuple(unicodedata.normalize("NFD", word))[: _MOST * 2]
    if of == "arabic":
        word = word.translate(_ALIKE)
    if of in ("arabic", "hebrew"):
        word = "".join(c for c in word if not unicodedata.combining(c) and c != "ـ")
    out: list[str] = []
    small = _SMALL_KANA if of == "kana" else _SIGNS if of == "hebrew" else frozenset()
    for char in word[:_MOST]:
        if of == "kana" and "\u3041" <= char <= "\u3096":
            char = chr(ord(char) + 0x60)
        if out and (char in small or (char == "ж" and out[-1] == "д")):
            out[-1] += char
        else:
            out.append(char)
    return tuple(out)


class Readings(NamedTuple):
    """What a unit stands for: the price of nothing, and of each run of letters, by the run's length."""

    dropped: int
    runs: tuple[tuple[int, Mapping[str, int]], ...]


Table = Mapping[str, Readings]
_UNKNOWN: Final = Readings(DROPPED, ())


@lru_cache
def table(of: str) -> Table:
    """Return what the units of a script stand for, each at its price."""
    path = files("cleaner.names") / "weights" / f"{of}.json"
    return ready(json.loads(path.read_text(encoding="utf-8")))


def ready(prices: Mapping[str, Mapping[str, int]]) -> dict[str, Readings]:
    """Return a table of prices in the form that `price` reads."""
    out = {}
    for unit, known in prices.items():
        runs: dict[int, dict[str, int]] = {}
        for segment, cost in known.items():
            if segment:
                runs.setdefault(len(segment), {})[segment] = cost
        out[unit] = Readings(known.get("", DROPPED), tuple(sorted(runs.items())))
    return out


def price(read: tuple[str, ...], latin: str, prices: Table) -> int:
    """Return the lowest price at which the units may be read as these Latin letters, in tenths of a nat.

    >>> price(units("путин", "cyrillic"), "putin", table("cyrillic")) < 60
    True
    """
    latin = latin[:_MOST]
    size, count = len(latin), len(read)
    best = [ADDED * at for at in range(size + 1)]
    for at, unit in enumerate(read):
        dropped, runs = prices.get(unit) or _unknown(unit)
        after = [paid + dropped for paid in best]
        middle = at * size // count
        for start in range(max(0, middle - _BAND), min(size, middle + _BAND + 1)):
            paid = best[start]
            if paid + OTHER < after[start + 1]:
                after[start + 1] = paid + OTHER
            for length, known in runs:
                cost = known.get(latin[start : start + length])
                if cost is not None and paid + cost < after[start + length]:
                    after[start + length] = paid + cost
        low = after[0]
        for end in range(1, size + 1):
            low += ADDED
            if after[end] < low:
                low = after[end]
            else:
                after[end] = low
        best = after
    return best[size]


@lru_cache(maxsize=1 << 12)
def _unknown(unit: str) -> Readings:
    """Return what a unit without prices stands for: its plain Latin letters, if it has any."""
    roman = plain(unit)
    return Readings(DROPPED, ((len(roman), {roman: _PLAIN}),)) if roman.isalpha() else _UNKNOWN
