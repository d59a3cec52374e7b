"""Findings in the formats of CI: their schemas, their readers' limits, and that nothing of a scrape gets out."""

from __future__ import annotations

import gzip
import io
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from cleaner import renderers
from cleaner.errors import UsageError
from cleaner.renderers import FORMATS
from cleaner.renderers.about import About, Alarm, Places
from cleaner.validation.findings import Finding, fingerprint

SCHEMAS = Path(__file__).parent / "data" / "schemas"
TEXT = [name for name in FORMATS if name != "html"]
SECRET = "Macron told reporters in Geneva"
HOSTILE = (
    "::error file=x::owned",
    "a\n::set-output name=x::y",
    "%0A::error::x",
    "\x1b[31mred\x1b[0m \x9b2J",
    "<script>alert(1)</script>",
    "]]></failure><x>",
    "&amp;\x00\x0b\ufffe\uffff",
    "[click](javascript:alert(1))",
    "| a | b |\n|---|---|",
    "{0} {{1}}",
    "\u202egnp.exe\u2066",
    "\ud800 half \udfff",
    "a,b:c%d",
    "```\n# heading",
    "@everyone #1 http://evil.example",
    "C:\\raw\\a.html",
    "x" * 5_000,
)
SEVERE = {"missing_date": "error", "missing_speakers": "error", "missing_author": "info", "hearsay_chain": "info"}
CODES = (*SEVERE, "lossy_text", "date_conflict", "text_truncated", "missing_title", "missing_url", "bad_url")


def finding(number: int = 0, code: str = "missing_date", **more: Any) -> Finding:
    values: dict[str, Any] = {
        "severity": SEVERE.get(code, "warning"), "message": f"found: '{SECRET}'", "record": f"{number:016x}",
        "field": "published", "path": f"daily/{number}.html", "line": number % 300 + 1, "host": "daily.example",
        "fingerprint": fingerprint("articles", code, str(number)), **more,
    }  # fmt: skip
    return Finding(code, code, **values)


def many(count: int) -> Iterator[Finding]:
    """Yield findings of ten codes at some hundreds of hosts, one of them far more often than the others."""
    for n in range(count):
        host = "big.example" if n % 3 else f"h{n * 7 % 431}.example"
        yield finding(n, CODES[n % len(CODES)], host=host, path=f"{host}/{n:06d}.html")


def hostile() -> list[Finding]:
    """Return findings in which every text is an attack."""
    return [
        Finding(
            text, code, "error", text, record=text, field=text, path=text, line=line, host=text, fingerprint=f"{n:024x}"
        )
        for n, text in enumerate(HOSTILE)
        for code, line in ((text, None), ("missing_date", 3), ("own_rule", 1))
    ]


def rendered(name: str, findings: Iterable[Finding], **about: Any) -> str:
    out = io.StringIO()
    renderers.write(name, findings, About(**{"profile": "statements", **about}), out)
    return out.getvalue()


def valid(name: str, text: str) -> Any:
    """Return the parsed report, held against the schema of its format."""
    if name == "junit":
        tree = etree.fromstring(text.encode())
        holder(name).assertValid(tree)
        return tree
    if name not in ("sarif", "gitlab", "json"):
        return text
    report = json.loads(text)
    holder(name).validate(report)
    return report


@cache
def holder(name: str) -> Any:
    """Return what holds a report against the schema of its format."""
    from jsonschema import Draft4Validator, Draft202012Validator

    if name == "junit":
        return etree.XMLSchema(etree.parse(SCHEMAS / "junit.xsd"))
    if name == "sarif":
        return Draft4Validator(json.loads((SCHEMAS / "sarif-2.1.0.json").read_text()))
    own = files("cleaner.renderers").joinpath("findings.schema.json")
    schema = SCHEMAS / "gitlab-code-quality.json" if name == "gitlab" else own
    return Draft202012Validator(json.loads(schema.read_text()))


def results(text: str) -> list[dict[str, Any]]:
    (run,) = json.loads(text)["runs"]
    found: list[dict[str, Any]] = run["results"]
    return found


# --- every format -----------------------------------------------------------------------------------------------------


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


# --- the baseline -----------------------------------------------------------------------------------------------------


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


