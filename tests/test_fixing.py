"""`cleaner fix` over columns of a table: what is repaired, what stays, what is told."""

import csv
import json
from pathlib import Path

import pandas as pd
import pytest

import cleaner
from cleaner.cli import call
from cleaner.errors import UsageError
from cleaner.fixing import fix_table

ROWS = [
    {"id": "1", "text": "Le prÃ©sident a parlÃ©.", "n": "-5"},
    {"id": "2", "text": "All is well.", "n": "=1"},
    {"id": "3", "text": "- cafÃ© fermé", "n": ""},
]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "data.csv"
    with path.open("w", newline="") as file:
        out = csv.DictWriter(file, ROWS[0])
        out.writeheader()
        out.writerows(ROWS)
    return path


def read(path: Path) -> list[dict[str, str]]:
    with path.open(newline="") as file:
        return list(csv.DictReader(file))


def test_the_column_is_repaired_and_the_others_stay(table, tmp_path):
    counts = fix_table(table, ["text"], tmp_path / "fixed.csv", tmp_path / "ledger.csv")
    rows = read(tmp_path / "fixed.csv")
    assert [row["text"] for row in rows] == ["Le président a parlé.", "All is well.", "'- café fermé"]
    assert [row["n"] for row in rows] == ["-5", "=1", ""]
    assert (counts.rows, counts.cells, counts.changes) == (3, 2, 3)
    ledger = read(tmp_path / "ledger.csv")
    told = [(e["row"], e["column"], e["before"], e["after"], e["kind"]) for e in ledger]
    assert told == [(row, "text", "Ã©", "é", "mojibake") for row in "113"]
    for entry in ledger:
        cell = ROWS[int(entry["row"]) - 1]["text"]
        assert cell[int(entry["start"]) : int(entry["end"])] == entry["before"]


def test_parquet_keeps_its_types_and_json_lines_their_values(tmp_path):
    frame = pd.DataFrame({"text": ["cafÃ©", None], "n": [1, 2], "tags": [["a"], []]})
    frame.to_parquet(tmp_path / "data.parquet")
    fix_table(tmp_path / "data.parquet", ["text"], tmp_path / "fixed.parquet", tmp_path / "ledger.jsonl")
    again = pd.read_parquet(tmp_path / "fixed.parquet")
    assert again["text"].tolist()[0] == "café" and again["text"].isna().tolist() == [False, True]
    assert again["n"].dtype == frame["n"].dtype and list(again["tags"][0]) == ["a"]
    fix_table(tmp_path / "fixed.parquet", ["text"], tmp_path / "fixed.jsonl")
    lines = [json.loads(line) for line in (tmp_path / "fixed.jsonl").read_text().splitlines()]
    assert lines[0] == {"text": "café", "n": 1, "tags": ["a"]}
    assert json.loads((tmp_path / "ledger.jsonl").read_text())["rule"] == "wrong-charset"


def test_a_data_frame_comes_back_repaired_with_its_changes():
    frame = pd.DataFrame({"body": ["cafÃ©", 7]}, index=[10, 20])
    repaired, changes = cleaner.fix_frame(frame, "body")
    assert repaired["body"].tolist() == ["café", 7] and frame["body"].tolist() == ["cafÃ©", 7]
    assert changes[["row", "before", "after"]].values.tolist() == [[1, "Ã©", "é"]]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["data.csv", "--column", "body", "-o", "x.csv"], "no column 'body'. Columns found: 'id', 'text', 'n'"),
        (["data.csv", "--column", "text"], "-o"),
        (["data.csv", "--column", "text", "-o", "x.docx"], ".csv, .jsonl or .parquet"),
        (["data.csv", "--column", "text", "-o", "data.csv"], "written over"),
        (["data.csv", "--ledger", "l.csv"], "--column"),
        (["-", "--column", "text", "-o", "x.csv"], "needs a file"),
    ],
)
def test_what_does_not_fit_is_said(table, monkeypatch, capsys, arguments, said):
    monkeypatch.chdir(table.parent)
    assert call(["fix", *arguments]) == 2
    assert said in capsys.readouterr().err
    assert sorted(path.name for path in table.parent.iterdir()) == ["data.csv"]


def test_a_row_that_can_not_be_read_is_told_and_the_others_are_written(table, monkeypatch, capsys):
    monkeypatch.chdir(table.parent)
    table.write_text(table.read_text() + "4,too few\n")
    assert call(["fix", "data.csv", "--column", "text", "-o", "fixed.csv"]) == 1
    assert "line 5: has 2 fields; the header has 3; not written" in capsys.readouterr().err
    assert len(read(Path("fixed.csv"))) == 3


def test_rows_with_other_columns_make_no_table(tmp_path):
    source = tmp_path / "data.jsonl"
    source.write_text('{"text": "a"}\n{"text": "b", "more": 1}\n')
    with pytest.raises(UsageError, match="'more'"):
        fix_table(source, ["text"], tmp_path / "fixed.csv")
    assert not (tmp_path / "fixed.csv").exists()
