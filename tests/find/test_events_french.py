"""Events in French: triggers, parties, counts and status, sentence by sentence; and what is no event."""

from __future__ import annotations

import pytest

import malirights as mr
from malirights import Event

DATE = "2019-06-11"


def _events(text: str) -> tuple[Event, ...]:
    return mr.find_events(text, date=DATE, language="fr")


def _told(text: str, event: Event) -> str:
    """Write an event in a line: kind and trigger, who > to whom, how many, how it is told, and when."""
    doers, sufferers = (", ".join(actor.name for actor in actors) for actors in (event.perpetrators, event.victims))
    number = event.count and (f"{event.count.low}+" if event.count.high is None else f"{event.count.high}")
    when = event.when.edtf if event.when else None
    return f"{event.kind.value} ({event.trigger.of(text)}): {doers or 0} > {sufferers or 0}; {number}, {event.status}, {when}"


EVENTS = """
Des hommes armés ont tué au moins 23 villageois dans la nuit du 3 au 4 mai à Orvel.
    killing (tué): hommes armés > 23 villageois; 23+, reported, 2019-05-03/2019-05-04
Au moins 12 civils ont été tués et une trentaine d’autres blessés lundi lors d’une attaque contre le village d’Orvel.
    killing (tués): 0 > 12 civils; 12+, reported, 2019-06-10
    injury (blessés): 0 > trentaine d’autres; 30, reported, 2019-06-10
    armed_attack (attaque): 0 > village d’Orvel; None, reported, 2019-06-10
L’armée aurait exécuté sommairement plus de 40 civils dans le village d’Orvel.
    extrajudicial_execution (exécuté): armée > 40 civils; 40+, alleged, None
Le procès de l’ancien président s’ouvrira le 3 juillet à Velmora.
    trial (procès): 0 > ancien président; 1, planned, 2019-07-03
L’arrestation arbitraire, le 5 juin, de deux syndicalistes est une atteinte à leurs droits.
    arrest (arrestation): 0 > deux syndicalistes; 2, reported, 2019-06-05
Des soldats sont accusés d’avoir violé trois femmes dans un camp de déplacés.
    sexual_violence (violé): soldats > trois femmes; 3, alleged, None
Des milliers de personnes ont fui les combats depuis janvier.
    displacement (fui): 0 > milliers de personnes; 2000+, reported, 2019-01-01/2019-06-11
    clash (combats): 0 > 0; None, reported, 2019-01-01/2019-06-11
Plus de 1 200 personnes ont été déplacées par les affrontements entre l’armée et les rebelles.
    displacement (déplacées): armée, rebelles > 1 200 personnes; 1200+, reported, None
    clash (affrontements): armée, rebelles > 0; None, reported, None
Les rebelles se sont emparés de la ville d’Orvel le 12 avril.
    territory_capture (se sont emparés): rebelles > ville d’Orvel; None, reported, 2019-04-12
Une enquête a été ouverte par le procureur de Velmora.
    investigation (enquête): procureur de Velmora > 0; None, reported, None
Les corps de six bergers ont été retrouvés dans une fosse commune près d’Orvel.
    remains_found (retrouvés): 0 > six bergers; 6, reported, None
Un tribunal militaire a condamné quatre officiers à dix ans de prison pour meurtre.
    sentence (condamné): tribunal militaire > quatre officiers; 4, reported, None
La police a dispersé la manifestation à l’aide de gaz lacrymogènes.
    repression (dispersé): police > manifestation; None, reported, None
Les combattants ont détruit quatre mausolées à Velmora en 2012.
    heritage_destruction (détruit): combattants > quatre mausolées; 4, reported, 2012
Le ministre a suspendu la radio locale pour un mois.
    repression (suspendu): ministre > radio locale; None, reported, None
Le gouvernement nie avoir bombardé le marché.
    airstrike (bombardé): gouvernement > marché; None, denied, None
Le 12 mai, des avions ont bombardé un marché, tuant neuf marchands.
    airstrike (bombardé): avions > marché; None, reported, 2019-05-12
    killing (tuant): avions > neuf marchands; 9, reported, 2019-05-12
Son mari a été enlevé devant leur maison par quatre hommes.
    abduction (enlevé): quatre hommes > mari; 1, reported, None
Le colonel Ivo Sarn a été inculpé de crimes contre l’humanité en février 2018.
    charge (inculpé): 0 > colonel Ivo Sarn; 1, reported, 2018-02
Des centaines d’habitants ont dû fuir leurs villages.
    displacement (fuir): 0 > centaines d’habitants; 200+, reported, None
Le président a gracié deux éditeurs.
    amnesty (gracié): président > deux éditeurs; 2, reported, None
Les élections présidentielles auront lieu le 12 juillet.
    election (élections présidentielles): 0 > 0; None, planned, 2019-07-12
Les corps de sécurité ont fait un usage excessif de la force contre les manifestants.
    repression (usage excessif de la force): corps de sécurité > manifestants; None, reported, None
Les miliciens s’en sont pris à tous les bergers avant d’imposer leur loi.
    armed_attack (s’en sont pris): miliciens > tous les bergers; None, reported, None
    repression (imposer): miliciens > 0; None, reported, None
Ces milices ne combattent pas les rebelles, mais les civils.
    clash (combattent): milices > civils; None, reported, None
Neuf villageois, dont trois enfants, ont été tués par des hommes armés non identifiés.
    killing (tués): hommes armés > Neuf villageois; 9, reported, None
Le 3 mai 2012, à Orvel, des soldats ont abattu deux étudiants qui manifestaient.
    killing (abattu): soldats > deux étudiants; 2, reported, 2012-05-03
    protest (manifestaient): deux étudiants > 0; None, reported, None
La maison de Paul Orvin a été incendiée.
    property_destruction (incendiée): 0 > maison de Paul Orvin; None, reported, None
Les deux journalistes arrêtés lundi ont été relâchés mardi.
    arrest (arrêtés): 0 > deux journalistes; 2, reported, 2019-06-10
    release (relâchés): 0 > deux journalistes; 2, reported, 2019-06-11
Selon un témoin, les soldats tirent sur la foule et tuent trois femmes.
    armed_attack (tirent): soldats > foule; None, reported, None
    killing (tuent): soldats > trois femmes; 3, reported, None
Les autorités ont procédé à l’arrestation de neuf opposants.
    arrest (arrestation): autorités > neuf opposants; 9, reported, None
La police a tiré à balles réelles sur les manifestants, tuant deux lycéens.
    armed_attack (tiré): police > manifestants; None, reported, None
    killing (tuant): police > deux lycéens; 2, reported, None
Les enlèvements de femmes se multiplient dans la région d’Orvel.
    abduction (enlèvements): 0 > femmes; None, reported, None
Depuis 2015, plus de 900 écoles ont fermé dans le nord du Zanara.
    service_disruption (fermé): 0 > 900 écoles; 900+, reported, 2015-01-01/2019-06-11
Le président déchu a été placé en résidence surveillée.
    detention (placé): 0 > président déchu; 1, reported, None
Les militaires qui ont renversé le président en août ont promis des élections.
    coup (renversé): militaires > président; 1, reported, 2018-08
Le juge a ordonné la remise en liberté de l’opposant.
    release (remise en liberté): juge > opposant; 1, reported, None
Les rebelles occupent toujours la ville.
    territory_capture (occupent): rebelles > ville; None, reported, None
Arrestation d’un journaliste à Velmora
    arrest (Arrestation): 0 > journaliste; 1, reported, None
Des dizaines d’élèves ont été enlevés à leur école par des hommes armés le 12 avril.
    abduction (enlevés): hommes armés > dizaines d’élèves; 24+, reported, 2019-04-12
Plus de 4 000 réfugiés ont franchi la frontière en mai.
    displacement (franchi): 0 > 4 000 réfugiés; 4000+, reported, 2019-05
L’accord de paix signé en juin 2015 n’est toujours pas appliqué.
    agreement (accord de paix): 0 > 0; None, reported, 2015-06
Trois otages ont été libérés en échange de prisonniers.
    release (libérés): 0 > Trois otages; 3, reported, None
Les deux hommes ont été battus à coups de crosse et menottés.
    torture (battus): 0 > deux hommes; 2, reported, None
Le gouvernement a suspendu la diffusion de deux radios.
    repression (suspendu): gouvernement > diffusion de deux radios; 2, reported, None
Des membres de la milice ont exécuté au moins neuf personnes, dont deux enfants, le 23 mars, dans le village d’Orvel.
    extrajudicial_execution (exécuté): membres de la milice > neuf personnes; 9+, reported, 2019-03-23
Des civils auraient été exécutés par l’armée et des combattants étrangers.
    extrajudicial_execution (exécutés): armée, combattants étrangers > civils; None, alleged, None
Les rebelles ont été chassés de la ville par l’armée.
    displacement (chassés): armée > rebelles; None, reported, None
Le maire a été assassiné chez lui dans la nuit de lundi à mardi.
    killing (assassiné): 0 > maire; 1, reported, 2019-06-10/2019-06-11
Les soldats torturaient les détenus.
    torture (torturaient): soldats > détenus; None, reported, None
Le général comparaîtra en septembre devant la cour d’assises.
    trial (comparaîtra): 0 > général; 1, planned, 2019-09
Quelque 300 familles ont été expulsées de force de leurs logements.
    forced_eviction (expulsées): 0 > 300 familles; 300, reported, None
Dans un village près d’Orvel, des membres présumés du groupe Sarn ont tué neuf bergers et enlevé trois femmes.
    killing (tué): membres présumés du groupe Sarn > neuf bergers; 9, reported, None
    abduction (enlevé): membres présumés du groupe Sarn > trois femmes; 3, reported, None
La gendarmerie nationale a interpellé le 4 juin le journaliste Paul Orvin et l’a placé en garde à vue.
    arrest (interpellé): gendarmerie nationale > journaliste Paul Orvin; 1, reported, 2019-06-04
    detention (placé): gendarmerie nationale > journaliste Paul Orvin; 1, reported, 2019-06-04
Le procureur militaire a ouvert une enquête, mais aucun soldat n’a été inculpé.
    investigation (enquête): procureur militaire > 0; None, reported, None
Des groupes armés islamistes ont attaqué trois écoles, enlevé un enseignant et incendié les bâtiments.
    armed_attack (attaqué): groupes armés islamistes > trois écoles; 3, reported, None
    abduction (enlevé): groupes armés islamistes > enseignant; 1, reported, None
    property_destruction (incendié): groupes armés islamistes > bâtiments; None, reported, None
Les autorités judiciaires ont remis en liberté provisoire deux des quatre accusés.
    release (remis): autorités judiciaires > deux des quatre accusés; 2, reported, None
Les violences ont fait plus de 200 000 déplacés depuis 2015.
    displacement (déplacés): 0 > 200 000 déplacés; 200000+, reported, 2015-01-01/2019-06-11
Des élèves ont été recrutés de force par le Front, qui les utilise comme porteurs.
    child_recruitment (recrutés): Front > élèves; None, reported, None
D’après la Ligue, au moins 50 personnes ont été tuées par l’armée entre le 3 et le 9 avril.
    killing (tuées): armée > 50 personnes; 50+, reported, 2019-04-03/2019-04-09
Le 12 mars, vers 21 heures, des policiers en civil sont venus arrêter l’avocate à son domicile.
    arrest (arrêter): policiers > avocate; 1, reported, 2019-03-12
Les autorités zanaraises ont expulsé trois journalistes étrangers en février.
    displacement (expulsé): autorités zanaraises > trois journalistes étrangers; 3, reported, 2019-02
Les forces gouvernementales ont repris le contrôle de la ville le 30 janvier.
    territory_capture (repris): forces gouvernementales > ville; None, reported, 2019-01-30
Des obus ont touché une école, blessant 11 élèves.
    injury (blessant): 0 > 11 élèves; 11, reported, None
Un manifestant est mort et quinze autres ont été blessés.
    killing (mort): 0 > manifestant; 1, reported, None
    injury (blessés): 0 > quinze autres; 15, reported, None
Au total, 149 personnes ont été arrêtées, dont 23 mineurs.
    arrest (arrêtées): 0 > 149 personnes; 149, reported, None
Le 25 avril, au moins 223 civils, dont 56 enfants, ont été exécutés par l’armée dans les villages d’Orvel et de Soma.
    extrajudicial_execution (exécutés): armée > 223 civils; 223+, reported, 2019-04-25
Des milliers de manifestants sont descendus dans la rue pour réclamer le départ du président.
    protest (descendus): milliers de manifestants > 0; None, reported, None
Les opposants sont harcelés, arrêtés et parfois torturés.
    repression (harcelés): 0 > opposants; None, reported, None
    arrest (arrêtés): 0 > opposants; None, reported, None
    torture (torturés): 0 > opposants; None, reported, None
La Ligue de Zanara publie aujourd’hui un rapport sur les disparus d’Orvel.
    report (publie): Ligue de Zanara > 0; None, reported, 2019-06-11
La Cour suprême a rejeté l’appel de Paul Orvin, condamné en mars à neuf ans de prison.
    trial (rejeté): Cour suprême > Paul Orvin; 1, reported, None
    sentence (condamné): 0 > Paul Orvin; 1, reported, 2019-03
Quatre policiers ont été inculpés par un juge d’instruction de Velmora.
    charge (inculpés): juge d’instruction de Velmora > Quatre policiers; 4, reported, None
La police a arrêté lundi 3 juin à Velmora deux membres du parti Renouveau.
    arrest (arrêté): police > deux membres du parti Renouveau; 2, reported, 2019-06-03
Des agents des services de renseignement l’ont interpellé devant son bureau.
    arrest (interpellé): agents des services de renseignement > 0; None, reported, None
En janvier 2018, l’armée zanaraise a lancé une offensive contre le Front dans la région d’Orvel.
    armed_attack (offensive): armée zanaraise > Front; None, reported, 2018-01
Les parties ont signé un cessez-le-feu le 4 avril.
    agreement (cessez-le-feu): parties > 0; None, reported, 2019-04-04
Des négociations entre le gouvernement et le Front ont repris en mai.
    agreement (négociations): gouvernement, Front > 0; None, reported, 2019-05
L’Assemblée nationale a adopté le 3 mai une loi d’amnistie.
    legislation (adopté): Assemblée nationale > 0; None, reported, 2019-05-03
Le président a promulgué une loi qui punit le blasphème.
    legislation (promulgué): président > 0; None, reported, None
Les députés doivent examiner lundi le projet de loi sur la presse.
    legislation (examiner): députés > 0; None, planned, 2019-06-17
Plus de 60 000 personnes ont dû quitter leurs foyers à cause des combats.
    displacement (quitter): 0 > 60 000 personnes; 60000+, reported, None
Les rebelles ont procédé à des amputations et à des flagellations publiques en 2012.
    corporal_punishment (amputations): rebelles > 0; None, reported, 2012
Des policiers ont frappé des journalistes à coups de matraque et confisqué leur matériel.
    injury (frappé): policiers > journalistes; None, reported, None
    property_destruction (confisqué): policiers > matériel; None, reported, None
La radio a été fermée par les autorités le 3 mai.
    repression (fermée): autorités > radio; None, reported, 2019-05-03
Neuf opposants ont été graciés par le président et remis en liberté samedi.
    amnesty (graciés): président > Neuf opposants; 9, reported, None
    release (remis): 0 > Neuf opposants; 9, reported, 2019-06-08
Les forces de sécurité ont tué au moins neuf manifestants et en ont blessé des dizaines d’autres.
    killing (tué): forces de sécurité > neuf manifestants; 9+, reported, None
    injury (blessé): forces de sécurité > dizaines d’autres; 24+, reported, None
"""


