"""Who made the pictures of an article, as their credits say. A maker of pictures is no source of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from cleaner import agencies
from cleaner.document import Block, Document
from cleaner.fields.found import Found, Note
from cleaner.fields.known import candidate
from cleaner.fields.sourcing import wording
from cleaner.mentions import gender
from cleaner.tables.rows import Span
from cleaner.text import WORD, fold, fold_word, words

CONFIDENCE: Final = {"photo_credit": 0.95, "caption": 0.8, "media_alt_text": 0.8}
"""Labels of text beside pictures, and how surely what they name made one."""
_SAID: Final = 0.75
_MOST_WORDS: Final = 8
_LONGEST: Final = 2_000
_LONGEST_LINE: Final = 100
_CREDITS: Final = frozenset(("agency_credit", "byline"))
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_SPLITS: Final = "/|,;•·"


def find(document: Document, text_agencies: Sequence[str]) -> Found[tuple[str, ...]]:
    """Return who is credited with the pictures, as written; a picture agency is never a source of the text."""
    found: Found[tuple[str, ...]] = Found(())
    names: dict[str, None] = {}
    for number, block in enumerate(document.blocks):
        if len(block.text) > _LONGEST or not is_picture(document, number):
            continue
        sure = CONFIDENCE.get(block.label or "", _SAID)
        for start, end in _makers(block):
            name = block.text[start:end]
            new = fold(name) not in {fold(n) for n in names}
            if new:
                names[name] = None
            span, why = block.source_span(start, end), f"credited in a block labelled {block.label}"
            found.evidence.append(candidate("photo_sources", name, "picture", span, why, sure, new))
            canonical = agencies.is_agency(name)
            if new and canonical and canonical not in text_agencies:
                why = f"{name!r} is credited with a picture, not with the text"
                found.notes.append(Note("photo_source_not_text_source", why, span))
    found.value = tuple(names)
    found.status = "found" if names else "absent"
    return found


def is_picture(document: Document, number: int) -> bool:
    """Return whether a block says who made a picture: by its label, its first word, or as the end of a caption."""
    block = document.blocks[number]
    if block.label in CONFIDENCE:
        return True
    if block.label not in _CREDITS and not block.in_text:
        return False
    return is_picture_line(block.text) or (block.label in _CREDITS and _ends_caption(document, number))


def is_picture_line(text: str) -> bool:
    """Return whether a short line begins with a word for pictures: "Photo: AFP", "Video: Reuters", never "Source: AFP".

    >>> [is_picture_line(x) for x in ("Foto: AFP", "(Foto Ansa)", "Source: AFP", "Video of the storm ran")]
    [True, True, False, False]
    >>> [is_picture_line(x) for x in ("Video Production Tips", "Photo Anna Berg", "Credit Monitoring")]
    [False, True, False]
    """
    first = WORD.search(text) if len(text) <= _LONGEST_LINE else None
    if first is None or fold_word(first[0]) not in _pictured():
        return False
    found = words(text)
    if len(found) > _MOST_WORDS:
        return False
    behind = text[found[0].end : found[0].end + 3].lstrip()[:1]
    if behind in (":", "/", "©", "|"):
        return True
    named = all(not text[w.start].islower() or w.folded in _small() for w in found[1:])
    # "Video Production Tips" names nobody
    return named and (_is_maker(text[found[0].end :]) or any(w.folded in wording.vocabulary("by") for w in found[1:]))


def _is_maker(text: str) -> bool:
    """Return whether a text names an agency or a person with a known given name."""
    return any(True for _ in agencies.find(text)) or bool(gender(text.strip(" ()[]")))


def _ends_caption(document: Document, number: int) -> bool:
    """Return whether a credit stands in one element with the caption before it."""
    block, before = document.blocks[number], document.blocks[number - 1] if number else None
    return before is not None and before.label in CONFIDENCE and 0 <= block.parent == before.parent


@lru_cache
def _pictured() -> frozenset[str]:
    """Return the words that say that a picture is meant: those of credits that are no words for a source."""
    return wording.vocabulary("credit") - wording.vocabulary("source") - wording.vocabulary("by") - {"©"}


@lru_cache
def _companies() -> frozenset[str]:
    """Return the letters that stand behind the name of a company, and are none."""
    return frozenset(fold(form) for form in agencies.table().legal_forms)


@lru_cache
def _small() -> frozenset[str]:
    kinds = ("credit", "by", "inside", "joins")
    return frozenset(w for kind in kinds for phrase in wording.vocabulary(kind) for w in phrase.split())


def _makers(block: Block) -> Iterator[Span]:
    """Yield the names in a credit; of a caption only agencies, for its other names are of those shown."""
    text = block.text
    if block.label in ("caption", "media_alt_text") or len(words(text)) > 3 * _MOST_WORDS:
        for a, b, _ in agencies.find(text):
            yield a, b
        return
    if not _is_credit(block):
        return
    start = 0
    for n in range(len(text) + 1):
        if n == len(text) or text[n] in _SPLITS or text[n] in "©()[]:":
            span = _bare(text, start, n)
            if span is not None:
                yield span
            start = n + 1


def _is_credit(block: Block) -> bool:
    """Return whether a credit is one of a picture: no line of the site's rights, which has a year, and of lines that
    only their place tells, one that names an agency or looks like a credit."""
    text = block.text
    if any(True for _ in agencies.find(text)):
        return True
    if text.startswith("©") and _YEAR.search(text):
        return False
    if block.rule != "und/marked-place":
        return True
    first = WORD.search(text)
    told = first is not None and fold_word(first[0]) in _pictured()
    return told or "©" in text or "/" in text or bool(gender(text))


def _bare(text: str, start: int, end: int) -> Span | None:
    """Return the span of a name in [start, end) without the words of credits around it; None if nothing is left."""
    found = [w._replace(start=w.start + start, end=w.end + start) for w in words(text[start:end])]
    credit = wording.vocabulary("credit")
    for size in (3, 2):  # "courtesy of", "image courtesy of"
        if " ".join(w.folded for w in found[:size]) in credit or (
            size == 3 and found[:1] and found[0].folded in credit
            and " ".join(w.folded for w in found[1:size]) in credit
        ):
            found = found[size:]
    while found and (found[0].folded in credit or found[0].folded.isdigit() or found[0].folded in "©@"):
        if text[found[0].end : found[0].end + 1] == "-" and len(found) > 1:
            break
        found.pop(0)
    while found and found[-1].folded.isdigit():
        found.pop()
    # "AP Photo" is AP, but "Getty Images" is a name
    while len(found) > 1 and found[-1].folded in credit and agencies.is_agency(text[found[0].start : found[-2].end]):
        found.pop()
    if not found or len(found) > _MOST_WORDS:
        return None
    if len(found) == 1 and found[0].folded in _companies() | wording.vocabulary("roles"):
        return None  # "Example, Inc.", "Photographer"
    span = found[0].start, found[-1].end
    if not any(c.isalpha() for c in text[slice(*span)]):
        return None
    return None if fold(text[slice(*span)]) in credit or span[1] - span[0] < 2 else span
