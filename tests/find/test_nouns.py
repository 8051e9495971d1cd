"""Noun phrases that name a speaker: names, titles, roles, organisations, offices, the unnamed."""

from __future__ import annotations

import pytest

from malirights.find.grammar import Grammar
from malirights.find.mentions import mention_after, mention_before
from malirights.find.nouns import Mention, analysed, is_plain_name, is_role, phrase_at, phrase_end
from malirights.find.subjects import subject_of
from malirights.find.tokens import tokens
from malirights.lexicon import Lexicon

ENGLISH = Grammar(Lexicon.default(), "en")
FRENCH = Grammar(Lexicon.default(), "fr")

_Shown = tuple[str, str | None, str | None]


def _shown(text: str, mention: Mention | None) -> _Shown | None:
    """Give the name, the kind and the role of a mention."""
    if mention is None:
        return None
    role = mention.role and text[mention.role[0] : mention.role[1]]
    return text[mention.start : mention.end], mention.kind, role


PHRASES = [
    # names
    ("Ada Moru", ("Ada Moru", "person", None)),
    ("Moru", ("Moru", "person", None)),
    ("Paul de Winter", ("Paul de Winter", "person", None)),
    ("Paul van der Winter", ("Paul van der Winter", "person", None)),
    ("Ada al-Moru", ("Ada al-Moru", "person", None)),
    ("Omo bin Moru", ("Omo bin Moru", "person", None)),
    ("Ada Moru-Winter", ("Ada Moru-Winter", "person", None)),
    ("Ada O’Moru", ("Ada O’Moru", "person", None)),
    ("Gaëla Moru", ("Gaëla Moru", "person", None)),
    ("A. B. Moru", ("A. B. Moru", "person", None)),
    ("Ada B. Moru", ("Ada B. Moru", "person", None)),
    # titles are no part of the name
    ("Dr. Ada Moru", ("Ada Moru", "person", None)),
    ("Dr Moru", ("Moru", "person", None)),
    ("Mr. de Winter", ("de Winter", "person", None)),
    ("Lt. Col. Paul de Winter", ("Paul de Winter", "person", None)),
    ("President Paul de Winter", ("Paul de Winter", "person", None)),
    ("Prime Minister Paul de Winter", ("Paul de Winter", "person", None)),
    # roles before the name
    ("lawyer Ada Moru", ("Ada Moru", "person", "lawyer")),
    ("the lawyer Ada Moru", ("Ada Moru", "person", "lawyer")),
    ("human rights lawyer Ada Moru", ("Ada Moru", "person", "human rights lawyer")),
    ("Zanara Rights Watch director Ada Moru", ("Ada Moru", "person", "Zanara Rights Watch director")),
    ("Zanara Rights Watch’s director Ada Moru", ("Ada Moru", "person", "Zanara Rights Watch’s director")),
    ("his stepsister Ada Moru", ("Ada Moru", "person", "stepsister")),
    # a role after the name
    ("Ada Moru of Zanara Rights Watch", ("Ada Moru", "person", "of Zanara Rights Watch")),
    # organisations
    ("Zanara Rights Watch", ("Zanara Rights Watch", "organisation", None)),
    ("the Ministry of Rain", ("Ministry of Rain", "organisation", None)),
    ("ZRW", ("ZRW", "organisation", None)),
    ("the court", ("court", "organisation", None)),
    ("Zanara’s police", ("Zanara’s police", "organisation", None)),
    ("Zanara Rights Watch (ZRW)", ("Zanara Rights Watch (ZRW)", "organisation", None)),
    # offices
    ("the Prime Minister", ("Prime Minister", "office", None)),
    ("Zanara’s president", ("Zanara’s president", "office", None)),
    ("the Minister of Rain", ("Minister of Rain", "office", None)),
    # the unnamed
    ("a farmer", ("farmer", "unnamed", None)),
    ("the farmers of Velmora", ("farmers of Velmora", "unnamed", None)),
    ("villagers", ("villagers", "unnamed", None)),
    ("a prison guard", ("prison guard", "unnamed", None)),
    ("an aid worker", ("aid worker", "unnamed", None)),
]


@pytest.mark.parametrize(("text", "expected"), PHRASES)
def test_noun_phrases_are_taken_apart(text: str, expected: _Shown) -> None:
    words = tokens(text, 0, len(text))
    assert phrase_end(words, 0, ENGLISH) == len(words)
    assert _shown(text, analysed(words, 0, len(words), ENGLISH)) == expected


FRENCH_PHRASES = [
    ("Ada Moru", ("Ada Moru", "person", None)),
    ("Paul de Winter", ("Paul de Winter", "person", None)),
    ("Me Ada Moru", ("Ada Moru", "person", None)),
    ("M. Moru", ("Moru", "person", None)),
    ("Mme Moru", ("Moru", "person", None)),
    ("l’avocate Ada Moru", ("Ada Moru", "person", "avocate")),
    ("le président Paul de Winter", ("Paul de Winter", "person", None)),
    ("la Ligue de Zanara", ("Ligue de Zanara", "organisation", None)),
    ("le ministère de la Pluie", ("ministère de la Pluie", "organisation", None)),
    ("un berger", ("berger", "unnamed", None)),
    ("une habitante de Velmora", ("habitante de Velmora", "unnamed", None)),
]


@pytest.mark.parametrize(("text", "expected"), FRENCH_PHRASES)
def test_french_noun_phrases_are_taken_apart(text: str, expected: _Shown) -> None:
    words = tokens(text, 0, len(text))
    assert _shown(text, analysed(words, 0, len(words), FRENCH)) == expected


