"""Incises inside marks and behind dashes: what is cut out, and what stays a quote as a whole."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import malirights as mr

MARKS = ("« ", " »", "“", "”", '"', "– ", ". ", ", ", " ? ", "... ", "\n")
WORDS = (
    ", dit-elle",
    ", a déclaré Ada Moru",
    ", s’indigne le maire",
    "Il pleut",
    "la ville",
    "dit-on",
    "critique la presse",
    "qui",
)
PIECES = st.sampled_from(MARKS + WORDS)

PARTED = [
    ("« Il pleut, dit Ada Moru. Il faut un toit. »", ["Il pleut", "Il faut un toit."], [False, False]),
    ("« Il pleut, dit Ada Moru, dans tous les villages. »", ["Il pleut", "dans tous les villages."], [False, True]),
    ("« Il pleut !, dit Ada Moru. »", ["Il pleut !"], [False]),
    ("« Il pleut, dit Ada Moru, et il vente, ajoute-t-elle. »", ["Il pleut", "et il vente"], [False, True]),
]

WHOLE = [
    "« Il pleut, dit-on, dans tous les villages. »",
    "« Le maire vient, critique la presse, et repart. »",
    "« Le maire, que dit-il de la pluie ? Rien du tout. »",
    "« Il pleut, disait ma mère, dans tous les villages », raconte Ada Moru.",
]


@pytest.mark.parametrize(("text", "quotes", "partial"), PARTED)
def test_an_incise_parts_a_quote(text: str, quotes: list[str], partial: list[bool]) -> None:
    found = mr.find_quotes(text)
    assert [quote.text for quote in found] == quotes
    assert [quote.partial for quote in found] == partial
    assert {quote.speaker.name for quote in found if quote.speaker} == {"Ada Moru"}
    assert all(quote.rule == "carried-on" for quote in found[1:] if quote.cue is None)


@pytest.mark.parametrize("text", WHOLE)
def test_what_is_no_incise_stays_in_the_quote(text: str) -> None:
    (quote,) = mr.find_quotes(text)
    assert quote.text == text[2 : text.index(" »")]


def test_in_english_nothing_is_cut_out() -> None:
    (quote,) = mr.find_quotes("“It rained, said Ada Moru. We need a roof,” the mayor was told.")
    assert quote.text == "It rained, said Ada Moru. We need a roof,"


def test_a_list_with_dashes_is_no_dialogue() -> None:
    assert mr.find_quotes("La Ligue de Zanara :\n– demande un toit pour le village ;\n– exige une réponse.") == ()


@given(st.lists(PIECES, max_size=30).map("".join))
def test_parts_stand_one_after_the_other(text: str) -> None:
    shown = f"La pluie est dans les villages et sur la ville.\n\n{text}"
    spans = [quote.span for quote in mr.find_quotes(shown)]
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(span.of(shown).strip() == span.of(shown) for span in spans)
