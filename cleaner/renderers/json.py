"""report.json: the counts of a run for programs. Its form is named by `schema`; a key is added, never changed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, Final

from cleaner.history.sources import Source
from cleaner.history.speakers import Speaker, table
from cleaner.report import SCHEMA, Report

SOURCES: Final = 2_000
"""Of more hosts, the worst."""
SPEAKER_SOURCES: Final = 50
"""Of more sources of one speaker, those with the most statements."""


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
        "sources": [_source(card, report.grid.get(card.host, {})) for card in report.sources[:SOURCES]],
        "days": report.days,
        "patterns": [asdict(pattern) for pattern in report.patterns],
        "worst": report.worst,
        "riskiest_removals": [asdict(removal) for removal in report.risky],
        "statements": report.statements,
        "speakers": report.speakers,
        "who_speaks": [_voice(one) for one in report.voices],
        "tables": report.tables,
    }  # fmt: skip


def _voice(one: Speaker) -> dict[str, Any]:
    """Return a speaker: how often and how, and the statements in each source."""
    [row] = table([one])
    return {**row, "sources": {source: counts.statements for source, counts in one.by_source()[:SPEAKER_SOURCES]}}


def _source(card: Source, issues: Mapping[str, int]) -> dict[str, Any]:
    """Return a scorecard: records, the mean of each measure over them, and the records with each error and warning."""
    means = {name: card.mean(name) for name in card.measures}
    return {"host": card.host, "records": card.records, "health": round(card.health, 3),
            "means": {name: round(mean, 4) for name, mean in means.items() if mean is not None},
            "issues": dict(sorted(issues.items(), key=lambda item: (-item[1], item[0])))}  # fmt: skip
