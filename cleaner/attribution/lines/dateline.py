"""Where a paragraph begins behind its dateline: ROMA (Reuters) – , Madrid, 14 abr (EFE).- , (ANSA) - ROMA, 16 OTT - .

Knows the shape alone, no place and no agency.
"""

from __future__ import annotations

import re
from typing import Final

_HEAD: Final = re.compile(r"\A[^\n\"“«„:;!?]{2,64}?(?:\.?[ \u00a0]?[-–—]|\.)[ \u00a0]+(?=\S)")
_MAX: Final = 3
_MANY: Final = 0.6


def end(text: str) -> int:
    """Return the offset behind the dateline of a paragraph, 0 if it has none.

    >>> text = "BUSTO ARSIZIO (Varese) – Sono entrati."
    >>> text[end(text) :], end("Putin – who left – said no.")
    ('Sono entrati.', 0)
    """
    at = 0
    for _ in range(_MAX):
        match = _HEAD.match(text[at : at + 80])
        if not match or not _is_dateline(match[0]):
            break
        at += match.end()
    return at


def _is_dateline(head: str) -> bool:
    """Return whether the words before a dash are a place in capitals, or hold an agency in brackets at their end."""
    closed = head.rstrip(" \u00a0-–—.").endswith(")") and "(" in head and head.rstrip()[-1] in "-–—"
    outside = re.sub(r"\([^)]*\)", "", head)
    letters = [c for c in outside if c.isalpha()]
    shouted = bool(letters) and sum(c.isupper() for c in letters) >= _MANY * len(letters) and len(letters) > 2
    return (closed and head[:1].isupper() and len(outside) < 40) or shouted or (closed and head[:1] == "(")
