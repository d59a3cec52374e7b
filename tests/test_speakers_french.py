"""Who said what in invented French articles of the genre. Each case: text, statements expected (a piece of the
statement, its speaker), and pieces that no statement may be made of."""

# ruff: noqa: E501
from __future__ import annotations

import pytest

from tests.speaking import check

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
