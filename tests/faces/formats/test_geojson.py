"""GeoJSON: read by the models of a real reader, and no more exact than the gazetteer."""

from __future__ import annotations

import json

import pytest

import malirights as mr


def test_a_reader_takes_it(page: mr.Page, hostile: mr.Page) -> None:
    reader = pytest.importorskip("geojson_pydantic", reason="the reader of GeoJSON is not installed")
    for written in (mr.to_geojson(page), mr.to_geojson(hostile), mr.to_geojson([])):
        assert len(reader.FeatureCollection.model_validate_json(json.dumps(written)).features) == len(written["features"])


def test_a_known_place_has_its_point_with_the_longitude_first(page: mr.Page) -> None:
    (election,) = [one for one in mr.to_geojson(page)["features"] if one["properties"]["place"] == "Bamako"]
    longitude, latitude = election["geometry"]["coordinates"]
    assert (round(longitude), round(latitude)) == (-8, 13)


@pytest.mark.parametrize(
    ("place", "point_of"), [("Djenné", "place"), ("the region of Kayes", "area"), ("Orvel", None), ("Mali", None)]
)
def test_a_point_says_what_it_stands_for(place: str, point_of: str | None) -> None:
    page = mr.parse(f"May 4, 2016\n\nElections were held in {place} in March 2012.")
    (feature,) = mr.to_geojson(page)["features"]
    assert feature["properties"]["point_of"] == point_of
    assert (feature["geometry"] is None) == (point_of is None)


def test_times_are_as_exact_as_they_are_known(page: mr.Page) -> None:
    times = {
        (one["properties"]["place"], one["properties"]["earliest"], one["properties"]["latest"])
        for one in mr.to_geojson(page)["features"]
    }
    assert times == {
        ("Bamako", "2012-03", "2012-03"),
        ("Orvel", "2012-05-03", "2012-05-05"),
        ("Velmora", "2017-06", "2017-06"),
        ("Ostrel", None, None),
    }


def test_the_evidence_leads_to_the_words(page: mr.Page) -> None:
    statements = {statement.id: statement for statement in page.statements}
    for feature in mr.to_geojson(page)["features"]:
        (evidence,) = feature["properties"]["evidence"]
        start, end = evidence["span"]
        assert statements[evidence["statement"]].text[start:end] == evidence["sentence"]
        assert evidence["trigger"] in evidence["sentence"]
        assert evidence["url"] == page.url
