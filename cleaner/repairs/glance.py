"""A cheap look at a text's capitalised words: whether any name could be spelled oddly. Says too much, never too little.

Most articles have nothing to repair; this spares them finding and weighing every name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from rapidfuzz.distance import DamerauLevenshtein

from cleaner.names import foreign_words
from cleaner.names.fold import plain, unmixed
from cleaner.mentions import Mention
from cleaner.namewords import lexicon
from cleaner.repairs.listed import beside
from cleaner.repairs.slips import slip
from cleaner.text import fold_word

_CASED: Final = (*range(0x41, 0x590), *range(0x1E00, 0x2000))
_UPPER: Final = "".join(char for char in map(chr, _CASED) if char.isupper() or char.istitle())
_WORD: Final = re.compile(rf"[{_UPPER}](?<![^\W_].)[^\W_]*(?:['’ʼ‑-][^\W_]+)*")
_SCANNED: Final = re.compile(r"(?<!\w)[01568][^\W\d_]{3}|[^\W\d_](?:[01568]-?[^\W\d_]|I-)|[\u0370-\u052f][A-Za-z]")
_HELD: Final = re.compile(r"[\u00a0\u202f](?<=[^\W\d_].)[^\W\d_]")
_CUT: Final = re.compile(r"['’ʼ‑-]")
_MOST: Final = 1500
"""More different words than this are compared name by name instead."""
_REACH: Final = 4


def suspicious(text: str, language: str, inflects: bool) -> bool:
    """Return whether a name of the text may need a repair or a flag.

    >>> suspicious("Emmanuel Macron met Olaf Scholz.", "en", False), suspicious("Putin met Poutine.", "en", False)
    (False, True)
    """
    if _HELD.search(text) or _SCANNED.search(text):
        return True
    capitals = _WORD.findall(text)
    distinct = dict.fromkeys(capitals)
    if len(distinct) > _MOST:
        return True
    foreign = foreign_words(language)
    ordinary = lexicon(language).ordinary
    words: dict[str, str] = {}
    for word in _pieces(distinct):
        if len(word) < 4 and (word.isascii() or unmixed(word) == word):
            continue
        key = word.lower()
        if key in foreign:
            return True
        if key not in ordinary:
            if not word.isalpha() and any(char.isdigit() for char in word):
                return True
            if not word.isascii():
                clear = unmixed(word)
                if clear != word:
                    return True
                key = plain(word)
            words[word] = key
    return _near_listed(capitals, language, inflects) or _near_each_other(words, inflects)


def _pieces(words: Collection[str]) -> Iterator[str]:
    """Yield the words, and the parts of those that hang together: L'Élysée, Macron's, Macron-led."""
    for word in words:
        yield word
        if not word.isalnum():
            yield from (part for part in _CUT.split(word) if part[0].isupper() or part[0].isdigit())


def _near_listed(capitals: Sequence[str], language: str, inflects: bool) -> bool:
    """Return whether behind a listed person's given name stands what may be the surname, damaged."""
    people = beside(language)
    for at, word in enumerate(capitals):
        bearers = people.get(fold_word(word))
        if bearers is None:
            continue
        for then in capitals[at + 1 : at + 1 + _REACH]:
            key = plain(then)
            for _, right in bearers:
                if then != right and _near(key, plain(right)) and slip(then, right, inflects):
                    return True
    return False


def _near_each_other(words: dict[str, str], inflects: bool) -> bool:
    """Return whether one word could be a slip of another: compared where they begin or end alike."""
    buckets: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for word, key in words.items():
        buckets[key[:1]].append((word, key))
        buckets[" " + key[-3:]].append((word, key))
    for bucket in buckets.values():
        for i, (word, key) in enumerate(bucket):
            for other, its in bucket[:i]:
                if _near(key, its) and (slip(word, other, inflects) or slip(other, word, inflects)):
                    return True
    return False


def near_names(text: str, found: Collection[Mention], inflects: bool) -> frozenset[str]:
    """Return the folded capitalised words that may be slips of people's surnames, where every noun has a capital."""
    names = {word: plain(unmixed(word)) for m in found if m.kind == "person" for word in m.name.split() if len(word) > 3}
    known = {fold_word(word) for word in names}
    out: set[str] = set()
    for word in dict.fromkeys(_WORD.findall(text)):
        folded = fold_word(word)
        if folded in known or len(word) < 3:
            continue
        key = plain(unmixed(word))
        if any(_near(key, its) and slip(word, name, inflects) for name, its in names.items()):
            out.add(folded)
    return frozenset(out)


def _near(key: str, other: str) -> bool:
    """Return whether two folded words are close enough to be spellings of one name, the longer the farther."""
    most = min(4, max(len(key), len(other)) // 2 - 1)
    return abs(len(key) - len(other)) <= most and DamerauLevenshtein.distance(key, other, score_cutoff=most) <= most
