"""Times: what they refuse, and the way to EDTF and back."""

# What is given here is of the wrong type on purpose, or of many types.
# ruff: noqa: ANN401

from __future__ import annotations

import datetime as dt
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import malirights as mr
from malirights import Span, When


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2012", dt.date(2012, 1, 1), dt.date(2012, 12, 31), "year"),
        ("2012-02", dt.date(2012, 2, 1), dt.date(2012, 2, 29), "month"),
        ("2013-02", dt.date(2013, 2, 1), dt.date(2013, 2, 28), "month"),
        ("2012-05-03", dt.date(2012, 5, 3), dt.date(2012, 5, 3), "day"),
        ("201X", dt.date(2010, 1, 1), dt.date(2019, 12, 31), "decade"),
        ("2012-04-30/2012-05-01", dt.date(2012, 4, 30), dt.date(2012, 5, 1), "range"),
        ("2012-05/2012-07", dt.date(2012, 5, 1), dt.date(2012, 7, 31), "range"),
        ("2012-05/..", dt.date(2012, 5, 1), dt.date.max, "range"),
        ("../2012-05", dt.date.min, dt.date(2012, 5, 31), "range"),
    ],
)
def test_reads_edtf(text: str, earliest: dt.date, latest: dt.date, precision: str) -> None:
    when = When.from_edtf(text)
    assert (when.earliest, when.latest, when.precision, when.approximate) == (earliest, latest, precision, False)


@pytest.mark.parametrize("text", ["2012~", "2012-05~", "2012-05-03~", "201X~"])
def test_keeps_what_is_approximate(text: str) -> None:
    assert When.from_edtf(text).approximate
    assert When.from_edtf(text).edtf == text
    assert When.from_edtf(text) != When.from_edtf(text[:-1])


@pytest.mark.parametrize(
    "text", ["", "June 2012", "2012-13", "2012-02-30", "2013-02-29", "12", "0000", "2012-5", "/", "2012 ", "2012-05-03T10:00"]
)
def test_refuses_what_is_no_edtf(text: str) -> None:
    with pytest.raises(mr.InvalidValueError, match="'2012-05'"):
        When.from_edtf(text)


def test_refuses_an_interval_that_ends_before_it_starts() -> None:
    with pytest.raises(mr.InvalidValueError):
        When.from_edtf("2012/2010")


@pytest.mark.parametrize("value", [None, 2012, dt.date(2012, 5, 3), b"2012"])
def test_reads_only_text(value: Any) -> None:
    with pytest.raises(mr.InvalidTypeError, match="'2012-05'"):
        When.from_edtf(value)


@pytest.mark.parametrize("bound", [None, "2012-05-03", dt.datetime(2012, 5, 3, tzinfo=dt.UTC)])
def test_refuses_bounds_that_are_no_days(bound: Any) -> None:
    with pytest.raises(mr.InvalidTypeError):
        When.day(bound)


def test_refuses_a_precision_that_its_days_do_not_fill() -> None:
    with pytest.raises(mr.InvalidValueError, match="month"):
        When(earliest=dt.date(2012, 5, 2), latest=dt.date(2012, 5, 31), precision="month")


def test_refuses_an_unknown_precision() -> None:
    with pytest.raises(mr.InvalidValueError, match=r"'fortnight'.*quarter"):
        When(earliest=dt.date(2012, 5, 1), latest=dt.date(2012, 5, 14), precision="fortnight")  # type: ignore[arg-type]


def test_its_words_are_evidence_and_no_part_of_its_meaning() -> None:
    day = dt.date(2012, 5, 3)
    told = When(earliest=day, latest=day, precision="day", expression="last Thursday", span=Span(3, 16))
    assert told == When.day(day)
    assert hash(told) == hash(When.day(day))
    assert "last Thursday" in repr(told)


@given(st.dates())
def test_a_day_goes_to_edtf_and_back(day: dt.date) -> None:
    assert When.day(day).edtf == day.isoformat()
    assert When.from_edtf(day.isoformat()) == When.day(day)


@given(st.dates(), st.dates())
def test_an_interval_goes_to_edtf_and_back(first: dt.date, second: dt.date) -> None:
    when = When(earliest=min(first, second), latest=max(first, second), precision="range")
    assert When.from_edtf(when.edtf) == when
    assert pickle.loads(pickle.dumps(when)) == when  # noqa: S301 - our own bytes
