"""`cleaner fix`: the repairs alone, of one text or of columns of a table."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cleaner.commands import options

if TYPE_CHECKING:
    from cleaner.fixing import Counts


@click.command("fix")
@click.argument("file", default="-", metavar="[FILE]")
@options.columns("--column", "A table: repair these columns, and write all of it to -o.")
@click.option("-o", "--out", type=click.Path(path_type=Path), metavar="FILE",
              help="Where to write: a text, or with --column a .csv, .jsonl or .parquet.")  # fmt: skip
@click.option("--ledger", type=click.Path(path_type=Path), metavar="FILE",
              help="With --column: every change with its reason, as .csv, .jsonl or .parquet.")  # fmt: skip
@click.option("--language", metavar="TAG", callback=options.tag,
              help="Language of the text, as fr or pt-BR (default: told from the text).")  # fmt: skip
@click.option("--explain", is_flag=True, help="Tell the charset and each repair on standard error.")
def command(
    file: str, column: tuple[str, ...], out: Path | None, ledger: Path | None, language: str | None, explain: bool
) -> int:
    """Repair a text and print it, or columns of a table: characters, names, spaces, doubled punctuation.

    \b
    cleaner fix article.txt > fixed.txt
    pbpaste | cleaner fix --explain
    cleaner fix data.csv --column text -o fixed.csv --ledger ledger.csv
    """
    from cleaner.errors import UsageError

    if file != "-" and not Path(file).is_file():
        what = "is a folder" if Path(file).is_dir() else "no such file"
        raise UsageError(f"{file}: {what}. Give a file of text, or - for standard input.")
    if column:
        return _table(file, column, out, ledger, language)
    if ledger:
        raise UsageError("--ledger is for tables: name their --column. For one text, --explain tells the repairs.")
    return _text(file, out, language, explain)


def _text(file: str, out: Path | None, language: str | None, explain: bool) -> int:
    from cleaner.errors import UsageError
    from cleaner.readers.binary import is_binary
    from cleaner.readers.charset import decode
    from cleaner.repairs import fix
    from cleaner.terminal import Paint, shown

    raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    if why := is_binary(raw):
        raise UsageError(f"{file}: it holds {why}. Give a file of text; unpack what is packed.")
    decoded = decode(raw)
    fixed = fix(decoded.text, language)
    written = fixed.text.encode("utf-8", "backslashreplace")
    if out:
        out.write_bytes(written)
    else:
        sys.stdout.buffer.write(written)
    paint = Paint(sys.stderr)
    if explain:
        stated = f", declared {decoded.declared}" if decoded.declared else ""
        click.echo(f"read as {decoded.charset}, {decoded.confidence:.0%} sure{stated}", err=True)
        for edit in fixed.ledger:
            change = f"{paint(shown(repr(edit.before), 50), 'taken')} → {paint(shown(repr(edit.after), 50), 'added')}"
            click.echo(f"{edit.start:>7} {edit.kind:20} {change}  {edit.why}", err=True)
    click.echo(_some(len(fixed.ledger), "repair"), err=True)
    return 0


def _table(file: str, columns: tuple[str, ...], out: Path | None, ledger: Path | None, language: str | None) -> int:
    from cleaner.errors import UsageError
    from cleaner.fixing import fix_table
    from cleaner.terminal import shown

    if file == "-":
        raise UsageError("--column needs a file: the name of a table says what it is. Give a .csv, .jsonl or .parquet.")
    if out is None:
        raise UsageError("--column needs -o: say where to write the repaired table, as in -o fixed.csv.")
    watched = sys.stderr.isatty()
    counts = fix_table(Path(file), columns, out, ledger, language, _progress if watched else None)
    if watched:
        click.echo("\r", nl=False, err=True)
    for line, why in counts.rejected[:5]:
        click.echo(f"{file}, line {line}: {shown(why, 160)}; not written", err=True)
    if len(counts.rejected) > 5:
        click.echo(f"… and {_some(len(counts.rejected) - 5, 'more row')} not written", err=True)
    click.echo(f"{_some(counts.changes, 'repair')} in {_some(counts.cells, 'cell')} of {_some(counts.rows, 'row')}; "
               f"{out}{f', {ledger}' if ledger else ''} written", err=True)  # fmt: skip
    return int(bool(counts.rejected))


def _progress(counts: Counts) -> None:
    click.echo(f"\r{counts.rows:,} rows", nl=False, err=True)


def _some(count: int, what: str) -> str:
    return f"{count:,} {what}{'s' * (count != 1)}"
