"""Acts done to people, in the many ways in which they are told, and sentences with the same words that tell none."""

from __future__ import annotations

import pytest

import malirights as mr

DATE = "2016-05-04"

ENGLISH = [
    ("Snipers picked off people who fetched water in Orvel.", "killing"),
    ("A refugee drowned off Orvel after guards cut the boat’s rope.", "killing"),
    ("Captives were put to death in the courtyard of a school in Orvel.", "extrajudicial_execution"),
    ("Ada Moru was a victim of enforced disappearance in Velmora.", "enforced_disappearance"),
    ("She was made to disappear by the secret police in Velmora.", "enforced_disappearance"),
    ("Militants took six aid workers hostage near Orvel.", "abduction"),
    ("Detainees were hung from the ceiling in a cell in Velmora.", "torture"),
    ("The two men were whipped with cables by soldiers in Orvel.", "torture"),
    ("The police officer sexually assaulted a detainee in Velmora.", "sexual_violence"),
    ("Thugs attacked the blogger with iron bars in Velmora.", "injury"),
    ("The explosion left 30 people hurt in Orvel.", "injury"),
    ("A man was publicly lashed in Orvel for selling alcohol.", "corporal_punishment"),
    ("Girls were forced to become fighters’ wives in Orvel.", "child_recruitment"),
    ("The gang recruited minors as lookouts in Velmora.", "child_recruitment"),
    ("The priest was transferred to Velmora prison on Monday.", "detention"),
    ("Two union leaders were re-arrested in Velmora.", "arrest"),
    ("Agents raided her home and took her away in Velmora.", "arrest"),
    ("Soldiers freed the mayor of Orvel from his kidnappers.", "release"),
    ("Nine bodies were found in a well near Orvel.", "remains_found"),
    ("A mass grave was uncovered near Orvel.", "remains_found"),
    ("Thirty-one people were killed when a shell hit a queue for bread in Orvel.", "killing"),
    ("The gang slaughtered a family in Karvane.", "killing"),
    ("Troops executed at least 40 captives on a beach near Karvane.", "extrajudicial_execution"),
    ("The deserters were shot by firing squad in Orvel.", "extrajudicial_execution"),
    ("The monk’s whereabouts have been unknown since police detained him in Velmora.", "enforced_disappearance"),
    ("The dictatorship disappeared some 900 dissidents in Zanara.", "enforced_disappearance"),
    ("Four men in ski masks hauled the editor into a jeep in Velmora.", "abduction"),
    ("Unidentified men forced Ivo Tarn into a car without number plates in Velmora.", "abduction"),
    ("Inmates were chained to their beds in Orvel.", "torture"),
    ("The boy’s jailers burned his arms with cigarettes in Karvane.", "torture"),
    ("Sexual violence by gangs rose in Velmora in June.", "sexual_violence"),
    ("Girls were taken as wives by fighters in Karvane.", "sexual_violence"),
    ("A mine blew off the legs of a shepherd near Karvane.", "injury"),
    ("The blogger was hospitalised after the attack in Velmora.", "injury"),
    ("The group cut off the right hand of an alleged thief in Karvane.", "corporal_punishment"),
    ("Two boys received 12 strokes of the cane in Velmora.", "corporal_punishment"),
    ("Two boys were used as human shields by soldiers in Orvel.", "child_recruitment"),
    ("Girls were forced to join the rebels in Orvel.", "child_recruitment"),
    ("The lawyer was arbitrarily imprisoned in Karvane.", "detention"),
    ("The captain was jailed for refusing orders in Karvane.", "detention"),
    ("Interior ministry troops took the organisers into custody in Velmora.", "arrest"),
    ("The rapper was detained on arrival at the airport in Velmora.", "detention"),
    ("The captain was released from house arrest in Orvel.", "release"),
    ("The bishop was let out of jail in Orvel.", "release"),
    ("The body of the missing nun turned up in Karvane.", "remains_found"),
    ("Human bones were found at a building site in Velmora.", "remains_found"),
]

