"""Findings with one cause, put together: "missing_date: 61 of 64 records of example.org/live". Reads a run's tables.

A cause is sought among what records share: their host, the part of a site, their language. A group is one when most
of its records have the finding, and far more of them than elsewhere; the broadest that says so is taken.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from cleaner.tables import stored
from cleaner.tables.rows import Severity
from cleaner.validation.findings import SEVERITIES, graver

LEAST: Final = 3
SHARE: Final = 0.6
LIFT: Final = 2.0
"""In a group at least three records, three of five of them, and twice as often as over all."""
EXAMPLES: Final = 3

Feature = tuple[str, str]
_ORDER: Final = ("all", "language", "host", "section", "kind")


@dataclass(slots=True)
class Pattern:
    """Records with one finding that share something: what, how many of the group have it, and a few of them."""

    code: str
    severity: str
    shared: str
    value: str
    records: int
    of: int
    examples: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        if self.shared == "all":
            return f"{self.code}: {self.records:,} of all {self.of:,} records"
        return f"{self.code}: {self.records:,} of {self.of:,} records of {self.shared} {self.value}"


def patterns(folder: Path, least: Severity = "warning") -> list[Pattern]:
    """Return the patterns of a run, gravest and largest first. What no group explains is in none."""
    features: dict[str, tuple[Feature, ...]] = {}
    groups: Counter[Feature] = Counter()
    for row in stored.rows(folder, "articles", ("article_id", "url", "host", "path", "language")):
        features[row["article_id"]] = tuple(_features(row))
        groups.update(features[row["article_id"]])
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    severities: dict[str, str] = {}
    for row in stored.rows(folder, "issues", ("article_id", "code", "severity")):
        if graver(row["severity"], least) and row["article_id"] in features:
            found[row["code"]][row["article_id"]] = None
            severities.setdefault(row["code"], row["severity"])
    out = [
        pattern
        for code, ids in sorted(found.items())
        for pattern in _of_code(code, severities[code], list(ids), features, groups)
    ]
    return sorted(out, key=lambda c: (SEVERITIES.index(c.severity), -c.records, c.code, c.value))


def _of_code(code: str, severity: str, ids: list[str], features: dict[str, tuple[Feature, ...]],
             groups: Counter[Feature]) -> Iterator[Pattern]:  # fmt: skip
    """Yield the groups that explain a finding, one after the other, until none explains enough of what is left."""
    overall = len(ids) / len(features)
    left = dict.fromkeys(ids)
    while len(left) >= LEAST:
        counts: Counter[Feature] = Counter(feature for own in left for feature in features[own])
        telling = [
            (count, -_ORDER.index(feature[0]), feature)
            for feature, count in counts.items()
            if count >= LEAST and count >= SHARE * groups[feature]
            and (feature[0] == "all" or overall >= SHARE or count / groups[feature] >= LIFT * overall)
        ]  # fmt: skip
        if not telling:
            return
        # of groups that explain about as much, the broadest is the cause: a site, and not each of its sections
        most = max(count for count, _, _ in telling)
        _, _, best = max((order, count, feature) for count, order, feature in telling if count >= 0.9 * most)
        own = [article_id for article_id in left if best in features[article_id]]
        yield Pattern(code, severity, best[0], best[1], len(own), groups[best], own[:EXAMPLES])
        for article_id in own:
            del left[article_id]


def _features(row: dict[str, str | None]) -> Iterator[Feature]:
    """Yield what a record may share with others."""
    yield "all", ""
    yield "language", row["language"] or "und"
    if host := row["host"]:
        yield "host", host
        try:
            section = urlsplit(row["url"] or "").path.strip("/").partition("/")
        except ValueError:
            return
        if section[1] and not section[0].isdigit():
            yield "section", f"{host}/{section[0]}"
    elif row["path"]:
        folder, _, name = row["path"].rpartition("/")
        yield ("section", f"{folder}/") if folder else ("kind", name.rpartition(".")[2])
