"""Events in a text: each trigger read, its time and place found, and mentions of one happening joined."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence

import attrs

from malirights.find.events.drafts import Draft
from malirights.find.events.merging import merged
from malirights.find.events.parties import Memory, Party, actor, count_of_parties, parties
from malirights.find.events.places import Placed, places_in
from malirights.find.events.reading import read
from malirights.find.events.readings import Reading
from malirights.find.events.sentence import Sentence
from malirights.find.events.status import status_of
from malirights.find.events.times import time_of
from malirights.find.events.words import EventWords
from malirights.model import Count, Event, EventStatus, Place, Span, When
from malirights.segment import sentence_breaks

__all__ = ["events_in"]

_Stretch = tuple[int, int]
_ACCUSING = frozenset({"charge", "trial", "conviction", "sentence", "arrest", "detention"})
_REPORTING = frozenset({"report", "mission"})
_ATTACKS = frozenset({"airstrike", "armed_attack", "explosion", "clash", "protest"})
_OUTCOMES = frozenset({"killing", "injury", "property_destruction", "displacement"})
_WRONGS = frozenset(
    {
        "killing",
        "extrajudicial_execution",
        "enforced_disappearance",
        "abduction",
        "torture",
        "sexual_violence",
        "heritage_destruction",
        "property_destruction",
        "armed_attack",
        "child_recruitment",
        "injury",
        "corporal_punishment",
    }
)


def events_in(
    text: str,
    stretches: Sequence[_Stretch],
    times: Sequence[When],
    words: EventWords,
    *,
    headlines: Sequence[_Stretch] = (),
    country: str | None,
    statement_id: str | None,
    date: dt.date | None,
) -> tuple[Event, ...]:
    """Find the events of a text whose paragraphs, times and language are known."""
    drafts: list[Draft] = []
    memory = Memory()
    ordered = [when for when in times if when.span]
    starts = [when.span.start for when in ordered if when.span]
    for number, (start, end) in enumerate(stretches):
        breaks = [start, *sentence_breaks(text, start, end, words.grammar.abbreviations), end]
        for first, after in zip(breaks, breaks[1:], strict=False):
            here = ordered[bisect_left(starts, first) : bisect_left(starts, after)]
            sentence = Sentence(text, first, after, words, [(when.span.start, when.span.end) for when in here if when.span])
            readings = read(sentence)
            _remember_subject(sentence, memory)
            if not readings:
                continue
            located = places_in(sentence, country)
            drafted = _drafted(sentence, readings, here, located, memory, (start, end) in headlines, date)
            drafts += [_continued(draft, drafts[-1:], start) for draft in drafted]
    return tuple(
        Event(
            kind=one.kind,
            trigger=Span(*one.trigger),
            sentence=Span(*_trimmed(text, one.sentence)),
            when=one.when,
            where=_place(text, one.where),
            perpetrators=tuple(actor(party, text) for party in one.perpetrators),
            victims=tuple(actor(party, text) for party in one.victims),
            count=one.count,
            status=one.status,
            mentions=tuple(Span(*mention) for mention in one.mentions),
            status_span=Span(*one.status_span) if one.status_span else None,
            statement_id=statement_id,
            date=date,
        )
        for one in merged(drafts, words.generic, country)
    )


def _continued(draft: Draft, before: Sequence[Draft], paragraph: int) -> Draft:
    """Give the outcome of an attack the time and the place of the attack, told just before in the same paragraph."""
    if not before or draft.kind not in _OUTCOMES or before[0].kind not in _ATTACKS or before[0].trigger[0] < paragraph:
        return draft
    if draft.when or draft.status != "reported":
        return draft
    return attrs.evolve(draft, when=before[0].when, where=draft.where or before[0].where)


def _drafted(
    sentence: Sentence,
    readings: Sequence[Reading],
    times: Sequence[When],
    located: Sequence[Placed],
    memory: Memory,
    headline: bool,
    date: dt.date | None,
) -> list[Draft]:
    """Make drafts of the acts of one sentence."""
    found: list[Draft] = []
    told: list[Sequence[Party]] = []
    speakers: tuple[Party, ...] = ()
    for number, reading in enumerate(readings):
        doers = parties(sentence, reading.doer, memory)
        sufferers = () if reading.sense.victimless else parties(sentence, reading.sufferer, memory)
        told += [doers, sufferers]
        if reading.sense.kind in _ACCUSING:
            memory.accuse(sufferers)
        shown = status_of(sentence, reading)
        if shown is None:
            continue
        status, span = shown
        when = time_of(sentence, number, readings, times)
        if date and when and status == "reported" and when.meant.earliest > date:
            status = "planned"
        where = _where(sentence, reading, readings, located)
        if not (doers or sufferers or when or where):
            continue
        offence = reading.sense.kind in _WRONGS and not reading.verb and _is_offence(sentence, reading)
        if offence and not (sufferers or when or where):
            continue
        assumed = not doers
        if not doers and reading.sense.kind in _REPORTING:
            doers = speakers = speakers or _speaker(sentence, memory) or memory.body()
        if not doers and offence:
            doers = memory.accused()
            status = "alleged" if not sentence.has(0, reading.trigger.first, sentence.words.verdicts) else status
        start, end = sentence.tokens[reading.trigger.first].start, sentence.tokens[reading.trigger.last - 1].end
        found.append(
            Draft(
                kind=reading.sense.kind,
                trigger=(start, end),
                sentence=(sentence.start, sentence.end),
                mentions=((start, end),),
                headline=headline,
                when=when.meant if when else None,
                where=where,
                perpetrators=doers,
                victims=sufferers,
                count=count_of_parties(sufferers),
                status=status,
                status_span=sentence.offsets(span) if span else None,
                assumed=assumed and bool(doers),
                definite=sentence.low(reading.group) in sentence.words.definite,
            )
        )
    for named in told:
        memory.tell(named)
    return found


def _is_offence(sentence: Sentence, reading: Reading) -> bool:
    """Say whether an act is what somebody is accused of, tried for or sentenced for, in its clause."""
    first = sentence.clause_start(reading.group)
    return sentence.has(first, reading.trigger.first, sentence.words.offences)


def _speaker(sentence: Sentence, memory: Memory) -> tuple[Party, ...]:
    """Give the organisation that speaks in a sentence: the subject of its verb of saying."""
    for number, token in enumerate(sentence.tokens):
        if token.low in sentence.words.announcers:
            inverted = (
                sentence.forward(number + 1)
                if number + 1 < len(sentence.tokens) and sentence.tokens[number + 1].is_capital
                else None
            )
            near = sentence.backward(number) if number and sentence.tokens[number - 1].is_capital else None
            phrase = inverted or near or sentence.subject(number)
            found = parties(sentence, phrase, memory)
            if found and found[0].named:
                return found[:1]
    return ()


def _remember_subject(sentence: Sentence, memory: Memory) -> None:
    """Remember the first noun phrase of a sentence, which a pronoun of the next can mean."""
    if sentence.tokens:
        memory.tell(parties(sentence, sentence.forward(0), memory))


def _where(sentence: Sentence, reading: Reading, readings: Sequence[Reading], located: Sequence[Placed]) -> Placed | None:
    """Choose the place of an act: the first after it before the next act, else one before it in its clause, else the sentence's."""
    if not located:
        return None
    at, last = reading.trigger.first, reading.trigger.last
    following = min((other.trigger.first for other in readings if other.trigger.first > at), default=len(sentence.tokens))
    after = [place for place in located if last <= place.first < following]
    if after:
        return after[0]
    before = [place for place in located if place.first < at]
    clause = sentence.clause_start(reading.group)
    near = [place for place in before if place.first >= clause]
    if near:
        return near[-1]
    later = [place for place in located if place.first >= following]
    return (
        later[0]
        if later and _chained(sentence, reading, readings)
        else (before[0] if before and before[0].first <= 2 else None)
    )


def _chained(sentence: Sentence, reading: Reading, readings: Sequence[Reading]) -> bool:
    """Say whether another act of the same list follows."""
    number = list(readings).index(reading)
    if number + 1 >= len(readings):
        return False
    following = readings[number + 1].trigger.first
    return following - reading.trigger.end <= 4 and any(
        sentence.low(n) == "," or sentence.low(n) in sentence.words.grammar.coordinators
        for n in range(reading.trigger.end, following)
    )


def _place(text: str, where: Placed | None) -> Place | None:
    """Make the place."""
    if where is None:
        return None
    return Place(
        name=where.name,
        mention=text[where.start : where.end],
        span=Span(where.start, where.end),
        known=where.known,
    )


def _trimmed(text: str, stretch: _Stretch) -> _Stretch:
    """Leave white space at both ends out."""
    start, end = stretch
    return start + len(text[start:end]) - len(text[start:end].lstrip()), start + len(text[start:end].rstrip())
