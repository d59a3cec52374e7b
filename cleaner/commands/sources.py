"""`cleaner sources`: a scorecard of each host, what moved since another run, causes behind the findings, history."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from cleaner.history.drift import Drift
    from cleaner.history.log import Entry
    from cleaner.history.sources import Source
    from cleaner.terminal import Paint
    from cleaner.validation.patterns import Pattern

SHOWN = {"accepted": "accepted", "published": "date", "publisher": "source", "title": "title", "authors": "authors",
         "speakers": "speakers", "removed": "removed"}  # fmt: skip
TREND = 24


@click.command("sources")
@click.argument("out", type=click.Path(path_type=Path, exists=True, file_okay=False), metavar="OUT")
@click.option("--against", type=click.Path(path_type=Path, exists=True), metavar="OLD|FILE",
              help="Say what moved since another run, or since the last run of a history.")
@click.option("--history", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="Say what moved since the last run of this file, then add this run to its end.")
@click.option("--label", default="", metavar="TEXT", help="What to call this run in the history: a date, a commit.")
@click.option("--json", "json_file", type=click.Path(path_type=Path), metavar="FILE", help="Write it all as JSON.")
@click.option("--limit", type=click.IntRange(min=1), default=20, metavar="N", help="Show N hosts (default: 20).")
@click.option("--fail-on", type=click.Choice(("drift",)), help="Exit with 1 when something moved.")
def command(
    out: Path, against: Path | None, history: Path | None, label: str, json_file: Path | None, limit: int,
    fail_on: str | None,
) -> int:  # fmt: skip
    """Say how good each source is, the worst first, what moved, and what findings have in common.

    \b
    cleaner sources out/
    cleaner sources out/ --history history.jsonl --label 2026-11-22 --fail-on drift

    OUT is the folder of a run. A jump in what is removed, or in missing dates, is how a site's redesign shows.
    """
    from cleaner.history import drift
    from cleaner.history import log as runs
    from cleaner.tables import writing
    from cleaner.terminal import Paint
    from cleaner.validation import patterns

    paint, made = Paint(), runs.entry(out, label)
    before = runs.last(against) if against else runs.last(history) if history and history.exists() else None
    causes = patterns.patterns(out)
    moved = list(drift.drifts(before.sources, made.sources)) if before else []
    for line in _table(made.sources, limit, paint):
        click.echo(line)
    if causes:
        click.echo(paint("causes", "strong"))
        for cause in causes[:limit]:
            click.echo(f"  {paint(f'{cause.severity:7}', cause.severity)} {cause}")
    if before:
        for line in _moved(before, made, moved, limit, paint):
            click.echo(line)
    if history:
        for line in _trend(history, made, paint):
            click.echo(line)
        runs.append(history, made)
    if json_file:
        writing.write_text(json_file, _as_json(made, moved, causes))
    return int(fail_on == "drift" and bool(moved))


def _table(found: list[Source], limit: int, paint: Paint) -> Iterator[str]:
    from cleaner.terminal import shown

    names = "".join(f"{name:>10}" for name in SHOWN.values())
    yield paint(f"{'host':34} {'records':>8}{names}  repairs", "strong")
    for source in found[:limit]:
        shares = "".join(_share(source.mean(measure)) for measure in SHOWN)
        codes = ", ".join(f"{code} {count}" for code, count in source.codes.most_common(3))
        repairs = source.mean("repairs") or 0.0
        yield f"{shown(source.host or '(no host)', 34):34} {source.records:8,}{shares}{repairs:9.1f}"
        if codes:
            yield paint(f"  {codes}", "quiet")
    if len(found) > limit:
        yield f"… and {len(found) - limit:,} hosts more; --limit shows more, --json has them all"


def _share(mean: float | None) -> str:
    return f"{'–':>10}" if mean is None else f"{100 * mean:9.0f}%"


def _moved(before: Entry, made: Entry, moved: list[Drift], limit: int, paint: Paint) -> Iterator[str]:
    from cleaner.history import drift
    from cleaner.terminal import shown

    yield paint(f"moved since {before.label or 'the other run'}", "strong") + ("" if moved else ": nothing")
    for one in moved[:limit]:
        change = f"{_told(one.measure, one.before)} → {_told(one.measure, one.after)}"
        records = f"({one.records_before:,} and {one.records_after:,} records)"
        yield f"  {shown(one.host or '(no host)', 34):34} {one.measure:18} {change}  {records}"
    if len(moved) > limit:
        yield f"  … and {len(moved) - limit:,} more"
    for title, hosts in zip(("new", "gone"), drift.appeared(before.sources, made.sources), strict=True):
        if hosts:
            yield f"  {title} hosts: {', '.join(host or '(no host)' for host in hosts[:limit])}" + (
                f" and {len(hosts) - limit:,} more" if len(hosts) > limit else "")  # fmt: skip
    if before.version != made.version:
        yield f"  made with cleaner {made.version}, then {before.version}: `cleaner diff` tells the two apart"


def _told(measure: str, value: float) -> str:
    if measure == "length":
        return f"{2**value - 1:,.0f} characters"
    return f"{value:.1f}" if measure in ("repairs", "errors") else f"{100 * value:.0f}%"


def _trend(path: Path, made: Entry, paint: Paint) -> Iterator[str]:
    """Yield the share of accepted records over the last runs, as bars."""
    from cleaner.history import log as runs

    entries = [*(runs.read(path) if path.exists() else ()), made][-TREND:]
    if len(entries) < 2:
        return
    shares = []
    for one in entries:
        records = sum(source.records for source in one.sources)
        accepted = sum(source.measures["accepted"].total for source in one.sources)
        shares.append(accepted / records if records else 0.0)
    bars = "".join("▁▂▃▄▅▆▇█"[min(7, int(8 * share))] for share in shares)
    yield f"{paint('accepted over the last runs', 'strong')}  {bars}  {100 * shares[0]:.0f}% → {100 * shares[-1]:.0f}%"


def _as_json(made: Entry, moved: list[Drift], causes: list[Pattern]) -> str:
    import json
    from dataclasses import asdict

    from cleaner.history import sources

    said = {
        "schema": "cleaner-sources/1", "label": made.label, "cleaner_version": made.version, "profile": made.profile,
        "hosts": sources.as_plain(made.sources),
        "drift": [asdict(one) for one in moved],
        "patterns": [asdict(one) for one in causes],
    }  # fmt: skip
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"
