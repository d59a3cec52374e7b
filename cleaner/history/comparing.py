"""What changed between two runs: records by field, host, issue code and rule, and what made each run.

Records are matched by their id, else by what they are known by from crawl to crawl (address, file). Reads the tables
as streams: of a record little more than a hash of each field is held, until one is shown.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple

from cleaner.errors import SchemaError
from cleaner.tables import stored
from cleaner.tables.columns import columns
from cleaner.validation.findings import record_key

SCHEMA: Final = "cleaner-diff/1"
_LEFT_OUT: Final = frozenset({
    "article_id", "path", "line", "duplicate_of", "sha256", "text_sha256", "chars_source", "chars_text",
    "cleaner_version",
})  # fmt: skip
"""Columns that say nothing of the article, or what others say already."""
FIELDS: Final = tuple(column.name for column in columns("articles") if column.name not in _LEFT_OUT)
EXAMPLES: Final = 200
"""So many changed records of a field are held to be shown; beyond them they are counted."""

Way = Literal["gained", "lost", "changed"]


class Record(NamedTuple):
    """One record as it is compared: its id, what it is known by, its host, and a hash for each field (0: empty)."""

    id: str
    key: str
    host: str
    hashes: tuple[int, ...]


class Pair(NamedTuple):
    """A record in both runs, by its ids."""

    old: str
    new: str
    host: str


@dataclass(slots=True)
class Change:
    """One field: in how many records it changed, in which way, at which hosts, with the first of them."""

    ways: Counter[Way] = field(default_factory=Counter)
    hosts: Counter[str] = field(default_factory=Counter)
    examples: list[Pair] = field(default_factory=list)

    @property
    def records(self) -> int:
        return sum(self.ways.values())


@dataclass(slots=True)
class Shift:
    """One rule or code: how often it stands in records of both runs, old and new; in how many more or less often."""

    old: int = 0
    new: int = 0
    more: int = 0
    fewer: int = 0


@dataclass(slots=True)
class Diff:
    """Everything that is said of two runs. `hosts` counts the records of both, by host."""

    old: Path
    new: Path
    made: list[tuple[str, str, str]] = field(default_factory=list)
    hosts: Counter[str] = field(default_factory=Counter)
    pairs: dict[str, str] = field(default_factory=dict)
    added: Counter[str] = field(default_factory=Counter)
    removed: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    fields: dict[str, Change] = field(default_factory=dict)
    codes: dict[str, Shift] = field(default_factory=dict)
    rules: dict[str, Shift] = field(default_factory=dict)

    @property
    def records(self) -> int:
        """Return how many records are in both runs."""
        return sum(self.hosts.values())


def compare(old: Path, new: Path) -> Diff:
    """Return what changed from one run's folder to another's.

    Raises SchemaError for a folder without an articles table.
    """
    for folder in (old, new):
        if stored.find(folder, "articles") is None:
            raise SchemaError(f"{folder}: no articles table. Give two folders that `cleaner clean -o` wrote.")
    diff = Diff(old, new, list(made(stored.run_json(old), stored.run_json(new))))
    _records(diff)
    diff.codes = _shifts(diff, "issues", "code")
    diff.rules = _shifts(diff, "ledger", "rule")
    return diff


def made(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield what the runs were made with where they differ: name, old, new (versions, hashes cut to 12, settings).

    >>> list(made({"versions": {"cleaner": "1"}}, {"versions": {"cleaner": "2"}}))
    [('versions.cleaner', '1', '2')]
    """
    for part in ("versions", "data", "packs", "people", "config"):
        before, after = (dict(run.get(part) or {}) for run in (old, new))
        for name in sorted({*before, *after}):
            if before.get(name) != after.get(name):
                yield f"{part}.{name}", _short(before.get(name)), _short(after.get(name))


def _short(value: Any) -> str:
    text = "none" if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text[:12] if len(text) == 64 else text


# --- records ---------------------------------------------------------------------------------------------------------


def _records(diff: Diff) -> None:
    by_id: dict[str, Record] = {}
    by_key: defaultdict[str, list[str]] = defaultdict(list)
    for record in _read(diff.old):
        by_id[record.id] = record
        by_key[record.key].append(record.id)
    waiting = []
    for record in _read(diff.new):
        if record.id in by_id:
            _pair(diff, by_id.pop(record.id), record)
        else:
            waiting.append(record)
    for record in waiting:
        same = next((own for own in by_key.get(record.key, ()) if own in by_id), None)
        if same is None:
            diff.added[record.host] += 1
        else:
            _pair(diff, by_id.pop(same), record)
    diff.removed.update(record.host for record in by_id.values())


