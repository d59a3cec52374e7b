"""The tables as JSON Schema: it holds of our rows, fails of bad ones, and names the rules it cannot say."""

from __future__ import annotations

import json

import jsonschema
import pytest

from cleaner import schemas
from cleaner.cli import call
from cleaner.run import run
from cleaner.tables import stored
from cleaner.tables.columns import TABLES, columns
from cleaner.validation import proving
from cleaner.validation.contract import load
from cleaner.validation.jsonschema import of

SAID = ("verdict-is-known", "precision-is-known", "url-is-address", "language-is-tag", "counts-are-counts",
        "mode-is-known", "kind-is-known", "place-is-known", "speaker-type-is-known", "action-is-known",
        "severity-is-known", "confidence-is-share", "line-is-line", "has-id", "has-article")  # fmt: skip
"""Rules about one column: what they say, JSON Schema says."""


@pytest.mark.parametrize("table", TABLES)
def test_every_table_is_a_schema_with_its_columns_and_its_rules(table):
    made = of(table)
    jsonschema.Draft202012Validator.check_schema(made)
    assert list(made["properties"]) == [column.name for column in columns(table)]
    rules = {rule["rule"] for rule in made["x-rules"]}
    assert rules == {rule.id(name) for name, rule in proving.rules() if name == table}


def test_what_a_run_writes_fits(tmp_path):
    page = "A title\n\nBy Jane Doe\n\nPublished: May 3, 2021\n\nThe talks failed, said Ann Lee on Monday.\n\nAccept all"
    (tmp_path / "a.txt").write_text(page)
    run([tmp_path / "a.txt"], tmp_path / "out", file_format="jsonl")
    for table in TABLES:
        validator = jsonschema.Draft202012Validator(of(table))
        for row in stored.rows(tmp_path / "out", table):
            validator.validate(row)


@pytest.mark.parametrize("example", [e for e in proving.examples() if e.rule in SAID], ids=lambda e: f"{e.id}-{e.kind}")
def test_rules_about_one_column_say_the_same(example):
    rows = example.tables()[example.table]
    cells = {name: rows[name].tolist()[-1] for name in rows}
    row = {name: value for name, value in cells.items() if str(value) not in ("None", "nan", "<NA>")}
    fits = jsonschema.Draft202012Validator(of(example.table)).is_valid(row)
    assert fits == (example.kind == "good"), example.told


def test_an_own_yaml_is_in_it(tmp_path):
    path = tmp_path / "my.yaml"
    path.write_text("required: [title, authors, spider]\nvalues: {spider: [a, b]}\nmatches: {url: '^https://'}\n"
                    "min_chars: 5\nmax_chars: 9\nlanguages: [en, fr]\n")  # fmt: skip
    validator = jsonschema.Draft202012Validator(of("articles", load(str(path))))
    good = {"article_id": "a", "title": "T", "authors": ["A"], "spider": "a", "url": "https://a.org", "text": "Talks.",
            "language": "en-GB"}  # fmt: skip
    assert validator.is_valid(good)
    for change in ({"title": ""}, {"title": None}, {"authors": []}, {"spider": "c"}, {"url": "http://a.org"},
                   {"text": "Talk"}, {"text": "Talk Talk Talk"}, {"language": "enm"}):  # fmt: skip
        assert not validator.is_valid({**good, **change}), change


def test_an_own_model_is_in_it_as_far_as_it_can_be_said(tmp_path):
    (tmp_path / "my.py").write_text("""
import pandera.pandas as pa
from pandera.typing import Series
from cleaner.schemas import Article

class Mine(Article):
    publisher: Series[str] = pa.Field(isin=["A", "B"])
    title: Series[str] = pa.Field(str_length={"min_value": 3}, nullable=True)
""")
    made = of("articles", load(f"{tmp_path / 'my.py'}:Mine"))
    assert made["properties"]["publisher"]["enum"] == ["A", "B"]
    assert made["properties"]["title"]["minLength"] == 3 and "publisher" in made["required"]


def test_the_command_prints_it(capsys):
    for table in schemas.MODELS:
        assert call(["schema", table]) == 0
        assert json.loads(capsys.readouterr().out)["title"] == table
    assert call(["schema", "ledger", "--schema", "my.yaml"]) == 2
