"""Text that was decoded with the wrong charset, or escaped and never unescaped. Repaired word by word where certain.

Leans on ftfy for UTF-8 read as something else, through a configuration that straightens no quotation mark, folds no
width and splits no ligature. What was lost (U+FFFD) is never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from html import unescape
from typing import Final

from cleaner.repairs import legacy
from cleaner.repairs.changes import Change

_TAIL: Final = (  # what the bytes 0x80-0xBF become in Windows-1252, and in the neighbours that ftfy knows
    "\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201a\u201c-\u201e"
    "\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122"
)
HINT: Final = re.compile(
    f"[\u00c2-\u00c6\u00ce-\u00d1\u00d8\u00d9\u0102\u0103\u010f\u0139\u013a][{_TAIL}]"
    f"|\u00c3 |[\u00e0-\u00ef][{_TAIL}][{_TAIL}]|\u00f0\u0178|\u00e2\u20ac"
    "|[\u0413\u0420\u0421\u0432\u0456]"
    "[\u0080-\u00bf\u0402-\u040f\u0452-\u045f\u0490\u0491\u2013-\u203a\u20ac\u2116\u2122]"
    "|[\u221a\u00ac\u251c\u252c\u03c3\u0393\u201a\u2014]"
    "[\u00a0-\u00ff\u0152\u0153\u2018-\u203a\u20ac\u2122\u2202-\u2265\u2310\u2500-\u25ff\u00c7-\u00fc\u03a9\u03c0\u0131\u02c6-\u02dd\ufb01\ufb02\u0192]"
    "|[\u0080-\u009f]"
)
_LEAD: Final = re.compile(
    "[\u0080-\u009f\u00ac\u00c2-\u00c6\u00ce-\u00d1\u00d8\u00d9\u00e0-\u00f0\u0102\u0103\u010f\u0139\u013a\u0393\u03c3"
    "\u0413\u0420\u0421\u0432\u0456\u201a\u2014\u221a\u251c\u252c]"
    "(?:[^\x00-\x7f]|(?<=\u00c3) |(?<=[\u0080-\u009f]))"
)
"""A faster look for what HINT finds and more: a character that one of its alternatives begins with, another behind."""
_CERTAIN: Final = re.compile(
    "(?:[\u00c3-\u00df][\u0080-\u009f]"
    "|[\u00e1-\u00ef][\u0080-\u00bf][\u0080-\u009f]|[\u00e1-\u00ef][\u0080-\u009f][\u0080-\u00bf]"
    "|\u00f0[\u0090-\u009f][\u0080-\u00bf][\u0080-\u00bf])"
)
"""UTF-8 read as Latin-1, with a control among its bytes that no text has: certain without its neighbours."""
_WORD: Final = re.compile("[^ ?\t\n\r\ud800-\udfff\ufffd]+")
_CUT_QUOTE: Final = re.compile(r"â€(?=[\s.,;:!?)\]]|$)")
"""U+201D ends in a byte that Windows-1252 does not know, so that it is often dropped."""
_WINDOW: Final = 160
_OPEN: Final = "\"'“‘«‹„("
_CLOSE: Final = "\"'”’»›“)"

_ENTITY: Final = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_UNICODE_ESCAPE: Final = re.compile(
    r"(?<!\\)(?:\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4})"
)
_QUOTED_PRINTABLE: Final = re.compile(r"(?:=[0-9A-F]{2}){2,12}")
_MARKS: Final = "«»“”„\"‘’‹›()[]…,.;:!?"


def hinted(text: str) -> bool:
    """Return whether HINT finds anything, asked the fast way.

    >>> hinted("Le prÃ©sident"), hinted("Le président — élu")
    (True, False)
    """
    return bool(_LEAD.search(text) and HINT.search(text))


def changes(text: str, entities: bool = True) -> list[Change]:
    """Return what would undo a wrong decoding or a left escape. `entities`: all of them; else only those inside words.

    >>> [(c.start, c.end, c.after, c.kind) for c in changes("Le prÃ©sident") + changes("&agrave; Paris")]
    [(5, 7, 'é', 'mojibake'), (0, 8, 'à', 'entity')]
    """
    out: list[Change] = []
    if "&" in text:
        out += _entities(text, entities)
    if "\\u" in text:
        out += _escapes(text, _UNICODE_ESCAPE, _from_unicode_escape, "unicode-escape")
    if "=" in text:
        out += _escapes(text, _QUOTED_PRINTABLE, _from_quoted_printable, "quoted-printable")
    if not text.isascii() and not out:  # escapes first: they may hide what stands around
        out += legacy.changes(text) or (_garbled(text) if hinted(text) else ())
    return _apart(sorted(out))


def _apart(changes_: list[Change]) -> list[Change]:
    """Return the changes without those that overlap an earlier one; the next round sees to them."""
    out: list[Change] = []
    for change in changes_:
        if not out or change.start >= out[-1].end:
            out.append(change)
    return out


# --- UTF-8 read as something else ------------------------------------------------------------------------------------


@lru_cache
def _fix() -> Callable[[str], str]:
    """Return ftfy's repair, bound to the one configuration that this package uses."""
    from ftfy import TextFixerConfig, fix_encoding

    config = TextFixerConfig(
        unescape_html=False, remove_terminal_escapes=False, restore_byte_a0=True, replace_lossy_sequences=False,
        decode_inconsistent_utf8=True, fix_c1_controls=True, fix_latin_ligatures=False, fix_character_width=False,
        uncurl_quotes=False, fix_line_breaks=False, fix_surrogates=False, remove_control_chars=False,
        normalization=None, explain=False,
    )  # fmt: skip
    return lambda text: str(fix_encoding(text, config))


