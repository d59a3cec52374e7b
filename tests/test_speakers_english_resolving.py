"""Whom English words lead back to that name nobody: one, another, the Dane, she, the bank, its letter."""

# ruff: noqa: E501
from __future__ import annotations

import pytest

from tests.speaking import check

ONE_OF_SEVERAL = [
    ("Treasury officials were gloomy on Monday. “There is no money,” said one. Another said the review was late.",
     [("There is no money", "one Treasury official"), ("the review was late", "another Treasury official")]),
    ("Two former aides described him as shy. “He hid in the car,” one said.", [("He hid", "one of two former aides")]),
    ("“You could hear a pin drop,” said one former minister. Another complained that nobody was told.",
     [("nobody was told", "another former minister")]),
    ("Labour MPs lined up to praise her. “She was a force,” said one, a former whip.", [("a force", "a former whip")]),
    ("Fishermen had expected the ban. “We saw it coming,” one said.", [("We saw it", "one fisherman")]),
    ("Ms. Reyes's colleagues were stunned. “She never missed a day,” one said.",
     [("She never missed", "one of Ms. Reyes's colleagues")]),
    ("“He's packing,” said a Navy official. A second said the letter was typed in June.",
     [("the letter was typed", "a second Navy official")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ONE_OF_SEVERAL)
def test_one_of_several_is_called_by_those_he_belongs_to(text: str, expected: list[tuple[str, str]]) -> None:
    check("en", text, expected, [])


TAKEN_UP = [
    ("The defender, Sven Kramp, joined Rovers in June. “I like the rain,” the Dane said.", [("I like", "Sven Kramp")]),
    ("The Texas senator, Republican Mike Holloway, has blocked her. “I can wait,” the Republican said.",
     [("I can wait", "Mike Holloway")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TAKEN_UP)
def test_a_noun_takes_up_who_was_named(text: str, expected: list[tuple[str, str]]) -> None:
    check("en", text, expected, [])
