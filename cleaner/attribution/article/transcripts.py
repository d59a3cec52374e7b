"""Who speaks as the layout of paragraphs shows: labels of a transcript, and a colon that hands on the next."""

from __future__ import annotations

from cleaner.attribution.lines.line import Line
from cleaner.attribution.nesting.found import Claim
from cleaner.attribution.people.cast import Cast
from cleaner.attribution.people.judging import (
    Who,
    judge,
)

_SPOKEN = tuple('.!?…"”»)')
"""A paragraph of a transcript ends as a sentence does."""


def lead_in(line: Line, number: int, found: list[Claim], cast: Cast) -> Who | None:
    """Return who is about to speak when a paragraph ends with a colon."""
    if number != len(line.spans) - 1 or not line.text.rstrip().endswith(":"):
        return None
    if found and found[-1].who.name:
        return found[-1].who
    first, last = line.spans[number]
    return judge(line, first, last, cast) if last - first <= 8 else None


def label_of(line: Line) -> str:
    """Return the words before the colon that a paragraph begins with, as in a transcript; empty if there is none."""
    for i in range(1, min(6, len(line.low))):
        if line.gap[i] == ":" and line.quoted[i - 1] < 0:
            return line.slice(0, i)
        if line.gap[i] in ",;.–":
            break
    return ""


def spoken_by_label(line: Line, label: str, repeated: bool, cast: Cast) -> Claim | None:
    """Return the claim of a paragraph of a transcript: a known person's name, or a label in capitals that returns."""
    i = line.word_at(len(label))
    letters = [c for c in label if c.isalpha()]
    shouted = len(letters) > 2 and all(c.isupper() for c in letters)
    if not line.capital(0) or any(w in cast.lexicon.speech.lead_words for w in line.low[:i]):
        return None
    who = judge(line, 0, i, cast)
    known = cast.named(who.name) if who and who.name else cast.named(label.title())
    if known:
        who = Who(0, i, known.name.title() if known.name.isupper() else known.name, "person")
    elif shouted and repeated and line.text.rstrip()[-1:] in _SPOKEN:
        who = Who(0, i, " ".join(label.split()).title(), "person")
    else:
        return None
    end = len(line.text.rstrip())
    return Claim(who, None, line.start[0], end, "statement", "transcript", 0.85, [(line.start[i], end)])
