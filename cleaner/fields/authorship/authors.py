"""Who wrote the article: people, an agency or a desk, from byline or head; roles, places, addresses cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from cleaner import agencies
from cleaner.config import Config
from cleaner.document import Block, Document
from cleaner.fields.authorship import signatures, unspaced
from cleaner.fields.authorship.bylines import MOST_AUTHORS, NOT_NAMES, is_person, names_a_thing, people_in, says_by
from cleaner.fields.authorship.signatures import Signature
from cleaner.fields.found import Found, Note
from cleaner.fields.known import Known, candidate, span_of
from cleaner.fields.sourcing import wording
from cleaner.fields.sourcing.houses import publishers
from cleaner.tables.rows import Span
from cleaner.text import fold, squeeze, words

Person = tuple[str, Span | None]
_BYLINE: Final = 0.97
_LONGEST: Final = 400
_SHORT: Final = 120
_BY: Final = 24
_NO_NAMES: Final = ("und/author-box", "und/desk-initials")
_NOT_BY: Final = frozenset(("comment", "caption", "photo_credit", "media_alt_text"))
_OF_OTHERS: Final = frozenset(("byline", "dateline", "photo_credit", "caption", "comment", "agency_credit"))
_HEAD: Final = 12
_HEAD_LINES: Final = frozenset(("tags", "nav", "share", "published_date", "updated_date", "reading_time", "kicker"))
"""Labels of lines of the head in which a byline may hide."""
_LEAST_DECLARED: Final = 0.5


def find(document: Document, config: Config, known: Known, agencies_named: Sequence[str]) -> Found[tuple[str, ...]]:
    """Return the authors as written, each with its evidence; an agency or a desk counts as an organisation."""
    found: Found[tuple[str, ...]] = Found(())
    given = known.given("authors")
    if given is not None:
        _take(found, [(part.strip(), None) for part in re.split(r"[;\n|]", given.value)], "given", given.why, 1.0)
    if document.format == "html":
        _signed(found, *signatures.of_page(document, known))
        _note(found)
        return found
    for block in document.blocks:
        if block.label == "byline" and block.rule not in _NO_NAMES and len(block.text) <= _LONGEST:
            spans = people_in(block.text, block.language)
            if not says_by(block):
                spans = [s for s in spans if not names_a_thing(block.text[slice(*s)])]
            spans = spans[:1] + [s for s in spans[1:] if not _is_own_house(document, block.text[slice(*s)])]
            people: list[Person] = [(block.text[slice(*s)], block.source_span(*s)) for s in spans]
            _take(found, people, "byline", "named in a block labelled byline", min(_BYLINE, max(block.confidence, 0.8)))
    if not found.value:
        _unlabelled(document, found)
    if not found.value:
        _below_by(document, found)
    if not any(is_person(name) for name in found.value):
        _reporters(document, found)
    sites = {fold(h.value) for h in known.hints.get("publisher", ())}
    for hint in known.declared("authors"):
        if hint.confidence < _LEAST_DECLARED or NOT_NAMES.fullmatch(hint.value.strip()) or fold(hint.value) in sites:
            continue
        span = span_of(hint)
        people = [(hint.value[slice(*s)], span) for s in people_in(hint.value, document.language)]
        _take(found, people, hint.role, hint.why, hint.confidence)
    _note(found)
    return found


def _is_own_house(document: Document, name: str) -> bool:
    """Return whether the furniture of a page speaks of a name: behind a person's it says whose page this is."""
    said = f" {fold(name)} "
    blocks = (b for b in document.blocks if not b.in_text and b.label not in _OF_OTHERS and len(b.text) <= _LONGEST)
    return any(said in f" {fold(b.text)} " for b in blocks)


def _signed(found: Found[tuple[str, ...]], signing: Sequence[Signature], others: Sequence[Signature]) -> None:
    """Take who signs a page, unless the user gave its authors; the other names are candidates."""
    taken = bool(found.value)
    for signature, chosen in (*((s, not taken) for s in signing), *((s, False) for s in others)):
        name, span, role, why, confidence = signature
        if chosen:
            found.value = (*found.value, name)
            found.status = "found"
        found.evidence.append(candidate("authors", name, role, span, why, confidence, chosen))


def _reporters(document: Document, found: Found[tuple[str, ...]]) -> None:
    """Look into credits for people: "(Reporting by John Smith; Editing by Jane Doe)"."""
    for number, block in enumerate(document.blocks):
        dated = block.label == "dateline" and unspaced.says_by(block.text, block.language)
        if block.label == "agency_credit" and _is_of_picture(document, number):
            continue
        if (block.label == "agency_credit" or dated) and len(block.text) <= _LONGEST:
            spans = [s for s in people_in(block.text, block.language) if _is_full(block.text[slice(*s)])]
            people = [
                (block.text[slice(*s)], block.source_span(*s))
                for s in spans
                if fold(block.text[slice(*s)]) not in publishers()
                and not _is_own_house(document, block.text[slice(*s)])
            ]
            _take(found, people, "credit", "named in a block labelled agency_credit", 0.8)


def _is_of_picture(document: Document, number: int) -> bool:
    """Return whether a credit stands above the text, on the line below a picture or its caption."""
    beside = document.blocks[max(0, number - 2) : number]
    above = not any(b.in_text and b.label == "body" for b in document.blocks[:number])
    return above and any(b.label in ("media_alt_text", "caption") for b in beside)


def _is_full(name: str) -> bool:
    """Return whether a name is of several words, as people's are, or in a script that parts none; and no agency's."""
    return (len(words(name)) > 1 or unspaced.is_unspaced(name)) and not agencies.is_agency(name)


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
                by += ["by"] if unspaced.says_by(line, block.language) else []
            small = not block.in_text and all(phrase in wording.vocabulary("inside") for phrase in by)
            spans = [(start + a, start + b) for a, b in people_in(line, block.language)]
            if small and block.label in ("published_date", "updated_date"):
                spans = [s for s in spans if _behind_by(block, s) and is_person(block.text[slice(*s)])]
            elif small:
                continue
            if not by:
                continue
            people = [(block.text[slice(*s)], block.source_span(*s)) for s in spans]
            _take(found, people, "byline", "a line of the head that begins like a byline", 0.75)
            if found.value:
                return


def _behind_by(block: Block, span: Span) -> bool:
    """Return whether a name of several words stands right behind a small word for who wrote: "… da Ann Lee"."""
    before = words(block.text[: span[0]])[-1:]
    by = bool(before) and before[0].folded in wording.vocabulary("by", block.language)
    return by and block.text[before[0].end : span[0]] == " " and _is_full(block.text[slice(*span)])


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


def _take(found: Found[tuple[str, ...]], people: Sequence[Person], role: str, why: str, confidence: float) -> None:
    """Add people as candidates; they are chosen unless a stronger voice has named somebody already."""
    rivals = {row.role for row in found.evidence if row.chosen and (role != "credit" or is_person(row.value))} - {role}
    for written, span in people[:MOST_AUTHORS]:
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
