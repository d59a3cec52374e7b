"""Copies of what another house published first: told by formulas, source lines, other addresses, portals.

Names the first house as evidence of role `original`; the publisher of the copy stays who published the copy.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cleaner import agencies
from cleaner.dates import read_dates
from cleaner.document import Block, Document
from cleaner.fields import hosts
from cleaner.fields.addresses import plain, shares
from cleaner.fields.found import Found, Note
from cleaner.fields.known import Known, candidate, span_of
from cleaner.fields.sourcing import houses, wording
from cleaner.fields.sourcing.houses import Candidate
from cleaner.tables.rows import Span
from cleaner.text import fold, squeeze, words

ROLE: Final = "original"
_HEAD: Final = 8
_TAIL: Final = 12
_LONGEST_BLOCK: Final = 2_000
_LONGEST_LINE: Final = 80
_AFTER: Final = 12
_FORMULA: Final = 0.9
_ADDRESS: Final = 0.85
_PROVIDER: Final = 0.8
_LINE: Final = 0.75
_SILENT: Final = frozenset(
    ("comment", "related_list_item", "related_link", "photo_credit", "caption", "media_alt_text", "cookie_banner")
)
_STRONG: Final = 0.75


def add(document: Document, known: Known, url: str | None, publisher: Found[str | None]) -> None:
    """Add to a publisher's finding who published the text first, if that was another house."""
    seen: set[str] = set()
    own = [publisher.value] if publisher.value else []
    for one in [*_formulas(document), *_addresses(known, url), *_providers(known), *_at_portal(document, known, url)]:
        if fold(one.name) in seen or any(houses.same(one.name, name) for name in own) or not houses.is_name(one.name):
            continue
        seen.add(fold(one.name))
        publisher.evidence.append(candidate("publisher", one.name, ROLE, one.span, one.why, one.confidence))
        copy = f"{publisher.value!r} republishes what" if publisher.value else "the copy of an unknown house has what"
        said = f"{copy} {one.name!r} published first: {one.why}"
        publisher.notes.append(Note("republished_copy", said, one.span, one.confidence))


def _edges(document: Document) -> Iterator[tuple[int, Block]]:
    """Yield the blocks at the head and at the end that may say whence a text comes."""
    last = max((n for n, block in enumerate(document.blocks) if block.in_text), default=0)
    for number, block in enumerate(document.blocks):
        near = number < _HEAD or last - _HEAD < number <= last + _TAIL
        if near and block.label not in _SILENT and len(block.text) <= _LONGEST_BLOCK:
            yield number, block


def _formulas(document: Document) -> Iterator[Candidate]:
    """Yield the houses of "This article was originally published by …" and of lines that begin with "Source:"."""
    for _, block in _edges(document):
        # a host is a name too, though it begins with a small letter
        text = houses.HOST.sub(lambda m: m[0][0].upper() + m[0][1:], block.text)
        for named in wording.names(text if len(text) == len(block.text) else block.text, "first_published"):
            name, span = _house(block, named.span)
            if name and not _is_day(block.text, named):
                said = block.text[slice(*named.whole)]
                yield Candidate(name, ROLE, f"{said!r:.120}", _FORMULA, block.source_span(*span))
    named_by_line = [one for _, block in _edges(document) for one in _source_line(block)]
    if len({fold(one.name) for one in named_by_line}) == 1:
        yield from named_by_line  # several are the sources of what is cited


def _house(block: Block, span: Span) -> tuple[str, Span]:
    """Return the house that a name in a block stands for: of a host, of the table, of a link over it, as written."""
    start, end = span
    while end < len(block.text) and (block.text[end].isalnum() or block.text[end] in ".-"):
        end += 1
    address = block.text[start:end].rstrip(".")
    stated = hosts.house(address) if "." in address and " " not in address else None
    if stated is not None:
        return stated[1], (start, start + len(address))
    name = squeeze(block.text[slice(*span)])
    return houses.publishers().get(fold(name), name), span


def _is_day(text: str, named: wording.Named) -> bool:
    """Return whether a name is no name but a day or a month: "first published on 3", "first published in May 2020"."""
    start, end = named.span
    around = text[start : end + _AFTER]
    return all(w.folded.isdigit() for w in words(text[start:end])) or any(
        r.span[0] == 0 and r.span[1] >= end - start for r in read_dates(around)
    )


def _source_line(block: Block) -> Iterator[Candidate]:
    """Yield the well-known house of a short line that begins with a word for a source; agencies are another matter."""
    text = block.text
    found = words(text[: _LONGEST_LINE + 1])
    if len(text) > _LONGEST_LINE or len(found) < 2 or found[0].folded not in wording.vocabulary("source"):
        return
    start, end = found[1].start, found[-1].end
    written = text[start:end]
    stated = hosts.house(written) if " " not in written else None
    name = stated[1] if stated else houses.publishers().get(fold(written))
    if name and not agencies.is_agency(name):
        yield Candidate(name, ROLE, f"{text!r:.120} names the source", _LINE, block.source_span(start, end))


def _addresses(known: Known, url: str | None) -> Iterator[Candidate]:
    """Yield the houses at other hosts that the head names as the original's, or as its own address."""
    home = hosts.registrable_domain(url)
    if home is None:
        return
    declared = [h for h in known.declared("url") if "canonical" in h.why] + known.declared("original")
    for hint in declared:
        if not hint.value.lower().startswith(("http://", "https://")) or shares(hint.value):
            continue
        address = plain(hint.value)
        domain = hosts.registrable_domain(address)
        if domain is None or domain == home or hosts.is_anybodys(domain):
            continue
        stated, own = hosts.house(address), hosts.house(url)
        if "canonical" in hint.why and stated is None and domain.split(".")[0] == home.split(".")[0]:
            continue  # one house in two countries
        name = stated[1] if stated else domain
        if own is None or not houses.same(name, own[1]):
            yield Candidate(name, ROLE, f"{hint.why} at another host, {domain}", _ADDRESS, span_of(hint))


def _providers(known: Known) -> Iterator[Candidate]:
    for hint in known.declared("provider"):
        if hint.confidence >= _STRONG and not agencies.is_agency(hint.value):
            yield Candidate(squeeze(hint.value), ROLE, hint.why, _PROVIDER, span_of(hint))


def _at_portal(document: Document, known: Known, url: str | None) -> Iterator[Candidate]:
    """Yield the houses that a portal names: declared as publisher, or on a line of their own above the text."""
    if not hosts.republishes(url):
        return
    for hint in known.declared("publisher"):
        if hint.confidence >= _STRONG and "JSON-LD" in hint.why and not agencies.is_agency(hint.value):
            yield Candidate(squeeze(hint.value), ROLE, f"{hint.why} on a portal", _PROVIDER, span_of(hint))
    for block in document.blocks[:_HEAD]:
        name = houses.publishers().get(fold(block.text)) if len(block.text) <= _LONGEST_LINE else None
        if name and block.label not in _SILENT:
            span = block.source_span(0, len(block.text))
            yield Candidate(name, ROLE, "a house on a line of its own on a portal", _PROVIDER, span)
