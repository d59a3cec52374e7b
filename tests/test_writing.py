"""Tables as files: every column, real lists, nothing lost, nothing that a spreadsheet obeys, whole or not at all."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.errors import UsageError
from cleaner.tables.columns import TABLES, columns, written
from cleaner.tables.rows import Article
from cleaner.tables.writing import FORMATS, TableFiles
from cleaner.validation.loading import load
from tests.test_schemas import EVIDENCE, LEDGER, said
from tests.test_validate import WHOLE

PART = {"articles": [WHOLE], "statements": [said()], "ledger": [LEDGER], "evidence": [EVIDENCE]}


def write_frames(out: Path, file_format: str, parts: list[dict], keep: tuple[str, ...] = ()) -> None:
    with TableFiles(out, file_format, keep) as files:
        for part in parts:
            files.add(part)
        files.finish()


def articles(out: Path, *rows: Article, file_format: str, keep: tuple[str, ...] = ()) -> list[dict]:
    write_frames(out, file_format, [{"articles": list(rows)}], keep)
    path = out / f"articles.{file_format}"
    if file_format == "parquet":
        return pq.read_table(path).to_pylist()
    if file_format == "jsonl":
        return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n")[:-1]]
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize("file_format", FORMATS)
def test_every_table_has_its_columns_in_order(tmp_path, file_format):
    write_frames(tmp_path, file_format, [PART])
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(f"{table}.{file_format}" for table in TABLES)
    tables, wrong, _ = load(tmp_path)
    assert wrong == []
    for name in PART:
        assert list(tables[name].columns) == [column.name for column in columns(name)]


@pytest.mark.parametrize("file_format", ["parquet", "jsonl"])
def test_lists_are_lists_and_nulls_are_nulls(tmp_path, file_format):
    [row] = articles(tmp_path, replace(WHOLE, agencies=("AFP", "dpa"), title=None, authors=()), file_format=file_format)
    assert (row["agencies"], row["title"], row["authors"], row["truncated"]) == (["AFP", "dpa"], None, [], False)


def test_in_csv_lists_are_json_and_null_is_an_empty_cell(tmp_path):
    [row] = articles(tmp_path, replace(WHOLE, agencies=("AFP", "dpa"), title=None, authors=()), file_format="csv")
    assert (row["agencies"], row["title"], row["authors"], row["truncated"]) == ('["AFP", "dpa"]', "", "[]", "false")


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_cell_of_a_scrape_is_no_formula_in_csv(tmp_path, text):
    article = replace(WHOLE, title=text, authors=(text,), kept={"spider": text})
    [row] = articles(tmp_path, article, file_format="csv", keep=("spider",))
    assert row["title"] == row["spider"] == "'" + text
    assert not row["authors"].startswith(("=", "+", "-", "@", "\t", "\r"))
    assert load(tmp_path)[0]["articles"]["title"][0] == text


def test_numbers_below_zero_stay_numbers_in_csv(tmp_path):
    [row] = articles(tmp_path, replace(WHOLE, chars_text=-1), file_format="csv")
    assert row["chars_text"] == "-1"


@pytest.mark.parametrize("file_format", FORMATS)
@pytest.mark.parametrize(
    ("text", "stands"),
    [("a\ud83d", "a\\ud83d"), ("\\ \udc00", "\\\\ \\udc00"), ("\\n", "\\n"), ("naïve 😀", "naïve 😀")],
)
def test_half_characters_are_written_out_and_whole_texts_are_left_alone(tmp_path, file_format, text, stands):
    [row] = articles(tmp_path, replace(WHOLE, text=text, kept={"raw": text}), file_format=file_format, keep=("raw",))
    assert row["text"] == row["raw"] == stands


@given(
    st.text(st.characters(blacklist_categories=[]), max_size=30),
    st.text(st.characters(blacklist_categories=[]), max_size=30),
)
def test_no_two_texts_with_half_characters_are_written_alike(one, other):
    def broken(text):
        return any("\ud800" <= c <= "\udfff" for c in text)

    written(one).encode("utf-8")
    if broken(one) and broken(other) and one != other:
        assert written(one) != written(other)


@pytest.mark.parametrize("file_format", FORMATS)
def test_kept_columns_stand_after_ours_under_a_name_that_is_free(tmp_path, file_format):
    article = replace(WHOLE, kept={"spider": "s1", "title": "as it came", "depth": 3, "tags": ["a"]})
    keep = ("spider", "title", "depth", "tags", "absent")
    [row] = articles(tmp_path, article, file_format=file_format, keep=keep)
    assert list(row)[-5:] == ["spider", "kept_title", "depth", "tags", "absent"]
    assert [row[name] or None for name in list(row)[-5:]] == ["s1", "as it came", "3", '["a"]', None]
    assert row["title"] == "A title"


@pytest.mark.parametrize("file_format", FORMATS)
def test_confidence_has_three_decimals(tmp_path, file_format):
    write_frames(tmp_path, file_format, [{"ledger": [replace(LEDGER, confidence=0.123456)]}])
    assert load(tmp_path)[0]["ledger"]["confidence"][0] == 0.123


@pytest.mark.parametrize("file_format", FORMATS)
def test_what_is_written_can_be_read_back_as_it_was(tmp_path, file_format):
    write_frames(tmp_path, file_format, [PART, {"statements": [said("text.", 2)]}])
    tables, _, _ = load(tmp_path)
    assert tables["statements"]["content"].tolist() == [[[0, 7]], [[2, 7]]]
    assert tables["statements"]["cue_start"].isna().all() and tables["statements"]["text_start"].tolist() == [0, 2]
    assert tables["articles"]["speakers"].tolist() == [["B. Speaker"]]
    assert tables["evidence"]["chosen"].tolist() == [True]


def test_a_failure_leaves_what_was_there_and_no_half_file(tmp_path):
    write_frames(tmp_path / "out", "jsonl", [PART])
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    with pytest.raises(KeyboardInterrupt), TableFiles(tmp_path / "out", "jsonl") as files:
        files.add({"articles": [replace(WHOLE, title="half")]})
        raise KeyboardInterrupt
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before
    with pytest.raises(KeyboardInterrupt), TableFiles(tmp_path / "new" / "deep", "parquet"):
        raise KeyboardInterrupt
    assert not (tmp_path / "new").exists()


def test_a_file_in_the_way_of_the_folder_is_told(tmp_path):
    (tmp_path / "out").write_text("mine")
    with pytest.raises(UsageError, match="needs a folder"):
        TableFiles(tmp_path / "out", "jsonl")
    assert (tmp_path / "out").read_text() == "mine"
