"""Findings in their neutral form: where they point, what they are known by, that they stream."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from cleaner.config import Config
from cleaner.run import run
from cleaner.tables.typed import frame
from cleaner.validation.findings import Finding, Origin, of_breaches, of_run
from cleaner.validation.rules import validate_tables
from tests.test_schemas import said
from tests.test_validate import WHOLE

PAGE = "The minister said the talks had failed. Nobody answered for an hour, and the delegation left the building."


def crawl(folder: Path, *records: dict, name="crawl.jsonl") -> Path:
    path = folder / name
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def findings(folder: Path, *records: dict, **options) -> list[Finding]:
    run([crawl(folder, *records)], folder / "out", Config(**options), file_format="jsonl")
    return list(of_run(folder / "out"))


def test_a_finding_of_a_container_points_at_the_line_of_the_record(tmp_path):
    found = findings(tmp_path, {"text": PAGE, "url": "https://example.org/1"}, {"text": "", "url": "https://a.org/2"})
    assert {(f.path, f.line) for f in found} == {("crawl.jsonl", 1), ("crawl.jsonl", 2)}
    [undated] = [f for f in found if f.code == "missing_date"]
    assert (undated.line, undated.host, undated.severity, undated.rule) == (1, "example.org", "error", "missing_date")


def test_a_finding_of_a_page_points_at_the_line_of_the_page(tmp_path):
    (tmp_path / "page.txt").write_text(f"A title\n\n{PAGE}\n\nHe said: \ufffd\ufffd that is lost.\n")
    run([tmp_path / "page.txt"], tmp_path / "out", Config())
    [lost] = [f for f in of_run(tmp_path / "out") if f.code == "lossy_text"]
    assert (lost.path, lost.line) == ("page.txt", 5) and lost.span


def test_a_fingerprint_outlives_another_order_another_day_and_other_bytes(tmp_path):
    one, two = ({"text": f"{PAGE} {n}", "url": f"https://www.example.org/{n}/"} for n in range(2))
    first = {f.fingerprint for f in findings(tmp_path, one, two)}
    changed = {"text": PAGE + " Updated 2026-01-01.", "url": "http://example.org/0#top"}
    assert {f.fingerprint for f in findings(tmp_path, two, changed) if f.code == "missing_date"} <= first


def test_findings_of_different_records_codes_and_places_have_different_fingerprints(tmp_path):
    texts = (f"{PAGE} {n} \ufffd, \ufffd\ufffd." for n in "ab")
    found = findings(tmp_path, *({"text": text, "url": f"https://a.org/{n}"} for n, text in enumerate(texts)))
    assert len({f.fingerprint for f in found}) == len(found) > 8


@pytest.mark.parametrize("least", ["error", "warning", "info"])
def test_only_what_is_grave_enough_is_told(tmp_path, least):
    run([crawl(tmp_path, {"text": PAGE})], tmp_path / "out", Config(), file_format="jsonl")
    told = {f.severity for f in of_run(tmp_path / "out", least)}
    assert told == set(("error", "warning", "info")[: ("error", "warning", "info").index(least) + 1])


def test_an_issues_table_in_another_order_finds_its_articles_too(tmp_path):
    records = [{"text": f"{PAGE} {n}", "url": f"https://a.org/{n}"} for n in range(5)]
    there = {f.record: f.line for f in findings(tmp_path, *records)}
    issues = tmp_path / "out" / "issues.jsonl"
    issues.write_text("".join(reversed(issues.read_text().splitlines(keepends=True))))
    assert {f.record: f.line for f in of_run(tmp_path / "out")} == there


def test_rows_that_break_a_rule_become_findings_with_their_raw_file():
    rows = [replace(WHOLE, path="a.txt", host="example.org"), replace(WHOLE, article_id="b", path="c.jsonl", line=7,
            url="https://b.org", title=None, text="Another text.", speakers=())]  # fmt: skip
    tables = {"articles": frame("articles", rows), "statements": frame("statements", [said("Other!!")])}
    found = list(of_breaches(validate_tables(tables, "news"), tables))
    assert {(f.table, f.code, f.record, f.path, f.line, f.host) for f in found} == {
        ("articles", "missing_title", "b", "c.jsonl", 7, None),
        ("statements", "span_mismatch", "a", "a.txt", None, "example.org"),
        ("articles", "missing_speakers", "b", "c.jsonl", 7, None),
    }


def test_rows_without_a_raw_file_point_at_the_row_of_their_table():
    tables = {"articles": frame("articles", [WHOLE, replace(WHOLE, article_id="b", title=None, text="Another.")])}
    found = list(of_breaches(validate_tables(tables, "news"), tables, {"articles": Origin("t.csv", [2, 9])}))
    assert [(f.path, f.line) for f in found] == [("t.csv", 9)]


def test_a_run_and_a_check_of_its_tables_know_a_finding_by_the_same_fingerprint(tmp_path):
    from cleaner.validation import loading

    told = findings(tmp_path, {"text": PAGE, "url": "https://a.org/1"}, {"text": PAGE + " More.", "url": None})
    loaded = loading.load(tmp_path / "out" / "articles.jsonl")
    checked = of_breaches(validate_tables(loaded.tables, "news"), loaded.tables, loaded.origins)
    by_run = {(f.record, f.code): f.fingerprint for f in told}
    assert all(by_run[f.record, f.code] == f.fingerprint for f in checked if f.record)
