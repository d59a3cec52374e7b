"""Which is the day and which the month of 03/04/2020: settled by another witness or the page's habit, or left open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from cleaner.dates import Reading
from cleaner.document import Document
from cleaner.fields.dating.datemarks import Mark, Setting, apart
from cleaner.fields.found import Note
from cleaner.tables.rows import Status

_SLASHED: Final = re.compile(r"(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})\2(?:19|20)\d\d(?!\d)")
_MOST_SLASHED: Final = 200


@dataclass(frozen=True, slots=True)
class Choice:
    """The mark that was chosen, its value as completed, how it was come by, and the mark that told what was missing."""

    mark: Mark
    value: str
    status: Status
    confidence: float
    witness: Mark | None = None


def settle(document: Document, mark: Mark, own: Sequence[Mark], light: Setting, notes: list[Note]) -> Choice:
    """Return a date whose day and month can change places, settled by another witness or by the page's own habit."""
    reading = mark.reading
    values = (reading.value, *reading.other)
    readings = [replace(reading, value=v, ambiguous=False, other=()) for v in values]
    for other in own:
        if other is mark or other.reading.ambiguous:
            continue
        for turned in readings:
            if apart(turned, other.reading) in (0, 1):
                return Choice(mark, turned.value, "given" if mark.role == "given" else "found", mark.confidence)
    order = _habit(document)
    possible = [r for r in readings if not (light.crawled and r.day and r.day > light.crawled.date())]
    if order or len(possible) == 1:
        day_first = [r for r in readings if _day_first(document, mark, r) == (order == "dmy")] if order else possible
        if day_first:
            why = "the order of other dates on the page" if order else "the other reading lies after the crawl"
            notes.append(Note("date_inferred", f"{written(document, mark)!r} read by {why}", mark.span, 0.85))
            return Choice(mark, day_first[0].value, "inferred", min(mark.confidence, 0.85))
    notes.append(
        Note(
            "date_ambiguous",
            f"{written(document, mark)!r} can be {' or '.join(v[:10] for v in values)}",
            mark.span,
            0.6,
        )
    )
    return Choice(mark, reading.value, "ambiguous", 0.6)


def _habit(document: Document) -> str:
    """Return "dmy" or "mdy" when the page writes a date elsewhere that can be read in one way only."""
    seen = set()
    for count, m in enumerate(_SLASHED.finditer(document.source)):
        if count > _MOST_SLASHED:
            break
        first, second = int(m[1]), int(m[3])
        if first > 12 >= second:
            seen.add("dmy")
        elif second > 12 >= first:
            seen.add("mdy")
    return seen.pop() if len(seen) == 1 else ""


def _day_first(document: Document, mark: Mark, reading: Reading) -> bool:
    """Return whether a reading takes the number written first for the day."""
    m = _SLASHED.search(written(document, mark))
    return bool(m) and reading.day is not None and m is not None and int(m[1]) == reading.day.day


def written(document: Document, mark: Mark) -> str:
    """Return a mark as the source writes it, its value where it has no place there."""
    return document.source[slice(*mark.span)][:80] if mark.span else mark.reading.value
