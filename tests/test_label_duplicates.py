"""Blocks that repeat others: copies for other screens and gated variants, not what a page says twice on purpose."""

from __future__ import annotations

import time

import pytest
from hypothesis import given

from cleaner.label.furniture.duplicates import duplicates, repeats
from cleaner.readers import document
from tests.strategies import html, promise

A = "<p>The bridge will be mended before the winter comes, they said.</p>"
B = "<p>Nobody has asked the ferryman what he thinks of the plan.</p>"


@pytest.mark.parametrize(("page", "expected"), [
    (A + B, {}),
    (A + "<p>Else." + A, {2: 0}),
    (f"<div>{A}<h2>Why</h2>{B}</div><div>{A}<h2>Why</h2>{B}</div>", {3: 0, 4: 1, 5: 2}),
    ("<h2>Why</h2>" + A + B + "<h2>Why</h2>" + A, {3: 0, 4: 1}),
    (A.replace("mended before", "mended\n  before") + A, {1: 0}),
    ("<p>Buy it now</p>" * 4, {}),
    (A * 5, {}),
    (f"<table><tr><td>{A}<td>{A}</table>", {1: 0}),
    ("<table>" + "<tr><td>The bridge will be mended before the winter comes." * 2 + "</table>", {}),
    ("<pre>one two three four five six seven eight</pre>" * 2, {}),
    ("<ul><li>The bridge will be mended before winter comes back</ul>" * 2, {}),
    ("".join(f"<li>Point {n} of the plan that nobody has read so far" for n in range(5)) * 2,
     {5: 0, 6: 1, 7: 2, 8: 3, 9: 4}),
    (A + A, {1: 0}),
    ("", {}),
])  # fmt: skip
def test_copies_are_found_and_what_repeats_on_purpose_is_not(page: str, expected: dict[int, int]) -> None:
    assert repeats(document(page, format="html")) == expected


def test_of_a_hidden_and_a_visible_copy_the_visible_one_stays() -> None:
    lines = [f"<p>Line {n} of the statement that was read to the press.</p>" for n in range(5)]
    read = document(f"<div style='display:none'>{''.join(lines) * 2}</div>{''.join(lines)}", format="html")
    assert repeats(read) == {n: n % 5 + 10 for n in range(10)}


@promise
@given(source=html)
def test_what_stays_is_never_a_copy_itself(source: str) -> None:
    read = document(source, format="html")
    found = repeats(read)
    assert set(found) == duplicates(read)
    for number, stays in found.items():
        assert stays not in found
        assert read.blocks[number].text.split() == read.blocks[stays].text.split()


def test_many_copies_cost_no_more_than_their_number() -> None:
    read = document((A + "<p>x</p>") * 20_000, format="html")
    began = time.process_time()
    duplicates(read)
    assert time.process_time() - began < 2
