"""What looks like a statement on everyday pages in French and Portuguese and is none, beside what is one.

Each row: what a thing does, or a sign, an idiom, a term; a sentence like it in which somebody says something, a piece
of what is said, and who says it. Invented sentences, the voice silent.
"""

from __future__ import annotations

import pytest

from cleaner.attribution.voice import choosing as voice
from tests.speaking import find

ROWS = {
    "fr: a product proposes, a person does": (
        "fr", "Le Silva 9 propose huit programmes et deux tiroirs.",
        "La ministre Claire Vautrin propose une baisse de la taxe.", "baisse de la taxe", "Vautrin"),
    "fr: a waiter or a machine, a waiter who says": (
        "fr", "Le serveur répond par un code 404.",
        "Le serveur répond : « La cuisine est fermée. »", "cuisine est fermée", "serveur"),
    "fr: a menu announces, a mayor announces": (
        "fr", "La carte promet des plats à 14 euros.",
        "Le maire promet des repas à 1 euro.", "repas à 1 euro", "maire"),
    "fr: a message shows that, the police do": (
        "fr", "Ce message indique que la clé existe déjà.",
        "La police indique que la clé existe déjà.", "clé existe", "police"),
    "fr: a mode in quotation marks, a speaker behind words": (
        "fr", "Le mode « Turbo » précise l’image d’un appareil rapide.",
        "« L’image est nette », précise Claire Vautrin.", "image est nette", "Vautrin"),
    "fr: she may be an app, she is a minister": (
        "fr", "L’application est belle. Elle propose un calendrier simple.",
        "La ministre Claire Vautrin est venue. Elle propose un calendrier simple.", "calendrier", "Vautrin"),
    "fr: words in brackets, words behind a comma": (
        "fr", "Elle propose un calendrier (« Ma semaine de course ») chaque soir.",
        "Claire Vautrin félicite les joueuses : « Bravo, les championnes ! »", "championnes", "Vautrin"),
    "fr: a broom growls, a neighbour does": (
        "fr", "Sur un tapis épais, le balai accroche, il grogne.",
        "« Le balai accroche », grogne le voisin.", "balai accroche", "voisin"),
    "fr: rivals give a value, they say that": (
        "fr", "La plupart des concurrents communiquent la valeur basse.",
        "La plupart des concurrents affirment que la valeur est basse.", "valeur est basse", "concurrents"),
    "fr: to show one's colours, to announce": (
        "fr", "Le président annonce la couleur.",
        "Le président annonce une réforme de la couleur.", "réforme", "président"),
    "fr: by model, by a mechanic": (
        "fr", "Selon le modèle, le siphon se dévisse à la main.",
        "Selon le plombier, le siphon se dévisse à la main.", "siphon", "plombier"),
    "fr: a product asks much, a person asks for": (
        "fr", "Le Silva 9 demande davantage d’huile : il accroche.",
        "Claire Vautrin demande davantage de moyens.", "davantage de moyens", "Vautrin"),
    "fr: somebody elided is whole": (
        "fr", "Le réseau parle, il faut l’écouter.",
        "« Laquelle ? », a crié quelqu’un au fond.", "Laquelle", "quelqu"),
    "pt: a service proposes, a minister does": (
        "pt", "O serviço propõe 300 bicicletas e duas oficinas.",
        "A ministra Clara Vaz propõe uma redução do imposto.", "redução do imposto", "Clara Vaz"),
    "pt: a button in quotation marks, a person without a subject": (
        "pt", "O botão “Sync” garante que os dois pratos terminem juntos.",
        "Clara Vaz cozinha bem. Garante que os dois pratos terminam juntos.", "pratos terminam", "Clara Vaz"),
    "pt: it is said, she says": (
        "pt", "Diz-se que o bolo nasceu em Minas.",
        "Clara Vaz diz que o bolo nasceu em Minas.", "bolo nasceu", "Clara Vaz"),
    "pt: a manual explains, a technician does": (
        "pt", "O manual explica os tempos para o peixe.",
        "O técnico explicou-me que a peça custa 30 euros.", "peça custa", "técnico"),
    "pt: a message shows that, the firm says so": (
        "pt", "Essa mensagem indica que a chave já existe.",
        "A polícia indica que a chave já existe.", "chave já existe", "polícia"),
    "pt: chemistry disagrees, a chemist says": (
        "pt", "O mito insiste, a química discorda.",
        "A química Clara Vaz discorda: “O mito é falso.”", "mito é falso", "Clara Vaz"),
    "pt: before beginning, so began somebody": (
        "pt", "Antes de começar: descubra onde está o entupimento.",
        "“Descubram onde está o entupimento”, começou Clara Vaz.", "Descubram", "Clara Vaz"),
    "pt: a cable, a corporal": (
        "pt", "Na cozinha, o cabo reclama uma extensão.",
        "O cabo diz que quer uma extensão.", "extensão", "cabo"),
    "pt: as tradition demands, as somebody says": (
        "pt", "Serve-se com café, como manda a tradição.",
        "Serve-se com café, como diz Clara Vaz.", "Serve-se com café", "Clara Vaz"),
    "pt: numbers tell a story, a woman tells that": (
        "pt", "Os números só contam uma história se alguém os ouvir.",
        "Clara Vaz conta que ninguém os ouviu.", "ninguém os ouviu", "Clara Vaz"),
    "pt: by model, by a mechanic": (
        "pt", "Conforme o modelo, a tampa sai com a mão.",
        "Segundo o técnico, a tampa sai com a mão.", "tampa sai", "técnico"),
    "pt: a pronoun hangs on the verb": (
        "pt", "O castelo mostra-se ao longe.",
        "O advogado mostrou-se “confiante” na decisão.", "confiante", "advogado"),
}  # fmt: skip


@pytest.fixture(autouse=True)
def _rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(voice, "speak", lambda lines, claims, cast: list(claims))


@pytest.mark.parametrize("name", ROWS)
def test_things_say_nothing(name: str) -> None:
    _, statements = find(f"{ROWS[name][1]}\n\n.", ROWS[name][0])
    assert [(s.rule, s.speaker, s.text) for s in statements] == []


@pytest.mark.parametrize("name", ROWS)
def test_who_can_say_something_does(name: str) -> None:
    tag, _, text, said, speaker = ROWS[name]
    _, statements = find(f"{text}\n\n.", tag)
    found = [s for s in statements if said in s.text and speaker.lower() in (s.speaker or "").lower()]
    assert found, [(s.rule, s.speaker, s.text) for s in statements]
