"""Who asks and who answers, where quotations alone go back and forth: “Who gave you orders?” “My superiors.”

Owns what a question mark tells of the next speaker. Finds no cues, and names nobody who has not spoken before.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleaner.attribution.lines.line import Line
from cleaner.attribution.nesting.found import Claim
from cleaner.attribution.people.judging import Who
from cleaner.attribution.words.pack import Lexicon

MAX_BACK: Final = 6
"""The other one of a dialogue spoke in one of so many statements before."""
MAX_APART: Final = 4
"""…and at most so many paragraphs before."""
_MARKS: Final = " \u00a0\u202f»”\"'’."


def asker(line: Line, claim: Claim, before: Sequence[tuple[Line, Claim]], lexicon: Lexicon) -> str:
    """Return who asked what a claim answers by its verb; he is not the one who answers. Empty if nobody is known."""
    if claim.cue is None or not before or not lexicon.speech.replies:
        return ""
    words = line.low[line.word_at(claim.cue[0]) : line.word_at(claim.cue[1])]
    held, old = before[-1]
    if not any(word in lexicon.speech.replies for word in words) or not _beside(line, held) or not _asks(held, old):
        return ""
    return old.who.name or ""


def next_speaker(line: Line, question: bool, before: Sequence[tuple[Line, Claim]]) -> Who | None:
    """Return who speaks in a quotation alone behind a question or an answer, None where it shows no other one.

    `question`: the quotation asks.
    """
    if not before or not _beside(line, before[-1][0]) or not before[-1][1].who.name:
        return None
    held, old = before[-1]
    other = _other(line, old.who, before)
    if other is None:
        return None
    if _asks(held, old):
        return None if question else other[1].who
    return other[1].who if question and _asks(*other) and before[-2][1] is other[1] else None


def asks(line: Line, end: int) -> bool:
    """Return whether a quotation that ends at an offset asks something."""
    return line.text[max(0, end - 4) : end].rstrip(_MARKS).endswith("?")


def _asks(line: Line, claim: Claim) -> bool:
    return claim.kind == "statement" and bool(claim.content) and asks(line, claim.content[-1][1])


def _other(line: Line, who: Who, before: Sequence[tuple[Line, Claim]]) -> tuple[Line, Claim] | None:
    """Return the last statement in marks of somebody else near a line."""
    for held, old in reversed(before[-MAX_BACK:]):
        if line.number - held.number > MAX_APART:
            return None
        quoted = any(held.quotes_in(a - 2, b + 2) for a, b in old.content)
        if old.who.name and old.who.name != who.name and old.who.type == "person" and quoted and not old.via:
            return held, old
    return None


def _beside(line: Line, held: Line) -> bool:
    """Return whether a line is the same as another, or the one right behind it."""
    return held is line or held.number == line.number - 1
