"""How alike two words of names are, as numbers: as written, as they sound, as one script writes another.

The weight of each number is learned (weights/words.json, one row a pair of scripts). Sees one word of each name.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

from rapidfuzz.distance import DamerauLevenshtein, Hamming, JaroWinkler

from cleaner.mentions import name_pack
from cleaner.names import letters
from cleaner.names.fold import plain, sound
from cleaner.names.forms import LOST, Word
from cleaner.names.known import entry
from cleaner.names.known import known as known

TRAITS: Final = ("written", "winkler", "heard", "bones", "price", "first", "last", "length", "shape", "letters", "same")
NEVER: Final = -8.0
_SCAN: Final = 4.0
"""The log odds of two words that scanning may take for each other, one of them no name."""
_VARIANT: Final = 5.0
"""The log odds of two words of Chinese or Korean signs that sound alike, sign by sign."""
_SIGNS: Final = frozenset(("han", "hangul"))
_TOLD: Final = 6.0
"""The log odds of two words that are known to be one name."""
ALWAYS: Final = 8.0
_VOWELS: Final = re.compile("[aeiouwy]")
_SCANNED: Final = (("rn", "m"), ("ri", "n"), ("vv", "w"), ("cl", "d"), ("ii", "u"), ("l", "i"), ("j", "i"), ("q", "g"),
                   ("c", "e"), ("b", "h"))  # fmt: skip
_RANK: Final = {"latin": 0, "other": 1, "greek": 2, "cyrillic": 3, "kana": 4, "hangul": 5, "arabic": 6, "hebrew": 7,
                "han": 8}  # fmt: skip
"""The further down, the less its plain Latin letters say: of two scripts that one is read letter by letter."""


class Likeness(NamedTuple):
    """How sure two words are one name's (log odds); how alike as written and as heard (0 to 1), the letters apart as
    written, the price across scripts. Whether one is a short form of the other, both are known as names, only vowels
    differ, they begin alike; whether one is known and the other is not, and whether two letters changed places."""

    odds: float
    written: float = 1.0
    heard: float = 1.0
    edits: int = 0
    price: float = 0.0
    nickname: bool = False
    known: bool = False
    vowels: bool = True
    begin: bool = True
    odd: bool = False
    swapped: bool = False


SAME: Final = Likeness(ALWAYS)


@lru_cache(maxsize=1 << 15)
def likeness(a: Word, b: Word) -> Likeness:
    """Return how alike two words of names are."""
    if a.native == b.native:
        return SAME
    if a.script != b.script and "latin" in (a.script, b.script):
        latin, other = (a, b) if a.script == "latin" else (b, a)
        if entry(latin.roman, other.native) in known():
            return Likeness(_TOLD)
    if nicknames(a.roman) & nicknames(b.roman) or nicknames(a.native) & nicknames(b.native):
        return Likeness(3.0, 0.8, 0.8, nickname=True)
    if a.script == b.script and a.script in _SIGNS and max(len(a.native), len(b.native)) < 4:
        alike = len(a.native) == len(b.native) and all(map(_sounds_alike, a.native, b.native))
        return Likeness(_VARIANT if alike else -_VARIANT, float(alike), float(alike), int(not alike))
    found = traits(a, b)
    odds = max(NEVER, min(ALWAYS, weigh(found, pair_of(a, b))))
    x, y = sorted((a.roman, b.roman), key=len)
    short = len(x) >= 2 and len(y) - len(x) >= 2 and (y.startswith(x) or (len(x) > 3 and y.startswith(x.rstrip("iey"))))
    edits = round((1 - found[0]) * max(len(x), len(y)))
    names = known()
    first, second = (x in names, y in names) if edits and a.script == b.script == "latin" else (False, False)
    both = first and second
    if edits and not both and a.script == b.script and _scanned(x) == _scanned(y):
        return Likeness(max(_SCAN, odds), max(found[0], 0.9), max(found[2], 0.9), 1)
    p, q = sound(x), sound(y)
    return Likeness(odds, found[0], found[2], edits, found[4], short, both,
                    edits == 0 or _bones(p) == _bones(q), x[:1] == y[:1], first != second,
                    edits == 1 and len(x) == len(y) and Hamming.distance(x, y) == 2)  # fmt: skip


def _sounds_alike(a: str, b: str) -> bool:
    return a == b or plain(a) == plain(b)


def pair_of(a: Word, b: Word) -> str:
    """Return which scripts are compared: the one that says least of sounds, beside whether the other is the same."""
    low, high = sorted((a.script, b.script), key=lambda s: _RANK[s])
    return f"{high}-{'same' if low == high else 'latin'}"


def traits(a: Word, b: Word) -> tuple[float, ...]:
    """Return the numbers that say how alike two words are, in the order of TRAITS; in either order the same."""
    if (_RANK[a.script], a.native) > (_RANK[b.script], b.native):
        a, b = b, a
    x, y = _filled(a.roman, b.roman), _filled(b.roman, a.roman)
    longer = max(len(x), len(y), 1)
    written = 1 - DamerauLevenshtein.distance(x, y) / longer
    p, q = sound(x), sound(y)
    heard = _as_heard(p, q)
    if heard < 1:
        for r, s in ((_hard(x), q), (p, _hard(y)), (_hard(x), _hard(y))):
            if (r, s) != (p, q) and (again := _as_heard(r, s)) > heard:
                heard, p, q = again, r, s
    if min(len(x), len(y)) < 4:  # of short words sound leaves too little
        heard = min(heard, written)
    bones = _bones(p), _bones(q)
    skeleton = 1 - DamerauLevenshtein.distance(*bones) / max(len(bones[0]), len(bones[1]), 1)
    cost = 0.0
    if b.script != "latin" and b.script != a.script and b.script in letters.LEARNED and (
        b.script != "cyrillic" or 0.3 < heard < 1
    ):
        read = letters.units(b.native, b.script)
        cost = letters.price(read, x, letters.table(b.script)) / (len(x) + len(read)) / 10
    shape = 1 - DamerauLevenshtein.distance(_scanned(x), _scanned(y)) / longer if written > 0.4 else written
    return (
        written, JaroWinkler.similarity(x, y), heard, skeleton, cost,
        float(p[:1] == q[:1]), float(bones[0][-1:] == bones[1][-1:]), abs(len(x) - len(y)) / longer, shape,
        min(longer, 10) / 10, float(x == y or p == q),
    )  # fmt: skip


def weigh(found: Sequence[float], pair: str) -> float:
    """Return the log odds that words with these traits are one name's."""
    rows = _weights()
    row = rows.get(pair) or rows[f"other-{pair.partition('-')[2]}"]
    return sum(weight * trait for weight, trait in zip(row, found, strict=False)) + row[-1]


