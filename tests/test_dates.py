"""Dates in running text: read as precisely as written, never more."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.dates import read_dates, read_iso, url_date
from cleaner.dates.reading import in_utc, is_day, offset, with_year

WRITTEN = [
    ("October 01, 2020", "en", "2020-10-01"),
    ("1 Oct. 2020", "en", "2020-10-01"),
    ("Thu, Oct 1, 2020 4:05 PM ET", "en", "2020-10-01T16:05-04:00"),
    ("Oct 1st, 2020 at 3pm", "en", "2020-10-01T15:00"),
    ("12 a.m. on 1 October 2020", "en", "2020-10-01T00:00"),
    ("October 1-3, 2020", "en", "2020-10-01"),
    ("the 1st of October, 2020", "en", "2020-10-01"),
    ("1 October '20", "en", "2020-10-01"),
    ("01-Oct-20", "en", "2020-10-01"),
    ("2020-10-01T09:28:31.123Z", "en", "2020-10-01T09:28Z"),
    ("2020-10-01 09:28:31 +0200", "en", "2020-10-01T09:28+02:00"),
    ("20201001T092800", "en", "2020-10-01T09:28"),
    ("2020/10/1", "en", "2020-10-01"),
    ("1 October 2020, 10:00 (GMT+3)", "en", "2020-10-01T10:00+03:00"),
    ("0928 GMT, 1 October 2020", "en", "2020-10-01T09:28Z"),
    ("Thu 1 Oct 2020 13.12 BST", "en", "2020-10-01T13:12+01:00"),
    ("Oct 1 20:30", "en", "XXXX-10-01T20:30"),
    ("09:28, 16 November", "en", "XXXX-11-16T09:28"),
    ("in October 2020", "en", "2020-10"),
    ("Oct. 2020", "en", "2020-10"),
    ("2020", "en", "2020"),
    ("1er octobre 2020", "fr", "2020-10-01"),
    ("le jeudi 1 octobre 2020 à 12h30", "fr", "2020-10-01T12:30"),
    ("01/10/2020 - 14:05", "fr", "2020-10-01T14:05"),
    ("15 août 2024", "fr", "2024-08-15"),
    ("15 AOUT 2024", "fr", "2024-08-15"),
    ("3 févr. 2021 à 9 h 05", "fr", "2021-02-03T09:05"),
    ("October 1, 2020", "fr", "2020-10-01"),
    ("1\u00a0octobre\u00a02020", "fr", "2020-10-01"),
]


@pytest.mark.parametrize(("text", "language", "value"), WRITTEN)
def test_a_date_is_read_as_precisely_as_it_is_written(text: str, language: str, value: str) -> None:
    assert [r.value for r in read_dates(text, language)] == [value]


FOREIGN = [
    ("Donnerstag, 1. Oktober 2020, 12.30 Uhr", "de", "2020-10-01T12:30"),
    ("01.10.20", "de", "2020-10-01"),
    ("1. März 2021", "de", "2021-03-01"),
    ("jueves, 1 de octubre de 2020 a las 12:30", "es", "2020-10-01T12:30"),
    ("1 ottobre 2020 alle 12:30", "it", "2020-10-01T12:30"),
    ("1º de outubro de 2020 às 12h30", "pt", "2020-10-01T12:30"),
    ("1 oktober 2020 om 12:30", "nl", "2020-10-01T12:30"),
    ("1 października 2020 r., 12:30", "pl", "2020-10-01T12:30"),
    ("1 октября 2020 г., 12:30", "ru", "2020-10-01T12:30"),
    ("Четверг, 1 октября 2020 в 12:30 МСК", "ru", "2020-10-01T12:30+03:00"),
    ("1 жовтня 2020, 12:30", "uk", "2020-10-01T12:30"),
    ("1 oktober 2020 kl. 12.30", "sv", "2020-10-01T12:30"),
    ("1. října 2020 v 12:30", "cs", "2020-10-01T12:30"),
    ("1. 10. 2020", "cs", "2020-10-01"),
    ("1 octombrie 2020, ora 12:30", "ro", "2020-10-01T12:30"),
    ("1 Ekim 2020 Perşembe 12:30", "tr", "2020-10-01T12:30"),
    ("١ أكتوبر ٢٠٢٠", "ar", "2020-10-01"),
    ("1 تشرين الأول 2020", "ar", "2020-10-01"),
    ("2020年10月1日 15:30", "zh", "2020-10-01T15:30"),
    ("2020年10月01日 星期四 下午3:05", "zh", "2020-10-01T15:05"),
    ("2020年10月1日（木）午後3時30分", "ja", "2020-10-01T15:30"),
    ("令和2年10月1日", "ja", "2020-10-01"),
]


@pytest.mark.parametrize(("text", "language", "value"), FOREIGN)
def test_every_pack_reads_its_own_dates(text: str, language: str, value: str) -> None:
    assert [r.value for r in read_dates(text, language)] == [value]
    if not value.startswith("XXXX"):
        assert read_dates(text, None)[0].value[:10] == value[:10], "a date stays a date when nobody knows the language"


@pytest.mark.parametrize(
    "text",
    [
        "31 February 2020",
        "2020-02-31",
        "31/02/2020",
        "30 février 2021",
        "2021-13-01",
        "you may 5 people",
        "a march 15 km long",
        "version 10.1.20.3",
        "score 3-2",
        "01 23 45 67 89",
        "$2020 in 10 days",
        "pages 10-12",
        "Boeing 737-800",
        "24/7",
        "1601541451",
        "In 2020, they met",
        "9/11",
    ],
)
def test_what_is_no_date_is_not_read_as_one(text: str) -> None:
    assert read_dates(text, "en") == []


def test_day_and_month_follow_language_and_country() -> None:
    assert [(r.value, r.other) for r in read_dates("03/04/2020", "en")] == [("2020-03-04", ("2020-04-03",))]
    assert [(r.value, r.ambiguous) for r in read_dates("03/04/2020", "en", country="GB")] == [("2020-04-03", False)]
    assert [(r.value, r.ambiguous) for r in read_dates("03/04/2020", "en", country="US")] == [("2020-03-04", False)]
    assert [(r.value, r.ambiguous) for r in read_dates("03/04/2020", "fr")] == [("2020-04-03", False)]
    assert [(r.value, r.ambiguous) for r in read_dates("25/04/2020", "en")] == [("2020-04-25", False)]
    assert [(r.value, r.ambiguous) for r in read_dates("03.04.2020", "en")] == [("2020-04-03", False)]
    assert [(r.value, r.ambiguous) for r in read_dates("04/04/2020", "en")] == [("2020-04-04", False)]


def test_the_weekday_settles_an_ambiguous_date() -> None:
    reading = read_dates("Friday 03/04/2020", "en")[0]
    assert (reading.value, reading.ambiguous, reading.weekday) == ("2020-04-03", False, 5)


def test_a_weekday_that_is_wrong_is_told() -> None:
    assert read_dates("Friday, 1 October 2020", "en")[0].weekday_agrees is False
    assert read_dates("Thursday, 1 October 2020", "en")[0].weekday_agrees is True


def test_each_of_several_dates_keeps_its_own_time_and_span() -> None:
    text = "Published 1 October 2020 at 10.30am BST, updated 2 October 2020 at 11:15 (GMT)"
    found = read_dates(text, "en")
    assert [r.value for r in found] == ["2020-10-01T10:30+01:00", "2020-10-02T11:15Z"]
    assert [text[slice(*r.span)] for r in found] == ["1 October 2020 at 10.30am BST", "2 October 2020 at 11:15 (GMT)"]


RELATIVE = [
    ("2 hours ago", "en", "2020-10-01T09:28", "2020-10-01T07:28"),
    ("an hour ago", "en", "2020-10-01T09:28", "2020-10-01T08:28"),
    ("three days ago", "en", "2020-10-01", "2020-09-28"),
    ("il y a 3 jours", "fr", "2020-10-01", "2020-09-28"),
    ("Yesterday at 10:30", "en", "2020-10-01", "2020-09-30T10:30"),
    ("hier", "fr", "2020-10-01", "2020-09-30"),
    ("on Wednesday", "en", "2020-10-01", "2020-09-30"),
    ("mercredi", "fr", "2020-09-30", "2020-09-30"),
    ("vor 3 Stunden", "de", "2020-10-01T09:28", "2020-10-01T06:28"),
    ("3小时前", "zh", "2020-10-01T09:28", "2020-10-01T06:28"),
    ("2 months ago", "en", "2020-10-31", "2020-08"),
    ("2 hours ago", "en", "2020-10-01", "2020-10-01"),
]


@pytest.mark.parametrize(("text", "language", "base", "value"), RELATIVE)
def test_relative_dates_are_counted_from_the_base(text: str, language: str, base: str, value: str) -> None:
    assert [(r.value, r.kind) for r in read_dates(text, language, base=base)] == [(value, "relative")]
    assert read_dates(text, language) == []


ADDRESSES = [
    ("https://a.example/2020/10/01/putin-macron-a71611", "2020-10-01"),
    ("https://a.example/news/2020-10-01-talks.html", "2020-10-01"),
    ("https://a.example/20201001-talks", "2020-10-01"),
    ("https://a.example/world/2020/oct/01/talks", "2020-10-01"),
    ("https://a.example/2020/10/talks", "2020-10"),
    ("https://a.example/01-10-2020/talks", "2020-10-01"),
    ("https://a.example/story?date=2020-10-01", None),
    ("https://a.example/2020445512", None),
    ("https://a.example/2020/13/45/x", None),
    ("https://a.example/a/19891109120000", None),
]


@pytest.mark.parametrize(("url", "value"), ADDRESSES)
def test_an_address_tells_its_date_only_in_its_path(url: str, value: str | None) -> None:
    reading = url_date(url)
    assert (reading.value if reading else None) == value


def test_a_field_of_a_machine_is_read_in_its_own_forms() -> None:
    assert read_iso("2020-10-01T09:28:31.000+0200").value == "2020-10-01T09:28+02:00"  # type: ignore[union-attr]
    assert read_iso("2020-10-01T09:28:00+00:00").value == "2020-10-01T09:28Z"  # type: ignore[union-attr]
    assert read_iso("1er octobre 2020", "fr").value == "2020-10-01"  # type: ignore[union-attr]
    assert [read_iso(text) for text in ("", "2020-13-40", "soon", "1601541451", "0000-00-00")] == [None] * 5


def test_calendar_arithmetic_keeps_to_the_calendar() -> None:
    from datetime import date

    assert [is_day(2020, 2, 29), is_day(2021, 2, 29), is_day(None, 2, 29), is_day(2020, 4, 31)] == [
        True,
        False,
        True,
        False,
    ]
    assert with_year("XXXX-02-29", 2021) is None
    assert [offset("-05:00 us", date(2020, 3, d)) for d in (7, 8)] == ["-05:00", "-04:00"]
    assert [offset("+01:00 eu", date(2020, 10, d)) for d in (24, 25)] == ["+02:00", "+01:00"]
    assert in_utc("2020-01-01T00:30+05:30") == "2019-12-31T19:00:00Z"


@given(st.text(max_size=300))
def test_no_text_breaks_the_reader_and_spans_lie_inside(text: str) -> None:
    for reading in read_dates(text, None, base="2020-10-01"):
        start, end = reading.span
        assert 0 <= start < end <= len(text)


PIECES = [
    "1",
    "31",
    "2020",
    "10",
    "/",
    ".",
    "-",
    ":",
    ",",
    "Oct",
    "octobre",
    "年",
    "月",
    "日",
    "T",
    "Z",
    "+",
    "pm",
    "h",
    "12",
    "'",
    "(",
    ")",
]


@given(st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join))
def test_every_value_names_a_day_of_the_calendar(text: str) -> None:
    for reading in read_dates(text, None):
        if reading.kind == "absolute" and reading.precision in ("day", "minute"):
            assert reading.day is not None


@pytest.mark.parametrize(
    "piece", ["1/", "10:", "1 Oct ", "2020-10-", "9" * 40 + " ", "Mon, ", "at 10 ", "1.", "2020年"]
)
def test_hostile_text_is_read_in_linear_time(piece: str) -> None:
    short, long = (piece * (size // len(piece)) for size in (20_000, 200_000))
    started = time.process_time()
    read_dates(short, None)
    middle = time.process_time()
    read_dates(long, None)
    assert time.process_time() - middle < 25 * (middle - started) + 0.5
