"""Which place lies in which, as far as the gazetteer tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from malirights.ask.criteria import fold
from malirights.lexicon import Lexicon
from malirights.model import Place

__all__ = ["Geography"]

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


class Geography:
    """Knows which names are one place, and which place lies in which; build it with `lexicon.built(Geography)`.

    Places are known by their folded canonical names.
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

    def areas(self, place: Place) -> frozenset[str]:
        """Give the names of all that a place is known to lie in, its own left out."""
        name, region = fold(place.name), fold(place.region or "")
        rows = self._meant(place)
        areas = frozenset.intersection(*(row.areas for row in rows)) if rows else self._part(place, name)
        if not region:
            return areas
        countries = self._countries.get(region, set())
        return (areas | {region} | (countries if len(countries) == 1 else set())) - {name}

    def _meant(self, place: Place) -> list[_Row]:
        """Give the lines of the gazetteer that a place can be."""
        region = fold(place.region or "")
        rows = [row for name in sorted(self.names(place.name)) for row in self._rows.get(name, ())]
        return [row for row in rows if row.region == region] if region else rows

    def _part(self, place: Place, name: str) -> frozenset[str]:
        """Give the country of a part of it, such as "northern Mali", which ends with its name."""
        words = name.split() if place.known else []
        tails = (" ".join(words[first:]) for first in range(1, len(words)))
        known = [tail for tail in tails if any(row.kind in _WHOLE for row in self._rows.get(tail, ()))]
        return frozenset(known[:1])

    def breadth(self, place: Place) -> int:
        """Say how wide a place is: 0 for a town, a village or a site, 1 for what may be a region, 2 for a country."""
        kinds = {row.kind for row in self._meant(place)}
        if kinds & _WHOLE:
            return 2
        return int("region" in kinds or (not kinds and bool(self._part(place, fold(place.name)))))

    def same(self, one: Place, other: Place) -> bool:
        """Say whether two places are one by their names."""
        regions = {fold(place.region) for place in (one, other) if place.region}
        return len(regions) < 2 and not self.names(one.name).isdisjoint(self.names(other.name))  # noqa: PLR2004 - two differ

    def together(self, one: Place, other: Place) -> bool | None:
        """Say whether two places are one, or one lies in the other; None where the gazetteer does not tell."""
        if self.same(one, other) or self._holds(one, other) or self._holds(other, one):
            return True
        for narrow, wide in ((one, other), (other, one)):
            if self.breadth(wide) > self.breadth(narrow) and not self._is_settled(narrow, self.breadth(wide)):
                return None
        return False

    def _holds(self, wide: Place, narrow: Place) -> bool:
        """Say whether a place is known to lie in another."""
        return not self.names(wide.name).isdisjoint(self.areas(narrow))

    def _is_settled(self, place: Place, breadth: int) -> bool:
        """Say whether it is known in which area of some breadth a place lies."""
        return bool(place.region) if breadth == 1 else bool(self.areas(place))
