"""Events of courts, laws, repression and reports, by the many words for them; how they are told; and what is no event."""

from __future__ import annotations

import pytest

import malirights as mr
from malirights import Event

DATE = "2016-05-04"


def _told(text: str, event: Event) -> str:
    """Write an event in a line: kind and trigger, who > to whom, how many, how it is told, and when."""
    doers, sufferers = (", ".join(actor.name for actor in actors) for actors in (event.perpetrators, event.victims))
    number = event.count and (f"{event.count.low}+" if event.count.high is None else f"{event.count.high}")
    when = event.when.edtf if event.when else None
    return f"{event.kind.value} ({event.trigger.of(text)}): {doers or 0} > {sufferers or 0}; {number}, {event.status}, {when}"


KINDS_EN = """
investigation
    The police internal affairs unit is probing allegations that officers took bribes in Velmora.
    The truth commission began taking testimony from survivors in Orvel in March.
    The anti-corruption bureau is looking into payments made to the governor.
    A joint UN-government team was formed in May to probe the deaths.
trial
    The trial ended in July after eleven hearings.
    The court rejected her appeal in April.
    The former prime minister took the witness stand in Velmora on 3 May.
    The defendants, who include two nuns, appeared before the court on Tuesday.
conviction
    The jury returned a guilty verdict against the guard.
    The guard confessed and was convicted within a day in Orvel.
    The jury found the officer guilty of murder in May.
sentence
    Nine men were condemned to death in Orvel.
    The court sentenced Ada Moru to five years in prison.
    Ada Moru was jailed for life on 3 May.
    The blogger was fined 3,000 dollars in May.
amnesty
    Ada Moru received a presidential pardon in April.
    The officers were granted immunity from prosecution in the deal.
    The government proclaimed an amnesty for deserters in May.
    Congress approved a blanket amnesty for soldiers in 1991.
    The president pardoned 40 political prisoners in May.
legislation
    A moratorium on executions was lifted in Zanara in May.
    The law was watered down before parliament approved it in May.
    The government repealed the sedition law in May.
    Members of parliament are debating a bill on domestic violence.
repression
    Officers raided the offices of the union in Velmora.
    Two radio hosts were suspended for criticising the army in May.
    Police sealed the offices of the newspaper in Velmora.
    Human rights defenders were harassed by police in Velmora.
report
    The Human Rights Committee issued its concluding observations on Zanara in May.
    The findings were made public in March.
    The group launched a new report in Velmora in May.
    The experts reported to the Security Council in May.
    Lantern Watch published a report on police violence on 3 May.
mission
    A fact-finding mission spent ten days in Orvel in May.
    A team of the Human Rights Commission went to Orvel in May to interview survivors.
    Observers from the regional bloc attended the hearing in Velmora in May.
    Lantern Watch delegates travelled to Orvel in May.
charge
    Two former ministers have been indicted for corruption.
"""

KINDS_FR = """
investigation
    Une commission rogatoire a été exécutée en mai à Velmora.
    Le parquet général s’est saisi du dossier en mai.
    Le ministère a annoncé l’ouverture d’une enquête le 3 mai.
charge
    Une action en justice a été intentée contre l’État par les veuves en 2014.
    La Ligue a porté plainte contre X à Velmora.
    Le blogueur est poursuivi pour blasphème à Velmora.
trial
    La cour d’appel a rejeté le recours des deux blogueurs mardi.
    La Cour suprême a confirmé l’acquittement des gardes en mai.
    Le général comparaît depuis lundi devant la cour d’assises.
    La Cour pénale spéciale a ouvert le procès de six miliciens en mai.
conviction
    L’enseignant a été convaincu de blasphème par un tribunal islamique.
    Un tribunal de Velmora a reconnu Teron Valk coupable de fausses nouvelles.
    L’ancien maire a été condamné en première instance en mai.
    Trois hommes ont été reconnus coupables de lynchage à Orvel.
sentence
    La peine de mort de trois hommes a été commuée en juin.
    L’imam a été condamné à dix-huit mois de prison ferme.
    Le tribunal a condamné l’État à indemniser les familles en mai.
    La cour d’appel a ramené la peine du poète à un an en mai.
amnesty
    La junte s’est octroyé une amnistie générale.
    Quatre-vingts manifestants ont bénéficié d’une amnistie royale en juin.
    Le gouvernement a proclamé une amnistie pour les déserteurs en mai.
legislation
    Le parlement examine un texte sur les financements étrangers.
    Le gouvernement a retiré le projet de loi en juin.
    Une loi sur la cybercriminalité a été votée en mai.
    Les députés débattent d’un projet de loi sur les violences domestiques.
repression
    Deux partis d’opposition ont été radiés en mai.
    Trois journalistes ont été empêchés de couvrir le scrutin à Orvel.
report
    La Rapporteuse spéciale a présenté son rapport au Conseil des droits de l’homme en mars.
    Le Groupe de travail a rendu un avis sur le cas d’Ada Moru en mai.
    Trente organisations ont adressé une lettre au Conseil de sécurité en mai.
    La commission a remis son rapport au président en mai.
mission
    Des experts ont été refoulés à l’aéroport de Velmora.
    Des experts de l’ONU ont été empêchés d’entrer à Orvel en juin.
    Les observateurs ont été expulsés d’Orvel en juin.
    La Rapporteuse spéciale sur la torture s’est rendue au Zanara en mai.
"""

