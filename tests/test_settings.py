"""What settings files may say: a mistake is told in words, before anything is written."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import cleaner
from cleaner.config import Config, from_pyproject, judging
from cleaner.errors import PackError, UsageError
from cleaner.run import run
from cleaner.running.provenance import provenance

RULES = """\
language: en
rules:
- id: own-rule
  label: share
  phrases: [pass it on]
  at: whole
  why: A button.
  removes: [Pass it on]
  keeps: ["Please pass it on, the minister said."]
"""


@pytest.mark.parametrize(("stated", "told"), [
    ("profile = 3", "cleaner.toml, profile: 3; expected a text"),
    ('keep = [1, "a"]', "cleaner.toml, keep: (1, 'a'); expected a list of texts"),
    ("fail-if = 7", "cleaner.toml, fail_if: 7; expected a list of texts"),
    ("max_seconds = 0", "cleaner.toml, max_seconds: 0; expected a number above 0"),
    ('country = "Germany"', "country 'Germany'; expected the two letters"),
    ("max_chars = true", "cleaner.toml, max_chars: True; expected a number"),
    ('map = "url=link"', "cleaner.toml, map: 'url=link'; expected a table of columns"),
    ("profil = 1", "cleaner.toml: unknown key 'profil'. Known keys: baseline, "),
    ('[tool.cleaner]\nprofile = "text"', "belongs in pyproject.toml"),
    ("profile = news", "cleaner.toml: cannot be read: "),
])  # fmt: skip
def test_a_mistake_in_the_settings_is_told_with_its_key(tmp_path: Path, stated: str, told: str) -> None:
    (tmp_path / "cleaner.toml").write_text(stated)
    with pytest.raises(UsageError) as error:
        from_pyproject(tmp_path)
    assert told in str(error.value)


def test_one_text_will_do_for_a_list(tmp_path: Path) -> None:
    (tmp_path / "cleaner.toml").write_text('packs = "rules/"\nkeep = "spider"\nfail-if = "rejected>1%"\n')
    assert from_pyproject(tmp_path).packs == (str(tmp_path / "rules"),)
    assert from_pyproject(tmp_path).keep == ("spider",)
    assert judging(tmp_path).fail_if == ("rejected>1%",)


@pytest.mark.parametrize("pack", ["", "rules: [{id: x}]\nlanguage: en\n", "rules: []\n", "a: [\n"])
def test_own_rules_that_cannot_be_read_stop_a_run_before_it_begins(tmp_path: Path, pack: str) -> None:
    path, out, page = tmp_path / "own.yaml", tmp_path / "out", tmp_path / "page.txt"
    page.write_text("A text.")
    if pack:
        path.write_text(pack)
    config = Config(packs=(str(path),))
    with pytest.raises(PackError, match=r"own\.yaml"):
        run([page], out, config)
    assert not list(out.glob("*.*"))
    with pytest.raises(PackError, match=r"own\.yaml"):
        cleaner.clean_frame(pd.DataFrame({"body": ["A text."]}), config=config)


def test_own_rules_are_named_in_the_provenance(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(RULES)
    assert list(provenance([str(tmp_path / "own.yaml")])["packs"]) == ["own.yaml"]


def test_the_provenance_names_what_makes_tables_and_nothing_that_is_kept_for_speed() -> None:
    folders = provenance()["data"]
    assert {"languages/en/boilerplate", "names/lists", "label/weights"} <= set(folders)
    assert not [folder for folder in folders if {"__pycache__", "renderers", "training"} & set(folder.split("/"))]


@pytest.mark.parametrize("content", [None, 3, ["a"]])
def test_what_is_neither_text_nor_bytes_is_told(content: object) -> None:
    for function in (cleaner.clean, cleaner.extract):
        with pytest.raises(UsageError, match=f"found {type(content).__name__}"):
            function(content)  # type: ignore[operator]
