"""The kinds of furniture as learned: what is said of a block, when nothing is said, and that reasons name evidence."""

from importlib.resources import files

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.config import Config
from cleaner.label import prepared
from cleaner.label.learned import kinds
from cleaner.label.reasons import REASONS
from cleaner.pipeline import run_stages
from cleaner.readers import document as read
from cleaner.taxonomy import LABELS
from tests.strategies import html

ARTICLE = "".join(
    f"<p>The minister left the capital on day {n}, a spokesman for the government said, after talks that had lasted "
    "longer than anybody had expected, and the opposition asked for a new vote.</p>"
    for n in range(6)
)


def made(**weights: tuple[int, int]) -> kinds.Kinds:
    """Return kinds that know `share` and `byline`: for each sign, how far it speaks for either."""
    signs = [kinds.ANY, *(sign.replace("_", " ").replace("name ", kinds.NAME) for sign in weights)]
    return kinds.Kinds(["byline", "share"], signs, np.array([(0, 0), *weights.values()], np.int8))


def told(known: kinds.Kinds, source: str) -> dict[str, kinds.Guess]:
    """Return what is said of each block of a page, by its text."""
    document = read(source, format="html")
    seen = prepared(document, Config())
    said = known.tell(seen, document, (len(seen), len(seen)))
    return {seen[number].block.text: guess for number, guess in said.items()}


def test_the_strongest_word_or_name_is_the_reason() -> None:
    known = made(tweet=(0, 40), this=(0, 20), name_sharing=(0, 60))
    said = told(known, "<p>Tweet this</p><div class='sharing'><p>Tweet</p></div>")
    assert said["Tweet this"].kind == said["Tweet"].kind == "share"
    assert said["Tweet this"].why == 'Words and names like those of share bars: "tweet".'
    assert said["Tweet"].why == 'Words and names like those of share bars: "sharing".'
    assert said["Tweet"].sure > said["Tweet this"].sure > 0.6


@pytest.mark.parametrize(
    ("weights", "why"),
    [
        ({"tweet": (0, 5)}, "hardly surer than of the other kind"),
        ({"tweet": (60, 0)}, "a byline would enter the record"),
        ({"other": (0, 60)}, "no sign of it was learned"),
    ],
)
def test_nothing_is_said(weights: dict[str, tuple[int, int]], why: str) -> None:
    assert not told(made(**weights), "<p>Tweet</p>"), why


def test_shape_alone_names_no_rare_kind() -> None:
    known = kinds.Kinds(["byline", "share"], [kinds.ANY, kinds.SHAPE + "words 0"], np.array([[0, 0], [0, 90]], np.int8))
    assert not told(known, "<p>Tweet</p>")
    plain = kinds.Kinds(["byline", "nav"], known.signs, known.weights)
    assert told(plain, "<p>Tweet</p>")["Tweet"].why == "Shape and place like those of menus."


def test_weights_ship_small_and_come_back_as_they_were_packed() -> None:
    stored = files("cleaner.label").joinpath("weights", "kinds.npz")
    assert len(stored.read_bytes()) < 300_000
    known = kinds.load()
    again = kinds.unpack(kinds.pack(known))
    assert again.kinds == known.kinds and again.signs == known.signs
    assert np.array_equal(again.weights, known.weights)
    assert known.signs[0] == kinds.ANY and set(known.kinds) <= set(LABELS) and set(kinds.SPOKEN) <= set(LABELS)


@given(html)
def test_what_is_said_does_not_hang_on_what_else_is_asked(source: str) -> None:
    document = read(source, format="html")
    seen = prepared(document, Config())
    span = (len(seen), len(seen))
    together = kinds.load().tell(seen, document, span)
    apart: dict[int, kinds.Guess] = {}
    for view in seen:
        apart |= kinds.load().tell([view], document, span)
    assert together == apart


@given(st.text())
def test_any_text_has_signs(text: str) -> None:
    document = read(text)
    seen = prepared(document, Config())
    for guess in kinds.load().tell(seen, document, (0, 0)).values():
        assert guess.kind in kinds.SPOKEN and 0.5 <= guess.sure <= 1.0 and len(guess.why) < 120


@pytest.mark.parametrize(
    ("block", "label"),
    [
        ("<div class='post-tools'><a href=/f>Facebook</a></div>", "share"),
        ("<div class='box'><p>Get the best of our reporting in your inbox every morning, sign up now</p></div>",
         "subscription"),
    ],
)  # fmt: skip
def test_a_block_without_rule_or_mark_is_named_by_what_it_resembles(block: str, label: str) -> None:
    page = f"<html><body><main><h1>Minister leaves</h1>{ARTICLE}</main>{block}</body></html>"
    document = run_stages(read(page, format="html"), Config())
    found = document.blocks[-1]
    assert found.label == label


def test_the_reason_is_kept_with_its_evidence() -> None:
    assert "und/kind-learned" in REASONS
