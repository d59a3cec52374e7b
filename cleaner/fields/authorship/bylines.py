"""The names that a byline holds: people, an agency or a desk, without roles, places, dates. Chooses nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from cleaner import agencies
from cleaner.dates import read_dates
from cleaner.document import Block
from cleaner.fields.authorship import unspaced
from cleaner.fields.sourcing import wording
from cleaner.fields.sourcing.houses import publishers
from cleaner.tables.rows import Span
from cleaner.text import Word, fold, fold_word, words

MOST_AUTHORS: Final = 20
_MOST_NAME_WORDS: Final = 6
_LEAST_DESK: Final = 7
_BREAKS: Final = frozenset(",;|•·/\\&+()[]–—\n:")
_COLONS: Final = (":", "：")
NOT_NAMES: Final = re.compile(
    r"\S*@\S*|(?:https?://|www\.)\S+|\S+\.(?:com|org|net|fr|ru|de|uk|info)\b\S*", re.IGNORECASE
)
NOBODY: Final = re.compile(r"undefined|null|NaN|None|\d+")
"""What a program writes where it knows no name, or a number for one."""
_NOTE: Final = re.compile(r"\s[^\W\d_]{3,}(\d{1,2})$")
"""The number of a note behind a name, as scholars' names have one."""


def people_in(text: str, tag: str | None = None) -> list[Span]:
    """Return the spans of the authors that a byline names.

    >>> line = "By John Smith and Ana Díaz in Paris, Foreign Editor (j.smith@paper.example)"
    >>> [line[a:b] for a, b in people_in(line)]
    ['John Smith', 'Ana Díaz']
    >>> [x[a:b] for x in ["Par La rédaction avec AFP", "By AFP"] for a, b in people_in(x)]
    ['La rédaction', 'AFP']
    """
    hidden = [m.span() for m in NOT_NAMES.finditer(text)] + [r.span for r in read_dates(text, tag)]
    if unspaced.is_unspaced(text):
        found = unspaced.people_in(text, tag, hidden)
        people = [s for s in found if is_person(text[slice(*s)])]
        return (people or found)[:MOST_AUTHORS]
    out: list[Span] = []
    for piece, beside in _pieces(text, hidden, tag):
        span = _person(text, piece, tag)
        if span is None or len(out) >= MOST_AUTHORS:
            continue
        name = text[slice(*span)]
        if note := _NOTE.search(name):
            span = span[0], span[1] - len(note[1])
            name = name[: note.start(1)]
        if out and (fold(name) in publishers() or (beside and agencies.is_agency(name))):
            continue
        out.append(span)
    if any(" " in text[slice(*s)] and _is_caseless(text[slice(*s)]) for s in out):
        # where capitals tell no names, one word beside a name is the place it stands for
        out = [s for s in out if " " in text[slice(*s)]]
    people = [s for s in out if not agencies.is_agency(text[slice(*s)]) and fold(text[slice(*s)]) not in publishers()]
    # beside a person, an agency or a paper says for whom: "LE MONDE | Par Jean Dupont"
    return people or out


def _pieces(text: str, hidden: Sequence[Span], tag: str | None) -> Iterator[tuple[list[Word], bool]]:
    """Yield the words of a byline in pieces, cut at marks, "and", places and dates; and whether "with" precedes."""
    piece: list[Word] = []
    beside = False
    found = words(text)
    cut = credited = False
    at = 0
    while at < len(found):
        word = found[at]
        hit = any(a < word.end and word.start < b for a, b in hidden)
        gap = text[found[at - 1].end : word.start] if at else text[: word.start]
        if piece and gap.strip() == "&" and _is_desk(piece[0].folded):
            gap = " "  # "Redactie Koren & Kaf": the house that a desk is of
        stop = ". " in gap and piece and len(piece[-1].folded) > 2
        if stop or any(c in _BREAKS or (c == "-" and len(gap) > 1) for c in gap):
            yield piece, beside
            # what stands behind "Photo:" is no author's
            piece, cut = [], credited and gap.strip() in (":", "：")
        credited = False
        length, kind = (1, "hidden") if hit else _cutting(found, at, text, bool(piece), tag)
        if kind:
            yield piece, beside
            piece, beside = [], kind == "beside" or (beside and kind == "joins")
            cut, credited = kind in ("places", "noise", "credit"), kind in ("noise", "credit")
            at += length
            continue
        if not cut:
            piece.append(word)
        at += 1
    yield piece, beside


_CUTTING: Final = ("by", "beside", "joins", "places", "noise", "credit")


