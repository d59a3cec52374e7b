"""Who said what in single sentences as agencies and papers of the United States and Britain print them."""

# ruff: noqa: E501
from __future__ import annotations

import pytest

from tests.speaking import find

BEFORE = "It was a quiet day in the capital.\n\n"


def _said(text: str) -> list[tuple[str, str]]:
    """Return the speakers of the statements of a text, joint ones joined, with the first piece of what is said."""
    document = BEFORE + text
    _, statements = find(document, "en")
    return [
        (" & ".join(s.co_speakers) or s.speaker or "", document[s.content[0][0] : s.content[0][1]])
        for s in statements
        if s.kind not in ("non_statement", "stance") and s.content
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sens. Ann Lee, R-Ariz., and Bo Ray, D-Nev., said the bill was overdue.", [("Ann Lee & Bo Ray", "the bill was overdue.")]),
        ("Ann Lee, the head of Civic Union, which represents 400,000 cleaners, accused ministers of “hiding behind a judge”.", [("Ann Lee", "ministers of “hiding behind a judge”.")]),
        ("The plan is opposed by the large ferry carriers, which argue that the rule would cost jobs.", [("large ferry carriers", "the rule would cost jobs.")]),
        ("Harbor PAC, which backs the mayor, said in comments filed in May, and not reported before, that the vote “was stolen.”", [("Harbor PAC", "the vote “was stolen.”")]),
        ("A memo circulated by the Rural Caucus argues that the cuts “reward failure”.", [("memo", "the cuts “reward failure”.")]),
        ("Two engineers who reviewed the photographs for The Post said the welds were bad.", [("Two engineers", "the welds were bad.")]),
        ("Ann Lee, speaking on Monday, told a news briefing in Oslo when asked about the report: “It is false.”", [("Ann Lee", "“It is false.”")]),
        ("The inquiry was told by Bo Ray, who was on duty that night, that the phones had failed.", [("Bo Ray", "the phones had failed.")]),
        ("There was a woman, some said; a debt, said others.", [("some", "There was a woman"), ("others", "a debt")]),
        ("Berlin welcomed “any conversation”; Oslo, according to a diplomat, “would welcome silence”.", [("Berlin", "“any conversation”"), ("a diplomat", "Oslo")]),
        ("The mill will be spared, two of them said; the third said nothing had been promised.", [("two of them", "The mill will be spared"), ("the third", "nothing had been promised.")]),
        ("The plan costs too much, according to an estimate by Ledger House, a nonpartisan group.", [("estimate", "The plan costs too much")]),
        ("Prices fell, it was true. Beijing would respond, Ann Lee said, without elaborating.", [("Ann Lee", "Beijing would respond")]),
        ("Within an hour the White House had put out a statement saying the visit was “postponed”.", [("White House", "the visit was “postponed”.")]),
        ("Ann Lee wrote to the governor on Friday urging him to order an inquiry.", [("Ann Lee", "him to order an inquiry.")]),
        ("Critics of the law argue it gives Oslo too much power.", [("Critics of the law", "it gives Oslo too much power.")]),
        ("A lawyer for Bo Ray, Ann Lee, called it meritless.", [("Ann Lee", "it meritless.")]),
        ("Ann Lee's claim, made without evidence, that votes were bought has been rejected twice.", [("Ann Lee", "votes were bought")]),
        ("Ann Lee opened the debate with a warning to her rivals that she was “not here to lose”.", [("Ann Lee", "she was “not here to lose”.")]),
        ("Bo Ray came to office promising, in Ann Lee's words, “sunlight, and plenty of it”.", [("Ann Lee", "Bo Ray came to office promising")]),
        ("Asked about the seat, Ann Lee laughed and said: “No comment.”", [("Ann Lee", "“No comment.”")]),
        ("Ann Lee told NBC's Bo Ray the vote was rigged.", [("Ann Lee", "the vote was rigged.")]),
        ("“We won,” Ann Lee said, hours after networks called the race, “and we won big.”", [("Ann Lee", "“We won,”")]),
        ("Ann Lee has said she will stay, but her press secretary, Bo Ray, called the report “a mess”.", [("Ann Lee", "she will stay"), ("Bo Ray", "the report “a mess”.")]),
        ("Mr. Bo Ray accused Ms. Ann Lee of lying; she replied that he was bald.", [("Bo Ray", "Ms. Ann Lee of lying"), ("Ann Lee", "he was bald.")]),
        ("‘Is it wrong?’ Mr. Bo Ray asked. He left.", [("Bo Ray", "‘Is it wrong?’")]),
        ("The senator's inner circle says he has not decided.", [("senator's inner circle", "he has not decided.")]),
        ("A resident phoned in to say she could see smoke over the harbour.", [("a resident", "she could see smoke over the harbour.")]),
        ("Ann Lee told voters the system was rigged.", [("Ann Lee", "the system was rigged.")]),
        ("Ann Lee told reporters Bo Ray would sign it.", [("Ann Lee", "Bo Ray would sign it.")]),
        ("The Rifle Club warned its members that Bo Ray had “a plan.”", [("Rifle Club", "Bo Ray had “a plan.”")]),
        ("Sen. Ann Lee took to the Senate floor to declare that the chamber would not act.", [("Ann Lee", "the chamber would not act.")]),
        ("The caucus called him “a fraud,” with Rep. Ann Lee, a mayor, saying he was “a liar.”", [("caucus", "him “a fraud,”"), ("Ann Lee", "he was “a liar.”")]),
        ("BARRY, 61, bus driver: \"Never a pen. I saw it.\"", [("Barry", "\"Never a pen. I saw it.\"")]),
        ("The notes, released Friday, show that Ann Lee had left.", [("notes", "Ann Lee had left.")]),
    ],
)  # fmt: skip
def test_a_sentence_of_the_press_has_its_speakers_and_what_they_say(text: str, expected: list[tuple[str, str]]) -> None:
    assert _said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Unions welcomed the pause.",
        "The Speaker has told members to come in formal dress.",
        "Both campaigns declared victory.",
        "Ann Lee, a former trader confirmed in March, remained at work.",
        "The readers' comments were closed.",
        "The winner, a team of midwives, has entered again.",
    ],
)
def test_what_only_looks_like_a_report_is_none(text: str) -> None:
    assert _said(text) == []


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ("An audit found that bids were rescored. Two of the judges told auditors they were never given a reason.", "Two of the judges", ("audit",)),
        ("An earlier draft, described to The Post by two former officials, put the number at 11.", "earlier draft", ("two former officials",)),
        ("Ann Lee told aides the plan was dead, according to two people. She urged them not to leak that it was.", "Ann Lee", ("two people",)),
        ("Bo Ray, a mayor, said on Monday he was calm. Ann Lee, he said, told voters that taxes would fall.", "Ann Lee", ("Bo Ray",)),
    ],
)  # fmt: skip
def test_whose_words_somebody_passes_on(text: str, speaker: str, via: tuple[str, ...]) -> None:
    _, statements = find(BEFORE + text, "en")
    assert (speaker, via) in [(s.speaker, s.reported_via) for s in statements[-2:]]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The papers were placed in the library. They state that ships can berth.", ["papers"]),
        ("Dynamo Works, which builds hulls, said it was cooperating. It said the head of the firm would retire.", ["Dynamo Works", "Dynamo Works"]),
        ("The report stops short of calling it false. It says the statement was not complete.", ["report"]),
        ("Avon Police said the search cost £41. No charge would be made, it added.", ["Avon Police", "Avon Police"]),
        ("Data were shared, Ann Lee said. Talks had been going on “every fifteen days, without prejudice”.", ["Ann Lee", "Ann Lee"]),
    ],
)  # fmt: skip
def test_what_goes_on_belongs_to_whom_the_words_before_tell(text: str, speakers: list[str]) -> None:
    _, statements = find(BEFORE + text, "en")
    assert [s.speaker for s in statements if s.kind != "non_statement"] == speakers


def test_a_judge_of_the_lead_is_the_one_named_later() -> None:
    text = """A federal judge on Friday blocked the rule, saying it was “a blank check.”

The state will appeal.

U.S. District Judge Ann Lee wrote that the rule “punishes the message.”"""
    _, statements = find(BEFORE + text, "en")
    assert [s.speaker for s in statements] == ["Ann Lee", "Ann Lee"]
