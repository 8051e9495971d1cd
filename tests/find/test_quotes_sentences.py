"""Quotes whose speaker stands far from them in the sentence: participles, circumstances, asides, other quotations."""

from __future__ import annotations

import pytest

import malirights as mr

PARTICIPLES = [
    ("The senator emailed her friends, saying: “It rained for nine days.”", "senator"),
    ("The senator emailed her friends saying “it rained for nine days”.", "senator"),
    ("Her office put out a statement saying the state “does not count the days of rain”.", "office"),
    (
        "Paul de Winter’s campaign shrugged off Moru’s report, telling reporters, “It rained for nine days.”",
        "Paul de Winter’s campaign",
    ),
    ("Ada Moru went after Paul de Winter, calling him “a man of few wet days”.", "Ada Moru"),
    ("Ada Moru had praised Paul de Winter for years, stating there was “a gift in every rain”.", "Ada Moru"),
    ("Ada Moru tied the rain to the wind, saying the valley helped “thousands of people who had no roof”.", "Ada Moru"),
    ("Nine days later the judge denied it, explaining that she was away because she was “taking a day off”.", "judge"),
    ("The court sat, with Ada Moru telling reporters the rain was “a gift to nobody at all”.", "Ada Moru"),
    ("Ada Moru said the rain was over, adding, “It lasted nine days.”", "Ada Moru"),
    ("The rain will stop this week, Ada Moru said, adding, “It lasted nine days.”", "Ada Moru"),
    ("The paper quoted Ada Moru as saying that “it rained for nine days”.", "Ada Moru"),
    ("Ada Moru was quoted as saying that “it rained for nine days”.", "Ada Moru"),
    ("Ada Moru thanked Paul de Winter and called the rain “a gift that nobody wanted”.", "Ada Moru"),
    ("Ada Moru went on to call the rain “a gift that nobody wanted”.", "Ada Moru"),
]

CIRCUMSTANCES = [
    ("Last month, Ada Moru said: “It rained for nine days.”", "Ada Moru"),
    ("Just last week, A.B. Moru, a judge, wrote, “It rained for nine days.”", "A.B. Moru"),
    ("For months, Ada Moru had called the rain “a gift that nobody wanted”.", "Ada Moru"),
    ("Reached by phone, Ada Moru said: “It rained for nine days.”", "Ada Moru"),
    ("Preceded by a band, Ada Moru said: “It rained for nine days.”", "Ada Moru"),
    ("Amid the rain in Velmora, Ada Moru warned that “nine more days will come”.", "Ada Moru"),
    ("Speaking in Orvel, Northern Zanara, Ada Moru went after the court, calling it “a house of rain”.", "Ada Moru"),
    ("In a statement released on Monday, Judge Ada Moru reacted to the rain, saying: “It lasted nine days.”", "Ada Moru"),
    ("In an interview later that day, Moru went even further: “It rained for nine days.”", "Moru"),
    ("But Ada Moru, a judge, noted that “it rained for nine days”.", "Ada Moru"),
    ("VELMORA -- Judge Ada Moru, leaving the court on Monday, said it was “a rain for nobody at all”.", "Ada Moru"),
    ("At the end of the week -- nine days late -- Ada Moru said that “it rained for nine days”.", "Ada Moru"),
]

NESTED = [
    ("Ada Moru said she believes “there may be nine more days of rain”.", "Ada Moru"),
    ("Ada Moru said that while she fears comparing one rain to another, “nothing was like these nine days”.", "Ada Moru"),
    ("Ada Moru said that when Paul de Winter railed against the court, “he spoke for all of us”.", "Ada Moru"),
    ("Ada Moru said the yearly talks, which began on Monday, remained “one of the best days of the year”.", "Ada Moru"),
    ("Paul de Winter is so careless, the judge said, that if it rained again, “he would have no roof”.", "judge"),
    (
        "A Feb. 1 letter from the court seen by the Zanara Times warns that “nine more days will come”.",
        "Feb. 1 letter from the court",
    ),
    ("Ada Moru, who left the court on Monday, said the rain “was nobody’s fault but ours”.", "Ada Moru"),
    ("The minister told Radio Velmora that the police had used “a minimum of force”.", "minister"),
    ("Ada Moru called the report “baseless and biased”.", "Ada Moru"),
    ("The letter aims at “a court that keeps the rain out of its files”.", "letter"),
    ("Ada Moru introduced him as “a fighter for dry families”.", "Ada Moru"),
    ("Ada Moru resisted: “It rained for nine days.”", "Ada Moru"),
    ("Moru’s letter makes the case: “It rained for nine days and nobody came.”", "Moru’s letter"),
    ("As Ada Moru put it, “it rained for nine days”.", "Ada Moru"),
    ("Moru fired back: “It rained for nine days.”", "Moru"),
]

