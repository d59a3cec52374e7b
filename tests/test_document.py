"""The document: what apply carries out, what it refuses, and the way back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner import mapping
from cleaner.document import Block, Document
from cleaner.errors import ProposalRefused
from cleaner.ledger import Edit, Flag, Label, Run, Split
from tests.strategies import promise


def document(*texts: str) -> Document:
    source = "\n\n".join(texts)
    blocks, at = [], 0
    for text in texts:
        blocks.append(Block(text, at, at + len(text)))
        at += len(text) + 2
    return Document(source, tuple(blocks))


def edit(block: int, start: int, before: str, after: str) -> Edit:
    return Edit(block, start, before, after, "spaces", "und/test", "a test", 1.0)


def test_an_edit_changes_the_block_and_is_entered_with_what_stood_there():
    cleaned = document("one  two").apply("test", [edit(0, 3, "  ", " ")])
    assert cleaned.text == "one two"
    assert [(r.action, r.before, r.after, r.source_start, r.source_end) for r in cleaned.ledger] == [
        ("repair", "  ", " ", 3, 5)
    ]


def test_an_edit_of_text_that_does_not_stand_there_is_refused():
    with pytest.raises(ProposalRefused, match="expects 'two' at 0"):
        document("one two").apply("test", [edit(0, 0, "two", "2")])


def test_overlapping_edits_are_refused():
    with pytest.raises(ProposalRefused):
        document("one two").apply("test", [edit(0, 0, "one", "1"), edit(0, 2, "e t", "x")])


def test_a_split_of_anything_but_space_is_refused():
    with pytest.raises(ProposalRefused, match="is no space"):
        document("one two").apply("test", [Split(0, 2, 4, "und/test", "a test", 1.0)])


def test_a_label_that_is_none_is_refused():
    with pytest.raises(ProposalRefused, match="which is no label"):
        document("one").apply("test", [Label(0, "rubbish", "und/test", "a test", 1.0)])


def test_a_proposal_that_changes_nothing_makes_no_entry():
    flag = Flag(0, 0, 3, "lossy_text", "und/test", "a test", 1.0)
    label = Label(0, "body", "und/test", "a test", 1.0)
    once = document("one").apply("test", [flag, label])
    assert once.apply("test", [flag, label, edit(0, 0, "one", "one")]).entries == once.entries


def test_a_removed_block_leaves_the_text_and_stands_in_the_ledger_with_its_reason():
    cleaned = document("News.", "OK").apply(
        "label", [Label(1, "cookie_button", "und/ok", "a button", 0.9), Label(0, "body", "und/p", "", 1)]
    )
    assert cleaned.text == "News."
    (row,) = cleaned.ledger
    assert (row.action, row.label, row.before, row.after, row.why) == ("remove", "cookie_button", "OK", "", "a button")


def test_a_span_inside_a_repair_widens_to_the_whole_repair():
    cleaned = document("the Kremlim said").apply("test", [edit(0, 4, "Kremlim", "Kremlin")])
    assert cleaned.place(0, 6, 8) == ("text", 6, 8, 4, 11)
    assert cleaned.place(0, 12, 16) == ("text", 12, 16, 12, 16)


def test_places_follow_the_text_column():
    cleaned = document("Title", "One.", "Ad", "Two.").apply(
        "label",
        [Label(n, name, "und/t", "", 1.0) for n, name in enumerate(["title", "lead", "ad_label", "body"])],
    )
    place = cleaned.place(3, 0, 4)
    assert cleaned.text[place.text_start : place.text_end] == "Two."
    assert cleaned.place(0, 0, 5).in_ == "title"
    assert cleaned.place(2, 0, 2).in_ == "removed"


_texts = st.text(st.sampled_from("ab .\u00a0é"), max_size=14)


@st.composite
def mapped_documents(draw: st.DrawFn) -> Document:
    """Documents whose blocks are slices of the source, or hold characters written longer there."""
    blocks, source = [], ""
    for text in draw(st.lists(_texts, min_size=1, max_size=4)):
        start, pieces = len(source), []
        for at, char in enumerate(text):
            written = draw(st.sampled_from([char, char, char, "&amp;"]))
            pieces.append(Run(at, at + 1, len(source), len(source) + len(written), written == char))
            source += written
        block = Block(text, start, len(source), runs=mapping.canonical(pieces))
        plain = mapping.identity(len(text), start)
        blocks.append(replace(block, runs=None) if block.runs == plain else block)
        source += "\n"
    return Document(source, tuple(blocks))


@st.composite
def changed_documents(draw: st.DrawFn) -> tuple[Document, Document]:
    """A document as read, and the same after some rounds of edits, labels and splits."""
    read = now = draw(mapped_documents())
    for kind in draw(st.lists(st.sampled_from(["edit", "label", "split"]), max_size=5)):
        proposals: list[Edit | Label | Split] = []
        for number, block in enumerate(now.blocks):
            cuts = sorted(draw(st.sets(st.integers(0, len(block.text)), max_size=4)))
            pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
            if kind == "edit":
                proposals += [
                    edit(number, a, block.text[a:b], draw(st.sampled_from(["", "x", "yy"]))) for a, b in pairs
                ]
            elif kind == "label":
                proposals.append(Label(number, draw(st.sampled_from(["body", "nav"])), "und/test", "a test", 1.0))
            else:
                ends = [(a, a + 1 if block.text[a : a + 1].isspace() else a) for a in cuts]
                proposals += [Split(number, a, b, "und/test", "a test", 1.0) for a, b in ends]
        now = now.apply(kind, proposals)
    return read, now


@promise
@given(changed_documents())
def test_undoing_folds_the_entries_back_to_the_blocks_as_read(pair):
    read, now = pair
    assert now.undo().blocks == read.blocks


@promise
@given(changed_documents())
def test_the_map_tiles_the_text_and_exact_runs_agree_with_the_source(pair):
    _, now = pair
    for block in now.blocks:
        at = 0
        for run in block.map:
            assert run.text_start == at
            at = run.text_end
            if run.exact:
                assert now.source[run.source_start : run.source_end] == block.text[run.text_start : run.text_end]
        assert at == len(block.text)


@promise
@given(changed_documents())
def test_every_change_of_a_character_has_an_entry(pair):
    read, now = pair
    if [b.text for b in now.blocks] != [b.text for b in read.blocks]:
        assert any(entry.action in ("repair", "split") for entry in now.entries)
