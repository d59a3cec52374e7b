"""Whom French roles, general nouns and pointing words take up, and whom they do not, as the rules alone tell.

Each row: text, pieces of what is said, each with its speaker.
"""

# ruff: noqa: E501
from __future__ import annotations

import pytest

from cleaner.attribution.voice import choosing as voice
from tests.speaking import check

COVERED = [
    ("Le procureur de Nancy, Marc Thévenin, a ouvert une enquête jeudi. Le maire de la ville, Luc Brami, s'est dit « consterné ».\n\n« Rien ne permet d'écarter un accident », a souligné le magistrat.", [("Rien ne permet", "Marc Thévenin")]),
    ("Interrogée par la sénatrice du Lot, Odile Ferrand, la ministre de la culture a promis un plan. « On nous a déjà promis la lune », a soupiré la parlementaire.", [("promis la lune", "Odile Ferrand")]),
    ("La maire de Vaulx, Karima Sadi, a reçu le préfet Paul Rey. « Nous avons besoin de policiers », a plaidé l'élue.", [("besoin de policiers", "Karima Sadi")]),
    ("Me Jeanne Colas et le procureur Alain Petit se sont opposés. « Il n'y a aucune preuve », a lancé la pénaliste. « Les preuves sont là », a répliqué le magistrat.", [("aucune preuve", "Jeanne Colas"), ("Les preuves sont", "Alain Petit")]),
    ("Selon le biologiste Yann Le Goff, l'espèce recule. La préfecture conteste. « Nous avons compté deux fois », assure le chercheur.", [("compté deux fois", "Yann Le Goff")]),
    ("Le sociologue Denis Amar a étudié ces familles avec l'avocate Rose Dufour. « Elles se taisent », observe l'universitaire.", [("Elles se taisent", "Denis Amar")]),
    ("L'évêque de Belley, Mgr Henri Lacaze, a présidé la messe devant le maire Jean Roux. « Prions pour eux », a dit le prélat.", [("Prions pour", "Henri Lacaze")]),
    ("Le capitaine Éric Blanchard a dirigé l'opération, a salué la préfète Anne Monnet. « Mes hommes sont épuisés », a confié le gradé.", [("sont épuisés", "Éric Blanchard")]),
    ("Le PDG d'Alvéa, Simon Kraft, a été reçu par la ministre Claire Duval. « Nous investirons », a promis le patron.", [("Nous investirons", "Simon Kraft")]),
    ("Le cardiologue Pierre Sanchez a opéré la joueuse Léa Morin. « Elle va bien », a rassuré le praticien.", [("Elle va bien", "Pierre Sanchez")]),
    ("Le Premier ministre, Alain Doré, a réuni les préfets. Le sénateur Guy Blin s'inquiète. « Nous tiendrons », a martelé le chef du gouvernement.", [("Nous tiendrons", "Alain Doré")]),
    ("Le secrétaire général de la CGT Cheminots, Thierry Vial, a rencontré le ministre Paul Aumont. « C'est un marché de dupes », a tonné le syndicaliste.", [("marché de dupes", "Thierry Vial")]),
    ("La romancière Alice Perrin a reçu le prix des mains du maire Yves Col. « Je n'y croyais plus », a souri l'autrice.", [("croyais plus", "Alice Perrin")]),
    ("Le député Jean Vasseur a interpellé le sénateur Paul Gris. La séance a été suspendue. Le ministre Éric Lormeau a quitté l'hémicycle. « C'est une fuite », a dénoncé le parlementaire.", [("C'est une fuite", "Paul Gris")]),
]

