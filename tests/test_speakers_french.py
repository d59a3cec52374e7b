"""Who said what in invented French articles of the genre. Each case: text, statements expected (a piece of the
statement, its speaker), and pieces that no statement may be made of."""

# ruff: noqa: E501
from __future__ import annotations

import pytest

from tests.speaking import check, find

TUNED = {
    "dépêche": (
        """Le ministre de l'Intérieur Paul Garnier a annoncé lundi le déploiement de 2 000 policiers supplémentaires.

« Nous ne céderons rien », a-t-il déclaré devant la presse. Selon la préfecture, 300 personnes ont été interpellées.

L'opposition dénonce une « dérive sécuritaire ». « C'est de la communication », a réagi la députée Claire Monod (LFI).""",
        [
            ("déploiement de 2 000 policiers", "Paul Garnier"),
            ("Nous ne céderons rien", "Paul Garnier"),
            ("300 personnes", "préfecture"),
            ("dérive sécuritaire", "opposition"),
            ("C'est de la communication", "Claire Monod"),
        ],
        [],
    ),
    "entretien téléphonique": (
        """Le président turc Kemal Aydin s'est entretenu vendredi avec la chancelière allemande Anna Weber.

Les deux dirigeants ont appelé à une désescalade, a indiqué la présidence turque dans un communiqué. M. Aydin a estimé que l'Union européenne devait « tenir ses promesses ».

De son côté, Mme Weber a souligné l'importance du dialogue.""",
        [
            ("ont appelé à une désescalade", "Kemal Aydin"),
            ("tenir ses promesses", "Kemal Aydin"),
            ("importance du dialogue", "Anna Weber"),
        ],
        ["s'est entretenu"],
    ),
    "justice": (
        """Le tribunal de Lille a condamné mardi un ancien maire à deux ans de prison.

« Mon client va faire appel », a dit à l'AFP son avocat, Me Jean Delmas. Le parquet avait requis trois ans.

D'après l'enquête, des marchés publics avaient été truqués. Contactée par l'AFP, la mairie n'a pas souhaité commenter.""",
        [("Mon client va faire appel", "Jean Delmas"), ("marchés publics", "enquête")],
        ["a requis"],
    ),
    "économie": (
        """Le groupe Valmonde a annoncé jeudi la suppression de 400 postes.

« C'est un coup de massue », déplore Sophie Lambert, déléguée CGT. La direction assure qu'aucun licenciement sec n'aura lieu.

Pour Bruno Petit, économiste à l'OFCE, « le pire est à venir ».""",
        [
            ("suppression de 400 postes", "Valmonde"),
            ("coup de massue", "Sophie Lambert"),
            ("aucun licenciement sec", "direction"),
            ("le pire est à venir", "Bruno Petit"),
        ],
        [],
    ),
    "titre": (
        """Ukraine : Moscou se dit prête à négocier, selon le Kremlin

Le porte-parole du Kremlin, Dmitri Peskov, a affirmé mercredi que la Russie était prête à négocier.

Kiev a rejeté cette offre. « Ce sont des mots vides », a lancé le conseiller présidentiel Andri Kovalenko.""",
        [("était prête à négocier", "Peskov"), ("a rejeté cette offre", "Kiev"), ("mots vides", "Andri Kovalenko")],
        [],
    ),
    "catastrophe": (
        """Un séisme de magnitude 6,1 a frappé le nord du pays dimanche matin, faisant au moins douze morts, selon un bilan provisoire des autorités.

« Tout tremblait, on a couru », raconte Karim, 35 ans. Les secours disent manquer de matériel.

Le Premier ministre doit se rendre sur place.""",
        [("au moins douze morts", "autorités"), ("Tout tremblait", "Karim"), ("manquer de matériel", "secours")],
        ["doit se rendre"],
    ),
}

