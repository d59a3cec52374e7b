"""Whether the words a rule knows stand in a quotation: the text tells of them, and it is no furniture that says them.

A report on newsletters quotes one, a feuilleton the notice on a locked door. A button's name is quoted by furniture,
too ("By clicking “Accept all” you agree"), so a quotation of a few words must open its sentence to count.
"""

from __future__ import annotations

from typing import Final

from cleaner import quotes
from cleaner.label.views import View
from cleaner.rule_index import Hit
from cleaner.taxonomy import group
from cleaner.text import count_words

_SAID: Final = 5
"""So many words between marks are no button's name."""
_TOLD: Final = 4
"""Behind a shorter quotation that opens a line stand so many words that tell of it."""
_BUTTONS: Final = ("cookie_banner", "cookie_button")
_MOST_CHARS: Final = 3000
_COLONS: Final = (":", "：")


def is_quoted(hit: Hit, view: View) -> bool:
    """Return whether what a rule found in a block is quoted there, in a sentence that tells of it."""
    text = view.block.text
    if hit.rule.at == "whole" and hit.rule.label in _BUTTONS and is_said(text):
        return True
    if hit.rule.at in ("whole", "only") or not _furniture(hit.rule.label) or len(text) > _MOST_CHARS:
        return False
    if not quotes.MARK.search(text):
        return False
    for quote in quotes.outermost(quotes.find(text)):
        if quote.closed and quote.inner_start <= hit.start and hit.end <= quote.inner_end:
            return _tells(text, quote, view.ends, hit.rule.label)
    return False


def _furniture(label: str) -> bool:
    """Return whether a label names what a report may quote: furniture, or the editors' note on a correction."""
    return group(label) == "noise" or label == "correction_note"


def is_said(text: str) -> bool:
    """Return whether a whole line stands between quotation marks, as somebody's words do and no button's name.

    >>> is_said("「はい」"), is_said("はい")
    (True, False)
    """
    if not quotes.MARK.match(text.strip()):
        return False
    bare = text.strip()
    return any(q.closed and not q.start and q.end == len(bare) for q in quotes.outermost(quotes.find(bare)))


def _tells(text: str, quote: quotes.Quote, ends: bool, label: str) -> bool:
    """Return whether a quotation is told of: too long for a button's name, or followed by who says or reads it."""
    if count_words(text[quote.inner_start : quote.inner_end]) >= _SAID:
        return True
    if not ends or label in _BUTTONS:
        return False
    before = text[: quote.start].rstrip()
    if before.endswith(_COLONS) and count_words(before) >= _TOLD:
        return True  # somebody asked: "…"
    return not before and count_words(text[quote.end :]) >= _TOLD
