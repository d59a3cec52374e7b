"""JUnit XML: one test suite a rule, one test case a rule and host, as GitLab, Jenkins, Azure and CircleCI read it.

A new error fails its case; warnings, and errors of the baseline, are skipped tests with their reason, for JUnit knows
nothing between passed and failed. A rule with nothing to say has one passed case. Names are stable from run to run, for
GitLab compares by them; no two cases have one name, for it would count the first alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import IO, Final
from xml.sax.saxutils import escape, quoteattr

from cleaner.codes import CODES
from cleaner.renderers import wording
from cleaner.renderers.about import About
from cleaner.renderers.digest import Group, digest
from cleaner.validation.findings import Finding

CASES: Final = 10_000
"""Cases of one file: GitLab reads 500,000, but no XML of more than 250,000 objects."""
EXAMPLES: Final = 20
BYTES: Final = 20_000_000
"""GitLab reads files below 30 MB."""
_FEWER: Final = 3
"""Examples of a case once half the room is gone."""
_OTHERS: Final = "other hosts"
_FORBIDDEN: Final = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(slots=True)
class _Case:
    """One test: a rule at a host. `groups` are what it found: none where all is well."""

    rule: str
    name: str
    groups: list[Group] = field(default_factory=list)

    @property
    def failing(self) -> list[Group]:
        return [group for group in self.groups if group.severity == "error" and not group.known]


def write(findings: Iterable[Finding], about: About, out: IO[str]) -> None:
    """Write one <testsuites> with a suite for each rule the profile asks for, or that was found broken."""
    made = digest(findings, about, 5 * CASES)
    cases, left = _cases(made.groups)
    suites: dict[str, list[_Case]] = {code: [] for code in _asked(about)}
    for case in cases:
        suites.setdefault(case.rule, []).append(case)
    bodies = [_thresholds(about)] if about.alarms else []
    tests, failures = len(about.alarms), sum(alarm.severity == "error" for alarm in about.alarms)
    room = BYTES
    for rule in sorted(suites):
        own = [*suites[rule], _Case(rule, _OTHERS)]
        texts = [_xml(case, about, EXAMPLES if room > BYTES // 2 else _FEWER) for case in own]
        size = sum(len(text.encode("utf-8", "replace")) for text in texts)
        if size > room:
            left += sum(group.count for case in own for group in case.groups)
            continue
        room -= size
        bodies.append(_suite(rule, own, texts))
        tests, failures = tests + len(own), failures + sum(bool(case.failing) for case in own)
    if left:
        said = f"{wording.some(left, 'finding')} not listed here (at most {CASES:,} test cases). {wording.ELSEWHERE}"
        note = _Case("left-out", "all hosts", [])
        text = f"  <testcase{_named(note)}>\n   <skipped message={_quoted(said)}/>\n  </testcase>"
        bodies.append(_suite("left-out", [note], [text], skipped=1))
        tests += 1
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    out.write(f'<testsuites name="cleaner" tests="{tests}" failures="{failures}" errors="0" time="0">\n')
    out.writelines(f"{body}\n" for body in bodies)
    out.write("</testsuites>\n")


def _thresholds(about: About) -> str:
    """Return a suite of the thresholds that are crossed: those that fail, and those that warn."""
    texts, failed = [], 0
    for alarm in about.alarms:
        tag = "failure" if alarm.severity == "error" else "skipped"
        failed += tag == "failure"
        said = f"<{tag} type={_quoted(alarm.severity)} message={_quoted(wording.name(alarm.text))}/>"
        texts.append(f"  <testcase{_named(_Case('threshold', wording.name(alarm.name)))}>\n   {said}\n  </testcase>")
    counts = f'tests="{len(texts)}" failures="{failed}" errors="0" skipped="{len(texts) - failed}" time="0"'
    return "\n".join((f' <testsuite name="cleaner.threshold" {counts}>', *texts, " </testsuite>"))


def _cases(groups: Iterable[Group]) -> tuple[list[_Case], int]:
    """Return a case for each rule and host, the gravest while there is room, by name; and the findings without one."""
    cases: dict[tuple[str, str], _Case] = {}
    left = 0
    for group in groups:
        if group.severity == "info":
            continue
        key = (wording.name(group.rule), wording.host(group))
        if key not in cases and len(cases) >= CASES:
            left += group.count
            continue
        cases.setdefault(key, _Case(*key)).groups.append(group)
    return [cases[key] for key in sorted(cases)], left


def _asked(about: About) -> list[str]:
    """Return the codes that every article is asked for, and that are an error or a warning under the profile."""
    asked = [code for code in CODES.values() if code.when is not None]
    return [code.code for code in asked if code.grave(about.profile) in ("error", "warning")]


def _suite(rule: str, cases: Sequence[_Case], texts: Iterable[str], skipped: int = 0) -> str:
    failed = sum(bool(case.failing) for case in cases)
    skipped = skipped or sum(bool(case.groups) and not case.failing for case in cases)
    counts = f'tests="{len(cases)}" failures="{failed}" errors="0" skipped="{skipped}" time="0"'
    head = f" <testsuite name={_quoted(f'cleaner.{rule}')} {counts}>"
    return "\n".join((head, *texts, " </testsuite>"))


def _xml(case: _Case, about: About, examples: int) -> str:
    if not case.groups:
        return f"  <testcase{_named(case)}/>"
    told = case.failing or case.groups
    count, first = sum(group.count for group in told), told[0]
    said = f"{wording.some(count, 'finding')}: {wording.what(first.findings[0], about)}"
    if first.host and (records := about.hosts.get(first.host)):
        said += f", in {wording.some(records, 'record')} of this host"
    if first.known:
        said += "; known in the baseline"
    tag = "failure" if case.failing else "skipped"
    opened = f"<{tag} type={_quoted(first.severity)} message={_quoted(said)}>"
    body = _escaped(_examples(told, count, about, examples))
    return f"  <testcase{_named(case)}>\n   {opened}{body}</{tag}>\n  </testcase>"


def _examples(groups: Sequence[Group], count: int, about: About, most: int) -> str:
    found = [finding for group in groups for finding in group.findings][:most]
    lines = [f"{wording.where(finding, about)}: {wording.told(finding, about)}" for finding in found]
    if rest := count - sum(finding.count for finding in found):
        lines.append(f"… and {wording.some(rest, 'more finding')}.")
    if mend := wording.mend(groups[0].code):
        lines.append(f"To mend it: {mend}")
    return "\n".join(lines)


def _named(case: _Case) -> str:
    return f' classname={_quoted(f"cleaner.{case.rule}")} name={_quoted(case.name)} time="0"'


def _quoted(text: str) -> str:
    return quoteattr(_FORBIDDEN.sub("\ufffd", text))


def _escaped(text: str) -> str:
    r"""Return a text as XML, with a replacement for what XML cannot hold.

    >>> _escaped("a<b\x00&]]>")
    'a&lt;b�&amp;]]&gt;'
    """
    return escape(_FORBIDDEN.sub("\ufffd", text))
