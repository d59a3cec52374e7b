"""Where an article comes from: its publisher, the agencies of its text, the makers of its pictures, each on its own."""

from __future__ import annotations

from dataclasses import dataclass

from cleaner.config import Config
from cleaner.document import Document
from cleaner.fields.found import Found, Note
from cleaner.fields.known import Known, span_of
from cleaner.fields.sourcing import credits, pictures, publisher, republished


@dataclass(slots=True)
class Sources:
    """The three findings on where an article comes from."""

    publisher: Found[str | None]
    agencies: Found[tuple[str, ...]]
    photo_sources: Found[tuple[str, ...]]


def find(document: Document, config: Config, known: Known, url: str | None) -> Sources:
    """Return publisher, agencies and photo sources; what is absent is noted, an agency alone is no publisher."""
    named = publisher.find(document, config, known, url)
    republished.add(document, known, url, named)
    channels = credits.find_agencies(document, known)
    makers = pictures.find(document, channels.value)
    if named.value is None and channels.value:
        names = ", ".join(channels.value)
        named.notes.append(Note("missing_publisher", "no publisher named or inferable"))
        span = next((span_of(row) for row in channels.evidence if row.chosen), None)
        why = f"the only source named is {names}; the publisher stays unknown"
        named.notes.append(Note("source_is_agency_only", why, span))
    elif named.value is None:
        named.notes.append(Note("missing_source", "no publisher, agency, issuer or address in the scrape"))
    return Sources(named, channels, makers)
