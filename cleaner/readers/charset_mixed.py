"""Bytes that are not all UTF-8: none of them, some passages, or all but a few. Reads each passage as what it is.

A passage is what stands between two tags or line ends. One that is valid UTF-8 and reads better so is UTF-8 in whatever
page it stands; what is left over decides which charset the rest is in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from cleaner.readers.charset_stray import CUT, SEQUENCE, almost, within
from cleaner.readers.charsets import MULTIBYTE


@dataclass(frozen=True, slots=True)
class Mixed:
    """The text, the charset of most of it, and the charsets of the rest with the number of pieces."""

    text: str
    charset: str
    confidence: float
    others: tuple[tuple[str, int], ...] = ()


_BREAK: Final = re.compile(rb"[<>\r\n]")
_HIGH: Final = re.compile(rb"[\x80-\xff]")
_RUN: Final = re.compile(rb"[\x80-\xff]{2}")
_ASCII: Final = bytes(range(128))
_STRAY: Final = 0.02
_CUT_SHORT: Final = 0.1
"""Text is still UTF-8 when at most this share of its non-ASCII characters is broken, or cut (or a handful of them)."""
_CERTAIN: Final = {False: 3, True: 8}
"""So many characters of valid UTF-8 and nothing else are no accident: among charsets of one byte, of several."""
_ASKED: Final = 40
"""So many passages are weighed one by one; a page that has more of both kinds is taken by its majority."""
_SURE: Final = 0.9


def read(raw: bytes, declared: Mapping[str, int]) -> Mixed:
    """Return bytes that are not strict UTF-8 as text. `declared` are the charsets declared, and how often.

    >>> read("<p>déjà vu</p>".encode() + "<p>Café à Orléans</p>".encode("cp1252"), {}).text
    '<p>déjà vu</p><p>Café à Orléans</p>'
    """
    left, good = SEQUENCE.subn(b" ", raw)
    strays, cut = CUT.subn(b" ", left)
    few = 3 if good >= 9 else good // 3
    bad = len(strays.translate(None, _ASCII))
    if good and bad <= max(_STRAY * good, few) and cut <= max(_CUT_SHORT * good, 1) and not _RUN.search(strays):
        text = almost(raw, "cp1252")
        return Mixed(text, "utf-8", _SURE, (("cp1252", bad),) if text.count("\ufffd") < bad + cut else ())
    from cleaner.readers.charset_guess import guess

    if not good:
        found = guess(raw, declared)
        return Mixed(raw.decode(found.charset, "replace"), found.charset, found.confidence)
    return _by_passage(raw, good, bad + 2 * cut, declared)


def _by_passage(raw: bytes, good: int, bad: int, declared: Mapping[str, int]) -> Mixed:
    """Return each passage in UTF-8 or in the charset of what is no UTF-8."""
    from cleaner.readers.charset_guess import guess, likelier

    spans = list(_passages(raw))
    kinds = [_kind(raw[start:end]) for start, end in spans]
    rest = [raw[start:end] for (start, end), (valid, broken) in zip(spans, kinds, strict=True) if broken > valid]
    found = guess(b"\n".join(rest) if rest else SEQUENCE.sub(b"", raw), declared)
    parts, at, turns, asked = [], 0, [0, 0], 0
    for (start, end), (valid, broken) in zip(spans, kinds, strict=True):
        own = valid > broken
        if own and (broken or valid < _CERTAIN[found.charset in MULTIBYTE]) and asked < _ASKED:
            asked += 1
            piece = raw[start:end]
            own = likelier(almost(piece, found.charset), within(piece, found.charset))
        turns[own] += 1
        if own:
            parts.append(within(raw[at:start], found.charset))
            parts.append(almost(raw[start:end], found.charset))
            at = end
    parts.append(within(raw[at:], found.charset))
    text = "".join(parts)
    if not turns[False]:
        return Mixed(text, "utf-8", _SURE, ((found.charset, bad),))
    if good >= bad and turns[True]:
        return Mixed(text, "utf-8", round(_SURE * found.confidence, 3), ((found.charset, turns[False]),))
    mixed = turns[True] or text != raw.decode(found.charset, "replace")
    return Mixed(text, found.charset, found.confidence, (("utf-8", max(1, turns[True])),) if mixed else ())


def _passages(raw: bytes) -> Iterator[tuple[int, int]]:
    """Yield where the passages that are not ASCII begin and end."""
    low = 0
    while (high := _HIGH.search(raw, low)) is not None:
        at = high.start()
        start = max(low, *(raw.rfind(mark, low, at) + 1 for mark in (b"<", b">", b"\n", b"\r")))
        stop = _BREAK.search(raw, at)
        low = stop.start() if stop else len(raw)
        yield start, low


def _kind(piece: bytes) -> tuple[int, int]:
    """Return how many characters of UTF-8 a passage holds, and how many bytes above ASCII that are none."""
    left, valid = SEQUENCE.subn(b"", piece)
    return valid, len(left.translate(None, _ASCII))
