"""report.md: the short report for a pull request or a job's summary. Every cell from a scrape is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from cleaner.report import Cause, Report

CAUSES: Final = 12
REMOVALS: Final = 8
_SPECIAL: Final = re.compile(r"[\\`*_\[\]<>|~$&:]|(?<=www)\.")
_INK: Final = str.maketrans({" ": "·", "\u00a0": "␣", "\u202f": "␣", "\t": "⇥", "\n": "↵", "\r": "↵"})
"""How white space is shown where it is all that changed."""


def render(report: Report) -> str:
    """Return the summary as Markdown: records in and out, what blocks, causes, removals."""
    v = report.verdicts
    names = {e.article_id: (e.title or e.path or e.article_id)[:60] for e in report.articles}
    parts = [
        "# Cleaning report",
        f"**{report.records} {_records(report.records)} in** = {v['accepted']} accepted + {v['review']} to review "
        f"+ {v['rejected']} rejected. Profile `{cell(report.profile)}`. "
        f"Kept as text: {report.chars_text:,} of {report.chars_read:,} characters read.",
        "## What blocks the profile",
    ]
    if report.blocking:
        rows = [(f.records, f.code, f.what, f.mend) for f in report.blocking]
        parts.append(table(("records", "code", "what", "to mend it"), rows))
    else:
        parts.append("Nothing.")
    if report.causes:
        rows_ = [
            (c.records, c.severity, c.code, _host(c), "; ".join(names.get(i, i) for i in c.examples))
            for c in report.causes[:CAUSES]
        ]
        parts += ["## Causes by host", table(("records", "severity", "code", "host", "examples"), rows_)]
        parts += _more(len(report.causes) - CAUSES, "issues", report)
    if report.removals:
        removed = [(k.name, k.group, k.count, k.records, f"{k.chars:,}") for k in report.removals]
        parts += ["## Removed", table(("label", "group", "blocks", "records", "characters"), removed)]
    if report.repairs:
        repaired = [
            (k.name, k.count, k.records, "; ".join(f"{_ink(a)} → {_ink(b)}" for a, b in k.examples))
            for k in report.repairs
        ]
        parts += ["## Repaired", table(("kind", "repairs", "records", "examples"), repaired)]
    if report.risky:
        risky = [
            (r.label, f"{r.confidence:.2f}", r.rule, names.get(r.article_id, r.article_id), r.text[:160])
            for r in report.risky[:REMOVALS]
        ]
        parts += ["## Removals to look at", table(("label", "confidence", "rule", "record", "text"), risky)]
    parts.append("The whole report, article by article: `report.html`.")
    return "\n\n".join(parts) + "\n"


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a Markdown table; numbers stand right."""
    lines = [list(head), *([cell(value) for value in row] for row in rows)]
    first = next(iter(lines[1:]), [])
    rule = ["---:" if value.replace(",", "").isdigit() else "---" for value in first] or ["---"] * len(head)
    return "\n".join("| " + " | ".join(line) + " |" for line in [lines[0], rule, *lines[1:]])


def cell(value: object) -> str:
    r"""Return a value as one table cell in which nothing is Markdown, HTML, a mention or a link.

    >>> cell("a|b <script>\n[x](javascript:y)")
    'a\\|b \\<script\\> \\[x\\](javascript\\:y)'
    """
    return _SPECIAL.sub(r"\\\g<0>", " ".join(str(value).split())).replace("@", "@\u200b")


def _ink(text: str) -> str:
    return "nothing" if not text else text if text.strip() else text.translate(_INK)


def _host(cause: Cause) -> str:
    return f"{cause.hosts} hosts, one record each" if cause.hosts > 1 else cause.host or "no host"


def _records(count: int) -> str:
    return "record" if count == 1 else "records"


def _more(count: int, name: str, report: Report) -> list[str]:
    return [f"And {count} more, in `{report.tables.get(name, name)}`."] if count > 0 else []
