"""Every line that a built-in rule states holds: it takes its removes, and no rule takes anyone's keeps."""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from cleaner.language import builtin_rules
from cleaner.proof import Failure, prove
from cleaner.rule import Rule, parse
from cleaner.rule_index import RuleIndex
from cleaner.taxonomy import LABELS

CLEAN_LINES = (Path(__file__).parent / "data" / "clean_en.txt").read_text(encoding="utf-8").splitlines()
RULES = builtin_rules()

NAMED_BY_CODE = {"title", "lead", "subheading", "body", "dateline", "date_prefix", "source_url", "comment",
                 "related_list_item", "related_list_date"}  # fmt: skip
"""Labels that no wording gives away: place, shape and neighbours do."""


@lru_cache
def failures() -> dict[str, list[Failure]]:
    found = defaultdict(list)
    for failure in prove(RULES):
        found[failure.rule].append(failure)
    return found


@lru_cache
def index() -> RuleIndex:
    return RuleIndex(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_holds_to_its_own_lines(rule: Rule) -> None:
    assert not failures()[rule.id], "\n".join(
        f"{failure.kind}: {failure.line!r}: {failure.message}" for failure in failures()[rule.id]
    )


@pytest.mark.parametrize("line", CLEAN_LINES)
def test_no_rule_takes_clean_prose(line: str) -> None:
    assert [(zone, *takers(line, zone)) for zone in ("head", "middle") if takers(line, zone)] == []


def test_the_list_of_clean_prose_is_long_and_has_no_line_twice() -> None:
    assert len(CLEAN_LINES) >= 300
    assert len(set(CLEAN_LINES)) == len(CLEAN_LINES)
    assert all(line.strip() == line != "" for line in CLEAN_LINES)


@pytest.mark.parametrize("tag", ["en"])
def test_a_pack_names_every_label_that_words_give_away(tag: str) -> None:
    stated = {rule.label for rule in RULES if rule.language in (tag, "und")}
    assert set(LABELS) - NAMED_BY_CODE <= stated


def takers(line: str, zone: str) -> Sequence[str]:
    return [hit.rule.id for hit in index().hits(line, zone=zone)]


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("OK", "cookie_button"),
        ("Accept all cookies", "cookie_button"),
        ("Cookie policy", "footer"),
        ("We value your privacy", "cookie_banner"),
        ("**Related article:** Russia Says Syria, Libya Fighters Deployed to Karabakh Conflict", "related_link"),
        ("Related articles", "related_list_heading"),
        ("Other materials of «Geopolitics»", "related_list_heading"),
        ("Most Read", "related_list_heading"),
        ("Sign up for our newsletter", "subscription"),
        ("Subscribe to continue reading", "paywall"),
        ("Already a subscriber? Log in", "paywall"),
        ("Comments (12)", "comment_count"),
        ("You must be logged in to post a comment.", "comment_disclaimer"),
        ("Advertisement", "ad_label"),
        ("Story continues below advertisement", "ad_label"),
        ("Original url:", "source_url_label"),
        ("Published: 3 March 2023", "published_date"),
        ("Last updated: 3 March 2023", "updated_date"),
        ("5 min read", "reading_time"),
        ("Photo: Jane Doe / Reuters", "photo_credit"),
        ("© AFP", "photo_credit"),
        ("© 2023 Daily Planet", "footer"),
        ("All rights reserved.", "footer"),
        ("By AFP", "byline"),
        ("With AFP", "agency_credit"),
        ("File photo", "caption"),
        ("Tags: Russia, France", "tags"),
        ("Home > News > World", "breadcrumb"),
        ("Back to top", "nav"),
        ("Share on Facebook", "share"),
        ("Facebook Twitter WhatsApp", "share"),
        ("This article was amended on 3 March 2023 to correct a name.", "correction_note"),
    ],
)
def test_the_most_trusted_rule_gives_the_exact_label(line: str, label: str) -> None:
    assert [hit.rule.label for hit in index().hits(line)][:1] == [label]


@pytest.mark.parametrize(
    ("settings", "taken", "left"),
    [
        ({"at": "only", "phrases": ["facebook", "print"]}, "Facebook | Print", "Facebook and print"),
        ({"at": "start", "mark": ":|", "phrases": ["read also"]}, "**Read also**: Storm", "Read also the footnotes"),
        ({"at": "start", "mark": "»", "phrases": ["home"]}, "Home » News", "Home News"),
        ({"at": "whole", "phrases": ["updated {date}"]}, "Updated 3 March 2023, 10:45", "Updated rules anger 3 firms"),
    ],
)
def test_a_condition_of_a_rule_decides(settings: dict[str, Any], taken: str, left: str) -> None:
    proofs = {"id": "x", "label": "nav", "why": "A trial.", "removes": [taken], "keeps": [left]}
    assert prove([parse({**proofs, **settings}, "trial", "und")]) == []


def test_a_source_after_the_article_is_the_source_of_the_text() -> None:
    assert index().hits("Source: Reuters", zone="tail")[0].rule.label == "agency_credit"
