"""Which of two spellings is odd, and whether both are one person's. Reads names; changes nothing.

Two questions are weighed for each pair of near spellings: how surely they stand for one person (the words beside them),
and how surely one of them is the odd one (how often each stands, and how usual each is as a name).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from math import log2
from types import MappingProxyType
from typing import Final, NamedTuple

from cleaner.mentions import NameWords, gender, name_pack
from cleaner.names import canonical, same_surname
from cleaner.names.fold import unmixed
from cleaner.repairs.slips import (
    ACCENT,
    HALF,
    LETTER,
    LOST,
    MISREAD,
    SPELLING,
    UMLAUT,
    Slip,
    clear,
    near,
    no_word,
    slip,
)
from cleaner.repairs.spellings import Lower, Repair, Spelling
from cleaner.repairs.usual import doubt, seen
from cleaner.text import fold_word

_CUT: Final = re.compile(r"['’ʼ‑-]")
_MOST_WORDS: Final = 150
_TWICE: Final = 4.0
"""Bits that it is worth when one spelling stands twice as often as the other."""
_LIST: Final = 8.0
_HAND: Final = 4.0
_MORE: Final = 2.5
"""What a letter more or less makes a word stranger of itself."""
_RARE: Final = 10.0
_SURE: Final = 40.0
_NATURAL: Final = 16.0
"""Nine of ten accents that belong to a name make it no stranger than this."""
_VOWELS: Final = frozenset("aeiouy")
_MOST_ELSEWHERE: Final = 16.0
NOWHERE: Final[Mapping[str, int]] = MappingProxyType({})
_HOUSE: Final = 3
"""A listed person's name written so often in one way is the house's; another right way, once, is odd there."""
_BESIDE: Final = 6
"""Names with no more than so many characters between them stand in one list, and so are two."""

FRAME, NAMED, CALLED, LOOSE, APART = 4, 3, 2, 1, 0
"""How surely two spellings are one person's: the very same words beside both; the same given name; one stands alone,
the other in full; both stand alone; or they are shown to be two people."""
_NEED: Final[Mapping[Slip, tuple[float, float, float]]] = {
    ACCENT: (11.0, 12.0, 15.0),
    HALF: (0.0, 0.0, 4.0),
    LOST: (4.0, 4.0, 99.0),
    UMLAUT: (4.0, 6.0, 99.0),
    LETTER: (4.0, 5.5, 13.0),
    MISREAD: (3.0, 5.5, 12.0),
    SPELLING: (4.0, 12.0, 99.0),
}
"""The bits of evidence that a slip needs where both stand in full, where one stands alone, where both do.

