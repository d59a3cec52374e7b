"""How each source fared: per host what its records have, what was taken out of them, what is wrong with them.

Counts only; who feeds it rows decides which. One host costs one Scorecard, whatever it has of records.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from cleaner.taxonomy import LABELS

GROUPS: Final = ("noise", "metadata", "media", "residue")


@dataclass(slots=True)
class Scorecard:
    """The records of one host ('' for none) and what is known of them; characters of blocks by group of label."""

    host: str
    records: int = 0
    accepted: int = 0
    review: int = 0
    rejected: int = 0
    dated: int = 0
    sourced: int = 0
    spoken: int = 0
    titled: int = 0
    duplicates: int = 0
    truncated: int = 0
    repairs: int = 0
    chars_kept: int = 0
    chars_removed: dict[str, int] = field(default_factory=dict)
    issues: dict[str, int] = field(default_factory=dict)
    """Records with a code, of those that are an error or a warning."""

    @property
    def removed_share(self) -> float | None:
        """Share of what was read that was taken out; None where nothing was read."""
        removed = sum(self.chars_removed.values())
        return round(removed / (removed + self.chars_kept), 4) if removed + self.chars_kept else None

    @property
    def score(self) -> float | None:
        """From 0 to 100: how much of what a usable record has these records have. None without records.

        A point in equal parts for a verdict of accepted, a date, a publisher, a title; speakers are not among them,
        for many a good text quotes nobody.
        """
        if not self.records:
            return None
        return round(100 * (self.accepted + self.dated + self.sourced + self.titled) / (4 * self.records), 1)


class Scorecards:
    """Gathers rows of the tables by host."""

    def __init__(self) -> None:
        self._cards: dict[str, Scorecard] = {}

    def of(self, host: str | None) -> Scorecard:
        """Return the scorecard of a host, empty at first."""
        name = host or ""
        if name not in self._cards:
            self._cards[name] = Scorecard(name)
        return self._cards[name]

    def article(self, row: Mapping[str, Any]) -> None:
        """Take note of a row of articles."""
        card = self.of(row["host"])
        card.records += 1
        card.accepted += row["verdict"] == "accepted"
        card.review += row["verdict"] == "review"
        card.rejected += row["verdict"] == "rejected"
        card.dated += bool(row["published"])
        card.sourced += bool(row["publisher"])
        card.titled += bool(row["title"])
        card.spoken += len(row["speakers"] if row["speakers"] is not None else ()) > 0
        card.duplicates += row["duplicate_of"] is not None
        card.truncated += bool(row["truncated"])

    def block(self, host: str | None, label: str | None, chars: int) -> None:
        """Take note of a block of so many characters."""
        card, group = self.of(host), LABELS[label][0] if label in LABELS else "noise" if label else "article"
        if group == "article":
            card.chars_kept += chars
        else:
            card.chars_removed[group] = card.chars_removed.get(group, 0) + chars

    def repair(self, host: str | None) -> None:
        """Take note of a repair."""
        self.of(host).repairs += 1

    def issue(self, host: str | None, code: str) -> None:
        """Take note of a record that has an issue of this code."""
        issues = self.of(host).issues
        issues[code] = issues.get(code, 0) + 1

    def ranked(self) -> list[Scorecard]:
        """Return the scorecards, those with most records held back or rejected first, then those with most records."""
        for card in self._cards.values():
            card.issues = dict(sorted(Counter(card.issues).items(), key=lambda item: (-item[1], item[0])))
            card.chars_removed = {group: card.chars_removed[group] for group in GROUPS if group in card.chars_removed}
        return sorted(self._cards.values(), key=lambda c: (-(c.review + c.rejected), -c.records, c.host))
