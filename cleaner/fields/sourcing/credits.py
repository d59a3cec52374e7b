"""News agencies that a text came from or through. Who made its pictures is another question."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from cleaner import agencies
from cleaner.document import Block, Document
from cleaner.fields.dating.datemarks import FIRST_PARAGRAPH
from cleaner.fields.found import Found
from cleaner.fields.known import Known, candidate, span_of
from cleaner.fields.sourcing import pictures, wording
from cleaner.tables.rows import Span
from cleaner.text import Word, fold, spell_kept, words

_CREDITS: Final = {"byline": 0.98, "agency_credit": 0.97, "dateline": 0.97, "date_prefix": 0.8, "published_date": 0.85}
_FOOTER: Final = 0.8
_SIGNATURE: Final = 0.93
_OPENING: Final = 0.95
_LINE: Final = 0.9
_CITED: Final = 0.6
_DECLARED: Final = 0.85
_UNSIGNED: Final = frozenset(
    (*pictures.CONFIDENCE, "comment", "comment_disclaimer", "cookie_banner", "cookie_button", "markup")
)
"""Labels of text below an article that never signs it."""
_MOST_SIGNATURE_WORDS: Final = 8
_REACH: Final = 90
_STAND_IN: Final = "Xx"
_BELOW: Final = 3
_INITIALS: Final = 4
_HOUSE: Final = 12
_BESIDE: Final = "/(,"
_MOST_LINE_WORDS: Final = 12
_LAST: Final = 4
_LOOSE: Final = 16
_LONGEST: Final = 400
_RIGHTS: Final = "©"
_STOPS: Final = (". ", ".\u00a0", "! ", "? ", ".” ", ".» ", '." ')


@dataclass(slots=True)
class Credit:
    """An agency named as source, and where."""

    name: str
    why: str
    confidence: float
    span: Span | None
    role: str = "text"


def find_agencies(document: Document, known: Known) -> Found[tuple[str, ...]]:
    """Return the agencies named as source of the text or as the channel it came through, the surest first."""
    found: Found[tuple[str, ...]] = Found(())
    seen = [*_known(known), *_credited(document), *_signed(document), *_signed_below(document), *_cited(document)]
    best: dict[str, Credit] = {}
    for credit in seen:
        if credit.name not in best or credit.confidence > best[credit.name].confidence:
            best[credit.name] = credit
    found.value = tuple(sorted(best, key=lambda name: -best[name].confidence))
    if best:
        found.status = "given" if any(c.role == "given" for c in best.values()) else "found"
    for credit in seen:
        chosen = best[credit.name] is credit
        found.evidence.append(
            candidate("agencies", credit.name, credit.role, credit.span, credit.why, credit.confidence, chosen)
        )
    return found


def _known(known: Known) -> Iterator[Credit]:
    given = known.given("agencies")
    if given is not None:
        for part in given.value.split(";"):
            if part.strip():
                yield Credit(agencies.is_agency(part) or part.strip(), given.why, 1.0, None, "given")
    for hint in known.declared("authors"):
        if name := agencies.is_agency(hint.value):
            yield Credit(name, hint.why, _DECLARED, span_of(hint))


def _credited(document: Document) -> Iterator[Credit]:
    """Yield the agencies of bylines, credits, datelines and copyright lines, and of a dateline still in the lead."""
    opened = False
    for number, block in enumerate(document.blocks):
        credit = block.label in _CREDITS
        if not (credit or block.label == "footer" or (block.in_text and not opened) or _RIGHTS in block.text[:2]):
            continue
        if pictures.is_picture(document, number):
            continue
        if credit and len(block.text) <= _LONGEST:
            yield from _in(block, 0, len(block.text), f"named in a block labelled {block.label}", _CREDITS[block.label])
        elif _claims_rights(block):
            for named in wording.names(block.text, "copyright"):
                yield from _in(block, *named.span, "named in a copyright line", _FOOTER)
        elif block.in_text and not opened:
            opened = len(block.text) >= FIRST_PARAGRAPH
            if end := agencies.opening(block.text):
                yield from _in(block, 0, end, "named in the dateline", _OPENING)
            elif is_credit_line(block.text) or _is_signature(block.text):
                yield from _in(block, 0, len(block.text), "named in a line of credit", _LINE)


def _claims_rights(block: Block) -> bool:
    """Return whether a block is a copyright line, and not that of a picture."""
    if block.label in pictures.CONFIDENCE or len(block.text) > _LONGEST:
        return False
    return block.label == "footer" or _RIGHTS in block.text[:2]


def _in(block: Block, start: int, end: int, why: str, confidence: float) -> Iterator[Credit]:
    for a, b, name in agencies.find(block.text[start:end], weak=True):
        if block.label == "byline" and _is_given_name(block.text, start + a, start + b):
            continue
        yield Credit(name, why, confidence, block.source_span(start + a, start + b))


def _is_given_name(text: str, start: int, end: int) -> bool:
    """Return whether a word that is an agency in a credit alone begins a person's name: "Petra" of "Petra Jansson"."""
    written, behind = text[start:end], text[end : end + 2]
    name = written.isalpha() and not written.isupper() and behind[:1] == " " and behind[1:].isupper()
    return name and written in _weak_words()


