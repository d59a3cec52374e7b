# ruff: noqa: E501 (sentences stand on one line)
"""The laws of repairing, and what it does to damaged paragraphs."""

import sys
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner import repairs
from cleaner.config import Config
from cleaner.document import Block, Document
from cleaner.ledger import Edit
from cleaner.repairs.changes import Change, carry_out, chain, settle

PIECES = [
    "Ã©", "Ã ", "Ã\xa0", "â€™", "â€œ", "â€", "â\x80\x99", "&amp;", "&eacute;", "&amp;amp;", "&#233;", "&nbsp;", "&lt;", "\\u00e9",
    "\\ud83d", "=C3=A9", "\xad", "\u200b", "\u200d", "\ufeff", "\x00", "\x85", "\x92", "\r\n", "\r", "\n", "\n\n", " ", "  ", "\xa0",
    "\u202f", ". .", "..", ",,", ", ,", " ,", ";;", "…", "Putin", "Poutine", "Vladimir Poutine", "Vladimir Putin", "Mácron",
    "Emmanuel Macron", "Macron", "Mac\u0301ron", "e\u0301", "\u0344", "\u1100\u1161", "\ud83d\ude00", "\ud800", "\udc00", ":", "«", "»",
    "?", "!", "%", "ab", "the", "Ð¿", "Рџ", "âš´", "Ã", "Â", "Â\xa0", "\u2028", "\x1b[31m", "\u0958", "\u2126", "\u3000", "中", "√©",
]  # fmt: skip
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
LANGUAGES = st.sampled_from(["und", "en", "fr", "de", "ru", "zh"])


@given(TEXTS, LANGUAGES)
def test_repairing_twice_is_repairing_once(text: str, language: str) -> None:
    once = repairs.fix(text, language)
    again = repairs.fix(once.text, language)
    assert again.text == once.text
    assert again.ledger == ()


@settings(deadline=None)
@given(TEXTS)
def test_repairing_twice_is_repairing_once_when_the_language_is_not_told(text: str) -> None:
    once = repairs.fix(text)
    assert repairs.fix(once.text) == repairs.Fixed(once.text, ())


@given(TEXTS, LANGUAGES)
def test_the_ledger_of_a_fixed_text_leads_there_and_back(text: str, language: str) -> None:
    fixed = repairs.fix(text, language)
    there, back, at, grown = [], [], 0, 0
    for edit in fixed.ledger:
        assert edit.start >= at and edit.before != edit.after and edit.before
        assert text[edit.start : edit.start + len(edit.before)] == edit.before
        there += text[at : edit.start], edit.after
        back += fixed.text[at + grown : edit.start + grown], edit.before
        at = edit.start + len(edit.before)
        grown += len(edit.after) - len(edit.before)
    assert "".join((*there, text[at:])) == fixed.text
    assert "".join((*back, fixed.text[at + grown :])) == text


@given(st.lists(TEXTS, max_size=5), st.sampled_from(["lead", "body", "title", "cookie_banner", ""]), LANGUAGES)
def test_a_repaired_document_needs_no_repair_and_undoes(texts: list[str], label: str, language: str) -> None:
    source = "\n\n".join(texts)
    blocks, at = [], 0
    for text in texts:
        blocks.append(Block(text, at, at + len(text), label=label, language=language))
        at += len(text) + 2
    read = Document(source, tuple(blocks), language=language)
    clean = _repaired(read)
    again = _repaired(clean)
    assert again.blocks == clean.blocks
    assert len(again.entries) == len(clean.entries)
    assert clean.undo().blocks == read.blocks


def _repaired(document: Document) -> Document:
    document = document.apply("repair_encoding", repairs.encoding.propose(document, Config()))
    return document.apply("repair_text", repairs.propose(document, Config()))


def _document(*texts: str, language: str = "en", label: str = "body", element: str = "paragraph") -> Document:
    source = "\n\n".join(texts)
    blocks, at = [], 0
    for text in texts:
        blocks.append(Block(text, at, at + len(text), label=label, language=language, element=element))
        at += len(text) + 2
    return Document(source, tuple(blocks), language=language)


@given(TEXTS, st.lists(st.tuples(st.integers(0, 30), st.integers(1, 5), st.text(max_size=3)), max_size=4),
       st.lists(st.tuples(st.integers(0, 30), st.integers(1, 5), st.text(max_size=3)), max_size=4))  # fmt: skip
def test_two_rounds_of_changes_chain_into_one(text: str, first: list[tuple[int, int, str]], second: list[tuple[int, int, str]]) -> None:
    one = _spread(first, len(text))
    between = carry_out(text, one)
    two = _spread(second, len(between))
    assert carry_out(text, chain(text, one, between, two)) == carry_out(between, two)


def _spread(raw: list[tuple[int, int, str]], length: int) -> list[Change]:
    out: list[Change] = []
    for start, size, after in sorted(raw):
        if start + size <= length and (not out or start >= out[-1].end):
            out.append(Change(start, start + size, after, "k", "r", "w", 1.0))
    return out