# --- thresholds -------------------------------------------------------------------------------------------------------


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


# --- SARIF ------------------------------------------------------------------------------------------------------------


def test_sarif_points_at_file_and_line_and_says_what_to_do() -> None:
    text = rendered("sarif", [finding(4, path="a b/ü#.html", line=12)])
    (result,) = results(text)
    place = result["locations"][0]["physicalLocation"]
    assert unquote(place["artifactLocation"]["uri"]) == "a b/ü#.html" and "#" not in place["artifactLocation"]["uri"]
    assert place["region"] == {"startLine": 12} and result["level"] == "error"
    (rule,) = json.loads(text)["runs"][0]["tool"]["driver"]["rules"]
    assert rule["id"] == result["ruleId"] == "missing_date" and "--meta" in rule["help"]["text"]


def test_sarif_keeps_errors_first_within_githubs_limits() -> None:
    text = rendered("sarif", many(200_000))
    found = results(text)
    levels = Counter(result["level"] for result in found)
    assert len(found) == 5_000 and levels["error"] > 3_000 and levels["warning"] > 500
    assert len(gzip.compress(text.encode())) < 10_000_000
    (invocation,) = json.loads(text)["runs"][0]["invocations"]
    assert "195,000 further findings" in invocation["toolExecutionNotifications"][0]["message"]["text"]


def test_sarif_of_endless_messages_stays_below_its_bytes() -> None:
    long = [finding(n, message="é" * 3_000, host=f"{n}.example") for n in range(6_000)]
    text = rendered("sarif", long, snippets=2_000)
    assert len(text.encode()) < 10_000_000 and 1_000 < len(results(text)) < 5_000


def test_sarif_lists_no_rule_without_a_result() -> None:
    text = rendered("sarif", (finding(n, f"own/rule-{n}") for n in range(30_000)))
    rules = [rule["id"] for rule in json.loads(text)["runs"][0]["tool"]["driver"]["rules"]]
    found = results(text)
    assert len(rules) <= 5_000 and {result["ruleId"] for result in found} <= set(rules)
    assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in found)


def test_sarif_has_no_link_and_no_placeholder_of_a_scrape() -> None:
    for result in results(rendered("sarif", hostile())):
        text = result["message"]["text"]
        assert "](" not in text and not re.search(r"(?<!\{)(\{\{)*\{(?!\{)", text)


# --- JUnit ------------------------------------------------------------------------------------------------------------


def test_junit_has_one_case_a_rule_and_host_and_counts_them_right() -> None:
    tree = valid("junit", rendered("junit", many(5_000), hosts={"big.example": 10}))
    cases = [(case.get("classname"), case.get("name")) for case in tree.iter("testcase")]
    assert len(cases) == len(set(cases)) == int(tree.get("tests"))
    assert int(tree.get("failures")) == len(list(tree.iter("failure"))) > 0
    for suite in tree:
        assert int(suite.get("tests")) == len(suite) and int(suite.get("skipped")) == len(list(suite.iter("skipped")))
    (failure,) = (case[0] for case in tree.iter("testcase")
                  if case.get("classname") == "cleaner.missing_date" and case.get("name") == "big.example")  # fmt: skip
    assert "in 10 records of this host" in failure.get("message") and "big.example/000010.html:11" in failure.text


def test_junit_says_that_a_rule_without_findings_passed() -> None:
    tree = valid("junit", rendered("junit", []))
    assert {"cleaner.missing_date", "cleaner.missing_speakers"} <= {c.get("classname") for c in tree.iter("testcase")}
    assert not any(len(case) for case in tree.iter("testcase"))


def test_junit_warnings_are_skipped_and_infos_left_out() -> None:
    tree = valid("junit", rendered("junit", [finding(1, "lossy_text"), finding(2, "missing_author")]))
    assert [(c.get("classname"), c[0].tag) for c in tree.iter("testcase") if len(c)] == [
        ("cleaner.lossy_text", "skipped")
    ]


