"""What the report counts, and where it shows things: the plain model, without any renderer."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from cleaner import reading, report
from cleaner.errors import SchemaError
from cleaner.running.hiding import hashed
from cleaner.tables import stored
from tests import fake_run
from tests.fake_run import Scrape


@pytest.fixture
def story() -> Scrape:
    """A record with one of everything: a repair, a removal, a statement, evidence with and without a place."""
    s = Scrape(
        "a1",
        title="Talks in Vilnius",
        title_status="found",
        host="daily.example",
        verdict="review",
        url="https://daily.example/1",
    )
    s.evidence("title", "Talks in Vilnius", s.block("title", "Talks in Vilnius", rule="title/heading"))
    s.evidence("published", "2026-03-04", s.block("published_date", "4 March 2026"))
    span = s.block(
        "body",
        "Vladimir Putin met Emmanuel Macron, the Kremlin said.",
        raw="Vladimir Poutine met Emmanuel Mácron, the Kremlin said.",
    )
    s.ledger("repair", (span[0] + 9, span[0] + 16), "Poutine", "Putin", kind="name")
    s.ledger("repair", (span[0] + 30, span[0] + 36), "Mácron", "Macron", kind="name")
    s.evidence("speakers", "Kremlin", (span[0] + 42, span[0] + 49))
    s.statement("Kremlin", s.text, "said", span, 0)
    s.block("caption", "The two presidents are seen during a video call last June.", confidence=0.4, article=0.7)
    s.issue("missing_publisher", "warning", "no publisher", "publisher")
    return s


def pieces(found: reading.Reading, kind: str) -> list[str]:
    """Return the text under the marks of a kind."""
    return [
        block["text"][mark.start : mark.end]
        for block, marks in zip(found.blocks, found.marks, strict=True)
        for mark in marks
        if mark.kind == kind
    ]


@pytest.mark.parametrize("format", ["parquet", "jsonl", "csv"])
def test_the_same_run_counts_the_same_in_every_format(tmp_path: Path, story: Scrape, format: str) -> None:
    made = report.build(fake_run.write(tmp_path / format, [story, *fake_run.synthetic(20)], format))
    base = report.build(fake_run.write(tmp_path / "base", [story, *fake_run.synthetic(20)], "jsonl"))
    made.folder, made.tables = base.folder, base.tables
    assert made == base


def test_records_in_are_accepted_and_review_and_rejected(tmp_path: Path) -> None:
    made = report.build(fake_run.write(tmp_path, fake_run.synthetic(120)))
    assert made.records == 120 == sum(made.verdicts.values())
    assert all(made.verdicts[verdict] for verdict in ("accepted", "review", "rejected"))
    assert made.profile == "statements"


def test_a_cause_counts_records_not_issues_and_names_three_of_them(tmp_path: Path) -> None:
    scrapes = [Scrape(f"a{n}", host="daily.example") for n in range(5)]
    for s in scrapes:
        for _ in range(3):
            s.issue("missing_date", "error", "no date")
    made = report.build(fake_run.write(tmp_path, scrapes))
    (cause,) = made.causes
    assert (cause.records, cause.host, cause.examples) == (5, "daily.example", ["a0", "a1", "a2"])
    assert [(f.code, f.records, f.hosts) for f in made.blocking] == [("missing_date", 5, 1)]


def test_hosts_with_one_record_each_are_one_cause(tmp_path: Path) -> None:
    scrapes = [Scrape(f"a{n}", host=f"h{min(n, 7)}.example") for n in range(9)]
    for s in scrapes:
        s.issue("missing_date", "error", "no date")
    one, others = sorted(report.build(fake_run.write(tmp_path, scrapes)).causes, key=lambda cause: cause.records)
    assert (one.host, one.records, one.hosts) == ("h7.example", 2, 1)
    assert (others.host, others.records, others.hosts, others.examples) == (None, 7, 7, ["a0", "a1", "a2"])


def test_an_issue_of_a_users_own_schema_is_counted_too(tmp_path: Path) -> None:
    s = Scrape("a1")
    s.issue("own_rule", "error", "our archive asks for a section", "section")
    (finding,) = report.build(fake_run.write(tmp_path, [s])).findings
    assert (finding.code, finding.field, finding.severity) == ("own_rule", "section", "error")


def test_the_riskiest_removal_reads_like_prose_and_is_least_certain(tmp_path: Path) -> None:
    s = Scrape("a1")
    prose = "The minister said on Monday that the talks would go on for at least another week."
    s.block("share", "Share", confidence=0.1, article=0.9)
    s.block("caption", prose, confidence=0.95, article=0.1)
    s.block("comment", prose.replace("week", "month"), confidence=0.5, article=0.8)
    risky = report.build(fake_run.write(tmp_path, [s])).risky
    assert [removal.label for removal in risky] == ["comment", "caption"]


def test_a_text_that_many_records_repeat_is_less_doubtful(tmp_path: Path) -> None:
    once = "The minister said on Monday that the talks would go on for at least another week."
    often = "The reader who wants to know more about this will find it all in the newspaper."
    scrapes = [Scrape(f"a{n}") for n in range(30)]
    for s in scrapes:
        s.block("subscription", often, confidence=0.5)
    scrapes[0].block("caption", once, confidence=0.6)
    risky = report.build(fake_run.write(tmp_path, scrapes)).risky
    assert [(removal.text, removal.times) for removal in risky] == [(once, 1), (often, 30)]


def test_removals_are_counted_from_the_ledger_when_there_are_no_blocks(tmp_path: Path, story: Scrape) -> None:
    folder = fake_run.write(tmp_path, [story])
    with_blocks = report.build(folder)
    (folder / "blocks.jsonl").unlink()
    without = report.build(folder)
    assert {k.name: (k.count, k.chars) for k in without.removals} == {
        k.name: (k.count, k.chars) for k in with_blocks.removals
    }


def test_marks_stand_on_the_very_words_they_are_about(tmp_path: Path, story: Scrape) -> None:
    found = reading.readings(fake_run.write(tmp_path, [story]), ["a1"])["a1"]
    assert pieces(found, "repair") == ["Putin", "Macron"]
    assert pieces(found, "evidence") == ["Talks in Vilnius", "4 March 2026", "Kremlin"]
    assert pieces(found, "statement") == ["Vladimir Putin met Emmanuel Macron, the Kremlin said."]
    assert pieces(found, "cue") == ["said"]


def test_a_value_inside_markup_is_found_by_its_words(tmp_path: Path) -> None:
    s = Scrape("a1")
    span = s.block("byline", "By AFP and others", raw="By **[AFP](#)** and _others_")
    s.evidence("agencies", "AFP", (span[0] + 3, span[0] + 15))
    assert pieces(reading.readings(fake_run.write(tmp_path, [s]), ["a1"])["a1"], "evidence") == ["AFP"]


def test_a_repair_of_a_repair_is_placed_once_more_on_the_same_words(tmp_path: Path) -> None:
    s = Scrape("a1")
    span = s.block("body", "President Macron spoke.", raw="President MÃ¡cron spoke.")
    s.ledger("repair", (span[0] + 11, span[0] + 13), "Ã¡", "á", kind="encoding")
    s.ledger("repair", (span[0] + 10, span[0] + 17), "Mácron", "Macron", kind="name")
    assert pieces(reading.readings(fake_run.write(tmp_path, [s]), ["a1"])["a1"], "repair") == ["Macron", "Macron"]


def test_a_repair_that_only_takes_away_leaves_a_place(tmp_path: Path) -> None:
    s = Scrape("a1")
    span = s.block("body", "quoted by AFP. Then more.", raw="quoted by AFP. . Then more.")
    s.ledger("repair", (span[0] + 14, span[0] + 16), " .", "", kind="punctuation")
    found = reading.readings(fake_run.write(tmp_path, [s]), ["a1"])["a1"]
    assert [(m.start, m.end) for m in found.marks[0]] == [(14, 14)]


def test_marks_lie_inside_their_blocks_whatever_the_spans(tmp_path: Path) -> None:
    chance = random.Random(7)
    s = Scrape("a1")
    for _ in range(12):
        text = "".join(chance.choice("ab cd.é") for _ in range(chance.randrange(40)))
        s.block(chance.choice(["body", "nav", "title"]), text, raw=text + "x" * chance.randrange(5))
    for _ in range(60):
        a = chance.randrange(s.at)
        s.evidence("published", "ab", (a, min(s.at, a + chance.randrange(30))))
        s.ledger("repair", (a, min(s.at, a + chance.randrange(9))), "xx", chance.choice(["", "a", "cd"]))
        s.statement("X", "ab cd", "cd", (a, a + 5), chance.randrange(200))
    found = reading.readings(fake_run.write(tmp_path, [s]), ["a1"])["a1"]
    assert sum(map(len, found.marks)) > 60
    for block, marks in zip(found.blocks, found.marks, strict=True):
        assert all(0 <= m.start <= m.end <= len(block["text"]) for m in marks)


def test_a_folder_without_tables_says_what_was_expected(tmp_path: Path) -> None:
    with pytest.raises(SchemaError, match=r"no articles table.*cleaner clean -o"):
        report.build(tmp_path)


def test_a_broken_table_is_named(tmp_path: Path) -> None:
    (tmp_path / "articles.jsonl").write_text("{not json}\n")
    with pytest.raises(SchemaError, match=r"articles\.jsonl: cannot be read"):
        list(stored.rows(tmp_path, "articles"))


def test_a_csv_cell_that_was_kept_from_running_reads_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "articles.csv").write_text(
        'article_id,title,agencies,chars_text\na1,\'=1+1,"[""AFP""]",7\n', encoding="utf-8"
    )
    assert list(stored.rows(tmp_path, "articles")) == [
        {"article_id": "a1", "title": "=1+1", "agencies": ["AFP"], "chars_text": 7}
    ]


def test_run_json_that_is_none_says_so(tmp_path: Path) -> None:
    (tmp_path / "run.json").write_text("[", encoding="utf-8")
    with pytest.raises(SchemaError, match=r"run\.json"):
        stored.run_json(tmp_path)
    (tmp_path / "run.json").write_text(json.dumps({"config": {}}), encoding="utf-8")
    assert stored.run_json(tmp_path) == {"config": {}}


def test_records_with_an_issue_are_counted_by_host_and_code(tmp_path: Path) -> None:
    scrapes = [Scrape(f"a{n}", host=f"h{n % 2}.example", verdict="review") for n in range(5)]
    for s in scrapes:
        for _ in range(3):
            s.issue("missing_date", "error", "no date")
        s.issue("missing_author", "info", "no byline")
    made = report.build(fake_run.write(tmp_path, scrapes))
    assert made.grid == {"h0.example": {"missing_date": 3}, "h1.example": {"missing_date": 2}}
    assert {card.host: card.records for card in made.sources} == {"h0.example": 3, "h1.example": 2}


def test_the_worst_records_are_rejected_or_lack_most(tmp_path: Path) -> None:
    scrapes = [Scrape(f"a{n:02}", path=f"{n:02}.html", verdict="review") for n in range(14)]
    for n, s in enumerate(scrapes):
        for code in ("missing_date", "missing_publisher", "missing_speakers")[: n % 3]:
            s.issue(code, "error", "none")
    scrapes[13].article["verdict"] = "rejected"
    made = report.build(fake_run.write(tmp_path, scrapes))
    assert made.worst == ["a13", "a02", "a05", "a08", "a11", "a01", "a04", "a07", "a10"]


def test_days_are_counted_and_so_are_records_without_one(tmp_path: Path) -> None:
    days = ["2026-03-04T10:00+01:00", "2026-03-04", "2026-03", None]
    made = report.build(fake_run.write(tmp_path, [Scrape(f"a{n}", published=day) for n, day in enumerate(days)]))
    assert made.days == {"": 1, "2026-03": 1, "2026-03-04": 2}


def test_removed_text_that_is_hidden_is_measured_by_its_span(tmp_path: Path, story: Scrape) -> None:
    shown = report.build(fake_run.write(tmp_path / "shown", [story]))
    for row in story.rows["blocks"]:
        if row["label"] == "caption":
            row["text"] = hashed(row["text"])
    hidden = report.build(fake_run.write(tmp_path / "hidden", [story]))
    assert [(k.name, k.chars) for k in hidden.removals] == [(k.name, k.chars) for k in shown.removals]
    assert hidden.chars_read == shown.chars_read
