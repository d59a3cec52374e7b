"""`df.cleaner`: findings with the rows they are of, whatever the frame's index and columns are called."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import cleaner.integrations.pandas  # noqa: F401
from cleaner.errors import SchemaError, UsageError

TEXT = "The minister said on Monday that the talks would go on for at least another week. " * 8


@pytest.fixture
def articles() -> pd.DataFrame:
    """Two good rows and a bad one between; two of them bear the same label."""
    return pd.DataFrame(
        {"text": [TEXT, TEXT + "More.", TEXT + "Again."], "published": ["2020-10-01", None, "2020-10-02"],
         "title": ["One", "Two", "Three"], "publisher": "Daily", "url": [f"https://d.example/{n}" for n in range(3)],
         "mine": [1, 2, 3]},
        index=["a", "b", "b"],
    )  # fmt: skip


def test_a_finding_names_place_and_label_of_its_row(articles: pd.DataFrame) -> None:
    found = articles.cleaner.validate()
    (error,) = found[found["severity"] == "error"].to_dict("records")
    assert (error["row"], error["label"], error["code"], error["field"]) == (1, "b", "missing_date", "published")


def test_a_number_that_is_a_label_stays_a_whole_number(articles: pd.DataFrame) -> None:
    found = articles.reset_index(drop=True).drop(columns="publisher").cleaner.validate()
    labels = found["label"].tolist()
    assert None in labels
    assert [type(label) for label in labels if label is not None] == [int]


def test_valid_rows_are_told_by_place_not_by_label(articles: pd.DataFrame) -> None:
    assert articles.cleaner.valid()["title"].tolist() == ["One", "Three"]
    assert articles.cleaner.valid(articles.cleaner.validate("text")).equals(articles)


def test_the_frame_stays_as_it_was(articles: pd.DataFrame) -> None:
    before = articles.copy(deep=True)
    articles.cleaner.validate("statements")
    articles.cleaner.fix("text")
    pd.testing.assert_frame_equal(articles, before)


def test_columns_of_other_names_are_mapped(articles: pd.DataFrame) -> None:
    found = articles.rename(columns={"text": "body"}).cleaner.validate(map={"text": "body"})
    assert found["code"].tolist() == articles.cleaner.validate()["code"].tolist()
    with pytest.raises(SchemaError, match="no column 'bod'"):
        articles.cleaner.validate(map={"text": "bod"})


def test_a_missing_column_is_said_of_the_frame_and_leaves_no_row_valid(articles: pd.DataFrame) -> None:
    without = articles.drop(columns="published")
    found = without.cleaner.validate()
    whole = found[found["row"].isna()]
    assert whole["code"].tolist() == ["missing_column"] and not len(without.cleaner.valid(found))


def test_errors_are_raised_on_demand(articles: pd.DataFrame) -> None:
    with pytest.raises(SchemaError, match="1 error under profile news: 1 missing_date"):
        articles.cleaner.validate(errors=True)
    assert articles.cleaner.validate("text", errors=True).query("severity == 'error'").empty


def test_an_own_schema_is_asked_too(articles: pd.DataFrame, tmp_path: Path) -> None:
    (tmp_path / "my.yaml").write_text("min_chars: 100000\n")
    found = articles.cleaner.validate(schema=tmp_path / "my.yaml")
    assert (found["code"] == "text_too_short").sum() == 3


def test_an_empty_frame_has_its_columns_missing_and_no_fault() -> None:
    found = pd.DataFrame({"text": []}).cleaner.validate()
    assert set(found["code"]) <= {"missing_column"} and list(found.columns)[:2] == ["row", "label"]


def test_cleaning_and_repairing_go_through(articles: pd.DataFrame) -> None:
    tables = articles.cleaner.clean(text="text", url="url")
    assert tables["articles"].index.tolist() == ["a", "b", "b"] and tables["articles"]["text"].str.len().min() > 400
    fixed, changes = pd.DataFrame({"a": ["FrÃ©dÃ©ric"]}).cleaner.fix("a")
    assert fixed["a"].tolist() == ["Frédéric"] and len(changes)


def test_a_profile_that_is_none_is_named(articles: pd.DataFrame) -> None:
    with pytest.raises(UsageError, match=r"'weather'.*statements"):
        articles.cleaner.validate("weather")
