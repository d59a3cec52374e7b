"""Shapes of French papers in which somebody speaks: asides before the name, roles for names, quotations without a verb
of saying. Each case: a text, a piece of what is said, and its speaker. All texts are invented."""

# ruff: noqa: E501
from __future__ import annotations

import pytest

from tests.speaking import find

SPOKEN = [
    # a subject far behind its verb
    ("« On ne lâchera rien », a soufflé, un bras en écharpe, le capitaine Yann Kerbrat, sorti à la mi-temps.", "lâchera", "Yann Kerbrat"),
    ("« Je l'ai vue partir », se rappelle, les yeux rougis, l'ancien menuisier, âgé de 88 ans.", "vue partir", "ancien menuisier"),
    ("« Trente-deux », répond, elle, sans ciller, la déléguée du personnel, Solène Abgrall.", "Trente-deux", "Solène Abgrall"),
    ("« Le contrat sera signé », promet, dans un entretien aux « Echos », Antoine Verdun, le patron de la chaîne.", "contrat", "Antoine Verdun"),
    ("« C'est pour ma mère », savourait d'ailleurs le double buteur.", "ma mère", "double buteur"),
    ("« Asseyez-vous », la coupe sèchement la présidente du tribunal.", "Asseyez", "présidente du tribunal"),
    ("« On n'a pas le choix », comme le résume, fataliste, Anne-Lise Vogel.", "pas le choix", "Anne-Lise Vogel"),
    ("« On reprend 450 francs », a imagé nanan Koffi Yobouet, président de coopérative.", "On reprend", "Koffi Yobouet"),
    ("Le prix est fixé, a annoncé le ministre d'Etat, ministre de l'Agriculture, Kouamé Brou Tanoh.", "prix est", "Kouamé Brou Tanoh"),
    # where the phrase ends
    ("Le train « n'est jamais arrivé », a affirmé le porte-parole du gouvernement à l'agence Belga.", "jamais", "porte-parole du gouvernement"),
    ("« Cela s'arrête ici », explique le vétérinaire en se lavant les mains.", "s'arrête", "vétérinaire"),
    ("« Nous suivons cela », a dit la directrice du port à l'ouverture du salon.", "suivons", "directrice du port"),
    ("L'Office fédéral de la santé publique a réaffirmé lundi que le vaccin est sûr.", "vaccin", "Office fédéral de la santé publique"),
    ("L'Agence de l'eau a réaffirmé que le puits est fermé.", "puits", "Agence de l'eau"),
    # adverbs by their ending, inside a verb too
    ("Une porte-parole a seulement déclaré que l'entreprise examinait tout.", "examinait", "une porte-parole"),
    ("Son agent fait simplement remarquer que le joueur est libre.", "est libre", "agent"),
    # given names alone
    ("Sur le marché, Josiane, 71 ans, hausse les épaules : « Ils disent tous ça. »", "tous ça", "Josiane"),
    ("TÉMOIGNAGE. Sylvie habite Cahors depuis vingt ans. « J'ai vu passer trois voitures dans le courant. »", "trois voitures", "Sylvie"),
    # one of several
    ("Les gardiens étaient là. L'un d'eux, une clé à la main, hausse les sourcils : « On m'a dit d'attendre. »", "d'attendre", "l'un des gardiens"),
    ("L'une des notes, datée de 2011, affirme que le risque était connu.", "risque", "L'une des notes"),
    ("Trois élus ont voté pour. Le quatrième, sous couvert d'anonymat, admet « avoir hésité ».", "hésité", "quatrième"),
    ("La plus jeune des trois sœurs, 79 ans, avoue n'avoir « jamais vu la mer ».", "vu la mer", "plus jeune des trois"),
    ("« On a tourné la page », raconte Jean Dalmasso. Le même assure que rien n'est signé.", "rien n'est", "Jean Dalmasso"),
    # no verb of saying
    ("Bercy « suit la situation avec la plus grande vigilance ».", "vigilance", "Bercy"),
    ("L'évêché, propriétaire du terrain, s'en remet « à la Providence et au ministère ».", "Providence", "évêché"),
    ("« On a eu un mètre d'eau » (un pompier volontaire de Privas).", "mètre d'eau", "un pompier volontaire de Privas"),
    ("« Je ne céderai pas » (Anne-Lise Vogel, maire de Colmar).", "céderai", "Anne-Lise Vogel"),
    ("\"Il fallait que ça change\" : Paul Vasseur, maire de Berck, a tranché mardi.", "Il fallait", "Paul Vasseur"),
    ("@PrefetGard : « Ne prenez pas la route. »", "la route", "@PrefetGard"),
    ("« Variety » parle d'« un somnifère de grand luxe ».", "somnifère", "Variety"),
    ("« Il faut que ça cesse ! » C'est par ces mots que Sophie Roux a ouvert la séance.", "ça cesse", "Sophie Roux"),
    ("Ce que confirme Ibrahim Cissé, le gardien : « Personne n'est entré. »", "entré", "Ibrahim Cissé"),
    ("« Nous avons tenu », y est citée Béatrice Vandamme, administratrice.", "avons tenu", "Béatrice Vandamme"),
    ("Le chiffre n'a « aucune valeur », balaie-t-on au cabinet Delcourt.", "aucune valeur", "Delcourt"),
    ("« On arrête là », lâche le fondateur devant ses salariés.", "arrête là", "fondateur"),
    # more of who just spoke
    ("Tout était provisoire, plaide Denis Mérou. Il n'a « strictement rien à se reprocher ».", "reprocher", "Denis Mérou"),
    ("« Ils passent, on reste », dit Claire Nouvian. Puis, avec un clin d'œil : « Pour l'instant. »", "l'instant", "Claire Nouvian"),
    ("Coiffeuse à Limoges, elle se tait. Nadège Roy a tout vu. « C'était long », dit-elle.", "C'était long", "Nadège Roy"),
    ("Le recours au 49.3 reste possible, dit-on à Matignon. « Le mot est absent », jure un conseiller.", "mot est", "un conseiller"),
    # roles for names
    ("Jelle Vandevoort (Lotto) a gagné mardi. « Je suis vidé », a réagi le Limbourgeois de 24 ans.", "vidé", "Jelle Vandevoort"),
    ("Le maire Guy Caron a fermé le pont. « C'est plus sûr », a dit le premier magistrat.", "plus sûr", "Guy Caron"),
    ("« Cette phrase est de vous ? », demande la présidente, Mme Combe. « Taisez-vous », lance la présidente.", "Taisez", "Combe"),
    ("L'équipe de Solveig Marchand a posé des micros. « C'est un chuchotement », image la bioacousticienne.", "chuchotement", "Solveig Marchand"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "piece", "speaker"), SPOKEN)
