"""One line of a file that holds an object a line, or a clear error: what, where, what was expected."""

from __future__ import annotations

import json
from typing import Any

from cleaner.errors import SchemaError


def json_object(line: str, where: str, advice: str = "") -> dict[str, Any]:
    """Return the object that a line holds.

    Raises SchemaError, with `where` before it and `advice` behind, for what is no JSON, nested too deep, or no object.

    >>> json_object('{"a": 1}', "x.jsonl, line 1")
    {'a': 1}
    """
    try:
        said = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise SchemaError(f"{where}: no JSON: {error}. {advice}".rstrip()) from error
    if not isinstance(said, dict):
        raise SchemaError(f"{where}: expected an object, found {line[:40]!r}. {advice}".rstrip())
    return said
