"""The trained labeller: its arithmetic, what it keeps, and that what it says is finite, stable and explained."""

import gc
from importlib.resources import files

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import cleaner
from cleaner import pipeline
from cleaner.config import Config
from cleaner.forest import Forest
from cleaner.label import prepared
from cleaner.label.learned import model
from cleaner.label.learned.features import features, shift, since, window
from cleaner.label.learned.tree import Tree
from cleaner.label.reasons import REASONS
from cleaner.pipeline import run_stages
from cleaner.readers import document as read
from tests.strategies import html

ARTICLE = "".join(
    f"<p>The minister left the capital on day {n}, a spokesman for the government said, after talks that had lasted "
    "longer than anybody had expected, and the opposition asked for a new vote.</p>"
    for n in range(6)
)
PAGE = f"""<html><head><title>Minister leaves - The Daily</title></head><body>
<nav><a href=/>Home</a><a href=/world>World</a><a href=/sport>Sport</a></nav>
<div id="onetrust-consent-sdk"><p>We and our partners store information on your device and you may accept it.</p></div>
<main><h1>Minister leaves</h1>{ARTICLE}</main>
<section class="comments"><div class="comment"><p>What a day that was, I never liked him anyway.</p></div></section>
<aside class="related"><ul><li><a href=/1>Ten things to know about the capital this week</a></li>
<li><a href=/2>Why the opposition asks for a new vote again</a></li></ul></aside>
<footer><p>Copyright The Daily. All rights reserved.</p></footer></body></html>"""


@given(st.lists(st.tuples(st.integers(0, 1000), st.integers(0, 300)), max_size=60))
def test_a_block_as_likely_as_one_kept_is_kept(blocks: list[tuple[int, int]]) -> None:
    judged = np.array([p / 1000 for p, _ in blocks])
    kept = model.decide(judged, [words for _, words in blocks])
    assert len(kept) == len(blocks)
    if kept.any():
        assert judged[kept].min() > max(judged[~kept], default=-1.0)


def test_where_little_is_sure_more_is_kept_than_a_fixed_line_would() -> None:
    assert model.decide(np.array([0.4] * 9 + [0.01]), [20] * 10).tolist() == [True] * 9 + [False]
    assert model.decide(np.array([0.99] * 9 + [0.4]), [20] * 10).tolist() == [True] * 9 + [False]


@given(st.integers(0, 2**32 - 1))
def test_a_forest_asks_the_questions_that_its_arrays_state(seed: int) -> None:
    random = np.random.default_rng(seed)
    trees, depth, columns, count = 4, 3, 5, 7
    forest = Forest(
        tuple("abcde"), random.integers(0, columns, (trees, depth)), random.random((trees, depth), np.float32),
        random.integers(-99, 99, (trees, 1 << depth)).astype(np.int32), 0.5, 3,
    )  # fmt: skip
    rows = random.random((count, columns), np.float32)
    expected = [
        0.5 * (3 + sum(
            int(forest.leaf[t, sum(int(row[forest.column[t, d]] > forest.border[t, d]) << d for d in range(depth))])
            for t in range(trees)
        ))
        for row in rows
    ]  # fmt: skip
    assert forest.scores(rows).tolist() == expected


@pytest.mark.parametrize("kind", ["html", "text"])
def test_weights_ship_small_and_come_back_as_they_were_packed(kind: model.Kind) -> None:
    size = files("cleaner.label").joinpath("weights", f"{kind}.npz")
    assert len(size.read_bytes()) < 2_500_000
    loaded = model.load(kind)
    again = model.unpack(model.pack(loaded.tables, loaded.forest))
    assert again.tables.words == loaded.tables.words and again.tables.names == loaded.tables.names
    assert np.array_equal(again.forest.leaf, loaded.forest.leaf)


@given(html)
def test_what_is_measured_is_finite(source: str) -> None:
    document = read(source, format="html")
    seen = prepared(document, Config())
    tables = model.load("html").tables
    rows = features(seen, document, Tree(seen, document, tables), tables).matrix()
    assert rows.shape[0] == len(document.blocks) and np.isfinite(rows).all()


def test_neighbours_are_counted_from_either_side() -> None:
    values = np.array([1.0, 2.0, 4.0, 8.0])
    assert shift(values, 1).tolist() == [2, 4, 8, 0] and shift(values, -2).tolist() == [0, 0, 1, 2]
    assert window(values, 1, 2).tolist() == [6, 12, 8, 0] and window(values, -2, -1).tolist() == [0, 1, 3, 6]
    assert since(np.array([False, True, False])).tolist() == [99, 0, 1]


def test_a_page_gives_its_article_and_names_what_it_leaves() -> None:
    document = run_stages(read(PAGE, format="html"), Config())
    labels = {block.text[:20]: block.label for block in document.blocks}
    assert document.text.count("The minister left") == 6 and "What a day" not in document.text
    assert labels["Minister leaves"] == "title"
    assert labels["Home"] == "nav" and labels["We and our partners "] == "cookie_banner"
    assert labels["What a day that was,"] == "comment" and labels["Ten things to know a"] == "related_list_item"
    assert labels["Copyright The Daily."] == "footer"


def test_every_block_bears_its_probability_and_a_reason_that_can_be_explained() -> None:
    document = run_stages(read(PAGE, format="html"), Config())
    for block in document.blocks:
        assert block.article is not None and 0.0 <= block.article <= 1.0
        assert block.why and (block.rule in REASONS or "/" in block.rule)


def test_the_frame_of_a_page_has_no_main_content() -> None:
    frame = "<nav><a href=/>Home</a></nav><div id=root></div><script>" + "var a = 1;" * 400 + "</script>"
    assert cleaner.extract(f"<html><body>{frame}</body></html>") == ""


def test_text_that_lost_its_line_breaks_is_judged_by_sentences() -> None:
    lost = " ".join(f"The minister left the capital on day {n}, a spokesman said." for n in range(40))
    document = read(lost)
    assert len(document.blocks) == 40 and document.text == lost
    assert cleaner.extract(lost) == lost


@pytest.mark.parametrize("enabled", [True, False])
def test_the_garbage_collector_of_the_host_program_is_left_as_it_was(
    enabled: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        cleaner.extract(PAGE)
        assert gc.isenabled() is enabled
        monkeypatch.setattr(pipeline, "run_stages", lambda *_, **__: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            cleaner.extract(PAGE)
        assert gc.isenabled() is enabled
    finally:
        (gc.enable if before else gc.disable)()
