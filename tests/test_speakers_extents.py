"""Where what is said begins and ends in English political prose, and who says it."""

from __future__ import annotations

import pytest

from tests import speaking

ROWS = [
    ("The ministry said in a statement on Friday the talks were over.", "ministry", ["the talks were over."]),
    ("Mr. Smith said at a rally in Ohio on Monday night he would not quit.", "Smith", ["he would not quit."]),
    ("Ann Lee told reporters at the Capitol on Friday she was done.", "Ann Lee", ["she was done."]),
    ("Ann Lee threatened on Sunday to pull her party out.", "Ann Lee", ["to pull her party out."]),
    ("Ann Lee said taxes would rise, an assertion that critics disputed.", "Ann Lee", ["taxes would rise"]),
    ("Ann Lee said the deal was dead, without elaborating.", "Ann Lee", ["the deal was dead"]),
    ("Ann Lee said she would run, hours after a poll put her behind.", "Ann Lee", ["she would run"]),
    ("Ann Lee said she had asked Bo Ray to leave and had told Cy Poe so.", "Ann Lee",
     ["she had asked Bo Ray to leave and had told Cy Poe so."]),
    ("Ann Lee asked whether the minister could name one of them.", "Ann Lee",
     ["whether the minister could name one of them."]),
    ("Human Rights Watch put the toll at 11.", "Human Rights Watch", ["the toll at 11."]),
    ("A judge on Friday blocked the order, ruling that it was void.", "judge", ["it was void."]),
    ("The United States and Britain issued statements congratulating Ann Lee.", "United States and Britain",
     ["Ann Lee."]),
    ("A growing number of Senate Republicans broke with him on Monday, saying the plan would hurt farmers.",
     "Senate Republicans", ["the plan would hurt farmers."]),
    ("Harry Reid, D-Nev., who leads the caucus, said the bill was dead.", "Harry Reid", ["the bill was dead."]),
    ("Ann Lee told NBC's Chuck Todd that she was sure.", "Ann Lee", ["she was sure."]),
    ("Ann Lee disputed that figure.", "Ann Lee", ["that figure."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "content"), ROWS, ids=[row[0][:40] for row in ROWS])
def test_what_is_said_begins_and_ends_with_its_clause(text: str, speaker: str, content: list[str]) -> None:
    text = f"It was a long day in the capital.\n\n{text}"
    _, statements = speaking.find(text, "en")
    said = [s for s in statements if s.kind == "statement" and s.speaker and speaker in s.speaker]
    assert [text[a:b] for s in said for a, b in s.content] == content


@pytest.mark.parametrize("text", [
    "Asked whether she was concerned, Ann Lee shrugged.",
    "Ann Lee, accused of fraud, pleaded not guilty.",
    "The vote put millions of lives at risk, and Ann Lee left.",
    "The 2005 tape, first reported by The Washington Post, captured Ann Lee on a bus.",
])  # fmt: skip
def test_deeds_and_asides_are_no_statements(text: str) -> None:
    _, statements = speaking.find(f"It was a long day in the capital.\n\n{text}", "en")
    assert not [s for s in statements if s.kind == "statement"]


def test_a_lead_that_only_describes_its_speaker_gets_the_name_that_speaks_next() -> None:
    text = ("Georgia's prime minister has rejected calls for a new election.\n\n"
            "There is no basis for a vote, Davit Kobaladze told a news conference on Friday.")  # fmt: skip
    _, statements = speaking.find(text, "en")
    assert {s.speaker for s in statements} == {"Davit Kobaladze"}


def test_a_lead_keeps_its_own_speaker_where_the_next_one_is_introduced() -> None:
    text = ("Georgia's prime minister has rejected calls for a new election.\n\n"
            "There is no basis for a vote, his spokeswoman, Ana Melua, told a news conference on Friday.")  # fmt: skip
    _, statements = speaking.find(text, "en")
    assert {s.speaker for s in statements} == {"Georgia's prime minister", "Ana Melua"}
