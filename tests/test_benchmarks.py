"""The benchmarks: what is scored, how a system is watched, and that both commands run on a folder of labelled pages."""

from __future__ import annotations

import gzip
import json
import os
import sys
import time
from pathlib import Path

import pytest

from benchmarks import dumps, extraction, pages, regimes, scores, systems
from benchmarks.watched import Watched

TRUTH = "The minister told parliament on Tuesday that the talks would resume after the summer break."
HTML = f"<html><body><nav><a href=/>Home page</a></nav><article><p>{TRUTH}</p></article></body></html>"


@pytest.fixture
def labelled(tmp_path: Path) -> Path:
    """A folder of three labelled pages: two articles of two hosts, and a shop without main content."""
    (tmp_path / "html").mkdir()
    (tmp_path / "ground-truth").mkdir()
    for id, host, kind, truth in (
        ("1", "www.one.example", {"primary": "article"}, TRUTH),
        ("2", "two.example", "article", TRUTH),
        ("3", "shop.one.example", {"primary": "category"}, ""),
    ):
        (tmp_path / "html" / f"{id}.html.gz").write_bytes(gzip.compress(HTML.encode()))
        stated = {"main_content": truth, "with": ["told parliament"] if truth else [], "without": ["Home page"]}
        told = {"url": f"https://{host}/a", "ground_truth": stated, "_internal": {"page_type": kind}}
        (tmp_path / "ground-truth" / f"{id}.json").write_text(json.dumps(told), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("text", "truth", "expected"),
    [
        ("", " \n", (1.0, 1.0, 1.0)),
        ("word", "", (0.0, 0.0, 0.0)),
        ("", "word", (0.0, 0.0, 0.0)),
        ("A b, B", "b b b a", (1.0, 0.75, 6 / 7)),
        ("x a", "a", (0.5, 1.0, 2 / 3)),
    ],
)
def test_words_are_scored_as_multisets_whatever_their_case(text, truth, expected):
    assert tuple(scores.overlap(text, truth)) == pytest.approx(expected)


def test_snippets_are_found_whatever_their_case_and_none_is_no_score():
    assert scores.found("The Talks resumed", ["talks", "broke down"]) == 0.5
    assert scores.found("anything", ()) is None


def test_the_shingle_score_is_the_harmonic_mean_of_two_means():
    right = scores.shingles("a b c d e", "a b c d e")
    wrong = scores.shingles("a b c d", "w x y z")
    assert right == (1.0, 0.0, 0.0) and wrong == (0.0, 0.5, 0.5)
    assert scores.by_shingles([right, wrong]) == (0.5, 0.5, 0.5)
    assert scores.by_shingles([right, scores.shingles("", "w x y z")]).precision == 1.0


def test_a_line_is_main_content_when_most_of_it_stands_in_the_truth():
    dump = f"Home page\n{TRUTH}\n\n[Read more](https://one.example/b)"
    assert scores.lines(dump, f"{TRUTH}\nHome page", TRUTH) == (1, 2, 1)


def test_words_that_occur_twice_can_be_lost_once():
    assert scores.lost("talks", "talks, talks and talks") == (3, 4)


def test_pages_are_read_in_both_layouts(labelled, tmp_path):
    read = pages.load(labelled)
    assert [(p.id, p.type, p.truth) for p in read] == [("1", "article", TRUTH), ("2", "article", TRUTH),
                                                       ("3", "collection", "")]  # fmt: skip
    other = tmp_path / "other"
    (other / "html").mkdir(parents=True)
    (other / "html" / "x.html").write_text(HTML, encoding="utf-8")
    (other / "ground-truth.json").write_text(json.dumps({"x": {"articleBody": TRUTH, "url": None}}), encoding="utf-8")
    (page,) = pages.load(other)
    assert page.html() == HTML.encode() == read[0].html() and page.truth == TRUTH


@pytest.mark.parametrize(
    ("told", "fold", "expected"),
    [
        ("one.example\n", None, ["1", "3"]),
        ('["two.example", "shop.one.example"]', None, ["2", "3"]),
        ('{"one.example": 0, "two.example": 1}', "1", ["2"]),
        ("example.org\n", None, []),
    ],
)
def test_only_pages_of_held_out_hosts_are_kept(labelled, told, fold, expected):
    path = labelled / "hosts"
    path.write_text(told, encoding="utf-8")
    assert [page.id for page in pages.of_hosts(pages.load(labelled), pages.hosts(path, fold))] == expected


def test_a_fold_that_is_not_there_is_refused_with_those_that_are(labelled):
    path = labelled / "hosts"
    path.write_text('{"one.example": 0, "two.example": 1}', encoding="utf-8")
    with pytest.raises(ValueError, match="one of 0, 1"):
        pages.hosts(path, "7")


def _erratic(question: str) -> str:
    if question == "raise":
        raise ValueError("stumbled")
    if question == "sleep":
        time.sleep(30)
    if question == "die":
        os._exit(9)
    print("noise that nobody wants")
    return question.upper()


def test_a_system_that_raises_hangs_or_dies_has_failed_once_and_answers_again():
    system = Watched(lambda: _erratic, warm=[("a",), ("raise",)], timeout=0.5)
    try:
        assert system.missing == "" and system.ask("b").text == "B"
        assert system.ask("raise").error == "ValueError: stumbled"
        assert "too long" in system.ask("sleep").error
        assert "died" in system.ask("die").error
        again = system.ask("c")
        assert (again.text, again.error) == ("C", "") and system.peak > 1
    finally:
        system.close()


