"""Who speaks as the layout of a page shows, and what only looks so: labels, headings, signatures, code, tables."""

from __future__ import annotations

from dataclasses import replace

from cleaner.config import Config
from cleaner.fields import speakers
from cleaner.tables.rows import Article
from tests.speaking import article, find

NEWS = "Anna White, the mayor of Leeds, met Tom Reddick on Monday. White said the bridge would open in May."


def _layout(text: str, rules: tuple[str, ...]) -> list[tuple[str | None, str]]:
    return [(s.speaker, s.text) for s in find(text, "en")[1] if s.rule.removeprefix("en/") in rules]


def test_labels_of_a_list_are_nobody() -> None:
    """Specifications, tips and fact lines have labels with capitals that come again, and none of them speaks."""
    text = "\n\n".join((
        NEWS, "Pet Safety: Nontoxic to cats and dogs.", "Customer Support: They answer at night.",
        "Pet Safety: Toxic to horses.", "PRO TIP: Water it once a week.", "PRO TIP: Never in the sun."))  # fmt: skip
    assert not _layout(text, ("transcript",))


def test_labels_of_an_exchange_are_who_takes_turns() -> None:
    text = "\n\n".join((
        NEWS, "The Herald: Will it open in May?", "Anna White: It will.", "The Herald: And the tunnel?",
        "Anna White: Not this year."))  # fmt: skip
    speakers = [who for who, _ in _layout(text, ("transcript",))]
    assert speakers == ["The Herald", "Anna White", "The Herald", "Anna White"]


def test_a_dash_in_a_heading_names_no_speaker_of_a_product() -> None:
    assert not _layout(f"Galaxy Tab 9 – Black Edition\n\n{NEWS}", ("headline-dash",))
    assert _layout(f"Bridge to open in May – Anna White\n\n{NEWS}", ("headline-dash",))


def test_names_below_quotations_sign_them() -> None:
    text = "\n\n".join((
        "What our members say", "“I had the bike back within a day.”", "Darla K., Zellingen",
        "“They even mended the lamp for nothing.”", "Peter Clemens, Hamburg", "Opening hours",
        "From nine to five."))  # fmt: skip
    signed = _layout(text, ("signed-below",))
    assert [who for who, _ in signed] == ["Darla K", "Peter Clemens"]
    assert signed[0][1] == "“I had the bike back within a day.”"


def test_names_above_quotations_are_not_taken_for_signatures_below() -> None:
    text = "\n\n".join((
        "Our members", "Darla Kent", "“I had the bike back within a day.”", "Peter Clemens",
        "“They even mended the lamp for nothing.”",
        "The shop is open from nine to five on all days but Sunday."))  # fmt: skip
    assert not _layout(text, ("signed-below",))


def test_a_mark_behind_a_quotation_signs_it_once() -> None:
    text = f"{NEWS}\n\n“The path is at your feet, see?” ~ Kathleen Jamieson, poet\n\nThe walk takes two hours."
    assert _layout(text, ("signed-below", "signed")) == [("Kathleen Jamieson", "“The path is at your feet, see?”")]


def test_what_follows_a_quotation_in_prose_is_no_signature() -> None:
    text = f"{NEWS}\n\n“It will open in May, and not a day later.”\n\nLeeds waits. The bridge has been shut since 2019."
    assert not _layout(text, ("signed-below",))


def test_two_offices_of_one_person_are_one_speaker() -> None:
    text = f"{NEWS}\n\n“We love the bridge,” says Kelby Events co-founder and chief designer Tom Reddick."
    assert find(text, "en")[1][-1].speaker == "Tom Reddick"
    text = f"{NEWS}\n\n“We love the bridge,” said Mayor Anna White and Police Chief Tom Reddick."
    assert find(text, "en")[1][-1].co_speakers == ("Anna White", "Tom Reddick")


def test_code_and_tables_speak_for_nobody() -> None:
    said = "The mayor said: 'It works.'"
    for element, found in (("preformatted", 0), ("table_cell", 0), ("list_item", 1)):
        plain = article(f"{NEWS}\n\n{said}", "en")
        blocks = (*plain.blocks[:-1], replace(plain.blocks[-1], element=element))
        document = replace(plain, blocks=blocks)
        statements = speakers.find(document, Config(), Article())[1]
        assert sum(s.text == said for s in statements) == found
