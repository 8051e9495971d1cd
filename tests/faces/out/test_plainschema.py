"""The JSON Schema of plain data: right by its own rules, true of every object, and closed to wrong data."""

# Plain data is of many types.
# ruff: noqa: ANN401

from __future__ import annotations

import copy
import functools
import json
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given

import malirights as mr
from malirights.faces.plain import CLASSES
from strategies import THINGS

PUBLISHED = Path(__file__).resolve().parents[3] / "docs" / "schema.json"


@functools.cache
def _validator() -> Any:
    """Make the real validator of draft 2020-12."""
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema, the judge of the schema, is not installed")
    return jsonschema.Draft202012Validator(mr.json_schema())


def test_the_schema_is_one() -> None:
    _validator().check_schema(mr.json_schema())


def test_the_published_schema_is_current() -> None:
    assert json.loads(PUBLISHED.read_text("utf-8")) == mr.json_schema()


def test_every_class_is_described_field_by_field() -> None:
    definitions = mr.json_schema()["$defs"]
    assert set(definitions) == {*CLASSES, "EventKind"}
    for name, cls in CLASSES.items():
        if cls is not mr.Span:
            properties = definitions[name]["properties"]
            assert {field.name for field in attrs.fields(cls)} <= set(properties)
            assert [key for key, described in properties.items() if not described["description"]] == []


@given(THINGS)
def test_every_object_is_valid(thing: Any) -> None:
    _validator().validate(mr.to_dict(thing))


def test_the_sample_page_and_all_that_is_asked_of_it_are_valid() -> None:
    page = mr.parse(mr.sample())
    incidents = mr.incidents(page)
    things: list[Any] = [page, *incidents, *mr.totals(incidents), *mr.accountability(page), *mr.speakers(page)]
    for thing in things:
        _validator().validate(json.loads(json.dumps(mr.to_dict(thing))))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("class",), "Poem"),
        (("class",), "Statement"),
        (("class",), None),
        (("text",), 3),
        (("more",), 1),
        (("statements", 0, "more"), 1),
        (("statements", 0, "date"), "4 May 2016"),
        (("statements", 0, "released"), "noon"),
        (("statements", 0, "span"), [0]),
        (("statements", 0, "span"), [0, 1, 2]),
        (("statements", 0, "span"), [-1, 3]),
        (("statements", 0, "quotes"), None),
        (("statements", 0, "quotes", 0, "partial"), "no"),
        (("statements", 0, "quotes", 0, "speaker", "kind"), "ghost"),
        (("statements", 0, "events", 0, "kind"), "fire"),
        (("statements", 0, "events", 0, "status"), "sung"),
        (("statements", 0, "events", 0, "when", "precision"), "fortnight"),
        (("statements", 0, "events", 0, "count", "low"), "six"),
    ],
)
def test_wrong_data_is_refused_as_from_dict_does(path: tuple[Any, ...], value: Any) -> None:
    text = "May 4, 2016\n\nSix bakers were arrested in Orvel on 3 May 2016.\n\n“It rained for nine days,” said Ada Moru."
    plain = copy.deepcopy(mr.to_dict(mr.parse(text)))
    assert _validator().is_valid(plain)
    place: Any = plain
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    assert not _validator().is_valid(plain)
    with pytest.raises(mr.InvalidValueError):
        mr.from_dict(plain)


@pytest.mark.parametrize("plain", [None, [], {}, {"class": "Span"}, {"class": "Quote", "text": "It rained"}])
def test_what_is_no_object_is_refused(plain: Any) -> None:
    assert not _validator().is_valid(plain)