def test_a_system_that_cannot_be_imported_is_left_out_and_named():
    def make() -> object:
        raise ModuleNotFoundError("No module named 'a_peer'")

    system = Watched(make)
    assert "a_peer" in system.missing


def test_an_unknown_system_is_refused_with_the_known_ones():
    with pytest.raises(KeyError, match=r"goose: no such system.*readability_lxml"):
        systems.system("goose")


def everything(html: bytes) -> str:
    """A system of a user's own, which takes no address."""
    return html.decode().replace("<", " <").split("<article>")[-1].split("</p>")[0].removeprefix(" <p>")


def test_ours_and_peers_are_scored_side_by_side(labelled, monkeypatch, capsys, tmp_path):
    out = tmp_path / "out.json"
    mine = f"{__name__}:everything"
    told = ["extraction.py", str(labelled), "--systems", f"cleaner,{mine},rs_trafilatura:nothing", "--json", str(out)]
    monkeypatch.setattr(sys, "argv", told)
    extraction.main()
    printed = capsys.readouterr().out
    assert "3 pages" in printed and "| system | article (2) | collection (1) |" in printed
    assert "rs_trafilatura:nothing: left out, ModuleNotFoundError" in printed
    result = json.loads(out.read_text(encoding="utf-8"))
    assert set(result["pages"]) == {"cleaner", mine, "trafilatura"}  # the reference runs though nobody asked for it
    first, _, third = result["pages"][mine]
    assert (first["f1"], first["with"], first["without"], first["error"]) == (1.0, 1.0, 1.0, "")
    assert third["f1"] == 0.0 and third["with"] is None
    row = next(line for line in printed.splitlines() if line.startswith("| trafilatura "))
    assert row.split("|")[8].strip() == "1.00"


def test_the_folds_of_a_cross_validation_are_joined_and_a_page_counts_once(tmp_path, capsys):
    def result(name: str, id: str, f1: float) -> Path:
        row = {"id": id, "type": "article", "precision": f1, "recall": f1, "f1": f1, "with": None, "without": None,
               "shingles": [f1, 0.0, 0.0], "cpu": 0.1, "wall": 0.1, "empty": False, "error": ""}  # fmt: skip
        told = {
            "python": "3.11",
            "versions": {},
            "missing": {},
            "memory_mb": {"cleaner": 9},
            "pages": {"cleaner": [row]},
        }
        path = tmp_path / name
        path.write_text(json.dumps(told), encoding="utf-8")
        return path

    one, two = result("a.json", "1", 1.0), result("b.json", "2", 0.5)
    extraction.show(extraction.joined([one, two]))
    assert "| cleaner | 0.750 | 0.250 |" in capsys.readouterr().out
    with pytest.raises(SystemExit, match="page 1"):
        extraction.joined([one, one])


def test_dumps_are_rendered_once_and_again_when_the_page_changes(labelled, monkeypatch, tmp_path):
    rendered: list[str] = []
    monkeypatch.setitem(regimes.RENDERERS, "soup", lambda html: rendered.append(html) or "soup of it")
    monkeypatch.setitem(regimes.RENDERERS, "md", lambda html: 1 / 0)
    page, cache = pages.load(labelled)[0], tmp_path / "cache"
    for _ in range(2):
        assert regimes.dumps(page, ("soup", "md", "clean"), cache) == {"soup": "soup of it", "clean": TRUTH}
    assert len(rendered) == 1
    page.path.write_bytes(gzip.compress(HTML.replace("Home", "House").encode()))
    regimes.dumps(page, ("soup",), cache)
    assert len(rendered) == 2


def test_dumps_of_every_type_are_scored_and_harm_to_clean_text_is_told(labelled, monkeypatch, capsys):
    monkeypatch.setitem(regimes.RENDERERS, "soup", lambda html: f"Home page\n{TRUTH}")
    monkeypatch.setattr(sys, "argv", ["dumps.py", str(labelled), "--regimes", "soup,clean", "--systems",
                                      f"as_it_is,best_lines,{__name__}:half"])  # fmt: skip
    dumps.main()
    printed = capsys.readouterr().out.splitlines()
    floor, ceiling = (
        next(line for line in printed if f"| soup | {name} |" in line) for name in ("as_it_is", "best_lines")
    )
    assert "| 1.000 | 0.000 | 1.000 | 1.000 | 1.000 |" in ceiling and "| 0.938 |" in floor
    assert any(
        line.startswith(f"| {__name__}:half | all | 2 | ") and " 53.33 % | 2 | 0 | 0 |" in line for line in printed
    )
    assert any(line.startswith("| as_it_is | all | 2 | 0.00 % | 0 |") for line in printed)


def half(text: str) -> str:
    """A cleaner that loses words."""
    return " ".join(text.split()[: len(text.split()) // 2])


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--type", "recipe"], "'recipe'.*article, collection"),
        (["--regimes", "broth"], "broth: no such regime"),
        (["--systems", "goose"], "goose: no such system"),
    ],
)
def test_a_wrong_choice_is_refused_with_the_right_ones(labelled, monkeypatch, options, message):
    monkeypatch.setattr(sys, "argv", ["dumps.py", str(labelled), *options])
    with pytest.raises(SystemExit, match=message):
        dumps.main()