def _read(folder: Path) -> Iterator[Record]:
    for row in stored.rows(folder, "articles", ("article_id", "path", "line", *FIELDS)):
        yield Record(row["article_id"], record_key(row), row["host"] or "", tuple(_hash(row[name]) for name in FIELDS))


def _hash(value: Any) -> int:
    """Return what tells a value from others; 0 for what is empty."""
    if value is None or value == "" or value == []:
        return 0
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") | 1


def _pair(diff: Diff, old: Record, new: Record) -> None:
    diff.pairs[new.id] = old.id
    diff.hosts[new.host] += 1
    if old.hashes == new.hashes:
        return
    diff.changed[new.host] += 1
    for name, before, after in zip(FIELDS, old.hashes, new.hashes, strict=True):
        if before != after:
            change = diff.fields.setdefault(name, Change())
            change.ways["gained" if not before else "lost" if not after else "changed"] += 1
            change.hosts[new.host] += 1
            if len(change.examples) < EXAMPLES:
                change.examples.append(Pair(old.id, new.id, new.host))


def values(diff: Diff, pairs: Iterable[tuple[str, Pair]]) -> dict[tuple[str, Pair], tuple[Any, Any]]:
    """Return the old and the new value of some fields of some records, read once more."""
    wanted = list(dict.fromkeys(pairs))
    found: list[dict[tuple[str, str], Any]] = []
    for folder, ids in ((diff.old, {pair.old for _, pair in wanted}), (diff.new, {pair.new for _, pair in wanted})):
        names = sorted({name for name, _ in wanted})
        rows = stored.rows(folder, "articles", ("article_id", *names)) if ids else iter(())
        found.append({(row["article_id"], name): row[name] for row in rows if row["article_id"] in ids
                      for name in names})  # fmt: skip
    return {(name, pair): (found[0].get((pair.old, name)), found[1].get((pair.new, name))) for name, pair in wanted}


# --- rules and codes -------------------------------------------------------------------------------------------------


def _shifts(diff: Diff, table: str, column: str) -> dict[str, Shift]:
    """Return per rule or code how often it stands in records of both runs, and in how many more or less often."""
    shifts: defaultdict[str, Shift] = defaultdict(Shift)
    balance: Counter[tuple[str, str]] = Counter()
    olds = set(diff.pairs.values())
    for row in stored.rows(diff.old, table, ("article_id", column)):
        if row["article_id"] in olds and row[column]:
            shifts[row[column]].old += 1
            balance[row["article_id"], row[column]] -= 1
    for row in stored.rows(diff.new, table, ("article_id", column)):
        own = diff.pairs.get(row["article_id"])
        if own is not None and row[column]:
            shifts[row[column]].new += 1
            balance[own, row[column]] += 1
    for (_, name), by in balance.items():
        shifts[name].more += by > 0
        shifts[name].fewer += by < 0
    moved = [(name, shift) for name, shift in shifts.items() if shift.more or shift.fewer]
    return dict(sorted(moved, key=lambda item: (-item[1].more - item[1].fewer, item[0])))


def as_json(diff: Diff, statements: Mapping[str, int]) -> str:
    """Return every count as JSON; its form is named by `schema`: a key is added, never changed. No text is in it."""
    said = {
        "schema": SCHEMA,
        "records": {"both": diff.records, "changed": sum(diff.changed.values()), "added": sum(diff.added.values()),
                    "removed": sum(diff.removed.values())},
        "made": [{"what": name, "old": old, "new": new} for name, old, new in diff.made],
        "hosts": {host: {"records": count, "changed": diff.changed[host], "added": diff.added[host],
                         "removed": diff.removed[host]} for host, count in sorted(diff.hosts.items())},
        "fields": {name: {"records": change.records, **change.ways, "hosts": dict(change.hosts.most_common(1_000)),
                          "examples": [{"old": pair.old, "new": pair.new} for pair in change.examples]}
                   for name, change in sorted(diff.fields.items())},
        "issues": {name: asdict(shift) for name, shift in diff.codes.items()},
        "rules": {name: asdict(shift) for name, shift in diff.rules.items()},
        "statements": dict(statements),
    }  # fmt: skip
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"
