"""Who said what in invented English articles of the genre. Each case: text, statements expected (a piece of the
statement, its speaker), and pieces that no statement may be made of."""

# ruff: noqa: E501
from __future__ import annotations

import pytest

from tests.speaking import check, find

TUNED = {
    "agency quotes and readout": (
        """KYIV, March 3 - Ukrainian Foreign Minister Olena Hrytsenko said on Monday that talks with Moscow had stalled and accused Russia of bad faith.

"We came with proposals and left with nothing," Hrytsenko told reporters after the meeting in Geneva. "There is no second round planned."

Kremlin spokesman Dmitry Peskov said Russia remained open to dialogue. He declined to comment on the proposals.

The meeting lasted three hours and was the first in a year.""",
        [
            ("talks with Moscow had stalled", "Olena Hrytsenko"),
            ("We came with proposals", "Olena Hrytsenko"),
            ("There is no second round", "Olena Hrytsenko"),
            ("remained open to dialogue", "Dmitry Peskov"),
        ],
        ["The meeting lasted"],
    ),
    "company news": (
        """Shares of Norvex fell 8 percent on Thursday after the drugmaker reported weak sales.

“We are not satisfied with these numbers,” said Chief Executive Martin Hale, who took over in January. Analysts at Brookline said the outlook was worse than expected.

According to a report by the regulator, three batches were contaminated. Norvex denied that patients had been harmed.""",
        [
            ("We are not satisfied", "Martin Hale"),
            ("three batches were contaminated", "report by the regulator"),
            ("patients had been harmed", "Norvex"),
        ],
        ["Shares of Norvex fell"],
    ),
    "pronouns and two speakers": (
        """President Laura Mendes said her government would raise the minimum wage next year.

“Nobody who works should be poor,” she said in a televised address.

Opposition leader Rui Tavares called the plan “a stunt” and urged parliament to reject it. Business groups warned of job losses, while union leader Ana Prado said the rise was overdue.

The vote is expected in May.""",
        [
            ("would raise the minimum wage", "Laura Mendes"),
            ("Nobody who works", "Laura Mendes"),
            ("a stunt", "Rui Tavares"),
            ("warned of job losses", "Business groups"),
            ("the rise was overdue", "Ana Prado"),
        ],
        ["The vote is expected"],
    ),
    "police and witnesses": (
        """Four people were killed when a bus overturned near Graz, police said.

A witness, who asked not to be named, told the daily Kurier that the driver had lost control on a bend.

“It was terrible,” the witness said. The operator did not respond to a request for comment.""",
        [
            ("Four people were killed", "police"),
            ("the driver had lost control", "witness"),
            ("It was terrible", "witness"),
        ],
        [],
    ),
    "headline and colon": (
        """Prime Minister Ian Cole: "We will not negotiate under threat"

Speaking in parliament, Cole said: "We will not negotiate under threat."

The European Commission welcomed the statement. "This is the right tone," a Commission spokeswoman added.""",
        [
            ("We will not negotiate under threat", "Ian Cole"),
            ("This is the right tone", "Commission spokeswoman"),
        ],
        ["welcomed the statement"],
    ),
    "phone call readout": (
        """The Prime Minister spoke with President of Kazakhstan Kassym Tulegenov by telephone this morning.

The Prime Minister thanked the President for his support and reiterated the United Kingdom's commitment to the corridor. President Tulegenov emphasised the importance of new rail links.

The leaders agreed to stay in close contact.""",
        [("emphasised the importance", "Kassym Tulegenov")],
        ["spoke with President"],
    ),
}

