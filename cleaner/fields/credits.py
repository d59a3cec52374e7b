"""News agencies that a text came from or through, and who made its pictures: two different things, kept apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from cleaner import agencies
from cleaner.document import Block, Document
from cleaner.fields import wording
from cleaner.fields.datemarks import FIRST_PARAGRAPH
from cleaner.fields.found import Found, Note
from cleaner.fields.known import Known, candidate, span_of
from cleaner.tables import Span
from cleaner.text import fold, words

_CREDITS: Final = {"byline": 0.98, "agency_credit": 0.97, "dateline": 0.97, "date_prefix": 0.8, "published_date": 0.85}
_FOOTER: Final = 0.8
_SIGNATURE: Final = 0.93
_OPENING: Final = 0.95
_LINE: Final = 0.9
_CITED: Final = 0.6
_DECLARED: Final = 0.85
_PICTURES: Final = {"photo_credit": 0.95, "caption": 0.8, "media_alt_text": 0.8}
_UNSIGNED: Final = frozenset((*_PICTURES, "comment", "comment_disclaimer", "cookie_banner", "cookie_button", "markup"))
"""Labels of text below an article that never signs it."""
_MOST_SIGNATURE_WORDS: Final = 8
_REACH: Final = 90
_STAND_IN: Final = "Xx"
_BELOW: Final = 3
_INITIALS: Final = 4
_LOOSE: Final = 16
_LONGEST: Final = 400
_RIGHTS: Final = "©"
_SPLITS: Final = "/|,;•·"
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
    for block in document.blocks:
        if block.label in _CREDITS and len(block.text) <= _LONGEST:
            yield from _in(block, 0, len(block.text), f"named in a block labelled {block.label}", _CREDITS[block.label])
        elif _claims_rights(block):
            for named in wording.names(block.text, "copyright"):
                yield from _in(block, *named.span, "named in a copyright line", _FOOTER)
        elif block.in_text and not opened:
            opened = len(block.text) >= FIRST_PARAGRAPH
            if end := agencies.opening(block.text):
                yield from _in(block, 0, end, "named in the dateline", _OPENING)
            elif is_credit_line(block.text):
                yield from _in(block, 0, len(block.text), "named in a line of credit", _LINE)


def _claims_rights(block: Block) -> bool:
    """Return whether a block is a copyright line, and not that of a picture."""
    if block.label in _PICTURES or len(block.text) > _LONGEST:
        return False
    return block.label == "footer" or _RIGHTS in block.text[:2]


def _in(block: Block, start: int, end: int, why: str, confidence: float) -> Iterator[Credit]:
    for a, b, name in agencies.find(block.text[start:end], weak=True):
        yield Credit(name, why, confidence, block.source_span(start + a, start + b))


def is_credit_line(text: str) -> bool:
    """Return whether a short line only credits: agencies, names, and the words of credits between them.

    >>> is_credit_line("Texte par : FRANCE 24 avec AFP"), is_credit_line("AFP says its reporter is safe")
    (True, False)
    """
    if len(text) > _LONGEST // 4:
        return False
    found = words(text)
    if not 0 < len(found) <= _MOST_SIGNATURE_WORDS or not agencies.find(text, weak=True):
        return False
    joining = {
        w for kind in ("by", "beside", "joins", "credit") for phrase in wording.vocabulary(kind) for w in phrase.split()
    }
    spoken = [w for w in found if w.folded in joining]
    rest = [w for w in found if w.folded not in joining]
    return bool(spoken) and all(not text[w.start].islower() for w in rest)


def _signed(document: Document) -> Iterator[Credit]:
    """Yield the agencies that sign the text: "(AFP)", "AFP/Reuters", "– with dpa" at the end of its last paragraphs."""
    last = [block for block in document.blocks if block.in_text and block.text][-2:]
    for block in last:
        start = _signature(block.text)
        if start is not None:
            yield from _in(block, start, len(block.text), "signs the text", _SIGNATURE)


def _signed_below(document: Document) -> Iterator[Credit]:
    """Yield the agencies of a signature right below the text, whatever it was taken for: "rs/kms (AP, dpa)"."""
    last = max((number for number, block in enumerate(document.blocks) if block.in_text), default=len(document.blocks))
    for block in document.blocks[last + 1 : last + 1 + _BELOW]:
        if block.label in _UNSIGNED or block.label in _CREDITS or len(block.text) > _LONGEST // 4:
            continue
        if _is_signature(block.text):
            yield from _in(block, 0, len(block.text), f"signs the text in a block labelled {block.label}", _SIGNATURE)


def _is_signature(text: str) -> bool:
    """Return whether a line holds nothing but agencies, words of credits, and initials beside a stroke or a bracket.

    >>> [_is_signature(x) for x in ("rs/kms (AP, dpa, Reuters)", "Da AFP", "dpa/AFP", "AFP Fact Check", "Weather")]
    [True, True, True, False, False]
    """
    hits = agencies.find(text, weak=True)
    found = words(text)
    if not hits or len(found) > 2 * _MOST_SIGNATURE_WORDS:
        return False
    joining = _joining()
    for word in found:
        if any(a <= word.start < b for a, b, _ in hits) or word.folded in joining or word.folded in "©@":
            continue
        beside = text[max(0, word.start - 1) : word.start] + text[word.end : word.end + 2].strip()[:1]
        if word.end - word.start > _INITIALS or not any(mark in beside for mark in "/(,"):
            return False
    return True


@lru_cache
def _joining() -> frozenset[str]:
    """Return the words that stand between names in credits: "by", "with", "and", "agencies"."""
    kinds = ("by", "beside", "joins", "credit", "desks")
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
        for a, b, name in agencies.find(text):
            start = max(0, a - _REACH)
            # the agency as the one capitalised word, so that "dpa" fills a slot and the name beside "to AFP" does not
            around = text[start:a].lower() + _STAND_IN + text[b : b + _REACH].lower()
            first = len(text[start:a].lower())
            last = first + len(_STAND_IN)
            for named in wording.names(around, "cited"):
                if named.span[0] <= first and last <= named.span[1] and named.span[1] - named.span[0] <= _LOOSE:
                    left, right = named.whole[0] + start, named.whole[1] + start + (b - a) - len(_STAND_IN)
                    why = f"{text[left:right]!r:.80} in the text"
                    yield Credit(name, why, _CITED, block.source_span(a, b), "quoted_via")
                    break


# --- pictures --------------------------------------------------------------------------------------------------------


def find_photo_sources(document: Document, text_agencies: Sequence[str]) -> Found[tuple[str, ...]]:
    """Return who is credited with the pictures, as written; a picture agency is never a source of the text."""
    found: Found[tuple[str, ...]] = Found(())
    names: dict[str, None] = {}
    for block in document.blocks:
        if block.label not in _PICTURES or len(block.text) > 5 * _LONGEST:
            continue
        for start, end in _makers(block):
            name = block.text[start:end]
            new = fold(name) not in {fold(n) for n in names}
            if new:
                names[name] = None
            span, why = block.source_span(start, end), f"credited in a block labelled {block.label}"
            found.evidence.append(candidate("photo_sources", name, "picture", span, why, _PICTURES[block.label], new))
            canonical = agencies.is_agency(name)
            if new and canonical and canonical not in text_agencies:
                why = f"{name!r} is credited with a picture, not with the text"
                found.notes.append(Note("photo_source_not_text_source", why, span))
    found.value = tuple(names)
    found.status = "found" if names else "absent"
    return found


def _makers(block: Block) -> Iterator[Span]:
    """Yield the names in a credit; of a caption only agencies, for its other names are of those shown."""
    text = block.text
    if block.label != "photo_credit" or len(words(text)) > 3 * _MOST_SIGNATURE_WORDS:
        for a, b, _ in agencies.find(text):
            yield a, b
        return
    start = 0
    for n in range(len(text) + 1):
        if n == len(text) or text[n] in _SPLITS or text[n] in "©()[]:":
            span = _bare(text, start, n)
            if span is not None:
                yield span
            start = n + 1


def _bare(text: str, start: int, end: int) -> Span | None:
    """Return the span of a name in [start, end) without the words of credits around it; None if nothing is left."""
    found = [w._replace(start=w.start + start, end=w.end + start) for w in words(text[start:end])]
    credit = wording.vocabulary("credit")
    while found and (found[0].folded in credit or found[0].folded.isdigit() or found[0].folded in "©@"):
        if text[found[0].end : found[0].end + 1] == "-" and len(found) > 1:
            break
        found.pop(0)
    while found and found[-1].folded.isdigit():
        found.pop()
    # "AP Photo" is AP, but "Getty Images" is a name
    while len(found) > 1 and found[-1].folded in credit and agencies.is_agency(text[found[0].start : found[-2].end]):
        found.pop()
    if not found or len(found) > _MOST_SIGNATURE_WORDS:
        return None
    span = found[0].start, found[-1].end
    if not any(c.isalpha() for c in text[slice(*span)]):
        return None
    return None if fold(text[slice(*span)]) in credit or span[1] - span[0] < 2 else span
