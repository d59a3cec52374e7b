"""The year of a stamp that has none, where only the page around the article tells one: the line of its rights, or the
dates of the articles it lists. Such a page was made when the article was new, or a little later."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from cleaner.dates import Reading, as_day, read_dates, with_year
from cleaner.document import Block, Document
from cleaner.fields.dating.years import Inferred

_YEAR: Final = re.compile(r"(?<![\d.,/-])(?:19[89]|20[0-9])\d(?![\d/]|[.,]\d)")
_RIGHTS: Final = ("footer", "site_slogan", "nav", "subscription", "cookie_banner", "comment_disclaimer")
_LISTED: Final = ("related_list_date", "related_list_item", "related_link")
_LONGEST: Final = 600
_RECENT: Final = 400
"""A page lists what is not much older than its article, in days."""
_BY_RIGHTS: Final = 0.65
_BY_LIST: Final = 0.6


def infer(stamp: Reading, document: Document) -> Inferred | None:
    """Return a stamp's value in the year of the page's rights, else in that which puts it nearest to what the page
    lists; None for a page of markup, which declares its dates, or where neither tells a year."""
    if document.format == "html":
        return None
    rights = max(_years_of_rights(document), default=0)
    if rights and (value := _on_weekday(stamp, (rights, rights - 1))):
        return Inferred(value, "the year that the page's rights bear", _BY_RIGHTS)
    listed = max(_listed(document), default=None)
    if listed is None:
        return None
    years = sorted((listed.year - 1, listed.year, listed.year + 1), key=lambda y: _apart(stamp, y, listed.toordinal()))
    value = _on_weekday(stamp, years)
    if value is None or _apart(stamp, int(value[:4]), listed.toordinal()) > _RECENT:
        return None
    return Inferred(value, f"the year of {listed.isoformat()}, the latest day of the articles listed", _BY_LIST)


def _on_weekday(stamp: Reading, years: Sequence[int]) -> str | None:
    """Return the stamp in the first of some years in which its day is there, on the weekday written, if any."""
    for year in years:
        value = with_year(stamp.value, year)
        day = as_day(value) if value else None
        if value and day and (stamp.weekday is None or day.isoweekday() == stamp.weekday):
            return value
    return None


def _apart(stamp: Reading, year: int, day: int) -> int:
    value = with_year(stamp.value, year)
    own = as_day(value) if value else None
    return abs(own.toordinal() - day) if own else _RECENT + 1


def _around(document: Document, labels: tuple[str, ...]) -> Iterator[Block]:
    """Yield the furniture of some kinds below the opening of the text."""
    opened = False
    for block in document.blocks:
        opened = opened or block.in_text
        if opened and block.label in labels and len(block.text) <= _LONGEST:
            yield block


def _years_of_rights(document: Document) -> Iterator[int]:
    for block in _around(document, _RIGHTS):
        if block.label == _RIGHTS[0] or "©" in block.text:
            yield from map(int, _YEAR.findall(block.text))


def _listed(document: Document) -> Iterator[date]:
    for block in _around(document, _LISTED):
        for reading in read_dates(block.text, block.language):
            if reading.day is not None and reading.kind == "absolute":
                yield reading.day
