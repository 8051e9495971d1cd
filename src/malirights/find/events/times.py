"""Which of the times of a sentence an act has."""

from __future__ import annotations

from collections.abc import Sequence

from malirights.find.events.reading import Reading
from malirights.find.events.sentence import Sentence
from malirights.model import When

__all__ = ["time_of"]


def time_of(sentence: Sentence, reading: Reading, readings: Sequence[Reading], times: Sequence[When]) -> When | None:
    """Give the time of an act: one after it before the next act, one that opens its clause or sentence, or one right before it."""
    spans = [(when, _first_token(sentence, when)) for when in times]
    own = [(when, at) for when, at in spans if not _of_saying(sentence, at)]
    at, last = reading.trigger.first, reading.trigger.last
    following = min((other.trigger.first for other in readings if other.trigger.first > at), default=len(sentence.tokens))
    after = [when for when, place in own if last <= place < following]
    if after:
        return after[0]
    clause = sentence.clause_start(reading.group)
    before = [(when, place) for when, place in own if place < at]
    near = [when for when, place in before if place >= clause]
    if near:
        return near[-1]
    if before and before[0][1] <= 2 and not _crossed(sentence, clause, readings, at):
        return before[0][0]
    if _chained(sentence, reading, readings):
        rest = [when for when, place in own if place >= following]
        return rest[0] if rest else None
    return None


def _first_token(sentence: Sentence, when: When) -> int:
    """Give the number of the first token of a time."""
    assert when.span is not None  # noqa: S101 - times of a text have spans
    return next((number for number, token in enumerate(sentence.tokens) if token.end > when.span.start), 0)


def _of_saying(sentence: Sentence, at: int) -> bool:
    """Say whether a time stands right after a verb of saying: "she said today"."""
    return sentence.low(at - 1) in sentence.words.announcers and sentence.low(at - 1) != "announced"


def _crossed(sentence: Sentence, clause: int, readings: Sequence[Reading], at: int) -> bool:
    """Say whether a subordinate clause stands between the opening of a sentence and an act."""
    return clause > 0 and sentence.low(clause - 1) in sentence.words.grammar.relatives


def _chained(sentence: Sentence, reading: Reading, readings: Sequence[Reading]) -> bool:
    """Say whether another act of the same list follows."""
    number = list(readings).index(reading)
    if number + 1 >= len(readings):
        return False
    following = readings[number + 1].trigger.first
    return following - reading.trigger.end <= 4 and any(
        sentence.low(n) == "," or sentence.low(n) in sentence.words.grammar.coordinators for n in range(reading.trigger.end, following)
    )
