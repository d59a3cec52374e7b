"""Schemas of users' own, in Python and in YAML: asked beside ours, and clear about what is wrong with them."""

from __future__ import annotations

import textwrap
from dataclasses import replace
from pathlib import Path

import pytest

from cleaner.codes import CODES
from cleaner.errors import SchemaError
from cleaner.tables.typed import frame
from cleaner.validation.contract import load
from cleaner.validation.rules import validate_tables
from tests.test_schemas import found, told
from tests.test_validate import WHOLE


def write(folder: Path, text: str, name: str = "my.py") -> Path:
    path = folder / name
    path.write_text(textwrap.dedent(text), encoding="utf-8")
    return path


MINE = """
    import pandas as pd
    import pandera.pandas as pa
    from pandera.typing import Series
    from cleaner.schemas import Article

    class MyArticle(Article):
        publisher: Series[str] = pa.Field(isin=["A paper", "B paper"])
        spider: Series[str]

        class Config:
            metadata = {"severity": {"house/short-title": "warning"}}

        @pa.check("title", name="house/short-title", error="house/short-title")
        def short(cls, titles):
            return titles.str.len() < 10

        @pa.dataframe_check(name="house/exclaims", error="house/exclaims")
        def calm(cls, rows):
            return rows["text"].str.endswith(".")
"""


def test_an_own_model_that_builds_on_ours_adds_its_rules(tmp_path):
    contract = load(f"{write(tmp_path, MINE)}:MyArticle")
    several = [
        replace(WHOLE, article_id="0", kept={"spider": "s"}),
        replace(WHOLE, article_id="1", publisher="C paper", kept={"spider": "s"}),
        replace(WHOLE, article_id="2", publisher=None, title=None, kept={"spider": "s"}),
        replace(WHOLE, article_id="3", title="A very long title", text="Oh!", kept={"spider": None}),
    ]
    rows = frame("articles", several, contract.kept)
    findings = validate_tables({"articles": rows}, "news", contract, whole=False)
    assert {(f.code, f.severity, f.column, f.rows) for f in findings} == {
        ("own_rule", "error", "publisher", (1,)),
        ("missing_field", "error", "publisher", (2,)),
        ("missing_field", "error", "spider", (3,)),
        ("house/short-title", "warning", "title", (3,)),
        ("house/exclaims", "error", "articles", (3,)),
        ("missing_publisher", "warning", "publisher", (2,)),
        ("missing_title", "warning", "title", (2,)),
    }


def test_a_column_that_an_own_model_needs_and_the_table_lacks_is_named(tmp_path):
    contract = load(f"{write(tmp_path, MINE)}:MyArticle")
    assert ("missing_column", "spider", None) in told(found(articles=[WHOLE], contract=contract))


def test_an_own_model_of_its_own_kind_is_asked_beside_ours(tmp_path):
    path = write(tmp_path, """
        import pandera.pandas as pa
        short = pa.Check.str_length(max_value=3, error="short")
        Mine = pa.DataFrameSchema({"title": pa.Column(str, short, nullable=True)})
    """)  # fmt: skip
    assert told(found(articles=[WHOLE, replace(WHOLE, article_id="")], contract=load(f"{path}:Mine"))) == {
        ("short", "title", (0, 1)), ("missing_value", "article_id", (1,)),
    }  # fmt: skip


@pytest.mark.parametrize("body", ["return rows['nowhere'] == 1", "return pd.Series([True])", "return [True]"])
def test_an_own_check_that_cannot_be_applied_is_told_and_never_passes_in_silence(tmp_path, body):
    path = write(tmp_path, f"""
        import pandas as pd
        import pandera.pandas as pa
        class Mine(pa.DataFrameModel):
            @pa.dataframe_check(error="house/rule")
            def wrong(cls, rows):
                {body}
    """)  # fmt: skip
    with pytest.raises(SchemaError, match="house/rule"):
        found(articles=[WHOLE, replace(WHOLE, article_id="b")], contract=load(f"{path}:Mine"))


