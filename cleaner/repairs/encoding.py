"""The first repairs, of every block: damage from decoding, escaping and copying.

They come before labels, so that rules find their phrases. Flags what was lost and can't be brought back; never
guesses a letter.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from cleaner.config import Config
from cleaner.document import Block, Document
from cleaner.ledger import Flag, Proposal
from cleaner.repairs import invisible, legacy, mojibake
from cleaner.repairs.changes import Change, Pass, carry_out, edits, settle

KINDS: Final = frozenset(("mojibake", "entity", "escape", "nfc", "surrogate", "control_character", "soft_hyphen",
                          "zero_width", "bidi_mark", "line_ending"))  # fmt: skip
"""The kinds of repair that these passes make."""
_PLAIN: Final = re.compile(r"[&\\=\x00-\x08\x0b-\x1f\x7f]")
_ASCII_ESCAPE: Final = re.compile(r"&[A-Za-z#]|\\u[0-9a-fA-F]{4}|=[0-9A-F]{2}=[0-9A-F]{2}|[\x00-\x08\x0b-\x1f\x7f]")
_UNSPACED: Final = re.compile("[^\\s?\ud800-\udfff\ufffd]+")
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
        yield from flags(number, text, changes)


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


def flags(number: int, text: str, changes: Sequence[Change]) -> Iterator[Flag]:
    """Yield where characters were lost, as the repaired text shows it, at their place in the text as it was."""
    repaired = carry_out(text, changes)
    before = _Before(changes)
    for match in _LOST.finditer(repaired):
        if match[0] != "?" or not _in_token(repaired, match.start()):
            yield Flag(number, *before.span(*match.span()), "lossy_text", "lost-characters",
                       "Characters were lost here before the text was scraped.", 0.95)  # fmt: skip
    for match in _HALF.finditer(repaired):
        yield Flag(number, *before.span(*match.span()), "lone_surrogate", "half-character",
                   "Half of a character stands alone; its other half is lost.", 0.99)  # fmt: skip


class _Before:
    """Where places of a repaired text stood before; a place inside of a change is the whole change.

    >>> _Before([Change(0, 2, "a", "k", "r", "w", 1.0)]).span(3, 4)
    (4, 5)
    """

    def __init__(self, changes: Sequence[Change]) -> None:
        self._changes = changes
        self._begins: list[int] = []
        grown = 0
        for change in changes:
            self._begins.append(change.start + grown)
            grown += len(change.after) - (change.end - change.start)

    def span(self, start: int, end: int) -> tuple[int, int]:
        return self._one(start)[0], self._one(end - 1)[1]

    def _one(self, at: int) -> tuple[int, int]:
        i = bisect_right(self._begins, at) - 1
        if i < 0:
            return at, at + 1
        change = self._changes[i]
        inside = at - self._begins[i]
        if inside < len(change.after):
            return change.start, change.end
        old = change.end + inside - len(change.after)
        return old, old + 1


def _in_token(text: str, at: int) -> bool:
    """Return whether a question mark stands in an address rather than for a lost letter."""
    left = text.rfind(" ", max(0, at - 200), at) + 1
    token = text[left : at + 40].split(" ")[0]
    return any(c in token for c in "/=&.")
