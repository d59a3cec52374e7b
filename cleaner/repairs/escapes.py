r"""Characters that were escaped and never unescaped: HTML entities, `\u00e9` and `\xe9`, `=C3=A9` of mail.

An escape that is shown on purpose stays: alone in quotation marks, or in an address. So does whatever would become
markup (`&lt;`) or is no visible character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from cleaner.repairs.changes import Change, carry_out, chain

HINT: Final = re.compile(
    r"&(?:[A-Za-z]|#)|\\[uU][0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|=[0-9A-F]{2}=[0-9A-F]{2}|[a-z]=[89A-F][0-9A-F][a-z ]"
)
_ENTITY: Final = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_ONCE: Final = re.compile("&amp;(?!amp;|#|[A-Za-z]{1,9};)")
_UNICODE: Final = re.compile(
    r"(?<!\\)(?:\\[uU][dD][89abAB][0-9a-fA-F]{2}\\[uU][dD][c-fC-F][0-9a-fA-F]{2}|\\U000[0-9a-fA-F]{5}|\\[uU][0-9a-fA-F]{4})"
)
_BYTES: Final = re.compile(r"(?<!\\)(?:\\x[89a-fA-F][0-9a-fA-F]){1,4000}")
_QUOTED: Final = re.compile(r"(?:=[89A-F][0-9A-F](?:=\r?\n)?){1,4000}")
_SOFT: Final = re.compile(r"=\r?\n|=3D|=20(?=\r?\n|$)")
_ESCAPES: Final = re.compile(r"(?:\\[uUx][0-9a-fA-F]{2,8}|=[0-9A-F]{2})+")
_JOINERS: Final = "\u200c\u200d\u200e\u200f"
_ROUNDS: Final = 4
_MARKS: Final = "«»“”„‘’‚–—…¿¡€£°\u00a0\u202f"


def changes(text: str, everywhere: bool = True) -> list[Change]:
    r"""Return what would unescape a text. `everywhere`: all entities; else only those beside a letter.

    >>> [(c.start, c.after, c.kind) for c in changes("&agrave; Paris") + changes(r"caf\u00e9") + changes("caf=E9s")]
    [(0, 'à', 'entity'), (3, 'é', 'escape'), (3, 'é', 'escape')]
    """
    total: list[Change] = []
    now = text
    for _ in range(_ROUNDS):  # what was escaped twice is done before anything else looks at its semicolons
        if not (found := _once(now, everywhere)):
            break
        total = chain(text, total, now, found)
        now = carry_out(now, found)
    return total


def _once(text: str, everywhere: bool) -> list[Change]:
    """Return what would undo one escaping."""
    out: list[Change] = []
    if "&" in text:
        out += _entities(text, everywhere)
    if "\\" in text:
        out += _escapes(text, _UNICODE, "unicode-escape")
        out += _escapes(text, _BYTES, "byte-escape")
    if "=" in text:
        found = _escapes(text, _QUOTED, "quoted-printable")
        if found:
            taken = {c.start for c in found}
            found += [
                Change(*m.span(), "=" if "3D" in m[0] else "", "escape", "quoted-printable",
                       "A line's end or a sign as mail writes it.", 0.93)
                for m in _SOFT.finditer(text) if m.start() not in taken and not _inside(found, m.start())
            ]  # fmt: skip
        out += found
    return sorted(out)


def _inside(found: list[Change], at: int) -> bool:
    return any(c.start <= at < c.end for c in found)


def _in_address(text: str, start: int) -> bool:
    """Return whether a place stands inside a web address or a path."""
    left = max(text.rfind(" ", max(0, start - 300), start), text.rfind("\n", max(0, start - 300), start)) + 1
    before = _ESCAPES.sub("", text[max(left, start - 300) : start])
    return any(mark in before for mark in ("://", "www.", "\\")) or "=" in before or (
        "/" in before and "." in before.partition("/")[0]
    )


def _beside_letter(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start].isalpha() or text[end : end + 1].isalpha()


def _alone_in_quotes(text: str, start: int, end: int) -> bool:
    """Return whether nothing else stands between the quotation marks around it: it is shown, not meant."""
    return text[start - 1 : start] in tuple("\"'`“‘«") and text[end : end + 1] in tuple("\"'`”’»")


def _entities(text: str, everywhere: bool) -> Iterator[Change]:
    if "&amp;amp;" in text and _ONCE.search(text):
        return  # the text tells of escaping: what was escaped twice by mistake is so everywhere
    for match in _ENTITY.finditer(text):
        after = unescape(match[0])
        if after == match[0] or len(after) > 2 or after in "<>" or "\ud800" <= after <= "\udfff" or after == "\ufffd":
            continue
        if not everywhere and not _beside_letter(text, *match.span()):
            continue
        if not _in_address(text, match.start()) or not after.isascii():
            yield Change(*match.span(), after, "entity", "html-entity",
                         f"{match[0]!r} is how HTML writes {after!r}.", 0.97)  # fmt: skip


def _escapes(text: str, pattern: re.Pattern[str], rule: str) -> list[Change]:
    out: list[Change] = []
    sure = False
    last = -1
    for match in pattern.finditer(text):
        after = _meant(match[0], rule)
        start, end = match.span()
        if not after or _alone_in_quotes(text, start, end) or _in_address(text, start):
            continue
        if rule == "quoted-printable" and len(match[0]) == 3:
            if text[start - 1 : start].islower() and (after.islower() or after in _MARKS):
                sure = True
            elif not (_beside_letter(text, start, end) and after not in "×÷"):
                continue
        else:
            sure = sure or _beside_letter(text, start, end) or len(after) > 1 or start == last or after > "\uffff"
        last = end
        out.append(Change(start, end, after, "escape", rule, f"{match[0]!r} is {after!r}, escaped and left so.", 0.95))
    return out if sure else []


def _meant(escape: str, rule: str) -> str:
    """Return what an escape stands for; nothing for ASCII, controls, half a pair and bytes that are no text."""
    if rule == "unicode-escape":
        units = [int(part, 16) for part in re.split(r"\\[uU]", escape)[1:]]
        if max(units) > 0x10FFFF:
            return ""
        after = chr(units[0]) if len(units) == 1 else chr(0x10000 + ((units[0] - 0xD800) << 10) + units[1] - 0xDC00)
    else:
        raw = bytes.fromhex(re.sub(r"\\x|=\r?\n|=", "", escape))
        try:
            after = raw.decode("utf-8")
        except UnicodeDecodeError:
            after = raw.decode("cp1252", "ignore") if len(raw) <= 2 else ""
            if not all(c.isalpha() or c in _MARKS for c in after):
                return ""
    return after if after and all(map(_seen, after)) else ""


def _seen(char: str) -> bool:
    if char < "\u00a0" or "\ud800" <= char <= "\udfff":
        return False
    return char.isprintable() or char.isspace() or char in _JOINERS
