"""A boilerplate rule with its own proof, as a pack states it.

A rule is data (see docs/rules.md): phrases, the conditions under which they name a block, and the lines it
must and must not take. What a phrase is stands in `cleaner.phrases`; who is named by a rule, in `cleaner.rule_index`.

There are no regular expressions in a rule, so no rule can explode and none needs a programmer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from cleaner.errors import PackError
from cleaner.phrases import SLOTS, UNBOUNDED, parts_of
from cleaner.taxonomy import LABELS

At = Literal["whole", "only", "start", "end", "anywhere"]
Zone = Literal["any", "head", "tail", "edge"]
_AT: Final = ("whole", "only", "start", "end", "anywhere")
_ZONES: Final = ("any", "head", "tail", "edge")
_KEYS: Final = {"id", "label", "phrases", "at", "also", "unless", "min_words", "max_words", "zone", "elements", "ends",
                "mark", "confidence", "why", "source", "removes", "keeps", "misses"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `phrases` any of which must stand `at` the place (`only`: the block is made of such phrases and has no
    other word, as a share bar); `also` any of which must stand anywhere beside it; `unless` none of which may. `zone`
    limits it to before (head) or after (tail) the article's prose, or outside it (edge). `ends`: `open` means the block
    must not end as a sentence, `closed` that it must. `mark`: the phrase must be followed by one of these characters,
    as the colon of "Read also:"."""

    id: str
    label: str
    phrases: tuple[str, ...]
    why: str
    removes: tuple[str, ...]
    keeps: tuple[str, ...]
    at: At = "anywhere"
    also: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    min_words: int = 1
    max_words: int = UNBOUNDED
    zone: Zone = "any"
    elements: tuple[str, ...] = ()
    ends: str = ""
    mark: str = ""
    confidence: float = 0.95
    source: str = ""
    misses: tuple[str, ...] = ()
    language: str = "und"
    hosts: tuple[str, ...] = ()


def parse(raw: Mapping[str, Any], where: str, language: str, hosts: Sequence[str] = ()) -> Rule:
    """Return the rule a pack file states.

    Raises PackError for an unknown key or label, a missing part, a bad value, a rule without proof.
    """
    name = raw.get("id", "without an id")
    place = f"{where}, rule {name}"
    if unknown := sorted(set(raw) - _KEYS):
        raise PackError(f"{place}: unknown key {unknown[0]!r}. Known keys: {', '.join(sorted(_KEYS))}.")
    for key, hint in _NEEDED.items():
        if not raw.get(key):
            raise PackError(f"{place}: no {key!r}. {hint}")
    if raw["label"] not in LABELS:
        raise PackError(f"{place}: {raw['label']!r} is no label. Labels: {', '.join(LABELS)}.")
    if raw.get("at", "anywhere") not in _AT:
        raise PackError(f"{place}: at: {raw['at']!r}; expected one of {', '.join(_AT)}.")
    if raw.get("zone", "any") not in _ZONES:
        raise PackError(f"{place}: zone: {raw['zone']!r}; expected one of {', '.join(_ZONES)}.")
    lists = {key: _strings(raw.get(key, []), place, key) for key in _LISTS}
    for phrase in (*lists["phrases"], *lists["also"], *lists["unless"]):
        try:
            parts = parts_of(phrase)
        except KeyError as error:
            raise PackError(f"{place}: {error.args[0]} is no slot. Slots: {', '.join(SLOTS)}.") from None
        if not any(isinstance(part, str) for part in parts):
            raise PackError(f"{place}: phrase {phrase!r} has no word of its own. Add one beside its slots.")
    return Rule(
        id=f"{language}/{name}", label=raw["label"], why=raw["why"], at=raw.get("at", "anywhere"),
        zone=raw.get("zone", "any"), ends=raw.get("ends", ""), mark=raw.get("mark", ""), source=raw.get("source", ""),
        min_words=_number(raw, "min_words", 1, place), max_words=_number(raw, "max_words", UNBOUNDED, place),
        confidence=float(raw.get("confidence", "0.95")), language=language, hosts=tuple(hosts), **lists,
    )  # fmt: skip


_LISTS: Final = ("phrases", "also", "unless", "elements", "removes", "keeps", "misses")
_NEEDED: Final = {
    "label": "Say what kind of block it names.",
    "phrases": "Give the words it is known by.",
    "why": "Say in a sentence why a reader would not call this article text.",
    "removes": "Add one line, as seen on a page, that this rule must take.",
    "keeps": "Add one sentence of real reporting that this rule must leave alone.",
}


def _strings(raw: object, place: str, key: str) -> tuple[str, ...]:
    if not isinstance(raw, list) or not all(isinstance(item, str) for item in raw):
        raise PackError(f"{place}: {key!r} must be a list of lines.")
    return tuple(raw)


def _number(raw: Mapping[str, Any], key: str, default: int, place: str) -> int:
    value = raw.get(key)
    if value is None:
        return default
    if not str(value).isdigit():
        raise PackError(f"{place}: {key}: {value!r}; expected a whole number.")
    return int(value)
