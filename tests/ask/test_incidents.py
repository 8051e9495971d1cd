"""Incidents: which events of several statements are one happening, and what they tell together."""

# Facts of many types go into the events that are made here.
# ruff: noqa: ANN401

from __future__ import annotations

import datetime as dt
import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import malirights as mr
from malirights import Actor, Count, Event, Incident, Link, Page, Place, Span, Statement, When

TEXT = "The guild of Orvel told it. "


def _count(count: str) -> Count:
    """Read "6", "6+" (at least), "5-7" or "~6" (about)."""
    low, _, high = count.strip("~+").partition("-")
    top = None if count.endswith("+") else int(high or low)
    return Count(low=int(low), high=top, approximate=count.startswith("~"))


def _actors(names: str, kind: str | None = None) -> tuple[Actor, ...]:
    return tuple(Actor(name=name, mention=name, span=Span(0, 3), type=kind) for name in names.split(", ") if name)


def _event(facts: str, number: int = 0) -> Event:
    """Make an event of "kind when @place(region) <perpetrators >victims #count !status", all but the kind left out at will."""
    kind, *rest = facts.split(" | ")
    given: dict[str, Any] = {}
    for fact in rest:
        sign, words = fact[0], fact[1:]
        if sign == "@":
            name, _, region = words.partition("/")
            given["where"] = Place(name=name, mention=name, span=Span(0, 3), region=region or None, known=bool(region))
        elif sign == "#":
            given["count"] = _count(words)
        elif sign == "!":
            given["status"] = words
        elif sign in "<>":
            given["perpetrators" if sign == "<" else "victims"] = _actors(words)
        else:
            given["when"] = When.from_edtf(fact)
    sentence = Span(number * len(TEXT), number * len(TEXT) + len(TEXT) - 1)
    return Event(kind=kind, trigger=Span(sentence.start + 4, sentence.start + 9), sentence=sentence, **given)


def _statement(day: str, *facts: str, name: str = "0") -> Statement:
    """Make a statement that tells each of some events in a sentence of its own."""
    date = dt.date.fromisoformat(day)
    text = TEXT * max(1, len(facts))
    events = tuple(attrs.evolve(_event(one, number), date=date) for number, one in enumerate(facts))
    return Statement(id=f"{day}-{name}", date=date, text=text, span=Span(0, len(text)), events=events)


def _told(*facts: str) -> list[Statement]:
    """Tell each event in a statement of its own, the first in June 2013, the others each a day later."""
    return [_statement(f"2013-06-{number:02}", one) for number, one in enumerate(facts, start=1)]


