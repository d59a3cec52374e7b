"""The rows of the tables, their columns in order. Holds data; decides nothing.

Spans are code points, end exclusive. `source_*` point into the decoded source, `text_*` into the column named by `in_`
(written as `in`). None means absent, an empty tuple an empty list.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any, Literal

Span = tuple[int, int]
Severity = Literal["error", "warning", "info"]
Verdict = Literal["accepted", "review", "rejected"]
Status = Literal["given", "found", "inferred", "ambiguous", "absent", "not_assessed"]


@dataclass(slots=True)
class Evidence:
    """One candidate for one field. Several may stand for one field; at most one is chosen (lists: several)."""

    field: str
    value: str
    role: str
    source_start: int | None
    source_end: int | None
    why: str
    confidence: float
    chosen: bool = False
    article_id: str = ""


@dataclass(slots=True)
class Statement:
    """One attribution: who said it, by which words, through whom it came."""

    statement_id: str
    article_id: str
    speaker: str | None
    speaker_id: str | None
    speaker_surface: str | None
    speaker_start: int | None
    speaker_end: int | None
    speaker_type: str | None
    co_speakers: tuple[str, ...]
    addressee: str | None
    reported_via: tuple[str, ...]
    cue: str | None
    cue_start: int | None
    cue_end: int | None
    text: str
    in_: str
    text_start: int
    text_end: int
    source_start: int
    source_end: int
    content: tuple[Span, ...]
    quotes: tuple[Span, ...]
    mode: str
    kind: str
    confidence: float
    rule: str


@dataclass(slots=True)
class LedgerRow:
    """One change or flag, as the ledger table shows it."""

    article_id: str
    seq: int
    action: str
    stage: str
    label: str | None
    kind: str | None
    rule: str
    why: str
    source_start: int
    source_end: int
    before: str
    after: str
    confidence: float


@dataclass(slots=True)
class BlockRow:
    """One block as it stands after every stage, kept or removed: what a page of the report shows.

    `article` is the probability of being article, `text_start` its place in the article's text, null outside it.
    """

    article_id: str
    block: int
    label: str | None
    rule: str
    why: str
    confidence: float
    article: float | None
    element: str
    language: str
    source_start: int
    source_end: int
    text_start: int | None
    text: str


@dataclass(slots=True)
class Issue:
    """One finding on one record."""

    article_id: str
    code: str
    field: str
    severity: Severity
    message: str
    source_start: int | None
    source_end: int | None
    line: int | None
    confidence: float | None


@dataclass(slots=True)
class Article:
    """One row per input record, whatever its verdict."""

    article_id: str = ""
    path: str | None = None
    line: int | None = None
    duplicate_of: str | None = None
    sha256: str = ""
    text_sha256: str = ""
    verdict: Verdict = "accepted"
    url: str | None = None
    host: str | None = None
    title: str | None = None
    text: str = ""
    markdown: str | None = None
    language: str = "und"
    published: str | None = None
    published_date: str | None = None
    published_at: str | None = None
    published_precision: str | None = None
    modified: str | None = None
    publisher: str | None = None
    agencies: tuple[str, ...] = ()
    photo_sources: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    published_status: Status = "absent"
    publisher_status: Status = "absent"
    speakers_status: Status = "absent"
    title_status: Status = "absent"
    url_status: Status = "absent"
    authors_status: Status = "absent"
    truncated: bool = False
    chars_source: int = 0
    chars_text: int = 0
    cleaner_version: str = ""
    kept: dict[str, Any] = field(default_factory=dict)
    """The columns the user asked to keep; written as columns of their own."""


@dataclass(slots=True)
class Findings:
    """What reading the fields of one document gave: its article row, statements, evidence and issues."""

    article: Article
    statements: list[Statement] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


@dataclass(slots=True)
class Note:
    """An issue raised while reading a field, before a profile weighs it: code, facts of this case, where, how sure."""

    code: str
    message: str
    span: Span | None = None
    confidence: float | None = None


def columns(row_type: type) -> list[str]:
    """Return the column names of a row type as they are written.

    >>> columns(Statement)[15:18]
    ['in', 'text_start', 'text_end']
    """
    return [f.name.rstrip("_") for f in fields(row_type) if f.name != "kept"]
