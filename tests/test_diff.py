"""What changed between two runs: records by field, host, code and rule; texts side by side; ids of statements."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.cli import call
from cleaner.errors import SchemaError
from cleaner.history import comparing, renumbering
from cleaner.history.textdiff import pieces
from tests.fake_run import Scrape, write


def scrape(number: int, host: str = "a.org", text: str = "The minister spoke.", raw_id: str = "", **article) -> Scrape:
    own = raw_id or f"{number:016x}"
    made = Scrape(own, url=f"https://{host}/{number}", host=host, **article)
    made.block("body", text)
    return made


def runs(tmp_path: Path, old: list[Scrape], new: list[Scrape]) -> tuple[Path, Path]:
    folders = tmp_path / "old", tmp_path / "new"
    for folder, scrapes in zip(folders, (old, new), strict=True):
        write(folder, scrapes, "jsonl")
    return folders


def test_two_equal_runs_have_no_difference(tmp_path):
    several = [scrape(n, published="2020") for n in range(3)]
    diff = comparing.compare(*runs(tmp_path, several, list(reversed(several))))
    assert (diff.records, diff.fields, diff.codes, diff.rules) == (3, {}, {}, {})
    assert not (diff.added or diff.removed or diff.changed or diff.made)


def test_a_change_is_told_by_field_way_and_host(tmp_path):
    old = [scrape(1, published="2020"), scrape(2, published=None), scrape(3, "b.org", title="A"), scrape(4)]
    new = [scrape(1, published=None), scrape(2, published="2020"), scrape(3, "b.org", title="B"), scrape(4)]
    diff = comparing.compare(*runs(tmp_path, old, new))
    assert dict(diff.fields["published"].ways) == {"lost": 1, "gained": 1}
    assert dict(diff.fields["title"].ways) == {"changed": 1} and dict(diff.fields["title"].hosts) == {"b.org": 1}
    assert dict(diff.changed) == {"a.org": 2, "b.org": 1} and dict(diff.hosts) == {"a.org": 3, "b.org": 1}


def test_a_record_that_was_crawled_anew_is_found_by_its_address(tmp_path):
    old = [scrape(1, raw_id="before", title="A"), scrape(2, raw_id="gone")]
    new = [scrape(1, raw_id="after", title="B"), scrape(3, raw_id="new")]
    diff = comparing.compare(*runs(tmp_path, old, new))
    assert diff.pairs == {"after": "before"} and set(diff.fields) == {"title"}
    assert sum(diff.added.values()) == sum(diff.removed.values()) == 1


def test_rules_and_codes_are_compared_in_records_of_both_runs(tmp_path):
    old, new = [scrape(1), scrape(2)], [scrape(1), scrape(3)]
    old[0].ledger("repair", (0, 1), "a", "b", kind="mojibake", rule="wrong-charset")
    old[1].ledger("repair", (0, 1), "a", "b", kind="mojibake", rule="nfc")
    new[0].issue("missing_date", "error", "no date")
    new[1].issue("missing_title", "warning", "no title", "title")
    diff = comparing.compare(*runs(tmp_path, old, new))
    assert diff.rules == {"wrong-charset": comparing.Shift(1, 0, 0, 1)}
    assert diff.codes == {"missing_date": comparing.Shift(0, 1, 1, 0)}


def test_what_made_the_runs_is_told_where_it_differs():
    old = {"versions": {"cleaner": "1", "ftfy": "6"}, "data": {"weights": "a" * 64}, "config": {"profile": "news"}}
    new = {"versions": {"cleaner": "2", "ftfy": "6"}, "data": {"weights": "b" * 64}, "config": {"profile": "text"}}
    assert list(comparing.made(old, new)) == [
        ("versions.cleaner", "1", "2"), ("data.weights", "a" * 12, "b" * 12), ("config.profile", "news", "text"),
    ]  # fmt: skip


def test_a_folder_without_tables_is_refused(tmp_path):
    with pytest.raises(SchemaError, match="two folders"):
        comparing.compare(tmp_path, tmp_path)


# --- statements ------------------------------------------------------------------------------------------------------


def said(*rows: tuple, article: str = "a") -> list[dict]:
    names = ("statement_id", "speaker", "text", "source_start", "source_end")
    return [{"article_id": article, **dict(zip(names, row, strict=True))} for row in rows]


def matched(tmp_path: Path, old: list[dict], new: list[dict], pairs: dict[str, str]) -> set[tuple]:
    folders = []
    for name, rows in (("old", old), ("new", new)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "statements.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
        folders.append(tmp_path / name)
    return {tuple(match) for match in renumbering.matches(*folders, pairs)}


def test_statements_find_their_new_ids(tmp_path):
    old = said(("1", "A", "Yes.", 0, 10), ("2", "B", "No way.", 20, 30), ("3", "C", "Perhaps so.", 40, 60),
               ("4", "D", "Gone.", 70, 80))  # fmt: skip
    new = said(("1", "A", "Yes.", 0, 10), ("2b", "B", "No  way!", 20, 30), ("3b", "E", "Perhaps so, he said.", 40, 64),
               ("5", "F", "New.", 90, 99))  # fmt: skip
    assert matched(tmp_path, old, new, {"a": "a"}) == {
        ("1", "1", "same id", False), ("2", "2b", "same words and speaker", False), ("3", "3b", "same place", True),
        ("4", None, "gone", False), (None, "5", "new", False),
    }  # fmt: skip


def test_a_place_says_nothing_where_the_bytes_are_others(tmp_path):
    old, new = said(("1", "A", "Yes.", 0, 10)), said(("2", "A", "No.", 0, 10), article="b")
    assert matched(tmp_path, old, new, {"b": "a"}) == {("1", None, "gone", False), (None, "2", "new", False)}


def test_a_statement_said_twice_is_matched_once_each(tmp_path):
    old = said(("1", "A", "Yes.", 0, 10), ("2", "A", "Yes.", 20, 30))
    new = said(("3", "A", "Yes.", 0, 10), ("4", "B", "Yes.", 20, 30))
    assert matched(tmp_path, old, new, {"a": "a"}) == {
        ("1", "3", "same words and speaker", False), ("2", "4", "same words", True),
    }  # fmt: skip


# --- texts -----------------------------------------------------------------------------------------------------------

WORDS = st.text(alphabet="ab é.\n", max_size=60)


@given(WORDS, WORDS)
def test_both_texts_can_be_read_off_their_difference(old, new):
    found = pieces(old, new, most=10**9)
    if not any("…" in piece.text for piece in found):
        assert "".join(piece.text for piece in found if piece.kind != "new") == old
        assert "".join(piece.text for piece in found if piece.kind != "old") == new


def test_words_that_differ_are_whole_words():
    assert [tuple(p) for p in pieces("He was seen.", "He was heard.")] == [
        ("same", "He was "), ("old", "seen"), ("new", "heard"), ("same", ".")]  # fmt: skip


def test_a_long_text_is_shown_about_what_differs_and_no_longer_than_asked():
    text = "word " * 10_000
    found = pieces(text + "old", text + "new", most=200)
    assert len("".join(p.text for p in found)) < 300 and ("old", "old") in [tuple(p) for p in found]
    assert sum(len(p.text) for p in pieces("a b " * 9_999, "c d " * 9_999, most=100)) <= 101


# --- the command -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("threshold", "code"),
    [("published>49%", 1), ("published>50%", 0), ("changed>0", 1), ("title>0", 0), ("removed>0", 0),
     ("published>10%@host:1", 1), ("published>10%@host:9", 0), ("publishd>0", 2), ("missing_date>0", 1),
     ("review>0", 2)],
)  # fmt: skip
def test_diff_fails_beyond_what_may_change(tmp_path, capsys, threshold, code):
    new = [scrape(1, published=None), scrape(2)]
    new[0].issue("missing_date", "error", "no date")
    old, new = runs(tmp_path, [scrape(1, published="2020"), scrape(2)], new)
    assert call(["diff", str(old), str(new), "--fail-if", threshold]) == code, capsys.readouterr()


def test_diff_shows_the_texts_and_writes_counts_and_ids(tmp_path, capsys):
    before, after = scrape(1, title="Talks in Geneva"), scrape(1, title="Talks in Minsk")
    for made in (before, after):
        made.statement("A", "Yes, said A.", "said", made.block("body", "Yes, said A."), 0)
    old, new = runs(tmp_path, [before], [after])
    assert call(["diff", str(old), str(new), "--json", str(tmp_path / "d.json"), "--statements",
                 str(tmp_path / "ids.csv")]) == 0  # fmt: skip
    told = capsys.readouterr().out
    assert "Talks in [-Geneva-]{+Minsk+}" in told and "100.0%" in told
    counts = json.loads((tmp_path / "d.json").read_text())
    assert counts["schema"] == "cleaner-diff/1" and counts["fields"]["title"]["changed"] == 1
    assert "Minsk" not in (tmp_path / "d.json").read_text()
    [row] = csv.DictReader((tmp_path / "ids.csv").read_text().splitlines())
    assert row["how"] == "same id" and row["old_id"] == row["new_id"]