ONE = {
    "day and town": ("armed_attack | 2013-01-12 | @Konna", "armed_attack | 2013-01-11/2013-01-12 | @Konna"),
    "a month and a town": ("armed_attack | 2013-01 | @Konna", "armed_attack | 2013-01-12 | @Konna"),
    "day and doer": ("explosion | 2013-01-12 | <Ansar Dine", "explosion | 2013-01-12 | <Ansar Dine | @Konna"),
    "day and number": ("killing | 2013-01-12 | #6", "killing | 2013-01-12 | #6 | @Konna"),
    "month, people and number": ("arrest | 2012-05 | >six bakers | #6", "arrest | 2012-05-03 | >bakers | #6"),
    "month and a person": ("arrest | 2012-05 | >Zoé Moru", "arrest | 2012-05-03 | >Zoe MORU"),
    "a title": ("arrest | 2012-05 | >General Zoé Moru", "arrest | 2012-05-03 | >Zoe Moru"),
    "a person is killed once": ("killing | >Zoé Moru", "killing | 2012 | >Zoé Moru"),
    "a telling number": ("abduction | >21 bakers | #21", "abduction | 2012-05 | >young bakers | #21"),
    "people, place and number": ("arrest | @Orvel | >bakers | #6", "arrest | 2012 | @Orvel | >six bakers | #6"),
    "at least": ("killing | 2012-05-03 | @Orvel | #5+", "killing | 2012-05-03 | @Orvel | #7"),
    "about": ("killing | 2012-05-03 | @Orvel | #~20", "killing | 2012-05-03 | @Orvel | #17"),
    "a town in its region": (
        "killing | 2012-05-03 | @Intouké/Kidal | >bakers | #6",
        "killing | 2012-05-03 | @Kidal/Kidal | >bakers | #6",
    ),
    "a country that may hold the town": ("killing | 2012-05-03 | @Orvel | #6", "killing | 2012-05-03 | @Mali | #6"),
    "a name and a description": (
        "abduction | 2012-05-03 | @Orvel | <Armed men",
        "abduction | 2012-05-03 | @Orvel | <Paul Moru",
    ),
    "one side names no victims": ("killing | 2012-05-03 | @Orvel | >bakers", "killing | 2012-05-03 | @Orvel | >people"),
}
APART = {
    "another kind": ("arrest | 2013-01-12 | @Konna", "killing | 2013-01-12 | @Konna"),
    "the next step": ("charge | 2013-01-12 | >Zoé Moru", "trial | 2013-01-12 | >Zoé Moru"),
    "another day": ("armed_attack | 2013-01-12 | @Konna", "armed_attack | 2013-01-13 | @Konna"),
    "another town": ("killing | 2012-05-03 | @Orvel | #6", "killing | 2012-05-03 | @Velmora | #6"),
    "another region": ("killing | 2012-05-03 | @Mopti/Mopti | #6", "killing | 2012-05-03 | @Gao/Gao | #6"),
    "a homonym": ("killing | 2012-05-03 | @Koro/Bandiagara | #6", "killing | 2012-05-03 | @Koro/Ségou | #6"),
    "another number": ("killing | 2012-05-03 | @Orvel | #6", "killing | 2012-05-03 | @Orvel | #7"),
    "fewer than at least": ("killing | 2012-05-03 | @Orvel | #6", "killing | 2012-05-03 | @Orvel | #7+"),
    "another person": ("killing | 2012-05-03 | @Orvel | >Zoé Moru", "killing | 2012-05-03 | @Orvel | >Paul Winter"),
    "another of the surname": ("killing | 2012-05-03 | @Orvel | >Zoé Moru", "killing | 2012-05-03 | @Orvel | >Paul Moru"),
    "other people": ("killing | 2012-05-03 | @Orvel | >bakers", "killing | 2012-05-03 | @Orvel | >two students"),
    "bakers of another town": ("arrest | 2012-05 | >bakers of Orvel | #6", "arrest | 2012-05 | >bakers of Velmora | #6"),
    "another doer": ("explosion | 2012-05-03 | @Orvel | <Ansar Dine", "explosion | 2012-05-03 | @Orvel | <Boko Haram"),
    "a day alone": ("killing | 2012-05-03", "killing | 2012-05-03"),
    "a town alone": ("killing | @Orvel", "killing | @Orvel"),
    "a country and a month": ("killing | 2012-05 | @Mali", "killing | 2012-05 | @Mali"),
    "a year and a region": ("killing | 2012 | @Mopti/Mopti", "killing | 2012 | @Mopti/Mopti"),
    "people alone": ("torture | >detainees", "torture | >detainees"),
    "people anybody can be": ("killing | 2012-05 | >civilians", "killing | 2012-05 | >civilians"),
    "a round number": ("killing | >20 bakers | #20", "killing | >20 bakers | #20"),
    "a doer and a town": ("arrest | @Orvel | <Paul Moru", "arrest | @Orvel | <Paul Moru"),
    "a person is arrested more than once": ("arrest | >Zoé Moru", "arrest | >Zoé Moru"),
    "told before it happened": ("killing | @Orvel | >bakers | #6", "killing | 2013-06-20 | @Orvel | >bakers | #6"),
    "planned after it happened": ("trial | @Orvel | >six bakers | #6 | !planned", "trial | 2012 | @Orvel | >bakers | #6"),
}


@pytest.mark.parametrize("case", ONE)
def test_joins_one_happening(case: str) -> None:
    (incident,) = mr.incidents(_told(*ONE[case]))
    assert len(incident.events) == 2
    (link,) = incident.links
    assert (link.first, link.second) == incident.events
    assert link.reasons


@pytest.mark.parametrize("case", APART)
def test_leaves_apart_what_may_be_two(case: str) -> None:
    assert [len(incident.events) for incident in mr.incidents(_told(*APART[case]))] == [1, 1]


def test_says_why() -> None:
    (incident,) = mr.incidents(_told(*["killing | 2012-05-03 | @Orvel | >six bakers | #6 | <Paul Moru"] * 2))
    assert incident.links[0].reasons == ("time", "place", "victims", "perpetrators", "count")
    assert repr(incident.links[0]) == "Link(time, place, victims, perpetrators, count)"