@lru_cache
def _weights() -> Mapping[str, Sequence[float]]:
    path = files("cleaner.names") / "weights" / "words.json"
    return {pair: [w / 100 for w in row] for pair, row in json.loads(path.read_text(encoding="utf-8")).items()}


def _filled(word: str, other: str) -> str:
    """Return a word with the letters that were lost from it taken from the other."""
    if LOST not in word:
        return word
    return "".join(other[at : at + 1] if char == LOST else char for at, char in enumerate(word))


def _as_heard(p: str, q: str) -> float:
    return 1 - DamerauLevenshtein.distance(p, q) / max(len(p), len(q), 1)


@lru_cache(maxsize=1 << 14)
def _hard(word: str) -> str:
    """Return the sound of a word whose ch or j is that of German and Spanish: Tschechow, Jruschov.

    >>> _hard("tschechow") == sound("chekhov"), _hard("jodorkovski") == sound("khodorkovsky")
    (True, True)
    """
    if "ch" not in word and "j" not in word:
        return sound(word)
    bare = word.replace("tsch", "č").replace("sch", "š").replace("tch", "č")
    return sound(bare.replace("ch", "kh").replace("j", "kh").replace("č", "tsh").replace("š", "sh"))


@lru_cache(maxsize=1 << 14)
def _bones(heard: str) -> str:
    return heard[:1] + _VOWELS.sub("", heard[1:])


def _scanned(word: str) -> str:
    """Return a word as scanning confuses letters."""
    for pair, one in _SCANNED:
        word = word.replace(pair, one)
    return word


def nicknames(roman: str) -> frozenset[int]:
    """Return the groups of given names that a word belongs to: Bill and William stand in one."""
    return _groups().get(roman, frozenset())


@lru_cache
def _groups() -> Mapping[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, group in enumerate(name_pack("und").nicknames):
        for name in group:
            found.setdefault(plain(name), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}
