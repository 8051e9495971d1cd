"""Spans: what cannot be, what they prove, and the laws of moving and comparing them."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import malirights as mr
from malirights import Span

SPANS = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda pair: Span(min(pair), max(pair)))


@pytest.mark.parametrize("offsets", [(-1, 3), (4, 3), (-3, -1)])
def test_refuses_offsets_that_cannot_be(offsets: tuple[int, int]) -> None:
    with pytest.raises(mr.InvalidValueError, match="a span runs from 0 or more") as caught:
        Span(*offsets)
    assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize("offsets", [("0", 3), (0, 3.0), (None, 3), (0, None), (False, True)])
def test_refuses_what_is_no_whole_number(offsets: tuple[Any, Any]) -> None:
    with pytest.raises(mr.InvalidTypeError, match="two whole numbers") as caught:
        Span(*offsets)
    assert isinstance(caught.value, TypeError)


def test_gives_the_words_exactly_as_they_stand() -> None:
    assert Span(4, 11).of("The Zanara\r\ncourt") == "Zanara\r"


def test_counts_code_points_not_bytes_or_glyphs() -> None:
    assert Span(2, 5).of("𝔙e\u0301lm") == "\u0301lm"


def test_names_the_text_that_it_may_belong_to() -> None:
    with pytest.raises(mr.InvalidValueError, match=r"beyond the 3 characters.*statement\.text"):
        Span(0, 4).of("abc")


def test_cannot_be_moved_before_the_start() -> None:
    with pytest.raises(mr.InvalidValueError, match="got -1 to 2"):
        Span(2, 5).shifted(-3)


def test_an_empty_span_is_still_evidence() -> None:
    assert Span(3, 3)
    assert len(Span(3, 3)) == 0
    assert Span(3, 3).of("abc") == ""


def test_shows_itself_as_it_is_typed() -> None:
    assert repr(Span(3, 9)) == "Span(3, 9)"


def test_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Span(3, 9).start = 4  # type: ignore[misc]


@pytest.mark.parametrize(
    ("first", "second", "contains", "overlaps"),
    [
        (Span(0, 9), Span(4, 9), True, True),
        (Span(4, 9), Span(0, 9), False, True),
        (Span(0, 4), Span(4, 9), False, False),
        (Span(0, 4), Span(6, 9), False, False),
        (Span(0, 4), Span(2, 2), True, False),
        (Span(3, 3), Span(3, 3), True, False),
    ],
)
def test_compares_stretches(first: Span, second: Span, *, contains: bool, overlaps: bool) -> None:
    assert first.contains(second) is contains
    assert first.overlaps(second) is overlaps


@given(SPANS)
def test_survives_pickling_and_typing(span: Span) -> None:
    assert pickle.loads(pickle.dumps(span)) == span  # noqa: S301 - our own bytes
    assert eval(repr(span), {"Span": Span}) == span  # noqa: S307 - our own words
    assert hash(Span(span.start, span.end)) == hash(span)


@given(SPANS, st.integers(0, 60))
def test_moving_there_and_back_changes_nothing(span: Span, by: int) -> None:
    assert span.shifted(by).shifted(-by) == span
    assert len(span.shifted(by)) == len(span)


@given(SPANS, st.text(min_size=60), st.integers(0, 9))
def test_a_moved_span_gives_the_same_words_of_a_moved_text(span: Span, text: str, by: int) -> None:
    assert span.shifted(by).of("·" * by + text) == span.of(text)
    assert len(span.of(text)) == len(span)


@given(SPANS, SPANS)
def test_overlapping_means_to_share_a_character(first: Span, second: Span) -> None:
    shared = set(range(first.start, first.end)) & set(range(second.start, second.end))
    assert first.overlaps(second) == second.overlaps(first) == bool(shared)


@given(SPANS, SPANS)
def test_containing_is_an_order(first: Span, second: Span) -> None:
    assert first.contains(first)
    assert (first.contains(second) and second.contains(first)) == (first == second)


@given(st.lists(SPANS))
def test_sorts_by_start_then_end(spans: list[Span]) -> None:
    assert sorted(spans) == sorted(spans, key=lambda span: (span.start, span.end))
