"""`cleaner schema`: the rules of the tables for other programs (JSON Schema) and for people (Markdown)."""

from __future__ import annotations

from typing import Final

import click

from cleaner.commands import options

TABLES: Final = ("articles", "statements", "ledger", "evidence", "issues", "blocks")


@click.command("schema")
@click.argument("table", type=click.Choice(TABLES), default="articles")
@options.schema
@click.option("--docs", is_flag=True, help="Print every rule of every table with its examples, as Markdown.")
def command(table: str, schema: str | None, docs: bool) -> int:
    """Print what a row of a table is, as JSON Schema (draft 2020-12).

    \b
    cleaner schema articles > articles.schema.json
    cleaner schema --schema my.yaml
    cleaner schema --docs

    With --schema what your own asks of articles is in it too, as far as JSON Schema can say it; the rules it cannot
    say (those that compare fields, rows or tables) are named in `x-rules`.
    """
    if docs:
        from cleaner.validation import proving

        click.echo(proving.page(), nl=False)
        return 0
    import json

    from cleaner.errors import UsageError
    from cleaner.validation import jsonschema
    from cleaner.validation.contract import load

    stated = options.judges(schema=schema).schema if table == "articles" else schema
    if stated and table != "articles":
        raise UsageError(f"--schema says what articles must fulfil; {table} has none. Leave one of the two out.")
    contract = load(stated) if stated else None
    click.echo(json.dumps(jsonschema.of(table, contract), ensure_ascii=False, indent=1))
    return 0
