"""report.json: the counts of a run for programs. Its form is named by `schema`; a key is added, never changed."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any, Final

from cleaner.report import SCHEMA, Report

SOURCES: Final = 2_000
"""Of more hosts, those with most records to look at."""


def render(report: Report) -> str:
    """Return the counts as JSON, keys in a fixed order."""
    return json.dumps(counts(report), ensure_ascii=False, indent=1) + "\n"


def counts(report: Report) -> dict[str, Any]:
    """Return everything that is counted, as plain values; the articles themselves stand in the tables."""
    return {
        "schema": SCHEMA,
        "cleaner_version": report.version,
        "profile": report.profile,
        "records": {"in": report.records, **report.verdicts, "duplicates": report.duplicates},
        "characters": {"source": report.chars_source, "read": report.chars_read, "text": report.chars_text},
        "languages": report.languages,
        "hosts": report.hosts,
        "fields": report.statuses,
        "issues": [asdict(finding) for finding in report.findings],
        "causes": [asdict(cause) for cause in report.causes],
        "removals": [asdict(kind) for kind in report.removals],
        "repairs": [asdict(kind) for kind in report.repairs],
        "sources": [{**asdict(card), "removed_share": card.removed_share, "score": card.score}
                    for card in report.scorecards[:SOURCES]],
        "days": report.days,
        "clusters": [asdict(cluster) for cluster in report.clusters],
        "worst": report.worst,
        "riskiest_removals": [asdict(removal) for removal in report.risky],
        "statements": report.statements,
        "speakers": report.speakers,
        "tables": report.tables,
    }  # fmt: skip
