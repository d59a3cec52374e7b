"""`cleaner check`: a table that is there already against the rules; what breaks them, by code, with examples."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cleaner.commands import options

if TYPE_CHECKING:
    import pandas as pd

    from cleaner.check import Breach
    from cleaner.terminal import Paint

EXAMPLES = 5


@click.command("check")
@click.argument("table", type=click.Path(path_type=Path), metavar="TABLE")
@options.profile
@options.schema
@options.mapping
def command(table: Path, profile: str | None, schema: str | None, mapping: dict[str, str]) -> int:
    """Check a table against the rules; exit with 1 when there are errors.

    \b
    cleaner check articles.csv --map text=body,published=date
    cleaner check out/ --profile statements
    cleaner check articles.parquet --schema my.py:MyArticle

    TABLE is a CSV, JSONL or Parquet file, or the folder of a run, whose tables are then checked together,
    under the profile of that run unless you name another.
    """
    from cleaner.check import validate_tables
    from cleaner.contract import load as load_schema
    from cleaner.loading import load
    from cleaner.stored import run_json
    from cleaner.terminal import Paint

    run = run_json(table) if table.is_dir() else {}
    config = options.config(profile=profile or run.get("config", {}).get("profile"))
    contract = load_schema(schema) if schema else None
    tables, wrong = load(table, mapping)
    found = [*wrong, *validate_tables(tables, config.profile, contract)]
    paint = Paint()
    for finding in found:
        click.echo(_told(finding, tables[finding.table], paint))
    rows = ", ".join(f"{len(frame):,} {name}" for name, frame in tables.items())
    counts = [(kind, sum(f.severity == kind for f in found)) for kind in ("error", "warning", "info")]
    kinds = ", ".join(f"{count} {kind}" + ("s" if count != 1 and kind != "info" else "") for kind, count in counts)
    click.echo(f"{rows}; profile {config.profile}; kinds of findings: {kinds}", err=True)
    return int(any(finding.severity == "error" for finding in found))


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
