"""Records in review or rejected, cleaned again after a mend: which are healed, which still stand, what is new of them.

The tables say which records they are and how they were read; the raw files are read again. Other records are left as
they are, and `write` puts the new rows in the place of the old.
"""

from __future__ import annotations

import json
import math
import os
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from cleaner.config import Config
from cleaner.errors import SchemaError, UsageError
from cleaner.run import finish, parts, raws
from cleaner.running.provenance import provenance
from cleaner.running.work import Result
from cleaner.running.workers import in_order
from cleaner.tables import stored
from cleaner.tables.columns import TABLES, columns, kept_names, kept_text, values
from cleaner.tables.writing import Writer, write_text, writer

if TYPE_CHECKING:
    from cleaner.readers.raw import Raw
    from cleaner.validation.contract import Contract

Place = tuple[str, int | None]
_BATCH: Final = 1_000
_KEPT: Final = ("packs", "people", "meta")
"""Settings of which run.json knows the name alone: they come from the settings of today."""


class Held(NamedTuple):
    """A record that was held back: its id, the record it is a copy of, its verdict, the codes of its errors."""

    article_id: str
    duplicate_of: str | None
    verdict: str
    errors: frozenset[str]


@dataclass(slots=True)
class Replay:
    """What came of it: ids of records, and records by code. `missing` are those that the inputs no longer hold."""

    held: int = 0
    healed: list[str] = field(default_factory=list)
    standing: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    gone: Counter[str] = field(default_factory=Counter)
    same: Counter[str] = field(default_factory=Counter)
    new: Counter[str] = field(default_factory=Counter)
    results: dict[str, Result] = field(default_factory=dict)


def config_of(folder: Path, today: Config) -> Config:
    """Return the configuration of a run, with packs, people and meta of today."""
    said = stored.run_json(folder).get("config")
    if not isinstance(said, Mapping):
        raise SchemaError(f"{folder}: no run.json with a configuration. Give the folder that `cleaner clean -o` wrote.")
    known = {f.name for f in fields(Config)}
    stated = {key: tuple(v) if isinstance(v, list) else v for key, v in said.items()
              if key in known and key not in _KEPT}  # fmt: skip
    if stated.get("max_seconds", 1) is None:
        stated["max_seconds"] = math.inf
    return Config(**{**stated, **{key: getattr(today, key) for key in _KEPT}})


def held_back(folder: Path) -> dict[Place, deque[Held]]:
    """Return the records that were not accepted, by the file and line they were read from, in their order."""
    errors: defaultdict[str, set[str]] = defaultdict(set)
    for row in stored.rows(folder, "issues", ("article_id", "code", "severity")):
        if row["severity"] == "error":
            errors[row["article_id"]].add(row["code"])
    held: defaultdict[Place, deque[Held]] = defaultdict(deque)
    for row in stored.rows(folder, "articles", ("article_id", "path", "line", "duplicate_of", "verdict")):
        if row["verdict"] != "accepted":
            codes = frozenset(errors.pop(row["article_id"], ()))
            held[row["path"] or "", row["line"]].append(
                Held(row["article_id"], row["duplicate_of"], row["verdict"], codes)
            )
    return dict(held)


def replay(
    folder: Path, inputs: Sequence[str | Path], config: Config, jobs: int = 1, contract: Contract | None = None
) -> Replay:
    """Clean the records of a run that were held back once more and return what came of it.

    Raises UsageError when the inputs hold none of them.
    """
    held = held_back(folder)
    out = Replay(held=sum(map(len, held.values())))
    found: list[Held] = []

    def wanted() -> Iterator[Raw]:
        for raw in raws(inputs, config):
            if waiting := held.get((raw.path or "", raw.line)):
                found.append(waiting.popleft())
                yield raw

    def renamed() -> Iterator[Result]:
        for number, result in enumerate(in_order(wanted(), config, jobs)):
            result.rename(found[number].article_id)
            result.article.duplicate_of = found[number].duplicate_of
            yield result

    if held:
        done = 0
        for part in parts(renamed()):
            finish(part, config, contract)
            for result in part:
                _note(out, found[done], result)
                done += 1
        if not done:
            raise UsageError(
                f"none of the {out.held:,} records held back is in {', '.join(map(str, inputs))}; the first is "
                f"{next(iter(held))[0]!r}. Give the inputs that `cleaner clean` was given: paths are relative to them."
            )
    out.missing = [one.article_id for waiting in held.values() for one in waiting]
    return out


