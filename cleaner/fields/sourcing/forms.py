"""Which form of its name a house is called by: its own beside the company's that owns it, the whole one beside a word.

Given who the house is. Never another house: what is returned shares the first words with what was chosen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from cleaner.document import Document
from cleaner.fields.sourcing import houses
from cleaner.fields.sourcing.boilerplate import TRUST
from cleaner.fields.sourcing.houses import Candidate
from cleaner.fields.sourcing.wording import PAIRED
from cleaner.text import fold, words

_LEAST: Final = 6
"""A word alone of fewer letters is no name to shorten a company's name to."""
_BEHIND: Final = 40
_SURE: Final = 0.75


def of_house(chosen: Candidate, group: Sequence[Candidate], document: Document) -> Candidate:
    """Return a candidate by the form of its name that its readers use."""
    if chosen.role in ("given", "site", "url", "declared") or chosen.span is None:
        return chosen
    if chosen.role == "recurring" and " " not in chosen.name:
        longer = [c for c in group if c.role in TRUST and c.role != "copyright" and c.confidence >= _SURE
                  and fold(c.name).startswith(fold(chosen.name) + " ")]  # fmt: skip
        return max(longer, key=lambda c: (c.confidence, -len(c.name)), default=chosen)
    chosen = _closed(chosen, document.source)
    brand = next(_brands(chosen, document), None) if _is_owned(chosen, document.source) else None
    return chosen if brand is None else _shortened(chosen, brand, document.source)


def _shortened(company: Candidate, brand: str, source: str) -> Candidate:
    assert company.span is not None
    start = company.span[0]
    span = (start, start + len(brand)) if source.startswith(brand, start) else company.span
    return replace(company, name=brand, why=f"{company.why}; other lines call it {brand!r}", span=span)


def _closed(chosen: Candidate, source: str) -> Candidate:
    """Return a candidate with the quotation that it ends in as a whole: Radio «Harbour»."""
    assert chosen.span is not None
    start, end = chosen.span
    opened = next((c for c in chosen.name if c in PAIRED and PAIRED[c] not in chosen.name), "")
    at = end
    if not opened and source[end : end + 1] == " " and " " not in chosen.name:
        opened, at = source[end + 1 : end + 2], end + 2
    close = source.find(PAIRED[opened], at, at + _BEHIND) if opened in PAIRED else -1
    if close < 0 or "\n" in source[start:close] or (at == end and close > end):
        return chosen
    return replace(chosen, name=source[start : close + 1], span=(start, close + 1))


def _is_owned(chosen: Candidate, source: str) -> bool:
    """Return whether a legal form stands behind a name: it is a company's."""
    assert chosen.span is not None
    behind = source[chosen.span[1] : chosen.span[1] + _BEHIND].partition("\n")[0]
    return any(word.folded in houses.legal_forms() for word in words(behind.replace(".", ""))[:2])


def _brands(company: Candidate, document: Document) -> Iterator[str]:
    """Yield what a company's name opens with and other lines outside the text name alone, the longest first."""
    parts = company.name.split()
    for count in range(len(parts) - 1, 0, -1):
        name = " ".join(parts[:count])
        if count == 1 and len(name) < _LEAST:
            return
        for block in document.blocks:
            if block.in_text or company.name in block.text:
                continue
            at = block.text.find(name)
            if at >= 0 and _stands_alone(block.text, at, at + len(name)):
                yield name
                break


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Return whether no other capitalised word goes on a name."""
    if text[start - 1 : start].isalnum() or text[end : end + 1].isalnum():
        return False
    return not text[end : end + 2].strip(" \u00a0")[:1].isupper()
