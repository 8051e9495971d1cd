"""GeoJSON for maps: what happened, at the points that the gazetteer knows."""

from __future__ import annotations

from typing import Any

from malirights.ask.geography import Geography
from malirights.faces.formats.sources import Evidence, Happening, Told, happenings
from malirights.faces.formats.times import bounds, iso
from malirights.faces.formats.words import line, web_link
from malirights.lexicon import Lexicon
from malirights.model import Actor, Place

__all__ = ["to_geojson"]


def to_geojson(source: Told) -> dict[str, Any]:
    r"""Make a GeoJSON feature collection of what a source tells, for a map.

    Every event is a feature. One whose place has no known point has no geometry (null), and stays in the list. A point
    stands for its place: `point_of` is "area" where that is, or may be, a region or a country, so that the point is no more
    than its middle or its capital. Dates are ISO 8601 texts, no more exact than they are known, and null where an end is
    open; `when` has the whole in EDTF.

    Source: RFC 7946.

    Args:
        source: A page, a statement, an event, an incident, or several of them.

    Returns:
        Plain data for `json.dump`. Characters that steer or reverse text are shown as U+FFFD.

    Raises:
        InvalidTypeError: The source is none.
        InvalidValueError: An event is of no statement.

    Examples:
        >>> import malirights as mr
        >>> page = mr.parse("May 4, 2016\n\nSix bakers were arrested in Orvel in March 2012.")
        >>> feature, = mr.to_geojson(page)["features"]
        >>> feature["geometry"], feature["properties"]["when"], feature["properties"]["evidence"][0]["trigger"]
        (None, '2012-03', 'arrested')
    """
    return {"type": "FeatureCollection", "features": [_feature(happening) for happening in happenings(source)]}


def _feature(happening: Happening) -> dict[str, Any]:
    """Make a feature of one happening."""
    place = happening.told.where
    return {
        "type": "Feature",
        "id": happening.id,
        "geometry": _point(place),
        "properties": {
            "title": happening.label,
            "kind": str(happening.told.kind),
            "group": happening.told.kind.group,
            "status": happening.told.status,
            **_times(happening),
            "place": line(place.name) if place else None,
            "region": line(place.region) if place and place.region else None,
            "point_of": _extent(place) if place and _point(place) else None,
            "perpetrators": _names(happening.told.perpetrators),
            "victims": _names(happening.told.victims),
            **_counts(happening),
            "evidence": [_evidence(evidence) for evidence in happening.evidence],
        },
    }


def _point(place: Place | None) -> dict[str, Any] | None:
    """Give the point of a place; longitude comes first (RFC 7946, section 3.1.1)."""
    if place is None or place.latitude is None or place.longitude is None:
        return None
    return {"type": "Point", "coordinates": [place.longitude, place.latitude]}


def _extent(place: Place) -> str:
    """Say whether a point may stand for a whole region or country."""
    return "area" if Lexicon.default().built(Geography).where(place).breadth else "place"


def _times(happening: Happening) -> dict[str, Any]:
    """Write the time of a happening."""
    days = happening.days
    first, last = bounds(days) if days else (None, None)
    return {
        "when": days.edtf if days else None,
        "earliest": iso(first) if first else None,
        "latest": iso(last) if last else None,
        "precision": days.precision if days else None,
        "approximate": days.approximate if days else None,
    }


def _counts(happening: Happening) -> dict[str, Any]:
    """Write how many were hit."""
    count = happening.told.count
    return {
        "count_low": count.low if count else None,
        "count_high": count.high if count else None,
        "count_approximate": count.approximate if count else None,
    }


def _names(actors: tuple[Actor, ...]) -> list[str]:
    """Name parties."""
    return [line(actor.name) for actor in actors]


def _evidence(evidence: Evidence) -> dict[str, Any]:
    """Write where something is told; spans are pairs of offsets in the statement's text, from 0."""
    return {
        "statement": line(evidence.statement_id),
        "date": evidence.date.isoformat() if evidence.date else None,
        "publisher": line(evidence.publisher) if evidence.publisher else None,
        "url": web_link(evidence.url),
        "sentence": evidence.words,
        "trigger": line(evidence.around[1]) if evidence.around else None,
        "span": [evidence.sentence.start, evidence.sentence.end],
    }