@lru_cache
def _weak_words() -> frozenset[str]:
    return frozenset(form for forms in agencies.table().weak.values() for form in forms)


def is_credit_line(text: str) -> bool:
    """Return whether a short line only credits: agencies, names, and the words of credits between them.

    >>> is_credit_line("Texte par : FRANCE 24 avec AFP"), is_credit_line("AFP says its reporter is safe")
    (True, False)
    """
    if len(text) > _LONGEST // 4 or not agencies.find(text, weak=True) or pictures.is_picture_line(text):
        return False
    found = words(text)
    if len(found) > _MOST_LINE_WORDS:
        return False
    spoken = [w for w in found if w.folded in _joining()]
    rest = [w for w in found if w.folded not in _joining()]
    return bool(spoken) and all(_is_named(text, w) for w in rest)


def _is_named(text: str, word: Word) -> bool:
    """Return whether a word may be of a name: capitalised, an agency ("dpa"), the end of a host ("ntv.de")."""
    written = text[word.start : word.end]
    return not written[0].islower() or text[word.start - 1 : word.start] == "." or bool(agencies.is_agency(written))


def _signed(document: Document) -> Iterator[Credit]:
    """Yield the agencies that sign the text: "(AFP)", "AFP/Reuters", "– with dpa" at the end of its last paragraphs."""
    last = [block for block in document.blocks if block.in_text and block.text][-_LAST:]
    for number, block in enumerate(last):
        start = 0 if is_credit_line(block.text) else _signature(block.text)
        # before the last paragraphs only a line of its own signs, or a bracket; what is said there may be quoted
        if start is None or (start and number < len(last) - 2):
            continue
        if not pictures.is_picture_line(block.text[start:].strip(" ()[]")):
            yield from _in(block, start, len(block.text), "signs the text", _SIGNATURE)


def _signed_below(document: Document) -> Iterator[Credit]:
    """Yield the agencies of a signature right below the text, whatever it was taken for: "rs/kms (AP, dpa)"."""
    last = max((number for number, block in enumerate(document.blocks) if block.in_text), default=len(document.blocks))
    for block in document.blocks[last + 1 : last + 1 + _BELOW]:
        if block.label in _UNSIGNED or block.label in _CREDITS or len(block.text) > _LONGEST // 4:
            continue
        if (_is_signature(block.text) or _sources(block.text)) and not pictures.is_picture_line(block.text):
            yield from _in(block, 0, len(block.text), f"signs the text in a block labelled {block.label}", _SIGNATURE)


def _sources(text: str) -> bool:
    """Return whether a line begins with a word for a source and is a credit: "Quelle: ntv.de, ino/dpa"."""
    found = words(text)
    return bool(found) and found[0].folded in wording.vocabulary("source") and is_credit_line(text)