def test_a_text_that_never_settles_is_left_alone() -> None:
    def swap(text: str) -> list[Change]:
        return [Change(0, 1, "b" if text[0] == "a" else "a", "k", "r", "w", 1.0)]

    assert settle("a", [swap]) == []


# --- damage -> repair ------------------------------------------------------------------------------------------------

DAMAGED = [
    # spaces
    ("en", "He said so,\u00a0and left.", "He said so, and left.", {"nbsp_normalisation"}),
    ("en", "One\u2009thin and one\u202fnarrow.", "One thin and one narrow.", {"nbsp_normalisation"}),
    ("en", "Two  spaces and   three.", "Two spaces and three.", {"spaces"}),
    ("en", "The minister , who left early , said no.", "The minister, who left early, said no.", {"spaces"}),
    ("fr", "Il a dit :\u00a0«\u00a0oui\u00a0».", "Il a dit : «\u00a0oui\u00a0».", {"nbsp_normalisation"}),
    ("fr", "Le\u00a0ministre a parlé\u00a0!", "Le ministre a parlé\u00a0!", {"nbsp_normalisation"}),
    # doubled punctuation
    ("en", "The talks failed, said Reuters. .", "The talks failed, said Reuters.", {"doubled_punctuation"}),
    ("en", "The talks between the two sides failed.. Nobody spoke.", "The talks between the two sides failed. Nobody spoke.",
     {"doubled_punctuation"}),
    ("en", "He came,, saw and left.", "He came, saw and left.", {"doubled_punctuation"}),
    ("fr", "Selon l'agence, , rien n'a changé.", "Selon l'agence, rien n'a changé.", {"doubled_punctuation"}),
    # wrong charset
    ("fr", "Le prÃ©sident franÃ§ais est arrivÃ© Ã  Paris.", "Le président français est arrivé à Paris.", {"mojibake"}),
    ("en", "Itâ€™s a â€œfirst stepâ€\x9d, he said.", "It’s a “first step”, he said.", {"mojibake"}),
    ("en", "It\u0092s a \u0093first step\u0094.", "It’s a “first step”.", {"mojibake"}),
    ("en", "It cost Â£5 at 25Â°C.", "It cost £5 at 25°C.", {"mojibake"}),
    ("fr", "Ce mot prÃ©cis, dans un texte déjà propre.", "Ce mot précis, dans un texte déjà propre.", {"mojibake"}),
    ("fr", "L'Ã‰lysÃ©e et la FranÃƒÂ§aise.", "L'Élysée et la Française.", {"mojibake"}),
    ("ru", "Сегодня РџСѓС‚РёРЅ сказал это.", "Сегодня Путин сказал это.", {"mojibake"}),
    ("pl", "To jest ZaÅ¼Ã³Å‚ta kartka.", "To jest Zażółta kartka.", {"mojibake"}),
    ("en", "Hosted by PaweÅ\u0082 of Poland (100â\u0080\u0093200).", "Hosted by Paweł of Poland (100–200).", {"mojibake"}),
    ("en", "He wrote â€œyesâ€ and left.", "He wrote “yes” and left.", {"mojibake"}),
    ("ru", "Ïðåçèäåíò Ðîññèè çàÿâèë îá ýòîì â÷åðà.", "Президент России заявил об этом вчера.", {"mojibake"}),
    ("ru", "ðÒÅÚÉÄÅÎÔ òÏÓÓÉÉ ÚÁÑ×ÉÌ ÏÂ ÜÔÏÍ.", "Президент России заявил об этом.", {"mojibake"}),
    ("el", "Ï ðñùèõðïõñãüò ôçò ÅëëÜäáò ìßëçóå óôç ÂïõëÞ.", "Ο πρωθυπουργός της Ελλάδας μίλησε στη Βουλή.", {"mojibake"}),
    # escapes
    ("en", "Research &amp; development, it&#8217;s said.", "Research & development, it’s said.", {"entity"}),
    ("fr", "La d&amp;eacute;cision de l&rsquo;&Eacute;lys&eacute;e.", "La décision de l’Élysée.", {"entity"}),
    ("fr", "Le pr\\u00e9sident et la cr\\u00e8che.", "Le président et la crèche.", {"escape"}),
    ("fr", "Le pr=C3=A9sident est arriv=C3=A9 hier.", "Le président est arrivé hier.", {"escape"}),
    # characters nobody sees
    ("en", "The govern\u00adment fell.", "The government fell.", {"soft_hyphen"}),
    ("en", "The gov\u200bern\ufeffment fell.", "The government fell.", {"zero_width"}),
    ("en", "The gov\x00ernment \x1b[31mfell\x1b[0m.", "The government fell.", {"control_character"}),
    ("en", "A word with\u200e a mark.", "A word with a mark.", {"bidi_mark"}),
    ("fr", "Le pre\u0301sident est arrive\u0301.", "Le président est arrivé.", {"nfc"}),
    ("en", "A smile \ud83d\ude00 here.", "A smile \U0001f600 here.", {"surrogate"}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "kinds"), DAMAGED)
