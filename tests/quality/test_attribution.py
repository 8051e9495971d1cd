"""Forms of attribution, each with the quotes, the speakers and the cues that are wanted; every word is invented.

A line is a text, with the wanted quotes in brackets, and behind the arrow the speaker of each and, after a colon, its cue; "?"
is a quote that is nobody's, and a line without an arrow has no quotes. "¶" is the end of a line.
"""

from __future__ import annotations

import re

import pytest

import malirights as mr

ENGLISH = """
# the verb behind the quote
“[The wells are empty,]” said Ada Moru. → Ada Moru: said
“[The wells are empty,]” Ada Moru said. → Ada Moru: said
“[The wells are empty,]” Ada Moru told reporters on Tuesday. → Ada Moru: told
“[The wells are empty,]” says Dr. Moru. → Moru: says
“[The wells are empty,]” warned Gen. Paul de Winter. → Paul de Winter: warned
“[The wells are empty,]” said the country’s justice minister, Ada Moru. → Ada Moru: said
“[The wells are empty,]” said Ada Moru, the country’s justice minister. → Ada Moru: said
“[The wells are empty,]” said the group’s director Ada Moru. → Ada Moru: said
“[The wells are empty,]” said a spokesperson for the army. → spokesperson for the army: said
“[The wells are empty,]” said Ada Moru, a lawyer whose son lives in Orvel. → Ada Moru: said
“[The wells are empty,]” said Ada Moru, who runs the clinic. → Ada Moru: said
“[The wells are empty,]” villagers said. → villagers: said
“[The wells are empty,]” read the statement. → statement: read
“[The wells are empty,]” the reply states. → reply: states
“[The wells are empty,]” an ally of the mayor said. → ally of the mayor: said
Seven wells were dug by a crew, among them the digger Nadia Moru. ¶ “[The wells are empty,]” she said. → Nadia Moru: said
“[The wells are empty,]” according to Ada Moru. → Ada Moru: according to
“[The wells are empty,]” tweeted Ada Moru. → Ada Moru: tweeted
“[The wells are empty,]” Ada Moru wrote in a letter to the court. → Ada Moru: wrote
“[The wells are empty,]” Ada Moru was quoted as saying. → Ada Moru: quoted
“[The wells are empty.]” ― Ada Moru → Ada Moru
“[The wells are empty.]” ¶ — Ada Moru, lawyer → Ada Moru
“[They told us, ‘Go home,’ and shut the gate,]” said Ada Moru. → Ada Moru: said
''[The wells are empty,]'' said Ada Moru. → Ada Moru: said
"[The wells are empty,]" said Ada Moru. → Ada Moru: said
“[The wells aren’t empty, and the villagers’ goats drink there,]” said Ada Moru. → Ada Moru: said
“[Who emptied the wells?]” asked Ada Moru. → Ada Moru: asked
“[The wells are empty!]” shouted a boy. → boy: shouted
“[The wells are empty,]” Ada Moru pointed out. → Ada Moru: pointed out
“[The wells are empty,]” pointed out Ada Moru. → Ada Moru: pointed out
“[The wells are empty,]” Ada Moru later told the court in Velmora. → Ada Moru: told
“[The wells are empty,]” said one man, who asked not to be named. → man: said
“[The wells are empty,]” a senior official said on condition of anonymity. → senior official: said
“[The wells are empty,]” the president’s office said. → president’s office: said
“[The wells are empty]” is how Ada Moru put it. → Ada Moru: put it

# the verb, or the source, before the quote or behind its sentence
According to Ada Moru, “[the wells are empty]”. → Ada Moru: According to
In the words of Ada Moru, “[the wells are empty]”. → Ada Moru: In the words of
Ada Moru was quoted by Radio Velmora as saying “[the wells are empty]”. → Ada Moru: saying
The paper quoted Ada Moru as saying that “[the wells are empty]”. → Ada Moru: saying
Radio Velmora quoted Ada Moru: “[The wells are empty.]” → Ada Moru: quoted
Ada Moru said: “[The wells are empty.]” → Ada Moru: said
Ada Moru, a lawyer in Velmora, said: “[The wells are empty.]” → Ada Moru: said
A lawyer in Velmora, Ada Moru, said: “[The wells are empty.]” → Ada Moru: said
Ada Moru said that “[the wells are empty]”. → Ada Moru: said
Ada Moru warned that “[the wells are empty]” and left. → Ada Moru: warned
Ada Moru called the plan “[a gift that nobody wanted]”. → Ada Moru: called
Ada Moru described the plan as “[a gift that nobody wanted]”. → Ada Moru: described
Ada Moru accused the army of “[emptying the wells of the north]”. → Ada Moru: accused
Ada Moru condemned “[a plan that nobody wanted]”. → Ada Moru: condemned
Ada Moru left the court, saying: “[The wells are empty.]” → Ada Moru: saying
Ada Moru thanked the guards and added: “[The wells are empty.]” → Ada Moru: added
On Tuesday, Ada Moru said: “[The wells are empty.]” → Ada Moru: said
Asked about the wells, Ada Moru said: “[They are empty.]” → Ada Moru: said
In a statement, Zanara Rights Watch said: “[The wells are empty.]” → Zanara Rights Watch: said
Zanara Rights Watch (ZRW) said: “[The wells are empty.]” → Zanara Rights Watch (ZRW): said
The statement added: “[The wells are empty.]” → statement: added
Ada Moru: “[The wells are empty.]” → Ada Moru
Ada Moru said: ¶¶ “[The wells are empty.]” → Ada Moru: said
The wells, Ada Moru said, “[have been empty since May]”. → Ada Moru: said
The wells “[have been empty since May]”, Ada Moru said. → Ada Moru: said
The wells “[have been empty since May]”, according to Ada Moru. → Ada Moru: according to
As Ada Moru put it, “[the wells are empty]”. → Ada Moru: put it

# several quotes, and pronouns
“[The wells,]” said Ada Moru, “[have been empty since May.]” → Ada Moru: said; Ada Moru: said
“[The wells are empty,]” said Ada Moru. “[We have dug new ones.]” → Ada Moru: said; Ada Moru
“[The wells are empty,]” said Ada Moru. ¶¶ “[We have dug new ones.]” → Ada Moru: said; Ada Moru
“[The wells are empty,]” said Ada Moru. “[They are full,]” said Paul de Winter. → Ada Moru: said; Paul de Winter: said
Ada Moru is a judge. “[The wells are empty,]” she said. → Ada Moru: said
Ada Moru is a judge. She said: “[The wells are empty.]” → Ada Moru: said

# names of things, charges, measures, words held at arm’s length
The so-called “rain tax” was lifted.
The report “Nine Wells of Orvel” was read aloud.
He was held under the law “On the Wells of Zanara”.
She was charged with “spreading false news about wells”.
He was convicted of “insulting the president”.
Paul “the Well” de Winter is free.
He is known as “the Harbourmaster”.
A 40" screen and a 12' pole were stolen in Orvel.
The “experts” went home.
The army entered the “zone of the nine wells” at night.
The campaign “Open Our Wells” began in May.
She sang “Rain on the Hills” in court.
The word “well” has four letters.
The ship “Lady of Orvel” sank.
He joined the “Friends of the Rain”.
"""

