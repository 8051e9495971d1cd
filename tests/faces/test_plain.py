"""Plain data: the way there and back, through JSON, and what is said of data that is none of ours."""

# What is given here is of the wrong type on purpose, or of many types.
# ruff: noqa: ANN401

from __future__ import annotations

import json
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import malirights as mr
from malirights import Quote, Span
from strategies import THINGS

LINES = st.sampled_from(
    [
        "May 4, 2016",
        "11 juin 2019, 16:20 UTC",
        "Three freed in Velmora",
        "Posted at 0001 BST 21 August 2014",
        "Posted on Monday",
        "The court of Velmora sat.",
        "“It rained for nine days,” said Ada Moru, a lawyer at Zanara Rights Watch.",
        "« Il a plu neuf jours », a déclaré Ada Moru.",
        "“It rained,” she added. “It never stopped.”",
        "Ada Moru said: “It rained for nine days.",
        "By Ada Moru, lawyer",
        "For more information please contact Ada Moru",
        "Subscribe to Zanara",
        "",
    ]
)


def _round_trip(thing: Any) -> None:
    """Show that an object survives the way to JSON and back, every field of it."""
    plain = mr.to_dict(thing)
    again = mr.from_dict(json.loads(json.dumps(plain, allow_nan=False)))
    assert type(again) is type(thing)
    assert again == thing
    assert hash(again) == hash(thing)
    assert mr.to_dict(again) == plain  # also what does not count for equality


@given(THINGS)
def test_every_object_goes_to_json_and_back(thing: Any) -> None:
    _round_trip(thing)


@given(st.lists(LINES, max_size=12))
def test_every_page_goes_to_json_and_back(lines: list[str]) -> None:
    page = mr.parse("\n".join(["June 4, 2016", "", "It rained.", *lines]))
    _round_trip(page)
    for statement in page.statements:
        _round_trip(statement)
        for quote in statement.quotes:
            _round_trip(quote)


@given(THINGS)
def test_the_data_names_its_class_and_every_field(thing: Any) -> None:
    plain = mr.to_dict(thing)
    assert plain["class"] == type(thing).__name__
    if not isinstance(thing, Span):
        assert set(plain) >= {field.name for field in attrs.fields(type(thing))}


def test_a_statement_reads_well() -> None:
    text = "May 4, 2016\n\nThree freed\n\nPosted at 0001 GMT 5 May 2016\n\n“It rained for nine days,” said Ada Moru, a lawyer."
    plain = mr.to_dict(mr.parse(text).statements[0])
    assert plain["date"] == "2016-05-04"
    assert plain["released"] == "2016-05-05T00:01:00+00:00"
    assert plain["headline"] == ["Three freed"]
    assert plain["span"] == [0, len(text)]
    (quote,) = plain["quotes"]
    assert quote["speaker"]["name"] == "Ada Moru"
    assert quote["partial"] is False


def test_what_a_statement_shows_beside_its_fields_is_not_read() -> None:
    plain = mr.to_dict(mr.parse("May 4, 2016\n\nThe court sat.").statements[0])
    changed = plain | {"headline": ["It rained"], "byline": "By nobody", "contact": "none"}
    assert mr.from_dict(changed) == mr.from_dict(plain)


def test_incidents_and_roads_show_what_they_follow_to_and_go_back() -> None:
    page = mr.parse("May 4, 2016\n\nPaul Moru was convicted of the killing of six bakers in Orvel on 3 May 2015.")
    (road,) = mr.accountability(page)
    plain = mr.to_dict(road)
    assert (plain["kinds"], plain["found"], plain["missing"][0]) == (["killing"], ["conviction"], "remains_found")
    (killing,) = plain["incidents"]
    assert (killing["kind"], killing["where"]["name"], killing["count"]["low"]) == ("killing", "Orvel", 6)
    assert killing["sentences"] == [page.statements[0].text.partition("\n\n")[2]]
    for thing in (road, *road.steps, *road.steps[0].links, *road.incidents, *mr.totals(road.incidents)):
        _round_trip(thing)


def test_fields_with_a_default_may_be_left_out() -> None:
    assert mr.from_dict({"class": "Quote", "text": "It rained", "span": [1, 10]}) == Quote(text="It rained", span=Span(1, 10))


@pytest.mark.parametrize("thing", [None, "text", 3, {"class": "Span"}, [Span(0, 1)], Span])
def test_what_is_no_object_of_the_model_is_refused(thing: Any) -> None:
    with pytest.raises(mr.InvalidTypeError, match="Page or a Quote"):
        mr.to_dict(thing)


def test_a_class_of_the_same_name_is_not_ours() -> None:
    class Quote:
        """Words of someone else."""

    with pytest.raises(mr.InvalidTypeError, match="Quote"):
        mr.to_dict(Quote())  # type: ignore[arg-type]


