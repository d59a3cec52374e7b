"""The names of well-known houses, in each script they are written in."""

from __future__ import annotations

from cleaner.fields.houses import publishers
from cleaner.text import fold


def test_a_house_is_known_by_its_name_in_either_script() -> None:
    known = publishers()
    assert known[fold("Коммерсантъ")] == known["kommersant"] == "Коммерсантъ (Kommersant)"
    assert known["le monde"] == "Le Monde"


def test_what_stands_in_brackets_after_a_latin_name_is_no_house() -> None:
    assert "australia" not in publishers()
    assert "abc news" in publishers()
