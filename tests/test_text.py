"""Words of a text: the quick ways of splitting give what the plain one gives."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.dates import may_be_dated, stamp
from cleaner.language import builtin_rules
from cleaner.rule_index import RuleIndex
from cleaner.text import WORD, fold_word, spell


@given(st.text() | st.text(alphabet="aZé9 _'’“”–…\u00a0©@%#\n\x1c米か"))
def test_the_quick_split_gives_the_words_of_the_plain_one(text):
    assert spell(text) == (WORD.findall(text), [fold_word(word) for word in WORD.findall(text)])


PIECES = ["10", "2020", "1", "May", "mai", "/", "-", ".", ",", ":", "le", "il", "y", "a", "hours", "ago", "Updated",
          "yesterday", "月", "日", "de"]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES)))
def test_what_the_glance_refuses_is_no_stamp(pieces):
    for text in (" ".join(pieces), "".join(pieces)):
        for language in ("en", "fr", "ja"):
            assert may_be_dated(text, language) or stamp(text, language) is None


@pytest.mark.parametrize("line", ["share of the photo and ", "© of more read ", "by Ana and by Bo, sign up "])
def test_rules_are_looked_for_in_time_that_grows_with_the_text(line):
    rules = RuleIndex(builtin_rules())
    rules.hits(line * 100)
    spent = []
    for times in (2_000, 16_000):
        began = time.process_time()
        rules.hits(line * times)
        spent.append(time.process_time() - began)
    assert spent[1] < 40 * max(spent[0], 0.01)
