"""Who said what in the clauses of long English news prose: speaker, whom it was said to, channels, and what is said."""

# ruff: noqa: E501
from __future__ import annotations

import pytest

from tests.speaking import find

Row = tuple[str | None, str]

CLAUSES: list[tuple[str, list[Row]]] = [
    # what introduces the words said is none of them
    ("Sen. Dana Whitlock said after a closed-door lunch that the two sides were close.", [("Dana Whitlock", "the two sides were close.")]),
    ("The campaign of Sen. Ted Cruz (R-Tex.) said Thursday it had raised $12 million.", [("campaign of Sen. Ted Cruz", "it had raised $12 million.")]),
    ("David Axelrod, a former strategist, said on CNN: \"This is a game changer.\"", [("David Axelrod", '"This is a game changer."')]),
    # asides between a speaker and the verb
    ("Rep. Trey Haldane (R-Okla.), who chairs the caucus, called the package “a warmed-over omnibus” and predicted it would lose.", [("Trey Haldane", "the package “a warmed-over omnibus” | it would lose.")]),
    ("Sen. Lou Castellano of New Jersey, the No. 2 Democrat on the committee, said his side would not accept it.", [("Lou Castellano", "his side would not accept it.")]),
    ("“It's a disaster,” the senior official, who spoke on condition of anonymity because the talks were private, said of the deal.", [("senior official", "“It's a disaster,”")]),
    ("Mr. Priebus, who spoke on \"Fox News Sunday,\" said the party was united.", [("Priebus", "the party was united.")]),
    ("Two advisers who spoke on condition of anonymity said Crane had complained.", [("advisers", "Crane had complained.")]),
    ("A confidential assessment seen by this magazine speaks of “parallel surveillances”.", [("confidential assessment", "“parallel surveillances”.")]),
    ("Canadian Prime Minister Étienne Charron, meanwhile, vowed to hit back.", [("Étienne Charron", "to hit back.")]),
    # appositions
    ("Clinton's campaign manager, Robby Mook, said the F.B.I. had \"no evidence\" of it.", [("Robby Mook", "the F.B.I. had \"no evidence\" of it.")]),
    ("A spokesman for the contractor, BAM Ireland, Liam Fahy, said it had handed over the rooms.", [("Liam Fahy", "it had handed over the rooms.")]),
    ("Two other Republicans, Senators Susan Collins of Maine and Ben Sasse of Nebraska, said they would not vote.", [("Susan Collins & Ben Sasse", "they would not vote.")]),
    ("The firm, Humber Pest Solutions, says it followed the label.", [("Humber Pest Solutions", "it followed the label.")]),
    # verbs that carry on
    ("Paul Haldane met the president twice and told reporters that the talks had gone nowhere.", [("Paul Haldane", "the talks had gone nowhere.")]),
    ("Police sealed off the street, saying gas had leaked.", [("Police", "gas had leaked.")]),
    ("“I promise,” said Josh Earnest, the press secretary, adding that Mr. Obama would veto it.", [("Josh Earnest", "“I promise,” | Mr. Obama would veto it.")]),
    ("Hope Hicks did not respond to a request for comment, but told The Washington Post that the report was false.", [("Hope Hicks", "to a request for comment"), ("Hope Hicks", "the report was false.")]),
    ("Anna Stills likes to tell audiences that she was there.", [("Anna Stills", "she was there.")]),
    # attributions inside what is said
    ("The money went, prosecutors in Bruges allege in an indictment, through a car wash.", [("prosecutors in Bruges", "The money went | through a car wash.")]),
    ("Macron, an Elysee official said, replied that deliveries would continue.", [("Macron", "deliveries would continue.")]),
    # nouns as cues, passives, documents
    ("The Treasury dismissed Ann Lee's claim that taxes would rise.", [("Ann Lee", "taxes would rise.")]),
    ("Feld said by text message that she was “gardening”.", [("Feld", "she was “gardening”.")]),
    ("The report, released Tuesday by the budget office, found that 24 million people would lose coverage.", [("report", "24 million people would lose coverage.")]),
    ("''I'm with her,'' reads a sign outside the diner.", [("sign", "''I'm with her,''")]),
    # speakers that no list knows
    ("“Just hit skip,” said the beekeeper behind the counter, not unkindly.", [("beekeeper", "“Just hit skip,”")]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), CLAUSES)
