"""Who said what in German and Spanish: the common shapes of a sentence, each language by its own words."""

# ruff: noqa: E501
from __future__ import annotations

import pytest

from tests.speaking import find

SENTENCES = [
    ("de", "„Das reicht nicht“, sagte Verteidigungsminister Boris Pistorius am Montag.", "Boris Pistorius"),
    ("de", "Bundeskanzler Olaf Scholz (SPD) hat die Verbündeten aufgerufen, sich auf einen langen Krieg einzustellen.", "Olaf Scholz"),
    ("de", "Am Montag sagte Sanna Marin, man werde weiter reden.", "Sanna Marin"),
    ("de", "Die Gespräche dauern an, so Ministerpräsidentin Sanna Marin.", "Sanna Marin"),
    ("de", "Konferenzleiter Christoph Heusgen begründete dies damit, dass er „keine Bühne“ bieten wolle.", "Christoph Heusgen"),
    ("de", "Nach Angaben der Polizei wurden zwei Menschen verletzt.", "Polizei"),
    ("de", "Annalena Baerbock hat sich für ein baldiges Treffen ausgesprochen.", "Annalena Baerbock"),
    ("de", "Die Konferenz findet seit 1963 statt und dauert bis Sonntag.", None),
    ("de", "Vor dem Hotel sperrte die Polizei mehrere Straßen.", None),
    ("es", "“No es suficiente”, dijo el ministro de Exteriores, Luis Prado, el lunes.", "Luis Prado"),
    ("es", "La ministra de Defensa, Ana Molina, aseguró que las tropas saldrán en mayo.", "Ana Molina"),
    ("es", "Según el Kremlin, la conversación duró una hora.", "Kremlin"),
    ("es", "Pedro Lara pidió a los vecinos que no salieran de casa.", "Pedro Lara"),
    ("es", "Pedro Lara ha calificado la oferta de “inaceptable”.", "Pedro Lara"),
    ("es", "El acuerdo, según fuentes diplomáticas, se firmará el martes.", "fuentes diplomáticas"),
    ("es", "La reunión se celebró en Madrid y duró dos horas.", None),
]  # fmt: skip


def test_a_spanish_verb_behind_a_quotation_needs_no_subject() -> None:
    _, statements = find("Ana Molina pidió calma. “No hay alternativa”, subrayó en Madrid.", "es")
    assert [s.speaker for s in statements] == ["Ana Molina", "Ana Molina"]


@pytest.mark.parametrize(("language", "sentence", "speaker"), SENTENCES)
def test_german_and_spanish_sentences(language: str, sentence: str, speaker: str | None) -> None:
    _, statements = find(sentence, language)
    assert [s.speaker for s in statements] == ([speaker] if speaker else [])
