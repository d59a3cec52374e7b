"""Who said what: the ways an attribution can stand in a sentence, and the laws of every statement."""

# ruff: noqa: E501
from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.config import Config
from cleaner.document import Block, Document
from cleaner.fields import speakers
from cleaner.tables.rows import Article
from tests.speaking import article, find, hold

CAST = "Russian President Vladimir Putin met French President Emmanuel Macron in Paris."
DISTRIBUTION = "Le président russe Vladimir Poutine a rencontré le président français Emmanuel Macron à Paris."


def said(sentence: str, language: str = "en") -> list[tuple[str | None, tuple[str, ...], str]]:
    """Return speaker, channels and kind of each statement of one sentence after the cast is introduced."""
    _, statements = find(f"{CAST if language == 'en' else DISTRIBUTION}\n\n{sentence}", language)
    return [(s.speaker, s.reported_via, s.kind) for s in statements]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("“It is over,” Putin said.", [("Vladimir Putin", (), "statement")]),
        ("“It is over,” said Putin.", [("Vladimir Putin", (), "statement")]),
        ("It is over, according to Macron.", [("Emmanuel Macron", (), "statement")]),
        ("Putin told Macron that it was over, the Kremlin said.", [("Vladimir Putin", ("Kremlin",), "statement")]),
        ("It is over, the Russian presidency said, quoted by AFP.", [("Kremlin", ("AFP",), "statement")]),
        ("The French leader called for calm.", [("Emmanuel Macron", (), "statement")]),
        ("The Russian president said it was over.", [("Vladimir Putin", (), "statement")]),
        ("Putin made no mention of the plan.", [("Vladimir Putin", (), "non_statement")]),
        ("Macron declined to comment.", [("Emmanuel Macron", (), "non_statement")]),
        ("Putin did not say when.", [("Vladimir Putin", (), "non_statement")]),
        ("The plan was raised by Macron.", [("Emmanuel Macron", (), "topic_raised")]),
        ("The opposition says the vote was rigged.", [("opposition", (), "statement")]),
        ("A spokesman for the ministry said so on Monday.", [("a spokesman for the ministry", (), "statement")]),
        ("Putin said it was over, while Macron insisted it was not.",
         [("Vladimir Putin", (), "statement"), ("Emmanuel Macron", (), "statement")]),
        ("Putin, speaking in Sochi, said it was over.", [("Vladimir Putin", (), "statement")]),
        ("Dmitry Ivanov, head of the union, said workers had left.", [("Dmitry Ivanov", (), "statement")]),
        ("Putin: “It is over”", [("Vladimir Putin", (), "statement")]),
    ],
)  # fmt: skip
def test_english_attributions(sentence: str, expected: list[tuple[str, tuple[str, ...], str]]) -> None:
    found = said(sentence)
    if sentence.startswith("Putin:"):
        found = [row for row in found if row[0]]
    assert found == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("« C'est fini », a déclaré Poutine.", [("Vladimir Putin", (), "statement")]),
        ("« C'est fini », a-t-il dit.", [("Emmanuel Macron", (), "statement")]),
        ("C'est fini, selon le Kremlin.", [("Kremlin", (), "statement")]),
        ("Selon l'Élysée, c'est fini.", [("Élysée", (), "statement")]),
        ("Pour Emmanuel Macron, c'est la « fin ».", [("Emmanuel Macron", (), "statement")]),
        ("Pour Emmanuel Macron, c'est la quatrième visite.", []),
        ("Le président russe a par ailleurs jugé « inacceptables » ces propos.", [("Vladimir Putin", (), "statement")]),
        ("Les présidents russe et français ont appelé à la paix.", [("Vladimir Putin & Emmanuel Macron", (), "statement")]),
        ("Macron s'est dit prêt à négocier.", [("Emmanuel Macron", (), "statement")]),
        ("Poutine a dit à Macron que c'était fini, a indiqué le Kremlin.", [("Vladimir Putin", ("Kremlin",), "statement")]),
        ("Le Kremlin n'a pas souhaité réagir.", [("Kremlin", (), "non_statement")]),
        ("C'est fini, assure-t-on à l'Élysée.", [("Élysée", (), "statement")]),
    ],
)  # fmt: skip
def test_french_attributions(sentence: str, expected: list[tuple[str, tuple[str, ...], str]]) -> None:
    found = said("Macron est parti. " + sentence if "a-t-il" in sentence else sentence, "fr")
    assert found == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The situation at the border was reviewed.",
        "Many issues were discussed during the conversation.",
        "Putin had a telephone conversation with Macron.",
        "Macron met the head of state in Vilnius.",
        "Lawmakers voted for the plan on Tuesday.",
        "The storm claimed three lives, and demands are rising.",
        "A man called Ivan was arrested.",
        "Enough has been said.",
        "It goes without saying.",
    ],
)
def test_narration_is_no_statement(sentence: str) -> None:
    assert said(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "joint"),
    [
        ("The two leaders agreed to meet again.", True),
        ("They stressed the importance of dialogue.", True),
        ("Putin and Macron called for calm.", True),
        ("The presidents of Russia and France noted the success of the talks.", True),
        ("Dissatisfaction was expressed on both sides.", True),
        ("It was agreed to continue contacts.", True),
        ("The two companies said sales fell.", False),
    ],
)
def test_joint_speakers_are_the_two_the_document_is_about(sentence: str, joint: bool) -> None:
    text = f"Talks of Vladimir Putin with Emmanuel Macron\n\n{CAST}\n\n{sentence}"
    _, statements = find(text, "en")
    assert {s.co_speakers for s in statements if sentence in s.text} == {
        ("Vladimir Putin", "Emmanuel Macron") if joint else ()
    }


