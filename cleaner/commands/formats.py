"""`--format NAME[=FILE]`: findings in the formats of CI systems, editors and programs, to files or standard output."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from cleaner.renderers import FORMATS
from cleaner.tables.rows import Severity

if TYPE_CHECKING:
    from cleaner.renderers.about import About
    from cleaner.running.work import Result
    from cleaner.validation.findings import Finding

SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "info")
F = TypeVar("F", bound=Callable[..., Any])
Wanted = tuple[str, Path | None]
"""A format, and the file to write it to; None: standard output."""


def option(*tables: str) -> Callable[[F], F]:
    """Return the options --format, --least and --snippets; --format takes the table formats `tables` too."""
    says = f"Findings as {', '.join(FORMATS)}: on standard output, or in a file (sarif=out.sarif); repeat for more."
    if tables:
        says = f"Of the tables: {', '.join(tables)} (default: {tables[0]}). {says}"

    def decorate(function: F) -> F:
        least = click.option(
            "--least", type=click.Choice(SEVERITIES), default="warning", metavar="SEVERITY",
            help="In --format, findings this grave or graver: error, warning (default) or info.",
        )  # fmt: skip
        snippets = click.option(
            "--snippets", type=click.IntRange(0, 2_000), default=0, metavar="N",
            help="Quote up to N characters of a record beside each finding (default: 0, none).",
        )  # fmt: skip
        formats = click.option("--format", "formats", multiple=True, metavar="NAME[=FILE]", callback=_read(tables),
                               help=says)  # fmt: skip
        return formats(least(snippets(function)))

    return decorate


def write(wanted: Sequence[Wanted], findings: Callable[[], Iterable[Finding]], about: About) -> bool:
    """Write the findings in every format that was asked for; return whether standard output was one of the places."""
    from cleaner import renderers

    for name, file in wanted:
        if name == "html" and file is not None and not file.suffix and about.folder is not None:
            from cleaner.renderers import pages

            pages.write(about.folder, file)
            continue
        out = io.StringIO()
        renderers.write(name, findings(), about, out)
        if file is None:
            click.echo(out.getvalue(), nl=False)
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(out.getvalue().encode("utf-8", "backslashreplace"))
    return any(file is None for _, file in wanted)


def of_result(result: Result, least: Severity) -> Iterator[Finding]:
    """Yield the findings of one record that is just cleaned."""
    from cleaner.validation import findings

    grave = [asdict(issue) for issue in result.issues if findings.graver(issue.severity, least)]
    return findings.of_record(asdict(result.article), grave)


def _read(tables: Sequence[str]) -> Callable[[click.Context, click.Parameter, tuple[str, ...]], tuple[Wanted, ...]]:
    def read(_ctx: click.Context, _option: click.Parameter, values: tuple[str, ...]) -> tuple[Wanted, ...]:
        wanted: list[Wanted] = []
        for value in values:
            name, equals, file = value.partition("=")
            if name not in FORMATS and (name not in tables or equals):
                raise click.BadParameter(f"{value!r}; expected one of {', '.join((*tables, *FORMATS))}.")
            if equals and not file:
                raise click.BadParameter(f"{value!r} names no file; write {name}=FILE.")
            if parent := next((p for p in Path(file).parents if p.exists() and not p.is_dir()), None):
                raise click.BadParameter(f"{value!r}: {parent} is a file, no folder to write to.")
            wanted.append((name, Path(file) if file else None))
        printed = [name for name, file in wanted if file is None and name in FORMATS]
        if len(printed) > 1:
            both = " and ".join(printed)
            raise click.BadParameter(f"{both} cannot both go to standard output; write {printed[1]}=FILE.")
        return tuple(wanted)

    return read
