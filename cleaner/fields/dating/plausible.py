"""What makes a date of publication doubtful: its weekday, the crawl before it, the site not yet there, a default."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from cleaner import language
from cleaner.config import Config
from cleaner.dates import as_day
from cleaner.fields.dating.datemarks import Mark
from cleaner.fields.found import Note
from cleaner.fields.url import host

FIRST_SITE: Final = date(1991, 8, 6)
"""The first web site went public on this day: no page is older, though its text may be."""
_EPOCHS: Final = frozenset((date(1970, 1, 1), date(1969, 12, 31), date(1900, 1, 1), date(1980, 1, 1)))
"""Days from which machines count: what they write where they know no day."""
_MIDNIGHT: Final = "T00:00"


def doubts(value: str, mark: Mark, crawled: date | None, first: date | None) -> Iterator[Note]:
    """Yield what is odd about a chosen date; `first` is the first day on which its site can have published."""
    chosen = replace(mark.reading, value=value, kind="absolute")
    if chosen.weekday_agrees is False:
        yield Note("weekday_mismatch", f"the weekday written is not that of {value[:10]}", mark.span)
    day = chosen.day
    if day is None:
        return
    if crawled and day > crawled:
        yield Note("date_in_future", f"{value[:10]} lies after the crawl of {crawled}", mark.span)
    if day in _EPOCHS or (_is_new_year(day, value) and mark.origin == "meta"):
        yield Note("date_default", f"{value} is what a machine writes where it knows no day", mark.span)
    elif first and day < first:
        yield Note("date_before_site", f"{value[:10]} lies before {first}, the first day of the site", mark.span)


def _is_new_year(day: date, value: str) -> bool:
    return (day.month, day.day) == (1, 1) and (len(value) == 10 or value[10:].startswith(_MIDNIGHT))


def first_day(config: Config, url: str | None, is_page: bool) -> date | None:
    """Return the first day on which a document's site can have published: the `since` of its file, else the Web's.

    None for a text of unknown origin, which may be older than any site.
    """
    name = host(url)
    for site in language.sites(config.packs) if name else ():
        since = as_day(str(site.get("since", "")))
        if since and any(f".{name}".endswith(f".{h}") for h in site["hosts"]):
            return since
    return FIRST_SITE if name or is_page else None
