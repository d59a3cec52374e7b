"""No rule of any pack takes clean French prose, and the French rules hold what they promise."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from cleaner.language import builtin_rules
from cleaner.proof import prove
from cleaner.rule import Rule
from cleaner.rule_index import RuleIndex
from cleaner.taxonomy import LABELS
from cleaner.text import fold

DATA = Path(__file__).parent / "data"
PROSE = tuple((DATA / "clean_fr.txt").read_text(encoding="utf-8").splitlines())
BOILERPLATE = tuple(
    tuple(line.split("\t")) for line in (DATA / "boilerplate_fr.tsv").read_text(encoding="utf-8").splitlines()
)
RULES = tuple(rule for rule in builtin_rules() if not rule.hosts)
FRENCH = tuple(rule for rule in RULES if rule.language == "fr")
INDEX = RuleIndex(RULES)
STRUCTURAL = {"title", "kicker", "lead", "subheading", "body", "dateline", "date_prefix", "source_url",
              "related_list_item", "related_list_date", "markup"}  # fmt: skip
"""Labels that place and shape give; no wording names them."""


def test_no_rule_of_any_pack_takes_clean_french_prose() -> None:
    taken = {line: [hit.rule.id for hit in INDEX.hits(line)] for line in PROSE}
    assert {line: rules for line, rules in taken.items() if rules} == {}


def test_clean_prose_is_worth_the_name() -> None:
    assert len(PROSE) >= 300
    assert len({fold(line) for line in PROSE}) == len(PROSE)
    assert all(line == line.strip() and line for line in PROSE)


def test_french_rules_take_what_they_remove_and_nothing_that_anyone_keeps() -> None:
    everywhere = [f for f in prove(RULES) if f.rule.startswith("fr/")]
    assert everywhere == []


def test_french_names_every_kind_that_has_a_wording() -> None:
    assert set(LABELS) - STRUCTURAL == {rule.label for rule in FRENCH}


def test_no_phrase_of_a_french_rule_stands_twice() -> None:
    twice = {
        rule.id: [phrase for phrase, times in Counter(map(fold, rule.phrases)).items() if times > 1] for rule in FRENCH
    }
    assert {rule: phrases for rule, phrases in twice.items() if phrases} == {}


@pytest.mark.parametrize("rule", [rule for rule in FRENCH if rule.at == "anywhere"], ids=lambda rule: rule.id)
def test_a_rule_that_looks_anywhere_needs_more_than_one_word(rule: Rule) -> None:
    short = [phrase for phrase in rule.phrases if len(fold(phrase).split()) < 2 and not rule.also]
    assert short == []


@pytest.mark.parametrize(("label", "line"), BOILERPLATE)
def test_the_most_trusted_rule_gives_the_right_label(label: str, line: str) -> None:
    hits = INDEX.hits(line)
    assert hits, line
    assert (hits[0].rule.label, line) == (label, line), hits[0].rule.id
