"""Quotations and sentences: where they stand, and that broken marks neither stop nor slow the reading."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner import quotes, sentences


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“A. B,” he said. “C.”", ["“A. B,”", "“C.”"]),
        ('"Yes," she said. "No," he said.', ['"Yes,"', '"No,"']),
        ("Il a dit : «\u00a0Nous irons.\u00a0» Puis rien.", ["«\u00a0Nous irons.\u00a0»"]),
        ("«inacceptables» et « disposés »", ["«inacceptables»", "« disposés »"]),
        ("„Deutsch“ und »umgekehrt«", ["„Deutsch“", "»umgekehrt«"]),
        ("''double'' marks and ``TeX''", ["''double''", "``TeX''"]),
        ("the leaders' isn't Macron's o'clock", []),
        ("'The leaders' plan is dead' - Macron", ["'The leaders' plan is dead'"]),
        ("Call for 'Complete' Halt", ["'Complete'"]),
        ('a 5" pipe', []),
        ("‹ein› ‘two’ “three”", ["‹ein›", "‘two’", "“three”"]),
        ("“He said ‘no’ to us,” she said", ["“He said ‘no’ to us,”"]),
        ('“Mixed marks," he said', ['“Mixed marks,"']),
    ],
)
def test_outermost_quotations(text: str, found: list[str]) -> None:
    assert [text[q.start : q.end] for q in quotes.outermost(quotes.find(text)) if q.closed] == found


def test_nested_quotations_know_their_depth() -> None:
    text = "“He said ‘no’ to us,” she said"
    assert [(text[q.start : q.end], q.depth) for q in quotes.find(text)][1] == ("‘no’", 1)


def test_a_quotation_that_opens_a_paragraph_may_stay_open() -> None:
    assert [(q.start, q.closed) for q in quotes.find("“We go on. And on.")] == [(0, False)]
    assert quotes.find('He said "we go on and never closed it.') == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mr. Smith of the U.S. Senate left. It rained.", ["Mr. Smith of the U.S. Senate left.", "It rained."]),
        ("He left the U.S. The rest stayed.", ["He left the U.S.", "The rest stayed."]),
        ("J. R. Smith paid 3.5 million.", ["J. R. Smith paid 3.5 million."]),
        ("“Go. Now,” he said. She left.", ["“Go. Now,” he said.", "She left."]),
        ("“Where?” she asked.", ["“Where?” she asked."]),
        ("He called it a “crime.” She agreed.", ["He called it a “crime.”", "She agreed."]),
        ("« Oui. » Elle part.", ["« Oui. »", "Elle part."]),
        ("he said. the Kremlin. “Now”", ["he said. the Kremlin.", "“Now”"]),
        ("The end of fighting.Next one.", ["The end of fighting.", "Next one."]),
        ("终于。好。", ["终于。", "好。"]),
        ("", []),
    ],
)
def test_sentences(text: str, found: list[str]) -> None:
    spans = sentences.find(text, quotes.find(text), {"mr"}, {"the", "it"})
    assert [text[a:b] for a, b in spans] == found


@given(st.text(alphabet="“”«»\"'‘’„‚ a.B!?\n\u00a0", max_size=200))
def test_spans_lie_inside_any_text_and_in_order(text: str) -> None:
    found = quotes.find(text)
    assert all(0 <= q.start < q.inner_start <= q.inner_end <= q.end <= len(text) for q in found)
    spans = sentences.find(text, found)
    assert all(a < b for a, b in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    kept = sum(len("".join(text[a:b].split())) for a, b in spans)
    assert kept == len("".join(text.split()))


@pytest.mark.parametrize("mark", ['"', "'", "“", "”", "« ", "'a ", '"a', "s' b", '"A. '])
def test_ten_thousand_marks_take_no_time(mark: str) -> None:
    text = mark * 10_000
    start = time.process_time()
    sentences.find(text, quotes.find(text))
    assert time.process_time() - start < 1
