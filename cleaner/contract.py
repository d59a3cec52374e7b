"""A user's own schema: a pandera model in a Python file, or a short YAML. Loading one runs it; nothing else does.

A YAML says what the articles table must fulfil beyond the profile. Its keys, each optional:

    required: [title, url]          columns that must not be empty
    sources: [The Moscow Times, rt.com]   publishers or hosts that may occur
    published: {from: 2020-01-01, to: 2020-12-31}   days, both inclusive
    min_chars: 400                  least length of the text, in characters
    languages: [en, fr]             languages that may occur; `en` includes `en-GB`
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Final

from cleaner.columns import columns
from cleaner.errors import PackError, SchemaError
from cleaner.language import read_yaml, typed
from cleaner.tables import Severity
from cleaner.text import fold

_SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "info")


@dataclass(frozen=True)
class Contract:
    """An own schema, loaded: `replaces` ours when it builds on it; severities by rule or column, else error."""

    name: str
    schema: Any
    replaces: bool = False
    severities: Mapping[str, Severity] = field(default_factory=dict)
    kept: tuple[str, ...] = ()
    """Columns it speaks of that the articles table has not: the user's kept columns."""


def load(stated: str) -> Contract:
    """Return the schema that `--schema` names: `file.py:Model`, or a YAML file.

    Raises SchemaError saying what could not be read, and what was expected.
    """
    if stated.lower().endswith((".yaml", ".yml")):
        return _from_yaml(Path(stated))
    path, colon, name = stated.rpartition(":")
    if not colon or not path.lower().endswith(".py"):
        raise SchemaError(f"--schema {stated}: expected FILE.py:Model or FILE.yaml.")
    return _from_python(Path(path), name)


# --- Python ----------------------------------------------------------------------------------------------------------


def _from_python(path: Path, name: str) -> Contract:
    import pandera.pandas as pa

    from cleaner.schemas import Article

    module = _module(path)
    found: Any = getattr(module, name, None)
    is_model = isinstance(found, type) and issubclass(found, pa.DataFrameModel)
    if not is_model and not isinstance(found, pa.DataFrameSchema):
        models = sorted(
            key
            for key, value in vars(module).items()
            if (
                isinstance(value, type) and issubclass(value, pa.DataFrameModel) and value.__module__ == module.__name__
            )
            or isinstance(value, pa.DataFrameSchema)
        )
        what = "is no pandera model" if found is not None else "is not there"
        raise SchemaError(f"{path.name}: {name} {what}. Models in this file: {', '.join(models) or 'none'}.")
    try:
        schema = found.to_schema() if is_model else found
    except Exception as error:
        raise SchemaError(f"{path.name}: {name} is no usable schema: {type(error).__name__}: {error}") from error
    # pandera 0.35 leaves a model's metadata out of the schema it makes, and get_metadata() fails without a Config
    metadata = getattr(found.__config__, "metadata", None) if is_model else schema.metadata
    ours = {column.name for column in columns("articles")}
    return Contract(
        f"{path.name}:{name}", schema, is_model and issubclass(found, Article),
        _severities(schema, metadata, path.name),
        tuple(column for column in schema.columns if column not in ours),
    )  # fmt: skip


