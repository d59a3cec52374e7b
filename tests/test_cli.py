"""The command line: what it prints where, what it exits with, and that it starts quickly."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from cleaner.cli import COMMANDS, call
from cleaner.codes import CODES
from cleaner.language import builtin_rules

SEEDS = Path(__file__).parent.parent / "seeds"
PAGE = "The minister said the talks had failed. Nobody answered for an hour, and the delegation left the building."


@pytest.fixture(autouse=True)
def elsewhere(tmp_path, monkeypatch):
    """Run where no pyproject.toml has a say."""
    (tmp_path / "pyproject.toml").write_text("")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def cleaner(capsys):
    def run(*arguments, code=0):
        left = call([str(argument) for argument in arguments])
        told = capsys.readouterr()
        assert left == code, told
        return told

    return run


def test_help_starts_in_no_time():
    """0.25 s of CPU is the promise; pandas alone would take 0.5 s."""
    script = """
import resource, sys
from cleaner.cli import call
call(["--help"])
used = resource.getrusage(resource.RUSAGE_SELF)
heavy = [name for name in ("pandas", "pandera", "pyarrow", "numpy", "ftfy", "trafilatura") if name in sys.modules]
print(used.ru_utime + used.ru_stime, heavy, file=sys.stderr)
"""
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    seconds, loaded = told.stderr.split(" ", 1)
    assert loaded.strip() == "[]" and float(seconds) < 0.25


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_shows_a_real_example_first(cleaner, command):
    told = cleaner(command, "--help").out
    assert re.search(rf"^  (\w.*\| )?cleaner {command} ", told, re.MULTILINE), told
    assert told.index(f"cleaner {command} ", 20) < told.index("Options:")


def test_the_version_is_told(cleaner):
    assert re.fullmatch(r"cleaner \d+\.\d+\.\d+\n", cleaner("--version").out)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["clean"], "IN"),
        (["clean", "x.txt"], "'-o'"),
        (["clean", "nowhere", "-o", "out"], "nowhere"),
        (["clean", "", "-o", "out"], "an unset variable"),
        (["clean", "https://example.org/a", "-o", "out"], "https://example.org/a: no such file or folder. Bring the"),
        (["clean", ".", "-o", "."], "the input folder itself"),
        (["clean", ".", "-o", "pyproject.toml/out"], "pyproject.toml is a file"),
        (["clean", ".", "-o", "out", "--format", "sarif=pyproject.toml/x"], "pyproject.toml is a file"),
        (["fix", "pyproject.toml", "--language", "klingon"], "such as fr or pt-BR"),
        (["show", ""], "no such file"),
        (["clean", ".", "-o", "out", "--profile", "weather"], "weather"),
        (["clean", ".", "-o", "out", "--map", "html"], "FIELD=COLUMN"),
        (["clean", ".", "-o", "out", "--map", "weather=w"], "weather"),
        (["clean", ".", "-o", "out", "-j", "0"], "-j"),
        (["clean", ".", "-o", "out", "--schema", "nowhere.py:Mine"], "nowhere.py"),
        (["clean", ".", "-o", "out", "--meta", "nowhere.csv"], "nowhere.csv"),
        (["check", "nowhere.csv"], "nowhere.csv"),
        (["show", "nowhere.html"], "nowhere.html"),
        (["explain", "en/no-such-rule"], "no rule"),
        (["rules", "--label", "banner"], "banner"),
        (["rules", "--language", "tlh"], "tlh"),
        (["rules", "test", "nowhere.yaml"], "nowhere.yaml"),
        (["fix", "nowhere.txt"], "nowhere.txt"),
        (["baseline", "nowhere"], "nowhere"),
        (["replay", "nowhere", "raw"], "nowhere"),
        (["diff", "nowhere", "."], "nowhere"),
        (["diff", ".", "."], "articles table"),
        (["sources", "."], "articles table"),
        (["schema", "weather"], "weather"),
        (["clean", ".", "-o", "out", "--fail-if", "missing_date"], "NAME>LIMIT"),
        (["clean", ".", "-o", "out", "--baseline", "nowhere.jsonl"], "cleaner baseline"),
        (["tidy"], "tidy"),
    ],
)
def test_wrong_usage_exits_with_two_says_why_and_writes_nothing(cleaner, arguments, message):
    told = cleaner(*arguments, code=2)
    assert message in told.err and told.out == "" and "Traceback" not in told.err
    assert not Path("out").exists()


def test_clean_writes_tables_and_report_and_sums_in_its_last_line(cleaner):
    told = cleaner("clean", SEEDS, "-o", "out", "--profile", "statements")
    assert told.out.splitlines()[-1] == (
        "4 records in = 1 accepted + 3 review + 0 rejected; report: " + str(Path("out/report.html"))
    )
    made = {path.name for path in Path("out").iterdir()}
    assert made >= {"articles.parquet", "statements.parquet", "ledger.parquet", "evidence.parquet", "issues.parquet",
                    "run.json", "report.html", "report.json", "report.md"}  # fmt: skip
    assert not [name for name in made if name.startswith(".")]


def test_clean_takes_a_page_from_standard_input(cleaner, monkeypatch):
    import io

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PAGE.encode())))
    cleaner("clean", "-", "-o", "out", "--format", "jsonl", "--no-report")
    [row] = [json.loads(line) for line in Path("out/articles.jsonl").read_text().splitlines()]
    assert row["text"] == PAGE


@pytest.mark.parametrize(
    ("profile", "fail_on", "code"),
    [("news", None, 0), ("news", "error", 1), ("text", "error", 0), ("text", "warning", 1)],
)
def test_clean_fails_only_when_it_was_asked_to(cleaner, profile, fail_on, code):
    asked = ("--fail-on", fail_on) if fail_on else ()
    cleaner("clean", SEEDS, "-o", "out", "--profile", profile, "--no-report", *asked, code=code)
    assert Path("out/articles.parquet").exists()


def test_a_dry_run_tells_every_change_and_writes_nothing(cleaner, tmp_path):
    before = sorted(tmp_path.rglob("*"))
    told = cleaner("clean", SEEDS, "--dry-run", "-o", "out")
    assert sorted(tmp_path.rglob("*")) == before
    assert "nothing was written" in told.err
    assert re.search(r"remove +cookie_banner", told.out) and "Mácron" in told.out and "missing_date" in told.out


def test_columns_of_a_container_are_mapped_and_kept(cleaner):
    rows = [
        {"html": f"<p>{PAGE}</p>", "link": "https://example.org/a", "day": "2020-10-01", "who": "A paper", "spider": 7}
    ]
    Path("crawl.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    cleaner("clean", "crawl.jsonl", "-o", "out", "--format", "jsonl", "--map", "html=html,url=link", "--no-report",
            "--map", "published=day", "--map", "publisher=who", "--keep", "spider")  # fmt: skip
    [row] = [json.loads(line) for line in Path("out/articles.jsonl").read_text().splitlines()]
    assert (row["url"], row["published"], row["publisher"], row["spider"]) == (
        "https://example.org/a", "2020-10-01", "A paper", "7")  # fmt: skip


def test_what_cannot_be_written_or_read_is_told_with_its_name(cleaner, monkeypatch):
    Path("a.txt").write_text(PAGE)
    Path("taken").mkdir()
    assert cleaner("fix", "a.txt", "-o", "taken", code=2).err == "Error: taken: Is a directory.\n"
    monkeypatch.setattr(Path, "mkdir", lambda *_a, **_b: exec('raise PermissionError(13, "Permission denied", "x")'))
    told = cleaner("clean", "a.txt", "-o", "out", code=2).err
    assert told == "Error: -o out: cannot be written to: Permission denied. Name another folder.\n"


def test_inputs_without_a_record_are_told(cleaner):
    Path("empty").mkdir()
    Path("head.csv").write_text("url,body\n")
    assert "The inputs hold no record" in cleaner("clean", "empty", "head.csv", "-o", "out", "--no-report").err
    assert cleaner("show", "empty").err == "empty: holds no record\n"


def test_an_input_given_twice_is_read_once_however_it_is_written(cleaner):
    Path("in").mkdir()
    Path("in/a.txt").write_text(PAGE)
    assert "1 record in" in cleaner("clean", "in", "in/", "./in", "-o", "out", "--no-report").out


def test_a_language_without_a_pack_is_told(cleaner):
    Path("a.txt").write_text(PAGE)
    assert "--language xx: there is no pack for it" in cleaner("fix", "a.txt", "--language", "xx").err
    assert "--language" not in cleaner("fix", "a.txt", "--language", "pt-BR").err


def test_an_earlier_run_in_the_input_is_told_in_a_line(cleaner):
    Path("in").mkdir()
    Path("in/a.txt").write_text(PAGE)
    cleaner("clean", "in", "-o", "in/out", "--no-report")
    for more in (["-o", "in/out"], ["-o", "other"], ["--dry-run"]):
        told = cleaner("clean", "in", *more).err
        assert f"{Path('in/out')}: not read, it holds the tables of an earlier run\n" in told
        assert "1 record in" in told if "--dry-run" in more else True


def test_a_kept_column_that_nobody_has_is_told(cleaner):
    Path("crawl.jsonl").write_text(json.dumps({"text": PAGE, "spider": 7}))
    told = cleaner("clean", "crawl.jsonl", "-o", "out", "--keep", "spider,spidr", "--no-report")
    assert "--keep spidr:" in told.err


@pytest.mark.parametrize(("column", "quiet"), [("day", True), ("dya", False), ("junk", False)])
def test_a_mapped_column_that_gives_nothing_is_told(cleaner, column, quiet):
    Path("crawl.jsonl").write_text(json.dumps({"text": PAGE, "day": "2020-10-01", "junk": "whenever"}))
    err = cleaner("clean", "crawl.jsonl", "-o", "out", "--map", f"published={column}", "--no-report").err
    assert (f"--map published={column}: no record" not in err) == quiet


@pytest.mark.parametrize("field", ["section", "modified", "language", "crawled"])
def test_a_mapped_column_that_nobody_has_is_told_of_every_field(cleaner, field):
    Path("crawl.jsonl").write_text(json.dumps({"text": PAGE, "col": "2020-10-01"}))
    for column, told in (("col", False), ("cl", True)):
        err = cleaner("clean", "crawl.jsonl", "-o", "out", "--map", f"{field}={column}", "--no-report").err
        assert (f"--map {field}={column}: no record has a value there; is" in err) == told


@pytest.mark.parametrize(("column", "told"), [("key", ""), ("kee", "--id-field kee: no record has an id there")])
def test_an_id_field_that_nobody_has_is_told(cleaner, column, told):
    Path("crawl.jsonl").write_text(json.dumps({"text": PAGE, "key": "a-1"}))
    err = cleaner("clean", "crawl.jsonl", "-o", "out", "--id-field", column, "--no-report").err
    assert told in err
    assert ("--id-field" in err) == bool(told)


def test_what_is_known_beside_the_records_comes_in_by_meta(cleaner):
    Path("a.txt").write_text(PAGE)
    Path("known.csv").write_text("path,published,publisher\na.txt,2020-10-01,A paper\n")
    cleaner("clean", "a.txt", "-o", "out", "--format", "jsonl", "--meta", "known.csv", "--no-report")
    [row] = [json.loads(line) for line in Path("out/articles.jsonl").read_text().splitlines()]
    assert (row["published"], row["publisher"], row["published_status"]) == ("2020-10-01", "A paper", "given")


@pytest.mark.parametrize(("name", "content", "told"), [
    ("m.csv", b"path,publisher\nb.txt,A paper\n", "--meta m.csv: no record has a path, file name, id or url of its 1"),
    ("m.csv", b"", "--meta m.csv: holds no row"),
    ("m.csv", b"path,publisher\na.txt,A paper,more\n", "--meta m.csv, line 2: has 3 fields"),
    ("m.zip", b"PK\x03\x04" + bytes(200), "m.zip: holds no table"),
    ("m.csv.gz", gzip.compress(b"path,publisher\na.txt,A paper\n" * 99, mtime=0)[:-9],
     "m.csv.gz: cannot be read: Compressed"),
])  # fmt: skip
def test_what_is_known_beside_the_records_and_is_not_used_is_told(cleaner, name, content, told):
    Path("a.txt").write_text(PAGE)
    Path(name).write_bytes(content)
    code = 0 if told.startswith("--meta m.csv: ") else 2
    assert told in cleaner("clean", "a.txt", "-o", "out", "--meta", name, code=code).err


def test_an_own_schema_sends_what_breaks_it_to_review(cleaner):
    Path("my.yaml").write_text("min_chars: 100000")
    told = cleaner("clean", SEEDS, "-o", "out", "--profile", "text", "--schema", "my.yaml", "--no-report",
                   "--format", "jsonl")  # fmt: skip
    assert "0 accepted + 4 review" in told.out
    assert Path("out/issues.jsonl").read_text().count('"text_too_short"') == 4


# --- check -----------------------------------------------------------------------------------------------------------


def test_check_of_a_run_of_ours_agrees_with_the_run(cleaner):
    cleaner("clean", SEEDS, "-o", "out", "--profile", "statements", "--no-report")
    told = cleaner("check", "out", code=1)
    assert set(re.findall(r"^error +(\w+)", told.out, re.MULTILINE)) == {
        "missing_date", "missing_publisher", "missing_source"}  # fmt: skip
    cleaner("check", "out", "--profile", "text")


def test_check_reads_a_table_that_others_made(cleaner):
    Path("theirs.csv").write_text('id,body,date\n1,"A text, with a comma.",2020-10-01\n2,,yesterday\n')
    told = cleaner("check", "theirs.csv", "--map", "text=body,published=date,article_id=id", code=1)
    assert re.search(r"no_main_content +articles\.text +1 row\n.*\n +row 2 +article_id=2", told.out)
    assert re.search(r"bad_date .*\n.*'yesterday'", told.out)
    assert "missing_column" in told.out and "1 error" not in told.err
    assert "missing_speakers" not in told.out


def test_check_tells_values_of_a_wrong_type_with_their_rows(cleaner):
    rows = [
        {"text": PAGE, "published": "2020", "title": ["a", "list"], "chars_text": "many"},
        {"text": PAGE, "published": "2020"},
    ]
    Path("theirs.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    told = cleaner("check", "theirs.jsonl", code=1)
    assert re.search(r"wrong_type +articles\.title +1 row", told.out)
    assert re.search(r"wrong_type +articles\.chars_text +1 row", told.out)


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.jsonl", '{"text": '), ("a.jsonl", "[1]"), ("a.parquet", "no parquet"), ("a.xlsx", "x"), ("a.csv", ""),
     ("a.csv.gz", "no gzip"), ("a.csv", "a,a\n1,2\n")],
)  # fmt: skip
def test_check_of_what_is_no_table_exits_with_two(cleaner, name, content):
    Path(name).write_text(content)
    assert name in cleaner("check", name, code=2).err


# --- the others ------------------------------------------------------------------------------------------------------


def test_show_prints_every_block_with_its_label_and_every_repair(cleaner):
    told = cleaner("show", SEEDS, "--no-color").out
    assert re.search(r"cookie_banner - En cliquant sur chaque option", told)
    assert re.search(r"title +Putin, Macron Call", told)
    assert "'Mácron' → 'Macron'" in told
    assert "\x1b" not in told


def test_show_colours_when_it_is_asked_to(cleaner):
    assert "\x1b[" in cleaner("show", SEEDS, "--limit", "1", "--color").out


def test_nothing_from_a_scrape_reaches_the_terminal_as_a_command(cleaner):
    Path("evil\x1b]0;t\x07.txt").write_text(f"{PAGE} \x1b[2J\x1b]0;owned\x07 \u202egnp.exe \x9b31m")
    for command in (("show", "."), ("clean", ".", "--dry-run")):
        told = cleaner(*command)
        assert not set(told.out + told.err) & {"\x1b", "\x07", "\x9b", "\u202e"}


def test_every_code_and_every_rule_of_the_packs_can_be_explained(cleaner):
    for what in (*CODES, *(rule.id for rule in builtin_rules()[::20])):
        assert what in cleaner("explain", what).out


def test_an_article_of_a_run_is_explained_with_its_evidence(cleaner):
    cleaner("clean", SEEDS, "-o", "out", "--no-report")
    told = cleaner("explain", "24b51ffaa126bdcc", "--out", "out").out
    assert "2020-10-01" in told and "AFP" in told and "missing_title" in told


def test_every_rule_in_the_ledger_of_a_run_can_be_explained(cleaner):
    cleaner("clean", SEEDS, "-o", "out", "--no-report", "--format", "jsonl")
    rules = {json.loads(line)["rule"] for line in Path("out/ledger.jsonl").read_text().splitlines()}
    for rule in sorted(rules):
        assert rule in cleaner("explain", rule, "--out", "out").out


def test_every_rule_that_stands_in_code_has_its_reason():
    import ast

    from cleaner.explaining import reasons

    package = Path(__file__).parent.parent / "cleaner"
    named = {
        node.value
        for path in (*package.glob("repairs/*.py"), *package.glob("attribution/**/*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and re.fullmatch(r"[a-z]+(-[a-z]+)+", str(node.value))
    }
    codecs = {"utf-8", "windows-1252", "unicode-escape", "latin-1", "raw-unicode-escape", "sloppy-windows"}
    assert named - set(reasons()) - codecs == set()


def test_a_name_that_is_nearly_right_is_suggested(cleaner):
    assert "missing_date" in cleaner("explain", "missing_dates", code=2).err


def test_rules_are_listed_by_language_and_label(cleaner):
    told = cleaner("rules", "--language", "fr", "--label", "cookie_banner").out.splitlines()
    assert told and all(line.startswith("fr/") and " cookie_banner " in line for line in told)


def test_rules_of_your_own_are_proven_too(cleaner):
    pack = """language: en