def test_junit_of_more_hosts_than_cases_says_what_is_missing() -> None:
    tree = valid("junit", rendered("junit", (finding(n, host=f"h{n}.example") for n in range(12_000))))
    assert len(list(tree.iter("testcase"))) < 11_000
    assert "2,000 findings not listed" in tree.xpath("//testsuite[@name='cleaner.left-out']/testcase/skipped")[0].get(
        "message"
    )


# --- GitHub -----------------------------------------------------------------------------------------------------------

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::[^\r\n]+")


def test_github_annotates_each_finding_where_there_are_few() -> None:
    lines = rendered("github", [finding(n) for n in range(10)]).splitlines()
    assert len(lines) == 10 and lines[3].startswith("::error file=daily/3.html,line=4,title=missing_date::")


@pytest.mark.parametrize("count", [11, 500, 100_000])
def test_github_gets_no_more_than_it_shows_and_is_told_the_rest(count: int) -> None:
    told = [COMMAND.fullmatch(line) for line in rendered("github", many(count)).splitlines()]
    assert all(told) and max(Counter(match[1] for match in told if match).values()) <= 10
    if count == 100_000:
        assert told[9] and "more findings of" in told[9][0]


def test_github_runs_no_command_of_a_scrape() -> None:
    for text in (rendered("github", [one], snippets=2_000) for one in hostile()):
        (line,) = text.splitlines()
        assert COMMAND.fullmatch(line) and "\x1b" not in line


# --- GitLab -----------------------------------------------------------------------------------------------------------


def test_gitlab_gives_every_entry_a_fingerprint_of_its_own() -> None:
    entries = valid("gitlab", rendered("gitlab", [*many(300), *many(300)]))
    assert len(entries) == len({entry["fingerprint"] for entry in entries}) == 600


def test_gitlab_ends_with_what_it_leaves_out() -> None:
    entries = valid("gitlab", rendered("gitlab", many(200_000)))
    assert len(entries) == 5_001 and "195,000 further findings" in entries[-1]["description"]


# --- Markdown and JSON ------------------------------------------------------------------------------------------------


def test_markdown_shows_hostile_text_as_text() -> None:
    text = rendered("markdown", hostile(), snippets=500)
    assert not re.search(r"(?<!\\)<|(?<!\\)\]\(|^#+ heading|@everyone", text, re.M)
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} <= {7, 4}


def test_markdown_counts_everything_and_says_what_to_do() -> None:
    text = rendered("markdown", many(200_000), records=50_000)
    assert text.startswith("## cleaner: 40,000 errors, 120,000 warnings, 40,000 info\n")
    assert "### To mend them" in text and "50,000 records" in text


def test_json_counts_what_it_leaves_out() -> None:
    report = valid("json", rendered("json", many(200_000)))
    listed = len(report["findings"])
    assert 0 < listed <= 10_000 and report["left_out"]["findings"] == 200_000 - listed
    assert sum(group["count"] for group in report["groups"]) == 200_000


# --- HTML, paths ------------------------------------------------------------------------------------------------------


def test_html_of_a_table_alone_says_what_to_give_instead() -> None:
    with pytest.raises(UsageError, match=r"cleaner clean -o.*markdown"):
        rendered("html", [])


@pytest.mark.parametrize(
    ("inputs", "path", "place"),
    [
        ((), "a/b.html", "a/b.html"),
        (("scrapes",), "b.html", "scrapes/b.html"),
        (("./scrapes/",), "b.html", "scrapes/b.html"),
        (("crawl.jsonl",), "crawl.jsonl", "crawl.jsonl"),
        (("data/crawl.jsonl",), "crawl.jsonl", "data/crawl.jsonl"),
        (("one", "two"), "b.html", "two/b.html"),
        (("one", "two"), "c.html", "c.html"),
        (("-",), "-", "-"),
        (("scrapes",), "out/articles.csv", "out/articles.csv"),
    ],
)
def test_a_place_is_found_below_the_inputs(tmp_path: Path, inputs: tuple[str, ...], path: str, place: str) -> None:
    for name in ("two/b.html", "data/crawl.jsonl", "crawl.jsonl", "out/articles.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert Places(inputs, tmp_path).of(path) == place
    assert Places([str(tmp_path / name) for name in inputs if name != "-"], tmp_path).of(path) == place


# --- any text ---------------------------------------------------------------------------------------------------------

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
