"""`cleaner show`: a page on the terminal as it was read, each block's label and each repair beside it."""

from __future__ import annotations

import shutil
import textwrap
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cleaner.commands import formats as findings_in
from cleaner.commands import options

if TYPE_CHECKING:
    from cleaner.commands.formats import Wanted
    from cleaner.config import Config
    from cleaner.document import Document
    from cleaner.ledger import Entry
    from cleaner.readers.raw import Raw
    from cleaner.tables.rows import Severity
    from cleaner.terminal import Paint
    from cleaner.validation.findings import Finding

_LABEL_WIDTH = 22
_MOST_CHARS = 4000
"""Longer blocks are cut on the terminal, and say so."""


@click.command("show")
@click.argument("file", metavar="FILE")
@options.profile
@options.engine
@options.mapping
@click.option("--meta", metavar="FILE", help="A table of what is known of the records.")
@click.option("--limit", type=click.IntRange(min=1), default=20, metavar="N", help="Of many records, the first N (20).")
@findings_in.option()
@click.option("--color/--no-color", default=None, help="Colours (default: on a terminal).")
def command(
    file: str, profile: str | None, engine: str | None, mapping: dict[str, str], meta: str | None, limit: int,
    formats: tuple[Wanted, ...], least: Severity, snippets: int, color: bool | None,
) -> int:  # fmt: skip
    """Show a page with each block's label and each repair beside it.

    \b
    cleaner show page.html
    cleaner show crawl.jsonl --limit 3 --no-color
    cleaner show page.html --format sarif=page.sarif

    FILE is a file, a folder, a container of records, or - for standard input.
    """
    from cleaner.errors import UsageError
    from cleaner.pipeline import clean_document
    from cleaner.readers import containers
    from cleaner.renderers.about import About
    from cleaner.terminal import Paint, shown

    if file != "-" and not (file and Path(file).exists()):
        raise UsageError(f"{file}: no such file. Give a file, a folder, or - for standard input.")
    config = options.config(profile=profile, engine=engine, map=mapping, meta=meta)
    paint, width = Paint(wanted=color), shutil.get_terminal_size((100, 24)).columns
    known = containers.load_meta(Path(config.meta)) if config.meta else {}
    records = containers.with_meta(containers.records(Path(file), config), known)
    raws = list(islice(records, limit))
    about = About(config.profile, records=len(raws), inputs=(file,), snippets=snippets)
    if findings_in.write(formats, lambda: _findings(raws, config, least), about):
        return 0
    for raw in raws:
        if raw.rejected is not None:
            click.echo(f"{paint(shown(raw.path), 'strong')}  {paint('rejected', 'error')}: {shown(raw.rejected)}\n")
            continue
        page = _page(clean_document(containers.document(raw), config), paint, max(60, min(width, 140)))
        click.echo(page, color=paint.on)
    if not raws:
        click.echo(f"{file}: holds no record", err=True)
    if next(records, None) is not None:
        click.echo(f"… and more; --limit shows more than {limit}", err=True)
    return 0


def _findings(raws: Sequence[Raw], config: Config, least: Severity) -> Iterator[Finding]:
    from cleaner.running import work

    for raw in raws:
        yield from findings_in.of_result(work.process(raw, config), least)


def _page(document: Document, paint: Paint, width: int) -> str:
    """Return one document: what was found, then every block in the order of the source."""
    from cleaner.terminal import shown

    record = document.record
    lines = [paint("─" * width, "quiet"), f"{paint(shown(document.name or '-'), 'strong')}  {document.verdict}"]
    for name in ("title", "published", "publisher", "agencies", "authors", "speakers", "url", "language"):
        value = getattr(record, name)
        told = ", ".join(value) if isinstance(value, tuple) else value or ""
        status = getattr(record, f"{name}_status", "")
        lines.append(f"{name:>{_LABEL_WIDTH}}  {shown(told, width - _LABEL_WIDTH - 14)}  {paint(status, 'quiet')}")
    lines.append("")
    beside = _beside(document)
    for number, block in enumerate(document.blocks):
        mark = " " if block.group == "article" else "-"
        label = paint(f"{(block.label or 'body'):>{_LABEL_WIDTH}}", "title" if block.label == "title" else block.group)
        text = _wrapped(shown(block.text[:_MOST_CHARS].replace("\n", " ")), width - _LABEL_WIDTH - 3) or [""]
        if len(block.text) > _MOST_CHARS:
            text.append(f"… and {len(block.text) - _MOST_CHARS:,} characters more")
        indent = " " * (_LABEL_WIDTH + 1)
        lines.append(f"{label} {mark} {paint(text[0], block.group)}")
        lines += (f"{indent}{mark} {paint(line, block.group)}" for line in text[1:])
        if block.label and block.group != "article":
            lines.append(f"{indent}  {paint(f'{block.rule}: {shown(block.why, width)}', 'quiet')}")
        for entry in beside.get(number, ()):
            lines.append(f"{indent}{_change(entry, paint)}")
    lines.append("")
    for issue in document.issues:
        place = f"line {issue.line}" if issue.line else ""
        severity = paint(f"{issue.severity:>{_LABEL_WIDTH}}", issue.severity)
        lines.append(f"{severity}  {issue.code}: {shown(issue.message, width)} {paint(place, 'quiet')}")
    return "\n".join(lines) + "\n"


def _beside(document: Document) -> dict[int, list[Entry]]:
    """Return repairs, splits and flags by the block in which they stand now."""
    out: defaultdict[int, list[Entry]] = defaultdict(list)
    spans = [(block.start, block.end) for block in document.blocks]
    for entry in document.entries:
        if entry.action == "label":
            continue
        inside = (n for n, (start, end) in enumerate(spans) if start <= entry.source_start <= end)
        out[next(inside, 0)].append(entry)
    return out


def _change(entry: Entry, paint: Paint) -> str:
    from cleaner.terminal import shown

    if entry.action == "repair":
        before, after = paint(shown(repr(entry.before), 40), "taken"), paint(shown(repr(entry.after), 40), "added")
        return f"~ {before} → {after}  {paint(f'{entry.rule}: {entry.why}', 'quiet')}"
    if entry.action == "split":
        return f"/ {paint(f'{entry.rule}: {entry.why}', 'quiet')}"
    return f"! {entry.kind}: {shown(repr(entry.before), 60)}  {paint(entry.why, 'quiet')}"


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_on_hyphens=False)
