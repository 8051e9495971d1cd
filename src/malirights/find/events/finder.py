"""Events in a text: each trigger read, its time and place found, and mentions of one happening joined."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from malirights.find.events.counts import count_of
from malirights.find.events.drafts import Draft
from malirights.find.events.linking import is_within
from malirights.find.events.memory import Memory, Party
from malirights.find.events.merging import merged
from malirights.find.events.parties import actor, count_of_parties, parties, speaker_of
from malirights.find.events.places import Located, PlaceReader, place, place_meant, place_of
from malirights.find.events.reading import is_offence, read
from malirights.find.events.readings import ACCUSING, Reading
from malirights.find.events.sentence import Phrase, Sentence
from malirights.find.events.status import Status, status_of
from malirights.find.events.times import Timed, days_of, time_of, timed
from malirights.find.events.words import EventWords
from malirights.find.foundplace import FoundPlace
from malirights.lexicon import Lexicon
from malirights.model import Count, Event, EventStatus, Span, When
from malirights.segment import sentence_breaks

__all__ = ["events_in"]

_Stretch = tuple[int, int]
_MARKER = re.compile(r"\s*(?:[-–—•·*▪]|\d{1,2}[.)])\s+")
_Named = tuple[tuple[Party, ...], tuple[Party, ...]]
_LONGEST = 1_500
_NEXT = 8
_HEADING = 12
_NATIONAL = frozenset({"legislation"})
_ONE_EACH = frozenset(
    {
        "abduction",
        "arrest",
        "detention",
        "enforced_disappearance",
        "extrajudicial_execution",
        "killing",
        "sentence",
        "torture",
        "sexual_violence",
    }
)
_REPORTING = frozenset({"report", "mission"})
_ATTACKS = frozenset({"airstrike", "armed_attack", "explosion", "clash", "protest"})
_DEADLY = frozenset({"extrajudicial_execution", "killing"})
_TOLLS = frozenset({"injury", "killing"})
_OUTCOMES = frozenset({"killing", "injury", "property_destruction", "displacement"})


def events_in(
    text: str,
    stretches: Sequence[_Stretch],
    times: Sequence[When],
    words: EventWords,
    lexicon: Lexicon,
    *,
    headlines: Sequence[_Stretch] = (),
    country: str | None,
    statement_id: str | None,
    date: dt.date | None,
) -> tuple[Event, ...]:
    """Find the events of a text whose paragraphs, times and language are known."""
    places = PlaceReader(text, stretches, lexicon, country, date)
    finder = _Finder(text, times, words, places, date)
    drafts: list[Draft] = []
    for start, end in stretches:
        drafts += finder.drafts(start, end, headline=(start, end) in headlines)
    return tuple(
        _event(text, draft, lexicon, places.country, statement_id=statement_id, date=date)
        for draft in merged(drafts, words.generic, country)
    )


def _event(
    text: str, draft: Draft, lexicon: Lexicon, country: str | None, *, statement_id: str | None, date: dt.date | None
) -> Event:
    """Make the event."""
    return Event(
        kind=draft.kind,
        trigger=Span(*draft.trigger),
        sentence=Span(*draft.sentence),
        when=draft.when,
        where=place(text, draft.where) if draft.where else None,
        perpetrators=tuple(actor(party, text, lexicon, country) for party in draft.perpetrators),
        victims=tuple(actor(party, text, lexicon, country) for party in draft.victims),
        count=draft.number,
        status=draft.status,
        mentions=tuple(Span(*mention) for mention in draft.mentions),
        status_span=Span(*draft.status_span) if draft.status_span else None,
        statement_id=statement_id,
        date=date,
    )


class _Told(NamedTuple):
    """What a sentence tells: its triggers as they are read, with their parties, its times and its places."""

    sentence: Sentence
    readings: Sequence[Reading]
    named: Sequence[_Named]
    dated: Timed
    located: Sequence[Located]
    headline: bool


class _Finder:
    """Goes through the paragraphs of one text in order, and remembers who was named."""

    def __init__(self, text: str, times: Sequence[When], words: EventWords, places: PlaceReader, date: dt.date | None) -> None:
        self._text, self._words, self._places, self._date = text, words, places, date
        self._times = [when for when in times if when.span]
        self._starts = [when.span.start for when in self._times if when.span]
        self._memory = Memory(parties)

    def drafts(self, start: int, end: int, *, headline: bool) -> list[Draft]:
        """Give the mentions of events in a paragraph."""
        found: list[Draft] = []
        marker = _MARKER.match(self._text, start, end)
        start = marker.end() if marker and marker.end() < end else start  # an item of a list
        for first, after in _sentences(self._text, start, end, self._words):
            times = self._times[bisect_left(self._starts, first) : bisect_left(self._starts, after)]
            spans = [(when.span.start, when.span.end) for when in times if when.span]
            sentence = Sentence(self._text, first, after, self._words, spans)
            self._memory.tell_subject(sentence)
            for draft in self._in_sentence(sentence, times, headline=headline):
                before = next((number for number, one in enumerate(found) if _is_fate(draft, one)), None)
                if before is not None:
                    found[before] = found[before]._replace(mentions=found[before].mentions + draft.mentions)
                    continue
                found.append(_continued(draft, found) if found else draft)
        return found

    def _in_sentence(self, sentence: Sentence, times: Sequence[When], *, headline: bool) -> list[Draft]:
        """Give the mentions of events in a sentence."""
        readings = read(sentence)
        if not readings or (not headline and _is_heading(sentence)):
            return []
        located = self._places.places_in(sentence)
        named: list[_Named] = []
        for reading in readings:
            struck = _is_struck(sentence, reading, located)
            doers, sufferers = self._named(sentence, reading._replace(doer=None) if struck else reading)
            named.append((doers, sufferers))
            self._memory.tell(doers)
            self._memory.tell(self._owners(sentence, reading.sufferer))
            self._memory.tell(sufferers)
            if reading.sense.kind in _DEADLY:
                self._memory.bury(sufferers)
        told = _Told(sentence, readings, named, timed(sentence, times), located, headline)
        found: list[Draft] = []
        for number, reading in enumerate(readings):
            if reading.sense.kind in ACCUSING:
                self._memory.accuse(named[number][1])
            status = status_of(sentence, reading, readings[:number])
            draft = self._draft(told, number, status) if status else None
            if draft:
                found.append(draft)
        return found

    def _draft(self, told: _Told, number: int, status: Status) -> Draft | None:
        """Give the mention of an event that a trigger makes, where it has an anchor or takes up one that had."""
        sentence, reading, (doers, sufferers) = told.sentence, told.readings[number], told.named[number]
        kind, offence = reading.sense.kind, is_offence(sentence, reading, told.readings)
        when = time_of(sentence, number, told.readings, told.dated) or self._when_inside(told, number)
        if offence and when and self._is_before(sentence, when, reading):
            when = None  # it is the time of the accusation
        meant = place_meant(sentence, number, told.readings)
        where = place_of(sentence, number, told.readings, told.located)
        if meant and (where is None or _lies_in(self._text, meant, where)):
            where = meant  # "a raid on Orvel, in Zanara"
        if where is None and kind in _NATIONAL:
            where = self._places.country_in(sentence, reading.doer)
        means = _is_means(sentence, reading.doer)
        acted = doers and not (offence or (means and kind != "explosion"))  # what goes off is told by itself
        anchored = bool(sufferers or when or where or acted or (kind in _REPORTING and self._is_fresh(sentence, reading)))
        anchored = anchored or _count(sentence, reading, sufferers) is not None  # "counted 31 deaths"
        definite = sentence.lows[reading.group] in self._words.definite
        if not (anchored or (definite and not reading.sense.is_verb)):
            return None
        accused = self._accused_of(reading, told.readings, told.named) if offence else ()
        named = accused or (() if means else doers)
        assumed = () if named else self._assumed(sentence, reading, offence=offence)
        trigger = sentence.offsets((reading.trigger.first, reading.trigger.last))
        return Draft(
            word=sentence.lows[reading.trigger.last - 1],
            kind=kind,
            trigger=trigger,
            mentions=(trigger,),
            sentence=sentence.trimmed,
            headline=told.headline,
            when=days_of(sentence, reading, when, told.dated) if when else None,
            where=where,
            perpetrators=named or assumed,
            victims=() if kind == "killing" and _is_place(meant, sufferers) else sufferers,  # "the massacre of Orvel"
            number=None if _is_place(meant, sufferers) else _count(sentence, reading, sufferers),
            status=self._status(sentence, reading, status.status, when, offence=offence and bool(accused or assumed)),
            status_span=sentence.offsets(status.shown) if status.shown else None,
            definite=definite,
            anchored=anchored,
            assumed=bool(assumed),
        )

    @staticmethod
    def _when_inside(told: _Told, number: int) -> When | None:
        """Give a protest the time of the act that put an end to it: "when, on Monday, soldiers broke up a march"."""
        protest = number and told.readings[number].sense.kind == "protest"
        inside = protest and is_within(told.sentence, told.readings[number - 1], told.readings[number])
        return time_of(told.sentence, number - 1, told.readings[:number], told.dated) if inside else None

    def _is_fresh(self, sentence: Sentence, reading: Reading) -> bool:
        """Say whether a noun names a report that is told of for the first time: "said in a new report"."""
        return not self._words.fresh.isdisjoint(sentence.lows[reading.group : reading.trigger.first])

    def _is_before(self, sentence: Sentence, when: When, reading: Reading) -> bool:
        """Say whether a time stands before a noun, and not in its phrase: "the 2011 murder"."""
        start, _ = sentence.offsets((reading.group, reading.group + 1))
        return when.span is not None and bool(self._text[when.span.end : start].strip())

    def _named(self, sentence: Sentence, reading: Reading) -> _Named:
        """Give who does it, and to whom."""
        others = () if _is_pronoun(sentence, reading.sufferer) else parties(sentence, reading.sufferer, self._memory)
        doers = parties(sentence, reading.doer, self._memory, but=others)
        charge = reading.sense.kind == "explosion" and _is_means(sentence, reading.sufferer)  # "a grenade was thrown"
        if charge or (reading.sense.victimless and reading.sense.kind not in ACCUSING):
            return doers, ()
        whom = _whose_case(sentence, reading.sufferer) if reading.sense.victimless else reading.sufferer
        dead = self._memory.dead if reading.sense.kind in ACCUSING else ()  # whom nobody tries
        sufferers = parties(sentence, whom, self._memory, but=(*doers, *dead))
        return (() if doers == sufferers else doers), sufferers

    def _owners(self, sentence: Sentence, whom: Phrase | None) -> tuple[Party, ...]:
        """Give the people whose thing it is that an act is done to, whom a pronoun may mean: "the house of Ada Moru"."""
        of = sentence.core(whom)[1] if whom else 0
        if whom is None or of == whom[1] or sentence.is_human((whom[0], of)) or not sentence.is_human((of + 1, whom[1])):
            return ()
        return parties(sentence, (of + 1, whom[1]), self._memory)

    @staticmethod
    def _accused_of(reading: Reading, readings: Sequence[Reading], named: Sequence[_Named]) -> tuple[Party, ...]:
        """Give those who are accused of an act in its sentence: Ada Moru in "sentenced Ada Moru for directing attacks"."""
        told = zip(readings, named, strict=True)
        accused = [whom for one, (_, whom) in told if one.sense.kind in ACCUSING and one.trigger.first < reading.group]
        agent = reading.doer is not None and reading.doer[0] > reading.trigger.first
        return accused[-1] if accused and not agent else ()

    def _assumed(self, sentence: Sentence, reading: Reading, *, offence: bool) -> tuple[Party, ...]:
        """Give who does what is told without a doer: of a report the one who speaks, of an offence the accused."""
        if reading.sense.kind in _REPORTING:
            at, _ = sentence.offsets((reading.trigger.first, reading.trigger.last))
            found = speaker_of(sentence, self._memory) or self._memory.body(named=True)
            return tuple(party for party in found if not party.start <= at < party.end)  # "in an open letter,"
        return self._memory.accused() if offence else ()

    def _status(
        self, sentence: Sentence, reading: Reading, status: EventStatus, when: When | None, *, offence: bool
    ) -> EventStatus:
        """Give the status, which an accusation and a time to come may change."""
        if offence:
            found = sentence.has(0, reading.trigger.first, sentence.words.verdicts)
            return status if found else "alleged"
        to_come = self._date and when and when.meant.earliest > self._date
        return "planned" if status == "reported" and to_come else status


def _sentences(text: str, start: int, end: int, words: EventWords) -> Iterator[_Stretch]:
    """Give the sentences of a paragraph, overlong ones cut at a space."""
    breaks = [start, *sentence_breaks(text, start, end, words.grammar.abbreviations), end]
    for first, after in pairwise(breaks):
        while after - first > _LONGEST:
            cut = text.rfind(" ", first + 1, first + _LONGEST)
            cut = cut if cut > first else first + _LONGEST
            yield first, cut
            first = cut  # noqa: PLW2901 - what is left of the sentence
        yield first, after


def _is_fate(draft: Draft, before: Draft) -> bool:
    """Say whether an act only says that those abducted before have not come back: "They have not been seen since"."""
    return (draft.kind, before.kind) == ("enforced_disappearance", "abduction") and draft.victims == before.victims != ()


def _continued(draft: Draft, told: Sequence[Draft]) -> Draft:
    """Give the outcome of an attack the time and the place of the attack, told just before in the same paragraph."""
    before = told[-1]
    listed = {before.kind, draft.kind} == _TOLLS and before.sentence == draft.sentence  # "six were killed, and 35 were hurt"
    if draft.kind not in _OUTCOMES or not (listed or before.kind in _ATTACKS) or draft.when or draft.status != "reported":
        return draft
    attacks = (one for one in reversed(told) if one.sentence == before.sentence and one.kind in _ATTACKS and one.when)
    dated = before if before.when else next(attacks, before)  # "fired at villagers who had gathered"
    return draft._replace(when=dated.when, where=draft.where or before.where or dated.where)


def _count(sentence: Sentence, reading: Reading, sufferers: Sequence[Party]) -> Count | None:
    """Count those to whom an act is done; acts that are counted have one each: "17 executions"."""
    found = count_of_parties(sufferers)
    if found or reading.sense.frame != "suffered" or reading.sense.kind not in _ONE_EACH:
        return found
    return count_of(sentence, (reading.group, reading.trigger.last))


def _lies_in(text: str, place: FoundPlace, whole: FoundPlace) -> bool:
    """Say whether a place is told to lie in another, named right after it."""
    return text[place.end : whole.start].strip(" ,").islower() and 0 < whole.start - place.end <= _NEXT


def _is_struck(sentence: Sentence, reading: Reading, located: Sequence[Located]) -> bool:
    """Say whether a relative clause tells what an act on its subject, a place, did: "the raid on Orvel, which killed"."""
    doer = reading.doer
    if doer is None or sentence.lows[reading.group - 1] not in sentence.words.relative:
        return False
    led = sentence.lows[doer[0] - 1] in sentence.words.grammar.prepositions
    return led and any(one.first == doer[0] for one in located)


def _is_place(meant: FoundPlace | None, sufferers: Sequence[Party]) -> bool:
    """Say whether what an act strikes is a place, which counts nobody."""
    return meant is not None and any(party.start == meant.start for party in sufferers)


def _whose_case(sentence: Sentence, phrase: Phrase | None) -> Phrase | None:
    """Give those whose verdict or penalty a court changes: the bakers in "upheld the sentences of two bakers"."""
    if phrase is None or sentence.is_human(sentence.core(phrase)):
        return None
    whom = (sentence.core(phrase)[1] + 1, phrase[1])
    if whom[0] < whom[1]:
        return whom if sentence.is_human(whom) else None
    owned = sentence.lows[phrase[0]] in sentence.words.possessives
    return (phrase[0], phrase[0] + 1) if owned else None


def _is_heading(sentence: Sentence) -> bool:
    """Say whether a line is the heading of a section, which tells of nothing in particular: "Attacks on defenders"."""
    last, size = sentence.tokens[-1], len(sentence.tokens)
    if not last.is_word or size > _HEADING or sentence.times or sentence.has_verb(0, size):
        return False
    return not any(sentence.counts(number) or (number and sentence.tokens[number].is_capital) for number in range(size))


def _is_means(sentence: Sentence, phrase: Phrase | None) -> bool:
    """Say whether a phrase names a thing by which people are harmed: "a mine exploded"."""
    if phrase is None or sentence.is_human(sentence.core(phrase)):
        return False
    return sentence.lows[phrase[1] - 1] in sentence.words.means or sentence.is_headed_by(phrase, sentence.words.arms)


def _is_pronoun(sentence: Sentence, phrase: Phrase | None) -> bool:
    """Say whether a phrase is a pronoun, which means others than those that the clause names."""
    return phrase is not None and sentence.lows[phrase[1] - 1] in sentence.words.pronouns