def test_a_clause_has_its_speaker_and_what_is_said(sentence: str, expected: list[Row]) -> None:
    document = f"It was a quiet day in the capital.\n\n{sentence}"
    _, statements = find(document, "en")
    found = [(s.speaker, " | ".join(document[a:b] for a, b in s.content)) for s in statements]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“He is unstoppable,” one adviser said. Another said the race was over.", ["one adviser", "another adviser"]),
        ("Three European diplomats were gloomy. One of them said Paris had been late.", ["one of three European diplomats"]),
        ("Ms. Ann Feld left in May. “I regret the flag,” she said.", ["Ann Feld"]),
        ("Mr. Don Ray met Ms. Ann Feld. “It was long,” she said. “Too long,” he added.", ["Ann Feld", "Don Ray"]),
        ("Counsel Ms. Fay Lorimer told Mrs. Jo Wisniewska that she was wrong. “I know the day,” she replied.", ["Fay Lorimer", "Jo Wisniewska"]),
        ("The White House said it would sign. It “buys time,” the statement said.", ["White House", "White House"]),
        ("Detective Sian Purvis came. “There were people about,” the detective said.", ["Sian Purvis"]),
        ("Prime Minister Davit Kobaladze won. Georgia's prime minister rejected a new vote.", ["Davit Kobaladze"]),
        ("The mayor said, “We rebuild.” The governor said, “We help.” The president said, “We pay.”", ["mayor", "governor", "president"]),
        ("Her husband, Don, said so. “You round down,” he added.", ["Don", "Don"]),
    ],
)  # fmt: skip
def test_later_words_for_a_speaker_lead_back_to_the_first(text: str, speakers: list[str]) -> None:
    _, statements = find(f"It was a quiet day in the capital.\n\n{text}", "en")
    assert [s.speaker for s in statements] == speakers


@pytest.mark.parametrize(
    ("sentence", "addressee", "via"),
    [
        ("Kellyanne Conway told CNN that the tapes were old.", "CNN", ()),
        ("Mr. Hale told a news conference in Dayton that he would stay.", "news conference", ()),
        ("Ann Lee warned in a letter to lawmakers that money was short.", "lawmakers", ()),
        ("“I was there,” Luc told me.", "me", ()),
        ("Mr. Voss, through a spokeswoman, said the flights had been paid for.", None, ("a spokeswoman",)),
        ("At the school, according to a recording, Ann Lee said she had heard 41 cases.", None, ("recording",)),
        ("The state-run Herald reported on Thursday, quoting secretary Obert Jirira, that trucks would cross.", None, ("Herald",)),
        ("Ann Lee told voters that taxes would fall, two aides said.", "voters", ("two aides",)),
    ],
)  # fmt: skip
def test_whom_it_was_said_to_and_through_whom_it_came(
    sentence: str, addressee: str | None, via: tuple[str, ...]
) -> None:
    _, statements = find(f"It was a quiet day in the capital.\n\n{sentence}", "en")
    assert [(s.addressee, s.reported_via) for s in statements] == [(addressee, via)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr. Pence, asked about the tape on CNN, demurred.",
        "President Walter Crane started his Friday with a series of tweets attacking the chairman.",
        "DES MOINES, Iowa (AP) - The state's claims rose by a tenth.",
        "She hopes that it will end.",
        "The White House disputed that.",
        "Neither campaign would say whether the debate would take place.",
    ],
)
def test_what_looks_like_speech_and_is_none(sentence: str) -> None:
    _, statements = find(f"It was a quiet day in the capital.\n\n{sentence}", "en")
    assert [s for s in statements if s.kind == "statement"] == []


def test_a_quotation_over_paragraphs_keeps_its_speaker() -> None:
    text = "It was quiet.\n\n“I told the boy,” said Harriet Cole. “He was somebody I knew.\n\n“I don’t remember going home.\n\n“I remember the morning.”"
    _, statements = find(text, "en")
    assert {s.speaker for s in statements} == {"Harriet Cole"}
    assert len(statements) == 3


def test_reported_speech_runs_on_into_the_next_sentence() -> None:
    _, statements = find("It was quiet.\n\nAnn Lee said the plan was dead. The money would go to schools.", "en")
    assert [s.text for s in statements] == ["Ann Lee said the plan was dead. The money would go to schools."]
