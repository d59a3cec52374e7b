"""Thresholds and baselines: how much of what is too much, what is new, what is healed and never comes back."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from cleaner.cli import call
from cleaner.config import Judging, from_pyproject
from cleaner.config import judging as judging_of
from cleaner.errors import SchemaError, UsageError
from cleaner.validation import baseline, outcome, thresholds
from cleaner.validation.findings import Finding, fingerprint

PAGE = "The minister said the talks had failed. Nobody answered for an hour, and the delegation left the building."


def finding(record: str, code: str = "missing_date", host: str = "a.org", severity="error", n: int = 0) -> Finding:
    return Finding(code, code, severity, "what", record=record, host=host, path=record, key=record,
                   fingerprint=fingerprint(code, record, str(n)))  # fmt: skip


def crossed(text: str, findings: list[Finding], hosts: dict[str, int], verdicts=()) -> list[tuple]:
    threshold = thresholds.parse(text)
    counts = thresholds.count([(f, False) for f in findings], [threshold.name], hosts, dict(verdicts))
    return [(one.host, one.count, one.records) for one in thresholds.crossed([threshold], counts)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("missing_date>2", [(None, 3, 100)]),
        ("missing_date>3", []),
        ("missing_date>2%", [(None, 3, 100)]),
        ("missing_date>3%", []),
        ("missing_date > 2.9 %", [(None, 3, 100)]),
        ("missing_date>2%@host", [("b.org", 2, 10), ("a.org", 1, 40)]),
        ("missing_date>2%@host:20", [("a.org", 1, 40)]),
        ("missing_date>1@host", [("b.org", 2, 10)]),
        ("error>2", [(None, 3, 100)]),
        ("warning>3", [(None, 4, 100)]),
        ("info>3", [(None, 4, 100)]),
        ("review>1%", [(None, 5, 100)]),
        ("rejected>0", []),
        ("date_conflict>0", []),
    ],
)
def test_a_threshold_is_crossed_beyond_its_count_or_share_over_all_or_at_a_host(text, expected):
    found = [finding("1"), finding("2", host="b.org"), finding("3", host="b.org"), finding("3", host="b.org", n=1),
             finding("4", "missing_title", severity="warning")]  # fmt: skip
    hosts = {"a.org": 40, "b.org": 10, "": 50}
    assert crossed(text, found, hosts, [(("review", "a.org"), 5), (("accepted", "a.org"), 95)]) == expected


def test_a_share_is_no_more_than_itself_whatever_binary_fractions_say():
    for percent in range(1, 100):
        assert crossed(f"missing_date>{percent}%", [finding(str(n)) for n in range(percent)], {"a.org": 100}) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [("missing_date", "expected NAME>LIMIT"), ("missing_dates>1", "'missing_date'"), ("missing_date>-1", "expected"),
     ("missing_date>200%", "more than all"), ("missing_date>1%@path", "expected"), ("", "expected"),
     (">3", "expected"), ("weather>3", "no issue code")],
)  # fmt: skip
def test_a_threshold_that_cannot_be_read_says_what_was_expected(text, message):
    with pytest.raises(UsageError, match=message):
        thresholds.parse(text)


# --- baselines -------------------------------------------------------------------------------------------------------


def judge(found: list[Finding], path: Path, ratchet: bool = False, records=("1", "2", "3")) -> outcome.Judged:
    of = outcome.Records(Counter(f.host or "" for f in found), {}, lambda: records)
    return outcome.judge(found, of, Judging(baseline=str(path)), ratchet=ratchet)


def test_only_what_is_new_fails(tmp_path):
    path = tmp_path / "b.jsonl"
    baseline.write(path, baseline.of([finding("1"), finding("2")]))
    assert not judge([finding("1"), finding("2")], path).fails
    judged = judge([finding("1"), finding("2"), finding("3")], path)
    assert judged.fails and [f.record for f in judged.new] == ["3"] and judged.known == 2


def test_a_second_finding_where_one_is_known_is_new(tmp_path):
    path = tmp_path / "b.jsonl"
    baseline.write(path, baseline.of([finding("1")]))
    assert judge([finding("1"), finding("1")], path).new_count == 1


def test_what_is_healed_can_never_return(tmp_path):
    path = tmp_path / "b.jsonl"
    baseline.write(path, baseline.of([finding("1"), finding("2")]))
    healed = judge([finding("1")], path, ratchet=True)
    assert not healed.fails and [one.record for one in healed.healed] == ["2"] and healed.ratcheted
    assert judge([finding("1"), finding("2")], path).fails


def test_a_run_over_other_records_heals_nothing(tmp_path):
    path = tmp_path / "b.jsonl"
    baseline.write(path, baseline.of([finding("1"), finding("2")]))
    assert judge([finding("1")], path, ratchet=True, records=("1",)).healed == []
    assert len(baseline.read(path)) == 2


def test_what_is_less_grave_than_the_baseline_holds_is_never_new(tmp_path):
    path = tmp_path / "b.jsonl"
    baseline.write(path, baseline.of([], "error"))
    assert not judge([finding("1", "missing_title", severity="warning")], path).fails


def test_equal_findings_give_equal_files_without_text_line_or_date(tmp_path):
    one, other = tmp_path / "1", tmp_path / "2"
    found = [finding("1"), finding("2"), finding("2")]
    baseline.write(one, baseline.of(found))
    baseline.write(other, baseline.of(reversed(found)))
    assert one.read_bytes() == other.read_bytes()
    rows = [json.loads(line) for line in one.read_text().splitlines()[1:]]
    assert [set(row) - {"count"} for row in rows] == [{"code", "record", "fingerprint"}] * 2
    assert baseline.read(one).known == baseline.of(found).known


@pytest.mark.parametrize(
    ("content", "message"),
    [("", "is empty"), ("\xcf\x11", r"is not in UTF-8 .*Restore"),
     ('{"schema": "cleaner-baseline/0"}\n', "cleaner-baseline/1"),
     ('{"schema": "cleaner-baseline/1"}\nx\n', "line 2: no JSON"),
     ('{"schema": "cleaner-baseline/1"}\n{"code": "a"}\n', "line 2: no finding"),
     ('{"schema": "cleaner-baseline/1"}\n[]\n', "line 2: expected an object")],
)  # fmt: skip
def test_a_baseline_that_cannot_be_read_names_the_line_and_the_mend(tmp_path, content, message):
    (tmp_path / "b").write_bytes(content.encode("cp1252"))
    with pytest.raises(SchemaError, match=message):
        baseline.read(tmp_path / "b")


def test_a_baseline_that_is_not_there_says_how_to_make_one(tmp_path):
    with pytest.raises(UsageError, match="cleaner baseline OUT"):
        baseline.read(tmp_path / "nowhere")


# --- settings --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text"),
    [("cleaner.toml", 'profile = "text"\nfail-if = ["missing_date>2%"]\nbaseline = "b.jsonl"\n'),
     ("pyproject.toml", '[tool.cleaner]\nprofile = "text"\nfail-if = ["missing_date>2%"]\nbaseline = "b.jsonl"\n')],
)  # fmt: skip
def test_settings_stand_in_cleaner_toml_or_pyproject(tmp_path, name, text):
    (tmp_path / name).write_text(text)
    assert from_pyproject(tmp_path).profile == "text"
    judges = judging_of(tmp_path)
    assert judges.fail_if == ("missing_date>2%",) and judges.baseline == str(tmp_path / "b.jsonl")
    assert judging_of(tmp_path, fail_if=("error>0",)).fail_if == ("error>0",)


def test_settings_that_nobody_knows_are_named(tmp_path):
    (tmp_path / "cleaner.toml").write_text("fail_when = 3\n")
    with pytest.raises(UsageError, match=r"cleaner\.toml: unknown key 'fail_when'.*fail_if"):
        judging_of(tmp_path)


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Run where no other settings have a say."""
    (tmp_path / "pyproject.toml").write_text("")
    monkeypatch.chdir(tmp_path)

    def cleaner(*arguments, code=0):
        left = call([str(argument) for argument in arguments])
        told = capsys.readouterr()
        assert left == code, told
        return told

    return cleaner


