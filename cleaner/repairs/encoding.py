"""The first repairs, of every block: damage from decoding, escaping and copying.

They come before labels, so that rules find their phrases. Flags what was lost and can't be brought back; never
guesses a letter.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from cleaner.config import Config
from cleaner.document import Block, Document
from cleaner.ledger import Flag, Proposal
from cleaner.repairs import invisible, legacy, mojibake
from cleaner.repairs.changes import Change, Pass, edits, settle

_PLAIN: Final = re.compile(r"[&\\=\x00-\x08\x0b-\x1f\x7f]")
_ASCII_ESCAPE: Final = re.compile(r"&[A-Za-z#]|\\u[0-9a-fA-F]{4}|=[0-9A-F]{2}=[0-9A-F]{2}|[\x00-\x08\x0b-\x1f\x7f]")
_UNSPACED: Final = re.compile("[^\\s\ud800-\udfff\ufffd]+")
_LOST: Final = re.compile("\ufffd+|(?<=[a-z\u00df-\u00ff])\\?(?=[a-z\u00df-\u00ff])")
_HALF: Final = re.compile("[\ud800-\udfff]+")


def propose(document: Document, config: Config) -> Iterator[Proposal]:
    """Yield the repairs of every block's characters, and a flag where some were lost."""
    for number, block in enumerate(document.blocks):
        text = block.text
        if clean(text):
            continue
        changes = settle(text, passes(document.format != "html", block))
        yield from edits(number, text, changes)
        yield from _flags(number, text, changes)


def clean(text: str) -> bool:
    """Return whether a cheap look finds nothing to repair or flag."""
    lost = "?" in text or "\ufffd" in text
    return readable(text) and not (lost and _LOST.search(text))


def readable(text: str) -> bool:
    """Return whether a cheap look finds nothing to repair; what was lost doesn't count."""
    if text.isascii():
        return not (_PLAIN.search(text) and _ASCII_ESCAPE.search(text))
    if _PLAIN.search(text) or invisible.HINT.search(text) or legacy.HINT.search(text):
        return False
    return unicodedata.is_normalized("NFC", text) and not mojibake.hinted(text)


def passes(entities: bool, block: Block | None = None) -> tuple[Pass, ...]:
    """Return the passes in order: wrong charsets first, for their bytes look like controls."""
    if block is not None and block.element == "preformatted":
        return (invisible.changes, composed)
    return (lambda text: mojibake.changes(text, entities), invisible.changes, composed)


def composed(text: str) -> list[Change]:
    """Return what would write every letter and its accent as one character (NFC).

    >>> [c[:3] for c in composed("de\\u0301ja")]
    [(1, 3, 'é')]
    """
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return []
    out: list[Change] = []
    for match in _UNSPACED.finditer(text):
        word = match[0]
        if not unicodedata.is_normalized("NFC", word):
            out += _letters(match.start(), word)
    return out


def _letters(at: int, word: str) -> Iterator[Change]:
    """Yield the letters of a word, each with its marks, that NFC writes otherwise."""
    whole = unicodedata.normalize("NFC", word)
    starts = [0, *(i for i, c in enumerate(word) if i and not unicodedata.combining(c)), len(word)]
    pieces = [(a, b, unicodedata.normalize("NFC", word[a:b])) for a, b in itertools.pairwise(starts)]
    if "".join(after for _, _, after in pieces) != whole:  # Hangul and the like compose across starters
        pieces = [(0, len(word), whole)]
    for start, end, after in pieces:
        if word[start:end] != after:
            yield Change(at + start, at + end, after, "nfc", "composed-letters",
                         "A letter and its accent are one character in NFC.", 0.99)  # fmt: skip


def _flags(number: int, text: str, changes: Iterable[Change]) -> Iterator[Flag]:
    """Yield where characters were lost."""
    mended = [(c.start, c.end) for c in changes if not _HALF.search(c.after)]
    for match in _LOST.finditer(text):
        start, end = match.span()
        if match[0] == "?" and _in_token(text, start):
            continue
        if not any(a < end and start < b for a, b in mended):
            yield Flag(number, start, end, "lossy_text", "lost-characters",
                       "Characters were lost here before the text was scraped.", 0.95)  # fmt: skip
    for match in _HALF.finditer(text):
        start, end = match.span()
        if not any(a < end and start < b for a, b in mended):
            yield Flag(number, start, end, "lone_surrogate", "half-character",
                       "Half of a character stands alone; its other half is lost.", 0.99)  # fmt: skip


def _in_token(text: str, at: int) -> bool:
    """Return whether a question mark stands in an address rather than for a lost letter."""
    left = text.rfind(" ", max(0, at - 200), at) + 1
    token = text[left : at + 40].split(" ")[0]
    return any(c in token for c in "/=&.")
