"""Selecting events: every criterion alone and together, what it folds, and what it says of a question that cannot be read."""

# What is given here is of the wrong type on purpose, or of many types.
# ruff: noqa: ANN401

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import malirights as mr
from malirights import Actor, Count, Event, Place, Span, Statement, When

TEXT = "The bakers of Orvel told it to the guild."


def _place(name: str, region: str | None = None) -> Place:
    return Place(name=name, mention=name, span=Span(0, 3), region=region, known=True)


def _actors(*names: str) -> tuple[Actor, ...]:
    return tuple(Actor(name=name, mention=name, span=Span(0, 3)) for name in names)


def _event(kind: str, when: str | None = None, **facts: Any) -> Event:
    time = None if when is None else When.from_edtf(when)
    return Event(kind=kind, trigger=Span(4, 10), sentence=Span(0, len(TEXT)), when=time, **facts)


def _statement(day: str, *events: Event) -> Statement:
    date = dt.date.fromisoformat(day)
    told = tuple(attrs.evolve(event, statement_id=f"{day}-0", date=date) for event in events)
    return Statement(id=f"{day}-0", date=date, text=TEXT, span=Span(0, len(TEXT)), events=told)


ABDUCTION = _event(
    "abduction",
    "2012-05",
    where=_place("Douentza", "Mopti"),
    perpetrators=_actors("Zoé Moru-Ondal"),
    victims=_actors("six bakers"),
    count=Count(low=6, high=6),
)
KILLING = _event("killing", "2012-05-30/2012-06-02", where=_place("Velmora"), count=Count(low=20, high=None))
CHARGE = _event("charge", victims=_actors("General Paul d’Arvel"), status="alleged")
TRIAL = _event("trial", where=_place("northern Mali"), victims=_actors("Paul d’Arvel"), status="planned")
PROTEST = _event("protest", "2013~", where=_place("Chad"))
TOLD = [_statement("2013-12-30", ABDUCTION, KILLING, CHARGE), _statement("2012-06-14", TRIAL, PROTEST)]
NAMES = ["abduction", "killing", "charge", "trial", "protest"]


def _kinds(**criteria: Any) -> list[str]:
    """Give the kinds of the events that meet the criteria."""
    return [str(event.kind) for event in mr.events(TOLD, **criteria)]


def test_without_criteria_all_events_are_given_in_their_order() -> None:
    assert _kinds() == NAMES
    assert mr.events(TOLD[0]) == TOLD[0].events
    assert mr.events(iter(TOLD)) == mr.events(TOLD)


@pytest.mark.parametrize(
    ("criteria", "found"),
    [
        ({"kind": "killing"}, ["killing"]),
        ({"kind": mr.EventKind.KILLING}, ["killing"]),
        ({"kind": ["killing", "trial"]}, ["killing", "trial"]),
        ({"group": "violation"}, ["abduction", "killing"]),
        ({"group": ("context", "accountability")}, ["charge", "trial", "protest"]),
        ({"status": "planned"}, ["trial"]),
        ({"status": {"alleged", "planned"}}, ["charge", "trial"]),
        ({"where": "VELMORA"}, ["killing"]),
        ({"where": "douenza"}, ["abduction"]),
        ({"where": ["Velmora", "Chad"]}, ["killing", "protest"]),
        ({"where": "Mopti"}, []),
        ({"within": "Mopti"}, ["abduction"]),
        ({"within": "Mali"}, ["abduction", "trial"]),
        ({"within": "Tchad"}, ["protest"]),
        ({"within": "Velmora"}, ["killing"]),
        ({"within": "Zanara"}, []),
        ({"perpetrator": "moru"}, ["abduction"]),
        ({"perpetrator": "Zoe MORU"}, ["abduction"]),
        ({"perpetrator": "Ada Moru"}, []),
        ({"victim": "d'arvel"}, ["charge", "trial"]),
        ({"victim": ["bakers", "General"]}, ["abduction", "charge"]),
        ({"min_count": 6}, ["abduction", "killing"]),
        ({"min_count": 7}, ["killing"]),
        ({"min_count": 0}, ["abduction", "killing"]),
        ({"kind": "killing", "where": "Douentza"}, []),
        ({"group": "violation", "within": "Mali", "min_count": 2}, ["abduction"]),
    ],
)
def test_selects_what_meets_every_criterion(criteria: dict[str, Any], found: list[str]) -> None:
    assert _kinds(**criteria) == found


