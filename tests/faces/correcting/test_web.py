"""Web Annotations: valid JSON-LD with the terms of the W3C, found again by their words, and taken back in."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import malirights as mr

PAGE = mr.parse(
    "May 4, 2016\r\n\r\nSix 𝄞 bakers were arrested in Orvel on 3 May 2012.\r\n“It rained,” said Ada Moru, a lawyer.",
    url="https://zanara.example/2016",
)
PAGES = st.lists(
    st.sampled_from(["“It rained 𝄞,” said Ada Moru. ", "Six bakers were abducted.\r\n", "𝄞", "“No", "\nMay 2, 2016\n"]),
    max_size=6,
).map(lambda pieces: mr.parse("May 4, 2016\n\nIt rained.\n" + "".join(pieces)))  # fmt: skip

# The terms that are used here of https://www.w3.org/ns/anno.jsonld, as the vocabulary defines them.
OA, AS, RDF, RDFS, DC = (
    "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/activitystreams#", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://www.w3.org/2000/01/rdf-schema#", "http://purl.org/dc/elements/1.1/",
)  # fmt: skip
TERMS: dict[str, Any] = {
    "id": {"@type": "@id", "@id": "@id"},
    "type": {"@type": "@id", "@id": "@type"},
    **{
        name: f"{OA}{name}"
        for name in ("Annotation", "SpecificResource", "TextPositionSelector", "TextQuoteSelector", "exact", "prefix", "suffix")
    },
    "TextualBody": f"{OA}TextualBody",
    "AnnotationPage": f"{AS}OrderedCollectionPage",
    "classifying": f"{OA}classifying",
    "describing": f"{OA}describing",
    "linking": f"{OA}linking",
    "body": {"@type": "@id", "@id": f"{OA}hasBody"},
    "target": {"@type": "@id", "@id": f"{OA}hasTarget"},
    "source": {"@type": "@id", "@id": f"{OA}hasSource"},
    "selector": {"@type": "@id", "@id": f"{OA}hasSelector"},
    "motivation": {"@type": "@vocab", "@id": f"{OA}motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": f"{OA}hasPurpose"},
    "start": {"@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger", "@id": f"{OA}start"},
    "end": {"@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger", "@id": f"{OA}end"},
    "items": {"@type": "@id", "@id": f"{AS}items", "@container": "@list"},
    "startIndex": {"@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger", "@id": f"{AS}startIndex"},
    "value": f"{RDF}value",
    "label": f"{RDFS}label",
    "format": f"{DC}format",
}


def test_a_processor_of_json_ld_knows_every_term() -> None:
    jsonld = pytest.importorskip("pyld.jsonld", reason="pyld processes JSON-LD")
    data = mr.to_web_annotations(PAGE)
    assert data["@context"] == "http://www.w3.org/ns/anno.jsonld"
    data["@context"] = TERMS
    (page,) = jsonld.expand(data)
    assert page["@type"] == [f"{AS}OrderedCollectionPage"]
    (items,) = page[f"{AS}items"]
    assert len(items["@list"]) == len(data["items"])
    back = jsonld.compact(page, TERMS)
    for item in back["items"]:  # a processor writes one body without brackets
        item["body"] = item["body"] if isinstance(item["body"], list) else [item["body"]]
    assert back["items"] == data["items"]  # no term was dropped, and none means two things
    assert mr.corrected(PAGE, jsonld.compact(page, TERMS), strict=True) == PAGE
    for item in items["@list"]:
        assert item["@type"] == [f"{OA}Annotation"]
        (target,) = item[f"{OA}hasTarget"]
        assert {selector["@type"][0] for selector in target[f"{OA}hasSelector"]} == {
            f"{OA}TextPositionSelector",
            f"{OA}TextQuoteSelector",
        }
        assert all(body[f"{OA}hasPurpose"][0]["@id"].startswith(OA) for body in item[f"{OA}hasBody"])


@settings(max_examples=40)
@given(PAGES)
def test_places_are_code_points_and_words_stand_there(page: mr.Page) -> None:
    items = mr.to_web_annotations(page)["items"]
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        position, quote = item["target"]["selector"]
        text = page.text
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert text[: position["start"]].endswith(quote["prefix"])
        assert text[position["end"] :].startswith(quote["suffix"])


def _annotations() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(json.dumps(mr.to_web_annotations(PAGE)))
    return data


def _of(data: dict[str, Any], kind: str) -> dict[str, Any]:
    item: dict[str, Any] = next(item for item in data["items"] if item["body"][0]["value"] == kind)
    return item


def test_the_page_is_the_source() -> None:
    assert {item["target"]["source"] for item in _annotations()["items"]} == {"https://zanara.example/2016"}


def test_who_corrected_is_the_creator_of_the_annotation() -> None:
    data = _annotations()
    event = _of(data, "arrest")
    event["creator"] = {"type": "Person", "name": "Neva Orlin"}
    event["body"][0]["value"] = "abduction"
    page = mr.corrected(PAGE, data, by="somebody else", strict=True)
    (one,) = mr.origins(page, origin="corrected")
    assert (one.value, one.by, one.was) == (mr.EventKind.ABDUCTION, "Neva Orlin", mr.EventKind.ARREST)


def test_a_place_is_corrected_where_it_is_linked_to() -> None:
    data = _annotations()
    place = _of(data, "Place")
    place["body"].append({"type": "TextualBody", "purpose": "describing", "label": "name", "value": "Orvel-on-Sea"})
    place["creator"] = "https://zanara.example/neva"
    page = mr.corrected(PAGE, data, strict=True)
    (one,) = mr.origins(page, origin="corrected")
    assert (one.field, one.by) == ("where", "https://zanara.example/neva")
    (event,) = page.statements[0].events
    assert event.where
    assert (event.where.name, event.where.mention) == ("Orvel-on-Sea", "Orvel")


def test_words_are_found_where_their_place_is_lost() -> None:
    data = _annotations()
    for item in data["items"]:
        item["target"]["selector"] = [item["target"]["selector"][1]]
    assert mr.corrected(PAGE, data, strict=True) == PAGE
    for item in data["items"]:
        item["target"]["selector"].insert(0, {"type": "TextPositionSelector", "start": 1, "end": 2})
    assert mr.corrected(PAGE, data, strict=True) == PAGE


def test_a_collection_with_its_page_inside_and_a_list_are_read() -> None:
    data = _annotations()
    assert mr.corrected(PAGE, {"type": "AnnotationCollection", "first": data}, strict=True) == PAGE
    assert mr.corrected(PAGE, data["items"], strict=True) == PAGE


BROKEN: list[Any] = [
    {"target": {"selector": {"type": "TextQuoteSelector", "exact": "nowhere"}}},
    {"target": {"selector": {"type": "TextQuoteSelector", "exact": ""}}},
    {"target": {"selector": []}},
    {"target": "https://zanara.example"},
    {"target": {"selector": {"type": "TextPositionSelector", "start": 9, "end": 3}}},
    {"target": {"selector": {"type": "TextPositionSelector", "start": 0, "end": 10**9}}},
    {"target": {"selector": {"type": "TextPositionSelector", "start": "0", "end": None}}},
    {"body": []},
    {"body": "arrest"},
    {"body": {"purpose": "classifying", "value": 3}},
]


@pytest.mark.parametrize("broken", BROKEN)
def test_what_cannot_be_read_is_reported_and_stays_as_it_was(broken: dict[str, Any]) -> None:
    data = _annotations()
    event = _of(data, "arrest")
    event.update(copy.deepcopy(broken))
    page = mr.corrected(PAGE, data)
    assert page.statements == PAGE.statements
    assert [warning.code for warning in page.warnings] == ["correction-unread"]


@pytest.mark.parametrize("data", [{}, {"items": 3}, {"type": "AnnotationPage"}])
def test_what_holds_no_annotations_is_refused(data: dict[str, Any]) -> None:
    with pytest.raises(mr.InvalidValueError, match="no Web Annotations"):
        mr.corrected(PAGE, data)


def test_only_a_page_is_written() -> None:
    with pytest.raises(mr.InvalidTypeError, match="takes a Page"):
        mr.to_web_annotations("text")  # type: ignore[arg-type]
