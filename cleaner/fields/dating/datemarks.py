"""Where a document shows dates, and what each is of: this article, an update, a picture, another article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from cleaner import agencies
from cleaner.dates import Reading, announced, clock, may_be_dated, read_dates, read_iso, stamps, url_date, weekday_in
from cleaner.dates.reader import read_all
from cleaner.document import Block, Document
from cleaner.fields.found import Note
from cleaner.fields.known import Known, candidate, span_of
from cleaner.tables.rows import Evidence, Span

STAMPS: Final = {
    "published_date": 0.97,
    "date_prefix": 0.88,
    "dateline": 0.9,
    "byline": 0.88,
    "agency_credit": 0.85,
    "reading_time": 0.85,
    "updated_date": 0.9,
}
"""Labels whose dates are about this article, and how far a date there is to be trusted."""
OTHERS: Final = {
    "caption": "picture",
    "media_alt_text": "picture",
    "photo_credit": "picture",
    "related_list_date": "related",
    "related_list_item": "related",
    "related_link": "related",
}
"""Labels whose dates are never about this article."""
_LONGEST: Final = 300
FIRST_PARAGRAPH: Final = 80
"""A block of the text of at least so many characters is the first paragraph, and not a standfirst or a stray line."""
_SECOND: Final = 32
_LEAD: Final = 600
_STRAY: Final = 100
_TAIL: Final = 8
_INSIDE: Final = 0.8
"""How far a stamp between paragraphs is to be trusted at most: it may be that of something embedded."""
LOOSE: Final = 0.6
"""How far a date is to be trusted that stands in a short line which nothing says to be a stamp."""
_DIGIT: Final = re.compile(r"\d")
_SILENT: Final = frozenset(
    (
        "title",
        "footer",
        "comment",
        "comment_disclaimer",
        "cookie_banner",
        "subscription",
        "tags",
        "paywall",
        "related_list_heading",
        "source_url",
        "correction_note",
        "comment_count",
        "subheading",
    )
)
"""Labels in which no stray stamp is looked for."""
_NEVER: Final = frozenset(("title", "comment", "comment_disclaimer", "correction_note", "related_list_heading"))
"""Labels in which a date is never announced as that of the article."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A date seen, what it is of, where, and how far it is to be trusted. `origin`: given, url, meta or a label."""

    reading: Reading
    role: str
    origin: str
    why: str
    confidence: float
    span: Span | None = None

    def evidence(self, field: str = "published", value: str | None = None, chosen: bool = False) -> Evidence:
        """Return the mark as a row of evidence."""
        shown = value if value is not None else self.reading.value
        return candidate(field, shown, self.role, self.span, self.why, self.confidence, chosen)


@dataclass(frozen=True, slots=True)
class Setting:
    """In what light dates are read: language, country, and the moment of the crawl when given."""

    language: str
    country: str | None
    crawled: datetime | None


def setting(document: Document, known: Known, country: str | None) -> Setting:
    """Return in what light the dates of a document are to be read."""
    given = known.given("crawled")
    read = read_iso(given.value) if given else None
    crawled = datetime.fromisoformat(read.value[:16]) if read and read.day else None
    return Setting(document.language, country, crawled)


def outside(known: Known, url: str | None, document: Document, light: Setting) -> Iterator[Mark]:
    """Yield the dates given by the user, declared in the head, and borne by the address."""
    for name, role in (("published", "published"), ("modified", "modified")):
        given = known.given(name)
        if given and (reading := read_iso(given.value, light.language, light.country)):
            yield Mark(reading, "given" if role == "published" else role, "given", given.why, 1.0)
        for hint in known.declared(name):
            if reading := read_iso(hint.value, light.language, light.country):
                yield Mark(reading, role, hint.role, hint.why, hint.confidence, span_of(hint))
    if url and (reading := url_date(url)):
        at = document.source.find(url)
        span = (at + reading.span[0], at + reading.span[1]) if at >= 0 else None
        yield Mark(reading, "url", "url", "the path of the address", 0.9 if reading.precision == "day" else 0.6, span)


def unread(known: Known, light: Setting) -> Iterator[Note]:
    """Yield a note on each date that the user gave and that cannot be read as one."""
    for name in ("published", "modified", "crawled"):
        given = known.given(name)
        if given is None:
            continue
        read = light.crawled if name == "crawled" else read_iso(given.value, light.language, light.country)
        if read is None:
            told = f"{given.value!r:.80}, given as {name}, cannot be read as a date; it was left aside"
            yield Note("given_date_unreadable", told)


