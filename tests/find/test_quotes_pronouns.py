"""Whom a pronoun, a surname or an acronym beside a quote means, and what between marks is no quote."""

from __future__ import annotations

import pytest

import malirights as mr

MEANT = [
    ("Ada Moru left the court. “It rained for nine days,” she said.", "Ada Moru", None, "she"),
    ("Ada Moru, a lawyer, left the court. “It rained for nine days,” she said.", "Ada Moru", "a lawyer", "she"),
    ("Ada Moru is a judge in Velmora. On Monday she said: “It rained for nine days.”", "Ada Moru", None, "she"),
    ("Lawyer Ada Moru spoke. “It rained for nine days,” she told the court.", "Ada Moru", "Lawyer", "she"),
    ("Four men stopped the car of Ada Moru, a lawyer.\n\n“There were four of them” she reported.", "Ada Moru", None, "she"),
    ("Zanara Rights Watch spoke on what it called “a rain that nobody had asked for”.", "Zanara Rights Watch", None, "it"),
    ("Zanara Rights Watch met in Velmora. “It rained for nine days,” it said.", "Zanara Rights Watch", None, "it"),
    ("The group met in Velmora. “It rained for nine days,” it said.", "group", None, "it"),
    ("Paul de Winter was held for nine days.\n\n“It rained,” he told his lawyer.", "Paul de Winter", None, "he"),
    ("A farmer came from Velmora. “It rained for nine days,” he said.", "farmer", None, "he"),
    ("“It rained for nine days,” she said.", "she", None, "she"),
    ("The court sat in San Velmora.\n\nOne of the wet, 19, stood up. “It rained for nine days,” he said.", "he", None, "he"),
    ("“It rained for nine days,” we said.", "we", None, "we"),
    ("Ada Moru is a lawyer. “It rained for nine days,” Moru said.", "Ada Moru", None, "Moru"),
    ("Ada Moru is a lawyer. “It rained for nine days,” said Ms Moru.", "Ada Moru", None, "Moru"),
    ("“It rained for nine days,” said Moru. The court freed Ada Moru.", "Ada Moru", None, "Moru"),
    ("Ada Moru is a lawyer. See Moru Address. “It rained for nine days,” Moru said.", "Ada Moru", None, "Moru"),
    ("Gaëla Moru is a lawyer. “It rained for nine days,” said Gaela.", "Gaëla Moru", None, "Gaela"),
    ("When Ada Moru asked Paul de Winter about the rain, he called it “a rain of lies”.", "Paul de Winter", None, "he"),
    ("Moru Sees Rain After Dry Days\n\n“It rained for nine days,” said Moru.\n\nMara Moru sat.", "Mara Moru", None, "Moru"),
    ("Orlan Calls Paul Moru Before Rain\n\n“It rained for nine days,” said Moru.", "Paul Moru", None, "Moru"),
    ("“It rained for nine days,” said Republican Moru. Democrat Ada Moru won.", "Ada Moru", None, "Moru"),
    ("Added Moru, “It rained for nine days.”", "Moru", None, "Moru"),
    ("Zanara Rights Watch (ZRW) met. “It rained for nine days,” ZRW said.", "Zanara Rights Watch (ZRW)", None, "ZRW"),
]

NO_QUOTES = [
    "The court freed the “rain dancers” on Monday.",
    "He was held under the “Rain Act” of Zanara.",
    "The court handed down three-year prison terms to four dancers for “contempt of rain”.",
    "Paul “Rainman” de Winter was held.",
    "The report, “Nine Days of Rain”, was published.",
    "The report “Nine Days of Rain” is by Ada Moru.",
    "The so-called “rain tax” was lifted.",
    "The film “It rained for nine days” won a prize.",
    "The slogan “It rains and we are wet” was heard.",
    "Ada Moru’s book “It Rains and We Are Wet” came out.",
    "Ada Moru was charged with “insulting the rain”.",
    "Two people were convicted of “spreading false news about the rain”.",
    "The charge of “insulting the rain of Zanara” was dropped.",
    "A law “on the rain of Zanara” was passed.",
    "Operation “Dry Land” began.",
    "The word “rain” is banned.",
    "The hashtag “#RainInZanara” spread.",
    "The “king of rain” was freed.",
    "They spoke of “rain”.",
    "He sang “O Rain”.",
    'The table is 3" wide and 4" long.',
    "It was the '90s and the rain fell.",
    "The farmers' rain fell on the farmers’ land.",
    "The court’s judges and the minister's aides sat.",
    "“Rain”",
    "“…”",
]


@pytest.mark.parametrize(("text", "name", "role", "mention"), MEANT)
def test_short_forms_mean_the_fullest_name(text: str, name: str, role: str | None, mention: str) -> None:
    (quote,) = mr.find_quotes(text)
    assert quote.speaker
    assert quote.attribution
    assert (quote.speaker.name, quote.speaker.role, quote.speaker.mention) == (name, role, mention)
    assert quote.attribution.of(text) == mention


@pytest.mark.parametrize("text", NO_QUOTES)
def test_names_of_things_and_scare_quotes_are_no_quotes(text: str) -> None:
    assert mr.find_quotes(text) == ()


def test_one_person_under_one_name_across_spellings() -> None:
    text = (
        "“It rained for nine days,” said Gaëla Moru, a lawyer.\n\n“Nobody told us,” Moru said.\n\n"
        "“We want answers,” said Ms Moru.\n\n“We will wait,” she said."
    )
    assert [quote.speaker and quote.speaker.name for quote in mr.find_quotes(text)] == ["Gaëla Moru"] * 4


TOLD = [
    ("Ada Orlan did not agree.", "Ada Orlan"),
    ("Nine guards came. Ada Orlan told the court of the mill.", "Ada Orlan"),
    ("Ada Orlan.", "Mara Moru"),
    ("Ultimately the rain ended.", "Mara Moru"),
    ("The rain ended.", "Mara Moru"),
]


@pytest.mark.parametrize(("told", "name"), TOLD)
def test_a_paragraph_between_tells_whom_a_pronoun_means(told: str, name: str) -> None:
    text = f"Mara Moru was ultimately freed. “It rained,” said Mara Moru.\n\n{told}\n\n“It was dry,” she said."
    speaker = mr.find_quotes(text)[-1].speaker
    assert speaker
    assert (speaker.name, speaker.mention) == (name, "she")


def test_nobody_is_nobody_whom_a_pronoun_means() -> None:
    text = "Ada Moru is a lawyer. Nobody has been convicted so far.\n\n“The law was a promise”, she added."
    (quote,) = mr.find_quotes(text)
    assert quote.speaker is not None
    assert quote.speaker.name == "Ada Moru"
