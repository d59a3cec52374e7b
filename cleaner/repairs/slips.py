"""How one spelling of a name could have become another: a stray accent, a wrong letter, a lookalike, another language.

Compares two words; knows nothing of where they stand.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Final, NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

from cleaner.names.fold import plain, sound, unmixed
from cleaner.names.match import feminine_pair
from cleaner.text import fold_word


class Slip(NamedTuple):
    """What happened to a word: `kind` of repair, a phrase for people, and how sure one may be (0 to 1).

    `broken` says that the odd word can't be a name as it stands, so that it needs no other proof of being odd.
    """

    kind: str
    how: str
    confidence: float
    broken: bool = False


_DOTLESS: Final = "\u0131"
_UMLAUTS: Final = str.maketrans(
    {"\u00e4": "ae", "\u00f6": "oe", "\u00fc": "ue", "\u00c4": "Ae", "\u00d6": "Oe", "\u00dc": "Ue"}
)
_DIGITS: Final = (("0", "oOQD"), ("1", "lIi"), ("5", "sS"), ("8", "B"), ("6", "bG"), ("9", "gq"), ("3", "eE"),
                  ("4", "A"), ("7", "T"), ("2", "zZ"), ("|", "lI"), ("I", "l"))  # fmt: skip
_MISREAD: Final = (
    ("rn", "m"), ("vv", "w"), ("cl", "d"), ("ii", "u"), ("nn", "m"), ("ri", "n"), ("li", "h"), ("e", "c"), ("t", "f"),
    ("h", "b"), ("u", "n"), ("i", "l"), ("q", "g"), ("o", "c"), ("R", "B"), ("P", "F"), ("C", "G"),
    ("O", "Q"), ("E", "F"), ("H", "N"), ("U", "V"), ("lc", "k"), ("k", "lc"), ("f", "l"),
)  # fmt: skip
"""Shapes that reading machines take for each other, either way."""
_PAIRS: Final = 5
"""The first of them put two letters for one, as no ending does."""
_MOST_DIGITS: Final = 3
_NO_ENDINGS: Final = frozenset("ñèìòùàëïãâêîôûå")
"""Letters that end no case in any language that inflects names."""
_VOWELS: Final = frozenset("aeiouy")
ACCENT: Final = Slip("name_misspelling", "a stray accent", 0.97)
HALF: Final = Slip("name_misspelling", "a lost accent", 0.95)
LOST: Final = Slip("name_misspelling", "lost accents", 0.93)
UMLAUT: Final = Slip("name_misspelling", "an umlaut for two vowels", 0.95)
LETTER: Final = Slip("name_misspelling", "a wrong letter", 0.9)
MISREAD: Final = Slip("name_misspelling", "a misread letter", 0.94)
SCANNED: Final = Slip("name_misspelling", "a misread letter", 0.96, True)
MIXED: Final = Slip("name_misspelling", "a letter of another alphabet", 0.98, True)
SPELLING: Final = Slip("name_variant", "the spelling of another language", 0.93)


def slip(odd: str, right: str, inflects: bool) -> Slip | None:
    """Return what could have made `odd` of `right`; None where both may be right.

    A genitive or plural s, a woman's form and, where the language `inflects`, any other ending are no slips.

    >>> slip("Mácron", "Macron", False).how, slip("Macr0n", "Macron", False).how, slip("Macrons", "Macron", False)
    ('a stray accent', 'a misread letter', None)
    """
    if odd == right or min(len(odd), len(right)) < 2 or odd.count("-") != right.count("-"):
        return None
    if not odd.isascii() and unmixed(odd) != odd:
        return MIXED if unmixed(odd) == right or plain(unmixed(odd)) == plain(right) else None
    if min(len(odd), len(right)) < 4 or odd.isupper() or right.isupper() or odd.casefold() == right.casefold():
        return None
    if _scanned(odd, right):
        return SCANNED
    if odd[1].isupper() and right[1].isupper():
        return None
    if (not odd[1:].islower() and right[1:].islower() and odd.isalpha()) or any(c.isdigit() for c in odd + right):
        return None
    a, b = plain(odd), plain(right)
    if fold_word(odd) == fold_word(right) or (a == b and _DOTLESS in odd + right):
        return _accent(odd, right, inflects)
    if not (a.isalnum() and b.isalnum()):
        a, b = a.replace("-", "").replace("'", ""), b.replace("-", "").replace("'", "")
    if a == b and a:
        return _accent(odd, right, inflects) if len(odd) == len(right) else LOST if odd.isascii() else None
    if not a or not b:
        return None
    if right.isascii() and odd.translate(_UMLAUTS) == right:
        return UMLAUT
    made = _letters(odd, right, a, b, inflects)
    return None if made is None or feminine_pair(a, b) else made


def _letters(odd: str, right: str, a: str, b: str, inflects: bool) -> Slip | None:
    """Return what happened to the letters of a word, `a` and `b` being both words folded."""
    distance = DamerauLevenshtein.distance(a, b, score_cutoff=2)
    if distance > 2:
        return SPELLING if a[0] == b[0] and sound(a) == sound(b) and not _ending(a, b, inflects) else None
    if odd[:-1] == right and odd[-1] == odd[-2] != "s" and len(b) > 4:
        return LETTER
    ending = _ending(a, b, inflects) and not (no_word(a, b) and len(a) >= len(b))
    if _misread(odd, right, _MISREAD[:_PAIRS] if ending else _MISREAD):
        return MISREAD
    if ending:
        return None
    if distance == 1:
        return LETTER
    if sound(a) == sound(b) and a[0] == b[0]:
        return SPELLING
    return LETTER if min(len(a), len(b)) >= 9 and a[0] == b[0] and a[-1] == b[-1] else None


def near(key: str, other: str) -> bool:
    """Return whether two folded words are close enough to be spellings of one name, the longer the farther."""
    most = min(4, max(1, max(len(key), len(other)) // 2 - 1))
    return abs(len(key) - len(other)) <= most and DamerauLevenshtein.distance(key, other, score_cutoff=most) <= most


def no_word(odd: str, right: str) -> bool:
    """Return whether the slip makes a word that hardly can be another: two letters swapped, or one doubled.

    >>> no_word("Donnlely", "Donnelly"), no_word("Winner", "Winter")
    (True, False)
    """
    if len(odd) == len(right):
        return sorted(odd) == sorted(right)
    return len(odd) == len(right) + 1 and any(
        odd[i] == odd[i - 1] and odd[:i] + odd[i + 1 :] == right for i in range(1, len(odd))
    )  # fmt: skip


def clear(odd: str, right: str) -> bool:
    """Return whether the slip is clear without a given name beside it: Potter and Porter are two names.

    >>> clear("Rodrguez", "Rodriguez"), clear("Potter", "Porter")
    (True, False)
    """
    if no_word(odd, right):
        return True
    least = 9 if len(odd) == len(right) else 8
    return min(len(odd), len(right)) >= least and odd[:2] == right[:2] and odd[-1] == right[-1]


def _accent(odd: str, right: str, inflects: bool) -> Slip | None:
    """Return what happened to the accents; None for an ending's, and where a capital lost its own, for that is a habit.

    Of two spellings that both bear accents, the one with fewer of the same is the odd one.
    """
    if inflects and odd[:-1] == right[:-1] and odd[-1] not in _NO_ENDINGS:
        return None
    one, other = _marks(odd), _marks(right)
    if odd.isascii() or not one:
        return None if {at for at, _ in other} == {0} else LOST
    if one < other:
        return HALF if any(at for at, _ in other - one) else None
    return None if not right.isascii() and other < one and {at for at, _ in one - other} == {0} else ACCENT


def _marks(word: str) -> set[tuple[int, str]]:
    """Return the accents of a word, each with the number of its letter; a missing dot or a stroke is one."""
    out: set[tuple[int, str]] = set()
    at = -1
    for char in unicodedata.normalize("NFD", word):
        if not unicodedata.combining(char):
            at += 1
            if char.isascii():
                continue
        out.add((at, char))
    return out


def _scanned(odd: str, right: str) -> bool:
    """Return whether digits, or a capital I, stand in a word for letters they look like."""
    if len(odd) != len(right) or odd == right:
        return _two_for_one(odd, right)
    differing = [(x, y) for x, y in zip(odd, right, strict=True) if x != y]
    if len(differing) > _MOST_DIGITS or not any(x in "0123456789|I" for x, _ in differing):
        return False
    shapes = dict(_DIGITS)
    return all(y in shapes.get(x, "") for x, y in differing) and not (odd[0] == "I" and right[0] == "l")


def _two_for_one(odd: str, right: str) -> bool:
    """Return whether a digit and a misread pair of letters stand in one word together."""
    return any(c.isdigit() for c in odd) and flat(odd) == flat(right)


_FLAT: Final = str.maketrans("0157348|I", "olsteabll")


def flat(word: str) -> str:
    """Return a word as a reading machine can't tell it from others."""
    out = word.translate(_FLAT).lower()
    for two, one in _MISREAD[:_PAIRS]:
        out = out.replace(two, one)
    return out.replace("i", "l")


