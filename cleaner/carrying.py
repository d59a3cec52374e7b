"""Carry proposals out on blocks, and back: the only code that changes a block. Called by `Document` alone."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from cleaner import mapping
from cleaner.block import Block, Voice
from cleaner.errors import ProposalRefused
from cleaner.ledger import Edit, Entry, Label, Run, Split
from cleaner.taxonomy import LABELS

PARAGRAPH_BREAK = "\n\n"
_UNNAMED: Final[Voice] = "", "", "", 0.0, None


def carry_out_edits(stage: str, turn: int, number: int, block: Block, edits: list[Edit], entries: list[Entry]) -> Block:
    """Return the block with its edits made, left to right, in one pass over text and map."""
    old = block.map
    text: list[str] = []
    pieces: list[Run] = []
    at = grown = 0
    for edit in sorted(edits, key=lambda e: (e.start, len(e.before))):
        end = edit.start + len(edit.before)
        if edit.start < at or block.text[edit.start : end] != edit.before:
            found = block.text[edit.start : end]
            raise ProposalRefused(
                f"rule {edit.rule} expects {edit.before!r} at {edit.start} of block {number}: {found!r}"
            )
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


def carry_out_label(stage: str, turn: int, number: int, block: Block, label: Label, entries: list[Entry]) -> Block:
    if label.label not in LABELS:
        raise ProposalRefused(f"rule {label.rule} names block {number} {label.label!r}, which is no label")
    voice = label[1:]
    previous = _UNNAMED if not block.label and block.voice == _UNNAMED else block.voice
    if previous == voice:
        return block
    entries.append(Entry("label", turn, stage, number, 0, block.label, label.label, label.rule, label.why,
                         label.confidence, block.start, block.end, "", (), previous))  # fmt: skip
    return block.named(voice)


def carry_out_splits(
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
    if left and (gap := list(mapping.clip(block.map, start, end))):
        cut = max(cut, gap[0].source_start)  # the mark that closes a link belongs to the block before the gap
    resume = max(cut, right[0].source_start if right else block.end)
    before = tuple(k for k in block.links if k.start < cut)
    after = tuple(k for k in block.links if k.start >= cut)
    return (
        _mapped(replace(block, text=block.text[:start], end=cut, links=before), left),
        _mapped(replace(block, text=block.text[end:], start=resume, links=after), right),
    )


def _mapped(block: Block, runs: mapping.Runs) -> Block:
    """Return the block with its map, None standing for the identity."""
    plain = runs == mapping.identity(len(block.text), block.start) and block.end - block.start == len(block.text)
    return replace(block, runs=None if plain else runs)


# --- and the way back ------------------------------------------------------------------------------------------------


def undo_key(entry: Entry) -> tuple[str, int, int]:
    """Return what entries must share to be undone together."""
    return entry.action, entry.turn, entry.block


def undo_edits(block: Block, entries: list[Entry]) -> Block:
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


def undo_label(block: Block, entry: Entry) -> Block:
    assert entry.previous is not None
    return block.named(entry.previous)


def undo_split(left: Block, right: Block, entry: Entry) -> Block:
    after_gap = len(left.text) + len(entry.before)
    pieces = [*left.map, *entry.pieces, *mapping.shift(right.map, after_gap)]
    whole = replace(left, text=left.text + entry.before + right.text, end=right.end, links=left.links + right.links)
    return _mapped(whole, mapping.canonical(pieces))
