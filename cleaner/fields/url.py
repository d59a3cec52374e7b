"""The address of the article: given, printed in the text, or declared in the head. Never a link to another article.

What an archive, a translator or a redirection leads to is the address, not theirs; what only tells where a reader came
from is left out. A form for telephones gives way to the address that the page names as its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from cleaner.config import Config
from cleaner.document import Block, Document
from cleaner.fields.addresses import plain, same_page, shares
from cleaner.fields.found import Found, Note
from cleaner.fields.hosts import host, registrable_domain
from cleaner.fields.known import Known, row
from cleaner.tables.rows import Evidence, Span
from cleaner.text import count_words

__all__ = ["addresses", "find", "host", "registrable_domain"]

_ADDRESS: Final = re.compile(r"(?:https?://|www\.)[^\s<>\"'`«»“”|\\^{}]{3,2000}", re.IGNORECASE)
_BARE: Final = re.compile(
    r"(?<![\w.@/-])(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,12}/[^\s<>\"'`«»“”|\\^{}]{3,500}", re.IGNORECASE
)
"""An address without scheme; only where a line says that it is one."""
_TRAILING: Final = ".,;:!?…*_"
_PAIRS: Final = {")": "(", "]": "["}
_NOWHERE: Final = frozenset(("#", "#!", "about:blank"))
_SCRIPTED: Final = "javascript:"
_PRINTED: Final = 0.99
_DECLARED: Final = 0.85
_NOT_OURS: Final = frozenset(
    (
        "share",
        "cookie_banner",
        "cookie_button",
        "subscription",
        "comment",
        "comment_disclaimer",
        "photo_credit",
        "caption",
        "ad_label",
    )
)
"""Labels whose addresses are not that of the article."""
_LONGEST_LINE: Final = 600
_LABEL_WORDS: Final = 3
_LABEL_CHARS: Final = 10
_EDGE: Final = 6
_LEAST_PATH: Final = 6


def find(document: Document, config: Config, known: Known) -> Found[str | None]:
    """Return the address of the article, with every candidate."""
    found: Found[str | None] = Found(None)
    seen: list[Evidence] = []
    given = known.given("url")
    if given is not None:
        seen.append(row(given, "url"))
    for block in document.blocks:
        if block.label in ("source_url", "source_url_label"):
            seen += _printed(block)
    if not seen:
        seen += _standing_alone(document)
    seen += [row(hint, "url") for hint in known.declared("url") if _ADDRESS.match(hint.value)]
    for one in seen:
        found.evidence += _led_to(one)
    if found.evidence:
        best = _best(found.evidence, document.format == "html")
        best.chosen = True
        found.value = best.value
        found.status = "given" if best.role == "given" else "found"
    else:
        found.notes.append(Note("missing_url", "no address of the original in the scrape"))
    found.notes += _placeholders(document)
    return found


def _led_to(one: Evidence) -> Iterator[Evidence]:
    """Yield a candidate as written and, first, the address that it leads to where that is another."""
    bare = plain(one.value)
    if bare != one.value:
        start, end = one.source_start, one.source_end
        if start is not None and end is not None and one.value.startswith(bare) and end - start == len(one.value):
            end = start + len(bare)
        yield replace(one, value=bare, source_start=start, source_end=end, why=f"{one.why}; what it leads to")
        one = replace(one, confidence=round(one.confidence / 2, 3), why=f"{one.why}; as written")
    yield one


def _best(rows: list[Evidence], page: bool) -> Evidence:
    """Return the row to choose: given, printed, else the most trusted; the page's own name for the same page first.

    What a `page` that declares its address prints beside is where its text sends readers: sources, shops, other sites.
    """
    declared = page and any(e.role not in ("given", "printed", "original") and e.confidence >= _DECLARED for e in rows)
    rivals = [e for e in rows if e.role != "printed"] if declared else rows
    best = max(rivals, key=lambda e: (e.role == "given", e.role == "printed", e.confidence))
    if best.role in ("given", "printed"):
        own = [e for e in rows if e.role not in ("given", "printed", "original") and same_page(best.value, e.value)]
        if own and _is_light(best.value, own):
            return max(own, key=lambda e: e.confidence)
    return best


def _is_light(written: str, own: list[Evidence]) -> bool:
    """Return whether an address says more than the page's own ones: a query, another host, an ending."""
    shortest = min((e.value for e in own), key=len)
    return len(written.rstrip("/")) > len(shortest.rstrip("/")) or host(written) != host(shortest)


