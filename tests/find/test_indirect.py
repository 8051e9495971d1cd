"""Indirect speech: what is told as somebody's words without marks, where it begins and ends, and what is none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import malirights as mr

FRENCH = "Ce que la cour a dit des familles et de la ville.\n\n"

AFTER = [
    ("Ada Moru said that the mill had burned.", "the mill had burned", "Ada Moru", "said"),
    ("Ada Moru said the mill had burned.", "the mill had burned", "Ada Moru", "said"),
    ("Ada Moru says officials have left.", "officials have left", "Ada Moru", "says"),
    ("Ada Moru, a lawyer in Velmora, told the court that nobody came.", "nobody came", "Ada Moru", "told"),
    ("Ada Moru told reporters in Velmora on Tuesday that nobody came.", "nobody came", "Ada Moru", "told"),
    ("Ada Moru told reporters Tuesday the mill had burned.", "the mill had burned", "Ada Moru", "told"),
    ("Ada Moru said, in a letter, that the mill had burned.", "the mill had burned", "Ada Moru", "said"),
    ("Ada Moru argued however that the mill had burned.", "the mill had burned", "Ada Moru", "argued"),
    ("Ada Moru pointed out that the mill had burned.", "the mill had burned", "Ada Moru", "pointed out"),
    ("Ada Moru has warned that the mill would burn.", "the mill would burn", "Ada Moru", "warned"),
    ("The report said that the mill had burned.", "the mill had burned", "report", "said"),
    ("The court said the mill, despite its walls, had burned.", "the mill, despite its walls, had burned", "court", "said"),
    ("Ada Moru said the mill was “a heap of ash”.", "the mill was “a heap of ash”", "Ada Moru", "said"),
    ("A judge who said that the mill had burned has left.", "the mill had burned has left", "judge", "said"),
    ("Ada Moru resigned, saying the mill had burned.", "the mill had burned", "Ada Moru", "saying"),
    ("After saying that he was wet, Paul de Winter left.", "he was wet", "Paul de Winter", "saying"),
    ("When Ada Moru said that the mill had burned, the judges left.", "the mill had burned", "Ada Moru", "said"),
    ("Ada Moru, who said that the mill had burned, left.", "the mill had burned", "Ada Moru", "said"),
    ("Ada Moru, who left and said the mill had burned, came back.", "the mill had burned", "Ada Moru", "said"),
    ("The court sat, with Judge Ada Moru telling reporters the mill had burned.", "the mill had burned", "Ada Moru", "telling"),
    ("Ada Moru said the mill had burned, but the sun shone on Velmora.", "the mill had burned", "Ada Moru", "said"),
    ("Ada Moru said it had burned and that nobody came.", "it had burned and that nobody came", "Ada Moru", "said"),
]  # fmt: skip

AROUND = [
    ("According to Ada Moru, the mill had burned.", ["the mill had burned"], "Ada Moru", "According to"),
    ("According to Ada Moru, a lawyer, the mill had burned.", ["the mill had burned"], "Ada Moru", "According to"),
    ("The mill had burned, according to the report.", ["The mill had burned"], "report", "according to"),
    ("But the mill had burned, Ada Moru said on Tuesday.", ["the mill had burned"], "Ada Moru", "said"),
    ("The mill had burned, said Ada Moru, a lawyer in Velmora.", ["The mill had burned"], "Ada Moru", "said"),
    (
        "Rain, wind and sun are free, says Ada Moru in a report published today.",
        ["Rain, wind and sun are free"],
        "Ada Moru",
        "says",
    ),
    ("Ada Moru added that the mill must answer: “Nobody came.”", ["the mill must answer"], "Ada Moru", "added"),
    ("The mill had burned, people near the court said.", ["The mill had burned"], "people", "said"),
    ("The mill had burned, his aide, Ada Moru, told the Velmora Post.", ["The mill had burned"], "Ada Moru", "told"),
    ("The mill, Ada Moru said, had burned.", ["The mill", "had burned"], "Ada Moru", "said"),
    ("In May, Ada Moru said, the mill had burned.", ["the mill had burned"], "Ada Moru", "said"),
]

IN_FRENCH = [
    ("Le ministre a annoncé vendredi que le moulin avait brûlé.", ["le moulin avait brûlé"], "ministre", "annoncé"),
    ("La juge affirme qu’il pleuvait sur la ville.", ["il pleuvait sur la ville"], "juge", "affirme"),
    ("La Ligue a rappelé, dans une lettre, que les juges étaient partis.", ["les juges étaient partis"], "Ligue", "rappelé"),
    ("Le collectif a fait savoir que le moulin avait brûlé.", ["le moulin avait brûlé"], "collectif", "savoir"),
    ("Selon Ada Moru, le moulin avait brûlé.", ["le moulin avait brûlé"], "Ada Moru", "Selon"),
    ("Selon Ada Moru, avocate à Velmora, le moulin avait brûlé.", ["le moulin avait brûlé"], "Ada Moru", "Selon"),
    ("D’après le rapport, le moulin a brûlé.", ["le moulin a brûlé"], "rapport", "D’après"),
    ("Le moulin a brûlé, selon la police.", ["Le moulin a brûlé"], "police", "selon"),
    ("Le moulin a brûlé, a déclaré Ada Moru, avocate.", ["Le moulin a brûlé"], "Ada Moru", "déclaré"),
    ("Le moulin a brûlé, ont indiqué vendredi les autorités.", ["Le moulin a brûlé"], "autorités", "indiqué"),
    ("Ada Moru est là. Le moulin a brûlé, a-t-elle ajouté.", ["Le moulin a brûlé"], "Ada Moru", "ajouté"),
    ("Ada Moru est là. Le moulin a brûlé, dit-elle.", ["Le moulin a brûlé"], "Ada Moru", "dit"),
    ("Ada Moru dit que le moulin a brûlé, mais le juge est parti.", ["le moulin a brûlé"], "Ada Moru", "dit"),
]

NONE = [
    "Ada Moru did not say that the mill had burned.",
    "Ada Moru never said the mill had burned.",
    "Ada Moru would say that the mill had burned.",
    "Ada Moru wants to say that the mill had burned.",
    "If Ada Moru says that the mill has burned, it has burned.",
    "Did Ada Moru say that the mill had burned?",
    "Ada Moru denied that the mill had burned.",
    "Ada Moru asked whether the mill had burned.",
    "Ada Moru was told that the mill had burned.",
    "It was reported that the mill had burned.",
    "The smoke suggests that the mill has burned.",
    "Smoke suggests that the mill has burned.",
    "Ada Moru made a false claim that the mill had burned.",
    "Ada Moru answered accusations that the mill had burned.",
    "The hill states that have mills are dry.",
    "Ada Moru declared victory in the race for the mill.",
    "Ada Moru claimed self-defence and was freed.",
    "Ada Moru told the story of the mill.",
    "Ada Moru said nothing about the mill.",
    "Ada Moru said goodbye.",
    "Ada Moru believes that the mill had burned.",
    "Everything went according to plan.",
    "According to the rules, the mill is closed.",
    "“The mill burned,” said Ada Moru.",
    "“The mill burned,” Ada Moru said in court, according to the Velmora Post.",
    "Ada Moru was the first to speak, tweeting her thanks on Friday.",
    "Ada Moru, writing in Velmora, left.",
    "Ada Moru said that “the mill had burned”.",
    "“Ada Moru said that the mill had burned,” said Paul de Winter.",
    "Said that.",
    FRENCH + "Le ministre n’a pas dit que le moulin avait brûlé.",
    FRENCH + "Le ministre nie que le moulin ait brûlé.",
    FRENCH + "Si Ada Moru dit que le moulin a brûlé, il a brûlé.",
    FRENCH + "Il est dit que le moulin a brûlé.",
    FRENCH + "Selon les règles de la cour, le moulin est fermé.",
    FRENCH + "Le rapport que la juge a écrit est là.",
]

PIECES = st.lists(
    st.sampled_from(
        (
            "Ada Moru", "he", "the minister", " said", " says", " that ", "According to ", ", according to ", " told us ",
            "the mill", " had burned", ", ", ".", ". ", "“", "”", " it rained ", " and ", ", but ", "\n\n", " added", "adding",
            " not ", "?", "a déclaré", " que ", "selon ", "a-t-elle ajouté", " (", ")", "who", ":", ";", " – ", "’s", "’",
        )
    ),
    max_size=24,
).map("".join)  # fmt: skip


def _reported(text: str) -> list[mr.Quote]:
    return [quote for quote in mr.find_quotes(text, indirect=True) if not quote.direct]


@pytest.mark.parametrize(("text", "clause", "name", "cue"), AFTER)
def test_a_clause_after_its_verb(text: str, clause: str, name: str, cue: str) -> None:
    (quote,) = _reported(text)
    assert (quote.text, quote.speaker and quote.speaker.name, quote.cue) == (clause, name, cue)


@pytest.mark.parametrize(("text", "clauses", "name", "cue"), AROUND)
def test_a_clause_around_its_source(text: str, clauses: list[str], name: str, cue: str) -> None:
    quotes = _reported(text)
    assert [quote.text for quote in quotes] == clauses
    assert {(quote.speaker and quote.speaker.name, quote.cue) for quote in quotes} == {(name, cue)}


@pytest.mark.parametrize(("text", "clauses", "name", "cue"), IN_FRENCH)
def test_french(text: str, clauses: list[str], name: str, cue: str) -> None:
    quotes = _reported(FRENCH + text)
    assert [quote.text for quote in quotes] == clauses
    assert {(quote.speaker and quote.speaker.name, quote.cue) for quote in quotes} == {(name, cue)}


@pytest.mark.parametrize("text", NONE)
def test_is_no_indirect_speech(text: str) -> None:
    assert _reported(text) == []


def test_several_in_one_sentence() -> None:
    text = "Ada Moru said that the mill had burned, adding that nobody came, and Paul de Winter said he was wet."
    assert [(quote.text, quote.speaker and quote.speaker.name) for quote in _reported(text)] == [
        ("the mill had burned", "Ada Moru"),
        ("nobody came", "Ada Moru"),
        ("he was wet", "Paul de Winter"),
    ]


def test_a_pronoun_means_the_last_speaker_direct_or_indirect() -> None:
    text = "Ada Moru said that the mill had burned. She said nobody came. “We wait,” Zoé Karn said. She said it rained."
    assert [quote.speaker and quote.speaker.name for quote in mr.find_quotes(text, indirect=True)] == [
        "Ada Moru",
        "Ada Moru",
        "Zoé Karn",
        "Zoé Karn",
    ]


def test_quoted_words_inside_are_direct_quotes_of_their_own() -> None:
    text = "Ada Moru said that the mill was “a heap of ash” and that nobody came."
    reported, quoted = mr.find_quotes(text, indirect=True)
    assert (reported.direct, quoted.direct) == (False, True)
    assert reported.span.contains(quoted.span)
    assert mr.find_quotes(text) == (quoted,)


@given(PIECES)
def test_laws(text: str) -> None:
    """Every span proves itself, the direct quotes are the same, the order is that of the text, and no two clauses overlap."""
    direct, both = mr.find_quotes(text), mr.find_quotes(text, indirect=True)
    assert tuple(quote for quote in both if quote.direct) == direct
    assert list(both) == sorted(both, key=lambda quote: quote.span)
    reported = [quote for quote in both if not quote.direct]
    for quote in reported:
        assert quote.span.of(text) == quote.text
        assert quote.speaker
        assert quote.attribution
        assert quote.attribution.of(text) == quote.speaker.mention
        assert quote.cue_span
        assert quote.cue_span.of(text) == quote.cue
        assert not quote.span.overlaps(quote.cue_span)
        assert quote.text[:1].strip()
        assert quote.text[-1:].strip()
    for one, other in pairwise(reported):
        assert not one.span.overlaps(other.span)
