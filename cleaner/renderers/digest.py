"""Many findings made few: grouped by rule and host, each group counted, the gravest first, no group forgotten.

Reads a stream once and holds a bounded part of it, so that a run with millions of findings costs counters alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from cleaner.renderers.about import About
from cleaner.tables.rows import Severity
from cleaner.validation.findings import SEVERITIES, Finding


@dataclass(slots=True)
class Group:
    """The findings of one rule at one host, of one severity, either all new or all known from the baseline.

    `rule` is the issue code; of a rule of the user's own that has no code of its own, the rule's name.
    """

    rule: str
    code: str
    severity: Severity
    host: str
    known: bool
    count: int = 0
    findings: list[Finding] = field(default_factory=list)
    """The first of them."""


@dataclass(slots=True)
class Digest:
    """What a stream of findings came to: groups in the order a person should read them."""

    groups: list[Group]
    totals: Counter[Severity]
    """New findings by severity."""
    known: int
    """Findings that stand in the baseline."""

    @property
    def by_severity(self) -> dict[str, int]:
        """New findings by severity, gravest first."""
        return {severity: self.totals[severity] for severity in SEVERITIES}

    @property
    def total(self) -> int:
        return sum(self.totals.values()) + self.known

    def spread(self, most: int) -> list[Finding]:
        """Return up to `most` findings: one of each group in half the room, then all others, new errors first."""
        first = self.groups[: (most + 1) // 2]
        shown = [group.findings[0] for group in first]
        return shown + list(islice(self._others({id(group) for group in first}), most - len(shown)))

    def _others(self, begun: Collection[int]) -> Iterator[Finding]:
        """Yield what `begun` groups have beside their first finding, and all of the others; a second before a third."""
        for known in (False, True):
            for severity in SEVERITIES:
                groups = [g for g in self.groups if g.severity == severity and g.known is known]
                turn = 0
                while groups:
                    for group in groups:
                        if turn or id(group) not in begun:
                            yield group.findings[turn]
                    turn += 1
                    groups = [group for group in groups if len(group.findings) > turn]


def digest(findings: Iterable[Finding], about: About, keep: int) -> Digest:
    """Return the findings grouped and counted; of each severity at least `keep` are held, and of each group one.

    The same findings in the same order give the same digest.
    """
    groups: dict[tuple[str, str, str, bool], Group] = {}
    totals: Counter[Severity] = Counter()
    held: Counter[str] = Counter()
    each = dict.fromkeys(SEVERITIES, max(1, keep))
    known = 0
    for finding in findings:
        old = about.is_known(finding)
        severity: Severity = finding.severity if finding.severity in SEVERITIES else "info"
        rule, host = rule_of(finding), finding.host or ""
        group = groups.get((rule, host, severity, old))
        if group is None:
            group = groups[rule, host, severity, old] = Group(rule, finding.code, severity, host, old)
        group.count += finding.count
        if old:
            known += finding.count
        else:
            totals[severity] += finding.count
        if len(group.findings) < each[severity]:
            group.findings.append(finding)
            held[severity] += 1
            if held[severity] > 4 * max(keep, len(groups)):
                each[severity] = max(1, each[severity] // 2)
                held[severity] = _thin((g for g in groups.values() if g.severity == severity), each[severity])
    order = {severity: at for at, severity in enumerate(SEVERITIES)}
    ranked = sorted(groups.values(), key=lambda g: (g.known, order[g.severity], -g.count, g.rule, g.host))
    return Digest(ranked, totals, known)


def rule_of(finding: Finding) -> str:
    """Return the id by which a person asks for a finding's kind: its code, or the name of a rule that has none."""
    own = finding.rule if finding.code == "own_rule" else finding.code
    return own.strip() or finding.rule.strip() or "unnamed"


def _thin(groups: Iterable[Group], each: int) -> int:
    """Leave each group its first findings, and return how many are held now."""
    held = 0
    for group in groups:
        del group.findings[each:]
        held += len(group.findings)
    return held
