"""What `cleaner check` says when something is not as it should be, and what it ends with: 0, 1, 2 or 3."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet
import pytest

from cleaner import schemas
from cleaner.cli import call
from cleaner.errors import SchemaError

WHOLE = {
    "article_id": "a", "text": "The talks resume.", "published": "2020-10-01", "publisher": "A paper", "title": "Talks",
    "url": "https://example.org/a", "authors": ["Jane Doe"], "speakers": ["Ann Lee"],
}  # fmt: skip


@pytest.fixture
def check(tmp_path, monkeypatch, capsys):
    """Run `cleaner check` where no other settings have a say, and return what it told."""
    (tmp_path / "pyproject.toml").write_text("")
    monkeypatch.chdir(tmp_path)

    def run(*arguments: object, code: int = 0) -> str:
        left = call(["check", *map(str, arguments)])
        told = capsys.readouterr()
        assert left == code, told
        assert "Traceback" not in told.err
        return told.out + told.err

    return run


def table(name: str, *rows: dict) -> str:
    if name.endswith(".jsonl"):
        Path(name).write_text("".join(json.dumps(row) + "\n" for row in rows))
    else:
        pyarrow.parquet.write_table(pa.Table.from_pylist(list(rows)), name)
    return name


@pytest.mark.parametrize("suffix", ["jsonl", "parquet"])
def test_a_table_without_a_finding_ends_with_0_and_one_with_an_error_with_1(check, suffix):
    check(table(f"t.{suffix}", WHOLE))
    assert "missing_date" in check(table(f"t.{suffix}", {**WHOLE, "published": None}), code=1)
    assert "missing_title" in check(table(f"t.{suffix}", {**WHOLE, "title": None}))


@pytest.mark.parametrize(
    ("schema", "said"),
    [
        ("my.yaml", ["my.yaml", "no such file", "FILE.py:Model or FILE.yaml"]),
        ("my.json", ["my.json", "FILE.py:Model or FILE.yaml"]),
        ("bad.yaml", ["bad.yaml", "'requierd'", "required"]),
        ("bad.py:Mine", ["bad.py, line 2", "NameError"]),
        ("other.py:Mine", ["Mine is not there", "Other"]),
    ],
)
def test_a_wrong_schema_ends_with_2_and_says_what_is_wrong_and_what_to_do(check, schema, said):
    Path("bad.yaml").write_text("requierd: [title]\n")
    Path("bad.py").write_text("import pandera.pandas as pa\nclass Mine(Nothing): pass\n")
    Path("other.py").write_text("from cleaner.schemas import Article\nclass Other(Article): pass\n")
    told = check(table("t.jsonl", WHOLE), "--schema", schema, code=2)
    assert all(words in told for words in said), told


def test_a_missing_column_is_told_with_those_that_are_there_and_how_to_name_one(check):
    rows = {"body": "The talks resume.", "date": "2020-10-01", "link": "https://example.org/a"}
    told = check(table("t.jsonl", rows), code=1)
    assert "no column 'text'; the table has 'body', 'date', 'link'" in told and "--map text=COLUMN" in told
    check("t.jsonl", "--map", "text=body,published=date,url=link")


def test_a_map_to_a_column_that_is_not_there_names_those_that_are(check):
    told = check(table("t.jsonl", {"body": "x"}), "--map", "text=boddy", code=2)
    assert "no column 'boddy', which --map names. Columns found: 'body'" in told


def test_a_map_of_something_that_is_no_field_says_so(check):
    told = check(table("t.jsonl", WHOLE), "--map", "headline=title", code=2)
    assert "'headline' is no field" in told and "title" in told


@pytest.mark.parametrize("name", ["t.csv", "t.jsonl", "t.parquet"])
def test_an_empty_table_says_that_nothing_was_checked(check, name):
    if name.endswith(".csv"):
        Path(name).write_text("article_id,text,published\n")
    elif name.endswith(".jsonl"):
        Path(name).write_text("")
    else:
        nothing = pa.array([], pa.string())
        pyarrow.parquet.write_table(pa.table({"text": nothing, "published": nothing}), name)
    told = check(name, code=1 if name.endswith(".jsonl") else 0)
    assert "no rows" in told and "is it the right file" in told


def test_an_empty_file_that_should_be_csv_says_what_was_expected(check):
    Path("t.csv").write_text("")
    assert "is empty. Expected a line with the names of the columns" in check("t.csv", code=2)


@pytest.mark.parametrize(
    ("row", "said"),
    [({"published": 20201001}, "no text (column published): '20201001'"),
     ({"truncated": "perhaps"}, "no true or false"), ({"authors": [1]}, "no list of texts"),
     ({"chars_text": 1.5}, "no whole number"), ({"article_id": ["a"]}, "no text (column article_id)")],
)  # fmt: skip
def test_a_value_of_another_type_is_told_with_its_value(check, row, said):
    assert said in check(table("t.jsonl", {**WHOLE, **row}), code=1)


def test_a_fault_of_ours_ends_with_3_and_asks_for_a_report(check, monkeypatch):
    monkeypatch.setattr(schemas, "model", lambda name: 1 / 0)
    assert "please report" in _told_of_fault(table("t.jsonl", WHOLE))


def _told_of_fault(name: str) -> str:
    import contextlib
    import io

    err = io.StringIO()
    with contextlib.redirect_stderr(err):
        assert call(["check", name]) == 3
    return err.getvalue()


def test_a_schema_may_be_asked_alone(check):
    Path("my.yaml").write_text("min_chars: 100\nseverity: {text_too_short: warning}\n")
    table("t.jsonl", {"text": "Short."})
    assert "missing_column" in check("t.jsonl", "--schema", "my.yaml", code=1)
    told = check("t.jsonl", "--schema", "my.yaml", "--only-schema")
    assert "text_too_short" in told and "missing" not in told
    assert "name it with --schema" in check("t.jsonl", "--only-schema", code=2)


def test_every_bad_row_can_be_written_down_with_its_reason(check):
    rows = [{**WHOLE, "article_id": str(n), "text": f"Talks {n}.", "title": "T" if n % 3 else None} for n in range(9)]
    check(table("t.jsonl", *rows), "--rows", "rows.json")
    [rule] = [rule for rule in json.loads(Path("rows.json").read_text())["rules"] if rule["code"] == "missing_title"]
    assert rule["rows"] == [1, 4, 7] and rule["count"] == 3 and rule["why"] and rule["mend"] and not rule["left_out"]


def test_lines_nested_too_deep_are_told_by_their_place(check):
    deep = "[" * 100_000
    Path("deep.jsonl").write_text(f'{{"text": "A"}}\n{deep}\n')
    assert "deep.jsonl, line 2: no JSON" in check("deep.jsonl", code=2)
    Path("baseline.jsonl").write_text(f"{deep}\n")
    assert "baseline.jsonl, line 1: no JSON" in check(
        table("whole.jsonl", WHOLE), "--baseline", "baseline.jsonl", code=2
    )
    csv = ",".join(WHOLE) + "\n" + ",".join(deep if key == "authors" else str(value) for key, value in WHOLE.items())
    Path("deep.csv").write_text(csv.replace("['Ann Lee']", "Ann Lee") + "\n")
    assert "authors" in check("deep.csv", code=1)


def test_a_line_of_a_history_nested_too_deep_is_told_by_its_place(tmp_path):
    from cleaner.history import log

    (tmp_path / "runs.jsonl").write_text("[" * 100_000)
    with pytest.raises(SchemaError, match=r"runs.jsonl, line 1: no JSON"):
        log.last(tmp_path / "runs.jsonl")
