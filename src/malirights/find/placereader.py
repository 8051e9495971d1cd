"""The reader of one name of a place after the other, with the words around it."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate
from typing import NamedTuple

from malirights.find.foundplace import FoundPlace
from malirights.find.gazetteer import Entry, Gazetteer, chosen, common, of_kind
from malirights.find.placecontext import After, Before, after_name, before_name
from malirights.find.placewords import PlaceWords, Relation
from malirights.lexicon import Lexicon

__all__ = ["PlaceIndex", "PlaceReader", "Unsettled"]

_new = tuple.__new__  # what a NamedTuple does, without its frame
_REGIONAL = frozenset({"country", "territory", "region", "cercle", "area"})
_JOINED = "@#&.-_"
_ACRONYM = 6
_NAME = r"[A-ZÀ-ÞŒŠŽ][\w'-]*"
_SITE_NAME = re.compile(rf" ({_NAME}|\d+)")
_SITE_OF = re.compile(rf" (?:de |du |des |d'|of )({_NAME})")
_CAPITALS_BEFORE = re.compile(rf"(?:{_NAME} )+\Z")
_NUMBER_NEXT = re.compile(r" (?:\([A-Z]{2,}\)|\d)")
_NEXT_WORD = re.compile(r" ([\w-]+)")
_ONE_OF_LIST = rf"{_NAME}(?: {_NAME})?"
_LIST = re.compile(rf"(?:, {_ONE_OF_LIST}(?=[ ,])){{0,8}},? (?:and|or|et|ou) {_ONE_OF_LIST}(?![\w-])")
_LISTED = re.compile(_ONE_OF_LIST)
_AHEAD = 40
_SEATS = frozenset({"capital", "town", "unknown"})
_UNITS = frozenset({"town", "village", "cercle", "region", "capital"})
_WITHIN = {"site": "site", "part": "part", "side": "part"}


class _Reading(NamedTuple):
    """What the words around a name make of it."""

    start: int
    end: int
    kind: str | None
    relation: Relation | None
    inside: bool


class Unsettled(NamedTuple):
    """A name that several places bear.

    Attributes:
        start: Where it starts.
        entries: The places of the gazetteer that bear it.
    """

    start: int
    entries: tuple[Entry, ...]


class PlaceIndex:
    """What the finder takes from a lexicon; build it with `lexicon.built(PlaceIndex)`.

    Attributes:
        words: The words of place.
        gazetteer: The names.
        adjectives: By capitalised adjective, the countries that it can speak of.
        heads: The words that a name can begin with.
        name: The expression for a name that the gazetteer does not know.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        """Join the words that a place can begin with."""
        self.words = lexicon.built(PlaceWords)
        self.gazetteer = lexicon.built(Gazetteer)
        adjectives = ((word, found) for word, found in self.gazetteer.adjectives.items() if " " not in word)
        self.adjectives = {word if word.isupper() else word.title(): found for word, found in adjectives}
        self.heads = frozenset(self.gazetteer.names) | self.adjectives.keys() | self.words.heads
        particle = "|".join(sorted(map(re.escape, self.words.particles))) or "(?!)"
        self.name = re.compile(rf"{_NAME}(?: (?:(?:{particle}) )?{_NAME}){{0,5}}")


