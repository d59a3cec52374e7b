"""GitLab code quality: findings as a JSON list for the widget of a merge request. One entry a finding.

Of entries with one fingerprint GitLab shows the first, so each has its own; the list ends with what it leaves out.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import IO, Any, Final

from cleaner.renderers import wording
from cleaner.renderers.about import About, Alarm
from cleaner.renderers.digest import Digest, digest, rule_of
from cleaner.terminal import shown
from cleaner.validation.findings import Finding

ENTRIES: Final = 5_000
BYTES: Final = 9_000_000
MESSAGE: Final = 1_000
_ALARMS: Final = {"error": "critical", "warning": "minor", "info": "info"}
_SEVERITIES: Final = {"error": "major", "warning": "minor", "info": "info"}


def write(findings: Iterable[Finding], about: About, out: IO[str]) -> None:
    """Write the list; findings of the baseline stand last, so that base and head of a merge request have them both."""
    made = digest(findings, about, ENTRIES)
    entries: list[tuple[tuple[str, int, str, int], str]] = []
    seen: set[str] = set()
    room = BYTES
    for finding in made.spread(ENTRIES):
        entry = _entry(finding, about, seen)
        text = json.dumps(entry, ensure_ascii=False)
        room -= len(text.encode()) + 2
        if room < 0:
            break
        place = entry["location"]
        entries.append(((place["path"], place["lines"]["begin"], rule_of(finding), len(entries)), text))
    entries.sort()
    lines = [json.dumps(_alarm(alarm, made, about), ensure_ascii=False) for alarm in about.alarms]
    lines += [text for _, text in entries]
    if said := wording.left_out(len(entries), made.total, f"at most {ENTRIES:,} entries"):
        first = made.groups[0].findings[0]
        last = {"description": said, "check_name": "cleaner/left-out", "fingerprint": _digest("left out"),
                "severity": "info", "location": _location(first, about)}  # fmt: skip
        lines.append(json.dumps(last, ensure_ascii=False))
    out.write("[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n")


def _alarm(alarm: Alarm, made: Digest, about: About) -> dict[str, Any]:
    """Return a crossed threshold as an entry, at the first finding: GitLab wants a place of every entry."""
    first = made.groups[0].findings[0] if made.groups else None
    location = _location(first, about) if first else {"path": "cleaner", "lines": {"begin": 1}}
    return {"description": wording.name(alarm.text), "check_name": "cleaner/threshold",
            "fingerprint": _digest(f"threshold {alarm.name}"), "severity": _ALARMS[alarm.severity],
            "location": location}  # fmt: skip


def _entry(finding: Finding, about: About, seen: set[str]) -> dict[str, Any]:
    text = wording.told(finding, about)
    longest = MESSAGE + about.snippets
    own, again = finding.fingerprint or _digest(text), 1
    while own in seen:
        again += 1
        own = _digest(f"{finding.fingerprint} {again}")
    seen.add(own)
    return {
        "description": text if len(text) <= longest else text[: longest - 1] + "…",
        "check_name": wording.name(rule_of(finding)),
        "fingerprint": own,
        "severity": _SEVERITIES.get(finding.severity, "info"),
        "location": _location(finding, about),
    }


def _location(finding: Finding, about: About) -> dict[str, Any]:
    """Return where a finding is; GitLab wants a path of every entry, so a record without a file is named by its id."""
    path = about.place(finding) or finding.record or finding.table
    return {"path": shown(path), "lines": {"begin": max(1, finding.line or 1)}}


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
