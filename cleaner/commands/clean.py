"""`cleaner clean`: many documents to tables and a report; with --dry-run to a ledger on standard output."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import click

from cleaner.commands import formats as findings_in
from cleaner.commands import judged, options
from cleaner.tables.rows import Severity

if TYPE_CHECKING:
    from cleaner.commands.formats import Wanted
    from cleaner.config import Config
    from cleaner.renderers.about import About
    from cleaner.run import Summary
    from cleaner.running.work import Result
    from cleaner.tables.writing import FileFormat
    from cleaner.validation.contract import Contract
    from cleaner.validation.findings import Finding

TABLE_FORMATS: Final[tuple[FileFormat, ...]] = ("parquet", "jsonl", "csv")
_HEARD: Final = ("url", "published", "publisher", "title", "authors")
"""Roles of --map whose values stand in the evidence as given."""


@click.command("clean")
@click.argument("inputs", nargs=-1, required=True, metavar="IN…")
@click.option("-o", "--out", metavar="OUT", help="Folder for the tables and the report; made if it is not there.")
@findings_in.option(*TABLE_FORMATS)
@options.text_format
@options.profile
@options.engine
@options.people
@options.schema
@options.ledger_text
@options.judged
@options.mapping
@options.columns("--keep", "Columns of the input to carry into the articles table.")
@click.option("--meta", metavar="FILE", help="A table of what is known: path or url, and publisher, published, …")
@click.option("--id-field", metavar="COLUMN", help="The column that holds each record's id.")
@click.option(
    "-j", "--jobs", type=click.IntRange(min=1), default=1, metavar="N", help="Work in N processes (default: 1)."
)
@click.option("--fail-on", type=click.Choice(("error", "warning")), help="Exit with 1 when a record has such an issue.")
@click.option("--dry-run", is_flag=True, help="Print what would change; write nothing.")
@click.option("--report/--no-report", default=True, help="Write report.html, .json and .md beside the tables.")
def command(
    inputs: tuple[str, ...], out: str | None, formats: tuple[Wanted, ...], least: Severity, snippets: int,
    text_format: str | None, profile: str | None, engine: str | None, people: tuple[str, ...], schema: str | None,
    mapping: dict[str, str], keep: tuple[str, ...], meta: str | None, id_field: str | None, jobs: int,
    fail_on: Severity | None, dry_run: bool, report: bool, ledger_text: str | None, fail_if: tuple[str, ...],
    warn_if: tuple[str, ...], baseline: str | None, ratchet: bool,
) -> int:  # fmt: skip
    """Clean scrapes: tables of trusted records, and a report of every change.

    \b
    cleaner clean seeds/ -o out/
    cleaner clean crawl.jsonl.gz -o out/ --map html=body,url=link --keep spider -j 8
    cat page.html | cleaner clean - --dry-run
    cleaner clean new/ -o out/ --fail-on error --format github --format sarif=out.sarif

    IN is a file, a folder, a container of records (JSONL, CSV, Parquet, plain or .gz), or - for standard input.
    """
    from cleaner.renderers.about import About
    from cleaner.validation import outcome
    from cleaner.validation.contract import load

    config = options.config(profile=profile, engine=engine, map=mapping, keep=keep, meta=meta, id_field=id_field,
                            text_format=text_format, people=people, ledger_text=ledger_text)  # fmt: skip
    judges = options.judges(fail_if=fail_if, warn_if=warn_if, baseline=baseline, schema=schema)
    outcome.ready(judges)
    contract = load(judges.schema) if judges.schema else None
    file_format, wanted = _parted(formats)
    if dry_run:
        return _rehearse(inputs, config, jobs, fail_on, contract, wanted, least, snippets)
    if not out:
        raise click.UsageError("Missing option '-o': the folder to write to. Use --dry-run to write nothing.")
    from cleaner.run import ends_badly, run

    with _Bar() as bar:
        summary = run(inputs, out, config, jobs=jobs, file_format=file_format, contract=contract,
                      progress=bar.step)  # fmt: skip
    where = f"tables: {summary.out}"
    if report:
        from cleaner import renderers

        where = f"report: {renderers.write_all(summary.out)[0]}"
    _tell_left(summary)
    _tell_unheard(config, summary)
    if summary.failed:
        told = f"{summary.failed} of them by a fault of cleaner: see internal_error in issues, please report it."
        click.echo(told, err=True)
    known = judged.known(judges)
    came_to = judged.of_run(summary.out, judges, fail_on, ratchet) if outcome.is_asked(judges) else None
    about = About(config.profile, records=summary.records, inputs=inputs, known=known, snippets=snippets,
                  alarms=judged.alarms(came_to) if came_to else (), folder=summary.out)  # fmt: skip
    printed = bool(wanted) and _findings(wanted, about, least)
    if came_to is not None:
        judged.tell(came_to)
        click.echo(f"{summary.line()}; {where}", err=printed)
        return 3 if summary.failed else int(came_to.fails)
    click.echo(f"{summary.line()}; {where}", err=printed)
    return ends_badly(summary, fail_on)


def _tell_left(summary: Summary) -> None:
    """Tell what in the inputs was not read; that nothing was, too."""
    for told in sorted(set(summary.left)):
        click.echo(told, err=True)
    if not summary.records:
        click.echo("The inputs hold no record: empty, a header alone, or hidden files. Is the path right?", err=True)


def _tell_unheard(config: Config, summary: Summary) -> None:
    """Name the columns of --keep, --map and --id-field that no record has: most likely they are misspelled."""
    from cleaner.readers.columns import TEXT_ROLES

    if empty := [name for name in config.keep if name not in summary.kept]:
        click.echo(f"--keep {','.join(empty)}: no record has a value there; is the name right?", err=True)
    for field, column in config.map.items():
        if field not in TEXT_ROLES and field not in (summary.given if field in _HEARD else summary.brought):
            can = " that can be read" if field in _HEARD else ""
            click.echo(f"--map {field}={column}: no record has a value there{can}; is the name right?", err=True)
    if config.id_field and not summary.ids:
        click.echo(f"--id-field {config.id_field}: no record has an id there; is the name right?", err=True)


def _parted(formats: tuple[Wanted, ...]) -> tuple[FileFormat, list[Wanted]]:
    """Return the format of the tables, and those of the findings."""
    tables = [name for name in TABLE_FORMATS if (name, None) in formats]
    if len(tables) > 1:
        raise click.UsageError(f"--format {' and '.join(tables)}: tables are written in one format. Choose one.")
    return (tables or TABLE_FORMATS)[0], [asked for asked in formats if asked[0] not in TABLE_FORMATS]


def _findings(wanted: Sequence[Wanted], about: About, least: Severity) -> bool:
    from cleaner.tables import stored
    from cleaner.validation import findings

    folder = about.folder
    assert folder is not None
    hosts = Counter(row["host"] or "" for row in stored.rows(folder, "articles", ("host",)))
    return findings_in.write(wanted, lambda: findings.of_run(folder, least), replace(about, hosts=hosts))


def _rehearse(
    inputs: tuple[str, ...], config: Config, jobs: int, fail_on: Severity | None, contract: Contract | None,
    wanted: Sequence[Wanted], least: Severity, snippets: int,
) -> int:  # fmt: skip
    """Tell what would change; where findings are wanted in a format, them instead."""
    from cleaner.renderers.about import About
    from cleaner.run import Summary, count, ends_badly, finish, parts, results
    from cleaner.terminal import Paint

    paint, summary = Paint(), Summary()
    found: list[Finding] = []
    for part in parts(results(inputs, config, jobs, summary.left)):
        finish(part, config, contract)
        count(part, summary)
        for result in part:
            if wanted:
                found += findings_in.of_result(result, least)
            else:
                click.echo(_told(result, paint))
    about = About(config.profile, records=summary.records, inputs=inputs, snippets=snippets)
    findings_in.write(wanted, lambda: found, about)
    _tell_left(summary)
    click.echo(f"{summary.line()}; nothing was written", err=True)
    return ends_badly(summary, fail_on)


def _told(result: Result, paint: object) -> str:
    """Return what a run would do to one record, as text."""
    from cleaner.terminal import Paint, shown

    assert isinstance(paint, Paint)
    article = result.article
    lines = [paint(f"{shown(article.path or '-')}  {article.article_id}  {article.verdict}", "strong")]
    for issue in result.issues:
        if issue.severity != "info":
            lines.append(f"  {paint(issue.severity, issue.severity):8} {issue.code}: {shown(issue.message, 100)}")
    for row in sorted(result.ledger, key=lambda row: (row.source_start, row.seq)):
        what = row.label or row.kind or ""
        change = shown(repr(row.before), 70)
        if row.action == "repair":
            change = f"{paint(change, 'taken')} → {paint(shown(repr(row.after), 70), 'added')}"
        place = f"{row.source_start}-{row.source_end}"
        lines.append(f"  {place:>13} {row.action:6} {what:20} {change}  {paint(row.rule, 'quiet')}")
    counts = Counter(row.action for row in result.ledger)
    lines.append(
        "  " + (", ".join(f"{n} {action}" for action, n in sorted(counts.items())) or "nothing to change") + "\n"
    )
    return "\n".join(lines)


class _Bar:
    """How many records are done, on a terminal only, at most ten times a second."""

    def __init__(self) -> None:
        self._on = sys.stderr.isatty()
        self._start = self._last = time.monotonic()

    def step(self, done: int) -> None:
        now = time.monotonic()
        if self._on and now - self._last >= 0.1:
            self._last = now
            sys.stderr.write(f"\r{done:,} records, {done / (now - self._start):,.0f} a second ")
            sys.stderr.flush()

    def __enter__(self) -> _Bar:
        return self

    def __exit__(self, *_: object) -> None:
        if self._on:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
