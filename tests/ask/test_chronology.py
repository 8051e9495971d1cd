"""Chronologies: periods in the order of time, each with its statements in the order of the source."""

# What is given here is of the wrong type on purpose, or of many types.
# ruff: noqa: ANN401

from __future__ import annotations

import datetime as dt
import functools
import pickle
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import malirights as mr
from malirights import Chronology, Page, Statement

TEXT = """\
December 30, 2014

Mill found open

The court of Velmora sat.

June 14, 2013

The court rose.

June 14, 2013

The court slept.

June 1, 2013

The court of Velmora sat for such a very long time that nobody who had come to the hearing could remember why it sat.
"""
STATEMENTS = st.lists(
    st.builds(
        lambda day, number: Statement(id=f"{day}-{number}", date=day, text="It rained.", span=mr.Span(0, 10)),
        st.dates(dt.date(2012, 1, 1), dt.date(2014, 12, 31)),
        st.integers(0, 99),
    ),
    max_size=12,
)


@functools.cache
def _page() -> Page:
    return mr.parse(TEXT)


def _shape(chronology: Chronology) -> list[tuple[str, int]]:
    return [(period.when.edtf, len(period.statements)) for period in chronology]


@pytest.mark.parametrize(
    ("by", "shape"),
    [
        ("year", [("2013", 3), ("2014", 1)]),
        ("month", [("2013-06", 3), ("2014-12", 1)]),
        ("day", [("2013-06-01", 1), ("2013-06-14", 2), ("2014-12-30", 1)]),
    ],
)
def test_groups_by_the_length_of_a_period(by: Any, shape: list[tuple[str, int]]) -> None:
    assert _shape(mr.chronology(_page(), by=by)) == shape


def test_groups_by_year_unless_told() -> None:
    assert mr.chronology(_page()) == mr.chronology(_page(), by="year")


def test_statements_of_one_day_stand_in_the_order_of_the_source() -> None:
    rose, slept = _page().statements[1:3]
    assert mr.chronology(_page(), by="day")[1].statements == (rose, slept)
    assert mr.chronology([slept, rose], by="day")[0].statements == (slept, rose)


def test_is_a_sequence() -> None:
    chronology = mr.chronology(_page())
    assert len(chronology) == 2
    assert list(chronology) == [chronology[0], chronology[1]] == list(chronology.periods)
    assert chronology[-1].when.edtf == "2014"
    with pytest.raises(IndexError):
        chronology[2]


def test_prints_dates_and_first_words() -> None:
    shown = str(mr.chronology(_page(), by="month")).split("\n")
    assert shown[0] == "2013-06"
    assert shown[1].startswith("  2013-06-01  The court of Velmora sat for such a very long time")
    assert shown[1].endswith("…")
    assert shown[2:] == [
        "  2013-06-14  The court rose.",
        "  2013-06-14  The court slept.",
        "2014-12",
        "  2014-12-30  Mill found open",
    ]
    assert max(map(len, shown)) <= 110


def test_shows_itself_shortly() -> None:
    assert repr(mr.chronology(_page())[0]) == "Period('2013', 3 statements)"


def test_is_hashable_and_picklable() -> None:
    chronology = mr.chronology(_page())
    assert hash(chronology) == hash(mr.chronology(_page()))
    assert pickle.loads(pickle.dumps(chronology)) == chronology  # noqa: S301 - our own bytes


def test_of_nothing_there_is_none() -> None:
    chronology = mr.chronology([])
    assert len(chronology) == 0
    assert str(chronology) == ""


@pytest.mark.parametrize("by", ["week", "", "Year", None, 3, ["year"]])
def test_another_length_is_refused(by: Any) -> None:
    with pytest.raises(mr.CriterionError, match="day, month, year") as caught:
        mr.chronology(_page(), by=by)
    assert (caught.value.criterion, caught.value.value) == ("by", by)


@pytest.mark.parametrize("source", [None, "zanara.txt", 3, ["zanara.txt"]])
def test_what_is_no_source_is_refused(source: Any) -> None:
    with pytest.raises(mr.InvalidTypeError):
        mr.chronology(source)


@given(STATEMENTS, st.sampled_from(["day", "month", "year"]))
def test_holds_every_statement_once_by_date_and_stable(statements: list[Statement], by: Any) -> None:
    chronology = mr.chronology(iter(statements), by=by)
    laid_out = [statement for period in chronology for statement in period.statements]
    assert laid_out == sorted(statements, key=lambda statement: statement.date)


@given(STATEMENTS, st.sampled_from(["day", "month", "year"]))
def test_every_period_holds_its_own_and_none_is_empty(statements: list[Statement], by: Any) -> None:
    chronology = mr.chronology(statements, by=by)
    for period in chronology:
        assert period.statements
        assert period.when.precision == by
        assert all(period.when.earliest <= one.date <= period.when.latest for one in period.statements)
    ends = [(period.when.earliest, period.when.latest) for period in chronology]
    assert all(first[1] < second[0] for first, second in pairwise(ends))
