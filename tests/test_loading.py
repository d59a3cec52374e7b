"""Tables of others as typed frames: whatever holds a column, the same values come out, and what is none is told."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest
from pyarrow import parquet

from cleaner.validation.loading import load, of_frame
from cleaner.validation.rules import validate_tables

TEXTS = ["The talks resume.", None, ""]
LISTS = [["Ann Lee", "Bo Ek"], None, []]
HOLDERS = {
    "object": lambda: pd.DataFrame({"article_id": ["a", "b", "c"], "text": pd.Series(TEXTS, dtype=object),
                                    "authors": pd.Series(LISTS, dtype=object)}),
    "str": lambda: pd.DataFrame({"article_id": ["a", "b", "c"], "text": pd.Series(TEXTS, dtype="str"),
                                 "authors": pd.Series(LISTS, dtype=object)}),
    "arrow": lambda: pd.DataFrame({"article_id": ["a", "b", "c"],
                                   "text": pd.Series(TEXTS, dtype=pd.ArrowDtype(pa.string())),
                                   "authors": pd.Series(LISTS, dtype=pd.ArrowDtype(pa.list_(pa.string())))}),
    "category": lambda: pd.DataFrame({"article_id": ["a", "b", "c"], "text": pd.Series(TEXTS, dtype="category"),
                                      "authors": pd.Series(LISTS, dtype=object)}),
    "python strings": lambda: pd.DataFrame({"article_id": ["a", "b", "c"],
                                            "text": pd.Series(TEXTS, dtype=pd.StringDtype("python")),
                                            "authors": pd.Series(LISTS, dtype=object)}),
}  # fmt: skip


def broken(loaded) -> set[tuple]:
    breaches = [*loaded.wrong, *validate_tables(loaded.tables, "text")]
    return {(breach.code, breach.column, breach.rows) for breach in breaches}


@pytest.mark.parametrize("holder", HOLDERS)
def test_what_holds_a_column_changes_nothing(holder, tmp_path):
    df = HOLDERS[holder]()
    df.index = pd.Index([7, 7, 7])
    found = broken(of_frame(df))
    assert ("no_main_content", "text", (1, 2)) in found and not any(code == "wrong_type" for code, *_ in found)
    assert found == broken(of_frame(HOLDERS["object"]()))


@pytest.mark.parametrize("kind", ["string", "large_string", "dictionary", "jsonl"])
def test_what_a_file_holds_a_column_as_changes_nothing(kind, tmp_path):
    if kind == "jsonl":
        path = tmp_path / "t.jsonl"
        rows = zip("abc", TEXTS, LISTS, strict=True)
        path.write_text("".join(json.dumps(dict(zip(("article_id", "text", "authors"), row, strict=True))) + "\n"
                                for row in rows))  # fmt: skip
    else:
        path = tmp_path / "t.parquet"
        texts = pa.array(TEXTS, pa.large_string() if kind == "large_string" else pa.string())
        texts = texts.dictionary_encode() if kind == "dictionary" else texts
        parquet.write_table(pa.table({"article_id": list("abc"), "text": texts, "authors": LISTS}), path)
    assert broken(load(path)) == broken(of_frame(HOLDERS["object"]()))


def test_days_and_moments_of_other_types_are_read_as_iso(tmp_path):
    moment = datetime.datetime(2020, 10, 1, 9, 28, tzinfo=datetime.UTC)
    table = pa.table({"text": ["A"], "published_date": [moment.date()], "published_at": [moment]})
    parquet.write_table(table, tmp_path / "t.parquet")
    rows = load(tmp_path / "t.parquet").tables["articles"]
    assert rows["published_date"][0] == "2020-10-01" and rows["published_at"][0] == "2020-10-01T09:28:00+00:00"
    df = pd.DataFrame({"text": ["A", "B"], "published_at": pd.to_datetime([moment, None], utc=True)})
    assert not of_frame(df).wrong


@pytest.mark.parametrize(("suffix", "lines"), [("jsonl", [1, 3]), ("csv", [2, 4])])
def test_the_line_of_each_row_is_known_even_where_lines_are_empty_or_cells_have_several(tmp_path, suffix, lines):
    path = tmp_path / f"t.{suffix}"
    path.write_text('{"text": "A"}\n\n{"text": "B"}\n' if suffix == "jsonl" else 'text\n"A\nB"\nC\n')
    assert load(path).origins["articles"].lines == lines


def test_a_table_is_told_by_its_name_or_its_columns(tmp_path):
    for name, row, table in (("ledger.jsonl", {"x": 1}, "ledger"), ("mine.jsonl", {"statement_id": "1"}, "statements"),
                             ("mine.jsonl", {"code": "c", "severity": "error"}, "issues"),
                             ("mine.jsonl", {"text": "A"}, "articles")):  # fmt: skip
        Path(tmp_path / name).write_text(json.dumps(row))
        assert list(load(tmp_path / name).tables) == [table]
