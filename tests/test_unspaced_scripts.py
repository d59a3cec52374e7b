"""Rules in scripts without spaces: a character is a word, three of them fill a word of a slot, and a slot ends where
the sentence runs on."""

from __future__ import annotations

import pytest

from cleaner.rule import parse
from cleaner.rule_index import RuleIndex
from cleaner.text import ends_sentence, fold

RULE = {"id": "x", "label": "byline", "at": "whole", "why": "A trial.", "removes": ["x"], "keeps": ["x"]}


def takes(phrase: str, line: str) -> bool:
    return bool(RuleIndex([parse({**RULE, "phrases": [phrase]}, "trial", "zh")]).hits(line))


@pytest.mark.parametrize(
    ("phrase", "line", "taken"),
    [
        ("来源 {words}", "来源：中国新闻网客户端微信公众号", True),
        ("记者 {name}", "记者 张伟", True),
        ("记者 {name}", "记者张伟", True),
        ("记者 {name}", "记者去世前留下手稿", False),
        ("作者 {name}", "作者：他走了，她留下", False),
        ("公開日 {date}", "公開日：2021年3月12日（金）午前10時30分", True),
        ("更新 {date}", "更新3回の契約社員", False),
        ("文・写真 {name}", "文・写真　山田太郎", True),
        ("by {name}", "By Jane Mary Doe Smith Jones", True),
        ("by {name}", "By Jane Mary Doe Smith Jones Brown", False),
    ],
)
def test_a_slot_is_as_long_as_its_script_makes_it(phrase: str, line: str, taken: bool) -> None:
    assert takes(phrase, line) is taken


def test_kana_with_and_without_voice_are_other_words() -> None:
    assert fold("が") != fold("か")
    assert fold("カ\u3099ス") != fold("カス")


@pytest.mark.parametrize(
    ("line", "ended"), [("他走了。（新华社）", True), ("央行总部（资料图）", False), ("彼は去った。」", True)]
)
def test_a_full_width_signature_stands_behind_the_end_of_a_sentence(line: str, ended: bool) -> None:
    assert ends_sentence(line) is ended
