"""Findings in every format of CI: their schemas, baselines and thresholds, and that nothing of a scrape gets out."""

from __future__ import annotations

import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cleaner.renderers.about import Alarm
from cleaner.validation.findings import Finding
from tests.rendering import CODES, COMMAND, HOSTILE, SECRET, TEXT, finding, hostile, many, rendered, results, valid


@pytest.mark.parametrize("name", TEXT)
@pytest.mark.parametrize(
    "findings", [list, lambda: [finding()], lambda: many(300), hostile], ids=["none", "one", "many", "hostile"]
)
def test_a_report_holds_to_the_schema_of_its_format(name: str, findings: Callable[[], Iterable[Finding]]) -> None:
    text = rendered(name, findings(), records=300, inputs=("scrapes",))
    valid(name, text)
    text.encode("utf-8")


@pytest.mark.parametrize("name", TEXT)
def test_a_report_is_the_same_every_time(name: str) -> None:
    assert rendered(name, many(3_000), records=7) == rendered(name, many(3_000), records=7)


@pytest.mark.parametrize("name", TEXT)
def test_no_text_of_an_article_stands_in_a_report_unasked(name: str) -> None:
    assert SECRET not in rendered(name, many(50))


@pytest.mark.parametrize("name", TEXT)
def test_text_of_an_article_is_quoted_as_far_as_was_asked(name: str) -> None:
    text = rendered(name, [finding()], snippets=20)
    assert SECRET[:8] in text and SECRET not in text


@pytest.mark.parametrize("name", TEXT)
def test_nothing_in_a_report_moves_a_cursor_or_turns_the_writing(name: str) -> None:
    text = rendered(name, hostile(), snippets=500)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text)


@pytest.mark.parametrize(
    ("name", "most_bytes", "seconds"),
    [("sarif", 10_000_000, 8), ("junit", 30_000_000, 12), ("github", 65_536, 8), ("gitlab", 10_000_000, 8),
     ("markdown", 65_536, 8), ("json", 5_100_000, 8), ("text", 100_000, 8)],
)  # fmt: skip
def test_two_hundred_thousand_findings_make_a_valid_bounded_report_soon(
    name: str, most_bytes: int, seconds: float
) -> None:
    started = time.process_time()
    text = rendered(name, many(200_000), records=50_000)
    assert time.process_time() - started < seconds
    assert len(text.encode()) < most_bytes
    valid(name, text)
    assert re.search(r"not listed here|not annotated|left_out|more findings", text)


@pytest.mark.parametrize("name", TEXT)
def test_every_rule_and_every_host_has_its_place_beside_one_that_is_everywhere(name: str) -> None:
    crowd = [finding(n, "missing_date", host="big.example") for n in range(20_000)]
    alone = [finding(7, "missing_speakers", host="small.example"), finding(8, "lossy_text", host="small.example")]
    text = rendered(name, [*crowd, *alone]).replace("\\", "")
    assert "missing_speakers" in text and "lossy_text" in text


@pytest.mark.parametrize("name", TEXT)
def test_a_path_is_told_from_where_the_command_was_run(name: str, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.chdir(tmp_path)
    Path("scrapes/daily").mkdir(parents=True)
    Path("scrapes/daily/0.html").touch()
    assert "scrapes/daily/0.html" in rendered(name, [finding()], inputs=("other", str(tmp_path / "scrapes")))


def test_a_table_as_a_whole_is_told_with_its_columns() -> None:
    whole = Finding("missing_column", "missing_column", "error", "no column 'published'; the table has 'text'",
                    field="published", path="my.csv", line=1, fingerprint="x")  # fmt: skip
    for name in TEXT:
        assert "no column 'published'" in rendered(name, [whole]).replace("&apos;", "'").replace("\\'", "'"), name


def test_known_findings_stand_behind_new_ones_and_do_not_alarm() -> None:
    old, new = finding(1), finding(2, host="new.example")
    known = {"known": {old.fingerprint}}
    assert "new.example" not in rendered("github", [old], **known) and not rendered("github", [old], **known)
    assert rendered("github", [old, new], **known).count("\n") == 1
    states = {r["partialFingerprints"]["cleaner/v1"]: (r["baselineState"], "suppressions" in r)
              for r in results(rendered("sarif", [old, new], **known))}  # fmt: skip
    assert states == {old.fingerprint: ("unchanged", True), new.fingerprint: ("new", False)}
    tree = valid("junit", rendered("junit", [old, new], **known))
    outcome = {case.get("name"): case[0].tag for case in tree.iter("testcase") if len(case)}
    assert outcome == {"daily.example": "skipped", "new.example": "failure"}
    assert json.loads(rendered("json", [old, new], **known))["totals"] == {
        "error": 1, "warning": 0, "info": 0, "known": 1}  # fmt: skip
    assert "1 known in the baseline" in rendered("markdown", [old, new], **known)


@pytest.mark.parametrize("name", TEXT)
@pytest.mark.parametrize("count", [0, 3, 200])
def test_a_crossed_threshold_is_told_whatever_else_there_is(name: str, count: int) -> None:
    alarms = [Alarm("error", "missing_date>2% at a.example", "missing_date>2%: 9 of 10 records (90.0%) at a.example"),
              Alarm("warning", "missing_title>5%", "missing_title>5%: 8 of 10 records\n::error::x")]  # fmt: skip
    text = rendered(name, many(count), alarms=alarms)
    valid(name, text)
    plain = text.replace("\\", "").replace("&gt;", ">").replace("%25", "%")
    assert "missing_date>2%: 9 of 10 records" in plain and "missing_title>5%: 8 of 10 records" in plain
    assert not re.search("^::error::x", text, re.MULTILINE)
    if name == "github":
        assert max(Counter(line.split(" ")[0] for line in text.splitlines()).values()) <= 10
    if name == "junit":
        tree = valid(name, text)
        assert int(tree.get("failures")) == len(list(tree.iter("failure")))
        assert int(tree.get("tests")) == len(list(tree.iter("testcase")))


ANY = st.text(st.characters(), max_size=40) | st.sampled_from(HOSTILE)
FINDINGS = st.lists(
    st.builds(
        Finding, rule=ANY, code=ANY | st.sampled_from(CODES), severity=st.sampled_from(["error", "warning", "info"]),
        message=ANY, table=st.sampled_from(["articles", "statements"]), record=ANY, field=ANY, path=st.none() | ANY,
        line=st.none() | st.integers(1, 10**9), host=st.none() | ANY, fingerprint=st.uuids().map(str),
        count=st.integers(1, 10**6),
    ),
    max_size=12,
)  # fmt: skip
MOVES = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


@pytest.mark.parametrize("name", TEXT)
@given(findings=FINDINGS, snippets=st.sampled_from([0, 30]))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_stands_in_a_finding_its_report_is_valid_and_moves_nothing(
    name: str, findings: list[Finding], snippets: int
) -> None:
    known = {findings[0].fingerprint} if findings else set()
    text = rendered(name, findings, snippets=snippets, known=known, inputs=("raw",))
    valid(name, text)
    assert not MOVES.search(text)
    if name == "github":
        assert all(COMMAND.fullmatch(line) for line in text.splitlines())
