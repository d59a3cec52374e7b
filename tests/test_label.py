"""What a block is called: by wording, by what a heading announces, by its place; and what is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

import cleaner
from cleaner.document import Document
from cleaner.label import REASONS
from cleaner.label.segment import REASONS as CUTS
from cleaner.taxonomy import LABELS
from tests.strategies import scrapes

SCRAPES = Path(__file__).parent / "data" / "scrapes"
PROSE = "The minister told parliament on Tuesday that the talks in Geneva would resume after the summer break."
MORE = "Both delegations had left the city in June without a joint text, and each had blamed the other for it."
PROSA = "Der Minister sagte am Dienstag im Parlament, dass die Gespräche in Genf nach der Sommerpause weitergehen."
MEHR = "Beide Delegationen hatten die Stadt im Juni ohne gemeinsamen Text verlassen und einander dafür beschuldigt."


def labels(document: Document) -> list[str]:
    return [block.label for block in document.blocks]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # the head of a page
        (["Talks in Geneva resume", "3 May 2021", PROSE, MORE], "title published_date lead body"),
        (["# Talks resume", PROSE, MORE], "title lead body"),
        (["World", "Talks in Geneva resume", "By Jane Doe", PROSE, MORE], "kicker title byline lead body"),
        (["Home", "News", "Sport", "Talks in Geneva resume", "3 May 2021", PROSE],
         "nav nav nav title published_date lead"),
        (["Home › World › Europe", "Talks in Geneva resume", "3 May 2021", PROSE],
         "breadcrumb title published_date lead"),
        (["Talks in Geneva resume", "3 May 2021", "Jane Doe", PROSE], "title published_date byline lead"),
        (["Talks in Geneva resume", "Created: 3 May 2021", "Changed: 5 May 2021", PROSE],
         "title published_date updated_date lead"),
        (["Talks in Geneva resume", "Talks in Geneva resume © AFP", PROSE], "title media_alt_text photo_credit lead"),
        (["date 2021-05-03 " + PROSE, MORE], "date_prefix lead body"),
        (["GENEVA, May 3 (Reuters) - " + PROSE, MORE], "dateline lead body"),
        (["PARIS — " + PROSE, MORE], "dateline lead body"),
        # consent text in a language without rules for it reads as prose: the date below tells it from the lead
        ([PROSA, "Gespräche in Genf gehen weiter", "3.5.2021", PROSA.replace("Dienstag", "Montag"), MEHR, PROSA, MEHR,
          PROSA],
         "nav title published_date lead body body body body"),
        # inside
        (["3 May 2021", PROSE, "What comes next", MORE], "published_date lead subheading body"),
        ([PROSE, "Read also: Talks collapse", MORE], "lead related_link body"),
        (["10:40 " + PROSE, "10:55 " + MORE], "liveblog_timestamp lead liveblog_timestamp body"),
        ([PROSE, "* * *", MORE], "lead markup body"),
        # below
        ([PROSE, MORE, "Related articles", "Talks collapse in Geneva", "3 May 2019", "Minister resigns over talks"],
         "lead body related_list_heading related_list_item related_list_date related_list_item"),
        ([PROSE, "Related articles", "Talks collapse in Geneva", MORE, PROSE],
         "lead related_list_heading related_list_item body body"),
        ([PROSE, MORE, "2 comments", "bob: what a mess", "3 May 2021 at 10:00",
          "© 2021 The Post. All rights reserved."],
         "lead body comment_count comment comment footer"),
        ([PROSE, "He did not say when.", "OK"], "lead body cookie_button"),
        ([PROSE, "Original url:", "https://example.org/2021/05/03/talks"], "lead source_url_label source_url"),
    ],
)  # fmt: skip
def test_blocks_are_named_by_wording_and_place(lines, expected):
    assert labels(cleaner.clean("\n\n".join(lines))) == expected.split()


@pytest.mark.parametrize(
    "lines",
    [
        [PROSE, "A list of demands", "Release of prisoners", "Return of the observers", "Funds for the region"],
        [PROSE, MORE, "What the minister wants now", "What the others want now"],
        ["“We agreed to nothing,” the minister said.", PROSE, "- a ceasefire", "- an exchange of prisoners"],
        [PROSA, "Die Folgen für Europa", MEHR],
    ],
)
def test_a_text_that_shows_no_trace_of_a_page_loses_nothing(lines):
    document = cleaner.clean("\n\n".join(lines))
    assert not [row for row in document.ledger if row.action == "remove"]


def test_a_caption_goes_and_the_same_words_in_the_body_stay():
    caption = "The minister told parliament on Tuesday."
    text = cleaner.clean(f"# Talks resume\n\n3 May 2021\n\n{caption} **The Post**\n\n{MORE}\n\n{PROSE}").text
    assert text == f"{MORE}\n\n{PROSE}"


def test_a_picture_credit_may_be_the_last_block():
    told = (
        "Russian President Vladimir Putin told his French counterpart Emmanuel Macron on Wednesday that attempts to "
        "interfere in the affairs of a sovereign country are “unacceptable” in talks on Belarus, the Kremlin said."
    )
    text = "France under Macron has pursued a policy of dialogue with Russia."
    page = f"Accept all<footer> date 2020-10-01 {told}Accept all<p>{text} **Kremlin.ru**</p>"
    assert cleaner.clean(page.encode(), name="page.html").blocks[-1].label == "photo_credit"


def test_a_short_sentence_below_a_picture_credit_carries_the_text_on():
    text = cleaner.clean(f"Talks resume\n\n{PROSE}\nPhoto: Ann Lee / AP\nThe talks end in May.\n{MORE}").text
    assert "The talks end in May." in text
    assert "Ann Lee" not in text


@pytest.mark.parametrize(
    ("name", "kept", "gone"),
    [
        ("en-broadcaster-2022-11-14.txt", ["Mr Xi said the world", "'No need for new Cold War'"],
         ["Five takeaways", "Getty Images", "flooding", "Follow Helen", "external linking"]),
        ("fr-broadsheet-2024-08-26.txt", ["C'était du terrorisme", "une porte-parole de la police"],
         ["Thomas Banneyer", "ce que l'on sait", "Encore des promesses", "Gérer mes cookies", "Réservé"]),
        ("en-daily-2023-07-12.html", ["Peskov declined", "Guterres warned"],
         ["812 partners", "what next", "rubbish deal", "Murat Kula", "All rights"]),
        ("en-agency-2025-07-23.txt", ["one of them said", "Sefcovic spoke"],
         ["Trust Principles", "Scroll to continue", "Licensing", "BERLIN, July 23"]),
    ],
)  # fmt: skip
def test_a_scrape_keeps_its_article_and_loses_its_furniture(name, kept, gone):
    text = cleaner.clean((SCRAPES / name).read_bytes()).text
    assert [piece for piece in kept if piece not in text] == []
    assert [piece for piece in gone if piece in text] == []


def test_every_structural_rule_says_why_and_gives_a_known_label():
    for reason in REASONS.values():
        assert reason.label in LABELS and reason.why.endswith(".") and 0 < reason.confidence < 1
    assert all(why.endswith(".") for why in CUTS.values())


@given(scrapes)
def test_every_block_has_a_label_a_rule_and_a_reason(source):
    for block in cleaner.clean(source).blocks:
        assert block.label in LABELS and "/" in block.rule and block.why