rules:
  - id: weather-box
    label: nav
    phrases: [today's weather]
    why: A box of the site.
    removes: ["Today's weather"]
    keeps: ["Today's weather"]
"""
    Path("mine.yaml").write_text(pack)
    told = cleaner("rules", "test", "mine.yaml", code=1)
    assert "en/weather-box: keeps" in told.out
    assert "en/weather-box" not in cleaner("rules").out


@pytest.mark.parametrize("file", ["-", "in.txt"])
def test_fix_repairs_a_text_to_standard_output_and_talks_elsewhere(cleaner, monkeypatch, file):
    import io

    raw = "Le prÃ©sident a parlé.".encode()
    Path("in.txt").write_bytes(raw)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
    told = cleaner("fix", file, "--explain")
    assert told.out == "Le président a parlé."
    assert "1 repair" in told.err


@pytest.mark.parametrize(("name", "content", "told"), [
    ("folder", None, "is a folder"), ("gone.txt", b"", "no such file"), ("a.zip", b"PK\x03\x04...", "a zip archive"),
])  # fmt: skip
def test_fix_says_of_what_it_takes_no_text(cleaner, name, content, told):
    if content is None:
        Path(name).mkdir()
    elif content:
        Path(name).write_bytes(content)
    assert told in cleaner("fix", name, code=2).err


def test_a_fault_of_ours_exits_with_three(cleaner, monkeypatch):
    import cleaner.repairs

    def fail(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(cleaner.repairs, "fix", fail)
    Path("in.txt").write_text("x")
    assert "please report" in cleaner_call(["fix", "in.txt"])


def cleaner_call(arguments):
    import contextlib
    import io

    err = io.StringIO()
    with contextlib.redirect_stderr(err):
        assert call(arguments) == 3
    return err.getvalue()
