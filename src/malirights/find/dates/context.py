"""What the words around a time make of it: since, until, and a month that is not over."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from malirights.find.dates import units
from malirights.find.dates.grammar import BREAK
from malirights.find.dates.tense import has_verb, sentence_start, tense
from malirights.model import Span, When

if TYPE_CHECKING:
    from malirights.find.dates.found import Found, State

__all__ = ["finished"]

_LIMITS = frozenset({"until", "before", "after"})
_REACH = 120
_CLAUSE_END = re.compile(rf"[,;:(?!{BREAK}]")


def finished(text: str, state: State, found: Found) -> When:
    """Give the time as an object of the model."""
    bounds = _bounds(state, found)
    scope = None
    if bounds is not None and bounds != (found.first, found.last) and bounds[0] <= bounds[1]:
        scope = When(earliest=bounds[0], latest=bounds[1], precision="range", approximate=found.approximate)
    return When(
        earliest=found.first,
        latest=found.last,
        precision=found.precision,
        approximate=found.approximate,
        part=found.part,
        expression=text[found.start : found.end],
        span=Span(found.start, found.end),
        scope=scope,
        rule=found.rule,
    )


def _bounds(state: State, found: Found) -> units.Days | None:
    """Give the first and last day that the sentence speaks of, or None where no word around it says so."""
    anchor, first, last = state.anchor, found.first, found.last
    if found.open_end:
        return first, dt.date.max
    if leads := state.leads(found.start):
        if found.precision == "range" and "between" in leads:
            return None
        if "since" in leads:
            return first, (anchor if anchor and anchor >= first else dt.date.max)
        if not leads.isdisjoint(_LIMITS):
            return _limited(leads, first, last, anchor)
    if state.since and _since_event(state, found):
        return first, (anchor if anchor and anchor >= first else dt.date.max)
    if anchor and first <= anchor < last:
        return _around_now(state, found, anchor)
    return None


def _limited(leads: frozenset[str], first: dt.date, last: dt.date, anchor: dt.date | None) -> units.Days:
    """Give the days until, before or after a time, on the side of the text's date where that is on one."""
    if "until" in leads:
        return (anchor if anchor and anchor <= last else dt.date.min), last
    if "before" in leads:
        return dt.date.min, max(first, dt.date.min + units.DAY) - units.DAY
    return min(last, dt.date.max - units.DAY) + units.DAY, (anchor if anchor and anchor > last else dt.date.max)


def _around_now(state: State, found: Found, anchor: dt.date) -> units.Days | None:
    """Cut a unit that is not over at the text's date: what was is before it, what will be is after it."""
    if found.part == "later":
        return anchor, found.last
    speaks = tense(state, found.start, found.end)
    if found.part == "earlier" or speaks < 0:
        return found.first, anchor
    return (anchor, found.last) if speaks > 0 and found.part != "start" else None


def _since_event(state: State, found: Found) -> bool:
    """Say whether "since" opens the noun phrase that the time ends: since the fall of Orvel in 2012.

    With "ago" it may open a clause as well: since he left five months ago.
    """
    text, start = state.text, found.start
    for word in state.since:
        place = text.rfind(f"{word} ", max(0, start - _REACH), start)
        if place < 0 or text[place - 1 : place].isalpha():
            continue
        after = place + len(word)
        if _CLAUSE_END.search(text, after, start) or (". " in text[after:start] and place < sentence_start(state, start)):
            continue
        if found.rule == "ago" or not has_verb(state, after, start):
            return True
    return False
