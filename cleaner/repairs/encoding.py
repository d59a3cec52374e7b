"""The first repairs, of every block: damage from decoding, escaping and copying.

They come before labels, so that rules find their phrases. Flags what was lost and can't be brought back; never
guesses a letter.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from cleaner.config import Config
from cleaner.document import Block, Document
from cleaner.ledger import Proposal
from cleaner.repairs import escapes, invisible, lookalikes, lost, mojibake, recoding, shown
from cleaner.repairs.changes import Change, Pass, carry_out, edits, settle
from cleaner.repairs.incode import Code

KINDS: Final = frozenset(("mojibake", "entity", "escape", "nfc", "surrogate", "control_character", "soft_hyphen",
                          "zero_width", "bidi_mark", "line_ending", "look_alike", "compatibility_form"))  # fmt: skip
"""The kinds of repair that these passes make."""
_PLAIN: Final = re.compile(r"[&\\=\x00-\x08\x0b-\x1f\x7f]")
_GARBLED: Final = 8
"""A page with so many misread characters shows none on purpose."""
_UNSPACED: Final = re.compile("[^\\s?\ud800-\udfff\ufffd]+")


def propose(document: Document, config: Config) -> Iterator[Proposal]:
    """Yield the repairs of every block's characters, and a flag where some were lost."""
    code = Code(document)
    entities = document.format != "html"
    dirty = [(number, block) for number, block in enumerate(document.blocks) if not clean(block.text)]
    found = {number: settle(block.text, passes(entities, block)) for number, block in dirty}
    garbled = sum(change.kind == "mojibake" for changes in found.values() for change in changes) >= _GARBLED
    for number, block in dirty:
        text = block.text
        changes = found[number]
        if garbled and mojibake.hinted(carry_out(text, changes)):
            changes = settle(text, passes(entities, block, garbled))
        changes = list(code.spared(block, changes))
        yield from edits(number, text, changes)
        yield from code.outside(block, lost.flags(number, text, changes))


def clean(text: str) -> bool:
    """Return whether a cheap look finds nothing to repair or flag."""
    return readable(text) and not lost.HINT.search(text)


def readable(text: str) -> bool:
    """Return whether a cheap look finds nothing to repair; what was lost doesn't count."""
    if text.isascii():
        return not (_PLAIN.search(text) and (escapes.HINT.search(text) or invisible.HINT.search(text)))
    if _PLAIN.search(text) or invisible.HINT.search(text) or lookalikes.HINT.search(text):
        return False
    return unicodedata.is_normalized("NFC", text) and not recoding.hinted(text)


def passes(entities: bool, block: Block | None = None, garbled: bool = False) -> tuple[Pass, ...]:
    """Return the passes in order: what hides characters first, then wrong charsets, whose bytes look like controls.

    `garbled` says that the page is misread in many places, so that no damage is shown on purpose.
    """
    if block is not None and block.element == "preformatted":
        return (mojibake.certain, invisible.changes, composed)
    return (
        lambda text: shown.without(text, escapes.changes(text, entities)),
        invisible.line_ends,
        recoding.changes if garbled else lambda text: shown.without(text, recoding.changes(text)),
        lookalikes.accents,
        invisible.changes,
        composed,
        lambda text: shown.without(text, lookalikes.changes(text)),
    )


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
