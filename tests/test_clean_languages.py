"""Clean news prose of each language in tests/data/clean/<tag>.txt: no rule of any pack takes a line of it, and cleaning
it loses nothing and changes nothing. A line is a paragraph; a blank line ends an article. Beside it stand lines of
boilerplate in tests/data/boilerplate/<tag>.tsv, each with the label it must get."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest

import cleaner
from cleaner.language import builtin_rules
from cleaner.rule_index import RuleIndex
from cleaner.text import fold

FILES = {path.stem: path for path in sorted((Path(__file__).parent / "data" / "clean").glob("*.txt"))}
ARTICLES = [
    pytest.param(tag, article.strip("\n"), id=f"{tag}-{number}")
    for tag, path in FILES.items()
    for number, article in enumerate(path.read_text(encoding="utf-8").split("\n\n"))
]
BOILERPLATE = [
    pytest.param(*line.split("\t"), id=f"{path.stem}-{number}")
    for path in sorted((Path(__file__).parent / "data" / "boilerplate").glob("*.tsv"))
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines())
]
each_language = pytest.mark.parametrize("tag", FILES)


def lines(tag: str) -> list[str]:
    return [line for line in FILES[tag].read_text(encoding="utf-8").splitlines() if line]


@lru_cache
def index() -> RuleIndex:
    return RuleIndex([rule for rule in builtin_rules() if not rule.hosts])


@each_language
def test_no_rule_of_any_pack_takes_clean_prose(tag: str) -> None:
    taken = {line: [hit.rule.id for hit in index().hits(line)] for line in lines(tag)}
    assert {line: rules for line, rules in taken.items() if rules} == {}


@each_language
def test_clean_prose_is_long_enough_and_has_no_line_twice(tag: str) -> None:
    found = lines(tag)
    assert len(found) >= 120
    assert len({fold(line) for line in found}) == len(found)
    assert all(line == line.strip() for line in found)


@pytest.mark.parametrize(("tag", "article"), ARTICLES)
def test_cleaning_clean_prose_loses_nothing_and_changes_nothing(tag: str, article: str) -> None:
    document = cleaner.clean(article.replace("\n", "\n\n"))
    kept = [block.text for block in document.blocks if block.in_text]
    assert (kept, document.language) == (article.split("\n"), tag)


@pytest.mark.parametrize(("label", "line"), BOILERPLATE)
def test_the_most_trusted_rule_gives_the_right_label(label: str, line: str) -> None:
    assert [hit.rule.label for hit in index().hits(line)][:1] == [label], line
