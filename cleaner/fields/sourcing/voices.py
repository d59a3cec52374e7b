"""What a page calls its house beside the declared name: titles, feeds, handles, emblems, and how it spells its host."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from cleaner import agencies
from cleaner.document import Block, Document
from cleaner.fields.known import Known, span_of
from cleaner.fields.sourcing import houses, wording
from cleaner.fields.sourcing.houses import Candidate, articles
from cleaner.tables.rows import Evidence, Span
from cleaner.text import fold, spell_kept, squeeze, words

_LEAST_CORE: Final = 5
_LONGEST_BLOCK: Final = 6_000
_SUFFIX: Final = 0.78
_FEED: Final = 0.77
_HANDLE: Final = 0.65
_CAMEL: Final = 0.52
_EMBLEM: Final = 0.77
_MOST_WORDS: Final = 6
_MOST_BLOCKS: Final = 12
_LONGEST_EMBLEM: Final = 80
_BARS: Final = re.compile(r"\s[|–—·•»«:-]{1,2}\s|\s?[|»›]\s?")
_HANDLES: Final = re.compile(r"(?<![\w.@])@([A-Za-z]\w{2,30})(?![\w.@])")
_HUMPS: Final = re.compile(r"[A-Z][a-z]{1,20}|[A-Z]{2,6}(?![a-z])")
_SHARED: Final = frozenset(("share", "footer", "subscription", "nav"))


def of(document: Document, known: Known, handles: bool = True) -> Iterator[Candidate]:
    """Yield the names by which the head of a page and its emblem call the house; what `handles` mean costs most."""
    yield from _titled(document, known)
    yield from _feeds(known)
    if handles:
        yield from _handles(document, known)
    yield from _emblems(document)


# --- titles ----------------------------------------------------------------------------------------------------------


def _titled(document: Document, known: Known) -> Iterator[Candidate]:
    """Yield what a <title> adds to the headline that the page shows or declares: "… | Le Monde"."""
    stated = known.hints.get("title", ())
    shown = {fold(hint.value) for hint in stated}
    shown |= {fold(block.text) for block in document.blocks[:_MOST_BLOCKS] if block.label == "title"}
    sections = {fold(hint.value) for hint in known.hints.get("section", ())}
    for hint in stated:
        bars = list(_BARS.finditer(hint.value))
        if not bars:
            continue
        for start, end, rest in (
            (bars[-1].end(), len(hint.value), hint.value[: bars[0].start()]),
            (0, bars[0].start(), hint.value[bars[0].end() :]),
        ):
            name = hint.value[start:end].strip()
            headline = fold(rest)
            agreed = headline in shown or fold(hint.value[: bars[-1].start()]) in shown
            if not agreed or not headline or fold(name) in sections or fold(name) in shown or not _is_house(name):
                continue
            yield Candidate(squeeze(name), "declared", f"{hint.why} beside the headline", _SUFFIX, _part(hint, name))
            break


def _part(hint: Evidence, name: str) -> Span | None:
    """Return where a part of a hint's value stands in the source, if the value stands there as it is."""
    span = span_of(hint)
    if span is None or span[1] - span[0] != len(hint.value):
        return span
    at = hint.value.rfind(name)
    return span[0] + at, span[0] + at + len(name)


def _is_house(name: str) -> bool:
    found = words(name)
    return 0 < len(found) <= _MOST_WORDS and houses.is_name(name) and not name[0].islower()


# --- feeds, handles, emblems -----------------------------------------------------------------------------------------


def _feeds(known: Known) -> Iterator[Candidate]:
    """Yield the name in the title of the first feed: "Example Post » Feed"."""
    for hint in known.hints.get("feed", ())[:1]:
        first = _BARS.split(hint.value)[0] if "»" in hint.value else hint.value
        name = _without(first, _feed_words())
        if name and _is_house(name):
            yield Candidate(name, "declared", hint.why, _FEED, _part(hint, name))


