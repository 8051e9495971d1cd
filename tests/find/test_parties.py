"""Parties: the type and the name of what a noun phrase names, and what it shows of the people."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from malirights.find.parties import party_of, traits_of
from malirights.lexicon import Lexicon

LEXICON = Lexicon.default()

NAMED = [
    ("GSIM", "JNIM", "armed_group"),
    ("le Groupe de soutien à l’Islam", "JNIM", "armed_group"),
    ("EIGS", "Islamic State in the Greater Sahara", "armed_group"),
    ("l’AQMI", "AQIM", "armed_group"),
    ("the MISMA", "AFISMA", "peacekeeping"),
    ("la CPI", "International Criminal Court", "court"),
    ("la CEDEAO", "ECOWAS", "igo"),
    ("the armed group Ansar Eddine", "Ansar Dine", "armed_group"),
    ("members of Ansar Dine", "Ansar Dine", "armed_group"),
    ("the Movement of Peace (MUJAO)", "MUJAO", "armed_group"),
    ("the Malian army", "Malian Armed Forces", "state_force"),
    ("les forces armées maliennes", "Malian Armed Forces", "state_force"),
    ("AL-QAEDA IN THE ISLAMIC MAGHREB", "AQIM", "armed_group"),
    ("the Malian gendarmerie", "Malian Gendarmerie", "state_force"),
    ("Wagner mercenaries", "Wagner Group", "foreign_force"),
    ("l’ONU", "United Nations", "igo"),
]


@pytest.mark.parametrize(("words", "name", "kind"), NAMED)
def test_parties_known_by_name(words: str, name: str, kind: str) -> None:
    party = party_of(words, LEXICON)
    assert party is not None
    assert (party.name, party.type, party.known) == (name, kind, True)


NOUNS = [
    ("soldiers", "soldiers", "state_force"),
    ("several soldiers under her command", "soldiers", "state_force"),
    ("soldiers loyal to Omo Moru", "soldiers", "state_force"),
    ("eight members of the security forces", "security forces", "state_force"),
    ("Elements of Chad’s military", "military", "state_force"),
    ("the Chadian National Army", "Chadian army", "state_force"),
    ("l’armée tchadienne", "armée tchadienne", "state_force"),
    ("des membres des forces de sécurité", "forces de sécurité", "state_force"),
    ("the ‘red hat’ soldiers", "soldiers", "state_force"),
    ("General Omo Moru", "general", "state_force"),
    ("Islamist armed groups", "armed groups", "armed_group"),
    ("a group of armed men", "armed men", "armed_group"),
    ("les groupes armés", "groupes armés", "armed_group"),
    ("traditional hunters", "traditional hunters", "self_defence_militia"),
    ("UN peacekeepers", "peacekeepers", "peacekeeping"),
    ("the Velmora Court of Appeal", "court of appeal", "court"),
    ("ICC Prosecutor", "prosecutor", "prosecutor"),
    ("the transitional authorities", "transitional authorities", "government"),
    ("a commission of inquiry", "commission of inquiry", "state_body"),
    ("hundreds of civilians", "civilians", "civilians"),
    ("281,000 Sudanese refugees", "Sudanese refugees", "civilians"),
    ("des dizaines de villageois", "villageois", "civilians"),
    ("government critics", "government critics", "civilians"),
    ("people accused of belonging to armed groups", "people", "civilians"),
    ("child soldiers", "child soldiers", "civilians"),
    ("des enfants soldats", "enfants soldats", "civilians"),
    ("One of the five children", "children", "civilians"),
    ("AQIM hostages", "hostages", "civilians"),
    ("human rights groups", "human rights groups", "ngo"),
]


@pytest.mark.parametrize(("words", "name", "kind"), NOUNS)
def test_parties_known_by_a_noun(words: str, name: str, kind: str) -> None:
    party = party_of(words, LEXICON)
    assert party is not None
    assert (party.name, party.type, party.known) == (name, kind, False)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Ada Moru",
        "the Secretary General",
        "dozens",
        "all three",
        "the army base",
        "a refugee camp",
        "their homes",
        "(",
        "the",
    ],
)
def test_no_parties(words: str) -> None:
    assert party_of(words, LEXICON) is None


OF_A_COUNTRY = [
    ("French soldiers", "Mali", "foreign_force"),
    ("French soldiers", "France", "state_force"),
    ("French soldiers", None, "state_force"),
    ("French forces", "Mali", "foreign_force"),
    ("French forces", "France", "state_force"),
    ("Chadian forces", "Mali", "foreign_force"),
    ("Chadian forces", "Chad", "state_force"),
    ("the Malian army", "Niger", "foreign_force"),
    ("soldiers of Chad", "Mali", "foreign_force"),
    ("Chad’s army", "Mali", "foreign_force"),
    ("les soldats tchadiens", "Mali", "foreign_force"),
    ("soldiers", "Mali", "state_force"),
    ("French farmers", "Mali", "civilians"),
]


@pytest.mark.parametrize(("words", "country", "kind"), OF_A_COUNTRY)
def test_forces_of_another_country_are_foreign(words: str, country: str | None, kind: str) -> None:
    party = party_of(words, LEXICON, country=country)
    assert party is not None
    assert party.type == kind


def test_some_names_mean_a_party_only_in_their_country() -> None:
    here = party_of("the gendarmerie", LEXICON, country="Mali")
    elsewhere = party_of("the gendarmerie", LEXICON, country="Chad")
    assert here is not None
    assert elsewhere is not None
    assert (here.name, elsewhere.name) == ("Malian Gendarmerie", "gendarmerie")
    assert elsewhere.type == here.type == "state_force"


def test_the_religious_association_is_not_the_armed_group_of_its_name() -> None:
    party = party_of("the religious association Ansar Dine", LEXICON)
    assert party is None or party.type != "armed_group"


TRAITS = [
    ("five children", {"child"}),
    ("a 15-year-old shepherd", {"child"}),
    ("a 25-year-old shepherd", set()),
    ("boys between 13 and 17 years of age", {"child"}),
    ("a shepherd aged 12", {"child"}),
    ("men aged between 17 and 40", set()),
    ("people under 18", {"child"}),
    ("des bergers âgés de 13 à 15 ans", {"child"}),
    ("trade union leaders and journalists", {"trade_unionist", "journalist"}),
    ("a human rights activist", {"human_rights_defender"}),
    ("des défenseurs des droits humains", {"human_rights_defender"}),
    ("soldiers", set()),
]


@pytest.mark.parametrize(("words", "traits"), TRAITS)
def test_traits(words: str, traits: set[str]) -> None:
    assert traits_of(words, LEXICON) == traits


def test_a_party_carries_its_traits() -> None:
    party = party_of("two 16-year-old reporters", LEXICON)
    assert party is not None
    assert party.traits == {"child", "journalist"}


@given(st.text(max_size=40))
def test_any_words_are_read(words: str) -> None:
    party = party_of(words, LEXICON, country="Mali")
    assert party is None or party.name


def test_a_longer_introduction_changes_nothing() -> None:
    assert party_of("the " * 1000 + "soldiers", LEXICON) == party_of("soldiers", LEXICON)
    assert party_of("members of " * 1000 + "the army", LEXICON) == party_of("the army", LEXICON)
