"""The year of a stamp that has none: from the address, the head, a crawl, the weekday, or the events the text tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from cleaner.dates import Reading, as_day, with_year
from cleaner.fields.datemarks import Mark

_NEAR: Final = ((31, 0.9), (100, 0.8), (366, 0.65))
"""A stamp so many days after the event it follows most closely, and how far the year is then to be trusted."""
_FIRST: Final = 1990
_APART: Final = 45
"""An address and a stamp that differ by no more days than this are of one year."""
_CYCLE: Final = 28


@dataclass(frozen=True, slots=True)
class Inferred:
    """A year found for a stamp, and from what."""

    value: str
    why: str
    confidence: float
    witness: Mark | None = None


def infer(
    stamp: Reading, others: Sequence[Mark], events: Sequence[Mark], crawled: date | None, slack: int = 0
) -> Inferred | None:
    """Return a stamp's value with its year, None when nothing in the document tells it.

    `others` are dates of this article that have a year (address, head, update); `events` the full dates of the text,
    which a stamp may precede by `slack` days.
    """
    for other in others:
        if (found := _beside(stamp, other)) is not None:
            return found
    if crawled is not None:
        years = (with_year(stamp.value, year) for year in range(crawled.year, crawled.year - 9, -1))
        found_value = next((v for v in years if v and (day := as_day(v)) and day <= crawled and _fits(stamp, v)), None)
        if found_value:
            return Inferred(found_value, f"the last such day before the crawl of {crawled.isoformat()}", 0.92)
    dated = ((event, _first_day(event.reading)) for event in events)
    past = [event for event, day in dated if day and day.year >= _FIRST and (crawled is None or day <= crawled)]
    return _after_events(stamp, past, slack)


def _beside(stamp: Reading, other: Mark) -> Inferred | None:
    """Return the stamp in the year that puts it at another date of this article, or before its update."""
    there = _first_day(other.reading)
    if there is None:
        return None
    month_only = other.reading.precision == "month"
    for year in (there.year, there.year - 1, there.year + 1):
        value = with_year(stamp.value, year)
        day = as_day(value) if value else None
        if value is None or day is None:
            continue
        if month_only and (day.year, day.month) == (there.year, there.month):
            return Inferred(value, f"the year of {other.why}", 0.95, other)
        if not month_only and abs((day - there).days) <= (1 if other.role == "modified" else _APART):
            sure = 0.97 if abs((day - there).days) <= 1 else 0.85
            return Inferred(value, f"the year of {other.why}", sure, other)
        if other.role == "modified" and 0 <= (there - day).days <= 366:
            return Inferred(value, f"the year before {other.why}", 0.85, other)
    return None


def _after_events(stamp: Reading, events: Sequence[Mark], slack: int) -> Inferred | None:
    """Return the stamp in the latest year in which it follows an event of the text closely."""
    days = sorted({(day, mark.reading.value) for mark in events if (day := _first_day(mark.reading))})
    if not days:
        return None
    years = range(days[-1][0].year + 1, days[0][0].year - 1, -1)
    for reach, confidence in _NEAR:
        for year in list(years)[:_CYCLE]:
            value = with_year(stamp.value, year)
            day = as_day(value) if value else None
            if value is None or day is None or not _fits(stamp, value):
                continue
            before = [d for d in days if -slack <= (day - d[0]).days <= reach]
            if before:
                witness = next(m for m in events if m.reading.value == before[-1][1])
                sure = min(0.95, confidence + 0.04) if stamp.weekday else confidence
                why = f"the first such day after {before[-1][1]}, the latest event told"
                return Inferred(value, why, sure, witness)
    return None


def _fits(stamp: Reading, value: str) -> bool:
    """Return whether the weekday written, if any, is that of the day."""
    day = as_day(value)
    return day is not None and (stamp.weekday is None or day.isoweekday() == stamp.weekday)


def _first_day(reading: Reading) -> date | None:
    if reading.kind == "no_year":
        return None
    return reading.day or (as_day(f"{reading.value}-01") if reading.precision == "month" else None)
