"""One piece of visible text and where it came from. Holds data; changes nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from cleaner import mapping
from cleaner.ledger import Run
from cleaner.tables.rows import Span
from cleaner.taxonomy import TEXT_LABELS, group

Voice = tuple[str, str, str, float, float | None]
"""How a block got its label: label, rule, why, confidence, probability of being article."""


class Link(NamedTuple):
    """A link in the source: span of its visible text, and where it leads."""

    start: int
    end: int
    href: str


class Element(NamedTuple):
    """One element that holds blocks: a tag, its parent's index (-1 for the root), the words of class, id and role."""

    tag: str
    parent: int
    names: str = ""
    hidden: bool = False


@dataclass(slots=True, unsafe_hash=True)
class Block:
    """A piece of visible text that belongs together: a paragraph, a heading, a list item, a table cell, a caption.

    Never changed once made, though not frozen: that would make a page's hundreds of blocks seven times as dear.
    `text` is the text as it stands now; [start, end) its span in the source, markup inside included.
    `link_share` is the share of its characters inside links, 0 to 1.
    """

    text: str
    start: int
    end: int
    element: str = "paragraph"
    level: int = 0
    link_share: float = 0.0
    parent: int = -1
    links: tuple[Link, ...] = ()
    runs: tuple[Run, ...] | None = None
    label: str = ""
    rule: str = ""
    why: str = ""
    confidence: float = 0.0
    article: float | None = None
    language: str = field(default="und", compare=False)

    @property
    def voice(self) -> Voice:
        """Return how the block got its label."""
        return self.label, self.rule, self.why, self.confidence, self.article

    def named(self, voice: Voice) -> Block:
        """Return the block with the label a voice gives it; written out, for every block of a page gets one."""
        label, rule, why, confidence, article = voice
        return Block(self.text, self.start, self.end, self.element, self.level, self.link_share, self.parent,
                     self.links, self.runs, label, rule, why, confidence, article, self.language)  # fmt: skip

    def told(self, language: str) -> Block:
        """Return the block with its language; written out, for every block of a page gets one."""
        return Block(self.text, self.start, self.end, self.element, self.level, self.link_share, self.parent,
                     self.links, self.runs, self.label, self.rule, self.why, self.confidence, self.article,
                     language)  # fmt: skip

    @property
    def group(self) -> str:
        """Return the group of the label; an unlabelled block counts as article."""
        return group(self.label) if self.label else "article"

    @property
    def in_text(self) -> bool:
        """Return whether the block's text is part of the article's text."""
        return not self.label or self.label in TEXT_LABELS

    @property
    def map(self) -> mapping.Runs:
        """Return the pieces between text and source, the identity spelled out."""
        return mapping.identity(len(self.text), self.start) if self.runs is None else self.runs

    def source_span(self, start: int, end: int) -> Span:
        """Return the source span of text [start, end) of this block."""
        if self.runs is None:
            return self.start + start, self.start + end
        if not self.runs:
            return self.start, self.end
        return mapping.to_source(self.runs, start, end)


class Place(NamedTuple):
    """Where a span of a block stands: in which column (`title`, `text` or `removed`), and in the source."""

    in_: str
    text_start: int
    text_end: int
    source_start: int
    source_end: int
