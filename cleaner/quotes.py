"""Where quotations stand in a text: a state machine over quotation marks, tolerant of broken ones.

Tells opening from closing marks and marks from apostrophes. Never touches text, never says who speaks.
Every mark is looked at once, so ten thousand of them cost ten thousand steps.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

MARK: Final = re.compile(r"``|''|‘‘|’’|,,(?=\w)|[\"“”„‟«»‹›‘’‚‛'＂「」『』]")
MAX_DEPTH: Final = 16
MAX_SINGLE: Final = 600
"""A quotation in single marks longer than this is two apostrophes."""

_CLOSED_BY: Final = {
    "“": "”“‟", "‟": "”", "„": "“”‟", "«": "»", "»": "«", "‹": "›", "›": "‹", '"': '"', "＂": "＂", "''": "''",
    "``": "''", "‘": "’", "‚": "‘’", "'": "'", "‘‘": "’’", "’’": "’’", "”": "”", ",,": "''“”", "「": "」", "『": "』",
}  # fmt: skip
_ALWAYS_OPEN: Final = frozenset("„‚「『") | {"``", "‘‘", ",,"}
_ALWAYS_CLOSE: Final = frozenset("」』")
_DIRECTED: Final = frozenset("“„«「『")
_SENTENCE_ENDS: Final = tuple(".!?…:؟۔")
_SINGLE: Final = frozenset("'‘’‚‛")
_OPENING_BEFORE: Final = frozenset("([{<-–—/:;=*_\"“„«‹‘'¿¡>|#…")
_CLOSING_AFTER: Final = frozenset(")]}>.,;:!?…-–—/*_\"”»›’'%|،؛؟۔")


@dataclass(frozen=True, slots=True)
class Quote:
    """One quotation: [start, end) with its marks, [inner_start, inner_end) without, how deep it is nested.

    An open one (`closed` is False) runs to the end of the text: the paragraph that follows may carry it on.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int
    closed: bool


def find(text: str) -> list[Quote]:
    """Return the quotations of a text in order of their start, nested ones after the one around them.

    A mark that is never closed gives an open quotation only where it opens the text, or a sentence of it and shows
    by its form that it opens.

    >>> [text[q.start : q.end] for text in ["Macron's “‘so-called’ plan” isn't"] for q in find(text)]
    ['“‘so-called’ plan”', '‘so-called’']
    >>> [(q.start, q.closed) for q in find("“We go on.")]
    [(0, False)]
    """
    out: list[Quote] = []
    stack: list[tuple[str, int, int]] = []
    waiting: Counter[str] = Counter()
    for match in MARK.finditer(text):
        mark, start, end = match[0], match.start(), match.end()
        opens, closes = _sides(text, mark, start, end)
        if closes and (opener := _opener(mark, stack, waiting, text, start, opens)):
            while stack:
                kind, at, inner = stack.pop()
                waiting[kind] -= 1
                if kind == opener:
                    if kind not in _SINGLE or start - at <= MAX_SINGLE:
                        out.append(Quote(at, end, inner, start, len(stack), True))
                    break
            continue
        if opens and len(stack) < MAX_DEPTH:
            if mark in ('"', "'", "''", "＂") and waiting[mark]:
                _drop(mark, stack, waiting)
            stack.append((mark, start, end))
            waiting[mark] += 1
    if stack and stack[0][0] not in _SINGLE:
        kind, at, inner = stack[0]
        before = text[max(0, at - 8) : at].rstrip()
        runs_on = not text[:at].strip() or (kind in _DIRECTED and before[-1:] in _SENTENCE_ENDS)
        if runs_on and not any(q.start <= at < q.end for q in out):
            out.append(Quote(at, len(text), inner, len(text), 0, False))
    out.sort(key=lambda q: (q.start, -q.end))
    return out


def outermost(quotes: list[Quote]) -> list[Quote]:
    """Return the quotations that stand in no other one."""
    out: list[Quote] = []
    for quote in quotes:
        if not out or quote.start >= out[-1].end:
            out.append(quote)
    return out


def _sides(text: str, mark: str, start: int, end: int) -> tuple[bool, bool]:
    """Return whether a mark may open a quotation here, and whether it may close one."""
    if mark in _ALWAYS_OPEN:
        return True, mark == "‚" and False
    if mark in _ALWAYS_CLOSE:
        return False, True
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    spaced_before, spaced_after = before.isspace(), after.isspace()
    if mark in _SINGLE:
        if before.isalnum() and after.isalnum():
            return False, False
        opens = (spaced_before or before in _OPENING_BEFORE) and not spaced_after and after not in ".,;:!?)"
        return opens and mark != "’", not spaced_before and not after.isalnum() and mark not in "‚"
    if mark in "«»‹›":
        if mark in "«‹":
            return True, not spaced_before and (spaced_after or after in _CLOSING_AFTER)
        return (spaced_before or before in _OPENING_BEFORE) and after.isalnum(), True
    if mark == "“":
        return not (spaced_after and not spaced_before), not spaced_before and (spaced_after or after in _CLOSING_AFTER)
    if mark == "”":
        return (spaced_before or start == 0) and after.isalnum(), True
    if spaced_before and not spaced_after:
        return True, False
    if spaced_after and not spaced_before:
        return False, True
    if before in _OPENING_BEFORE and not before.isalnum() and after not in _CLOSING_AFTER:
        return True, before in ".,!?…”»’"
    return True, True


def _opener(
    mark: str, stack: list[tuple[str, int, int]], waiting: Counter[str], text: str, start: int, opens: bool
) -> str | None:
    """Return the kind of the innermost open mark that this one closes, None if it closes nothing."""
    if mark == "'" and start + 1 < len(text) and text[start - 1] in "sS" and text[start + 1].isspace():
        follows = text[start + 2 : start + 3]
        ahead = text.find("'", start + 1, start + 120)
        if follows.islower() and ahead > 0 and not text[ahead + 1 : ahead + 2].isalnum():
            return None
    for kind, _, _ in reversed(stack):
        if (mark in _CLOSED_BY.get(kind, "") and len(mark) == len(kind)) or (
            kind in ("``", ",,") and mark in ("''", "“", "”")
        ):
            return kind
        if kind == "“" and mark == '"' and not opens:
            return kind
    return None


def _drop(mark: str, stack: list[tuple[str, int, int]], waiting: Counter[str]) -> None:
    """Take the innermost open mark of a kind off the stack: it was never closed."""
    for i in range(len(stack) - 1, -1, -1):
        if stack[i][0] == mark:
            del stack[i]
            waiting[mark] -= 1
            return
