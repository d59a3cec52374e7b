"""The command line: which commands there are, what they exit with. Loads a command only when it is called.

Results go to standard output, talk to standard error. Exit codes: 0 done, 1 findings that were asked to fail on,
2 wrong usage or an unreadable schema, 3 a fault of ours.
"""

from __future__ import annotations

import gc
import os
import sys
import threading
from importlib import import_module
from typing import Final

import click

from cleaner import __version__

COMMANDS: Final = {
    "clean": "Clean scrapes: tables of trusted records, and a report of every change.",
    "check": "Check a table that is there already, yours or ours.",
    "baseline": "Write down today's findings, so that only new ones fail.",
    "replay": "Clean the records that were held back once more.",
    "diff": "Say what changed between two runs, with the texts side by side.",
    "sources": "Say how good each source is, what moved, and what findings have in common.",
    "speakers": "Say who speaks: how often, quoted or paraphrased, by which sources.",
    "schema": "Print the rules of the tables: JSON Schema, or documentation.",
    "show": "Show a page with each block's label and each repair beside it.",
    "explain": "Say why: a rule, an issue code, or everything about one article.",
    "rules": "List the rules that name boilerplate; `rules test` proves them.",
    "languages": "List the languages: what each pack covers and lacks.",
    "fix": "Repair a text: encoding, spaces, doubled punctuation.",
}
"""The commands in the order of the help; each is a module of `cleaner.commands` with a `command`."""


_INTERRUPTED: Final = 130
_GARBAGE: Final = 20_000
"""So many new objects come together before cycles are sought among them: a record leaves hardly any."""


class _Lazy(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = import_module(f"cleaner.commands.{cmd_name}").command
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="cleaner", message="%(prog)s %(version)s")
def cli() -> None:
    """From any raw scrape to records you can trust, every change explained.

    \b
    cleaner clean seeds/ -o out/          tables, issues, report.html
    cleaner show page.html                what was kept, what was removed, and why
    cleaner check articles.csv            does a table hold what it must?
    """


def main() -> None:
    """Run the command line and exit with its code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    gc.set_threshold(_GARBAGE, 20, 20)
    code = call()
    if code == _INTERRUPTED and threading.active_count() > 1:
        # a thread that waits for standard input keeps it locked, and Python would die of that at its end
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    sys.exit(code)


def call(arguments: list[str] | None = None) -> int:
    """Run one command (of this process where none is given) and return its exit code."""
    from cleaner.errors import CleanerError, PackError, SchemaError, UsageError

    try:
        return int(cli.main(arguments, "cleaner", standalone_mode=False) or 0)
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.ClickException as error:
        error.show()
        return 2
    except (click.Abort, KeyboardInterrupt) as ended:
        if isinstance(ended.__cause__, EOFError):  # click takes any for an end of input at a question
            click.echo(f"Error: a file ends before it should: {ended.__cause__}", err=True)
            return 2
        click.echo("Interrupted; nothing was written.", err=True)
        return _INTERRUPTED
    except (UsageError, SchemaError, PackError) as error:
        click.echo(f"Error: {error}", err=True)
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        named = error.filename is not None and error.strerror
        click.echo(f"Error: {error.filename}: {error.strerror}." if named else f"Error: {error}", err=True)
        return 2
    except CleanerError as error:
        click.echo(f"A fault of cleaner, please report it: {error}", err=True)
        return 3
    except Exception:
        import traceback

        traceback.print_exc()
        click.echo("A fault of cleaner, please report it with the lines above.", err=True)
        return 3
