"""Who wrote the article: people, an agency or a desk, from byline or head; roles, places, addresses cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from cleaner import agencies
from cleaner.config import Config
from cleaner.dates import read_dates
from cleaner.document import Block, Document
from cleaner.fields import wording
from cleaner.fields.found import Found, Note
from cleaner.fields.houses import publishers
from cleaner.fields.known import Known, candidate, span_of
from cleaner.tables import Span
from cleaner.text import Word, fold, fold_word, squeeze, words

Person = tuple[str, Span | None]
_BYLINE: Final = 0.97
_LONGEST: Final = 400
_SHORT: Final = 120
_BY: Final = 24
_NOT_BY: Final = frozenset(("comment", "caption", "photo_credit", "media_alt_text"))
_HEAD: Final = 12
_HEAD_LINES: Final = frozenset(("tags", "nav", "share", "published_date", "updated_date", "reading_time", "kicker"))
"""Labels of lines of the head in which a byline may hide."""
_MOST_AUTHORS: Final = 20
_MOST_NAME_WORDS: Final = 6
_LEAST_DECLARED: Final = 0.5
_BREAKS: Final = frozenset(",;|•·/\\&+()[]–—\n:")
_NOT_NAMES: Final = re.compile(
    r"\S*@\S*|(?:https?://|www\.)\S+|\S+\.(?:com|org|net|fr|ru|de|uk|info)\b\S*", re.IGNORECASE
)


def find(document: Document, config: Config, known: Known, agencies_named: Sequence[str]) -> Found[tuple[str, ...]]:
    """Return the authors as written, each with its evidence; an agency or a desk counts as an organisation."""
    found: Found[tuple[str, ...]] = Found(())
    given = known.given("authors")
    if given is not None:
        _take(found, [(part.strip(), None) for part in re.split(r"[;\n|]", given.value)], "given", given.why, 1.0)
    for block in document.blocks:
        if block.label == "byline" and len(block.text) <= _LONGEST:
            spans = people_in(block.text, block.language)
            if not _says_by(block):
                spans = [s for s in spans if not _names_a_thing(block.text[slice(*s)])]
            people: list[Person] = [(block.text[slice(*s)], block.source_span(*s)) for s in spans]
            _take(found, people, "byline", "named in a block labelled byline", min(_BYLINE, max(block.confidence, 0.8)))
    if not found.value:
        _unlabelled(document, found)
    if not found.value:
        _below_by(document, found)
    if not any(_is_person(name) for name in found.value):
        _reporters(document, found)
    sites = {fold(h.value) for h in known.hints.get("publisher", ())}
    for hint in known.declared("authors"):
        if hint.confidence < _LEAST_DECLARED or _NOT_NAMES.fullmatch(hint.value.strip()) or fold(hint.value) in sites:
            continue
        span = span_of(hint)
        people = [(hint.value[slice(*s)], span) for s in people_in(hint.value, document.language)]
        _take(found, people, hint.role, hint.why, hint.confidence)
    _note(found)
    return found


def _says_by(block: Block) -> bool:
    """Return whether a byline says so: its words tell by whom, and not only its place beside a stamp."""
    return any(w.folded in wording.vocabulary("by", block.language) for w in words(block.text))


def _names_a_thing(name: str) -> bool:
    """Return whether a name holds a word of menus and is no known house: "Warranty Info", "Add Your Photos"."""
    if agencies.is_agency(name) or fold(name) in publishers() or fold(name) in wording.vocabulary("desks"):
        return False
    inside = wording.vocabulary("inside")
    return any(w.folded in wording.generic() and w.folded not in inside for w in words(name) if len(w.folded) > 2)


def _reporters(document: Document, found: Found[tuple[str, ...]]) -> None:
    """Look into credits for people: "(Reporting by John Smith; Editing by Jane Doe)"."""
    for block in document.blocks:
        if block.label == "agency_credit" and len(block.text) <= _LONGEST:
            spans = [s for s in people_in(block.text, block.language) if not agencies.is_agency(block.text[slice(*s)])]
            people = [
                (block.text[slice(*s)], block.source_span(*s))
                for s in spans
                if fold(block.text[slice(*s)]) not in publishers()
            ]
            _take(found, people, "credit", "named in a block labelled agency_credit", 0.8)


def _unlabelled(document: Document, found: Found[tuple[str, ...]]) -> None:
    """Look for a byline that nobody named one: a line of the head that begins with "by" and is all names."""
    for block in document.blocks[:_HEAD]:
        if not (block.in_text or block.label in _HEAD_LINES) or len(block.text) > _LONGEST:
            continue
        for start, line in _lines(block.text):
            if len(line) > _SHORT or (block.in_text and line.rstrip().endswith((".", "!", "?"))):
                continue
            opened = words(line)[:3]
            begun = [" ".join(w.folded for w in opened[:n]) for n in (1, 2, 3)]
            by = [phrase for phrase in begun if phrase in wording.vocabulary("by", block.language)]
            if block.label in ("published_date", "updated_date") and not by:
                by = [w.folded for w in words(line) if w.folded in wording.vocabulary("by", block.language)]
            if not by or (not block.in_text and all(phrase in wording.vocabulary("inside") for phrase in by)):
                continue
            spans = [(start + a, start + b) for a, b in people_in(line, block.language)]
            people = [(block.text[slice(*s)], block.source_span(*s)) for s in spans]
            _take(found, people, "byline", "a line of the head that begins like a byline", 0.75)
            if found.value:
                return


def _below_by(document: Document, found: Found[tuple[str, ...]]) -> None:
    """Look for a name on the line after one that says nothing but "by"; above the text, or right below the title."""
    for by, named in zip(document.blocks, document.blocks[1:], strict=False):
        if by.in_text and len(by.text) > _SHORT:
            return
        if len(by.text) > _BY or len(named.text) > _SHORT or by.label in _NOT_BY:
            continue
        said = fold(by.text)
        if said in wording.vocabulary("by", by.language) and said not in wording.vocabulary("inside"):
            people = [
                (named.text[slice(*s)], named.source_span(*s)) for s in people_in(named.text, named.language)
            ]
            _take(found, people, "byline", "a line after one that says by whom", 0.8)
            if found.value:
                return


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in text.split("\n"):
        yield at, line
        at += len(line) + 1


def _is_person(name: str) -> bool:
    return not (agencies.is_agency(name) or fold(name) in publishers() or fold(name) in wording.vocabulary("desks"))


def _take(found: Found[tuple[str, ...]], people: Sequence[Person], role: str, why: str, confidence: float) -> None:
    """Add people as candidates; they are chosen unless a stronger voice has named somebody already."""
    rivals = {row.role for row in found.evidence if row.chosen and (role != "credit" or _is_person(row.value))} - {role}
    for written, span in people[:_MOST_AUTHORS]:
        name = squeeze(written)
        if not fold(name):
            continue
        chosen = not rivals and all(fold(name) != fold(other) for other in found.value)
        if chosen:
            found.value = (*found.value, name)
            found.status = "given" if role == "given" else "found"
        found.evidence.append(candidate("authors", name, role, span, why, confidence, chosen))


def _note(found: Found[tuple[str, ...]]) -> None:
    if not found.value:
        found.notes.append(Note("missing_author", "no byline"))
    elif all(agencies.is_agency(name) for name in found.value):
        row = next(row for row in found.evidence if row.chosen)
        why = f"the byline names {found.value[0]}, an agency and not a person"
        found.notes.append(Note("author_is_agency", why, span_of(row)))


# --- bylines ---------------------------------------------------------------------------------------------------------


def people_in(text: str, tag: str | None = None) -> list[Span]:
    """Return the spans of the authors that a byline names.

    >>> line = "By John Smith and Ana Díaz in Paris, Foreign Editor (j.smith@paper.example)"
    >>> [line[a:b] for a, b in people_in(line)]
    ['John Smith', 'Ana Díaz']
    >>> [x[a:b] for x in ["Par La rédaction avec AFP", "By AFP"] for a, b in people_in(x)]
    ['La rédaction', 'AFP']
    """
    hidden = [m.span() for m in _NOT_NAMES.finditer(text)] + [r.span for r in read_dates(text, tag)]
    out: list[Span] = []
    for piece, beside in _pieces(text, hidden, tag):
        span = _person(text, piece, tag)
        if span is None or len(out) >= _MOST_AUTHORS:
            continue
        name = text[slice(*span)]
        if out and (fold(name) in publishers() or (beside and agencies.is_agency(name))):
            continue
        out.append(span)
    people = [s for s in out if not agencies.is_agency(text[slice(*s)]) and fold(text[slice(*s)]) not in publishers()]
    # beside a person, an agency or a paper says for whom: "LE MONDE | Par Jean Dupont"
    return people or out


def _pieces(text: str, hidden: Sequence[Span], tag: str | None) -> Iterator[tuple[list[Word], bool]]:
    """Yield the words of a byline in pieces, cut at marks, "and", places and dates; and whether "with" precedes."""
    piece: list[Word] = []
    beside = False
    found = words(text)
    cut = False
    at = 0
    while at < len(found):
        word = found[at]
        hit = any(a < word.end and word.start < b for a, b in hidden)
        gap = text[found[at - 1].end : word.start] if at else text[: word.start]
        stop = ". " in gap and piece and len(piece[-1].folded) > 2
        if stop or any(c in _BREAKS or (c == "-" and len(gap) > 1) for c in gap):
            yield piece, beside
            piece, cut = [], False
        length, kind = (1, "hidden") if hit else _cutting(found, at, text, bool(piece), tag)
        if kind:
            yield piece, beside
            piece, beside = [], kind == "beside" or (beside and kind == "joins")
            cut = kind in ("places", "noise")
            at += length
            continue
        if not cut:
            piece.append(word)
        at += 1
    yield piece, beside


_CUTTING: Final = ("by", "beside", "joins", "places", "noise")


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
    unspaced = all(not c.islower() and not c.isupper() for c in written if c.isalpha())
    if not names or any(text[w.start].islower() for w in names) or (len(names) < 2 and not unspaced):
        return None
    return piece[0].start, piece[-1].end
