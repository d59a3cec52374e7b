"""`cleaner fix`: the repairs alone, from a file or standard input to standard output."""

from __future__ import annotations

import sys
from pathlib import Path

import click


@click.command("fix")
@click.argument("file", default="-", metavar="[FILE]")
@click.option(
    "--language", default="und", metavar="TAG", help="Language of the text, as fr or pt-BR, where it matters."
)
@click.option("--explain", is_flag=True, help="Tell each repair on standard error.")
def command(file: str, language: str, explain: bool) -> int:
    """Repair a text and print it: encoding, spaces, doubled punctuation.

    \b
    cleaner fix article.txt > fixed.txt
    pbpaste | cleaner fix --explain
    """
    from cleaner.errors import UsageError
    from cleaner.readers.charset import decode
    from cleaner.repairs import fix
    from cleaner.terminal import Paint, shown

    if file != "-" and not Path(file).is_file():
        raise UsageError(f"{file}: no such file. Give a file of text, or - for standard input.")
    raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    fixed = fix(decode(raw).text, language)
    sys.stdout.buffer.write(fixed.text.encode("utf-8", "backslashreplace"))
    paint = Paint(sys.stderr)
    if explain:
        for edit in fixed.ledger:
            change = f"{paint(shown(repr(edit.before), 50), 'taken')} → {paint(shown(repr(edit.after), 50), 'added')}"
            click.echo(f"{edit.start:>7} {edit.kind:20} {change}  {edit.why}", err=True)
    count = len(fixed.ledger)
    click.echo(f"{count} repair{'s' * (count != 1)}", err=True)
    return 0
