"""Who said what in German, Spanish, Italian, Portuguese and Russian: the proofs of their packs, and how they read on."""

# ruff: noqa: E501
from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from cleaner.text import fold
from tests.speaking import find

LANGUAGES = ("de", "es", "it", "pt", "ru")
DATA = Path(__file__).parent / "data"
PROOFS = [
    (language, sentence, speaker)
    for language in LANGUAGES
    for sentence, speaker in yaml.safe_load((DATA / f"speakers_{language}.yaml").read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("language", "sentence", "speaker"), PROOFS)
def test_a_sentence_has_its_speaker(language: str, sentence: str, speaker: str) -> None:
    found, _ = find(f"{sentence}\n\n.", language)
    if speaker == "-":
        assert not found.value
    else:
        wanted = set(fold(speaker).split())
        assert any(wanted <= set(fold(name).split()) for name in found.value or ()), found.value
