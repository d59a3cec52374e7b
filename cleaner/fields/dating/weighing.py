"""How likely each day that a page names is the day it was published: a small forest over who names the day, and where.

Counts witnesses; chooses nothing. Every column is a count or a place, none is a word, so it knows no language. Learned
by `python -m cleaner.training dates`; docs/model.md has the card.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

import numpy as np

from cleaner.document import DUMP_BLOCKS, Document
from cleaner.fields.dating.datemarks import FIRST_PARAGRAPH, STAMPS, Mark
from cleaner.fields.known import Known
from cleaner.forest import Floats, Forest, probability, stored

KINDS: Final = (
    "meta", "weak_meta", "article", "forum", "page", "linked", "item", "time", "stamp", "byline", "prefix", "said",
    "stray", "dateline", "url", "new_meta", "new_linked", "new_item", "new_time", "new_stamp", "aside",
)  # fmt: skip
"""Who can name a day: declarations of the head, JSON-LD by its type, microdata, <time>, blocks by their label; `new_`
says when it was changed, `aside` is of a picture or of another article."""
_STATED: Final = KINDS[:15]
_ONE_OF_MANY: Final = ("item", "time", "stamp", "byline", "said", "stray", "linked", "page")
"""Kinds that may name many days on one page, so that being the first of them tells something."""
_MACHINE: Final = ("meta", "article", "forum", "item", "time")
"""Whose first day all others are measured from."""
_LONG: Final = 400
_STRONG: Final = 0.9
_FAR: Final = 40
_MOST: Final = 9
_WORDS: Final = 60
_FORUM: Final = "Discussion"
_PAGES: Final = ("WebPage", "CollectionPage", "WebSite", "ItemPage", "ProfilePage", "SearchResultsPage")
_WRITTEN: Final = re.compile(r"Article|Posting|Report|Review|Recipe|HowTo")
_SLUG: Final = re.compile(r"[-_]")


def speaks(document: Document) -> bool:
    """Return whether days are to be weighed: on a page, or a dump of one. Of a shorter text rules tell the date."""
    return document.format == "html" or len(document.blocks) >= DUMP_BLOCKS


def weigh(document: Document, known: Known, url: str | None, marks: Sequence[Mark]) -> dict[date, float]:
    """Return for each day among the marks the probability that it is that of the publication."""
    days, rows = columns(document, known, url, marks)
    return dict(zip(days, probability(_forest().scores(rows)).tolist(), strict=True)) if days else {}


@lru_cache
def _forest() -> Forest:
    return Forest.of(stored("cleaner.fields", "dates"), "")


def names() -> tuple[str, ...]:
    """Return what the columns are called."""
    return (*KINDS, *(f"first_{k}" for k in _ONE_OF_MANY), *(f"all_{k}" for k in KINDS),
            *(f"beside_{k}" for k in KINDS), *_OF_DAY, *_OF_LINE, *_OF_PAGE)  # fmt: skip


_OF_DAY: Final = (
    "marks", "kinds", "earlier", "later", "earlier_stated", "later_stated", "older_than_new", "newest", "announced",
    "timed", "relative", "ambiguous", "from_title", "from_text", "place", "before_text", "in_url", "from_machine",
)  # fmt: skip
_OF_LINE: Final = (
    "trust", "rest", "line_words", "line_group", "line_article", "line_in_text", "from_byline", "weekday", "line_links",
    "lines_alike", "line_published", "line_named", "line_before",
)  # fmt: skip
"""Of the line that shows the day with the least else around it; -1 where no line shows it."""
_OF_PAGE: Final = (
    "html", "days", "stated_days", "blocks", "text_blocks", "text_share", "paragraphs", "title", "is_article",
    "is_site", "is_product", "articles", "forums", "pages", "things", "depth", "slug", "digits", "root", "authors",
)  # fmt: skip


def columns(document: Document, known: Known, url: str | None, marks: Sequence[Mark]) -> tuple[list[date], Floats]:
    """Return the days that the marks name, in order, and a row of columns for each."""
    by_day: dict[date, list[Mark]] = defaultdict(list)
    for mark in marks:
        if day := mark.reading.day:
            by_day[day].append(mark)
    days = sorted(by_day)
    if not days:
        return [], np.zeros((0, len(names())), np.float32)
    kinds = {day: Counter(_kind(m) for m in found) for day, found in by_day.items()}
    spread = Counter(kind for counted in kinds.values() for kind in counted)
    firsts = _firsts(by_day)
    machine = next((firsts[k] for k in _MACHINE if k in firsts), None)
    page = _of_page(document, known, url, days, kinds)
    places = _Places(document)
    rows = []
    for at, day in enumerate(days):
        counted = kinds[day]
        beside = kinds.get(day - timedelta(1), Counter()) + kinds.get(day + timedelta(1), Counter())
        rows.append([
            *(min(counted[k], _MOST) for k in KINDS),
            *(float(firsts.get(k) == day) for k in _ONE_OF_MANY),
            *(min(spread[k], _MOST) for k in KINDS),
            *(min(beside[k], _MOST) for k in KINDS),
            *_of_day(at, days, by_day[day], kinds, places),
            float(max(-_LONG, min(_LONG, (day - machine).days))) if machine else _LONG + 1.0,
            *places.line_of(by_day[day]),
            *page,
        ])  # fmt: skip
    return days, np.array(rows, np.float32)


def _kind(mark: Mark) -> str:
    """Return who names the day."""
    if mark.role in ("related", "picture"):
        return "aside"
    new = mark.role == "modified"
    why = mark.why
    if mark.origin == "url":
        return "url"
    if why.startswith("<meta"):
        return "new_meta" if new else "meta" if mark.confidence >= _STRONG else "weak_meta"
    if why.startswith("JSON-LD"):
        return "new_linked" if new else _linked(why.split()[1] if " " in why else "")
    if why.startswith("itemprop"):
        return "new_item" if new else "item"
    if why.startswith("<time"):
        return "new_time" if new else "time"
    if new:
        return "new_stamp"
    if mark.origin in ("dateline", "byline"):
        return mark.origin
    if mark.origin == "date_prefix":
        return "prefix"
    if why.startswith("said"):
        return "said"
    return "stamp" if mark.origin in STAMPS else "stray"


def _linked(type_: str) -> str:
    if _FORUM in type_:
        return "forum"
    if type_ in _PAGES:
        return "page"
    return "article" if _WRITTEN.search(type_) else "linked"


def _firsts(by_day: Mapping[date, Sequence[Mark]]) -> dict[str, date]:
    """Return for each kind the day that it names first in the source."""
    best: dict[str, tuple[int, date]] = {}
    for day, found in by_day.items():
        for mark in found:
            at = mark.span[0] if mark.span else 1 << 60
            kind = _kind(mark)
            best[kind] = min(best.get(kind, (1 << 61, day)), (at, day))
    return {kind: day for kind, (_, day) in best.items()}


class _Places:
    """Where the title, the first paragraph and the bylines stand, counted in blocks; which line shows a day."""

    def __init__(self, document: Document) -> None:
        blocks = document.blocks
        self.blocks = sorted(blocks, key=lambda b: b.start)
        self.starts = [b.start for b in self.blocks]
        self.bylines = [n for n, b in enumerate(self.blocks) if b.label == "byline"]
        self.labels = Counter(b.label for b in blocks)
        self.title = document.title_block if document.title_block is not None else -1
        paragraphs = (n for n, b in enumerate(blocks) if b.in_text and len(b.text) >= FIRST_PARAGRAPH)
        self.text = next(paragraphs, -1)
        self.count = max(1, len(blocks))

    def of(self, marks: Sequence[Mark]) -> tuple[float, float, float, float]:
        """Return how far the nearest shown mark stands behind title and first paragraph, its share of the page, and
        whether it is before the text; far away where no block shows the day."""
        shown = [m.span[0] for m in marks if m.span and _kind(m) in _SHOWN]
        if not shown:
            return _FAR + 1, _FAR + 1, -1.0, 0.0
        numbers = [bisect_left(self.starts, at + 1) - 1 for at in shown]
        if self.title >= 0:
            number = min(numbers, key=lambda n: (abs(n - self.title), n))
        elif self.text >= 0:
            number = min(numbers, key=lambda n: (abs(n - self.text), n))
        else:
            number = numbers[0]
        from_title = _bounded(number - self.title) if self.title >= 0 else _FAR + 1
        from_text = _bounded(number - self.text) if self.text >= 0 else _FAR + 1
        return from_title, from_text, round(number / self.count, 3), float(number < self.text)

    def line_of(self, marks: Sequence[Mark]) -> tuple[float, ...]:
        """Return the columns of the line that shows the day with the least else around it."""
        shown = [(at, m) for m in marks if m.span and m.origin not in _NO_LINE and (at := self._at(m.span[0])) >= 0]
        if not shown:
            return (-1.0,) * len(_OF_LINE)
        at, mark = min(shown, key=lambda one: (len(self.blocks[one[0]].text) - _width(one[1]), one[0]))
        block, said = self.blocks[at], mark.reading
        return (
            max(m.confidence for m in marks), min(len(block.text) - _width(mark), _LONG),
            min(block.text.count(" "), _WORDS), _GROUPS.index(block.group),
            -1.0 if block.article is None else block.article, float(block.in_text),
            min((abs(at - n) for n in self.bylines), default=_FAR), float(said.weekday is not None), block.link_share,
            min(self.labels[block.label], _FAR), float(said.role == "published"), float(said.role == "label"),
            min(said.span[0], _LONG),
        )  # fmt: skip

    def _at(self, offset: int) -> int:
        """Return the number of the block at a source offset, -1 where none is."""
        at = bisect_left(self.starts, offset + 1) - 1
        return at if at >= 0 and offset < self.blocks[at].end else -1


def _width(mark: Mark) -> int:
    return mark.reading.span[1] - mark.reading.span[0]


_GROUPS: Final = ("article", "metadata", "media", "noise", "residue")
_NO_LINE: Final = frozenset(("meta", "url", "given"))
_SHOWN: Final = frozenset(("stamp", "byline", "prefix", "said", "stray", "dateline", "new_stamp"))


def _bounded(distance: int) -> float:
    return float(max(-_FAR, min(_FAR, distance)))


def _of_day(at: int, days: Sequence[date], marks: Sequence[Mark], kinds: Mapping[date, Counter[str]],
            places: _Places) -> list[float]:  # fmt: skip
    stated = [any(k in _STATED for k in kinds[d]) for d in days]
    new = [d for d in days if any(k.startswith("new_") for k in kinds[d])]
    return [
        min(len(marks), _MOST), len(kinds[days[at]]), min(at, _FAR), min(len(days) - at - 1, _FAR),
        min(sum(stated[:at]), _FAR), min(sum(stated[at + 1 :]), _FAR),
        float(bool(new) and days[at] < new[0]), float(at == len(days) - 1),
        float(any(m.reading.role == "published" for m in marks)),
        float(any(m.reading.time for m in marks)), float(any(m.reading.kind == "relative" for m in marks)),
        float(all(m.reading.ambiguous for m in marks)),
        *places.of(marks), float(any(m.role == "url" for m in marks)),
    ]  # fmt: skip


def _of_page(document: Document, known: Known, url: str | None, days: Sequence[date],
             kinds: Mapping[date, Counter[str]]) -> list[float]:  # fmt: skip
    blocks = document.blocks
    text = [b for b in blocks if b.in_text]
    chars = sum(len(b.text) for b in blocks) or 1
    declared = " ".join(h.value.lower() for h in known.declared("type"))
    linked = [h.why.split()[1] for name in ("published", "modified", "authors", "title", "publisher")
              for h in known.declared(name) if h.why.startswith("JSON-LD ")]  # fmt: skip
    found = Counter(_linked(name) for name in linked)
    path = urlsplit(url).path.strip("/") if url else ""
    last = path.rpartition("/")[2]
    return [
        float(document.format == "html"), min(len(days), _FAR),
        min(sum(any(k in _STATED for k in kinds[d]) for d in days), _FAR), min(len(blocks), 2000),
        min(len(text), 500), round(sum(len(b.text) for b in text) / chars, 3),
        min(sum(len(b.text) >= FIRST_PARAGRAPH for b in text), 200), float(document.title_block is not None),
        float("article" in declared), float("website" in declared), float("product" in declared),
        float(found["article"] > 0), float(found["forum"] > 0), float(found["page"] > 0), float(found["linked"] > 0),
        float(path.count("/") if path else -1), float(len(_SLUG.findall(last))),
        float(sum(c.isdigit() for c in last)), float(bool(url) and not path), float(bool(known.declared("authors"))),
    ]  # fmt: skip
