"""`cleaner diff`: what changed between two runs, by field, host, issue code and rule, with the texts side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from cleaner.history.comparing import Diff
    from cleaner.terminal import Paint
    from cleaner.validation.thresholds import Counts

_HOSTS, _ROWS = 5, 12


@click.command("diff")
@click.argument("old", type=click.Path(path_type=Path, exists=True, file_okay=False), metavar="OLD")
@click.argument("new", type=click.Path(path_type=Path, exists=True, file_okay=False), metavar="NEW")
@click.option("--fail-if", multiple=True, metavar="NAME>LIMIT",
              help="Exit with 1 beyond a count or share of records: published>0.5%, removed>0, text>2%@host:20.")
@click.option("--warn-if", multiple=True, metavar="NAME>LIMIT", help="As --fail-if, but only told.")
@click.option("--show", type=click.IntRange(0, 200), default=3, metavar="N",
              help="Show N records of each field, old and new (default: 3).")
@click.option("--field", "only", multiple=True, metavar="FIELD", help="Show records of these fields alone; repeat.")
@click.option("--json", "json_file", type=click.Path(path_type=Path), metavar="FILE", help="Write all counts as JSON.")
@click.option("--statements", "ids_file", type=click.Path(path_type=Path), metavar="FILE",
              help="Write old and new ids of statements, as CSV.")
def command(
    old: Path, new: Path, fail_if: tuple[str, ...], warn_if: tuple[str, ...], show: int, only: tuple[str, ...],
    json_file: Path | None, ids_file: Path | None,
) -> int:  # fmt: skip
    """Say what changed between two runs: after an upgrade of cleaner, another setting, or a new crawl.

    \b
    cleaner diff out-before/ out/ --fail-if "published>0.5%"
    cleaner diff monday/ tuesday/ --show 10 --field title --statements ids.csv

    OLD and NEW are folders of runs. NAME of a threshold is a field (published, text, …), `changed` (any field),
    `removed` (records of OLD that NEW has not), `added`, or an issue code (records in which it is new).
    """
    from cleaner.codes import CODES
    from cleaner.errors import UsageError
    from cleaner.history import comparing, renumbering
    from cleaner.tables import writing
    from cleaner.terminal import Paint
    from cleaner.validation import thresholds

    names = (*comparing.FIELDS, *CODES, "changed", "removed", "added")
    asked = [thresholds.parse(text, "fail", names, others=False) for text in fail_if]
    asked += [thresholds.parse(text, "warn", names, others=False) for text in warn_if]
    if unknown := [name for name in only if name not in comparing.FIELDS]:
        raise UsageError(f"--field {unknown[0]}: no such field. Fields: {', '.join(comparing.FIELDS)}.")
    diff = comparing.compare(old, new)
    found = list(renumbering.matches(old, new, diff.pairs))
    ids = renumbering.counted(iter(found))
    paint = Paint()
    for line in _told(diff, ids, paint):
        click.echo(line)
    for line in _shown(diff, show, only, paint):
        click.echo(line)
    if ids_file:
        rows = [[match.old, match.new, match.how, match.speaker_changed] for match in found]
        kinds = [("old_id", "text"), ("new_id", "text"), ("how", "text"), ("speaker_changed", "bool")]
        out = writing.writer("csv", ids_file, kinds)  # type: ignore[arg-type]
        out.add(rows)
        out.close()
    if json_file:
        writing.write_text(json_file, comparing.as_json(diff, ids))
    over = list(thresholds.crossed(asked, _counts(diff)))
    for one in over:
        severity = "error" if one.threshold.level == "fail" else "warning"
        click.echo(f"{paint(f'{severity:7}', severity)} {one.threshold.level}: {one}", err=True)
    return int(any(one.threshold.level == "fail" for one in over))


def _counts(diff: Diff) -> Counts:
    """Return what thresholds look at: records of both runs by host, and the changed ones by name and host."""
    from cleaner.validation.thresholds import Counts

    counts = Counts(Counter(diff.hosts))
    for name, change in diff.fields.items():
        counts.found.update({(name, host): count for host, count in change.hosts.items()})
    for name, by_host in (("changed", diff.changed), ("removed", diff.removed), ("added", diff.added)):
        counts.found.update({(name, host): count for host, count in by_host.items()})
    for code, shift in diff.codes.items():
        counts.found[code, ""] += shift.more
    return counts


def _told(diff: Diff, ids: dict[str, int], paint: Paint) -> Iterator[str]:
    records, changed = diff.records, sum(diff.changed.values())
    yield paint(f"{records:,} records in both, {changed:,} of them changed; {sum(diff.added.values()):,} added, "
                f"{sum(diff.removed.values()):,} removed", "strong")  # fmt: skip
    if diff.made:
        yield paint("made with", "strong")
        yield from (f"  {name}: {old} → {new}" for name, old, new in diff.made)
    if diff.fields:
        yield paint("fields", "strong")
        for name, change in sorted(diff.fields.items(), key=lambda item: (-item[1].records, item[0])):
            ways = ", ".join(f"{count:,} {way}" for way, count in sorted(change.ways.items()))
            hosts = ", ".join(f"{host or 'no host'} {count:,}" for host, count in change.hosts.most_common(_HOSTS))
            yield f"  {name:20} {change.records:7,}  {100 * change.records / records:5.1f}%  {ways}  ({hosts})"
    for title, shifts in (("issues", diff.codes), ("rules", diff.rules)):
        if shifts:
            yield paint(title, "strong")
        for name, shift in list(shifts.items())[:_ROWS]:
            yield (f"  {name:40} {shift.old:7,} → {shift.new:7,}  "
                   f"more in {shift.more:,} records, fewer in {shift.fewer:,}")  # fmt: skip
        if len(shifts) > _ROWS:
            yield f"  … and {len(shifts) - _ROWS} more; --json has them all"
    if ids:
        yield paint("statements", "strong") + "  " + ", ".join(f"{count:,} {how}" for how, count in ids.items())


def _shown(diff: Diff, show: int, only: tuple[str, ...], paint: Paint) -> Iterator[str]:
    """Yield the first records of each field, old and new side by side."""
    from cleaner.history import comparing
    from cleaner.history.textdiff import pieces
    from cleaner.terminal import shown

    wanted = [(name, pair) for name, change in diff.fields.items() if not only or name in only
              for pair in change.examples[:show]]  # fmt: skip
    colours = {"old": "taken", "new": "added", "cut": "quiet"}
    marks = {"old": ("[-", "-]"), "new": ("{+", "+}")}
    for (name, pair), (before, after) in comparing.values(diff, wanted).items():
        text = []
        for piece in pieces(before, after):
            left, right = marks.get(piece.kind, ("", ""))
            told = " ".join(shown(piece.text).split("\n"))
            text.append(paint(f"{left}{told}{right}", colours[piece.kind]) if piece.kind in colours else told)
        yield f"{paint(name, 'strong')}  {pair.new}  {paint(shown(pair.host, 60), 'quiet')}\n  {''.join(text)}"
