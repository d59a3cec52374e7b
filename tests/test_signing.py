"""Who signs a text where no rule of wording says so."""

from __future__ import annotations

import pytest

import cleaner

PROSE = (
    "The council of Harrow voted on Tuesday to close the swimming pool for two years while the roof is repaired.\n\n"
    "Residents said that they had not been asked, and that the nearest other pool is an hour away by bus and train.\n\n"
    "The repair will cost four million pounds, of which the county pays a half and the lottery another quarter.\n\n"
)
TITLE = "# Pool in Harrow closes for two years as roof is repaired\n\n"


@pytest.mark.parametrize("line", ["[Ann Leclerc](/author/ann-leclerc)", "Ann Leclerc ann.leclerc@paper.example"])
def test_a_name_that_leads_to_its_author_is_a_byline(line: str) -> None:
    document = cleaner.clean(TITLE + line + "\n\n2 May 2024\n\n" + PROSE)
    assert list(document.record.authors) == ["Ann Leclerc"]


def test_a_name_beside_a_date_on_one_line_is_cut_from_it() -> None:
    document = cleaner.clean(TITLE + "Ann Leclerc | 2 May 2024\n\n" + PROSE)
    assert list(document.record.authors) == ["Ann Leclerc"]
    assert document.record.published == "2024-05-02"


def test_the_box_about_who_signs_is_no_part_of_the_text() -> None:
    box = "Ann Leclerc writes about sport and towns. She lives in Harrow."
    document = cleaner.clean(TITLE + "By Ann Leclerc\n\n2 May 2024\n\n" + PROSE + box + "\n")
    assert box not in document.text and "lottery" in document.text


def test_a_paragraph_about_somebody_else_stays() -> None:
    last = "Mary Quill, who swam there for sixty years, said she would wait for the doors to open again."
    document = cleaner.clean(TITLE + "By Ann Leclerc\n\n2 May 2024\n\n" + PROSE + last + "\n")
    assert last in document.text


def test_the_initials_of_a_desk_are_no_part_of_the_text() -> None:
    document = cleaner.clean(TITLE + "2 May 2024\n\n" + PROSE + "abc/ def/\n\nShare this article\n")
    assert "abc/" not in document.text
