"""`cleaner baseline`: write down the findings of a run as known, so that from now on only new ones fail."""

from __future__ import annotations

from pathlib import Path

import click

from cleaner.commands import options
from cleaner.tables.rows import Severity


@click.command("baseline")
@click.argument("table", type=click.Path(path_type=Path), metavar="OUT|TABLE")
@options.profile
@options.schema
@options.mapping
@click.option("--file", "file", type=click.Path(path_type=Path), metavar="FILE",
              help="The baseline (default: that of [tool.cleaner], or baseline.jsonl).")
@click.option("--least", type=click.Choice(("error", "warning", "info")), default="warning",
              help="Write down findings this grave or graver (default: warning).")
@click.option("--accept-new", is_flag=True, help="Add what is new to a baseline that is there already.")
@click.option("--renew", is_flag=True, help="Forget the baseline that is there and write down everything anew.")
def command(
    table: Path, profile: str | None, schema: str | None, mapping: dict[str, str], file: Path | None, least: Severity,
    accept_new: bool, renew: bool,
) -> int:  # fmt: skip
    """Write down today's findings; later only new ones fail, and a healed one can never return.

    \b
    cleaner baseline out/ --file baseline.jsonl
    cleaner clean new/ -o out/ --baseline baseline.jsonl

    OUT is the folder of a run, TABLE a table that others made. Where the file is there already, what is healed is
    taken out of it; what is new is told and not added (exit code 1), unless you say --accept-new. Commit the file: it
    holds no text of any article.
    """
    from cleaner.terminal import shown
    from cleaner.validation import baseline, checking, outcome
    from cleaner.validation.contract import load

    judges = options.judges(schema=schema)
    config = options.config(profile=profile or checking.profile_of(table))
    done = checking.check(table, config.profile, mapping, load(judges.schema) if judges.schema else None)
    path = file or Path(judges.baseline or "baseline.jsonl")
    if renew or not path.exists():
        made = baseline.of(done.findings(), least)
        baseline.write(path, made)
        click.echo(f"{path}: {len(made):,} findings are known from now on; commit it, and run with --baseline {path}")
        return 0
    before, compared = baseline.read(path), baseline.Compared()
    new = [finding for finding, is_new in baseline.fresh(done.findings(), before, compared) if is_new]
    gone = baseline.healed(before, compared, done.records().keys())
    after = baseline.ratcheted(before, gone)
    if accept_new:
        after = baseline.joined(after, baseline.of(new, before.least))
    baseline.write(path, after)
    for finding in () if accept_new else new[:outcome.SHOWN]:
        place = finding.path or finding.key
        click.echo(f"new: {finding.code} {shown(place, 80)}: {shown(finding.message, 100)}")
    added = f"{len(new):,} new added" if accept_new else f"{len(new):,} new, not added"
    healed = sum(one.times for one in gone)
    click.echo(f"{path}: {len(after):,} known; {healed:,} healed and taken out; {added}", err=True)
    return int(bool(new) and not accept_new)
