"""Who speaks in Spanish, Italian and Portuguese as papers print them: mechanisms that the three share."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from cleaner.text import fold
from tests.speaking import find

ROWS = yaml.safe_load((Path(__file__).parent / "data" / "speakers_romance.yaml").read_text(encoding="utf-8"))


def words(name: str | None) -> set[str]:
    return set(fold(name or "").split())


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]}: {row[1][:60]}")
def test_what_is_said_has_its_speaker_and_who_passes_it_on(row: list[str]) -> None:
    language, text, said, speaker, *via = row
    _, statements = find(f"{text}\n\n.", language)
    held = [s for s in statements if said in s.text and s.kind in ("statement", "headline_statement")]
    named = [s for s in held if words(s.speaker) and (
        words(speaker) <= words(s.speaker) or words(s.speaker) <= words(speaker))]  # fmt: skip
    assert named, [(s.speaker, s.text) for s in held]
    assert not via or any(words(via[0]) <= words(" ".join(s.reported_via)) for s in named)


INTERVIEW = """Entrevista a Rosa Vidal, alcaldesa de Ribera.

¿Cómo está usted?

«Cansada, pero bien».

¿Se presentará otra vez?

«No lo sé. Mi marido dice que no».

El gasto de la villa es alto.

«Que lean el presupuesto».

¿Y el puente?

«El puente se abrirá en mayo»."""


def test_answers_that_alone_stand_in_marks_are_those_of_the_one_interviewed() -> None:
    _, statements = find(INTERVIEW, "es")
    said = {s.speaker for s in statements if "»" in s.text}
    assert said == {"Rosa Vidal"} and len(statements) == 4


@pytest.mark.parametrize(
    ("language", "text", "nobody"),
    [
        ("es", "Minutos después llovía. «Sin novedad».", "Minutos"),
        ("it", "Uscendo ha detto: «Basta».", "Uscendo"),
        ("it", "La donna minaccia esposti a nove procure.", "esposti"),
        ("pt", "O bairro Bom Jardim acordou cedo. \"Estamos cansados\", disse.", "Bom Jardim"),
    ],
)
def test_times_gerunds_papers_and_places_do_not_speak(language: str, text: str, nobody: str) -> None:
    _, statements = find(f"{text}\n\n.", language)
    assert nobody not in [s.speaker for s in statements]
