"""Phrases of words with slots, and how they are found in a text: in one pass over its words, without expressions.

A phrase is words, matched without case, accents and punctuation, with slots between:

    {n}      one number                          {name}   one to five capitalised words
    {date}   one to ten words, a third numbers   {words}  one to eight words of any kind

In scripts without spaces, where each character stands for a word in a phrase, three of them fill one word of a slot.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final, NamedTuple, cast

from cleaner.text import WORD, Spelled, fold_word, unspaced

SLOTS: Final = {"{n}": (1, 1), "{name}": (1, 5), "{date}": (1, 10), "{words}": (1, 8)}
UNBOUNDED: Final = 1 << 30
_CHARACTERS: Final = 3
"""So many characters of a script without spaces fill one word of a slot: a name has two to four."""
_GLANCE: Final = 60
"""Up to so many words it pays to look first whether all of a phrase's words stand in a text."""

Part = str | tuple[str, int, int]
"""A folded word, or a slot with its least and most words."""


@lru_cache(maxsize=1 << 18)  # the packs alone have 70,000 phrases, each asked for twice
def parts_of(phrase: str) -> tuple[Part, ...]:
    """Return the parts of a phrase. Raises KeyError for what is no slot.

    >>> parts_of("By {name}")
    ('by', ('name', 1, 5))
    """
    if "{" not in phrase:
        return tuple(map(fold_word, WORD.findall(phrase)))
    parts: list[Part] = []
    for piece in phrase.replace("{", " {").replace("}", "} ").split():
        if piece.startswith("{"):
            parts.append((piece[1:-1], *SLOTS[piece]))
        else:
            parts += (fold_word(word) for word in WORD.findall(piece))
    return tuple(parts)


class Phrases:
    """Finds which of many phrases stand in a text, in one pass over its words.

    Each phrase is filed under the rarest pair of its own neighbouring words (or its rarest word, where slots leave no
    pair), so that common words such as articles and prepositions cost nothing.

    >>> from cleaner.text import spell
    >>> finder = Phrases([("accept all", "a"), ("{n} comments", "b")])
    >>> [(found.key, found.first, found.last) for found in finder.find(spell("Accept all 12 comments"))]
    [('a', 0, 2), ('b', 2, 4)]
    """

    def __init__(self, phrases: Iterable[tuple[str, Any]], most: Callable[[Any], int] = lambda key: UNBOUNDED) -> None:
        """File the phrases with their keys; `most` tells how many words a text may have for a key to matter."""
        stated = list(phrases)
        pairs, alone = anchored((parts_of(phrase), (number,)) for number, (phrase, _) in enumerate(stated))

        def ready(number: int, at: int) -> Filed:
            phrase, key = stated[number]
            return filed(parts_of(phrase), at, most(key), key)

        self._pairs, self._alone = Drawers(pairs, 2, ready), Drawers(alone, 2, ready)

    def find(self, text: Spelled) -> list[Found]:
        """Return every phrase found: its key, the words [first, last) it covers, the words of its slots."""
        return found_in(text, self._pairs, self._alone)


class Drawers:
    """Phrases by the word, or the pair of words, they are filed under; made ready when they are first asked for, for a
    page asks for few of the many that languages have."""

    def __init__(self, places: Mapping[str, Sequence[int]], size: int, ready: Callable[..., Filed]) -> None:
        """`places` holds `size` numbers a phrase, one phrase behind another; `ready` makes the entry from its numbers.
        """
        self.words = places.keys()
        self._places, self._size, self._ready = places, size, ready
        self._made: dict[str, list[Filed]] = {}

    def at(self, word: str) -> Sequence[Filed]:
        """Return the phrases that are filed under a word or pair."""
        if (made := self._made.get(word)) is not None:
            return made
        if (numbers := self._places.get(word)) is None:
            return ()
        each = range(0, len(numbers), self._size)
        return self._made.setdefault(word, [self._ready(*numbers[n : n + self._size]) for n in each])


Places = dict[str, list[int]]
"""Numbers by the word or pair they are filed under, a few for each phrase."""


def pair(first: str, second: str) -> str:
    """Return two neighbouring words as the key they are filed under; no word holds a line break."""
    return f"{first}\n{second}"


def anchored(phrases: Iterable[tuple[tuple[Part, ...], tuple[int, ...]]]) -> tuple[Places, Places]:
    """File phrases, given as parts and numbers, under the rarest pair or word of their own: the numbers of each and the
    part it is filed under, by pair, and by word."""
    stated = list(phrases)
    common = Counter(part for parts, _ in stated for part in parts if isinstance(part, str))
    pairs, alone = Places(), Places()
    for parts, numbers in stated:
        at, paired = _anchor(parts, common)
        word = cast(str, parts[at])
        if paired:
            pairs.setdefault(pair(word, cast(str, parts[at + 1])), []).extend((*numbers, at))
        else:
            alone.setdefault(word, []).extend((*numbers, at))
    return pairs, alone


