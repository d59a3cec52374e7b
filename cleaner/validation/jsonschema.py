"""The tables as JSON Schema (draft 2020-12): types, enumerations, patterns of columns, and the names of other rules.

What JSON Schema cannot say (rules that compare fields, rows or tables) is named in `x-rules`, so that nobody takes a
row that fits for one that has no finding.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from cleaner.codes import CODES
from cleaner.tables.columns import Kind, columns
from cleaner.taxonomy import LABELS

if TYPE_CHECKING:
    from cleaner.validation.contract import Contract

DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"
_KINDS: Final[dict[Kind, dict[str, Any]]] = {
    "text": {"type": "string"},
    "int": {"type": "integer"},
    "float": {"type": "number"},
    "bool": {"type": "boolean"},
    "texts": {"type": "array", "items": {"type": "string", "minLength": 1}},
    "spans": {"type": "array", "items": {"type": "array", "items": {"type": "integer", "minimum": 0},
                                         "minItems": 2, "maxItems": 2}},
}  # fmt: skip
_SHARE: Final = {"minimum": 0, "maximum": 1}
_ISO: Final = (r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01])([T ]([01][0-9]|2[0-3]):[0-5][0-9]"
               r"(:[0-5][0-9](\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:?[0-9]{2})?)?)?)?$")  # fmt: skip


def of(table: str, contract: Contract | None = None) -> dict[str, Any]:
    """Return a table's row as JSON Schema; with an own schema also what that asks of the articles."""
    from cleaner import schemas
    from cleaner.schemas.rules import rules_of

    properties = {column.name: _column(table, column.name, column.kind, column.null) for column in columns(table)}
    needed = ["article_id", *_NEEDED.get(table, ())]
    for name in needed:
        properties[name] = _not_empty(properties[name])
    rules = [*rules_of(schemas.model(table).to_schema()), *(contract.rules if contract else ())]
    made: dict[str, Any] = {
        "$schema": DRAFT,
        "title": table if contract is None else f"{table}, {contract.name}",
        "type": "object",
        "properties": properties,
        "required": needed,
        "x-rules": [{"rule": rule.id(table), "code": rule.code, "says": rule.says or CODES[rule.code].what}
                    for rule in rules],
    }  # fmt: skip
    if contract is not None:
        for name, stated in contract.limits().items():
            properties[name] = {**properties.get(name, {"type": ["string", "null"]}), **stated}
            if stated.get("minLength") or stated.get("minItems"):
                properties[name] = _not_empty(properties[name])
                made["required"] = list(dict.fromkeys([*made["required"], name]))
    return made


_NEEDED: Final = {
    "statements": ("statement_id", "text"), "ledger": ("action", "rule", "why"), "evidence": ("field", "role", "why"),
    "issues": ("code", "severity", "message"),
}  # fmt: skip


def _column(table: str, name: str, kind: Kind, null: bool) -> dict[str, Any]:
    said: dict[str, Any] = {**_KINDS[kind], **_LIMITS.get(f"{table}.{name}", _LIMITS.get(name, {}))}
    if name.endswith("_status"):
        said["enum"] = list(_statuses())
    if null:
        said["type"] = [said["type"], "null"]
        if "enum" in said:
            said["enum"] = [*said["enum"], None]
    return said


def _not_empty(said: Mapping[str, Any]) -> dict[str, Any]:
    """Return a column that must have a value."""
    kind = said["type"][0] if isinstance(said["type"], list) else said["type"]
    out = {**said, "type": kind}
    if "enum" in out:
        out["enum"] = [value for value in out["enum"] if value is not None]
    if kind == "string":
        out["minLength"] = max(1, out.get("minLength", 1))
    return out


def _statuses() -> tuple[str, ...]:
    from cleaner.schemas.rules import STATUSES

    return STATUSES


_LIMITS: Final[dict[str, dict[str, Any]]] = {
    "verdict": {"enum": ["accepted", "review", "rejected"]},
    "language": {"pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}$"},
    "url": {"pattern": "^[Hh][Tt][Tt][Pp][Ss]?://[^\\s/?#]"},
    "published": {"pattern": _ISO},
    "modified": {"pattern": _ISO},
    "published_date": {"pattern": "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"},
    "published_at": {"pattern": "(Z|[+-][0-9]{2}:?[0-9]{2})$"},
    "published_precision": {"enum": ["minute", "day", "month", "year"]},
    "chars_source": {"minimum": 0},
    "chars_text": {"minimum": 0},
    "confidence": _SHARE,
    "blocks.article": _SHARE,
    "source_start": {"minimum": 0},
    "source_end": {"minimum": 0},
    "line": {"minimum": 1},
    "severity": {"enum": ["error", "warning", "info"]},
    "action": {"enum": ["remove", "repair", "split", "flag"]},
    "label": {"enum": sorted(LABELS)},
    "statements.in": {"enum": ["text", "title", "removed"]},
    "statements.mode": {"enum": ["direct", "indirect", "mixed"]},
    "statements.kind": {"enum": ["statement", "headline_statement", "topic_raised", "stance", "non_statement"]},
    "statements.speaker_type": {"enum": ["person", "organisation", "document", "group"]},
}
"""What the rules say of single columns, by column, or by table and column where tables differ."""
