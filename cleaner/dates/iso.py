"""Dates as machines write them: in the head of a page, in a column of a table, in a form. Knows no language."""

from __future__ import annotations

import re
from typing import Final

from cleaner.dates.reader import read_dates
from cleaner.dates.reading import Reading, compose, is_day

_ISO: Final = re.compile(
    r"\s*(\d{4})(?:-?(\d{2})(?:-?(\d{2})"
    r"(?:[T ](\d{2}):?(\d{2})(?::?\d{2}(?:[.,]\d{1,9})?)?\s?(Z|[+-]\d{2}(?::?\d{2})?|UTC|GMT)?)?)?)?\s*"
)
_LONGEST: Final = 100


def read_iso(text: str, language: str | None = None, country: str | None = None) -> Reading | None:
    """Return the date of a machine's field: ISO 8601 in full or in part, else the first date written in it.

    >>> read_iso("2020-10-01T09:28:31.000+0200").value, read_iso("2020-10").value
    ('2020-10-01T09:28+02:00', '2020-10')
    >>> read_iso("Thu, 01 Oct 2020 14:05:00 GMT").value
    '2020-10-01T14:05Z'
    >>> read_iso("1601541451") is None
    True
    """
    if len(text) > _LONGEST:
        return None
    m = _ISO.fullmatch(text)
    if m is None:
        return next(iter(read_dates(text, language, country)), None)
    year, month, day, hour, minute = (int(part) if part else None for part in m.groups()[:5])
    span = m.start(1), m.end(m.lastindex or 1)
    if year is None or not is_day(year, month or 1, day or 1):
        return None
    if month is None:
        return Reading(m[1], "year", span)
    if day is None:
        return Reading(compose(year, month), "month", span) if "-" in text else None
    if hour is None or minute is None or hour > 23 or minute > 59:
        return Reading(compose(year, month, day), "day", span)
    clock, zone = f"{hour:02d}:{minute:02d}", _zone(m[6])
    return Reading(compose(year, month, day, clock, zone), "minute", span, time=clock, zone=zone)


def _zone(stated: str | None) -> str | None:
    if stated is None:
        return None
    if stated in ("Z", "UTC", "GMT"):
        return "Z"
    digits = stated[1:].replace(":", "").ljust(4, "0")
    if int(digits[:2]) > 14 or int(digits[2:]) > 59:
        return None
    return "Z" if digits == "0000" else f"{stated[0]}{digits[:2]}:{digits[2:]}"