def _cutting(found: Sequence[Word], at: int, text: str, inside: bool, tag: str | None) -> tuple[int, str]:
    """Return how many words a cutting phrase covers at a word, and its kind; 0 where none stands."""
    best, kind_found = 0, ""
    for kind in _CUTTING:
        for phrase in _phrases(kind, tag).get(found[at].folded, ()):
            size = len(phrase)
            if size > best and tuple(w.folded for w in found[at : at + size]) == phrase:
                # inside a name only small words cut: "Ann By" is nobody, "de" may be part of a name
                if inside and kind == "by" and (size == 1 and phrase[0] in wording.vocabulary("inside", tag)):
                    continue
                if kind == "credit" and text[found[at + size - 1].end :].lstrip()[:1] not in _COLONS:
                    continue
                if kind == "places" and text[found[at].start : found[at].end].istitle():
                    continue
                best, kind_found = size, kind
    return best, kind_found


@lru_cache
def _phrases(kind: str, tag: str | None) -> dict[str, tuple[tuple[str, ...], ...]]:
    filed: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(wording.vocabulary(kind, tag)):
        parts = tuple(phrase.split())
        filed.setdefault(parts[0], []).append(parts)
    return {first: tuple(rest) for first, rest in filed.items()}


@lru_cache
def _furniture(tag: str | None) -> frozenset[str]:
    """Return the words of buttons that stand beside bylines: platforms, "share", "print"."""
    return frozenset(fold(p) for p in agencies.table().platforms) | wording.vocabulary("noise", tag)


def _person(text: str, piece: list[Word], tag: str | None) -> Span | None:
    """Return the span of one author in a piece of a byline: a person, an agency or a desk; None for anything else."""
    if not piece:
        return None
    whole = piece[0].start, piece[-1].end
    written = text[slice(*whole)]
    if fold(written) in wording.vocabulary("source", tag) or fold(written) in wording.vocabulary("roles", tag):
        return None
    if (
        fold(written) in wording.vocabulary("desks", tag)
        or fold(written) in publishers()
        or agencies.is_agency(written)
    ):
        return whole
    while piece and piece[-1].folded in wording.vocabulary("roles", tag):
        piece = piece[:-1]
    if piece and agencies.is_agency(text[piece[0].start : piece[-1].end]):
        return piece[0].start, piece[-1].end
    if not piece or piece[0].folded in wording.vocabulary("roles", tag) or len(piece) > _MOST_NAME_WORDS:
        return None
    if all(w.folded in _furniture(tag) for w in piece):
        return None
    if any(w.folded.isdigit() or w.folded in "©@%#" for w in piece):
        return None
    named = sum(len(words(written[a:b])) for a, b, _ in agencies.find(written))
    if named and len(piece) - named < 2:
        return None
    names = [w for w in piece if fold_word(w.folded) not in wording.vocabulary("inside", tag)]
    if not names or any(text[w.start].islower() for w in names) or (len(names) < 2 and not _is_caseless(written)):
        return None
    return piece[0].start, piece[-1].end


def _is_caseless(written: str) -> bool:
    """Return whether a name is in a script without capitals."""
    return all(not c.islower() and not c.isupper() for c in written if c.isalpha())


def says_by(block: Block) -> bool:
    """Return whether a byline says so: its words tell by whom, and not only its place beside a stamp."""
    return any(w.folded in wording.vocabulary("by", block.language) for w in words(block.text))


def by_at(text: str, tag: str | None) -> int | None:
    """Return where the first phrase that says by whom begins, None where none stands.

    >>> by_at("12 May, written by Ann Lee", "en"), by_at("Ann Lee", "en")
    (8, None)
    """
    found = words(text)
    for at, word in enumerate(found):
        for phrase in _phrases("by", tag).get(word.folded, ()):
            if tuple(w.folded for w in found[at : at + len(phrase)]) == phrase:
                return word.start
    return None


def names_a_thing(name: str) -> bool:
    """Return whether a name holds a word of menus and is no known house: "Warranty Info", "Add Your Photos"."""
    if not is_person(name):
        return False
    inside = wording.vocabulary("inside")
    return any(w.folded in wording.generic() and w.folded not in inside for w in words(name) if len(w.folded) > 2)


def is_person(name: str) -> bool:
    """Return whether a name is no agency, house or desk."""
    return not (agencies.is_agency(name) or fold(name) in publishers() or _is_desk(name))


def _is_desk(name: str) -> bool:
    """Return whether a name is that of a desk, or opens with the word for one: "Redaktion Example"."""
    folded = fold(name)
    desks = wording.vocabulary("desks")
    first = folded.partition(" ")[0]
    return folded in desks or (len(first) >= _LEAST_DESK and first in desks)
