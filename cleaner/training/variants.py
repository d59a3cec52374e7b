"""Makes names and what becomes of them: spellings of other languages, slips, damage, shortened and longer forms.

For training and scoring alone. Everything is drawn from one seeded generator.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from random import Random
from typing import Any, Final

from cleaner.language import available, read_yaml
from cleaner.mentions import name_pack
from cleaner.names.fold import plain

_SCAN: Final = (("rn", "m"), ("m", "rn"), ("l", "1"), ("o", "0"), ("cl", "d"), ("d", "cl"), ("w", "vv"), ("u", "ii"),
                ("i", "l"), ("l", "i"), ("e", "c"), ("I", "l"), ("S", "5"), ("B", "8"), ("O", "0"), ("h", "b"),
                ("n", "ri"), ("g", "q"))  # fmt: skip
_HOMOGLYPHS: Final = str.maketrans("aeopcxyAEOPCXBHKMT", "аеорсхуАЕОРСХВНКМТ")
_PRONUNCIATION: Final = (
    ("ie", "i"), ("ss", "s"), ("nn", "n"), ("ll", "l"), ("tt", "t"), ("ck", "k"), ("y", "i"), ("ph", "f"), ("v", "w"),
    ("ei", "ey"), ("s", "ss"), ("th", "t"), ("e", "é"), ("o", "ö"),
)  # fmt: skip


@lru_cache
def _schemes() -> dict[str, Any]:
    return read_yaml(Path(str(files("cleaner.training"))) / "schemes.yaml")


def transliterations() -> list[str]:
    """Return the languages that Cyrillic names can be written for."""
    return list(_schemes()["schemes"])


@lru_cache
def _scheme(language: str) -> dict[str, str]:
    told = _schemes()
    signs = [sign.replace(".", "") for sign in told["schemes"][language].split()]
    return dict(zip(told["letters"].split(), signs, strict=True))


def transliterated(word: str, language: str) -> str:
    """Return a Cyrillic word as a language writes it, in small letters.

    >>> transliterated("Пушкин", "fr"), transliterated("Горбачёв", "de")
    ('pouchkine', 'gorbatschjow')
    """
    signs = _scheme(language)
    out: str = "".join(signs.get(char, char) for char in word.lower())
    for end, to in _schemes()["ends"].get(language, {}).items():
        if out.endswith(end):
            return f"{out[: -len(end)]}{to}"
    return out


def arabic_spelling(word: str, random: Random) -> str:
    """Return a Latin word of an Arabic name in another usual spelling."""
    groups = _schemes()["arabic"]
    out = word
    for _ in range(random.randint(1, 2)):
        hits = [(s, g) for g in groups for s in g if s in out]
        if hits:
            sign, group = random.choice(hits)
            out = out.replace(sign, random.choice(group), 1)
    return out


# --- slips and damage ------------------------------------------------------------------------------------------------


def typo(name: str, random: Random) -> str:
    """Return a name with one slip of the hand."""
    at = random.randrange(1, max(2, len(name) - 1))
    char = random.choice("abcdefghijklmnoprstuvwyz") if name.isascii() else random.choice(name.replace(" ", "") or "a")
    return random.choice((
        name[:at] + name[at + 1 :], name[:at] + name[at : at + 1] * 2 + name[at + 1 :],
        name[:at] + name[at + 1 : at + 2] + name[at : at + 1] + name[at + 2 :], name[:at] + char + name[at + 1 :],
        name[:at] + char + name[at:],
    ))  # fmt: skip


def scanned(name: str, random: Random) -> str:
    """Return a name as scanning may garble it."""
    for _ in range(random.randint(1, 2)):
        hits = [pair for pair in _SCAN if pair[0] in name[1:]]
        if hits:
            a, b = random.choice(hits)
            name = name[:1] + name[1:].replace(a, b, 1)
    return name


def garbled(name: str, random: Random) -> str:
    """Return a name whose UTF-8 was read as another encoding."""
    encoding = random.choice(("cp1252", "cp1252", "latin-1", "cp1251", "mac_roman"))
    return "".join(_read_as(byte, encoding) for byte in name.encode())


def _read_as(byte: int, encoding: str) -> str:
    try:
        return bytes((byte,)).decode(encoding)
    except UnicodeDecodeError:
        return chr(byte)


def bare(name: str, random: Random) -> str:
    """Return a name without accents, or wholly in plain letters."""
    if random.random() < 0.3:
        return name.translate(_HOMOGLYPHS) if random.random() < 0.3 else name.upper()
    if not name.isascii() and name[0] < "\u0250":
        return plain(name).title()
    at = random.randrange(len(name))
    return unicodedata.normalize("NFC", name[: at + 1] + random.choice("\u0301\u0300\u0308") + name[at + 1 :])


def heard(name: str, random: Random) -> str:
    """Return a name as somebody may write it who only heard it."""
    hits = [pair for pair in _PRONUNCIATION if pair[0] in name[1:]]
    if not hits:
        return name
    a, b = random.choice(hits)
    return name[:1] + name[1:].replace(a, b, 1)


# --- other forms of a name -------------------------------------------------------------------------------------------


@lru_cache
def _titles() -> list[str]:
    packs = [name_pack(tag) for tag in available()]
    return sorted({title for pack in packs for title in (*pack.titles, *(f"{a}." for a in pack.abbreviations))})


def titled(words: Sequence[str], random: Random) -> str:
    return f"{random.choice(_titles())} {' '.join(words)}"


def initials(words: Sequence[str], random: Random) -> str:
    dot = random.choice((".", ".", ""))
    return " ".join([*(f"{w[0]}{dot}" for w in words[:-1]), words[-1]])


def turned(words: Sequence[str], random: Random) -> str:
    if random.random() < 0.5:
        return f"{words[-1]}, {' '.join(words[:-1])}"
    return " ".join((words[-1], *words[:-1]))


def with_middle(words: Sequence[str], random: Random, other: Callable[[], str]) -> str:
    middle = other() if random.random() < 0.5 else f"{other()[0].upper()}."
    return " ".join((*words[:-1], middle, words[-1]))
