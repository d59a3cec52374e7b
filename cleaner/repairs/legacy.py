"""Cyrillic and Greek of eight-bit charsets that were read as Latin-1: words of nothing but accented letters.

No language writes three quarters of its letters with accents, so the damage is certain; which charset it was follows
from which letters are frequent. Anything less clear stays.
"""

from __future__ import annotations

import re
from typing import Final

from cleaner.repairs.changes import Change

_ACCENTED: Final = re.compile("[\u00a8\u00b8\u00c0-\u00ff]+")
_LETTERS: Final = re.compile(r"[^\W\d_]")
HINT: Final = re.compile("[\u00c0-\u00ff]{5}")
_LEAST: Final = 12
_SHARE: Final = 0.75


def changes(text: str) -> list[Change]:
    """Return what would read the text with its own charset.

    >>> [c.after for c in changes("Ïðåçèäåíò Ðîññèè çàÿâèë")]
    ['Президент', 'России', 'заявил']
    """
    if not HINT.search(text):
        return []
    words = [m for m in _ACCENTED.finditer(text) if len(m[0]) > 1]
    count = sum(len(m[0]) for m in words)
    if count < _LEAST or count < _SHARE * len(_LETTERS.findall(text)):
        return []
    charset = _charset("".join(m[0] for m in words))
    if charset is None:
        return []
    out = []
    for match in _ACCENTED.finditer(text):
        after = match[0].encode("latin-1").decode(charset, "replace")
        if after != match[0] and "\ufffd" not in after:
            out.append(Change(*match.span(), after, "mojibake", "legacy-charset",
                              f"{match[0]!r} is {after!r} in {charset}, read as Latin-1.", 0.9))  # fmt: skip
    return out


def _charset(letters: str) -> str | None:
    """Return the charset that makes the letters a text: by the share of its commonest vowels, and by their case."""
    count = len(letters)
    capitals = sum("\u00c0" <= c <= "\u00df" for c in letters) / count
    if capitals > 0.6:  # KOI8-R has small letters where Latin-1 has capitals
        vowels = sum(letters.count(vowel) for vowel in "\u00cf\u00c1\u00c5") / count
        return "koi8-r" if vowels > 0.15 else None
    small_a = letters.count("\u00e0") / count
    if small_a > 0.03 or letters.count("\u00ee") / count > 0.05:
        return "cp1251" if capitals > 0 else None  # Hebrew has no capitals
    greek = sum(map(letters.count, "\u00e1\u00ef\u00e9\u00e5\u00f4\u00f3\u00ed\u00e7\u00f2")) / count
    return "cp1253" if greek > 0.35 and small_a < 0.01 else None
