"""Findings that are known: written down once, so that only new ones fail. What is healed can never come back.

The file is for a repository: sorted, one line a finding, no text of an article in it, no line number and no date.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, NamedTuple

from cleaner.errors import SchemaError, UsageError
from cleaner.tables.jsonline import json_object, lines_of
from cleaner.tables.rows import Severity
from cleaner.tables.writing import write_text
from cleaner.validation.findings import Finding, graver

SCHEMA: Final = "cleaner-baseline/1"


class Known(NamedTuple):
    """One finding that is known: what it is known by, its code, its record, how often it stands there."""

    code: str
    record: str
    fingerprint: str
    times: int = 1


@dataclass(slots=True)
class Baseline:
    """The findings that are known, by fingerprint; those less grave than `least` were left aside."""

    known: dict[str, Known] = field(default_factory=dict)
    least: Severity = "warning"

    def __len__(self) -> int:
        return sum(known.times for known in self.known.values())


@dataclass(slots=True)
class Compared:
    """What became of a baseline in a run: how often each finding of it still stands, and which are healed."""

    standing: Counter[str] = field(default_factory=Counter)
    healed: list[Known] = field(default_factory=list)


def of(findings: Iterable[Finding], least: Severity = "warning") -> Baseline:
    """Return a baseline of those of the findings that are of severity `least` or graver."""
    known: dict[str, Known] = {}
    for finding in findings:
        if not graver(finding.severity, least):
            continue
        before = known.get(finding.fingerprint)
        known[finding.fingerprint] = Known(
            finding.code, finding.key, finding.fingerprint, 1 + (before.times if before else 0)
        )
    return Baseline(known, least)


def read(path: Path) -> Baseline:
    """Return the baseline in a file.

    Raises UsageError when there is none, SchemaError for a file that is none, with the line.
    """
    if not path.is_file():
        raise UsageError(f"{path}: no such baseline. Make one with `cleaner baseline OUT --file {path}`.")
    made = Baseline()
    for number, line in lines_of(path, _MEND):
        said = json_object(line, f"{path.name}, line {number}", _MEND)
        if number == 1:
            if said.get("schema") != SCHEMA:
                raise SchemaError(
                    f"{path.name}: is no baseline of this version. Expected {SCHEMA!r} in its first line, found "
                    f"{said.get('schema')!r}. Make it anew with `cleaner baseline OUT --file {path.name} --renew`."
                )
            made.least = said.get("least", made.least)
            continue
        try:
            one = Known(str(said["code"]), str(said["record"]), str(said["fingerprint"]), int(said.get("count", 1)))
        except (KeyError, TypeError, ValueError) as error:
            raise SchemaError(f"{path.name}, line {number}: no finding: {error}. {_MEND}") from error
        made.known[one.fingerprint] = one
    if path.stat().st_size == 0:
        raise SchemaError(f"{path.name}: is empty. {_MEND}")
    return made


def write(path: Path, baseline: Baseline) -> None:
    """Write a baseline; equal findings give equal files."""
    lines = [json.dumps({"schema": SCHEMA, "least": baseline.least})]
    for one in sorted(baseline.known.values()):
        said: dict[str, Any] = {"code": one.code, "record": one.record, "fingerprint": one.fingerprint}
        lines.append(json.dumps(said | ({"count": one.times} if one.times > 1 else {}), ensure_ascii=True))
    write_text(path, "\n".join(lines) + "\n")


def fresh(findings: Iterable[Finding], baseline: Baseline, compared: Compared) -> Iterator[tuple[Finding, bool]]:
    """Yield the findings that are not known, each with whether it is new; `compared` is told which of the known stand.

    Of a finding that is known twice the third is new. What is less grave than the baseline holds is never new.
    """
    standing = compared.standing
    for finding in findings:
        one = baseline.known.get(finding.fingerprint)
        if one is not None and standing[finding.fingerprint] < one.times:
            standing[finding.fingerprint] += 1
        else:
            yield finding, graver(finding.severity, baseline.least)


def healed(
    baseline: Baseline, compared: Compared, records: Iterable[str], unseen: Collection[str] = ()
) -> list[Known]:
    """Return what is known and stands no more, of the records that were looked at, but of the codes `unseen`.

    A record that was not in this run is not healed: a run over half of the inputs forgets nothing of the other half.
    """
    wanted = {one.record for one in baseline.known.values()}
    seen = {record for record in records if record in wanted} | {""}
    compared.healed = [
        one._replace(times=one.times - compared.standing[one.fingerprint])
        for one in sorted(baseline.known.values())
        if one.record in seen and one.code not in unseen and compared.standing[one.fingerprint] < one.times
    ]
    return compared.healed


def ratcheted(baseline: Baseline, gone: Iterable[Known]) -> Baseline:
    """Return a baseline without what is healed: should it come back, it is new."""
    known = dict(baseline.known)
    for one in gone:
        left = known[one.fingerprint].times - one.times
        if left > 0:
            known[one.fingerprint] = one._replace(times=left)
        else:
            del known[one.fingerprint]
    return Baseline(known, baseline.least)


def joined(one: Baseline, other: Baseline) -> Baseline:
    """Return a baseline of the findings of both."""
    known = dict(one.known)
    for fingerprint, more in other.known.items():
        before = known.get(fingerprint)
        known[fingerprint] = more._replace(times=more.times + (before.times if before else 0))
    return Baseline(known, one.least)


_MEND: Final = "Restore the file from your repository, or make it anew with --renew."
