"""Learning the labeller: what counts as true, what a host may teach, and that the command writes what is loaded."""

import gzip
import json
from pathlib import Path

import numpy as np
import pytest

from cleaner.forest import Forest
from cleaner.label.learned import model
from cleaner.training import __main__ as command
from cleaner.training import examples, fit, gather, pages
from cleaner.training.truth import shares

SENTENCE = "The minister left the capital on Monday after talks that had lasted for days, a spokesman said."


@pytest.mark.parametrize(("texts", "truth", "expected"), [
    (["Menu", SENTENCE, "Menu"], SENTENCE, [0, 1, 0]),
    (["News", "Sport", SENTENCE, "News"], f"News\n{SENTENCE}", [1, 0, 1, 0]),
    ([SENTENCE, "News", "x y z", "News"], f"{SENTENCE}\nNews", [1, 1, 0, 0]),
    (["…", SENTENCE], SENTENCE, [-1, 1]),
    ([SENTENCE + " And no more was known that night to anybody."], SENTENCE, [17 / 26]),
    ([SENTENCE], "", [0]),
])  # fmt: skip
def test_a_block_is_true_by_its_words_in_the_truth(texts: list[str], truth: str, expected: list[float]) -> None:
    assert shares(texts, truth) == pytest.approx(expected)


def page(name: str, host: str, noise: str) -> examples.Example:
    html = f"<nav class=menu><a href=/>{noise}</a></nav><article class=story><p>{SENTENCE}</p></article>"
    return examples.Example(name, host, html.encode(), SENTENCE, "article")


def test_a_host_teaches_nothing_about_its_own_pages() -> None:
    pages = [gather.read(page(str(n), f"{n}.example", "Abonnez")) for n in range(9)]
    counts = gather.Counts.of(pages)
    known, own = counts.tables(), counts.without(pages[0])
    assert known.words["abonnez"] < 0 < known.words["minister"] and known.names["menu"] < 0 < known.names["story"]
    assert known.words["abonnez"] < own.words["abonnez"] < 0
    few = gather.Counts.of(pages[:4])
    assert "abonnez" in few.tables().words and "abonnez" not in few.without(pages[0]).words


def test_every_page_weighs_alike_and_a_block_by_its_words() -> None:
    short, long = (
        gather.read(examples.Example("a", "a", f"<p>{SENTENCE}</p>".encode() * n, SENTENCE * n)) for n in (10, 40)
    )
    assert gather.weights(short).sum() == pytest.approx(gather.weights(long).sum(), rel=0.15)
    mixed = gather.weights(gather.read(examples.Example("a", "a", f"<p>Home</p><p>{SENTENCE}</p>".encode(), SENTENCE)))
    assert 0 < mixed[0] < mixed[1]


def test_trees_are_taken_over_as_they_were_grown() -> None:
    split = {"float_feature_index": 0, "border": 0.5}
    grown = {
        "features_info": {"float_features": [{"flat_feature_index": 1}]},
        "oblivious_trees": [{"splits": [split], "leaf_values": [-1.0, 2.0]}, {"splits": [], "leaf_values": [0.25]}],
        "scale_and_bias": [1, [0.5]],
    }
    forest = fit._forest(grown, ("a", "b"), depth=2)
    assert forest.scores(np.array([[9, 0], [0, 1]], np.float32)).tolist() == [-0.25, 2.75]


def test_the_command_scores_hosts_it_has_not_seen_and_writes_weights_that_load(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "html").mkdir()
    (tmp_path / "ground-truth").mkdir()
    for n in range(6):
        made = page(str(n), f"{n}.example", "Home")
        (tmp_path / "html" / f"{n}.html.gz").write_bytes(gzip.compress(made.content, mtime=0))  # type: ignore[arg-type]
        told = {"url": f"https://{n}.example/", "ground_truth": {"main_content": SENTENCE}}
        (tmp_path / "ground-truth" / f"{n}.json").write_text(json.dumps(told))

    def by_words(rows, true, weights, names, growth):  # type: ignore[no-untyped-def]
        column = np.full((1, 1), names.index("words"))
        return Forest(names, column, np.array([[8]], np.float32), np.array([[-9, 9]], np.int32), 1.0, 0)

    monkeypatch.setattr(pages, "grow", by_words)
    out = tmp_path / "weights" / "html.npz"
    command.main(["pages", str(tmp_path), "--out", str(out), "--folds", "2", "--workers", "1"])
    assert "| all | 6 | 1.0000 | 1.000 | 1.000 |" in capsys.readouterr().out
    assert model.unpack(dict(np.load(out))).forest.border.tolist() == [[8]]


@pytest.mark.parametrize("kind", command.KINDS)
def test_every_kind_tells_what_it_takes(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        command.main([kind, "--help"])
    assert left.value.code == 0 and kind in capsys.readouterr().out