def found_in(text: Spelled, pairs: Drawers, alone: Drawers) -> list[Found]:
    """Return every phrase of two files that stands in a text."""
    folded, out = text.folded, list[Found]()
    if pairs.words and not pairs.words.isdisjoint(joined := list(map("\n".join, pairwise(folded)))):
        for at, key in enumerate(joined):
            if key in pairs.words:
                out += laid(pairs.at(key), at, text)
    if not alone.words.isdisjoint(folded):
        for at, word in enumerate(folded):
            if word in alone.words:
                out += laid(alone.at(word), at, text)
    return out


def laid(candidates: Iterable[Filed], at: int, text: Spelled) -> list[Found]:
    """Return the phrases that stand in a text with the word they are filed under at word `at`."""
    folded, out = text.folded, list[Found]()
    for entry in candidates:
        if len(folded) > entry.most:
            continue
        if entry.plain is None:
            if len(folded) > _GLANCE or entry.own.issubset(folded):
                out += _with_slots(entry, at, text)
            continue
        first = at - entry.anchor
        if first >= 0 and folded[first : first + len(entry.plain)] == entry.plain:
            out.append(Found(entry.key, first, first + len(entry.plain), {}))
    return out


class Filed(NamedTuple):
    """One phrase in the file: its parts before (nearest first) and behind the one it is filed under, its words where it
    has no slot, its own words in no order, the length up to which it matters, its key."""

    left: tuple[Part, ...]
    right: tuple[Part, ...]
    anchor: int
    plain: list[str] | None
    own: frozenset[str]
    most: int
    key: Any


def filed(parts: tuple[Part, ...], at: int, most: int, key: Any) -> Filed:
    """Return a phrase filed under its part `at`."""
    own = [part for part in parts if isinstance(part, str)]
    plain = own if len(own) == len(parts) else None
    return Filed(parts[:at][::-1], parts[at + 1 :], at, plain, frozenset(own), most, key)


def _anchor(parts: Sequence[Part], common: Mapping[str, int]) -> tuple[int, bool]:
    """Return which part a phrase is filed under, and whether the next one belongs to it."""
    own = [i for i, part in enumerate(parts) if isinstance(part, str)]
    pairs = [i for i in own if i + 1 in own]
    weight = [common[part] if isinstance(part, str) else 0 for part in parts]
    if pairs:
        return min(pairs, key=lambda i: (min(weight[i], weight[i + 1]), weight[i] + weight[i + 1], i)), True
    return min(own, key=lambda i: (weight[i], i)), False


def _with_slots(entry: Filed, at: int, text: Spelled) -> Iterator[Found]:
    """Yield the phrase as found with its anchor at word `at`."""
    for before, left in _extend(entry.left, text, at - 1, -1):
        for last, right in _extend(entry.right, text, at + 1, 1):
            yield Found(entry.key, before + 1, last, {**left, **right})


class Found(NamedTuple):
    """One occurrence of a phrase: words [first, last)."""

    key: Any
    first: int
    last: int
    slots: dict[str, tuple[int, int]]


def _extend(
    parts: Sequence[Part], text: Spelled, at: int, step: int
) -> Iterator[tuple[int, dict[str, tuple[int, int]]]]:
    """Yield where the parts end when laid from word `at` in direction `step`, shortest slots first."""
    if not parts:
        yield at, {}
        return
    part, rest, folded = parts[0], parts[1:], text.folded
    if isinstance(part, str):
        if 0 <= at < len(folded) and folded[at] == part:
            yield from _extend(rest, text, at + step, step)
        return
    name, least, most = part
    room = most * _CHARACTERS
    for length in range(1, room + 1):
        here = at + (length - 1) * step
        if not 0 <= here < len(folded) or not _fits(name, here, text):
            return
        room -= 1 if unspaced(folded[here]) else _CHARACTERS
        if room < 0:
            return
        if length < least:
            continue
        first, last = (at, here + 1) if step > 0 else (here, at + 1)
        filled = most * _CHARACTERS - room
        numbers = sum(word[0].isdigit() for word in folded[first:last]) if name == "date" else length
        if 4 * _CHARACTERS * numbers < length + filled:
            continue  # fewer numbers than a third of the words, two characters to the word
        for end, slots in _extend(rest, text, here + step, step):
            yield end, {name: (first, last), **slots}


def _fits(slot: str, at: int, text: Spelled) -> bool:
    if slot == "n":
        return text.folded[at].isdigit()
    if slot == "name":
        written = text.written[at][:1]
        return not written.islower() and not written.isdigit()
    return True


