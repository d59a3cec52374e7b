"""How much of what is too much: thresholds as counts or shares, over all records or per host, to warn or to fail.

A threshold is written `NAME>LIMIT[@host[:LEAST]]`:

    missing_date>2%             in more than 2 % of all records
    missing_date>2%@host:20     … of the records of any host that has at least 20
    error>0                     any record with an error
    rejected>1%                 a verdict
    new>0                       findings that are in no baseline

NAME is an issue code, the id of a rule, a severity (error, warning, info: this or graver), a verdict (review,
rejected), or `new`. What is counted are records, each once; of a table as a whole, findings.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from cleaner.codes import CODES
from cleaner.errors import UsageError
from cleaner.tables.rows import Verdict
from cleaner.validation.findings import SEVERITIES, Finding, graver

Level = Literal["fail", "warn"]
VERDICTS: Final[tuple[Verdict, ...]] = ("review", "rejected", "accepted")
NEW: Final = "new"
NAMES: Final = (*CODES, *SEVERITIES, *VERDICTS, NEW)
_FORM: Final = re.compile(
    r"\s*([^\s>@]{1,120})\s*>\s*(\d{1,12}(?:\.\d{1,6})?)\s*(%?)\s*(?:@\s*host\s*(?::\s*(\d{1,9}))?)?\s*"
)
_EXPECTED: Final = "expected NAME>LIMIT or NAME>LIMIT@host:LEAST, as in missing_date>2%@host:20"


@dataclass(frozen=True, slots=True)
class Threshold:
    """One threshold. `limit` is a share (0 to 1) when `share`, else a count; `least` the records a host must have."""

    name: str
    limit: float
    share: bool = False
    per_host: bool = False
    least: int = 1
    level: Level = "fail"

    def __str__(self) -> str:
        limit = f"{self.limit * 100:g}%" if self.share else f"{self.limit:g}"
        per = f"@host:{self.least}" if self.per_host else ""
        return f"{self.name}>{limit}{per}"


@dataclass(slots=True)
class Counts:
    """Records by host, records with a finding by name and host, and findings of tables as a whole by name."""

    hosts: Counter[str] = field(default_factory=Counter)
    found: Counter[tuple[str, str]] = field(default_factory=Counter)
    tables: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Crossed:
    """A threshold that is crossed: at which host (None: over all), by how many of how many records."""

    threshold: Threshold
    host: str | None
    count: int
    records: int

    def __str__(self) -> str:
        share = f" ({100 * self.count / self.records:.1f}%)" if self.records else ""
        where = "" if self.host is None else f" at {self.host or 'records without a host'}"
        return f"{self.threshold}: {self.count:,} of {self.records:,} records{share}{where}"


def parse(text: str, level: Level = "fail", names: Collection[str] = NAMES, others: bool = True) -> Threshold:
    """Return the threshold that a text states; with `others` rules of a schema may be named beside `names`.

    Raises UsageError for a text that states none.

    >>> parse("missing_date > 2 % @host:20")
    Threshold(name='missing_date', limit=0.02, share=True, per_host=True, least=20, level='fail')
    """
    found = _FORM.fullmatch(text)
    if not found:
        raise UsageError(f"threshold {text!r}: {_EXPECTED}.")
    name, limit, percent, least = found.groups()
    if name not in names and not (others and "/" in name):
        import difflib

        near = difflib.get_close_matches(name, names, 1, 0.6)
        hint = f" Did you mean {near[0]!r}?" if near else ""
        what = "issue code, rule, severity or verdict" if others else "field, issue code, or changed, removed, added"
        raise UsageError(f"threshold {text!r}: {name!r} is no {what}.{hint}")
    share = percent == "%"
    if share and float(limit) > 100:
        raise UsageError(f"threshold {text!r}: {limit}% is more than all; {_EXPECTED}.")
    return Threshold(name, float(limit) / 100 if share else float(limit), share, "@" in text, int(least or 1), level)


def count(
    findings: Iterable[tuple[Finding, bool]], names: Iterable[str], hosts: Mapping[str, int],
    verdicts: Mapping[tuple[str, str], int] | None = None,
) -> Counts:  # fmt: skip
    """Return what thresholds of these names look at; each finding comes with whether it is new.

    `hosts` are the records of each host ('' for those without), `verdicts` those of each verdict and host.
    """
    counts = Counts(Counter(hosts), Counter(verdicts or {}))
    wanted, seen = frozenset(names), set[tuple[str, str]]()
    for finding, is_new in findings:
        for name in wanted.intersection(_names(finding, is_new)):
            if not finding.record and not finding.key:
                counts.tables[name] += 1
            elif (name, finding.record or finding.key) not in seen:
                seen.add((name, finding.record or finding.key))
                counts.found[name, finding.host or ""] += 1
    return counts


def crossed(thresholds: Iterable[Threshold], counts: Counts) -> Iterator[Crossed]:
    """Yield the thresholds that are crossed, in their order; of hosts the worst first."""
    for threshold in thresholds:
        by_host = {host: n for (name, host), n in counts.found.items() if name == threshold.name}
        if not threshold.per_host:
            count = sum(by_host.values()) + counts.tables[threshold.name]
            records = sum(counts.hosts.values())
            if _beyond(threshold, count, records):
                yield Crossed(threshold, None, count, records)
            continue
        over = [
            Crossed(threshold, host, n, counts.hosts[host])
            for host, n in by_host.items()
            if counts.hosts[host] >= threshold.least and _beyond(threshold, n, counts.hosts[host])
        ]
        yield from sorted(over, key=lambda c: (-c.count / max(1, c.records), -c.count, c.host or ""))


def _beyond(threshold: Threshold, count: int, records: int) -> bool:
    # shares are compared as counts: 2 of 100 is not more than 2 %, whatever 0.02 is in binary
    limit = round(threshold.limit * records, 9) if threshold.share else threshold.limit
    return count > limit


def _names(finding: Finding, is_new: bool) -> Iterator[str]:
    """Yield every name under which a finding counts."""
    yield finding.code
    if is_new:
        yield NEW
    if finding.rule != finding.code:
        yield finding.rule
    for severity in SEVERITIES:
        if graver(finding.severity, severity):
            yield severity
