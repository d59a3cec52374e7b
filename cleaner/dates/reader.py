"""From a text to its dates: windows around digits, parts, and parts joined to readings. Knows no document."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date, datetime
from typing import Final, NamedTuple

from cleaner.dates import relative
from cleaner.dates.atoms import VOID, DatePart, Reader
from cleaner.dates.reading import Reading, as_day, compose, offset
from cleaner.dates.times import TimePart
from cleaner.dates.vocabulary import Token, Vocabulary, order, tokens, vocabulary

_DIGITS: Final = re.compile(r"\d+")
_REACH: Final = 44
"""A date part stands at most this many characters from a digit: the longest weekday, article and month name do."""
_FILLERS: Final = frozenset(",.-–—|•·/()[]:;،、（）【】［］")
_LONGEST_GAP: Final = 4
_YEAR_ONLY: Final = re.compile(r"\s*([12]\d{3})\s*")


class Part(NamedTuple):
    """One part of a stamp: tokens [start, end) and what they say."""

    start: int
    end: int
    what: DatePart | TimePart | int


def read_dates(text: str, language: str | None = None, country: str | None = None,
               base: str | date | datetime | None = None) -> list[Reading]:  # fmt: skip
    """Return the dates of a text in their order, each as precise as it is written.

    `language` (BCP 47) says whose month names to expect; English ones are always read, and without a language those of
    every pack. `country` (ISO 3166) settles the order of numeric dates. With `base`, the day or moment of writing,
    relative phrases ("yesterday", "il y a 3 jours") are read as well. Spans are offsets into `text`.

    >>> [r.value for r in read_dates("le jeudi 1er octobre 2020 à 12h30", "fr")]
    ['2020-10-01T12:30']
    >>> [(r.value, r.other) for r in read_dates("03/04/2020", "en")]
    [('2020-03-04', ('2020-04-03',))]
    >>> [r.value for r in read_dates("09:28, 16 November, not 31 February 2020", "en")]
    ['XXXX-11-16T09:28']
    >>> [r.value for r in read_dates("2 hours ago", "en", base="2020-10-01T09:28")]
    ['2020-10-01T07:28']
    """
    if whole := _YEAR_ONLY.fullmatch(text):
        return [Reading(whole[1], "year", (whole.start(1), whole.end(1)))]
    words, numeric = vocabulary(language), order(language, country)
    if base is not None:
        moment = relative.moment(base)
        return _read(text, tokens(text), words, numeric, moment, with_relative=moment is not None)
    out: list[Reading] = []
    for start, end in windows(text):
        out += _read(text, tokens(text, start, end), words, numeric, None, with_relative=False)
    return out


def read_all(text: str, language: str | None, country: str | None = None,
             base: datetime | None = None) -> list[Reading]:  # fmt: skip
    """Return the dates of a short text, relative phrases among them with or without a base."""
    return read_tokens(text, tokens(text), language, country, base)


def read_tokens(text: str, found: list[Token], language: str | None, country: str | None = None,
                base: datetime | None = None) -> list[Reading]:  # fmt: skip
    """Return what `read_all` does, for a text whose tokens are known."""
    return _read(text, found, vocabulary(language), order(language, country), base, with_relative=True)


_SHORTEST_WEEKDAY: Final = 4
"""Shorter names of weekdays ("sun", "mar") are words of other things outside a stamp."""


def weekday_in(text: str, language: str | None = None) -> int | None:
    """Return the first weekday that a text names in full, Monday 1; None where it names none.

    >>> weekday_in("Putin said on Friday that the sun", "en"), weekday_in("a déclaré mardi", "fr"), weekday_in("", "en")
    (5, 2, None)
    """
    words, found = vocabulary(language), tokens(text)
    for at, token in enumerate(found):
        if len(token.folded) >= _SHORTEST_WEEKDAY and (hit := words.weekday(found, at)):
            return int(hit[1])
    return None


def has_part(text: str, language: str | None) -> bool:
    """Return whether any part of a date stands in a text; where none does, no piece that begins with a word is a date.

    >>> has_part("Le Monde avec AFP, 12 commentaires", "fr"), has_part("Le Monde avec AFP, 12 mai", "fr")
    (False, True)
    """
    reader = Reader(tokens(text), vocabulary(language), order(language, None))
    if next(_parts(reader, text), None) is not None:
        return True
    return next(relative.read(reader, None, relative.Times(())), None) is not None


def windows(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a text in which dates can stand: around digits, never cutting a word."""
    start = end = -1
    for m in _DIGITS.finditer(text):
        if m.end() - m.start() > 8:
            continue
        if start >= 0 and m.start() - end <= _REACH:
            end = m.end()
            continue
        if start >= 0:
            yield _whole_words(text, start, end)
        start, end = m.span()
    if start >= 0:
        yield _whole_words(text, start, end)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    left, right = max(0, start - _REACH), min(len(text), end + _REACH)
    least, most = max(0, left - _REACH), min(len(text), right + _REACH)
    while left > least and text[left - 1].isalpha():
        left -= 1
    while right < most and text[right].isalpha():
        right += 1
    return left, right