def test_types_tell_perpetrators_apart() -> None:
    soldiers, gunmen = (
        attrs.evolve(_event("killing | 2012-05-03 | @Orvel"), perpetrators=_actors("armed men", kind))
        for kind in ("state_force", "armed_group")
    )
    first, second = _told("arrest", "arrest")
    first, second = attrs.evolve(first, events=(soldiers,)), attrs.evolve(second, events=(gunmen,))
    assert len(mr.incidents([first, second])) == 2
    assert len(mr.incidents([first, attrs.evolve(second, events=first.events)])) == 1


def test_known_parties_are_one_under_all_their_names() -> None:
    (first,), (second,) = (one.events for one in _told(*["explosion | 2013-01-12"] * 2))
    party, same = (Actor(name=name, mention=name, span=Span(0, 3), known_as="JNIM") for name in ("GSIM", "the alliance"))
    other = attrs.evolve(same, known_as="AQIM")
    told = _told("arrest", "arrest")
    for doer, number in ((same, 1), (other, 2)):
        events = attrs.evolve(first, perpetrators=(party,)), attrs.evolve(second, perpetrators=(doer,))
        source = [attrs.evolve(one, events=(event,)) for one, event in zip(told, events, strict=True)]
        assert len(mr.incidents(source)) == number


def test_all_that_act_for_a_state_are_one_side() -> None:
    told = _told("arrest", "arrest")
    (arrest,) = _told("arrest | 2012-05-03 | @Orvel")[0].events
    for names, number in ((("police", "authorities"), 1), (("police", "rebels"), 2)):
        kinds = {"police": "state_force", "authorities": "government", "rebels": "armed_group"}
        doers = [_actors(name, kinds[name]) for name in names]
        source = [
            attrs.evolve(one, events=(attrs.evolve(arrest, perpetrators=by),)) for one, by in zip(told, doers, strict=True)
        ]
        assert len(mr.incidents(source)) == number


def test_a_surname_is_that_of_its_statement() -> None:
    first = _statement("2013-06-01", "arrest | 2012-05 | >Zoé Moru", "release | >Paul Winter")
    second = _statement("2013-06-02", "arrest | 2012-05-03 | >Moru")
    other = _statement("2013-06-03", "arrest | 2012-05-03 | >Moru", "charge | >Ada Moru")
    assert sorted(len(incident.events) for incident in mr.incidents([first, second])) == [1, 2]
    assert max(len(incident.events) for incident in mr.incidents([first, other])) == 1
    assert max(len(incident.events) for incident in mr.incidents([first, other, second])) == 1  # it may be either


def test_events_of_one_statement_stay_apart() -> None:
    killing = "killing | 2012-05-03 | @Orvel | >bakers"
    assert len(mr.incidents(_statement("2013-06-01", killing, killing))) == 2


def test_what_fits_two_joins_neither() -> None:
    """The attack of January may be that of the 5th or that of the 20th."""
    told = _told(*(f"armed_attack | {when} | @Konna" for when in ("2013-01-05", "2013-01-20", "2013-01")))
    assert [len(incident.events) for incident in mr.incidents(told)] == [1, 1, 1]


def test_two_that_cannot_be_one_are_not_joined_over_a_third() -> None:
    told = _told(
        "killing | 2012-05-03 | @Orvel | >six bakers | #6",
        "killing | 2012-05-03 | @Orvel | >bakers",
        "killing | 2012-05-03 | @Orvel | #7",
    )
    assert sorted(len(incident.events) for incident in mr.incidents(told)) == [1, 2]


def test_copies_of_a_statement_tell_one_happening() -> None:
    page = mr.parse("May 9, 2016\n\nSoldiers arrested two bakers. In May six millers fled.")
    again = mr.parse("Zanara\n\nMay 9, 2016\n\nSoldiers arrested two  bakers.\n\nIn May six millers fled.")
    alone, both = mr.incidents(page), mr.incidents([page, again])
    assert len(page.statements[0].events) == len(alone) == len(both)
    assert all(len(incident.events) == 2 and incident.links[0].reasons == ("copy",) for incident in both)
    assert mr.totals(both) == mr.totals(alone)


def test_one_id_for_other_words_is_no_copy() -> None:
    other = _statement("2013-06-01", "killing | 2012-05-03", "killing | 2012-05-04")
    assert len(mr.incidents([_statement("2013-06-01", "killing | 2012-05-03"), other])) == 3