Chosen on own articles of seven languages and traps of twenty; docs/model.md has what they give on names not looked at.
"""


class Clues(NamedTuple):
    """What is known of the text beyond its names: words in lower case, language, endings, names in other documents."""

    lower: Lower
    language: str
    inflects: bool
    elsewhere: Mapping[str, int]


def misspellings(
    spellings: Mapping[str, Spelling], taken: set[str], others: Collection[str], suspect: Collection[str], clues: Clues
) -> Iterator[Repair]:
    """Yield what each odd spelling should be, by how the document spells it elsewhere; `taken` words are settled.

    `others` are words of organisations and places; `suspect` are the words that may be slips of each other at all.
    """
    every = [s for s in spellings.values() if _is_suspect(s.word, suspect)]
    every = sorted(every, key=lambda s: -s.count)[:_MOST_WORDS]
    named = [s for s in every if _may_witness(s, others)]
    whole = list(spellings.values())[:_MOST_WORDS]
    order = {word: i for i, word in enumerate(spellings)}
    for odd in sorted(every, key=lambda s: order[s.word]):
        if odd.word in taken:
            continue
        best = _best(odd, whole if _is_damaged(odd.word) else named, clues)
        if best is not None and best.right not in taken:
            taken.add(odd.word)
            yield best


def _is_suspect(word: str, suspect: Collection[str]) -> bool:
    """Return whether a word, or a part of it behind a hyphen, may be a slip of another or be what one is a slip of."""
    if word in suspect or _is_damaged(word):
        return True
    return not word.isalpha() and any(part in suspect for part in _CUT.split(word))


def _is_damaged(word: str) -> bool:
    """Return whether digits or letters of another alphabet stand in a word."""
    return word[0].isdigit() or any(c in "0135689I" for c in word[1:]) or (not word.isascii() and unmixed(word) != word)


def _may_witness(spelling: Spelling, others: Collection[str]) -> bool:
    """Return whether a spelling can show how a name is written: part of a full name, or a name that stands alone."""
    if spelling.opens and spelling.count == 1:
        return spelling.lone and fold_word(spelling.word) not in others
    if spelling.givens or spelling.surnames or spelling.frames:
        return True
    if fold_word(spelling.word) in others:
        return False
    return spelling.lone or spelling.count > 1 or not spelling.word.isascii() or canonical(spelling.word) is not None


def _best(odd: Spelling, targets: Sequence[Spelling], clues: Clues) -> Repair | None:
    found: tuple[float, Repair] | None = None
    for right in targets:
        if right is odd or not near(odd.key, right.key):
            continue
        made = slip(odd.word, right.word, clues.inflects)
        if made is None or (made is SPELLING and clues.inflects and right.count < 2 * odd.count):
            continue
        bits = _evidence(odd, right, made, clues)
        if bits is not None and (found is None or bits > found[0]):
            found = bits, Repair(odd, right.word, made, _why(odd, right, made, clues))
    return found[1] if found else None


def _why(odd: Spelling, right: Spelling, made: Slip, clues: Clues) -> str:
    n = right.count
    full: dict[str, int] = {}
    for spot in right.spots:
        if len(spot.words) > 1:
            name = " ".join(spot.words)
            full[name] = full.get(name, 0) + 1
    beside = ", ".join(f"{count} in {name!r}" for name, count in list(full.items())[:2])
    seen_there = _elsewhere(right, odd, clues.elsewhere)
    return (
        f"{right.word!r} stands {n} time{'s' if n > 1 else ''} elsewhere{f' ({beside})' if beside else ''}"
        f"{f', {seen_there} times in other documents' if seen_there else ''}; {odd.word!r} has {made.how}."
    )


def _elsewhere(spelling: Spelling, other: Spelling, counts: Mapping[str, int]) -> int:
    """Return how often other documents write a word so, alone or in a full name that either spelling stands in here."""
    if not counts:
        return 0
    full = (spot.words for spot in (*spelling.spots, *other.spots))
    names = (" ".join(spelling.word if word == other.word else word for word in words) for words in full)
    return max(counts.get(name, 0) for name in (spelling.word, *names))


def _evidence(odd: Spelling, right: Spelling, made: Slip, clues: Clues) -> float | None:
    """Return the bits that speak for a repair beyond what it needs; None where it must not be made."""
    lower, language = clues.lower, clues.language
    if made.broken:
        return 99.0 + right.count
    same = _same(odd, right, made)
    if odd.opens and name_pack(language) == NameWords():
        return None  # which words begin sentences is not known
    personal = odd.personal or right.personal or bool(odd.lone and right.givens) or bool(right.lone and odd.givens)
    if same == APART or not (personal or same == LOOSE or (same == FRAME and made is not LOST)):
        return None
    listed = 0.0
    if made is not LOST and made is not HALF and known_spelling(odd, language):
        if made is ACCENT or odd.count > 1 or right.count < _HOUSE or not _one_person(odd, right):
            return None
        listed = _HAND
    if made is ACCENT and not personal and right.word.isascii() and not odd.word.isascii():
        return None  # whoever types an accent means it; whoever leaves one out may save the trouble: naïve
    if _listed_together(odd, right, lower.text):
        return None
    if odd.word.lower() in lower or right.word.lower() in lower:
        return None
    if not listed and _listed(right) and not _listed(odd):
        listed = _LIST
    short = min(len(odd.word), len(right.word)) < 5 and same < NAMED and made is not ACCENT
    if short and (not listed or right.count < _HOUSE * odd.count):
        return None
    misspelled = made in (LETTER, MISREAD, SPELLING)
    if (made is ACCENT or (misspelled and same < FRAME)) and not listed and seen(odd.word):
        return None
    if misspelled and odd.count > 1 and right.count < _HOUSE * odd.count:
        return None  # both are written again and again: two people, or two ways of writing that are meant
    if made is LOST and (odd.count > 1 or (right.count < 2 and not listed)):
        return None
    if made is UMLAUT and (right.count < 2 * odd.count or seen(odd.word)):
        return None
    if same <= CALLED and not _may_be_called(odd, right, made, personal):
        return None
    if not personal and made is not ACCENT and (
        right.count < 2 * odd.count or seen(odd.word) or not no_word(odd.word, right.word)
    ):
        return None
    bits = _TWICE * log2(right.count / odd.count) + listed
    if (made is HALF or made is LOST) and (listed or right.count >= _HOUSE * odd.count):
        pass
    elif made is HALF or made is LOST:
        bits -= max(0.0, min(doubt(right.word, odd.word), _SURE) - _NATURAL)
    else:
        bits += min(doubt(odd.word, right.word), _most(odd, right, made)) + _shape(odd, right, made, same)
    if clues.elsewhere:
        ratio = (_elsewhere(right, odd, clues.elsewhere) + 1) / (_elsewhere(odd, right, clues.elsewhere) + 1)
        bits += max(-_MOST_ELSEWHERE, min(_TWICE * log2(ratio), _MOST_ELSEWHERE))
    if made is ACCENT:
        bits += 0.5 * _TWICE * log2(right.count / odd.count)
    full, alone, both = _NEED[made]
    need = full if same >= NAMED else alone if same == CALLED else both
    return bits - need if bits >= need else None


def _most(odd: Spelling, right: Spelling, made: Slip) -> float:
    """Return the most that strange letters may say: what few languages write is strange, and right all the same."""
    rare = made is ACCENT and any(char > "\u00ff" and char not in right.word for char in odd.word)
    return _RARE if rare else _SURE


def _shape(odd: Spelling, right: Spelling, made: Slip, same: int) -> float:
    """Return the bits that the kind of slip adds: letters swapped or doubled are slips, another vowel is a namesake."""
    longer = len(odd.word) - len(right.word)
    if no_word(odd.word, right.word):
        return 0.0 if odd.opens and longer else _HAND
    bits = -_MORE * longer if made is LETTER else 0.0
    if same > CALLED:
        return bits
    bits -= _HAND if (odd.opens or right.opens or odd.frames) and not clear(odd.word, right.word) else 0.0
    if len(odd.key) == len(right.key):
        differing = [x + y for x, y in zip(odd.key, right.key, strict=True) if x != y]
        if len(differing) == 1 and all(letter in _VOWELS for letter in differing[0]):
            bits -= _HAND
    return bits


def _may_be_called(odd: Spelling, right: Spelling, made: Slip, personal: bool) -> bool:
    """Return whether an odd spelling that shares no full name with the right one may be the same person called so."""
    if odd.count > 1 and made not in (ACCENT, HALF):
        return False
    if made in (ACCENT, HALF):
        return personal or right.count > 1
    if not personal:
        return False
    if odd.frames:
        return right.lone and (right.count > 1 or made is not SPELLING)
    return odd.lone


def _same(odd: Spelling, right: Spelling, made: Slip) -> int:
    """Return how surely two spellings are one person's, by the words that stand beside them."""
    if odd.frames & right.frames:
        if made in (LETTER, MISREAD, SPELLING) and odd.surnames and _given(odd) and _given(right):
            return APART  # Joan Smith and John Smith
        return FRAME
    if odd.givens and right.givens:
        return NAMED if all(fits(given, right.givens) for given in odd.givens) else APART
    if odd.surnames and right.surnames:
        if not odd.surnames & right.surnames or (made in (LETTER, MISREAD) and _given(odd) and _given(right)):
            return APART
        return NAMED
    if odd.frames and right.frames:
        return APART
    if odd.frames or right.frames:
        return CALLED
    return LOOSE


