"""What carries an article on though it is short or quotes furniture, and what marks alone give away."""

from __future__ import annotations

import pytest

import cleaner
from cleaner.config import Config

CONFIG = Config(profile="news")
PAGE = """Menu
News
Sport
Weather
The mill on the river is sold after a hundred years
By Anna Berg
12 March 2024
The old mill on the river was sold on Tuesday to a family from the next valley, the owner said after the meeting.
{before}
The family wants to bake bread in the house again, and it has asked the town for leave to use the water of the river.
{line}
The town will decide in May. Until then nobody may enter the house, which has stood empty for more than eleven years.
{end}
Share
Print
Comments (2)
Most read
A bakery closes after forty years in the same street
Why the bridge will stay closed until the summer ends
Subscribe to our newsletter
Accept all cookies
© 2024 Valley Paper. All rights reserved.
"""


def text_of(line: str = "", before: str = "", end: str = "") -> str:
    page = PAGE.format(line=line, before=before, end=end)
    return "\n".join(part for part in cleaner.clean(page, config=CONFIG).text.split("\n") if part)


@pytest.mark.parametrize(
    "line",
    [
        "Nobody answered.",
        "“Subscribe to our newsletter and never miss a thing”, says the first line of every letter she throws away.",
        "On the door hung a note: “Accept all cookies to go on reading here.”",
        "8. Falcon Town 19 28",
        "Then came the rain.",
        "The paper has lost two thousand subscribers since then.",
    ],
)
def test_a_short_line_among_paragraphs_stays(line: str) -> None:
    assert line in text_of(line)


def test_the_last_sentence_of_an_article_stays_however_short_it_is() -> None:
    assert "Entry is free." in text_of(end="Entry is free.")


@pytest.mark.parametrize(
    "line",
    [
        "► How the price of flour has doubled within a year",
        "00:00 / 02:41",
        "READ ALSO The miller who won against the ministry",
        "Read also: Is the river too low for mills? What the engineers say",
    ],
)
def test_what_marks_give_away_is_taken_from_among_paragraphs(line: str) -> None:
    assert line not in text_of(line)


def test_several_lines_behind_arrows_are_a_list_of_the_article() -> None:
    items = ("Flour from the valley and nothing else", "Water from the river, tested every week")
    out = text_of("\n".join(f"► {item}" for item in items))
    assert all(item in out for item in items)


def test_a_headline_that_is_nothing_but_a_list_of_links_goes_with_them() -> None:
    links = "## Found elsewhere\n\n* [Storm closes the pass for a week](/a)\n* [A new roof for the school](/b)\n"
    out = cleaner.clean(PAGE.format(line="", before="", end="") + "\n" + links, config=CONFIG).text
    assert "Found elsewhere" not in out and "Storm closes" not in out


def test_readers_behind_the_count_of_their_comments_are_no_article() -> None:
    voices = "mill_fan: I will buy the first bread there, and the second one as well.\nJ. Smith: Who pays for it?"
    page = PAGE.format(line="", before="", end="").replace("Comments (2)", f"Comments (2)\n{voices}")
    out = cleaner.clean(page, config=CONFIG).text
    assert "first bread" not in out and "Who pays" not in out


def test_a_list_that_the_last_sentence_announces_is_the_articles() -> None:
    listed = ["The toll stays at two pounds", "Lorries cross at night only", "The old ferry sails every hour"]
    text = text_of(end="\n".join(["What the town has decided until then, in short:", *listed]))
    assert all(line in text for line in listed) and "A bakery closes" not in text and "Share" not in text


@pytest.mark.parametrize("rows", [
    ["1. Falcon Town 19 28", "2. Rovers 19 25", "3. Old Mill 18 25"],
    ["（１）白浜川大　５時間２０分１１秒", "（２）国東学院大　５時間２０分５３秒", "（３）帝徳大　５時間２１分４１秒"],
])  # fmt: skip
def test_a_table_of_results_below_the_text_is_the_articles(rows: list[str]) -> None:
    text = text_of(end="\n".join(["The table", *rows]))
    assert all(row in text for row in rows) and "The table" in text and "Share" not in text


def test_rows_that_stand_among_furniture_are_no_results() -> None:
    text = text_of(end="\n".join(["Share this", "Print", "Markets", "USD 4.02", "EUR 4.30", "GBP 5.06"]))
    assert "EUR" not in text and "Print" not in text