def test_a_pronoun_takes_the_last_speaker_and_none_where_two_fit() -> None:
    _, one = find(f"{CAST}\n\nPutin said it was over. “We won,” he added.", "en")
    assert [s.speaker for s in one] == ["Vladimir Putin", "Vladimir Putin"]
    found, two = find("Paul Brown met Mark Green. Anna White left. He said it was over.", "en")
    assert [s.speaker for s in two] == [None]
    assert "ambiguous_speaker" in [note.code for note in found.notes]


def test_a_pronoun_follows_the_gender_that_a_title_tells() -> None:
    _, statements = find("Mr. Paul Brown met Mrs. Anna White. “It is over,” she said.", "en")
    assert [s.speaker for s in statements] == ["Anna White"]


def test_a_broken_attribution_is_flagged_and_the_pronoun_makes_no_speaker() -> None:
    found, statements = find(f"{CAST}\n\nPutin and Macron called for calm, he said. the Kremlin.", "en")
    assert [(s.co_speakers, s.reported_via) for s in statements] == [
        (("Vladimir Putin", "Emmanuel Macron"), ("Kremlin",))
    ]
    note = next(n for n in found.notes if n.code == "broken_attribution")
    assert note.confidence == 0.8


def test_a_report_keeps_what_it_relays_as_statements_of_their_own() -> None:
    _, statements = find(
        f"{CAST}\n\nLe Monde reported that when Macron demanded an answer, Putin had suggested that nobody knew.", "en"
    )
    assert [(s.speaker, s.reported_via) for s in statements] == [
        ("Le Monde", ()), ("Emmanuel Macron", ("Le Monde",)), ("Vladimir Putin", ("Le Monde",)),
    ]  # fmt: skip


def test_the_agency_of_the_byline_is_the_last_channel() -> None:
    text = f"AFP\n\n{CAST}\n\n“It is over,” Putin said."
    document = article(text, "en", title=False)
    first, *rest = document.blocks
    document = Document(text, (Block("AFP", first.start, first.end, label="byline"), *rest), language="en", sha256="0")
    _, statements = speakers.find(document, Config(), Article(agencies=("AFP",)))
    assert [s.reported_via for s in statements] == [("AFP",)]


