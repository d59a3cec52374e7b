"""Which kind of furniture the words of a line speak for, counted over the lines that the packs' rules take.

A rule takes the wordings that it states; a line of the same kind in other words shares most of its words with them.
Counted once for a language, when a line in it is first asked about. What it says is a hint for `cleaner.label.chain`,
which sees the line's place as well; alone it names nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from math import log
from typing import Final

from cleaner.language import builtin_rules
from cleaner.text import spell, unspaced

_STEM: Final = 5
"""Words of one stem count as one: their endings differ, and longer stems are too rare."""
_PRIOR: Final = 4.0
"""How many words a kind would have to say before its own habits weigh as much as those of all kinds."""
_MOST_WORDS: Final = 60

Scores = dict[str, float]


@lru_cache(maxsize=1 << 12)
def scores(words: tuple[str, ...], language: str) -> Scores:
    """Return how far the words of a line speak for each kind (logarithms of odds), for lines in a language.

    >>> best = max((said := scores(("accept", "all", "cookies"), "en")), key=said.get)
    >>> best
    'cookie_button'
    """
    counted = _counted(language)
    out = dict.fromkeys(counted.totals, 0.0)
    every = sum(counted.totals.values())
    for stem in dict.fromkeys(stems(words)):
        said = counted.stems.get(stem)
        if said is None:
            continue
        usual = sum(said.values()) / every
        for kind, total in counted.totals.items():
            out[kind] += log((said.get(kind, 0) + _PRIOR * usual) / ((total + _PRIOR) * usual))
    return out


def stems(words: Sequence[str]) -> list[str]:
    """Return what of the words is counted: their first letters, or pairs of signs where no spaces part words."""
    out = []
    for at, word in enumerate(words[:_MOST_WORDS]):
        if not unspaced(word):
            out.append("0" if word.isdigit() else word[:_STEM])
        else:
            out.append(word + (words[at + 1] if at + 1 < len(words) and unspaced(words[at + 1]) else ""))
    return out


class _Counted:
    """How often each stem stands in the lines of each kind, and how many stems each kind has."""

    def __init__(self) -> None:
        self.stems: dict[str, Counter[str]] = {}
        self.totals: Counter[str] = Counter()

    def add(self, kind: str, line: str) -> None:
        """Count one line of a kind."""
        for stem in dict.fromkeys(stems(spell(line).folded)):
            self.stems.setdefault(stem, Counter())[kind] += 1
            self.totals[kind] += 1


@lru_cache(maxsize=32)
def _counted(language: str) -> _Counted:
    """Count the lines of a language's rules; in a language without rules, those of English."""
    counted = _Counted()
    own = [rule for rule in builtin_rules() if rule.language == language and not rule.hosts]
    for rule in own or [rule for rule in builtin_rules() if rule.language == "en" and not rule.hosts]:
        for line in (*rule.removes, *(phrase for phrase in rule.phrases if "{" not in phrase)):
            counted.add(rule.label, line)
    return counted