def _rows() -> list[tuple[str, list[str]]]:
    """Give the sentences of the table, each with the events that stand under it."""
    rows: list[tuple[str, list[str]]] = []
    for line in EVENTS.strip().splitlines():
        if line.startswith(" "):
            rows[-1][1].append(line.strip())
        else:
            rows.append((line, []))
    return rows


@pytest.mark.parametrize(("text", "told"), _rows())
def test_tells_who_did_what_to_whom(text: str, told: list[str]) -> None:
    assert [_told(text, event) for event in _events(text)] == told


@pytest.mark.parametrize(
    "text",
    [
        "Les gendarmes n’ont pas arrêté les suspects.",
        "Aucun civil n’a été tué.",
        "La torture est interdite en toutes circonstances.",
        "Les attaques contre les civils constituent des crimes de guerre.",
        "Les responsables présumés du massacre n’ont jamais été jugés.",
        "Si les autorités arrêtent les manifestants, la crise va s’aggraver.",
        "Elle risque d’être arrêtée.",
        "Les familles des disparus attendent toujours.",
        "Les autorités n’ont ouvert aucune enquête.",
        "Les populations civiles continuent de payer un lourd tribut.",
        "Si ces informations sont confirmées, il s’agirait d’exécutions extrajudiciaires.",
        "Les responsables de ces crimes doivent être traduits en justice.",
        "Le code pénal punit la torture de vingt ans de prison.",
        "Le gouvernement de transition doit mettre fin aux arrestations arbitraires d’opposants.",
        "La Ligue demande la libération immédiate et inconditionnelle de Paul Orvin et l’abandon des poursuites.",
        "L’état d’urgence a été prolongé de six mois.",
        "Ils doivent être jugés par un tribunal indépendant.",
        "Les auteurs du massacre courent toujours.",
        "Les autorités doivent libérer immédiatement Ada Moru.",
        "Le Conseil exhorte l’armée à ne plus bombarder Orvel.",
        "Nous appelons à la libération d’Ada Moru.",
        "Une enquête indépendante doit être ouverte à Velmora.",
        "Personne n’a été blessé à Orvel.",
        "Ada Moru pourrait être arrêtée à Velmora.",
        "Le centre de détention d’Orvel a neuf cellules.",
        "Un mandat d’arrêt ne suffit pas, dit Ada Moru.",
        "Grâce à la pluie, le blé d’Orvel pousse.",
        "La campagne électorale commence à Orvel.",
        "Le prix du blé baisse à Orvel par rapport à mai.",
    ],
)
def test_leaves_what_is_not_told_to_happen(text: str) -> None:
    assert _events(text) == ()


def test_knows_a_pronoun_before_its_verb() -> None:
    text = "La police a arrêté Ada Moru en mai. Des gardes l’ont battue dans sa cellule."
    assert [(event.kind.value, [actor.name for actor in event.victims]) for event in _events(text)] == [
        ("arrest", ["Ada Moru"]),
        ("torture", ["Ada Moru"]),
    ]


def test_an_age_is_no_count() -> None:
    (event,) = _events("Neuf garçons de 13 à 17 ans ont été recrutés par des rebelles.")
    assert event.count is not None
    assert (event.count.low, event.count.high) == (9, 9)