def shown(document: Document, light: Setting) -> Iterator[Mark]:
    """Yield the dates of the blocks that bear stamps, and of those that must never be taken for one."""
    opened = False
    own = _own_in_list(document, light)
    last = max((n for n, b in enumerate(document.blocks) if b.in_text), default=0)
    for number, block in enumerate(document.blocks):
        label = block.label
        if label in STAMPS or number == own:
            after = document.blocks[number + 1] if number + 1 < len(document.blocks) else None
            marks = _stamped(block, light, after)
            inside = opened and number + _TAIL < last
            yield from (replace(m, confidence=min(m.confidence, _INSIDE)) for m in marks) if inside else marks
        elif label in OTHERS:
            for reading in _readings(block, light):
                yield _mark(block, reading, OTHERS[label], f"a date in a block labelled {label}", 0.0)
        if block.in_text and not opened:
            opened = len(block.text) >= FIRST_PARAGRAPH
            yield from _dateline(block, light)


def _own_in_list(document: Document, light: Setting) -> int | None:
    """Return the one block among dates of other articles that says "Date: …" of itself and belongs to no headline."""
    own = [
        number
        for number, block in enumerate(document.blocks)
        if block.label == "related_list_date"
        and number
        and document.blocks[number - 1].label not in ("related_list_item", "related_link")
        and any(r.role in ("label", "published") for r in stamps(block.text, _language(block, light)))
    ]
    return own[0] if len(own) == 1 else None


def announced_in_head(document: Document, light: Setting) -> Iterator[Mark]:
    """Yield the dates that "published" stands before in other lines above the first paragraph, keywords and bylines."""
    for block in document.blocks:
        if block.in_text and len(block.text) >= FIRST_PARAGRAPH:
            return
        if block.label in STAMPS or block.label in OTHERS or block.label in _NEVER or len(block.text) > 2 * _LONGEST:
            continue
        for reading in announced(block.text, _language(block, light)):
            if reading.kind == "absolute" and reading.precision in ("day", "minute"):
                why = f"said to be published in a block labelled {block.label}"
                yield _mark(block, reading, "published" if reading.role == "published" else "modified", why, 0.9)


def _readings(block: Block, light: Setting) -> list[Reading]:
    return read_dates(block.text, block.language, light.country) if len(block.text) <= 5 * _LONGEST else []


def _mark(block: Block, reading: Reading, role: str, why: str, confidence: float) -> Mark:
    return Mark(reading, role, block.label, why, confidence, block.source_span(*reading.span))


def stray(document: Document, light: Setting) -> Iterator[Mark]:
    """Yield the stamps that nobody named one: in short lines above the first paragraph, or saying "published" below."""
    seen_paragraph = False
    clocks = sum(block.label == "liveblog_timestamp" for block in document.blocks)
    last = len(document.blocks) - _TAIL
    for number, block in enumerate(document.blocks):
        if block.in_text and len(block.text) >= FIRST_PARAGRAPH:
            seen_paragraph = True
        named = block.label in STAMPS or block.label in OTHERS or block.label in _SILENT
        if named or len(block.text) > _STRAY or (block.label == "liveblog_timestamp" and clocks > 1):
            continue
        if seen_paragraph and number < last:
            continue
        after = document.blocks[number + 1] if number + 1 < len(document.blocks) else None
        for mark in _stamped(block, light, after):
            whole = bool(stamps(block.text, _language(block, light)))
            if seen_paragraph and not (whole and mark.reading.role == "published"):
                continue
            if whole or (mark.reading.kind == "absolute" and mark.reading.precision in ("day", "minute")):
                yield replace(mark, confidence=0.85 if whole else 0.75)


def loose(document: Document, light: Setting) -> Iterator[Mark]:
    """Yield the full dates of short lines that nobody named stamps, wherever they stand: to be weighed, not taken."""
    for block in document.blocks:
        if block.label in STAMPS or block.label in OTHERS or block.label in _NEVER or len(block.text) > _STRAY:
            continue
        if not (_DIGIT.search(block.text) and may_be_dated(block.text, _language(block, light))):
            continue
        for mark in _stamped(block, light):
            if mark.reading.kind != "no_year" and mark.reading.precision in ("day", "minute"):
                yield replace(mark, confidence=LOOSE)


def _language(block: Block, light: Setting) -> str:
    return block.language if block.language != "und" else light.language


