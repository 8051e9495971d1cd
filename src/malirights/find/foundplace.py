"""A place that a text names."""

from __future__ import annotations

from typing import NamedTuple

from malirights.find.gazetteer import Entry
from malirights.find.placewords import Relation

__all__ = ["FoundPlace"]


class FoundPlace(NamedTuple):
    """A place that a text names.

    Attributes:
        start: Where its name starts, in the text.
        end: Where its name ends.
        name: The canonical name; as it is written where the gazetteer does not know the place.
        kind: "country", "territory", "capital", "region", "cercle", "town", "village", "site" (a prison, a camp, a border),
            "area" (no unit of its own: "West Africa"), "part" ("northern Mali", "the north"), "unknown"; or "anaphor", where
            the text says "the country" or "the capital" and means those that it is about, and `name` is "country" or "capital".
        country: The country, or None.
        region: The region, or None.
        former_region: The region before the last reform, or None.
        latitude: In degrees north (WGS 84), or None.
        longitude: In degrees east (WGS 84), or None.
        known: Whether the gazetteer knows the place, or what it is a part of.
        inside_name: Whether the name belongs to that of an organisation, an office or a person ("President of Mali").
        relation: What the word before it tells: "in" it, "near" it, "to" or from it; None where no such word is there.
    """

    start: int
    end: int
    name: str
    kind: str = "unknown"
    country: str | None = None
    region: str | None = None
    former_region: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    known: bool = False
    inside_name: bool = False
    relation: Relation | None = None

    def settled(self, entry: Entry) -> FoundPlace:
        """Give the same place with what the gazetteer knows of the one that is meant."""
        if self.kind in ("site", "part"):
            return self._replace(
                country=entry.country or None, region=entry.region or None, former_region=entry.former_region or None
            )
        return self._replace(
            name=entry.name,
            kind=entry.kind,
            country=entry.country or None,
            region=entry.region or None,
            former_region=entry.former_region or None,
            latitude=entry.latitude,
            longitude=entry.longitude,
        )
