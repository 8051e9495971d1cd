"""Which place lies in which, as far as the gazetteer tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

import attrs

from malirights.ask.criteria import fold
from malirights.lexicon import Lexicon
from malirights.model import Place

__all__ = ["Geography", "Where"]

_WHOLE = frozenset({"country", "territory", "area"})
_BAR = "|"


class _Row(NamedTuple):
    """A place of the gazetteer; all names are folded.

    Attributes:
        kind: What it is.
        region: The region that it lies in now, or "".
        areas: All that it is known to lie in: regions, also the former one, district and country; not itself.
    """

    kind: str
    region: str
    areas: frozenset[str]


@attrs.frozen(eq=False, kw_only=True)
class Where:
    """A place, and what it is known to lie in; all names are folded.

    Attributes:
        name: Its name.
        region: Its region, or "".
        names: The canonical names that its name may stand for, and its own.
        areas: The names of all that it is known to lie in, its own left out.
        breadth: How wide it is: 0 for a town, a village or a site, 1 for what may be a region, 2 for a country.
    """

    name: str
    region: str
    names: frozenset[str]
    areas: frozenset[str]
    breadth: int

    def same(self, other: Where) -> bool:
        """Say whether two places are one by their names."""
        return not (self.region and other.region and self.region != other.region) and not self.names.isdisjoint(other.names)

    def together(self, other: Where) -> bool | None:
        """Say whether two places are one, or one lies in the other; None where the gazetteer does not tell."""
        if self.same(other) or not self.names.isdisjoint(other.areas) or not other.names.isdisjoint(self.areas):
            return True
        narrow, wide = sorted((self, other), key=lambda place: place.breadth)
        settled = narrow.region if wide.breadth == 1 else narrow.areas
        return None if narrow.breadth < wide.breadth and not settled else False


class Geography:
    """Knows which names are one place, and which place lies in which; build it with `lexicon.built(Geography)`.

    Places are known by their folded canonical names.

    Examples:
        >>> from malirights.model import Span
        >>> places = Lexicon.default().built(Geography)
        >>> north = places.where(Place(name="northern Mali", mention="northern Mali", span=Span(0, 13), known=True))
        >>> north.areas, north.breadth
        (frozenset({'mali'}), 1)
    """

    def __init__(self, lexicon: Lexicon) -> None:
        """Index the gazetteer by its spellings and its canonical names."""
        self._spelled: dict[str, set[str]] = defaultdict(set)
        self._rows: dict[str, list[_Row]] = defaultdict(list)
        self._countries: dict[str, set[str]] = defaultdict(set)
        for line in lexicon.rows("common", "gazetteer"):
            self._enter(line)

    def _enter(self, line: Mapping[str, str]) -> None:
        """Enter a line of a table, and the capital that it names."""
        name, kind = fold(line["name"]), line.get("kind") or "unknown"
        region, country = fold(line.get("region", "")), fold(line.get("country", ""))
        within = {region, fold(line.get("former_region", "")), fold(line.get("district", "")), country}
        self._rows[name].append(_Row(kind, region, frozenset(within - {"", name})))
        for area in within - {"", country}:
            self._countries[area].add(country)
        self._spell(name, line.get("spellings", ""))
        if capital := fold(line.get("capital", "")):
            self._rows[capital].append(_Row("capital", "", frozenset({name})))
            self._spell(capital, line.get("capital_spellings", ""))

    def _spell(self, name: str, spellings: str) -> None:
        """Remember how a name is spelt."""
        for spelling in (name, *map(fold, spellings.split(_BAR))):
            self._spelled[spelling].add(name)

    def names(self, name: str) -> frozenset[str]:
        """Give the canonical names that a name may stand for, its own folded form among them.

        Examples:
            >>> sorted(Lexicon.default().built(Geography).names("Timbuktu"))
            ['timbuktu', 'tombouctou']
        """
        plain = fold(name)
        return frozenset({plain, *self._spelled.get(plain, ())})

    def where(self, place: Place) -> Where:
        """Look a place up."""
        name, region = fold(place.name), fold(place.region or "")
        names = self.names(name)
        rows = [row for canonical in sorted(names) for row in self._rows.get(canonical, ())]
        rows = [row for row in rows if row.region == region] if region else rows
        part_of = self._part(name) if place.known and not rows else frozenset()
        areas = frozenset.intersection(*(row.areas for row in rows)) if rows else part_of
        if region:
            countries = self._countries.get(region, set())
            areas |= {region} | (countries if len(countries) == 1 else set())
        kinds = {row.kind for row in rows}
        breadth = 2 if kinds & _WHOLE else int("region" in kinds or bool(part_of))
        return Where(name=name, region=region, names=names, areas=areas - {name}, breadth=breadth)

    def _part(self, name: str) -> frozenset[str]:
        """Give the country of a part of it, such as "northern Mali", which ends with its name."""
        words = name.split()
        tails = (" ".join(words[first:]) for first in range(1, len(words)))
        known = [tail for tail in tails if any(row.kind in _WHOLE for row in self._rows.get(tail, ()))]
        return frozenset(known[:1])