def test_incidents_come_by_their_time_and_those_without_last() -> None:
    told = _told("killing", "arrest | 2013", "protest | 2012-05", "coup | 2012-05-01")
    assert [incident.kind for incident in mr.incidents(told)] == ["coup", "protest", "arrest", "killing"]


COUNTS = [
    (["5+", "7"], Count(low=7, high=7)),
    (["5+", "3+"], Count(low=5, high=None)),
    (["5-9", "7+"], Count(low=7, high=9)),
    (["~20", "17"], Count(low=17, high=17)),
    (["~20", "~24"], Count(low=20, high=24, approximate=True)),
    (["5", "7"], Count(low=5, high=7)),
    (["0-3", "5+"], Count(low=0, high=None)),
    (["6"], Count(low=6, high=6)),
]


@pytest.mark.parametrize(("counts", "together"), COUNTS)
def test_numbers_are_put_together_as_far_as_they_go(counts: list[str], together: Count) -> None:
    told = _told("killing", *(f"killing | #{count}" for count in counts))
    incident = Incident(events=tuple(one.events[0] for one in told), statements=tuple(told))
    assert incident.count == together


@pytest.mark.parametrize(
    ("times", "together"),
    [
        (["2012", "2012-05", ""], "2012-05"),
        (["2012-05", "2012-06"], "2012-05-01/2012-06-30"),
        (["2012-05/2012-07", "2012-06/2012-09"], "2012-06-01/2012-07-31"),
        (["", ""], None),
    ],
)
def test_times_are_put_together_as_far_as_they_go(times: list[str], together: str | None) -> None:
    told = _told(*(f"killing | {time}" if time else "killing" for time in times))
    incident = Incident(events=tuple(one.events[0] for one in told), statements=tuple(told))
    assert (incident.when and incident.when.edtf) == together


def test_an_incident_tells_what_its_events_tell() -> None:
    told = _told("killing | @Kidal/Kidal | >six bakers | !alleged", "killing | @Intouké/Kidal | >six bakers | <Ansar Dine")
    incident = Incident(events=tuple(one.events[0] for one in told), statements=tuple(told))
    assert incident.where
    assert (incident.kind, incident.where.name, incident.status) == ("killing", "Intouké", "reported")
    assert [actor.name for actor in (*incident.perpetrators, *incident.victims)] == ["Ansar Dine", "six bakers"]
    assert incident.sentences == (TEXT.strip(), TEXT.strip())
    assert repr(incident) == "Incident('killing', 'Intouké', told twice)"
    assert pickle.loads(pickle.dumps(incident)) == incident  # noqa: S301 - our own bytes


def test_what_is_no_incident_is_refused() -> None:
    (told,) = _told("killing")
    arrest = _event("arrest")
    with pytest.raises(mr.InvalidValueError, match="of one kind, got none"):
        Incident(events=(), statements=())
    with pytest.raises(mr.InvalidValueError, match="of one kind, got "):
        Incident(events=(told.events[0], arrest), statements=(told, told))
    with pytest.raises(mr.InvalidValueError, match="got 0 for 1"):
        Incident(events=told.events, statements=())
    for reasons in ((), ("likely",)):
        with pytest.raises(mr.InvalidValueError, match="time, place"):
            Link(first=arrest, second=arrest, reasons=reasons)  # type: ignore[arg-type]
    with pytest.raises(mr.InvalidTypeError):
        Link(first=arrest, second=None, reasons=("time",))  # type: ignore[arg-type]


TOTALS = [
    (["#6", "#7"], "Total('arrest', Count(13, 13), 2 incidents, 0 uncounted)"),
    (["#6", "#5+"], "Total('arrest', Count(11, None), 2 incidents, 0 uncounted)"),
    (["#6", "@Orvel"], "Total('arrest', Count(6, None), 2 incidents, 1 uncounted)"),
    (["#6", "#~20"], "Total('arrest', Count(26, 26, approximate), 2 incidents, 0 uncounted)"),
    (["#6", "#7 | !alleged"], "Total('arrest', Count(6, 13), 2 incidents, 0 uncounted)"),
    (["#6", "#7 | !planned"], "Total('arrest', Count(6, 6), 1 incidents, 0 uncounted)"),
    (["#6", "#7 | !denied"], "Total('arrest', Count(6, 6), 1 incidents, 0 uncounted)"),
    (["@Orvel"], "Total('arrest', Count(0, None), 1 incidents, 1 uncounted)"),
]


