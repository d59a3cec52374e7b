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
from typing import Literal, NamedTuple

from cleaner import runs as mapping
from cleaner.errors import ProposalRefused
from cleaner.ledger import Edit, Entry, Flag, Label, Proposal, Run, Split
from cleaner.tables import Article, Evidence, Findings, Issue, LedgerRow, Span, Statement
from cleaner.taxonomy import LABELS, REMOVED_GROUPS, TEXT_LABELS, group

PARAGRAPH_BREAK = "\n\n"
Format = Literal["text", "markdown", "html"]
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


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of visible text that belongs together: a paragraph, a heading, a list item, a table cell, a caption.

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
        """Return the document with one stage's proposals carried out, those that change something entered in the ledger.

        Raises ProposalRefused when a `before` is not what stands there, or two edits of a block overlap.
        """
        edits: dict[int, list[Edit]] = defaultdict(list)
        splits: dict[int, list[Split]] = defaultdict(list)
        labels: dict[int, Label] = {}
        flags: list[Flag] = []
        for proposal in proposals:
            if isinstance(proposal, Edit):
                edits[proposal.block].append(proposal)
            elif isinstance(proposal, Split):
                splits[proposal.block].append(proposal)
            elif isinstance(proposal, Label):
                labels[proposal.block] = proposal
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
            blocks[number] = _carry_out_edits(stage, self._turn, number, blocks[number], edits[number], entries)
        for number in sorted(labels):
            blocks[number] = _carry_out_label(stage, self._turn, number, blocks[number], labels[number], entries)
        if splits:
            blocks = _carry_out_splits(stage, self._turn, blocks, splits, entries)
        if not entries:
            return self
        return replace(self, blocks=tuple(blocks), entries=self.entries + tuple(entries), findings=None)

    def undo(self) -> Document:
        """Return the document as read: the entries folded backwards over the blocks."""
        blocks = list(self.blocks)
        for (action, _, number), group_ in groupby(reversed(self.entries), key=_undo_key):
            entries = list(group_)
            if action == "repair":
                blocks[number] = _undo_edits(blocks[number], entries[::-1])
            elif action == "label":
                blocks[number] = _undo_label(blocks[number], entries[-1])
            elif action == "split":
                for entry in entries:
                    blocks[number : number + 2] = [_undo_split(blocks[number], blocks[number + 1], entry)]
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
        offsets, at = {}, 0
        for number, block in enumerate(self.blocks):
            if block.in_text and block.text:
                offsets[number] = at
                at += len(block.text) + len(PARAGRAPH_BREAK)
        return offsets

    @cached_property
    def text(self) -> str:
        """Return the article: its paragraphs joined by a blank line."""
        return PARAGRAPH_BREAK.join(self.blocks[number].text for number in self.offsets)

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
        rows = [_row(article_id, seq, entry) for seq, entry in enumerate(e for e in self.entries if e.action != "label")]
        for block in self.blocks:
            if block.group in REMOVED_GROUPS:
                rows.append(LedgerRow(article_id, len(rows), "remove", "label", block.label, None, block.rule, block.why,
                                      block.start, block.end, block.text, "", block.confidence))  # fmt: skip
        return rows


def _row(article_id: str, seq: int, entry: Entry) -> LedgerRow:
    return LedgerRow(article_id, seq, entry.action, entry.stage, None, entry.kind or None, entry.rule, entry.why,
                     entry.source_start, entry.source_end, entry.before, entry.after, entry.confidence)  # fmt: skip


def _flag_key(entry: Entry) -> tuple[str, int, int]:
    return entry.rule, entry.source_start, entry.source_end


# --- carrying out ----------------------------------------------------------------------------------------------------


def _carry_out_edits(stage: str, turn: int, number: int, block: Block, edits: list[Edit], entries: list[Entry]) -> Block:
    """Return the block with its edits made, left to right, in one pass over text and map."""
    old = block.map
    text: list[str] = []
    pieces: list[Run] = []
    at = grown = 0
    for edit in sorted(edits, key=lambda e: (e.start, len(e.before))):
        end = edit.start + len(edit.before)
        if edit.start < at or block.text[edit.start : end] != edit.before:
            found = block.text[edit.start : end]
            raise ProposalRefused(f"rule {edit.rule} expects {edit.before!r} at {edit.start} of block {number}: {found!r}")
        if edit.before == edit.after:
            continue
        source = block.source_span(edit.start, end)
        taken = mapping.shift(mapping.clip(old, edit.start, end), grown)
        start = edit.start + grown
        text += block.text[at : edit.start], edit.after
        pieces += mapping.shift(mapping.clip(old, at, edit.start), grown)
        pieces.append(Run(start, start + len(edit.after), *source, False))
        entries.append(Entry("repair", turn, stage, number, start, edit.before, edit.after, edit.rule, edit.why,
                             edit.confidence, *source, kind=edit.kind, pieces=tuple(taken)))  # fmt: skip
        grown += len(edit.after) - len(edit.before)
        at = end
    if not text:
        return block
    pieces += mapping.shift(mapping.clip(old, at, len(block.text)), grown)
    return replace(block, text="".join((*text, block.text[at:])), runs=mapping.canonical(pieces))