def _module(path: Path) -> Any:
    """Return a Python file run as a module of its own, its folder on no path, so that it hides nothing."""
    if not path.is_file():
        raise SchemaError(f"{path}: no such file. --schema takes FILE.py:Model or FILE.yaml.")
    spec = importlib.util.spec_from_file_location(f"_cleaner_schema_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise SchemaError(f"{path.name}: cannot be loaded as Python.")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    try:
        spec.loader.exec_module(module)
    except (Exception, SystemExit) as error:
        line = getattr(error, "lineno", None) or _line(error, path)
        where = f"{path.name}, line {line}" if line else path.name
        raise SchemaError(f"{where}: {type(error).__name__}: {error}") from error
    finally:
        sys.modules.pop(spec.name, None)
    return module


def _line(error: BaseException, path: Path) -> int | None:
    trace, line = error.__traceback__, None
    while trace:
        if trace.tb_frame.f_code.co_filename == str(path):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _severities(schema: Any, metadata: Mapping[str, Any] | None, where: str) -> dict[str, Severity]:
    """Return what metadata says: `{"severity": {rule: …}}` of the schema, `{"severity": …}` of a column.

    Raises SchemaError for a severity that is none.
    """
    own = (metadata or {}).get("severity", {})
    stated: dict[str, Any] = dict(own) if isinstance(own, Mapping) else {}
    for name, column in schema.columns.items():
        if "severity" in (column.metadata or {}):
            stated[name] = column.metadata["severity"]
    for rule, severity in stated.items():
        if severity not in _SEVERITIES:
            raise SchemaError(
                f"{where}: severity of {rule!r} is {severity!r}; expected one of {', '.join(_SEVERITIES)}."
            )
    return stated


# --- YAML ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Stated:
    """What a YAML schema may say."""

    required: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    published: dict[str, str] = field(default_factory=dict)
    min_chars: int = 0
    languages: tuple[str, ...] = ()


def _from_yaml(path: Path) -> Contract:
    if not path.is_file():
        raise SchemaError(f"{path}: no such file. --schema takes FILE.py:Model or FILE.yaml.")
    try:
        stated = typed(read_yaml(path), _Stated, path.name)
    except (PackError, ValueError) as error:
        raise SchemaError(str(error)) from error
    if unknown := sorted(set(stated.published) - {"from", "to"}):
        raise SchemaError(f"{path.name}, published: unknown key {unknown[0]!r}. Known keys: from, to.")
    for key, day in stated.published.items():
        try:
            date.fromisoformat(day)
        except ValueError as error:
            raise SchemaError(f"{path.name}, published, {key}: {day!r} is no day; write it as 2020-10-01.") from error
    ours = {column.name for column in columns("articles")}
    return Contract(
        path.name, _schema(stated, path.name), kept=tuple(name for name in stated.required if name not in ours)
    )


def _schema(stated: _Stated, name: str) -> Any:
    """Return the pandera schema that says the same."""
    import pandas as pd
    import pandera.pandas as pa

    from cleaner.schemas import rules

    checks = []

    def check(code: str, column: str, holds: Callable[[Any], Any]) -> None:
        checks.append(
            pa.Check(holds, name=f"{code}:{column}", error=f"{code}:{column}", ignore_na=False, n_failure_cases=1)
        )

    def usable(rows: Any) -> Any:
        return ~rules.is_(rows, "verdict", "rejected")

    def filled(column: str, rows: Any) -> Any:
        return ~usable(rows) | rules.filled(rows, column)

    def every(column: str, says: Callable[[Any], bool]) -> Callable[[Any], Any]:
        return lambda rows: ~usable(rows) | rules.each(rows, column, says)

    for column in stated.required:
        check("missing_field", column, partial(filled, column))
    if stated.min_chars:
        check("text_too_short", "text", every("text", lambda text: len(text) >= stated.min_chars))
    if stated.languages:
        allowed = tuple(tag.lower() for tag in stated.languages)
        regional = tuple(f"{tag}-" for tag in allowed)
        check("language_not_allowed", "language",
              every("language", lambda tag: tag.lower() in allowed or tag.lower().startswith(regional)))  # fmt: skip
    if stated.published:
        first, last = stated.published.get("from", ""), stated.published.get("to", "9999")
        check("date_out_of_range", "published",
              every("published", lambda day: not day or first[: len(day)] <= day[:10] <= last[: len(day)]))  # fmt: skip
    if stated.sources:
        sources = {fold(source) for source in stated.sources}

        def known(rows: Any) -> Any:
            pairs = zip(*(rows[name] for name in ("publisher", "host") if name in rows), strict=True)
            named = [[value for value in pair if value] for pair in pairs]
            holds = [not names or any(fold(name) in sources for name in names) for names in named]
            return pd.Series(holds, index=rows.index, dtype=bool)

        check("source_not_allowed", "publisher", lambda rows: ~usable(rows) | known(rows))
    return pa.DataFrameSchema({}, checks=checks, name=name)
