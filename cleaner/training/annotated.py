"""Articles with a person's notes of who said what, read from YAML: every slice as a span of the whole text.

The whole text is the title, a blank line, and the paragraphs joined by blank lines. A slice that stands there more than
once is the one inside its statement's span, or the one its `nth` names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from cleaner import language, names
from cleaner.attribution.words import pack
from cleaner.document import Block, Document
from cleaner.tables.rows import Span
from cleaner.text import fold

WORD = re.compile(r"\w+")
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


def document(article: Annotated) -> Document:
    """Return an article as a document whose labels are right: a title, and a block of text a paragraph."""
    spans = [article.title, *article.paragraphs]
    blocks = tuple(Block(article.whole[a:b], a, b, label="body" if i else "title") for i, (a, b) in enumerate(spans))
    return Document(article.whole, blocks, language=article.language.split("-")[0], sha256="0" * 64)


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


# --- whether two names are one ----------------------------------------------------------------------------------------


def same_name(a: str, b: str) -> bool:
    """Return whether two names are the same: all words of one, articles aside, stand in the other.

    >>> same_name("Zoë Kravitz", "Kravitz"), same_name("the Kremlin", "Kremlin"), same_name("Ann Lee", "Ann Roe")
    (True, True, False)
    """
    a, b = _listed(a), _listed(b)
    one, two = set(WORD.findall(fold(a))), set(WORD.findall(fold(b)))
    one, two = one - _small() or one, two - _small() or two
    return bool(one and two) and (one <= two or two <= one)


@lru_cache
def _small() -> frozenset[str]:
    """Return the articles, and the words inside a phrase, of every language in which speech is understood."""
    known = [lexicon for tag in language.available() if (lexicon := pack.lexicon(tag))]
    return frozenset(word for lexicon in known for words in (
        lexicon.definite, map(fold, lexicon.speech.indefinite), lexicon.inner) for word in words)  # fmt: skip


@lru_cache(maxsize=4096)
def _listed(name: str) -> str:
    """Return the name that the package gives a listed person, however it is spelled: Zelenskiy, Zelenskyy."""
    person = names.canonical(name)
    return person.name if person else name


def same_speakers(due: Sequence[str], got: Sequence[str]) -> bool:
    """Return whether a statement has its speaker: one of those due, or nobody where nobody can be named."""
    return any(same_name(a, b) for a in due for b in got) if due and got else not due and not got
