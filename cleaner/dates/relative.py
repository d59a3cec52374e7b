"""Dates told from now: "2 hours ago", "il y a 3 jours", "yesterday". Answers with a day only when a base is given."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Final

from cleaner.dates.atoms import Reader
from cleaner.dates.reading import Reading
from cleaner.dates.vocabulary import Template, Token

_STEPS: Final = {"minute": timedelta(minutes=1), "hour": timedelta(hours=1), "day": timedelta(days=1),
                 "week": timedelta(weeks=1)}  # fmt: skip
_MONTHS: Final = {"month": 1, "year": 12}
_GAP: Final = 3
_MOST: Final = 600
"""More units than this are no stamp."""


class Moment(datetime):
    """A base of which only the day may be known."""

    whole_day: bool = False


def moment(base: str | date | datetime) -> datetime | None:
    """Return a base as a moment; midnight of a `Moment` with `whole_day` where only the day is known."""
    if isinstance(base, datetime):
        return base.replace(tzinfo=None)
    if isinstance(base, str):
        try:
            if len(base) > 10:
                return datetime.fromisoformat(base.replace("Z", "+00:00")).replace(tzinfo=None)
            base = date.fromisoformat(base)
        except ValueError:
            return None
    day = Moment.combine(base, time())
    day.whole_day = True
    return day


class Times:
    """The times of day that belong to no date yet, by the tokens at which they begin and end."""

    def __init__(self, times: Iterable[tuple[int, int, str]]) -> None:
        self._by_start: dict[int, tuple[int, str]] = {}
        self._by_end: dict[int, tuple[int, str]] = {}
        for start, end, clock in times:
            self._by_start[start] = end, clock
            self._by_end[end] = start, clock

    def after(self, token: int) -> tuple[int, str] | None:
        """Return the end and the hour of a time that begins at a token or within two of it."""
        return next((self._by_start[t] for t in range(token, token + _GAP) if t in self._by_start), None)

    def before(self, token: int) -> tuple[int, str] | None:
        """Return the start and the hour of a time that ends at a token or within two before it."""
        return next((self._by_end[t] for t in range(token, token - _GAP, -1) if t in self._by_end), None)


def read(reader: Reader, base: datetime | None, times: Times) -> Iterator[Reading]:
    """Yield the relative dates among the tokens; a time of day beside a named day joins it."""
    found, at, openers = reader.found, 0, reader.words.relative_openers
    while at < len(found):
        if found[at].number < 0 and found[at].folded not in openers:
            at += 1
            continue
        reading = _ago(reader, at, base) or _named(reader, at, base, times)
        if reading is None:
            at += 1
            continue
        yield reading
        while at < len(found) and found[at].start < reading.span[1]:
            at += 1


def _ago(reader: Reader, at: int, base: datetime | None) -> Reading | None:
    if hit := reader.words.match("now", reader.found, at):
        return _reading(reader.found, at, hit[0], "minute", base)
    told = min(_told(reader, reader.words.ago, at, 1, ""), default=None)
    if told is None:
        return None
    _, end, unit, count = told
    return _reading(reader.found, at, end, unit, base, count)


def _told(reader: Reader, template: Template, at: int, count: int, unit: str) -> Iterator[tuple[int, int, str, int]]:
    """Yield the phrases that end behind a token or later: number, the token after it, unit, how many of it."""
    if template.number and unit and count <= _MOST:
        yield template.number, at, unit, count
    if at >= len(reader.found):
        return
    following = template.words.get(reader.found[at].folded)
    if following is not None:
        yield from _told(reader, following, at + 1, count, unit)
    for slot, behind in template.slots.items():
        if (step := _slot(reader, slot, at)) is not None:
            if slot == "{n}":
                yield from _told(reader, behind, step[0], int(step[1]), unit)
            else:  # "hour", or "2 hour" of a word for two hours
                twice, _, named = step[1].rpartition(" ")
                yield from _told(reader, behind, step[0], int(twice) if twice else count, named)


def _slot(reader: Reader, slot: str, at: int) -> tuple[int, str] | None:
    """Return where what fills a slot ends that begins at a token, and its value."""
    if slot == "{n}":
        if (number := reader.found[at].number) >= 0:
            return at + 1, str(number)
        if hit := reader.words.match("one", reader.found, at):
            return hit[0], "1"
        return reader.words.match("counts", reader.found, at)
    hit = reader.words.match(slot[1:-1] if slot == "{passed}" else "units", reader.found, at)
    if hit and reader.mark(hit[0], ".") and reader.glued(hit[0]):
        return hit[0] + 1, hit[1]
    return hit


def _reading(found: list[Token], at: int, end: int, unit: str, base: datetime | None, count: int = 0) -> Reading:
    span = found[at].start, found[end - 1].end
    precision = {"minute": "minute", "hour": "minute", "month": "month", "year": "year"}.get(unit, "day")
    if base is None:
        return Reading("", precision, span, "relative")  # type: ignore[arg-type]
    whole_day = getattr(base, "whole_day", False)
    try:
        then = base - count * _STEPS[unit] if unit in _STEPS else _months_before(base, count * _MONTHS[unit])
    except (OverflowError, ValueError):
        return Reading("", precision, span, "relative")  # type: ignore[arg-type]
    if precision == "minute" and whole_day:
        # hours before a day of unknown hour: the day itself, unless the count alone goes past it
        then, precision = base - timedelta(days=count * _STEPS[unit].total_seconds() // 86_400), "day"
    width = {"minute": 16, "day": 10, "month": 7, "year": 4}[precision]
    value = then.isoformat(timespec="minutes")[:width]
    return Reading(value, precision, span, "relative", time=value[11:] or None)  # type: ignore[arg-type]


def _months_before(base: datetime, months: int) -> datetime:
    index = base.year * 12 + base.month - 1 - months
    year, month = divmod(index, 12)
    return base.replace(year=year, month=month + 1, day=min(base.day, monthrange(year, month + 1)[1]))


def _named(reader: Reader, at: int, base: datetime | None, times: Times) -> Reading | None:
    """Yesterday, today at 9:30, on Wednesday (the last one, or today)."""
    hit = reader.words.match("days", reader.found, at)
    shift = int(hit[1]) if hit else None
    weekday: int | None = None
    if hit is None:
        hit = reader.words.weekday(reader.found, at)
        if hit is None or base is None or len(reader.found[at].folded) < 4:
            return None
        weekday = int(hit[1])
        shift = -((base.isoweekday() - weekday) % 7)
    end, start = hit[0], at
    clock: str | None = None
    if beside := times.after(end):
        end, clock = beside
    elif beside := times.before(at):
        start, clock = beside
    span = reader.found[start].start, reader.found[end - 1].end
    value = ""
    if base is not None and shift is not None:
        value = (base + timedelta(days=shift)).date().isoformat() + (f"T{clock}" if clock else "")
    return Reading(value, "minute" if clock else "day", span, "relative", weekday=weekday, time=clock)