class PlaceReader:
    """Reads the names of one text; what it found is in `found`, in order."""

    def __init__(self, text: str, plain: str, low: int, high: int, index: PlaceIndex) -> None:
        """Begin a text.

        Args:
            text: The text.
            plain: The same with straight apostrophes and plain spaces.
            low: Where the first stretch starts.
            high: Where the last one ends.
            index: What the lexicon knows.
        """
        self.text, self.plain, self.index, self.words = text, plain, index, index.words
        self.found: list[FoundPlace] = []
        self.labels: list[tuple[int, frozenset[str]]] = []
        self.unsettled: list[Unsettled] = []
        self.low = self.high = self.done = self.first = self.named = 0
        anaphors = (match for pattern in self.words.anaphor for match in pattern.finditer(plain, low, high))
        self.anaphors = sorted(anaphors, key=re.Match.start, reverse=True)

    def enter(self, low: int, high: int) -> None:
        """Begin a stretch of the text."""
        self.low, self.high, self.done, self.first = low, high, low, len(self.found)

    def leave(self) -> None:
        """End a stretch: add what its common nouns name, and put all in order."""
        self.named = len(self.found)
        while self.anaphors and self.anaphors[-1].start() < self.high:
            match = self.anaphors.pop()
            at = match.start()
            if at >= self.low and match.end() <= self.high and not self.plain[max(0, at - 1) : at].isalnum():
                self._anaphor(match)
        if len(self.found) > self.named:
            ordered = sorted(self.found[self.first :], key=lambda place: (place.start, -place.end))
            ends = [self.low, *accumulate((place.end for place in ordered), max)]
            self.found[self.first :] = [place for place, end in zip(ordered, ends, strict=False) if place.start >= end]

    def read(self, word: str, at: int) -> None:
        """Read the name that may begin with a capitalised word."""
        sign = self.plain[at - 1 : at] if at > self.low else ""
        if sign and (sign.isalnum() or sign in _JOINED):
            return
        for spelling, entries, entry in self.index.gazetteer.names.get(word, ()):
            end = at + len(spelling)
            if self.plain.startswith(spelling, at) and end <= self.high and not self._goes_on(end):
                if entries[0].kind in _UNITS and self._is_longer_name(end):
                    break  # "Orvel Dawa", which is not Orvel
                self._known(at, end, entries, entry, sure=spelling not in self.words.words_too)
                return
        if word in self.index.adjectives:
            self._own_land(word, at)
        elif not (word in self.words.heads and self._site(word, at)) and self._may_be_led(at):
            self._unknown(at)

    def _may_be_led(self, at: int) -> bool:
        """Say whether the last words before a name can lead to a place; most names fail here, and cost little."""
        plain, words = self.plain, self.words
        space = plain.rfind(" ", self.low, at - 1)
        word = plain[max(self.low, space + 1) : at - 1]
        if word in words.cue_words or space <= self.low:
            return word in words.cue_words
        before = plain[max(self.low, plain.rfind(" ", self.low, space) + 1) : space].lower().rpartition("'")[2]
        return before in (words.noun_before_name if word in words.of_words else words.lead_or_more)

    def _goes_on(self, end: int) -> bool:
        """Say whether a word goes on at an offset."""
        sign = self.plain[end : end + 1]
        return sign.isalnum() or sign == "$"

    def _is_longer_name(self, end: int) -> bool:
        """Say whether a name goes on past an offset with a word that is no noun of place, office or time."""
        match = _SITE_NAME.match(self.plain, end, self.high)
        if match is None or match[1].isupper() or match[1].isdigit():
            return False
        low, words = match[1].lower().removesuffix("'s"), self.words
        noun = low in words.kinds or low in words.sites or low in words.no_place or low in words.noun_after_name
        known = match[1] in self.index.heads or low in words.calendar or low in words.offices
        return not (noun or known)

    def _known(self, at: int, end: int, entries: tuple[Entry, ...], entry: Entry | None, *, sure: bool) -> None:
        """Keep a name that the gazetteer knows, with what the words around it make of it."""
        before = before_name(self.plain, self.low, at, self.words)
        after = after_name(self.plain, end, self.high, self.words)
        self.done = end
        if not (sure or before.relation or before.kind):
            return
        kind = after.kind or before.kind
        if kind in _UNITS and len(entries) > 1:
            entries = of_kind(entries, kind)
            entry = chosen(entries)
        start = at if before.start is None or after.kind or self._is_taken(before.start) else before.start
        joined = self._joined(start) if before.relation is None else None
        relation = joined.relation if joined else before.relation
        if before.kind == "side" and entries[0].kind not in _REGIONAL:
            start, relation, kind = at, "near", None
        if after.site_end is not None or kind == "site":
            end, kind = after.site_end or end, "site"
            self.done = end
        elif after.kind_end is not None:
            self.done = end = after.kind_end
        inside = before.belongs or after.belongs or (after.office and (relation is None or before.has_article))
        listed = joined is not None and self.plain[joined.end : start].strip() in self.words.joints
        inside = inside or (listed and relation is None and self.found[-1].inside_name)
        self._keep(_Reading(start, end, kind, relation, inside), entries, entry)

    def _is_taken(self, start: int) -> bool:
        """Say whether an offset lies in the place found last, over which no other name reaches back."""
        return len(self.found) > self.first and start < self.found[-1].end

    def _joined(self, start: int) -> FoundPlace | None:
        """Give the place before in a list, or that the next lies in: "in Orvel and Velmora", "in Orvel, Zanara"."""
        if len(self.found) == self.first or start - self.found[-1].end > _AHEAD:
            return None
        gap = self.plain[self.found[-1].end : start].strip()
        if gap in self.words.joints or self.words.of_capital.fullmatch(gap):
            return self.found[-1]
        return None

    def _keep(self, read: _Reading, entries: tuple[Entry, ...], entry: Entry | None) -> None:
        """Keep a known place, or a part of it, or a site in it; what was found inside it goes."""
        while len(self.found) > self.first and self.found[-1].end > read.start:
            self.found.pop()
        if entry is None:
            self.unsettled.append(Unsettled(read.start, entries))
            entry = common(entries)
        else:
            self.labels.append((read.start, entry.shows))
        name, kind, latitude, longitude = entry.name, entry.kind, entry.latitude, entry.longitude
        if read.kind in _WITHIN:
            name, kind, latitude, longitude = self.text[read.start : read.end], _WITHIN[read.kind], None, None
            row = self._row_of(name)
            if row is not None:
                self.labels.append((read.start, row.shows))
                name = row.name
        within = (entry.country or None, entry.region or None, entry.former_region or None)
        values = (read.start, read.end, name, kind, *within, latitude, longitude, True, read.inside, read.relation)
        self.found.append(_new(FoundPlace, values))

    def _row_of(self, name: str) -> Entry | None:
        """Give the site or area of the gazetteer that bears a name, whatever its capitals."""
        return self.index.gazetteer.written_small.get(name.lower().replace("’", "'"))

    def _own_land(self, word: str, at: int) -> None:
        """Keep "Malian territory", "the Chadian border", "the Malian capital"."""
        countries = self.index.adjectives[word]
        match = _NEXT_WORD.match(self.plain, at + len(word), self.high)
        if match and match[1] in self.words.own_land and len(countries) == 1:
            before = before_name(self.plain, self.low, at, self.words)
            self.done = end = match.end()
            seat = self.index.gazetteer.capitals.get(countries[0]) if match[1] in self.words.same_capital else None
            if seat is not None:
                self._keep(_Reading(at, end, None, before.relation, inside=False), (seat,), seat)
            else:
                name = self.text[at:end]
                self.found.append(FoundPlace(at, end, name, "area", countries[0], known=True, relation=before.relation))

    def _site(self, word: str, at: int) -> bool:
        """Keep "Camp Orvel", "Orvel Camp", "Maison d'arrêt d'Orvel"; say whether it was one."""
        start, end = at, at + len(word)
        match = _SITE_NAME.match(self.plain, end, self.high) if word.lower() in self.words.site_heads else None
        if match and match[1].lower() not in self.words.offices:
            self._keep_site(start, match.end(), before_name(self.plain, self.low, at, self.words))
            return True
        phrase = self._phrase_at(at)
        if not phrase:
            return False
        before = before_name(self.plain, self.low, at, self.words)
        if " " in phrase and before.relation:
            end = at + len(phrase)
            of = _SITE_OF.match(self.plain, end, self.high)
            self._keep_site(start, of.end() if of else end, before)
            return True
        capitals = _CAPITALS_BEFORE.search(self.plain, max(self.low, self.done, at - _AHEAD), at)
        if capitals:
            start = capitals.start()
            before = before_name(self.plain, self.low, start, self.words)
            if before.relation or self.plain[start - 1 : start] == "(":
                self._keep_site(start, end, before)
                return True
        return False

    def _phrase_at(self, at: int) -> str:
        """Give the longest noun of a site that stands at an offset, "" where there is none."""
        ahead = self.plain[at : min(self.high, at + _AHEAD)].lower()
        return max(
            (site for site in self.words.site_ends if ahead.startswith(site) and not ahead[len(site) :][:1].isalnum()),
            key=len,
            default="",
        )

    def _keep_site(self, start: int, end: int, before: Before) -> None:
        """Keep a site that the gazetteer may know."""
        self.done = end
        row = self._row_of(self.text[start:end])
        if row is not None:
            self._keep(_Reading(start, end, None, before.relation, inside=before.belongs), (row,), row)
        else:
            name = self.text[start:end]
            self.found.append(FoundPlace(start, end, name, "site", inside_name=before.belongs, relation=before.relation))

    def _unknown(self, at: int) -> None:
        """Keep a name that the gazetteer does not know, where the words around it show that it is a place."""
        before = before_name(self.plain, self.low, at, self.words)
        if before.relation is None and before.kind is None:
            return
        match = self.index.name.match(self.plain, at, self.high)
        if match is None:
            return
        name = match[0].removesuffix("'s")
        end = at + len(name)
        after = after_name(self.plain, end, self.high, self.words)
        last = name.rpartition(" ")[2].lower()
        is_site = after.site_end is not None or before.kind == "site" or (" " in name and last in self.words.sites)
        unit = self.words.kinds.get(last) if " " in name else None
        kind = unit or after.kind or before.kind
        if not is_site and kind not in _UNITS and not self._may_stand_alone(name, end, before, after):
            return
        if self._is_refused(name, typed=is_site or unit is not None):
            return
        if last in self.words.organised_sites and after.word in self.words.belonging:
            return  # "the Orvel School of Medicine"
        if " " not in name and last in self.words.sites and after.word in self.words.of:
            return  # "Camp of Orvel", which the name behind it will open
        end = after.site_end or after.kind_end or end
        start = at if before.start is None or before.kind == "side" or self._is_taken(before.start) else before.start
        relation = "near" if before.kind == "side" else before.relation
        kind = "site" if is_site else kind if kind in _UNITS or kind == "part" else "unknown"
        self.found.append(FoundPlace(start, end, self.text[start:end], kind, inside_name=before.belongs, relation=relation))
        self.done = end
        if relation in ("in", "near"):
            self._list(end, relation)

    def _may_stand_alone(self, name: str, end: int, before: Before, after: After) -> bool:
        """Say whether a name without a noun of place can be one: "in Orvel", but not "to Orvel", "in the Orvel"."""
        if before.relation == "to" or before.relation is None or before.has_article or before.belongs or before.employs:
            return before.kind == "side"
        if after.possessive or after.belongs or "'s " in name or _NUMBER_NEXT.match(self.plain, end):
            return False
        compound = name.rpartition("-")[2].islower() and "-" in name
        if compound and after.word and after.word not in self.words.clause_words:
            return False  # "in Zanor-held areas"
        return not (name.isupper() and len(name) <= _ACRONYM)

    def _is_refused(self, name: str, *, typed: bool) -> bool:
        """Say whether a name has words that no place has: months, organisations, titles, peoples and languages."""
        words = name.split()
        if typed:  # "Orvel Central Prison", "Orvel State"
            nouns = self.words.noun_after_name
            words = [word for word in words if word.lower() not in nouns]
        if not words:
            return True
        no_place = self.words.no_place
        calendar = self.words.calendar
        return any(
            word.lower().removesuffix("'s") in no_place
            or word in self.index.adjectives
            or not calendar.isdisjoint(word.lower().split("-"))
            for word in words
        )

    def _list(self, end: int, relation: Relation) -> None:
        """Keep the names that go on a list after one: ", Orvel and Velmora"."""
        match = _LIST.match(self.plain, end, self.high)
        if match is None:
            return
        after = after_name(self.plain, match.end(), self.high, self.words)
        if after.word in self.words.verbs or after.possessive or after.belongs or after.office:
            return  # "in Orvel, and Moru was …"
        for name in _LISTED.finditer(self.plain, end, match.end()):
            first = name[0].split()[0]
            if first in self.index.gazetteer.names or self._is_refused(name[0], typed=False):
                return
            self.found.append(FoundPlace(name.start(), name.end(), self.text[name.start() : name.end()], relation=relation))
            self.done = name.end()

    def _anaphor(self, match: re.Match[str]) -> None:
        """Keep "the country", "the capital", "in the north (of the country)"."""
        noun, start, end = match[1], match.start(1), match.end()
        kind = self.words.anaphors[noun]
        after = after_name(self.plain, end, self.high, self.words)
        before = before_name(self.plain, self.low, match.start(), self.words)
        relation = before.relation
        if relation is None and match[0].split()[0] in self.words.contracted:
            relation = "in"  # "au pays", "du nord"
        if after.word in self.words.no_place_after:
            return
        if kind == "part":
            self._part(match, after, relation)
            return
        if after.possessive and after.word in self.words.same_capital:
            kind, end = "capital", end + len("'s ") + len(after.word)
        elif kind == "capital" and self._beside_capital(start, end):
            return
        inside = after.possessive and after.belongs
        country = self.index.gazetteer.adjectives.get(after.word, ())
        if kind == "capital" and len(country) == 1 and (seat := self.index.gazetteer.capitals.get(country[0])):
            self._keep(_Reading(start, end, None, relation, inside=False), (seat,), seat)
            return
        self.found.append(FoundPlace(start, end, kind, "anaphor", inside_name=inside, relation=relation))

    def _part(self, match: re.Match[str], after: After, relation: Relation | None) -> None:
        """Keep "the north" after a preposition, where no other noun follows."""
        whole = self.words.of_country.match(self.plain, match.end(), self.high)
        if whole or (
            relation == "in" and (not after.word or after.word in self.words.clause_words) and after.word not in self.words.of
        ):
            end = whole.end() if whole else match.end()
            self.found.append(FoundPlace(match.start(1), end, match[1], "part", relation=relation))

    def _beside_capital(self, start: int, end: int) -> bool:
        """Say whether "the capital" stands beside its name: "the capital, Velmora", "Velmora, the capital"."""
        at = bisect_left(self.found, start, self.first, self.named, key=_start_of)
        return any(
            place.kind in _SEATS and (0 <= place.start - end <= len(", ") or 0 <= start - place.end <= len(", the "))
            for place in self.found[max(self.first, at - 1) : min(at + 1, self.named)]
        )


def _start_of(place: FoundPlace) -> int:
    """Give where a place starts."""
    return place.start
