"""What is looked at to tell a charset: some words of the prose that are not ASCII, with their neighbours.

Tags, scripts and styles are English in every page, and of ten thousand bytes a few hundred tell as much.
"""

from __future__ import annotations

import re
from typing import Final

LITTLE: Final = 3
"""So few bytes above ASCII tell little: they are no word of another script, and in no rare charset."""
_SHORT: Final = 80
_LONG: Final = 450
_WORD: Final = 40
_BEFORE: Final = 3
_SEARCHED: Final = 100_000
_RUN: Final = re.compile(rb"([\x80-\xff])\1{2,}")
_SPACE: Final = re.compile(rb"\s")
_MARKUP: Final = re.compile(rb"<[^<>]{0,5000}>|&[#\w]{1,31};")
_CODE: Final = re.compile(rb"<(?:script|style)\b", re.IGNORECASE)
_CODE_END: Final = re.compile(rb"</(?:script|style)", re.IGNORECASE)
_HIGH: Final = re.compile(rb"[\x80-\xff]")
_ASCII: Final = bytes(range(128))
_NO_LETTERS: Final = bytes(c for c in range(256) if not bytes([c]).isalpha())


class Sample:
    """Words that are not ASCII (`short`), more of them with their neighbours (`long`), and how much of both there is.

    A sample that ends with a space is whole; else its last character may be cut.
    """

    def __init__(self, raw: bytes) -> None:
        prose = _prose(_dense(raw))
        if prose.isascii():
            prose = _dense(raw)
        self.high = len(prose.translate(None, _ASCII))
        self.letters = len(prose.translate(None, _NO_LETTERS))
        self.short, self.long = _samples(prose)

    @property
    def little(self) -> bool:
        """Return whether there is too little to tell much."""
        return self.high <= LITTLE

    @property
    def mostly_latin(self) -> bool:
        """Return whether ten ASCII letters stand for every other byte, as in no other script."""
        return self.letters > 10 * self.high


def _samples(prose: bytes) -> tuple[bytes, bytes]:
    """Return a short and a longer sample: words that are not ASCII; those with their neighbours, and each such byte."""
    prose = _RUN.sub(lambda run: run[1] * (2 - len(run[0]) % 2), prose)  # a row of no-break spaces is no word
    words = prose.split()
    short: list[bytes] = []
    long: list[bytes] = []
    used, last = 0, -1
    for at, word in enumerate(words):
        if word.isascii():
            continue
        if len(short) < _SHORT:
            short.append(word)
        long += [w for w in words[max(last + 1, at - _BEFORE) : at] if len(w) < _WORD]
        long.append(word)
        used += len(word) + _WORD // 2
        if used > _LONG:
            break
        last = at
    if len(prose) <= _LONG:
        return _joined(short, _SHORT), b" ".join(words) + b" "
    sample = _joined(long, _LONG)
    missing = sorted(set(prose.translate(None, _ASCII)) - set(sample))
    return _joined(short, _SHORT), sample + b"".join(_around(prose, prose.find(byte)) for byte in missing)


def _around(prose: bytes, at: int) -> bytes:
    """Return the words around a byte; nothing where no space is near."""
    piece = prose[max(0, at - _WORD) : at + _WORD]
    start, end = _SPACE.search(piece), piece.rfind(b" ")
    words = piece[start.end() : end + 1] if start else b""
    return words if prose[at] in words else b""


def _joined(words: list[bytes], room: int) -> bytes:
    """Return words put together again until there is no more room; the last may be cut, wherever that is."""
    return (b" ".join(words) + b" ")[:room]


def _dense(raw: bytes) -> bytes:
    """Return a window of the bytes from shortly before the first that is not ASCII."""
    if len(raw) <= _SEARCHED:
        return raw
    first = _HIGH.search(raw)
    start = max(0, first.start() - 2000) if first else 0
    return raw[start : start + _SEARCHED]


def _prose(raw: bytes) -> bytes:
    """Return the bytes without tags, entities, scripts and styles."""
    if b"<" not in raw:
        return raw
    parts, at = [], 0
    while (opened := _CODE.search(raw, at)) is not None:
        parts.append(raw[at : opened.start()])
        closed = _CODE_END.search(raw, opened.end())
        at = closed.end() if closed else len(raw)
    parts.append(raw[at:])
    return _MARKUP.sub(b" ", b" ".join(parts))
