"""`cleaner speakers`: who speaks in a run, how often, quoted or paraphrased, by which sources, with the passages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from cleaner.commands import options

if TYPE_CHECKING:
    from cleaner.history.speakers import By, Counts, Speaker
    from cleaner.terminal import Paint

SHOWN: Final = {"statements": "statements", "quoted": "quoted", "partly_quoted": "partly", "paraphrased": "paraphrased",
                "relayed": "relayed", "articles": "articles"}  # fmt: skip
NAMED: Final = 3
"""So many sources of a speaker are named on the terminal."""
PASSAGES: Final = 1_000
"""So many passages of one speaker are shown."""


@click.command("speakers")
@click.argument("out", type=click.Path(path_type=Path, exists=True, file_okay=False), metavar="OUT")
@click.option("--by", type=click.Choice(("speaker", "source")), default="speaker",
              help="A row a speaker (default), or a row a speaker and source.")
@click.option("--who", metavar="NAME", help="Show only speakers whose name or id holds NAME, with their passages.")
@click.option("--csv", "csv_file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="Write the view as CSV, all rows of it.")
@click.option("--limit", type=click.IntRange(min=1), default=20, metavar="N", help="Show N speakers (default: 20).")
@options.people
def command(
    out: Path, by: By, who: str | None, csv_file: Path | None, limit: int, people: tuple[str, ...]
) -> int:  # fmt: skip
    """Say who speaks: how often, quoted or paraphrased, by which sources.

    \b
    cleaner speakers out/
    cleaner speakers out/ --by source --csv speakers.csv
    cleaner speakers out/ --who merkel

    OUT is the folder of a run. Rejected records and copies of others do not count. With --people, or `people` in
    [tool.cleaner], the CSV tells the party on the days of the articles.
    """
    from cleaner.history import speakers
    from cleaner.terminal import Paint

    config = options.config(people=people)
    found = speakers.speakers(out, config.people, passages=PASSAGES if who else 0)
    if who:
        asked = who.casefold()
        found = [one for one in found if asked in one.name.casefold() or asked in (one.id or "")]
    if csv_file:
        _write(csv_file, found, by)
    for line in _table(found, by, limit, bool(who), Paint()):
        click.echo(line)
    return 0


def _table(found: Sequence[Speaker], by: By, limit: int, passages: bool, paint: Paint) -> Iterator[str]:
    from cleaner.terminal import shown

    if not found:
        yield "nobody is said to have said anything"
        return
    names = "".join(f"{name:>12}" for name in SHOWN.values())
    yield paint(f"{'speaker':34}{names}  sources", "strong")
    for one in found[:limit]:
        sources = [f"{source or '(no source)'} {counts.statements}" for source, counts in one.by_source()]
        more = f" and {len(sources) - NAMED} more" if len(sources) > NAMED and by == "speaker" else ""
        told = shown("; ".join(sources[:NAMED]), 60) + more if by == "speaker" else ""
        yield f"{shown(one.name, 33):34}{_counts(one.counts)}  {told}".rstrip()
        for source, counts in one.by_source() if by == "source" else ():
            yield paint(f"  {shown(source or '(no source)', 31):32}{_counts(counts)}", "quiet")
        for passage in one.passages if passages else ():
            origin = ", ".join(part for part in (passage.source, passage.day, passage.article_id) if part)
            yield f"  {paint(shown(origin, 110), 'quiet')}"
            yield f"    {shown(' '.join(passage.text.split()))}"
    if len(found) > limit:
        yield f"… and {len(found) - limit:,} speakers more; --limit shows more, --csv has them all"


def _counts(counts: Counts) -> str:
    return "".join(f"{getattr(counts, name):12,}" for name in SHOWN)


def _write(path: Path, found: Sequence[Speaker], by: By) -> None:
    from cleaner.history import speakers
    from cleaner.tables.writing import writer

    numbers = {"statements", "quoted", "partly_quoted", "paraphrased", "relayed", "headlines", "articles", "sources"}
    names = speakers.columns(by)
    out = writer("csv", path, [(name, "int" if name in numbers else "text") for name in names])
    out.add([[row[name] for name in names] for row in speakers.table(found, by)])
    out.close()
