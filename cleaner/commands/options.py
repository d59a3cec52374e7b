"""Options that several commands share, and the configuration they make together with pyproject.toml."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from cleaner.config import ENGINES, LEDGER_TEXTS, PROFILES, TEXT_FORMATS, Config, Judging, from_pyproject, judging

F = TypeVar("F", bound=Callable[..., Any])
_TAG: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


def profile(function: F) -> F:
    return click.option(
        "--profile", type=click.Choice(PROFILES), help="What a record must have (default: news, or [tool.cleaner])."
    )(function)


def engine(function: F) -> F:
    return click.option(
        "--engine", type=click.Choice(ENGINES),
        help="Who decides what of an HTML page is article (default: cleaner, or [tool.cleaner]).",
    )(function)  # fmt: skip


def text_format(function: F) -> F:
    return click.option(
        "--text-format", type=click.Choice(TEXT_FORMATS),
        help="markdown: a column `markdown` beside `text` that keeps headings, lists, tables, quotations, links, code.",
    )(function)  # fmt: skip


def people(function: F) -> F:
    return click.option(
        "--people", multiple=True, metavar="FILE",
        help="People to know by name: a CSV with a column `name`, or FollowTheMoney JSON lines; repeat for more.",
    )(function)  # fmt: skip


def schema(function: F) -> F:
    return click.option(
        "--schema", metavar="FILE", help="Your own schema: FILE.py:Model (pandera) or FILE.yaml; see the docs."
    )(function)


def ledger_text(function: F) -> F:
    return click.option(
        "--ledger-text", type=click.Choice(LEDGER_TEXTS),
        help="none: ledger and blocks hold spans and hashes, no text (default: full).",
    )(function)  # fmt: skip


def judged(function: F) -> F:
    """Add the options that say how much of what is too much; `judges` reads them."""
    for option in (
        click.option("--ratchet", is_flag=True, help="Take what is healed out of the baseline: it can never return."),
        click.option("--baseline", metavar="FILE", help="Findings that are known (`cleaner baseline`): only new fail."),
        click.option("--warn-if", multiple=True, metavar="NAME>LIMIT", help="As --fail-if, but only told."),
        click.option("--fail-if", multiple=True, metavar="NAME>LIMIT",
                     help="Exit with 1 beyond a count or share: missing_date>2%@host:20, error>0; repeat for more."),
    ):  # fmt: skip
        function = option(function)
    return function


def mapping(function: F) -> F:
    return click.option(
        "--map", "mapping", multiple=True, callback=_pairs, metavar="FIELD=COLUMN,…",
        help="Which column holds what: html=body,url=link,published=rss_date.",
    )(function)  # fmt: skip


def columns(name: str, text: str) -> Callable[[F], F]:
    """Return an option that takes names, comma-separated or repeated."""
    return click.option(name, multiple=True, callback=_names, metavar="A,B", help=text)


def config(**stated: Any) -> Config:
    """Return the configuration of the folder's pyproject.toml, with what was stated on the command line over it."""
    return from_pyproject(Path.cwd(), **{key: value for key, value in stated.items() if value not in (None, (), {})})


def judges(**stated: Any) -> Judging:
    """Return what the folder's settings judge by, with what was stated on the command line in its place."""
    return judging(Path.cwd(), **stated)


def tag(_ctx: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """Return a language tag as stated; of one without a pack it is told what that means."""
    from cleaner.language import available

    if value is None:
        return None
    if not _TAG.fullmatch(value):
        raise click.BadParameter(f"{value!r}; expected a tag such as fr or pt-BR.")
    if value.partition("-")[0].lower() not in available():
        packs = ", ".join(available())
        click.echo(f"--language {value}: there is no pack for it, so rules of all languages alone are applied. "
                   f"Packs: {packs}.", err=True)  # fmt: skip
    return value


def _pairs(_ctx: click.Context, _option: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for item in _split(values):
        field, equals, column = item.partition("=")
        if not equals or not field.strip() or not column.strip():
            raise click.BadParameter(f"{item!r}; expected FIELD=COLUMN, as in url=link.")
        pairs[field.strip()] = column.strip()
    return pairs


def _names(_ctx: click.Context, _option: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_split(values))


def _split(values: tuple[str, ...]) -> list[str]:
    return [item.strip() for value in values for item in value.split(",") if item.strip()]