UNSEEN = {
    "visite": (
        """En visite à Dakar, le chef de la diplomatie française, Marc Lebrun, a plaidé pour un « partenariat rénové » avec l'Afrique.

« La France n'a pas de leçons à donner », a-t-il ajouté. Son homologue sénégalaise, Aminata Sow, s'est félicitée de cette « nouvelle page ».

Des manifestants ont accusé Paris de soutenir le régime.""",
        [
            ("partenariat rénové", "Marc Lebrun"),
            ("pas de leçons", "Marc Lebrun"),
            ("nouvelle page", "Aminata Sow"),
            ("soutenir le régime", "manifestants"),
        ],
        [],
    ),
    "grève": (
        """Les syndicats de cheminots appellent à une nouvelle journée de grève jeudi.

« Nous irons jusqu'au bout », prévient Didier Morel, secrétaire général de SUD-Rail. La SNCF prévoit un TGV sur deux.

Le gouvernement, par la voix de sa porte-parole Julie Arnaud, a appelé à la « responsabilité ».""",
        [
            ("nouvelle journée de grève", "syndicats"),
            ("Nous irons jusqu'au bout", "Didier Morel"),
            ("responsabilité", "gouvernement"),
        ],
        [],
    ),
    "santé": (
        """Une étude publiée mardi montre que la pollution tue 40 000 personnes par an en France.

« Ces chiffres sont sous-estimés », juge l'épidémiologiste Hélène Roux. Le ministère de la Santé a reconnu que « des efforts restent à faire ».

L'étude a été menée pendant cinq ans dans dix villes.""",
        [
            ("la pollution tue", "étude"),
            ("Ces chiffres sont", "Hélène Roux"),
            ("des efforts restent", "ministère de la Santé"),
        ],
        ["a été menée"],
    ),
    "sommet": (
        """Les présidents français et brésilien ont signé lundi une déclaration commune.

Emmanuel Macron et Luiz Carvalho ont souhaité que la forêt soit « mieux protégée ». « Le temps presse », a averti M. Carvalho.

Selon l'Élysée, un fonds de 500 millions d'euros sera créé.""",
        [("mieux protégée", "Emmanuel Macron"), ("Le temps presse", "Luiz Carvalho"), ("500 millions", "Élysée")],
        ["ont signé"],
    ),
    "football": (
        """Le sélectionneur Thomas Girard a salué la performance de ses joueurs après la victoire contre l'Italie (2-0).

"On a souffert mais on a tenu", a expliqué Girard au micro de TF1. "Il faut rester humble."

Le capitaine Yanis Benali, lui, a regretté les occasions manquées.""",
        [
            ("a salué la performance", "Thomas Girard"),
            ("On a souffert", "Thomas Girard"),
            ("Il faut rester humble", "Thomas Girard"),
            ("occasions manquées", "Yanis Benali"),
        ],
        [],
    ),
    "attaque": (
        """Au moins cinq soldats ont été tués dans une attaque au Mali, a-t-on appris mercredi de sources militaires.

L'armée a confirmé l'attaque dans un communiqué, sans donner de bilan. Un élu local a affirmé à l'AFP que des villages avaient été incendiés.

"Les assaillants sont venus à moto", a témoigné un habitant joint par téléphone.""",
        [
            ("cinq soldats", "sources militaires"),
            ("a confirmé l'attaque", "armée"),
            ("des villages avaient", "élu local"),
            ("venus à moto", "habitant"),
        ],
        [],
    ),
}


@pytest.mark.parametrize("name", [*TUNED, *UNSEEN])
def test_french_speakers(name: str) -> None:
    check("fr", *{**TUNED, **UNSEEN}[name])


