"""A time of day and its zone, read from one token on. Never looks back; knows no date.

Every function gives the token after what it read, and None where nothing of its kind stands.
"""

from __future__ import annotations

from typing import NamedTuple

from cleaner.dates.vocabulary import Token, Vocabulary


class TimePart(NamedTuple):
    """A time of day, "09:28", and the offset stated with it, "+02:00" or "-05:00 us"."""

    time: str
    zone: str | None


class TimeReader:
    """Reads times out of one list of tokens, in the words of one vocabulary."""

    def __init__(self, found: list[Token], words: Vocabulary) -> None:
        self.found = found
        self.words = words

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

    # --- times -------------------------------------------------------------------------------------------------------

    def is_time(self, at: int) -> bool:
        """Return whether the number at a token is the hour of a time, "20" in "Oct 1 20:30"."""
        hour = self.number(at, 0, 24, (1, 2))
        return hour is not None and self.mark(at + 1, ":") and self.number(at + 2, 0, 59, (2,)) is not None

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