def _handles(document: Document, known: Known) -> Iterator[Candidate]:
    """Yield the names that handles on platforms stand for: as the page spells them, else by their capitals."""
    found = [(hint.value, hint.why, span_of(hint)) for hint in known.hints.get("handle", ())[:2]]
    if not found:
        for block in document.blocks[-_MOST_BLOCKS:]:
            if block.label in _SHARED and len(block.text) <= _LONGEST_BLOCK and "@" in block.text:
                m = _HANDLES.search(block.text)
                if m is not None:
                    found.append((m[0], f"a handle in a {block.label} block", block.source_span(*m.span())))
    for written, why, span in found:
        handle = written.rstrip("/").rpartition("/")[2].lstrip("@")
        bare = handle.strip("_").replace("_", "")
        spelled_out = spelled(document, bare.lower(), known)
        house = _squashed().get(bare.lower())
        humps = _HUMPS.findall(handle)
        if spelled_out is not None and houses.is_name(spelled_out[0]):
            yield Candidate(spelled_out[0], "declared", f"{why}, spelled out", _HANDLE, spelled_out[1] or span)
        elif house is not None:
            yield Candidate(house, "declared", f"{why} of a well-known house", _HANDLE, span)
        elif len(humps) > 1 and "".join(humps) == handle and houses.is_name(" ".join(humps)):
            yield Candidate(" ".join(humps), "declared", f"{why}, by its capitals", _CAMEL, span)


@lru_cache
def _squashed() -> dict[str, str]:
    """Return well-known houses of several words by their names written together."""
    return {name.replace(" ", ""): house for name, house in houses.publishers().items() if " " in name}


def _emblems(document: Document) -> Iterator[Candidate]:
    """Yield the text of the emblem above the article: an element whose name says that it holds one."""
    for block in document.blocks[:_MOST_BLOCKS]:
        if block.in_text or len(block.text) > _LONGEST_EMBLEM or not _in_emblem(document, block):
            continue
        name = _without(block.text, _emblem_words())
        if name and _is_house(name):
            at = block.text.find(name)
            span = block.source_span(at, at + len(name)) if at >= 0 else None
            yield Candidate(name, "declared", f"an emblem, in a {block.label} block", _EMBLEM, span)
            return


def _in_emblem(document: Document, block: Block) -> bool:
    """Return whether a block or one of the two elements around it is named as an emblem."""
    at = block.parent
    for _ in range(2):
        if at < 0 or at >= len(document.elements):
            return False
        element = document.elements[at]
        if not _emblem_names().isdisjoint(element.names.lower().split()):
            return True
        at = element.parent
    return False


@lru_cache
def _feed_words() -> frozenset[str]:
    return frozenset(fold(word) for word in agencies.table().feed)


@lru_cache
def _emblem_words() -> frozenset[str]:
    return frozenset(fold(word) for word in agencies.table().logo_text)


@lru_cache
def _emblem_names() -> frozenset[str]:
    return frozenset(agencies.table().logo)


def _without(text: str, beside: frozenset[str]) -> str:
    """Return a text without the words at its ends that stand beside a name."""
    found = words(text)
    while found and found[-1].folded in beside:
        found.pop()
    while len(found) > 1 and found[0].folded in beside and found[0].folded not in articles():
        found.pop(0)
    return text[found[0].start : found[-1].end] if found else ""


# --- spelling --------------------------------------------------------------------------------------------------------


def spelled(document: Document, core: str, known: Known) -> tuple[str, Span | None] | None:
    """Return a name in the document that gives the core of a host or a handle when its words are written together."""
    core = core.replace("-", "")
    bare = (core.removeprefix(article) for article in sorted(articles()))
    targets = {core, *(rest for rest in bare if len(rest) >= _LEAST_CORE)}
    for field in ("title", "feed"):
        for hint in known.hints.get(field, ()):
            for part in hint.value.replace("–", "|").replace(" - ", "|").replace("»", "|").split("|"):
                if fold(part).replace(" ", "") in targets:
                    return squeeze(part), _part(hint, part.strip())
    beginnings = {target[:n] for target in targets for n in range(1, len(target) + 1)}
    for block in document.blocks:
        if len(block.text) > _LONGEST_BLOCK or block.label in ("source_url", "comment"):
            continue
        if beginnings.isdisjoint(spell_kept(block.text).folded):
            continue
        hit = _spelled_in(block, targets)
        if hit is not None:
            return block.text[slice(*hit)], block.source_span(*hit)
    return None


def _spelled_in(block: Block, targets: set[str]) -> Span | None:
    found = words(block.text)
    for n, word in enumerate(found):
        if not any(t.startswith(word.folded) for t in targets) or block.text[word.start].islower():
            continue
        joined = ""
        for last in found[n : n + _MOST_WORDS]:
            joined += last.folded
            written = block.text[word.start : last.end]
            if joined in targets and len(joined) > 3 and "." not in written:
                article = n and found[n - 1].folded in articles() and block.text[found[n - 1].start].isupper()
                first = n - 1 if article and wording.joined(block.text, found[n - 1], word) else n
                return found[first].start, last.end
            if not any(t.startswith(joined) for t in targets):
                break
    return None
