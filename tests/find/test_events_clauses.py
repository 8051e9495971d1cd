"""Events in English sentences of several clauses: whose subject, whose object, whose time and place."""

from __future__ import annotations

import pytest

import malirights as mr
from malirights import Event

DATE = "2016-05-04"


def _told(text: str, event: Event) -> str:
    """Write an event in a line: kind and trigger, who > to whom, how many, how it is told, when, and where."""
    doers, sufferers = (", ".join(actor.name for actor in actors) for actors in (event.perpetrators, event.victims))
    number = event.count and (f"{event.count.low}+" if event.count.high is None else f"{event.count.high}")
    when, where = event.when.edtf if event.when else None, event.where.name if event.where else 0
    act = f"{event.kind.value} ({event.trigger.of(text)})"
    return f"{act}: {doers or 0} > {sufferers or 0}; {number}, {event.status}, {when}, {where}"


EVENTS = """
Nine families fled Orvel in March, after fighters of the front hanged the teacher, Ada Moru, in front of his pupils.
    displacement (fled): 0 > Nine families; 9, reported, 2016-03, Orvel
    killing (hanged): fighters of the front > Ada Moru; 1, reported, None, 0
On the second day an anti-personnel mine exploded beside the path to the cemetery of Orvel.
    explosion (exploded): 0 > 0; None, reported, None, cemetery of Orvel
Ada Moru, nine years old, lost her left foot in Orvel in May.
    injury (lost): 0 > Ada Moru; 1, reported, 2016-05-01/2016-05-04, Orvel
Her predecessor, General Ivo Tarn, was acquitted in May 2015.
    trial (acquitted): 0 > General Ivo Tarn; 1, reported, 2015-05, 0
In September Ada Moru, who spoke for the claimants of Orvel, was shot dead by two men on a motorcycle.
    killing (shot): two men > Ada Moru; 1, reported, 2015-09, 0
Paramilitaries took Ada Moru from a bus near Orvel in May 2001. For five months they held her in a camp.
    abduction (took): Paramilitaries > Ada Moru; 1, reported, 2001-05, Orvel
    detention (held): Paramilitaries > Ada Moru; 1, reported, None, 0
Another captive, a girl of 16, was forced to abort and bled to death in Orvel in May 2011.
    sexual_violence (forced): 0 > captive; 1, reported, 2011-05, Orvel
    killing (bled): 0 > captive; 1, reported, 2011-05, Orvel
The office charged two of them with homicide last December.
    charge (charged): office > 0; None, reported, 2015-12, 0
Nine soldiers were suspended in July 2015; the Attorney General’s office charged two of them with homicide last December.
    repression (suspended): 0 > Nine soldiers; 9, reported, 2015-07, 0
    charge (charged): Attorney General’s office > Nine soldiers; 2, reported, 2015-12, 0
Police broke up a protest in Velmora on Friday.
    repression (broke): Police > protest; None, reported, 2016-04-29, Velmora
    protest (protest): 0 > 0; None, reported, 2016-04-29, Velmora
Ada Moru received a threat the same night and left the country.
    repression (received): 0 > Ada Moru; 1, reported, None, 0
    displacement (left): 0 > Ada Moru; 1, reported, None, 0
Two students, Ada Moru and Ivo Tarn, each lost an eye to rubber bullets on Friday.
    injury (lost): 0 > Ada Moru, Ivo Tarn; 2, reported, 2016-04-29, 0
Ivo Tarn was sentenced today for the murder of 19 men, whom troops under his command shot between 2006 and 2008.
    sentence (sentenced): 0 > Ivo Tarn; 1, reported, 2016-05-04, 0
    killing (murder): Ivo Tarn > 19 men; 19, reported, None, 0
    injury (shot): troops > 19 men; 19, reported, 2006-01-01/2008-12-31, 0
In Velmora riot police charged a crowd of about 5,000 outside the university on Friday.
    repression (charged): riot police > crowd; None, reported, 2016-04-29, Velmora
Lantern Rights concludes that police killed eight growers and wounded 21 at Orvel on 24 June 2015.
    killing (killed): police > eight growers; 8, reported, 2015-06-24, Orvel
    injury (wounded): police > 21; 21, reported, 2015-06-24, Orvel
A diabetic accountant of 58, Ivo Tarn, died in Orvel last Friday.
    killing (died): 0 > Ivo Tarn; 1, reported, 2016-04-29, Orvel
Two years of war have cost the lives of tens of thousands in Zanara.
    killing (cost): 0 > lives of tens of thousands; 20000+, reported, None, Zanara
The unrest followed Monday night’s assassination of the singer Ivo Tarn.
    killing (assassination): 0 > singer Ivo Tarn; 1, reported, 2016-05-02, 0
Close to a million people have fled communal clashes in Orvel since April.
    displacement (fled): 0 > a million people; 1000000, reported, 2016-04-01/2016-05-04, Orvel
    clash (communal clashes): 0 > 0; None, reported, 2016-04-01/2016-05-04, Orvel
Nine bakers were killed in Orvel. Police shot five of those who marched against it.
    killing (killed): 0 > Nine bakers; 9, reported, None, Orvel
    injury (shot): Police > five of those; 5, reported, None, 0
    protest (marched): five of those > 0; None, reported, None, 0
Zanaran troops went from house to house in Orvel on 28 and 29 November 2015 and slaughtered men and boys.
    killing (slaughtered): Zanaran troops > men, boys; None, reported, 2015-11-28/2015-11-29, Orvel
More than 2,000 people have died at the hands of police in Zanara.
    killing (died): police > 2,000 people; 2000+, reported, None, Zanara
In the course of the trial, which lasted nine years, four of the witnesses were themselves assassinated.
    killing (assassinated): 0 > four of the witnesses; 4, reported, None, 0
The shelling that preceded the massacre damaged the roof of a monastery in Orvel.
    heritage_destruction (damaged): 0 > roof of a monastery; None, reported, None, Orvel
In Orvel, mobs armed with lists went after Zanaran and Karvan families, beheading a hotel owner and burning 270 shops.
    killing (beheading): mobs > hotel owner; None, reported, None, Orvel
    property_destruction (burning): mobs > 270 shops; 270, reported, None, Orvel
An editor had her accreditation withdrawn in May and was made to leave the country.
    repression (withdrawn): 0 > editor; 1, reported, 2016-05-01/2016-05-04, 0
To be put on a list without evidence is to be sentenced without trial in Zanara.
To rape with impunity is to rape with permission.
The singer Ivo Tarn was murdered in Orvel on Monday. Two men suspected of shooting the singer are held.
    killing (murdered): 0 > singer Ivo Tarn; 1, reported, 2016-05-02, Orvel
During the same months the government stepped up its persecution of critics in Velmora.
    repression (persecution): government > critics; None, reported, None, Velmora
The Front agreed to lay down its arms, while the government has undertaken to lift its blockade of aid.
    aid_obstruction (blockade): government > aid; None, reported, None, 0
Three years after his son was shot dead in Orvel, Ivo Tarn will this Friday see the judge.
    killing (shot): 0 > son; 1, reported, None, Orvel
Public anger has grown since the deaths of two teenagers in police custody in April.
    killing (deaths): 0 > two teenagers; 2, reported, 2016-04, 0
    detention (in police custody): 0 > two teenagers; 2, reported, 2016-04, 0
Radio journalist Ivo Tarn was picked up at Velmora airport on March 1.
    arrest (picked): 0 > Radio journalist Ivo Tarn; 1, reported, 2016-03-01, Velmora airport
The office suspended Police Colonel Ivo Tarn for six months on April 16.
    repression (suspended): office > Police Colonel Ivo Tarn; 1, reported, 2016-04-16, 0
Nine men whom soldiers had arrested in Orvel in May were freed today.
    arrest (arrested): soldiers > Nine men; 9, reported, 2016-05-01/2016-05-04, Orvel
    release (freed): 0 > Nine men; 9, reported, 2016-05-04, 0
The women that rebels abducted in Orvel are free.
    abduction (abducted): rebels > women; None, reported, None, Orvel
The minister told villagers that soldiers had attacked in May.
    armed_attack (attacked): soldiers > 0; None, reported, 2016-05-01/2016-05-04, 0
The ousted mayor, Ada Moru, was arrested in Orvel in May.
    coup (ousted): 0 > Ada Moru; 1, reported, None, 0
    arrest (arrested): 0 > Ada Moru; 1, reported, 2016-05-01/2016-05-04, Orvel
The court sentenced Ada Moru to nine years for directing attacks on three churches in Orvel.
    sentence (sentenced): court > Ada Moru; 1, reported, None, 0
    heritage_destruction (attacks): Ada Moru > three churches; 3, reported, None, Orvel
Ada Moru was arrested in May. They were charged with kidnapping and murder in June.
    arrest (arrested): 0 > Ada Moru; 1, reported, 2016-05-01/2016-05-04, 0
    charge (charged): 0 > 0; None, reported, 2015-06, 0
Rebels took a priest and at least a dozen nuns hostage in Orvel.
    abduction (took): Rebels > priest, a dozen nuns; 13+, reported, None, Orvel
A hearing set for 9 May was postponed to 17 May in Velmora.
    trial (postponed): 0 > 0; None, planned, 2016-05-17, Velmora
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
    assert [_told(text, event) for event in mr.find_events(text, date=DATE, language="en")] == told
