"""Quotes with their attribution before them, around them, or that they are woven into."""

from __future__ import annotations

import pytest

import malirights as mr

BEFORE = [
    ("Ada Moru said, “It rained for nine days.”", "Ada Moru", None, "said"),
    ("Ada Moru said: “It rained for nine days.”", "Ada Moru", None, "said"),
    ("Ada Moru says: “It rained for nine days.”", "Ada Moru", None, "says"),
    ("Ada Moru, a lawyer in Velmora, said: “It rained for nine days.”", "Ada Moru", "a lawyer in Velmora", "said"),
    (
        "Ada Moru, a lawyer in Velmora, told reporters on Monday: “It rained for nine days.”",
        "Ada Moru",
        "a lawyer in Velmora",
        "told",
    ),
    ("The lawyer, Ada Moru, said: “It rained for nine days.”", "Ada Moru", "lawyer", "said"),
    ("The lawyer Ada Moru said: “It rained for nine days.”", "Ada Moru", "lawyer", "said"),
    (
        "Zanara Rights Watch’s director, Ada Moru, said: “It rained for nine days.”",
        "Ada Moru",
        "Zanara Rights Watch’s director",
        "said",
    ),
    ("Ada Moru, who works in Velmora, said: “It rained for nine days.”", "Ada Moru", None, "said"),
    ("Dr. Ada Moru said: “It rained for nine days.”", "Ada Moru", None, "said"),
    ("In a statement, Ada Moru wrote: “It rained for nine days.”", "Ada Moru", None, "wrote"),
    ("Speaking in Velmora, Ada Moru warned: “It will rain for nine days.”", "Ada Moru", None, "warned"),
    ("Talking to reporters in Velmora, President Ada Moru said: “It rained for nine days.”", "Ada Moru", None, "said"),
    ("Asked about the rain, Ada Moru said: “It rained for nine days.”", "Ada Moru", None, "said"),
    ("On Monday, the Ministry of Rain announced: “It rained for nine days.”", "Ministry of Rain", None, "announced"),
    ("It rained, and Ada Moru said: “It rained for nine days.”", "Ada Moru", None, "said"),
    ("The head of the office in Velmora said: “It rained for nine days.”", "head of the office", None, "said"),
    ("A student who slept in a tent near the army headquarters said: “It rained for nine days.”", "student", None, "said"),
    ("The Prime Minister said: “It rained for nine days.”", "Prime Minister", None, "said"),
    ("The minister told Ada Moru: “It rained for nine days.”", "minister", None, "told"),
    ("Her daughter, Ada Moru, put it more bluntly: “It rained for nine days.”", "Ada Moru", "daughter", "put it"),
    (
        "Outside the court Ada Moru, raising her thumbs, called to the crowd: “It rained for nine days.”",
        "Ada Moru",
        None,
        "called",
    ),
    ("Ada Moru was told by a farmer: “It rained for nine days.”", "farmer", None, "told"),
]

WOVEN = [
    ("Ada Moru said that “it rained for nine days”.", "Ada Moru", "said"),
    ("Ada Moru said it had “rained for nine days”.", "Ada Moru", "said"),
    ("Ada Moru told the court that the rain was “a gift that nobody wanted”.", "Ada Moru", "told"),
    ("Ada Moru called the rain “a gift that nobody had asked for”.", "Ada Moru", "called"),
    ("Ada Moru described the week as “the longest of our lives”.", "Ada Moru", "described"),
    ("Ada Moru denounced “a rain that nobody had asked for”.", "Ada Moru", "denounced"),
    ("The court found that the rain was “neither sudden nor strange”.", "court", "found"),
    ("The villagers say “the rain never stopped”.", "villagers", "say"),
    ("The letter said that the rain was “neither sudden nor strange”.", "letter", "said"),
]

OTHER_RULES = [
    ("According to Ada Moru, “it rained for nine days”.", "Ada Moru", "According to", "source"),
    ("According to Ada Moru, a lawyer, “it rained for nine days”.", "Ada Moru", "According to", "source"),
    ("In the words of Ada Moru, “it rained for nine days”.", "Ada Moru", "In the words of", "source"),
    ("Ada Moru: “It rained for nine days.”", "Ada Moru", None, "transcript"),
    ("Ada Moru (ZRW): “It rained for nine days.”", "Ada Moru", None, "transcript"),
    ("Ada Moru, a lawyer, said:\n\n“It rained for nine days.”", "Ada Moru", "said", "lead-in"),
    ("Ada Moru spoke on Monday:\n\n“It rained for nine days.”", "Ada Moru", "spoke", "lead-in"),
    ("The court sat. Ada Moru said:\n“It rained for nine days.”", "Ada Moru", "said", "lead-in"),
]