def _garbled(text: str) -> Iterator[Change]:
    """Yield the repairs of words that hold what looks like UTF-8 read as something else."""
    if _CERTAIN.search(text):
        for match in _CERTAIN.finditer(text):
            after = _utf8(match[0])
            if after:
                yield Change(*match.span(), after, "mojibake", "wrong-charset",
                             f"{match[0]!r} is {after!r} read with the wrong charset.", 0.99)  # fmt: skip
        return
    for start, end in _windows(text):
        piece = text[start:end]
        whole = _fix()(piece)
        if whole != piece:
            yield from _aligned(text, start, piece, whole)
        for match in _WORD.finditer(piece):
            if HINT.search(match[0]) and (whole == piece or match[0] in whole):
                # a guillemet beside the word is a byte that spoils the decoding: the word is tried without its marks
                for found in (match[0], match[0].strip(_MARKS)):
                    word = _fix()(found) if found else found
                    if word != found:
                        at = start + match.start() + match[0].index(found)
                        yield from _aligned(text, at, found, word)
                        break
    first = text.find("“")
    if first >= 0:
        for match in _CUT_QUOTE.finditer(text, first):
            yield Change(*match.span(), "”", "mojibake", "cut-quote",
                         "The other half of an opened quotation mark, read with the wrong charset, its last byte lost.",
                         0.9)  # fmt: skip


def _utf8(piece: str) -> str:
    """Return what a run of characters is as UTF-8 bytes; nothing where it is none, or no visible character."""
    try:
        after = piece.encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return after if after.isprintable() or after == "\u00a0" else ""


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """Yield spans of whole words around the suspicious places, those near each other as one."""
    start = end = -1
    for match in HINT.finditer(text):
        if match.end() <= end:
            continue
        left = max(text.rfind(" ", max(0, match.start() - _WINDOW), match.start()), match.start() - _WINDOW, -1)
        right = text.find(" ", match.end(), match.end() + _WINDOW)
        right = min(match.end() + _WINDOW, len(text)) if right < 0 else right
        left = max(left + 1 if left >= 0 and text[left] == " " else left, 0)
        if left <= end + 1 and start >= 0 and right - start <= 4 * _WINDOW:
            end = max(end, right)
        else:
            if start >= 0:
                yield start, end
            start, end = max(left, end), right
    if start >= 0:
        yield start, end


