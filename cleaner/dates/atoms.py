"""The parts of a stamp, each read from one token on: a calendar date, a time of day, a zone. Never looks back.

Every function gives the token after what it read, and None where nothing of its kind stands. A date that no calendar
has (31 February) is read as `VOID`, so that its pieces are not taken for another date.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from cleaner.dates.reading import FIRST_YEAR, LAST_YEAR, is_day
from cleaner.dates.vocabulary import Token, Vocabulary


class DatePart(NamedTuple):
    """A date without its time: `day` None means only the month is known, `year` None that no year stands there."""

    year: int | None
    month: int
    day: int | None
    other: tuple[int, int] | None = None
    """Month and day the other way round, when nothing says which is which."""


class TimePart(NamedTuple):
    """A time of day, "09:28", and the offset stated with it, "+02:00" or "-05:00 us"."""

    time: str
    zone: str | None


VOID: Final = DatePart(None, 0, None)
_SEPARATORS: Final = frozenset("-/.")
_HYPHENS: Final = frozenset("-–/")
_PIVOT: Final = 70


class Reader:
    """Reads parts out of one list of tokens, in the words of one vocabulary and one order of numeric dates."""

    def __init__(self, found: list[Token], words: Vocabulary, order: tuple[str, bool]) -> None:
        self.found = found
        self.words = words
        self.order = order

    # --- tokens ------------------------------------------------------------------------------------------------------

    def mark(self, at: int, marks: str | frozenset[str]) -> bool:
        """Return whether one of these marks stands at a token."""
        return at < len(self.found) and self.found[at].folded in marks

    def glued(self, at: int) -> bool:
        """Return whether a token follows the one before it without a space."""
        return 0 < at < len(self.found) and self.found[at].start == self.found[at - 1].end

    def number(self, at: int, least: int, most: int, digits: tuple[int, ...]) -> int | None:
        """Return the number at a token if it lies within bounds and is written with so many digits."""
        if at >= len(self.found):
            return None
        token = self.found[at]
        return token.number if least <= token.number <= most and token.end - token.start in digits else None

    def skip(self, at: int, role: str, most: int = 2) -> int:
        """Return the token after up to `most` phrases of a role."""
        for _ in range(most):
            hit = self.words.match(role, self.found, at)
            if hit is None:
                break
            at = hit[0]
        return at

    # --- dates -------------------------------------------------------------------------------------------------------

    def date(self, at: int) -> tuple[int, DatePart] | None:
        """Return the calendar date that begins at a token."""
        token = self.found[at]
        if token.number >= 0:
            return self._from_number(at)
        if token.folded and token.folded[0].isalpha():
            return self._month_first(at) or self._era(at)
        return None

    def _from_number(self, at: int) -> tuple[int, DatePart] | None:
        if (year := self.number(at, FIRST_YEAR, LAST_YEAR, (4,))) is not None:
            return self._year_first(at, year)
        if self.number(at, FIRST_YEAR * 10_000, LAST_YEAR * 10_000 + 1231, (8,)) is not None:
            return self._compact(at)
        return self._marked(at, None, at) or self._numeric(at) or self._day_first(at)

    def _year_first(self, at: int, year: int) -> tuple[int, DatePart] | None:
        """2020-10-01, 2020/10/1, 2020.10.01, 2020. 10. 1., 2020年10月1日, 2020 October 1."""
        if hit := self.words.match("year_marks", self.found, at + 1):
            return self._marked(hit[0], year, at)
        if self.mark(at + 1, _SEPARATORS) and self.glued(at + 1):
            month = self.number(at + 2, 1, 12, (1, 2))
            if month is not None and self.mark(at + 3, self.found[at + 1].folded):
                day = self.number(at + 4, 1, 31, (1, 2))
                if day is not None:
                    return at + 5, _checked(year, month, day)
        after = at + 2 if self.mark(at + 1, _SEPARATORS | frozenset(",")) else at + 1
        month_hit = self.words.month(self.found, after)
        if month_hit:
            after = month_hit[0] + (1 if self.mark(month_hit[0], _HYPHENS) else 0)
            day = self.number(after, 1, 31, (1, 2))
            if day is not None and not self._is_time(after):
                return after + 1, _checked(year, month_hit[1], day)
        return None

    def _marked(self, at: int, year: int | None, start: int) -> tuple[int, DatePart] | None:
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
        """令和2年10月1日."""
        hit = self.words.match("eras", self.found, at)
        if hit is None or (count := self.number(hit[0], 1, 99, (1, 2))) is None:
            return None
        mark = self.words.match("year_marks", self.found, hit[0] + 1)
        return self._marked(mark[0], int(hit[1]) + count, at) if mark else None

    def _compact(self, at: int) -> tuple[int, DatePart] | None:
        """20201001, only when a time follows it (20201001T0928): otherwise it is just a number."""
        value = self.found[at].number
        if not (self.glued(at + 1) and self.found[at + 1].folded == "t"):
            return None
        return at + 1, _checked(value // 10_000, value // 100 % 100, value % 100)

    def _numeric(self, at: int) -> tuple[int, DatePart] | None:
        """01/10/2020, 1.10.2020, 1. 10. 2020, 01-10-20, in the order of the language or country."""
        if not (self.mark(at + 1, _SEPARATORS) and self.glued(at + 1) and self.mark(at + 3, self.found[at + 1].folded)):
            return None
        mark = self.found[at + 1].folded
        first, second = self.number(at, 1, 31, (1, 2)), self.number(at + 2, 1, 31, (1, 2))
        year = self.number(at + 4, FIRST_YEAR, LAST_YEAR, (4,))
        spaced = not (self.glued(at + 2) and self.glued(at + 3) and self.glued(at + 4))
        if first is None or second is None or (spaced and (mark != "." or year is None)):
            return None
        if self.mark(at + 5, mark) and self.glued(at + 5) and self.glued(at + 6) and self.found[at + 6].number >= 0:
            return None
        if year is None:
            short = self.number(at + 4, 0, 99, (2,))
            if short is None or (mark == "." and self.found[at].end - self.found[at].start != 2):
                return None
            year = short + (2000 if short < _PIVOT else 1900)
        return at + 5, self._ordered(year, first, second, mark)

    def _ordered(self, year: int, first: int, second: int, mark: str) -> DatePart:
        written, open_ = self.order
        if mark == ".":
            written, open_ = "dmy", False
        month, day = (first, second) if written == "mdy" else (second, first)
        if not is_day(year, month, day):
            return _checked(year, day, month) if open_ or written == "ymd" else VOID
        turned = open_ and month != day and is_day(year, day, month)
        return DatePart(year, month, day, (day, month) if turned else None)

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
            return None
        after, month = hit
        year, end = self._year_after(after, hyphen)
        return end, _checked(year, month, day)

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
        hyphen = self.mark(after, _HYPHENS) and self.glued(after)
        after += 1 if hyphen else 0
        after = self.skip(after, "joiners")
        day = self.number(after, 1, 31, (1, 2))
        if day is not None and not self._is_time(after):
            end = self._ordinal(after + 1)
            if self.mark(end, "-–") and self.number(end + 1, 1, 31, (1, 2)) is not None:
                end = self._ordinal(end + 2)
            year, end = self._year_after(end, hyphen)
            return end, _checked(year, month, day)
        year, end = self._year_after(hit[0], False)
        return (end, DatePart(year, month, None)) if year is not None else None

    def _year_after(self, at: int, hyphen: bool) -> tuple[int | None, int]:
        """Return the year that follows day and month, and the token after it."""
        after = self.skip(at, "joiners")
        if self.mark(after, ",،/") or (hyphen and self.mark(after, _HYPHENS)):
            after = self.skip(after + 1, "joiners")
        if (year := self.number(after, FIRST_YEAR, LAST_YEAR, (4,))) is not None and not self._is_time(after):
            if self.words.match("zones", self.found, after + 1) and year < 2360 and year % 100 < 60 and at == after:
                return None, at
            return year, after + 1
        quoted = self.mark(after, "'")
        short = self.number(after + 1 if quoted else after, 0, 99, (2,)) if quoted or hyphen else None
        if short is not None and not self._is_time(after):
            return short + (2000 if short < _PIVOT else 1900), after + (2 if quoted else 1)
        return None, at

    # --- times -------------------------------------------------------------------------------------------------------

    def _is_time(self, at: int) -> bool:
        """Return whether the number at a token is the hour of a time, "20" in "Oct 1 20:30"."""
        return self.mark(at + 1, ":") and self.number(at + 2, 0, 59, (2,)) is not None

    def time(self, at: int, told: bool = False) -> tuple[int, TimePart] | None:
        """Return the time of day that begins at a token. `told`: a word such as "at" said that a time follows."""
        noon, start = None, at
        for role in ("am", "pm"):
            hit = self.words.match(role, self.found, at)
            if hit and self.number(hit[0], 0, 24, (1, 2)) is not None:
                noon, at = role, hit[0]
        hour = self.number(at, 0, 24, (1, 2))
        if hour is None:
            return self._military(at) if start == at else None
        minute, after, sure = self._minutes(at, told or noon is not None)
        for role in ("am", "pm") if noon is None else ():
            hit = self.words.match(role, self.found, after)
            if hit:
                noon, after, sure = role, hit[0], True
                after += 1 if self.mark(after, ".") and self.glued(after) else 0
                break
        if not sure or (minute is None and noon is None and not self._hour_word(at)):
            return None
        if noon == "pm" and hour < 12:
            hour += 12
        elif noon == "am" and hour == 12:
            hour = 0
        if hour > 23:
            return None
        zone, end = self.zone(after)
        return end, TimePart(f"{hour:02d}:{minute or 0:02d}", zone)

    def _hour_word(self, at: int) -> bool:
        return any(self.words.match(role, self.found, at + 1) for role in ("hours", "hour_marks"))

    def _minutes(self, at: int, told: bool) -> tuple[int | None, int, bool]:
        """Return the minutes, the token after them (seconds read over), and whether this is a time for certain."""
        after = at + 1
        if self.mark(after, ":.") and self.glued(after) and self.glued(after + 1):
            minute = self.number(after + 1, 0, 59, (2,))
            if minute is not None:
                colon = self.found[after].folded == ":"
                end = after + 2
                if colon and self.mark(end, ":") and self.number(end + 1, 0, 60, (2,)) is not None:
                    end += 2
                    fraction = self.mark(end, ".,") and self.glued(end) and self.glued(end + 1)
                    end += 2 if fraction and self.found[end + 1].number >= 0 else 0
                hours = self.words.match("hours", self.found, end)
                sure = colon or told or hours is not None or self.zone(end)[0] is not None
                return minute, hours[0] if hours else end, sure
        for role in ("hours", "hour_marks"):
            hit = self.words.match(role, self.found, after)
            if hit:
                minute = self.number(hit[0], 0, 59, (2,) if role == "hours" else (1, 2))
                if minute is None:
                    return None, hit[0], self.glued(after) or told or role == "hours"
                end = hit[0] + 1
                mark = self.words.match("minute_marks", self.found, end)
                return minute, mark[0] if mark else end, True
        return None, after, False

    def _military(self, at: int) -> tuple[int, TimePart] | None:
        """0928 GMT: four digits count as a time only before a zone; also the 092800 of a compact stamp."""
        token = self.found[at] if at < len(self.found) else None
        if token is None or token.number < 0:
            return None
        width = token.end - token.start
        hour, minute = (token.number // 100, token.number % 100) if width == 4 else (
            token.number // 10_000, token.number // 100 % 100)  # fmt: skip
        if width not in (4, 6) or hour > 23 or minute > 59:
            return None
        zone, end = self.zone(at + 1)
        if width == 6 and not (at and self.found[at - 1].folded == "t" and self.glued(at)):
            return None
        return (end, TimePart(f"{hour:02d}:{minute:02d}", zone)) if zone or width == 6 else None

    def zone(self, at: int) -> tuple[str | None, int]:
        """Return the offset stated at a token and the token after it: Z, CET, GMT+2, +0200, (Paris time)."""
        opened = self.mark(at, "([") or (self.mark(at, ",-") and not self._signed(at))
        after = at + 1 if opened else at
        signed = self._signed(after)
        if signed and (self.glued(after) or signed[1] - after > 2 or self.number(after + 1, 0, 1400, (4,)) is not None):
            return signed
        hit = self.words.match("zones", self.found, after)
        if hit is None:
            return None, at
        end, stated = hit
        if not self.found[after].upper and self.found[after].folded.isascii() and end - after == 1:
            return None, at
        if stated == "+00:00" and (signed := self._signed(end)):
            stated, end = signed
        closed = self.mark(at, "([") and self.mark(end, ")]")
        return stated, end + 1 if closed else end

    def _signed(self, at: int) -> tuple[str, int] | None:
        """+02:00, -0530, +3."""
        if not (self.mark(at, "+-−") and self.glued(at + 1)):
            return None
        token = self.found[at + 1]
        sign, width = "+" if token.folded == "+" else "-", token.end - token.start
        sign = "+" if self.found[at].folded == "+" else "-"
        if width == 4 and token.number <= 1400 and token.number % 100 < 60:
            return f"{sign}{token.number // 100:02d}:{token.number % 100:02d}", at + 2
        if width > 2 or not 0 <= token.number <= 14:
            return None
        if self.mark(at + 2, ":") and (minute := self.number(at + 3, 0, 59, (2,))) is not None:
            return f"{sign}{token.number:02d}:{minute:02d}", at + 4
        return f"{sign}{token.number:02d}:00", at + 2


def _checked(year: int | None, month: int, day: int) -> DatePart:
    return DatePart(year, month, day) if is_day(year, month, day) else VOID
