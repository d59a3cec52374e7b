"""The words by which texts name publishers, agencies and authors, and how far a name reaches. Decides nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple
from unicodedata import category

from cleaner import agencies, language
from cleaner.phrases import Phrases
from cleaner.tables.rows import Span
from cleaner.text import Word, fold, hiragana, spell_kept, unspaced, words


@dataclass(frozen=True)
class SourceWords:
    """The shape of a language's `sources` section: phrases with a {name}, and the words around names in credits."""

    copyright: tuple[str, ...] = ()
    disclaimer: tuple[str, ...] = ()
    consent: tuple[str, ...] = ()
    subscribe: tuple[str, ...] = ()
    first_published: tuple[str, ...] = ()
    cited: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    desks: tuple[str, ...] = ()
    noise: tuple[str, ...] = ()
    credit: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    agency: tuple[str, ...] = ()
    generic: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()


NAMING: Final = ("copyright", "disclaimer", "consent", "subscribe")
_MOST_WORDS: Final = 8
_MOST_CHARACTERS: Final = 20
_SIDES: Final = 3
PAIRED: Final = {"«": "»", "„": "“", "“": "”", '"': '"'}
_LONGEST_QUOTED: Final = 60
_PAUSES: Final = "，。！？；"
"""Behind one of these another clause begins: "点击关注，每天一个好故事" names nobody."""
_QUOTES: Final = "«„“‘\"'"


class Named(NamedTuple):
    """A name found by a phrase: which kind of phrase, the name's span, the span with its phrase."""

    kind: str
    span: Span
    whole: Span


@lru_cache
def packs() -> tuple[SourceWords, ...]:
    """Return the sections of every language pack; a page in one language carries banners in another."""
    return tuple(language.section(tag, "sources", SourceWords) for tag in language.available() if tag != "und")


@lru_cache
def vocabulary(kind: str, tag: str | None = None) -> frozenset[str]:
    """Return the phrases of a kind, folded: those of a language and of English, or of every pack without a language."""
    known = (tag or "und").split("-")[0]
    own = language.section(known, "sources", SourceWords) if known != "und" else SourceWords()
    # a pack may have dates alone: then its language is as good as unknown here
    chosen = (own, language.section("en", "sources", SourceWords)) if own != SourceWords() else packs()
    return frozenset(fold(phrase) for pack in chosen for phrase in getattr(pack, kind))


@lru_cache
def generic() -> frozenset[str]:
    """Return what never names a publisher, folded: "we", "our partners", platforms."""
    return vocabulary("generic") | {fold(p) for p in agencies.table().platforms}


@lru_cache
def idle() -> frozenset[str]:
    """Return the words that make no name together: those of menus, of formulas, and small ones."""
    kinds = ("inside", "subscribe", "copyright", "consent")
    phrases = generic().union(*(vocabulary(kind) for kind in kinds))
    return frozenset(w for phrase in phrases if len(phrase) > 1 for w in phrase.split()) - {"name", "n"}


@lru_cache
def finder(*kinds: str) -> Phrases:
    """Return the phrases of some kinds in every pack, each once."""
    seen: dict[tuple[str, str], tuple[str, tuple[str, bool]]] = {}
    for pack in packs():
        for kind in kinds:
            for phrase in getattr(pack, kind):
                seen.setdefault((kind, fold(phrase)), (phrase, (kind, phrase.startswith("{name}"))))
    return Phrases(seen.values())


def names(text: str, *kinds: str) -> Iterator[Named]:
    """Yield the names that phrases of these kinds point at, each as far as it reaches, without repeats."""
    hits = list(finder(*kinds).find(spell_kept(text)))
    found = words(text) if hits else []
    seen: set[Span] = set()
    for hit in hits:
        kind, before = hit.key
        slot = hit.slots.get("name")
        if slot is None:
            continue
        if not before and slot[1] < hit.last:
            first, last = _bare(text, found, *slot)  # words stand on both sides: the name is what is between
        else:
            first, last = reach_left(text, found, slot[1]) if before else reach_right(text, found, slot[0])
        if first >= last:
            continue
        if not before and slot[0] and any(c in _PAUSES for c in text[found[slot[0] - 1].end : found[first].start]):
            continue
        end = found[last - 1].end
        while end < len(text) and category(text[end])[0] == "M":
            end += 1
        span = found[first].start, end
        if span not in seen:
            seen.add(span)
            whole = min(span[0], found[hit.first].start), max(span[1], found[hit.last - 1].end)
            yield Named(kind, span, whole)


def _bare(text: str, found: Sequence[Word], first: int, end: int) -> Span:
    """Return the words [first, end) without an article in small letters before them; none if they are not joined."""
    while first < end and _lower(text, found[first]) and found[first].folded in agencies.table().articles:
        first += 1
    end = next((n for n in range(first + 1, end) if _parts(text, found, n)), end)
    apart = any(not joined(text, found[n], found[n + 1]) for n in range(first, end - 1))
    return (end, end) if apart and not _quoted(text, found[first]) else (first, end)