GENDER_RULES_OUT = [
    ("Le porte-parole du Kremlin, Oleg Sorokine, a rejeté l'offre. Les Etats-Unis sont prêts à « aider », a dit mardi la porte-parole de la Maison Blanche.", [("sont prêts à", "porte-parole de la Maison Blanche")]),
    ("Le président du département, Marc Auber, a visité le collège. « Je n'ai pas été prévenue », a protesté la principale.", [("pas été prévenue", "principale")]),
    ("Le député Hugo Lenoir a interrogé la ministre du travail. « Vous connaissez la réponse », a répliqué la ministre. « Pas du tout », a rétorqué l'élu.", [("Vous connaissez", "ministre"), ("Pas du tout", "Hugo Lenoir")]),
    ("Le ministre de la santé, Paul Vidal, a visité l'hôpital de Dax. « Il ne nous a pas écoutées », a regretté la déléguée.", [("pas écoutées", "déléguée")]),
    ("Le directeur de l'école, Joseph Lamy, n'était pas là. La professeure a reconnu une « erreur ».", [("erreur", "professeure")]),
    ("Le ministre Bruno Sachs a reçu la Défenseure des droits. La ministre de la justice a, elle, évoqué « un retard ».", [("un retard", "ministre de la justice")]),
    ("Le champion Luc Garel a chuté. « Je ne l'ai pas vu », a admis la cycliste.", [("pas vu", "cycliste")]),
    ("Le patron du groupe, Henri Malo, a été hué. La secrétaire du comité d'entreprise parle d'un « gâchis ».", [("gâchis", "secrétaire du comité")]),
]

SOMEBODY_OF_HIS_OWN = [
    ("Le ministre français Paul Aubry est arrivé à Rome. « Nous avançons », a dit le ministre espagnol des transports.", [("Nous avançons", "ministre espagnol")]),
    ("Le président de la région, Alain Cros, a inauguré la ligne. Le directeur de la SNCF en Bretagne a évoqué « un jour historique ».", [("jour historique", "directeur de la SNCF")]),
    ("D'après l'expert mandaté par le comité social et économique, le plan repose sur « du sable ». Le ministre Damien Cot conteste.", [("du sable", "expert mandaté")]),
    ("Le maire de Lens, Paul Berger, était présent. « C'est une honte », s'est emporté le maire de Liévin.", [("une honte", "maire de Liévin")]),
    ("Patrice Voisin nie tout. « J'ai compris que ça venait d'en haut », a expliqué aux enquêteurs l'ingénieur qui l'a rédigée.", [("venait d'en haut", "ingénieur qui")]),
    ("La députée Lise Colin a voté contre. « Elle se trompe », a jugé la présidente du groupe majoritaire.", [("Elle se trompe", "présidente du groupe")]),
    ("Le procureur de Metz, Jean Tissier, a requis six mois. L'avocat de la défense a dénoncé « une peine absurde ».", [("peine absurde", "avocat de la défense")]),
    ("Le chef étoilé Marc Viret a fermé. « Il cuisinait comme personne », se souvient le boucher qui le livrait.", [("comme personne", "boucher")]),
    ("L'ambassadeur américain, John Hale, a été convoqué. L'ambassadeur de Chine a parlé de « provocation ».", [("provocation", "ambassadeur de Chine")]),
]

WITHOUT_A_NAME = [
    ("Un ancien directeur de site a été entendu vendredi. « J'ai obéi », a-t-il dit. Le maire Luc Perrot n'a pas réagi. « On m'avait donné des ordres », a ajouté l'ancien directeur.", [("J'ai obéi", "ancien directeur de site"), ("donné des ordres", "ancien directeur")]),
    ("Une infirmière du service a filmé la scène. « J'ai eu peur », confie-t-elle. La direction se tait. « Je le referais », assure la soignante.", [("J'ai eu peur", "infirmière"), ("Je le referais", "infirmière")]),
    ("Le député Alain Mercier s'est tu. Un conseiller de l'exécutif est plus bavard. « On a perdu », lâche-t-il.", [("On a perdu", "conseiller")]),
    ("La ministre a quitté la salle. Une mère d'élève s'est levée. « Vous mentez », a-t-elle crié.", [("Vous mentez", "mère d'élève")]),
    ("Un passant a appelé les secours. « Il était par terre », a raconté cet homme de 40 ans.", [("par terre", "passant")]),
    ("Paul Carel, 50 ans, a été placé en garde à vue. Une voisine a entendu des cris. « Ça a duré une heure », témoigne la sexagénaire.", [("duré une heure", "voisine")]),
    ("Plusieurs élus ont quitté la salle. « C'était insupportable », résume l'un d'eux.", [("insupportable", "élus")]),
    ("Un commerçant de la rue a porté plainte contre Éric Vallon. « Il m'a menacé », dit le commerçant.", [("Il m'a menacé", "commerçant")]),
    ("La maire Anne Gall a reçu un collectif. Un habitant a pris la parole. « On étouffe », a-t-il lancé. « On va planter », a répondu l'édile.", [("On étouffe", "habitant"), ("On va planter", "Anne Gall")]),
]

