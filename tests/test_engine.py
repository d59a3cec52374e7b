"""The second voice: what trafilatura reads of a page, and `--engine trafilatura`, which lets it decide alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import cleaner
from cleaner.cli import call
from cleaner.config import Config
from cleaner.errors import UsageError
from cleaner.label import second

SCRAPES = Path(__file__).parent / "data" / "scrapes"
PAGE = (SCRAPES / "en-daily-2023-07-12.html").read_bytes()
ALONE = Config(engine="trafilatura")
SENTENCES = (
    "The minister told parliament on Tuesday that the talks in Geneva would resume after the summer break.",
    "Both delegations had left the city in June without a joint text, and each had blamed the other for it.",
    "Farmers along the river say that three dry winters have emptied the wells on which their herds depend.",
    "Prices for bread rose by a fifth within a month, according to figures that the statistics office published.",
)
ARTICLE = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


def readings(monkeypatch: pytest.MonkeyPatch, text: str | Exception) -> None:
    """Let trafilatura read this of every page."""
    import trafilatura

    def extract(*_: object, **__: object) -> str:
        if isinstance(text, Exception):
            raise text
        return text

    monkeypatch.setattr(trafilatura, "extract", extract)


def test_alone_it_keeps_what_trafilatura_reads_and_nothing_else():
    document = cleaner.clean(PAGE, config=ALONE)
    text = [block for block in document.blocks if block.label in ("lead", "subheading", "body")]
    noise = [block for block in document.blocks if block.group == "noise" and block.element != "image"]
    assert text and all(block.article >= second.KEEP for block in text)
    assert noise and all(block.article < second.KEEP for block in noise)


def test_alone_it_keeps_a_block_that_a_rule_would_take(monkeypatch):
    pointer = "Read also: What we know about the talks so far"
    page = f"<html><body><h1>Talks resume</h1>{ARTICLE}<p>{pointer}</p></body></html>"
    readings(monkeypatch, "\n".join([*SENTENCES, pointer]))
    assert pointer not in cleaner.clean(page).text
    document = cleaner.clean(page, config=ALONE)
    assert document.text.endswith(pointer) and document.blocks[-1].rule == "und/second-voice"
    assert [block.label for block in document.blocks] == ["title", "lead", "body", "body", "body", "body"]


def test_alone_it_leaves_out_what_trafilatura_left_out_and_rules_name_its_kind(monkeypatch):
    banner = "We use cookies to improve your experience. By continuing to use this site you accept them."
    page = f"<html><body>{ARTICLE}<p>{banner}</p></body></html>"
    readings(monkeypatch, SENTENCES[1])
    document = cleaner.clean(page, config=ALONE)
    assert document.text == SENTENCES[1]
    assert document.blocks[-1].label == "cookie_banner" and document.blocks[0].rule == "und/outside-main-content"


def test_alone_it_says_so_when_trafilatura_reads_nothing(monkeypatch):
    readings(monkeypatch, "")
    document = cleaner.clean(f"<html><body>{ARTICLE}</body></html>", config=ALONE)
    assert document.text == "" and "no_main_content" in [issue.code for issue in document.issues]


def test_a_second_voice_that_fails_has_no_vote(monkeypatch):
    readings(monkeypatch, ValueError("a foreign parser stumbled"))
    assert second.second("<p>x</p>") is None
    assert SENTENCES[2] in cleaner.clean(f"<html><body>{ARTICLE}</body></html>", config=ALONE).text


def test_text_without_markup_is_the_same_with_either_engine():
    text = (SCRAPES / "fr-broadsheet-2024-08-26.txt").read_bytes()
    assert cleaner.clean(text, config=ALONE).text == cleaner.clean(text).text


def test_cleaning_twice_with_the_second_voice_changes_nothing_more():
    once = cleaner.clean(PAGE, config=ALONE)
    assert once.undo().source == once.source
    again = cleaner.pipeline.run_stages(once, ALONE)
    assert len(again.entries) == len(once.entries)


def test_cells_and_short_lines_of_a_table_count_as_read(monkeypatch):
    readings(monkeypatch, "Year | Votes cast | Share\n2019 | 1,204 | 31 %")
    table = "<table><tr><td>Year</td><td>Votes cast</td><td>Share</td></tr></table>"
    document = cleaner.clean(f"<html><body>{table}</body></html>", config=ALONE)
    assert "Votes cast" in document.text


def test_a_block_of_several_lines_counts_as_read(monkeypatch):
    readings(monkeypatch, "Type this:\nmake demo\nmake test\ncat out")
    page = "<html><body><p>Type this:</p><pre>make demo\nmake test\ncat out</pre></body></html>"
    assert "make test\ncat out" in cleaner.clean(page, config=ALONE).text


def test_the_command_line_takes_an_engine_and_the_run_remembers_it(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("page.html").write_bytes(PAGE)
    assert call(["clean", "page.html", "-o", "out", "--engine", "trafilatura", "--no-report"]) == 0
    assert json.loads(Path("out/run.json").read_text(encoding="utf-8"))["config"]["engine"] == "trafilatura"
    assert call(["show", "page.html", "--engine", "trafilatura", "--no-color"]) == 0
    capsys.readouterr()
    assert call(["show", "page.html", "--engine", "goose"]) == 2


def test_an_unknown_engine_is_refused_with_the_known_ones():
    with pytest.raises(UsageError, match=r"'goose'.*cleaner, trafilatura"):
        Config(engine="goose")
