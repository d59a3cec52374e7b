"""One document from bytes to record: the stages in their order, then the fields. Reads no files, writes none."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Final

from cleaner import __version__, coverage, detect, fields, label, readers, repairs, validate
from cleaner.config import Config
from cleaner.document import Document
from cleaner.fields.found import Note
from cleaner.ledger import Proposal
from cleaner.names import using
from cleaner.repairs import decoded

Stage = Callable[[Document, Config], Iterable[Proposal]]

STAGES: Final[tuple[tuple[str, Stage], ...]] = (
    ("decode", decoded.propose),
    ("repair_encoding", repairs.encoding.propose),
    ("segment", label.segment.propose),
    ("label", label.propose),
    ("repair_text", repairs.propose),
)
"""In this order: `decode` only tells how the bytes were read; damaged phrases are repaired before rules look for them;
text is repaired before fields are read, so that every span of a field is a span of the text as it is delivered."""


def clean(content: str | bytes, url: str | None = None, name: str | None = None,
          config: Config | None = None) -> Document:  # fmt: skip
    """Return the content cleaned, with its record, statements, evidence, ledger and issues."""
    config = config or _default()
    with _uncollected():
        document = readers.document(content, name=name, given={"url": url} if url else None)
        return clean_document(document, config)


def extract(content: str | bytes, url: str | None = None, config: Config | None = None) -> str:
    """Return the main content alone: read, decoded, labelled; names are not repaired and no field is read.

    >>> extract("<nav><a href=/>Home</a></nav><article><p>The minister left on Monday, a spokesman said.</article>")
    'The minister left on Monday, a spokesman said.'
    """
    config = config or _default()
    with _uncollected():
        document = readers.document(content, given={"url": url} if url else None)
        return run_stages(document, config, until="repair_text").text


def clean_document(document: Document, config: Config) -> Document:
    """Return a document as read with every stage applied and its fields read."""
    with using(config.people):
        document = run_stages(document, config)
        findings = fields.read(document, config)
    findings.article.cleaner_version = __version__
    if config.text_format == "markdown":
        findings.article.markdown = document.markdown
    if lacks := coverage.lacking(document.language):
        what = f"no rules for {', '.join(lacks)} in language {document.language}"
        findings.notes.append(Note("partial_language", what, None, 1.0))
    findings.issues = validate.issues(document, findings.article, findings.notes, config.profile)
    findings.article.verdict = validate.verdict(findings.issues)
    return replace(document, findings=findings)


def run_stages(document: Document, config: Config, until: str = "") -> Document:
    """Return the document with every stage applied (before `until`); on a cleaned document this changes nothing."""
    document = detect.assign(document)
    with using(config.people):
        for name, stage in STAGES:
            if name == until:
                break
            document = document.apply(name, stage(document, config))
    return document


@contextmanager
def _uncollected() -> Iterator[None]:
    """Let the garbage collector rest while one document is cleaned: its thousands of blocks and words are no garbage.

    Looking through them again and again took 12 to 20 % of the time of a page.
    """
    resting = not gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if not resting:
            gc.enable()


@lru_cache
def _default() -> Config:
    return Config()


def read(path: str | Path, config: Config | None = None) -> Iterator[Document]:
    """Yield the cleaned documents of a file, a folder or a container, in a stable order."""
    from cleaner.readers import containers

    for raw in containers.records(Path(path), config or _default()):
        yield clean_document(containers.document(raw), config or _default())