SENTENCES = [
    # places and "on"
    ("À Matignon, on assure que le texte passera « sans encombre ».", "texte passera", "Matignon", ()),
    ("« Rien n'est décidé », fait-on savoir dans l'entourage du maire.", "Rien n'est", "entourage du maire", ()),
    ("Du côté de la CFDT, on salue « un premier pas ».", "premier pas", "CFDT", ()),
    ("Faux, rétorque-t-on à la préfecture de l'Allier.", "Faux", "préfecture de l'Allier", ()),
    ("À la mairie, on se veut rassurant : « Tout sera prêt. »", "Tout sera prêt", "mairie", ()),
    ("« Dehors ! », pouvait-on lire sur une pancarte.", "Dehors", "pancarte", ()),
    # verbs behind what is said
    ("« On verra », a réagi dans la foulée l'avocat Paul Roux.", "On verra", "Paul Roux", ()),
    ("« On verra », a dit à Reuters Carla Venturini, qui dirige l'agence.", "On verra", "Carla Venturini", ()),
    ("« Il avait promis », a rappelé, en larmes, la sœur de la victime.", "Il avait promis", "sœur de la victime", ()),
    ("« C'est non », a cinglé sa chargée de communication, Ana Diop.", "C'est non", "Ana Diop", ()),
    ("« On dirait une fin de règne », s'étrangle un élu centriste.", "fin de règne", "un élu centriste", ()),
    ("La formule, s'empresse d'ajouter l'économe du diocèse, « n'est pas ironique ».", "ironique", "économe", ()),
    ("Le Premier ministre ivoirien, a indiqué la présidence, se rendra à Rome.", "se rendra", "présidence", ()),
    ("Réseau démantelé dans six pays, annonce Europol.", "démantelé", "Europol", ()),
    ("Utile à qui ? s'interroge la députée Warda Zeggane.", "Utile", "Warda Zeggane", ()),
    ("Corrélation n'est pas causalité, objecte aussitôt le cabinet du ministre.", "causalité", "cabinet du ministre", ()),
    # cues inside the marks
    ("« Nous irons, a prévenu Paul Roux, jusqu'au bout. »", "jusqu'au bout", "Paul Roux", ()),
    ("« Un budget de comptables, a tonné son bras droit, Ali Sow, samedi à Sfax. Et encore. »", "comptables", "Ali Sow", ()),
    ("– Je ne sais pas, répond la mère de Paul. Demandez au maire.", "Je ne sais pas", "mère de Paul", ()),
    # before what is said
    ("Un marin affirme, lui, avoir vu « trois ailerons ».", "trois ailerons", "un marin", ()),
    ("Le rapport conclut, page 117, à la nécessité de « clarifier la doctrine ».", "clarifier", "rapport", ()),
    ("Paul Roux a reconnu les faits et affirmé avoir agi seul.", "agi seul", "Paul Roux", ()),
    ("Paul Roux vient d'annoncer qu'il se retirait.", "se retirait", "Paul Roux", ()),
    ("Paul Roux a tenu à rappeler que tout allait bien, avant de préciser que non.", "tout allait bien", "Paul Roux", ()),
    ("Enedis a demandé aux usagers de ne pas approcher.", "ne pas approcher", "Enedis", ()),
    ("Pour la défense, les câbles étaient « en révision ».", "en révision", "défense", ()),
    ("Dans un entretien au « Parisien », Paul Roux a estimé que la loi passerait.", "la loi passerait", "Paul Roux", ()),
    ("La tante est venue. Elle, si : « C'est un bon petit. »", "bon petit", "tante", ()),
    # who is taken up
    ("Ana Diop n'a rien contre. « J'en élève », cingle la porte-parole du collectif.", "J'en élève", "Ana Diop", ()),
    ("Le ministre Jean Morel est venu. « On verra », a lâché l'élu de Matane.", "On verra", "Jean Morel", ()),
    ("Contactée, la direction n'a pas répondu. Elle assure « avoir tout tenté ».", "tout tenté", "direction", ()),
    ("Paul Roux dit que c'est une fiction. Et d'ajouter : « Avec les mouettes. »", "mouettes", "Paul Roux", ()),
    ("Le patron a son idée. « Il pleuvra », dit-il en essuyant un verre.", "Il pleuvra", "patron", ()),
    ("Les prix baissent. C'est ce que révèle une étude de l'Inserm.", "Les prix baissent", "étude de l'Inserm", ()),
    ("« On a eu peur », raconte Sophie. « Ça tremblait », ajoute cette mère de deux enfants.", "Ça trem", "Sophie", ()),
    ("On indiquait mardi à l'Élysée que le président viendrait.", "président viendrait", "Élysée", ()),
    ("La Cour des comptes épingle une gestion « opaque ».", "opaque", "Cour des comptes", ()),
    # who passes on what another said
    ("« Je reste », a dit le président à ses ministres, selon un participant.", "Je reste", "président", ("participant",)),
    ("L'ancien ministre, cité par son avocat, se dit « serein ».", "serein", "ancien ministre", ("avocat",)),
    ("Le roi aurait promis de « ne pas s'en mêler », croit savoir L'Écho.", "s'en mêler", "roi", ("Écho",)),
    ("Selon une source policière, le cerveau présumé a été pris. Il aurait déclaré être « innocent ».", "innocent",
     "cerveau présumé", ("une source policière",)),
    ("« On verra », philosophe Nadia Lefort.", "On verra", "Nadia Lefort", ()),
    ("« Ne filmez pas ! », a ordonné une voix.", "Ne filmez pas", "une voix", ()),
    ("« On a eu peur », se souvient l'un d'eux.", "On a eu peur", "l'un d'eux", ()),
    ("Luc Morel a vu Ana Diop. « C'est non », a tranché celle-ci.", "C'est non", "Ana Diop", ()),
    ("« Oui », a répliqué le chef de file de l'Alliance pour le sursaut (APS), Luc Morel, joint par téléphone.",
     "Oui", "Luc Morel", ()),
    ("D'après Midi olympique, le président aurait convoqué le staff.", "convoqué", "Midi olympique", ()),
    ("Luc Morel est maire. À ses yeux, seule une taxe suffirait.", "taxe", "Luc Morel", ()),
    ("Réponse de Luc Morel, le maire : « Rien n'est décidé. »", "Rien n'est", "Luc Morel", ()),
    ("La Confédération des pêcheurs (CP) se dit prête. La CP dénonce « un recul ».", "un recul", "Confédération", ()),
    ("Le parti a gagné, a indiqué sa présidente, Adjoua N'Guessan Koffi.", "a gagné", "Adjoua N'Guessan Koffi", ()),
    ("« Voilà », a dit Luc Morel, qui affirme par ailleurs que tout va bien.", "tout va", "Luc Morel", ()),
    ("Il ressort du rapport que les loyers ont doublé.", "loyers", "rapport", ()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "piece", "speaker", "via"), SENTENCES)
