"""What a run or a table ends with: thresholds crossed, findings that are new, findings that are healed.

Reads findings once, in whatever order they come; changes no table. Only the baseline is written, and only when asked.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from cleaner.codes import CODES
from cleaner.config import Judging
from cleaner.tables import stored
from cleaner.validation import baseline as baselines
from cleaner.validation import thresholds
from cleaner.validation.baseline import Compared, Known
from cleaner.validation.findings import Finding, record_key
from cleaner.validation.thresholds import Crossed

SHOWN: Final = 20
_PLACE: Final = ("article_id", "url", "path", "line")


@dataclass(frozen=True, slots=True)
class Records:
    """What is judged: the records of each host ('' for none), of each verdict and host, and what they are known by."""

    hosts: Mapping[str, int]
    verdicts: Mapping[tuple[str, str], int]
    keys: Callable[[], Iterable[str]]


@dataclass(slots=True)
class Judged:
    """What it came to. `new` holds the first of the new findings; `known` how many were known."""

    crossed: list[Crossed] = field(default_factory=list)
    new: list[Finding] = field(default_factory=list)
    new_count: int = 0
    known: int = 0
    healed: list[Known] = field(default_factory=list)
    baseline: Path | None = None
    ratcheted: bool = False

    @property
    def fails(self) -> bool:
        """Return whether a threshold is crossed that fails."""
        return any(one.threshold.level == "fail" for one in self.crossed)


def judge(
    findings: Iterable[Finding], records: Records, judging: Judging, defaults: Sequence[str] = (),
    ratchet: bool = False, unseen: Collection[str] = (),
) -> Judged:  # fmt: skip
    """Return what findings come to.

    `defaults` are the thresholds that hold when none is stated to fail; with a baseline a new finding fails then.
    `unseen` are codes that these findings could not hold: what is known of them is not healed by their absence.
    Raises UsageError for a threshold or a baseline that cannot be read.
    """
    stated = judging.fail_if or (("new>0",) if judging.baseline else tuple(defaults))
    asked = [thresholds.parse(text, "fail") for text in stated]
    asked += [thresholds.parse(text, "warn") for text in judging.warn_if]
    judged = Judged(baseline=Path(judging.baseline) if judging.baseline else None)
    compared = Compared()
    base = baselines.read(judged.baseline) if judged.baseline else None
    stream = baselines.fresh(findings, base, compared) if base else ((finding, False) for finding in findings)
    names = [threshold.name for threshold in asked]
    counts = thresholds.count(_noted(stream, judged), names, records.hosts, records.verdicts)
    judged.crossed = list(thresholds.crossed(asked, counts))
    if base is not None and judged.baseline is not None:
        judged.known = sum(compared.standing.values())
        judged.healed = baselines.healed(base, compared, records.keys(), unseen)
        if ratchet and judged.healed:
            baselines.write(judged.baseline, baselines.ratcheted(base, judged.healed))
            judged.ratcheted = True
    return judged


def is_asked(judging: Judging) -> bool:
    """Return whether anything is stated by which to judge."""
    return bool(judging.fail_if or judging.warn_if or judging.baseline)


def of_run(folder: Path) -> Records:
    """Return the records of a run's folder."""
    hosts: dict[str, int] = {}
    verdicts: dict[tuple[str, str], int] = {}
    for row in stored.rows(folder, "articles", ("host", "verdict")):
        host = row["host"] or ""
        hosts[host] = hosts.get(host, 0) + 1
        verdicts[row["verdict"], host] = verdicts.get((row["verdict"], host), 0) + 1
    return Records(hosts, verdicts, lambda: (record_key(row) for row in stored.rows(folder, "articles", _PLACE)))


def words(judged: Judged) -> Iterator[tuple[str, str]]:
    """Yield what to tell a person: severity and line."""
    for one in judged.crossed:
        yield ("error" if one.threshold.level == "fail" else "warning"), f"{one.threshold.level}: {one}"
    for finding in judged.new:
        place = f"{finding.path or finding.key or finding.table}" + (f":{finding.line}" if finding.line else "")
        # the log of a job may be public: of a record its own words are not told, of a table as a whole they are
        what = CODES[finding.code].what if finding.record and finding.code in CODES else finding.message
        yield finding.severity, f"new: {finding.code} {place} {finding.record}: {what}"
    if judged.new_count > len(judged.new):
        yield "info", f"… and {judged.new_count - len(judged.new):,} new findings more"
    if judged.baseline:
        told = f"baseline: {judged.known:,} known, {judged.new_count:,} new, {len(judged.healed):,} healed"
        if judged.ratcheted:
            told += f"; the healed ones are taken out of {judged.baseline.name} and cannot return"
        elif judged.healed:
            told += "; --ratchet takes the healed ones out of the baseline, so that they cannot return"
        yield "info", told


def _noted(stream: Iterable[tuple[Finding, bool]], judged: Judged) -> Iterator[tuple[Finding, bool]]:
    for finding, is_new in stream:
        if is_new:
            judged.new_count += 1
            if len(judged.new) < SHOWN:
                judged.new.append(finding)
        yield finding, is_new


def ready(judging: Judging) -> None:
    """Look whether everything that is stated can be read, before anything is done.

    Raises UsageError for a threshold or a baseline that cannot, SchemaError for a baseline that is none.
    """
    for text in (*judging.fail_if, *judging.warn_if):
        thresholds.parse(text)
    if judging.baseline:
        baselines.read(Path(judging.baseline))
