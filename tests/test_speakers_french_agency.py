"""Shapes of French agency copy in which somebody speaks: verb and subject behind a comma, names in asides, titles.

Each case: a text, a piece of what is said, and its speaker. All texts are invented.
"""

# ruff: noqa: E501
from __future__ import annotations

import pytest

from tests.speaking import find

SPOKEN = [
    # the verb and its subject close the sentence, no quotation near
    ("Le yen a reculé, relèvent les courtiers.", "yen", "courtiers"),
    ("Le sculpteur Anselme Roubaud, à qui l'on doit la fontaine, est mort lundi à Sète, a annoncé sa fille.", "est mort", "fille"),
    ("Non, le tunnel n'est pas fermé, démentent les Voies hydrauliques.", "tunnel", "Voies hydrauliques"),
    ("Une copie du registre subsiste, mais elle porte une « tache » qu'aucun expert n'a su effacer, rapporte une source judiciaire.", "copie", "une source judiciaire"),
    ("La réunion reste prévue « avant Noël », croit savoir un parlementaire breton qui tait son nom.", "réunion", "un parlementaire breton"),
    ("Le club « n'écarte rien », tempère le docteur Sylvie Maurel.", "écarte", "Sylvie Maurel"),
    # an aside in commas before the verb leaves the subject where it is
    ("Le maire, élu en 2020, dénonce un « procès politique ».", "procès", "maire"),
    ("La maire, qui a été réélue et dont le mari siège au conseil, dénonce la « décision » du préfet.", "décision", "maire"),
    # names in asides
    ("« C'est fini », s'est emporté le syndic, Jean-Marc Rochat (PLR), avant de sortir.", "fini", "Jean-Marc Rochat"),
    ("Le prestataire, Sopraline, assure que tout a été livré.", "livré", "Sopraline"),
    ("L'un d'eux, le chimiste Arnaud Pellegrin, assure que rien n'a été fait.", "rien", "Arnaud Pellegrin"),
    ("« On saisit tout », décrit le chef de l'antenne de l'Office à Dijon, le commissaire Yves Hautbois.", "saisit", "Yves Hautbois"),
    ("L'association Rivière 34, partie civile, qui obtient 500 euros, a salué « un signal clair ».", "signal", "association Rivière 34"),
    ("« Je n'en dors plus », confie « Karim », à visage couvert.", "dors plus", "Karim"),
    # between an auxiliary and its participle
    ("La ministre Claire Dupas a mardi soir sur RTL assuré que rien n'était joué.", "joué", "Claire Dupas"),
    ("La ministre Claire Dupas a d'ores et déjà averti que rien n'était joué.", "joué", "Claire Dupas"),
    ("La ministre Claire Dupas a, à l'issue du conseil, réaffirmé que rien n'était joué.", "joué", "Claire Dupas"),
    ("La ministre Claire Dupas n'a toutefois pas caché que la tâche serait rude.", "rude", "Claire Dupas"),
    ("« Un canon bio », n'a pu s'empêcher de relever le président.", "canon", "président"),
    ("Claire Dupas n'a cessé de le marteler : son client « n'a rien touché ».", "touché", "Claire Dupas"),
    # what is blamed on something, what is presented to somebody
    ("Claire Dupas attribue l'accident à « une perte de contrôle ».", "perte", "Claire Dupas"),
    ("Claire Dupas a présenté vendredi, lors d'un point de presse, « ses excuses aux familles ».", "excuses", "Claire Dupas"),
    # two sources side by side
    ("La CGT condamne « toute violence », FO parle d'une « bousculade ».", "bousculade", "FO"),
    ("Ils étaient 2.000 selon la préfecture, 5.000 selon la CGT.", "5.000", "CGT"),
    ("Ils étaient 2.000 selon la préfecture, 5.000 selon la CGT.", "2.000", "préfecture"),
    ("Selon l'Observatoire des drogues, le trafic emploierait 240.000 personnes, mais les sociologues contestent ce chiffre.", "trafic", "Observatoire des drogues"),
    ("« C'est leur affaire », a soupiré le ministre, après un dîner où, selon deux convives, « le vin était meilleur que l'ambiance ».", "vin", "convives"),
    # one of several is no adverb of the verb behind it
    ("Les deux frères se taisent. L'un d'eux a affirmé ne se souvenir de rien.", "souvenir", "l'un des frères"),
    ("Les deux frères se taisent. L'autre a dit regretter.", "regretter", "l'autre frère"),
    ("« On va au mur », lâche un élu. Un autre abonde : « C'est foutu. »", "foutu", "Un autre"),
    # who answers is not who asks
    ("Luc Morin comparaît. « Qui a donné ces ordres ? », lui a demandé Me Prosper Zongo. « La hiérarchie », a répondu l'accusé.", "hiérarchie", "Luc Morin"),
    # a party in brackets and the place of an office before a name
    ("« J'ai les reçus », a lancé jeudi le maire (DVG) de Givors, Mourad Belhadj.", "reçus", "Mourad Belhadj"),
    ("La perte serait de 83 euros, a calculé pour sa part le député (LR) du Cantal Julien Delmas, auteur du texte.", "perte", "Julien Delmas"),
    ("« Tenir bon », promet la maire (PS) de Nantes Johanna Roland.", "Tenir", "Johanna Roland"),
    ("Le député (PS) de Seine-Maritime Antonin Fréval a promis « une résolution ».", "résolution", "Antonin Fréval"),
    ("Selon le maire de Saint-Malo Gilles Lurtin, tout est prêt.", "tout est", "Gilles Lurtin"),
    # the latter: whoever or whatever was named last
    ("De source gouvernementale, le texte a été revu après l'avis du Conseil d'État. Ce dernier avait jugé la notion « risquée ».", "risquée", "Conseil d'État"),
    # a pronoun behind "as for", a noun without article, a body whose people speak there
    ("Quant à la Défenseure des droits, elle a souligné « un risque de rupture ».", "rupture", "Défenseure des droits"),
    ("Fille de batelier, née à Coulon, Lucie Baradon quitte l'école à 13 ans. « Il m'a regardée », racontera-t-elle.", "regardée", "Lucie Baradon"),
    ("La Chancellerie relativise. « Une loi ne se juge pas à douze mois », y plaide-t-on.", "douze mois", "Chancellerie"),
    # a name and an age behind an aside, people by their number
    ("« On n'a pas envie de ça », confie, à la terrasse d'un café du cours Napoléon, Lisandru, 58 ans.", "envie", "Lisandru"),
    ("« On lâche rien ! », scandaient autour de lui une centaine de grévistes.", "lâche", "grévistes"),
    # the colleague of one of two; no subject behind a verb that denies; a quotation before who is brought up next
    ("« Le bilan est maigre », écrivent les deux rapporteurs, Nicolas Fauvel et Myriam Ouarda. « Ce n'est rien », nuance M. Fauvel. « C'est un drame », rétorque sa collègue.", "drame", "Myriam Ouarda"),
    ("Me Pascale Jouvin appelle à « ne pas juger ». La vidéo, « coupée », ne montrerait pas la phase initiale, objecte-t-elle : « Mon client a une entorse. »", "entorse", "Pascale Jouvin"),
    # frames: behind a quotation, behind “mais”, with a clause of its own
    ("« Une erreur », pour Nadia Sellem, la cheffe de file des écologistes.", "erreur", "Nadia Sellem"),
    ("Le décret est prêt. Mais pour Paul Arnoud, professeur de droit, « rien n'est joué ».", "joué", "Paul Arnoud"),
    ("Selon ce qu'a indiqué Guy Tremblay à Radio-Canada, « le chantier débutera au printemps ».", "chantier", "Guy Tremblay"),
    ("La directrice, Anne Ruiz, n'exclut pas « de nouvelles fermetures ».", "fermetures", "Anne Ruiz"),
    # titles before names inside a phrase
    ("La vice-présidente Laetitia Manceau se tait. Le cabinet de Mme Manceau évoque « des coups ».", "coups", "cabinet de Laetitia Manceau"),
    ("« C'est faux », rétorque le cabinet de M. de Malherbe, qui n'a pas souhaité répondre.", "faux", "cabinet de M. de Malherbe"),
]

