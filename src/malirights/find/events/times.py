"""Which of the times of a sentence an act has."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from malirights.find.events.linking import is_joined, is_within, reach, shares_setting, trails
from malirights.find.events.readings import Reading
from malirights.find.events.sentence import Sentence
from malirights.model import Span, When

__all__ = ["Timed", "days_of", "happens", "time_of", "timed"]

_HEADS = frozenset({"investigation", "trial", "charge", "report"})
_PHRASE = 12
_ENDS = frozenset(",.;:")
_NEAR = 4
_LIST = 16
_TOPICAL = frozenset({"investigation", "report"})

Timed = Sequence[tuple[When, int]]
"""Times, each with the number of its first token."""


def timed(sentence: Sentence, times: Sequence[When]) -> Timed:
    """Give the times of a sentence with the numbers of their first tokens."""
    return [(when, sentence.number_at(when.span.start)) for when in times if when.span]


def time_of(sentence: Sentence, number: int, readings: Sequence[Reading], times: Timed) -> When | None:
    """Give the time of an act.

    It is the one inside its own words ("today’s attack", "was then arrested"), else the first after it in its clause before
    the next act, else one that opens its clause or its sentence; of acts in a list, that of the last.

    Args:
        sentence: The sentence.
        number: The number of the act among those of the sentence.
        readings: The acts of the sentence.
        times: Its times.
    """
    if not times:
        return None
    reading = readings[number]
    if reading.presumed:
        return None
    at, last = reading.trigger.first, reading.trigger.last
    following = next((one for one in readings[number + 1 :] if not one.attributive), None)
    limit = reach(sentence, reading, following)
    limit = min(limit, _main_clause(sentence, reading) or limit)
    if following and (told := _told_of(sentence, reading, following)):
        beyond = next((one for one in readings[number + 2 :] if one.group > told), None)
        end = beyond.group if beyond else len(sentence.tokens)
        if when := next((when for when, place in times if told < place < end), None):
            return when
    if number and (told := _told_of(sentence, readings[number - 1], reading)):
        times = [(when, place) for when, place in times if place < told]
    own = [
        (when, place)
        for when, place in times
        if not _of_saying(sentence, reading, place) or _opens_as(sentence, reading, place)
    ]
    after = next((when for when, place in own if last <= place < limit and not _parted(sentence, reading, place)), None)
    inside = [
        when
        for when, place in times
        if reading.group - 2 <= place < at
        and not _of_saying(sentence, reading, place)
        and not _is_before(sentence, readings[:number], reading, place)
        and not (after and reading.sense.is_verb and place < reading.group)  # "a hearing set for May was put off to July"
    ]
    if inside or after:
        return inside[-1] if inside else after
    shared = following is not None and shares_setting(sentence, reading, following)
    if following and shared and (when := time_of(sentence, readings.index(following), readings, times)):
        return when
    found = _before(sentence, reading, readings[:number], own)
    if found is None and following and is_within(sentence, reading, following):
        found = time_of(sentence, readings.index(following), readings, times)
    before = _one_before(sentence, number, readings) if found is None else None
    if before is not None and _goes_on(sentence, readings[before], reading):
        return time_of(sentence, before, readings[:number], [(when, place) for when, place in times if place < reading.group])
    return found


def _one_before(sentence: Sentence, number: int, readings: Sequence[Reading]) -> int | None:
    """Give the number of the act before one; of acts that "and" joins, of the one before that the same people do."""
    reading = readings[number]
    earlier = range(number - 1, -1, -1)
    same = (
        at for at in earlier if is_joined(sentence, readings[at], reading) and readings[at].doer == reading.doer is not None
    )
    return next(same, number - 1 if number else None)


def _told_of(sentence: Sentence, head: Reading, inner: Reading) -> int | None:
    """Give the verb that tells of a noun, and not of the act in its phrase: "the trial for the murder opened on Monday"."""
    parted = (
        head.sense.is_verb
        or inner.sense.is_verb
        or head.sense.kind not in _HEADS
        or sentence.has_verb(head.trigger.end, inner.group)
    )
    if parted or head.group != sentence.clause_start(inner.group):
        return None
    for at in range(inner.trigger.end, min(len(sentence.tokens), inner.trigger.end + _PHRASE)):
        if sentence.tokens[at].text in _ENDS or sentence.lows[at] in sentence.words.relative:
            return None
        if sentence.has_verb(at, at + 1) or sentence.lows[at] in sentence.words.controls:
            return at
    return None


def days_of(sentence: Sentence, reading: Reading, when: When, times: Timed) -> When:
    """Give the days of an act from its time: those of a list of days together, and no more than its own after "since"."""
    chain = [when]
    at = next(number for number, (one, _) in enumerate(times) if one is when)
    for one, place in times[at + 1 :]:
        between = sentence.lows[sentence.number_at(chain[-1].span.end - 1) + 1 : place] if chain[-1].span else []
        if len(between) != 1 or between[0] not in sentence.words.grammar.coordinators:
            break
        chain.append(one)
    if len(chain) > 1 and when.span and (last := chain[-1].span):
        words = sentence.text[when.span.start : last.end]
        return attrs.evolve(when.hull(*chain[1:]), expression=words, span=Span(when.span.start, last.end))
    told = not reading.sense.is_verb and times[at][1] >= reading.trigger.last
    clause = sentence.clause_start(reading.group)
    pointed = clause > times[at][1] and sentence.lows[clause - 1] in sentence.words.whens  # "not seen since May, when"
    return when if pointed or (told and _is_after_opener(sentence, reading)) else when.meant


def _is_after_opener(sentence: Sentence, reading: Reading) -> bool:
    """Say whether "since" or the like stands before a noun, and no verb between: "since the killing of nine bakers in May"."""
    clause = sentence.clause_start(reading.group)
    opener = sentence.last_word(clause, reading.trigger.first, sentence.words.time_openers)
    return opener is not None and not sentence.has_verb(opener + 1, reading.group)


def _goes_on(sentence: Sentence, before: Reading, reading: Reading) -> bool:
    """Say whether a verb tells what the one before it led to, or what its subject did next, or how that happened.

    As in "fled on Monday and died", and "died on Monday when their bus hit a mine".
    """
    if not reading.sense.is_verb:
        return False
    if any(sentence.lows[number] in sentence.words.whens for number in range(before.trigger.end, reading.group)):
        return True
    if "ing" in reading.sense.forms:
        return trails(sentence, reading) or (is_joined(sentence, before, reading) and trails(sentence, before))
    return is_joined(sentence, before, reading) and before.doer == reading.doer is not None


def _main_clause(sentence: Sentence, reading: Reading) -> int | None:
    """Give the token at which the main clause starts after the one that opens a sentence: "After a mill burned, Ada Moru"."""
    opener = sentence.clause_start(reading.group) - 1
    opened = opener >= 0 and sentence.lows[opener] in sentence.words.openers
    if not opened or sentence.has_verb(0, opener) or sentence.lows[opener] in sentence.words.complementizers:
        return None
    commas = (at for at in range(reading.trigger.end, len(sentence.tokens)) if sentence.lows[at] == ",")
    comma = next((at for at in commas if sentence.forward(at + 1)), None)
    return comma + 1 if comma is not None and sentence.has_verb(comma, len(sentence.tokens)) else None


def _is_before(sentence: Sentence, earlier: Sequence[Reading], reading: Reading, place: int) -> bool:
    """Say whether a time before a verb group is that of the act before it: "les boulangers arrêtés lundi ont fui"."""
    told = reading.sense.is_verb and place < reading.group and any(one.trigger.end <= place for one in earlier[-1:])
    return told or (sentence.words.adjectives_follow and sentence.lows[reading.group - 1] == ",")


def _before(sentence: Sentence, reading: Reading, earlier: Sequence[Reading], own: Timed) -> When | None:
    """Give a time that opens the clause or the sentence of an act."""
    if earlier and earlier[-1].sense.kind in _TOPICAL and not (reading.sense.is_verb or earlier[-1].sense.is_verb):
        return None  # "in May, an inquiry into the killing"
    clause = sentence.clause_start(reading.group)
    examples = sentence.last_word(max(clause, reading.group - _LIST) + 1, reading.group + 1, sentence.words.including)
    listed = [when for when, place in own if examples is not None and examples - _NEAR <= place < examples]
    if listed:
        return listed[-1]  # "committed since 2012, including rape and torture"
    first = min((other.trigger.first for other in earlier if other.trigger.first >= clause), default=reading.trigger.first)
    opening = [when for when, place in own if clause <= place < first]
    if opening:
        return opening[-1]
    closed = sentence.lows[reading.group - 1] == ","  # "in May Ada Moru, who spoke for the bakers, was shot"
    related = sentence.lows[clause - 1] in sentence.words.grammar.relatives and not closed
    if own and not related and _opens(sentence, own[0]):
        return own[0][0]
    linked = [when for when, place in own if _points_at(sentence, clause - 1, place) or _opens_as(sentence, reading, place)]
    return linked[-1] if linked else None


def _points_at(sentence: Sentence, opener: int, place: int) -> bool:
    """Say whether "when" follows a time, and so tells of it: "was freed on 7 April, when a crowd stormed the prison"."""
    after = sentence.past_time(place)
    after += sentence.lows[after] == ","
    return after == opener and sentence.lows[opener] in sentence.words.whens


def _opens(sentence: Sentence, time: tuple[When, int]) -> bool:
    """Say whether a time opens a sentence, by itself or after a phrase: "in the run-up to the vote, on 7 June, an office"."""
    when, place = time
    if place <= 2:  # noqa: PLR2004 - a preposition, a determiner, the time
        return True
    end = sentence.number_at(when.span.end - 1) + 1 if when.span else place
    fronted = sentence.lows[0] in sentence.words.fronted and "," in sentence.lows[1:place]
    return fronted and sentence.lows[end] == "," and not sentence.has_verb(0, place)


def _of_saying(sentence: Sentence, reading: Reading, place: int) -> bool:
    """Say whether a time stands right after a verb of saying that is not the act: "she said today", "was told on Friday"."""
    before = place - 1 - (sentence.lows[place - 1] in sentence.words.grammar.prepositions)
    return sentence.lows[before] in sentence.words.announcers and before != reading.trigger.last - 1


def _opens_as(sentence: Sentence, reading: Reading, place: int) -> bool:
    """Say whether a time of saying is that of the act too: "said today as it launched"."""
    return sentence.lows[place + 1] in sentence.words.as_ and sentence.clause_start(reading.group) == place + 2


def _relates(sentence: Sentence, number: int, place: int) -> bool:
    """Say whether a conjunction stands right before a time, or opens what is told of the noun: "that have been committed"."""
    words = sentence.words
    relative = sentence.lows[number] in words.complementizers and sentence.lows[number + 1] in words.grammar.auxiliaries
    return relative or number == place - 1


def happens(sentence: Sentence, number: int) -> bool:
    """Say whether an auxiliary opens a verb that says that an act happens: "le procès s'est ouvert"."""
    words, at = sentence.words, number + 1
    while sentence.lows[at] in words.grammar.auxiliaries:
        at += 1
    return sentence.at(at, words.happenings) > 0


def _parted(sentence: Sentence, reading: Reading, place: int) -> bool:
    """Say whether a noun and a time after it are parted by what the sentence says of the noun, or a clause."""
    words = sentence.words
    if not sentence.has_word(reading.trigger.end, place, words.signs.parting):
        return False
    return any(
        (sentence.lows[number] in words.modals and sentence.lows[number] not in words.scheduling)
        or (
            not reading.sense.is_verb
            and sentence.lows[number] in words.generic_verbs
            and sentence.lows[number] not in words.scheduling
            and not happens(sentence, number)
            and not sentence.at(number + 1, words.planned)  # "talks are expected to resume on Sunday"
        )
        or (sentence.lows[number] in words.openers and sentence.opens(number) and not _relates(sentence, number, place))
        for number in range(reading.trigger.end, place)
    )