def reach_right(text: str, found: Sequence[Word], first: int) -> Span:
    """Return the words [first, end) of the name that begins at a word: capitalised ones and what joins them."""
    while first < len(found) and _lower(text, found[first]) and found[first].folded in agencies.table().articles:
        first += 1
    forms = agencies.table().legal_forms
    while first + 1 < len(found) and found[first].folded in forms and _quoted(text, found[first + 1]):
        first += 1
    if first < len(found) and (closed := _closing(text, found, first)) > first:
        return first, closed
    end, last = first, min(len(found), first + _most(text, found, first))
    at = first
    while at < last and (at == first or (joined(text, found[at - 1], found[at]) and not _parts(text, found, at))):
        if _capital(text, found[at]):
            end = at + 1
        elif at == first or found[at].folded not in vocabulary("inside") or at - end >= 2:
            break
        at += 1
    return first, end


def _closing(text: str, found: Sequence[Word], first: int) -> int:
    """Return the word after those that quotation marks hold together from a word on; 0 if none open before it."""
    mark = text[found[first].start - 1 : found[first].start]
    if not mark or mark not in PAIRED or not _capital(text, found[first]):
        return 0
    close = text.find(PAIRED[mark], found[first].end, found[first].end + _LONGEST_QUOTED)
    end = next((n for n in range(first, len(found)) if found[n].start >= close), len(found)) if close > 0 else 0
    return end if end - first <= _MOST_WORDS else 0


def reach_left(text: str, found: Sequence[Word], end: int) -> Span:
    """Return the words [first, end) of the name that ends before a word."""
    first, at = end, end - 1
    least = max(0, end - _most(text, found, end - 1))
    while at >= least:
        if at < end - 1 and (not joined(text, found[at], found[at + 1]) or _parts(text, found, at + 1)):
            break
        if _capital(text, found[at]):
            first = at
        elif at == end - 1 or found[at].folded not in vocabulary("inside") or first - at > 2:
            break
        at -= 1
    # "Jetzt den Newsletter der Eifeler Zeitung", "Follow The Moray Messenger": what leads to a name is none of it
    lead = max((n for n in range(first, end - 2) if _leads_on(text, found, n)), default=None)
    first = first if lead is None else lead + 2
    while first + 2 < end and found[first].folded in leads():
        first += 1
    return first, end


def _most(text: str, found: Sequence[Word], at: int) -> int:
    """Return how many words a name may have: a character of a script without spaces is a word of its own."""
    return _MOST_CHARACTERS if 0 <= at < len(found) and unspaced(text[found[at].start]) else _MOST_WORDS


def _parts(text: str, found: Sequence[Word], at: int) -> bool:
    """Return whether a script without spaces ends a name before a word: a particle in hiragana, a space, a script."""
    one, other = text[found[at - 1].start], text[found[at].start]
    if unspaced(other) and not unspaced(one):
        return found[at].start > found[at - 1].end
    if not unspaced(one):
        return False
    if found[at].start > found[at - 1].end and not text[found[at - 1].end : found[at].start].strip():
        return True
    return hiragana(other) != hiragana(one)


def _leads_on(text: str, found: Sequence[Word], n: int) -> bool:
    """Return whether a word leads to a name with an article or the like in small letters behind it."""
    behind = found[n + 1]
    small = behind.folded in agencies.table().articles or behind.folded in vocabulary("inside")
    return small and _lower(text, behind) and found[n].folded in leads()


@lru_cache
def leads() -> frozenset[str]:
    """Return the words that stand before names in phrases, small ones aside: "newsletter", "follow", "redakcja"."""
    small = vocabulary("inside") | frozenset(agencies.table().articles)
    phrases = (phrase for pack in packs() for kind in NAMING for phrase in getattr(pack, kind))
    return frozenset(w for p in phrases for w in fold(p.partition("{name}")[0].replace("{n}", "")).split()) - small


def joined(text: str, one: Word, other: Word) -> bool:
    """Return whether two words can stand in one name: a space, a hyphen, an apostrophe, an ampersand between."""
    gap = text[one.end : other.start].replace("\u00a0", " ")
    if len(gap) > _SIDES or ("-" in gap and gap.strip() != gap):
        return False
    # the vowel signs of Hindi and Thai are no letters, so that they stand between words
    return all(c in " -'’&." or category(c)[0] == "M" for c in gap) and (". " not in gap or one.end - one.start == 1)


def runs_on(text: str, found: Sequence[Word], at: int) -> bool:
    """Return whether a name goes on at a word: "The National" in "The National Assembly", "Il Giornale di Brescia"."""
    if at >= len(found) or not joined(text, found[at - 1], found[at]):
        return False
    small = found[at].folded in vocabulary("inside") and found[at].folded not in vocabulary("joins")
    if small and at + 1 < len(found) and joined(text, found[at], found[at + 1]):
        return _capital(text, found[at + 1])
    return _capital(text, found[at])


def _quoted(text: str, word: Word) -> bool:
    return text[word.start - 1] in _QUOTES


def _lower(text: str, word: Word) -> bool:
    return text[word.start].islower()


def _capital(text: str, word: Word) -> bool:
    written = text[word.start]
    return not written.islower() and written not in "©@%#"
