"""Dates in running text and on pages, in the words of every language pack. Never guesses what is not written."""

from cleaner.dates.address import url_date
from cleaner.dates.iso import read_iso
from cleaner.dates.reader import has_part, read_dates, weekday_in
from cleaner.dates.reading import Reading, as_day, in_utc, is_day, with_year
from cleaner.dates.stamps import announced, clock, may_be_dated, prefix, stamp, stamps

__all__ = ["Reading", "announced", "as_day", "clock", "has_part", "in_utc", "is_day", "may_be_dated", "prefix",
           "read_dates", "read_iso", "stamp", "stamps", "url_date", "weekday_in", "with_year"]  # fmt: skip