def _printed(block: Block) -> list[Evidence]:
    """Return the addresses printed in a block, else those its links lead to."""
    out = []
    for start, end in addresses(block.text) or addresses(block.text, _BARE):
        span = block.source_span(start, end)
        why = f"address printed in a {block.label} block"
        out.append(Evidence("url", block.text[start:end], "printed", *span, why, _PRINTED))
    if out:
        return out
    return [
        Evidence("url", link.href, "printed", link.start, link.end, f"link in a {block.label} block", 0.95)
        for link in block.links
        if link.href.lower().startswith(("http://", "https://"))
    ]


def _standing_alone(document: Document) -> list[Evidence]:
    """Return the one address that stands alone on a line at an edge of the scrape, with no label but a word or two."""
    lines = []
    for number, block in enumerate(document.blocks):
        if block.label in _NOT_OURS or len(block.text) > _LONGEST_LINE:
            continue
        if _EDGE <= number < len(document.blocks) - _EDGE:
            continue
        spans = addresses(block.text) or addresses(block.text, _BARE)
        if len(spans) == 1 and _is_label(block.text[: spans[0][0]] + block.text[spans[0][1] :]):
            start, end = spans[0]
            path = block.text[start:end].rpartition("://")[2].partition("/")[2]
            if len(path) >= _LEAST_PATH and not shares(block.text[start:end]):
                lines.append((block, start, end))
    if len({block.text[start:end] for block, start, end in lines}) != 1:
        return []
    block, start, end = lines[0]
    why = "an address on a line of its own"
    return [Evidence("url", block.text[start:end], "printed", *block.source_span(start, end), why, 0.85)]


def _is_label(text: str) -> bool:
    """Return whether what stands beside an address is a word or two; each character is a word of Chinese."""
    return count_words(text) <= _LABEL_WORDS or (not text.isascii() and len(text.strip()) <= _LABEL_CHARS)


def addresses(text: str, form: re.Pattern[str] = _ADDRESS) -> list[Span]:
    """Return the spans of the addresses in a text, without the punctuation that follows them.

    >>> [text[a:b] for text in ["see <https://a.example/b_(c)>.", "(www.a.example/x)."] for a, b in addresses(text)]
    ['https://a.example/b_(c)', 'www.a.example/x']
    """
    out = []
    for m in form.finditer(text):
        end = m.end()
        while end > m.start():
            last = text[end - 1]
            opener = _PAIRS.get(last)
            if last in _TRAILING or (opener and text.count(opener, m.start(), end) < text.count(last, m.start(), end)):
                end -= 1
            else:
                break
        out.append((m.start(), end))
    return out


def _placeholders(document: Document) -> list[Note]:
    """Return a note if links of the text lead nowhere; those of menus open them, and never led anywhere else."""
    page = document.format == "html"
    blocks = (block for block in document.blocks if block.in_text or not page)
    lost = [link for block in blocks for link in block.links if _leads_nowhere(link.href.strip().lower())]
    if not lost:
        return []
    count = "a link points" if len(lost) == 1 else f"{len(lost)} links point"
    return [
        Note(
            "placeholder_links",
            f"{count} to {lost[0].href!r}: the targets were lost in the scrape",
            (lost[0].start, lost[0].end),
        )
    ]


def _leads_nowhere(href: str) -> bool:
    return href in _NOWHERE or href.startswith(_SCRIPTED)