CLIENTS = [
    ("Bertrand Lacombe comparaît depuis lundi. Son avocat, Me Jean Sorel, a demandé un renvoi. Son client a affirmé n'avoir « jamais vu » cette somme.", [("jamais vu", "Bertrand Lacombe")]),
    ("« C'est dérisoire », assure Me Élise Caron, l'un des deux conseils de M. Gontard. Devant le juge, son client avait pourtant affirmé n'avoir « rien écrit ».\n\nCharles Gontard est attendu lundi.", [("rien écrit", "Gontard")]),
    ("Me Rachid Nasri, avocat de Sonia Berthier, a plaidé la relaxe. Sa cliente a répété qu'elle « ne regrettait rien ».", [("ne regrettait rien", "Sonia Berthier")]),
]

WHO_IS_CONCERNED = [
    ("Le maire a proposé à Nadia Slimani « la moitié des postes ». Une offre « qui n'a jamais été écrite », rectifie l'intéressée.", [("jamais été écrite", "Nadia Slimani")]),
    ("La ministre a appelé M. Kone le 11. « Elle a appelé le 12 », corrige l'intéressé.", [("le 12", "Kone")]),
    ("Selon Julie Marat, Paul Chabert savait. « C'est faux », a démenti l'intéressé.", [("C'est faux", "Paul Chabert")]),
    ("Le patron de la CFDT, Louis Bergé, accuse Hélène Cazals. « Je n'ai rien signé », se défend l'intéressée.", [("rien signé", "Hélène Cazals")]),
]

SEATS = [
    ("La députée Florence Guérand a interpellé le ministre de l'éducation nationale, Gabriel Stoffel. « Je préfère une réforme », a rétorqué le locataire de la rue de Grenelle.", [("préfère une réforme", "Gabriel Stoffel")]),
    ("Le ministre de l'intérieur, Jean Calvet, s'est rendu à Lyon. « Nous serons fermes », a promis le locataire de la place Beauvau.", [("serons fermes", "Jean Calvet")]),
    ("Le ministre de la justice, Éric Sabran, a reçu les avocats. « Je vous entends », a dit le garde des sceaux.", [("vous entends", "Éric Sabran")]),
    ("Le Premier ministre Paul Vernet a tranché. « C'est fait », a dit le locataire de Matignon.", [("C'est fait", "Paul Vernet")]),
]

ANOTHER_OFFICE = [
    ("Le chef de file socialiste, Hugues Rougier, conduira la liste. « Je ne vois pas pourquoi on s'effacerait », dit-il. Le conseiller départemental affirme avoir proposé « la moitié des postes ».", [("la moitié des", "Hugues Rougier")]),
    ("« On nous oublie », déplore Sylvie Moreau, maire de Brassac. La conseillère régionale réclame « un plan d'urgence ».", [("un plan d'urgence", "Sylvie Moreau")]),
    ("Adressée par Charles Gontard au patron de Solvéa, la lettre est brève. « L'obstacle sera levé », y écrit le haut fonctionnaire.", [("obstacle sera levé", "Charles Gontard")]),
    ("« Je n'ai pas signé », se défend Yvon Le Goallec, adjoint à l'urbanisme. L'élu soutient qu'il « ignorait » tout.", [("ignorait", "Yvon Le Goallec")]),
    ("Le réalisateur Karim Slaoui a tourné en hiver. « Le froid aide », dit le cinéaste.", [("Le froid aide", "Karim Slaoui")]),
]

THINGS_ARE_NOBODY = [
    ("« C'est un corail qui a faim », tempère la biologiste Priscilla Técher. Dans un article paru lundi dans Coral Reefs, l'équipe estime à 62 % la part touchée. « On ne compte plus », confie la chercheuse.", [("On ne compte plus", "Priscilla Técher")]),
    ("La directrice générale de Gares & Connexions, Marianne Lecerf, a réagi. « C'est un rapport à charge », regrette la directrice générale de Gares & Connexions, Marianne Lecerf.", [("rapport à charge", "Marianne Lecerf")]),
    ("« Ce film est une prière », écrit Télérama. Dans Grand Large, le comédien Alex Morin joue un pêcheur. « J'ai appris à nouer des filets », raconte l'acteur.", [("nouer des filets", "Alex Morin")]),
    ("Percuté par une voiture, Sofiane B., 22 ans, est mort. Le procureur de Lille, Vincent Maes, a ouvert une enquête. « Aucune hypothèse n'est écartée », a insisté le magistrat.", [("Aucune hypothèse", "Vincent Maes")]),
]

