"""Names that stand in quotation marks, where a language writes them so: газета «Известия», «Спартак» проиграл.

Owns which quotations are names and no words of anybody. Never touches text.
"""

from __future__ import annotations

import re
from typing import Final

from cleaner.quotes import Quote
from cleaner.tables.rows import Span
from cleaner.text import WORD

MAX_WORDS: Final = 5
"""A quotation with more words is no name."""
_CLAUSE: Final = re.compile(r"[!?…:;,]|\.(?!\w)")
_ENDS: Final = ".!?…\n"


def parted(text: str, outer: list[Quote]) -> tuple[list[Quote], list[Span]]:
    """Return the quotations without those that are names, and the spans of what is written in these."""
    kept: list[Quote] = []
    names: list[Span] = []
    for quote in outer:
        if quote.closed and _is_name(text, quote):
            names.append((quote.inner_start, quote.inner_end))
        else:
            kept.append(quote)
    return kept, names


def _is_name(text: str, quote: Quote) -> bool:
    """Return whether a short quotation with a capital hangs on the word before or behind it, no mark between."""
    if quote.inner_end - quote.inner_start > 60:
        return False
    inside = text[quote.inner_start : quote.inner_end]
    words = WORD.findall(inside)
    if not 0 < len(words) <= MAX_WORDS or words[0][0].islower() or _CLAUSE.search(inside):
        return False
    before = text[max(0, quote.start - 3) : quote.start].rstrip(" \u00a0")
    behind = text[quote.end : quote.end + 3]
    hangs = behind[:1] in (" ", "\u00a0") and behind[1:2].isalpha()
    if not before or before[-1] in _ENDS:
        return hangs and behind[1:2].islower()
    return before[-1].isalnum() or before[-1] in ")»”" or (before[-1] in "(,*" and (hangs or behind[:1] in ",)*"))