def crawl(*records: tuple[str, str]) -> None:
    rows = [{"url": url, "text": text} for url, text in records]
    Path("crawl.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))


@pytest.mark.parametrize(
    ("options", "code"),
    [((), 0), (("--fail-if", "missing_date>1"), 1), (("--fail-if", "missing_date>2"), 0),
     (("--warn-if", "missing_date>1"), 0), (("--fail-if", "missing_date>50%@host:3"), 0),
     (("--fail-if", "missing_date>50%@host:2"), 1), (("--fail-if", "misssing_date>1"), 2),
     (("--fail-on", "error"), 1), (("--fail-if", "missing_date>5", "--fail-on", "error"), 1)],
)  # fmt: skip
def test_clean_and_check_end_as_the_thresholds_say(run, options, code):
    crawl(("https://a.org/1", PAGE), ("https://a.org/2", PAGE + " More."))
    run("clean", "crawl.jsonl", "-o", "out", "--no-report", *options, code=code)
    if "--fail-on" not in options and code != 2:
        stated = "--fail-if" in options
        told = run("check", "out", *options, code=code if stated else 1)  # without one no error may be there
        assert ("missing_date>" in told.err) == ((stated and code == 1) or "--warn-if" in options)


def test_a_threshold_of_the_settings_fails_a_run(run):
    crawl(("https://a.org/1", PAGE))
    Path("cleaner.toml").write_text('fail-if = ["missing_date>0"]\n')
    told = run("clean", "crawl.jsonl", "-o", "out", "--no-report", code=1)
    assert "fail: missing_date>0: 1 of 1 records (100.0%)" in told.err


def test_a_repository_fails_on_new_findings_only_heals_and_ratchets(run):
    clean = ("clean", "crawl.jsonl", "-o", "out", "--no-report")
    dated = ("https://a.org/1", f"A title\n\nPublished: May 3, 2021\n\n{PAGE}")
    undated = ("https://a.org/1", f"A title\n\n{PAGE}")
    other = ("https://a.org/2", f"Other title\n\n{PAGE} More.")
    crawl(undated)
    run(*clean)
    run("baseline", "out")
    assert "0 new" in run(*clean, "--baseline", "baseline.jsonl").err
    crawl(undated, other)
    told = run(*clean, "--baseline", "baseline.jsonl", code=1)
    assert "new: missing_date crawl.jsonl:2" in told.err and "crawl.jsonl:1" not in told.err
    crawl(dated)
    assert "1 healed" in run(*clean, "--baseline", "baseline.jsonl", "--ratchet").err
    crawl(undated)
    assert "new: missing_date" in run(*clean, "--baseline", "baseline.jsonl", code=1).err


def test_baseline_takes_out_what_is_healed_and_adds_what_is_new_only_when_asked(run):
    clean = ("clean", "crawl.jsonl", "-o", "out", "--no-report")
    crawl(("https://a.org/1", PAGE))
    run(*clean)
    run("baseline", "out")
    first = Path("baseline.jsonl").read_text()
    crawl(("https://a.org/1", PAGE), ("https://a.org/2", PAGE + " More."))
    run(*clean)
    assert "new: missing_date" in run("baseline", "out", code=1).out
    assert Path("baseline.jsonl").read_text() == first
    run("baseline", "out", "--accept-new")
    assert Path("baseline.jsonl").read_text().count("missing_date") == 2
    run(*clean, "--baseline", "baseline.jsonl")


def test_a_table_that_others_made_has_its_baseline_too(run):
    rows = [{"id": str(n), "body": f"Talks {n}.", "day": None if n == 2 else "2020"} for n in range(4)]
    mapping = ("--map", "text=body,published=day,article_id=id")

    def write() -> None:
        Path("t.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))

    write()
    run("check", "t.jsonl", *mapping, code=1)
    run("baseline", "t.jsonl", *mapping)
    run("check", "t.jsonl", *mapping, "--baseline", "baseline.jsonl")
    rows[3]["day"] = "yesterday"
    write()
    told = run("check", "t.jsonl", *mapping, "--baseline", "baseline.jsonl", code=1)
    assert "new: bad_date t.jsonl:4" in told.err and "missing_date t.jsonl:3" not in told.err


def test_what_only_a_check_of_whole_tables_sees_is_not_healed_by_a_run(run):
    crawl(*((f"https://a.org/{n}", f"{PAGE} {n}") for n in range(100)))
    clean = ("clean", "crawl.jsonl", "-o", "out", "--no-report")
    run(*clean)
    run("baseline", "out", "--least", "info")
    assert "source_dominates" in Path("baseline.jsonl").read_text()
    told = run(*clean, "--baseline", "baseline.jsonl", "--ratchet")
    assert "0 new, 0 healed" in told.err and "source_dominates" in Path("baseline.jsonl").read_text()
    run("check", "out", "--baseline", "baseline.jsonl")


def test_a_text_that_stands_twice_is_told_by_a_run_and_by_a_check_once(run):
    crawl(("https://a.org/1", PAGE), ("https://a.org/2", f" {PAGE}"), ("https://a.org/1", PAGE))
    run("clean", "crawl.jsonl", "-o", "out", "--no-report", "--format", "jsonl")
    rows = [json.loads(line) for line in Path("out/issues.jsonl").read_text().splitlines()]
    [row] = [row for row in rows if row["code"] == "duplicate_text"]
    first = json.loads(Path("out/articles.jsonl").read_text().splitlines()[0])["article_id"]
    assert row["severity"] == "warning" and row["message"].endswith(first)
    run("baseline", "out")
    assert Path("baseline.jsonl").read_text().count('"duplicate_text"') == 1