def _misread(odd: str, right: str, shapes: Sequence[tuple[str, str]]) -> bool:
    """Return whether one of the shapes in `odd` was misread for another in `right`."""
    start = 0
    least = min(len(odd), len(right))
    while start < least and odd[start] == right[start]:
        start += 1
    for one, two in shapes:
        if len(odd) - len(right) not in (len(one) - len(two), len(two) - len(one)):
            continue
        for x, y in ((one, two), (two, one)):
            for at in range(max(0, start - 1), start + 1):
                if odd.startswith(x, at) and right.startswith(y, at) and odd[at + len(x) :] == right[at + len(y) :]:
                    return True
    return False


def _ending(a: str, b: str, inflects: bool) -> bool:
    """Return whether the words differ as inflection makes them: an s behind, a last vowel, in some languages more."""
    short, long = sorted((a, b), key=len)
    if long.startswith(short) and long[len(short) :] in ("s", "es", "a", "e", "ian", "ist", "en", "n", "i", "o", "y"):
        return True
    common = 0
    while common < len(short) and a[common] == b[common]:
        common += 1
    behind = 0
    while behind < len(short) - common and a[-1 - behind] == b[-1 - behind]:
        behind += 1
    if not inflects:
        return common == len(short) - 1 == len(long) - 1 and a[-1] in _VOWELS and b[-1] in _VOWELS
    if len(short) == len(long) and behind and (a[common] in _VOWELS) != (b[common] in _VOWELS):
        return False
    return common >= len(short) - 3 and behind < 2
