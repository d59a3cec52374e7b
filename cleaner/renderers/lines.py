"""Findings as lines of text, one a finding, `file:line: severity rule: what`, as editors and reviewers read linters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO, Final

from cleaner.renderers import wording
from cleaner.renderers.about import About
from cleaner.renderers.digest import digest, rule_of
from cleaner.validation.findings import Finding

LINES: Final = 500


def write(findings: Iterable[Finding], about: About, out: IO[str]) -> None:
    """Write the new findings by place, as many as a person would read, and how many there are."""
    made = digest(findings, about, LINES)
    out.writelines(f"{alarm.severity} threshold: {wording.name(alarm.text)}\n" for alarm in about.alarms)
    new = [finding for finding in made.spread(LINES) if not about.is_known(finding)]
    told = [(about.place(f) or "", f.line or 0, f.severity, rule_of(f), _line(f, about)) for f in new]
    out.writelines(f"{line}\n" for *_, line in sorted(told))
    if rest := wording.left_out(sum(finding.count for finding in new), made.total - made.known, f"{LINES} lines"):
        out.write(f"{rest}\n")
    out.write(f"{wording.sums(made.by_severity, made.known)}\n")


def _line(finding: Finding, about: About) -> str:
    rule = wording.name(rule_of(finding))
    return f"{wording.where(finding, about)}: {finding.severity} {rule}: {wording.told(finding, about)}"
