"""The README and the pages of docs/ tell what happens: their first example, their names, their links."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import pytest

import cleaner
from cleaner.cli import call
from cleaner.names import link

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
README = (ROOT / "README.md").read_text(encoding="utf-8")


@lru_cache
def cleaned() -> cleaner.Document:
    return cleaner.clean(README.split("```")[1].strip("\n"), name="page.txt")


def test_the_first_example_gives_the_record_that_stands_below_it() -> None:
    told, record = README.split("```")[3], cleaned().record
    text = re.sub(r"\n {11}", "\n", told.partition("\ntext       ")[2]).strip()
    assert text == record.text
    for value in (record.title, record.published, *record.authors, *record.agencies, *record.speakers):
        assert value
        assert value in told


def test_the_first_example_gives_the_ledger_that_stands_below_it() -> None:
    told = {(rule, why) for rule, why in re.findall(r"^\| [^|]+ \| [^|]+ \| `([^`]+)` ([^|]+) \|$", README, re.M)}
    assert told == {(row.rule, row.why) for row in cleaned().ledger if row.action != "flag"}


def test_the_example_of_names_is_true() -> None:
    page = (ROOT / "docs" / "names.md").read_text(encoding="utf-8")
    found = link("Bush")
    assert repr((found.person, [candidate.person.id for candidate in found.candidates])) in page


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_that_a_page_names_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = set(re.findall(r"\b(?:cleaner|tests|benchmarks|docs)/[\w./-]+\.(?:py|md|yaml|npz|json)\b", text))
    assert not [name for name in named if not (ROOT / name).exists()]
    linked = set(re.findall(r"\]\((?!http)([^)#]+)", text))
    assert not [name for name in linked if not (page.parent / name).exists()]


@pytest.mark.parametrize("page", [*PAGES, None], ids=lambda page: page.name if page else "help")
def test_every_rule_that_an_example_explains_is_there(page: Path | None, capsys: pytest.CaptureFixture[str]) -> None:
    if page is None:
        call(["explain", "--help"])
        text = capsys.readouterr().out
    else:
        text = page.read_text(encoding="utf-8")
    for what in re.findall(r"cleaner explain ([a-z][\w/-]*[a-z])\b(?! --out)", text):
        assert call(["explain", what]) == 0