ENDS = [
    ("Ada Moru on Monday", "Ada Moru"),
    ("Ada Moru said that", "Ada Moru"),
    ("Ada Moru, a lawyer", "Ada Moru"),
    ("Ada Moru who left", "Ada Moru"),
    ("Ada Moru and Paul de Winter", "Ada Moru and Paul de Winter"),
    ("Ada Moru and left", "Ada Moru"),
    ("a farmer from Velmora told", "a farmer from Velmora"),
    ("the head of the office in Velmora", "the head of the office"),
    ("Zanara Rights Watch (ZRW) said", "Zanara Rights Watch (ZRW)"),
    ("Dr. Moru", "Dr. Moru"),
    ("The rain. The", "The rain"),
]


@pytest.mark.parametrize(("text", "phrase"), ENDS)
def test_where_a_noun_phrase_ends(text: str, phrase: str) -> None:
    words = tokens(text, 0, len(text))
    assert text[: words[phrase_end(words, 0, ENGLISH) - 1].end] == phrase


AFTER = [
    ("Ada Moru, a lawyer in Velmora", ("Ada Moru", "person", "a lawyer in Velmora")),
    ("Ada Moru, 43, a lawyer", ("Ada Moru", "person", "a lawyer")),
    ("Ada Moru – director of Zanara Rights Watch", ("Ada Moru", "person", "director of Zanara Rights Watch")),
    ("Ada Moru, head of the office, and left", ("Ada Moru", "person", "head of the office")),
    ("Ada Moru, who left", ("Ada Moru", "person", None)),
    ("Ada Moru, adding", ("Ada Moru", "person", None)),
    ("Ada Moru and Paul de Winter", ("Ada Moru", "person", None)),
    ("the group’s director, Ada Moru", ("Ada Moru", "person", "group’s director")),
    ("the group’s director, Ada Moru, on Monday", ("Ada Moru", "person", "group’s director")),
    ("a lawyer, Ada Moru", ("Ada Moru", "person", "lawyer")),
    ("later Ada Moru", ("Ada Moru", "person", None)),
    ("quietly Ada Moru", ("Ada Moru", "person", None)),
    ("in a statement Ada Moru", ("Ada Moru", "person", None)),
    ("the letter signed by Ada Moru", ("Ada Moru", "person", None)),
    ("one of the farmers", ("one of the farmers", "unnamed", None)),
    ("she as", ("she", None, None)),
    ("that it rained", None),
    ("and left", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "expected"), AFTER)
def test_the_speaker_after_a_verb(text: str, expected: _Shown | None) -> None:
    found = mention_after(tokens(text, 0, len(text)), 0, ENGLISH)
    assert _shown(text, found and found[0]) == expected


BEFORE = [
    ("Ada Moru", ("Ada Moru", "person", None)),
    ("Ada Moru has later", ("Ada Moru", "person", None)),
    ("Ada Moru, a lawyer in Velmora,", ("Ada Moru", "person", "a lawyer in Velmora")),
    ("Ada Moru, who works in Velmora,", ("Ada Moru", "person", None)),
    ("Ada Moru, 43, a farmer,", ("Ada Moru", "person", "a farmer")),
    ("the group’s director, Ada Moru,", ("Ada Moru", "person", "group’s director")),
    ("On Monday, Ada Moru", ("Ada Moru", "person", None)),
    ("In Velmora, the lawyer Ada Moru", ("Ada Moru", "person", "lawyer")),
    ("It rained, and Ada Moru", ("Ada Moru", "person", None)),
    ("the head of the office in Velmora", ("head of the office", "unnamed", None)),
    ("a farmer from Velmora", ("farmer from Velmora", "unnamed", None)),
    ("she", ("she", None, None)),
    ("and", None),
    ("to", None),
]


@pytest.mark.parametrize(("text", "expected"), BEFORE)
def test_the_speaker_before_a_verb(text: str, expected: _Shown | None) -> None:
    words = tokens(text, 0, len(text))
    assert _shown(text, mention_before(words, len(words), 0, ENGLISH)) == expected


SUBJECTS = [
    ("Ada Moru left the court", ("Ada Moru", "person", None)),
    ("On Tuesday, Ada Moru said", ("Ada Moru", "person", None)),
    ("While it rained, Ada Moru said", ("Ada Moru", "person", None)),
    ("The court sat", ("court", "organisation", None)),
    ("Zanara Rights Watch met in Velmora", ("Zanara Rights Watch", "organisation", None)),
    ("She said", ("She", None, None)),
    ("When it rained", None),
]


@pytest.mark.parametrize(("text", "expected"), SUBJECTS)
def test_the_subject_of_a_clause(text: str, expected: _Shown | None) -> None:
    words = tokens(text, 0, len(text))
    assert _shown(text, subject_of(words, 0, len(words), ENGLISH)) == expected


@pytest.mark.parametrize(
    ("text", "is_plain"),
    [
        ("Ada Moru", True),
        ("Dr. Moru", True),
        ("Paul de Winter", True),
        ("Moru", False),
        ("a lawyer", False),
        ("Zanara Rights Watch", False),
        ("Ada Moru of Velmora", False),
        ("West Africa", False),
    ],
)
def test_what_is_nothing_but_a_name(text: str, is_plain: bool) -> None:  # noqa: FBT001
    words = tokens(text, 0, len(text))
    assert is_plain_name(words, 0, len(words), ENGLISH) is is_plain


def test_roles_are_known_in_the_plural() -> None:
    assert [is_role(word, ENGLISH) for word in tokens("lawyers lawyer rains", 0, 20)] == [True, True, False]


def test_phrases_are_found_whole() -> None:
    words = tokens("according to Ada", 0, 16)
    assert phrase_at(words, 0, ENGLISH.phrases) == 2
    assert phrase_at(words, 1, ENGLISH.phrases) == 0
    assert phrase_at(words[:1], 0, ENGLISH.phrases) == 0
