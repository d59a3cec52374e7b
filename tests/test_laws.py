"""The seven promises of docs/promises.md as laws, on arbitrary text, Markdown and HTML."""

from __future__ import annotations

import json
import re
from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cleaner
from cleaner.codes import CODES
from cleaner.config import Config
from cleaner.document import Document
from cleaner.explaining import reason
from cleaner.language import builtin_rules
from cleaner.pipeline import run_stages
from cleaner.readers import document as read
from cleaner.text import WORD
from tests.strategies import SEED_TEXTS, any_text, html, markdown, promise, promise_in_each_format, scrapes

CONFIG = Config(profile="statements")
IN_PACKS = {rule.id for rule in builtin_rules()}
FORMATS = {"text": st.one_of(any_text, scrapes), "markdown": markdown, "html": html}
each_format = pytest.mark.parametrize("kind", FORMATS)


def cleaned(kind: str, source: str) -> Document:
    from cleaner.pipeline import clean_document

    return clean_document(read(source, format=kind), CONFIG)


@each_format
@promise_in_each_format
@given(data=st.data())
def test_1_nothing_is_lost_undoing_gives_the_blocks_as_read(kind, data):
    source = data.draw(FORMATS[kind])
    assert cleaned(kind, source).undo().blocks == read(source, format=kind).blocks


@each_format
@promise_in_each_format
@given(data=st.data())
def test_2_nothing_is_silent_the_ledger_accounts_for_every_difference_by_rules_that_can_be_explained(kind, data):
    source = data.draw(FORMATS[kind])
    document = cleaned(kind, source)
    before = read(source, format=kind)
    changed = sum(row.action in ("repair", "split") for row in document.ledger)
    assert changed or [b.text for b in document.blocks] == [b.text for b in before.blocks]
    removed = {(row.source_start, row.source_end, row.before) for row in document.ledger if row.action == "remove"}
    for block in document.blocks:
        assert block.label and block.rule and block.why
        if not block.in_text and block.label not in ("title", "kicker"):
            assert (block.start, block.end, block.text) in removed
    assert unexplained(document) == set()


@pytest.mark.parametrize("source", SEED_TEXTS)
def test_2_nothing_is_silent_every_rule_met_on_the_seeds_can_be_explained(source):
    assert unexplained(cleaner.clean(source, config=CONFIG)) == set()


def unexplained(document: Document) -> set[str]:
    """Return the rules a document met that `cleaner explain` would know nothing of."""
    met = {entry.rule for entry in document.entries} | {row.rule for row in document.statements}
    return {rule for rule in met if rule not in IN_PACKS and rule not in CODES and not reason(rule)}


@each_format
@promise_in_each_format
@given(data=st.data())
def test_3_stable_the_stages_find_nothing_more_in_a_cleaned_document(kind, data):
    document = cleaned(kind, data.draw(FORMATS[kind]))
    assert run_stages(document, CONFIG).entries == document.entries


@promise
@given(st.one_of(any_text, scrapes))
def test_3_stable_fixing_twice_is_fixing_once(text):
    once = cleaner.fix(text).text
    assert cleaner.fix(once).text == once


@pytest.mark.parametrize("source", SEED_TEXTS)
def test_3_stable_cleaning_the_output_again_loses_nothing(source):
    once = cleaner.clean(source)
    again = cleaner.clean(once.text)
    kept = WORD.findall(f"{again.title or ''} {again.text}")
    assert len(kept) >= 0.995 * len(WORD.findall(once.text))


@each_format
@promise_in_each_format
@given(data=st.data())
def test_4_no_invented_values_every_span_of_evidence_points_into_the_source(kind, data):
    document = cleaned(kind, data.draw(FORMATS[kind]))
    assert not (document.record.published and document.record.published_status == "absent")
    for row in document.evidence:
        assert 0.0 <= row.confidence <= 1.0
        if row.source_start is not None:
            assert 0 <= row.source_start <= row.source_end <= len(document.source)


@each_format
@promise_in_each_format
@given(data=st.data())
def test_4_a_statements_text_is_the_slice_it_points_at(kind, data):
    document = cleaned(kind, data.draw(FORMATS[kind]))
    for row in document.statements:
        column = document.title if row.in_ == "title" else document.text
        assert column[row.text_start : row.text_end] == row.text
        for start, end in (*row.content, *row.quotes):
            assert row.text_start <= start <= end <= row.text_end


@promise
@given(st.binary(max_size=400))
def test_6_bad_input_never_stops_a_run(raw):
    document = cleaner.clean(raw)
    assert document.verdict in ("accepted", "review", "rejected")


@each_format
@promise_in_each_format
@given(data=st.data())
def test_7_same_input_same_output(kind, data):
    source = data.draw(FORMATS[kind])
    first, second = cleaned(kind, source), cleaned(kind, source)
    rows = [[asdict(r) for r in (d.record, *d.statements, *d.evidence, *d.ledger, *d.issues)] for d in (first, second)]
    assert json.dumps(rows[0], default=str) == json.dumps(rows[1], default=str)


def test_5_right_text_is_left_alone_on_the_clean_lines():
    from pathlib import Path

    data = Path(__file__).parent / "data"
    for path in sorted((*data.glob("clean_*.txt"), *data.glob("clean/*.txt"))):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                fixed = cleaner.fix(line)
                assert fixed.text == re.sub(r"[ \t]+", " ", line).strip() or fixed.text == line, (
                    path.name,
                    fixed.ledger,
                )
