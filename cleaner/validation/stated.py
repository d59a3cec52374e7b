"""A schema for those who don't program: a short YAML that says what the articles table must fulfil, as rules.

Its keys, each optional:

    required: [title, url]                columns that must not be empty
    unique: [url]                         columns of which no value may stand twice
    sources: [The Moscow Times, rt.com]   publishers or hosts that may occur
    languages: [en, fr]                   languages that may occur; `en` includes `en-GB`
    values: {section: [World, Sport]}     what may stand in a column
    matches: {url: "^https://"}           a pattern (RE2) that must be found in each value of a column
    published: {from: 2020-01-01, to: 2020-12-31}   days, both inclusive
    max_share: {host: 40%}                the largest share of the records that one value of a column may have
    min_chars: 400                        least length of the text, in characters
    max_chars: 200000                     greatest length of the text
    severity: {text_too_short: warning}   how grave: by code or column of a rule above; else error
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from cleaner.errors import PackError, SchemaError
from cleaner.language import read_yaml, typed
from cleaner.text import fold

if TYPE_CHECKING:
    from cleaner.schemas.rules import Rule

_SHARE: Final = re.compile(r"\d{1,3}(?:\.\d{1,6})? ?%")
_SEVERITIES: Final = ("error", "warning", "info")


@dataclass(frozen=True)
class Stated:
    """What a YAML schema may say."""

    required: tuple[str, ...] = ()
    unique: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    values: dict[str, tuple[str, ...]] = field(default_factory=dict)
    matches: dict[str, str] = field(default_factory=dict)
    published: dict[str, str] = field(default_factory=dict)
    max_share: dict[str, str] = field(default_factory=dict)
    min_chars: int = 0
    max_chars: int = 0
    severity: dict[str, str] = field(default_factory=dict)


def read(path: Path) -> Stated:
    """Return what a YAML file says.

    Raises SchemaError that names the key, what was found and what was expected.
    """
    try:
        said = typed(read_yaml(path), Stated, path.name)
    except (PackError, ValueError) as error:
        raise SchemaError(str(error)) from error
    if unknown := sorted(set(said.published) - {"from", "to"}):
        raise SchemaError(f"{path.name}, published: unknown key {unknown[0]!r}. Known keys: from, to.")
    for key, day in said.published.items():
        try:
            date.fromisoformat(day)
        except ValueError as error:
            raise SchemaError(f"{path.name}, published, {key}: {day!r} is no day; write it as 2020-10-01.") from error
    for name, grave in said.severity.items():
        if grave not in _SEVERITIES:
            raise SchemaError(f"{path.name}, severity, {name}: {grave!r}; expected one of {', '.join(_SEVERITIES)}.")
    for name, share in said.max_share.items():
        if not _SHARE.fullmatch(share) or _share(share) > 1:
            raise SchemaError(f"{path.name}, max_share, {name}: {share!r}; expected a share up to 100%, such as 40%.")
    for key in ("min_chars", "max_chars"):
        if getattr(said, key) < 0:
            raise SchemaError(f"{path.name}, {key}: {getattr(said, key)}; expected a number of characters.")
    for name, pattern in said.matches.items():
        _compiled(pattern, f"{path.name}, matches, {name}")
    _check_graded(said, path.name)
    return said


def _check_graded(said: Stated, where: str) -> None:
    """Raise SchemaError for a severity of what no rule of the file is about: it would change nothing."""
    if not said.severity:
        return
    asked = rules(said)
    known = sorted({rule.code for rule in asked}) + sorted({rule.columns[0] for rule in asked})
    if unknown := [name for name in said.severity if name not in known]:
        raise SchemaError(f"{where}, severity: no rule of this file has the code or the column {unknown[0]!r}. "
                          f"Codes and columns of its rules: {', '.join(known) or 'none'}.")  # fmt: skip


def rules(said: Stated) -> tuple[Rule, ...]:
    """Return the same as rules, which are asked of usable records only."""
    from cleaner.schemas import asking
    from cleaner.schemas.rules import Rule

    out: list[Rule] = []

    def add(code: str, column: str, answer: Callable[[Any], Any], whole: Literal["", "table"] = "") -> None:
        name = f"{code}-{column}" if code not in _SINGLE else code
        out.append(Rule(name, code, (column,), lambda _cls, rows: answer(rows), _usable, whole))

    for column in said.required:
        add("missing_field", column, partial(asking.filled, column=column))
    for column in said.unique:
        add("value_repeated", column, partial(_first, column))
    for column, values in sorted(said.values.items()):
        add("value_not_allowed", column, partial(asking.among, column=column, values=values))
    for column, pattern in sorted(said.matches.items()):
        add("pattern_mismatch", column, partial(asking.matches, column=column, pattern=pattern))
    for column, share in sorted(said.max_share.items()):
        add("value_dominates", column, partial(_shared, column, _share(share)), "table")
    if said.min_chars:
        add("text_too_short", "text", partial(asking.at_least_long, column="text", least=said.min_chars))
    if said.max_chars:
        add("text_too_long", "text", lambda rows: ~asking.at_least_long(rows, "text", said.max_chars + 1)
            | ~asking.known(rows, "text"))  # fmt: skip
    if said.languages:
        tags = "|".join(tag.lower() for tag in said.languages)
        add("language_not_allowed", "language",
            partial(asking.matches, column="language", pattern=rf"\A(?i:{tags})(?:-|\z)"))  # fmt: skip
    if said.published:
        first, last = said.published.get("from", "0000-00-00"), said.published.get("to", "9999-99-99")
        add("date_out_of_range", "published",
            partial(asking.within_days, column="published", first_day=first, last_day=last))  # fmt: skip
    if said.sources:
        add("source_not_allowed", "publisher", partial(_sources, {fold(source) for source in said.sources}))
    return tuple(out)


def limits(said: Stated) -> dict[str, dict[str, Any]]:
    """Return what is said of single columns, in the words of JSON Schema."""
    out: dict[str, dict[str, Any]] = {column: {"minLength": 1} for column in said.required if column not in _LISTS}
    out |= {column: {"minItems": 1} for column in said.required if column in _LISTS}
    for column, values in said.values.items():
        out.setdefault(column, {})["enum"] = [*values, *([] if column in said.required else [None])]
    for column, pattern in said.matches.items():
        out.setdefault(column, {})["pattern"] = pattern
    if said.min_chars:
        out.setdefault("text", {})["minLength"] = said.min_chars
    if said.max_chars:
        out.setdefault("text", {})["maxLength"] = said.max_chars
    if said.languages:
        out.setdefault("language", {})["pattern"] = f"^({'|'.join(said.languages)})(-|$)"
    return out


_LISTS: Final = ("agencies", "photo_sources", "authors", "speakers")
_SINGLE: Final = ("text_too_short", "text_too_long", "language_not_allowed", "date_out_of_range", "source_not_allowed")


def _usable(rows: Any) -> Any:
    from cleaner.schemas import asking

    return ~asking.is_(rows, "verdict", "rejected")


def _share(stated: str) -> float:
    return float(stated.rstrip("% ")) / 100


def _shared(column: str, most: float, rows: Any) -> Any:
    from cleaner.schemas import asking

    shares = rows[column].value_counts(normalize=True)
    return asking.everywhere(rows) & (not len(shares) or bool(shares.iloc[0] <= most))


def _first(column: str, rows: Any) -> Any:
    from cleaner.schemas import asking

    return asking.first(rows, column)


def _sources(allowed: set[str], rows: Any) -> Any:
    """Return where publisher or host is allowed, or neither is named; each of them is looked at once."""
    import numpy as np

    from cleaner.schemas import asking

    holds, named = ~asking.everywhere(rows), ~asking.everywhere(rows)
    for name in ("publisher", "host"):
        if name in rows:
            known = [value for value in rows[name].dropna().unique() if value]
            holds |= rows[name].isin([value for value in known if fold(value) in allowed]).to_numpy(dtype=bool)
            named |= asking.filled(rows, name)
    return np.asarray(holds | ~named, dtype=bool)


def _compiled(pattern: str, place: str) -> None:
    import pyarrow as pa
    import pyarrow.compute as pc

    try:
        pc.match_substring_regex(pa.array([""]), pattern)
    except (pa.ArrowInvalid, ValueError) as error:
        raise SchemaError(f"{place}: {pattern!r} is no pattern of RE2: {error}") from error
