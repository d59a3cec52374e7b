"""`--format` on the command line: findings of a run, of a table, in files and on standard output."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cleaner.cli import call

TEXT = "The minister said the talks had failed. Nobody answered for an hour."
PAGE = f"<html><body><h1>Talks</h1><p>{TEXT}</p></body></html>"


@pytest.fixture
def cleaner(tmp_path: Path, monkeypatch: Any, capsys: Any) -> Callable[..., Any]:
    """Run a command in a folder with two pages and one container."""
    monkeypatch.chdir(tmp_path)
    Path("pyproject.toml").touch()
    for name in ("a", "b"):
        Path(f"raw/day {name}").mkdir(parents=True)
        Path(f"raw/day {name}/page.html").write_text(f"{PAGE}<!-- {name} -->")
    rows = [{"html": PAGE, "url": f"https://daily.example/{n}"} for n in range(3)]
    Path("crawl.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows))

    def run(*arguments: object, code: int = 0) -> Any:
        left = call([str(argument) for argument in arguments])
        told = capsys.readouterr()
        assert left == code, told
        return told

    return run


def places(sarif: str) -> set[tuple[str, int | None]]:
    (run,) = json.loads(sarif)["runs"]
    found = [result["locations"][0]["physicalLocation"] for result in run["results"]]
    return {(place["artifactLocation"]["uri"], place.get("region", {}).get("startLine")) for place in found}


def test_a_run_writes_its_findings_in_every_format_asked_for(cleaner: Callable[..., Any]) -> None:
    told = cleaner("clean", "raw", "-o", "out", "--format", "jsonl", "--no-report", "--format", "github",
                   "--format", "sarif=ci/out.sarif", "--format", "html=ci/page.html")  # fmt: skip
    assert all(line.startswith("::") for line in told.out.splitlines()) and "file=raw/day a/page.html" in told.out
    assert "2 records in" in told.err
    assert {place for place, _ in places(Path("ci/out.sarif").read_text())} == {
        "raw/day%20a/page.html", "raw/day%20b/page.html"}  # fmt: skip
    assert "<!doctype html>" in Path("ci/page.html").read_text().lower()[:20]
    assert Path("out/articles.jsonl").exists()


def test_a_finding_in_a_container_points_at_its_line(cleaner: Callable[..., Any]) -> None:
    cleaner("clean", "crawl.jsonl", "-o", "out", "--no-report", "--format", "sarif=out.sarif")
    assert places(Path("out.sarif").read_text()) == {("crawl.jsonl", line) for line in (1, 2, 3)}


@pytest.mark.parametrize(("least", "info"), [((), False), (("--least", "info"), True)])
def test_infos_are_told_on_demand(cleaner: Callable[..., Any], least: tuple[str, ...], info: bool) -> None:
    told = cleaner("clean", "raw", "-o", "out", "--no-report", "--format", "json", *least)
    assert ("info" in {finding["severity"] for finding in json.loads(told.out)["findings"]}) is info


def test_text_is_quoted_on_demand(cleaner: Callable[..., Any]) -> None:
    Path("raw/c.html").write_text(PAGE.replace("failed", "fai\ufffded"))
    asked = ("clean", "raw", "-o", "out", "--no-report", "--format", "json")
    assert "fai" not in cleaner(*asked).out
    assert "\ufffd" in cleaner(*asked, "--snippets", "200").out


def test_a_table_is_checked_into_a_report_and_fails_as_before(cleaner: Callable[..., Any]) -> None:
    cleaner("clean", "raw", "-o", "out", "--no-report")
    told = cleaner("check", "out", "--profile", "statements", "--format", "junit", "--raw", "raw", code=1)
    assert told.out.startswith("<?xml") and "raw/day a/page.html" in told.out
    told = cleaner("check", "out", "--profile", "statements", "--format", "junit=out.xml", code=1)
    assert "missing_date" in told.out and Path("out.xml").exists()


def test_a_table_of_others_is_pointed_at_itself(cleaner: Callable[..., Any]) -> None:
    Path("mine.csv").write_text("article_id,text,published\n1,A text of mine.,2020-01-01\n2,,\n")
    told = cleaner("check", "mine.csv", "--format", "sarif", code=1)
    assert ("mine.csv", 3) in places(told.out) and {place for place, _ in places(told.out)} == {"mine.csv"}


@pytest.mark.parametrize(
    ("formats", "message"),
    [
        (["--format", "excel"], "sarif, junit, github"),
        (["--format", "sarif="], "sarif=FILE"),
        (["--format", "sarif", "--format", "github"], "cannot both go to standard output"),
        (["--format", "csv", "--format", "jsonl"], "one format"),
        (["--format", "csv=x"], "csv=x"),
        (["--format", "sarif", "--snippets", "-1"], "--snippets"),
    ],
)
def test_a_wrong_format_says_what_can_be_asked_for(
    cleaner: Callable[..., Any], formats: list[str], message: str
) -> None:
    told = cleaner("clean", "raw", "-o", "out", *formats, code=2)
    assert message in told.err and not Path("out").exists()


def test_html_of_a_foreign_table_says_what_to_do(cleaner: Callable[..., Any]) -> None:
    Path("mine.csv").write_text("article_id,text\n1,A text of mine.\n")
    assert "cleaner clean -o" in cleaner("check", "mine.csv", "--format", "html", code=2).err


def test_one_page_is_shown_as_findings(cleaner: Callable[..., Any]) -> None:
    told = cleaner("show", "raw/day a/page.html", "--format", "sarif")
    assert {place for place, _ in places(told.out)} == {"raw/day%20a/page.html"}
    told = cleaner("show", "crawl.jsonl", "--limit", 2, "--format", "github")
    assert "file=crawl.jsonl,line=2" in told.out and "line=3" not in told.out


def test_a_rehearsal_tells_findings_as_a_linter_does_and_writes_nothing(cleaner: Callable[..., Any]) -> None:
    told = cleaner("clean", "raw", "--dry-run", "--fail-on", "error", "--format", "text", code=1)
    line = r"^raw/day b/page\.html(:\d+)?: error missing_date: no publication date; record \w+$"
    assert re.search(line, told.out, re.MULTILINE)
    assert TEXT[:20] not in told.out and not Path("out").exists()


def test_several_tables_are_checked_one_by_one(cleaner: Callable[..., Any]) -> None:
    Path("good.csv").write_text(f"article_id,text,published\n1,{TEXT},2020-01-01\n")
    Path("bad.csv").write_text("article_id,text,published\n1,,\n")
    told = cleaner("check", "good.csv", "bad.csv", "--profile", "text", code=1)
    assert told.err.count("articles 1") == 2
    assert "are for one table" in cleaner("check", "a.csv", "b.csv", "--format", "sarif", code=2).err


def test_what_a_baseline_knows_is_told_as_known(cleaner: Callable[..., Any]) -> None:
    cleaner("clean", "raw", "-o", "out", "--no-report")
    cleaner("baseline", "out", "--file", "known.jsonl")
    Path("raw/new.html").write_text(PAGE + "<!-- new -->")
    asked = ("--baseline", "known.jsonl", "--format")
    told = cleaner("clean", "raw", "-o", "out", "--no-report", *asked, "github", code=1)
    assert "raw/new.html" in told.out and "raw/day a" not in told.out
    cleaner("check", "out", *asked[:2], "--raw", "raw", "--format", "sarif=out.sarif", code=1)
    (run,) = json.loads(Path("out.sarif").read_text())["runs"]
    assert {result["baselineState"] for result in run["results"]} == {"new", "unchanged"}


def test_a_run_is_written_as_a_folder_of_pages_where_no_file_is_named(cleaner: Callable[..., Any]) -> None:
    cleaner("clean", "raw", "-o", "out", "--no-report", "--format", "html=report/")
    assert {path.name for path in Path("report").iterdir()} == {"index.html", "part-00001.html"}


def test_a_crossed_threshold_stands_in_the_report_of_a_run_and_of_its_check(cleaner: Callable[..., Any]) -> None:
    asked = ("--fail-if", "missing_date>50%", "--format", "github")
    told = cleaner("clean", "raw", "-o", "out", "--no-report", *asked, code=1)
    line = "::error title=threshold::missing_date>50%25: 2 of 2 records (100.0%25)"
    assert line in told.out
    assert line in cleaner("check", "out", *asked, code=1).out
