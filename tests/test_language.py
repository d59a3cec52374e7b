"""Packs: every scalar a string, no key unknown, no key twice; and which language a text is in."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from cleaner.detect import detect
from cleaner.errors import PackError
from cleaner.language import read_yaml, section, typed, user_rules


@dataclass(frozen=True)
class Shape:
    words: tuple[str, ...] = ()
    at: str = ""


def test_every_scalar_is_read_as_a_string(tmp_path):
    path = tmp_path / "no.yaml"
    path.write_text("words: [no, 12:30, 1.0]\nat: 2020-10-01\n")
    assert typed(read_yaml(path), Shape, "no.yaml") == Shape(("no", "12:30", "1.0"), "2020-10-01")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("words: [a]\nwords: [b]\n", "line 2: the key 'words' stands twice"),
        ("word: [a]\n", "unknown key 'word'"),
        ("words: a\n", "expected"),
        ("- a\n", "the top must be"),
        ("words: [a\n", "cannot be read"),
    ],
)
def test_a_pack_file_that_cannot_be_used_says_where_and_why(tmp_path, text, message):
    path = tmp_path / "xx.yaml"
    path.write_text(text)
    with pytest.raises(PackError, match=message):
        typed(read_yaml(path), Shape, path.name)


def test_a_topic_that_a_pack_lacks_has_the_defaults():
    assert section("und", "no-such-topic", Shape) == Shape()


@pytest.mark.parametrize(
    ("text", "message"),
    [("rules: []\n", "neither 'language' nor 'hosts'"), ("language: en\ncolour: red\n", "unknown key 'colour'")],
)
def test_a_users_pack_says_whose_rules_it_holds(tmp_path, text, message):
    (tmp_path / "mine.yaml").write_text(text)
    with pytest.raises(PackError, match=message):
        user_rules((str(tmp_path),))


def test_a_missing_pack_is_named():
    with pytest.raises(PackError, match="no such pack file"):
        user_rules(("nowhere.yaml",))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The prime minister told reporters that the talks would go on after the weekend."),
        ("fr", "Le premier ministre a dit aux journalistes que les discussions se poursuivraient après le week-end."),
        ("de", "Der Bundeskanzler sagte am Mittwoch in Berlin, dass die Regierung weiter verhandeln werde."),
        ("es", "El presidente dijo el miércoles que las negociaciones continuarán en la capital la próxima semana."),
        ("ru", "Президент заявил в среду, что переговоры о прекращении огня продолжатся на следующей неделе."),
        ("uk", "Президент заявив у середу, що переговори про припинення вогню триватимуть наступного тижня."),
        ("zh", "总统星期三表示，关于停火的谈判将于下星期在首都继续进行，各方代表都将出席会议。"),
        ("und", "OK"),
        ("und", "12:30 — 14"),
    ],
)
def test_the_language_of_a_text_is_told_or_left_open(language, text):
    assert detect(text) == language
