"""Whether rules hold to the lines they state. Reads rules and tries them; changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from cleaner.rule import Rule
from cleaner.rule_index import RuleIndex


@dataclass(frozen=True, slots=True)
class Failure:
    """A line of a pack that does not hold."""

    rule: str
    kind: Literal["removes", "keeps", "misses"]
    line: str
    message: str


def prove(rules: Sequence[Rule]) -> list[Failure]:
    """Return the lines that fail: `removes` its rule does not take, `keeps` that any rule takes, `misses` now taken."""
    failures = []
    everywhere = RuleIndex([r for r in rules if not r.hosts])
    for rule in rules:
        own = RuleIndex([rule], rule.hosts[0] if rule.hosts else None)
        for line in rule.removes:
            if not own.hits(line):
                message = f"{rule.id} does not take the line it says it removes"
                failures.append(Failure(rule.id, "removes", line, message))
        for line in rule.keeps:
            takers = [h.rule.id for h in (*own.hits(line), *everywhere.hits(line))]
            if takers:
                failures.append(Failure(rule.id, "keeps", line, f"{takers[0]} takes a line that {rule.id} keeps"))
        for line in rule.misses:
            if own.hits(line):
                failures.append(Failure(rule.id, "misses", line, "taken now: move the line to removes"))
    return failures
