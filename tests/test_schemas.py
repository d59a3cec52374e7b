"""Schemas over tables: one finding a rule, with the right rows, whatever pandera does inside."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pandera.pandas as pa
import pytest

from cleaner import schemas
from cleaner.errors import CleanerError, SchemaError
from cleaner.schemas import otherwise
from cleaner.tables.columns import TABLES, columns
from cleaner.tables.rows import Evidence, LedgerRow, Statement
from cleaner.tables.typed import frame
from cleaner.validation import rules
from cleaner.validation.contract import Contract
from cleaner.validation.rules import Breach, validate_tables
from tests.test_validate import WHOLE

LEDGER = LedgerRow("a", 0, "remove", "label", "share", None, "en/share", "Not the reporter's.", 0, 3, "Xyz", "", 0.9)
EVIDENCE = Evidence("published", "2020-10-01", "published", 0, 4, "a stamp", 0.9, True, "a")


def said(text: str = "A text.", start: int = 0, **change) -> Statement:
    end = start + len(text)
    made = Statement(
        statement_id=f"a-{start}", article_id="a", speaker="B. Speaker", speaker_id=None, speaker_surface="B",
        speaker_start=start, speaker_end=start + 1, speaker_type="person", co_speakers=(), addressee=None,
        reported_via=(), cue=None, cue_start=None, cue_end=None, text=text, in_="text", text_start=start,
        text_end=end, source_start=0, source_end=9, content=((start, end),), quotes=(), mode="indirect",
        kind="statement", confidence=0.9, rule="en/said",
    )  # fmt: skip
    return replace(made, **change)


def found(profile="news", contract: Contract | None = None, **tables) -> list[Breach]:
    """Return what breaks the rules about rows; those about whole tables have tests of their own."""
    made = {name: frame(name, rows) for name, rows in tables.items()}
    return validate_tables(made, profile, contract, whole=False)


def told(findings: list[Breach]) -> set[tuple]:
    return {(f.code, f.column, f.rows) for f in findings}


def test_the_models_have_the_columns_of_the_tables_in_their_order():
    for table in TABLES:
        assert list(schemas.model(table).to_schema().columns) == [column.name for column in columns(table)]


def test_whole_tables_have_no_findings():
    assert found(articles=[WHOLE], statements=[said()], ledger=[LEDGER], evidence=[EVIDENCE]) == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"verdict": "maybe"}, ("unknown_value", "verdict")),
        ({"published_status": "hoped"}, ("unknown_value", "published_status")),
        ({"published_precision": "hour"}, ("unknown_value", "published_precision")),
        ({"published": "October 1, 2020", "published_date": None}, ("bad_date", "published")),
        ({"published": "2020-02-30", "published_date": "2020-02-30"}, ("bad_date", "published")),
        ({"published": "2020-10-01\n"}, ("bad_date", "published")),
        ({"published": "2020-10-01T25:00", "published_at": "x"}, ("bad_date", "published")),
        ({"published_date": "2020-10-02"}, ("dates_disagree", "published_date")),
        ({"modified": "2020-09-30"}, ("modified_before_published", "modified")),
        ({"language": "english language"}, ("bad_language", "language")),
        ({"url": "www.example.org/a"}, ("bad_url", "url")),
        ({"chars_text": -1}, ("bad_number", "chars_source")),
        ({"article_id": ""}, ("missing_value", "article_id")),
    ],
)
def test_an_article_that_breaks_a_rule_is_named_with_its_row(change, expected):
    other = replace(WHOLE, article_id="b")
    assert (*expected, (1,)) in told(found(articles=[other, replace(WHOLE, **change)]))


@pytest.mark.parametrize("change", [{"modified": "2020-10-01"}, {"modified": "2021"}, {"modified": "2020"},
                                    {"published": "2020", "published_date": None, "published_precision": "year"},
                                    {"published": "2020-10-01T09:28:00+02:00", "published_at": "2020-10-01T07:28:00Z"},
                                    {"language": "pt-BR"}, {"language": "zh-Hant-TW"},
                                    {"url": "HTTPS://example.org"}])  # fmt: skip
def test_what_is_right_is_left_alone(change):
    assert not [
        f for f in found(articles=[replace(WHOLE, **change)]) if f.severity == "error" or f.code.startswith("mod")
    ]


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (said("Other!!"), ("span_mismatch", "text")),
        (said(text_start=1), ("span_mismatch", "text")),
        (said(text_end=400), ("bad_span", "text_end")),
        (said(quotes=((2, 400),)), ("bad_span", "text_end")),
        (said(speaker_start=3, speaker_end=1), ("bad_span", "text_end")),
        (said(content=((5, 2),)), ("bad_span", "content")),
        (said(article_id="nobody"), ("unknown_article", "article_id")),
        (said(mode="shouted"), ("unknown_value", "mode")),
        (said(in_="footnote"), ("unknown_value", "in")),
        (said(confidence=1.2), ("bad_number", "confidence")),
    ],
)
def test_a_statement_that_does_not_stand_where_it_says_is_found(statement, expected):
    assert (*expected, (1,)) in told(found(articles=[WHOLE], statements=[said("text.", 2), statement]))


def test_a_statement_of_the_title_is_compared_with_the_title():
    title = said("A title", in_="title", speaker_start=None, speaker_end=None)
    assert found(articles=[WHOLE], statements=[title]) == []
    assert ("span_mismatch", "text", (0,)) in told(found(articles=[replace(WHOLE, title="Other")], statements=[title]))


def test_half_characters_shift_no_span():
    article = replace(WHOLE, text="A \ud83d text.")
    assert found(articles=[article], statements=[said("\ud83d text.", 2)]) == []


def test_rows_of_the_ledger_without_reason_or_label_are_found():
    rows = [
        LEDGER,
        replace(LEDGER, seq=1, why=""),
        replace(LEDGER, seq=2, label="banner"),
        replace(LEDGER, seq=2, label=None),
    ]
    assert told(found(articles=[WHOLE], ledger=rows)) == {
        ("missing_value", "why", (1,)), ("unknown_value", "label", (2,)), ("missing_value", "label", (3,)),
        ("duplicate_id", "article_id", (3,)),
    }  # fmt: skip


# --- the traps of pandera --------------------------------------------------------------------------------------------


def test_a_rule_broken_by_many_rows_is_one_finding_that_holds_each_row_once():
    several = [replace(WHOLE, article_id=str(n), title=None if n % 2 else "T") for n in range(1000)]
    [finding] = found(articles=several)
    assert (finding.code, finding.rows) == ("missing_title", tuple(range(1, 1000, 2)))


def test_rows_are_numbered_by_place_whatever_the_index_says():
    rows = frame("articles", [replace(WHOLE, article_id=str(n), title=None if n == 2 else "T") for n in range(4)])
    for index in ([7, 7, 7, 7], list("abcd"), [3, 2, 1, 0], pd.MultiIndex.from_product([[1, 2], [1, 2]])):
        rows.index = index
        assert [f.rows for f in validate_tables({"articles": rows}, "news", whole=False)] == [(2,)]


def test_a_table_is_not_changed_by_being_checked():
    rows = frame("articles", [WHOLE, replace(WHOLE, title=None)])
    before = rows.copy(deep=True)
    validate_tables({"articles": rows}, "news")
    pd.testing.assert_frame_equal(rows, before)


def test_a_row_whose_every_value_is_null_still_breaks_the_rules():
    rows = pd.DataFrame({"text": pd.Series([None, "A text."], dtype=object)})
    assert ("no_main_content", "text", (0,)) in told(validate_tables({"articles": rows}, "text"))


def test_an_empty_table_breaks_no_rule():
    assert found(articles=[], statements=[]) == []


def test_a_missing_column_is_told_once_and_as_gravely_as_the_profile_says():
    rows = pd.DataFrame({"text": pd.Series(["A text."] * 50, dtype=object)})
    for profile, severity in (("news", "error"), ("text", None)):
        severities = {f.column: f.severity for f in validate_tables({"articles": rows}, profile) if f.rows is None}
        assert severities.get("published") == severity


def test_no_switch_of_pandera_turns_the_rules_off():
    from pandera.config import config_context

    with config_context(validation_enabled=False, validation_depth="SCHEMA_ONLY"):
        assert told(found(articles=[replace(WHOLE, title=None)])) == {("missing_title", "title", (0,))}


def test_checks_do_not_depend_on_the_order_of_rows():
    rng = random.Random(1)
    several = [replace(WHOLE, article_id=str(n), title=rng.choice(["T", None]),
                       published=rng.choice([None, "x", "2020"]), published_date=None) for n in range(60)]  # fmt: skip
    shuffled = rng.sample(several, len(several))

    def by_id(articles):
        return {(f.code, articles[row].article_id) for f in found(articles=articles) for row in f.rows}

    assert by_id(several) == by_id(shuffled)


def test_a_check_of_ours_that_raises_is_a_fault_of_ours(monkeypatch):
    class Broken(pa.DataFrameModel):
        @otherwise("missing_title", "title")
        def fails(cls, rows):
            return rows["nowhere"] > 1

    monkeypatch.setattr(schemas, "model", lambda table: Broken)
    with pytest.raises(CleanerError, match="nowhere") as raised:
        found(articles=[WHOLE])
    assert not isinstance(raised.value, SchemaError)


def test_findings_of_a_run_become_one_issue_a_record_and_code():
    from cleaner.running.work import Result

    result = Result(replace(WHOLE, title=None), statements=[said("Other!!"), said("ther", 1)])
    issues = rules.check_results([result], "news")["a"]
    assert sorted((i.code, i.field, i.severity) for i in issues) == [
        ("missing_title", "title", "warning"),
        ("span_mismatch", "statements", "error"),
    ]


# --- the wording of a language ---------------------------------------------------------------------------------------


def pieces_of(language: str) -> list[str]:
    """Return texts of 420 characters out of the clean lines of a language."""
    data = Path(__file__).parent / "data"
    path = next(path for path in (data / f"clean_{language}.txt", data / "clean" / f"{language}.txt") if path.exists())
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    text = " ".join(lines)
    return [text[at : at + 420] for at in range(0, len(text) - 420, 420)]


@pytest.mark.parametrize("language", ["de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru", "uk"])
def test_a_text_is_never_told_to_be_of_another_language_than_its_own(language):
    from cleaner.schemas.wording import language_agrees

    texts = pieces_of(language)
    for tag in (language, f"{language}-XX"):
        rows = pd.DataFrame({"text": texts, "language": [tag] * len(texts)})
        assert language_agrees(rows, 400).all()
    for other in {"en", "pl", "ru"} - {language}:
        rows = pd.DataFrame({"text": texts, "language": [other] * len(texts)})
        assert language_agrees(rows, 400).mean() < 0.4
