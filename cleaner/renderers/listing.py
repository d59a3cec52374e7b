"""Findings as JSON for programs: `findings.schema.json` says its form; a key is added, never changed or taken away."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import IO, Any, Final

from cleaner.renderers import wording
from cleaner.renderers.about import About
from cleaner.renderers.digest import Group, digest, rule_of
from cleaner.terminal import shown
from cleaner.validation.findings import SCHEMA, Finding

FINDINGS: Final = 10_000
GROUPS: Final = 5_000
BYTES: Final = 5_000_000


def write(findings: Iterable[Finding], about: About, out: IO[str]) -> None:
    """Write the counts, the groups by rule and host, and the findings, gravest first and as many as have room."""
    made = digest(findings, about, FINDINGS)
    head: dict[str, Any] = {
        "schema": SCHEMA,
        "cleaner_version": about.version,
        "profile": about.profile,
        "records": about.records,
        "totals": {**made.by_severity, "known": made.known},
    }
    head["alarms"] = [
        {"severity": alarm.severity, "threshold": wording.name(alarm.name), "text": wording.name(alarm.text)}
        for alarm in about.alarms
    ]
    groups = [json.dumps(_group(group), ensure_ascii=False) for group in made.groups[:GROUPS]]
    room = BYTES - sum(len(text.encode()) for text in groups)
    listed = []
    for finding in made.spread(FINDINGS):
        text = json.dumps(_finding(finding, about), ensure_ascii=False)
        room -= len(text.encode()) + 2
        if room < 0:
            break
        listed.append(text)
    head["left_out"] = {"groups": len(made.groups) - len(groups), "findings": made.total - len(listed)}
    out.write(json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}"))
    for name, texts in (("groups", groups), ("findings", listed)):
        out.write(f',\n "{name}": [' + ",".join(f"\n  {text}" for text in texts) + "\n ]")
    out.write("\n}\n")


def _group(group: Group) -> dict[str, Any]:
    return {"rule": wording.name(group.rule), "severity": group.severity, "host": wording.name(group.host) or None,
            "known": group.known, "count": group.count}  # fmt: skip


def _finding(finding: Finding, about: About) -> dict[str, Any]:
    place = about.place(finding)
    return {
        "fingerprint": finding.fingerprint, "rule": wording.name(rule_of(finding)), "severity": finding.severity,
        "known": about.is_known(finding), "what": wording.what(finding, about), "table": finding.table,
        "record": wording.name(finding.record) or None, "field": wording.name(finding.field) or None,
        "host": wording.name(finding.host or "") or None, "path": shown(place) if place else None,
        "line": finding.line, "count": finding.count,
    }  # fmt: skip
