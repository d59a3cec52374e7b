"""Records held back are cleaned again after a mend: healed, standing, new; tables as if they had been so at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cleaner.cli import call
from cleaner.config import Config
from cleaner.errors import SchemaError, UsageError
from cleaner.history.replaying import config_of, replay, write
from cleaner.run import run
from cleaner.tables import stored

PAGE = "The minister said the talks had failed. Nobody answered for an hour, and the delegation left the building."
DATED = f"Published: May 3, 2021\n\n{PAGE}"


def pages(folder: Path, **texts: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(f"A title of {name}\n\n{text}")
    return folder


def tables(folder: Path) -> dict[str, list[dict]]:
    names = ("articles", "statements", "ledger", "evidence", "issues", "blocks")
    return {name: list(stored.rows(folder, name)) for name in names}


@pytest.mark.parametrize("file_format", ["parquet", "jsonl", "csv"])
def test_a_mended_page_is_healed_and_the_tables_are_as_if_it_had_been_so_at_once(tmp_path, file_format):
    raw, out = pages(tmp_path / "raw", a=DATED, b=PAGE, c=DATED + " More.", d=PAGE + " More."), tmp_path / "out"
    run([raw], out, Config(), file_format=file_format)
    before = tables(out)
    config = config_of(out, Config())
    pages(raw, b=DATED + " It was late.")
    done = replay(out, [raw], config)
    assert (done.held, len(done.healed), len(done.standing)) == (2, 1, 1)
    assert done.gone == {"missing_date": 1} and done.same == {"missing_date": 1} and not done.new
    assert tables(out) == before
    write(out, done, config)
    old_id = before["articles"][1]["article_id"]
    after = tables(out)
    assert [row["article_id"] for row in after["articles"]] == [row["article_id"] for row in before["articles"]]
    run([raw], tmp_path / "anew", Config(), file_format=file_format)
    anew = tables(tmp_path / "anew")
    new_id = anew["articles"][1]["article_id"]
    assert json.loads(json.dumps(anew).replace(f'{new_id}"', f'{old_id}"')) == json.loads(json.dumps(after))
    said, expected = stored.run_json(out), stored.run_json(tmp_path / "anew")
    assert said.pop("replays")[0]["healed"] == 1 and said == expected


def test_a_run_without_a_limit_of_time_says_so_in_json_and_is_replayed_so(tmp_path):
    config = Config(max_seconds=float("inf"))
    run([pages(tmp_path / "raw", a=PAGE)], tmp_path / "out", config)
    assert "Infinity" not in (tmp_path / "out" / "run.json").read_text()
    assert config_of(tmp_path / "out", Config()) == config


def test_a_record_that_is_held_back_by_something_else_now_is_told(tmp_path):
    raw, out = pages(tmp_path / "raw", a=PAGE), tmp_path / "out"
    run([raw], out, Config())
    (raw / "a.txt").write_text("")
    done = replay(out, [raw], Config())
    assert done.gone == {"missing_date": 1} and done.new == {"no_main_content": 1} and not done.healed


def test_records_of_containers_are_found_by_their_line(tmp_path):
    crawl = tmp_path / "crawl.jsonl"
    rows = [{"text": f"{PAGE} {n}", "date": "2021-05-03" if n % 2 else None, "spider": f"s{n}"} for n in range(6)]
    crawl.write_text("".join(json.dumps(row) + "\n" for row in rows))
    config = Config(map={"published": "date"}, keep=("spider",))
    run([crawl], tmp_path / "out", config)
    for row in rows[:3]:
        row["date"] = "2021-05-03"
    crawl.write_text("".join(json.dumps(row) + "\n" for row in rows))
    again = config_of(tmp_path / "out", Config())
    done = replay(tmp_path / "out", [crawl], again, jobs=2)
    assert (len(done.healed), len(done.standing), done.missing) == (2, 1, [])
    write(tmp_path / "out", done, again)
    articles = list(stored.rows(tmp_path / "out", "articles"))
    assert [row["spider"] for row in articles] == [f"s{n}" for n in range(6)]
    assert [row["verdict"] for row in articles] == ["accepted"] * 4 + ["review", "accepted"]


def test_inputs_that_are_gone_are_told_and_their_rows_stay(tmp_path):
    raw, out = pages(tmp_path / "raw", a=PAGE, b=PAGE + " More."), tmp_path / "out"
    run([raw], out, Config())
    (raw / "a.txt").unlink()
    done = replay(out, [raw], Config())
    assert len(done.missing) == 1 and len(done.standing) == 1
    write(out, done, Config())
    assert len(tables(out)["articles"]) == 2
    with pytest.raises(UsageError, match="Give the inputs"):
        replay(out, [pages(tmp_path / "other", x=PAGE)], Config())


def test_a_folder_that_is_no_run_is_refused(tmp_path):
    with pytest.raises(SchemaError, match=r"run\.json"):
        config_of(tmp_path, Config())


@pytest.mark.parametrize(("mend", "fail_on", "code"), [(DATED, "standing", 0), (PAGE, "standing", 1), (PAGE, "new", 0),
                                                       ("", "new", 1), (PAGE, None, 0)])  # fmt: skip
def test_the_command_ends_as_asked(tmp_path, monkeypatch, capsys, mend, fail_on, code):
    monkeypatch.chdir(tmp_path)
    Path("pyproject.toml").write_text("")
    raw = pages(tmp_path / "raw", a=PAGE)
    run([raw], "out", Config())
    (raw / "a.txt").write_text(f"A title\n\n{mend}" if mend else "")
    asked = ["--fail-on", fail_on] if fail_on else []
    assert call(["replay", "out", "raw", "--write", *asked]) == code, capsys.readouterr()
    told = capsys.readouterr().out
    assert ("healed  missing_date" in told) == (mend != PAGE) and "1 records held back" in told
