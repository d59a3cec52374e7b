"""The rules of the tables with their proof: good rows that each leaves alone, bad rows that each finds.

They stand in `proofs.yaml` beside the schemas. Tests run them, docs/validation-rules.md prints them, and
`cleaner explain articles/has-date` shows them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from cleaner.codes import CODES
from cleaner.config import PROFILES
from cleaner.language import read_yaml
from cleaner.tables.columns import columns
from cleaner.validation.loading import typed
from cleaner.validation.rules import validate_tables

if TYPE_CHECKING:
    import pandas as pd

    from cleaner.schemas.rules import Rule

Kind = Literal["good", "bad"]
Row = Mapping[str, Any]
PROFILE: Final = "statements"
_LONG: Final = 60


@dataclass(frozen=True, slots=True)
class Example:
    """One example of a rule: rows of its table, of which the last is in question, and rows of other tables."""

    table: str
    rule: str
    kind: Kind
    rows: tuple[Row, ...]
    beside: Mapping[str, tuple[Row, ...]]
    told: str
    """What differs from a whole row, in words."""

    @property
    def id(self) -> str:
        return f"{self.table}/{self.rule}"

    def tables(self) -> dict[str, pd.DataFrame]:
        """Return the tables of the example, typed."""
        return {table: typed(table, _cells(table, rows))[0] for table, rows in self._all().items()}

    def holds(self, of: Mapping[str, Any] | None = None) -> bool:
        """Return whether the rule says of the example what it should; `of` is laid over its rows."""
        rows = self.tables()
        if of:
            rows[self.table] = rows[self.table].assign(**of)
        breaches = [one for one in validate_tables(rows, PROFILE) if one.rule == self.id]
        last = len(rows[self.table]) - 1
        found = any(one.rows is None or last in one.rows for one in breaches)
        return found == (self.kind == "bad")

    def _all(self) -> dict[str, tuple[Row, ...]]:
        whole = {"articles": (_whole("articles"),)} if self.table != "articles" else {}
        return {**whole, **self.beside, self.table: self.rows}


def rules() -> Iterator[tuple[str, Rule]]:
    """Yield every rule of our tables, with its table."""
    from cleaner import schemas
    from cleaner.schemas.rules import rules_of

    for table in schemas.MODELS:
        for rule in rules_of(schemas.model(table).to_schema()):
            yield table, rule


@lru_cache
def examples() -> tuple[Example, ...]:
    """Return the examples of every rule, in the order of the file."""
    return tuple(
        _example(table, rule, kind, stated)
        for table, proofs in _proofs().items()
        for rule, by_kind in proofs.items()
        if rule != "whole"
        for kind in ("good", "bad")
        for stated in by_kind[kind]
    )


def page() -> str:
    """Return the documentation of the rules of all tables, as Markdown."""
    lines = [
        "# The rules of the tables",
        "Written by `cleaner schema --docs` from `schemas/`: every example is run as a test. An example names what\n"
        "differs from a row that breaks no rule. Severities are those of the profiles\n"
        f"{', '.join(f'`{profile}`' for profile in PROFILES)}; `–` means that the profile does not ask.",
    ]
    at = ""
    for table, rule in rules():
        if table != at:
            at = table
            lines.append(f"## {table}")
        lines.append(_section(table, rule))
    return "\n\n".join(lines) + "\n"


def _section(table: str, rule: Rule) -> str:
    code = CODES[rule.code]
    severities = ", ".join(code.grave(profile) or "–" for profile in PROFILES)
    name = rule.id(table)
    lines = [
        f"### {name}",
        "",
        rule.says,
        "",
        f"- else `{rule.code}` of `{rule.columns[0]}` ({severities}): {code.what}",
        f"- why: {code.why}",
        f"- to mend it: {code.mend}",
    ]
    if rule.of is not None:
        lines.append("- asked of usable records: not rejected, and with a text")
    if rule.whole:
        lines.append("- asked where the whole table is there: by `cleaner check`")
    for example in examples():
        if example.id == name:
            lines.append(f"- {example.kind}: {example.told}")
    return "\n".join(lines)


# --- the file --------------------------------------------------------------------------------------------------------


@lru_cache
def _proofs() -> dict[str, Any]:
    found = import_module("cleaner.schemas").__file__
    assert found is not None
    return read_yaml(Path(found).parent / "proofs.yaml")


def _whole(table: str) -> Row:
    whole: Row = _proofs()[table]["whole"]
    return whole


def _example(table: str, rule: str, kind: Any, stated: Row) -> Example:
    own = {key: value for key, value in stated.items() if key not in ("rows", "beside", "repeat")}
    rows = [{**_whole(table), **row} for row in stated.get("rows", [own])]
    if "repeat" in stated:
        rows = [{**rows[0], "article_id": str(number)} for number in range(int(stated["repeat"]))]
    beside = {other: tuple(several) for other, several in stated.get("beside", {}).items()}
    return Example(table, rule, kind, tuple(rows), beside, _told(stated))


def _told(stated: Row) -> str:
    """Return what an example differs in, as Markdown."""
    if "repeat" in stated:
        return f"{stated['repeat']} such rows"
    parts = [_differs(row) or "a whole row" for row in stated.get("rows", ())]
    if not parts:
        parts = [_differs({key: value for key, value in stated.items() if key != "beside"}) or "a whole row"]
    told = ", then ".join(parts)
    for other, rows in stated.get("beside", {}).items():
        told += f", beside {other} with " + "; ".join(_differs(row) for row in rows)
    return told


def _differs(row: Row) -> str:
    return ", ".join(f"`{key}` {_value(value)}" for key, value in row.items())


def _value(value: Any) -> str:
    if value in ("", "null", []):
        return "empty"
    text = ", ".join(value) if isinstance(value, list) else str(value)
    return f"`{text if len(text) <= _LONG else text[:_LONG] + '…'}`"


def _cells(table: str, rows: tuple[Row, ...]) -> dict[str, list[Any]]:
    """Return rows as cells by column; every column that one of the rows has, and those of a whole row."""
    names = dict.fromkeys([*(_proofs().get(table, {}).get("whole", {})), *(name for row in rows for name in row)])
    known = {column.name for column in columns(table)}
    assert set(names) <= known, set(names) - known
    return {name: [None if row.get(name) == "null" else row.get(name) for row in rows] for name in names}
