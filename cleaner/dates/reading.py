"""What a date reading is, and the calendar arithmetic it needs. Knows no language and reads no text."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, Literal

Precision = Literal["minute", "day", "month", "year"]
Kind = Literal["absolute", "relative", "no_year"]
NO_YEAR: Final = "XXXX"
FIRST_YEAR: Final = 1600
LAST_YEAR: Final = 2199


@dataclass(frozen=True, slots=True)
class Reading:
    """One date as a text gives it, never more precise than written.

    `value` is ISO 8601: "2020-10-01", "2020-10", "2020", "XXXX-11-16" (no year), "2020-10-01T09:28" with its zone
    ("Z", "+02:00") when stated; empty for a relative phrase ("2 hours ago") read without a base. `other` holds the
    values of the other readings when day and month can change places. `weekday` is the one written, Monday 1.
    `role` is `published` or `updated` when words beside the date say so, `label` for a bare "date:", else empty.
    """

    value: str
    precision: Precision
    span: tuple[int, int]
    kind: Kind = "absolute"
    ambiguous: bool = False
    other: tuple[str, ...] = ()
    weekday: int | None = None
    time: str | None = None
    zone: str | None = None
    role: str = ""

    @property
    def day(self) -> date | None:
        """Return the day, None when the reading knows no full day."""
        return as_day(self.value)

    @property
    def weekday_agrees(self) -> bool | None:
        """Return whether the weekday written is that of the date; None when one of them is not there."""
        return None if self.weekday is None or self.day is None else self.day.isoweekday() == self.weekday


def as_day(value: str) -> date | None:
    """Return the day an ISO value names, None when it names none.

    >>> as_day("2020-10-01T09:28Z"), as_day("2020-10"), as_day("XXXX-11-16")
    (datetime.date(2020, 10, 1), None, None)
    """
    if len(value) < 10 or not value[:4].isdigit():
        return None
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def is_day(year: int | None, month: int, day: int) -> bool:
    """Return whether the calendar has this day; without a year, whether any year has it.

    >>> is_day(2020, 2, 29), is_day(2021, 2, 29), is_day(None, 2, 29), is_day(2020, 2, 31)
    (True, False, True, False)
    """
    if not (1 <= month <= 12 and day >= 1):
        return False
    if year is None:
        year = 2000
    return FIRST_YEAR <= year <= LAST_YEAR and day <= monthrange(year, month)[1]


def compose(year: int | None, month: int, day: int | None = None, time: str | None = None,
            zone: str | None = None) -> str:  # fmt: skip
    """Return the parts as one ISO value.

    >>> compose(None, 11, 16), compose(2020, 10), compose(2020, 10, 1, "09:28", "Z")
    ('XXXX-11-16', '2020-10', '2020-10-01T09:28Z')
    """
    stem = f"{year:04d}-{month:02d}" if year is not None else f"{NO_YEAR}-{month:02d}"
    if day is None:
        return stem
    return f"{stem}-{day:02d}" + (f"T{time}{zone or ''}" if time else "")


def with_year(value: str, year: int) -> str | None:
    """Return a value without year put into `year`, None when that year has no such day.

    >>> with_year("XXXX-11-16T09:28", 2021), with_year("XXXX-02-29", 2021)
    ('2021-11-16T09:28', None)
    """
    return f"{year:04d}{value[4:]}" if is_day(year, int(value[5:7]), int(value[8:10])) else None


def offset(stated: str, day: date) -> str:
    """Return the offset from UTC in force on a day: `stated` is "+01:00", or "+01:00 eu" where summer time is kept.

    >>> offset("-05:00 us", date(2020, 10, 1)), offset("+01:00 eu", date(2020, 12, 1))
    ('-04:00', '+01:00')
    """
    base, _, rule = stated.partition(" ")
    hours = int(base[:3])
    if rule and _summer(rule, day):
        hours += 1
    text = f"{'-' if base[0] == '-' else '+'}{abs(hours):02d}{base[3:]}"
    return "Z" if text[1:] == "00:00" else text


def _summer(rule: str, day: date) -> bool:
    """Return whether summer time is kept: US second Sunday of March to first of November, Europe last to last."""
    if rule == "us":
        return _sunday(day.year, 3, 8) <= day < _sunday(day.year, 11, 1)
    return _sunday(day.year, 3, 25) <= day < _sunday(day.year, 10, 25)


def _sunday(year: int, month: int, day: int) -> date:
    """Return the first Sunday on or after a day."""
    first = date(year, month, day)
    return first + timedelta(days=7 - first.isoweekday())


def in_utc(value: str) -> str | None:
    """Return the moment in UTC, None without a time and a zone.

    >>> in_utc("2020-10-01T01:28+02:00"), in_utc("2020-10-01T01:28")
    ('2020-09-30T23:28:00Z', None)
    """
    zone = value[16:]
    if not zone:
        return None
    try:
        moment = datetime.fromisoformat(value[:16])
        if zone != "Z":
            shift = timedelta(hours=int(zone[1:3]), minutes=int(zone[4:6]))
            moment = moment - shift if zone[0] == "+" else moment + shift
    except (ValueError, OverflowError):
        return None
    return moment.isoformat(timespec="seconds") + "Z"
