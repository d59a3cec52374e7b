"""What looks like a statement on everyday pages and is none, beside what is one: rows of data/speakers_precision.yaml.

The voice is silent here: what is held are the rules.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from cleaner.attribution.voice import choosing as voice
from cleaner.attribution.words import pack
from tests.speaking import find

ROWS = yaml.safe_load((Path(__file__).parent / "data" / "speakers_precision.yaml").read_text(encoding="utf-8"))
CASES = [pytest.param(tag, row, id=f"{tag}: {name}") for tag, rows in ROWS.items() for name, row in rows.items()]


@pytest.fixture(autouse=True)
def _rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(voice, "speak", lambda lines, claims, cast: list(claims))


@pytest.mark.parametrize(("tag", "row"), CASES)
def test_things_say_nothing(tag: str, row: dict[str, str]) -> None:
    _, statements = find(f"{row['none']}\n\n.", tag)
    assert [(s.rule, s.speaker, s.text) for s in statements] == []


@pytest.mark.parametrize(("tag", "row"), CASES)
def test_who_can_say_something_does(tag: str, row: dict[str, str]) -> None:
    _, statements = find(f"{row['one']}\n\n.", tag)
    found = [s for s in statements if row["said"] in s.text and row["speaker"].lower() in (s.speaker or "").lower()]
    assert found, [(s.rule, s.speaker, s.text) for s in statements]


@pytest.mark.parametrize("tag", ROWS)
def test_what_things_do_are_verbs_of_the_language(tag: str) -> None:
    """A verb that is stated otherwise than its row would be silently without effect."""
    lexicon = pack.lexicon(tag)
    assert lexicon is not None
    lemmas = {form.lemma for forms in lexicon.forms.values() for form in forms}
    known = lemmas | {lemma.partition(" ")[0] for lemma in lemmas}
    speech = lexicon.speech
    assert speech.things_do and {*speech.things_do, *speech.things_show, *speech.bodies_do} <= known
