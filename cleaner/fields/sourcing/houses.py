"""The houses that readers know, what can be a house's name, and how far one reaches. Chooses none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from unicodedata import category

from cleaner import agencies
from cleaner.fields import hosts
from cleaner.fields.sourcing import wording
from cleaner.tables.rows import Span
from cleaner.text import Word, fold, hiragana, unspaced, words

_MOST_NAME: Final = 7
_SIDE_WORDS: Final = 2
_LEAST_FORMULA: Final = 2
SHORT: Final = 120
HOST: Final = re.compile(r"(?<![\w.@/-])(?:[\w-]{1,63}\.){1,4}[a-z]{2,12}(?![\w@])", re.IGNORECASE)
MOST_WORDS: Final = 5
_LONGEST_NAME: Final = 80
_LEAST_HIRAGANA: Final = 4
_LAST_LATIN: Final = "\u024f"


@dataclass(slots=True)
class Candidate:
    """A name, where it was found, and how it speaks: given, site, url, declared, or a kind of wording."""

    name: str
    role: str
    why: str
    confidence: float
    span: Span | None = None


def whole_name(text: str, span: Span) -> Span:
    """Return the span of a name with its words in small letters, if the line or its formula goes on behind them:
    "Istarske novine d.o.o.", "Тракийски вестник. Всички права", never "Example is part of a group"."""
    if span[0] == span[1] or len(words(text[slice(*span)])) > _SIDE_WORDS:
        return span
    behind = [w._replace(start=w.start + span[1], end=w.end + span[1]) for w in words(text[span[1] : span[1] + SHORT])]
    end, at = span[1], span[1]
    for n, word in enumerate(behind[: _SIDE_WORDS + 1]):
        gap, next_to = text[at : word.start], text[word.end : word.end + 1]
        if (n and any(c in "'’" for c in gap)) or next_to in ("'", "’"):
            return span
        ended = any(not c.isspace() for c in gap) or (len(word.folded) == 1 and next_to == ".")
        if ended or word.folded in _formula() or word.folded in legal_forms() or word.folded in _joining():
            return span[0], end
        if n == _SIDE_WORDS or not text[word.start].islower() or word.folded in wording.vocabulary("inside"):
            return span
        end = at = word.end
    return span[0], end


def speaks_of_rights(text: str) -> bool:
    """Return whether a text has two words of the formula of rights: "Alle Rechte vorbehalten", never "About"."""
    return sum(word.folded in _formula() for word in words(text)) >= _LEAST_FORMULA


@lru_cache
def _joining() -> frozenset[str]:
    return wording.vocabulary("joins")


@lru_cache
def publishers() -> dict[str, str]:
    """Return the publishers of the table of hosts by folded name."""
    known: dict[str, str] = {}
    for name in hosts.table().hosts.values():
        native, _, latin = name.rstrip(")").partition(" (")
        # only a name in another script has its Latin form in brackets: "ABC News (Australia)" is not called Australia
        forms = (name, native, latin) if any(c > _LAST_LATIN for c in native) else (name,)
        for form in forms:
            if len(fold(form)) > 2:
                known.setdefault(fold(form), name)
    return known


@lru_cache
def _companies() -> dict[str, str]:
    return {fold(company): name for company, name in hosts.table().companies.items()}


def trimmed(text: str, span: Span) -> Span:
    """Return a name's span without years, the words of copyright formulas, and forms of companies; empty if no more
    is left: "Le Figaro" of "Le Figaro 2024", nothing of "Riproduzione riservata"."""
    found = [w._replace(start=w.start + span[0], end=w.end + span[0]) for w in words(text[slice(*span)])]
    nothing = (span[0], span[0])
    while found and (is_year(found[0].folded) or (len(found) > 1 and found[0].folded in _formula())):
        if found[0].folded in _called() and text[found[0].start].isupper() and text[found[1].start].isupper():
            break
        found.pop(0)
    if all(w.folded in _formula() or w.folded in legal_forms() or w.folded.isdigit() for w in found):
        return nothing
    # "Example Publishing Limited Quay House": what follows the form of a company is its address
    form = next((n for n, w in enumerate(found) if n and len(w.folded) > 2 and w.folded in legal_forms()), len(found))
    found = found[:form]
    spoken = next((n for n, w in enumerate(reversed(found)) if w.folded not in _formula()), 0)
    if spoken > 1:  # "Example Post All Rights": one such word may be part of a name, two are the formula
        found = found[:-spoken]
    while len(found) > 1 and _tail_word(text, found):
        found.pop()
    return _without_form(text, found[0].start, found[-1].end)


def _without_form(text: str, start: int, end: int) -> Span:
    """Return a span without the form of a company beside a name in a script without spaces: "最上放送株式会社"."""
    name = text[start:end]
    if unspaced(name):
        for form in _unspaced_forms():
            if name.endswith(form) and len(name) > len(form):
                return start, end - len(form)
            if name.startswith(form) and len(name) > len(form):
                return start + len(form), end
    return start, end


def unspaced_form(text: str) -> bool:
    """Return whether a text begins with the form of a company in a script without spaces."""
    return unspaced(text) and text.startswith(_unspaced_forms())


@lru_cache
def _unspaced_forms() -> tuple[str, ...]:
    return tuple(sorted((form for form in agencies.table().legal_forms if unspaced(form)), key=len, reverse=True))


def _tail_word(text: str, found: Sequence[Word]) -> bool:
    """Return whether the last word of a name is none of it: a year, "Ltd", a letter of "S.p.A.", the next sentence."""
    last = found[-1]
    if is_year(last.folded) or last.folded in legal_forms():
        return True
    apart = any(c in " ." for c in text[found[-2].end : last.start])
    if apart and last.end - last.start == 1 and text[last.end : last.end + 1] in (".", "/"):
        return True
    return "." in text[found[-2].end : last.start] and last.folded in _formula()


@lru_cache
def owners() -> frozenset[str]:
    """Return the companies that own several well-known houses, folded."""
    return frozenset(fold(name) for name in hosts.table().owners)


def company(text: str) -> str | None:
    """Return what readers call the company that a text begins with, years aside; None if no table knows it."""
    found = [w.folded for w in words(text[:_LONGEST_NAME]) if not is_year(w.folded)]
    forms = (" ".join(found[:size]) for size in range(MOST_WORDS + 1, 0, -1) if size <= len(found))
    return next((_companies()[form] for form in forms if form in _companies()), None)


def is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit()


@lru_cache
def _formula() -> frozenset[str]:
    """Return the words of copyright formulas themselves: "copyright", "all rights reserved", "tous droits réservés"."""
    spoken = {w for phrase in wording.vocabulary("copyright") for w in phrase.split()}
    return frozenset(spoken - wording.vocabulary("inside") - articles() - {"name", "n"})


@lru_cache
def _called() -> frozenset[str]:
    """Return what names of houses may begin with: "Portal", "Gazeta"."""
    return frozenset(agencies.table().called)


@lru_cache
def legal_forms() -> frozenset[str]:
    return frozenset(fold(form) for form in agencies.table().legal_forms)


@lru_cache
def trades() -> frozenset[str]:
    """Return the words by which names of companies end that may own several houses: "Media", "Verlag"."""
    return frozenset(fold(word) for word in agencies.table().trades)


def same(one: str, other: str) -> bool:
    """Return whether two names can be of one house: the words of one stand in the other, articles aside.

    >>> same("The Guardian", "Guardian Australia"), same("Le Monde", "Le Figaro")
    (True, False)
    """
    a, b = key(one), key(other)
    return a <= b or b <= a or "".join(sorted(a)) == "".join(sorted(b))


def key(name: str) -> set[str]:
    """Return the folded words of a name without articles, if any are left."""
    found = set(fold(name).split())
    return (found - articles()) or found


def is_company(name: str) -> bool:
    """Return whether a name ends as companies do: "Example Media GmbH"."""
    found = fold(name).split()
    return len(found) > 1 and len(found[-1]) > 1 and found[-1] in legal_forms()


def is_name(name: str) -> bool:
    """Return whether a string can name a publisher: has a letter, is short, and is no generic word or platform."""
    folded = fold(name)
    if not folded or len(name) > _LONGEST_NAME or not any(c.isalpha() for c in folded):
        return False
    bare = [w for w in folded.split() if w not in articles()]
    if (len(bare) == 1 and bare[0] in wording.leads()) or (len(bare) > _MOST_NAME and name.isascii()):
        return False
    if all(map(hiragana, name)) and len(name) < _LEAST_HIRAGANA:
        return False  # short words in hiragana alone are particles and endings
    # the words of Hindi and Thai are split at their vowel signs: their pieces say nothing
    if len(bare) > 1 and all(w in wording.idle() for w in bare) and not any(category(c)[0] == "M" for c in name):
        return False
    return folded not in wording.generic() and bool(bare) and " ".join(bare) not in wording.generic()


@lru_cache
def articles() -> frozenset[str]:
    """Return the articles that may stand before a name or be left out: "the", "le", "der"."""
    return frozenset(fold(word) for word in agencies.table().articles)