@pytest.mark.parametrize(
    ("criteria", "possible", "certain"),
    [
        # The charge of 2013-12-30 has no time, and so was on that day or before; the trial planned on 2012-06-14 comes later;
        # and about 2013 may be a year more or less.
        ({"on": "2012-05"}, ["abduction", "killing", "charge", "protest"], ["abduction"]),
        ({"on": "2012-05-03"}, ["abduction", "charge", "protest"], []),
        ({"since": "2012-06"}, ["killing", "charge", "trial", "protest"], []),
        ({"since": "2012-05-30"}, ["abduction", "killing", "charge", "trial", "protest"], ["killing"]),
        ({"until": "2012-05-29"}, ["abduction", "charge", "protest"], []),
        ({"until": "2012"}, ["abduction", "killing", "charge", "trial", "protest"], ["abduction", "killing"]),
        (
            {"since": "2012-05", "until": "2012-06"},
            ["abduction", "killing", "charge", "trial", "protest"],
            ["abduction", "killing"],
        ),
        ({"since": "2012-05", "on": "2012-06"}, ["killing", "charge", "trial", "protest"], []),
        ({"since": "2016"}, ["trial"], []),
        ({"until": dt.date(2012, 4, 30)}, ["charge", "protest"], []),
        ({"on": When.from_edtf("2012/2014")}, NAMES, ["abduction", "killing", "protest"]),
        ({"since": "2013", "until": "2012"}, [], []),
    ],
)
def test_times_are_what_the_words_allow(criteria: dict[str, Any], possible: list[str], certain: list[str]) -> None:
    assert _kinds(**criteria) == possible
    assert _kinds(**criteria, certain=True) == certain


@pytest.mark.parametrize("name", ["GSIM", "JNIM", "Group for Support of Islam and Muslims", "jnim"])
def test_a_known_party_is_found_by_all_its_names(name: str) -> None:
    party = Actor(name="the Group", mention="the Group", span=Span(0, 3), known_as="JNIM", type="armed_group")
    told = _statement("2018-06-14", attrs.evolve(KILLING, perpetrators=(party,)), KILLING)
    assert len(mr.events(told, perpetrator=name)) == 1


def test_the_days_are_those_that_the_sentence_means() -> None:
    since = attrs.evolve(When.from_edtf("2012-05"), scope=When.from_edtf("2012-05-01/2013-06-14"))
    told = _statement("2013-06-14", attrs.evolve(KILLING, when=since))
    assert len(mr.events(told, on="2013-01")) == 1
    assert mr.events(told, on="2012-05", certain=True) == ()


def test_what_is_open_at_both_ends_has_no_time() -> None:
    both = When(earliest=dt.date.min, latest=dt.date.max, precision="range")
    told = _statement("2013-06-14", attrs.evolve(KILLING, when=both))
    assert mr.events(told, since="2014") == ()
    assert len(mr.events(told, until="2014")) == 1
    assert mr.events(told, until="2014", certain=True) == ()


def test_certain_without_a_time_asks_for_nothing() -> None:
    assert _kinds(certain=True) == NAMES


REFUSED: dict[str, tuple[str, list[Any]]] = {
    "kind": ("unknown kind of event 'murder'; .*killing, .*sentence", ["murder"]),
    "group": ("violation, context, accountability, reporting", ["crimes", ["violation", "x"], 3, ()]),
    "status": ("reported, alleged, planned, denied", ["sure", ["reported", "sure"]]),
    "where": ("where takes", ["", 3, (), [None]]),
    "within": ("within takes", ["", 3, ()]),
    "perpetrator": ("perpetrator takes", ["", "–", 3, ()]),
    "victim": ("victim takes", ["", 3, ()]),
    "since": ("cannot read since", ["last spring", 2013]),
    "until": ("cannot read until", ["", None.__class__]),
    "on": ("cannot read on", ["May 2012"]),
    "min_count": ("min_count takes a whole number", [-1, "6", 2.5, True]),
}


@pytest.mark.parametrize(
    ("criterion", "message", "value"),
    [(criterion, message, value) for criterion, (message, values) in REFUSED.items() for value in values],
)
def test_a_question_that_cannot_be_read_is_refused(criterion: str, message: str, value: Any) -> None:
    with pytest.raises(mr.CriterionError, match=message) as caught:
        mr.events(TOLD, **{criterion: value})
    assert caught.value.criterion == criterion


@pytest.mark.parametrize("source", [None, "zanara.txt", 3, [ABDUCTION]])
def test_what_is_no_source_is_refused(source: Any) -> None:
    with pytest.raises(mr.InvalidTypeError):
        mr.events(source)


DAYS = st.dates(dt.date(2012, 1, 1), dt.date(2014, 12, 31))
WHENS = st.builds(lambda days: When(earliest=min(days), latest=max(days), precision="range"), st.tuples(DAYS, DAYS)) | st.none()
STATEMENTS = st.lists(
    st.builds(
        lambda day, whens: _statement(day.isoformat(), *(attrs.evolve(KILLING, when=when) for when in whens)),
        DAYS,
        st.lists(WHENS, max_size=4),
    ),
    max_size=4,
)


@given(STATEMENTS, DAYS, DAYS)
def test_what_is_certain_is_possible_and_timed(told: list[Statement], since: dt.date, until: dt.date) -> None:
    possible = mr.events(told, since=since, until=until)
    certain = mr.events(told, since=since, until=until, certain=True)
    assert set(certain) <= set(possible)
    assert all(event.when and since <= event.when.earliest and event.when.latest <= until for event in certain)


@given(STATEMENTS, STATEMENTS, DAYS)
def test_another_page_takes_no_event_away(told: list[Statement], more: list[Statement], day: dt.date) -> None:
    assert mr.events([*told, *more], since=day)[: len(mr.events(told, since=day))] == mr.events(told, since=day)
