"""What the judgement on a run says, told on standard error: thresholds crossed, what is new, what is healed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from cleaner.config import Judging
    from cleaner.renderers.about import Alarm
    from cleaner.tables.rows import Severity
    from cleaner.validation.outcome import Judged


MOST: Final = 200


def known(judges: Judging) -> frozenset[str]:
    """Return the fingerprints of the findings that stand in the baseline."""
    from cleaner.validation import baseline

    return frozenset(baseline.read(Path(judges.baseline)).known) if judges.baseline else frozenset()


def of_run(folder: Path, judges: Judging, fail_on: Severity | None = None, ratchet: bool = False) -> Judged:
    """Return what the findings of a run come to.

    `fail_on` is one threshold more: no record with such an issue, none that is new where there is a baseline.
    """
    from cleaner.validation import findings, outcome, proving

    if fail_on:
        stated = judges.fail_if or (("new>0",) if judges.baseline else ())
        judges = replace(judges, fail_if=(*stated, f"{fail_on}>0"))
    unseen = [rule.code for _, rule in proving.rules() if rule.whole == "table"] if judges.baseline else ()
    return outcome.judge(findings.of_run(folder), outcome.of_run(folder), judges, ratchet=ratchet, unseen=unseen)


def alarms(judged: Judged) -> list[Alarm]:
    """Return the thresholds that are crossed as a report tells them, the first of very many."""
    from cleaner.renderers.about import Alarm

    named = ((one, f"{one.threshold}" + (f" at {one.host}" if one.host else "")) for one in judged.crossed[:MOST])
    return [Alarm("error" if one.threshold.level == "fail" else "warning", name, str(one)) for one, name in named]


def tell(judged: Judged) -> None:
    """Tell on standard error what it came to."""
    from cleaner.terminal import Paint, shown
    from cleaner.validation import outcome

    paint = Paint()
    for severity, line in outcome.words(judged):
        click.echo(f"{paint(f'{severity:7}', severity)} {shown(line, 200)}", err=True)
