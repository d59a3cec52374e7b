"""When the article was first published, and when it was changed: chosen among the dates seen, with year and order
inferred where they are not written. A missing date stays null; a date of the text is never taken for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from cleaner.config import Config
from cleaner.dates import Reading, in_utc
from cleaner.document import Document
from cleaner.fields.dating import datemarks, daymonth, footyears, plausible, weighing, years
from cleaner.fields.dating.datemarks import Mark, Setting, apart
from cleaner.fields.dating.daymonth import Choice, written
from cleaner.fields.found import Found, Note
from cleaner.fields.known import Known
from cleaner.fields.url import host
from cleaner.tables.rows import Status

_TIME_TAG: Final = "time"
_SLACK: Final = 3
"""A dateline is of the day the news was filed: it may lie this many days before dates that the text names."""
_LIKELY: Final = 0.2
"""A page's likeliest day is named from here on. On 1,491 labelled pages, hosts unseen, .875 of the dated ones then get
the right day, .931 of the days named are right, and .136 of the undated pages are given one."""
_SURE: Final = 0.5
_ELSEWHERE: Final = frozenset(("nav", "footer", "body", "subheading", "subscription", "tags", "related_list_date"))
"""Labels of lines whose dates contradict no stamp: of 86 such dates on labelled pages none was the page's."""
_IGNORED: Final = (
    ("related", "related_dates_ignored", "other articles"),
    ("picture", "picture_date_ignored", "a picture"),
)


@dataclass(frozen=True, slots=True)
class Dates:
    """The date columns of an article's row."""

    published: str | None = None
    published_date: str | None = None
    published_at: str | None = None
    published_precision: str | None = None
    modified: str | None = None


def find(document: Document, config: Config, known: Known, url: str | None) -> Found[Dates]:
    """Return the dates of an article: as precise as known, null rather than guessed."""
    light = datemarks.setting(document, known, config.country or country_of(url))
    marks = seen(document, known, url, light)
    found: Found[Dates] = Found(Dates(), notes=[*datemarks.unread(known, light)])
    if weighing.speaks(document) and not any(m.role == "given" for m in marks):
        choice = _weighed(document, marks, light, weighing.weigh(document, known, url, marks), found.notes)
    else:
        choice = _choose(document, marks, light, found.notes)
    modified = _modified(marks, choice)
    if choice is not None:
        value = choice.value
        found.value = Dates(value, value[:10] if len(value) >= 10 else None, in_utc(value), _precision(value), modified)
        found.status = choice.status
        _notes_on(choice, marks, found.notes)
        crawled = light.crawled.date() if light.crawled else None
        first = plausible.first_day(config, url, document.format == "html")
        found.notes += plausible.doubts(value, choice.mark, crawled, first)
    else:
        found.value = Dates(modified=modified)
        _note_missing(marks, found.notes)
    for mark in marks:
        chosen = choice is not None and mark is choice.mark
        row = mark.evidence(value=choice.value if chosen and choice else None, chosen=chosen)
        if chosen and choice:
            row.confidence = round(choice.confidence, 3)
        found.evidence.append(row)
        if mark.role == "modified" and mark.reading.value == modified:
            found.evidence.append(mark.evidence("modified", chosen=True))
            modified = None
    if choice is not None and choice.witness is not None and choice.witness not in marks:
        found.evidence.append(choice.witness.evidence())
    _note_ignored(marks, found.notes)
    return found


def seen(document: Document, known: Known, url: str | None, light: Setting) -> list[Mark]:
    """Return every date that can be that of the article, and those that never are."""
    marks = [*datemarks.outside(known, url, document, light), *datemarks.shown(document, light)]
    weighed = weighing.speaks(document)
    if weighed or not any(m.role in ("given", "published") and m.origin not in ("dateline", _TIME_TAG) for m in marks):
        _add(marks, datemarks.announced_in_head(document, light))
        _add(marks, datemarks.stray(document, light))
    if weighed:
        _add(marks, datemarks.loose(document, light))
    return marks


def _add(marks: list[Mark], more: Iterable[Mark]) -> None:
    """Add dates that stand where none was seen yet."""
    at = {m.span for m in marks if m.span}
    marks += [m for m in more if m.span not in at]


def country_of(url: str | None) -> str | None:
    """Return the country of an address's top-level domain, None for a general one.

    >>> country_of("https://www.theguardian.co.uk/x"), country_of("https://a.example.com")
    ('GB', None)
    """
    name = host(url)
    last = name.rpartition(".")[2] if name else ""
    if len(last) != 2 or not last.isalpha() or last in _GENERAL:
        return None
    return "GB" if last == "uk" else last.upper()


