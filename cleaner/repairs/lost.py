"""What was lost before the text was scraped: flagged where it stands, never guessed.

U+FFFD, a question mark for a letter, words of nothing but question marks, leftovers of misread characters whose bytes
are gone, halves of characters, and texts without one of the letters that their language can't do without.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from cleaner.ledger import Flag
from cleaner.repairs import judging
from cleaner.repairs.changes import Change, carry_out

_MARKS: Final = re.compile(
    "\ufffd+"
    r"|(?<=[^\W\d_])\?{1,9}(?=[^\W\d_])(?![A-Z][a-z]|\?)"  # within a word; "Why?Because" is none
    r"|(?:(?<=[\s(\"'“„«‘‚\-—])|(?<![\s\S]))\?{1,9}(?=[a-z\u00df-\u024f\u0430-\u045f\u03ac-\u03ce])"  # before a word
)
_ENDS: Final = re.compile(r"(?<=[^\W\d_])\?{1,9}(?=[,;]\s{0,9}[^\W\d_])|(?<=[«“„(])\?{1,9}(?=\s{1,9}[a-z])")
"""A question that a comma follows, or that opens a quotation, is none."""
_AGAIN: Final = re.compile(r"(?<=[^\W\d_])\?{1,2}(?=\s{1,9}[a-z\u00df-\u024f])")
"""Nor are two within one text that small letters follow."""
_ONLY: Final = re.compile(
    r"(?<![^\s(\"'“„«‘])\?{5,400}(?![^\W\d_])"
    r"|(?<![^\s(\"'“„«‘])\?{2,80}[,;:]?(?:\s{1,9}\?{1,80}[,;:.]?){2,400}"
)
_LEFT: Final = re.compile(
    "\u00e2\u20ac|\u00e1[\u00ba\u00bb]|\u00e0[\u00a4\u00a5\u00b8\u00b9]|\u00ef\u00bf|\u00ef\u00bb"
    "|(?<=[a-z\u00df-\u017f])[\u00c2-\u00c6\u00d0\u00d1\u00d8\u00d9\u0102\u0139](?=[a-z\u00df-\u017f]|[\\s.,;:!?)\"”»]|$)"
    "|\u00d0(?=[\u00b0-\u00bf])|\u00d1(?=[\u0080-\u2122])|(?<![\\w.])\u00c3(?= [a-z])"
)
"""What a misread character leaves when its last bytes are gone."""
_LEADS: Final = re.compile("[\u00c2-\u00c6\u00d0\u00d1\u0102\u0139](?=[a-z\u00df-\u017f]|[\\s.,;:!?)]|$)")
_HEAD: Final = re.compile("[A-Z]{4}$")
_TAIL: Final = re.compile("[A-Z]{4}")
_REACH: Final = 4
_BARE: Final = frozenset(("en", "id", "ms", "nl"))
_ASKED: Final = 400
_HALF: Final = re.compile("[\ud800-\udfff]+")
HINT: Final = re.compile(f"[?\ufffd\ud800-\udfff]|{_LEFT.pattern}")
_SHARES: Final = {
    "vi": 0.25, "cs": 0.14, "sk": 0.11, "hu": 0.11, "lv": 0.11, "is": 0.10, "tr": 0.09, "az": 0.10, "pl": 0.07,
    "lt": 0.07, "ro": 0.06, "fi": 0.05, "sv": 0.05, "et": 0.04, "fr": 0.035, "pt": 0.035, "hr": 0.03, "da": 0.025,
    "es": 0.022, "ca": 0.025, "sl": 0.025, "nb": 0.02,
}  # fmt: skip
"""Share of letters beyond ASCII in prose of a language, low estimates (CLDR and the catalogues of docs/model.md)."""
_EXPECTED: Final = 5.0
"""So many such letters must be missing; none at all is then no accident (e**-5)."""


def flags(number: int, text: str, changes: Sequence[Change]) -> Iterator[Flag]:
    """Yield where characters were lost, as the repaired text shows it, at their place in the text as it was."""
    if not changes and not HINT.search(text):
        return
    repaired = carry_out(text, changes)
    before = _Before(changes)
    spans = [m.span() for m in _MARKS.finditer(repaired) if m[0][0] != "?" or not _in_token(repaired, m.start())]
    if "??" in repaired:
        spans += [m.span() for m in _ONLY.finditer(repaired)]
    spans = [span for span in spans if repaired[span[0]] != "?" or not _parts(repaired, *span)]
    if "?" in repaired:
        ends = [m.span() for m in _ENDS.finditer(repaired)]
        again = [m.span() for m in _AGAIN.finditer(repaired)]
        if spans or ((ends or len(again) > 1) and not _is_bare(repaired)):
            spans += ends
            spans += again if spans or len(again) > 1 else []
    spans += [m.span() for m in _LEFT.finditer(repaired)]
    for start, end in sorted(set(spans)):
        yield Flag(number, *before.span(start, end), "lossy_text", "lost-characters",
                   "Characters were lost here before the text was scraped.", 0.95)  # fmt: skip
    if any(change.kind == "mojibake" for change in changes):
        yield from _leftovers(number, text, changes)
    for match in _HALF.finditer(repaired):
        yield Flag(number, *before.span(*match.span()), "lone_surrogate", "lost-characters",
                   "Half of a character stands alone; its other half is lost.", 0.99)  # fmt: skip


def _parts(text: str, start: int, end: int) -> bool:
    """Return whether question marks stand between two whole words, as where headings ran together: a capital behind a
    small letter, or capitals on both sides.

    >>> _parts("WHY THIS LIST?PRICES", 13, 14), _parts("Why me?UN says", 6, 7), _parts("DER PR?SIDENT", 6, 7)
    (True, True, False)
    """
    if text[start - 1 : start].islower() and text[end : end + 1].isupper():
        return True
    return _HEAD.search(text, max(0, start - _REACH), start) is not None and _TAIL.match(text, end) is not None


def _is_bare(text: str) -> bool:
    """Return whether a text is in a language whose words hardly ever end in a letter beyond ASCII."""
    from cleaner.charmodel import model

    return model().languages[int(judging.costs(text[:_ASKED].replace("?", " ")).argmin())] in _BARE


def _leftovers(number: int, text: str, changes: Sequence[Change]) -> Iterator[Flag]:
    """Yield the first bytes of misread characters that stand alone among others that were read aright."""
    taken = iter([*changes, None])
    change = next(taken)
    for match in _LEADS.finditer(text):
        while change is not None and change.end <= match.start():
            change = next(taken)
        if (change is None or match.start() < change.start) and not _LEFT.match(text, match.start()):
            yield Flag(number, *match.span(), "lossy_text", "lost-characters",
                       "Only the first byte of a misread character is left.", 0.9)  # fmt: skip


def stripped(number: int, text: str, language: str) -> Iterator[Flag]:
    """Yield that a text has none of the letters beyond ASCII that prose of its language is full of.

    >>> [f.code for f in stripped(0, "Vlda ve stedu schvlila zven dchod, kter podle ekonom pjde na miliardy.", "cs")]
    ['lossy_text']
    """
    share = _SHARES.get(language.partition("-")[0])
    if share is None or any(c > "\x7f" and c.isalpha() for c in text):
        return
    if share * sum(map(str.isalpha, text)) > _EXPECTED:
        yield Flag(number, 0, len(text), "lossy_text", "stripped-letters",
                   "Not one letter with an accent in prose of a language that is full of them.", 0.7)  # fmt: skip


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
        """Return where [start, end) was."""
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
    left = at
    while left > max(0, at - 200) and not text[left - 1].isspace():
        left -= 1
    token = (text[left : at + 40].split() or [""])[0]
    return any(c in token for c in "/=&") or ("." in token[:-1] and token.isascii() and "." in text[left:at])