FRENCH = [
    ("Neuf civils ont été fauchés par une rafale à Orvel.", "killing"),
    ("Des escadrons de la mort ont exécuté des enfants des rues à Velmora.", "extrajudicial_execution"),
    ("Les autorités refusent de dire où il se trouve depuis son enlèvement à Velmora.", "abduction"),
    ("Le rapt de deux enfants à Orvel a choqué le pays.", "abduction"),
    ("Ada Moru a été giflée et insultée par des policiers à Velmora.", "torture"),
    ("Les soldats ont déshabillé des femmes de force à Orvel.", "sexual_violence"),
    ("On lui a jeté de l’acide au visage à Velmora.", "injury"),
    ("Ada Moru a été condamnée à 40 coups de fouet à Velmora.", "corporal_punishment"),
    ("Le groupe compte des enfants soldats dans ses rangs près d’Orvel.", "child_recruitment"),
    ("Plus de 900 prisonniers politiques sont détenus en Zanara.", "detention"),
    ("Des policiers ont menotté une reporter et l’ont emmenée au poste à Velmora.", "arrest"),
    ("Les prisonniers ont été échangés près d’Orvel.", "release"),
    ("Un charnier a été mis au jour près d’Orvel.", "remains_found"),
    ("Quatre migrants se sont noyés au large d’Orvel.", "killing"),
    ("Dix éleveurs ont péri brûlés dans leurs cases près d’Orvel.", "killing"),
    ("Quatre militants ont été victimes d’exécutions extrajudiciaires à Karvane.", "extrajudicial_execution"),
    ("Plus de cent personnes ont disparu pendant les raids à Orvel.", "enforced_disappearance"),
    ("Le sort des 43 étudiants d’Orvel n’a jamais été élucidé.", "enforced_disappearance"),
    ("Des hommes armés ont tiré le maire de sa maison et l’ont emmené à Karvane.", "abduction"),
    ("Les prisonniers ont été maintenus debout pendant deux jours à Orvel.", "torture"),
    ("Des soldats ont attaché un paysan à un arbre et l’ont fouetté près de Karvane.", "torture"),
    ("Des soldats ont violé une mère de trois enfants à Karvane.", "sexual_violence"),
    ("Ivo Tarn a reçu deux coups de couteau à Karvane.", "injury"),
    ("Le journaliste se trouve en soins intensifs à Velmora.", "injury"),
    ("Un couple a été lapidé à Karvane.", "corporal_punishment"),
    ("Les rebelles ont utilisé des filles comme cuisinières près d’Orvel.", "child_recruitment"),
    ("L’armée a enrôlé de force des écoliers à Orvel.", "child_recruitment"),
    ("La garde à vue du syndicaliste à Karvane a été prolongée.", "detention"),
    ("La police a ramassé trente enfants des rues à Karvane.", "arrest"),
    ("Plus de 200 marcheurs ont été raflés à Velmora.", "arrest"),
    ("La chanteuse a quitté la prison de Velmora mardi.", "release"),
    ("Un charnier contenant 70 corps a été découvert près de Karvane.", "remains_found"),
    ("Les restes de six étudiants ont été exhumés à Karvane.", "remains_found"),
]

PARTIES = [
    ("en", "Masked men took three nurses away from a clinic near Orvel.", "abduction: Masked men > three nurses, 3"),
    ("en", "Police officers took three nurses away from a clinic near Orvel.", "arrest: Police officers > three nurses, 3"),
    ("en", "Rebels took six aid workers hostage near Orvel.", "abduction: Rebels > six aid workers, 6"),
    ("en", "Soldiers shot two herders dead near Orvel.", "killing: Soldiers > two herders, 2"),
    ("en", "A policeman broke the arm of Ada Moru in Velmora.", "injury: policeman > Ada Moru, 1"),
    ("en", "Ada Moru was at home when officers broke her jaw in Velmora.", "injury: officers > Ada Moru, 1"),
    ("en", "Villagers found the bodies of nine bakers near Orvel.", "remains_found: Villagers > nine bakers, 9"),
    ("en", "Human remains were dug up near Orvel.", "remains_found: 0 > Human remains, None"),
    ("en", "Nothing has been heard of two bakers since they left Orvel.", "enforced_disappearance: 0 > two bakers, 2"),
    ("en", "The fate of nine bakers remains unknown in Orvel.", "enforced_disappearance: 0 > nine bakers, 9"),
    ("en", "The group forced nine girls to marry fighters near Orvel.", "sexual_violence: group > nine girls, 9"),
    ("en", "Rebels slit the throats of six guards near Orvel.", "killing: Rebels > six guards, 6"),
    ("fr", "Des hommes armés ont emmené deux boulangers près d’Orvel.", "abduction: hommes armés > deux boulangers, 2"),
    ("fr", "Des policiers ont emmené deux boulangers à Velmora.", "arrest: policiers > deux boulangers, 2"),
    ("fr", "On est sans nouvelles de deux boulangers depuis mai.", "enforced_disappearance: 0 > deux boulangers, 2"),
    ("fr", "Le corps d’Ada Moru a été retrouvé près d’Orvel.", "remains_found: 0 > Ada Moru, 1"),
]

