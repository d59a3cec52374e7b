"""Spaces inside a paragraph: one plain space between words. Keeps what French and Chinese typography ask for.

Never touches preformatted text; never adds a space where none stood.
"""

from __future__ import annotations

import re
from typing import Final

from cleaner.repairs.changes import Change

_SPECIAL: Final = "\t\n\r\x0b\x0c\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_RUN: Final = re.compile(rf"[ {_SPECIAL}]{{2,}}|[{_SPECIAL}]")
"""A run of spaces that is not just one plain space."""
_SINGLE: Final = _SPECIAL.replace("\n", "")
HINT: Final = re.compile(rf"[ \n{_SINGLE}](?:(?<= )[ ,.\n]|(?<=\n) |(?<=[{_SINGLE}]))")
"""What a text without two lines must hold for anything to change, an outer space aside; lines joined by a line end."""
_TORN: Final = re.compile(r"(?<=[^\W\d_]) (?=, )|(?<=[”»]) (?=, )|(?<=[^\W\d_]{3}) (?=\.(?: (?!\.)|$))")
_BREAKS: Final = frozenset("\n\r\x0b\x0c\u2028\u2029")
_KEPT_BEFORE: Final = ":;!?»%"
_KEPT_AFTER: Final = "«"
_NO_BREAK: Final = frozenset("\u00a0\u202f\u2009")
_IDEOGRAPHIC: Final = "\u3000"
_CJK: Final = re.compile(r"[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uff60]")


def changes(text: str, language: str = "und", lines: bool = False) -> list[Change]:
    """Return what would make every run of spaces one plain space.

    A no-break space before : ; ! ? » % and after « stays in French, and where the language is not known.
    `lines`: the text is several paragraphs, a line each; line ends, the space beside them and tabs stay.

    >>> [(c.start, c.after, c.kind) for c in changes("Emmanuel\\u00a0Macron : «\\u00a0oui\\u00a0»", "fr")]
    [(8, ' ', 'nbsp_normalisation')]
    """
    out: list[Change] = []
    french = language.startswith("fr") or language == "und"
    for match in _RUN.finditer(text):
        start, end = match.span()
        run = match[0]
        if lines and ("\t" in run or _BREAKS.intersection(run) or _at_line_edge(text, start, end)):
            continue
        if start == 0 or end == len(text):
            after = ""
        else:
            after = _between(run, text[start - 1], text[end], french)
        if after != run:
            out.append(_change(start, end, run, after))
    if text and not lines:
        if text[0] == " " and (len(text) == 1 or text[1] != " ") and not (out and out[0].start == 0):
            out.insert(0, _change(0, 1, " ", ""))
        if len(text) > 1 and text[-1] == " " and not (out and out[-1].end == len(text)):
            out.append(_change(len(text) - 1, len(text), " ", ""))
    if " , " in text or " ." in text:
        taken = {c.start for c in out}
        torn = [
            Change(m.start(), m.start() + 1, "", "spaces", "space-before-comma",
                   "A comma or a full stop stands right behind its word; a tag between them left the space.", 0.9)
            for m in _TORN.finditer(text) if m.start() not in taken
        ]  # fmt: skip
        out = sorted([*out, *torn])
    return out


def _at_line_edge(text: str, start: int, end: int) -> bool:
    return start == 0 or end == len(text) or text[start - 1] in _BREAKS or text[end] in _BREAKS


def _between(run: str, left: str, right: str, french: bool) -> str:
    """Return what should stand between two characters instead of a run of spaces."""
    if _IDEOGRAPHIC in run and (_CJK.match(left) or _CJK.match(right)):
        return _IDEOGRAPHIC
    if _BREAKS.intersection(run) and _CJK.match(left) and _CJK.match(right):
        return ""
    if french and (right in _KEPT_BEFORE or left in _KEPT_AFTER):
        kept = next((c for c in run if c in _NO_BREAK), None)
        if kept is not None:
            return kept
    return " "


def _change(start: int, end: int, run: str, after: str) -> Change:
    if _BREAKS.intersection(run):
        return Change(start, end, after, "line_break", "line-break-in-paragraph",
                      "The line ends here in the scrape, not the paragraph.", 0.95)  # fmt: skip
    if len(run) == 1 and run not in " \t" and after:
        why = f"U+{ord(run):04X} where a plain space is enough: a search for the words would miss them."
        return Change(start, end, after, "nbsp_normalisation", "special-space", why, 0.97)
    if not after:
        return Change(start, end, after, "spaces", "space-at-edge", "A paragraph needs no space at its ends.", 0.99)
    return Change(start, end, after, "spaces", "several-spaces", "One space between words is enough.", 0.98)