def test_a_french_sentence_has_its_speaker_and_channels(
    text: str, piece: str, speaker: str, via: tuple[str, ...]
) -> None:
    _, statements = find(text, "fr")
    said = [s for s in statements if piece in s.text and s.kind != "non_statement"]
    assert [s.speaker for s in said if s.speaker and speaker.lower() in s.speaker.lower()]
    assert all(any(v in channel for s in said for channel in s.reported_via) for v in via)


@pytest.mark.parametrize(
    "text",
    [
        "Battu samedi soir, le PSG a concédé sa deuxième défaite.",
        "Sur le terrain, les agents ont appris à vivre avec la machine.",
        "Dans l'avion, on a servi le repas.",
        "Il est temps de décider et d'annoncer la suite aux habitants.",
        "Paul Roux le dit sans honte ni gloire.",
        "Le Conseil d'État, saisi par La Quadrature du Net, se prononcera en octobre.",
        "Paul Roux n'a menacé personne.",
    ],
)
def test_french_narration_is_no_statement(text: str) -> None:
    _, statements = find(text, "fr")
    assert [s.speaker for s in statements if s.kind == "statement"] == []


INTERVIEW = """Léa Morin : « Le vélo m'a tout rendu »

L'ancienne championne publie ses mémoires. Léa Morin nous reçoit chez elle.

Pourquoi avoir attendu si longtemps ?

Parce que mon père était vivant. Je n'ai jamais eu le cran de lui dire.

Vos coéquipières savaient ?

Bien sûr. Nous en parlions tous les jours.

Regrettez-vous ?

Je regrette le Ventoux. J'étais en tête et je ne sentais rien.

Propos recueillis par Jean Petit"""


def test_an_interview_is_answered_by_whom_it_introduces() -> None:
    _, statements = find(INTERVIEW, "fr")
    answers = [s for s in statements if s.rule == "fr/answer"]
    assert [s.text.split()[0] for s in answers] == ["Parce", "Bien", "Je"]
    assert {s.speaker for s in answers} == {"Léa Morin"}


def test_minutes_name_who_speaks_before_a_stop() -> None:
    _, statements = find(
        "M. le président. La séance est ouverte.\n\nMme Odile Barthe, rapporteure. Vous saviez tout.\n\n"
        "M. Jean Ponsard. Je n'en ai aucun souvenir.\n\nMme la rapporteure. Vous m'étonnez.",
        "fr",
    )
    assert [s.speaker for s in statements if s.rule == "fr/transcript"][1:] == ["Odile Barthe", "Jean Ponsard", "Odile Barthe"]
