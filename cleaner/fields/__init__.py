"""Read the fields of a labelled document: title, address, date, source, authors, speakers, each with its evidence.

Reads every block, removed ones too, for the publisher is often named only in the consent text. Changes nothing.
"""

from __future__ import annotations

import hashlib
from typing import Any

from cleaner.config import Config
from cleaner.document import Document
from cleaner.fields import speakers, title, truncation, url
from cleaner.fields.authorship import authors
from cleaner.fields.dating import published
from cleaner.fields.found import Found
from cleaner.fields.known import Known
from cleaner.fields.sourcing import sources
from cleaner.tables.rows import Article, Evidence, Findings, Statement

_ID_CHARS = 16


def read(document: Document, config: Config) -> Findings:
    """Return the article's row, its statements, the evidence for every field, and the issues not yet weighed.

    Issues are left to `cleaner.validate`; the notes that lead to them stand in `Findings.notes`.
    """
    known = Known.of(document)
    article = Article(
        article_id=document.sha256[:_ID_CHARS], path=document.name, sha256=document.sha256, text=document.text,
        text_sha256=hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest(),
        language=document.language, chars_source=len(document.source), chars_text=len(document.text),
        kept=dict(document.kept),
    )  # fmt: skip
    addresses = url.find(document, config, known)
    article.url, article.url_status = addresses.value, addresses.status
    article.host = url.registrable_domain(article.url)
    headline = title.find(document, config, known)
    article.title, article.title_status = headline.value, headline.status
    date = published.find(document, config, known, article.url)
    for name in ("published", "published_date", "published_at", "published_precision", "modified"):
        setattr(article, name, getattr(date.value, name))
    article.published_status = date.status
    source = sources.find(document, config, known, article.url)
    article.publisher, article.publisher_status = source.publisher.value, source.publisher.status
    article.agencies, article.photo_sources = source.agencies.value, source.photo_sources.value
    writers = authors.find(document, config, known, article.agencies)
    article.authors, article.authors_status = writers.value, writers.status
    said, statements = speakers.find(document, config, article)
    article.speakers, article.speakers_status = said.value, said.status
    short = truncation.find(document, known)
    article.truncated = short.value
    everything: list[Found[Any]] = [
        addresses,
        headline,
        date,
        source.publisher,
        source.agencies,
        source.photo_sources,
        writers,
        said,
        short,
    ]
    notes = [note for found in everything for note in found.notes]
    findings = Findings(article, statements, [row for found in everything for row in found.evidence], notes=notes)
    rows: list[Statement | Evidence] = [*findings.statements, *findings.evidence]
    for row in rows:
        row.article_id = article.article_id
    return findings