def _read(text: str, found: list[Token], words: Vocabulary, numeric: tuple[str, bool], base: datetime | None,
          with_relative: bool) -> list[Reading]:  # fmt: skip
    reader = Reader(found, words, numeric)
    parts = list(_parts(reader, text))
    taken: set[int] = set()
    out = []
    for index, part in enumerate(parts):
        if isinstance(part.what, DatePart) and part.what is not VOID:
            out.append(_joined(reader, parts, index, taken))
    if with_relative:
        starts, ends = [r.span[0] for r in out], [r.span[1] for r in out]
        free = [part for n, part in enumerate(parts) if n not in taken]
        times = relative.Times((p.start, p.end, p.what.time) for p in free if isinstance(p.what, TimePart))
        for reading in relative.read(reader, base, times):
            # dates do not overlap: those that end after this one begins and begin before it ends would be between
            if bisect_right(ends, reading.span[0]) == bisect_left(starts, reading.span[1]):
                out.append(reading)
        out.sort(key=lambda r: r.span)
    return out


def _parts(reader: Reader, text: str) -> Iterator[Part]:
    """Yield dates, times and weekdays, left to right, without overlap."""
    found, words = reader.found, reader.words
    at = 0
    while at < len(found):
        token = found[at]
        if _inside_number(text, token.start) if token.number >= 0 else token.folded not in words.openers:
            at += 1
            continue
        hit: tuple[int, DatePart | TimePart | int] | None = reader.date(at) or reader.time(at)
        if hit is None and (told := words.match("at", found, at)):
            after = told[0] + 1 if reader.mark(told[0], ".:") else told[0]
            if time := reader.time(after, told=True):
                hit, at = time, after
        if hit is None and (day := words.match("weekdays", found, at)):
            hit = day[0], int(day[1])
        if hit is None:
            at += 1
            continue
        yield Part(at, hit[0], hit[1])
        at = hit[0]
        if isinstance(hit[1], DatePart) and (behind := _time_behind(reader, at)):
            yield behind
            at = behind.end


def _time_behind(reader: Reader, at: int) -> Part | None:
    """Return the time of day that only the date before it shows to be one: T0928, and 12.30 where times are dotted."""
    if reader.mark(at, "t") and reader.glued(at):
        start, time = at + 1, reader.time(at + 1)
    elif reader.words.dotted_times:
        start = at + 1 if reader.mark(at, _FILLERS) else at
        dotted = reader.mark(start + 1, ".") and reader.glued(start + 1) and reader.glued(start + 2)
        two = reader.number(start, 0, 23, (2,)) is not None and reader.number(start + 2, 0, 59, (2,)) is not None
        further = reader.mark(start + 3, ".") and reader.glued(start + 3) and reader.found[start + 4 : start + 5]
        longer = further and reader.found[start + 4].number >= 0  # 12.30.2020 is none
        time = reader.time(start, told=True) if dotted and two and not longer else None
    else:
        return None
    return Part(start, time[0], time[1]) if time else None


