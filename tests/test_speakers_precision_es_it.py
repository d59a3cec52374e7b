"""What looks like a statement on everyday pages in Spanish and Italian and is none, beside what is one.

Invented sentences, the voice silent. Each row: what says nothing; a sentence like it in which somebody says something,
a piece of what is said, and who says it.
"""

from __future__ import annotations

import pytest

from cleaner.attribution.voice import choosing as voice
from tests.speaking import find

ROWS = {
    "es": {
        "a product confirms, a mayor does": (
            "La Vela Turbo confirma su buena fama.",
            "El alcalde Luis Nieto confirma la venta del solar.", "venta del solar", "Luis Nieto"),
        "a button announces, a minister does": (
            "El botón lateral anuncia el modo turbo con una luz azul.",
            "La ministra anuncia una rebaja del impuesto.", "rebaja del impuesto", "ministra"),
        "a website announces, it says that": (
            "La web anuncia un descuento del 20 %.",
            "La web dice que el descuento es del 20 %.", "descuento es del 20", "web"),
        "a programme says that by itself, a study does": (
            "El programa indica que falta papel.",
            "El estudio indica que falta agua en el embalse.", "falta agua", "estudio"),
        "a box says a word, a person does": (
            "La caja dice «silenciosa», pero el motor hace ruido.",
            "La alcaldesa Marta Ferrer dice: «Será una obra silenciosa».", "obra silenciosa", "Marta Ferrer"),
        "carried from a thing, carried from a person": (
            "Solvanta S.A. presenta Lumo, una plataforma que ofrece datos y garantiza el ahorro.",
            "El alcalde Luis Nieto visitó la obra y prometió una solución.", "una solución", "Luis Nieto"),
        "without a subject": (
            "Marta Ferrer llegó ayer. La plataforma crece, destaca por su sencillez y gusta.",
            "Marta Ferrer llegó ayer. «La plataforma crece», destaca.", "plataforma crece", "Marta Ferrer"),
        "asked without a subject": (
            "Marta Ferrer llegó ayer. Pide poca sal.",
            "Marta Ferrer llegó ayer. Pidió que haya poca sal.", "poca sal", "Marta Ferrer"),
        "as a board recalls, as a person does": (
            "Habló Marta Ferrer. El tren sale a las diez, como recuerda el panel de la estación.",
            "El tren sale a las diez, como recuerda la guía Marta Ferrer.", "sale a las diez", "Marta Ferrer"),
        "by the season, according to a club": (
            "Según la época, el caudal varía.",
            "Según la asociación, el caudal varía.", "caudal varía", "asociación"),
        "a named button, a quotation": (
            "El botón «Aceptar» confirma la compra.",
            "«La compra está hecha», confirma la alcaldesa.", "compra está hecha", "alcaldesa"),
        "a named chapter goes on, somebody goes on": (
            "Habló Marta Ferrer. El capítulo «Reglas propias» sigue en borrador.",
            "Habló Marta Ferrer. «Las reglas son pocas», prosigue.", "reglas son pocas", "Marta Ferrer"),
        "answers with an anthem, answers that": (
            "La cantante Marta Ferrer responde con otro himno.",
            "La cantante Marta Ferrer responde que habrá otro himno.", "habrá otro himno", "Marta Ferrer"),
        "if the seller says so, the seller says so": (
            "Si el vendedor asegura que no hace falta filtro, desconfíe.",
            "El vendedor asegura que no hace falta filtro.", "no hace falta filtro", "vendedor"),
        "not a word, a person does not say when": (
            "Habló Marta Ferrer. El convenio no dice ni pío sobre el asunto.",
            "El concejal no dice cuándo abrirá el parque.", "", "concejal"),
        "a name urges somebody to do something": (
            "Lumo recomienda rutas a sus usuarios.",
            "La OCU recomienda guardar la tarjeta.", "guardar la tarjeta", "OCU"),
        "several names asked in a note": (
            "Béjar responde siempre a lo esperado.",
            "Corvesa y la Lonal pidieron en un escrito “piso parejo” para todos.", "piso parejo", ""),
    },
    "it": {
        "a product confirms, a mayor does": (
            "La Vela Turbo conferma la sua fama.",
            "Il sindaco Luigi Neri conferma la vendita del terreno.", "vendita del terreno", "Luigi Neri"),
        "a website announces, it says that": (
            "Il sito annuncia uno sconto del 20%.",
            "Il sito dice che lo sconto è del 20%.", "sconto è del 20", "sito"),
        "a chart shows, a study shows": (
            "Il grafico mostra che la differenza è minima.",
            "Lo studio mostra che la differenza è minima.", "differenza è minima", "studio"),
        "carried from a museum, carried from a person": (
            "Il museo mostra attrezzi e racconta la vita dei pastori.",
            "Il sindaco Luigi Neri ha visitato il cantiere e ha promesso una soluzione.", "una soluzione",
            "Luigi Neri"),
        "asked without a subject": (
            "Marta Ferri è arrivata ieri. Chiede meno sale.",
            "Marta Ferri è arrivata ieri. Ha chiesto che ci sia meno sale.", "meno sale", "Marta Ferri"),
        "as a board recalls, as a person does": (
            "Ha parlato Marta Ferri. Il treno parte alle dieci, come ricorda il tabellone della stazione.",
            "Il treno parte alle dieci, come ricorda la guida Marta Ferri.", "parte alle dieci", "Marta Ferri"),
        "by the season, according to a club": (
            "Secondo la stagione, la portata cambia.",
            "Secondo l’associazione, la portata cambia.", "portata cambia", "associazione"),
        "a named button, a quotation without a comma": (
            "Il pulsante «Accetta» conferma l’acquisto.",
            "«L’acquisto è fatto» conferma la sindaca.", "acquisto è fatto", "sindaca"),
        "a named exhibition, a person shows": (
            "Ha parlato Marta Ferri. La mostra «Luce e fango» propone 80 pezzi.",
            "Il curatore Luigi Neri propone di aprire la mostra «Luce e fango» ad aprile.", "aprire la mostra",
            "Luigi Neri"),
        "two spoons tell, three people tell": (
            "Due cucchiai raccontano il colore, tre raccontano un’altra ricetta.",
            "Due testimoni raccontano che la porta era aperta.", "porta era aperta", "testimoni"),
        "a line-up called so, a person called it so": (
            "Marta Ferri è arrivata. La terna titolare, detta «i tre tenori» per il volume, riparte.",
            "Marta Ferri ha definito la terna titolare «i tre tenori».", "tre tenori", "Marta Ferri"),
        "a slogan, a person": (
            "Slogan della stagione: «Piano, che è vicina».",
            "L’allenatrice Marta Ferri: «Piano, la fine è vicina».", "fine è vicina", "Marta Ferri"),
        "a proverb, a person": (
            "Il proverbio, invece, mette le mani avanti: «Chi li mangia lo sa».",
            "Il sindaco Luigi Neri, invece, mette le mani avanti: «Chi li mangia lo sa».", "mangia lo sa",
            "Luigi Neri"),
        "speaks a dialect, the mayor speaks": (
            "Con le castagne: versione autunnale, parla abruzzese.",
            "Le castagne sono buone, spiega il sindaco.", "castagne sono buone", "sindaco"),
        "a cooking step, what is read": (
            "Ha parlato Marta Ferri. Con il baccalà: si aggiunge a pezzi negli ultimi minuti.",
            "Nella nota si legge: «Il baccalà è finito».", "baccalà è finito", ""),
        "it is said by nobody, she says it": (
            "Si dice che il vento parli di notte.",
            "Marta Ferri dice che il vento parla di notte.", "vento parla", "Marta Ferri"),
        "a name urges somebody to do something": (
            "Lumo propone percorsi agli utenti.",
            "Altroconsumo raccomanda di conservare la carta.", "conservare la carta", "Altroconsumo"),
        "answers to expectations, answers that": (
            "Il belvedere risponde alle attese.",
            "Il sindaco Luigi Neri risponde che le attese sono alte.", "attese sono alte", "Luigi Neri"),
    },
}
CASES = [(tag, name) for tag, rows in ROWS.items() for name in rows]


@pytest.fixture(autouse=True)
def _rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(voice, "speak", lambda lines, claims, cast: list(claims))


@pytest.mark.parametrize(("tag", "name"), CASES)
def test_things_say_nothing(tag: str, name: str) -> None:
    _, statements = find(f"{ROWS[tag][name][0]}\n\n.", tag)
    assert [(s.rule, s.speaker, s.text) for s in statements] == []


@pytest.mark.parametrize(("tag", "name"), CASES)
def test_who_can_say_something_does(tag: str, name: str) -> None:
    _, text, said, speaker = ROWS[tag][name]
    _, statements = find(f"{text}\n\n.", tag)
    found = [s for s in statements if said in s.text and speaker.lower() in (s.speaker or "").lower()]
    assert found, [(s.rule, s.speaker, s.text) for s in statements]
