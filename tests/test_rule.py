"""Rules: how phrases match, which conditions hold them back, what a pack file may not say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.errors import PackError
from cleaner.phrases import Phrases
from cleaner.proof import prove
from cleaner.rule import parse
from cleaner.rule_index import RuleIndex
from cleaner.text import spell


def rule(**over):
    stated = {
        "id": "r",
        "label": "share",
        "phrases": ["share this"],
        "why": "w",
        "removes": ["Share this"],
        "keeps": ["He left."],
    }
    return parse({**stated, **over}, "en/boilerplate.yaml", "en")


@pytest.mark.parametrize(
    ("conditions", "line", "taken"),
    [
        ({}, "Please SHARE  this: now", True),
        ({}, "Shared thisness", False),
        ({"phrases": ["Élysée"]}, "L’ELYSEE", True),
        ({"at": "whole"}, "« Share this »", True),
        ({"at": "whole"}, "Share this story", False),
        ({"at": "start"}, "Share this story", True),
        ({"at": "end"}, "Do share this!", True),
        ({"max_words": "2"}, "Share this now", False),
        ({"also": ["facebook"]}, "Share this", False),
        ({"also": ["facebook"]}, "Share this on Facebook", True),
        ({"unless": ["minister"]}, "Share this, the minister said", False),
        ({"phrases": ["{n} comments"], "at": "whole"}, "12 comments", True),
        ({"phrases": ["{n} comments"], "at": "whole"}, "twelve comments", False),
        ({"phrases": ["by {name}"], "at": "whole"}, "By Jean-Luc de la Tour", False),
        ({"phrases": ["by {name}"], "at": "whole"}, "By Jane Doe", True),
        ({"phrases": ["published on {date}"], "at": "whole"}, "Published on 3 May 2021", True),
        ({"phrases": ["published on {date}"], "at": "whole"}, "Published on paper", False),
        ({"ends": "open"}, "Share this.", False),
        ({"phrases": ["分享"]}, "点击分享文章", True),
    ],
)
def test_a_rule_takes_what_its_conditions_say(conditions, line, taken):
    assert bool(RuleIndex([rule(**conditions)]).hits(line)) is taken


def test_a_rule_of_a_site_holds_on_its_host_alone():
    site = parse({"id": "r", "label": "share", "phrases": ["share"], "why": "w", "removes": ["share"], "keeps": ["x"]},
                 "site.yaml", "site", ["example.org"])  # fmt: skip
    assert RuleIndex([site], "www.example.org").hits("share")
    assert not RuleIndex([site], "notexample.org").hits("share")


@pytest.mark.parametrize(
    ("over", "message"),
    [
        ({"keeps": []}, 'no "keeps"|no .keeps.'),
        ({"removes": []}, "no 'removes'"),
        ({"label": "rubbish"}, "is no label"),
        ({"phrase": ["x"]}, "unknown key 'phrase'"),
        ({"at": "middle"}, "expected one of"),
        ({"max_words": "many"}, "expected a whole number"),
        ({"phrases": ["{n}"]}, "has no word of its own"),
        ({"phrases": ["{who} says"]}, "is no slot"),
        ({"phrases": "share"}, "must be a list of lines"),
    ],
)
def test_a_rule_that_states_itself_badly_does_not_load(over, message):
    with pytest.raises(PackError, match=message):
        rule(**over)


def test_a_line_that_another_rule_keeps_is_guarded_against_every_rule():
    keeps_it = rule(id="kept", phrases=["follow us"], removes=["Follow us"], keeps=["They share this view."])
    failures = prove([rule(), keeps_it])
    assert [(f.rule, f.kind) for f in failures] == [("en/kept", "keeps")]
    assert "en/r takes a line" in failures[0].message


def test_a_known_gap_that_is_closed_turns_the_proof_red():
    assert [f.kind for f in prove([rule(misses=["Share this!"])])] == ["misses"]


@given(
    st.lists(st.sampled_from(["a", "b", "c"]), max_size=12),
    st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=3),
)
def test_the_finder_finds_a_phrase_exactly_where_its_words_stand(text, phrase):
    found = {f.first for f in Phrases([(" ".join(phrase), 1)]).find(spell(" ".join(text)))}
    assert found == {i for i in range(len(text)) if text[i : i + len(phrase)] == phrase}
