"""Data frames in, data frames out."""

from __future__ import annotations

import pandas as pd
import pytest

import cleaner
from cleaner.errors import UsageError
from cleaner.tables.columns import TABLES, columns

PAGE = "The minister said the talks had failed. Nobody answered for an hour, and the delegation left the building."


def test_each_row_of_a_data_frame_becomes_a_row_of_articles_with_its_index():
    df = pd.DataFrame(
        {"body": [PAGE, None, PAGE, 3.5], "link": ["https://example.org/a", None, "", None], "spider": [1, 2, 3, 4]},
        index=["w", "x", "y", "z"],
    )
    tables = cleaner.clean_frame(df, url="link", keep=["spider"])
    articles = tables["articles"]
    assert list(articles.index) == list(df.index) and articles["spider"].tolist() == [1, 2, 3, 4]
    assert articles["url"].tolist() == ["https://example.org/a", None, None, None]
    assert (articles["verdict"] == "rejected").tolist() == [False, True, False, True]
    assert articles["duplicate_of"].tolist() == [None, None, articles["article_id"]["w"], None]
    assert set(tables["issues"]["article_id"]) == set(articles["article_id"])
    assert df["body"].tolist()[0] == PAGE


def test_the_tables_have_their_columns_and_kinds_even_when_they_are_empty():
    tables = cleaner.clean_frame(pd.DataFrame({"body": []}))
    assert set(tables) == set(TABLES)
    for name, table in tables.items():
        assert list(table.columns) == [column.name for column in columns(name)] and len(table) == 0


def test_lists_are_lists_and_numbers_are_numbers():
    tables = cleaner.clean_frame(pd.DataFrame({"body": [PAGE]}))
    assert isinstance(tables["articles"]["speakers"][0], list)
    assert tables["ledger"]["source_start"].dtype == "Int64" and tables["blocks"]["confidence"].dtype == "float64"


def test_a_column_that_is_not_there_is_named():
    with pytest.raises(UsageError, match=r"'body'.*text, n"):
        cleaner.clean_frame(pd.DataFrame({"text": [PAGE], "n": [1]}))
