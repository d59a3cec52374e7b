"""A name brought down to what spellings share: no accents, no case, one alphabet, no title. Compares nothing."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from cleaner.mentions import name_pack
from cleaner.text import fold_word

_APOSTROPHES: Final = re.compile(r"['’ʼ`´ʹ]")
_WORD: Final = re.compile(r"[^\W_]+\.?")
_CYRILLIC: Final = "АВЕЅІЈКМНОРСТХУасеіјорѕухьԁһԛԝ", "ABESIJKMHOPCTXYaceijopsyxbdhqw"
_GREEK: Final = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρ", "ABEZHIKMNOPTYXovp"
_LOOKALIKES: Final = str.maketrans(_CYRILLIC[0] + _GREEK[0], _CYRILLIC[1] + _GREEK[1])
_LATIN: Final = re.compile("[A-Za-z\u00c0-\u024f]")
_OTHER: Final = re.compile("[\u0370-\u03ff\u0400-\u052f]")


@lru_cache(maxsize=1 << 15)
def plain(text: str) -> str:
    """Return a text in lower-case ASCII letters.

    >>> plain("Šimonytė"), plain("Путин"), plain("Erdoğan")
    ('simonyte', 'putin', 'erdogan')
    """
    if text.isascii():
        return text.lower()
    from anyascii import anyascii

    return str(anyascii(text)).lower()


def unmixed(word: str) -> str:
    """Return a word of mostly Latin letters with Cyrillic and Greek lookalikes in it as Latin; others as they are.

    >>> unmixed("Рutin") == "Putin", unmixed("Путин") == "Путин"
    (True, True)
    """
    if word.isascii() or not (_LATIN.search(word) and _OTHER.search(word)):
        return word
    return word.translate(_LOOKALIKES)


@lru_cache(maxsize=1 << 14)
def tokens(name: str) -> tuple[str, ...]:
    """Return the words of a name folded, titles before it left out, hyphens as spaces.

    >>> tokens("President Emmanuel Macron"), tokens("Kim Jong-un"), tokens("J. K. Rowling")
    (('emmanuel', 'macron'), ('kim', 'jong', 'un'), ('j', 'k', 'rowling'))
    """
    bare = _APOSTROPHES.sub("", name)
    words = _WORD.findall(bare)
    first = 0
    known = titles()
    for word in words[:-1]:
        bare = word.rstrip(".")
        if len(bare) < 2 or fold_word(bare) not in known:
            break
        first += 1
    out = []
    for word in words[first:]:
        word = plain(unmixed(word.rstrip(".")))
        out += _WORD.findall(word)
    return tuple(out)


@lru_cache
def titles() -> frozenset[str]:
    """Return the words that stand before a name in any language that has a list."""
    from cleaner import language

    return frozenset(
        fold_word(word) for tag in language.available()
        for title in (*name_pack(tag).titles, *name_pack(tag).abbreviations) for word in title.split()
    )  # fmt: skip


_SOUNDS: Final = tuple(
    (re.compile(pattern), sound) for pattern, sound in (
        ("shch|schtsch|chtch|szcz|stsj", "s"), ("tsch|tch|tsj|cz", "c"), ("sch|sh|sz|ch|sj|zh|rz|dj|dzh|dsch", "s"),
        ("kh|gh|q|ck", "k"), ("ph", "f"), ("th", "t"), ("ou|oe|oo|w(?=[bcdfghjklmnpqrstvwxz])", "u"), ("w", "v"),
        ("ts|tz|z|s", "s"), ("x", "ks"), ("[yj]", "i"), ("iu", "u"), ("ia|ya", "a"), ("i+", "i"), ("h", ""),
    )
)  # fmt: skip


@lru_cache(maxsize=1 << 14)
def sound(word: str) -> str:
    """Return what transliterations of one name share: a rough sound, double letters single.

    >>> sound("poutine") == sound("putin"), sound("loukachenko") == sound("lukashenko")
    (True, True)
    """
    for pattern, to in _SOUNDS:
        word = pattern.sub(to, word)
    out = "".join(c for i, c in enumerate(word) if not i or c != word[i - 1])
    return out[:-1] if len(out) > 4 and out[-2:] in ("ne", "te", "me") else out
