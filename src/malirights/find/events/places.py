"""The places of a sentence, and which of them an act has."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from malirights.find.events.linking import is_joined, is_subject, is_within, reach, shares_setting, trails
from malirights.find.events.readings import WRONGS, Reading
from malirights.find.events.sentence import Phrase, Sentence
from malirights.find.gazetteer import Gazetteer
from malirights.find.places import FoundPlace, find_places
from malirights.lexicon import Lexicon
from malirights.model import Place, Span

__all__ = ["Located", "PlaceReader", "place", "place_meant", "place_of"]

_GAP = 4
_HOLDING = frozenset({"arrest", "detention"})
_OPENING = 2
_REACH = 8
_EXACT = {"site": 0, "village": 1, "town": 1, "capital": 1, "unknown": 2, "cercle": 2, "region": 3, "part": 3, "territory": 3}
_COUNTRY, _AREA = 4, 5
_ACRONYM = 2
_MOVING = frozenset(
    {"aid_obstruction", "displacement", "forced_eviction", "military_intervention", "mission", "peacekeeping", "protest"}
)
_STRIKING = frozenset({"aid_obstruction", "airstrike", "armed_attack", "property_destruction", "territory_capture"})
_WHOLE = frozenset({"country", "area"})


class Located(NamedTuple):
    """A place in a sentence.

    Attributes:
        first: The number of its first token.
        place: The place.
    """

    first: int
    place: FoundPlace


class PlaceReader:
    """Knows the places of one text, and the country that it speaks of."""

    def __init__(
        self,
        text: str,
        stretches: Sequence[tuple[int, int]],
        lexicon: Lexicon,
        country: str | None,
        date: dt.date | None,
    ) -> None:
        """Take the text, whose places are found when the first is asked for."""
        self._text, self._stretches, self._lexicon, self._country = text, stretches, lexicon, country
        self._date = date.isoformat() if date else ""

    @cached_property
    def _found(self) -> list[FoundPlace]:
        """The places of the text."""
        return find_places(self._text, self._stretches, self._lexicon)

    @cached_property
    def _starts(self) -> list[int]:
        """Where they start."""
        return [found.start for found in self._found]

    @cached_property
    def country(self) -> str | None:
        """The country that the text speaks of."""
        return self._country or next((found.country for found in self._found if found.country), None)

    def places_in(self, sentence: Sentence) -> list[Located]:
        """Give the places of a sentence, those inside names left out, and "the country" and "the capital" by their names."""
        found: list[Located] = []
        for one in self._found[bisect_left(self._starts, sentence.start) : bisect_left(self._starts, sentence.end)]:
            named = self._named(one) if one.kind == "anaphor" else one
            if named and not named.inside_name and (named.relation or named.kind not in _WHOLE):
                found.append(Located(sentence.number_at(named.start), named))
        return found

    def country_in(self, sentence: Sentence, phrase: Phrase | None) -> FoundPlace | None:
        """Give the country whose body a phrase names, where its acts hold: "Zanara’s parliament"."""
        if phrase is None:
            return None
        start, end = sentence.offsets(phrase)
        inside = self._found[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return next((one for one in inside if one.kind == "country"), None)

    def _named(self, anaphor: FoundPlace) -> FoundPlace | None:
        """Give the country, or its capital where the text names it, for "the country" and "the capital"."""
        if self.country is None:
            return None
        if anaphor.name == "country":
            return anaphor._replace(name=self.country, kind="country", country=self.country, known=True)
        seats = self._lexicon.built(Gazetteer).former_capitals.get(self.country, {})
        seat = next((name for name, until in seats.items() if self._date and self._date < until), None)
        named = (one for one in self._found if one.country == self.country)
        capital = next((one for one in named if (one.name == seat if seat else one.kind == "capital")), None)
        return capital._replace(start=anaphor.start, end=anaphor.end) if capital else None


def place_of(sentence: Sentence, number: int, readings: Sequence[Reading], located: Sequence[Located]) -> FoundPlace | None:
    """Give the place of an act: the first after it before the next act, else one before it in its clause; of a list the last's.

    Args:
        sentence: The sentence.
        number: The number of the act among those of the sentence.
        readings: The acts of the sentence.
        located: Its places.
    """
    reading = readings[number]
    located = [one for one in located if not _is_person(sentence, reading, one)]
    if not located or reading.presumed:
        return None
    following = next((one for one in readings[number + 1 :] if not one.attributive), None)
    limit = reach(sentence, reading, following)
    own = reading.trigger.first if reading.sense.frame == "state" else reading.trigger.last  # "à la | prison de Velmora"
    after = [one for one in located if own <= one.first < limit]
    if after:
        return _most_exact(after)
    if following and shares_setting(sentence, reading, following):
        return place_of(sentence, readings.index(following), readings, located)
    if following and is_within(sentence, reading, following):
        found = place_of(sentence, readings.index(following), readings, located)
        if found or not number:
            return found
    if number and (gone_on := _of_one_before(sentence, number, readings, located)):
        return gone_on
    if number and is_subject(sentence, readings[number - 1], reading):  # "clashes in Orvel left nine people dead"
        inside = [one for one in located if readings[number - 1].trigger.last <= one.first < reading.group]
        return _most_exact(inside) if inside else None
    clause = sentence.clause_start(reading.group)
    opened = min((one.trigger.first for one in readings[:number] if one.trigger.first >= clause), default=reading.trigger.first)
    near = [one for one in located if clause <= one.first < opened and not sentence.has_verb(one.first, reading.group)]
    if near:
        return _most_exact(near)
    if sentence.lows[clause - 1] in sentence.words.wheres and (pointed := _pointed_at(sentence, clause - 1, located)):
        return pointed
    return located[0].place if _opens(sentence, located[0], reading) else None


def _opens(sentence: Sentence, located: Located, reading: Reading) -> bool:
    """Say whether a place opens a sentence, by itself or in a longer phrase: "In a clinic in Orvel, soldiers burst in"."""
    if located.first <= min(_OPENING, reading.trigger.first):
        return True
    fronted = sentence.lows[0] in sentence.words.fronted and located.first < reading.trigger.first
    last = sentence.number_at(located.place.end - 1) + 1
    return fronted and sentence.lows[last] == "," and not sentence.has_verb(0, last) and "," not in sentence.lows[:last]


def _of_one_before(
    sentence: Sentence, number: int, readings: Sequence[Reading], located: Sequence[Located]
) -> FoundPlace | None:
    """Give the place of the act before one that tells how it went: "…, wounding nine bakers", "… when they broke up"."""
    reading, before = readings[number], readings[number - 1]
    when = reading.sense.is_verb and sentence.has_word(before.trigger.end, reading.group, sentence.words.whens)
    told = when or trails(sentence, reading) or _goes_on(sentence, before, reading)
    return place_of(sentence, number - 1, readings[:number], located) if told else None


def _goes_on(sentence: Sentence, before: Reading, reading: Reading) -> bool:
    """Say whether the same people do the next wrong, or it is done to the same: "held in a camp in Orvel and beaten"."""
    wrongs = reading.sense.kind in WRONGS and before.sense.kind in WRONGS | _HOLDING
    same = (reading.doer, before.doer) if reading.doer == before.doer else (reading.sufferer, before.sufferer)
    return wrongs and is_joined(sentence, before, reading) and same[0] == same[1] is not None


def _is_person(sentence: Sentence, reading: Reading, located: Located) -> bool:
    """Say whether what may be a place is the one to whom an act is done: "fired at Ada Moru"."""
    whom = sentence.core(reading.sufferer) if reading.sufferer else None
    if whom is None or not whom[0] <= located.first < whom[1]:
        return False
    return not located.place.known and sentence.is_people(whom)


def _pointed_at(sentence: Sentence, where: int, located: Sequence[Located]) -> FoundPlace | None:
    """Give the place that "where" points back to: "a team to Orvel, in the north, where"."""
    found = [one for one in located if one.first < where and not sentence.has_verb(one.first, where)]
    near = [one for one in found if where - one.first <= _REACH]
    return _most_exact(near) if near else None


def place_meant(sentence: Sentence, number: int, readings: Sequence[Reading]) -> FoundPlace | None:
    """Give the place that an act leaves, goes to or strikes, where only the act shows that a name is one.

    A name of one word alone: "fled Orvel", "was sent to Orvel", "the siege of Orvel". An act in another has that one's.

    Args:
        sentence: The sentence.
        number: The number of the act among those of the sentence.
        readings: The acts of the sentence.
    """
    found = _place_meant(sentence, readings[number])
    following = readings[number + 1 : number + 2]
    if found is None and following:
        inside = _place_meant(sentence, following[0])
        return inside if inside and is_within(sentence, readings[number], following[0]) else None
    return found


def _place_meant(sentence: Sentence, reading: Reading) -> FoundPlace | None:
    """Give the place that one act alone shows."""
    kind, words = reading.sense.kind, sentence.words
    number = None
    strikes = kind in _STRIKING or sentence.lows[reading.trigger.last - 1] in words.massacres
    if strikes and reading.sufferer and reading.sufferer[1] - reading.sufferer[0] == 1:
        number = reading.sufferer[0]
    if kind in _MOVING and number is None:
        after = range(reading.trigger.end, min(reading.trigger.end + _REACH, len(sentence.tokens)))
        led = (at for at in after if at == reading.trigger.end or sentence.lows[at - 1] in words.motions)
        number = next((at for at in led if _is_bare_name(sentence, at)), None)
    if number is None or not _is_bare_name(sentence, number):
        return None
    return FoundPlace(*sentence.offsets((number, number + 1)), sentence.tokens[number].text)


def _is_bare_name(sentence: Sentence, number: int) -> bool:
    """Say whether a token is a name of one word, of nobody that is known by its form."""
    words, token = sentence.words, sentence.tokens[number]
    around = sentence.tokens[number - 1 : number] + sentence.tokens[number + 1 : number + 2]
    other = token.low in words.humans or token.low in words.grammar.organisation_nouns or token.low in words.phrase_stops
    plain = token.is_capital and not (token.text.isupper() and len(token.text) >= _ACRONYM) and number not in sentence.times
    return plain and not other and not token.low.endswith("s") and not any(one.is_capital for one in around)


def _most_exact(located: Sequence[Located]) -> FoundPlace:
    """Give the most exact of the places that stand beside each other: "in Mali’s capital, Bamako"."""
    best = located[0]
    last = located[0].first
    for one in located[1:]:
        if one.first - last > _GAP:
            break
        last = one.first
        if _exactness(one.place) < _exactness(best.place):
            best = one
    return best.place


def _exactness(found: FoundPlace) -> int:
    """Rank a place by how much it holds."""
    return _EXACT.get(found.kind, _COUNTRY if found.kind == "country" else _AREA)


def place(text: str, found: FoundPlace) -> Place:
    """Make the place of an event."""
    return Place(
        name=found.name,
        mention=text[found.start : found.end],
        span=Span(found.start, found.end),
        region=found.region,
        latitude=found.latitude,
        longitude=found.longitude,
        known=found.known,
    )
