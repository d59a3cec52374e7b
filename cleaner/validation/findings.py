"""A finding in the form that everything reads that acts on one: renderers, thresholds, baselines, comparisons.

Findings come from the folder of a run, from tables that were checked, or from one record. They stream in the order of
the records, so that nobody needs to hold them all. Judges nothing: codes, severities and messages are as they came.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from cleaner.codes import CODES
from cleaner.tables import stored
from cleaner.tables.rows import Severity, Span

if TYPE_CHECKING:
    import pandas as pd

    from cleaner.validation.breach import Breach

SCHEMA: Final = "cleaner-findings/1"
SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "info")
"""Gravest first."""
_PLACE: Final = ("article_id", "url", "host", "path", "line")
_OWN: Final = {"statements": ("statement_id",), "ledger": ("article_id", "seq"), "blocks": ("article_id", "block")}
"""What a row of another table is known by."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong with one record, or with a table as a whole (then `record` is empty).

    `code` is the kind of finding (cleaner.codes), or the id of a rule of the user's; `rule` the rule of a schema that
    was broken, such as `articles/has_date`, else the code once more. `path` and `line` point into the raw file, or,
    where a table says nothing of one, into the table; `span` into the decoded source of the record. `fingerprint` is
    the same in every run in which the finding is the same: no line, no date and no wording is in it. `count` is how
    many rows of a table one finding stands for; `key` what its record is known by from crawl to crawl.
    """

    rule: str
    code: str
    severity: Severity
    message: str
    table: str = "articles"
    record: str = ""
    field: str = ""
    path: str | None = None
    line: int | None = None
    span: Span | None = None
    host: str | None = None
    fingerprint: str = ""
    count: int = 1
    key: str = ""


def of_run(folder: Path, least: Severity = "info") -> Iterator[Finding]:
    """Yield the findings of a run in the order of its records, those of severity `least` or graver.

    Raises SchemaError for a table that cannot be read.
    """
    beside = _Articles(folder)
    ordinal, at = _Ordinal(), None
    for row in stored.rows(folder, "issues"):
        if not graver(row["severity"], least):
            continue
        article = beside.of(row["article_id"])
        if article is not at:
            ordinal, at = _Ordinal(), article
        yield _of_issue(article, row, ordinal)


def of_record(article: Mapping[str, Any], issues: Iterable[Mapping[str, Any]]) -> Iterator[Finding]:
    """Yield the findings of one record: its row of articles, its rows of issues, as mappings."""
    ordinal = _Ordinal()
    for row in issues:
        yield _of_issue(article, row, ordinal)


class Origin(NamedTuple):
    """The file a table was read from, and the line at which each row begins (None: rows have no lines)."""

    path: str
    lines: Sequence[int] | None = None


def of_breaches(
    breaches: Iterable[Breach], tables: Mapping[str, pd.DataFrame], origins: Mapping[str, Origin] | None = None
) -> Iterator[Finding]:
    """Yield the findings of checked tables, one a row that breaks a rule, one for a table as a whole.

    `origins` says which file each table was read from: where its rows do not say which raw file they are of, the
    finding points at the row of the table.
    """
    ordinal = _Ordinal()
    for breach in breaches:
        origin = (origins or {}).get(breach.table)
        rule = breach.rule or breach.code
        if breach.rows is not None:
            yield from _of_rows(breach, rule, tables, origin, ordinal)
            continue
        yield Finding(rule, breach.code, breach.severity, breach.message, breach.table, "", breach.column,
                      origin and origin.path, 1 if origin else None, None, None,
                      fingerprint(breach.table, rule, breach.column))  # fmt: skip


def of_folder(folder: Path, breaches: Sequence[Breach], tables: Mapping[str, pd.DataFrame],
              origins: Mapping[str, Origin] | None = None) -> Iterator[Finding]:  # fmt: skip
    """Yield what a run told of its records, then what its tables break beside; the same of one record once."""
    codes, told = {breach.code for breach in breaches}, set()
    for finding in of_run(folder):
        if finding.code in codes:
            told.add((finding.record, finding.code))
        yield finding
    for finding in of_breaches(breaches, tables, origins):
        if (finding.record, finding.code) not in told:
            yield finding


def fingerprint(*parts: str) -> str:
    """Return what names a finding in every run: of the table, the rule or code, the field, the record.

    >>> fingerprint("articles", "missing_date", "published") == fingerprint("articles", "missing_date", "published")
    True
    """
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def record_key(article: Mapping[str, Any]) -> str:
    """Return what a record is known by from crawl to crawl: its address, else its file, else its id.

    An id is made from the bytes of a page, which change with every clock on it; the address stays.

    >>> record_key({"url": "https://www.example.org/a/?id=3#top", "article_id": "x"})
    'example.org/a?id=3'
    >>> record_key({"path": "a.html", "article_id": "x"}), record_key({"path": "c.jsonl", "line": 3, "article_id": "x"})
    ('a.html', 'x')
    """
    if url := str(_said(article, "url") or ""):
        place = url.partition("#")[0].partition("://")[2] or url
        path, mark, query = place.removeprefix("www.").partition("?")
        return path.rstrip("/") + mark + query
    if _said(article, "line") is None and (path := _said(article, "path")):
        return str(path)
    return str(_said(article, "article_id") or "")


def record_keys(articles: pd.DataFrame) -> Iterator[str]:
    """Yield what each record of a table is known by."""
    for number, place in enumerate(_cells(articles, _PLACE, range(len(articles)))):
        yield record_key(place) or f"row {number + 1}"


def graver(severity: str, least: Severity) -> bool:
    """Return whether a severity is `least` or graver; one that nobody knows counts as an info."""
    return (SEVERITIES.index(severity) if severity in SEVERITIES else 2) <= SEVERITIES.index(least)


class _Ordinal:
    """Tells findings of one code and field of one record apart: the first, the second, whatever their place is."""

    def __init__(self) -> None:
        self._seen: Counter[tuple[str, ...]] = Counter()

    def next(self, *named: str) -> str:
        self._seen[named] += 1
        return str(self._seen[named] - 1)


class _Articles:
    """The article of each row of another table, found by reading both side by side: both are in one order.

    A table in another order is searched through once more and then remembered.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._rows = stored.rows(folder, "articles", _PLACE)
        self._at: Mapping[str, Any] = {}
        self._all: dict[str, Mapping[str, Any]] | None = None

    def of(self, article_id: str) -> Mapping[str, Any]:
        if self._at.get("article_id") == article_id:
            return self._at
        if self._all is None:
            for row in self._rows:
                if row["article_id"] == article_id:
                    self._at = row
                    return row
            self._all = {row["article_id"]: row for row in stored.rows(self._folder, "articles", _PLACE)}
        self._at = self._all.get(article_id) or {"article_id": article_id}
        return self._at


