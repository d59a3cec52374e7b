"""What is known beside the text: given by the user, or declared in the head of a page, grouped by field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from cleaner.document import Document
from cleaner.tables.rows import Evidence, Span

GIVEN: Final = "given"
_SYNONYMS: Final = {
    "date": "published",
    "published_time": "published",
    "author": "authors",
    "byline": "authors",
    "site_name": "publisher",
    "sitename": "publisher",
    "source": "publisher",
    "headline": "title",
    "link": "url",
    "canonical": "url",
    "original_url": "url",
    "crawl_time": "crawled",
    "crawl_date": "crawled",
    "fetched": "crawled",
    "lang": "language",
}
"""Names that a mapping or a reader may use, and the field each of them speaks of."""


@dataclass(frozen=True)
class Known:
    """The hints of one document by field, in the order in which they were met."""

    hints: Mapping[str, tuple[Evidence, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document) -> Known:
        """Return the hints of a document, grouped; empty values are no hints."""
        grouped: dict[str, list[Evidence]] = {}
        for hint in document.hints:
            if hint.value.strip():
                grouped.setdefault(_SYNONYMS.get(hint.field, hint.field), []).append(hint)
        return cls({name: tuple(hints) for name, hints in grouped.items()})

    def given(self, name: str) -> Evidence | None:
        """Return what the user gave for a field, None if nothing."""
        return next((hint for hint in self.hints.get(name, ()) if hint.role == GIVEN), None)

    def declared(self, name: str) -> list[Evidence]:
        """Return what the page declares of a field, the most trusted first; equals in source order."""
        return sorted((h for h in self.hints.get(name, ()) if h.role != GIVEN), key=lambda h: -h.confidence)


def row(hint: Evidence, name: str) -> Evidence:
    """Return a hint as a candidate for a field."""
    return candidate(name, hint.value, hint.role, span_of(hint), hint.why, hint.confidence)


def span_of(hint: Evidence) -> Span | None:
    """Return where a row of evidence stands in the source, None if it does not stand there."""
    if hint.source_start is None or hint.source_end is None:
        return None
    return hint.source_start, hint.source_end


def candidate(
    name: str, value: str, role: str, span: Span | None, why: str, confidence: float, chosen: bool = False
) -> Evidence:
    """Return a candidate for a field as a row of evidence, its confidence rounded."""
    start, end = span or (None, None)
    return Evidence(name, value, role, start, end, why, round(confidence, 3), chosen)