PAPERS = [
    ("D'après le dernier bilan de Santé publique France, trente enfants sont malades. Un rapport d'audit interne, daté du 2 juin, avait tout dit. Le document pointait « une culture de l'écart ».", [("culture de l'écart", "audit interne")]),
    ("Dans une note de quatre pages, la commission des lois s'inquiète. Le ministère veut signer un contrat de long terme. Le document recense onze « risques ».", [("risques", "note")]),
    ("L'étude du cabinet Orfée a été remise lundi. Le gouvernement veut un contrat. La même étude évalue à 320 le nombre de postes « menacés ».", [("menacés", "étude")]),
]

POINTED = [
    ("Puis une jeune chanteuse belge reprend le titre. Sur Instagram, celle-ci, Noor, a salué « un grand-père de chanson ».", [("grand-père", "Noor")]),
]

OF_SOMEBODY = [
    ("« On va prendre un match », a vitupéré Ronan Le Dantec, le manager rochelois. En face, Pierrick Soulac, l'ouvreur, sourit. « On sait d'où on vient », renchérit son entraîneur.", [("d'où on vient", "entraîneur")]),
]

VERBS = [
    ("« Vous venez de commettre une faute », s'est écriée la sénatrice écologiste Maud Kerléo.", [("Vous venez", "Maud Kerléo")]),
    ("« C'est trop », s'écrie la députée Ana Roux.", [("C'est trop", "Ana Roux")]),
    ("« Jamais ! », s'est exclamée la maire Lise Roux, avant de quitter la salle.", [("Jamais", "Lise Roux")]),
    ("« C'est faux », fait répondre le ministre Paul Dior par son cabinet.", [("C'est faux", "Paul Dior")]),
]

ONE_OF_THEM = [
    ("Ses proches s'en réjouissent. « Chaque article censuré, c'est un meeting », résume crûment l'un d'entre eux.", [("Chaque article", "proches")]),
    ("Trois salariés ont témoigné. « On avait peur », confie l'une d'entre elles.", [("On avait peur", "salariés")]),
]

ADDRESSES = [
    ("Rue Oudinot, on met en cause « une base chauffée à blanc ».", [("une base", "Rue Oudinot")]),
    ("Rue d'Ivry, au siège du PS, on jure qu'« il y aura une liste commune ».", [("une liste commune", "siège du PS")]),
    ("Place Beauvau, on assure que « tout est prêt ».", [("tout est prêt", "Place Beauvau")]),
    ("Rue de Grenelle, on reconnaît « un raté ».", [("un raté", "Rue de Grenelle")]),
]

GROUPS = [
    ("Ses soutiens, eux, parlent déjà de « second mandat de plein exercice ».", [("second mandat", "soutiens")]),
    ("Les syndicats, eux, évoquent « un recul historique ».", [("recul historique", "syndicats")]),
    ("Les écologistes parlent quant à eux de « greenwashing ».", [("greenwashing", "écologistes")]),
]


@pytest.mark.parametrize(("text", "expected"), [
    *COVERED,
    *GENDER_RULES_OUT,
    *SOMEBODY_OF_HIS_OWN,
    *WITHOUT_A_NAME,
    *CLIENTS,
    *WHO_IS_CONCERNED,
    *SEATS,
    *ANOTHER_OFFICE,
    *THINGS_ARE_NOBODY,
    *PAPERS,
    *POINTED,
    *OF_SOMEBODY,
    *VERBS,
    *ONE_OF_THEM,
    *ADDRESSES,
    *GROUPS,
])  # fmt: skip
def test_a_french_phrase_takes_up_whom_it_means(
    text: str, expected: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(voice, "speak", lambda lines, claims, cast: list(claims))
    check("fr", text, expected, [])