FRENCH = """
# the verb behind the quote
« [Les puits sont vides] », dit Ada Moru. → Ada Moru: dit
« [Les puits sont vides] », a déclaré Ada Moru. → Ada Moru: déclaré
« [Les puits sont vides] », déclarait en mai Ada Moru. → Ada Moru: déclarait
« [Les puits sont vides] », affirmait Ada Moru. → Ada Moru: affirmait
« [Les puits sont vides] », affirmera Ada Moru devant la cour. → Ada Moru: affirmera
« [Les puits sont vides] », déclara Ada Moru. → Ada Moru: déclara
« [Les puits sont vides] », répondirent les villageois. → villageois: répondirent
« [Les puits sont vides] », aurait dit Ada Moru. → Ada Moru: dit
« [Les puits sont vides] », a fait savoir Ada Moru. → Ada Moru: fait savoir
« [Les puits sont vides] », a fait savoir le ministère de l’Eau. → ministère de l’Eau: fait savoir
« [Les puits sont vides] », a fait valoir Ada Moru. → Ada Moru: fait valoir
« [Les puits sont vides] », a fait remarquer Ada Moru. → Ada Moru: fait remarquer
« [Les puits sont vides] », fait observer Ada Moru. → Ada Moru: fait observer
« [Les puits sont pleins] », s’est félicité Ada Moru. → Ada Moru: félicité
« [Les puits sont pleins] », s’est félicitée la ministre de l’Eau, Ada Moru. → Ada Moru: félicitée
« [Les puits sont pleins] », se félicite Ada Moru. → Ada Moru: félicite
« [Les puits sont vides] », s’insurge Ada Moru. → Ada Moru: insurge
« [Les puits sont vides] », s’est insurgée Ada Moru. → Ada Moru: insurgée
« [Les puits sont vides] », s’est indignée l’avocate des familles. → avocate des familles: indignée
« [Les puits sont vides] », s’alarme Ada Moru. → Ada Moru: alarme
« [Les puits sont vides] », se désole Ada Moru. → Ada Moru: désole
« [Les puits sont vides] », s’est émue Ada Moru. → Ada Moru: émue
« [Les puits sont vides] », s’exclame Ada Moru. → Ada Moru: exclame
« [Les puits sont vides] », s’est écrié un berger. → berger: écrié
« [Les puits sont vides] », estime Ada Moru. → Ada Moru: estime
« [Les puits sont vides] », juge Ada Moru. → Ada Moru: juge
« [Les puits sont vides] », ont dénoncé les familles. → familles: dénoncé
« [Les puits sont vides] », dénonce Ada Moru. → Ada Moru: dénonce
« [Les puits sont vides] », fustige Ada Moru. → Ada Moru: fustige
« [Les puits sont vides] », accuse Ada Moru. → Ada Moru: accuse
« [Les puits sont vides] », met en garde Ada Moru. → Ada Moru: met en garde
« [Les puits sont vides] », a mis en garde la Ligue de Zanara. → Ligue de Zanara: mis en garde
« [Les puits sont vides] », tient à préciser Ada Moru. → Ada Moru: préciser
« [Les puits sont vides] », a rapporté à l’antenne de Radio Velmora Ada Moru. → Ada Moru: rapporté
« [Les puits sont vides] », a confié sous couvert d’anonymat un responsable. → responsable: confié
« [Les puits sont vides] », a expliqué lundi devant la presse la ministre de la Justice, Ada Moru. → Ada Moru: expliqué
« [Les puits sont vides] », a renchéri Paul de Winter, maire d’Orvel. → Paul de Winter: renchéri
« [Les puits sont vides] », a écrit sur Twitter Ada Moru. → Ada Moru: écrit
« [Les puits sont vides] », a tweeté Ada Moru. → Ada Moru: tweeté
« [Les puits sont vides] », conclut Ada Moru. → Ada Moru: conclut
« [Les puits sont vides] », ajoute le ministre. → ministre: ajoute
« [Les puits sont vides] », a déclaré un maire cité par la radio. → maire: déclaré
« [Les puits] », explique Ada Moru, « [sont vides depuis mai] ». → Ada Moru: explique; Ada Moru: explique
« [L’eau manque] », a martelé le ministre de l’Eau, Ada Moru. « [Nous creuserons.] » → Ada Moru: martelé; Ada Moru
« [Les puits sont vides] », a déclaré lors d’une conférence de presse à Velmora Ada Moru. → Ada Moru: déclaré
« [Les puits sont vides] », a-t-on dit à Orvel. → on: dit
« [Les puits sont vides] », ont affirmé à l’unisson les habitants. → habitants: affirmé
« [Les puits sont vides.] » Ada Moru, avocate → Ada Moru

# a pronoun behind its verb
Ada Moru est juge. « [Les puits sont vides] », a-t-elle déclaré. → Ada Moru: déclaré
Paul de Winter est maire. « [Les puits sont vides] », a-t-il ajouté. → Paul de Winter: ajouté
Ada Moru est juge. « [Les puits sont vides] », précise-t-elle. → Ada Moru: précise
Ada Moru est juge. « [Les puits sont vides] », s’est-elle indignée. → Ada Moru: indignée
Paul de Winter est maire. « [Les puits sont vides] », se souvient-il. → Paul de Winter: souvient
Paul de Winter est maire. « [Les puits sont vides] », s’insurge-t-il. → Paul de Winter: insurge
Paul de Winter est maire. « [Les puits sont vides] », a-t-il fait savoir. → Paul de Winter: fait savoir
Paul de Winter est maire. « [Les puits sont vides] », a-t-il par la suite précisé. → Paul de Winter: précisé
Paul de Winter est maire. « [Les puits sont vides] », lui a-t-il répondu. → Paul de Winter: répondu
Paul de Winter est maire. « [Les puits sont vides] », nous dit-il. → Paul de Winter: dit
Ada Moru parle. « [Nous creusons] », a-t-elle lancé, « [mais pas ici] ». → Ada Moru: lancé; Ada Moru: lancé
Paul de Winter est maire. « [Les puits sont vides] », poursuit-il. → Paul de Winter: poursuit
Paul de Winter est maire. « [Les puits sont vides] », dira-t-il plus tard. → Paul de Winter: dira
Paul de Winter est maire. « [Les puits sont vides] », avait-il prévenu en mars. → Paul de Winter: prévenu
Paul de Winter est maire. « [Les puits sont vides] », met-il en garde. → Paul de Winter: met-il en garde
« [Les puits sont vides, se souvient-il. Il faut agir] », raconte Paul de Winter. → Paul de Winter: raconte
« [Les puits sont vides] », a-t-elle regretté, avant de quitter la salle. → elle: regretté
« [L’eau manque] », a-t-elle martelé. « [Depuis mai] », a rappelé Paul de Winter. → elle: martelé; Paul de Winter: rappelé

# the verb before the quote
Ada Moru a déclaré : « [Les puits sont vides.] » → Ada Moru: déclaré
Ada Moru a fait savoir que « [les puits sont vides] ». → Ada Moru: fait savoir
Ada Moru s’est félicitée de « [la pluie revenue dans les puits] ». → Ada Moru: félicitée
Ada Moru s’est dite « [inquiète pour les puits du nord] ». → Ada Moru: dite
Ada Moru se dit « [inquiète pour les puits du nord] ». → Ada Moru: dit
Ada Moru estime que « [les puits sont vides depuis mai] ». → Ada Moru: estime
Ada Moru juge « [inacceptable que les puits soient vides] ». → Ada Moru: juge
Le ministre a appelé « [au calme et à la retenue] ». → ministre: appelé
Ada Moru qualifie la mesure de « [cadeau que personne ne voulait] ». → Ada Moru: qualifie
Ada Moru a qualifié ces propos de « [tout à fait indignes] ». → Ada Moru: qualifié
L’ONG dénonce « [un oubli de plus dans les villages] ». → ONG: dénonce
L’association appelle les autorités à « [rouvrir les puits du nord] ». → association: appelle
Les avocats ont demandé que « [la vérité soit dite aux familles] ». → avocats: demandé
Me Moru, qui défend les familles, a plaidé : « [Les puits sont vides.] » → Moru: plaidé
Interrogée par la radio, Ada Moru a répondu : « [Les puits sont vides.] » → Ada Moru: répondu
Joint par téléphone, Paul de Winter assure que « [les puits sont vides] ». → Paul de Winter: assure
Lundi, Ada Moru a averti : « [Les puits sont vides.] » → Ada Moru: averti
Dans un communiqué, la Ligue de Zanara affirme que « [les puits sont vides] ». → Ligue de Zanara: affirme
Et le maire de conclure : « [Les puits sont vides.] » → maire: conclure
Ada Moru, de son côté, a rétorqué : « [Les puits sont vides.] » → Ada Moru: rétorqué
Ada Moru a quitté la salle en lançant : « [Les puits sont vides.] » → Ada Moru: lançant
Ada Moru a réagi, estimant que « [les puits sont vides] ». → Ada Moru: estimant
Ada Moru a visité Orvel, ajoutant que « [les puits sont vides] ». → Ada Moru: ajoutant
Comme le dit Ada Moru, « [les puits sont vides] ». → Ada Moru: dit
Comme l’a rappelé Ada Moru, « [les puits sont vides] ». → Ada Moru: rappelé
Ada Moru a été citée disant : « [Les puits sont vides.] » → Ada Moru: disant
Ada Moru, citée par la radio, a dit : « [Les puits sont vides.] » → Ada Moru: dit
La radio cite Ada Moru : « [Les puits sont vides.] » → Ada Moru: cite
Elle milite pour « [un accès libre aux puits] ». → Elle
Dans une lettre adressée au président, Ada Moru écrit : « [Les puits sont vides.] » → Ada Moru: écrit
Dans un communiqué signé par Ada Moru, la Ligue de Zanara « [condamne la fermeture des puits] ». → Ligue de Zanara
Le président de la Ligue, Paul de Winter, et sa vice-présidente, Ada Moru, ont dit : « [Les puits sont vides.] » → Ada Moru: dit
La porte-parole du gouvernement Ada Moru a promis « [une enquête sans délai] ». → Ada Moru: promis
Amnesty International a dit : « [Les puits sont vides.] » → Amnesty International: dit
Le général à la retraite Paul de Winter a dit : « [Les puits sont vides.] » → Paul de Winter: dit
L’ancien ministre Paul de Winter a dit : « [Les puits sont vides.] » → Paul de Winter: dit
Le texte précise que « [les puits sont à tous] ». → texte: précise
Un message publié par Ada Moru assure : « [Les puits sont vides.] » → Ada Moru: assure
Ada Moru appelle à « [une trêve immédiate] ». → Ada Moru: appelle
Ada Moru (Ligue de Zanara) estime que « [les puits sont vides] ». → Ada Moru: estime
La directrice, Ada Moru, souligne, quant à elle, que « [les puits sont vides] ». → Ada Moru: souligne
Ada Moru n’a pas dit que « [les puits sont vides depuis mai] ». → Ada Moru: dit
Ada Moru a répondu aux journalistes que « [les puits sont vides depuis mai] ». → Ada Moru: répondu
À la question de savoir si l’eau reviendra, Ada Moru répond : « [Les puits sont vides.] » → Ada Moru: répond
Ada Moru : « [Les puits sont vides.] » → Ada Moru

# a source without a verb of speech
« [Les puits sont vides] », a-t-on appris de source policière. → source: a-t-on appris de
« [Les puits sont vides] », lit-on dans le rapport. → rapport: lit-on dans
« [Les puits sont vides] », peut-on lire dans le communiqué. → communiqué: peut-on lire dans
Selon Ada Moru, « [les puits sont vides] ». → Ada Moru: Selon
« [Les puits sont vides] », selon la directrice de l’hôpital, Ada Moru. → Ada Moru: selon
« [Les puits sont vides] », selon un porte-parole de l’armée. → porte-parole de l’armée: selon
D’après l’association, « [les puits sont vides] ». → association: D’après
« [Les puits sont vides] », d’après un témoin. → témoin: d’après
Pour Ada Moru, « [les puits sont vides depuis mai] ». → Ada Moru: Pour
Pour l’ONG, il s’agit d’« [un oubli de plus dans les villages] ». → ONG: Pour
Aux yeux de Paul de Winter, « [les puits sont vides] ». → Paul de Winter: Aux yeux de
Aux yeux du maire, « [les puits sont vides depuis mai] ». → maire: Aux yeux du
À en croire Ada Moru, « [les puits sont vides] ». → Ada Moru: À en croire
De l’avis de Paul de Winter, « [les puits sont vides] ». → Paul de Winter: De l’avis de
De l’avis du maire, « [les puits sont vides depuis mai] ». → maire: De l’avis du
Aux dires des familles, « [les puits sont vides depuis mai] ». → familles: Aux dires des
De l’aveu même du maire, « [les puits sont vides depuis mai] ». → maire: De l’aveu même du
Selon les mots d’Ada Moru, « [les puits sont vides] ». → Ada Moru: Selon les mots d’
Selon les termes du ministre, « [les puits sont vides] ». → ministre: Selon les termes du
Paul de Winter est maire. Selon lui, « [les puits sont vides] ». → Paul de Winter: Selon
Pour les habitants d’Orvel, « [les puits sont vides depuis mai] ». → habitants d’Orvel: Pour
Selon la loi, « [les puits sont à tous] ». → loi: Selon

# titles, offices, appositions, relative clauses, organisations, texts, people without a name
« [Les puits sont vides] », a dit Me Moru. → Moru: dit
« [Les puits sont vides] », a dit Mgr Paul de Winter. → Paul de Winter: dit
« [Les puits sont vides] », a dit le Gal Paul de Winter. → Paul de Winter: dit
« [Les puits sont vides] », a dit le général de brigade Paul de Winter. → Paul de Winter: dit
« [Les puits sont vides] », a dit le Dr. Moru. → Moru: dit
« [Les puits sont vides] », a dit le Pr Ada Moru. → Ada Moru: dit
« [Les puits sont vides] », a dit Maître Ada Moru. → Ada Moru: dit
« [Les puits sont vides] », a dit l’abbé Paul de Winter. → Paul de Winter: dit
« [Les puits sont vides] », a dit le lieutenant-colonel Paul de Winter. → Paul de Winter: dit
« [Les puits sont vides] », a déclaré la ministre de la Justice, Ada Moru. → Ada Moru: déclaré
« [Les puits sont vides] », a déclaré la ministre de la Justice Ada Moru. → Ada Moru: déclaré
« [Les puits sont vides] », a déclaré la garde des Sceaux, Ada Moru. → Ada Moru: déclaré
« [Les puits sont vides] », a déclaré le porte-parole de l’armée. → porte-parole de l’armée: déclaré
« [Les puits sont vides] », a déclaré le porte-parole de l’armée, le colonel Paul de Winter. → Paul de Winter: déclaré
« [L’eau manque] », a déclaré à l’agence ZAN le procureur général près la cour d’appel, Ada Moru. → Ada Moru: déclaré
« [L’eau manque] », a déclaré la directrice exécutive de l’ONG, Ada Moru, qui rentre d’Orvel. → Ada Moru: déclaré
« [Les puits sont vides] », a déclaré Ada Moru, qui est avocate. → Ada Moru: déclaré
« [Les puits sont vides] », a déclaré Ada Moru, une avocate dont le fils est à Orvel. → Ada Moru: déclaré
« [Les puits sont vides] », a déclaré une avocate qui suit le dossier. → avocate: déclaré
« [Les puits sont vides] », raconte Ada, 34 ans, une habitante d’Orvel. → Ada: raconte
« [Les puits sont vides] », raconte Ada Moru, mère de trois enfants. → Ada Moru: raconte
« [Les puits sont vides] », raconte une mère de famille. → mère de famille: raconte
« [Les puits sont vides] », dit un homme qui refuse de donner son nom. → homme: dit
« [Les puits sont vides] », a indiqué l’ONG. → ONG: indiqué
« [Les puits sont vides] », a indiqué l’association dans un communiqué. → association: indiqué
« [Les puits sont vides] », indique le communiqué. → communiqué: indique
« [Les puits sont vides] », indique une source proche du dossier. → source proche du dossier: indique
« [Les puits sont vides] », ont indiqué des sources concordantes. → sources: indiqué
« [Les puits sont vides] », écrivent les auteurs du rapport. → auteurs du rapport: écrivent
« [Les puits sont vides] », a réagi le président de la Ligue de Zanara. → président de la Ligue de Zanara: réagi
« [Il nous a dit « partez » sans un mot de plus] », raconte Ada Moru. → Ada Moru: raconte
« [Les puits sont vides] », a dit le juge. → juge: dit
« [Les puits sont vides] », a dit le juge Paul de Winter. → Paul de Winter: dit
« [Les puits sont vides] », a déclaré le 3 mai Ada Moru. → Ada Moru: déclaré
« [Les puits sont vides] », a dit la directrice d’Amnesty International Ada Moru. → Ada Moru: dit
« [Les puits sont vides] », a dit le maire d’Orvel Ada Moru. → Ada Moru: dit
« [Les puits sont vides] », a dit le président de la Ligue de Zanara. → président de la Ligue de Zanara: dit
La Mission des Eaux unies a appelé « [toutes les familles à la retenue] ». → Mission des Eaux unies: appelé
Le communiqué, signé par la secrétaire générale Ada Moru, exige « [un puits pour chaque village] ». → communiqué: exige
« [Les puits sont vides] », a dit M. de Winter. → de Winter: dit
Lundi, l’ambassadrice de l’Union de l’Est a appelé « [à creuser sans délai] ». → ambassadrice de l’Union de l’Est: appelé
« [L’eau manque] », a dit Ada Moru, auteure de « Les Puits ». → Ada Moru: dit

# marks of all kinds, and marks in marks
«[Les puits sont vides]», a déclaré Ada Moru. → Ada Moru: déclaré
« [Les puits sont vides] », a déclaré Ada Moru. → Ada Moru: déclaré
« [Il nous a dit : “Les puits sont vides”] », raconte Ada Moru. → Ada Moru: raconte
« [Il nous a dit : "Les puits sont vides"] », raconte Ada Moru. → Ada Moru: raconte
« [Les puits sont vides !] », s’exclame Ada Moru. → Ada Moru: exclame
« [Les puits sont-ils vides ?] » s’interroge Ada Moru. → Ada Moru: interroge
« [Les puits sont vides.] », a déclaré Ada Moru. → Ada Moru: déclaré
« [Les puits sont vides.] » ¶ — Ada Moru, avocate → Ada Moru
“[Les puits sont vides]”, a déclaré Ada Moru, jointe par téléphone. → Ada Moru: déclaré

# the writer’s words inside the marks are nobody’s
«[La situation est grave], déclare Ada Moru. [Il faut agir.]» → Ada Moru: déclare; Ada Moru
«[La situation est grave], déclare Ada Moru. [Il faut agir]». → Ada Moru: déclare; Ada Moru
« [La situation], a déclaré Ada Moru, avocate à Velmora, [est grave pour tous.] » → Ada Moru: déclaré; Ada Moru
Ada Moru est juge. « [La situation est grave], dit-elle. [Il faut agir.] » → Ada Moru: dit; Ada Moru
Ada Moru est juge. « [La situation], a-t-elle ajouté, [est grave. Il faut agir.] » → Ada Moru: ajouté; Ada Moru
« [Que fait-on ?], s’interroge Ada Moru. [Il faut agir.] » → Ada Moru: interroge; Ada Moru
« [Que fait-on ?] s’interroge Ada Moru. [Il faut agir.] » → Ada Moru: interroge; Ada Moru
« [L’eau manque], s’alarme l’avocate des familles. [Creusons.] » → avocate des familles: alarme; avocate des familles
« [La situation est grave], déclare Ada Moru. » → Ada Moru: déclare
« [Mon père, dit le berger, il faut partir] », raconte Ada Moru. → Ada Moru: raconte
« [Le maire arrive, critique la presse, et repart] », raconte Ada Moru. → Ada Moru: raconte
« [La loi, comme chacun sait, est mauvaise. Il faut la changer] », estime Ada Moru. → Ada Moru: estime
« [Que fait-on ?] demande le berger. [Il faut agir.] » → berger: demande; berger
« [La loi est mauvaise], dénonce Ada Moru. [Il faut la changer.] » → Ada Moru: dénonce; Ada Moru
« [La loi, selon Ada Moru, est mauvaise.] » → ?
« [Le maire arrive, critique Paul de Winter, et repart.] » → ?
« [Les puits, dit-on, sont vides depuis mai.] » → ?
« [Quand il vient, dit-il la vérité ? Personne ne le sait.] » → ?
« [L’eau manque], a martelé le ministre de l’Eau, Ada Moru, lundi à Velmora. [Nous creuserons.] » → Ada Moru: martelé; Ada Moru
« [Oui], dit le berger, [les puits sont vides.] » → berger: dit; berger
La situation inquiète Ada Moru : « [Les puits sont vides], déclare-t-elle. [Il faut agir.] » → Ada Moru: déclare; Ada Moru
« [Les puits sont vides], explique Ada Moru, qui dirige la Ligue de Zanara. [Il faut agir.] » → Ada Moru: explique; Ada Moru
« [Les puits sont vides], indique à la presse M. Moru. [Il faut agir.] » → Moru: indique; Moru
« [Les puits sont vides...] soupire Ada Moru. [Il faut agir.] » → Ada Moru: soupire; Ada Moru
“[Les puits sont vides], a dit Ada Moru. [Il faut agir.]” → Ada Moru: dit; Ada Moru
"[Les puits sont vides], a dit Ada Moru. [Il faut agir.]" → Ada Moru: dit; Ada Moru
« [Les puits sont vides], a dit Ada Moru. ¶¶ « [Il faut agir.] » → Ada Moru: dit; Ada Moru

# dashes of dialogue
– [Les puits sont vides], dit Ada Moru. → Ada Moru: dit
— [Les puits sont vides], dit Ada Moru. [Il faut partir.] → Ada Moru: dit; Ada Moru
— [Où est l’eau ?] demande le berger. → berger: demande
– [Les puits sont vides], dit Ada Moru. ¶ – [Depuis quand ?] demande Paul de Winter. → Ada Moru: dit; Paul de Winter: demande

# names of things, charges, measures, lists, signatures
La « taxe de pluie » est levée.
Le collectif « Touche pas à mon puits » appelle à manifester.
Le film « Les Puits de Velmora » est primé.
La loi « relative aux puits de Zanara » est votée.
L’opération « Puits ouverts » a commencé.
Paul « le Puits » de Winter est libre.
Elle est poursuivie pour « atteinte à la sûreté de l’État ».
Il a été condamné pour « offense au chef de l’État ».
Accusé d’« atteinte à la vie d’autrui », il a fui.
L’émission « La pluie et vous » revient en mai.
Le quotidien « Le Puits » paraît le lundi.
Un écran de 40" a été volé à Orvel.
Les « déplacés » ont planté des tentes.
Les soi-disant « amis de la pluie » ont défilé.
Surnommé « le Lion du Nord », il a été arrêté.
Les soldats sont entrés dans la « zone des trois frontières ».
– demande au gouvernement de rouvrir les puits ;
– Ada Moru, avocate
Le collectif « Rendez-nous nos puits » a défilé.
L’article 12 sur la « diffusion de fausses nouvelles » est abrogé.
"""


