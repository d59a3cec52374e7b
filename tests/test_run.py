"""Runs: nothing dropped, nothing different by the number of workers, nothing half written."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

import cleaner
from cleaner import pipeline
from cleaner.config import Config
from cleaner.errors import UsageError
from cleaner.readers.raw import Raw
from cleaner.run import Summary, ends_badly, run
from cleaner.running.workers import in_order
from tests.dying import obey

SEEDS = Path(__file__).parent.parent / "seeds"
PAGE = "The minister said the talks had failed. Nobody answered for an hour, and the delegation left the building."


def rows(out: Path, table: str = "articles") -> list[dict]:
    return [json.loads(line) for line in (out / f"{table}.jsonl").read_text(encoding="utf-8").splitlines()]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_the_number_of_workers_and_the_order_of_arguments_change_no_byte(tmp_path):
    more = tmp_path / "more.jsonl"
    more.write_text("".join(json.dumps({"text": f"{PAGE} {n % 30}", "n": n}) + "\n" for n in range(60)))
    config = Config(keep=("n",))
    run([SEEDS, more], tmp_path / "one", config)
    run([more, SEEDS, more], tmp_path / "two", config, jobs=2)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


@pytest.mark.parametrize("file_format", ["parquet", "jsonl", "csv"])
def test_a_run_twice_over_gives_the_same_bytes(tmp_path, file_format):
    for out in ("a", "b", "a"):
        run([SEEDS], tmp_path / out, file_format=file_format)
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_every_record_in_is_a_row_out_whatever_it_holds(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text(PAGE)
    (folder / "empty.txt").write_text("")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "broken.gz").write_bytes(b"\x1f\x8b\x08nothing")
    (folder / "lines.jsonl").write_text(json.dumps({"text": PAGE + " Again."}) + "\n{broken\n[]\n")
    summary = run([folder], tmp_path / "out", Config(profile="text"), file_format="jsonl")
    assert summary.records == 7 == len(rows(tmp_path / "out"))
    verdicts = {(row["path"], row["verdict"]) for row in rows(tmp_path / "out")}
    assert {path for path, verdict in verdicts if verdict != "rejected"} == {"good.txt", "lines.jsonl"}
    reasons = {
        row["article_id"]: row["message"] for row in rows(tmp_path / "out", "issues") if row["severity"] == "error"
    }
    assert set(reasons) == {row["article_id"] for row in rows(tmp_path / "out") if row["verdict"] == "rejected"}
    assert summary.verdicts == {"accepted": 2, "rejected": 5}


def test_a_second_copy_is_told_from_the_first_and_neither_is_lost(tmp_path):
    for name in ("b.txt", "a.txt", "c.txt"):
        (tmp_path / name).write_text(PAGE)
    run([tmp_path / name for name in ("b.txt", "a.txt", "c.txt")], tmp_path / "out", file_format="jsonl")
    first, second, third = rows(tmp_path / "out")
    assert [r["path"] for r in (first, second, third)] == ["a.txt", "b.txt", "c.txt"]
    assert second["article_id"] == f"{first['article_id']}-2" and third["article_id"] == f"{first['article_id']}-3"
    assert [r["duplicate_of"] for r in (first, second, third)] == [None, first["article_id"], first["article_id"]]
    codes = {(row["article_id"], row["code"]) for row in rows(tmp_path / "out", "issues")}
    assert (second["article_id"], "duplicate_record") in codes and (
        first["article_id"],
        "duplicate_record",
    ) not in codes
    blocks = rows(tmp_path / "out", "blocks")
    assert {row["article_id"] for row in blocks} == {first["article_id"], second["article_id"], third["article_id"]}


def test_ids_of_the_input_are_kept_and_stay_unique(tmp_path):
    source = tmp_path / "in.jsonl"
    source.write_text("".join(json.dumps({"text": f"{PAGE} {n}", "key": key}) + "\n" for n, key in enumerate("aab")))
    run([source], tmp_path / "out", Config(id_field="key"), file_format="jsonl")
    found = rows(tmp_path / "out")
    assert [row["article_id"] for row in found] == ["a", "a-2", "b"]
    assert [row["duplicate_of"] for row in found] == [None, None, None]


def test_the_folder_written_to_is_not_read(tmp_path):
    (tmp_path / "page.txt").write_text(PAGE)
    for jobs in (1, 2):
        summary = run([tmp_path], tmp_path / "out", file_format="jsonl", jobs=jobs)
        assert summary.records == 1


def test_tables_of_an_earlier_run_in_the_input_are_left_and_told(tmp_path):
    (tmp_path / "page.txt").write_text(PAGE)
    (tmp_path / "run.json").write_text('{"config": "of somebody else"}')
    deep = tmp_path / "deep" / "out"
    run([tmp_path], deep, file_format="jsonl")
    summary = run([tmp_path], tmp_path.parent / "elsewhere", file_format="csv")
    assert (summary.records, summary.left) == (2, [f"{deep}: not read, it holds the tables of an earlier run"])
    assert len(list(cleaner.read(tmp_path))) == 2
    named = run([deep], tmp_path.parent / "elsewhere")
    assert named.records > 2 and "holds the tables of an earlier run, read as records" in named.left[0]


def test_scrapes_in_the_folder_to_write_to_are_never_left_in_silence(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "page.txt").write_text(PAGE)
    for out in (tmp_path, tmp_path / "sub"):
        with pytest.raises(UsageError, match="Name an"):
            run([tmp_path], out)
    assert [path.name for path in tmp_path.rglob("*")] == ["sub", "page.txt"]


def test_tables_of_an_earlier_run_in_another_format_give_way(tmp_path):
    (tmp_path / "page.txt").write_text(PAGE)
    run([tmp_path / "page.txt"], tmp_path / "out", file_format="csv")
    run([tmp_path / "page.txt"], tmp_path / "out", file_format="jsonl")
    assert sorted({path.suffix for path in (tmp_path / "out").iterdir()}) == [".json", ".jsonl"]


def test_an_input_that_is_not_there_is_told_before_anything_is_written(tmp_path):
    with pytest.raises(UsageError, match=r"nowhere\.txt"):
        run([SEEDS, tmp_path / "nowhere.txt"], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_run_json_says_what_made_the_tables_and_names_no_place_of_this_machine(tmp_path):
    run([SEEDS], tmp_path / "out", Config(profile="statements"), file_format="jsonl")
    text = (tmp_path / "out" / "run.json").read_text()
    said = json.loads(text)
    assert said["config"]["profile"] == "statements" and said["records"] == 4
    assert said["records"] == sum(said["verdicts"].values()) == said["rows"]["articles"]
    assert "pandas" in said["versions"] and "languages/en" in said["data"]
    assert str(tmp_path) not in text and str(SEEDS.parent) not in text


# --- faults ----------------------------------------------------------------------------------------------------------


def _raws(*contents: str) -> list[Raw]:
    return [Raw(content, f"{number}.txt") for number, content in enumerate(contents)]


def _codes(results) -> list[str | None]:
    return [r.issues[0].code if r.article.verdict == "rejected" else None for r in results]


def test_a_record_that_kills_two_workers_is_rejected_and_the_rest_goes_on(tmp_path):
    orders = [PAGE, "kill", f"{PAGE} 2", f"once {tmp_path / 'died'}", f"{PAGE} 3", "kill 2", f"{PAGE} 4"]
    results = list(in_order(_raws(*orders), Config(profile="text"), 2, obey))
    assert [r.article.path for r in results] == [f"{n}.txt" for n in range(7)]
    assert _codes(results) == [None, "worker_died", None, None, None, "worker_died", None]
    assert (tmp_path / "died").exists()


def test_a_record_that_takes_too_long_is_rejected_and_the_rest_goes_on():
    results = list(in_order(_raws(PAGE, "sleep", f"{PAGE} 2"), Config(profile="text", max_seconds=2.0), 2, obey))
    assert _codes(results) == [None, "timeout", None]
    assert "2 seconds" in results[1].issues[0].message


@pytest.mark.parametrize("seconds", [0, -1, float("nan"), True])
def test_a_time_that_is_none_is_refused_and_no_limit_is_one_for_any_number_of_workers(seconds):
    with pytest.raises(UsageError, match=r"max_seconds .*expected a number above 0"):
        Config(max_seconds=seconds)
    for jobs in (1, 2):
        [result] = in_order(_raws(PAGE), Config(profile="text", max_seconds=float("inf")), jobs)
        assert (result.article.verdict, result.failed) == ("accepted", False)


@pytest.mark.skipif(not hasattr(signal, "SIGALRM"), reason="no such signal here")
def test_one_process_alone_keeps_the_time_too(monkeypatch):
    clean = pipeline.clean_document

    def slow(document, config):
        while "forever" in document.source:
            pass
        return clean(document, config)

    monkeypatch.setattr(pipeline, "clean_document", slow)
    results = list(in_order(_raws(PAGE, "forever", PAGE), Config(profile="text", max_seconds=0.3), 1))
    assert _codes(results) == [None, "timeout", None]


def test_a_fault_of_ours_rejects_the_record_ends_with_three_and_stops_nothing(tmp_path, monkeypatch):
    clean = pipeline.clean_document

    def fail(document, config):
        if "trap" in document.source:
            raise ValueError("fell in")
        return clean(document, config)

    monkeypatch.setattr(pipeline, "clean_document", fail)
    for name, text in (("a.txt", PAGE), ("b.txt", "a trap"), ("c.txt", f"{PAGE} 2")):
        (tmp_path / name).write_text(text)
    summary = run([tmp_path / f"{n}.txt" for n in "abc"], tmp_path / "out", Config(profile="text"),
                  file_format="jsonl")  # fmt: skip
    assert summary.verdicts == {"accepted": 2, "rejected": 1}
    assert ends_badly(summary, None) == 3
    messages = [row["message"] for row in rows(tmp_path / "out", "issues") if row["code"] == "internal_error"]
    assert len(messages) == 1 and "ValueError: fell in" in messages[0]


def test_a_record_longer_than_the_limit_is_rejected_with_that_reason(tmp_path):
    (tmp_path / "long.txt").write_text(PAGE * 100)
    summary = run([tmp_path / "long.txt"], tmp_path / "out", Config(max_chars=1000), file_format="jsonl")
    assert summary.verdicts == {"rejected": 1}
    assert "1,000" in rows(tmp_path / "out", "issues")[0]["message"]


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_interrupted_a_run_leaves_what_was_there(tmp_path, jobs):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "articles.jsonl").write_text("of an earlier run\n")
    source = tmp_path / "in.jsonl"
    source.write_text("".join(json.dumps({"text": f"{PAGE} {n}"}) + "\n" for n in range(20_000)))
    command = [
        sys.executable,
        "-m",
        "cleaner",
        "clean",
        source,
        "-o",
        tmp_path / "out",
        "--format",
        "jsonl",
        "-j",
        jobs,
    ]
    # a worker of pytest-xdist ignores SIGINT, and a child inherits that; a terminal's does not
    heeding = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    started = subprocess.Popen(
        command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True, preexec_fn=heeding
    )
    try:
        for _ in range(200):
            if len(list((tmp_path / "out").iterdir())) > 1:
                break
            time.sleep(0.05)
        time.sleep(0.5)
        os.killpg(started.pid, signal.SIGINT)
        _, told = started.communicate(timeout=20)
    finally:
        started.kill()
    # where the signal meets the making of a class, Python itself ends by it: to a shell that is 130, too
    assert started.returncode in (130, -signal.SIGINT) and b"Traceback" not in told, told
    assert contents(tmp_path / "out") == {"articles.jsonl": b"of an earlier run\n"}


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_interrupted_while_it_waits_for_standard_input_a_run_ends_without_a_fault(tmp_path):
    command = [sys.executable, "-m", "cleaner", "clean", "-", "-o", tmp_path / "out", "-j", "2"]
    heeding = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    started = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
                               preexec_fn=heeding)  # fmt: skip
    try:
        for _ in range(200):
            if (tmp_path / "out").is_dir() and len(list((tmp_path / "out").iterdir())) > 5:
                break
            time.sleep(0.05)
        time.sleep(0.5)
        os.killpg(started.pid, signal.SIGINT)
        told = started.stderr.read()
        started.wait(timeout=20)
    finally:
        started.kill()
        started.stdin.close()
    assert started.returncode in (130, -signal.SIGINT) and b"Fatal" not in told, told
    assert not (tmp_path / "out").exists()


def test_what_a_run_came_to_is_told_in_one_line():
    summary = Summary(records=1)
    summary.verdicts["review"] = 1
    assert summary.line() == "1 record in = 0 accepted + 1 review + 0 rejected"


@pytest.mark.parametrize(
    ("found", "fail_on", "code"),
    [("error", None, 0), ("error", "error", 1), ("warning", "error", 0), ("warning", "warning", 1),
     ("error", "warning", 1), ("info", "warning", 0)],
)  # fmt: skip
def test_a_run_fails_only_on_what_it_was_asked_to_fail_on(found, fail_on, code):
    summary = Summary(records=1)
    summary.issues["missing_date", found] = 1
    assert ends_badly(summary, fail_on) == code
