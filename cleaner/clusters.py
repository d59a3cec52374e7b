"""Records that fail alike, and those that fail worst: what a person should look at first, and how often there is such.

Of each record only its host, verdict and issue codes are asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from heapq import nsmallest
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from cleaner.report import Entry

EXAMPLES: Final = 3
CLUSTERS: Final = 40
HOSTS: Final = 20
WORST: Final = 10
_GRAVITY: Final = {"error": 0, "warning": 1}
_VERDICTS: Final = {"rejected": 0, "review": 1}


@dataclass(slots=True)
class Cluster:
    """Records with the very same errors and warnings: most likely one fault, mended once for all of them."""

    codes: tuple[str, ...]
    severity: str
    records: int = 0
    hosts: dict[str, int] = field(default_factory=dict)
    """Records by host, of the hosts with most of them."""
    examples: list[str] = field(default_factory=list)


def grave(entry: Entry, severities: Mapping[str, str]) -> tuple[str, ...]:
    """Return the codes of a record that are an error or a warning, errors first."""
    codes = [code for code in entry.codes if severities[code] in _GRAVITY]
    return tuple(sorted(codes, key=lambda code: (_GRAVITY[severities[code]], code)))


def clusters(entries: Iterable[Entry], severities: Mapping[str, str]) -> list[Cluster]:
    """Return the clusters of two records and more, those with an error first, then the largest."""
    found: dict[tuple[str, ...], Cluster] = {}
    for entry in entries:
        codes = grave(entry, severities)
        if not codes:
            continue
        cluster = found.setdefault(codes, Cluster(codes, severities[codes[0]]))
        cluster.records += 1
        cluster.hosts[entry.host or ""] = cluster.hosts.get(entry.host or "", 0) + 1
        if len(cluster.examples) < EXAMPLES:
            cluster.examples.append(entry.article_id)
    several = [cluster for cluster in found.values() if cluster.records > 1]
    several.sort(key=lambda c: (_GRAVITY[c.severity], -c.records, c.codes))
    for cluster in several[:CLUSTERS]:
        cluster.hosts = dict(sorted(cluster.hosts.items(), key=lambda item: (-item[1], item[0]))[:HOSTS])
    return several[:CLUSTERS]


def worst(entries: Iterable[Entry], severities: Mapping[str, str]) -> list[str]:
    """Return the ids of the records with the gravest issues: rejected before held, then by errors, then warnings."""
    ranked = []
    for entry in entries:
        if codes := grave(entry, severities):
            errors = sum(severities[code] == "error" for code in codes)
            verdict = _VERDICTS.get(entry.verdict, 2)
            ranked.append((verdict, -errors, -len(codes), entry.path or "", entry.article_id))
    return [row[-1] for row in nsmallest(WORST, ranked)]
