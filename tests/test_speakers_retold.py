"""Whose words somebody passes on: what was told him, what he recalls or heard, what a paper or a witness tells."""

# ruff: noqa: E501
from __future__ import annotations

import pytest

from cleaner.training.annotated import same_name
from tests.speaking import find

ROWS = [
    # in own words: a pronoun means whom the words or the writer told of before
    ("en", "The mayor, Alan Price, met residents on Monday. “He told us there was no money,” said Mary Hobbs.", "no money", "Alan Price", "Mary Hobbs"),
    ("fr", "Le préfet, Marc Lemoine, l'a reçu lundi. « Il m'a assuré que rien ne bougerait », affirme Alain Dubois.", "rien ne", "Marc Lemoine", "Alain Dubois"),
    ("de", "Der Bürgermeister, Kai Wolff, war am Montag da. „Er hat uns versprochen, dass das Bad bleibt“, sagt Jana Beck.", "Bad", "Kai Wolff", "Jana Beck"),
    ("it", "Il sindaco, Piero Dellavalle, l'ha ricevuta ieri. “Mi ha promesso che la scuola resta”, dice Loredana Rossi.", "scuola", "Piero Dellavalle", "Loredana Rossi"),
    ("ru", "Мэр Олег Петров приезжал в мае. «Он обещал нам, что школу не закроют», — рассказала Людмила Иванова.", "школу", "Олег Петров", "Людмила Иванова"),
    # told by nobody in particular
    ("fr", "« On m'a répondu que le dossier était perdu », dit Marie Hobbs.", "dossier", "", "Marie Hobbs"),
    ("de", "„Man hat mir gesagt, die Akte sei weg“, sagt Jana Beck.", "Akte", "", "Jana Beck"),
    ("es", "“Me dijeron que volviera el lunes”, cuenta Ana Ruiz.", "volviera", "", "Ana Ruiz"),
    # an aside tells who passes it on
    ("en", "The minister, John Hale, was furious. He replied, according to the diary: “Then let it come out.”", "let it", "John Hale", "the diary"),
    ("fr", "Le ministre, Luc Hale, lui avait dit, selon le compte rendu : « Que ça sorte donc. »", "Que ça", "Luc Hale", "compte rendu"),
    ("es", "El presidente, contó el ministro Carlos Edem, aseguró a su colega que el tránsito seguiría abierto.", "tránsito", "presidente", "Carlos Edem"),
    ("pt", "O presidente, contou o ministro Carlos Edem, garantiu ao colega que o trânsito continuaria aberto.", "trânsito", "presidente", "Carlos Edem"),
    # who cites, and whom he cites
    ("fr", "Le Financial Times, citant deux responsables, rapporte que Luc Hale s'est plaint des « pirates ».", "pirates", "Luc Hale", "responsables;Financial Times"),
    ("it", "Il Financial Times, citando due funzionari, scrive che Luca Hale si è lamentato dei “pirati”.", "pirati", "Luca Hale", "due funzionari;Financial Times"),
    ("fr", "Le comité est « partagé », selon un membre cité par « La Liberté ».", "partagé", "un membre", "La Liberté"),
    # the main clause only recalls or records
    ("en", "Two aides of the department spoke. A third recalled the remark differently, saying the deputy secretary had merely asked whether it could be done.", "whether", "deputy secretary", "a third"),
    ("en", "Minutes of a meeting of the fund, obtained by the FT, record that one of its members asked whether anyone could find Kaunas on a map.", "Kaunas", "one of its members", "Minutes of a meeting"),
    ("en", "Ann Roe remembers it differently: Hale had promised “a full review” by Friday.", "full review", "Hale", "Ann Roe"),
    ("it", "Anna Roe riferisce un colloquio con l'amministratore, Luca Hale: lui le avrebbe risposto che “i morti fanno parte del bilancio”.", "morti", "Luca Hale", "Anna Roe"),
    # heard
    ("en", "The clerk, Ann Roe, remembered John Hale telling her to “burn the files.”", "burn", "John Hale", "Ann Roe"),
    ("en", "A nurse overheard the doctor say that the ward was closing.", "ward", "doctor", "a nurse"),
    ("de", "Anna Roe sagte, der Arzt habe ihr gesagt, sie solle warten.", "warten", "Arzt", "Anna Roe"),
    ("de", "Zwei Berater sagten, Udo Hale habe ihnen versprochen, dass niemand entlassen werde.", "niemand", "Udo Hale", "Berater"),
    # a pronoun inside is another than who tells it
    ("en", "The mayor, Alan Price, spoke to Ann Roe. Price recalled that she had told him the site would close.", "site", "Ann Roe", "Alan Price"),
    ("fr", "Deux conseillers ont affirmé que Luc Hale leur avait promis que personne ne serait renvoyé.", "personne", "Luc Hale", "Deux conseillers"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "piece", "speaker", "via"), ROWS)
def test_what_is_passed_on_has_its_speaker_and_its_channels(
    language: str, text: str, piece: str, speaker: str, via: str
) -> None:
    _, statements = find(text, language)
    at = text.index(piece)
    held = [s for s in statements if any(a <= at < b for a, b in s.content)]
    due = via.split(";")
    assert any(
        (same_name(s.speaker, speaker) if s.speaker and speaker else not s.speaker and not speaker)
        and len(due) == len(s.reported_via)
        and all(map(same_name, due, s.reported_via))
        for s in held
    ), [(s.speaker, s.reported_via, s.rule) for s in held]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ann Roe remembered John Hale as a kind man who said little."),
        ("fr", "« On ne m'a rien dit », dit Inès Bel."),
        ("en", "Joe Dale, the owner, said that he had told Ann Roe to wait."),
    ],
)
def test_what_nobody_else_said_passes_through_nobody(language: str, text: str) -> None:
    _, statements = find(text, language)
    assert not any(s.reported_via for s in statements)
