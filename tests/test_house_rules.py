"""What every module keeps to: read in one sitting, and says at its top what it owns."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in ("cleaner", "schemas")
    for path in (ROOT / folder).rglob("*.py")
    if ROOT / "cleaner" / "schemas" not in path.parents  # the type checkers' link
)
MOST_LINES = 400


@pytest.mark.parametrize("module", MODULES)
def test_a_module_is_read_in_one_sitting_and_opens_with_what_it_owns(module: str) -> None:
    source = (ROOT / module).read_text(encoding="utf-8")
    assert len(source.splitlines()) <= MOST_LINES, "Two subjects? Then make it two files."
    assert ast.get_docstring(ast.parse(source)), "Say in its first lines what the module owns and what it never does."


@pytest.mark.parametrize("folder", ["tests", "seeds", "schemas", "benchmarks", "docs", "reports"])
def test_no_file_is_a_link(folder: str) -> None:
    links = [path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_symlink()]
    assert not links, "A link to a folder above sends every tool that walks the tree round in circles."
