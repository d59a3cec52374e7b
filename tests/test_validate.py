"""Issues and verdict of one document: what is raised, how grave, in which order, and that tables say the same."""

from __future__ import annotations

import ast
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner import validate
from cleaner.codes import CODES
from cleaner.config import PROFILES
from cleaner.document import Document
from cleaner.tables.rows import Article, Note
from cleaner.tables.typed import frame
from cleaner.validation.rules import validate_tables

ROOT = Path(__file__).parent.parent
WHOLE = Article(
    article_id="a", text="A text.", title="A title", url="https://example.org/a", language="en", published="2020-10-01",
    published_date="2020-10-01", published_precision="day", publisher="A paper", authors=("A. Writer",),
    speakers=("B. Speaker",), published_status="found", publisher_status="found", speakers_status="found",
    title_status="found", url_status="found", authors_status="found",
)  # fmt: skip


def codes(article: Article, *notes: Note, profile="news", source="") -> dict[str, str]:
    return {i.code: i.severity for i in validate.issues(Document(source, ()), article, notes, profile)}


def test_a_whole_record_has_no_issue():
    for profile in PROFILES:
        assert codes(WHOLE, profile=profile) == {}


@pytest.mark.parametrize(
    ("change", "code", "text", "news", "statements"),
    [
        ({"published": None}, "missing_date", "info", "error", "error"),
        ({"publisher": None}, "missing_publisher", "info", "warning", "error"),
        ({"publisher": None, "url": None}, "missing_source", "info", "warning", "error"),
        ({"publisher": None, "agencies": ("AFP",)}, "source_is_agency_only", "warning", "warning", "warning"),
        ({"title": None}, "missing_title", "warning", "warning", "warning"),
        ({"url": None}, "missing_url", "warning", "warning", "warning"),
        ({"authors": ()}, "missing_author", "info", "info", "info"),
        ({"speakers": ()}, "missing_speakers", "info", "info", "error"),
        ({"speakers": (), "speakers_status": "not_assessed"}, "speakers_not_assessed", "info", "info", "info"),
        ({"published": None, "published_status": "not_assessed"}, "date_not_assessed", "info", "info", "info"),
        ({"publisher": None, "publisher_status": "not_assessed"}, "publisher_not_assessed", "info", "info", "info"),
        ({"published": "2020-10", "published_precision": "month"}, "date_partial", "warning", "warning", "warning"),
        ({"published": "2020-10-01T09:28"}, "timezone_missing", "info", "info", "info"),
        ({"truncated": True}, "text_truncated", "warning", "warning", "warning"),
        ({"text": " \n"}, "no_main_content", "error", "error", "error"),
    ],
)
def test_what_is_missing_is_as_grave_as_the_profile_says(change, code, text, news, statements):
    article = replace(WHOLE, **change)
    for profile, severity in (("text", text), ("news", news), ("statements", statements)):
        assert codes(article, profile=profile)[code] == severity


def test_what_is_not_assessed_is_never_called_missing():
    article = replace(WHOLE, published=None, publisher=None, speakers=(), published_status="not_assessed",
                      publisher_status="not_assessed", speakers_status="not_assessed", title=None, authors=(),
                      title_status="not_assessed", authors_status="not_assessed")  # fmt: skip
    for profile in PROFILES:
        assert not any(code.startswith("missing") for code in codes(article, profile=profile))
        assert set(codes(article, profile=profile).values()) == {"info"}


def test_no_publisher_and_no_other_trace_is_one_finding_not_two():
    found = codes(replace(WHOLE, publisher=None, url=None))
    assert "missing_source" in found and "missing_publisher" not in found


def test_a_note_lends_its_words_and_place_to_what_is_missing_and_cannot_raise_what_is_there():
    note = Note("missing_date", "only the picture is dated", (4, 7), 0.9)
    [issue] = validate.issues(Document("abc\ndef", ()), replace(WHOLE, published=None), [note], "news")
    assert (issue.message, issue.source_start, issue.source_end, issue.line) == ("only the picture is dated", 4, 7, 2)
    assert codes(WHOLE, note) == {}


def test_errors_come_first_then_codes_then_places():
    notes = [Note("hearsay_chain", "b", (5, 6)), Note("hearsay_chain", "a", (1, 2)), Note("date_conflict", "c")]
    found = validate.issues(Document("x" * 9, ()), replace(WHOLE, published=None), notes, "news")
    assert [(i.severity, i.code, i.source_start) for i in found] == [
        ("error", "missing_date", None),
        ("warning", "date_conflict", None),
        ("info", "hearsay_chain", 1),
        ("info", "hearsay_chain", 5),
    ]


