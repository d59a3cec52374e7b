"""News agencies: their canonical names, and where a text names one. Never says what an agency is named for."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final
from unicodedata import category, normalize

from cleaner import language
from cleaner.text import WORD, fold_word, spell_kept


@dataclass(frozen=True)
class SourceTable:
    """The shape of und/sources.yaml: agencies by canonical name, forms that only count beside a credit, platforms that
    are nobody's publisher, forms of companies; articles that a name may go without, and the characters for a telegram,
    by which Chinese datelines end; words of feeds and of emblems that stand beside a house's name."""

    agencies: dict[str, tuple[str, ...]] = field(default_factory=dict)
    weak: dict[str, tuple[str, ...]] = field(default_factory=dict)
    platforms: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    telegram: tuple[str, ...] = ()
    legal_forms: tuple[str, ...] = ()
    trades: tuple[str, ...] = ()
    publishing: tuple[str, ...] = ()
    called: tuple[str, ...] = ()
    feed: tuple[str, ...] = ()
    logo: tuple[str, ...] = ()
    logo_text: tuple[str, ...] = ()


def table() -> SourceTable:
    """Return the table of agencies."""
    return language.section("und", "sources", SourceTable)


_ACRONYM: Final = 5
"""A form of at most so many letters counts only as it is written: "AP", "dpa", never "ap" or "Efe"."""

_WIDE: Final = {code: code + 0xFEE0 for code in range(ord("!"), ord("~") + 1)}
"""From a letter to its full-width form, as Japanese pages write them."""

_Form = tuple[tuple[str, ...], str, str]


@lru_cache
def _forms(weak: bool) -> dict[str, tuple[_Form, ...]]:
    """Return the forms by first folded word, the longest first: words, form as written, canonical name."""
    filed: dict[str, list[_Form]] = {}
    stated = table()
    for group in (stated.agencies, stated.weak) if weak else (stated.agencies,):
        for canonical, forms in group.items():
            for form in forms:
                parts = tuple(fold_word(w) for w in WORD.findall(form))
                filed.setdefault(parts[0], []).append((parts, form, canonical))
    return {word: tuple(sorted(entries, key=lambda e: (-len(e[0]), e[1]))) for word, entries in filed.items()}


@lru_cache
def _written(weak: bool) -> frozenset[str]:
    """Return the first words of all forms as they may be written, to tell in one pass that a text names no agency."""
    forms = [form for entries in _forms(weak).values() for _, form, _ in entries]
    first = {m[0] for form in forms if (m := WORD.search(form))}
    cased = {w for word in first for w in (word, word.upper(), word.title(), word.capitalize())}
    return frozenset(cased | {word.translate(_WIDE) for word in cased})


def find(text: str, weak: bool = False) -> list[tuple[int, int, str]]:
    """Return where a text names news agencies: start, end, canonical name. Linear in the text.

    `weak` also finds forms that are words or initials of other things ("PA", "ANI"): ask for them only in a credit.

    >>> find("Avec AFP et l'agence Reuters")
    [(5, 8, 'Agence France-Presse (AFP)'), (21, 28, 'Reuters')]
    >>> find("an apt answer"), find("12 pa", weak=True)
    ([], [])
    """
    filed = _forms(weak)
    out: list[tuple[int, int, str]] = []
    if _written(weak).isdisjoint(spell_kept(text).written):
        return out
    end = 0
    for m in WORD.finditer(text):
        if m.start() < end or (entries := filed.get(fold_word(m[0]))) is None:
            continue
        for parts, form, canonical in entries:
            stop = _matches(text, m.start(), parts, form)
            if stop:
                out.append((m.start(), stop, canonical))
                end = stop
                break
    return out


def _matches(text: str, start: int, parts: tuple[str, ...], form: str) -> int:
    """Return where a form ends that stands at `start`, 0 if it does not stand there as it must be written."""
    at = start
    for n, part in enumerate(parts):
        m = WORD.search(text, at, at + 40) if n else WORD.match(text, at)
        if m is None or fold_word(m[0]) != part or m.start() - at > 3:
            return 0
        at = m.end()
    while at < len(text) and category(text[at])[0] == "M":  # vowel signs of Hindi and Thai are no letters
        at += 1
    written = normalize("NFKC", text[start:at])
    if len(form) <= _ACRONYM:
        return at if written == form or (written == form.upper() and not form.isupper()) else 0
    return at if not written[0].islower() or written == form else 0


def is_agency(name: str) -> str | None:
    """Return the canonical name if a whole string names an agency, None otherwise.

    >>> is_agency("AFP"), is_agency("John Smith")
    ('Agence France-Presse (AFP)', None)
    """
    hits = find(name, weak=True)
    if not hits:
        return None
    covered = sum(end - start for start, end, _ in hits)
    letters = sum(len(m[0]) for m in WORD.finditer(name))
    return hits[0][2] if covered >= letters - 3 else None


_OPENING: Final = 100
_MOST_OPENING_WORDS: Final = 8
_CLOSING: Final = ")/】]）］"
_BRACKETS: Final = "(【[（［"
_DASHES: Final = "-–—"


def opening(text: str) -> int:
    """Return where a dateline with its agency ends at the head of a paragraph, 0 if none stands there.

    >>> opening("PARIS, Oct 1 (Reuters) - The talks"), opening("МОСКВА, 30 сентября. /ТАСС/. Президент")
    (24, 29)
    >>> opening("Reuters reported on Thursday that talks - long awaited - were held")
    0
    """
    head = text[:_OPENING]
    for start, end, _ in find(head, weak=True)[:1]:
        before = WORD.findall(head[:start])
        spaced = sum(1 for word in before if word[0].islower())
        if len(before) > _MOST_OPENING_WORDS * 2 or spaced > 3 or any(mark in head[:start] for mark in '"“«!?;'):
            return 0
        at, closed = end, False
        while at < len(head) and (head[at] in _CLOSING or head[at] in " \u00a0.,*_"):
            closed = closed or head[at] in _CLOSING
            at += 1
        inside = max(head.rfind(mark, 0, start) for mark in _BRACKETS) > max(head.rfind(m, 0, start) for m in _CLOSING)
        bracketed = closed and start > 0 and (inside or head[start - 1] in "/ ")
        # without brackets, only a place and a day may stand before: "The president told AFP - again -" is a sentence
        bare = not spaced or (spaced == 1 and any(c.isdecimal() for c in head[:start]))
        if at < len(head) and head[at] in _DASHES and (bracketed or closed or (bare and head[at - 1].isspace())):
            return at + 1
        ended = head[end : end + 1] == "."
        if bare and before and ended and head[:start].rstrip()[-1] in _DASHES:
            return end + 1
        # "КИЇВ. 3 травня. УНН. …": a place, a day and the agency, each with a full stop
        if bare and 2 <= len(before) <= 5 and ended and head[:start].rstrip()[-1] == ".":
            return end + 1
        if bracketed and head[end] in "/】］]":
            return at
        if bracketed and inside and "=" in head[:start]:
            return at
        report = min((i for i in (head.find(mark, end) for mark in table().telegram) if i >= 0), default=-1)
        return report + 1 if 0 <= report <= end + 30 and start <= 4 else 0
    return 0