def _is_signature(text: str) -> bool:
    """Return whether a line holds nothing but agencies, words of credits, and initials beside a stroke or a bracket.

    >>> [_is_signature(x) for x in ("rs/kms (AP, dpa)", "Da AFP", "dpa/AFP", "AFP Fact Check", "Mehr")]
    [True, True, True, False, False]
    """
    if len(text) > _LONGEST // 4:
        return False
    hits = agencies.find(text, weak=True)
    found = words(text) if hits else []
    if not hits or len(found) > 2 * _MOST_SIGNATURE_WORDS:
        return False
    joined = False
    for word in found:
        if any(a <= word.start < b for a, b, _ in hits) or word.folded in "©@":
            continue
        if word.folded in _joining():
            joined = True
            continue
        beside = text[max(0, word.start - 1) : word.start] + text[word.end : word.end + 2].strip()[:1]
        if word.end - word.start > (_INITIALS if text[word.start].islower() else _HOUSE) or not any(
            mark in beside for mark in _BESIDE
        ):
            return False
    # a word that is an agency only in a credit ("Mehr", "Petra") needs a sign that this is one
    return joined or bool(agencies.find(text)) or any(mark in text for mark in _BESIDE)


@lru_cache
def _agency_words() -> frozenset[str]:
    return frozenset(w for phrase in wording.vocabulary("agency") for w in phrase.split())


@lru_cache
def _joining() -> frozenset[str]:
    """Return the words that stand between names in credits: "by", "with", "and", "agencies"."""
    kinds = ("by", "beside", "joins", "source", "desks", "agency", "credit")
    return frozenset(w for kind in kinds for phrase in wording.vocabulary(kind) for w in phrase.split())


def _signature(text: str) -> int | None:
    """Return where a signature begins at the end of a paragraph, or that of the whole of a very short one."""
    bare = text.rstrip(" .\u00a0*_")
    if len(bare) <= _LONGEST // 4 and len(words(bare)) <= _MOST_SIGNATURE_WORDS:
        hits = agencies.find(bare, weak=True)
        loose = len(words(bare)) - sum(len(words(bare[a:b])) for a, b, _ in hits)
        if hits and loose <= 2:
            return 0
    if bare.endswith(")"):
        start = bare.rfind("(", max(0, len(bare) - _LONGEST // 4))
        if start > 0 and len(words(bare[start:])) <= _MOST_SIGNATURE_WORDS:
            return start
    sentence = max(bare.rfind(mark, max(0, len(bare) - 40)) for mark in _STOPS)
    if sentence > 0:
        tail = bare[sentence + 1 :]
        hits = agencies.find(tail, weak=True)
        covered = sum(b - a for a, b, _ in hits)
        if hits and covered >= len(tail.strip(" .”»-–—/,()")) - 4:
            return sentence + 1
    return None


def _cited(document: Document) -> Iterator[Credit]:
    """Yield the agencies that sentences name as the channel: "quoted by AFP", "told Reuters"."""
    for block in document.blocks:
        if not block.in_text:
            continue
        text = block.text
        sure = hits = agencies.find(text)
        if not _agency_words().isdisjoint(spell_kept(text).folded):
            hits = agencies.find(text, weak=True)
        for a, b, name in hits:
            start = max(0, a - _REACH)
            # the agency as the one capitalised word, so that "dpa" fills a slot and the name beside "to AFP" does not
            around = text[start:a].lower() + _STAND_IN + text[b : b + _REACH].lower()
            first = len(text[start:a].lower())
            last = first + len(_STAND_IN)
            for named in wording.names(around, "cited"):
                if named.span[0] <= first and last <= named.span[1] and named.span[1] - named.span[0] <= _LOOSE:
                    # initials of other things too ("AA", "PA") need a word for an agency beside them
                    if (a, b, name) not in sure and _agency_words().isdisjoint(
                        fold(around[slice(*named.whole)]).split()
                    ):
                        continue
                    left, right = named.whole[0] + start, named.whole[1] + start + (b - a) - len(_STAND_IN)
                    why = f"{text[left:right]!r:.80} in the text"
                    yield Credit(name, why, _CITED, block.source_span(a, b), "quoted_via")
                    break
