"""A text that goes on below a call: with short sentences, with a list that one of them announces."""

from __future__ import annotations

import pytest

import cleaner
from cleaner.config import Config

TEXT = Config(profile="text")
PAGES = {
    "cs": (
        "Opravy mostu přes řeku potrvají podle vedení města nejméně do konce října a budou stát dva miliony korun.",
        ("Přihlaste se k odběru našeho newsletteru", "Sledujte nás na Facebooku"),
        ("Náhradní autobusy pojedou takto:", "5.10 – Lhota, nádraží", "5.25 – Březí, náves", "5.40 – Ostrov, škola"),
        ("„Jinak to nejde,“ řekl starosta.", "Chybí strana 3 smlouvy."),
        ("Štítky: doprava, město", "Diskuse (12)", "© 2024 Region Press. Všechna práva vyhrazena."),
    ),
    "ro": (
        "Lucrările la podul peste râu vor dura, spune primăria, cel puțin până la sfârșitul lui octombrie.",
        ("Abonează-te la newsletterul nostru", "Urmărește-ne pe Google News"),
        ("Până atunci programul e scris pe ușa școlii:", "7.20 – prima barcă", "7.40 – a doua barcă"),
        ("Sub el, cineva a desenat un pod.", "Iar plouă la munte."),
        ("Etichete: școală, pasarelă", "3 comentarii", "Comentariile cu injurii vor fi șterse fără avertisment."),
    ),
    "it": (
        "I lavori sul ponte dureranno, secondo il Comune, almeno fino alla fine di ottobre e costeranno due milioni.",
        ("Iscriviti alla newsletter", "Segui il canale WhatsApp"),
        ("Gli autobus partono a questi orari:", "5.10 – Lippiano, stazione", "5.25 – Betulla, piazza", "5.40 – Isola"),
        ("«Altro non si può fare», dice la sindaca.", "Manca la pagina 3 del contratto."),
        ("Argomenti: strade, comune", "Commenti (8)", "© 2024 Edizioni del Fiume. Tutti i diritti riservati."),
    ),
}


@pytest.mark.parametrize("tag", PAGES)
@pytest.mark.parametrize("calls", [1, 2])
@pytest.mark.parametrize("part", [2, 3])
def test_a_text_goes_on_below_calls(tag: str, calls: int, part: int) -> None:
    prose, called, *parts, furniture = PAGES[tag]
    rows = [prose, prose, *called[:calls], *parts[part - 2], *furniture]
    document = cleaner.clean("\n".join(rows), name="page.txt", config=TEXT)
    labels = {block.text: block for block in document.blocks}
    assert all(labels[row].in_text for row in parts[part - 2])
    assert not any(labels[row].in_text for row in (*called[:calls], *furniture))


def test_a_clock_is_no_reader() -> None:
    rows = [PAGES["ro"][0], *PAGES["ro"][2], "3 comentarii", "ion: bravo lor", "mia: rușine"]
    document = cleaner.clean("\n".join(rows), name="page.txt", config=TEXT)
    assert {b.text: b.label for b in document.blocks}["7.20 – prima barcă"] == "body"


LISTED = ("Potrebbe interessarti", "Yacht, gli ordini frenano per il terzo trimestre", "Chi guida i cantieri del golfo")


@pytest.mark.parametrize(
    "goes_on",
    [
        ("I numeri", "Lavoratori interessati: 340 su 1.120", "Solidarietà: 18 mesi", "Incentivo: 24 mila euro"),
        ("In piazza nessuno aveva il biglietto. Tra due fermate uno si è messo a suonare. Poi il treno si è fermato.",
         "Ventidue minuti", "L'azienda ha parlato di un guasto. Nessuno ha corso pericoli. Qualcuno intanto ballava."),
    ],
    ids=["figures", "paragraphs of short sentences"],
)  # fmt: skip
def test_a_text_goes_on_below_a_list_of_other_articles(goes_on: tuple[str, ...]) -> None:
    prose, *_ = PAGES["it"]
    end = [f"{prose[:-1]}, ha detto {who} dopo la riunione di lunedì." for who in ("il sindaco", "l'assessora")]
    document = cleaner.clean("\n\n".join([prose, *LISTED, *goes_on, *end]), name="page.txt", config=TEXT)
    labels = {block.text: block for block in document.blocks}
    assert all(labels[row].in_text for row in goes_on)
    assert not any(labels[row].in_text for row in LISTED)
