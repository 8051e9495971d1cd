"""Incidents and roads on the pages beside the checkout, of the events that are found and of those that people coded."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs
import pytest

import malirights as mr
from malirights import Actor, Count, Event, Place, Span, Statement, When

LISTINGS = ("advisories", "chad", "chad-niger-2012", "egypt", "mali", "myanmar", "south-sudan", "syria", "turkey")


def _coded(corpus: Path, name: str) -> list[Statement]:
    """Give the statements of a page with the events that people coded."""
    coded = json.loads((corpus / f"{name}.gold.json").read_text("utf-8"))["events"]
    statements = mr.read(corpus / f"{name}.txt", find=["dates"]).statements
    return [
        attrs.evolve(one, events=tuple(_event(one, event) for event in coded if event["statement"] == number))
        for number, one in enumerate(statements)
    ]


def _event(statement: Statement, coded: Mapping[str, Any]) -> Event:
    """Make an event of what was coded; its sentence runs from full stop to full stop in its paragraph."""
    text = statement.text
    trigger, *mentions = (Span(*pair).shifted(-statement.span.start) for pair in (coded["trigger"], *coded["mentions"]))
    paragraph = next(span for span in statement.paragraphs if span.contains(trigger))
    start, end = text.rfind(". ", paragraph.start, trigger.start), text.find(". ", trigger.end, paragraph.end)
    low, high = coded["count"]
    days = [dt.date.fromisoformat(day) for day in coded["when"] or ()]
    place = coded["where"]
    return Event(
        kind=coded["kind"],
        trigger=trigger,
        sentence=Span(paragraph.start if start < 0 else start + 2, paragraph.end if end < 0 else end + 1),
        when=When(earliest=days[0], latest=days[1], precision="range") if days else None,
        where=place and Place(name=place, mention=place, span=trigger),
        perpetrators=_actors(coded["perpetrators"], trigger),
        victims=_actors(coded["victims"], trigger),
        count=None if low is None else Count(low=low, high=high),
        status=coded["status"],
        mentions=tuple(mentions),
    )


def _actors(names: list[str], span: Span) -> tuple[Actor, ...]:
    """Make actors of names."""
    return tuple(Actor(name=name, mention=name, span=span) for name in names)


@pytest.fixture(params=["found", "coded"])
def mali(request: pytest.FixtureRequest, corpus: Path) -> list[Statement]:
    """Give the page on Mali with the events that are found, and with those that people coded."""
    return _coded(corpus, "mali") if request.param == "coded" else list(mr.read(corpus / "mali.txt").statements)


def test_the_disappeared_soldiers_have_one_road(mali: list[Statement]) -> None:
    (road,) = [one for one in mr.accountability(mali) if "enforced_disappearance" in one.kinds and "trial" in one.found]
    assert {"abduction", "enforced_disappearance"} <= set(road.kinds)
    assert {"remains_found", "charge", "trial"} <= set(road.found)
    assert {"conviction", "sentence"} <= set(road.missing)
    assert road.when
    assert road.when.earliest.year == road.when.latest.year == 2012
    assert {step.told.year for step in road.steps if step.kind == "trial"} == {2016}
    assert min(step.told.year for step in road.steps if step.kind == "remains_found") == 2013


def test_the_attack_on_the_monuments_has_one_road(mali: list[Statement]) -> None:
    (road,) = [one for one in mr.accountability(mali) if one.kinds == ("heritage_destruction",)]
    assert {"trial", "conviction", "sentence"} <= set(road.found)
    assert {step.told.year for step in road.steps} == {2016}


def test_the_two_roads_share_no_step(mali: list[Statement]) -> None:
    steps = [{step.incident for step in road.steps} for road in mr.accountability(mali) if "trial" in road.found]
    assert not set.intersection(*steps)


@pytest.mark.parametrize("name", LISTINGS)
def test_incidents_part_the_events_of_every_page(corpus: Path, name: str) -> None:
    for source in (mr.read(corpus / f"{name}.txt").statements, _coded(corpus, name)):
        found = mr.incidents(source)
        assert sum(len(one.events) for one in found) == sum(len(one.events) for one in source)
        assert mr.incidents(source[::-1]) == found
