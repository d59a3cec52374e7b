"""What stands above an article in a dump: menus with the words of lists, standfirsts, credits over a short lead."""

from __future__ import annotations

import pytest

import cleaner
from cleaner.config import Config

TEXT = Config(profile="text")
PROSE = {
    "nl": "Het tramverkeer tussen de haven en het station lag maandag bijna drie uur stil, zo meldt de vervoerder.",
    "pt": "Os barcos de pesca da vila não saíram ontem para o mar, porque o preço em lota deixou de pagar a viagem.",
    "it": "Fino a dieci anni fa dal terrazzo del rifugio si sentiva il ghiaccio scricchiolare anche in piena estate.",
    "es": "La empresa vende fruta cortada en el metro de la ciudad y quiere abrir otras cien máquinas este año.",
    "cs": "Opravy mostu přes řeku potrvají podle vedení města nejméně do konce října a budou stát dva miliony korun.",
    "pl": "Remont mostu przez rzekę potrwa według władz miasta co najmniej do końca października i nie będzie tani.",
}


def lines(*rows: str) -> list[tuple[str, str]]:
    document = cleaner.clean("\n".join(rows), name="page.txt", config=TEXT)
    return [(block.text, block.label) for block in document.blocks]


MENUS = [
    ("nl", ("Ga naar de inhoud", "Net binnen", "Regio", "Sport"), "Duif legt tram plat, drie uur lang"),
    ("pt", ("Saltar para o conteúdo", "Última Hora", "Opinião", "Cultura"), "Frota fica em terra por causa do preço"),
    ("es", ("Saltar al contenido", "Local", "Deportes", "Lo más leído"), "Una ronda de 18 millones para la fruta"),
]


@pytest.mark.parametrize(("tag", "menu", "title"), MENUS)
def test_an_entry_of_a_menu_heads_no_list(tag: str, menu: tuple[str, ...], title: str) -> None:
    labels = dict(lines(*menu, title, "12.03.2024 14:05", PROSE[tag], "1. " + PROSE[tag]))
    assert {labels[entry] for entry in menu} <= {"nav", "kicker"}
    assert labels[title] == "title"


def test_a_list_of_headlines_above_an_article_stays_a_list() -> None:
    listed = ("Lo más leído", "La nieve cubre la sierra y cierra carreteras", "Una nueva línea llega al aeropuerto")
    found = lines(*listed, "12 de marzo de 2024", "Una ronda de 18 millones para la fruta", PROSE["es"], PROSE["es"])
    assert [label for _, label in found[:3]] == ["related_list_heading", "related_list_item", "related_list_item"]


def test_two_sentences_under_a_headline_sum_it_up() -> None:
    title = "Il rifugio che si è spostato con il ghiaccio"
    summary = "Nella valle un lago nuovo costringe i glaciologi a ridisegnare le mappe. E un rifugio a cambiare nome"
    stamp = "Pubblicato il 28.08.2021 alle 08.00"
    found = dict(lines("Cerca", title, summary, stamp, PROSE["it"], PROSE["it"] + " Ora no."))
    assert (found[title], found[summary]) == ("title", "lead")


@pytest.mark.parametrize(
    ("tag", "above", "lead"),
    [
        ("it", ("Stella battuta dalla Varesina", "3 maggio 2023, 08:10", "Foto: Marco Re/ANSA"), "Aveva 91 anni."),
        ("pl", ("Zmarł kronikarz znad rzeki", "3.05.2023, 8:10", "fot. Jan Król/PAP"), "Miał 91 lat."),
        ("cs", ("Zemřel kronikář od řeky", "3. 5. 2023 8:10", "Foto: Tomáš Král"), "Bylo mu 91 let."),
    ],
)
def test_a_short_sentence_below_date_and_credit_is_the_text(tag: str, above: tuple[str, ...], lead: str) -> None:
    assert dict(lines(*above, lead, PROSE[tag], PROSE[tag] + " 1"))[lead] in ("lead", "body")


def test_two_names_with_a_link_each_sign() -> None:
    named = "[Lien Verstraelen](/a/lien), [Bart Op de Beeck](/a/bart)"
    page = f"# Brouwerij brouwt verder\n\n{named}\n\nvrijdag 14 april 2023\n\n{PROSE['nl']}\n\n{PROSE['nl']}"
    document = cleaner.clean(page, name="page.md", config=TEXT)
    assert {block.text: block.label for block in document.blocks}["Lien Verstraelen, Bart Op de Beeck"] == "byline"
