"""iCalendar: read back with icalendar."""

# What a reader gives is of its own types.
# ruff: noqa: ANN401

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
import pytest

import malirights as mr


@pytest.fixture(scope="module")
def icalendar() -> Any:
    return pytest.importorskip("icalendar", reason="the reader of iCalendar is not installed")


def _entries(icalendar: Any, source: Any) -> list[Any]:
    """Read the entries of a calendar back."""
    calendar = icalendar.Calendar.from_ical(mr.to_icalendar(source))
    assert calendar.errors == []
    return [*calendar.walk("VEVENT")]


def test_what_is_planned_takes_the_days_on_which_it_can_be(icalendar: Any, page: mr.Page) -> None:
    (trial,) = _entries(icalendar, page)
    assert trial.errors == []
    assert (trial["DTSTART"].dt, trial["DTEND"].dt) == (dt.date(2017, 6, 1), dt.date(2017, 7, 1))
    assert trial["DTSTAMP"].dt == dt.datetime(2016, 5, 9, tzinfo=dt.UTC)
    assert trial["SUMMARY"] == "Trial, Velmora: Ada Moru (planned) – some time in June 2017"
    assert "“The trial of Ada Moru will open in Velmora in June 2017.”" in trial["DESCRIPTION"]
    assert (trial["URL"], trial["LOCATION"], trial["STATUS"]) == (page.url, "Velmora", "TENTATIVE")
    assert trial["CATEGORIES"].cats == ["trial", "accountability"]


def test_the_same_plan_has_the_same_id(icalendar: Any, page: mr.Page) -> None:
    (one,), (alone,) = _entries(icalendar, page), _entries(icalendar, mr.events(page, status="planned"))
    assert one["UID"] == alone["UID"]
    assert alone["DTSTAMP"].dt == one["DTSTAMP"].dt


@pytest.mark.parametrize("time", ["", " after June 2017"])
def test_what_has_no_days_is_left_out(icalendar: Any, time: str) -> None:
    page = mr.parse(f"May 9, 2016\n\nThe trial of Ada Moru will open in Velmora{time}.")
    assert len(mr.events(page, status="planned")) == 1
    assert _entries(icalendar, page) == []


def test_hostile_and_long_words_come_back_whole(icalendar: Any, page: mr.Page) -> None:
    event = mr.events(page, status="planned")[0]
    assert event.where
    odd = "a;b,c\\n \\ é" + "日本" * 60 + "\x07BEGIN:VEVENT"
    event = attrs.evolve(event, where=attrs.evolve(event.where, name=odd, latitude=-12.5, longitude=8.25))
    (entry,) = _entries(icalendar, event)
    assert entry["LOCATION"] == odd.replace("\x07", "\N{REPLACEMENT CHARACTER}")
    assert (entry["GEO"].latitude, entry["GEO"].longitude) == (-12.5, 8.25)
