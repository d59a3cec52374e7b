"""What a check of tables came to, for programs: each rule that is broken, why, how to mend it, and every row by number.

The form is named by `schema`: a key is added, never changed. Bounded: beyond ROWS rows the rest is counted alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

from cleaner.codes import CODES
from cleaner.config import Profile

if TYPE_CHECKING:
    import pandas as pd

    from cleaner.validation.breach import Breach

SCHEMA: Final = "cleaner-check/1"
ROWS: Final = 500_000
"""So many rows are told by number over all rules: about 4 MB."""
HOSTS, EXAMPLES = 20, 20


def render(breaches: Iterable[Breach], tables: Mapping[str, pd.DataFrame], profile: Profile) -> str:
    """Return the check as JSON. Rows are numbered from 1."""
    left, rules = ROWS, []
    for breach in breaches:
        told = breach.rows[:left] if breach.rows is not None else None
        left -= len(told or ())
        rules.append(_rule(breach, told, tables[breach.table]))
    counts = {name: len(rows) for name, rows in tables.items()}
    return json.dumps({"schema": SCHEMA, "profile": profile, "rows": counts, "rules": rules},
                      ensure_ascii=False, separators=(",", ":")) + "\n"  # fmt: skip


def _rule(breach: Breach, told: tuple[int, ...] | None, rows: pd.DataFrame) -> dict[str, Any]:
    known = CODES.get(breach.code)
    out: dict[str, Any] = {
        "rule": breach.rule, "code": breach.code, "severity": breach.severity, "table": breach.table,
        "column": breach.column, "message": breach.message,
        "why": known.why if known else None, "mend": known.mend if known else None,
    }  # fmt: skip
    if breach.rows is None or told is None:
        return {**out, "count": None}
    out |= {"count": len(breach.rows), "left_out": len(breach.rows) - len(told)}
    numbers = list(breach.rows)
    if "host" in rows:
        hosts = rows["host"].iloc[numbers].value_counts()
        out["hosts"] = {str(host): int(count) for host, count in list(hosts.items())[:HOSTS]}
    if "article_id" in rows:
        out["examples"] = [str(own) for own in rows["article_id"].iloc[numbers[:EXAMPLES]]]
    return {**out, "rows": [number + 1 for number in told]}
