"""Characters nobody sees: controls, soft hyphens, zero-width and direction marks, line ends, halves of characters.

Keeps the joiners of Persian, Indic scripts and emoji, the direction marks of right-to-left text, the word breaks of
Thai. Never touches a visible character.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from cleaner.repairs.changes import Change

HINT: Final = re.compile(
    "[\ufe00-\ufe0f\U000e0100-\U000e01ef\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069"
    "\ufeff\ufff9-\ufffc\ud800-\udfff]"
)
_ANSI: Final = re.compile(r"\x1b\[[0-9;]{0,16}[A-Za-z]")
_LINE_END: Final = re.compile("(?:\r\n|[\r\x0b\x0c\x85\u2028\u2029])+")
_GONE: Final = re.compile(r"(?:(?!\x1b\[[0-9;]{0,16}[A-Za-z])"
                          "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufff9-\ufffc])+")  # fmt: skip
_SOFT: Final = re.compile("\u00ad+")
_ZERO: Final = re.compile("[\u180e\u200b\u2060-\u2064\ufeff]+")
_JOINERS: Final = re.compile("[\u200c\u200d]+")
_BIDI: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_PAIRS: Final = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_SELECTORS: Final = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]+")
_NEXT_LINE: Final = re.compile(r"(?<=[.!?\u2026\"'\u2019\u201c\u201d\u00bb)\]\u3002\u0964\u061f])\x85+(?=\S|$)")
_RIGHT_TO_LEFT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def changes(text: str) -> list[Change]:
    """Return what would take the unseen characters out that carry no meaning here.

    >>> [(c.start, c.after, c.kind) for c in changes("pre\\u00adsi\\u200bdent\\r\\n")]
    [(3, '', 'soft_hyphen'), (6, '', 'zero_width'), (11, '\\n', 'line_ending')]
    """
    if not HINT.search(text):
        return []
    out = [
        Change(*m.span(), _whole(m[0]), "surrogate", "surrogate-pair", "Two halves of one character.", 0.99)
        for m in _PAIRS.finditer(text)
    ]
    out += (_gone(m, "control_character", "terminal-escape", "A terminal's colour code is no text.")
            for m in _ANSI.finditer(text))  # fmt: skip
    out += (Change(*m.span(), "\n" * (len(m[0]) - m[0].count("\r\n")), "line_ending", "line-ending",
                   "One kind of line end.", 0.99) for m in _LINE_END.finditer(text))  # fmt: skip
    out += (_gone(m, "control_character", "control-character", f"U+{ord(m[0][0]):04X} is no text.")
            for m in _GONE.finditer(text))  # fmt: skip
    out += (_gone(m, "soft_hyphen", "soft-hyphen", "A place where the page may break the word, no part of it.")
            for m in _SOFT.finditer(text))  # fmt: skip
    for m in _ZERO.finditer(text):
        if not _separates(text, *m.span()):
            out.append(_gone(m, "zero_width", "zero-width", "Nobody sees it, and a search for the word would miss it."))
    for m in _JOINERS.finditer(text):
        if not _joins(text, *m.span()):
            out.append(_gone(m, "zero_width", "zero-width-joiner", "It joins nothing in this script."))
    for m in _SELECTORS.finditer(text):
        if _selects_nothing(text, m.start()):
            out.append(_gone(m, "zero_width", "variation-selector", "No letter before it has another form to select."))
    if _BIDI.search(text) and not _RIGHT_TO_LEFT.search(text):
        out += (_gone(m, "bidi_mark", "direction-mark", "Nothing here runs from right to left.")
                for m in _BIDI.finditer(text))  # fmt: skip
    return sorted(out)


def line_ends(text: str) -> list[Change]:
    """Return the ends of lines that one old control means, where it is not the dots of Windows-1252: behind a sentence.

    >>> [(c.start, c.after) for c in line_ends("It rained.\\x85Nobody came\\x85 it was late.")]
    [(10, '\\n')]
    """
    if "\x85" not in text:
        return []
    return [Change(*m.span(), "\n" * len(m[0]), "line_ending", "line-ending", "One kind of line end.", 0.9)
            for m in _NEXT_LINE.finditer(text)]  # fmt: skip


def _selects_nothing(text: str, start: int) -> bool:
    """Return whether a variation selector stands behind nothing, or a letter of an alphabet without variants."""
    before = text[start - 1 : start]
    if not before or before.isspace():
        return True
    return unicodedata.category(before)[0] in "LM" and (before < "\u1000" or "\u1e00" <= before <= "\u1fff")


def _gone(match: re.Match[str], kind: str, rule: str, why: str) -> Change:
    return Change(*match.span(), "", kind, rule, why, 0.97)


def _whole(pair: str) -> str:
    return pair.encode("utf-16", "surrogatepass").decode("utf-16")


def _separates(text: str, start: int, end: int) -> bool:
    """Return whether a zero-width space parts words of a script that writes no spaces (Thai, Lao, Burmese, Khmer)."""
    near = text[max(0, start - 1) : start] + text[end : end + 1]
    return "\u200b" in text[start:end] and any("\u0e00" <= c <= "\u109f" or "\u1780" <= c <= "\u17ff" for c in near)


def _joins(text: str, start: int, end: int) -> bool:
    """Return whether a joiner stands beside a script that uses it, or between emoji."""
    near = text[max(0, start - 2) : start] + text[end : end + 2]
    return any(
        "\u0530" <= c <= "\u1cff" or "\ua800" <= c <= "\uabff" or "\ufb1d" <= c <= "\ufdff" or "\ufe00" <= c <= "\ufefc"
        or c >= "\U00010a00" or unicodedata.category(c) == "So" for c in near
    )  # fmt: skip