def _aligned(text: str, at: int, before: str, after: str) -> Iterator[Change]:
    """Yield the words that differ, each cut down to what changed; all as one where the words do not match up."""
    old, new = list(_WORD.finditer(before)), _WORD.findall(after)
    if len(old) == len(new):
        pairs = [(at + m.start(), m[0], word) for m, word in zip(old, new, strict=True)]
    else:
        pairs = [(at, before, after)]
    for start, was, becomes in pairs:
        if was != becomes and not _shown(text, start, was, becomes):
            head = 0
            while head < min(len(was), len(becomes)) and was[head] == becomes[head]:
                head += 1
            tail = 0
            while tail < min(len(was), len(becomes)) - head and was[-1 - tail] == becomes[-1 - tail]:
                tail += 1
            stop = len(becomes) - tail
            if head == len(was) - tail:  # nothing would be left of `before`: take a neighbour along
                head, tail, stop = (head - 1, tail, stop) if head else (head, tail - 1, stop + 1)
            yield Change(start + head, start + len(was) - tail, becomes[head:stop], "mojibake", "wrong-charset",
                         f"{was!r} is {becomes!r} read with the wrong charset.", 0.97)  # fmt: skip


def _shown(text: str, start: int, was: str, becomes: str) -> bool:
    """Return whether the garbled piece is shown on purpose: quoted, with no word around it."""
    bare = was.strip(_OPEN + _CLOSE + ".,;:!?")
    left = text[start - 1 : start] if was[:1] not in _OPEN else was[0]
    end = start + len(was)
    right = text[end : end + 1] if was[-1:] not in _CLOSE else was[-1]
    quoted = left != "" and left in _OPEN and right != "" and right in _CLOSE
    return quoted and not re.search(r"[A-Za-z]", bare)


# --- escapes ---------------------------------------------------------------------------------------------------------


def _in_address(text: str, start: int, end: int) -> bool:
    """Return whether [start, end) stands inside a web address or a path."""
    left = max(text.rfind(" ", max(0, start - 300), start), text.rfind("\n", max(0, start - 300), start)) + 1
    before = text[left:start]
    return any(mark in before for mark in "/?\\") or "=" in before.rstrip("=")


def _beside_letter(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start].isalpha() or text[end : end + 1].isalpha()


def _alone_in_quotes(text: str, start: int, end: int) -> bool:
    """Return whether nothing else stands between the quotation marks around it: it is shown, not meant."""
    return text[start - 1 : start] in tuple("\"'`“‘«") and text[end : end + 1] in tuple("\"'`”’»")


def _entities(text: str, everywhere: bool) -> Iterator[Change]:
    for match in _ENTITY.finditer(text):
        after = unescape(match[0])
        if after == match[0] or len(after) > 2 or after in "<>" or "\ud800" <= after <= "\udfff" or after == "\ufffd":
            continue
        if not everywhere and not _beside_letter(text, *match.span()):
            continue
        if not _in_address(text, *match.span()):
            yield Change(*match.span(), after, "entity", "html-entity",
                         f"{match[0]!r} is how HTML writes {after!r}.", 0.97)  # fmt: skip


def _escapes(text: str, pattern: re.Pattern[str], decode: Callable[[str], str], rule: str) -> Iterator[Change]:
    found = list(pattern.finditer(text))
    if not any(_beside_letter(text, *match.span()) for match in found):
        return
    for match in found:
        after = decode(match[0])
        if after and not _alone_in_quotes(text, *match.span()) and not _in_address(text, *match.span()):
            yield Change(*match.span(), after, "escape", rule, f"{match[0]!r} is {after!r}, escaped and left so.", 0.95)


def _from_unicode_escape(escape: str) -> str:
    """Return the character that \\uXXXX stands for; nothing for ASCII, controls and half a pair."""
    units = [int(part, 16) for part in escape[2:].split("\\u")]
    char = chr(units[0]) if len(units) == 1 else chr(0x10000 + ((units[0] - 0xD800) << 10) + units[1] - 0xDC00)
    return "" if char < "\u00a1" or "\ud800" <= char <= "\udfff" or not char.isprintable() else char


def _from_quoted_printable(escape: str) -> str:
    """Return what =XX=XX stands for; nothing where it is not UTF-8 of letters or marks."""
    try:
        after = bytes.fromhex(escape.replace("=", "")).decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return after if not after.isascii() and all(c >= "\u00a1" or c.isalpha() for c in after) else ""
