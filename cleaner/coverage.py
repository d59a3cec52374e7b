"""What the pack of each language covers, and what it lacks: nothing is read in a language half known without saying so.

Counts rules, proofs and topics; reads no text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from cleaner import language
from cleaner.rule import Rule

FURNITURE: Final[Mapping[str, frozenset[str]]] = {
    "consent": frozenset({"cookie_banner", "cookie_button"}),
    "related": frozenset({"related_link", "related_list_heading"}),
    "share": frozenset({"share"}),
    "comments": frozenset({"comment", "comment_count", "comment_disclaimer"}),
    "newsletters": frozenset({"subscription"}),
    "paywall": frozenset({"paywall"}),
    "credits": frozenset({"photo_credit", "agency_credit"}),
}
"""The kinds of furniture that a pack must know, each by the labels of its rules."""
TOPICS: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "words": ("words", ("function_words",)),
    "dates": ("dates", ("months", "order")),
    "names": ("names", ("titles",)),
    "sources": ("sources", ("by", "source")),
    "speakers": ("speech", ("verbs",)),
}
"""What else a pack may know: the file it stands in, and the keys of which one must not be empty."""


@dataclass(frozen=True)
class Coverage:
    """One language: its name in English, rules and their proof lines, the kinds of furniture and topics it knows."""

    tag: str
    name: str
    rules: int
    proofs: int
    phrases: int
    furniture: tuple[str, ...]
    topics: tuple[str, ...]

    @property
    def lacks(self) -> tuple[str, ...]:
        """Return the kinds of furniture that have no rule."""
        return tuple(kind for kind in FURNITURE if kind not in self.furniture)


@lru_cache
def languages() -> tuple[Coverage, ...]:
    """Return what is covered of each language that has a pack, in order of tags."""
    names = language.stated("", "languages")
    return tuple(_covered(tag, str(names.get(tag, tag))) for tag in language.available() if tag != "und")


@lru_cache
def _by_tag() -> Mapping[str, list[Rule]]:
    found: dict[str, list[Rule]] = {}
    for rule in language.builtin_rules():
        found.setdefault(rule.language, []).append(rule)
    return found


def _furniture(tag: str) -> tuple[str, ...]:
    labels = {rule.label for rule in _by_tag().get(tag, ())}
    return tuple(kind for kind, wanted in FURNITURE.items() if labels & wanted)


def _covered(tag: str, name: str) -> Coverage:
    rules = _by_tag().get(tag, [])
    return Coverage(
        tag, name, len(rules), sum(len(r.removes) + len(r.keeps) + len(r.misses) for r in rules),
        sum(len(r.phrases) for r in rules), _furniture(tag),
        tuple(topic for topic, (file, keys) in TOPICS.items() if _known(tag, file, keys)),
    )  # fmt: skip


def _known(tag: str, file: str, keys: tuple[str, ...]) -> bool:
    stated: Mapping[str, Any] = language.stated(tag, file)
    return any(stated.get(key) for key in keys)


@lru_cache
def lacking(tag: str) -> tuple[str, ...]:
    """Return the kinds of furniture that the pack of a language does not know: all of them where there is no pack.

    Where the language could not be told (`und`), another issue says so.
    """
    main = tag.split("-")[0]
    known = _furniture(main)
    return () if main == "und" else tuple(kind for kind in FURNITURE if kind not in known)


def page(scores: Path | None = None) -> str:
    """Return what is covered as Markdown, with the scores that a YAML file states beside it, by language."""
    measured = language.read_yaml(scores) if scores is not None else {}
    return "\n".join(_lines(measured)) + "\n"


def _lines(measured: Mapping[str, Any]) -> Iterator[str]:
    full = [one for one in languages() if not one.lacks]
    part = [one for one in languages() if one.lacks]
    yield "# Languages"
    yield ""
    yield "What the pack of each language knows; `make docs` writes this page. A document in a language whose pack"
    yield "lacks a kind of furniture gets the issue `partial_language`; where it has no months or no verbs of saying,"
    yield "dates or speakers are `not_assessed`."
    yield ""
    yield "| language | tag | rules | phrases | proof lines | dates | names | speakers |"
    yield "|---|---|---|---|---|---|---|---|"
    for one in full:
        marks = ("yes" if topic in one.topics else "–" for topic in ("dates", "names", "speakers"))
        yield f"| {one.name} | {one.tag} | {one.rules} | {one.phrases:,} | {one.proofs} | {' | '.join(marks)} |"
    yield ""
    yield f"Every one of these has rules for {', '.join(FURNITURE)}."
    if columns := measured.get("columns"):
        yield ""
        yield "## Scores"
        yield ""
        yield str(measured.get("about", "")).strip()
        yield ""
        yield f"| language | {' | '.join(columns)} |"
        yield "|---" * (len(columns) + 1) + "|"
        for tag, values in measured["scores"].items():
            name = next((one.name for one in full if one.tag == tag), tag)
            yield f"| {name} | {' | '.join(values)} |"
    yield ""
    yield "## Known in part"
    yield ""
    yield "Dates, sources and the language itself are read; furniture is told by its form and by the rules of others."
    yield ""
    yield "| language | tag | what is known | rules lack |"
    yield "|---|---|---|---|"
    for one in part:
        yield f"| {one.name} | {one.tag} | {', '.join(one.topics) or '–'} | {', '.join(one.lacks)} |"
