"""`cleaner replay`: the records of a run that were held back, cleaned again after a mend."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from cleaner.commands import options


@click.command("replay")
@click.argument("out", type=click.Path(path_type=Path, exists=True, file_okay=False), metavar="OUT")
@click.argument("inputs", nargs=-1, required=True, metavar="IN…")
@options.schema
@click.option("-j", "--jobs", type=click.IntRange(min=1), default=1, metavar="N", help="Work in N processes.")
@click.option("--write", is_flag=True, help="Put the new rows in the place of the old; else nothing is written.")
@click.option("--fail-on", type=click.Choice(("standing", "new")),
              help="Exit with 1 when a record is held back still, or by an error it had not before.")
def command(out: Path, inputs: tuple[str, ...], schema: str | None, jobs: int, write: bool,
            fail_on: str | None) -> int:  # fmt: skip
    """Clean the records in review or rejected once more, and say which are healed and what is new.

    \b
    cleaner replay out/ seeds/
    cleaner replay out/ crawl.jsonl.gz --write --fail-on new

    OUT is the folder of a run, IN the inputs it was made from. Everything is done as it was then, but with the rules,
    packs and version of today. Accepted records are left alone; `cleaner diff` tells of those.
    """
    from cleaner.history import replaying
    from cleaner.terminal import Paint
    from cleaner.validation.contract import load

    config = replaying.config_of(out, options.config())
    stated = options.judges(schema=schema).schema
    done = replaying.replay(out, inputs, config, jobs, load(stated) if stated else None)
    paint = Paint()
    if not done.held:
        click.echo("No record is in review or rejected: nothing to replay.")
        return 0
    lost = f", {len(done.missing):,} no longer in the inputs" if done.missing else ""
    click.echo(paint(f"{done.held:,} records held back: {len(done.healed):,} healed, "
                     f"{len(done.standing):,} held back still{lost}", "strong"))  # fmt: skip
    for title, counts, colour in (("healed", done.gone, "added"), ("still", done.same, "quiet"),
                                  ("new", done.new, "taken")):  # fmt: skip
        for code, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
            click.echo(f"  {paint(f'{title:7}', colour)} {code:30} {count:,} records")
    if write:
        replaying.write(out, done, config)
        verdicts = Counter(result.article.verdict for result in done.results.values())
        told = ", ".join(f"{count:,} {verdict}" for verdict, count in sorted(verdicts.items()))
        click.echo(f"tables: {out} (replayed: {told}); `cleaner show` and reports read them as ever", err=True)
    if any(result.failed for result in done.results.values()):
        return 3
    return int(bool({"standing": done.standing, "new": done.new}.get(fail_on or "")))