def _inside_number(text: str, start: int) -> bool:
    """Return whether the digits at `start` go on from something: a letter, a currency sign, another number's point."""
    if not start:
        return False
    before = text[start - 1]
    if before.isalnum():
        return before.isascii() or before.isdecimal()
    if before in "$€£¥#+=_%":
        return True
    return before in ".,:'/" and start > 1 and text[start - 2].isdecimal()


def _joined(reader: Reader, parts: list[Part], index: int, taken: set[int]) -> Reading:
    """Return the date part with the time and the weekday beside it, as one reading."""
    part = parts[index]
    date_part = part.what
    assert isinstance(date_part, DatePart)
    time: TimePart | None = None
    weekday: int | None = None
    first, last = part.start, part.end
    for step in (1, -1):
        near, edge = index + step, (last if step > 0 else first)
        for _ in range(2):
            if not 0 <= near < len(parts) or near in taken or isinstance(parts[near].what, DatePart):
                break
            other = parts[near]
            gap = (edge, other.start) if step > 0 else (other.end, edge)
            if not _fills(reader, *gap):
                break
            if isinstance(other.what, TimePart):
                if time is not None or date_part.day is None or (step > 0 and _belongs_right(reader, parts, near)):
                    break
                time = other.what
            elif weekday is None and date_part.day is not None and isinstance(other.what, int):
                if step > 0 and _belongs_right(reader, parts, near):
                    break
                weekday = other.what
            else:
                break
            taken.add(near)
            edge = other.end if step > 0 else other.start
            first, last = min(first, other.start), max(last, other.end)
            near += step
    return _reading(date_part, time, weekday, reader.found[first].start, reader.found[last - 1].end)


def _fills(reader: Reader, start: int, end: int) -> bool:
    """Return whether tokens [start, end) only join: marks, "at", articles."""
    if end - start > _LONGEST_GAP:
        return False
    at = start
    while at < end:
        if reader.found[at].folded in _FILLERS or (reader.found[at].folded == "t" and reader.glued(at)):
            at += 1
            continue
        hit = reader.words.match("at", reader.found, at) or reader.words.match("joiners", reader.found, at)
        if hit is None or hit[0] > end:
            return False
        at = hit[0]
    return True


def _belongs_right(reader: Reader, parts: list[Part], near: int) -> bool:
    """Return whether a part stands closer to the date on its right: "1 May … 10:40, 2 May"."""
    right = near + 1
    if right >= len(parts) or not isinstance(parts[right].what, DatePart):
        return False
    return parts[right].start - parts[near].end < parts[near].start - parts[near - 1].end


def _reading(part: DatePart, time: TimePart | None, weekday: int | None, start: int, end: int) -> Reading:
    clock = time.time if time else None
    value = compose(part.year, part.month, part.day, clock)
    zone = time.zone if time else None
    if zone:
        day = as_day(value)
        zone = offset(zone, day) if day else (zone.partition(" ")[0] if " " not in zone else None)
        value += zone or ""
    other = tuple(compose(*day, clock) + (zone or "") for day in part.others)
    if other and weekday is not None and part.year is not None:
        agreeing = [day for day in (value, *other) if _weekday(day) == weekday]
        if agreeing:
            value, *rest = agreeing
            other = tuple(rest)
    precision = "minute" if clock else "day" if part.day is not None else "month"
    kind = "no_year" if part.year is None else "absolute"
    return Reading(value, precision, (start, end), kind, bool(other), other, weekday, clock, zone)  # type: ignore[arg-type]


def _weekday(value: str) -> int:
    day = as_day(value)
    return day.isoweekday() if day else 0