def _stamped(block: Block, light: Setting, after: Block | None = None) -> Iterator[Mark]:
    """Yield the dates of a block about this article, each published or modified as its words say.

    A time of day in the block `after` it, alone there, joins the date.
    """
    if len(block.text) > _LONGEST:
        return
    language = _language(block, light)
    readings = stamps(block.text, language) or read_all(block.text, language, light.country)
    default = "modified" if block.label == "updated_date" else "published"
    for stamp in readings:
        reading = _dated(stamp, block.text, language, light)
        if reading is None:
            continue
        role = "modified" if reading.role == "updated" else "published" if reading.role == "published" else default
        trust = STAMPS.get(block.label, 0.85)
        if reading.precision == "day" and after is not None and (time := clock(after.text, language)):
            reading = replace(reading, value=f"{reading.value}T{time}", precision="minute", time=time)
        if reading.role == "published":
            trust = max(trust, 0.97)
        elif reading.role == "label":
            trust = min(trust, 0.93)
        if reading.kind == "relative":
            trust = min(trust, 0.85)
        mark = _mark(block, reading, role, f"a date in a block labelled {block.label}", trust)
        if block.label == "date_prefix" and after is not None and not _glued(block, after):
            # it stands among other lines of the head
            mark = replace(mark, origin="published_date")
        yield mark


def _glued(block: Block, after: Block) -> bool:
    """Return whether a prefix was cut off the block after it: the first sentence, or the headline."""
    return after.in_text or (after.label == "title" and after.start - block.end <= 1)


def _dated(stamp: Reading, text: str, language: str, light: Setting) -> Reading | None:
    """Return a stamp read in the light of country and crawl; None for a relative one without a crawl."""
    if stamp.kind == "relative":
        if light.crawled is None:
            return None
        base = (
            light.crawled.isoformat(timespec="minutes")
            if light.crawled.time() != datetime.min.time()
            else (light.crawled.date())
        )
        again = read_dates(text, language, light.country, base=base)
    elif stamp.ambiguous and light.country:
        again = read_dates(text, language, light.country)
    else:
        return stamp
    same = next((r for r in again if r.span == stamp.span), None)
    return replace(same, role=stamp.role) if same and same.value else None


def _dateline(block: Block, light: Setting) -> Iterator[Mark]:
    """Yield the date of "PARIS, Oct 1 (Reuters) - " at the head of the first paragraph."""
    opening = agencies.opening(block.text)
    if not opening:
        return
    # "(ANSA) - ROMA, 01 OTT - ": the date may stand between the agency and a second dash
    second = block.text.find("-", opening + 1, opening + _SECOND)
    for reading in read_dates(block.text[: max(opening, second)], block.language, light.country)[:1]:
        yield Mark(
            reading,
            "published",
            "dateline",
            "a dateline before the first sentence",
            0.85,
            block.source_span(*reading.span),
        )


def told(document: Document, light: Setting) -> list[Mark]:
    """Return the dates of events that the article's text names: never its own date, but it was written after them."""
    marks = []
    for block in document.blocks:
        if block.in_text:
            for reading in read_dates(block.text, block.language, light.country):
                if reading.kind == "absolute" and reading.precision != "year" and not reading.ambiguous:
                    marks.append(_mark(block, reading, "event", "a date in the text", 0.0))
    return marks


def lead_weekday(document: Document) -> int | None:
    """Return the first weekday that the first paragraph names, Monday 1; None if it names none."""
    first = next((b for b in document.blocks if b.in_text and len(b.text) >= FIRST_PARAGRAPH), None)
    return weekday_in(first.text[:_LEAD], _language(first, Setting(document.language, None, None))) if first else None


def apart(one: Reading, other: Reading) -> int | None:
    """Return by how many days two dates differ, 0 when one is the month of the other; None where it cannot be told."""
    a, b = one.day, other.day
    if a and b:
        return abs((a - b).days)
    if one.value and other.value and "X" not in one.value[:4] + other.value[:4]:
        width = min(len(one.value[:10]), len(other.value[:10]))
        return 0 if one.value[:width] == other.value[:width] else _span_apart(one, other)
    return None


def _span_apart(one: Reading, other: Reading) -> int:
    """Return the least distance in days between two dates of which one is only a month or a year."""
    first, second = _edges(one), _edges(other)
    return max((second[0] - first[1]).days, (first[0] - second[1]).days, 0)


def _edges(reading: Reading) -> tuple[date, date]:
    """Return the first and last day that a reading can mean."""
    if reading.day:
        return reading.day, reading.day
    year, month = int(reading.value[:4]), int(reading.value[5:7] or 0)
    first = date(year, month or 1, 1)
    after = date(year + (month or 12) // 12, (month or 12) % 12 + 1, 1)
    return first, after - timedelta(days=1)
