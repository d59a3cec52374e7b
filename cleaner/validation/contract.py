"""A user's own schema: a pandera model in a Python file, or a short YAML (see `stated`). Loading one runs it."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from cleaner.errors import SchemaError
from cleaner.tables.columns import columns
from cleaner.tables.rows import Severity

if TYPE_CHECKING:
    from cleaner.schemas.rules import Rule
    from cleaner.validation.stated import Stated

_SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "info")


@dataclass(frozen=True)
class Contract:
    """An own schema, loaded: of pandera, or rules of a YAML. `replaces` ours when it builds on it.

    With `only` nothing but the own schema is asked of the articles. Severities are by rule or column, else as of old.
    """

    name: str
    schema: Any = None
    rules: tuple[Rule, ...] = ()
    replaces: bool = False
    only: bool = False
    severities: Mapping[str, Severity] = field(default_factory=dict)
    kept: tuple[str, ...] = ()
    """Columns it speaks of that the articles table has not: the user's kept columns."""
    said: Stated | None = None
    """What a YAML says."""

    def limits(self) -> dict[str, dict[str, Any]]:
        """Return what it says of single columns, in the words of JSON Schema; checks that are code are not in it."""
        if self.said is not None:
            from cleaner.validation import stated

            return stated.limits(self.said)
        return {name: _limits(column) for name, column in self.schema.columns.items()} if self.schema else {}

    def severity(self, *names: str) -> Severity | None:
        """Return how grave the schema calls a rule, by the first of its names (code, column) that it speaks of."""
        return next((self.severities[name] for name in names if name in self.severities), None)


def load(stated: str, only: bool = False) -> Contract:
    """Return the schema that `--schema` names: `file.py:Model`, or a YAML file; with `only` asked without ours.

    Raises SchemaError saying what could not be read, and what was expected.
    """
    return replace(_load(stated), only=only)


def _load(stated: str) -> Contract:
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
        f"{path.name}:{name}", schema, replaces=is_model and issubclass(found, Article),
        severities=_severities(schema, metadata, path.name),
        kept=tuple(column for column in schema.columns if column not in ours),
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
        if Path(trace.tb_frame.f_code.co_filename).resolve() == path.resolve():
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _severities(schema: Any, metadata: Mapping[str, Any] | None, where: str) -> dict[str, Severity]:
    """Return what metadata says: `{"severity": {rule: …}}` of the schema, `{"severity": …}` of a column.

    Raises SchemaError for a severity that is none, and for the id of a rule (`house/short-title`) that no check has.
    """
    own = (metadata or {}).get("severity", {})
    stated: dict[str, Any] = dict(own) if isinstance(own, Mapping) else {}
    for name, column in schema.columns.items():
        if "severity" in (column.metadata or {}):
            stated[name] = column.metadata["severity"]
    checks = [check for part in (schema, *schema.columns.values()) for check in part.checks]
    ids = {str(check.error) for check in checks if check.error} | {str(check.name) for check in checks}
    for rule, severity in stated.items():
        if "/" in str(rule) and rule not in ids:
            own_ids = ", ".join(sorted(name for name in ids if "/" in name))
            raise SchemaError(f"{where}: severity of {rule!r}, but no check has that `error`. "
                              f"Those that have one: {own_ids or 'none'}.")  # fmt: skip
        if severity not in _SEVERITIES:
            raise SchemaError(
                f"{where}: severity of {rule!r} is {severity!r}; expected one of {', '.join(_SEVERITIES)}."
            )
    return stated


def _limits(column: Any) -> dict[str, Any]:
    """Return what pandera's own checks of a column say, in the words of JSON Schema."""
    out: dict[str, Any] = {}
    for check in column.checks:
        said = check.statistics or {}
        if check.name == "isin":
            out["enum"] = sorted(said["allowed_values"], key=str)
        elif check.name == "str_matches" and isinstance(said.get("pattern"), str):
            out["pattern"] = said["pattern"]
        elif check.name == "str_length":
            lengths = {"minLength": said.get("min_value"), "maxLength": said.get("max_value")}
            out |= {name: value for name, value in lengths.items() if value is not None}
        elif check.name in _BOUNDS:
            out[_BOUNDS[check.name]] = next(iter(said.values()))
    if not column.nullable and column.required and str(column.dtype).startswith(("str", "string")):
        out.setdefault("minLength", 1)
    return out


_BOUNDS: Final = {"greater_than": "exclusiveMinimum", "greater_than_or_equal_to": "minimum",
                  "less_than": "exclusiveMaximum", "less_than_or_equal_to": "maximum"}  # fmt: skip


# --- YAML ------------------------------------------------------------------------------------------------------------


def _from_yaml(path: Path) -> Contract:
    from cleaner.validation import stated

    if not path.is_file():
        raise SchemaError(f"{path}: no such file. --schema takes FILE.py:Model or FILE.yaml.")
    said = stated.read(path)
    ours = {column.name for column in columns("articles")}
    rules = stated.rules(said)
    named = dict.fromkeys(column for rule in rules for column in rule.columns)
    severities = cast("dict[str, Severity]", said.severity)
    kept = tuple(name for name in named if name not in ours)
    return Contract(path.name, rules=rules, severities=severities, kept=kept, said=said)
