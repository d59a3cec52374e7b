"""A repository as a team would keep it: settings, raw pages, a baseline, a history. What its CI says, day by day."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from cleaner.cli import call

PROSE = "The minister said the talks had failed. Nobody answered for an hour, and the delegation left the building."
STAMP = "Published: May 3, 2021\n\n"
SETTINGS = """
profile = "news"
baseline = "baseline.jsonl"
fail-if = ["new>0", "rejected>5%", "missing_date>60%@host:5"]
warn-if = ["missing_title>10%"]
"""


class Repository:
    """Runs commands in a folder and keeps what they told."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.raw, self._capsys = folder / "raw", capsys
        self.raw.mkdir()
        (folder / "cleaner.toml").write_text(SETTINGS)
        for number in range(6):
            self.page(f"page{number}", dated=number > 0)

    def page(self, name: str, dated: bool = True, more: str = "") -> None:
        """Put a page into raw/: a title, a date if it is to have one, prose of its own."""
        text = f"Title of {name}\n\n{STAMP if dated else ''}{PROSE} It was {name}.{more}\n"
        (self.raw / f"{name}.txt").write_text(text)

    def run(self, *arguments: str, code: int = 0) -> str:
        left = call(list(arguments))
        told = self._capsys.readouterr()
        assert left == code, told
        return told.out + told.err

    def ci(self, *options: str, code: int = 0, out: str = "out") -> str:
        return self.run("clean", "raw", "-o", out, "--no-report", *options, code=code)


@pytest.fixture
def repository(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    made = Repository(tmp_path, capsys)
    Path("cleaner.toml").rename("aside")
    made.ci()
    made.run("baseline", "out")
    Path("aside").rename("cleaner.toml")
    return made


def test_what_is_known_passes_and_only_what_is_new_fails(repository):
    assert "known, 0 new, 0 healed" in repository.ci()
    repository.page("page9", dated=False)
    told = repository.ci(code=1)
    assert "new: missing_date page9.txt" in told and "new: missing_date page0.txt" not in told
    assert "fail: new>0: 1 of 7 records" in told


def test_a_page_in_another_order_or_crawled_anew_is_nothing_new(repository):
    repository.page("page0", dated=False, more=" Updated on 22 November.")
    shutil.move("raw/page5.txt", "raw/aaa.txt")
    told = repository.ci(code=1)
    assert "page0" not in told and "aaa.txt" in told, "a page under another name is another page"
    shutil.move("raw/aaa.txt", "raw/page5.txt")
    repository.ci()


def test_what_is_healed_is_ratcheted_and_can_never_return(repository):
    repository.page("page0", dated=True)
    assert "healed; --ratchet takes" in repository.ci()
    before = Path("baseline.jsonl").read_text()
    assert "cannot return" in repository.ci("--ratchet")
    assert Path("baseline.jsonl").read_text().count("page0") < before.count("page0")
    repository.page("page0", dated=False)
    assert "new: missing_date page0.txt" in repository.ci(code=1)


def test_a_mend_is_replayed_and_the_difference_is_told(repository):
    repository.ci(out="before")
    repository.page("page0", dated=True)
    told = repository.run("replay", "out", "raw", "--write", "--fail-on", "standing")
    assert "1 records held back: 1 healed, 0 held back still" in told
    told = repository.run("diff", "before", "out", "--fail-if", "published>20%", "--warn-if", "published>0")
    assert "published                  1   16.7%  1 gained" in told and "warn: published>0" in told
    repository.run("diff", "before", "out", "--fail-if", "published>10%", code=1)
    repository.run("check", "out")


def test_a_host_that_loses_its_dates_fails_whatever_the_baseline_says(repository):
    rows = [{"url": f"https://example.org/{n}", "text": f"{PROSE} It was {n}."} for n in range(6)]
    Path("raw/crawl.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    told = repository.ci("--fail-if", "missing_date>60%@host:5", code=1)
    assert "fail: missing_date>60%@host:5: 6 of 6 records (100.0%) at example.org" in told
    Path("cleaner.toml").rename("aside")
    repository.ci()
    repository.run("baseline", "out", "--accept-new")
    Path("aside").rename("cleaner.toml")
    assert "0 new" in repository.ci()


def test_a_redesign_shows_in_the_history(repository):
    for number in range(20):
        repository.page(f"more{number}")
    repository.ci("--fail-if", "error>99%")
    repository.run("sources", "out", "--history", "history.jsonl", "--label", "monday")
    for number in range(20):
        repository.page(f"more{number}", dated=False)
    repository.ci(code=1)
    told = repository.run("sources", "out", "--history", "history.jsonl", "--label", "tuesday", "--fail-on", "drift",
                          code=1)  # fmt: skip
    assert "moved since monday" in told and "published          96% → 19%" in told
    lines = Path("history.jsonl").read_text().splitlines()
    assert [json.loads(line)["label"] for line in lines] == ["monday", "tuesday"]


def test_settings_that_cannot_be_read_stop_everything_before_it_begins(repository):
    Path("cleaner.toml").write_text('fail-if = ["missing_dates>2%"]\n')
    assert "Did you mean 'missing_date'?" in repository.ci(out="other", code=2)
    assert not Path("other").exists()
