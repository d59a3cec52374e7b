"""Workflow commands of GitHub Actions: findings as annotations on the raw files. Nothing in them can be a command.

GitHub shows ten errors, ten warnings and ten notices of a step and drops the rest unsaid. So where there are more, each
annotation stands for all findings of one rule at one host, and the last of a severity says what is left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO, Final

from cleaner.renderers import wording
from cleaner.renderers.about import About
from cleaner.renderers.digest import Digest, Group, digest, rule_of
from cleaner.tables.rows import Severity
from cleaner.terminal import shown
from cleaner.validation.findings import SEVERITIES, Finding

EACH: Final = 10
"""Annotations of one severity that GitHub shows of a step."""
TITLE: Final = 120
MESSAGE: Final = 1_000
_COMMANDS: Final = {"error": "error", "warning": "warning", "info": "notice"}


def write(findings: Iterable[Finding], about: About, out: IO[str]) -> None:
    """Write at most ten annotations of each severity, new findings only, one a line."""
    made = digest(findings, about, 4 * EACH)
    for severity in SEVERITIES:
        alarms = [alarm.text for alarm in about.alarms if alarm.severity == severity]
        if len(alarms) > EACH // 2:
            more = len(alarms) - EACH // 2 + 1
            alarms[EACH // 2 - 1 :] = [f"{wording.some(more, 'more threshold')} crossed."]
        for text in alarms:
            out.write(f"::{_COMMANDS[severity]} title=threshold::{_data(text, MESSAGE)}\n")
        for line in _annotations(severity, made, about, EACH - len(alarms)):
            out.write(line + "\n")


def _annotations(severity: Severity, made: Digest, about: About, most: int) -> Iterable[str]:
    groups = [group for group in made.groups if group.severity == severity and not group.known]
    command, total = _COMMANDS[severity], made.totals[severity]
    held = [finding for group in groups for finding in group.findings]
    if len(held) <= most and sum(finding.count for finding in held) == total:
        for finding in held:
            yield _command(command, about, finding, rule_of(finding), wording.told(finding, about))
        return
    told = groups if len(groups) <= most else groups[: most - 1]
    for group in told:
        yield _command(command, about, group.findings[0], group.rule, _of_group(group, about))
    if rest := total - sum(group.count for group in told):
        more = f"{wording.some(rest, 'more finding')} of {len(groups) - len(told):,} rules and hosts not annotated."
        yield f"::{command} title=cleaner::{_data(f'{more} {wording.ELSEWHERE}', MESSAGE)}"


def _of_group(group: Group, about: About) -> str:
    first = group.findings[0]
    if group.count == 1:
        return wording.told(first, about)
    return (f"{wording.what(first, about)}: {wording.some(group.count, 'finding')} at {wording.host(group)}, "
            f"the first here (record {wording.name(first.record)}). {wording.mend(group.code)}").rstrip()  # fmt: skip


def _command(command: str, about: About, finding: Finding, title: str, message: str) -> str:
    properties = []
    if place := about.place(finding):
        properties.append(f"file={_property(place, 1_000)}")
        if finding.line:
            properties.append(f"line={max(1, finding.line)}")
    properties.append(f"title={_property(title, TITLE)}")
    return f"::{command} {','.join(properties)}::{_data(message, MESSAGE + about.snippets)}"


def _data(text: str, longest: int) -> str:
    r"""Return the message of a command on one line, the signs of commands written out.

    >>> _data("50 %\n::error::x", 99)
    '50 %25 ::error::x'
    """
    return shown(text, longest).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str, longest: int) -> str:
    """Return a property of a command; a colon or a comma would end it.

    >>> _property("a,b::error::c", 99)
    'a%2Cb%3A%3Aerror%3A%3Ac'
    """
    return _data(text, longest).replace(":", "%3A").replace(",", "%2C")