def _of_issue(article: Mapping[str, Any], row: Mapping[str, Any], ordinal: _Ordinal) -> Finding:
    code, field = row["code"], row["field"] or ""
    start, end = row["source_start"], row["source_end"]
    line = _said(article, "line")
    return Finding(
        code, code, row["severity"], row["message"] or "", "articles", row["article_id"], field,
        _said(article, "path"), row["line"] if line is None else line,
        None if start is None or end is None else (start, end), _said(article, "host"),
        fingerprint("articles", code, field, record_key(article), ordinal.next(code, field)), key=record_key(article),
    )  # fmt: skip


def _of_rows(
    breach: Breach, rule: str, tables: Mapping[str, pd.DataFrame], origin: Origin | None, ordinal: _Ordinal
) -> Iterator[Finding]:
    numbers = list(breach.rows or ())
    rows = _cells(tables[breach.table], ("article_id", *_OWN.get(breach.table, ())), numbers)
    places = _cells(tables[breach.table], _PLACE, numbers) if breach.table == "articles" else _beside(tables, rows)
    known = CODES.get(breach.code)
    field = known.field if known and known.field != "table" else breach.column
    for number, row, place in zip(numbers, rows, places, strict=True):
        known_by = record_key(place) or f"row {number + 1}"
        if breach.table == "articles":  # as a run tells it, so that one baseline serves both
            own: tuple[str, ...] = (breach.code, field, known_by, ordinal.next(breach.code, field, known_by))
        else:
            own = (rule, breach.column, *(str(row[name]) for name in _OWN.get(breach.table, ("article_id",))))
        path, line = _said(place, "path"), _said(place, "line")
        if path is None and origin is not None:
            path, line = origin.path, origin.lines[number] if origin.lines else 1
        yield Finding(
            rule, breach.code, breach.severity, breach.message, breach.table, str(row["article_id"] or ""), field,
            path, None if line is None else int(line), None, _said(place, "host"),
            fingerprint(breach.table, *own), key=known_by,
        )  # fmt: skip


def _beside(tables: Mapping[str, pd.DataFrame], rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return what stands of each row's article in the articles table, where there is one."""
    articles = tables.get("articles")
    if articles is None or "article_id" not in articles:
        return [{"article_id": row["article_id"]} for row in rows]
    wanted = {row["article_id"] for row in rows}
    numbers = articles["article_id"].isin(wanted).to_numpy().nonzero()[0].tolist()
    found = {place["article_id"]: place for place in _cells(articles, _PLACE, numbers)}
    return [found.get(row["article_id"], row) for row in rows]


def _cells(frame: pd.DataFrame, names: Sequence[str], numbers: Sequence[int]) -> list[dict[str, Any]]:
    """Return these columns of these rows as plain values; None where there is none."""
    import pandas as pd

    columns = []
    for name in names:
        values = frame[name].iloc[list(numbers)] if name in frame else [None] * len(numbers)
        columns.append([None if value is pd.NA else value for value in values])
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def _said(row: Mapping[str, Any], name: str) -> Any:
    """Return a cell, None where it is empty or null in the manner of pandas."""
    value = row.get(name)
    return None if value is None or value != value or value == "" else value
