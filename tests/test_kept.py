"""What is kept between processes is what would be made anew; it is made anew when a pack changes or it is broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleaner import kept, language
from cleaner.filing import file_rules


def test_kept_rules_are_the_rules_the_packs_state() -> None:
    stated = [rule for tag in language.available() for rule in language._rules_of(tag)]
    assert list(language.builtin_rules()) == stated
    assert language.builtin_filing() == file_rules(stated)


def test_what_was_kept_is_not_made_again(tmp_path: Path) -> None:
    made = []
    for _ in range(2):
        assert kept.kept(tmp_path, "n", "a1", lambda: made.append(1) or {"a": [1]}) == {"a": [1]}
    assert len(made) == 1


def test_other_content_is_made_anew_and_the_old_one_goes(tmp_path: Path) -> None:
    kept.kept(tmp_path, "n", "a1", lambda: 1)
    assert kept.kept(tmp_path, "n", "b2", lambda: 2) == 2
    assert [path.name for path in (tmp_path / "__pycache__").iterdir()] == ["n.b2.json"]


def test_a_broken_file_is_made_anew(tmp_path: Path) -> None:
    kept.kept(tmp_path, "n", "a1", lambda: [1])
    (tmp_path / "__pycache__" / "n.a1.json").write_text('{"half', encoding="utf-8")
    assert kept.kept(tmp_path, "n", "a1", lambda: [1]) == [1]
    assert (tmp_path / "__pycache__" / "n.a1.json").read_text(encoding="utf-8") == "[1]"


def test_where_nothing_may_be_written_it_is_made_each_time(tmp_path: Path) -> None:
    (tmp_path / "__pycache__").write_text("a file where a folder should be", encoding="utf-8")
    assert kept.kept(tmp_path, "n", "a1", lambda: [1]) == [1]


@pytest.mark.parametrize("change", ["content", "name"])
def test_packs_are_named_by_every_byte(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, change: str) -> None:
    monkeypatch.setattr(kept, "_HERE", tmp_path)
    (tmp_path / "a.yaml").write_text("one", encoding="utf-8")
    before = kept.digest([tmp_path / "a.yaml"], [])
    if change == "content":
        (tmp_path / "a.yaml").write_text("two", encoding="utf-8")
        assert kept.digest([tmp_path / "a.yaml"], []) != before
    else:
        (tmp_path / "a.yaml").rename(tmp_path / "b.yaml")
        assert kept.digest([tmp_path / "b.yaml"], []) != before
