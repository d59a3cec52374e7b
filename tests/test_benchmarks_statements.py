"""The scorer of statements: slices become spans, and each measure moves with what it measures."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.statements import Tally, compare, find, same_name, same_speakers
from cleaner.training.annotated import Annotated, read

ARTICLE = """
id: en-001
language: en
title: "Talks end"
text: |
  It rained.

  Ann Lee said the talks were over. “We are going home,” she said.
statements:
  - speaker: Ann Lee
    surface: Ann Lee
    cue: {text: said, nth: 1}
    mode: indirect
    kind: statement
    span: "Ann Lee said the talks were over."
    content: ["the talks were over"]
  - speaker: Ann Lee
    surface: she
    mode: direct
    kind: statement
    span: "“We are going home,” she said."
    content: ["“We are going home,”"]
    quotes: ["“We are going home,”"]
article_speakers: [Ann Lee]
"""


def one(folder: Path, text: str = ARTICLE) -> Annotated:
    (folder / "en-001.yaml").write_text(text, encoding="utf-8")
    return next(read([folder]))


def test_slices_are_spans_of_title_and_text(tmp_path: Path) -> None:
    article = one(tmp_path)
    first = article.statements[0]
    assert article.whole.startswith("Talks end\n\nIt rained.\n\n")
    assert [article.whole[a:b] for a, b in first.content] == ["the talks were over"]
    assert article.whole[slice(*article.statements[1].surface or (0, 0))] == "she"


def test_a_slice_that_stands_nowhere_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="'the walks were over' does not stand"):
        one(tmp_path, ARTICLE.replace('["the talks were over"]', '["the walks were over"]'))


def test_what_is_found_is_measured(tmp_path: Path) -> None:
    article = one(tmp_path)
    tally = Tally()
    compare(article, *find(article), tally)
    assert tally.score("content and speaker").f1 == 1
    assert (tally.counts["direct/hit"], tally.counts["direct/due"]) == (1, 1)
    assert tally.wrong == []


def test_nothing_found_is_nothing_hit(tmp_path: Path) -> None:
    tally = Tally()
    compare(one(tmp_path), [], (), tally)
    assert tally.score("content tokens").recall == 0
    assert tally.counts["direct/hit"] == 0
    assert any(line.strip().startswith("SPEAKERS") for line in tally.wrong)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [("Zoë Kravitz", "kravitz", True), ("the Kremlin", "Kremlin", True), ("Ann Lee", "Ann Roe", False),
     ("Zelenskiy", "Volodymyr Zelenskyy", True)],
)  # fmt: skip
def test_names_are_the_same_where_one_holds_the_other(a: str, b: str, same: bool) -> None:
    assert same_name(a, b) is same


def test_nobody_is_right_where_nobody_can_be_named() -> None:
    assert same_speakers([], [])
    assert not same_speakers([], ["Ann Lee"])
