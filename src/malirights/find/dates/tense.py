"""Whether the words around a time speak of what was or of what will be."""

from __future__ import annotations

from malirights.find.dates.found import State
from malirights.find.dates.grammar import BREAK

__all__ = ["sentence_start", "tense"]

_BEFORE = 120
_AFTER = 60
_ENDS = (". ", "? ", "! ", BREAK, '." ', ".'")


def sentence_start(text: str, offset: int, reach: int = _BEFORE) -> int:
    """Give where the sentence of the offset begins, looking back so far at most.

    A full stop after a single capital or a short abbreviation also counts for an end; the cost is a cue not seen.
    """
    floor = max(0, offset - reach)
    best = floor
    for end in _ENDS:
        place = text.rfind(end, floor, offset)
        if place >= 0:
            best = max(best, place + len(end))
    return best


def tense(state: State, start: int, end: int) -> int:
    """Say whether the words around a time are of the past (-1), of the future (1), or do not tell (0).

    The nearest verb before the time in its sentence decides, and failing that the nearest one after it.
    """
    text = state.text
    future, past = state.grammar.cues.get("future"), state.grammar.cues.get("past")
    if future is None or past is None:
        return 0
    before = text[sentence_start(text, start) : start]
    ahead = max((match.end() for match in future.finditer(before)), default=0)
    behind = max((match.end() for match in past.finditer(before)), default=0)
    if ahead or behind:
        return 1 if ahead >= behind else -1
    after = text[end : end + _AFTER]
    for stop in _ENDS:
        after = after.partition(stop)[0]
    first_future, first_past = future.search(after), past.search(after)
    if first_future and (not first_past or first_future.start() <= first_past.start()):
        return 1
    return -1 if first_past else 0