@pytest.mark.parametrize(("facts", "total"), TOTALS)
def test_adds_up_what_is_told_and_no_more(facts: list[str], total: str) -> None:
    found = mr.incidents(_told(*(f"arrest | {one}" for one in facts)))
    assert [repr(one) for one in mr.totals(found)] == [total]


def test_no_incident_counts_twice() -> None:
    first, second, third = _told(*["killing | 2012-05-03 | @Orvel | #5+", "killing | 2012-05-03 | @Orvel | #7"] * 2)[:3]
    (whole,) = mr.incidents([first, second])
    assert mr.totals([whole, *mr.incidents(second), whole, *mr.incidents(first)])[0].count == Count(low=7, high=7)
    assert mr.totals(mr.incidents([first, second, third]))[0].count == Count(low=7, high=7)
    assert mr.totals([]) == ()


@pytest.mark.parametrize("wrong", [None, 3, "arrest", [None], [3], [_event("arrest")]])
def test_totals_of_what_is_no_incident_are_refused(wrong: Any) -> None:
    with pytest.raises(mr.InvalidTypeError, match="totals takes incidents"):
        mr.totals(wrong)


@pytest.mark.parametrize("source", [None, 3, "zanara.txt", [None]])
def test_what_is_no_source_is_refused(source: Any) -> None:
    with pytest.raises(mr.InvalidTypeError):
        mr.incidents(source)


FACTS = st.builds(
    lambda kind, *facts: " | ".join([kind, *(fact for fact in facts if fact)]),
    st.sampled_from(["killing", "arrest", "trial"]),
    st.sampled_from(["", "2012-05-03", "2012-05-04", "2012-05", "2012", "2012-05-04/.."]),
    st.sampled_from(["", "@Orvel", "@Intouké/Kidal", "@Kidal/Kidal", "@Mali"]),
    st.sampled_from(["", ">Zoé Moru", ">Ada Moru", ">Moru", ">21 bakers", ">bakers", ">people"]),
    st.sampled_from(["", "#1", "#6", "#5+", "#21", "#~20"]),
    st.sampled_from(["", "<Ansar Dine", "<soldiers", "<Zoé Moru"]),
    st.sampled_from(["", "!alleged", "!planned"]),
)
STATEMENTS = st.lists(
    st.builds(
        lambda day, facts, name: _statement(day.isoformat(), *facts, name=name),
        st.dates(dt.date(2012, 5, 1), dt.date(2012, 5, 9)),
        st.lists(FACTS, max_size=4),
        st.sampled_from("012"),
    ),
    max_size=8,
)


def _as_sets(found: tuple[Incident, ...]) -> list[tuple[Any, ...]]:
    """Give incidents with all that they hold."""
    return [(incident.events, incident.statements, incident.links) for incident in found]


@given(STATEMENTS)
def test_incidents_part_the_events(told: list[Statement]) -> None:
    found = mr.incidents(told)
    parted = [(event, one.id) for incident in found for event, one in zip(incident.events, incident.statements, strict=True)]
    every = [(event, one.id) for one in told for event in one.events]
    assert sorted(map(repr, parted)) == sorted(map(repr, every))
    for incident in found:
        assert len(incident.links) == len(incident.events) - 1
        assert {link.second for link in incident.links} | {link.first for link in incident.links} <= set(incident.events)


@given(STATEMENTS, st.randoms(use_true_random=False))
def test_the_order_of_the_statements_makes_no_difference(told: list[Statement], chance: Any) -> None:
    shuffled = chance.sample(told, len(told))
    assert _as_sets(mr.incidents(shuffled)) == _as_sets(mr.incidents(told))


@given(STATEMENTS, STATEMENTS)
def test_another_page_takes_no_event_away(told: list[Statement], more: list[Statement]) -> None:
    before, after = ({repr(e) + repr(e.trigger) for i in mr.incidents(one) for e in i.events} for one in (told, told + more))
    assert before <= after


@given(STATEMENTS)
def test_totals_stay_within_what_is_told(told: list[Statement]) -> None:
    found = mr.incidents(told)
    for total in mr.totals([*found, *found]):
        counted = [one for one in found if one.kind == total.kind and one.status in {"reported", "alleged"}]
        lows = [one.count.low for one in counted if one.count and one.status == "reported"]
        assert (total.incidents, total.count.low) == (len(counted), sum(lows))


def test_a_page_will_do() -> None:
    page = mr.parse(mr.sample())
    assert isinstance(page, Page)
    assert sum(len(incident.events) for incident in mr.incidents(page)) == sum(len(one.events) for one in page.statements)
