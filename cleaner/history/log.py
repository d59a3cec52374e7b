"""What sources measured in each run, one run a line of a file: appended, never changed.

A stored profile is such a file of one line.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from cleaner.errors import SchemaError, UsageError
from cleaner.history import sources
from cleaner.history.sources import Source
from cleaner.tables import stored
from cleaner.tables.jsonline import json_object, lines_of

SCHEMA: Final = "cleaner-history/1"


class Entry(NamedTuple):
    """One run: what it was called, which version made it, under which profile, its sources."""

    label: str
    version: str
    profile: str
    sources: list[Source]


def entry(folder: Path, label: str = "") -> Entry:
    """Return a run's folder as an entry."""
    said = stored.run_json(folder)
    versions, config = said.get("versions") or {}, said.get("config") or {}
    return Entry(label, str(versions.get("cleaner", "")), str(config.get("profile", "")), sources.sources(folder))


def append(path: Path, made: Entry) -> None:
    """Add a run to the end of a history; the file is made if it is not there.

    Raises SchemaError when the file is no history: nothing is written to it then.
    """
    deque(read(path) if path.exists() else (), maxlen=0)
    said = {"schema": SCHEMA, "label": made.label, "cleaner": made.version, "profile": made.profile,
            "hosts": sources.as_plain(made.sources)}  # fmt: skip
    with path.open("a", encoding="utf-8", newline="\n") as lines:
        lines.write(json.dumps(said, ensure_ascii=False, separators=(",", ":")) + "\n")


def read(path: Path) -> Iterator[Entry]:
    """Yield the runs of a history, the oldest first.

    Raises SchemaError that names the line which is none, UsageError when there is no such file.
    """
    if not path.is_file():
        raise UsageError(f"{path}: no such file. Give a run's folder, or a history that `cleaner sources` wrote.")
    for number, line in lines_of(path, _MEND):
        if line.strip():
            yield _entry(path, number, line)


def last(path: Path) -> Entry:
    """Return a run's folder, or the last run of a history, as an entry."""
    if path.is_dir():
        return entry(path)
    runs = deque(read(path), maxlen=1)
    if not runs:
        raise SchemaError(f"{path.name}: is empty. Expected a run a line, as `cleaner sources --history` writes them.")
    return runs[0]


_MEND: Final = "Take the line out, or restore the file."


def _entry(path: Path, number: int, line: str) -> Entry:
    said = json_object(line, f"{path.name}, line {number}", _MEND)
    try:
        if said["schema"] != SCHEMA:
            raise ValueError(f"its schema is {said['schema']!r}")
        return Entry(str(said["label"]), str(said["cleaner"]), str(said["profile"]), sources.from_plain(said["hosts"]))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise SchemaError(f"{path.name}, line {number}: no run of {SCHEMA}: {error}. "
                          f"{_MEND}") from error  # fmt: skip
