"""Whether the words around a time speak of what was or of what will be."""

from __future__ import annotations

import re

from malirights.find.dates.found import State
from malirights.find.dates.grammar import BREAK

__all__ = ["sentence_start", "tense"]

_BEFORE = 120
_AFTER = 120
_END = re.compile(rf"(?:(\w+)[.?!][\"')\]]* |{BREAK})")


def sentence_start(state: State, offset: int, reach: int = _BEFORE) -> int:
    """Give where the sentence of the offset begins, looking back so far at most.

    The stop after a single letter or an abbreviation of the lexicon ends no sentence.
    """
    floor = max(0, offset - reach)
    best = floor
    for end in _END.finditer(state.text, floor, offset):
        word = end[1]
        if word is None or (len(word) > 1 and word not in state.grammar.abbreviations):
            best = end.end()
    return best


def tense(state: State, start: int, end: int) -> int:
    """Say whether the words around a time are of the past (-1), of the future (1), or do not tell (0).

    The nearest verb before the time in its sentence decides, and failing that the nearest one after it. A preposition of
    deadlines just before the time leaves it open, because deadlines pass too.
    """
    speaks = _speaks(state, start, end)
    return max(speaks, 0) if "until" in state.leads(start) else speaks


def _speaks(state: State, start: int, end: int) -> int:
    """Weigh the verbs before and after a time."""
    cues = state.grammar.cues
    if "future" not in cues or "past" not in cues:
        return 0
    before = state.text[sentence_start(state, start) : start]
    ahead = max((match.end() for match in cues["future"].finditer(before)), default=0)
    behind = max((match.end() for match in cues["past"].finditer(before)), default=0)
    if ahead or behind:
        return 1 if ahead >= behind else -1
    after = state.text[end : end + _AFTER]
    if stop := _END.search(after):
        after = after[: stop.start()]
    first_future, first_past = cues["future"].search(after), cues["past"].search(after)
    if first_future and (not first_past or first_future.start() <= first_past.start()):
        return 1
    return -1 if first_past else 0