_GENERAL: Final = frozenset(("co", "io", "me", "tv", "fm", "ai", "eu", "cc", "ly", "to", "ws", "gg", "im", "st", "su"))


def _precision(value: str) -> str:
    return {4: "year", 7: "month", 10: "day"}.get(len(value), "minute")


# --- choosing --------------------------------------------------------------------------------------------------------


def _choose(document: Document, marks: Sequence[Mark], light: Setting, notes: list[Note]) -> Choice | None:
    """Return the publication date among the marks: given, else shown, else declared, else borne by the address."""
    own = [m for m in marks if m.role in ("given", "published", "url")]
    events: list[Mark] | None = None
    for mark in sorted(own, key=_rank):
        if mark.role == "url" and mark.reading.precision != "day":
            continue
        if mark.origin == _TIME_TAG and not _trusted_time(mark, own):
            continue
        if mark.reading.kind == "no_year":
            events = datemarks.told(document, light) if events is None else events
            others = [m for m in marks if m.role in ("url", "published", "modified") and m.reading.kind != "no_year"]
            inferred = years.infer(
                mark.reading,
                others,
                events,
                light.crawled.date() if light.crawled else None,
                _SLACK if mark.origin == "dateline" else 0,
                datemarks.lead_weekday(document),
            ) or footyears.infer(mark.reading, document)
            if inferred is None:
                continue
            confidence = min(mark.confidence, inferred.confidence)
            notes.append(
                Note(
                    "date_year_missing",
                    f"{written(document, mark)!r} has no year; {inferred.value[:4]} is inferred: {inferred.why}",
                    mark.span,
                    confidence,
                )
            )
            return Choice(mark, inferred.value, "inferred", confidence, inferred.witness)
        if mark.reading.ambiguous:
            return daymonth.settle(document, mark, own, light, notes)
        return _refined(document, mark, own, notes)
    return None


def _weighed(document: Document, marks: Sequence[Mark], light: Setting, chances: Mapping[date, float],
             notes: list[Note]) -> Choice | None:  # fmt: skip
    """Return the likeliest day of a page, if it is likely enough; else what a stamp without a full date tells."""
    day = max(chances, key=lambda d: chances[d], default=None)
    if day is None or chances[day] < _LIKELY:
        return _choose(document, [m for m in marks if m.reading.day is None], light, notes)
    named = sorted((m for m in marks if m.reading.day == day), key=lambda m: m.reading.ambiguous)
    if document.format != "html" and all(m.role in datemarks.OTHERS.values() for m in named):
        return None  # a dump whose only full dates are those of its lists says nothing of its own
    own = [m for m in marks if m.role in ("published", "url")]
    changed = [m for m in named if m.role == "modified"]
    # beside a date of change that the page shows, a stamp without a word or an hour of its own is that date again
    shown = any(m.origin in (*datemarks.STAMPS, _TIME_TAG) for m in changed)
    hours = {m.reading.time for m in changed}
    again = [m for m in named if shown and m.span and _is_silent(m) and (not m.reading.time or m.reading.time in hours)]
    voices = [m for m in named if m in own and m not in again]
    mark = min(voices, key=_rank, default=None) or max(changed or named, key=lambda m: m.confidence)
    if mark.reading.ambiguous:
        return daymonth.settle(document, mark, own, light, notes)
    choice = replace(_refined(document, mark, own, notes), confidence=chances[day])
    if mark.role not in ("published", "url"):
        why = f"no date of publication, only {mark.why}: {day}"
    elif chances[day] < _SURE and choice.status == "found":
        why = f"{day} is the likeliest of {len(chances)} dates that the page names"
    else:
        return choice
    notes.append(Note("date_inferred", why, mark.span, chances[day]))
    return replace(choice, status="inferred")


def _is_silent(mark: Mark) -> bool:
    """Return whether a line bears a date and neither its words nor the page say that it is the publication."""
    return mark.reading.role != "published" and (mark.origin in datemarks.STAMPS or mark.confidence <= datemarks.LOOSE)


def _rank(mark: Mark) -> tuple[bool, bool, bool, bool, float]:
    """Return the order in which marks are asked: given, full ones that are shown or declared, stamps without a year,
    the address; then by trust."""
    full = mark.reading.kind != "no_year" and mark.reading.precision in ("day", "minute")
    return mark.role != "given", mark.role == "url", not full, mark.origin == _TIME_TAG, -mark.confidence


def _trusted_time(mark: Mark, own: Sequence[Mark]) -> bool:
    """Return whether the <time> of a page may speak alone: all such elements name one day."""
    days = {m.reading.day for m in own if m.origin == _TIME_TAG}
    return len(days) == 1


