"""Who signs a page: the names that it declares, held against the bylines around its headline.

A page bears many names: of other articles' authors, of commenters, of those who checked it. What stands far from the
headline and is declared nowhere signs something else.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from html import unescape
from itertools import pairwise
from typing import Final, NamedTuple

from cleaner.dates import read_dates
from cleaner.document import Block, Document
from cleaner.fields.authorship.bylines import (
    NOBODY,
    NOT_NAMES,
    by_at,
    is_person,
    names_a_thing,
    people_in,
    says_by,
)  # fmt: skip
from cleaner.fields.dating.datemarks import FIRST_PARAGRAPH
from cleaner.fields.known import Known, span_of
from cleaner.fields.sourcing import wording
from cleaner.tables.rows import Span
from cleaner.text import fold, squeeze, words

_ABOVE: Final = 3
_BELOW: Final = 8
"""A byline stands so many blocks above the headline, or below the first paragraph, at most."""
_LONGEST: Final = 160
_MOST_WORDS: Final = 7
_LEAST_DECLARED: Final = 0.5
_POSTS: Final = ("DiscussionForumPosting", "data of the page", "itemprop")
"""Declarations that stand once for each post of a thread: the first is that of who opened it."""
_OFTEN: Final = 3
_SPREAD: Final = 6000
"""Links to authors that stand further apart in the source than this sign several pieces."""
_LINKED: Final = "<a rel=author>"
_CREW: Final = frozenset((
    "caption", "photo_credit", "media_alt_text", "comment", "comment_disclaimer", "related_list_item", "related_link",
    "title", "cookie_banner", "cookie_button", "subscription",
))  # fmt: skip
"""Labels of lines whose names sign something else, or nothing."""


class Signature(NamedTuple):
    """A name with where it stands, how it was found, and how far it is to be trusted."""

    name: str
    span: Span | None
    role: str
    why: str
    confidence: float


def of_page(document: Document, known: Known) -> tuple[list[Signature], list[Signature]]:
    """Return who signs a page, and the other names that were met."""
    declared = _declared(document, known)
    lines = [line for line in _lines(document) if line]
    parts = [set(fold(d.name).split()) for d in declared]
    own: list[Signature] = []
    for line in lines:
        if any(set(fold(s.name).split()) & part for s in line for part in parts):
            own += line
    signed = {w for s in own for w in fold(s.name).split()}
    chosen = own + [d for d, part in zip(declared, parts, strict=True) if not part & signed]
    saying = next((line for line in lines if line[0].role == "byline"), None)
    if not own and saying and not any(_is_full(d.name) for d in declared):
        chosen = list(saying)
    elif not chosen and lines:
        chosen = list(lines[0])
    kept = _once(chosen)
    left = [s for s in (*declared, *(s for line in lines for s in line)) if s not in kept]
    return kept, left


def _once(signatures: Sequence[Signature]) -> list[Signature]:
    """Return each name once, and people alone where there are any."""
    seen: dict[str, Signature] = {}
    for signature in signatures:
        seen.setdefault(fold(signature.name), signature)
    found = list(seen.values())
    people = [s for s in found if is_person(s.name)]
    return people or found


def _is_full(name: str) -> bool:
    return is_person(name) and len(name.split()) > 1


def _declared(document: Document, known: Known) -> list[Signature]:
    """Return the authors that the head, JSON-LD and marked elements declare; those of a thread's first post alone."""
    sites = {fold(h.value) for h in known.hints.get("publisher", ())}
    out: list[Signature] = []
    posts = False
    for hint in known.declared("authors"):
        value = _once_said(squeeze(unescape(hint.value)))
        if hint.confidence < _LEAST_DECLARED or NOT_NAMES.fullmatch(value) or NOBODY.fullmatch(value):
            continue
        of_post = any(kind in hint.why for kind in _POSTS)
        if of_post and posts:
            continue
        posts = posts or of_post
        spans = people_in(value, document.language)
        names = [value[slice(*s)] for s in spans] or [_as_written(value)]
        out += (Signature(n, span_of(hint), hint.role, hint.why, hint.confidence) for n in names if fold(n))
    out = _of_one(document, out)
    others = [s for s in out if fold(s.name) not in sites]
    return others or out


def _of_one(document: Document, declared: list[Signature]) -> list[Signature]:
    """Return the declared names without those of links to the authors of other pieces, as lists of articles have."""
    linked = [s.span for s in declared if s.why == _LINKED and s.span]
    if not linked or max(linked)[0] - min(linked)[0] <= _SPREAD:
        return declared
    first, last = _zone(document)
    start, end = document.blocks[first].start, document.blocks[min(last, len(document.blocks) - 1)].end
    return [s for s in declared if s.why != _LINKED or (s.span and start <= s.span[0] <= end)]


