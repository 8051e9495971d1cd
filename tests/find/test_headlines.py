"""Headlines before the first sentence."""

from __future__ import annotations

import pytest

import malirights as mr

BODY = "The court freed Ada Moru on Monday, after nine days of rain over the villages of Velmora."


def _headline(*paragraphs: str) -> tuple[str, ...]:
    return mr.parse_statement("\n\n".join(paragraphs), date="2016-05-04").headline


TITLES = [
    "Court frees three people",
    "Zanara: Court frees three people",
    "Zanara - court frees three people",
    "ZANARA: COURT FREES THREE PEOPLE",
    "Court Frees Three People After Nine Days of Rain",
    "Court frees 3 people after 9 days",
    "Will the court sit?",
    "Free them now!",
    "Three days of rain. Zanara",
    "When the court ruled, she wept",
    "Zanara: “The rain will not stop” says new report",
    "“The rain will not stop”: new report",
    "New report: ‘The rain will not stop’",
    "Zanara : « La pluie ne cesse pas »",
    "Zanara : la cour libère trois personnes",
    "Court frees Dr. Moru",
    "1,000 people held in Velmora",
]


@pytest.mark.parametrize("title", TITLES)
def test_a_title_is_one_line(title: str) -> None:
    assert _headline(title, BODY) == (title,)


BULLETS = ["•", "● ", "▪", "* ", "- ", "– ", "• ", "•\t", "• \xa0"]


@pytest.mark.parametrize("sign", BULLETS)
def test_bullets_lose_their_signs(sign: str) -> None:
    assert _headline(f"{sign}Two people held\n{sign}New report out", BODY) == ("Two people held", "New report out")


def test_numbered_bullets_lose_their_numbers() -> None:
    assert _headline("1. Two people held\n2. New report out", BODY) == ("Two people held", "New report out")
    assert _headline("1) Two people held\n2) New report out", BODY) == ("Two people held", "New report out")


RUN_TOGETHER = [
    ("• Two people held • New report out", ("Two people held", "New report out")),
    ("•Two people held•New report out", ("Two people held", "New report out")),
    ("Two people held after rain New report calls for answers", ("Two people held after rain", "New report calls for answers")),
    (
        "Court frees three people Hundreds wait in the rain The families call for answers",
        ("Court frees three people", "Hundreds wait in the rain", "The families call for answers"),
    ),
    ("Court of Velmora frees Ada Moru", ("Court of Velmora frees Ada Moru",)),
    ("Zanara Rights Watch calls on Paul de Winter", ("Zanara Rights Watch calls on Paul de Winter",)),
]


@pytest.mark.parametrize(("line", "pieces"), RUN_TOGETHER)
def test_bullets_run_together_on_one_line_are_parted(line: str, pieces: tuple[str, ...]) -> None:
    assert _headline(line, BODY) == pieces


def test_lines_without_signs_are_bullets_of_their_own() -> None:
    assert _headline("Two people held after rain", "New report calls for answers", BODY) == (
        "Two people held after rain",
        "New report calls for answers",
    )


def test_a_label_and_a_release_line_may_stand_between() -> None:
    assert _headline("PRESS RELEASE", "Court frees three", "Posted at 0001 BST 21 August 2014", "Two held", BODY) == (
        "Court frees three",
        "Two held",
    )


def test_a_quote_after_the_title_on_one_line_is_body() -> None:
    title = "Court frees three people"
    spoken = "“It rained for nine days and nobody in the whole land told us why,” said Ada Moru."
    statement = mr.parse_statement(f"{title} {spoken}\n\n{BODY}", date="2016-05-04")
    assert statement.headline == (title,)
    assert [quote.speaker and quote.speaker.name for quote in statement.quotes] == ["Ada Moru"]


NO_HEADLINES = [
    [BODY],
    [BODY, "Court frees three people"],
    ["The court freed three people. It sat for nine days.", BODY],
    ["Court frees three people in"],
    ["The court freed three people. It"],
    ["“It rained for nine days,” said Ada Moru.", BODY],
    ["“It rained for nine days.", BODY],
    ["the court freed three people", BODY],
    ["How it went:", BODY],
    ["Dear Prime Minister,", BODY],
    ["(Velmora) – The court freed Ada Moru.", BODY],
    ["VELMORA – The court freed Ada Moru", BODY],
    ["By Ada Moru, lawyer", BODY],
    ["A street in Velmora.© A. MORU/Getty Images", BODY],
]


@pytest.mark.parametrize("paragraphs", NO_HEADLINES)
def test_sentences_and_other_parts_are_no_headline(paragraphs: list[str]) -> None:
    assert _headline(*paragraphs) == ()


def test_a_title_alone_is_a_headline() -> None:
    assert _headline("Court frees three people") == ("Court frees three people",)


def test_headlines_hold_no_quotes() -> None:
    statement = mr.parse_statement(f"Ada Moru: “The rain will not stop”\n\n{BODY}", date="2016-05-04")
    assert statement.headline == ("Ada Moru: “The rain will not stop”",)
    assert statement.quotes == ()
