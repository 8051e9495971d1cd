"""Words and marks with their offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from malirights.find.tokens import Token, tokens, tokens_outside_brackets

TEXTS = [
    ("Ada Moru said", ["Ada", "Moru", "said"]),
    ("said Ada Moru.", ["said", "Ada", "Moru", "."]),
    ("Dr. Moru", ["Dr", ".", "Moru"]),
    ("A. B. Moru", ["A.", "B.", "Moru"]),
    ("A.B. Moru", ["A.B.", "Moru"]),
    ("Moru's aide", ["Moru", "'s", "aide"]),
    ("Moru’s aide", ["Moru", "'s", "aide"]),
    ("judges' rain", ["judges", "'", "rain"]),
    ("Moru-Winter", ["Moru-Winter"]),
    ("al-Moru", ["al-Moru"]),
    ("O'Moru", ["O'Moru"]),
    ("isn't", ["isn't"]),
    ("1,000 people", ["1,000", "people"]),
    ("3.5 days", ["3.5", "days"]),
    ("l’avocate", ["l'", "avocate"]),
    ("qu'elle", ["qu'", "elle"]),
    ("d’Ada", ["d'", "Ada"]),
    ("aujourd’hui", ["aujourd'hui"]),
    ("a-t-elle dit", ["a-t-elle", "dit"]),
    ("''rain''", ["''", "rain", "''"]),
    ("“rain,”", ["“", "rain", ",", "”"]),
    ("Zanara (ZRW)", ["Zanara", "(", "ZRW", ")"]),
    ("rain -- wind", ["rain", "—", "wind"]),
    ("rain - wind", ["rain", "–", "wind"]),
    ("rain-maker", ["rain-maker"]),
    ("", []),
    (" \n", []),
]


@pytest.mark.parametrize(("text", "words"), TEXTS)
def test_words_and_marks(text: str, words: list[str]) -> None:
    found = tokens(text, 0, len(text))
    assert [token.text for token in found] == words
    assert [token.low for token in found] == [word.lower() for word in words]


@pytest.mark.parametrize(
    ("word", "is_capital"),
    [("Ada", True), ("ZRW", True), ("al-Moru", True), ("ada", False), ("well-Known", False), ("3", False), ("'", False)],
)
def test_capitals(word: str, is_capital: bool) -> None:  # noqa: FBT001
    assert Token(word, word.lower(), 0, len(word)).is_capital is is_capital


@pytest.mark.parametrize(("word", "is_word"), [("Ada", True), ("3", True), ("'s", False), ("“", False), (".", False)])
def test_words(word: str, is_word: bool) -> None:  # noqa: FBT001
    assert Token(word, word.lower(), 0, len(word)).is_word is is_word


@given(st.text(st.sampled_from("aA éÉ.,'’-‑0l“” \ns\u0301İ")), st.integers(0, 9))
def test_tokens_stand_where_they_say(text: str, start: int) -> None:
    start = min(start, len(text))
    found = tokens(text, start, len(text))
    position = start
    text = text[:start] + text[start:].replace("’", "'").replace("--", "— ").replace(" - ", " – ")
    for token in found:
        assert position <= token.start < token.end <= len(text)
        assert text[token.start : token.end] == token.text
        assert not text[position : token.start].strip("_").strip()
        position = token.end
    assert not text[position:].strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Moru (D-Orvel) said", ["Ada", "Moru", "said"]),
        ("Ada Moru (ZRW) said", ["Ada", "Moru", "(", "ZRW", ")", "said"]),
        ("(Ada Moru, lawyer)", ["(", "Ada", "Moru", ",", "lawyer", ")"]),
        ("Ada Moru (who left", ["Ada", "Moru", "(", "who", "left"]),
        ("Ada Moru said", ["Ada", "Moru", "said"]),
    ],
)
def test_asides_in_brackets_are_left_out(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokens_outside_brackets(text, 0, len(text))] == expected
