"""A name taken apart for comparing: words with their script and Latin letters, particles, titles and generation marks.

Mends what encodings and scanning did to a name, for the comparison alone. Compares nothing.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

from cleaner.mentions import name_pack
from cleaner.names.fold import plain, titles, unmixed
from cleaner.names.letters import script
from cleaner.text import fold_word

_LONGEST: Final = 120
"""Characters of a name that are looked at; more is no name."""
MOST: Final = 7
"""Words of a name that are looked at."""
_JOINED: Final = re.compile(r"['’‘ʼ`´ʹʻ′\u200b-\u200f\u2060\ufeff\u00ad\u0640]")
LOST: Final = "?"
"""What stands where a letter was lost."""
_SIGNS: Final = "\u0900-\u0963\u0970-\u0dff\u0e00-\u0eff\u0f71-\u109f\u1780-\u17d3"
"""Letters and vowel signs of Asian scripts; the latter are no word characters by themselves."""
_PIECE: Final = re.compile(rf"(?:[^\W_]|[{_SIGNS}]|(?<=\w)[?\ufffd])+")
_GARBLED: Final = re.compile(r"[\u0080-\u009fÂÃÄÅÆÇÈÉÊÎÏÐÑØÙàáâãРСŠĐĂĹ][^\x00-\x7f]")
_DIGITS: Final = str.maketrans("01358", "olesb")
_MARKS: Final = "\u0300-\u036f\u0591-\u05f4\u0610-\u061a\u064b-\u065f’‘ʼ·・\u200b-\u200f"
_STRANGE: Final = re.compile(rf"[^\x00-\x7f\w\s{_SIGNS}{_MARKS}]")
"""What stands in no name: a sign beyond ASCII that is no letter."""
_DIGIT: Final = re.compile("[01358]")
_AFTER: Final = re.compile(r"[ .]*[A-Z]{1,2}(?:[A-Z.]{0,2}|h?D\.?)[ .]*")
"""Letters behind a comma that tell of a degree or an office: MP, QC, Ph.D."""
_VOWEL: Final = re.compile("[aeiouyAEIOUY]")


class Word(NamedTuple):
    """One word of a name: as written without case, in Latin letters, its script; whether it is an initial alone."""

    native: str
    roman: str
    script: str
    initial: bool


class Form(NamedTuple):
    """A name taken apart. `particles` stand aside, as do `marks` of generation (jr, iii)."""

    words: tuple[Word, ...]
    particles: tuple[str, ...]
    marks: frozenset[str]


@lru_cache(maxsize=1 << 13)
def form(name: str) -> Form:
    """Return a name taken apart; no words where it has no letters.

    >>> [word.roman for word in form("President Macron, Emmanuel").words]
    ['emmanuel', 'macron']
    >>> form("Robert Downey Jr.").marks, form("Ursula von der Leyen").particles
    (frozenset({'jr'}), ('von', 'der'))
    """
    text = unicodedata.normalize("NFKC", mended(name[:_LONGEST]))
    text = _JOINED.sub("", text)
    head, comma, tail = text.partition(",")
    if comma and _AFTER.fullmatch(tail) and " " in head.strip():
        text, comma = head, ""
    if comma and _PIECE.search(head) and any(len(w) > 1 and not _generation(w) for w in _PIECE.findall(tail)):
        pieces = [*_untitled(_pieces(tail)), *_untitled(_pieces(head))]
    else:
        pieces = _untitled(_pieces(text))
    words: list[Word] = []
    particles: list[str] = []
    marks = set()
    known = _particles()
    for at, (piece, dotted) in enumerate(pieces[: MOST + 3]):
        roman = _roman(piece)
        if at and (mark := _generation(piece)):
            marks.add(mark)
        elif not roman:
            continue
        elif roman in known and not dotted and (piece.islower() or 0 < at < len(pieces) - 1) and len(pieces) > 1:
            particles.append(roman)
        else:
            of = script(piece)
            initial = (len(roman) == 1 and of == "latin") or (len(piece) == 1 and of in ("cyrillic", "greek"))
            words.append(Word(piece.casefold(), roman, of, initial))
    words = _hung_together(words)
    if not words:
        words = [Word(p, p, "latin", False) for p in particles]
    return Form(tuple(words[:MOST]), tuple(particles), frozenset(marks))


def _roman(piece: str) -> str:
    """Return a word in small Latin letters; vowels that Indian scripts leave unsaid are said."""
    if "\u0900" <= piece[0] <= "\u0dff":
        out = ""
        for at, char in enumerate(piece):
            out += plain(char)
            bare = unicodedata.category(char) == "Lo" and plain(char)[:1] not in "aeiou"
            if bare and at + 1 < len(piece) and unicodedata.category(piece[at + 1]) == "Lo":
                out += "a"
        piece = out
    return "".join(_PIECE.findall(plain(piece.replace("\ufffd", LOST)).replace(" ", "")))


def _pieces(text: str) -> list[tuple[str, bool]]:
    """Return the words of a text, each with whether a full stop follows; runs of initials taken apart."""
    out = []
    for match in _PIECE.finditer(text):
        word = match[0]
        if not word.isascii():
            word = unmixed(word)
        if _DIGIT.search(word) and any("a" <= char.lower() <= "z" for char in word):
            word = word.translate(_DIGITS)
        dotted = text[match.end() : match.end() + 1] == "."
        if len(word) == 2 and word.isupper() and word.isascii() and not _VOWEL.search(word) and not text.isupper():
            out += [(word[0], True), (word[1], True)]
        else:
            out.append((word, dotted))
    return out


def _untitled(pieces: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Return the words without the titles before them."""
    known = titles()
    first = 0
    for piece, _ in pieces[:-1]:
        if len(piece) < 2 or fold_word(piece) not in known:
            break
        first += 1
    return pieces[first:]


