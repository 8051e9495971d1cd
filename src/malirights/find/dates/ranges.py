"""Ranges and lists: two times that the words between them join into one."""

from __future__ import annotations

import datetime as dt

from malirights.find.dates import units
from malirights.find.dates.found import Found, State

__all__ = ["joined"]

_LONGEST_JOINT = 14
_WEEK = 7 * units.DAY
_DASHES = frozenset("-–—")
_YEARLY = frozenset({"day", "month"})
_LISTED = frozenset({"month", "quarter", "season"})


def joined(state: State) -> list[Found]:
    """Give the times of the text, those of one range or of a list without gap joined."""
    result: list[Found] = []
    end = -_LONGEST_JOINT - 1
    for found in state.found:
        near = 0 < found.start - end <= _LONGEST_JOINT
        if not (near and _join(state, result, found, state.text[end : found.start].strip())):
            result.append(found)
        end = found.end
    return result


def _join(state: State, result: list[Found], found: Found, joint: str) -> bool:
    """Join a time with the one before it, if the words say so; align their years in any case."""
    classes, before = state.grammar.classes, result[-1]
    dash = joint in _DASHES
    ends = dash or joint in classes["to"]
    listed = joint in classes["and"]
    if not ends and not (listed and before.precision == found.precision):
        return False
    opened = ends and "between" in state.leads(before.start)
    plain = (dash or joint in classes["through"]) and before.precision == found.precision
    _align(before, found, ranged=opened or plain)
    follows = listed and found.precision in _LISTED and (found.first - before.last) == units.DAY
    if not (opened or plain or follows) or before.first > found.last:
        return False
    result[-1] = Found(
        start=before.start,
        end=found.end,
        first=before.first,
        last=found.last,
        precision="range",
        rule=f"{before.rule}+{found.rule}",
        approximate=before.approximate or found.approximate,
        dated=before.dated or found.dated,
    )
    return True


def _align(before: Found, found: Found, *, ranged: bool) -> None:
    """Give a time whose year was inferred the year of the other one, so that the first comes first."""
    if {before.precision, found.precision} - _YEARLY:
        return
    if before.dated and not found.dated:
        _set_year(found, before.first.year)
        if found.last < before.first:
            _set_year(found, before.first.year + 1)
    elif found.dated and not before.dated:
        _set_year(before, found.first.year)
        if before.first > found.last:
            _set_year(before, found.first.year - 1)
    elif not before.dated and not found.dated and before.first > found.last:
        if before.rule == found.rule == "weekday" and ranged and before.first - dt.date.min >= _WEEK:
            before.first = before.last = before.first - _WEEK
        else:
            _set_year(before, before.first.year - 1)


def _set_year(found: Found, number: int) -> None:
    """Move a day or month to the same of another year; 29 February stays where the other year has none."""
    if found.rule == "weekday":
        return
    try:
        first = found.first.replace(year=number)
    except ValueError:
        return
    found.first, found.last = (first, first) if found.precision == "day" else units.unit_of(first, "month")
