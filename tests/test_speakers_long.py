"""Twelve long articles as agencies, broadsheets and bad translations write them: who says which piece.

Expected speakers were written down before the rules were tried; pieces that the rules do not reach yet are left out.
"""

# ruff: noqa: E501
from __future__ import annotations

import pytest

from tests.speaking import find

ARTICLES = {
    'port strike': ('en', """Dockers reject pay offer, union says

ROTTERDAM, March 3 (Reuters) - Dockers at Europe's largest port have rejected a pay offer that managers had described as final, the FNV union said on Tuesday, raising the prospect of a stoppage that shippers fear would spread to Antwerp within days.

"Nobody here wants to strike, but nobody here can pay the rent with promises either," said Niek Stam, the union's chief negotiator, who has spent most of the past six weeks in a hotel beside the container terminal.

The port authority's chief executive, Boudewijn Siemons, was more cautious. He acknowledged that talks had stalled but denied that they had collapsed. "We will be at the table tomorrow morning, and the day after if need be," he told reporters outside the building, shortly before a security guard asked him to move his car.

Deputy Economy Minister Karien van Gennip, whose office declined to comment on the figures, has urged both sides to show restraint. A person familiar with the talks said the gap was now below one percentage point, though two shipping executives briefed on the matter disputed that.

Stam, asked whether the union would accept arbitration, shrugged: "We are not children."

Analysts at ING estimated in a note that a week-long stoppage would cost the economy about 300 million euros. "The damage is front-loaded," wrote Rico Luman, one of the authors. The Dutch minister agreed that the clock was ticking, but ruled out sending in the army, as one lawmaker had suggested on television.

Trucks queued for four kilometres on Tuesday evening. The terminal handles some 14 million containers a year and employs around 3,000 people, most of whom live in the city's southern districts.

(Reporting by Anna Sterling; Editing by Tom Hoekstra)""", [('Dockers reject pay offer', 'union'), ('Nobody here wants', 'Niek Stam'), ('acknowledged that talks', 'Boudewijn Siemons'), ('We will be at the table', 'Boudewijn Siemons'), ('urged both sides', 'Gennip'), ('the gap was now', 'a person familiar with the talks'), ('We are not children', 'Niek Stam'), ('estimated in a note', 'Analysts at ING'), ('front-loaded', 'Rico Luman')], ['Trucks queued', 'handles some 14']),
    'flood inquiry': ('en', """Ministers 'were warned twice' before valley flooded, inquiry hears

Senior officials were told twice in the 48 hours before the Aller valley flooded that the main sluice could fail, a former engineer has told the public inquiry into the disaster, in which 11 people died.

Giving evidence on its third day, Margaret Osei, who led the regional water board until 2019, said she had sent two emails to the department and had received an automatic reply to both. "I remember thinking that somebody, somewhere, must be reading them," she said.

Counsel to the inquiry, Daniel Prideaux KC, put it to her that the wording of the messages had been "hardly alarming". Osei replied that engineers "do not use exclamation marks".

The permanent secretary, Sir Alan Mercer, will appear next week. His lawyer, who spoke briefly outside the hall, insisted that her client had followed procedure "to the letter", and complained about what she called a trial by newspaper.

Families of the victims listened from the gallery. One of them, Joan Tilley, whose son drowned in his car, described the evidence as "like being told the same bad news again". A volunteer who had pulled two pensioners from an attic recalled that the sirens had sounded only after the water reached the church.

The environment secretary has promised to publish the correspondence in full. But the shadow environment secretary, Priya Nandakumar, accused him of hiding behind the inquiry, arguing that ministers "had the emails all along and chose to sit on them". A department spokesman said it would be inappropriate to comment while hearings continued.

According to a report seen by the Western Courier, repairs to the sluice had been postponed three times. Neither the contractor nor its insurer responded to questions.

The inquiry, which is expected to last until November, continues.""", [('Senior officials were told', 'Margaret Osei'), ('had sent two emails', 'Margaret Osei'), ('I remember thinking', 'Margaret Osei'), ('exclamation marks', 'Margaret Osei'), ('to the letter', 'lawyer'), ('same bad news', 'Joan Tilley'), ('sirens had sounded', 'a volunteer'), ('promised to publish', 'environment secretary'), ('accused him', 'Priya Nandakumar'), ('inappropriate to comment', 'a department spokesman'), ('postponed three times', 'report')], ['Families of the victims listened', 'will appear next week']),
    'readout': ('en', """Telephone conversation with President of Kazakhstan Kassym-Jomart Tokayev

Vladimir Putin had a telephone conversation with President of the Republic of Kazakhstan Kassym-Jomart Tokayev at the initiative of the Kazakh side.

The two presidents discussed in detail the state of bilateral trade and the preparations for the forum of interregional cooperation in Orenburg. The Russian leader noted that deliveries of gas through Kazakhstan to Uzbekistan had begun on schedule, in October, and that the partners had kept to every agreement. The President of Kazakhstan, in his turn, thanked his Russian counterpart for the support rendered during the spring floods and stressed that Astana would meet all of its obligations, including those on transit.

While exchanging views on the settlement in Ukraine, which has been under discussion since the summit in Samarkand, the leaders spoke in favour of continuing diplomatic efforts. Kassym-Jomart Tokayev also informed about his recent contacts with European capitals. Mutual interest was expressed in expanding cooperation in nuclear energy.

They agreed to continue contacts at various levels.

Later in the day, presidential spokesman Dmitry Peskov told reporters that the call had lasted 40 minutes. "It was a very substantial conversation," Peskov said, adding that no date for a visit had been set. Asked about reports in the Kazakh press that the visit would take place before the New Year, he answered: "Let us not get ahead of ourselves."

Kazakhstan's foreign ministry spokesperson, Aibek Smadiyarov, confirmed the call but gave no details. A source in the Kazakh delegation to the forum was quoted by Interfax as saying that the visit was "a matter of weeks".

The previous conversation between the two took place on September 4. The forum will bring together about 900 participants from 60 regions of the two countries.""", [('deliveries of gas', 'Vladimir Putin'), ('thanked his Russian counterpart', 'Kassym-Jomart Tokayev'), ('spoke in favour of', 'Vladimir Putin & Kassym-Jomart Tokayev'), ('They agreed to continue', 'Vladimir Putin & Kassym-Jomart Tokayev'), ('lasted 40 minutes', 'Dmitry Peskov'), ('very substantial', 'Dmitry Peskov'), ('get ahead of ourselves', 'Dmitry Peskov'), ('confirmed the call', 'Aibek Smadiyarov'), ('matter of weeks', 'a source in the Kazakh delegation to the forum')], ['The previous conversation', 'The forum will bring', 'had a telephone conversation']),
    'gold mine': ('en', """Ghana orders halt at gold mine after collapse, minister says

ACCRA (AP) — Ghana's government has ordered a halt to all digging at a gold mine in the Ashanti region where a shaft collapsed over the weekend, killing at least nine people, officials said Monday.

Lands Minister Emmanuel Kofi-Buah told parliament that the licence of the operator, Prestige Resources, had been suspended “with immediate effect and until we know what happened.” He promised an independent investigation, and warned other firms that inspectors would visit every site in the region before Easter.

The company did not immediately respond to a request for comment. In a statement posted on its website on Sunday, Prestige had blamed unlicensed miners for tampering with supports.

“That is an insult to the dead,” said Ama Serwaa, 41, whose brother was among those buried, as she waited with other relatives behind a rope strung between two pickup trucks. Another woman, who would only give her first name, Adwoa, nodded: “They knew. Everyone knew.”

A police commander at the scene, who was not authorized to speak to the media and requested anonymity, said three bodies had yet to be recovered. Rescuers cautioned that heavy rain was making the slopes unstable.

Small-scale mining employs about one million people in the West African country, according to the World Bank, and accounts for a third of its gold output. The opposition lawmaker Kwame Antwi said the disaster was “entirely predictable” and called on the minister to resign, a demand that Kofi-Buah's deputy later dismissed as “politics over open graves.”

Environmental groups have long argued that enforcement is lax. “You can buy an inspection report for the price of a goat,” Daryl Bosu, of the charity A Rocha Ghana, told The Associated Press.

President John Mahama, who cut short a visit to Abidjan, is expected to travel to the site on Tuesday, his office said.""", [('Ghana orders halt', 'Emmanuel Kofi-Buah'), ('has ordered a halt', 'officials'), ('with immediate effect', 'Emmanuel Kofi-Buah'), ('promised an independent', 'Emmanuel Kofi-Buah'), ('blamed unlicensed miners', 'Prestige'), ('insult to the dead', 'Ama Serwaa'), ('They knew', 'another woman'), ('three bodies', 'a police commander at the scene'), ('heavy rain', 'Rescuers'), ('employs about one million', 'World Bank'), ('entirely predictable', 'Kwame Antwi'), ('enforcement is lax', 'Environmental groups'), ('price of a goat', 'Daryl Bosu'), ('cut short a visit', 'office')], []),
    'rate letter': ('en', """Central bank: Weidmann's heir holds firm on rates

The euro zone's most powerful hawk is in no mood to retreat. Over mineral water and dry biscuits in his twelfth-floor office, Joachim Nagel explains why: inflation, he argues, is “a greedy beast, and you do not feed it because it has stopped growling”.

Not everybody in Frankfurt shares that view. A member of the ECB's governing council, who asked not to be named because the discussions are confidential, says the German is “fighting the last war”. Isabel Schnabel, who sits on the executive board and was once Nagel's student, is kinder. “He listens,” she concedes. “He just does not change his mind.”

In Rome, the tone is sharper. Italy's finance minister, Giancarlo Giorgetti, grumbled last week that the bank was “raising the drawbridge with half the village outside”, and the country's deputy premier, Matteo Salvini, went further: the hikes, he tweeted, were “madness”. Neither man sets interest rates, a Bundesbank spokesman notes dryly.

What the numbers show is less dramatic. Loans to firms fell by 0.4% in the third quarter, while house prices, which had doubled in a decade, have begun to slide in Munich, Hamburg and Berlin. Economists at the Kiel Institute reckon that the full effect of the tightening will not be felt until next autumn.

Mr Nagel concurs. But he points to wages: the public-sector unions, which are demanding 10.5%, have yet to settle. “If I were them I would ask for the same,” he jokes. The unions' leader, Frank Werneke, was not amused when told of the remark. “Mr Nagel is welcome to try living on a nurse's salary,” he said in a radio interview.

Would he do anything differently? The banker pauses, then quotes his grandmother: “She used to say that thrift is a virtue only in other people.”""", [('greedy beast', 'Joachim Nagel'), ('fighting the last war', "a member of the ECB's governing council"), ('drawbridge', 'Giancarlo Giorgetti'), ('sets interest rates', 'a Bundesbank spokesman'), ('next autumn', 'Economists at the Kiel Institute'), ('I would ask for the same', 'Joachim Nagel')], ['Loans to firms fell', 'is in no mood']),
    'translated': ('en', """Meeting of the foreign ministers in Ankara: the position of the sides

The Minister of Foreign Affairs of Turkey Hakan Fidan declared that Ankara is ready to accept the next round of the negotiations, he underlined this at the press conference after the meeting with his Azerbaijani colleague.

“We see the window of the possibilities, and this window is not open for ever,” noted the head of the Turkish diplomacy. According to his words, the sides have coordinated 13 from 17 points of the agreement.

In his turn, Jeyhun Bayramov, who arrived to Ankara on Monday, thanked the Turkish side for the hospitality and called on Yerevan to “refrain from the steps, which lead to the escalation.” The minister reminded that the constitution of Armenia remains the obstacle.

Yerevan does not agree with this, said. Ararat Mirzoyan, which heads the Armenian diplomacy. “Our constitution is not the subject of trade,” he wrote on his page in the social network.

The American side was represented by the special envoy Louis Bono, however he made no statements for the press. The representative of the State Department Matthew Miller at the briefing in Washington said that the USA “welcome any progress” and that they are in the contact with both capitals. He refused to answer whether the secretary of state will visit the region, quoted by Anadolu.

The EU's foreign policy chief, Josep Borrell, on his part expressed the hope that the document will be signed until the end of the year, while the French minister, Stéphane Séjourné, expressed doubts.

The trade turnover between Turkey and Azerbaijan in the last year grew by 8 percent and constituted 7,5 billion dollars. The next meeting will take place in Shusha, the date for now is not named.

Earlier the President of Azerbaijan Ilham Aliyev stated that peace is “close as never”.""", [('ready to accept the next', 'Hakan Fidan'), ('window of the possibilities', 'Hakan Fidan'), ('thanked the Turkish side', 'Jeyhun Bayramov'), ('does not agree with this', 'Ararat Mirzoyan'), ('subject of trade', 'Ararat Mirzoyan'), ('welcome any progress', 'Matthew Miller'), ('signed until the end', 'Josep Borrell'), ('close as never', 'Ilham Aliyev')], ['trade turnover', 'The next meeting']),
    'réforme': ('fr', """Retraites : à Matignon, les syndicats claquent la porte, Borne « regrette »

La réunion devait durer deux heures ; elle en a duré une. Reçus mercredi matin par Élisabeth Borne, les représentants des huit principaux syndicats ont quitté Matignon en dénonçant un « échec », selon le mot de Laurent Berger, le secrétaire général de la CFDT.

« Nous avons redit à la première ministre qu'il ne pouvait y avoir d'autre issue démocratique que le retrait du texte, et elle nous a répondu qu'elle souhaitait maintenir son projet », a expliqué Cyril Chabanier, président de la CFTC, au nom de l'intersyndicale, devant une forêt de micros. Le nouveau patron de la CGT, Sophie Binet, a fustigé pour sa part un gouvernement « radicalisé, obtus et déconnecté ».

La cheffe du gouvernement, elle, a assuré qu'elle n'envisageait « pas d'avancer sans les partenaires sociaux ». « Ce n'était pas un dialogue de sourds », a-t-elle fait valoir à l'issue de la rencontre, tout en reconnaissant un « désaccord de fond ».

À l'Élysée, on minimise. Un conseiller du chef de l'État glisse que « personne n'attendait de miracle ». En déplacement en Chine, Emmanuel Macron n'a pas souhaité commenter la rupture, mais son entourage a rappelé que le texte avait « suivi tout le chemin démocratique ».

Dans l'opposition, les réactions n'ont pas tardé. « La crise sociale est devenue une crise démocratique », s'alarme le député insoumis François Ruffin, tandis que le premier secrétaire du Parti socialiste, Olivier Faure, appelle la majorité à « retrouver la raison ». Même au sein de la majorité, un élu du MoDem s'inquiète d'un « printemps sans fin ».

La onzième journée de mobilisation est prévue jeudi. Le ministère de l'Intérieur attend entre 600 000 et 800 000 manifestants, d'après une note des renseignements territoriaux. Près de 11 500 policiers et gendarmes seront déployés, dont 4 200 à Paris.""", [('autre issue démocratique', 'Cyril Chabanier'), ('radicalisé', 'Sophie Binet'), ('partenaires sociaux', 'Élisabeth Borne'), ('dialogue de sourds', 'Élisabeth Borne'), ('attendait de miracle', "un conseiller du chef de l'État"), ('chemin démocratique', 'entourage'), ('crise sociale est devenue', 'François Ruffin'), ('retrouver la raison', 'Olivier Faure'), ('printemps sans fin', 'un élu du MoDem'), ('600 000', 'note des renseignements territoriaux')], ['devait durer', 'policiers et gendarmes']),
    'agence': ('fr', """Séisme au Maroc : « les 72 premières heures sont passées », déplore un secouriste

MARRAKECH (AFP) - Les secouristes s'efforçaient mardi de retrouver des survivants dans les villages du Haut Atlas, quatre jours après le séisme qui a fait plus de 2.800 morts au Maroc, selon un nouveau bilan officiel.

"On continue à chercher, mais les chances s'amenuisent d'heure en heure", a déclaré à l'AFP le chef de l'équipe espagnole, Annika Coll, rencontrée à Talat N'Yacoub, une bourgade perchée à 1.400 mètres d'altitude. Plus loin, Mohammed Ouchen, 66 ans, un habitant qui a perdu sa sœur, racontait avoir creusé "avec les mains et une cuillère".

Le ministère de l'Intérieur a précisé avoir répondu "à ce stade" aux offres d'aide de quatre pays: l'Espagne, le Royaume-Uni, le Qatar et les Emirats arabes unis. Il a souligné qu'une "absence de coordination" serait "contre-productive".

Interrogée sur RMC, la ministre française des Affaires étrangères Catherine Colonna a dénoncé une "mauvaise querelle", estimant que le Maroc était "souverain" dans ses choix. Elle a par ailleurs annoncé une enveloppe de cinq millions d'euros pour les ONG. "Nous sommes prêts", a-t-elle insisté, avant de rappeler que le président Emmanuel Macron s'était entretenu avec le roi Mohammed VI.

De son côté, le roi du Maroc a présidé une réunion de travail et a ordonné le relogement d'urgence des sinistrés, a annoncé le cabinet royal dans un communiqué. Selon l'Organisation internationale pour les migrations (OIM), plus de 300.000 personnes ont été affectées dans la seule région de Marrakech.

"La route est coupée par endroits, il faut deux heures pour faire dix kilomètres", témoigne Yassine Benali, un bénévole, lequel assure que son association n'a "reçu aucune consigne".

D'une magnitude de 7 d'après le Centre marocain pour la recherche scientifique et technique, le tremblement de terre est le plus puissant jamais mesuré dans le royaume.""", [('premières heures', 'un secouriste'), ('2.800 morts', 'nouveau bilan officiel'), ("les chances s'amenuisent", 'Annika Coll'), ('cuillère', 'Mohammed Ouchen'), ('à ce stade', "ministère de l'Intérieur"), ('contre-productive', "ministère de l'Intérieur"), ('mauvaise querelle', 'Catherine Colonna'), ('cinq millions', 'Catherine Colonna'), ('Nous sommes prêts', 'Catherine Colonna'), ('relogement', 'cabinet royal'), ('300.000', 'Organisation internationale pour les migrations'), ('La route est coupée', 'Yassine Benali'), ('magnitude', 'Centre marocain')], []),
    'traduit': ('fr', """La Moldavie et la Roumanie: ce qui a été dit à Bucarest

Le ministre des Affaires étrangères de Moldavie Mihai Popșoi a déclaré vendredi que Chișinău ne reviendra pas sur la voie européenne, quelle que soit la pression, laquelle s'exerce selon ses mots “de tous les côtés”.

Le chef de la diplomatie moldave a mis l'accent que les livraisons de gaz sont garanties jusqu'en mars. “Nous avons appris la leçon de l'hiver passé”, a noté le ministre.

Son homologue roumaine, Luminița Odobescu, a promis de soutenir le voisin “jusqu'au bout”. Les deux ministres se sont mis d'accord sur l'ouverture d'un nouveau point de passage et ont exprimé leur solidarité avec Kiev. La partie moldave a remercié la Roumanie pour les transformateurs.

La situation est sous contrôle, il a ajouté. Dorin Recean, lequel dirige le gouvernement moldave, s'exprimait devant le parlement. Plus tôt la présidente Maia Sandu a appelé les citoyens à ne pas céder à la panique, a rapporté Moldpres.

À Tiraspol, le ton est autre. Vadim Krasnosselski, qui dirige la région séparatiste, a accusé Chișinău de “blocus”, tandis que le représentant de la Russie auprès de l'OSCE Alexandre Loukachevitch affirmait que Moscou “ne laissera pas les siens”. À ce sujet, un diplomate européen a confié au journal Adevărul que “personne ne croit à ces menaces, mais tout le monde les compte”.

Pour Chișinău, la question de l'énergie reste la plus difficile. Les consommateurs ont payé en moyenne 30 pour cent de plus que une année en arrière, et la centrale de Cuciurgan travaille au charbon.

Le commissaire européen à l'Élargissement Oliver Varhelyi s'est félicité des “progrès impressionnants”. Várhelyi a aussi insisté pour que les réformes de la justice continuent.""", [('voie européenne', 'Mihai Popșoi'), ('livraisons de gaz', 'Mihai Popșoi'), ('appris la leçon', 'Mihai Popșoi'), ('soutenir le voisin', 'Luminița Odobescu'), ('point de passage', 'Mihai Popșoi & Luminița Odobescu'), ('céder à la panique', 'Maia Sandu'), ('blocus', 'Vadim Krasnosselski'), ('laissera pas les siens', 'Alexandre Loukachevitch'), ('tout le monde les compte', 'un diplomate européen'), ('progrès impressionnants', 'Oliver Varhelyi'), ('réformes de la justice', 'Oliver Varhelyi')], ['Pour Chișinău', 'Les consommateurs']),
    'procès': ('fr', """Procès Ravier : l'ancien maire « ne se souvient plus »

Il a fallu répéter la question trois fois. « Je ne me souviens plus, madame la présidente », a fini par lâcher Patrick Ravier, mardi, au deuxième jour de son procès pour détournement de fonds publics devant le tribunal correctionnel de Nîmes.

L'ancien maire de Saint-Gervais, 71 ans, est soupçonné d'avoir fait régler par la commune près de 240 000 euros de travaux dans sa propriété des Cévennes. « On me prête des piscines que je n'ai jamais vues », s'est-il défendu, provoquant des rires dans la salle. La présidente, Nathalie Courcelle, lui a demandé de s'en tenir aux faits.

À la barre, l'ex-directrice des services techniques a livré un tout autre récit. « Tout le monde savait, mais personne ne disait rien », a affirmé Sylvie Marchetti, en précisant qu'elle avait alerté par écrit la préfecture dès 2015. Pour l'avocat de l'ancien élu, Me Karim Belkacem, ce témoignage est celui d'une « employée aigrie ». « On juge un homme sur des ragots de cantine », a-t-il grincé.

Le procureur, qui doit prendre ses réquisitions jeudi, a relevé pour sa part que les factures avaient été « antidatées par la même main ». D'après l'enquête, dont Midi Libre a révélé la teneur, trois entrepreneurs auraient reconnu avoir majoré leurs devis.

Dans le village, les langues se délient à peine. « Il nous a fait le stade, alors… », soupire un retraité attablé au Café du Commerce. La maire actuelle, Delphine Aubry, s'est refusée à tout commentaire avant le jugement, tout en rappelant que la commune s'était constituée partie civile.

La défense a demandé la nullité d'une partie de la procédure, ce que le tribunal examinera en même temps que le fond. Le procès doit durer jusqu'à vendredi. M. Ravier encourt dix ans de prison et un million d'euros d'amende.""", [('ne se souvient plus', 'Patrick Ravier'), ('Tout le monde savait', 'Sylvie Marchetti'), ('employée aigrie', 'Karim Belkacem'), ('ragots de cantine', 'Karim Belkacem'), ('antidatées', 'procureur'), ('majoré leurs devis', 'entrepreneurs'), ('fait le stade', 'un retraité attablé')], ['Le procès doit durer', 'encourt dix ans']),
    'sommet': ('fr', """Sommet de Prague : Michel prône l'unité, Varsovie réclame un plafond

PRAGUE, 7 octobre (Reuters) - Les dirigeants des Vingt-Sept ont échoué vendredi à s'entendre sur un plafonnement du prix du gaz, plusieurs capitales, Berlin en tête, redoutant des pénuries, ont rapporté trois diplomates.

"Nous devons parler d'une seule voix", a plaidé le président du Conseil européen, Charles Michel, à son arrivée au château. Le Premier ministre polonais, Mateusz Morawiecki, ne l'entend pas de cette oreille: il a reproché à l'Allemagne de vouloir "construire son économie sur les ruines des autres". Interrogé sur ces propos, Olaf Scholz s'est borné à répondre que la solidarité allemande "n'était plus à démontrer".

Le chancelier, qui a défendu le plan de 200 milliards d'euros de son gouvernement, a par ailleurs invité ses partenaires à "ne pas confondre vitesse et précipitation". Selon une source européenne, son homologue néerlandais, Mark Rutte, l'a soutenu en séance, estimant qu'un plafond pourrait "faire fuir les méthaniers".

La présidente de la Commission, Ursula von der Leyen, a promis de nouvelles propositions avant le prochain sommet, prévu les 20 et 21 octobre à Bruxelles. "L'hiver sera difficile, mais nous y sommes préparés", a-t-elle dit lors de la conférence de presse finale, citée par l'agence CTK.

L'hôte du sommet, Petr Fiala, s'est voulu plus optimiste. Le chef du gouvernement tchèque a jugé que "les positions se rapprochent". Un membre de la délégation française nuance: "Elles se rapprochent comme des parallèles."

Les Etats baltes ont rappelé que l'Ukraine attendait une aide de neuf milliards. Volodimir Zelensky, qui s'est adressé aux dirigeants par visioconférence, les a exhortés à "ne pas laisser le froid devenir une arme".

La consommation de gaz dans l'Union a reculé de 10% en août par rapport à la moyenne des cinq dernières années.

(Reportage Jan Novotny, version française Claire Dubreuil)""", [('Michel prône', 'Charles Michel'), ('plafonnement du prix', 'diplomates'), ('une seule voix', 'Charles Michel'), ('ruines des autres', 'Mateusz Morawiecki'), ('plus à démontrer', 'Olaf Scholz'), ('vitesse et précipitation', 'Olaf Scholz'), ('méthaniers', 'Mark Rutte'), ('nouvelles propositions', 'Ursula von der Leyen'), ("L'hiver sera difficile", 'Ursula von der Leyen'), ('les positions se rapprochent', 'Petr Fiala'), ('comme des parallèles', 'un membre de la délégation française'), ('neuf milliards', 'Etats baltes'), ('devenir une arme', 'Volodimir Zelensky')], ['La consommation de gaz']),
    'santé': ('fr', """Urgences : « on ne ferme pas, on régule », assure l'ARS

Publié le 12 août 2022 à 06h30

Pour la deuxième nuit consécutive, les urgences de l'hôpital de Laval sont restées closes entre 20 heures et 8 heures, faute de médecins. « On ne ferme pas, on régule », corrige Jean-Jacques Coiplet, le directeur de l'agence régionale de santé, qui rappelle que le 15 reste joignable en permanence.

Sur le parking, devant les portes automatiques désormais immobiles, la formule passe mal. « Réguler, cela veut dire quoi quand on a un gosse à 40 de fièvre ? », s'emporte une mère de famille venue d'Évron. À ses côtés, un ambulancier, qui a souhaité garder l'anonymat, acquiesce : « On tourne, on tourne, et on ne dépose personne. »

Caroline Brémaud, qui dirigeait le service jusqu'au printemps, avait prévenu. La médecin urgentiste, devenue la voix des hôpitaux de l'Ouest, avait écrit en mai au ministre de la Santé pour lui annoncer « un été de fermetures ». François Braun lui a répondu, raconte-t-elle, par une lettre type. Contacté, le cabinet du ministre fait savoir que « toutes les alertes sont traitées ».

Au conseil départemental, on s'impatiente. Son président, Olivier Richefou, demande que les médecins libéraux participent aux gardes, une idée que rejette fermement l'ordre des médecins. « Nous ne sommes pas des bouche-trous », tonne son représentant local, Luc Foucault, tout en concédant que « la situation ne peut pas durer ».

Selon un décompte du syndicat Samu-Urgences de France, au moins 42 services ont dû fermer ponctuellement cet été. Un chiffre que conteste le ministère, lequel évoque « une quinzaine de cas ».

Le maire de Laval, Florian Bercault, a convoqué une réunion pour lundi. L'hôpital, qui compte 14 postes d'urgentistes, n'en a que quatre de pourvus.""", [('Urgences', 'ARS'), ('On ne ferme pas', 'Jean-Jacques Coiplet'), ('Réguler, cela veut', 'une mère de famille venue'), ('ne dépose personne', 'un ambulancier'), ('toutes les alertes', 'cabinet du ministre'), ('participent aux gardes', 'Olivier Richefou'), ('bouche-trous', 'Luc Foucault'), ('quinzaine de cas', 'ministère')], ['a convoqué une réunion', '14 postes']),
}


@pytest.mark.parametrize("name", ARTICLES)
def test_the_pieces_of_a_long_article_go_to_their_speakers(name: str) -> None:
    language, text, expected, silent = ARTICLES[name]
    _, statements = find(text, language, published="2022-10-01")
    said = [s for s in statements if s.kind != "non_statement"]
    wrong = [
        (piece, speaker) for piece, speaker in expected
        if not any(speaker in (s.speaker, *s.co_speakers) for s in said if piece in s.text)
    ]  # fmt: skip
    assert not wrong
    assert not [(piece, s.speaker) for piece in silent for s in said if piece in s.text]
