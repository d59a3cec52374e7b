"""The year of a stamp that has none: from the address, the head, a crawl, the weekday, or the events the text tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from cleaner.dates import Reading, as_day, with_year
from cleaner.fields.dating.datemarks import Mark


class Near(NamedTuple):
    """A stamp at most so many days after an event: what that says for the year, how far the year is to be trusted."""

    days: int
    score: float
    confidence: float


_NEAR: Final = (Near(31, 2.0, 0.9), Near(100, 1.0, 0.8), Near(366, 0.5, 0.65))
_AHEAD: Final = 1.0
"""What a year loses if an event of the text would lie ahead of it."""
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
    stamp: Reading, others: Sequence[Mark], events: Sequence[Mark], crawled: date | None, slack: int = 0,
    lead: int | None = None,
) -> Inferred | None:
    """Return a stamp's value with its year, None when nothing in the document tells it.

    `others` are dates of this article that have a year (address, head, update); `events` the full dates of the text,
    which a stamp may precede by `slack` days; `lead` is the weekday that its first paragraph names, Monday 1.
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
    return _after_events(stamp, past, slack, lead)


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


def _after_events(stamp: Reading, events: Sequence[Mark], slack: int, lead: int | None) -> Inferred | None:
    """Return the stamp in the year that fits the events of the text best.

    It follows one of them within a year, the sooner the better; events that would lie ahead of it are plans, and few
    texts date those in full; and the weekday that the lead names ("said on Friday") is most often that of the stamp.
    """
    days = sorted({(day, mark.reading.value) for mark in events if (day := _first_day(mark.reading))})
    if not days:
        return None
    best: tuple[float, float, date, str, str] | None = None
    for year in range(days[-1][0].year + 1, max(days[0][0].year, days[-1][0].year - _CYCLE) - 1, -1):
        value = with_year(stamp.value, year)
        day = as_day(value) if value else None
        if value is None or day is None or not _fits(stamp, value):
            continue
        before = [d for d in days if (day - d[0]).days >= -slack]
        if not before:
            continue
        gap = (day - before[-1][0]).days
        near = next((step for step in _NEAR if gap <= step.days), None)
        if near is None:
            continue
        score = near.score - (_AHEAD if len(before) < len(days) else 0.0) + _told_weekday(day, lead)
        if best is None or score > best[0]:
            best = score, near.confidence, day, value, before[-1][1]
    if best is None:
        return None
    _, sure, day, value, latest = best
    told = lead is not None and day.isoweekday() == lead
    sure = min(0.95, sure + (0.04 if stamp.weekday else 0.0) + (0.1 if told else 0.0))
    witness = next(m for m in events if m.reading.value == latest)
    why = f"the first such day after {latest}, the latest event told"
    return Inferred(value, why + (", on the weekday of the lead" if told else ""), sure, witness)


def _told_weekday(day: date, lead: int | None) -> float:
    """Return what the weekday of the lead says for a day: most are the same, some the day before."""
    return {0: 0.75, 1: 0.4}.get((day.isoweekday() - lead) % 7, 0.0) if lead is not None else 0.0


def _fits(stamp: Reading, value: str) -> bool:
    """Return whether the weekday written, if any, is that of the day."""
    day = as_day(value)
    return day is not None and (stamp.weekday is None or day.isoweekday() == stamp.weekday)


def _first_day(reading: Reading) -> date | None:
    if reading.kind == "no_year":
        return None
    return reading.day or (as_day(f"{reading.value}-01") if reading.precision == "month" else None)