@pytest.mark.parametrize(
    ("text", "name", "message"),
    [
        ("class Mine(: pass", "Mine", "line 1: SyntaxError"),
        ("import nowhere_to_be_found", "Mine", "line 1: ModuleNotFoundError"),
        ("\n1 / 0", "Mine", "line 2: ZeroDivisionError"),
        ("import sys\nsys.exit(0)", "Mine", "SystemExit"),
        (
            "from cleaner.schemas import Article\nclass Other(Article): pass",
            "Mine",
            "Mine is not there. Models in this file: Other",
        ),
        ("Mine = 3", "Mine", "Mine is no pandera model"),
        (
            "from cleaner.schemas import Article\nclass Mine(Article):\n    title: 'no.such.type'",
            "Mine",
            "no usable schema",
        ),
    ],
)
def test_an_own_model_that_cannot_be_loaded_says_where_and_why(tmp_path, text, name, message):
    with pytest.raises(SchemaError, match=r"my\.py") as raised:
        load(f"{write(tmp_path, text)}:{name}")
    assert message in str(raised.value)


def test_an_own_model_that_grades_a_rule_nobody_has_is_told(tmp_path):
    with pytest.raises(SchemaError, match=r"'house/long-title', but no check .*house/exclaims, house/short"):
        load(f"{write(tmp_path, MINE.replace('house/short-title', 'house/long-title', 1))}:MyArticle")


@pytest.mark.parametrize("stated", ["nowhere.py:Mine", "nowhere.yaml", "my.json", "my.py", "C"])
def test_a_schema_that_is_not_there_says_what_was_expected(stated):
    with pytest.raises(SchemaError, match=r"FILE\.py:Model"):
        load(stated)


YAML = """
    required: [title, spider]
    sources: [A Paper, example.org]
    published: {from: 2020-01-01, to: 2020-12-31}
    min_chars: 5
    languages: [en, fr]
    values: {language: [en, en-GB, de, enm], spider: [s]}
    matches: {url: "^https://", title: "^A"}
    max_chars: 20
    severity: {text_too_long: warning, title: info}
"""


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, None),
        ({"title": None}, ("missing_field", "title")),
        ({"kept": {}}, ("missing_field", "spider")),
        ({"publisher": "C"}, ("source_not_allowed", "publisher")),
        ({"publisher": "C", "host": "example.org"}, None),
        ({"publisher": "a paper"}, None),
        ({"publisher": None, "host": None}, None),
        ({"published": "2019-12-31"}, ("date_out_of_range", "published")),
        ({"published": "2021"}, ("date_out_of_range", "published")),
        ({"published": "2020-12"}, None),
        ({"published": "2020-12-31T23:59"}, None),
        ({"published": None}, None),
        ({"text": "Four"}, ("text_too_short", "text")),
        ({"language": "de"}, ("language_not_allowed", "language")),
        ({"language": "en-GB"}, None),
        ({"language": "enm"}, ("language_not_allowed", "language")),
        ({"language": "de", "verdict": "rejected"}, None),
        ({"text": "A text of 21 letters."}, ("text_too_long", "text")),
        ({"text": "A text of 20 letter."}, None),
        ({"url": "http://example.org"}, ("pattern_mismatch", "url")),
        ({"url": None}, None),
        ({"language": "fr"}, ("value_not_allowed", "language")),
        ({"kept": {"spider": "t"}}, ("value_not_allowed", "spider")),
    ],
)
def test_a_schema_in_yaml_asks_for_what_it_says(tmp_path, change, expected):
    contract = load(str(write(tmp_path, YAML, "my.yaml")))
    article = replace(WHOLE, **{"kept": {"spider": "s"}, "published_date": None, **change})
    findings = validate_tables({"articles": frame("articles", [article], contract.kept)}, "text", contract)
    own = {(f.code, f.column) for f in findings if CODES[f.code].why == "The schema says so."}
    assert own == ({expected} if expected else set())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("requires: [title]", "'requires'"),
        ("published: {since: 2020-01-01}", "'since'"),
        ("published: {from: yesterday}", "'yesterday' is no day"),
        ("min_chars: many", "min_chars"),
        ("required: title", "required"),
        ("[a, b]", "key: value"),
        ("a: b: c", "cannot be read"),
        ("languages: [en]\nlanguages: [fr]", "stands twice"),
        ("matches: {url: '('}", "is no pattern"),
        ("severity: {title: fatal}", "'fatal'"),
        ("max_share: {host: many}", "'many'"),
        ("max_share: {host: 400%}", "'400%'; expected a share up to 100%"),
        ("min_chars: -4", "min_chars: -4; expected"),
        ("severity: {nope: error}", "'nope'. Codes and columns of its rules: none"),
        ("min_chars: 4\nseverity: {missing_date: info}", "'missing_date'. Codes and columns of its rules: text_too_s"),
    ],
)
def test_a_schema_in_yaml_that_cannot_be_read_names_what_is_wrong(tmp_path, text, message):
    with pytest.raises(SchemaError, match=r"my\.yaml") as raised:
        load(str(write(tmp_path, text, "my.yaml")))
    assert message in str(raised.value)


