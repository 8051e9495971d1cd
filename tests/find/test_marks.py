"""Pairing quotation marks."""

from __future__ import annotations

import pytest

from malirights.find.marks import Quotation, find_quotations
from malirights.segment import lines


def _found(text: str) -> list[Quotation]:
    return find_quotations(text, lines(text))


def _words(text: str) -> list[str]:
    return [text[one.start : one.end] for one in _found(text)]


PAIRS = [
    ("“We go,” she said.", ["We go,"]),
    ('"We go," she said.', ["We go,"]),
    ("''We go,'' she said.", ["We go,"]),
    ("„We go“, she said.", ["We go"]),
    ("„We go”, she said.", ["We go"]),
    ("«We go», she said.", ["We go"]),
    ("« We go », she said.", ["We go"]),
    ("«\xa0We go\xa0», she said.", ["We go"]),
    ("‘We go,’ she said.", ["We go,"]),
    ("'We go,' she said.", ["We go,"]),
    ("“ We go, ” she said.", ["We go,"]),
    # mixed
    ('“We go," she said.', ["We go,"]),
    ('"We go,” she said.', ["We go,"]),
    ("“We go,'' she said.", ["We go,"]),
    ("''We go,” she said.", ["We go,"]),
    # one quotation a pair
    ("“We go,” she said, “and stay.”", ["We go,", "and stay."]),
    ('"We go," she said, "and stay."', ["We go,", "and stay."]),
    ("“We go.” “We stay.”", ["We go.", "We stay."]),
    ("“We go.”“We stay.”", ["We go.", "We stay."]),
    ('"We go." "We stay."', ["We go.", "We stay."]),
    # nested
    ("“We ‘must’ go,” she said.", ["We ‘must’ go,"]),
    ("“We “must” go,” she said.", ["We “must” go,"]),
    ('“We "must" go,” she said.', ['We "must" go,']),
    ('"We “must” go," she said.', ["We “must” go,"]),
    ("« Nous « devons » partir », dit-elle.", ["Nous « devons » partir"]),
    ("« Nous “devons” partir », dit-elle.", ["Nous “devons” partir"]),
    ("“Nous «devons» partir”, dit-elle.", ["Nous «devons» partir"]),
    # marks the wrong way round
    ("”We go,” she said.", ["We go,"]),
    ("“We go,“ she said.", ["We go,"]),
    ("”We go,“ she said.", ["We go,"]),
    ("»We go«, she said.", ["We go"]),
    # apostrophes and inches
    ("The farmers’ rain didn’t stop in the ’90s.", []),
    ("The farmers' rain didn't stop in the '90s.", []),
    ("“The farmers’ rain didn’t stop,” she said.", ["The farmers’ rain didn’t stop,"]),
    ('It is 3" wide and 4" long.', []),
    ("It is 5'' wide.", []),
    # markup
    ('<post date="9 May 2016">It rained.', []),
    # ornaments and nothing
    ('"""""" rain', []),
    ("««««««« rain »»»»»»»", []),
    ("“” rain", []),
    ('"" rain', []),
    ("“ ” rain", []),
    ("rain”", []),
    ("rain", []),
]


@pytest.mark.parametrize(("text", "words"), PAIRS)
def test_pairs(text: str, words: list[str]) -> None:
    assert _words(text) == words
    assert all(one.closed for one in _found(text))


UNCLOSED = [
    ("“We go.\nThe court sat.", [("We go.", False)]),
    ("She said: “We go.\n“We stay,” she said.", [("We go.", False), ("We stay,", True)]),
    ('She said: "We go.\nThe court sat.', [("We go.", False)]),
    ("« Nous partons.\nLa cour siège.", [("Nous partons.", False)]),
    ("“We go. “We stay,” she said.", [("We go.", False), ("We stay,", True)]),
    ("“We go.\n“We stay.\n“We wait.”", [("We go.", False), ("We stay.", False), ("We wait.", True)]),
    ("“We go.\nWe stay.”\nThe court sat.", [("We go.\nWe stay.", True)]),
    ("“We go.\n\nWe stay.\n\nWe wait,” she said.", [("We go.\n\nWe stay.\n\nWe wait,", True)]),
    ("“We go. ", [("We go.", False)]),
    ('"We read “The Rain” and go.\n"We stay."', [("We read “The Rain” and go.", False), ("We stay.", True)]),
    ('“We read "The Rain" and go.\n“We stay.”', [('We read "The Rain" and go.', False), ("We stay.", True)]),
    ('The court: "We read “The Rain” and go.\nWe sat.', [("We read", False), ("The Rain", True)]),
]


@pytest.mark.parametrize(("text", "found"), UNCLOSED)
def test_marks_that_are_not_closed_in_their_paragraph(text: str, found: list[tuple[str, bool]]) -> None:
    assert [(text[one.start : one.end], one.closed) for one in _found(text)] == found


def test_a_closing_mark_far_below_is_another_matter() -> None:
    text = "“We go.\n" + "The court sat.\n" * 9 + "We stay,” she said."
    assert _words(text) == ["We go."]


def test_offsets_hold_the_marks_and_the_words() -> None:
    (found,) = _found("a « b » c")
    assert found == Quotation(start=4, end=5, outer=2, after=7, closed=True, paragraph=0)


def test_the_paragraph_is_where_the_quotation_starts() -> None:
    text = "It rained.\n“We go,” she said.\n“We stay.”"
    assert [one.paragraph for one in _found(text)] == [1, 2]


def test_marks_outside_the_stretches_are_not_looked_at() -> None:
    text = "“We go.” “We stay.”"
    assert [text[one.start : one.end] for one in find_quotations(text, [(9, len(text))])] == ["We stay."]
    assert find_quotations(text, []) == []
