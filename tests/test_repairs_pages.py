"""Repairs on whole pages: signs that clean text has, code amid prose, pages that are damaged all over."""

from __future__ import annotations

from dataclasses import replace

import pytest

import cleaner
from cleaner import repairs
from cleaner.config import Config
from cleaner.document import Document
from cleaner.repairs import fix, legacy, lost

SIGNS = [
    "Powered by Boardly® © 2011-2024 Boardly Ltd.",
    "With Doodle® Link, your Scrubby® s7 and Moppy jet® m3 clean the house – all at once.",
    "Pay with the Harbor Co-op® Mastercard® when you’re ready.",
    "The board owns the marks FPC®, CERTIFIED PLANT WALKER™, and FPC® (with a leaf).",
    "€ 0 /month† per month†",
    "Driver 40mm, Impedance 36ΩDriver, Toothy® v5.3",
    "Brûleur ø50 cm gaz paëlla La Valenciana",
    "Brûleur à gaz ø70 cm pour plat à paella",
    "Each plan covers every visitÂ",
    "News•Reviews•Game Guides•Book Guides•How to Sail Guides•ROPES Set Reviews•Board Game Reviews•Planet Guides "
    "Boats•IGN Today•Harbour•IGN Store•Game Dates•Map Videos•Tides",
    "Engl¡shL!st.com",
]


@pytest.mark.parametrize("text", SIGNS)
def test_signs_that_clean_text_has_tell_of_no_charset(text: str) -> None:
    assert not [edit for edit in fix(text, "en").ledger if edit.kind == "mojibake"]


@pytest.mark.parametrize(("before", "after"), [
    ("Acme®\u00a0Smart", "Acme«áSmart"), ("Σrow_count", "Órow_count"), ("appli\u00adcant", "applişcant"),
    ("ø70", "๘70"), ("36Ω", "36½"), ("month†", "monthå"),
])  # fmt: skip
def test_a_sign_where_clean_text_has_it_is_no_evidence(before: str, after: str) -> None:
    assert not legacy._tells([before], [after])


@pytest.mark.parametrize(("damaged", "expected"), [
    ("No, we didn\x92t do that. We went the old way. I just don\x92t trust the handler to get the bags onto the new "
     "flight, even though we had six hours.", "No, we didn’t do that. We went the old way. I just don’t trust the "
     "handler to get the bags onto the new flight, even though we had six hours."),
    ("\x95 Guards against floods \x95 White label hosting \x95 Server management",
     "• Guards against floods • White label hosting • Server management"),
    ("Keep warm â\x80\xa8this winter with the â\x80\xa8perfect stove.",
     "Keep warm \nthis winter with the \nperfect stove."),
    ("中文 and (ç¹\x81é«\x94) are in the menu of languages.", "中文 and (繁體) are in the menu of languages."),
    ("The encoding of the page is old â\x80\x94 its author is not.",
     "The encoding of the page is old — its author is not."),
])  # fmt: skip
def test_controls_are_never_meant(damaged: str, expected: str) -> None:
    assert fix(damaged).text.replace(" \n", "\n") == expected.replace(" \n", "\n")


def page(body: str) -> Document:
    html = f"<html><head><title>How the harbour works</title></head><body><article><h1>How the harbour works</h1>{body}"
    return cleaner.clean(f"{html}</article></body></html>".encode(), config=Config(profile="statements"))


LONG = "The harbour office has counted ships by hand since it was opened, and it has kept every list that was made. "


def test_code_amid_prose_stays() -> None:
    found = page(f"<p>{LONG * 3}</p><p>After the line <code>let b = a;</code>, the name <code>a</code> is gone from "
                 "the harbour list. Files whose names hold <code>.</code> or <code>~</code> are skipped.</p>"
                 "<p>The column is then called <code>?column?</code> in the list of the office.</p>")  # fmt: skip
    assert "let b = a;, the name" in found.text and "hold . or ~" in found.text
    assert not [e for e in found.entries if e.rule in ("doubled-punctuation", "space-before-comma", "lost-characters")]


def test_a_page_that_is_damaged_all_over_is_damaged_beside_words_of_writing_as_well() -> None:
    broken = "Itâ€™s the shipâ€™s list that doesnâ€™t lie. "
    found = page(f"<p>{LONG}{broken * 3}</p><p>{LONG * 2}Clerks know entitiesâ€”ships, crewsâ€”and their JSON lists, "
                 "and the clerkâ€™s word counts.</p>")  # fmt: skip
    assert "â€" not in found.text and "entities—ships, crews—and" in found.text


def test_misread_text_in_a_listing_is_read_aright_and_not_bereft_of_its_controls() -> None:
    listing = "<pre>A FILE of â\x80\x9c-â\x80\x9d stands for input.\n  // seeâ\x80¦\n</pre>"
    found = page(f"<p>{LONG * 3}</p>{listing}<p>{LONG * 2}</p>")
    assert "A FILE of “-” stands for input.\n  // see…" in "\n".join(b.text for b in found.blocks)


@pytest.mark.parametrize("text", [
    "It lies in the chest and lungs? the nose? the belly? That is the anchor.",
    "need a date reader? pull it from the shelf. Need a lamp? take the small one.",
    "You may recall from What is a Mole?, moles keep water out of the basin.",
    "WHY THIS LIST?PRICES OF SHIPS", "Which boat and where to take it???I need one", "Why is Rope Dear?LG Ropes says",
])  # fmt: skip
def test_questions_in_english_are_no_lost_letters(text: str) -> None:
    assert list(lost.flags(0, text, ())) == []


def test_uyghur_keeps_its_letters() -> None:
    assert fix("ئۇيغۇرچە").text == "ئۇيغۇرچە"


def test_an_english_line_told_as_another_language_has_lost_no_letters() -> None:
    found = page("".join(f"<p>{LONG}</p>" for _ in range(6)))
    czech = [b.told("cs") if b.text.startswith("The harbour") else b for b in found.blocks]
    document = replace(found, blocks=tuple(czech), language="en")
    assert not [p for p in repairs.propose(document, Config()) if getattr(p, "rule", "") == "stripped-letters"]


@pytest.mark.parametrize(("text", "kept"), [
    ("He says the Gilbert Islands are “Jilbert islands”, and he "
     "has been to the Gilbert Islands.", "“Jilbert islands”"),
    ("6. Naïve Ropes. See Naive Ropes in brief, Gaussian Naive Ropes and more on Naive Ropes.", "Naïve Ropes"),
    ("Jo, Francis, and Brian were great. Moves in San Francisco are hard. We moved with Francisco. Francisco was kind, "
     "and so Francisco got a tip. In San Francisco all is well.", "Jo, Francis, and"),
])  # fmt: skip
def test_names_that_are_meant_stay(text: str, kept: str) -> None:
    assert kept in fix(text, "en").text


def test_only_a_persons_name_is_flagged_for_its_no_break_space() -> None:
    told = f"<p>{LONG * 2}The clerks use the Harbour\u00a0Books and the Active\u00a0Lists each day.</p>"
    codes = [e.kind for e in page(told).entries if e.action == "flag"]
    assert "nbsp_inside_person_name" not in codes
    told = f"<p>{LONG * 2}The clerk Anna\u00a0Miller said on Monday that the lists are safe.</p>"
    assert "nbsp_inside_person_name" in [e.kind for e in page(told).entries if e.action == "flag"]
