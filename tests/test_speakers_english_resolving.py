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


HE_OR_SHE = [
    ("Ana Ruiz has taught since 1998. When a student asked her why, she laughed. “The pension,” she said.",
     [("The pension", "Ana Ruiz")]),
    ("Born in Ennis in 1931, one of nine, Ann Quaid loved moss. Born late, as she put it, she met a nun, Sr Ita. “It was bliss,” she said.",
     [("It was bliss", "Ann Quaid")]),
    ("Carol Paget, 71, runs the shop. The reporter asked her if she was sad. “No, I am not,” she said.",
     [("No, I am not", "Carol Paget")]),
    ("Imani Westbrook studies octopuses. Her adviser once told her never to use the word. “I have tenure now,” she said.",
     [("I have tenure", "Imani Westbrook")]),
    ("Inspector Ray Poole stopped the driver, Tom Beck, at noon. He asked him where he was going. “Home, sir,” he said.",
     [("Home, sir", "Tom Beck")]),
    ("Rory Hall rejected that. Pressed by the Conservative MP Sir Gerald Tack on the delay, he was close to tears. “I have a mortgage,” he said.",
     [("I have a mortgage", "Rory Hall")]),
    ("Paul Landers said his lawyer had told him not to talk. “But it ain't over,” he said.",
     [("it ain't over", "Paul Landers")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), HE_OR_SHE)
def test_he_or_she_is_whom_the_sentences_before_go_on_about(text: str, expected: list[tuple[str, str]]) -> None:
    check("en", text, expected, [])


BEARERS = [
    ("Two officials described it. “It was a mess,” said one official. “It was orderly,” said the other official.",
     [("It was orderly", "the other official")]),
    ("In June the chairman, Hugo Lenz, apologised. “We let you down,” his letter said.", [("We let you down", "Hugo Lenz")]),
    ("Lawyers for the boy's family wrote to the council. “You have seven days,” their letter said.",
     [("You have seven days", "Lawyers for the boy's family")]),
    ("Idris Salim died in the fire. His brother, Omar Salim, said he had called. ‘Nobody came,’ Mr Salim told the inquiry.",
     [("Nobody came", "Omar Salim")]),
    ("Witness B, a former guard, told the court that keys were left in doors. “Everyone knew,” he said.",
     [("Everyone knew", "Witness B")]),
    ("Workers have walked out at Harrow Metals, a foundry. They want more pay at Harrow Metals. The company said it “regrets it.”",
     [("regrets it", "Harrow Metals")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BEARERS)
def test_words_that_fit_several_mean_one(text: str, expected: list[tuple[str, str]]) -> None:
    check("en", text, expected, [])
