"""Longer invented articles, half of them messy: the list of speakers, complete and in order."""

# ruff: noqa: E501
from __future__ import annotations

import pytest

from tests.speaking import find

CASES = {
    "ministers and schools": (
        "en",
        """Ministers have been accused of "burying their heads in the sand" over the state of England's schools.

Teaching unions said the government's response to crumbling concrete had been too slow. Education Secretary Helen Marsh insisted that safety came first.

"Parents should be reassured that we have acted quickly," she told BBC Breakfast.

But Labour's shadow education secretary, Tom Reid, said it was a "staggering display of incompetence".

He added: "Children are paying the price."

Mr Reid called on ministers to publish the full list of schools. A Department for Education spokesperson said the list would be published "in due course".""",
        ("Teaching unions", "Helen Marsh", "Tom Reid", "Department for Education spokesperson"),
    ),
    "arms for an island": (
        "en",
        """WASHINGTON (AP) — The United States will send more weapons to Taiwan, Pentagon officials said Monday, a move certain to anger China.

“We're going to keep doing what we've always done,” Defense Secretary Mark Ellison told reporters traveling with him to Singapore. He said that the shipment would include air defense systems.

China's embassy in Washington condemned the sale. Beijing “will take all necessary measures to defend its sovereignty,” embassy spokesman Liu Wei said.

Rep. Dana Holt, R-Texas, said the administration was moving too slowly. “Taiwan can't wait,” she said in an interview. Holt, who chairs a House committee, did not say whether she would block the budget.

Asked about Holt's comments, Ellison said, “I respect the congresswoman.”""",
        ("Pentagon officials", "Mark Ellison", "China's embassy in Washington", "Liu Wei", "Dana Holt"),
    ),
    "aid budget": (
        "en",
        """UK ministers accused of ‘playing politics’ with aid budget

Charities have accused ministers of “playing politics” with the aid budget after it emerged that £500m had been diverted to housing costs.

The International Development Committee’s chair, Sarah Champion, said the move was “a betrayal of the world’s poorest”. She said: “This money was meant for vaccines and schools. Instead it is being spent on hotels.”

A Home Office spokesperson said the government was “determined to end the use of hotels”, adding: “Costs will fall this year.”

According to figures published on Monday, almost a third of the aid budget is now spent in the UK. The figures show that spending on Africa fell by 15%.

Romilly Greenhill, the chief executive of Bond, the network for NGOs, said: “We urge the chancellor to think again.” Asked whether he would, the chancellor’s spokesman replied: “We keep all spending under review.”

In a letter seen by the Guardian, three former ministers told Rishi Sunak the cuts were “short-sighted”. Downing Street declined to comment.""",
        (
            "Charities",
            "Sarah Champion",
            "a Home Office spokesperson",
            "figures",
            "Romilly Greenhill",
            "chancellor’s spokesman",
            "three former ministers",
        ),
    ),
    "a vote on sanctions": (
        "en",
        """On Thursday, the United Nations Security Council voted unanimously to extend sanctions against the armed group.

Linda Thomas-Greenfield, the United States ambassador to the UN, welcomed the vote, calling it "a strong signal." China's deputy ambassador Dai Bing said his country "has always opposed unilateral measures".

Human Rights Watch, which documented 200 killings last year, said in a report the sanctions "do not go far enough."

"People here are tired," said one resident of Goma, who spoke on condition of anonymity for fear of reprisals. "We just want to sleep at night."

The rebels, who have denied wrongdoing, did not immediately respond to a request for comment.""",
        ("Linda Thomas-Greenfield", "Dai Bing", "Human Rights Watch", "one resident of Goma"),
    ),
    "appel et combats": (
        "fr",
        """Guerre en Ukraine : Emmanuel Macron appelle Vladimir Poutine à « cesser les hostilités »

Le président de la République, Emmanuel Macron, s'est entretenu dimanche 6 mars, pendant près de deux heures, avec son homologue russe, Vladimir Poutine, a annoncé l'Elysée.

Le chef de l'Etat a réitéré à M. Poutine sa demande d'un cessez-le-feu. Selon la présidence française, le président russe a dit « ne pas avoir l'intention » d'attaquer les centrales nucléaires.

« Il est déterminé à atteindre ses objectifs », a commenté un conseiller de l'Elysée, qui a requis l'anonymat.

De son côté, le Kremlin a accusé Kiev de « sabotage ». Dans un communiqué, il affirme que l'armée ukrainienne empêche l'évacuation des civils.

Le président ukrainien, Volodymyr Zelensky, a, lui, dénoncé un « crime de guerre » et demandé aux Occidentaux de nouvelles sanctions.""",
        ("Emmanuel Macron", "Élysée", "Vladimir Putin", "un conseiller de l'Elysée", "Kremlin", "Volodymyr Zelenskyy"),
    ),
    "incendie": (
        "fr",
        """Les pompiers ont maîtrisé jeudi soir l'incendie qui a ravagé 500 hectares dans l'Aude, a-t-on appris auprès de la préfecture.

"Le feu est fixé mais pas éteint", a précisé à l'AFP le colonel Bernard Vidal, qui dirige les opérations. "On reste très vigilants", a-t-il souligné.

Le ministre de l'Intérieur Gérald Moreau, attendu vendredi sur place, a salué sur X "le courage" des pompiers. Selon lui, neuf feux sur dix sont d'origine humaine.

Une enquête a été ouverte, a indiqué à la presse la procureure de Carcassonne, Sophie Bernard.

"On a tout perdu", témoigne Jeannine, 72 ans, évacuée dans la nuit. Elle raconte avoir fui "avec le chat et les papiers".""",
        ("préfecture", "Bernard Vidal", "Gérald Moreau", "Sophie Bernard", "Jeannine"),
    ),
    "procès": (
        "fr",
        """« Je n'ai jamais volé un euro » : l'ancien ministre se défend

L'ex-ministre Jean-Marc Brault a nié mardi devant le tribunal avoir détourné de l'argent public. « Je n'ai jamais volé un euro », a-t-il martelé à la barre.

Son avocate, Me Nadia Khelil, a plaidé la relaxe. « Ce dossier est vide », a-t-elle lancé, estimant que l'enquête avait été menée « à charge ».

Le procureur a requis dix-huit mois de prison avec sursis. Le jugement sera rendu le 12 mai.""",
        ("Jean-Marc Brault", "Nadia Khelil", "procureur"),
    ),
    "audience royale": (
        "fr",
        """Le roi Philippe a reçu lundi le Premier ministre Alexander De Croo au Palais royal.

"La Belgique restera aux côtés de l'Ukraine", a déclaré M. De Croo à l'issue de l'audience. Il n'a pas voulu commenter les divergences au sein de la majorité.

Le président du MR, Georges-Louis Bouchez, a de nouveau critiqué le budget sur X : "On ne peut pas continuer à taxer ceux qui travaillent".

"C'est de la provocation", réplique-t-on au PS. Chez Ecolo, on parle d'un "mauvais signal".

Les négociations doivent reprendre mercredi.""",
        ("Alexander De Croo", "Georges-Louis Bouchez", "PS", "Ecolo"),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_speakers_of_an_article(name: str) -> None:
    language, text, speakers = CASES[name]
    found, _ = find(text, language)
    assert found.value == speakers
