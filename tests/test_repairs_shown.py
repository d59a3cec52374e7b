"""Damage that a text shows on purpose stays: it tells of charsets, entities, escapes. Other damage is repaired."""

from __future__ import annotations

import pytest

from cleaner.repairs import fix


@pytest.mark.parametrize("text", [
    "To write an ampersand in HTML, type &amp; and not a bare sign.",
    "The entity &eacute; stands for é, &copy; for the copyright sign.",
    "When UTF-8 is read as Latin-1, é turns into Ã©.",
    "The bug report was titled 'Ã¼ instead of ü in the export'.",
    "Her thesis is about mojibake such as Ð¿Ñ€Ð¸Ð²ÐµÑ‚.",
    "Dans l’encodage UTF-8, « é » devient Ã© s’il est mal lu.",
    r"Written caf\u00e9 in the file, the word is café.",
    r"JSON writes it as na\u00efve, with a backslash.",
    "He typed M&uuml;ller and got Müller.",
    "Die Kodierung war falsch, und aus Müller wurde MÃ¼ller.",
])  # fmt: skip
def test_what_a_text_on_writing_cites_stays(text: str) -> None:
    assert fix(text).text == text


@pytest.mark.parametrize(("text", "expected"), [
    ("Le prÃ©sident a parlÃ© Ã\xa0 Paris.", "Le président a parlé à Paris."),
    ("FranÃ§ois spoke. François left.", "François spoke. François left."),
    ("The talks &amp; the treaty", "The talks & the treaty"),
    ("UTF-8 is a charset.\nLe prÃ©sident est lÃ\xa0.", "UTF-8 is a charset.\nLe président est là."),
    ("HTML: " + "prÃ©sident " * 20 + "x", "HTML: " + "président " * 20 + "x"),
])  # fmt: skip
def test_other_damage_is_repaired(text: str, expected: str) -> None:
    assert fix(text).text == expected
