"""Articles with a person's notes of who said what, read from YAML: every slice as a span of the whole text.

The whole text is the title, a blank line, and the paragraphs joined by blank lines. A slice that stands there more than
once is the one inside its statement's span, or the one its `nth` names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

Span = tuple[int, int]
_BLANK = re.compile(r"\n[ \t]*\n\s*")


@dataclass(frozen=True)
class Said:
    """One annotated statement; spans are those of the whole text."""

    speakers: tuple[str, ...]
    type: str
    mode: str
    kind: str
    via: tuple[str, ...]
    addressee: str
    span: Span
    surface: Span | None
    content: tuple[Span, ...]
    quotes: tuple[Span, ...]

    @property
    def counts(self) -> bool:
        """Return whether it is something said, not a belief, a topic or a trap."""
        return self.kind in ("statement", "headline_statement")


@dataclass(frozen=True)
class Annotated:
    """One article: its text (title first), where its paragraphs stand, its statements and its speakers."""

    name: str
    language: str
    whole: str
    title: Span
    paragraphs: tuple[Span, ...]
    statements: tuple[Said, ...]
    speakers: tuple[str, ...]


def read(folders: Iterable[Path], language: str | None = None) -> Iterator[Annotated]:
    """Yield the annotated articles of folders and files, in order of their paths.

    Raises: ValueError for a slice that does not stand in its article.
    """
    for folder in folders:
        for path in sorted(folder.rglob("*.yaml")) if folder.is_dir() else [folder]:
            raw = yaml.safe_load(path.read_text(encoding="utf-8"))
            if language in (None, raw["language"].split("-")[0]):
                yield _article(path.stem, raw)


def _article(name: str, raw: dict[str, Any]) -> Annotated:
    title = str(raw["title"]).strip()
    paragraphs = [p.strip() for p in _BLANK.split(str(raw["text"])) if p.strip()]
    whole = "\n\n".join([title, *paragraphs])
    spans, at = [], 0
    for piece in [title, *paragraphs]:
        spans.append((at, at + len(piece)))
        at += len(piece) + 2
    statements = tuple(_said(name, whole, row) for row in raw.get("statements") or ())
    return Annotated(name, raw["language"], whole, spans[0], tuple(spans[1:]), statements,
                     tuple(raw.get("article_speakers") or ()))  # fmt: skip


def _said(name: str, whole: str, row: dict[str, Any]) -> Said:
    span = _slice(name, whole, row["span"], (0, len(whole)))

    def inside(key: str) -> tuple[Span, ...]:
        return tuple(_slice(name, whole, piece, span) for piece in row.get(key) or ())

    speakers = tuple(row.get("co_speakers") or ()) or ((row["speaker"],) if row.get("speaker") else ())
    surface = _slice(name, whole, row["surface"], span) if row.get("surface") else None
    return Said(speakers, str(row.get("type") or ""), row["mode"], row["kind"], tuple(row.get("via") or ()),
                str(row.get("addressee") or ""), span, surface, inside("content"), inside("quotes"))  # fmt: skip


def _slice(name: str, whole: str, stated: str | dict[str, Any], within: Span) -> Span:
    text, nth = (stated, 0) if isinstance(stated, str) else (stated["text"], int(stated["nth"]))
    text = _BLANK.sub("\n\n", text.strip())
    at = -1
    if nth:
        for _ in range(nth):
            at = whole.find(text, at + 1)
    else:
        at = whole.find(text, *within)
        at = whole.find(text) if at < 0 else at
    if at < 0 or not text:
        raise ValueError(f"{name}: {text!r} does not stand in the article")
    return at, at + len(text)
