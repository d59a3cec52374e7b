"""Years and days of other calendars, as days of the common one. Arithmetic alone: knows no language, reads no text.

The calendars that news sites print beside the common one: the Buddhist years of Thailand and the years of the Republic
of China only count from another year; the Solar Hijri year of Iran and Afghanistan begins at the March equinox and has
months of its own.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import lru_cache
from typing import Final

BUDDHIST: Final = "buddhist"
MINGUO: Final = "minguo"
SOLAR_HIJRI: Final = "solar_hijri"

_BUDDHIST_AHEAD: Final = 543
_FIRST_BUDDHIST: Final = 2484
"""From 1941 on the Thai year begins in January; before, in April."""
_LAST_BUDDHIST: Final = 2742
_MINGUO_BEHIND: Final = 1911
_SOLAR_YEARS: Final = 1210, 1498
"""In these years the equinox keeps to the rule of 33 years."""
_SOLAR_EPOCH: Final = 226_894
"""The day before the first of the calendar, as `date.toordinal` counts: 21 March 622 of the proleptic calendar."""
_SOLAR_CYCLE: Final = range(1375, 1408)
_HALF: Final = 186
"""Days of the first six months, 31 each; five of 30 follow, and one of 29 or 30."""


def buddhist(year: int) -> int | None:
    """Return the common year of a Buddhist one, None where it can be none of Thailand's news.

    >>> buddhist(2563), buddhist(2020)
    (2020, None)
    """
    return year - _BUDDHIST_AHEAD if _FIRST_BUDDHIST <= year <= _LAST_BUDDHIST else None


def short_buddhist(year: int) -> int:
    """Return the common year of two digits on a Thai page: 38 to 99 are Buddhist, lower ones of the common era.

    Either way a year between 1995 and 2056 comes out, so the two never meet.

    >>> short_buddhist(63), short_buddhist(20)
    (2020, 2020)
    """
    return 2500 + year - _BUDDHIST_AHEAD if year >= 38 else 2000 + year


def minguo(year: int) -> int:
    """Return the common year of one counted from the Republic of China.

    >>> minguo(109)
    2020
    """
    return year + _MINGUO_BEHIND


def is_solar_year(year: int) -> bool:
    """Return whether a number is a Solar Hijri year whose days are known (1831 to 2120)."""
    return _SOLAR_YEARS[0] <= year <= _SOLAR_YEARS[1]


def short_solar(year: int) -> int:
    """Return the Solar Hijri year of two digits: those of 1350 to 1449."""
    return year + (1300 if year >= 50 else 1400)


def solar_hijri(year: int, month: int, day: int) -> tuple[int, int, int] | None:
    """Return year, month and day of the common calendar, None where the Solar Hijri one has no such day.

    Source: the mean rule of 8 leap years in 33, which agrees with the observed equinox in all years accepted here.

    >>> solar_hijri(1399, 7, 10), solar_hijri(1399, 12, 30), solar_hijri(1400, 12, 30)
    ((2020, 10, 1), (2021, 3, 20), None)
    """
    if not (is_solar_year(year) and 1 <= month <= 12 and 1 <= day <= _length(year, month)):
        return None
    before = (month - 1) * 31 if month <= 7 else _HALF + (month - 7) * 30
    found = date.fromordinal(_SOLAR_EPOCH + 365 * (year - 1) + (8 * year + 21) // 33 + before + day)
    return found.year, found.month, found.day


def is_leap(year: int) -> bool:
    """Return whether a Solar Hijri year has 366 days."""
    return (25 * year + 11) % 33 < 8


def _length(year: int, month: int) -> int:
    if month <= 6:
        return 31
    return 30 if month < 12 or is_leap(year) else 29


@lru_cache(maxsize=400)
def solar_without_year(month: int, day: int) -> tuple[tuple[int, int], ...]:
    """Return the months and days that a Solar Hijri day without year can be, the likeliest first.

    >>> solar_without_year(7, 10)
    ((10, 2), (10, 1))
    """
    found = (solar_hijri(year, month, day) for year in _SOLAR_CYCLE)
    return tuple(day for day, _ in Counter(found_[1:] for found_ in found if found_).most_common())