def _rows(table: str) -> list[str]:
    """Give the lines of a table that are no headings."""
    return [line for line in table.splitlines() if line and not line.startswith("#")]


def _wanted(row: str) -> tuple[str, list[tuple[str, str | None, str | None]]]:
    """Take a line apart into the text and its quotes, each with its speaker and its cue."""
    marked, _, said = row.partition(" → ")
    marked = marked.replace(" ¶¶ ", "\n\n").replace(" ¶ ", "\n")
    speakers = [name.partition(": ") for name in said.split("; ")] if said else []
    quotes = re.findall(r"\[(.+?)\]", marked)
    wanted = [
        (quote, None if name == "?" else name, cue or None) for quote, (name, _, cue) in zip(quotes, speakers, strict=True)
    ]
    return re.sub(r"[\[\]]", "", marked), wanted


@pytest.mark.parametrize("row", [*_rows(ENGLISH), *_rows(FRENCH)])
def test_who_says_what(row: str) -> None:
    text, wanted = _wanted(row)
    found = mr.find_quotes(text)
    assert [(quote.text, quote.speaker.name if quote.speaker else None, quote.cue) for quote in found] == wanted
    assert all(quote.span.of(text) == quote.text for quote in found)


def test_both_languages_are_shown_in_many_forms() -> None:
    assert len(_rows(ENGLISH)) >= 75
    assert len(_rows(FRENCH)) >= 200
