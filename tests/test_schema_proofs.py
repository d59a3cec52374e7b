"""Every rule of the tables has its proof; none can be taken away, or go deaf or blind, without a test that fails."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pandera.pandas as pa
import pytest

from cleaner import schemas
from cleaner.schemas import rules as stating
from cleaner.validation import proving, rules

RULES = [(table, rule) for table, rule in proving.rules()]
IDS = [rule.id(table) for table, rule in RULES]


@pytest.mark.parametrize("example", proving.examples(), ids=lambda example: f"{example.id}-{example.kind}")
def test_a_rule_leaves_good_rows_alone_and_finds_bad_ones(example):
    assert example.holds(), example.told


def test_every_rule_has_good_and_bad_rows_and_every_example_a_rule():
    proved = {(example.id, example.kind) for example in proving.examples()}
    assert proved == {(name, kind) for name in IDS for kind in ("good", "bad")}


@pytest.mark.parametrize("table", schemas.MODELS)
def test_a_whole_row_breaks_no_rule_but_those_that_the_profile_is_not_asked(table):
    example = next(one for one in proving.examples() if one.table == table)
    whole = replace(example, rows=(proving._whole(table),), beside={})
    assert rules.validate_tables(whole.tables(), "statements") == []


def mutate(monkeypatch, rule: stating.Rule, mutant: stating.Rule | None) -> None:
    """Put another rule in the place of one, or none, wherever rules are asked."""
    of = stating.rules_of

    def mutated(schema):
        return [one if one != rule else mutant for one in of(schema) if one != rule or mutant is not None]

    monkeypatch.setattr(stating, "rules_of", mutated)


@pytest.mark.parametrize(("table", "rule"), RULES, ids=IDS)
@pytest.mark.parametrize("how", ["removed", "deaf", "blind"])
def test_a_rule_that_is_gone_deaf_or_blind_fails_its_proof(monkeypatch, table, rule, how):
    def always(_cls, rows):
        return np.full(len(rows), how == "blind")

    mutant = None if how == "removed" else replace(rule, answer=always, of=None)
    mutate(monkeypatch, rule, mutant)
    own = [example for example in proving.examples() if example.id == rule.id(table)]
    wanted = "good" if how == "deaf" else "bad"
    assert not any(example.holds() for example in own if example.kind == wanted)


@pytest.mark.parametrize(
    ("table", "rule"), [(t, r) for t, r in RULES if r.of], ids=[r.id(t) for t, r in RULES if r.of]
)
def test_nothing_is_asked_of_a_rejected_record_or_one_without_text(table, rule):
    for example in proving.examples():
        if example.id == rule.id(table) and example.kind == "bad":
            for change in ({"verdict": "rejected"}, {"text": None} if rule.columns[0] != "text" else {}):
                assert example.holds(change or None) == (not change), (example.told, change)


def test_every_rule_says_what_it_asks_for_in_one_sentence():
    for _, rule in RULES:
        assert rule.says.endswith(".") and not rule.says.startswith("Return"), rule


def test_pandera_alone_finds_the_same_bad_rows():
    for example in proving.examples():
        tables = example.tables()
        rows = rules._beside(tables, example.table).reset_index(drop=True)
        try:
            schemas.model(example.table).validate(rows, lazy=True)
            found = set()
        except pa.errors.SchemaErrors as errors:
            found = {one.check.title for one in errors.schema_errors if hasattr(one.check, "title")}
        names = {name for name in stating.RULES if stating.RULES[name].name == example.rule.replace("-", "_")}
        assert bool(found & names) == (example.kind == "bad"), (example.id, example.told)


def test_the_documentation_of_the_rules_is_up_to_date():
    path = Path(__file__).parent.parent / "docs" / "validation-rules.md"
    assert path.read_text(encoding="utf-8") == proving.page(), "run `cleaner schema --docs > docs/validation-rules.md`"


def test_rules_hold_on_columns_of_objects_as_on_columns_of_str():
    for example in proving.examples():
        tables = example.tables()
        rows = tables[example.table]
        for name in rows:
            if isinstance(rows[name].dtype, pd.StringDtype):
                rows[name] = rows[name].astype(object).where(rows[name].notna(), None)
        found = {one.rule for one in rules.validate_tables(tables, "statements")}
        assert (example.id in found) == (example.kind == "bad"), (example.id, example.told)
