"""The four seeds against what a careful person makes of them: text, labels, repairs, record, statements, issues.

`python -m tests.test_seeds` writes the snapshot anew after a change that is meant; read its diff before you commit it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import cleaner
from cleaner.config import Config

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
SNAPSHOT = Path(__file__).parent / "data" / "seeds.json"
RECORD = (
    "verdict", "title", "language", "published", "published_precision", "published_status", "publisher",
    "publisher_status", "agencies", "photo_sources", "authors", "speakers", "url", "host", "truncated",
)  # fmt: skip
STATEMENT = ("speaker", "co_speakers", "addressee", "reported_via", "cue", "mode", "kind", "in_", "text")


def taken(path: Path) -> dict[str, Any]:
    """Return what cleaning makes of a seed, in the form of the snapshot."""
    document = cleaner.clean(path.read_bytes(), name=path.name, config=Config(profile="statements"))
    removed = [row for row in document.ledger if row.action == "remove"]
    repairs = [row for row in document.ledger if row.action == "repair"]
    return {
        "record": {name: getattr(document.record, name) for name in RECORD},
        "text": document.text.split("\n\n"),
        "removed": [[row.label, row.before] for row in removed],
        "repairs": [[row.kind, row.before, row.after, row.source_start] for row in repairs],
        "statements": [[getattr(row, name) for name in STATEMENT] for row in document.statements],
        "issues": sorted({(row.severity, row.code) for row in document.issues}),
    }


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_a_seed_gives_its_record(path):
    expected = json.loads(SNAPSHOT.read_text(encoding="utf-8"))[path.name]
    assert json.loads(json.dumps(taken(path))) == expected, "run `python -m tests.test_seeds` if this change is meant"


def test_the_same_event_in_two_languages_has_the_same_speakers():
    english, french = (set(taken(path)["record"]["speakers"]) for path in (SEEDS[0], SEEDS[2]))
    assert {"Vladimir Putin", "Emmanuel Macron", "Kremlin"} <= english & french


if __name__ == "__main__":
    shot = {path.name: taken(path) for path in SEEDS}
    SNAPSHOT.write_text(json.dumps(shot, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