def _generation(piece: str) -> str:
    return _generations().get(plain(piece), "")


@lru_cache
def _generations() -> dict[str, str]:
    """Return the marks that tell father from son, each with the one form that stands for it."""
    return {mark: marks[0] for marks in name_pack("und").generations for mark in marks}


def _hung_together(words: list[Word]) -> list[Word]:
    """Return the words with those that never stand alone joined to what follows: Abd al-Fattah, Abdel Fattah."""
    joins = _joins()
    out: list[Word] = []
    for word in words:
        if out and out[-1].roman in joins:
            out[-1] = Word(out[-1].native + word.native, out[-1].roman + word.roman, word.script, False)
        else:
            out.append(word)
    return out


@lru_cache
def _joins() -> frozenset[str]:
    return frozenset(name_pack("und").joins)


@lru_cache
def _particles() -> frozenset[str]:
    return frozenset(plain(p.replace("'", "")) for p in name_pack("und").particles)


# --- encodings -------------------------------------------------------------------------------------------------------


def mended(name: str) -> str:
    """Return a name whose UTF-8 was misread as another encoding, read aright; others as they are.

    >>> mended("Å imonytÄ—"), mended("Ð\u009fÑƒÑ‚Ð¸Ð½"), mended("François")
    ('Šimonytė', 'Путин', 'François')
    """
    for _ in range(2):
        if name.isascii() or not (_GARBLED.search(name) or _STRANGE.search(name)):
            break
        for encoding in ("cp1252", "cp1251", "cp1250", "mac_roman"):
            read = _read_again(name, encoding)
            if read is not None:
                name = read
                break
        else:
            break
    return name


def _read_again(name: str, encoding: str) -> str | None:
    raw = bytearray()
    for char in name:
        try:
            raw += char.encode(encoding)
        except UnicodeEncodeError:
            if ord(char) > 255:
                return None
            raw.append(ord(char))
    try:
        read = raw.decode("utf-8")
    except UnicodeDecodeError:
        try:  # a no-break space of the garbled text often became a space
            read = bytes(raw).replace(b"\xc5 ", b"\xc5\xa0").replace(b"\xc3 ", b"\xc3\xa0").decode("utf-8")
        except UnicodeDecodeError:
            return None
    return read if len(read) < len(name) and read.isprintable() else None
