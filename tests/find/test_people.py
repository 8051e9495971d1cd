"""One person under one name, and the organisation in a role."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from malirights.find.grammar import Grammar
from malirights.find.people import folded, fullest_name, organisation_in, people_before, spelled_out
from malirights.lexicon import Lexicon

ENGLISH = Grammar(Lexicon.default(), "en")

FULLEST = [
    ("Moru said so. Ada Moru left.", "Moru", "Ada Moru"),
    ("Ada Moru left. Moru said so.", "Moru", "Ada Moru"),
    ("Ada said so. Ada Moru left.", "Ada", "Ada Moru"),
    ("Dr. Ada Moru left. Dr. Moru said so.", "Moru", "Ada Moru"),
    ("Ada B. Moru left. Moru said so.", "Moru", "Ada B. Moru"),
    ("Ada Lena Moru left. Ada Moru said so. Moru too.", "Moru", "Ada Lena Moru"),
    ("Paul de Winter left. De Winter sat. Winter said so.", "Winter", "Paul de Winter"),
    ("Paul van der Winter left. Winter said so.", "Winter", "Paul van der Winter"),
    ("Omo bin Moru left. Moru said so.", "Moru", "Omo bin Moru"),
    ("Gaëla Moru left. Gaela said so.", "Gaela", "Gaëla Moru"),
    ("Gaela Moru left. Gaëla said so.", "Gaëla", "Gaela Moru"),
    ("Ada Morû left. Moru said so.", "Moru", "Ada Morû"),
    ("Lawyer Ada Moru left. Moru said so.", "Moru", "Ada Moru"),
    ("Minister Ada Moru left. Moru said so.", "Moru", "Ada Moru"),
    ("On Monday Moru left.", "Moru", "Moru"),
    ("The Moru case sat.", "Moru", "Moru"),
    ("Zanara Morulia left. Moru said so.", "Moru", "Moru"),
    ("In Velmora, Moru said so.", "Moru", "Moru"),
    ("“We go,” said Moru. Moru left.", "Moru", "Moru"),
]


@pytest.mark.parametrize(("text", "name", "fullest"), FULLEST)
def test_the_fullest_form_of_a_name(text: str, name: str, fullest: str) -> None:
    at = next(at for at in (text.find(f"{name} said"), text.find(name)) if at >= 0)
    start, end = fullest_name(text, (at, at + len(name)), ENGLISH, lambda: folded(text))
    assert text[start:end] == fullest


def test_a_full_name_stays_where_it_stands() -> None:
    text = "Ada Moru left. Ada Moru sat."
    assert fullest_name(text, (15, 23), ENGLISH, lambda: folded(text)) == (15, 23)


SPELLED_OUT = [
    ("Zanara Rights Watch (ZRW) met. ZRW left.", "Zanara Rights Watch (ZRW)"),
    ("ZRW left. The Zanara Rights Watch (ZRW) met.", "Zanara Rights Watch (ZRW)"),
    ("The League for the Rain of Zanara (LRZ) met. LRZ left.", "League for the Rain of Zanara (LRZ)"),
    ("La Fédération des Élus (FÉ) siège. ZRW part.", "ZRW"),
    ("The rain fell on all of Zanara (ZRW). ZRW left.", "ZRW"),
    ("ZRW left.", "ZRW"),
]


@pytest.mark.parametrize(("text", "full"), SPELLED_OUT)
def test_where_an_acronym_is_spelled_out(text: str, full: str) -> None:
    letters = "LRZ" if "LRZ" in text else "ZRW"
    at = text.index(f"{letters} ")
    start, end = spelled_out(text, (at, at + len(letters)))
    assert text[start:end] == full


def test_what_is_no_acronym_stays() -> None:
    assert spelled_out("Moru (Moru) left.", (0, 4)) == (0, 4)


ROLES = [
    ("director of Zanara Rights Watch", "Zanara Rights Watch"),
    ("Zanara Rights Watch director", "Zanara Rights Watch"),
    ("Zanara Rights Watch’s Velmora director", "Zanara Rights Watch"),
    ("Deputy Director at Zanara Rights Watch", "Zanara Rights Watch"),
    ("researcher on Velmora at Zanara Rights Watch", "Zanara Rights Watch"),
    ("Director, Zanara Rights Watch", "Zanara Rights Watch"),
    ("director of the Centre for the Rain of Zanara", "Centre for the Rain of Zanara"),
    ("ZRW director", "ZRW"),
    ("spokesperson for the Ministry of Rain", "Ministry of Rain"),
    ("a lawyer in Velmora", None),
    ("lawyer", None),
    ("the army chief", None),
]


@pytest.mark.parametrize(("role", "organisation"), ROLES)
def test_the_organisation_in_a_role(role: str, organisation: str | None) -> None:
    text = f"Ada Moru, {role}"
    assert organisation_in(text, (10, len(text)), ENGLISH) == organisation


BEFORE = [
    ("Ada Moru left the court.", "Ada Moru"),
    ("Ada Moru left Paul de Winter at the court.", "Paul de Winter"),
    ("Dr. Ada Moru left the court.", "Ada Moru"),
    ("Zanara Rights Watch met.", None),
    ("Moru left.", None),
    ("the court sat.", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "person"), BEFORE)
def test_the_person_named_nearest_before(text: str, person: str | None) -> None:
    found = next(people_before(text, len(text), ENGLISH), None)
    assert (found and text[found[0] : found[1]]) == person


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(folded(text)) == len(text)


def test_folding_takes_accents_off() -> None:
    assert folded("Gaĕla’s naïve ÉCOLE\xa0à Ḍar") == "Gaela's naive ECOLE a Dar"
