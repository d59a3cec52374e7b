"""Where sentences stand in a text. Knows abbreviations it is given and quotations; never touches text.

A quotation with its closing mark belongs to the sentence that carries it, however many sentences it holds; what
follows a closing mark begins a new sentence only if it looks like one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from cleaner.quotes import Quote, outermost
from cleaner.tables.rows import Span
from cleaner.text import CLOSERS

_STOP: Final = re.compile(r"[.!?…]+|[。！？؟۔।]+|\n[ \t\u00a0]*\n")
_WIDE: Final = "。！？"
_BEFORE: Final = re.compile(r"[^\s\"'“”«»‘’()\[\]]{0,24}\Z")
_SPACES: Final = " \u00a0\u202f\u2009\t\r\n"
MAX_QUOTE: Final = 6000
"""A quotation longer than this is more likely a mark that was never closed."""


def find(
    text: str, quotes: Sequence[Quote] = (), abbreviations: Collection[str] = (), starters: Collection[str] = (),
    places: Collection[str] = (),
) -> list[Span]:  # fmt: skip
    """Return the spans of the sentences, trimmed, in order.

    `abbreviations` are lower-case words without their last stop; `starters` lower-case words that open sentences,
    which settle a stop after an acronym (U.S.) and are abbreviations only before a number (No. 10). `places` are
    abbreviations of places: behind a comma, with no comma after them, they end a sentence (Palm Beach, Fla. He left).

    >>> [text[a:b] for text in ["The U.S. left. It is 3.5 km."] for a, b in find(text, starters={"it"})]
    ['The U.S. left.', 'It is 3.5 km.']
    """
    held = [q for q in outermost(list(quotes)) if q.closed and q.end - q.start <= MAX_QUOTE]
    opens = frozenset(q.start for q in quotes)
    out: list[Span] = []
    start = at = 0
    number = 0
    length = len(text)
    while match := _STOP.search(text, at):
        stop, end = match.start(), match.end()
        at = end
        while number < len(held) and held[number].end <= stop:
            number += 1
        if number < len(held) and held[number].start < stop < held[number].end:
            quote = held[number]
            if not _only_closers(text, end, quote.end):
                last = quote.inner_end
                while last > stop and text[last - 1] in _SPACES:
                    last -= 1
                at = quote.end if last <= stop or text[last - 1] not in ".!?…。！？؟۔।" else max(end, last - 1)
                continue
            at = end = quote.end
        elif text[stop] == "\n":
            _add(text, start, stop, out)
            start = end
            continue
        end = _over_closers(text, end, length, opens)
        at = max(at, end)
        if _ends(text, stop, match.end(), end, length, abbreviations, starters, places):
            _add(text, start, end, out)
            start = end
    _add(text, start, length, out)
    return out


def _only_closers(text: str, start: int, end: int) -> bool:
    """Return whether nothing but closing marks and spaces stands between."""
    return end - start <= 8 and not text[start:end].strip(CLOSERS + _SPACES)


def _over_closers(text: str, at: int, length: int, opens: Collection[int]) -> int:
    """Return the offset after the closing marks at `at`, a space before a French one included; none that `opens`."""
    for _ in range(8):
        if at in opens or at + 1 in opens:
            break
        if at < length and text[at] in CLOSERS:
            at += 1
        elif at + 1 < length and text[at] in _SPACES and text[at + 1] in "»›":
            at += 2
        else:
            break
    return at


def _ends(
    text: str, stop: int, after: int, end: int, length: int, abbreviations: Collection[str], starters: Collection[str],
    places: Collection[str],
) -> bool:  # fmt: skip
    """Return whether the stop at `stop`, closing marks up to `end`, ends a sentence."""
    if end >= length or text[stop] in _WIDE:
        return True
    if text[end] in "-–—" and text[stop] == "." and text[end + 1 : end + 2] in _SPACES and after == end:
        return text[stop - 1 : stop] == ")" or text[stop - 1 : stop].isalnum()
    spaced = text[end] in _SPACES
    at = end
    while at < length and text[at] in _SPACES and at - end < 64:
        at += 1
    if at >= length:
        return True
    following = text[at]
    if not spaced:
        glued = after - stop == 1 and text[stop - 1 : stop].islower() and text[stop - 2 : stop - 1].islower()
        return (glued or end > after) and following.isupper() and text[at + 1 : at + 2].islower()
    if following.islower() or following in ",;:)]}–—":
        return False
    if text[stop : stop + 2] != "." and after - stop == 1 and text[stop] == "." and end == after:
        return not _abbreviated(text, stop, at, abbreviations, starters, places)
    return True


def _abbreviated(
    text: str, stop: int, at: int, abbreviations: Collection[str], starters: Collection[str], places: Collection[str]
) -> bool:
    """Return whether the stop belongs to an abbreviation, an initial or an acronym."""
    match = _BEFORE.search(text, max(0, stop - 24), stop)
    word = match[0] if match else ""
    bare = word.lower()
    if not bare:
        return False
    if bare in places and text[stop - len(word) - 2 : stop - len(word)] == ", ":
        return False
    if bare in abbreviations or bare.rpartition("-")[2] in abbreviations:
        return len(bare) < 2 or bare not in starters or text[at].isdigit()
    if len(word) == 1 and word.isupper():
        return True
    if "." in word and all(len(part) <= 2 and not part.isdigit() for part in word.split(".")):
        end = at
        while end < len(text) and text[end].isalpha() and end - at < 16:
            end += 1
        return text[at:end].lower() not in starters
    return False


def _add(text: str, start: int, end: int, out: list[Span]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        out.append((start, end))
