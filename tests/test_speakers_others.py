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


READ_ON = [
    ("es", "Ana Molina pidió calma. “No hay alternativa”, subrayó en Madrid.", "No hay alternativa", "Ana Molina"),
    ("de", "Anna Kluge sagte, man prüfe das. Das sei aber schwierig.", "sei aber schwierig", "Anna Kluge"),
    ("de", "Eine Polizeisprecherin kam. „Das war knapp“, sagte eine Polizeisprecherin. „Sehr knapp“, so die Sprecherin.", "Sehr knapp", "eine Polizeisprecherin"),
    ("de", "Verkehrsminister Rainer Tolksdorf kam. „Nein“, sagte der SPD-Politiker.", "Nein", "Rainer Tolksdorf"),
    ("de", "Die Straße ist gesperrt. Das teilte die Polizei am Montag mit.", "gesperrt", "Polizei"),
    ("it", "«Usciamo a testa alta, comunque». Così Luca Serra ai microfoni di Sky.", "testa alta", "Luca Serra"),
    ("it", "Il ponte riapre. Lo ha detto il ministro Luca Serra.", "riapre", "Luca Serra"),
    ("pt", "Rui Prado chegou. «Vim para ganhar», atirou o avançado belga.", "ganhar", "Rui Prado"),
    ("ru", "Глеб Орлов приехал. «Этого мало», — сказал он.", "Этого мало", "Глеб Орлов"),
    ("ru", "Дорога закрыта. Об этом сообщил глава района Глеб Орлов.", "закрыта", "Глеб Орлов"),
    ("ru", "Президента Глеба Орлова встретили. Орлов заявил, что устал.", "устал", "Глеб Орлов"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "piece", "speaker"), READ_ON)
def test_what_is_said_is_read_on_from_sentence_to_sentence(language: str, text: str, piece: str, speaker: str) -> None:
    _, statements = find(f"{text}\n\n.", language)
    assert speaker in [s.speaker for s in statements if piece in s.text]


@pytest.mark.parametrize(
    ("text", "outer", "channels"),
    [
        ("Man habe Putin gewarnt. Der Kanzler habe angerufen, teilte der Kreml mit.", "Kreml", ()),
        ("Der „Spiegel“ berichtete unter Berufung auf Regierungskreise, die Maut komme.", "Regierungskreise", ("Spiegel",)),
        ("„Nie wieder“, zitiert der „Kurier“ Klaus Roth.", "Klaus Roth", ("Kurier",)),
        ("Boris Winter sagte Anna Kluge, dass man warte, teilte der Kreml mit.", "Boris Winter", ("Kreml",)),
    ],
)
def test_words_that_are_passed_on_name_who_passes_them_on(text: str, outer: str, channels: tuple[str, ...]) -> None:
    _, statements = find(f"{text}\n\n.", "de")
    assert (outer, channels) in [(s.speaker, s.reported_via) for s in statements]