def _carry_out_label(stage: str, turn: int, number: int, block: Block, label: Label, entries: list[Entry]) -> Block:
    if label.label not in LABELS:
        raise ProposalRefused(f"rule {label.rule} names block {number} {label.label!r}, which is no label")
    voice = label.label, label.rule, label.why, label.confidence, label.article
    if block.voice == voice:
        return block
    entries.append(Entry("label", turn, stage, number, 0, block.label, label.label, label.rule, label.why, label.confidence,
                         block.start, block.end, previous=block.voice))  # fmt: skip
    return _named(block, voice)


def _named(block: Block, voice: Voice) -> Block:
    label, rule, why, confidence, article = voice
    return replace(block, label=label, rule=rule, why=why, confidence=confidence, article=article)


def _carry_out_splits(
    stage: str, turn: int, blocks: list[Block], splits: dict[int, list[Split]], entries: list[Entry]
) -> list[Block]:
    out: list[Block] = []
    for number, block in enumerate(blocks):
        out.append(block)
        taken = 0
        for split in sorted(splits.get(number, ()), key=lambda s: s.start):
            rest = out[-1]
            start, end = split.start - taken, split.end - taken
            gap = rest.text[start:end]
            if start < 0 or end > len(rest.text) or start > end or gap.strip():
                raise ProposalRefused(f"rule {split.rule} splits block {number} at {split.start}: {gap!r} is no space")
            source = rest.source_span(start, end)
            pieces = tuple(mapping.clip(rest.map, start, end))
            entries.append(Entry("split", turn, stage, len(out) - 1, start, gap, PARAGRAPH_BREAK, split.rule, split.why,
                                 split.confidence, *source, pieces=pieces))  # fmt: skip
            out[-1:] = _halves(rest, start, end)
            taken = split.end
    return out


def _halves(block: Block, start: int, end: int) -> tuple[Block, Block]:
    """Return the two blocks on either side of text [start, end)."""
    left = mapping.canonical(mapping.clip(block.map, 0, start))
    right = mapping.canonical(mapping.shift(mapping.clip(block.map, end, len(block.text)), -end))
    cut = left[-1].source_end if left else block.start
    resume = max(cut, right[0].source_start if right else block.end)
    links = block.links
    return (
        _mapped(replace(block, text=block.text[:start], end=cut, links=tuple(k for k in links if k.start < cut)), left),
        _mapped(replace(block, text=block.text[end:], start=resume, links=tuple(k for k in links if k.start >= cut)), right),
    )  # fmt: skip


def _mapped(block: Block, runs: mapping.Runs) -> Block:
    """Return the block with its map, None standing for the identity."""
    plain = runs == mapping.identity(len(block.text), block.start) and block.end - block.start == len(block.text)
    return replace(block, runs=None if plain else runs)


# --- and the way back ------------------------------------------------------------------------------------------------


def _undo_key(entry: Entry) -> tuple[str, int, int]:
    """Return what entries must share to be undone together."""
    return entry.action, entry.turn, entry.block


def _undo_edits(block: Block, entries: list[Entry]) -> Block:
    """Return the block before one stage's edits, given left to right, in one pass over text and map."""
    old = block.map
    text: list[str] = []
    pieces: list[Run] = []
    at = shrunk = 0
    for entry in entries:
        end = entry.start + len(entry.after)
        if entry.start < at or block.text[entry.start : end] != entry.after:
            raise ProposalRefused(f"cannot undo {entry.rule}: {entry.after!r} does not stand at {entry.start}")
        text += block.text[at : entry.start], entry.before
        pieces += mapping.shift(mapping.clip(old, at, entry.start), -shrunk)
        # an entry's pieces bear the offsets of its own moment: those of the edits to its left, still made, are off
        pieces += mapping.shift(entry.pieces, -shrunk)
        shrunk += len(entry.after) - len(entry.before)
        at = end
    text.append(block.text[at:])
    pieces += mapping.shift(mapping.clip(old, at, len(block.text)), -shrunk)
    return _mapped(replace(block, text="".join(text)), mapping.canonical(pieces))


def _undo_label(block: Block, entry: Entry) -> Block:
    assert entry.previous is not None
    return _named(block, entry.previous)


def _undo_split(left: Block, right: Block, entry: Entry) -> Block:
    after_gap = len(left.text) + len(entry.before)
    pieces = [*left.map, *entry.pieces, *mapping.shift(right.map, after_gap)]
    whole = replace(left, text=left.text + entry.before + right.text, end=right.end, links=left.links + right.links)
    return _mapped(whole, mapping.canonical(pieces))


def walk(document: Document) -> Iterator[tuple[int, Block]]:
    """Return the numbered blocks whose text is part of the article."""
    for number in document.offsets:
        yield number, document.blocks[number]
