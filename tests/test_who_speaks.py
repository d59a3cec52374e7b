"""Who speaks in a run: the view by speaker and by source, in Python, as CSV, on the terminal and in the report."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

import cleaner
from cleaner.cli import call
from cleaner.errors import SchemaError, UsageError
from cleaner.history.speakers import speakers
from cleaner.report import build
from tests.fake_run import Scrape, write


def article(name: str, day: str | None, publisher: str | None, *said: tuple, **more) -> Scrape:
    """Return a record with statements: speaker, and what else its row holds."""
    facts = {"host": f"{name[0]}.example", "published": day, "publisher": publisher, "verdict": "accepted"}
    made = Scrape(name, **(facts | more))
    for number, (speaker, stated) in enumerate(said):
        text = f"Sentence {number} of {name} is about {speaker}."
        span = made.block("body", text)
        made.statement(speaker or "", text, "about", span, len(made.text) - len(text))
        made.rows["statements"][-1] |= {"speaker": speaker, **stated}
    return made


def folder(tmp_path: Path, *scrapes: Scrape) -> Path:
    made = {"versions": {"cleaner": "1"}, "config": {"profile": "news"}}
    return write(tmp_path / "out", list(scrapes), "jsonl", made)


@pytest.fixture
def run(tmp_path: Path) -> Path:
    known = {"speaker_id": "p1", "speaker_type": "person"}
    return folder(
        tmp_path,
        article("a1", "2020-03-01", "Daily", ("Ann Lee", known | {"mode": "direct"}),
                ("Ann Lee", known | {"mode": "mixed", "reported_via": ["AFP"]}), ("Bo Ray", {"mode": "indirect"})),
        article("a2", "2021-05", "Daily", ("Anne Lee", known | {"mode": "indirect"}),
                ("Ann Lee", known | {"kind": "headline_statement"}), ("Bo Ray", {"kind": "stance"})),
        article("b1", None, None, ("Ann Lee and Bo Ray", {"co_speakers": ["Ann Lee", "Bo Ray"], "mode": "direct"}),
                (None, {"mode": "direct"})),
        article("c1", "2022", "Other", ("Ann Lee", known), duplicate_of="a1"),
        article("c2", "2022", "Other", ("Ann Lee", known), verdict="rejected"),
    )  # fmt: skip


def test_statements_are_counted_by_who_speaks_and_how(run):
    first, second = cleaner.count_speakers(run).to_dict("records")
    counts = ("statements", "quoted", "partly_quoted", "paraphrased", "relayed", "headlines", "articles", "sources")
    assert [first[name] for name in counts] == [4, 2, 1, 1, 1, 1, 3, 2]
    assert (first["speaker"], first["speaker_id"], first["first"], first["last"]) == (
        "Ann Lee", "p1", "2020-03-01", "2021-05")  # fmt: skip
    assert [second[name] for name in counts] == [2, 1, 0, 1, 0, 0, 2, 2]


def test_the_view_by_source_splits_the_same_counts(run):
    rows = cleaner.count_speakers(str(run), by="source")
    assert [(row.speaker, row.source, row.statements) for row in rows.itertuples()] == [
        ("Ann Lee", "Daily", 3), ("Ann Lee", "b.example", 1),
        ("Bo Ray", "Daily", 1), ("Bo Ray", "b.example", 1)]  # fmt: skip


def test_the_tables_of_clean_frame_give_the_same_view_as_their_files(run):
    import pandas as pd

    frames = {name: pd.read_json(run / f"{name}.jsonl", lines=True, dtype=False) for name in ("articles", "statements")}
    pd.testing.assert_frame_equal(cleaner.count_speakers(frames), cleaner.count_speakers(run))
    with pytest.raises(SchemaError, match="no 'statements' among the tables"):
        cleaner.count_speakers({"articles": frames["articles"]})


def test_parties_are_those_of_the_days_of_the_articles(run, tmp_path):
    people = tmp_path / "people.csv"
    people.write_text("id,name,party,from,to\np1,Ann Lee,Greens,2019,2020-12\np1,Ann Lee,Centre,2021,\nq,Q Q,Left,,\n")
    view = cleaner.count_speakers(run, people=[str(people)])
    assert view["party"].fillna("").tolist() == ["Centre; Greens", ""]


def test_passages_stand_with_their_place_and_are_bounded(run):
    one = speakers(run, passages=2, longest=11)[0]
    assert [(p.article_id, p.source, p.mode, p.text) for p in one.passages] == [
        ("a1", "Daily", "direct", "Sentence 0 …"), ("a1", "Daily", "mixed", "Sentence 1 …")]  # fmt: skip


def test_the_command_shows_the_view_and_writes_it_as_csv(run, tmp_path, capsys):
    made = tmp_path / "view.csv"
    assert call(["speakers", str(run), "--by", "source", "--csv", str(made)]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert shown[1].split()[:4] == ["Ann", "Lee", "4", "2"] and shown[2].split()[:3] == ["Daily", "3", "1"]
    with made.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["speaker"] for row in rows] == ["Ann Lee", "Ann Lee", "Bo Ray", "Bo Ray"]
    assert call(["speakers", str(run), "--who", "ray"]) == 0
    told = capsys.readouterr().out
    assert "Sentence 2 of a1 is about Bo Ray." in told and "Daily, 2020-03-01, a1" in told and "Ann Lee  " not in told


def test_a_speaker_from_a_scrape_runs_nothing_in_a_spreadsheet_or_a_terminal(tmp_path, capsys):
    run = folder(tmp_path, article("a1", "2020", "=cmd()", ("=1+1\x1b[2J", {"mode": "direct"})))
    made = tmp_path / "view.csv"
    assert call(["speakers", str(run), "--by", "source", "--csv", str(made), "--who", "1"]) == 0
    assert "\x1b" not in capsys.readouterr().out
    assert "'=1+1" in made.read_text(encoding="utf-8") and "'=cmd()" in made.read_text(encoding="utf-8")


def test_a_run_in_which_nobody_speaks_says_so(tmp_path, capsys):
    run = folder(tmp_path, article("a1", "2020", "Daily"))
    assert call(["speakers", str(run)]) == 0 and "nobody is said" in capsys.readouterr().out
    assert list(cleaner.count_speakers(run).columns)[:3] == ["speaker", "speaker_id", "speaker_type"]


def test_what_is_no_run_is_told(tmp_path, run):
    with pytest.raises(SchemaError, match="no articles table"):
        cleaner.count_speakers(tmp_path)
    with pytest.raises(UsageError, match="expected 'speaker' or 'source'"):
        cleaner.count_speakers(run, by="day")


def test_the_report_tells_who_speaks_by_source(run):
    from cleaner.renderers.json import counts

    told = counts(build(run))["who_speaks"]
    assert [(one["speaker"], one["sources"]) for one in told] == [
        ("Ann Lee", {"Daily": 3, "b.example": 1}), ("Bo Ray", {"Daily": 1, "b.example": 1})]  # fmt: skip
    assert json.dumps(told)
