"""The calendar date that begins at a token. Never looks back.

Every function gives the token after what it read, and None where nothing of its kind stands. A date that no calendar
has (31 February) is read as `VOID`, so that its pieces are not taken for another date.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from cleaner.dates import calendars
from cleaner.dates.reading import FIRST_YEAR, LAST_YEAR, is_day
from cleaner.dates.times import TimeReader
from cleaner.dates.vocabulary import Token, Vocabulary

Day = tuple[int | None, int, int]
"""Year, month and day."""


class DatePart(NamedTuple):
    """A date without its time: `day` None means only the month is known, `year` None that no year stands there."""

    year: int | None
    month: int
    day: int | None
    others: tuple[Day, ...] = ()
    """The other days it can be: day and month the other way round, another month of the same name, another year."""


VOID: Final = DatePart(None, 0, None)
_SEPARATORS: Final = frozenset("-/.")
_HYPHENS: Final = frozenset("-–/")
_PIVOT: Final = 70
_MINGUO_YEARS: Final = 90, 150
"""Years that stand without the name of their era on pages of Taiwan."""


class Reader(TimeReader):
    """Reads dates and times, in the words of one vocabulary and one order of numeric dates."""

    def __init__(self, found: list[Token], words: Vocabulary, order: tuple[str, bool]) -> None:
        super().__init__(found, words)
        self.order = order

    def date(self, at: int) -> tuple[int, DatePart] | None:
        """Return the calendar date that begins at a token."""
        token = self.found[at]
        if token.number >= 0:
            return self._from_number(at)
        if token.folded and token.folded[0].isalpha():
            return self._month_first(at) or self._era(at)
        return None

    def _from_number(self, at: int) -> tuple[int, DatePart] | None:
        if (year := self._year(at)) is not None:
            return self._year_first(at, year)
        if self.number(at, FIRST_YEAR * 10_000, LAST_YEAR * 10_000 + 1231, (8,)) is not None:
            return self._compact(at)
        if (solar := self._solar_year(at)) is not None:
            return self._solar_first(at, solar)
        return self._marked(at, None) or self._numeric(at) or self._minguo(at) or self._day_first(at)

    # --- years -------------------------------------------------------------------------------------------------------

    def _year(self, at: int) -> int | None:
        """Return the common year of four digits, or the one that a Buddhist year is."""
        year = self.number(at, FIRST_YEAR, LAST_YEAR, (4,))
        if year is None and calendars.BUDDHIST in self.words.calendars:
            other = self.number(at, LAST_YEAR, 9_999, (4,))
            year = calendars.buddhist(other) if other is not None else None
        return year

    def _solar_year(self, at: int) -> int | None:
        """Return the Solar Hijri year of four digits where the language counts in it."""
        year = self.number(at, 0, 9_999, (4,)) if calendars.SOLAR_HIJRI in self.words.calendars else None
        return year if year is not None and calendars.is_solar_year(year) else None

    def _century(self, short: int) -> int:
        """Return the year that two digits stand for."""
        if calendars.BUDDHIST in self.words.calendars and not self.words.merged:
            return calendars.short_buddhist(short)
        return short + (2000 if short < _PIVOT else 1900)

    # --- the year first ----------------------------------------------------------------------------------------------

    def _year_first(self, at: int, year: int) -> tuple[int, DatePart] | None:
        """2020-10-01, 2020/10/1, 2020.10.01, 2020. 10. 1., 2020年10月1日, 2020 October 1."""
        after = at + 2 if self.mark(at + 1, ".") else at + 1
        if hit := self.words.match("year_marks", self.found, after):
            return self._marked(hit[0], year) or self._named(hit[0], year, told=True)
        if parts := self._parted(at + 1):
            return parts[0], _checked(year, parts[1], parts[2])
        mark = self.mark(at + 1, _SEPARATORS | frozenset(","))
        return self._named(at + 2 if mark else at + 1, year, told=self.order[0] == "ymd")

    def _parted(self, at: int, digits: tuple[int, ...] = (1, 2)) -> tuple[int, int, int] | None:
        """Return the token after "-10-01" behind a year, month and day."""
        if self.mark(at, _SEPARATORS) and self.glued(at):
            month = self.number(at + 1, 1, 12, digits)
            if month is not None and self.mark(at + 2, self.found[at].folded):
                day = self.number(at + 3, 1, 31, digits)
                if day is not None:
                    return at + 4, month, day
        return None

    def _named(self, at: int, year: int, told: bool) -> tuple[int, DatePart] | None:
        """October 1 behind a year; the month alone or the day before it where a word or the language told the year."""
        hit = self.words.month(self.found, at)
        if hit:
            after = self.skip(hit[0] + (1 if self.mark(hit[0], _HYPHENS) else 0), "joiners")
            after += 1 if after > hit[0] and self.mark(after, ".") else 0
            day = self.number(after, 1, 31, (1, 2))
            if day is not None and not self.is_time(after):
                return self._ordinal(after + 1), self._month_day(year, hit[1], day, at, hit[0])
            return (hit[0], DatePart(year, hit[1], None)) if told else None
        if told and (day := self.number(at, 1, 31, (1, 2))) is not None:
            hit = self.words.month(self.found, self._ordinal(at + 1))
            return (hit[0], _checked(year, hit[1], day)) if hit else None
        return None

    def _marked(self, at: int, year: int | None) -> tuple[int, DatePart] | None:
        """10月1日 after the year, or without one; 2020年10月."""
        month = self.number(at, 1, 12, (1, 2))
        hit = self.words.match("month_marks", self.found, at + 1) if month is not None else None
        if month is None or hit is None:
            return None
        day = self.number(hit[0], 1, 31, (1, 2))
        end = self.words.match("day_marks", self.found, hit[0] + 1) if day is not None else None
        if end is not None and day is not None:
            return end[0], _checked(year, month, day)
        return (hit[0], DatePart(year, month, None)) if year is not None else None

    def _era(self, at: int) -> tuple[int, DatePart] | None:
        """令和2年10月1日, 令和元年5月1日, 民國109年10月1日, 民國109/10/01."""
        hit = self.words.match("eras", self.found, at)
        if hit is None:
            return None
        first = self.words.match("first_years", self.found, hit[0])
        after, count = (first[0], 1) if first else (hit[0] + 1, self.number(hit[0], 1, 150, (1, 2, 3)))
        if count is None:
            return None
        year = int(hit[1]) + count
        if mark := self.words.match("year_marks", self.found, after):
            return self._marked(mark[0], year)
        parts = self._parted(after)
        return (parts[0], _checked(year, parts[1], parts[2])) if parts else None

    def _minguo(self, at: int) -> tuple[int, DatePart] | None:
        """109/10/01, 109年10月1日 where the language counts so."""
        told = calendars.MINGUO in self.words.calendars
        count = self.number(at, *_MINGUO_YEARS, (3,)) if told or self.words.merged else None
        if count is None:
            return None
        if mark := self.words.match("year_marks", self.found, at + 1):
            return self._marked(mark[0], calendars.minguo(count))
        if not told:
            return None
        parts = self._parted(at + 1, (2,))
        return (parts[0], _checked(calendars.minguo(count), parts[1], parts[2])) if parts else None

    def _compact(self, at: int) -> tuple[int, DatePart] | None:
        """20201001, only when a time follows it (20201001T0928): otherwise it is just a number."""
        value = self.found[at].number
        if not (self.glued(at + 1) and self.found[at + 1].folded == "t"):
            return None
        return at + 1, _checked(value // 10_000, value // 100 % 100, value % 100)

    # --- numbers alone -----------------------------------------------------------------------------------------------

    def _numeric(self, at: int) -> tuple[int, DatePart] | None:
        """01/10/2020, 1.10.2020, 1. 10. 2020, 01-10-20, in the order of the language or country."""
        if not (self.mark(at + 1, _SEPARATORS) and self.glued(at + 1) and self.mark(at + 3, self.found[at + 1].folded)):
            return None
        mark = self.found[at + 1].folded
        first, second = self.number(at, 0, 99, (1, 2)), self.number(at + 2, 1, 31, (1, 2))
        year, solar = self._year(at + 4), self._solar_year(at + 4)
        spaced = not (self.glued(at + 2) and self.glued(at + 3) and self.glued(at + 4))
        if first is None or second is None or (spaced and (mark != "." or year is None)):
            return None
        if self.mark(at + 5, mark) and self.glued(at + 5) and self.glued(at + 6) and self.found[at + 6].number >= 0:
            return None
        if solar is not None:
            return at + 5, _solar(solar, second, first)
        if year is not None:
            return (at + 5, self._ordered(year, first, second, mark)) if 1 <= first <= 31 else None
        last = self.number(at + 4, 0, 99, (2,))
        if last is None or (mark == "." and self.found[at].end - self.found[at].start != 2):
            return None
        part = self._short(first, second, last, mark)
        return (at + 5, part) if part else None

    def _ordered(self, year: int, first: int, second: int, mark: str) -> DatePart:
        written, open_ = self.order
        if mark == ".":
            written, open_ = "dmy", False
        elif written == "ymd":  # the language says nothing of a year that stands last
            open_ = True
        month, day = (first, second) if written == "mdy" else (second, first)
        if not is_day(year, month, day):
            return _checked(year, day, month) if open_ else VOID
        turned = open_ and month != day and is_day(year, day, month)
        return DatePart(year, month, day, ((year, day, month),) if turned else ())

    def _short(self, first: int, second: int, last: int, mark: str) -> DatePart | None:
        """01/10/20, 20.10.01: the year has two digits, so nothing but the order tells where it stands."""
        written, open_ = self.order
        if calendars.SOLAR_HIJRI in self.words.calendars:
            return VOID
        year_last, year_first = self._century(last), self._century(first)
        days = {"dmy": (year_last, second, first), "mdy": (year_last, first, second),
                "ymd": (year_first, second, last)}  # fmt: skip
        if written == "ymd":
            chosen = ["ymd", "dmy"]
        elif open_ and written == "dmy":
            chosen = ["dmy", "ymd"] if mark == "." else ["dmy", "mdy", "ymd"]
        elif mark == ".":
            chosen = ["dmy"]
        else:
            chosen = ["mdy", "dmy"] if open_ else [written]
        valid = list(dict.fromkeys(days[kind] for kind in chosen if is_day(*days[kind])))
        if not valid:
            return VOID if first <= 31 else None
        others = tuple(valid[1:]) if open_ else ()
        return DatePart(*valid[0], others)

    # --- names of months ---------------------------------------------------------------------------------------------

    def _day_first(self, at: int) -> tuple[int, DatePart] | None:
        """1 October 2020, 1er octobre 2020, 1. Oktober, 1 de octubre de 2020, 01-Oct-20."""
        day = self.number(at, 1, 31, (1, 2))
        if day is None:
            return None
        after = self._ordinal(at + 1)
        hyphen = self.mark(after, _HYPHENS) and self.glued(after)
        after = after + 1 if hyphen else self.skip(after, "joiners")
        hit = self.words.month(self.found, after)
        if hit is None:
            return self._solar_day(after, day)
        year, end = self._year_after(hit[0], hyphen)
        if year is None and self.words.match("with_year", self.found, after):
            return None
        return end, self._month_day(year, hit[1], day, after, hit[0])

    def _month_day(self, year: int | None, month: int, day: int, start: int, end: int) -> DatePart:
        """Return a day whose month is named by tokens [start, end), with its other days where others name it so too."""
        part = _checked(year, month, day)
        if part is VOID or not self.words.contested:
            return part
        name = tuple(t.folded for t in self.found[start:end] if t.folded != ".")
        others = self.words.contested.get(name, ())
        return part._replace(others=tuple((year, other, day) for other in others if is_day(year, other, day)))

    def _ordinal(self, at: int) -> int:
        """Return the token after "st", "er" or "." glued to a day."""
        if self.glued(at):
            hit = self.words.match("ordinals", self.found, at)
            if hit:
                return hit[0]
            if self.mark(at, "."):
                return at + 1
        return at

    def _month_first(self, at: int) -> tuple[int, DatePart] | None:
        """October 1, 2020; Oct. 1st 2020; October 1-3, 2020; October 2020."""
        hit = self.words.month(self.found, at)
        if hit is None:
            return None
        after, month = hit
        if self.words.match("weekdays", self.found, at) and self._day_first(after):
            return None  # "mar. 6 octobre"
        hyphen = self.mark(after, _HYPHENS) and self.glued(after)
        after += 1 if hyphen else 0
        after = self.skip(after, "joiners")
        numbered = self.found[hit[0] - 1].number >= 0  # "month 10": its day never stands behind it
        day = self.number(after, 1, 31, (1, 2)) if not numbered else None
        if day is not None and not self.is_time(after):
            end = self._ordinal(after + 1)
            if self.mark(end, "-–") and self.number(end + 1, 1, 31, (1, 2)) is not None:
                end = self._ordinal(end + 2)
            year, end = self._year_after(end, hyphen)
            if year is None and self.words.match("with_year", self.found, at):
                return None
            return end, self._month_day(year, month, day, at, hit[0])
        year, end = self._year_after(hit[0], False)
        return (end, DatePart(year, month, None)) if year is not None else None

    def _year_after(self, at: int, hyphen: bool) -> tuple[int | None, int]:
        """Return the year that follows day and month, and the token after it."""
        after = self.skip(at, "joiners")
        if self.mark(after, ",،/") or (hyphen and self.mark(after, _HYPHENS)):
            after = self.skip(after + 1, "joiners")
        if (year := self._year(after)) is not None and not self.is_time(after):
            if self.words.match("zones", self.found, after + 1) and year < 2360 and year % 100 < 60 and at == after:
                return None, at
            return year, after + 1
        quoted = self.mark(after, "'")
        bare = calendars.BUDDHIST in self.words.calendars and not self.words.merged
        short = self.number(after + 1 if quoted else after, 0, 99, (2,)) if quoted or hyphen or bare else None
        if short is not None and not self._is_hour(after):
            return self._century(short), after + (2 if quoted else 1)
        return None, at

    def _is_hour(self, at: int) -> bool:
        """Return whether a number of two digits is rather an hour, "12.30", "12 h"."""
        if self.is_time(at) or any(self.words.match(role, self.found, at + 1) for role in ("hours", "hour_marks")):
            return True
        return self.mark(at + 1, ".") and self.glued(at + 2) and self.number(at + 2, 0, 59, (2,)) is not None

    # --- the Solar Hijri calendar ------------------------------------------------------------------------------------

    def _solar_first(self, at: int, year: int) -> tuple[int, DatePart] | None:
        """1399/07/10."""
        parts = self._parted(at + 1)
        return (parts[0], _solar(year, parts[1], parts[2])) if parts else None

    def _solar_day(self, at: int, day: int) -> tuple[int, DatePart] | None:
        """10 Mehr 1399, and 10 Mehr, which is one of two days."""
        hit = self.words.match("solar_months", self.found, at)
        if hit is None:
            return None
        end, month = hit[0], int(hit[1])
        after = self.skip(end, "joiners")
        after += 1 if self.mark(after, ",،/") else 0
        year = self.number(after, 1000, 1999, (4,))
        if year is not None and calendars.is_solar_year(year):
            return after + 1, _solar(year, month, day)
        short = self.number(after, 0, 99, (2,))
        if self.words.match("with_year", self.found, at):
            return None
        if short is not None and not self._is_hour(after):
            return after + 1, _solar(calendars.short_solar(short), month, day)
        days = calendars.solar_without_year(month, day)
        if not days:
            return end, VOID
        return end, DatePart(None, *days[0], tuple((None, *other) for other in days[1:]))


def _checked(year: int | None, month: int, day: int) -> DatePart:
    return DatePart(year, month, day) if is_day(year, month, day) else VOID


def _solar(year: int, month: int, day: int) -> DatePart:
    found = calendars.solar_hijri(year, month, day)
    return DatePart(*found) if found else VOID