def test_removed_blocks_say_nothing() -> None:
    text = "Lukashenko suggests cooperation, he said."
    document = Document(text, (Block(text, 0, len(text), label="related_list_item"),), language="en")
    found, statements = speakers.find(document, Config(), Article())
    assert statements == []
    assert found.status == "absent"
    assert [n.code for n in found.notes] == ["missing_speakers"]


def test_a_quotation_without_cue_goes_to_who_spoke_just_before() -> None:
    text = f"{CAST}\n\n“It is over,” Putin said. “We have won this time.”\n\n“And we will stay for years.”"
    _, statements = find(text, "en")
    assert [(s.speaker, s.rule) for s in statements][1:] == [("Vladimir Putin", "en/quote-continued")]
    assert statements[0].text == "“It is over,” Putin said. “We have won this time.”"
    assert len(statements[0].content) == 2


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        ("en", "“We gave them everything we had,” chuckled Ann Holt, a baker.", ["Ann Holt"]),
        ("en", "Asked whether it was over, a UN official shrugged: “Nothing ever is.”", ["a UN official"]),
        ("en", "A beekeeper from Leeds said that the swarm had gone.", ["a beekeeper from Leeds"]),
        ("en", "A beekeeper who had lost six hives recalled that the swarm had gone.", ["a beekeeper"]),
        ("en", "Lars Berg, a beekeeper, claimed that the swarm had gone.", ["Lars Berg"]),
        ("en", "The plan announced on Monday failed.", []),
        ("en", "A map of the area was found.", []),
        ("fr", "« On tourne et on attend », soupire un ambulancier de Laval.", ["un ambulancier de Laval"]),
        ("fr", "« On tourne et on attend », s'emporte Luc Morel.", ["Luc Morel"]),
        ("fr", "Luc Morel est venu. « On tourne et on attend », a-t-il grommelé.", ["Luc Morel"]),
        ("fr", "Luc Morel acquiesce : « On tourne et on attend. »", ["Luc Morel"]),
    ],
)
def test_the_place_of_a_quotation_tells_what_no_list_knows(language: str, text: str, speakers: list[str]) -> None:
    found, _ = find(text, language)
    assert list(found.value or ()) == speakers


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "Ann Holt, the Serbian foreign minister, left. The Serbian foreign minister said it was over.", "Ann Holt"),
        ("en", "Ann Holt, the shadow home secretary, left. The home secretary said it was over.", "home secretary"),
        ("en", "An envoy, Lars Berg, arrived on Monday. The Norwegian said it was over.", "Lars Berg"),
        ("en", "Ann Holt stood beside Lars Berg. “It is over,” Holt said. The host said it was not.", "Lars Berg"),
        ("en", "Ann Holt met Lars Berg. The latter said it was over.", "Lars Berg"),
        ("en", "Mary Rasmusen came. Nobody had told Rasmussen. Then it rained. Later Rasmussen said it was over.", "Mary Rasmussen"),
        ("fr", "Le ministre turc Luc Morel est venu. Le chef du département a dit que c'était fini.", "Luc Morel"),
        ("fr", "Il a vu Anne Petit. La présidente du Comité olympique a dit que c'était fini.", "Anne Petit"),
        ("fr", "Le maire a vu Luc Morel. Ce dernier a dit que c'était fini.", "Luc Morel"),
        ("fr", "Quant à Luc Morel, qui recevait Anne Petit, il a dit que c'était fini.", "Luc Morel"),
        ("fr", "C'est fini, il a dit. Luc Morel, lequel dirige la police.", "Luc Morel"),
        ("en", "It is over, said. Ann Holt, which heads the police.", "Ann Holt"),
    ],
)
def test_definite_phrases_mean_whom_the_text_introduced(language: str, text: str, speaker: str) -> None:
    _, statements = find(text, language)
    assert statements[-1].speaker == speaker


def test_a_counterpart_holds_the_same_office_in_another_country() -> None:
    text = "President Abdullah Gül said it was over. His French counterpart countered that it was not."
    _, statements = find(text, "en", published="2010-11-19")
    assert statements[-1].speaker == "Nicolas Sarkozy"


