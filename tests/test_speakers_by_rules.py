"""Who speaks in German, Spanish, Italian, Portuguese and Russian news as the rules alone tell, the voice silent."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from cleaner.attribution.voice import choosing as voice
from cleaner.text import fold
from tests.speaking import find

ROWS = yaml.safe_load((Path(__file__).parent / "data" / "speakers_by_rules.yaml").read_text(encoding="utf-8"))


def words(name: str | None) -> set[str]:
    return set(fold(name or "").split())


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]}: {row[1][:60]}")
def test_rules_alone_tell_who_says_it(row: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(voice, "speak", lambda lines, claims, cast: list(claims))
    language, text, said, speaker = row
    _, statements = find(f"{text}\n\n.", language)
    held = [s for s in statements if said in s.text and s.kind == "statement"]
    named = [s for s in held if words(s.speaker) and (
        words(speaker) <= words(s.speaker) or words(s.speaker) <= words(speaker))]  # fmt: skip
    assert named, [(s.speaker, s.rule, s.text) for s in held]