TOLD_EN = """
The prosecutor added a count of espionage to the charges against Ada Moru.
    charge (charges): 0 > Ada Moru; 1, reported, None
Nine officers were found guilty of manslaughter in May.
    conviction (found): 0 > Nine officers; 9, reported, 2016-05-01/2016-05-04
The king issued a decree that raises fines for protesters.
    legislation (issued): king > 0; None, reported, None
A radio station was taken off the air in May.
    repression (taken): 0 > radio station; None, reported, 2016-05-01/2016-05-04
The High Commissioner for Human Rights arrived in Velmora on Monday.
    mission (arrived): High Commissioner > 0; None, reported, 2016-05-02
The special court indicted four rebel commanders on 12 counts of murder.
    charge (indicted): special court > four rebel commanders; 4, reported, None
The two nurses have been hit with espionage charges.
    charge (hit): 0 > two nurses; 2, reported, None
The trial of the 12 monks got under way in Velmora on 3 May.
    trial (trial): 0 > 12 monks; 12, reported, 2016-05-03
The tribunal convicted seven rebels of war crimes.
    conviction (convicted): tribunal > seven rebels; 7, reported, None
The prison term of the unionist was cut to two years in June.
    sentence (prison term): 0 > unionist; 1, reported, 2015-06
The trial of six men for the murder of Ada Moru opened in Velmora on Monday.
    trial (trial): 0 > six men; 6, reported, 2016-05-02
    killing (murder): six men > Ada Moru; 1, alleged, None
Charges of witchcraft were filed against the widow in Orvel in May.
    charge (Charges): 0 > widow; 1, reported, 2016-05-01/2016-05-04
The Supreme Court acquitted the nurse in June.
    trial (acquitted): Supreme Court > nurse; 1, reported, 2015-06
The judge cleared the three teachers of all charges.
    trial (cleared): judge > three teachers; 3, reported, None
The court convicted two members of the militia of murder.
    conviction (convicted): court > two members of the militia; 2, reported, None
The army denied that its soldiers had killed nine bakers in Orvel.
    killing (killed): soldiers > nine bakers; 9, denied, None
Police are said to have shot dead a boy in Orvel in May.
    killing (shot): Police > boy; 1, alleged, 2016-05-01/2016-05-04
The ministry said it would investigate the fire in Orvel.
    investigation (investigate): ministry > 0; None, planned, None
The senate is poised to pass a bill on NGOs in Zanara.
    legislation (pass): senate > 0; None, planned, None
The authorities stripped the cleric of his citizenship in May.
    repression (stripped): authorities > cleric; 1, reported, 2016-05-01/2016-05-04
The assembly repealed the blasphemy law.
    legislation (repealed): assembly > 0; None, reported, None
Ada Moru received death threats after her speech in May.
    repression (death threats): 0 > Ada Moru; 1, reported, 2016-05-01/2016-05-04
The judge sent the thief to jail for six years in Orvel.
    sentence (sent): judge > thief; 1, reported, None
The cleric was given 18 months in jail for a sermon.
    sentence (given): 0 > cleric; 1, reported, None
The authorities refuted allegations that police had killed nine bakers in Orvel.
    killing (killed): police > nine bakers; 9, denied, None
"""

