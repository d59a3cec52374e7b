"""Words and phrases of a pack as they are looked up: at every word of every sentence, so quickly.

Holds what it is given; reads no pack and no document.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from cleaner.attribution.words.speech import Words


class WordSet(frozenset[str]):
    """Some words of a pack. What two of them hold together, or one without the other, is worked out once.

    >>> openers, adverbs = WordSet(["but"]), WordSet(["but", "soon"])
    >>> sorted(openers | adverbs), sorted(adverbs - openers), (openers | adverbs) is (openers | adverbs)
    (['but', 'soon'], ['soon'], True)
    """

    def __new__(cls, words: Iterable[str] = ()) -> WordSet:
        made = super().__new__(cls, words)
        made._with, made._without = {}, {}
        return made

    _with: dict[int, tuple[WordSet, WordSet]]
    _without: dict[int, tuple[WordSet, WordSet]]
    """By the identity of the other set, which is held so that no later one can take its place."""

    def __or__(self, other: AbstractSet[str]) -> WordSet:  # type: ignore[override]
        if (known := self._with.get(id(other))) is not None:
            return known[1]
        made = WordSet((*self, *other))
        if isinstance(other, WordSet):
            self._with[id(other)] = other, made
        return made

    def __sub__(self, other: AbstractSet[object]) -> WordSet:
        if (known := self._without.get(id(other))) is not None:
            return known[1]
        made = WordSet(super().__sub__(other))
        if isinstance(other, WordSet):
            self._without[id(other)] = other, made
        return made


class Table:
    """Phrases filed under their first word; `at` gives the longest that stands at a place.

    >>> Table([(("head", "of", "state"), 1), (("head",), 2)]).at(["the", "head", "of", "state"], 1, 4)
    (4, 1)
    """

    def __init__(self, phrases: Iterable[tuple[Words, object]]) -> None:
        self._by_word: dict[str, list[tuple[int, list[str], object]]] = {}
        for words, value in phrases:
            if words:
                self._by_word.setdefault(words[0], []).append((len(words), list(words), value))
        self._by_last: dict[str, list[list[str]]] = {}
        for rows in self._by_word.values():
            rows.sort(key=lambda row: -row[0])
            for _, phrase, _ in rows:
                self._by_last.setdefault(phrase[-1], []).append(phrase)
        for ends in self._by_last.values():
            ends.sort(key=len, reverse=True)
        self.firsts = frozenset(self._by_word)

    def at(self, words: list[str], i: int, end: int) -> tuple[int, object] | None:
        """Return where the longest phrase from word `i` ends, and its value."""
        if i >= end or (rows := self._by_word.get(words[i])) is None:
            return None
        for length, phrase, value in rows:
            last = i + length
            if last <= end and (length == 1 or words[i:last] == phrase):
                return last, value
        return None

    def before(self, words: list[str], end: int, least: int, longest: int = 6) -> int | None:
        """Return where the longest phrase that ends at word `end` starts."""
        if end <= least or (rows := self._by_last.get(words[end - 1])) is None:
            return None
        for phrase in rows:
            start = end - len(phrase)
            if max(least, end - longest) <= start and (start == end - 1 or words[start:end] == phrase):
                return start
        return None