NONE_ENGLISH = [
    "Rebels seized the bridge of Orvel.",
    "Seized by doubt, the poet left Orvel.",
    "The army must let the weavers of Orvel go.",
    "The guild let go of its mill in Orvel.",
    "Rescuers pulled nine people from the rubble in Orvel.",
    "The bakers of Orvel broke their silence in May.",
    "The mayor of Orvel was forced to stand down in May.",
    "Rain left nine bakers wet in Orvel.",
    "The film was shot at close range in Orvel.",
    "The bank of Orvel was liquidated in May.",
    "The fate of the new bridge of Orvel is unknown.",
    "There is no news of the harvest in Orvel.",
    "A boat surfaced in a lake near Orvel.",
    "Nobody was led away in Orvel.",
    "Nine sacks were led away from Orvel.",
    "Anyone who holds a person in chains commits a crime under the law of Zanara.",
    "Officers may take people away without a warrant, the guild of Orvel fears.",
    "The school of Orvel must not send boys to the front.",
    "Girls fight for their rights in Velmora.",
    "Ada Moru stubbed out her pipe in Velmora.",
    "The guild escaped a fine in Orvel.",
    "The police should free the bakers of Orvel.",
    "Prices hit bakers hard in Orvel.",
    "The guild held the mayor of Orvel responsible for the flood.",
]

NONE_FRENCH = [
    "La guilde a laissé partir le bateau d’Orvel.",
    "Un ministre a abusé de son pouvoir à Velmora.",
    "Le vent a arraché les tuiles du moulin d’Orvel.",
    "La crue a privé la mairie d’eau à Orvel.",
    "Ada Moru a perdu la parole à Velmora.",
    "Le sort de la réforme reste inconnu à Velmora.",
    "Nul n’a été emmené au poste à Velmora.",
    "La police doit relâcher les boulangers d’Orvel.",
    "Le parti a recruté des boulangers à Orvel.",
    "Deux boulangers ont conduit une voiture jusqu’à Orvel.",
    "L’élargissement de la route d’Orvel a commencé en mai.",
]

KINDS = {
    "killing",
    "extrajudicial_execution",
    "enforced_disappearance",
    "abduction",
    "torture",
    "sexual_violence",
    "injury",
    "corporal_punishment",
    "child_recruitment",
    "detention",
    "arrest",
    "release",
    "remains_found",
}


def _kinds(text: str, language: str) -> set[str]:
    return {event.kind.value for event in mr.find_events(text, date=DATE, language=language)}


@pytest.mark.parametrize(("text", "kind"), ENGLISH)
def test_is_told_in_english(text: str, kind: str) -> None:
    assert kind in _kinds(text, "en")


@pytest.mark.parametrize(("text", "kind"), FRENCH)
def test_is_told_in_french(text: str, kind: str) -> None:
    assert kind in _kinds(text, "fr")


@pytest.mark.parametrize(("language", "text", "told"), PARTIES)
def test_is_done_by_some_to_others(language: str, text: str, told: str) -> None:
    found = []
    for event in mr.find_events(text, date=DATE, language=language):
        doers, sufferers = (", ".join(one.name for one in actors) for actors in (event.perpetrators, event.victims))
        found.append(f"{event.kind.value}: {doers or 0} > {sufferers or 0}, {event.count.low if event.count else None}")
    assert told in found


@pytest.mark.parametrize("text", NONE_ENGLISH)
def test_is_not_told_in_english(text: str) -> None:
    assert _kinds(text, "en").isdisjoint(KINDS)


@pytest.mark.parametrize("text", NONE_FRENCH)
def test_is_not_told_in_french(text: str) -> None:
    assert _kinds(text, "fr").isdisjoint(KINDS)


def test_a_part_of_the_body_stands_for_the_one_whom_a_dative_names() -> None:
    text = "Ada Moru a été arrêtée en mai. Des gardiens lui ont cassé le bras à Velmora."
    (_, event) = mr.find_events(text, date=DATE, language="fr")
    assert (event.kind.value, [one.name for one in event.victims]) == ("injury", ["Ada Moru"])
