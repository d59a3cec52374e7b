"""How one spelling of a name could have become another: a stray accent, a wrong letter, a lookalike, another language.

Compares two words; knows nothing of where they stand.
"""

from __future__ import annotations

import unicodedata
from typing import Final, NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

from cleaner.names.fold import plain, sound, unmixed
from cleaner.names.match import feminine_pair
from cleaner.text import fold_word


class Slip(NamedTuple):
    """What happened to a word: `kind` of repair, a phrase for people, and how sure one may be (0 to 1)."""

    kind: str
    how: str
    confidence: float


_DOTLESS: Final = "\u0131"
_UMLAUTS: Final = str.maketrans(
    {"\u00e4": "ae", "\u00f6": "oe", "\u00fc": "ue", "\u00c4": "Ae", "\u00d6": "Oe", "\u00dc": "Ue"}
)
_LOOKALIKE: Final = str.maketrans("0157348|Ii", "olsteablll")
_TWO: Final = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("ii", "u"))
ACCENT: Final = Slip("name_misspelling", "a stray accent", 0.97)
HALF: Final = Slip("name_misspelling", "a lost accent", 0.95)
UMLAUT: Final = Slip("name_misspelling", "an umlaut for two vowels", 0.95)
LETTER: Final = Slip("name_misspelling", "a wrong letter", 0.9)
SCANNED: Final = Slip("name_misspelling", "a misread letter", 0.96)
MIXED: Final = Slip("name_misspelling", "a letter of another alphabet", 0.98)
SPELLING: Final = Slip("name_variant", "the spelling of another language", 0.93)


def slip(odd: str, right: str, inflects: bool) -> Slip | None:
    """Return what could have made `odd` of `right`; None where both may be right.

    A genitive or plural s, a woman's form, a lost accent and, where the language `inflects`, any other ending are no
    slips.

    >>> slip("Mácron", "Macron", False).how, slip("Macr0n", "Macron", False).how, slip("Macrons", "Macron", False)
    ('a stray accent', 'a misread letter', None)
    """
    if odd == right or min(len(odd), len(right)) < 4 or odd.count("-") != right.count("-"):
        return None
    if odd.isupper() or right.isupper():
        return None
    if odd.casefold() == right.casefold() or (not odd[1:].islower() and right[1:].islower() and odd.isalpha()):
        return None
    if unmixed(odd) != odd:
        return MIXED if unmixed(odd) == right or plain(unmixed(odd)) == plain(right) else None
    a, b = plain(odd), plain(right)
    if fold_word(odd) == fold_word(right) or (a == b and _DOTLESS in odd + right):
        return _accent(odd, right, inflects)
    if not (a.isalnum() and b.isalnum()):
        a, b = a.replace("-", "").replace("'", ""), b.replace("-", "").replace("'", "")
    if a == b or not a or not b:
        return None
    if _scan(odd) == _scan(right) or (any(c.isdigit() for c in odd) and _scan(odd) == _scan(right)):
        return SCANNED if any(c.isdigit() for c in odd) or any(x in a and y in b for x, y in _TWO) else LETTER
    if right.isascii() and odd.translate(_UMLAUTS) == right:
        return UMLAUT
    if not inflects and odd[:-1] == right and odd[-1] == odd[-2] != "s" and len(b) > 4:
        return LETTER
    if any(c.isdigit() for c in odd + right) or _ending(a, b, inflects) or feminine_pair(a, b):
        return None
    if no_word(odd, right) and len(a) >= 5:
        return LETTER
    if len(a) > 5 and len(odd) < len(right) and no_word(right, odd):
        return LETTER
    if sound(a) == sound(b) and a[0] == b[0]:
        return SPELLING
    distance = DamerauLevenshtein.distance(a, b, score_cutoff=2)
    if distance == 1 and len(a) >= 5:
        return LETTER
    long = min(len(a), len(b)) >= 9 and a[0] == b[0] and a[-1] == b[-1]
    return LETTER if distance == 2 and long else None


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
    """Return what happened to the accents; None where all are gone, or a capital's alone, for that is a habit.

    Of two spellings that both bear accents, the one with fewer of the same is the odd one.
    """
    if odd.isascii() or (odd[1:] == right[1:] and odd[0].isascii()):
        return None
    if inflects and odd[:-1] == right[:-1]:
        return None
    one, other = _marks(odd), _marks(right)
    if len(one) < len(other):
        return HALF if one <= other else None
    return None if not right.isascii() and other < one else ACCENT


def _marks(word: str) -> set[tuple[int, str]]:
    """Return the accents of a word, each with the number of its letter; a missing dot is one."""
    out: set[tuple[int, str]] = set()
    at = -1
    for char in unicodedata.normalize("NFD", word):
        if not unicodedata.combining(char):
            at += 1
        if unicodedata.combining(char) or char == _DOTLESS:
            out.add((at, char))
    return out


def _scan(word: str) -> str:
    """Return a word as a reading machine can't tell it from others."""
    out = plain(word.translate(_LOOKALIKE)).translate(_LOOKALIKE)
    for two, one in _TWO:
        out = out.replace(two, one)
    return out


def _ending(a: str, b: str, inflects: bool) -> bool:
    """Return whether the words differ as inflection makes them: an s behind, a last vowel, in some languages more."""
    short, long = sorted((a, b), key=len)
    if long.startswith(short) and long[len(short) :] in ("s", "es", "a", "e", "ian", "ist", "en", "n", "i", "o"):
        return True
    common = 0
    while common < len(short) and a[common] == b[common]:
        common += 1
    if common >= len(long) - 1:
        return True
    return inflects and common >= len(short) - 3