TOLD_FR = """
Le Sénat doit examiner le projet de loi le 5 juin.
    legislation (examiner): Sénat > 0; None, planned, 2016-06-05
La cour de Velmora devrait juger Ada Moru le 5 juin.
    trial (juger): cour de Velmora > Ada Moru; 1, planned, 2016-06-05
Le président a promis de promulguer la loi sur les ONG au Zanara.
    legislation (promulguer): président > 0; None, planned, None
Ada Moru s’est vu infliger trois ans de prison.
    sentence (s’est vu): 0 > Ada Moru; 1, reported, None
Le journal a été condamné à payer 10 000 dollars au ministre.
    sentence (condamné): 0 > journal; None, reported, None
La Cour suprême a rejeté l’appel de Paul Orvin, condamné en mars à neuf ans de prison.
    trial (rejeté): Cour suprême > Paul Orvin; 1, reported, None
    sentence (condamné): 0 > Paul Orvin; 1, reported, 2016-03
"""

NOTHING_EN = """
The authorities must release Ada Moru and drop all charges against her.
No one has been charged in Orvel.
If convicted, Ada Moru could face ten years in prison.
She faces up to ten years in prison if found guilty.
The penal code punishes adultery with flogging in Zanara.
He was afraid of being arrested in Velmora.
Lawyers in Velmora fear a wave of arrests.
It is feared that the girls will be tortured in Orvel.
A pardon for Ada Moru would be a first step in Zanara.
Judges in Zanara rarely convict police officers.
The defence has 15 days to lodge an appeal in Velmora.
The law provides for fines of up to 500 dollars in Zanara.
The treaty prohibits torture in Zanara.
The guild asked for permission to visit the prison in Orvel.
The team got two years of support in Velmora.
The president received nine ambassadors in Velmora in May.
The doctor examined nine children in Orvel in May.
Zanara has not ratified the Convention against Torture.
The government never published the report in Zanara.
The group called on the Security Council to impose an arms embargo on Zanara.
"""

NOTHING_FR = """
La Ligue craint que d’autres boulangers ne soient tués à Orvel.
Le code pénal punit l’adultère de flagellation au Zanara.
La loi prévoit des amendes de 500 dollars au Zanara.
Tout acte de torture est un crime au Zanara.
La Ligue appelle le président à commuer les peines de mort au Zanara.
Le train a été annulé à Velmora en mai.
Une équipe de football est arrivée à Velmora lundi.
Cela vaut la peine d’aller à Velmora en mai.
Le Zanara n’a pas ratifié la Convention contre la torture.
Le gouvernement n’a jamais publié le rapport au Zanara.
"""


def _under(table: str) -> list[tuple[str, list[str]]]:
    """Give the lines of a table, each with those that are indented under it."""
    rows: list[tuple[str, list[str]]] = []
    for line in table.strip().splitlines():
        if line.startswith(" "):
            rows[-1][1].append(line.strip())
        else:
            rows.append((line, []))
    return rows


ALL_KINDS = [
    (language, text, kind)
    for language, table in (("en", KINDS_EN), ("fr", KINDS_FR))
    for kind, texts in _under(table)
    for text in texts
]
ALL_TOLD = [(language, *row) for language, table in (("en", TOLD_EN), ("fr", TOLD_FR)) for row in _under(table)]
NOTHING = [
    (language, text) for language, table in (("en", NOTHING_EN), ("fr", NOTHING_FR)) for text in table.strip().splitlines()
]


@pytest.mark.parametrize(("language", "text", "kind"), ALL_KINDS)
def test_knows_the_kind_by_many_words(language: str, text: str, kind: str) -> None:
    assert [event.kind.value for event in mr.find_events(text, date=DATE, language=language)] == [kind]


@pytest.mark.parametrize(("language", "text", "told"), ALL_TOLD)
def test_tells_who_did_what_to_whom(language: str, text: str, told: list[str]) -> None:
    assert [_told(text, event) for event in mr.find_events(text, date=DATE, language=language)] == told


@pytest.mark.parametrize(("language", "text"), NOTHING)
def test_leaves_what_is_not_told_to_happen(language: str, text: str) -> None:
    assert mr.find_events(text, date=DATE, language=language) == ()
