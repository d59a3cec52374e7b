"""Where the phrases of rules must stand, and under which words each is filed for that. Plain data, so it can be kept.

Rules are known by their number in the list that was filed, a phrase by the number of its rule and its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypedDict, cast

from cleaner.phrases import Part, Places, anchored, pair, parts_of
from cleaner.rule import Rule

LONG: Final = 300
"""Most rules name blocks of fewer words; a longer block is searched for the others alone."""
_FROM_THE_START: Final = ("whole", "start")


class Filing(TypedDict):
    """The files of some rules; a key is a word, or words with a line break between.

    `wholes`: rules by all words of a phrase. `openers`, `closers`: rule, phrase and part by the first word or two, or
    by the last. `pairs`, `alone`: the same of phrases that may stand anywhere; `long_pairs`, `long_alone`: of those
    that may stand in a long block. `bars`: rules whose phrases alone make up a block; `bar_opens`, `bar_words`: bars by
    the first words of their phrases, and by all; `bar_slots`: bars with slots, which may have any word.
    """

    wholes: Places
    openers: Places
    closers: Places
    pairs: Places
    alone: Places
    long_pairs: Places
    long_alone: Places
    bars: list[int]
    bar_opens: Places
    bar_words: Places
    bar_slots: list[int]


Stated = tuple[tuple[Part, ...], tuple[int, ...]]


def file_rules(rules: Sequence[Rule]) -> Filing:
    """Return the files of some rules."""
    wholes, openers, closers = Places(), Places(), Places()
    anywhere: list[Stated] = []
    of_long: list[Stated] = []
    for number, rule in enumerate(rules):
        for at, phrase in enumerate(rule.phrases):
            parts, numbers = parts_of(phrase), (number, at)
            first, last = parts[0], parts[-1]
            if rule.at == "whole" and all(isinstance(part, str) for part in parts):
                wholes.setdefault("\n".join(cast(tuple[str, ...], parts)), []).append(number)
            elif rule.at == "only" and isinstance(first, str):
                continue  # among the bars
            elif rule.at in _FROM_THE_START and isinstance(first, str):
                second = parts[1] if len(parts) > 1 else None
                key = pair(first, second) if isinstance(second, str) else first
                openers.setdefault(key, []).extend((*numbers, 0))
            elif rule.at in ("whole", "end") and isinstance(last, str):
                closers.setdefault(last, []).extend((*numbers, len(parts) - 1))
            else:
                anywhere.append((parts, numbers))
                if rule.max_words > LONG:
                    of_long.append((parts, numbers))
    pairs, alone = anchored(anywhere)
    long_pairs, long_alone = anchored(of_long)
    bars, opens, words, slots = _bars(rules)
    return Filing(wholes=wholes, openers=openers, closers=closers, pairs=pairs, alone=alone, long_pairs=long_pairs,
                  long_alone=long_alone, bars=bars, bar_opens=opens, bar_words=words, bar_slots=slots)  # fmt: skip


def _bars(rules: Sequence[Rule]) -> tuple[list[int], Places, Places, list[int]]:
    bars = [number for number, rule in enumerate(rules) if rule.at == "only"]
    opens, words, slots = Places(), Places(), list[int]()
    for bar, number in enumerate(bars):
        phrases = [parts_of(phrase) for phrase in rules[number].phrases]
        for word in dict.fromkeys(parts[0] for parts in phrases if isinstance(parts[0], str)):
            opens.setdefault(word, []).append(bar)
        for word in dict.fromkeys(part for parts in phrases for part in parts if isinstance(part, str)):
            words.setdefault(word, []).append(bar)
        if any(not isinstance(part, str) for parts in phrases for part in parts):
            slots.append(bar)
    return bars, opens, words, slots