AROUND = [
    ("“It rained,” said Ada Moru, “for nine days.”", ["Ada Moru", "Ada Moru"]),
    ("“It rained,” Ada Moru said, “and nobody told us why.”", ["Ada Moru", "Ada Moru"]),
    ("“It rained for nine days,” said Ada Moru. “They said: ‘Go home.’”", ["Ada Moru", "Ada Moru"]),
    ("“It rained for nine days,” said Ada Moru. “Nobody told us why.”", ["Ada Moru", "Ada Moru"]),
    ("“It rained for nine days,” said Ada Moru, a lawyer. “Nobody told us.” “We want answers.”", ["Ada Moru"] * 3),
    ("“It rained for nine days,” said Ada Moru, adding that “nobody told us why”.", ["Ada Moru", "Ada Moru"]),
    ("“It rained for nine days,” said Ada Moru, before adding: “Nobody told us why.”", ["Ada Moru", "Ada Moru"]),
    ("“It rained for nine days,” said Ada Moru. She added: “Nobody told us why.”", ["Ada Moru", "Ada Moru"]),
    ("“It rained for nine days,” Ada Moru said. “It stopped,” Paul de Winter replied.", ["Ada Moru", "Paul de Winter"]),
    ("Ada Moru said it was “a long rain” and “a gift that nobody wanted”.", ["Ada Moru", "Ada Moru"]),
]


@pytest.mark.parametrize(("sentence", "name", "role", "cue"), BEFORE)
def test_a_speaker_before_the_quote(sentence: str, name: str, role: str | None, cue: str | None) -> None:
    (quote,) = mr.find_quotes(sentence)
    assert quote.speaker
    assert (quote.speaker.name, quote.speaker.role) == (name, role)
    assert (quote.cue, quote.rule, quote.partial) == (cue, "before", False)


@pytest.mark.parametrize(("sentence", "name", "cue"), WOVEN)
def test_a_quote_woven_into_a_sentence_is_partial(sentence: str, name: str, cue: str) -> None:
    (quote,) = mr.find_quotes(sentence)
    assert quote.speaker
    assert (quote.speaker.name, quote.speaker.role) == (name, None)
    assert (quote.cue, quote.rule, quote.partial) == (cue, "woven", True)


@pytest.mark.parametrize(("sentence", "name", "cue", "rule"), OTHER_RULES)
def test_other_attributions_before_the_quote(sentence: str, name: str, cue: str | None, rule: str) -> None:
    (quote,) = mr.find_quotes(sentence)
    assert quote.speaker
    assert (quote.speaker.name, quote.cue, quote.rule) == (name, cue, rule)


@pytest.mark.parametrize(("text", "names"), AROUND)
def test_an_attribution_between_quotes_serves_both(text: str, names: list[str]) -> None:
    found = [quote.speaker for quote in mr.find_quotes(text)]
    assert [speaker and speaker.name for speaker in found] == names


def test_no_verb_is_taken_for_a_role() -> None:
    text = "“It rained for nine days,” said Ada Moru. She added: “Nobody told us why.”"
    assert [quote.speaker and quote.speaker.role for quote in mr.find_quotes(text)] == [None, None]


def test_speech_over_several_paragraphs_is_one_speaker() -> None:
    text = "Ada Moru, a lawyer, said:\n\n“It rained for nine days.\n\n“Nobody told us why.\n\n“We want answers.”"
    quotes = mr.find_quotes(text)
    assert [quote.text for quote in quotes] == ["It rained for nine days.", "Nobody told us why.", "We want answers."]
    assert [quote.closed for quote in quotes] == [False, False, True]
    assert [quote.rule for quote in quotes] == ["lead-in", "carried-on", "carried-on"]
    assert [quote.attribution is None for quote in quotes] == [False, True, True]
    assert {quote.speaker for quote in quotes} == {quotes[0].speaker}


def test_a_quote_of_its_own_paragraph_is_carried_on() -> None:
    first, second = mr.find_quotes("“It rained for nine days,” said Ada Moru, a lawyer.\n\n“Nobody told us why.”")
    assert second.rule == "carried-on"
    assert (second.attribution, second.cue, second.cue_span) == (None, None, None)
    assert second.speaker == first.speaker


def test_a_quote_without_attribution_has_no_speaker() -> None:
    (quote,) = mr.find_quotes("“The rain is not over, and the families are waiting for an answer.”")
    assert (quote.speaker, quote.rule, quote.attribution, quote.cue) == (None, None, None, None)


def test_words_announced_by_a_colon_are_a_quote_of_nobody_where_nobody_is_named() -> None:
    (quote,) = mr.find_quotes("It is a friend in Velmora, and it is always the same message: “It rained for nine days.”")
    assert quote.speaker is None


def test_a_mark_never_closed_costs_its_own_paragraph_only() -> None:
    text = "Ada Moru said: “It rained for nine days.\n\nThe court sat.\n\n“Nobody told us why,” said Paul de Winter."
    first, second = mr.find_quotes(text)
    assert (first.text, first.closed) == ("It rained for nine days.", False)
    assert (second.text, second.closed) == ("Nobody told us why,", True)
    assert second.speaker
    assert second.speaker.name == "Paul de Winter"
