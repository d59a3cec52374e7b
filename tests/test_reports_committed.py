"""The committed reports on seeds/ show what the code does today; a change of a rule is seen as a change of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cleaner.config import Config
from cleaner.renderers import RENDERERS, write_all
from cleaner.run import run

ROOT = Path(__file__).parents[1]
COMMITTED = ROOT / "reports"
MEND = "reports/ is stale: run `make reports`, look at the diff, and commit it."


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Clean the seeds as the committed report says it was done: same profile, same format."""
    assert (COMMITTED / "report.json").is_file(), MEND
    said = json.loads((COMMITTED / "report.json").read_text(encoding="utf-8"))
    out = tmp_path_factory.mktemp("fresh")
    file_format = Path(said["tables"]["articles"]).suffix[1:]
    run([ROOT / "seeds"], out, Config(profile=said["profile"]), file_format=file_format)
    write_all(out)
    return out


@pytest.mark.parametrize("name", RENDERERS)
def test_the_committed_report_is_what_cleaning_the_seeds_gives(fresh: Path, name: str) -> None:
    committed, now = (COMMITTED / name).read_bytes().replace(b"\r\n", b"\n"), (fresh / name).read_bytes()
    assert committed == now, MEND
