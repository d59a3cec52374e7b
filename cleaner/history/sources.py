"""What is known of each source in a run: how complete its records are, what is removed, what is repaired.

Every measure is kept as count, sum and sum of squares over records, so that two runs, or a run and a stored profile,
can be compared without their tables. Streams; judges nothing (cleaner.history.drift does).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from cleaner.errors import SchemaError
from cleaner.tables import stored
from cleaner.taxonomy import LABELS

FIELDS: Final = ("title", "published", "publisher", "authors", "speakers", "url")
GROUPS: Final = ("metadata", "media", "noise", "residue")
MEASURES: Final = (
    *("accepted", "rejected"), *FIELDS, "removed", *(f"removed {group}" for group in GROUPS), "repairs", "errors",
    "length",
)  # fmt: skip
"""Shares of records (accepted, rejected, and those that have a field), mean share of a page's characters that were
removed, in all and by kind, mean number of repairs and of errors, and mean logarithm (base 2) of the text's length."""


@dataclass(slots=True)
class Moments:
    """Count, sum and sum of squares of one measure."""

    n: int = 0
    total: float = 0.0
    squares: float = 0.0

    def add(self, value: float) -> None:
        self.n += 1
        self.total += value
        self.squares += value * value

    @property
    def mean(self) -> float | None:
        return self.total / self.n if self.n else None

    @property
    def variance(self) -> float:
        """Return the variance of the records seen, 0 for fewer than two."""
        return max(0.0, (self.squares - self.total**2 / self.n) / (self.n - 1)) if self.n > 1 else 0.0


@dataclass(slots=True)
class Source:
    """One source."""

    host: str
    records: int = 0
    measures: dict[str, Moments] = field(default_factory=lambda: {name: Moments() for name in MEASURES})
    codes: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)

    def mean(self, measure: str) -> float | None:
        return self.measures[measure].mean

    @property
    def health(self) -> float:
        """Return a mark from 0 to 1 by which sources are put in order: accepted records that have date and source."""
        parts = [self.mean(name) for name in ("accepted", "published", "publisher")]
        known = [part for part in parts if part is not None]
        return sum(known) / len(known) if known else 0.0


def sources(folder: Path) -> list[Source]:
    """Return what every host of a run measures, the worst first; of equal ones the larger.

    Raises SchemaError when there is no articles table.
    """
    if stored.find(folder, "articles") is None:
        raise SchemaError(f"{folder}: no articles table. Give the folder that `cleaner clean -o` wrote.")
    found: dict[str, Source] = {}
    host_of: dict[str, str] = {}
    for row in stored.rows(folder, "articles", ("article_id", "host", "verdict", "language", "chars_text",
                                                *(f"{name}_status" for name in FIELDS), *FIELDS)):  # fmt: skip
        host = row["host"] or ""
        host_of[row["article_id"]] = host
        _article(found.setdefault(host, Source(host)), row)
    for article_id, sizes in _per_article(_blocks(folder)):
        if article_id in host_of and (page := sum(sizes.values())):
            measures = found[host_of[article_id]].measures
            measures["removed"].add((page - sizes["article"]) / page)
            for group in GROUPS:
                measures[f"removed {group}"].add(sizes[group] / page)
    repairs, errors = Counter[str](), Counter[str]()
    for row in stored.rows(folder, "ledger", ("article_id", "action")):
        repairs[row["article_id"]] += row["action"] == "repair"
    for row in stored.rows(folder, "issues", ("article_id", "code", "severity")):
        errors[row["article_id"]] += row["severity"] == "error"
        if row["severity"] != "info" and row["article_id"] in host_of:
            found[host_of[row["article_id"]]].codes[row["code"]] += 1
    for article_id, host in host_of.items():
        found[host].measures["repairs"].add(repairs[article_id])
        found[host].measures["errors"].add(errors[article_id])
    return sorted(found.values(), key=lambda source: (round(source.health, 6), -source.records, source.host))


def _article(source: Source, row: Mapping[str, Any]) -> None:
    source.records += 1
    source.languages[row["language"] or "und"] += 1
    source.measures["accepted"].add(row["verdict"] == "accepted")
    source.measures["rejected"].add(row["verdict"] == "rejected")
    if row["verdict"] == "rejected":
        return
    for name in FIELDS:
        if row[f"{name}_status"] != "not_assessed":  # nobody can miss what nobody can read
            source.measures[name].add(bool(row[name]))
    source.measures["length"].add(math.log2(1 + (row["chars_text"] or 0)))


def _blocks(folder: Path) -> Iterator[tuple[str, str, int]]:
    """Yield article, group of the label and length of every block."""
    for row in stored.rows(folder, "blocks", ("article_id", "label", "source_start", "source_end")):
        group = LABELS[row["label"]][0] if row["label"] in LABELS else ("noise" if row["label"] else "article")
        yield row["article_id"], group, max(0, (row["source_end"] or 0) - (row["source_start"] or 0))


def _per_article(blocks: Iterator[tuple[str, str, int]]) -> Iterator[tuple[str, Counter[str]]]:
    """Yield the characters of each group by article: the blocks of one stand together."""
    at: str | None = None
    sizes: Counter[str] = Counter()
    for article_id, group, size in blocks:
        if article_id != at:
            if at is not None:
                yield at, sizes
            at, sizes = article_id, Counter()
        sizes[group] += size
    if at is not None:
        yield at, sizes


# --- stored profiles and history -------------------------------------------------------------------------------------


def as_plain(found: list[Source]) -> dict[str, Any]:
    """Return sources as plain values, by host in alphabetical order."""
    plain: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    for source in sorted(found, key=lambda source: source.host):
        seen = {name: moments for name, moments in source.measures.items() if moments.n}
        plain[source.host] = {
            "records": source.records,
            "measures": {name: [m.n, round(m.total, 6), round(m.squares, 6)] for name, m in seen.items()},
            "codes": dict(sorted(source.codes.items())),
            "languages": dict(sorted(source.languages.items())),
        }
    return dict(plain)


def from_plain(plain: Mapping[str, Any]) -> list[Source]:
    """Return the sources that plain values state; measures of another version are left out."""
    found = []
    for host, said in plain.items():
        source = Source(host, int(said["records"]), codes=Counter(said.get("codes", {})),
                    languages=Counter(said.get("languages", {})))  # fmt: skip
        for name, (n, total, squares) in said.get("measures", {}).items():
            if name in source.measures:
                source.measures[name] = Moments(int(n), float(total), float(squares))
        found.append(source)
    return found