def test_damage_is_repaired_and_named(language: str, text: str, expected: str, kinds: set[str]) -> None:
    document = _repaired(_document(text, language=language))
    assert document.blocks[0].text == expected
    assert {e.kind for e in document.entries if e.action == "repair"} == kinds
    fixed = repairs.fix(text, language)
    assert fixed.text == expected
    assert {edit.kind for edit in fixed.ledger} == kinds


def test_repairs_are_small() -> None:
    (edit,) = repairs.fix("Le texte est long, le prÃ©sident aussi.", "fr").ledger
    assert edit == Edit(0, 24, "Ã©", "é", "mojibake", "wrong-charset", edit.why, edit.confidence)


def test_lines_of_a_paragraph_are_joined_and_those_of_a_text_are_not() -> None:
    assert _repaired(_document("The talks\nfailed.")).blocks[0].text == "The talks failed."
    assert _repaired(_document("会谈\n失败了。", language="zh")).blocks[0].text == "会谈失败了。"
    assert repairs.fix("The talks\nfailed.\n\n  Nobody spoke.", "en").text == "The talks\nfailed.\n\n  Nobody spoke."
    assert repairs.fix("The talks\r\nfailed.", "en").text == "The talks\nfailed."


def test_preformatted_text_keeps_its_spaces() -> None:
    code = "if x:\n    print('a  b', \"&amp;\")"
    assert _repaired(_document(code, element="preformatted")).entries == ()


def test_noise_is_repaired_only_where_rules_must_read_it() -> None:
    document = _repaired(_document("Nous utilisons\u00a0des cookies tiÃ¨rces.", language="fr", label="cookie_banner"))
    assert document.blocks[0].text == "Nous utilisons\u00a0des cookies tièrces."


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The pr\ufffdsident left.", "lossy_text"),
        ("Le pr?sident est parti.", "lossy_text"),
        ("Cut \ud83d here.", "lone_surrogate"),
        ("The place of ▯ is \ufffd\ufffd\ufffd here.", "lossy_text"),
    ],
)
def test_what_is_lost_is_flagged_and_never_guessed(text: str, code: str) -> None:
    document = _repaired(_document(text))
    assert document.blocks[0].text == text
    assert {e.kind for e in document.entries if e.action == "flag"} == {code}


def test_a_half_character_between_repaired_ones_is_still_flagged() -> None:
    document = _repaired(_document("Ã©\ud800Ã©"))
    assert document.blocks[0].text == "é\ud800é"
    assert [e.kind for e in document.entries if e.action == "flag"] == ["lone_surrogate"]


@pytest.mark.parametrize("text", ["\ud83d\ude00\ud800", "Ã\x9f?a", "\u1100\u1161\ud800", "Ã©?Ã©\ufffd", "\xa0Ã\xa0?a"])
def test_what_is_lost_beside_a_repair_is_flagged_at_once_where_it_stands(text: str) -> None:
    clean = _repaired(_document(text))
    assert all(e.before in ("\ud800", "?", "\ufffd") for e in clean.entries if e.action == "flag")
    assert len(_repaired(clean).entries) == len(clean.entries)


def test_a_run_of_controls_is_one_repair() -> None:
    for run in ("\x00" * 500, "\xad" * 500, "\x01\x02\x7f" * 9, "\u200b" * 40):
        (edit,) = repairs.fix(f"The govern{run}ment fell.", "en").ledger
        assert (edit.before, edit.after) == (run, "")


def test_a_name_held_together_by_a_no_break_space_is_flagged() -> None:
    document = _repaired(_document("Hier, Emmanuel\u00a0Macron a parlé.", language="fr"))
    assert document.blocks[0].text == "Hier, Emmanuel Macron a parlé."
    assert [e.kind for e in document.entries if e.action == "flag"] == ["nbsp_inside_person_name"]


def test_entities_of_html_are_left_to_its_reader() -> None:
    shown = Document("x", (Block("Write &amp; or AT&amp;T in HTML.", 0, 30, label="body"),), "html", language="en")
    assert _repaired(shown).blocks[0].text == "Write &amp; or AT&T in HTML."


def _lines_run(text: str) -> int:
    """Return how many lines of Python a repair of the text runs through; what happens in C is not seen."""
    count = 0

    def trace(_frame: FrameType, event: str, _what: object) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        repairs.fix(text, "en")
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("piece", [
    "Ã", "â€", ". ", "&amp", "\\u00e9", "=C3", "Mácron Macron ", "\u200d", "e\u0301", "“Ã©” ", " ,",
])  # fmt: skip
def test_the_work_on_hostile_text_grows_no_faster_than_the_text(piece: str) -> None:
    repairs.fix(piece * 100, "en")  # packs and tables load with the first
    assert _lines_run(piece * 4_000) <= 5 * _lines_run(piece * 1_000)
    repairs.fix(piece * 20_000, "en")


@pytest.mark.parametrize("text", ["эаАэаА", "эаАэаА эаА", "эаАэаА Ã©tÃ©"])
def test_bytes_that_are_two_first_halves_of_a_character_are_left(text: str) -> None:
    assert "эаАэаА" in repairs.fix(text).text
