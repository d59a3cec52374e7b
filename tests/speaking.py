"""Documents made of plain paragraphs, and what their statements are held to."""

from __future__ import annotations

from cleaner.config import Config
from cleaner.document import Block, Document
from cleaner.fields import speakers
from cleaner.fields.found import Found
from cleaner.tables.rows import Article, Statement
from cleaner.text import fold


def article(text: str, language: str, title: bool | None = None, **row: object) -> Document:
    """Return a document whose paragraphs are body; the first is the title if it does not end as a sentence."""
    blocks, at = [], 0
    for i, paragraph in enumerate(text.split("\n\n")):
        start = text.index(paragraph, at)
        at = start + len(paragraph)
        heads = title if title is not None else paragraph.rstrip()[-1:] not in ".!?»”:"
        blocks.append(Block(paragraph, start, at, label="title" if i == 0 and heads else "body"))
    return Document(text, tuple(blocks), language=language, sha256="0" * 64)


def find(text: str, language: str, **row: object) -> tuple[Found[tuple[str, ...]], list[Statement]]:
    """Return what is said in a text."""
    document = article(text, language)
    title = document.title_block
    given = Article(title=document.blocks[title].text if title is not None else None, **row)  # type: ignore[arg-type]
    found, statements = speakers.find(document, Config(), given)
    hold(document, statements)
    return found, statements


def hold(document: Document, statements: list[Statement]) -> None:
    """Check the law of spans: every span of a statement cuts what it says out of its column."""
    for s in statements:
        title = document.title_block
        column = document.blocks[title].text if s.in_ == "title" and title is not None else document.text
        assert column[s.text_start : s.text_end] == s.text
        assert s.speaker_start is None or column[s.speaker_start : s.speaker_end] == s.speaker_surface
        assert s.cue_start is None or (s.cue and column[s.cue_start : s.cue_end] == s.cue)
        for a, b in (*s.content, *s.quotes):
            assert 0 <= a < b <= len(column)


def check(language: str, text: str, expected: list[tuple[str, str]], silent: list[str]) -> None:
    """Check that each expected piece is said by its speaker, and that no statement is made of a silent one."""
    _, statements = find(text, language)
    said = [s for s in statements if s.kind != "non_statement"]
    wrong = []
    for piece, speaker in expected:
        by = [s for s in said if piece in s.text]
        if not any(_same(speaker, name) for s in by for name in (s.speaker, *s.co_speakers) if name):
            wrong.append(f"{piece!r}: expected {speaker}, found {[(s.speaker, s.rule) for s in by]}")
    wrong += [
        f"{piece!r}: no statement, but {s.speaker} ({s.rule})" for piece in silent for s in said if piece in s.text
    ]
    assert not wrong, "\n".join(wrong)


def _same(a: str, b: str) -> bool:
    left, right = set(fold(a).split()), set(fold(b).split())
    return left <= right or right <= left
