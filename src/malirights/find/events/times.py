"""Which of the times of a sentence an act has."""

from __future__ import annotations

from collections.abc import Sequence

from malirights.find.events.linking import is_within, shares_setting
from malirights.find.events.readings import Reading
from malirights.find.events.sentence import Sentence
from malirights.model import When

__all__ = ["time_of"]

_NEAR = 4
_LIST = 16

_Timed = Sequence[tuple[When, int]]


def time_of(sentence: Sentence, number: int, readings: Sequence[Reading], times: Sequence[When]) -> When | None:
    """Give the time of an act.

    It is the one inside its own words ("today’s attack", "was then arrested"), else the first after it in its clause before
    the next act, else one that opens its clause or its sentence; of acts in a list, that of the last.

    Args:
        sentence: The sentence.
        number: The number of the act among those of the sentence.
        readings: The acts of the sentence.
        times: Its times.
    """
    reading = readings[number]
    timed = [(when, _first_token(sentence, when)) for when in times]
    at, last = reading.trigger.first, reading.trigger.end
    following = next((one for one in readings[number + 1 :] if not one.attributive), None)
    limit = min(following.group, following.trigger.first) if following else len(sentence.tokens)
    limit = min(limit, _main_clause(sentence, reading) or limit)
    own = [(when, place) for when, place in timed if not _of_saying(sentence, place) or _opens_as(sentence, reading, place)]
    after = next((when for when, place in own if last <= place < limit and not _parted(sentence, reading, place)), None)
    inside = [
        when
        for when, place in timed
        if reading.group - 2 <= place < at
        and not _of_saying(sentence, place)
        and not _is_before(sentence, readings[:number], reading, place)
        and not (after and reading.verb and place < reading.group)  # "a hearing set for May was put off to July"
    ]
    if inside or after:
        return inside[-1] if inside else after
    shared = following is not None and shares_setting(sentence, reading, following)
    if following and shared and (when := time_of(sentence, readings.index(following), readings, times)):
        return when
    found = _before(sentence, reading, readings[:number], own)
    if found is None and following and is_within(sentence, reading, following):
        return time_of(sentence, readings.index(following), readings, times)
    if found is None and number and reading.verb and "ing" in reading.sense.forms and sentence.low(reading.group - 1) == ",":
        return time_of(sentence, number - 1, readings[:number], times)
    return found


def _main_clause(sentence: Sentence, reading: Reading) -> int | None:
    """Give the token at which the main clause starts after the one that opens a sentence: "After a mill burned, Ada Moru"."""
    opener = sentence.clause_start(reading.group) - 1
    opened = opener >= 0 and sentence.low(opener) in sentence.words.openers
    if not opened or sentence.has_verb(0, opener) or sentence.low(opener) in sentence.words.complementizers:
        return None
    commas = (at for at in range(reading.trigger.end, len(sentence.tokens)) if sentence.low(at) == ",")
    comma = next((at for at in commas if sentence.forward(at + 1)), None)
    return comma + 1 if comma is not None and sentence.has_verb(comma, len(sentence.tokens)) else None


def _is_before(sentence: Sentence, earlier: Sequence[Reading], reading: Reading, place: int) -> bool:
    """Say whether a time before a verb group is that of the act before it: "les boulangers arrêtés lundi ont fui"."""
    told = reading.verb and place < reading.group and any(one.trigger.end <= place for one in earlier[-1:])
    return told or (sentence.words.adjectives_follow and sentence.low(reading.group - 1) == ",")


def _before(sentence: Sentence, reading: Reading, earlier: Sequence[Reading], own: _Timed) -> When | None:
    """Give a time that opens the clause or the sentence of an act."""
    clause = sentence.clause_start(reading.group)
    examples = next(
        (
            at
            for at in range(reading.group, max(clause, reading.group - _LIST), -1)
            if sentence.low(at) in sentence.words.including
        ),
        None,
    )
    listed = [when for when, place in own if examples is not None and examples - _NEAR <= place < examples]
    if listed:
        return listed[-1]  # "committed since 2012, including rape and torture"
    first = min((other.trigger.first for other in earlier if other.trigger.first >= clause), default=reading.trigger.first)
    opening = [when for when, place in own if clause <= place < first]
    if opening:
        return opening[-1]
    related = sentence.low(clause - 1) in sentence.words.grammar.relatives
    if own and own[0][1] <= 2 and not related:  # noqa: PLR2004 - a preposition, a determiner, the time
        return own[0][0]
    linked = [when for when, place in own if clause - 2 <= place < clause and _opens_as(sentence, reading, place)]
    return linked[-1] if linked else None


def _first_token(sentence: Sentence, when: When) -> int:
    """Give the number of the first token of a time."""
    assert when.span is not None  # noqa: S101 - times of a text have spans
    return sentence.number_at(when.span.start)


def _of_saying(sentence: Sentence, place: int) -> bool:
    """Say whether a time stands right after a verb of saying: "she said today"."""
    return sentence.low(place - 1) in sentence.words.announcers


def _opens_as(sentence: Sentence, reading: Reading, place: int) -> bool:
    """Say whether a time of saying is that of the act too: "said today as it launched"."""
    return sentence.low(place + 1) in sentence.words.as_ and sentence.clause_start(reading.group) == place + 2


def _relates(sentence: Sentence, number: int, place: int) -> bool:
    """Say whether a conjunction stands right before a time, or opens what is told of the noun: "that have been committed"."""
    words = sentence.words
    relative = sentence.low(number) in words.complementizers and sentence.low(number + 1) in words.grammar.auxiliaries
    return relative or number == place - 1


def _parted(sentence: Sentence, reading: Reading, place: int) -> bool:
    """Say whether a noun and a time after it are parted by what the sentence says of the noun, or a clause."""
    words = sentence.words
    return any(
        (sentence.low(number) in words.modals and sentence.low(number) not in words.scheduling)
        or (not reading.verb and sentence.low(number) in words.generic_verbs - words.scheduling)
        or (sentence.low(number) in words.openers and sentence.opens(number) and not _relates(sentence, number, place))
        for number in range(reading.trigger.end, place)
    )
