"""`cleaner check`: a table that is there already against the rules; what breaks them, by code, with examples."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cleaner.commands import formats as findings_in
from cleaner.commands import options

if TYPE_CHECKING:
    import pandas as pd

    from cleaner.breach import Breach
    from cleaner.commands.formats import Wanted
    from cleaner.tables import Severity
    from cleaner.terminal import Paint

EXAMPLES = 5


@click.command("check")
@click.argument("tables", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="TABLE…")
@options.profile
@options.schema
@options.mapping
@findings_in.option()
@click.option("--raw", multiple=True, metavar="DIR", help="Where the raw files lie that the table's paths are of.")
def command(
    tables: tuple[Path, ...], profile: str | None, schema: str | None, mapping: dict[str, str],
    formats: tuple[Wanted, ...], least: Severity, snippets: int, raw: tuple[str, ...],
) -> int:  # fmt: skip
    """Check a table, or several one by one, against the rules; exit with 1 when there are errors.

    \b
    cleaner check articles.csv --map text=body,published=date
    cleaner check out/ --profile statements
    cleaner check articles.parquet --schema my.py:MyArticle
    cleaner check out/ --format github --format sarif=out.sarif

    TABLE is a CSV, JSONL or Parquet file, or the folder of a run, whose tables are then checked together,
    under the profile of that run unless you name another.
    """
    from cleaner.errors import UsageError

    if formats and len(tables) > 1:
        raise UsageError(f"--format is for one table, and there are {len(tables)}. Call `cleaner check` for each.")
    return max(_check(table, profile, schema, mapping, formats, least, snippets, raw) for table in tables)


def _check(
    table: Path, profile: str | None, schema: str | None, mapping: dict[str, str], formats: tuple[Wanted, ...],
    least: Severity, snippets: int, raw: tuple[str, ...],
) -> int:  # fmt: skip
    from cleaner import findings, stored
    from cleaner.check import validate_tables
    from cleaner.contract import load as load_schema
    from cleaner.loading import load
    from cleaner.renderers.about import About
    from cleaner.terminal import Paint

    run = stored.run_json(table) if table.is_dir() else {}
    config = options.config(profile=profile or run.get("config", {}).get("profile"))
    contract = load_schema(schema) if schema else None
    tables, wrong, read = load(table, mapping)
    found = [*wrong, *validate_tables(tables, config.profile, contract)]
    about = About(config.profile, records=len(tables["articles"]) if "articles" in tables else None,
                  hosts=_hosts(tables), inputs=raw, snippets=snippets, folder=table if table.is_dir() else None)
    origins = {name: origin._replace(path=str(table / origin.path if table.is_dir() else table))
               for name, origin in read.items()}  # fmt: skip
    grave = [breach for breach in found if findings.graver(breach.severity, least)]
    printed = findings_in.write(formats, lambda: findings.of_breaches(grave, tables, origins), about)
    paint = Paint()
    for finding in () if printed else found:
        click.echo(_told(finding, tables[finding.table], paint))
    rows = ", ".join(f"{len(frame):,} {name}" for name, frame in tables.items())
    counts = [(kind, sum(f.severity == kind for f in found)) for kind in ("error", "warning", "info")]
    kinds = ", ".join(f"{count} {kind}" + ("s" if count != 1 and kind != "info" else "") for kind, count in counts)
    click.echo(f"{rows}; profile {config.profile}; kinds of findings: {kinds}", err=True)
    return int(any(finding.severity == "error" for finding in found))


def _hosts(tables: dict[str, pd.DataFrame]) -> dict[str, int]:
    articles = tables.get("articles")
    if articles is None or "host" not in articles:
        return {}
    return {str(host): int(count) for host, count in articles["host"].value_counts().items()}


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
