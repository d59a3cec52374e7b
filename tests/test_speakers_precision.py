"""What looks like a statement on everyday pages and is none, beside what is one. Invented sentences, the voice silent.

Each row: what a thing does, or a noun that looks like a verb; a sentence like it in which somebody says something, a
piece of what is said, and who says it.
"""

from __future__ import annotations

import pytest

from cleaner.attribution.voice import choosing as voice
from tests.speaking import find

ROWS = {
    "a thing emphasizes, a person does": (
        "Unlike its rivals, Quillon emphasizes manual control over memory.",
        "Dr. Helen Marsh emphasizes the value of a daily walk.", "value of a daily walk", "Helen Marsh"),
    "a product highlights, a report does": (
        "Bravox highlights growing demand with a coloured bar.",
        "The report highlights growing demand for refurbished phones.", "growing demand", "report"),
    "a firm offers, a person offers in words": (
        "Tallgrove offers an advanced certificate to help beginners.",
        "“One small tip for beginners,” Dr. Helen Marsh offers, “is to start slowly.”", "start slowly", "Helen Marsh"),
    "it informs you, it reports that": (
        "At least it tells you that the disk is full.",
        "The agency tells drivers that the bridge is closed.", "bridge is closed", "agency"),
    "a graph shows, a study shows": (
        "The above graph shows that prices rise in spring.",
        "A study shows that prices rise in spring.", "prices rise", "study"),
    "tests showed, researchers showed": (
        "Tests showed that the pump was too weak.",
        "Researchers showed that the pump was too weak.", "pump was too weak", "researchers"),
    "lecture notes, a lecturer notes": (
        "Lecture notes on graphs and trees are below.",
        "Prof. Daniel Okafor notes that graphs and trees differ.", "graphs and trees differ", "Daniel Okafor"),
    "trust signals, the minister signals": (
        "In a crowded market, trust signals matter more than price.",
        "The minister signals that taxes will fall.", "taxes will fall", "minister"),
    "small claims, a firm claims": (
        "Small claims forms and fees are listed here.",
        "Tallgrove claims that its pump is the quietest.", "pump is the quietest", "Tallgrove"),
    "most brands that offer, one says that": (
        "Most brands that sell a plan will post a list.",
        "One of the owners states that the plan is dear.", "plan is dear", "one of the owners"),
    "some of the main reasons, one of the judges": (
        "One of the main reasons that people move is rent.",
        "One of the judges reasons that people move for rent.", "people move for rent", "one of the judges"),
    "an add-on, who adds": (
        "The Harbor Sports add-on costs nine dollars a month.",
        "The coach of Harbor Sports adds that the season costs nine dollars.", "season costs nine", "coach"),
    "a plan called so, whom somebody calls so": (
        "Many moving companies sell a plan (called “valuation”) for boxes.",
        "Many critics called the plan “a fig leaf” for the firm.", "fig leaf", "critics"),
    "a team keeps clients informed, a team informed clients": (
        "The team keeps their clients informed about the budget.",
        "The team informed clients that the budget had grown.", "budget had grown", "team"),
    "keeping employees informed, employees say": (
        "Keeping employees informed is a part of the work.",
        "Leading economists say that the work is done.", "work is done", "economists"),
    "employees can request, employees request that": (
        "With the app, employees can swap shifts, request leave and view pay.",
        "Employees say they can swap shifts at night.", "swap shifts at night", "employees"),
    "read our review, so reads the review": (
        "For more on the trail, read our full review.",
        "“The trail is closed,” reads our full review.", "trail is closed", "review"),
    "a title refers to, a quotation is said": (
        "“Body” refers to the weight of the wine.",
        "“The body is too thin,” says the judge of the wine.", "body is too thin", "judge"),
    "ask your partner, the partner asks": (
        "Before a tour, ask your customers for a review.",
        "“Where is the review?” asks the owner of the hotel.", "Where is the review", "owner"),
    "services offered by, a demand voiced": (
        "We compare the services offered by Tallgrove and its rivals.",
        "The plan was denounced by Senator Ruth Hale on Monday.", "", ""),
    "sorted according to, according to a report": (
        "The rows are sorted according to the chosen locale.",
        "The rows are too long, according to the designer.", "rows are too long", "designer"),
    "according to user input, according to the brand": (
        "The page changes according to user input in the form.",
        "According to the brand, the bag is made from rope.", "made from rope", "brand"),
    "as a firm continues, as a person says": (
        "As Tallgrove continues to grow, it remains close to its users.",
        "As Dr. Helen Marsh says, it remains a small town.", "remains a small town", "Helen Marsh"),
    "as mentioned above, as X mentioned": (
        "As mentioned above, it costs forty dollars to move a piano.",
        "As Dr. Helen Marsh mentioned, it costs forty dollars.", "costs forty dollars", "Helen Marsh"),
    "a deed of a thing, a person explains": (
        "The valve opens slowly, revealing that air alone can move the arm.",
        "Dr. Helen Marsh went further, explaining that air alone can move the arm.", "air alone can move",
        "Helen Marsh"),
    "if they say, they say": (
        "If the court rules that the waiver is void, you may be paid.",
        "The court says that the waiver is void.", "waiver is void", "court"),
    "airlines tell you, airlines tell passengers": (
        "Airlines ask you to contact the place where you paid.",
        "Airlines say passengers must contact the place where they paid.", "must contact the place", "airlines"),
    "user feedback informs, users say": (
        "Direct feedback from new clients informs our approach to prices.",
        "New clients say our approach to prices is fair.", "prices is fair", "clients"),
    "a workspace and its states, a state says": (
        "Most bugs need a mix that exists in a customer's workspace—states that are rare.",
        "The state says that most bugs are rare.", "bugs are rare", "state"),
    "a book called so, a critic calls it so": (
        "It was printed in a book called “Roots and Stones” in 1833.",
        "The critic called the book “all roots and no stones” in 1833.", "all roots and no stones", "critic"),
    "a command specified in, a document specifies that": (
        "The block sets the paths for the agency specified in the file.",
        "The report specifies that the paths are set by the agency.", "paths are set", "report"),
    "a house supports voices, a house voices": (
        "Melrose House supports emerging voices in short books.",
        "The director of Melrose House voices a fear that short books sell badly.", "short books sell", "director"),
    "the writer, and who says it": (
        "I’d like to say that the garden was hard work.",
        "Her gardener says that it was hard work.", "was hard work", "gardener"),
}


@pytest.fixture(autouse=True)
def _rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(voice, "speak", lambda lines, claims, cast: list(claims))


@pytest.mark.parametrize("name", ROWS)
def test_things_say_nothing(name: str) -> None:
    _, statements = find(f"{ROWS[name][0]}\n\n.", "en")
    assert [(s.rule, s.speaker, s.text) for s in statements] == []


@pytest.mark.parametrize("name", ROWS)
def test_who_can_say_something_does(name: str) -> None:
    _, text, said, speaker = ROWS[name]
    _, statements = find(f"{text}\n\n.", "en")
    found = [s for s in statements if said in s.text and speaker.lower() in (s.speaker or "").lower()]
    assert found, [(s.rule, s.speaker, s.text) for s in statements]
