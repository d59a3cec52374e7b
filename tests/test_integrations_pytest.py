"""The pytest plugin: a run of pytest over tables, in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

PLUGIN = "cleaner.integrations.pytest"
TEXT = "The minister said on Monday that the talks would go on for at least another week. " * 8


def rows(count: int, **more: object) -> list[dict[str, object]]:
    made: list[dict[str, object]] = []
    for n in range(count):
        host = f"h{n % 3}.example"
        made.append({"article_id": f"{n:04x}", "path": f"{n}.html", "host": host, "url": f"https://{host}/{n}",
                     "title": "Talks", "text": f"{TEXT}{n}", "published": "2020-10-01", "publisher": "Daily",
                     "language": "en", **more})  # fmt: skip
    return made


def table(path: Path, made: list[dict[str, object]]) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(f"{json.dumps(row)}\n" for row in made))
    return path


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., tuple[int, str]]:
    (tmp_path / "pytest.ini").write_text("[pytest]\n")

    def run(*arguments: str) -> tuple[int, str]:
        command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", PLUGIN, *arguments]
        alone = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, env=alone)
        return done.returncode, done.stdout + done.stderr

    return run


def test_each_rule_and_host_is_a_test_of_its_own(tmp_path: Path, run: Callable[..., tuple[int, str]]) -> None:
    made = rows(9)
    for n in (0, 3):
        made[n]["published"] = None
    table(tmp_path / "out" / "articles.jsonl", made)
    code, told = run("--cleaner-profile", "news", "out/articles.jsonl", "-v")
    assert code == 1
    assert "articles.jsonl::missing_date[h0.example] FAILED" in told
    assert "articles.jsonl::missing_date[h1.example] PASSED" in told
    assert "no publication date: 2 findings" in told and "\n  0.html: no publication date" in told
    assert "Traceback" not in told and TEXT[:30] not in told


def test_a_warning_is_skipped_with_its_reason(tmp_path: Path, run: Callable[..., tuple[int, str]]) -> None:
    table(tmp_path / "articles.jsonl", rows(3, publisher=None))
    code, told = run("--cleaner-profile", "news", "articles.jsonl", "-rs")
    assert code == 0 and "no publisher" in told


def test_an_own_schema_is_asked(tmp_path: Path, run: Callable[..., tuple[int, str]]) -> None:
    table(tmp_path / "articles.jsonl", rows(3))
    (tmp_path / "my.yaml").write_text("languages: [fr]\n")
    code, told = run("--cleaner-schema", "my.yaml", "articles.jsonl", "-q")
    assert code == 1 and "language_not_allowed[h2.example]" in told


def test_the_ini_file_names_tables(tmp_path: Path, run: Callable[..., tuple[int, str]]) -> None:
    table(tmp_path / "data" / "mine.jsonl", rows(1))
    table(tmp_path / "other" / "broken.jsonl", [{"text": 3}])
    (tmp_path / "pytest.ini").write_text("[pytest]\ncleaner_tables = data/*.jsonl\n")
    code, told = run("-v")
    assert code == 0 and "mine.jsonl::missing_date[h0.example] PASSED" in told and "broken" not in told


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--cleaner-schema", "nowhere.yaml"), "nowhere.yaml"),
        (("--cleaner-profile", "weather"), "text, news, statements"),
    ],
)
def test_a_wrong_option_says_what_was_expected(
    tmp_path: Path, run: Callable[..., tuple[int, str]], arguments: tuple[str, str], message: str
) -> None:
    table(tmp_path / "articles.jsonl", rows(1))
    code, told = run(*arguments, "articles.jsonl")
    assert code == 2 and message in told


def test_a_host_among_many_shares_a_test_with_the_small_ones(
    tmp_path: Path, run: Callable[..., tuple[int, str]]
) -> None:
    made = rows(150)
    for n, row in enumerate(made):
        row |= {"host": f"n{n:03}.example", "url": f"https://n{n:03}.example/"}
    made[149]["published"] = None
    table(tmp_path / "articles.jsonl", made)
    code, told = run("--cleaner-profile", "news", "articles.jsonl", "-q", "-k", "missing_date")
    assert code == 1 and "missing_date[other hosts]" in told and "100 passed" in told


def test_without_its_options_the_plugin_does_nothing(tmp_path: Path, run: Callable[..., tuple[int, str]]) -> None:
    table(tmp_path / "articles.jsonl", rows(1))
    (tmp_path / "test_it.py").write_text(
        "import sys\ndef test_it():\n    assert not {'pandas', 'pandera', 'cleaner.validation.rules'} &"
        " set(sys.modules)\n"
    )
    code, told = run(".")
    assert code == 0 and "1 passed" in told


def test_pytest_finds_the_plugin_of_an_installed_package() -> None:
    project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text())["project"]
    assert project["entry-points"]["pytest11"] == {"cleaner": PLUGIN}
