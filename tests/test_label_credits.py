"""Captions with a credit glued to them: a name in capitals, an office's name, a credit's word cut short."""

from __future__ import annotations

import pytest

import cleaner
from cleaner.config import Config
from cleaner.label.article.captioned import shouted

PAGES = [
    ("es", "El puente de La Hoz, partido en dos tras la crecida.", "/ M. ARGÜESO"),
    ("es", "Eutimio Barrios, con el mazo que heredó de su abuelo.", "JACOBO TUÑÓN"),
    ("pl", "Wizualizacja skateparku przy ulicy Młyńskiej", "fot. Urząd Miasta w Lipówce"),
    ("ro", "Ursul, surprins de camera de la intrare", "Captură video: Primăria Băile Cerbului"),
    ("cs", "Šelma si lehla mezi rajčata za domem", "FOTO: Městská policie Březnice nad Litavkou"),
]
PROSE = {
    "es": "El puente aguantó noventa y un años y el domingo el río se lo llevó en menos de un minuto, dice el alcalde.",
    "pl": "Przez trzy lata przychodzili na każdą sesję rady miasta, a w czwartek radni dali w końcu za wygraną.",
    "ro": "Un urs a intrat sâmbătă seara în biblioteca orașului și a răsturnat raftul de poezie, spun polițiștii.",
    "cs": "Paní Alena se ráno vydala zalít rajčata a mezi keříky uviděla tygra, který ležel a mhouřil na ni oči.",
}
TITLES = {
    "es": "La crecida se lleva el puente",
    "pl": "Młodzi dostaną swój skatepark",
    "ro": "Un urs a intrat în bibliotecă",
    "cs": "Na zahradě ležel velký tygr",
}


@pytest.mark.parametrize(("tag", "caption", "credit"), PAGES)
def test_a_credit_glued_to_a_caption_is_told_from_it(tag: str, caption: str, credit: str) -> None:
    rows = [TITLES[tag], "12.03.2024 14:05", f"{caption} {credit}", PROSE[tag], PROSE[tag]]
    document = cleaner.clean("\n".join(rows), name="page.txt", config=Config(profile="text"))
    labels = {block.text.strip(" /"): block.label for block in document.blocks}
    assert labels[credit.strip(" /")] == "photo_credit"
    assert not any(caption in block.text for block in document.blocks if block.in_text)


@pytest.mark.parametrize(
    "text",
    [
        "Los sindicatos CCOO y UGT",
        "La reunión fue con la gente de la ONU",
        "NUEVA YORK",
        "Wybory wygrywa partia PO",
        "Das sagt der Chef des ADAC dazu",
    ],
)
def test_short_capitals_name_nobody(text: str) -> None:
    assert shouted(text) == 0