def test_the_same_finding_at_the_same_place_is_told_once():
    notes = [Note("hearsay_chain", "a", (1, 2))] * 3 + [Note("hearsay_chain", "without a place")]
    assert len(validate.issues(Document("abc", ()), WHOLE, notes, "news")) == 1


def test_a_page_of_ten_thousand_quotations_gives_a_list_a_person_can_read():
    notes = [Note("unattributed_quote", "q", (n, n + 1)) for n in range(10_000)]
    found = validate.issues(Document("\n" * 10_000, ()), WHOLE, notes, "news")
    assert len(found) == validate.SPANS_PER_CODE
    assert found[-1].message == f"q (and {10_000 - validate.SPANS_PER_CODE} more)"


@pytest.mark.parametrize("code", [code for code, known in CODES.items() if known.rejects])
def test_of_a_rejected_record_only_the_reason_is_told(code):
    article = Article(text="") if code == "no_main_content" else Article(text="half")
    notes = [] if code == "no_main_content" else [Note(code, "why")]
    found = validate.issues(Document("", ()), article, notes, "statements")
    assert [issue.code for issue in found] == [code]
    assert validate.verdict(found) == "rejected"


@pytest.mark.parametrize(
    ("change", "verdict"), [({}, "accepted"), ({"title": None}, "accepted"), ({"published": None}, "review")]
)
def test_an_error_sends_a_record_to_review_and_a_warning_does_not(change, verdict):
    assert validate.verdict(validate.issues(Document("", ()), replace(WHOLE, **change), [], "news")) == verdict


def test_every_code_that_is_raised_anywhere_is_declared():
    """A code nobody declared has no severity, no reason and no advice."""
    raised: dict[str, str] = {}
    for path in sorted((ROOT / "cleaner").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Note":
                first = node.args[0] if node.args else None
                if isinstance(first, ast.Constant):
                    raised[first.value] = path.name
    assert raised, "no Note found: has it been renamed?"
    assert {code: place for code, place in raised.items() if code not in CODES} == {}


def test_every_code_says_why_it_matters_and_what_to_do():
    for code in CODES.values():
        assert code.what and code.why.endswith(".") and code.mend, code.code
        assert code.rejects <= (code.severity == "error"), code.code
        for profile in PROFILES:
            assert code.grave(profile) in ("error", "warning", "info", None)


# --- one rule, both ways ---------------------------------------------------------------------------------------------

_statuses = st.sampled_from(["given", "found", "inferred", "ambiguous", "absent", "not_assessed"])
_texts = st.sampled_from(["", " \n", "A text."])
articles = st.builds(
    Article,
    article_id=st.just("a"), text=_texts, duplicate_of=st.sampled_from([None, "b"]),
    title=st.sampled_from([None, "", "T"]),
    url=st.sampled_from([None, "https://example.org"]), language=st.sampled_from(["und", "en"]),
    published=st.sampled_from([None, "2020", "2020-10-01", "2020-10-01T09:28", "2020-10-01T09:28Z"]),
    published_at=st.sampled_from([None, "2020-10-01T09:28:00Z"]),
    published_precision=st.sampled_from([None, "day", "year"]),
    publisher=st.sampled_from([None, "P"]), agencies=st.sampled_from([(), ("AFP",)]),
    authors=st.sampled_from([(), ("W",)]),
    speakers=st.sampled_from([(), ("S",)]), published_status=_statuses,
    publisher_status=_statuses, speakers_status=_statuses, title_status=_statuses, authors_status=_statuses,
    truncated=st.booleans(),
)  # fmt: skip


@given(st.lists(articles, min_size=1, max_size=8), st.sampled_from(PROFILES))
def test_documents_and_tables_raise_the_same_codes_with_the_same_severity(several, profile):
    several = [replace(article, article_id=str(number)) for number, article in enumerate(several)]
    by_table: dict[int, dict[str, str]] = {number: {} for number in range(len(several))}
    for finding in validate_tables({"articles": frame("articles", several)}, profile):
        if CODES[finding.code].when:
            for row in finding.rows or ():
                by_table[row][finding.code] = finding.severity
    assert by_table == {number: validate.derived(article, profile) for number, article in enumerate(several)}


@pytest.mark.parametrize(
    "seed", json.loads((ROOT / "tests/data/seed_issues.json").read_text()).items(), ids=lambda s: s[0]
)
def test_the_seeds_have_the_issues_that_a_person_found(seed):
    from cleaner import clean
    from cleaner.config import Config

    name, expected = seed
    document = clean((ROOT / "seeds" / name).read_bytes(), name=name, config=Config(profile="statements"))
    told = {issue.code: issue.severity for issue in document.issues if issue.severity != "info"}
    assert told == expected["issues"]
    assert document.verdict == expected["verdict"]
