"""Findings as Markdown: the summary of a job, or a comment on a pull request. Every cell from a scrape is escaped.

One length serves all readers: a comment on GitHub may have 65,536 characters, the summary of a step 1 MiB (above which
GitHub drops it whole).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO, Final

from cleaner.renderers import wording
from cleaner.renderers.about import About
from cleaner.renderers.digest import Digest, Group, digest
from cleaner.renderers.markdown import cell, table
from cleaner.validation.findings import SEVERITIES, Finding

LENGTH: Final = 60_000
GROUPS: Final = 60
EXAMPLES: Final = 3
_CELL: Final = 120


def write(findings: Iterable[Finding], about: About, out: IO[str]) -> None:
    """Write the summary: counts, the groups of findings a person should look at first, how to mend each kind."""
    made = digest(findings, about, GROUPS * EXAMPLES)
    groups = [group for group in made.groups if not group.known]
    for shown in (groups[:GROUPS], groups[: GROUPS // 3], groups[: GROUPS // 20]):
        text = _text(made, groups, shown, about)
        if len(text) <= LENGTH:
            break
    out.write(text)


def _text(made: Digest, groups: list[Group], shown: list[Group], about: About) -> str:
    records = f" in {wording.some(about.records, 'record')}" if about.records is not None else ""
    parts = [f"## cleaner: {wording.sums(made.by_severity, made.known)}", f"Profile `{cell(about.profile)}`{records}."]
    if about.alarms:
        lines = [f"- **{alarm.severity}**: {cell(wording.name(alarm.text))}" for alarm in about.alarms]
        parts.append("\n".join(lines[:GROUPS]))
    if not groups:
        parts.append("No new findings." if made.known else "No findings.")
    else:
        rows = [_row(group, about) for group in shown]
        parts.append(table(("findings", "severity", "rule", "what", "host", "first of them"), rows))
        counted = sum(group.count for group in shown)
        limit = f"{len(groups) - len(shown):,} of {len(groups):,} groups by rule and host"
        if rest := wording.left_out(counted, sum(made.totals.values()), limit):
            parts.append(rest)
        parts += _mending(shown)
    return "\n\n".join(parts) + "\n"


def _row(group: Group, about: About) -> tuple[str, ...]:
    examples = "; ".join(wording.where(finding, about)[-_CELL:] for finding in group.findings[:EXAMPLES])
    what = wording.what(group.findings[0], about)
    return (f"{group.count:,}", group.severity, wording.name(group.rule)[:_CELL], what[: _CELL + about.snippets],
            wording.host(group)[:_CELL], examples)  # fmt: skip


def _mending(shown: list[Group]) -> list[str]:
    """Return what to do about each kind of finding that is more than an info."""
    kinds = {group.code: group for group in shown if group.severity in SEVERITIES[:2] and wording.mend(group.code)}
    rows = [(code, wording.why(code), wording.mend(code)) for code in kinds]
    return ["### To mend them", table(("rule", "why", "what to do"), rows)] if rows else []