def test_a_schema_in_yaml_says_how_grave_its_rules_are_and_what_may_not_repeat(tmp_path):
    contract = load(str(write(tmp_path, YAML + "    unique: [title, url]\n", "my.yaml")))
    long = replace(WHOLE, article_id="b", text="A text of 21 letters.", title="B", kept={"spider": "s"})
    one, other = replace(WHOLE, kept={"spider": "s"}), replace(WHOLE, article_id="c", kept={"spider": "s"})
    rows = frame("articles", [one, long, other], contract.kept)
    findings = validate_tables({"articles": rows}, "text", contract, whole=False)
    own = {(f.code, f.column, f.severity, f.rows, f.rule) for f in findings if CODES[f.code].why == SAYS}
    assert own == {
        ("text_too_long", "text", "warning", (1,), "articles/text-too-long"),
        ("pattern_mismatch", "title", "info", (1,), "articles/pattern-mismatch-title"),
        ("value_repeated", "title", "info", (2,), "articles/value-repeated-title"),
        ("value_repeated", "url", "error", (1, 2), "articles/value-repeated-url"),
    }


@pytest.mark.parametrize(("share", "crossed"), [("50%", True), ("67%", False), ("100%", False)])
def test_a_schema_in_yaml_says_how_much_one_source_may_have(tmp_path, share, crossed):
    contract = load(str(write(tmp_path, f"max_share: {{host: {share}}}", "my.yaml")))
    rows = [replace(WHOLE, article_id=str(n), host=host) for n, host in enumerate(["a.org", "a.org", "b.org", None])]
    findings = validate_tables({"articles": frame("articles", rows)}, "text", contract)
    assert [(f.column, f.rows) for f in findings if f.code == "value_dominates"] == [("host", None)] * crossed


SAYS = "The schema says so."


def test_loading_a_schema_hides_no_module_of_that_name(tmp_path):
    write(tmp_path, "from cleaner.schemas import Article\nclass Mine(Article): pass", "json.py")
    load(f"{tmp_path / 'json.py'}:Mine")
    import json

    assert json.loads("1") == 1


def test_the_schemas_in_the_documentation_can_be_used(tmp_path):
    text = (Path(__file__).parent.parent / "docs" / "schemas.md").read_text(encoding="utf-8")
    load(str(write(tmp_path, text.split("```yaml\n")[1].split("```")[0], "doc.yaml")))
    contract = load(f"{write(tmp_path, text.split('```python')[1].split('```')[0], 'doc.py')}:MyArticle")
    article = replace(WHOLE, publisher="RT France", text="“Yes.”", speakers=(), title="T" * 200, kept={"spider": 7})
    findings = validate_tables({"articles": frame("articles", [article], contract.kept)}, "news", contract)
    assert {(f.code, f.severity) for f in findings if f.code.startswith("house/")} == {
        ("house/short-title", "warning"), ("house/quotes-need-speakers", "error"),
    }  # fmt: skip
    assert "spider" not in {f.column for f in findings}