UNSEEN = {
    "ceasefire talks": (
        """Egyptian mediators have presented a new truce plan, two officials with knowledge of the talks said on Sunday.

Israeli Prime Minister Eitan Barak rejected the plan as “a reward for terror”, his office said in a statement. “Israel will finish the job,” Barak was quoted as saying by local media.

Hamas said it was studying the proposal “with a positive spirit”.

U.S. Secretary of State Karen Whitfield, on a visit to Cairo, urged both sides to show flexibility. "The window is closing," she warned.

The war began in October.""",
        [
            ("presented a new truce plan", "officials"),
            ("a reward for terror", "Eitan Barak"),
            ("studying the proposal", "Hamas"),
            ("show flexibility", "Karen Whitfield"),
            ("The window is closing", "Karen Whitfield"),
        ],
        ["The war began"],
    ),
    "court and lawyers": (
        """A court in Lyon on Friday sentenced former mayor Paul Renaud to two years in prison for corruption.

His lawyer, Claire Vasseur, said he would appeal. "This verdict ignores the facts," Vasseur told reporters outside the courtroom.

Prosecutors had asked for four years. The judge, Marie Dumas, said Renaud had "betrayed the trust of his voters".""",
        [
            ("he would appeal", "Claire Vasseur"),
            ("This verdict ignores", "Claire Vasseur"),
            ("betrayed the trust", "Marie Dumas"),
        ],
        ["sentenced former mayor"],
    ),
    "flood": (
        """At least 30 people are missing after floods in the north of the country, the interior ministry said on Wednesday.

“The water came in minutes. We lost everything,” said Amina Diallo, a 42-year-old farmer. Rescue workers said roads were cut off.

Weather experts believe the rain will continue, and the Red Cross has called for urgent aid.

In a tweet, the president expressed his condolences to the families.""",
        [
            ("At least 30 people", "interior ministry"),
            ("The water came in minutes", "Amina Diallo"),
            ("roads were cut off", "Rescue workers"),
            ("called for urgent aid", "Red Cross"),
        ],
        [],
    ),
    "relayed report": (
        """The New York Times reported on Tuesday that the White House was weighing new sanctions against Iran.

A National Security Council spokesman declined to comment on the report.

Iranian state television, citing an unnamed official, said Tehran would respond "in kind". "Threats do not work," Foreign Minister Javad Karimi wrote on X.""",
        [
            ("weighing new sanctions", "New York Times"),
            ("would respond", "an unnamed official"),
            ("Threats do not work", "Javad Karimi"),
        ],
        [],
    ),
    "sports": (
        """Coach Lena Fischer praised her team after a 3-1 win over Sweden.

"The girls were brilliant," said Fischer. "We never stopped believing."

Captain Mia Brandt, who scored twice, dedicated the win to her father. Sweden's coach said his players had been tired.""",
        [
            ("praised her team", "Lena Fischer"),
            ("The girls were brilliant", "Lena Fischer"),
            ("We never stopped", "Lena Fischer"),
            ("had been tired", "coach"),
        ],
        ["dedicated the win"],
    ),
    "summit": (
        """The leaders of France and Germany called on Saturday for a European peace force.

French President Emmanuel Macron and German Chancellor Olaf Scholz said in a joint statement that the force would be ready by 2026. “Europe must stand on its own feet,” Macron said, adding that Washington had been informed.

Poland's foreign minister was sceptical. "We need the Americans," he said.""",
        [
            ("called on Saturday for a European", "Emmanuel Macron"),
            ("would be ready by 2026", "Olaf Scholz"),
            ("Europe must stand", "Emmanuel Macron"),
            ("We need the Americans", "foreign minister"),
        ],
        [],
    ),
}


@pytest.mark.parametrize("name", [*TUNED, *UNSEEN])
def test_english_speakers(name: str) -> None:
    check("en", *{**TUNED, **UNSEEN}[name])


@pytest.mark.parametrize(
    ("sentence", "piece", "speaker", "via"),
    [
        ("Reuters quoted Lavrov as saying the plan was dead.", "plan was dead", "Sergei Lavrov", ("Reuters",)),
        ("“The plan is dead,” the report quotes him as saying.", "plan is dead", "Sergei Lavrov", ("report",)),
        ("Tekin said the officer told her: “Get out.”", "Get out", "officer", ("Ibrahim Tekin",)),
        ("Citing two officials, the Times reported that he had left.", "he had left", "officials", ("Times",)),
    ],
)
def test_words_that_another_passes_on_keep_their_speaker(
    sentence: str, piece: str, speaker: str, via: tuple[str, ...]
) -> None:
    text = f"Minister Ibrahim Tekin met Sergei Lavrov on Friday. Lavrov smiled. {sentence}"
    _, statements = find(text, "en")
    found = {(s.speaker, s.reported_via) for s in statements if any(piece in text[a:b] for a, b in s.content)}
    assert any(set(speaker.split()) & set((name or "").split()) and chain == via for name, chain in found), found