AFTER = [
    ("“It rained for nine days,” Judge Ada Moru (R-Orvel) said on Monday.", "Ada Moru"),
    ("“It rained for nine days,” Rain Minister Ada Moru, R-Orv., said.", "Ada Moru"),
    ("“It rained for nine days,” U.Z. Rep. Ada Moru said.", "Ada Moru"),
    ("“It rained for nine days,” Ada Moru, the Zanaran National Rainwoman from Velmora, told ZBC.", "Ada Moru"),
    ("“It rained for nine days” the paper’s editor Ada Moru said.", "Ada Moru"),
    ("“It rained for nine days,” Moru barked and a guard shut the gate.", "Moru"),
    ("“It rained for nine days,” Moru pointed out.", "Moru"),
    ("“Did it rain for nine days?” Moru went on, as if nobody was there.", "Moru"),
    ("“It rained for nine days...” Moru said.", "Moru"),
    ("“It rained for nine days,” Ada Moru is expected to say.", "Ada Moru"),
    ("“It rained for nine days,” Ada Moru can be heard saying.", "Ada Moru"),
    ("“It rained for nine days,” villagers in Orvel say.", "villagers"),
    ("“It rained for nine days,” another said.", "another"),
    ("“It rained for nine days,” ex-president Moru said.", "Moru"),
    ("“It rained for nine days” is how Ada Moru describes the week.", "Ada Moru"),
    ("“It rained for nine days” is what the group said.", "group"),
    ("“It rained for nine days,” according to a court document filed by Ada Moru.", "Ada Moru"),
    ('"It rained for nine days,"said Ada Moru.', "Ada Moru"),
    ("“It rained for nine days.”\n— Ada Moru, lawyer", "Ada Moru"),
    ("“It rained for nine days.”\n-- Ada Moru", "Ada Moru"),
    ("“It rained for nine days.” ― Ada Moru.", "Ada Moru"),
    ("“It rained for nine days.”― Ada N. Moru.", "Ada N. Moru"),
    ("“It rained for nine days,” the judge said. Ada Moru agreed.", "judge"),
]

SEVERAL = [
    ("The rain was “long and hard” as people saw how a “wet and windy year” went by, Ada Moru said.", ["Ada Moru", "Ada Moru"]),
    ("Ada Moru, star of “Nine Days of Rain”, said the court was “always kind and generous”.", ["Ada Moru"]),
    ("“It rained,” Ada Moru said. Paul de Winter agreed. “We have had nine days of it.”", ["Ada Moru", "Paul de Winter"]),
    ("“It rained,” Ada Moru said. The court sat. “We have had nine days of it.”", ["Ada Moru", "Ada Moru"]),
    ("''It rained,'' said Ada Moru. She holds two offices. ''I have had nine days of it.''", ["Ada Moru", "Ada Moru"]),
    ("“It rained,” Moru said.\n\nAda Moru studied with Moru at Velmora Law.", ["Ada Moru"]),
    ("Moru closed the gate. “As a judge,” she wrote, “I know of nine days.”", ["Moru", "Moru"]),
]

NAMES = [
    "The army entered the “zone of the nine hills” at night.",
    "The “rain tax of the nine days” was lifted on Monday.",
    "The report, “The Rain: nine days in Velmora”, came out.",
    "Ada Moru spoke on “Meet the Rain.”",
    "Ada Moru told “Rain and Friends” about it.",
    "Ada Moru was asked on ZBC’s “Face the Rain,” and left.",
    "He was held for “insulting the rain of Zanara”.",
]


@pytest.mark.parametrize(("text", "name"), [*PARTICIPLES, *CIRCUMSTANCES, *NESTED, *AFTER])
def test_the_speaker_is_the_subject_wherever_it_stands(text: str, name: str) -> None:
    (quote,) = mr.find_quotes(text)
    assert quote.speaker
    assert quote.speaker.name == name
    assert quote.span.of(text) == quote.text


@pytest.mark.parametrize(("text", "names"), SEVERAL)
def test_several_quotations_in_a_row(text: str, names: list[str]) -> None:
    found = [quote.speaker for quote in mr.find_quotes(text)]
    assert [speaker and speaker.name for speaker in found] == names


@pytest.mark.parametrize("text", NAMES)
def test_names_between_marks_are_no_quotes(text: str) -> None:
    assert mr.find_quotes(text) == ()


def test_a_sentence_without_a_verb_of_speech_has_a_rule_of_its_own() -> None:
    (quote,) = mr.find_quotes("The letter aims at “a court that keeps the rain out of its files”.")
    assert (quote.rule, quote.cue, quote.partial) == ("subject", None, True)


def test_a_heading_between_single_marks_is_no_quote() -> None:
    text = "“It rained for nine days,” said Ada Moru.\n\n‘A very long rain.’\n\nThe court sat."
    assert [quote.text for quote in mr.find_quotes(text)] == ["It rained for nine days,"]


def test_a_quote_that_opens_with_a_bracket_is_one() -> None:
    (quote,) = mr.find_quotes("“[The rain] was long, and nobody told the families why.”")
    assert quote.text.startswith("[The rain]")


def test_lines_of_a_transcript_name_their_speaker_inside_the_marks() -> None:
    text = (
        "Ada Moru met Paul Orlan on ZBC.\n\n“MORU: It rained.\n\n“ORLAN: For nine days?\n\n“MORU: For nine.\n\n“Nobody came."
        "\n\n“WATCH: The dam of Orvel.”"
    )
    found = [(quote.speaker and quote.speaker.name, quote.rule) for quote in mr.find_quotes(text)]
    heard = [(name, "transcript") for name in ("Ada Moru", "Paul Orlan", "Ada Moru")]
    assert found == [*heard, ("Ada Moru", "carried-on"), ("Ada Moru", "carried-on")]


def test_words_in_capitals_before_a_colon_need_not_be_a_name() -> None:
    (quote,) = mr.find_quotes("“BREAKING: It rained for nine days,” tweeted Ada Moru.")
    assert (quote.speaker and quote.speaker.name, quote.rule) == ("Ada Moru", "after")
    (quote,) = mr.find_quotes("The court sat.\n\n“BREAKING: It rained for nine days.”")
    assert quote.speaker is None
