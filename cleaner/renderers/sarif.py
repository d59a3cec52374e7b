"""SARIF 2.1.0: findings for code scanning, editors and reviewers. One result a finding, one rule an issue code.

Bounded by what GitHub takes: of a run it keeps 5,000 results, and a file of 10 MB; errors stand first, no rule and no
host is crowded out by another, and a notification says what was left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import IO, Any, Final
from urllib.parse import quote

from cleaner.codes import CODES
from cleaner.renderers import wording
from cleaner.renderers.about import About
from cleaner.renderers.digest import Digest, digest, rule_of
from cleaner.validation.findings import Finding

RESULTS: Final = 5_000
BYTES: Final = 9_000_000
MESSAGE: Final = 1_000
"""Characters of a message, beside those of a snippet."""
_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Final = {"error": "error", "warning": "warning", "info": "note"}
_PROBLEMS: Final = {"error": "error", "warning": "warning", "info": "recommendation"}


def write(findings: Iterable[Finding], about: About, out: IO[str]) -> None:
    """Write one SARIF log with one run."""
    made = digest(findings, about, RESULTS)
    chosen = made.spread(RESULTS)
    rules = {rule_of(finding): finding for finding in reversed(chosen)}
    numbers = {rule: number for number, rule in enumerate(sorted(rules))}
    results: list[tuple[tuple[str, int, str, int], str]] = []
    room = BYTES
    for finding in chosen:
        text = json.dumps(_result(finding, about, numbers), ensure_ascii=False, separators=(",", ":"))
        room -= len(text.encode()) + 2
        if room < 0:
            break
        results.append(((about.place(finding) or "", finding.line or 0, rule_of(finding), len(results)), text))
    results.sort()
    driver = {
        "name": "cleaner", "version": about.version, "semanticVersion": about.version,
        "rules": [_rule(rule, rules[rule].code, rules[rule].severity) for rule in numbers],
    }  # fmt: skip
    run = {
        "tool": {"driver": driver},
        "automationDetails": {"id": f"cleaner/{about.profile}/"},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(made, len(results), about)],
        "properties": {"findings": {**made.by_severity, "known": made.known}, "listed": len(results)},
        "results": [],
    }
    head = json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False)
    out.write(head.removesuffix("]}]}"))
    out.write(",".join(f"\n{text}" for _, text in results))
    out.write("\n]}]}\n")


def _result(finding: Finding, about: About, numbers: dict[str, int]) -> dict[str, Any]:
    rule = rule_of(finding)
    result: dict[str, Any] = {
        "ruleId": wording.name(rule), "ruleIndex": numbers[rule], "level": _LEVELS.get(finding.severity, "note"),
        "message": {"text": _message(wording.told(finding, about), MESSAGE + about.snippets)},
        "partialFingerprints": {"cleaner/v1": finding.fingerprint},
    }  # fmt: skip
    location: dict[str, Any] = {}
    if place := about.place(finding):
        location["physicalLocation"] = {"artifactLocation": {"uri": uri(place)}}
        if finding.line:
            location["physicalLocation"]["region"] = {"startLine": max(1, finding.line)}
    if finding.record:
        full = "/".join(wording.name(part) for part in (finding.host, finding.record) if part)
        location["logicalLocations"] = [{"name": wording.name(finding.record), "fullyQualifiedName": full}]
    if location:
        result["locations"] = [location]
    if finding.count > 1:
        result["occurrenceCount"] = finding.count
    if about.known:
        result["baselineState"] = "unchanged" if about.is_known(finding) else "new"
    if about.is_known(finding):
        result["suppressions"] = [{"kind": "external", "justification": "It stands in the baseline."}]
    return result


def _rule(rule: str, code: str, severity: str) -> dict[str, Any]:
    known = CODES.get(code)
    said = known.what if known and code != "own_rule" else "a rule of your own schema is broken"
    described: dict[str, Any] = {
        "id": wording.name(rule),
        "shortDescription": {"text": _message(said[:1].upper() + said[1:], MESSAGE)},
        "defaultConfiguration": {"level": _LEVELS[severity]},
        "properties": {"tags": ["data-quality", *([known.field] if known else [])],
                       "problem.severity": _PROBLEMS[severity]},
    }  # fmt: skip
    if reason := wording.why(code):
        described["fullDescription"] = {"text": reason}
        told = " ".join(filter(None, (reason, wording.mend(code), f"`cleaner explain {code}` says more.")))
        described["help"] = {"text": told}
    return described


def _invocation(made: Digest, listed: int, about: About) -> dict[str, Any]:
    """Return what there is to say of the run as a whole: thresholds that are crossed, results that are left out."""
    told = [{"level": _LEVELS[alarm.severity], "message": {"text": _message(wording.name(alarm.text), MESSAGE)}}
            for alarm in about.alarms]  # fmt: skip
    if said := wording.left_out(listed, made.total, f"at most {RESULTS:,} results and {BYTES:,} bytes"):
        told.append({"level": "warning", "message": {"text": said}})
    return {"executionSuccessful": True, **({"toolExecutionNotifications": told} if told else {})}


def _message(text: str, longest: int) -> str:
    """Return a text as a SARIF message: no placeholder, no link in it.

    >>> _message("{0} [here](https://evil.example)", 99)
    '{{0}} [here] (https://evil.example)'
    """
    text = text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
    return text.replace("{", "{{").replace("}", "}}").replace("](", "] (")


def uri(path: str) -> str:
    """Return a path as a URI reference, relative where the path is.

    >>> uri("raw/à b#1.html"), uri("a:b.html")
    ('raw/%C3%A0%20b%231.html', './a%3Ab.html')
    """
    try:
        raw = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        raw = path.encode("utf-8", "backslashreplace")
    quoted = quote(raw, safe="/")
    return f"./{quoted}" if ":" in path.partition("/")[0] else quoted