def test_in_what_another_says_groups_and_places_only_act() -> None:
    _, statements = find(f"Lisbon invites Moscow to join shield, Macron says\n\n{CAST}", "en")
    assert [(s.speaker, s.kind) for s in statements] == [("Emmanuel Macron", "headline_statement")]


def test_a_quotation_carried_into_a_shorter_paragraph_claims_no_place_for_its_speaker() -> None:
    text = f"{CAST}\n\nThe plan that they had made for the whole of the long winter was over, Putin said.\n\n“And we will stay.”"
    _, statements = find(text, "en")
    assert [(s.speaker, s.speaker_surface) for s in statements] == [("Vladimir Putin", "Putin"), ("Vladimir Putin", None)]


def test_a_colon_hands_the_next_paragraph_to_its_speaker() -> None:
    _, statements = find(f"{CAST}\n\nPutin said:\n\n“It is over and we will stay.”", "en")
    assert [(s.speaker, s.rule) for s in statements] == [("Vladimir Putin", "en/colon-lead-in")]


def test_a_transcript_is_read_by_its_labels() -> None:
    _, statements = find("HOST: Good evening.\n\nANNA WHITE: We are ready.\n\nHOST: Are you?\n\nANNA WHITE: Yes.", "en")
    assert [s.speaker for s in statements] == ["Host", "Anna White", "Host", "Anna White"]


def test_a_headline_names_its_source_behind_a_dash() -> None:
    text = f"Putin, Macron Call for 'Complete' Halt to Fighting – Kremlin\n\n{CAST}"
    _, statements = find(text, "en")
    first = statements[0]
    assert (first.in_, first.kind, first.reported_via) == ("title", "headline_statement", ("Kremlin",))
    assert first.co_speakers == ("Vladimir Putin", "Emmanuel Macron")


def test_mode_tells_quotation_from_paraphrase() -> None:
    _, statements = find(
        f"{CAST}\n\n“It is over, and we have won,” Putin said.\n\nPutin said it was “over”.\n\nPutin said it was over.",
        "en",
    )
    assert [s.mode for s in statements] == ["direct", "mixed", "indirect"]


def test_a_language_without_words_of_speech_is_not_assessed() -> None:
    text = "Путин сказал."
    found, statements = speakers.find(Document(text, (Block(text, 0, len(text)),), language="xx"), Config(), Article())
    assert (found.status, [n.code for n in found.notes], statements) == ("not_assessed", ["speakers_not_assessed"], [])


ALPHABET = st.sampled_from(
    [*"“”\"'«»:,.–; \n\u00a0\ud800\x00", "Putin ", "said ", "he ", "told ", "Macron ", "the Kremlin ", "that ", "and ",
     "according to ", "a ", "déclaré ", "selon ", "le président ", "The two leaders ", "agreed to "]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(ALPHABET, max_size=60), st.sampled_from(["en", "fr"]), st.booleans())
def test_any_text_gives_statements_that_cut_true(pieces: list[str], language: str, titled: bool) -> None:
    text = "".join(pieces)
    half = len(text) // 2
    blocks = (Block(text[:half], 0, half, label="title" if titled else "body"), Block(text[half:], half, len(text)))
    document = Document(text, blocks, language=language, sha256="0")
    _, statements = speakers.find(document, Config(), Article(title=text[:half] if titled else None))
    hold(document, statements)
    assert len({s.statement_id for s in statements}) == len(statements)


@pytest.mark.parametrize(
    "piece",
    ["said ", "he said ", ", said X", "Putin and ", "a, ", "X said Y told Z that W said ", "according to ", " – Kremlin",
     "“a” ", "Putin said that it was over. “Yes,” he told Macron, the Kremlin said. "],
)  # fmt: skip
def test_hostile_repetition_takes_bounded_time(piece: str) -> None:
    text = piece * (120_000 // len(piece))
    document = Document(text, (Block(text, 0, len(text)),), language="en")
    start = time.process_time()
    speakers.find(document, Config(), Article())
    assert time.process_time() - start < 4
