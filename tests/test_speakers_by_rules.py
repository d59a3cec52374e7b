"""Who speaks in German, Spanish, Italian, Portuguese and Russian news as the rules alone tell, the voice silent."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from cleaner.attribution.voice import choosing as voice
from cleaner.config import Config
from cleaner.fields import speakers
from cleaner.tables.rows import Article
from cleaner.text import fold
from tests.speaking import article, find

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


LETTERED = """«Me enseñó a perder sin llorar»

Marta Soler cerró su taller de Vic y abrió una escuela en la calle Mayor de su pueblo.

P. ¿Se arrepiente de haberlo cerrado?

R. Ni un minuto de mi vida.

P. ¿Qué aprendió de su abuela?

R. A no tirar el hilo. Ella hablaba poco.

P. Su hermano cree que volverá.

R. Mi hermano cree muchas cosas.

P. ¿Y el futuro?

R. El futuro es un ovillo."""


def test_answers_behind_letters_and_a_headline_of_words_alone_are_those_of_the_one_interviewed(
        monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.setattr(voice, "speak", lambda lines, claims, cast: list(claims))
    document = article(LETTERED, "es", title=True)
    _, statements = speakers.find(document, Config(), Article(title=document.blocks[0].text))
    said = [s for s in statements if s.speaker == "Marta Soler"]
    assert {s.rule for s in said} >= {"es/answer", "es/quote-continued"} and len(said) == 5