JOINT = [
    ("« Le bilan est maigre », écrivent d'emblée ses deux auteurs, Nicolas Fauvel (Renaissance) et Myriam Ouarda (PS).", "bilan", ("Nicolas Fauvel", "Myriam Ouarda")),
    ("Les deux rapporteurs, Nicolas Fauvel (LR) et Myriam Ouarda (PS), estiment que « le bilan est maigre ».", "bilan", ("Nicolas Fauvel", "Myriam Ouarda")),
]


@pytest.mark.parametrize(("text", "piece", "speaker"), SPOKEN)
def test_who_speaks_in_agency_copy_is_found(text: str, piece: str, speaker: str) -> None:
    _, statements = find(text, "fr")
    assert speaker in [s.speaker for s in statements if any(piece in text[a:b] for a, b in s.content)]


@pytest.mark.parametrize(("text", "piece", "speakers"), JOINT)
def test_two_named_behind_their_office_speak_together(text: str, piece: str, speakers: tuple[str, str]) -> None:
    _, statements = find(text, "fr")
    assert speakers in [s.co_speakers for s in statements if any(piece in text[a:b] for a, b in s.content)]


@pytest.mark.parametrize(
    ("text", "piece", "speaker", "channel"),
    [
        ("Un documentaire a retrouvé un contrôleur. Cet homme, Yann Le Dantec, y affirmait avoir entendu « on dégage ».", "dégage", "Yann Le Dantec", "documentaire"),
        ("« Le chef de l'État les connaît. Moi, il m'a dit : \"Vous êtes un homme de parole.\" », raconte Luc Morin.", "parole", "chef de l'État", "Luc Morin"),
    ],
)
def test_agency_copy_names_who_passes_the_words_on(text: str, piece: str, speaker: str, channel: str) -> None:
    _, statements = find(text, "fr")
    said = [s for s in statements if any(piece in text[a:b] for a, b in s.content) and speaker in (s.speaker or "")]
    assert any(channel in (*s.reported_via, "") for s in said)


def test_a_document_is_the_report_named_before() -> None:
    _, statements = find("L'équipe a été citée dans un rapport de l'Agence mondiale. Le document évoquait « des pratiques discutables ».", "fr")
    assert "rapport de l'Agence mondiale" in [s.speaker for s in statements]


@pytest.mark.parametrize("text", ["le maire, " * 3000 + "dit Paul.", "Le document dit que oui. " * 500, "A " + "de mardi " * 3000 + "dit que oui."])
def test_rows_without_end_are_read(text: str) -> None:
    find(text, "fr")
