"""One document's issues and verdict, by plain predicates over its row. Never reads text, never loads pandera.

The schemas state the same rules over whole tables (cleaner.schemas); one code, both ways.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from cleaner.codes import CODES
from cleaner.config import Profile
from cleaner.document import Document
from cleaner.tables.rows import Article, Issue, Note, Severity, Span, Verdict

SPANS_PER_CODE: Final = 20
"""So many places of one code are listed; the last says how many more there are. A page of 10,000 quotation marks
would otherwise give 10,000 issues, and nobody reads the twenty-first."""

_RANK: Final[dict[Severity, int]] = {"error": 0, "warning": 1, "info": 2}


def issues(document: Document, article: Article, notes: Iterable[Note], profile: Profile) -> list[Issue]:
    """Return what a person should know of this record: notes of the fields, flags of the stages, what is missing.

    Errors first, then by code and place. A code with a predicate is raised exactly when that holds; a note of that
    code only lends it message and place. Of a record that is rejected nothing but the reason is told.
    """
    raised = [*notes, *_flags(document)]
    wanted = _derived(article, raised)
    rejected = any(CODES[code].rejects for code in wanted) or any(_rejects(n.code) for n in raised)
    found: dict[str, list[Note]] = {}
    for note in (*raised, *(Note(code, CODES[code].what) for code in sorted(wanted))):
        known = CODES.get(note.code)
        if rejected and not (known and known.rejects):
            continue
        if known and known.when and note.code not in wanted:
            continue
        found.setdefault(note.code, []).append(note)
    rows = [
        (severity, note)
        for code, several in found.items()
        if (severity := _severity(code, profile))
        for note in _merged(several)
    ]
    rows.sort(key=lambda row: (_RANK[row[0]], row[1].code, row[1].span or (-1, -1), row[1].message))
    lines = _lines(document.source, sorted({note.span[0] for _, note in rows if note.span}))
    out = []
    for severity, note in rows:
        start, end = note.span or (None, None)
        line = None if start is None else lines[start]
        field = CODES[note.code].field if note.code in CODES else ""
        out.append(
            Issue(article.article_id, note.code, field, severity, note.message, start, end, line, note.confidence)
        )
    return out


def verdict(issues: Iterable[Issue]) -> Verdict:
    """Return `rejected` for what cannot be used at all, `review` for any other error, else `accepted`."""
    errors = {issue.code for issue in issues if issue.severity == "error"}
    if any(_rejects(code) for code in errors):
        return "rejected"
    return "review" if errors else "accepted"


def ordered(issues: Iterable[Issue]) -> list[Issue]:
    """Return issues errors first, then by code and place."""
    return sorted(issues, key=lambda i: (_RANK[i.severity], i.code, -1 if i.source_start is None else i.source_start))


def derived(article: Article, profile: Profile) -> dict[str, Severity]:
    """Return the codes that follow from an article's row alone, with their severity under a profile.

    >>> derived(Article(text="A text."), "news")["missing_date"]
    'error'
    """
    wanted = _derived(article, ())
    if any(CODES[code].rejects for code in wanted):
        wanted = {code for code in wanted if CODES[code].rejects}
    return {code: severity for code in sorted(wanted) if (severity := CODES[code].grave(profile))}


def _derived(article: Article, notes: Iterable[Note]) -> set[str]:
    """Return the codes whose predicate holds; an unreadable record is not also asked for its text."""
    if any(_rejects(note.code) and CODES[note.code].when is None for note in notes):
        return set()
    return {code.code for code in CODES.values() if code.when and code.when(article)}


def _rejects(code: str) -> bool:
    return code in CODES and CODES[code].rejects


def _severity(code: str, profile: Profile) -> Severity | None:
    """Return the severity; a code nobody declared stays visible, as an info."""
    return CODES[code].grave(profile) if code in CODES else "info"


def _flags(document: Document) -> Iterator[Note]:
    """Yield the flags of the stages as notes."""
    for entry in document.entries:
        if entry.action == "flag":
            what = f"{entry.before[:80]!r}" + (f", perhaps {entry.after[:80]!r}" if entry.after else "")
            message = f"{entry.why.rstrip('.')}: {what}" if entry.before else entry.why
            yield Note(entry.kind, message, (entry.source_start, entry.source_end), entry.confidence)


def _merged(notes: list[Note]) -> list[Note]:
    """Return the notes of one code: one a place, none without a place beside others, at most SPANS_PER_CODE."""
    by_place: dict[Span | None, Note] = {}
    for note in notes:
        by_place.setdefault(note.span, note)
    if len(by_place) > 1:
        by_place.pop(None, None)
    places = [by_place[span] for span in sorted(by_place, key=lambda span: span or (-1, -1))]
    if len(places) > SPANS_PER_CODE:
        last, more = places[SPANS_PER_CODE - 1], len(places) - SPANS_PER_CODE
        places[SPANS_PER_CODE - 1 :] = [replace(last, message=f"{last.message} (and {more} more)")]
    return places


def _lines(source: str, offsets: list[int]) -> dict[int, int]:
    """Return the line, from 1, of each offset; offsets rise, so the source is gone through once."""
    lines, line, at = {}, 1, 0
    for offset in offsets:
        line += source.count("\n", at, offset)
        at = offset
        lines[offset] = line
    return lines
