"""Who said what in sentences as English papers print them: asides, names alone, questions, frames. Invented sentences."""

# ruff: noqa: E501
from __future__ import annotations

import pytest

from tests.speaking import find

REST = "It was a quiet day in the capital."


def _speakers(text: str) -> list[str | None]:
    _, statements = find(f"{REST}\n\n{text}", "en")
    return [s.speaker for s in statements if s.kind == "statement"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“I never saw it,” Ron Keller — the county's longtime chairman, and a skeptic of the plan — told The Gazette.", "Ron Keller"),
        ("“Everybody is nervous,” Jane Sullivan, 68, a retired nurse from Manchester, N.H., admitted.", "Jane Sullivan"),
        ("Bo Sanders, speaking outside his home in Burlington, Vt., before boarding a flight, said his friends should stay.", "Bo Sanders"),
        ("Bob Dornan, a steelworker in Youngstown, Ohio, who voted twice, said he was done.", "Bob Dornan"),
        ("Janine Cole, 54, of Mill Rise, Holmfirth, admitted that she took the money.", "Janine Cole"),
        ("“It is a disgrace,” Mr. Reid, the minority leader, said on the Senate floor.\n\nHarry Reid of Nevada is retiring.", "Harry Reid"),
        ("Lee Saunders, president of a union, which represents clerks, said the ruling was wrong.", "Lee Saunders"),
        ("FEMA Administrator Brock Long said on “Fox News Sunday” that he had “filtered out the mayor.”", "Brock Long"),
        ("Sheriff Scott Israel told Dana Loesch, a spokeswoman for the lobby, “You’re not standing up for them.”", "Scott Israel"),
    ],
)
def test_what_stands_between_a_name_and_its_verb_does_not_hide_it(text: str, speaker: str) -> None:
    assert _speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“And what is that?” Mr. Johnson asked.\n\nGary Johnson is a nominee.", "Gary Johnson"),
        ("“What are we doing here?” Sen. Chris Murphy, D-Conn., asked on the Senate floor.", "Chris Murphy"),
        ("“Is it over?” Murphy wondered.\n\nChris Murphy left.", "Chris Murphy"),
    ],
)
def test_a_sentence_that_only_says_who_asked_belongs_to_the_question(text: str, speaker: str) -> None:
    assert _speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Hillary Clinton said she would win.\n\nHer husband, Bill Clinton, said she was ready.\n\n“I’m ready,” Clinton said.", ["Hillary Clinton", "Bill Clinton", "Hillary Clinton"]),
        ("Dana Holt was in Ohio. Peter Holt was in Iowa.\n\n“She is ready,” Mr. Holt said.\n\n“I am ready,” Mrs. Holt said.", ["Peter Holt", "Dana Holt"]),
        ("Justice Samuel A. Alito Jr. called the ruling “remarkably wrong.”\n\n“It is wrong,” Alito said.", ["Samuel A. Alito Jr.", "Samuel A. Alito Jr."]),
        ("Jessica Lund, 17, was at the school. “I ran,” Jessica said.", ["Jessica Lund"]),
        ("Stumpf, who testified for hours, said he was sorry.\n\nJohn Stumpf is a banker.", ["John Stumpf"]),
        ("The choice was easy for Jane Sullivan. “I don’t trust her,” she said.", ["Jane Sullivan"]),
    ],
)
def test_a_last_or_first_name_alone_means_whom_the_article_is_about(text: str, speakers: list[str]) -> None:
    assert _speakers(text) == speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("John Marsh had had enough. “I am done,” the Arizona senator said in a statement.", "John Marsh"),
        ("Evan Rusk spent a week in Ohio. “We are doing great,” the Republican nominee told supporters.", "Evan Rusk"),
        ("Marla Finch was wrong. Her colleague, Ed Toomey, disagreed. Finch, he said, “hasn’t read the bill.”", "Ed Toomey"),
        ("Sen. Ann Lee met the housing secretary. “I am done,” the housing secretary said.", "housing secretary"),
    ],
)
def test_an_office_takes_up_whom_no_other_office_is_known_of(text: str, speaker: str) -> None:
    assert _speakers(text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We will win” — Ann Ostlund, candidate for governor", "Ann Ostlund"),
        ("For Jane Sullivan, a retired nurse, it was simple: “I don’t trust her.”", "Jane Sullivan"),
        ("“That is a lie,” was Leo Marsh’s reply.", "Leo Marsh"),
        ("Sen. Leo Marsh’s message was simple: “Let the people decide.”", "Leo Marsh"),
        ("As Leo Marsh noted on Monday, the campaign has struggled.", "Leo Marsh"),
        ("Leo Marsh put it this way: the governor had promised jobs.", "Leo Marsh"),
        ("Leo Marsh thought that was “a slippery slope to nowhere.”", "Leo Marsh"),
        ("The tax, Leo Marsh has repeatedly argued at rallies, would be gone by spring.", "Leo Marsh"),
        ("Volumes have fallen by a fifth since May, industry figures show.", "industry figures"),
    ],
)
def test_frames_of_the_press_name_their_speaker(text: str, speaker: str) -> None:
    assert _speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speakers", "chains"),
    [
        ("Ann Lee was quoted by The Dayton Daily News as saying the money was gone.", ["Ann Lee"], [("Dayton Daily News",)]),
        ("While Leo Marsh says it should be repealed, Ann Lee, the budget director, says it should stay.", ["Leo Marsh", "Ann Lee"], [(), ()]),
        ("“There is no money,” Ann Lee said, while Leo Marsh insisted that there was.", ["Ann Lee", "Leo Marsh"], [(), ()]),
    ],
)
def test_who_speaks_beside_another_and_who_through_him(
    text: str, speakers: list[str], chains: list[tuple[str, ...]]
) -> None:
    _, statements = find(f"{REST}\n\n{text}", "en")
    assert [s.speaker for s in statements] == speakers
    assert [s.reported_via for s in statements] == chains


@pytest.mark.parametrize(
    "text",
    [
        "Neither man has said that he would run.",
        "The county spent an hour on a proposed range off Route 9.",
        "The bill passed as prices rose.",
    ],
)
def test_what_nobody_said_is_no_statement(text: str) -> None:
    assert _speakers(text) == []


def test_a_relative_clause_ends_what_is_said_in_it() -> None:
    text = f"{REST}\n\nAnn Lee, who has claimed that she opposed the war, was in Ohio."
    _, statements = find(text, "en")
    assert [text[a:b] for s in statements for a, b in s.content] == ["she opposed the war"]
