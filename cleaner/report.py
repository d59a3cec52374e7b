"""What is counted in a run: a plain model made from its tables, which every renderer shows. Renders nothing.

Two readings of the tables, both streaming: this one counts; `cleaner.reading` fetches the articles a page shows.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from heapq import nsmallest
from pathlib import Path
from typing import Any, Final

from cleaner.codes import CODES
from cleaner.doubtful import Doubtful, Removal
from cleaner.errors import SchemaError
from cleaner.history.sources import Source, sources
from cleaner.history.speakers import Speaker, speakers
from cleaner.running.hiding import is_hash
from cleaner.tables import stored
from cleaner.tables.columns import TABLES
from cleaner.taxonomy import LABELS
from cleaner.validation.patterns import Pattern, patterns

SCHEMA: Final = "cleaner-report/1"
EXAMPLES: Final = 3
WORST: Final = 10
PATTERNS: Final = 40
VOICES: Final = 50
"""Speakers that are shown, those with the most statements."""
PASSAGES: Final = 12
PASSAGE_CHARS: Final = 400
"""Of each so many passages, each so long."""
BLOCK_CHARS: Final = 80
"""About what a page spends on a block beside its text."""
SEVERITIES: Final = ("error", "warning", "info")
VERDICTS: Final = ("rejected", "review", "accepted")
FIELDS: Final = ("title", "published", "publisher", "authors", "speakers", "url")
STATUSES: Final = ("given", "found", "inferred", "ambiguous", "absent", "not_assessed")


@dataclass(slots=True)
class Cause:
    """One issue code at one host: how many records it holds back or marks, with a few of them.

    Hosts with one such record each are one cause together: `hosts` of them, and no `host`.
    """

    code: str
    host: str | None
    severity: str
    records: int = 0
    examples: list[str] = field(default_factory=list)
    message: str = ""
    hosts: int = 1


@dataclass(slots=True)
class Finding:
    """One issue code over the whole run, and what is known of it in general."""

    code: str
    field: str
    severity: str
    records: int = 0
    hosts: int = 0
    what: str = ""
    why: str = ""
    mend: str = ""


@dataclass(slots=True)
class Kind:
    """How often one label was removed, or one kind of repair made, by which rules, and how many characters it is."""

    name: str
    group: str
    count: int = 0
    records: int = 0
    chars: int = 0
    rules: dict[str, int] = field(default_factory=dict)
    examples: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class Entry:
    """One record as a list shows it; `chars` is about how much room its blocks take."""

    article_id: str
    path: str | None
    title: str | None
    host: str | None
    verdict: str
    language: str
    published: str | None
    publisher: str | None
    duplicate_of: str | None
    chars: int = 0
    codes: list[str] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    statements: int = 0


@dataclass(slots=True)
class Report:
    """Everything a renderer may show. `folder` holds the tables, for those who show the articles themselves."""

    folder: Path
    profile: str
    version: str = ""
    records: int = 0
    verdicts: dict[str, int] = field(default_factory=dict)
    duplicates: int = 0
    chars_source: int = 0
    chars_read: int = 0
    chars_text: int = 0
    languages: dict[str, int] = field(default_factory=dict)
    hosts: dict[str, int] = field(default_factory=dict)
    statuses: dict[str, dict[str, int]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    causes: list[Cause] = field(default_factory=list)
    removals: list[Kind] = field(default_factory=list)
    repairs: list[Kind] = field(default_factory=list)
    risky: list[Removal] = field(default_factory=list)
    statements: dict[str, int] = field(default_factory=dict)
    speakers: dict[str, int] = field(default_factory=dict)
    voices: list[Speaker] = field(default_factory=list)
    """Who speaks most, with some passages."""
    sources: list[Source] = field(default_factory=list)
    grid: dict[str, dict[str, int]] = field(default_factory=dict)
    """Records by host and code, of errors and warnings."""
    days: dict[str, int] = field(default_factory=dict)
    """Records by day of publication, '' for those without one; of a date that is less precise, by year or month."""
    patterns: list[Pattern] = field(default_factory=list)
    worst: list[str] = field(default_factory=list)
    """The ids of the records with the gravest issues, worst first."""
    articles: list[Entry] = field(default_factory=list)
    tables: dict[str, str] = field(default_factory=dict)

    @property
    def blocking(self) -> list[Finding]:
        """Return what keeps records from being accepted under the profile."""
        return [finding for finding in self.findings if finding.severity == "error"]


def build(folder: Path) -> Report:
    """Return what the tables in `folder` hold, counted; profile and version as run.json says.

    Raises SchemaError when there is no articles table, or a table cannot be read.
    """
    config = stored.run_json(folder).get("config")
    report = Report(folder, str(config.get("profile", "news") if isinstance(config, Mapping) else "news"))
    report.tables = {name: path.name for name in TABLES if (path := stored.find(folder, name))}
    if "articles" not in report.tables:
        raise SchemaError(
            f"{folder.name or folder}: no articles table. Expected articles.parquet, .jsonl or .csv; "
            "give the folder that `cleaner clean -o` wrote."
        )
    by_id = _count_articles(report)
    _count_issues(report, by_id)
    _count_blocks(report, by_id)
    _count_repairs(report)
    _count_statements(report, by_id)
    report.voices = speakers(folder, passages=PASSAGES, longest=PASSAGE_CHARS)[:VOICES]
    report.sources, report.patterns = sources(folder), patterns(folder)[:PATTERNS]
    report.worst = _worst(report)
    return report


def _count_articles(report: Report) -> dict[str, Entry]:
    columns = (
        *("article_id", "path", "title", "host", "verdict", "language", "published", "publisher", "duplicate_of"),
        *("chars_source", "chars_text", "cleaner_version"),
        *(f"{name}_status" for name in FIELDS),
    )
    verdicts: Counter[str] = Counter()
    languages: Counter[str] = Counter()
    hosts: Counter[str] = Counter()
    days: Counter[str] = Counter()
    statuses: dict[str, Counter[str]] = {name: Counter() for name in FIELDS}
    for row in stored.rows(report.folder, "articles", columns):
        entry = Entry(
            row["article_id"], row["path"], row["title"], row["host"], row["verdict"], row["language"] or "und",
            row["published"], row["publisher"], row["duplicate_of"],
        )  # fmt: skip
        report.articles.append(entry)
        days[(entry.published or "")[:10]] += 1
        verdicts[entry.verdict] += 1
        languages[entry.language] += 1
        hosts[entry.host or ""] += 1
        report.duplicates += entry.duplicate_of is not None
        report.chars_source += row["chars_source"] or 0
        report.chars_text += row["chars_text"] or 0
        report.version = report.version or row["cleaner_version"] or ""
        for name in FIELDS:
            if status := row[f"{name}_status"]:
                statuses[name][status] += 1
    report.records = len(report.articles)
    report.verdicts = {verdict: verdicts[verdict] for verdict in reversed(VERDICTS)}
    report.languages, report.hosts, report.days = _ranked(languages), _ranked(hosts), dict(sorted(days.items()))
    report.statuses = {n: {s: c[s] for s in STATUSES if c[s]} for n, c in statuses.items() if c}
    return {entry.article_id: entry for entry in report.articles}


def _count_issues(report: Report, by_id: Mapping[str, Entry]) -> None:
    findings: dict[str, Finding] = {}
    causes: dict[tuple[str, str | None], Cause] = {}
    for row in stored.rows(report.folder, "issues", ("article_id", "code", "field", "severity", "message")):
        entry, code, severity = by_id.get(row["article_id"]), row["code"], row["severity"]
        if entry is None:
            continue
        known = CODES.get(code)
        finding = findings.setdefault(code, Finding(code, row["field"] or "", severity))
        if known is not None and not finding.what:
            finding.what, finding.why, finding.mend = known.what, known.why, known.mend
        cause = causes.setdefault((code, entry.host), Cause(code, entry.host, severity, message=row["message"] or ""))
        for at in (finding, cause):
            at.severity = min(at.severity, severity, key=_gravity)
        if code in entry.codes:
            continue
        entry.codes.append(code)
        finding.records += 1
        finding.hosts += cause.records == 0
        cause.records += 1
        if len(cause.examples) < EXAMPLES:
            cause.examples.append(entry.article_id)
    report.findings = sorted(findings.values(), key=lambda f: (_gravity(f.severity), -f.records, f.code))
    for cause in causes.values():
        if cause.severity != "info":
            report.grid.setdefault(cause.host or "", {})[cause.code] = cause.records
    report.causes = sorted(
        _gather(causes.values()), key=lambda c: (_gravity(c.severity), -c.records, c.code, c.host or "")
    )


def _gather(causes: Iterable[Cause]) -> Iterator[Cause]:
    """Yield the causes, those of one record each put together where more than two hosts share a code."""
    single: dict[str, list[Cause]] = defaultdict(list)
    for cause in causes:
        if cause.records > 1:
            yield cause
        else:
            single[cause.code].append(cause)
    for code, alike in single.items():
        if len(alike) <= 2:
            yield from alike
            continue
        examples = [example for cause in alike[:EXAMPLES] for example in cause.examples]
        severity = min((cause.severity for cause in alike), key=_gravity)
        yield Cause(code, None, severity, len(alike), examples, alike[0].message, len(alike))


def _count_blocks(report: Report, by_id: Mapping[str, Entry]) -> None:
    """Count what was taken out, by label; where there is no blocks table the ledger says it."""
    columns = ("article_id", "block", "label", "rule", "why", "confidence", "article", "text", "action", "before",
               "source_start", "source_end")  # fmt: skip
    from_ledger = "blocks" not in report.tables
    kinds: dict[str, Kind] = {}
    seen: set[tuple[str, str]] = set()
    doubtful = Doubtful()
    for row in stored.rows(report.folder, "ledger" if from_ledger else "blocks", columns):
        label, entry = row["label"], by_id.get(row["article_id"])
        text = (row["before"] if from_ledger else row["text"]) or ""
        chars = (row["source_end"] or 0) - (row["source_start"] or 0) if is_hash(text) else len(text)
        report.chars_read += chars
        if entry is not None:
            entry.chars += len(text) + BLOCK_CHARS
        group = LABELS[label][0] if label in LABELS else "noise"
        if not label or (row["action"] != "remove" if from_ledger else group == "article"):
            continue
        kind = kinds.setdefault(label, Kind(label, group))
        _add(kind, row, chars, seen, label)
        if entry is not None and label not in entry.labels:
            entry.labels.append(label)
        doubtful.see(row, text)
    report.removals = _in_order(kinds)
    report.risky = doubtful.riskiest()


def _count_repairs(report: Report) -> None:
    kinds: dict[str, Kind] = {}
    seen: set[tuple[str, str]] = set()
    for row in stored.rows(report.folder, "ledger", ("article_id", "action", "kind", "rule", "before", "after")):
        if row["action"] != "repair":
            continue
        name = row["kind"] or "repair"
        kind = kinds.setdefault(name, Kind(name, "repair"))
        before, after = row["before"] or "", row["after"] or ""
        _add(kind, row, len(before), seen, name)
        pair = (before[:80], after[:80])
        if len(kind.examples) < EXAMPLES and pair not in kind.examples:
            kind.examples.append(pair)
    report.repairs = _in_order(kinds)


def _count_statements(report: Report, by_id: Mapping[str, Entry]) -> None:
    kinds: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for row in stored.rows(report.folder, "statements", ("article_id", "speaker", "kind")):
        kinds[row["kind"] or "statement"] += 1
        if row["speaker"]:
            named[row["speaker"]] += 1
        if (entry := by_id.get(row["article_id"])) is not None:
            entry.statements += 1
    report.statements = _ranked(kinds)
    report.speakers = dict(list(_ranked(named).items())[:VOICES])


def _worst(report: Report) -> list[str]:
    """Return the records with the gravest issues: rejected before held, then by errors, then by warnings."""
    severities = {finding.code: finding.severity for finding in report.findings}
    ranked = []
    for entry in report.articles:
        grave = [severities[code] for code in entry.codes if severities[code] != "info"]
        if grave:
            verdict = VERDICTS.index(entry.verdict) if entry.verdict in VERDICTS else len(VERDICTS)
            ranked.append((verdict, -grave.count("error"), -len(grave), entry.path or "", entry.article_id))
    return [row[-1] for row in nsmallest(WORST, ranked)]


# --- small judgements ------------------------------------------------------------------------------------------------


def _add(kind: Kind, row: Mapping[str, Any], chars: int, seen: set[tuple[str, str]], name: str) -> None:
    kind.count += 1
    kind.chars += chars
    rule = row["rule"] or ""
    kind.rules[rule] = kind.rules.get(rule, 0) + 1
    if (key := (name, row["article_id"])) not in seen:
        seen.add(key)
        kind.records += 1


def _in_order(kinds: Mapping[str, Kind]) -> list[Kind]:
    for kind in kinds.values():
        kind.rules = _ranked(Counter(kind.rules))
    return sorted(kinds.values(), key=lambda kind: (-kind.count, kind.name))


def _ranked(counts: Counter[str]) -> dict[str, int]:
    """Return the counts, most frequent first; equal ones by name."""
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _gravity(severity: str) -> int:
    return SEVERITIES.index(severity) if severity in SEVERITIES else len(SEVERITIES)
