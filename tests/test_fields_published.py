"""When an article was published: chosen, completed or left null, and never taken from another date on the page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from cleaner.config import Config
from cleaner.document import Document
from cleaner.fields.dating import published
from cleaner.fields.dating.published import Dates
from cleaner.fields.found import Found
from cleaner.fields.known import Known
from cleaner.tables.rows import Evidence
from tests.labelled import codes, document

LEAD = ("lead", "The two presidents spoke about the conflict for an hour, the Kremlin said in a statement on its site.")


def find(made: Document, url: str | None = None, **config: object) -> Found[Dates]:
    return published.find(made, Config(**config), Known.of(made), url)  # type: ignore[arg-type]


def test_a_stamp_that_the_address_confirms() -> None:
    url = "https://www.paper.example/2020/10/01/talks"
    found = find(document(("published_date", "October 01, 2020"), LEAD, ("source_url", url)), url)
    assert (found.value.published, found.value.published_precision, found.status) == ("2020-10-01", "day", "found")
    assert codes(found) == {"url_date_agrees"}
    assert [(e.role, e.chosen) for e in found.evidence] == [("url", False), ("published", True)]


def test_a_stamp_with_a_zone_gives_the_moment_in_utc() -> None:
    found = find(document(("published_date", "Published 1 October 2020 01:28 CEST"), LEAD))
    assert (found.value.published, found.value.published_at) == ("2020-10-01T01:28+02:00", "2020-09-30T23:28:00Z")
    assert found.value.published_date == "2020-10-01"
    assert "timezone_missing" not in codes(found)


def test_an_update_is_never_the_publication() -> None:
    found = find(document(("updated_date", "Updated 2 October 2020"), LEAD))
    assert (found.value.published, found.value.modified, found.status) == (None, "2020-10-02", "absent")
    assert "missing_date" in codes(found)
    both = find(document(("published_date", "Published 1 October 2020, updated 2 October 2020"), LEAD))
    assert (both.value.published, both.value.modified) == ("2020-10-01", "2020-10-02")


@pytest.mark.parametrize(
    "label",
    [
        "caption",
        "media_alt_text",
        "photo_credit",
        "related_list_date",
        "related_list_item",
        "related_link",
        "footer",
        "comment",
        "body",
        "correction_note",
        "cookie_banner",
    ],
)
def test_no_other_date_passes_for_the_publication(label: str) -> None:
    found = find(document(LEAD, (label, "The picture of 1 October 2020 shows them in Paris.")))
    assert (found.value.published, found.status) == (None, "absent")
    assert "missing_date" in codes(found)


def test_dates_of_pictures_and_of_other_articles_are_noted() -> None:
    found = find(
        document(
            ("published_date", "1 October 2020"),
            LEAD,
            ("caption", "In Paris, 26 June 2019"),
            ("related_list_date", "3 May 2018"),
            ("related_list_date", "4 May 2018"),
        )
    )
    assert found.value.published == "2020-10-01"
    assert {"related_dates_ignored", "picture_date_ignored"} <= codes(found)


def test_a_machine_prefix_without_a_role_is_inferred() -> None:
    found = find(document(("date_prefix", "date 2020-10-01"), LEAD))
    assert (found.value.published, found.status) == ("2020-10-01", "inferred")
    assert codes(found) == {"date_role_unlabelled", "glued_date_prefix"}
    said = find(document(("date_prefix", "Published: 2020-10-01"), LEAD))
    assert said.status == "found"
    assert codes(said) == {"glued_date_prefix"}


# --- the year --------------------------------------------------------------------------------------------------------

EVENT = ("body", "The leaders praised the meeting held in Paris on November 12, 2021, with their ministers.")


def test_the_year_follows_from_the_event_told() -> None:
    found = find(document(("published_date", "09:28, 16 November"), LEAD, EVENT))
    assert (found.value.published, found.status) == ("2021-11-16T09:28", "inferred")
    assert codes(found) == {"date_year_missing", "timezone_missing"}
    assert next(e for e in found.evidence if e.chosen).confidence == 0.9
    assert [e.value for e in found.evidence if e.role == "event"] == ["2021-11-12"]


YEARS = [
    ("2 January", [EVENT], None, {}, "2022-01-02"),
    ("16 November", [EVENT, ("body", "They will meet again on March 3, 2022.")], None, {}, "2021-11-16"),
    ("16 November", [EVENT, ("body", "The treaty was signed on 11 November 1999.")], None, {}, "2021-11-16"),
    ("16 November", [], "https://a.example/2020/11/16/x", {}, "2020-11-16"),
    ("16 November", [], "https://a.example/2020/11/x", {}, "2020-11-16"),
    ("16 November", [], None, {"crawled": "2023-01-05"}, "2022-11-16"),
    ("Monday, 16 November", [], None, {"crawled": "2023-01-05"}, "2020-11-16"),
    ("16 November", [("updated_date", "Updated 17 November 2020")], None, {}, "2020-11-16"),
    ("31 December", [("updated_date", "Updated 2 January 2021")], None, {}, "2020-12-31"),
    ("16 November", [], None, {}, None),
    ("16 November", [("caption", "Paris, 12 November 2021")], None, {}, None),
    ("29 February", [EVENT], None, {}, None),
]


@pytest.mark.parametrize(("stamp", "blocks", "url", "given", "value"), YEARS)
def test_a_year_is_inferred_from_a_witness_or_not_at_all(
    stamp: str, blocks: list[tuple[str, str]], url: str | None, given: dict[str, str], value: str | None
) -> None:
    found = find(document(("published_date", stamp), LEAD, *blocks, given=given), url)
    assert found.value.published == value
    assert ("date_year_missing" in codes(found)) == (value is not None)
    assert ("missing_date" in codes(found)) == (value is None)


# --- day and month ---------------------------------------------------------------------------------------------------


def test_an_ambiguous_date_is_flagged_unless_something_settles_it() -> None:
    stamp = ("published_date", "03/04/2020")
    open_ = find(document(stamp, LEAD))
    assert (open_.value.published, open_.status, codes(open_)) == ("2020-03-04", "ambiguous", {"date_ambiguous"})
    assert find(document(stamp, LEAD), country="GB").value.published == "2020-04-03"
    assert find(document(stamp, LEAD), "https://paper.example.co.uk/x").status == "found"
    assert find(document(stamp, LEAD), "https://a.example/2020/04/03/x").value.published == "2020-04-03"
    habit = find(document(stamp, LEAD, ("related_list_date", "25/03/2020")))
    assert (habit.value.published, habit.status) == ("2020-04-03", "inferred")
    crawled = find(document(stamp, LEAD, given={"crawled": "2020-03-10"}))
    assert crawled.value.published == "2020-03-04"
    assert find(document(stamp, LEAD, language="fr")).value.published == "2020-04-03"


# --- what is known already -------------------------------------------------------------------------------------------


def test_what_the_user_gave_wins_and_a_conflict_is_told() -> None:
    found = find(document(("published_date", "5 October 2020"), LEAD, given={"published": "2020-10-01T08:00Z"}))
    assert (found.value.published, found.status) == ("2020-10-01T08:00Z", "given")
    assert "date_conflict" in codes(found)


@pytest.mark.parametrize("value", ["whenever", "1601541451", "2020-13-45", "0000-00-00"])
def test_a_given_date_that_cannot_be_read_is_told_and_the_page_is_asked(value: str) -> None:
    stamped = find(document(("published_date", "5 October 2020"), LEAD, given={"published": value}))
    assert (stamped.value.published, stamped.status) == ("2020-10-05", "found")
    bare = find(document(LEAD, given={"published": value}))
    assert (bare.value.published, bare.status) == (None, "absent")
    for found, others in ((stamped, set()), (bare, {"missing_date"})):
        assert codes(found) == {"given_date_unreadable"} | others
        assert f"{value!r}, given as published," in found.notes[0].message


def test_other_given_dates_that_cannot_be_read_are_told_too() -> None:
    given = {"published": "2020-10-01", "modified": "later", "crawled": "2020-10"}
    told = [n.message for n in find(document(LEAD, given=given)).notes if n.code == "given_date_unreadable"]
    assert [message.partition(",")[0] for message in told] == ["'later'", "'2020-10'"]
    yearless = find(document(LEAD, given={"published": "5 October"}))
    assert "has no year" in next(n.message for n in yearless.notes if n.code == "missing_date")


def test_a_conflict_with_the_address_is_told() -> None:
    url = "https://a.example/2020/09/20/x"
    assert "date_conflict" in codes(find(document(("published_date", "5 October 2020"), LEAD), url))
    assert "date_conflict" not in codes(find(document(("published_date", "21 September 2020"), LEAD), url))


def test_a_date_that_stands_only_in_the_address_is_inferred() -> None:
    found = find(document(LEAD), "https://a.example/2020/09/20/x")
    assert (found.value.published, found.status) == ("2020-09-20", "inferred")
    assert codes(found) == {"date_inferred"}


def test_relative_stamps_need_a_crawl() -> None:
    stamp = ("published_date", "Il y a 3 jours")
    assert find(document(stamp, LEAD, language="fr")).value.published is None
    found = find(document(stamp, LEAD, language="fr", given={"crawled": "2020-10-04T12:00"}))
    assert (found.value.published, found.status) == ("2020-10-01", "inferred")


def test_a_wrong_weekday_and_a_future_date_are_told() -> None:
    assert "weekday_mismatch" in codes(find(document(("published_date", "Friday, 1 October 2020"), LEAD)))
    assert "date_in_future" in codes(
        find(document(("published_date", "1 October 2020"), LEAD, given={"crawled": "2020-09-01"}))
    )


def declared(value: str) -> Document:
    return replace(document(LEAD), hints=(Evidence("published", value, "meta", None, None, "<meta date>", 0.9),))


@pytest.mark.parametrize(("value", "told"), [
    ("1970-01-01T00:00Z", {"date_default"}),
    ("2020-01-01", {"date_default"}),
    ("2020-01-01T00:00", {"date_default"}),
    ("2020-01-01T09:30Z", set()),
    ("1987-03-04", {"date_before_site"}),
    ("2003-03-04", set()),
])  # fmt: skip
def test_a_default_of_a_machine_and_a_day_before_the_site_are_told(value: str, told: set[str]) -> None:
    found = find(declared(value), "https://a.example/x")
    assert codes(found) & {"date_default", "date_before_site"} == told


def test_a_new_years_day_that_a_page_shows_is_no_default() -> None:
    assert "date_default" not in codes(find(document(("published_date", "1 January 2020"), LEAD)))


def test_a_site_file_says_since_when_the_site_publishes(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("hosts: [a.example]\nsince: 2015-05-01\n", encoding="utf-8")
    packs = (str(tmp_path),)
    stamped = document(("published_date", "3 April 2012"), LEAD)
    told = {host: codes(find(stamped, f"https://{host}/x", packs=packs)) for host in ("www.a.example", "b.example")}
    assert "date_before_site" in told["www.a.example"]
    assert "date_before_site" not in told["b.example"]


def test_a_month_alone_is_partial() -> None:
    found = find(document(("published_date", "October 2020"), LEAD))
    assert (found.value.published, found.value.published_precision, found.value.published_date) == (
        "2020-10",
        "month",
        None,
    )
    assert codes(found) == {"date_partial"}


@pytest.mark.parametrize(
    ("lead", "language", "value"),
    [
        (
            "PARIS, Oct 1, 2020 (Reuters) - The two presidents spoke about the conflict, the Kremlin said.",
            "en",
            "2020-10-01",
        ),
        (
            "Moscú, 1 oct 2020 (EFE).- Los dos presidentes hablaron del conflicto, informó el Kremlin.",
            "es",
            "2020-10-01",
        ),
        (
            "(ANSA) - MOSCA, 01 OTT 2020 - I due presidenti hanno parlato del conflitto, riferisce il Cremlino.",
            "it",
            "2020-10-01",
        ),
        ("On October 1, 2020, the two presidents spoke about the conflict - at length, Reuters reported.", "en", None),
    ],
)
def test_a_dateline_left_in_the_lead_is_read(lead: str, language: str, value: str | None) -> None:
    assert find(document(("lead", lead), language=language)).value.published == value


def test_every_span_of_evidence_points_at_its_date() -> None:
    made = document(("published_date", "Published 1 October 2020"), LEAD, EVENT, ("caption", "Paris, 26 June"))
    for row in find(made).evidence:
        assert row.source_start is not None
        assert any(c.isdigit() for c in made.source[row.source_start : row.source_end])


def test_a_year_is_that_in_which_all_events_told_lie_behind_and_the_weekday_of_the_lead_fits() -> None:
    made = document(
        ("title", "Lisbon invites Moscow"),
        ("dateline", "LISBON, Nov 19 (Reuters) -"),
        ("lead", "Leaders will offer a seat at the table of their planned shield, the secretary said on Friday."),
        ("body", "It was drawn up on September 17, 2009, and follows by months a treaty signed on April 8, 2010."),
        ("related_list_date", "23 November 2012"),
    )
    assert find(made).value.published == "2010-11-19"


PARAGRAPH = "The two leaders met on Tuesday and agreed that their ministers would meet again before the summer. " * 2


@pytest.mark.parametrize(
    ("blocks", "value", "note"),
    [
        ([("tags", "Mots clés : OTAN\nPar Ana Díaz Publié le 25/05/2012 à 18:20"), ("lead", PARAGRAPH)],
         "2012-05-25T18:20", ""),
        ([("lead", PARAGRAPH), ("comment", "Bravo. Le 25/05/2012 à 21:02")], None, "missing_date"),
        ([("lead", PARAGRAPH), ("related_list_item", "A headline"), ("related_list_date", "(14.12.2015)"),
          ("related_list_date", "Date 27.01.2016")], "2016-01-27", ""),
        ([("lead", PARAGRAPH), ("related_list_item", "A headline"), ("related_list_date", "Date 27.01.2016")],
         None, "missing_date"),
        ([("date_prefix", "date: 2022-07-14"), ("lead", PARAGRAPH)], "2022-07-14", "date_role_unlabelled"),
    ],
)  # fmt: skip
def test_where_the_articles_own_date_may_stand(blocks: list[tuple[str, str]], value: str | None, note: str) -> None:
    found = find(document(*blocks, language="fr"))
    assert found.value.published == value
    assert not note or note in codes(found)


def test_a_stamp_between_paragraphs_yields_to_one_in_the_head() -> None:
    made = document(
        ("byline", "By Randy Thompson • 20 December 2025"),
        *[("body", PARAGRAPH)] * 6,
        ("published_date", "Published on May 02, 2024 07:44 PM IST"),
        *[("body", PARAGRAPH)] * 12,
    )
    assert find(made).value.published == "2025-12-20"