def _note(out: Replay, before: Held, result: Result) -> None:
    errors = {issue.code for issue in result.issues if issue.severity == "error"}
    accepted = result.article.verdict == "accepted"
    (out.healed if accepted else out.standing).append(before.article_id)
    out.gone.update(before.errors - errors)
    out.same.update(before.errors & errors)
    out.new.update(errors - before.errors)
    out.results[before.article_id] = result


# --- into the tables -------------------------------------------------------------------------------------------------


def write(folder: Path, done: Replay, config: Config) -> None:
    """Put the new rows in the place of the old, in every table of the run, and say so in its run.json.

    Every table is written beside its name and moved there when all are written.
    """
    paths = {table: path for table in TABLES if (path := stored.find(folder, table))}
    order = [row["article_id"] for row in stored.rows(folder, "articles", ("article_id",))]
    beside = {table: path.with_name(f".{path.name}.part") for table, path in paths.items()}
    rows: Counter[str] = Counter()
    try:
        for table, path in paths.items():
            names = [(column.name, column.kind) for column in columns(table)]
            kept = list(kept_names(config.keep).items()) if table == "articles" else []
            file: Writer = writer(path.suffix[1:], beside[table],  # type: ignore[arg-type]
                                  [*names, *((name, "text") for _, name in kept)])  # fmt: skip
            for batch in _batches(_merged(folder, table, order, done, kept)):
                file.add(batch)
                rows[table] += len(batch)
            file.close()
        for table, part in beside.items():
            os.replace(part, paths[table])
    finally:
        for part in beside.values():
            part.unlink(missing_ok=True)
    _run_json(folder, done, config, rows)


def _merged(
    folder: Path, table: str, order: Sequence[str], done: Replay, kept: Sequence[tuple[str, str]]
) -> Iterator[list[Any]]:
    """Yield the rows of a table in plain form, those of replayed records anew, in the order of the records."""
    names = [column.name for column in columns(table)] + [name for _, name in kept]
    old = stored.rows(folder, table)
    row = next(old, None)
    for article_id in order:
        while row is not None and row["article_id"] == article_id:
            if article_id not in done.results:
                yield [row.get(name) for name in names]
            row = next(old, None)
        if (result := done.results.get(article_id)) is not None:
            for new in [result.article] if table == "articles" else getattr(result, table):
                yield values(table, new) + [kept_text(result.article.kept.get(key)) for key, _ in kept]
    while row is not None:  # rows of no article, or in another order, stay
        if row["article_id"] not in done.results:
            yield [row.get(name) for name in names]
        row = next(old, None)


def _batches(rows: Iterator[list[Any]]) -> Iterator[list[list[Any]]]:
    while batch := list(islice(rows, _BATCH)):
        yield batch


def _run_json(folder: Path, done: Replay, config: Config, rows: Mapping[str, int]) -> None:
    """Count anew, and add what the replay was made with: a run and its replays may differ in versions."""
    said = stored.run_json(folder)
    verdicts: Counter[str] = Counter(row["verdict"] for row in stored.rows(folder, "articles", ("verdict",)))
    issues: Counter[tuple[str, str]] = Counter(
        (row["code"], row["severity"]) for row in stored.rows(folder, "issues", ("code", "severity"))
    )
    said |= {
        "verdicts": {verdict: verdicts[verdict] for verdict in ("accepted", "review", "rejected")},
        "failed": sum(result.failed for result in done.results.values()),
        "rows": dict(sorted({**said.get("rows", {}), **rows}.items())),
        "issues": [{"code": code, "severity": severity, "count": count}
                   for (code, severity), count in sorted(issues.items())],
        "replays": [*said.get("replays", ()), {
            "records": len(done.results), "healed": len(done.healed), "standing": len(done.standing),
            **provenance(config.packs, config.people),
        }],
    }  # fmt: skip
    write_text(folder / "run.json", json.dumps(said, ensure_ascii=False, indent=1, default=str) + "\n")
