"""Whole blocks that are stamps, and machine prefixes glued before a sentence."""

from __future__ import annotations

import pytest

from cleaner.dates import clock, prefix, stamp, stamps

STAMPS = [
    ("October 01, 2020", "en", "2020-10-01", ""),
    ("Published: Thursday, October 1, 2020 4:05 PM ET", "en", "2020-10-01T16:05-04:00", "published"),
    ("PUBLISHED 9:05 AM EDT Oct. 01, 2020", "en", "2020-10-01T09:05-04:00", "published"),
    ("Last updated: 9:15 p.m., October 1, 2020", "en", "2020-10-01T21:15", "updated"),
    ("First published on Thu 1 Oct 2020 13.12 BST", "en", "2020-10-01T13:12+01:00", "published"),
    ("Date: 2020-10-01", "en", "2020-10-01", "label"),
    ("Moscow, October 1, 2020", "en", "2020-10-01", ""),
    ("1 Oct 2020 | Paris", "en", "2020-10-01", ""),
    ("09:28, 16 November", "en", "XXXX-11-16T09:28", ""),
    ("2 hours ago", "en", "", ""),
    ("Just now", "en", "", ""),
    ("Posted 3 days ago", "en", "", "published"),
    ("Publié le 1er octobre 2020 à 12h30", "fr", "2020-10-01T12:30", "published"),
    ("Mis à jour le 02/10/2020 à 14:05", "fr", "2020-10-02T14:05", "updated"),
    ("PARIS, le 1er octobre 2020", "fr", "2020-10-01", ""),
    ("Publié hier à 12h30", "fr", "", "published"),
    ("Stand: 01.10.2020 12:30 Uhr", "de", "2020-10-01T12:30", "label"),
    ("Опубликовано: 01.10.2020 12:30", "ru", "2020-10-01T12:30", "published"),
    ("发布时间：2020-10-01 12:30:00", "zh", "2020-10-01T12:30", "published"),
    ("Güncelleme: 01.10.2020 - 12:30", "tr", "2020-10-01T12:30", "updated"),
]


@pytest.mark.parametrize(("text", "language", "value", "role"), STAMPS)
def test_a_block_that_is_nothing_but_a_stamp_is_known(text: str, language: str, value: str, role: str) -> None:
    reading = stamp(text, language)
    assert reading is not None
    assert (reading.value, reading.role) == (value, role)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Putin met Macron on October 1, 2020", "en"),
        ("By John Smith, October 1, 2020", "en"),
        ("5 min read", "en"),
        ("In 2020 alone", "en"),
        ("Covid-19", "en"),
        ("Thursday", "en"),
        ("September 11, 2001 attacks", "en"),
        ("2020", "en"),
        ("The talks of 1 October", "en"),
        ("© 2020 The Guardian", "en"),
        ("Temps de lecture : 3 min", "fr"),
        ("Page 3 of 5", "en"),
        ("Le 26 juin, les deux présidents ont parlé", "fr"),
        ("", "en"),
        ("10:40", "en"),
    ],
)
def test_a_block_that_says_more_is_no_stamp(text: str, language: str) -> None:
    assert stamp(text, language) is None


def test_published_comes_before_updated_whatever_the_order() -> None:
    text = "Updated 2 October 2020 Published 1 October 2020"
    assert [(r.value, r.role) for r in stamps(text, "en")] == [("2020-10-02", "updated"), ("2020-10-01", "published")]
    assert stamp(text, "en").value == "2020-10-01"  # type: ignore[union-attr]


PREFIXES = [
    (" date 2020-10-01 Russian President Vladimir Putin told his counterpart", "en", " date 2020-10-01"),
    ("2020-10-01 12:00:00 The president said it was over by now", "en", "2020-10-01 12:00:00"),
    ("Oct 1, 2020 - The president said it was over by now", "en", "Oct 1, 2020 -"),
    ("Posted: Oct 1, 2020 4:05 PM The president said it was over by now", "en", "Posted: Oct 1, 2020 4:05 PM"),
    ("Publié le 1er octobre 2020 Emmanuel Macron a rencontré Vladimir Poutine", "fr", "Publié le 1er octobre 2020"),
    ("01.10.2020 12:30 Президент России Владимир Путин провел разговор", "ru", "01.10.2020 12:30"),
    ("2020年10月1日 俄罗斯总统普京与法国总统马克龙通电话，讨论局势", "zh", "2020年10月1日"),
    ("October 1, 2020 was a Thursday in all calendars of Europe", "en", ""),
    ("On October 1, 2020, the leaders met in Paris to talk", "en", ""),
    ("Le 1er octobre 2020 Emmanuel Macron a rencontré Poutine à Paris", "fr", ""),
    ("PARIS, Oct 1 (Reuters) - The president said it was over", "en", ""),
    ("May 5 was the day when he came to Paris with his wife", "en", ""),
    ("2020-10-01 is a day like any other for the two of them", "en", ""),
    ("October 1, 2020", "en", ""),
]


@pytest.mark.parametrize(("text", "language", "glued"), PREFIXES)
def test_a_glued_prefix_ends_where_the_sentence_begins(text: str, language: str, glued: str) -> None:
    assert text[: prefix(text, language)] == glued


def test_a_time_alone_is_a_clock_and_no_stamp() -> None:
    assert [clock(text, "en") for text in ("10:40", "4.05 p.m.", "16h05", "10:40 GMT", "10:40 Talks begin", "10")] == [
        "10:40",
        "16:05",
        "16:05",
        "10:40",
        None,
        None,
    ]
