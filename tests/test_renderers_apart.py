"""What each format of findings owes its own reader: SARIF, JUnit, GitHub, GitLab, Markdown, JSON, HTML."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from pathlib import Path
from urllib.parse import unquote

import pytest

from cleaner.errors import UsageError
from cleaner.renderers.about import Places
from tests.rendering import COMMAND, finding, hostile, many, rendered, results, valid

# --- SARIF -----------------------------------------------------------------------------------------------------------


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


# --- JUnit -----------------------------------------------------------------------------------------------------------


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


# --- GitHub ----------------------------------------------------------------------------------------------------------


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


# --- GitLab ----------------------------------------------------------------------------------------------------------


def test_gitlab_gives_every_entry_a_fingerprint_of_its_own() -> None:
    entries = valid("gitlab", rendered("gitlab", [*many(300), *many(300)]))
    assert len(entries) == len({entry["fingerprint"] for entry in entries}) == 600


def test_gitlab_ends_with_what_it_leaves_out() -> None:
    entries = valid("gitlab", rendered("gitlab", many(200_000)))
    assert len(entries) == 5_001 and "195,000 further findings" in entries[-1]["description"]


# --- Markdown and JSON -----------------------------------------------------------------------------------------------


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


# --- HTML, paths -----------------------------------------------------------------------------------------------------


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
