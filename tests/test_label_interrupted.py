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


@pytest.mark.parametrize("heading", ["I numeri", "I numeri del piano"])
@pytest.mark.parametrize("items", [LISTED[1:2], (*LISTED[1:], "Guida ai cantieri italiani")])
def test_a_paragraph_and_a_head_below_a_list_of_other_articles_go_on(heading: str, items: tuple[str, ...]) -> None:
    prose, *_ = PAGES["it"]
    goes_on = (
        "Il cantiere resta del Comune fino alla fine dell'anno. La concessione scade a dicembre e poi si vedrà.",
        heading,
        "Servono tre milioni in tutto, la metà dei quali sarà a carico della Regione, e qui sta il problema.",
    )
    told = goes_on if len(items) == 1 else goes_on[1:]
    document = cleaner.clean("\n".join([prose, LISTED[0], *items, *told, prose]), name="page.txt", config=TEXT)
    labels = {block.text: block for block in document.blocks}
    assert [row for row in told if not labels[row].in_text] == []
    assert not any(labels[row].in_text for row in (LISTED[0], *items))


@pytest.mark.parametrize(
    "rows",
    [("Partono così:", "22:40 Lippiano", "23:10 Betulla", "00:20 Isola"), ("I treni:", "7:10 Lippiano", "8:15 Isola")],
    ids=["past midnight", "two that a colon announces"],
)
def test_times_of_a_timetable_are_no_live_blog(rows: tuple[str, ...]) -> None:
    prose, *_ = PAGES["it"]
    document = cleaner.clean("\n".join([prose, *rows, prose]), name="page.txt", config=TEXT)
    assert [row for row in rows if row not in document.text] == []


@pytest.mark.parametrize("row", ["Ouve-se uma tosse, depois uma voz: «Boa noite.»", "Leia-se o que está escrito."])
def test_a_hyphen_within_a_word_marks_no_pointer(row: str) -> None:
    prose = "O arquivo tem duas mil e setecentas bobines e cheira a vinagre, diz o antigo técnico de som da rádio."
    document = cleaner.clean(f"{prose} {row}\n\n{prose}", name="page.txt", config=TEXT)
    assert row in document.text
