"""One raw record to one result, whatever happens on the way: the unit of work of a run. Never raises for a record."""

from __future__ import annotations

import hashlib
import signal
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Final

from cleaner import __version__
from cleaner.codes import CODES
from cleaner.config import Config
from cleaner.tables.rows import Article, BlockRow, Evidence, Findings, Issue, LedgerRow, Statement

if TYPE_CHECKING:
    from cleaner.document import Document
    from cleaner.readers.raw import Raw

ID_LENGTH: Final = 16
"""Hexadecimal digits of an article's id: 64 bits, one clash in four billion records."""


@dataclass(slots=True)
class Result:
    """What became of one record. `failed` marks a fault of ours: the run goes on, and ends with exit code 3."""

    article: Article
    statements: list[Statement] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    ledger: list[LedgerRow] = field(default_factory=list)
    blocks: list[BlockRow] = field(default_factory=list)
    failed: bool = False
    brought: tuple[str, ...] = ()
    """The fields of which the record's own columns, or --meta, said something."""

    def rename(self, article_id: str) -> None:
        """Give the record another id, in every row of every table."""
        old, self.article.article_id = self.article.article_id, article_id
        for statement in self.statements:
            if old and statement.statement_id.startswith(old):
                statement.statement_id = article_id + statement.statement_id[len(old) :]
            statement.article_id = article_id
        for rows in (self.evidence, self.issues, self.ledger, self.blocks):
            for row in rows:
                row.article_id = article_id


class _TimeUp(BaseException):
    """The record's time is up. No Exception, so that no stage takes it for a failure of its own."""


def process(raw: Raw, config: Config, *, watch: bool = False) -> Result:
    """Return what becomes of a record; with `watch` its time is limited here, by a signal (see `_alarm`)."""
    try:
        with _alarm(config.max_seconds if watch else 0):
            return _process(raw, config)
    except _TimeUp:
        return timed_out(raw, config)
    except Exception as error:
        result = rejected(raw, "internal_error", _told(error))
        result.failed = True
        return result


def timed_out(raw: Raw, config: Config) -> Result:
    """Return the record, rejected because its time was up."""
    return rejected(raw, "timeout", f"not done after {config.max_seconds:g} seconds")


def rejected(raw: Raw, code: str, message: str) -> Result:
    """Return a record of which nothing is known but why it was set aside."""
    content = raw.content
    if content is None:  # no bytes to name it by
        content = f"{raw.path}\n{raw.line}\n{message}"
    if isinstance(content, str):
        content = content.encode("utf-8", "surrogatepass")
    sha256 = hashlib.sha256(content).hexdigest()
    article = Article(raw.id or sha256[:ID_LENGTH], raw.path or None, raw.line, sha256=sha256, verdict="rejected",
                      text_sha256=hashlib.sha256(b"").hexdigest(), chars_source=len(raw.content or ""),
                      cleaner_version=__version__, kept=dict(raw.kept))  # fmt: skip
    issue = Issue(article.article_id, code, CODES[code].field, "error", message, None, None, raw.line, None)
    return Result(article, issues=[issue], brought=tuple(raw.given))


def _process(raw: Raw, config: Config) -> Result:
    from cleaner import pipeline
    from cleaner.readers import containers

    if raw.rejected or raw.content is None:
        return rejected(raw, "unreadable", raw.rejected or "no content")
    if len(raw.content) > config.max_chars * (4 if isinstance(raw.content, bytes) else 1):
        return rejected(raw, "too_long", f"{len(raw.content):,} long; at most {config.max_chars:,} are read")
    document = containers.document(raw)
    if len(document.source) > config.max_chars:
        return rejected(raw, "too_long", f"{len(document.source):,} characters; at most {config.max_chars:,} are read")
    document = pipeline.clean_document(document, config)
    found = document.findings or Findings(Article())
    article = found.article
    result = Result(article, found.statements, found.evidence, found.issues, document.ledger, _blocks(document),
                    brought=tuple(raw.given))  # fmt: skip
    article.path, article.line, article.kept = raw.path or None, raw.line, dict(raw.kept)
    article.sha256 = article.sha256 or document.sha256
    article.chars_source, article.chars_text = len(document.source), len(article.text)
    article.text_sha256 = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
    article.cleaner_version = __version__
    result.rename(raw.id or article.sha256[:ID_LENGTH])
    return result


def _blocks(document: Document) -> list[BlockRow]:
    """Return the document's blocks as rows of the blocks table."""
    return [
        BlockRow("", number, block.label or None, block.rule, block.why, block.confidence, block.article, block.element,
                 block.language or document.language, block.start, block.end, document.offsets.get(number), block.text)
        for number, block in enumerate(document.blocks)
    ]  # fmt: skip


def _told(error: Exception) -> str:
    """Return an exception in one line: what, and the innermost place of ours; the same on every machine."""
    place = ""
    for frame in traceback.extract_tb(error.__traceback__):
        path = Path(frame.filename)
        if "cleaner" in path.parts or "schemas" in path.parts:
            place = f" in {path.stem}.{frame.name}, line {frame.lineno}"
    return f"{type(error).__name__}: {str(error)[:300]}{place}"


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """Raise _TimeUp in the block after so many seconds, where the system has such a signal and this is its thread.

    A worker process needs none: whoever started it ends it.
    """
    if seconds <= 0 or not hasattr(signal, "SIGALRM") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise _TimeUp

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, min(seconds, threading.TIMEOUT_MAX))  # "inf" is no time to a clock
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