def test_a_french_paper_gives_the_words_to_who_said_them(text: str, piece: str, speaker: str) -> None:
    _, statements = find(text, "fr")
    said = [s.speaker or "" for s in statements if piece in s.text and s.kind == "statement"]
    assert any(speaker.lower() in name.lower() for name in said)


@pytest.mark.parametrize(
    ("text", "piece", "speaker", "channel"),
    [
        ("Bénédicte Aubrac « ne souhaite pas participer à un lynchage », selon son conseil.", "lynchage", "Bénédicte Aubrac", "conseil"),
        ("Le ministre aurait demandé à partir, selon nos confrères du Midi Libre.", "à partir", "ministre", "Midi Libre"),
        ("Le président aurait dit que la porte « n'était pas fermée », selon le compte rendu diffusé par Reuters.", "fermée", "président", "Reuters"),
    ],
)  # fmt: skip
def test_a_french_paper_names_who_passes_the_words_on(text: str, piece: str, speaker: str, channel: str) -> None:
    _, statements = find(text, "fr")
    said = [s for s in statements if piece in s.text and speaker.lower() in (s.speaker or "").lower()]
    assert any(channel in via for s in said for via in s.reported_via)


@pytest.mark.parametrize(
    "text",
    [
        "La loi a été rejetée par 142 voix contre 131.",
        "L'association, contactée, ne « confirme ni n'infirme ».",
        "Le film « Les Heures creuses » est sorti mercredi en salles.",
        "Il a été condamné pour « violences volontaires en réunion ».",
        "Visait-il quelqu'un ?",
        "Un graffiti tout frais, « Rien à perdre », recouvre le portrait du parrain.",
        "Les PFAS, surnommés « polluants éternels », regroupent plusieurs milliers de molécules.",
    ],
)
def test_french_quotation_marks_and_votes_are_no_statement(text: str) -> None:
    _, statements = find(text, "fr")
    assert [s.speaker for s in statements if s.kind == "statement"] == []


def test_words_quoted_in_a_headline_are_those_of_who_says_them_below() -> None:
    text = "« Il ne reste rien de nous » : un village après le feu\n\nLéa Brun a perdu sa maison. « Il ne reste rien de nous », souffle-t-elle."
    _, statements = find(text, "fr")
    assert [s.speaker for s in statements if s.in_ == "title"] == ["Léa Brun"]
