"""A cheap look at a text's capitalised words: whether any name could be spelled oddly. Says too much, never too little.

Most articles have nothing to repair; this spares them finding and weighing every name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from cleaner.mentions import Mention
from cleaner.names import foreign_words
from cleaner.names.fold import plain, unmixed
from cleaner.namewords import lexicon
from cleaner.repairs.listed import beside
from cleaner.repairs.slips import LETTER, MISREAD, near, slip
from cleaner.repairs.spellings import SMALL
from cleaner.repairs.usual import seen
from cleaner.text import fold_word

_CASED: Final = (*range(0x41, 0x590), *range(0x1E00, 0x2000))
_UPPER: Final = "".join(char for char in map(chr, _CASED) if char.isupper() or char.istitle())
_WORD: Final = re.compile(rf"[{_UPPER}](?<![^\W_].)[^\W_]*(?:['’ʼ‑-][^\W_]+)*")
_SCANNED: Final = re.compile(
    r"[01568](?:(?<![\w.,-].)[^\W\d_]{3}|(?<=[^\W\d_].)-?[^\W\d_]{2})|(?<=[a-z])I-|[\u0370-\u052f](?=[A-Za-z])"
)
"""A digit in a word or at its head, a capital I that ends a word of small letters, a letter of another alphabet."""
_HELD: Final = re.compile(r"[\u00a0\u202f](?<=[^\W\d_].)[^\W\d_]")
_CUT: Final = re.compile(r"['’ʼ‑-]")
_MOST: Final = 1500
"""More different words than this are compared name by name instead."""
_REACH: Final = 4
_SHORT: Final = 7
"""Words shorter than this that were both seen before, as Hall and Wall, are two words."""


def suspects(text: str, language: str, inflects: bool) -> frozenset[str] | None:
    """Return the words of which one may be a slip of another, empty if something else may need a look; None if nothing.

    >>> sorted(suspects("Peter Donnelly met Ann Krenner. Donnlely left.", "en", False))
    ['Donnelly', 'Donnlely']
    >>> suspects("Emmanuel Macron met Olaf Scholz.", "en", False), suspects("Putin met Poutine.", "en", False)
    (None, frozenset())
    """
    sure = bool(_HELD.search(text) or _SCANNED.search(text))
    capitals = _WORD.findall(text)
    distinct = dict.fromkeys(capitals)
    foreign = foreign_words(language)
    ordinary = lexicon(language).ordinary
    sure = sure or any(word.lower().replace("’", "'") in foreign for word in distinct if not word.isalnum())
    words: dict[str, str] = {}
    for word in _pieces(distinct):
        if len(word) < 4 and (word.isascii() or unmixed(word) == word):
            continue
        key = word.lower()
        sure = sure or key in foreign
        if key not in ordinary:
            words[word] = key if word.isascii() else plain(unmixed(word))
    if len(words) > _MOST:
        return frozenset(words)
    found = _near_each_other(words, inflects, text)
    return found if found or sure or _near_listed(capitals, language, inflects) else None


def _pieces(words: Collection[str]) -> Iterator[str]:
    """Yield the words, and the parts of those that hang together: L'Élysée, Macron's, Macron-led."""
    for word in words:
        if word.isalnum() or not ("'" in word or "’" in word or "ʼ" in word):
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
                if then != right and near(key, plain(right)) and slip(then, right, inflects):
                    return True
    return False


def _near_each_other(words: dict[str, str], inflects: bool, text: str) -> frozenset[str]:
    """Return the words that could be slips of each other: compared where they begin or end alike.

    What the text also writes in lower case is a common word, and no name was meant.
    """
    buckets: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for word, key in words.items():
        for place in (key[:2], key[0] + " " + key[-2:], " " + key[-3:]):
            buckets[place].append((word, key))
    lower: frozenset[str] | None = None
    out: set[str] = set()
    for bucket in buckets.values():
        for i, (word, key) in enumerate(bucket):
            for other, its in bucket[:i]:
                if not near(key, its) or (word in out and other in out):
                    continue
                made = slip(word, other, inflects) or slip(other, word, inflects)
                if made is None:
                    continue
                if not made.broken:
                    if lower is None:
                        lower = frozenset(SMALL.findall(text))
                    if word.lower() in lower or other.lower() in lower:
                        continue
                    if made in (LETTER, MISREAD) and len(word) < _SHORT and seen(word) and seen(other):
                        continue
                out |= {word, other}
    return frozenset(out)


def near_names(suspect: Collection[str], found: Collection[Mention], inflects: bool) -> frozenset[str]:
    """Return the folded words that may be slips of people's surnames, where every noun has a capital."""
    if len(suspect) > _MOST:
        return frozenset()
    names = {word: plain(unmixed(word)) for m in found if m.kind == "person" for word in m.name.split()}
    known = {fold_word(word) for word in names}
    out: set[str] = set()
    for word in suspect:
        folded = fold_word(word)
        if folded not in known:
            key = plain(unmixed(word))
            if any(near(key, its) and slip(word, name, inflects) for name, its in names.items()):
                out.add(folded)
    return frozenset(out)