@pytest.mark.parametrize("plain", [None, "{}", [], Span(0, 1)])
def test_what_is_no_dictionary_is_refused(plain: Any) -> None:
    with pytest.raises(mr.InvalidTypeError, match="a dictionary as to_dict gives it"):
        mr.from_dict(plain)


@pytest.mark.parametrize("name", ["Poem", "", None, "span", 3, ["Span"], {}])
def test_an_unknown_class_is_told_from_the_known_ones(name: Any) -> None:
    with pytest.raises(mr.InvalidValueError, match=r"Actor, Code, Correction, Count, Event, .*Quote, Road, Role, Span"):
        mr.from_dict({"class": name})


def test_data_without_a_class_is_refused() -> None:
    with pytest.raises(mr.InvalidValueError, match="class"):
        mr.from_dict({"span": [0, 1]})


STATEMENT: dict[str, Any] = {"class": "Statement", "id": "x", "date": "2016-05-04", "text": "It rained", "span": [0, 9]}
QUOTE: dict[str, Any] = {"text": "rained", "span": [3, 9]}


@pytest.mark.parametrize(
    ("plain", "faults"),
    [
        ({"class": "Part", "kind": "byline", "span": [9, 3]}, ["got 9 to 3 @ $.span"]),
        ({"class": "Part", "span": [0, 3]}, ["'kind' is missing"]),
        ({"class": "Part", "kind": "poem", "span": [3]}, ["poem", "@ $.kind", "@ $.span"]),
        ({"class": "Event", "kind": "fire", "trigger": [0, 3], "sentence": [0, 9]}, ["'fire'; it is one of", "@ $.kind"]),
        ({"class": "Event", "kind": 3, "trigger": [0, 3], "sentence": [0, 9]}, ["3 is no str @ $.kind"]),
        (STATEMENT | {"date": "2016-13-04"}, ["@ $.date"]),
        (STATEMENT | {"date": "2016-13-04", "released": "noon"}, ["@ $.date", "@ $.released"]),
        (STATEMENT | {"quotes": [QUOTE, QUOTE | {"span": [3, 8]}]}, ["covers exactly its words", "@ $.quotes[1]"]),
        (STATEMENT | {"quotes": [{"span": [3, 9]}, {"text": "rained"}]}, ["$.quotes[0].text", "$.quotes[1].span"]),
        (
            STATEMENT | {"quotes": [QUOTE | {"speaker": {"name": "", "mention": "she", "kind": "ghost"}}]},
            ["@ $.quotes[0].speaker"],
        ),
        (STATEMENT | {"span": [0, 4]}, ["a statement's span covers exactly its text"]),
        (
            {"class": "Page", "text": "It rained", "statements": [STATEMENT, {}]},
            ["$.statements[1].date", "$.statements[1].span"],
        ),
    ],
)
def test_every_fault_is_named_with_its_path(plain: dict[str, Any], faults: list[str]) -> None:
    with pytest.raises(mr.InvalidValueError, match=f"this is no {plain['class']}") as caught:
        mr.from_dict(plain)
    for fault in faults:
        assert fault in str(caught.value)


@pytest.mark.parametrize("pair", [None, [], [1], [1, 2, 3], "12", ["1", "2"], [1.0, 2.0], [2, 1], {"start": 1}])
def test_a_span_is_a_pair_of_numbers(pair: Any) -> None:
    with pytest.raises(mr.InvalidValueError, match="this is no Span"):
        mr.from_dict({"class": "Span", "span": pair})


@pytest.mark.parametrize(
    "plain",
    [
        {"class": "Quote", "text": None, "span": [0, 4]},
        {"class": "Quote", "text": 1234, "span": [0, 4]},
        {"class": "Quote", "text": "rain", "span": [0, 4], "partial": "false"},
        {"class": "Speaker", "name": ["Ada"], "mention": "Ada", "kind": "person"},
        {"class": "Speaker", "name": None, "mention": "Ada", "kind": "person"},
        {"class": "Count", "low": "5", "high": None},
        {"class": "Count", "low": 5.7, "high": None},
        {"class": "Count", "low": True, "high": None},
        {"class": "Place", "name": "Velmora", "mention": "Velmora", "span": [0, 7], "latitude": "5"},
        STATEMENT | {"quotes": None},
        STATEMENT | {"quotes": "rained"},
        STATEMENT | {"quotes": {}},
        STATEMENT | {"date": 20160504},
        STATEMENT | {"released": "2016-05-04"},
    ],
)
def test_values_of_another_kind_are_refused_and_not_bent(plain: dict[str, Any]) -> None:
    with pytest.raises(mr.InvalidValueError, match=f"this is no {plain['class']}"):
        mr.from_dict(plain)
