"""`cleaner check`: a table that is there already against the rules; what breaks them, by code, with examples."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from cleaner.commands import formats as findings_in
from cleaner.commands import judged, options

if TYPE_CHECKING:
    import pandas as pd

    from cleaner.commands.formats import Wanted
    from cleaner.config import Judging
    from cleaner.tables.rows import Severity
    from cleaner.terminal import Paint
    from cleaner.validation.breach import Breach
    from cleaner.validation.contract import Contract
    from cleaner.validation.findings import Finding

EXAMPLES = 5


@click.command("check")
@click.argument("tables", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="TABLE…")
@options.profile
@options.schema
@click.option("--only-schema", is_flag=True, help="Ask nothing of the articles but your own schema.")
@options.mapping
@options.judged
@click.option("--rows", type=click.Path(path_type=Path), metavar="FILE",
              help="Write every row that breaks a rule, by its number, as JSON.")
@findings_in.option()
@click.option("--raw", multiple=True, metavar="DIR", help="Where the raw files lie that the table's paths are of.")
def command(
    tables: tuple[Path, ...], profile: str | None, schema: str | None, only_schema: bool, mapping: dict[str, str],
    fail_if: tuple[str, ...], warn_if: tuple[str, ...], baseline: str | None, ratchet: bool, rows: Path | None,
    formats: tuple[Wanted, ...], least: Severity, snippets: int, raw: tuple[str, ...],
) -> int:  # fmt: skip
    """Check a table, or several one by one, against the rules; exit with 1 when there are errors.

    \b
    cleaner check articles.csv --map text=body,published=date
    cleaner check out/ --profile statements
    cleaner check articles.parquet --schema my.py:MyArticle
    cleaner check out/ --fail-if "missing_date>2%@host:20" --warn-if "missing_title>5%"
    cleaner check out/ --baseline baseline.jsonl --format github --format sarif=out.sarif

    TABLE is a CSV, JSONL or Parquet file, or the folder of a run, whose tables are then checked together,
    under the profile of that run unless you name another. What --fail-if states takes the place of "no errors".
    """
    from cleaner.errors import UsageError
    from cleaner.validation import outcome
    from cleaner.validation.contract import load as load_schema

    if (formats or rows) and len(tables) > 1:
        raise UsageError(f"--format and --rows are for one table, and there are {len(tables)}. Check one by one.")
    judges = options.judges(fail_if=fail_if, warn_if=warn_if, baseline=baseline, schema=schema)
    outcome.ready(judges)
    if only_schema and not judges.schema:
        raise UsageError("--only-schema asks nothing but your own schema; name it with --schema.")
    contract = load_schema(judges.schema, only_schema) if judges.schema else None
    from cleaner.tables.columns import TABLES, columns

    known = {column.name for name in TABLES for column in columns(name)} | set(contract.kept if contract else ())
    if unknown := [field for field in mapping if field not in known]:
        ours = ", ".join(column.name for column in columns("articles"))
        stated = f"{unknown[0]}={mapping[unknown[0]]}"
        raise UsageError(f"--map {stated}: {unknown[0]!r} is no field. Fields of articles: {ours}.")
    write = Writes(formats, least, snippets, raw, rows)
    return max(_check(table, profile, mapping, contract, judges, ratchet, write) for table in tables)


class Writes(NamedTuple):
    """What is written of a check beside what is told: findings in formats, and every row."""

    formats: tuple[Wanted, ...]
    least: Severity
    snippets: int
    raw: tuple[str, ...]
    rows: Path | None


def _check(
    table: Path, profile: str | None, mapping: dict[str, str], contract: Contract | None, judges: Judging,
    ratchet: bool, write: Writes,
) -> int:  # fmt: skip
    from cleaner.renderers.about import About
    from cleaner.terminal import Paint
    from cleaner.validation import findings, outcome
    from cleaner.validation.checking import check, profile_of

    config = options.config(profile=profile or profile_of(table))
    done = check(table, config.profile, mapping, contract)
    found, tables, records = done.breaches, done.tables, done.records()
    known = judged.known(judges)
    asked = outcome.is_asked(judges)
    came_to = outcome.judge(done.findings(), records, judges, ("error>0",), ratchet) if asked else None
    about = About(config.profile, records=sum(records.hosts.values()), hosts=dict(records.hosts), inputs=write.raw,
                  known=known, snippets=write.snippets, alarms=judged.alarms(came_to) if came_to else (),
                  folder=table if table.is_dir() else None)  # fmt: skip

    def grave() -> Iterator[Finding]:
        return (finding for finding in done.findings() if findings.graver(finding.severity, write.least))

    printed = findings_in.write(write.formats, grave, about)
    if write.rows:
        from cleaner.tables import writing
        from cleaner.validation import checked

        writing.write_text(write.rows, checked.render(found, tables, config.profile))
    paint = Paint()
    for breach in () if printed else found:
        click.echo(_told(breach, tables[breach.table], paint))
    if not any(len(frame) for frame in tables.values()):
        click.echo(f"{table}: has columns and no rows. Nothing was checked; is it the right file?", err=True)
    counts = [(kind, sum(f.severity == kind for f in found)) for kind in ("error", "warning", "info")]
    kinds = ", ".join(f"{count} {kind}" + ("s" if count != 1 and kind != "info" else "") for kind, count in counts)
    sizes = ", ".join(f"{name} {len(frame):,}" for name, frame in tables.items())
    click.echo(f"rows: {sizes}; profile {config.profile}; kinds of findings: {kinds}", err=True)
    if came_to is None:
        return int(any(breach.severity == "error" for breach in found))
    judged.tell(came_to)
    return int(came_to.fails)


def _told(finding: Breach, frame: pd.DataFrame, paint: Paint) -> str:
    """Return one finding: its code, how many rows, the first of them."""
    from cleaner.terminal import shown

    severity = paint(f"{finding.severity:7}", finding.severity)
    head = f"{severity} {paint(finding.code, 'strong')}  {finding.table}.{finding.column}"
    if finding.rows is None:
        return f"{head}\n        {shown(finding.message, 160)}"
    noun = "row" if len(finding.rows) == 1 else "rows"
    lines = [f"{head}  {len(finding.rows):,} {noun}", f"        {shown(finding.message, 160)}"]
    for row in finding.rows[:EXAMPLES]:
        parts = [f"row {row + 1}"]
        for column in ("article_id", "path", "url", "title", finding.column):
            value = frame[column].iloc[row] if column in frame else None
            if isinstance(value, (str, int, float)) and value == value and value != "" and len(parts) < 4:
                parts.append(f"{column}={shown(str(value), 50)}")
        lines.append("        " + paint("  ".join(dict.fromkeys(parts)), "quiet"))
    if len(finding.rows) > EXAMPLES:
        lines.append(f"        … and {len(finding.rows) - EXAMPLES:,} more")
    return "\n".join(lines)