def _refined(document: Document, mark: Mark, own: Sequence[Mark], notes: list[Note]) -> Choice:
    """Return a full date, with the time and zone that another witness of the same day adds."""
    value, chosen = mark.reading.value, mark
    agreeing = [m for m in own if m is not mark and apart(mark.reading, m.reading) == 0 and len(m.reading.value) >= 10]
    for other in agreeing:
        if mark.role != "given" and other.origin != _TIME_TAG and len(other.reading.value) > len(value):
            if other.reading.time and mark.reading.time and other.reading.time != mark.reading.time:
                continue
            value, chosen = other.reading.value, other
    confidence = min(0.99, max(mark.confidence, chosen.confidence) + 0.02 * bool(agreeing))
    status: Status = "given" if mark.role == "given" else "found"
    if mark.origin == "date_prefix" and mark.reading.role != "published":
        status = "inferred"
        why = f"{written(document, mark)!r} does not say what date it is: publication or crawl"
        notes.append(Note("date_role_unlabelled", why, mark.span, mark.confidence))
    elif mark.origin == "url":
        status = "inferred"
        notes.append(Note("date_inferred", f"the date {value} stands only in the address", mark.span, mark.confidence))
    elif mark.reading.kind == "relative":
        status = "inferred"
        notes.append(
            Note(
                "date_inferred",
                f"{written(document, mark)!r} is counted back from the crawl",
                mark.span,
                mark.confidence,
            )
        )
    return Choice(chosen, value, status, confidence)


# --- beside the choice -----------------------------------------------------------------------------------------------


def _modified(marks: Sequence[Mark], choice: Choice | None) -> str | None:
    """Return when the article was last changed, never earlier than it was published."""
    days = [m for m in marks if m.role == "modified" and m.reading.day and not m.reading.ambiguous]
    best = max(days, key=lambda m: (m.origin == "given", m.confidence), default=None)
    if best is None or (choice and len(choice.value) >= 10 and best.reading.value[:10] < choice.value[:10]):
        return None
    return best.reading.value


def _notes_on(choice: Choice, marks: Sequence[Mark], notes: list[Note]) -> None:
    mark, value = choice.mark, choice.value
    chosen = replace(mark.reading, value=value, kind="absolute")
    if any(m.origin == "date_prefix" for m in marks):
        span = next(m.span for m in marks if m.origin == "date_prefix")
        notes.append(Note("glued_date_prefix", "a date stood glued to the first sentence", span))
    if len(value) < 10:
        notes.append(Note("date_partial", f"only {value} is known", mark.span))
    if len(value) == 16:
        notes.append(Note("timezone_missing", f"{value[11:]} without a zone", mark.span))
    _note_witnesses(choice, chosen, marks, notes)


def _note_witnesses(choice: Choice, chosen: Reading, marks: Sequence[Mark], notes: list[Note]) -> None:
    """Note that the address agrees, or that two witnesses of the date do not."""
    rivals: list[Mark] = []
    for other in marks:
        if other is choice.mark or other.role not in ("given", "published", "url") or other.origin == _TIME_TAG:
            continue
        days = apart(chosen, other.reading)
        if days is None or (other.reading.ambiguous and choice.value[:10] in {v[:10] for v in other.reading.other}):
            continue
        if other.role == "url" and days == 0 and other.reading.precision == "day":
            notes.append(Note("url_date_agrees", "the date in the address equals the date of the page", other.span))
        elif days > 1 and (other.origin not in _ELSEWHERE or choice.mark.origin in _ELSEWHERE):
            rivals.append(other)
    if rivals:
        worst = max(rivals, key=lambda m: m.confidence)
        notes.append(
            Note(
                "date_conflict",
                f"{choice.mark.why} says {choice.value[:10]}, {worst.why} says {worst.reading.value[:10]}",
                choice.mark.span,
                worst.confidence,
            )
        )


def _note_missing(marks: Sequence[Mark], notes: list[Note]) -> None:
    yearless = next((m for m in marks if m.role in ("given", "published") and m.reading.kind == "no_year"), None)
    if yearless is not None:
        notes.append(
            Note(
                "missing_date",
                f"the stamp {yearless.reading.value} has no year, and nothing here tells it",
                yearless.span,
            )
        )
        return
    picture = next((m for m in marks if m.role == "picture"), None)
    aside = "; the only date belongs to a picture" if picture else ""
    notes.append(Note("missing_date", f"no publication date in the scrape{aside}", picture.span if picture else None))


def _note_ignored(marks: Sequence[Mark], notes: list[Note]) -> None:
    for role, code, what in _IGNORED:
        ignored = [m for m in marks if m.role == role]
        if ignored:
            count = "a date" if len(ignored) == 1 else f"{len(ignored)} dates"
            notes.append(Note(code, f"{count} of {what} left aside", ignored[0].span))
