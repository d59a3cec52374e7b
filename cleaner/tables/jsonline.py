"""One line of a file that holds an object a line, or a clear error: what, where, what was expected."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cleaner.errors import SchemaError


def lines_of(path: Path, advice: str = "") -> Iterator[tuple[int, str]]:
    """Yield the lines of a file with their numbers, from 1.

    Raises SchemaError for a file that is no UTF-8.
    """
    with path.open(encoding="utf-8") as lines:
        try:
            yield from enumerate(lines, 1)
        except UnicodeDecodeError as error:
            raise SchemaError(f"{path.name}: is not in UTF-8 ({error.reason}). {advice}".rstrip()) from error


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
