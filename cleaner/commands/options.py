"""Options that several commands share, and the configuration they make together with pyproject.toml."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from cleaner.config import ENGINES, PROFILES, TEXT_FORMATS, Config, from_pyproject

F = TypeVar("F", bound=Callable[..., Any])


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
