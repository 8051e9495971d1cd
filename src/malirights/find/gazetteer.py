"""What the lexicon knows of places: their names, what adjectives speak of, capitals, and which homonym is meant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from malirights.find.people import folded
from malirights.lexicon import Lexicon

__all__ = ["Entry", "Gazetteer", "Spelling", "adjective_of", "capital_of", "chosen", "common", "of_kind"]

_FIRST_WORD = re.compile(r"\w+")
_SHOUTED = 4
_BAR = "|"
_SPECIFIC = ("capital", "town", "village", "site", "cercle", "region", "country", "territory", "area")
_RANK = {kind: rank for rank, kind in enumerate(_SPECIFIC)}


class Entry(NamedTuple):
    """A place of the gazetteer.

    Attributes:
        name: The canonical name.
        kind: What it is: "country", "territory", "capital", "region", "cercle", "town", "village", "site" or "area".
        country: The country that it lies in; of a country, its own name; "" where it lies in none or in several.
        region: The region of that country, or "".
        former_region: The region that it lay in before the last reform, or "".
        latitude: In degrees north (WGS 84), None where that is not sure.
        longitude: In degrees east (WGS 84), None where that is not sure.
        labels: The names of what it lies in, and of what it covers, which tell homonyms apart.
        shows: Those and its own name: what a mention of it shows of the places beside it.
        is_homonym: Whether places that are not in the gazetteer bear the name too.
    """

    name: str
    kind: str
    country: str
    region: str
    former_region: str
    latitude: float | None
    longitude: float | None
    labels: frozenset[str]
    shows: frozenset[str]
    is_homonym: bool


Spelling = tuple[str, tuple[Entry, ...], Entry | None]


class Gazetteer:
    """The places of a lexicon by the first word of their spellings; build it with `lexicon.built(Gazetteer)`.

    Attributes:
        names: By first word, the spellings that begin with it, longest first; with each the places that it can mean, and the
            one that it means wherever it stands, None where that depends.
        written_small: By name in lower case, the sites and areas.
        adjectives: By an adjective or the name of an inhabitant in lower case, the countries that it can speak of; "US" and
            "UK" have their capitals.
        countries: By name or spelling in lower case, the countries.
        capitals: By country, its capital.
        former_capitals: By country, each town that was its capital, with the day on which that ended, in ISO 8601.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        """Collect the places of the lexicon."""
        self.adjectives: dict[str, tuple[str, ...]] = {}
        self.capitals: dict[str, Entry] = {}
        self.former_capitals: dict[str, dict[str, str]] = {}
        spelled: dict[str, list[Entry]] = {}
        for row in lexicon.rows("common", "gazetteer"):
            entry = _entry(row)
            if row.get("capital"):
                seat = entry._replace(name=row["capital"], kind="capital", shows=frozenset({entry.name, row["capital"]}))
                self.capitals[entry.name] = seat
                _spell(spelled, seat, _values(row, "capital_spellings"))
            if until := row.get("capital_until"):
                self.former_capitals.setdefault(entry.country, {})[entry.name] = until
            _spell(spelled, entry, _values(row, "spellings"))
            for adjective in (word if word.isupper() else _plain(word) for word in _values(row, "adjectives")):
                self.adjectives[adjective] = tuple(dict.fromkeys((*self.adjectives.get(adjective, ()), entry.name)))
        self.names = _by_first_word({spelling: self._without_doubles(entries) for spelling, entries in spelled.items()})
        self.countries = {
            _plain(spelling): entries[0].name
            for spelling, entries in spelled.items()
            if len(set(entries)) == 1 and entries[0].kind in ("country", "territory")
        }
        self.written_small = {
            _plain(spelling): entries[0] for spelling, entries in spelled.items() if entries[0].kind in ("site", "area")
        }

    def _without_doubles(self, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        """Join what two tables know of a capital."""
        entries = tuple(dict.fromkeys(entries))
        seats = [entry for entry in entries if entry.kind == "capital"]
        known = [entry for entry in entries if entry.kind != "capital" and entry.region]
        if not (seats and known and known[0].country == seats[0].country):
            return entries
        seat = known[0]._replace(kind="capital")
        self.capitals[seat.country] = seat
        return (seat, *known[1:])


def adjective_of(word: str, lexicon: Lexicon) -> str | None:
    """Give the country that an adjective or the name of an inhabitant speaks of; None where there is none, or several.

    Examples:
        >>> adjective_of("Chadian", Lexicon.default()), adjective_of("tchadiennes", Lexicon.default())
        ('Chad', 'Chad')
        >>> adjective_of("Congolese", Lexicon.default()) is None
        True
    """
    adjectives = lexicon.built(Gazetteer).adjectives
    countries = adjectives.get(_plain(word)) or adjectives.get(word, ())
    return countries[0] if len(countries) == 1 else None


def capital_of(country: str, lexicon: Lexicon) -> Entry | None:
    """Give the capital of a country by the country's canonical name, or None where the gazetteer has none.

    Examples:
        >>> capital_of("Chad", Lexicon.default()).name
        'N’Djamena'
    """
    return lexicon.built(Gazetteer).capitals.get(country)


def chosen(entries: Sequence[Entry], near: frozenset[str] = frozenset()) -> Entry | None:
    """Choose what a name means from the names of regions and places beside it; None where they do not settle it.

    Args:
        entries: The places that bear the name.
        near: The labels of the places named beside it.
    """
    apart: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        place = (entry.country, entry.region)
        if place not in apart or _RANK.get(entry.kind, 0) < _RANK.get(apart[place].kind, 0):
            apart[place] = entry
    found = list(apart.values())
    if len(found) == 1 and not found[0].is_homonym:
        return found[0]
    agreeing = [entry for entry in found if entry.labels & near]
    return agreeing[0] if len(agreeing) == 1 else None


def of_kind(entries: Iterable[Entry], kind: str) -> tuple[Entry, ...]:
    """Give the places of a kind; all of them where none is of it."""
    wanted = ("town", "capital") if kind == "town" else (kind,)
    entries = tuple(entries)
    return tuple(entry for entry in entries if entry.kind in wanted) or entries


def common(entries: tuple[Entry, ...]) -> Entry:
    """Give what all the places of a name have in common."""
    kinds = {entry.kind for entry in entries}
    countries = {entry.country for entry in entries}
    return entries[0]._replace(
        kind=kinds.pop() if len(kinds) == 1 else "unknown",
        country=countries.pop() if len(countries) == 1 else "",
        region="",
        former_region="",
        latitude=None,
        longitude=None,
    )


def _entry(row: Mapping[str, str]) -> Entry:
    """Read a line of a table."""
    kind = row.get("kind") or "unknown"
    name, region, former = row["name"], row.get("region", ""), row.get("former_region", "")
    country = name if kind in ("country", "territory") and not row.get("country") else row.get("country", "")
    within = (region, former, row.get("district", ""), *_values(row, "covers"))
    labels = frozenset(label for label in within if label) or frozenset({country} - {""})
    return Entry(
        name=name,
        kind=kind,
        country=country,
        region=region,
        former_region=former,
        latitude=_degrees(row.get("latitude")),
        longitude=_degrees(row.get("longitude")),
        labels=labels,
        shows=labels | {name},
        is_homonym=bool(row.get("homonym")),
    )


def _degrees(value: str | None) -> float | None:
    """Read a number of degrees."""
    return float(value) if value else None


def _values(row: Mapping[str, str], column: str) -> list[str]:
    """Give the values of a column that stand with a bar between them."""
    return [value.strip() for value in (row.get(column) or "").split(_BAR) if value.strip()]


def _plain(word: str) -> str:
    """Fold a word as tokens are folded."""
    return word.lower().replace("’", "'")


def _spell(spelled: dict[str, list[Entry]], entry: Entry, spellings: Iterable[str]) -> None:
    """Enter a place under all its spellings: without accents, with accents that stand apart, in capitals."""
    for spelling in (entry.name, *spellings):
        plain = spelling.replace("’", "'").replace("ʻ", "'")
        forms = [plain, folded(plain), unicodedata.normalize("NFD", plain)]
        if len(plain) >= _SHOUTED:
            forms += [plain.upper(), folded(plain).upper()]
        for form in dict.fromkeys(forms):
            spelled.setdefault(form, []).append(entry)


def _by_first_word(spelled: Mapping[str, tuple[Entry, ...]]) -> dict[str, tuple[Spelling, ...]]:
    """Index spellings by their first word, longer ones first."""
    index: dict[str, list[Spelling]] = {}
    for spelling, entries in spelled.items():
        first = _FIRST_WORD.search(spelling)
        if first and first.start() == 0:
            index.setdefault(first[0], []).append((spelling, entries, chosen(entries)))
    return {word: tuple(sorted(found, key=lambda one: len(one[0]), reverse=True)) for word, found in index.items()}