def _once_said(name: str) -> str:
    """Return a name without its repetition, or the initial that stands for the picture of who signs.

    >>> _once_said("Ann Lee Ann Lee"), _once_said("JosephF J"), _once_said("J Joseph F"), _once_said("J. Lee")
    ('Ann Lee', 'JosephF', 'Joseph F', 'J. Lee')
    """
    half = len(name) // 2
    if name[:half] == name[half + 1 :] and name[half : half + 1] == " ":
        return name[:half]
    first, _, rest = name.partition(" ")
    if len(first) == 1 and rest[:1].casefold() == first.casefold():
        return rest
    head, _, last = name.rpartition(" ")
    return head if len(last) == 1 and " " not in head and head[:1].casefold() == last.casefold() else name


_COUNTED: Final = re.compile(r"\s\d[\d.,]*k?\b.*", re.IGNORECASE | re.DOTALL)


def _as_written(value: str) -> str:
    """Return a declared author that is no name of a person: a desk, a house, a user; "" for a text or an address.

    >>> _as_written("user447274 559 2 silver badges"), _as_written("https://a.example/x")
    ('user447274', '')
    """
    name = _COUNTED.sub("", value).strip(" ,;|·-")
    return "" if "//" in name or "@" in name or len(name.split()) > _MOST_WORDS else name


def _lines(document: Document) -> Iterator[list[Signature]]:
    """Yield the names of each byline around the headline, those that say by whom first; else of the first one below."""
    blocks = document.blocks
    first, last = _zone(document)
    near = [b for b in blocks[first : last + 1] if len(b.text) <= _LONGEST and b.label not in _CREW]
    often = Counter(b.text for b in near)
    saying = [b for b in near if says_by(b) and not b.in_text and (b.label == "byline" or _is_signing(b, often))]
    saying += [b for a, b in pairwise(near) if _is_by(a)]
    said = [line for b in saying if (line := _named(b, document.language, True))]
    placed = [_named(b, document.language, False) for b in near if b.label == "byline" and not says_by(b)]
    yield from said
    yield from placed
    if not said and not any(placed):
        below = (b for b in blocks[last + 1 :] if b.label == "byline" and says_by(b) and len(b.text) <= _LONGEST)
        signing = next(below, None)
        if signing is not None:
            named = _named(signing, document.language, True)
            yield [s for s in named if _is_full(s.name) and not names_a_thing(s.name)]


def _zone(document: Document) -> tuple[int, int]:
    """Return the first and the last block around headline and first paragraph."""
    title = document.title_block
    paragraphs = (
        n for n, b in enumerate(document.blocks)
        if b.in_text and len(b.text) >= FIRST_PARAGRAPH and (title is None or n > title)
    )  # fmt: skip
    opening = next(paragraphs, title if title is not None else 0)
    start = title if title is not None and title < opening else opening
    return max(0, start - _ABOVE), opening + _BELOW


def _is_signing(block: Block, often: Mapping[str, int]) -> bool:
    """Return whether a line that nobody took for a byline begins by saying by whom, a date aside, as no heading does:
    "Shoes by size", "A step by step guide"; a line that stands again and again says it of others."""
    text, tag = block.text, block.language
    at = by_at(text, tag)
    if at is None or often[text] >= _OFTEN:
        return False
    dates = [r.span for r in read_dates(text[:at], tag)]
    before = (w for w in words(text[:at]) if not any(a <= w.start and w.end <= b for a, b in dates))
    return all(w.folded.isdigit() or w.folded in _beside(tag) for w in before)


@lru_cache
def _beside(tag: str | None) -> frozenset[str]:
    """Return the words that stand before "by" in a byline."""
    kinds = ("by", "noise", "roles")
    return frozenset(w for kind in kinds for phrase in wording.vocabulary(kind, tag) for w in phrase.split())


def _is_by(block: Block) -> bool:
    """Return whether a line says nothing but "by"."""
    said = fold(block.text)
    language = block.language
    return said in wording.vocabulary("by", language) and said not in wording.vocabulary("inside")


def _named(block: Block, language: str, saying: bool) -> list[Signature]:
    """Return the names of a byline; of one that does not say by whom, none that a menu could hold."""
    text = block.text
    spans = people_in(text, block.language or language)
    if not saying:
        spans = [s for s in spans if not names_a_thing(text[slice(*s)])]
    elif block.label != "byline":
        spans = [s for s in spans if "|" not in text[spans[0][1] : s[0]]]  # behind it stand sections and dates
    if not spans and saying:
        spans = [s for s in (_after_by(block),) if s]
    why = f"named in a block labelled {block.label}" if block.label else "named in a line of the head"
    role, sure = ("byline", 0.95) if saying else ("placed", 0.8)
    return [Signature(squeeze(text[slice(*s)]), block.source_span(*s), role, why, sure) for s in spans]


def _after_by(block: Block) -> Span | None:
    """Return the one word behind "by" that is all the rest of a short line: a first name, a house, a user."""
    found = words(block.text)
    by = wording.vocabulary("by", block.language) - wording.vocabulary("inside")
    if 2 <= len(found) <= 3 and " ".join(w.folded for w in found[:-1]) in by:
        return found[-1].start, found[-1].end
    return None
