"""One raw scrape as blocks: the only thing that changes a block, and the way back.

Stages propose, `Document.apply` disposes. A document is never edited in place: each `apply` gives the next one.
Nothing is deleted; a removed block stays here under its label.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import groupby
from typing import Final, Literal

from cleaner.block import Block, Element, Link, Place
from cleaner.carrying import (
    PARAGRAPH_BREAK,
    carry_out_edits,
    carry_out_label,
    carry_out_splits,
    undo_edits,
    undo_key,
    undo_label,
    undo_split,
)
from cleaner.errors import ProposalRefused
from cleaner.ledger import Edit, Entry, Flag, Label, Proposal, Split
from cleaner.tables.rows import Article, Evidence, Findings, Issue, LedgerRow, Statement
from cleaner.taxonomy import REMOVED_GROUPS

__all__ = ["DUMP_BLOCKS", "PARAGRAPH_BREAK", "Block", "Document", "Element", "Format", "Link", "Place", "walk"]

Format = Literal["text", "markdown", "html"]

DUMP_BLOCKS: Final = 60
"""A text of as many blocks is the dump of a page. On dumps of articles, deciding by shape below this and by the model
from it on was best or within 0.002 of it, in all regimes; scrapes of news, cleaned by hand, have 20 to 40."""


@dataclass(frozen=True)
class Document:
    """A source, its blocks, and the entries that led from the blocks as read to the blocks as they stand."""

    source: str
    blocks: tuple[Block, ...]
    format: Format = "text"
    elements: tuple[Element, ...] = ()
    hints: tuple[Evidence, ...] = ()
    """What is known beside the blocks: given by the user (role `given`) or declared in the head of a page."""
    entries: tuple[Entry, ...] = ()
    language: str = "und"
    name: str | None = None
    kept: Mapping[str, object] = field(default_factory=dict)
    sha256: str = ""
    findings: Findings | None = field(default=None, compare=False, repr=False)

    # --- changing ------------------------------------------------------------------------------------------------

    def apply(self, stage: str, proposals: Iterable[Proposal]) -> Document:
        """Return the document with one stage's proposals carried out; those that change something enter the ledger.

        Raises ProposalRefused when a `before` is not what stands there, or two edits of a block overlap.
        """
        edits: dict[int, list[Edit]] = defaultdict(list)
        splits: dict[int, list[Split]] = defaultdict(list)
        labels: dict[int, Label] = {}
        flags: list[Flag] = []
        for proposal in proposals:
            if isinstance(proposal, Label):
                labels[proposal.block] = proposal
            elif isinstance(proposal, Edit):
                edits[proposal.block].append(proposal)
            elif isinstance(proposal, Split):
                splits[proposal.block].append(proposal)
            else:
                flags.append(proposal)
        if not (edits or splits or labels or flags):
            return self
        if splits and (edits or labels):
            raise ProposalRefused(f"stage {stage} splits and edits at once; let one stage do one of them")
        entries: list[Entry] = []
        seen = self._flagged
        for flag in flags:
            entry = self._flag(stage, flag)
            if _flag_key(entry) not in seen:
                entries.append(entry)
        blocks = list(self.blocks)
        for number in sorted(edits):
            blocks[number] = carry_out_edits(stage, self._turn, number, blocks[number], edits[number], entries)
        for number in sorted(labels):
            blocks[number] = carry_out_label(stage, self._turn, number, blocks[number], labels[number], entries)
        if splits:
            blocks = carry_out_splits(stage, self._turn, blocks, splits, entries)
        if not entries:
            return self
        return replace(self, blocks=tuple(blocks), entries=self.entries + tuple(entries), findings=None)

    def undo(self) -> Document:
        """Return the document as read: the entries folded backwards over the blocks."""
        blocks = list(self.blocks)
        for (action, _, number), group_ in groupby(reversed(self.entries), key=undo_key):
            entries = list(group_)
            if action == "repair":
                blocks[number] = undo_edits(blocks[number], entries[::-1])
            elif action == "label":
                blocks[number] = undo_label(blocks[number], entries[-1])
            elif action == "split":
                for entry in entries:
                    blocks[number : number + 2] = [undo_split(blocks[number], blocks[number + 1], entry)]
        return replace(self, blocks=tuple(blocks), entries=(), findings=None)

    def _flag(self, stage: str, flag: Flag) -> Entry:
        block = self.blocks[flag.block]
        start, end = block.source_span(flag.start, flag.end)
        before = block.text[flag.start : flag.end]
        return Entry("flag", self._turn, stage, flag.block, flag.start, before, flag.suggestion, flag.rule, flag.why,
                     flag.confidence, start, end, kind=flag.code)  # fmt: skip

    @property
    def _turn(self) -> int:
        return self.entries[-1].turn + 1 if self.entries else 0

    @cached_property
    def _flagged(self) -> set[tuple[str, int, int]]:
        return {_flag_key(entry) for entry in self.entries if entry.action == "flag"}

    # --- reading -------------------------------------------------------------------------------------------------

    @cached_property
    def offsets(self) -> dict[int, int]:
        """Return where the text of each article block starts in `text`, by block number."""
        offsets, at, last = {}, 0, -1
        for number, block in enumerate(self.blocks):
            if block.in_text and block.text:
                at += len(self._joint(last, number))
                offsets[number] = at
                at += len(block.text)
                last = number
        return offsets

    def _joint(self, before: int, number: int) -> str:
        """Return what joins a block to the one before it in the text: sentences of one line are one paragraph."""
        if before < 0:
            return ""
        one_line = before == number - 1 and self.blocks[before].element == self.blocks[number].element == "sentence"
        return " " if one_line else PARAGRAPH_BREAK

    @cached_property
    def text(self) -> str:
        """Return the article: its paragraphs joined by a blank line."""
        numbers = list(self.offsets)
        joints = (self._joint(before, number) for before, number in zip([-1, *numbers], numbers, strict=False))
        return "".join(part for joint, n in zip(joints, numbers, strict=True) for part in (joint, self.blocks[n].text))

    @cached_property
    def markdown(self) -> str:
        """Return the article as Markdown: the same blocks as `text`, with headings, lists, tables, quotations, links.

        Spans never point into it: they point into `text`.
        """
        from cleaner.structured import markdown

        return markdown(self.source, [self.blocks[number] for number in self.offsets], self.elements, self.format)

    @cached_property
    def title_block(self) -> int | None:
        """Return the number of the block that bears the title, None if no block does."""
        return next((n for n, block in enumerate(self.blocks) if block.label == "title"), None)

    def place(self, number: int, start: int, end: int) -> Place:
        """Return where [start, end) of block `number` stands in the article's columns and in the source."""
        block = self.blocks[number]
        source = block.source_span(start, end)
        if number in self.offsets:
            at = self.offsets[number]
            return Place("text", at + start, at + end, *source)
        if number == self.title_block:
            return Place("title", start, end, *source)
        return Place("removed", start, end, *source)

    def line(self, source_offset: int) -> int:
        """Return the line of the source, from 1, on which an offset stands."""
        return self.source.count("\n", 0, source_offset) + 1

    @property
    def _found(self) -> Findings:
        """Return the findings; a document that was not cleaned yet has none."""
        return self.findings if self.findings is not None else Findings(Article())

    @property
    def record(self) -> Article:
        """Return the article's row."""
        return self._found.article

    @property
    def title(self) -> str | None:
        return self._found.article.title

    @property
    def verdict(self) -> str:
        return self._found.article.verdict

    @property
    def statements(self) -> list[Statement]:
        """Return who said what, in the order of the source."""
        return self._found.statements

    @property
    def evidence(self) -> list[Evidence]:
        """Return every candidate for every field, the chosen ones marked."""
        return self._found.evidence

    @property
    def issues(self) -> list[Issue]:
        """Return what a person should know about the record, errors first."""
        return self._found.issues

    @cached_property
    def ledger(self) -> list[LedgerRow]:
        """Return every change and flag in the order made, then the removals that follow from the final labels."""
        article_id = self.record.article_id
        changes = (entry for entry in self.entries if entry.action != "label")
        rows = [_row(article_id, seq, entry) for seq, entry in enumerate(changes)]
        gone = (block for block in self.blocks if block.group in REMOVED_GROUPS)
        return rows + [_removal(article_id, seq, block) for seq, block in enumerate(gone, len(rows))]


def _row(article_id: str, seq: int, entry: Entry) -> LedgerRow:
    return LedgerRow(article_id, seq, entry.action, entry.stage, None, entry.kind or None, entry.rule, entry.why,
                     entry.source_start, entry.source_end, entry.before, entry.after, entry.confidence)  # fmt: skip


def _removal(article_id: str, seq: int, block: Block) -> LedgerRow:
    return LedgerRow(article_id, seq, "remove", "label", block.label, None, block.rule, block.why,
                     block.start, block.end, block.text, "", block.confidence)  # fmt: skip


def _flag_key(entry: Entry) -> tuple[str, int, int]:
    return entry.rule, entry.source_start, entry.source_end


def walk(document: Document) -> Iterator[tuple[int, Block]]:
    """Return the numbered blocks whose text is part of the article."""
    for number in document.offsets:
        yield number, document.blocks[number]
