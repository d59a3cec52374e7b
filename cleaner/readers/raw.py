"""One record as it came: its content, where it stood, what is known of it, or why it cannot be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from cleaner.document import Format


@dataclass(frozen=True, slots=True)
class Raw:
    """One record before reading. A record that cannot be read has no content and says why in `rejected`.

    `path` is relative to the input argument, with `/`; `line` is the line or row of a container, from 1.
    `given` is what is known of it by field; `kept` are the columns to carry through; `id` its own identifier.
    """

    content: str | bytes | None
    path: str
    line: int | None = None
    format: Format | None = None
    given: Mapping[str, str] = field(default_factory=dict)
    kept: Mapping[str, object] = field(default_factory=dict)
    id: str | None = None
    rejected: str | None = None


def with_meta(
    records: Iterable[Raw], meta: Mapping[str, Mapping[str, str]], met: set[str] | None = None
) -> Iterator[Raw]:
    """Yield the records with what a table knows of them by path, file name, id or address; their own columns go first.

    `met` is told by which keys of the table records were found.
    >>> [raw.given for raw in with_meta([Raw("", "a/b.txt")], {"b.txt": {"publisher": "RT"}})]
    [{'publisher': 'RT'}]
    """
    for raw in records:
        keys = (raw.path, raw.path.rpartition("/")[2], raw.id or "", raw.given.get("url", ""))
        key = next((key for key in keys if key and key in meta), None)
        if key is not None and met is not None:
            met.add(key)
        known = meta[key] if key is not None else None
        yield replace(raw, given={**known, **raw.given}) if known else raw
