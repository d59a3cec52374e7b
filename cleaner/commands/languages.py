"""`cleaner languages`: what the pack of each language covers, and what it lacks."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("languages")
@click.option("--docs", is_flag=True, help="Print it as a page of documentation, in Markdown.")
@click.option("--scores", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE",
              help="With --docs: scores to print beside it (YAML).")  # fmt: skip
def command(docs: bool, scores: Path | None) -> int:
    """List the languages: how many rules and proofs each has, what is read in it, what its pack lacks.

    \b
    cleaner languages
    cleaner languages --docs --scores docs/languages.yaml > docs/languages.md
    """
    from cleaner import coverage

    if docs:
        click.echo(coverage.page(scores), nl=False)
        return 0
    for one in coverage.languages():
        lacks = f"lacks {', '.join(one.lacks)}" if one.lacks else ""
        told = f"{one.rules} rules, {one.proofs} proof lines" if one.rules else "no rules"
        click.echo(f"{one.tag:4}{one.name:20}{told:32}{', '.join(one.topics):40}{lacks}".rstrip())
    return 0
