"""The date that an address bears in its path. Never reads the query, and never takes a bare number for a day."""

from __future__ import annotations

import re
from typing import Final

from cleaner.dates.reading import Reading, compose, is_day
from cleaner.dates.vocabulary import tokens, vocabulary

_FIRST: Final = 1990
_SCHEME: Final = "://"
_LONGEST: Final = 2_000
_PARTED: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)([/_.-])(\d{1,2})(?:\2(\d{1,2}))?(?!\d)")
_NAMED: Final = re.compile(r"/((?:19|20)\d\d)[/-]([a-z]{3,9})[/-](\d{1,2})(?!\d)", re.IGNORECASE)
_TURNED: Final = re.compile(r"(?<!\d)(\d{1,2})([/_.-])(\d{1,2})\2((?:19|20)\d\d)(?!\d)")
_COMPACT: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")


def url_date(url: str) -> Reading | None:
    """Return the date in the path of an address; the month alone when the path has no day.

    >>> url_date("https://news.example/2020/10/01/putin-macron").value, url_date("https://a.example/20201001-x").value
    ('2020-10-01', '2020-10-01')
    >>> url_date("https://a.example/world/2020/oct/01/talks").value, url_date("https://a.example/2020/10/talks").value
    ('2020-10-01', '2020-10')
    >>> url_date("https://a.example/id/2020445512") is None
    True
    """
    if len(url) > _LONGEST:
        return None
    start = url.find("/", url.find(_SCHEME) + len(_SCHEME)) if _SCHEME in url else 0
    end = min((i for i in (url.find("?"), url.find("#")) if i >= 0), default=len(url))
    if start < 0:
        return None
    month: Reading | None = None
    for m in _PARTED.finditer(url, start, end):
        span = m.start(), m.end()
        if m[4] and _day(int(m[1]), int(m[3]), int(m[4])):
            return Reading(compose(int(m[1]), int(m[3]), int(m[4])), "day", span)
        if month is None and m[2] == "/" and not m[4] and len(m[3]) == 2 and url[m.end() : m.end() + 1] == "/":
            month = Reading(compose(int(m[1]), int(m[3])), "month", span) if 1 <= int(m[3]) <= 12 else None
    for m in _NAMED.finditer(url, start, end):
        name = tokens(m[2])  # most are English; the words of all languages load only for another
        hit = vocabulary("en").match("months", name, 0) or vocabulary(None).match("months", name, 0)
        if hit and _day(int(m[1]), int(hit[1]), int(m[3])):
            return Reading(compose(int(m[1]), int(hit[1]), int(m[3])), "day", (m.start(1), m.end()))
    for m in _COMPACT.finditer(url, start, end):
        if _day(int(m[1]), int(m[2]), int(m[3])):
            return Reading(compose(int(m[1]), int(m[2]), int(m[3])), "day", m.span())
    for m in _TURNED.finditer(url, start, end):
        day, second, year = int(m[1]), int(m[3]), int(m[4])
        if _day(year, second, day):
            turned = compose(year, day, second) if day != second and _day(year, day, second) else ""
            return Reading(compose(year, second, day), "day", m.span(), ambiguous=bool(turned),
                           other=(turned,) if turned else ())  # fmt: skip
    return month


def _day(year: int, month: int, day: int) -> bool:
    return year >= _FIRST and is_day(year, month, day)