def _given(spelling: Spelling) -> bool:
    """Return whether a word is known as a given name."""
    return gender(f"{spelling.word} x") != ""


def _one_person(odd: Spelling, right: Spelling) -> bool:
    """Return whether both are listed spellings of one surname."""
    other = {person.id for person in same_surname(right.word)}
    return any(person.id in other for person in same_surname(odd.word))


def _listed_together(odd: Spelling, right: Spelling, text: str) -> bool:
    """Return whether both spellings somewhere stand side by side, as two people do: Scholz and Schulz."""
    if len(odd.spots) > 20 or len(right.spots) > 20:
        return False
    for one in odd.spots:
        for other in right.spots:
            first, then = sorted((one.mention, other.mention))
            gap = text[first.end : then.title_start] if then.title_start - first.end <= _BESIDE else ". "
            alike = len(one.words) == len(other.words) and first is not then
            if alike and gap.count(" ") < 3 and all(char.isalpha() or char in " ,/&-" for char in gap):
                return True
    return False


def fits(given: str, givens: set[str]) -> bool:
    """Return whether a given name is one of those, or an initial of one."""
    short = len(given.rstrip(".")) == 1
    return given in givens or any(g[0] == given[0] for g in givens if short or len(g.rstrip(".")) == 1)


def _listed(right: Spelling) -> bool:
    """Return whether a spelling is a listed person's."""
    return any(len(s.words) > 1 and canonical(" ".join(s.words)) for s in right.spots) or bool(canonical(right.word))


def known_spelling(odd: Spelling, language: str) -> bool:
    """Return whether the odd spelling is how the language, or English, writes a listed person's surname."""
    word = odd.word.casefold()
    return any(
        word in (part.casefold() for form in (p.name, p.surname, p.form(language), *p.also) for part in form.split())
        for p in same_surname(odd.word)
    )  # fmt: skip
