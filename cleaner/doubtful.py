"""Which removals a person should look at: blocks taken out of a text that read like prose, least certain first."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, Final

SHOWN: Final = 24
REMEMBERED: Final = 500_000
_SENTENCE_ENDS: Final = tuple(".!?…。！？؟۔।»”\"'’")
_SPACELESS_FROM: Final = "\u2e80"
"""From here on stand the scripts that put no spaces between words; two characters count as one word."""


@dataclass(slots=True)
class Removal:
    """A block taken out of a text that reads like prose, and how many records had the same: a person should look."""

    article_id: str
    block: int
    label: str
    rule: str
    why: str
    confidence: float
    article: float | None
    text: str
    risk: float
    times: int = 1


class Doubtful:
    """Gathers removals that read like prose; a text that many records repeat is boilerplate after all, and sinks."""

    def __init__(self) -> None:
        self._times: Counter[int] = Counter()
        self._kept: dict[int, Removal] = {}

    def see(self, row: Mapping[str, Any], text: str) -> None:
        """Take note of a removed block."""
        confidence, article = _number(row["confidence"], 1.0), row["article"]
        risk = risk_of(text, confidence, article)
        if risk <= 0:
            return
        key = int.from_bytes(blake2b(f"{row['label']} {text}".encode("utf-8", "replace"), digest_size=8).digest())
        self._times[key] += 1
        if len(self._times) > REMEMBERED:
            self._times = Counter(
                {seen: times for seen, times in self._times.items() if times > 1 or seen in self._kept}
            )
        before = self._kept.get(key)
        if before is None or before.risk < risk:
            self._kept[key] = Removal(
                *(row["article_id"], row["block"] or 0, row["label"], row["rule"] or "", row["why"] or ""),
                *(confidence, article, text, risk),
            )
        if len(self._kept) > 50 * SHOWN:
            ranked = sorted(self._kept.items(), key=self._rank)
            self._kept = dict(ranked[: 10 * SHOWN])

    def _rank(self, item: tuple[int, Removal]) -> tuple[float, str, int]:
        key, removal = item
        return -removal.risk / math.sqrt(self._times[key]), removal.article_id, removal.block

    def riskiest(self) -> list[Removal]:
        """Return the riskiest of them, each text once, with how often it was seen."""
        ranked = sorted(self._kept.items(), key=self._rank)[:SHOWN]
        for key, removal in ranked:
            removal.times = self._times[key]
        return [removal for _, removal in ranked]


def risk_of(text: str, confidence: float, article: float | None) -> float:
    """Return how likely a removed block was a paragraph of the article, 0 to 1: prose, and little certainty.

    >>> risk_of("Share", 0.5, 0.1), risk_of("The minister said on Monday that talks would go on for a week.", 0.6, 0.7)
    (0.0, 0.455)
    """
    words = word_count(text)
    if words < 6:
        return 0.0
    prose = min(words / 20, 1.0) * (1.0 if text.rstrip().endswith(_SENTENCE_ENDS) else 0.5)
    doubt = max(1.0 - confidence, article if article is not None else 0.0)
    return round(prose * doubt, 3)


def word_count(text: str) -> int:
    """Return roughly how many words a text has, in scripts with and without spaces.

    >>> word_count("two words"), word_count("今天北京下雨")
    (2, 3)
    """
    sample = text[:4_000]
    return max(len(sample.split()), sum(character >= _SPACELESS_FROM for character in sample) // 2)


def _number(value: float | None, default: float) -> float:
    return default if value is None else float(value)
