"""Times that count from the date of the text, or from a time that the text named before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Literal

from malirights.find.dates import units
from malirights.find.dates.found import Found, Match, State
from malirights.find.dates.resolve import made, named_year, recurring, unit_made
from malirights.find.dates.tense import sentence_start, tense

__all__ = ["RELATIVES"]

_Resolver = Callable[[State, Match], list[Found] | None]
_FINE = {"day": 0, "week": 1, "fortnight": 1, "month": 2, "quarter": 3, "season": 3, "year": 4, "decade": 5, "range": 6}
_SATURDAY = 5


def _ago(state: State, match: Match) -> list[Found] | None:
    """Resolve two weeks ago: the unit that lies so far back, as exact as its unit; of two years ago today, the day."""
    if state.anchor is None:
        return None
    unit, count = match.slots["unit"], match.slots["number"]
    if "today" in match.slots:
        day = units.stretch(state.anchor, unit, -count)[0]
        return made(match, (day, day), "day")
    if unit == "year" and count == 1 and (quarter := state.told_quarter(match.start)):
        return unit_made(match, units.shifted(quarter.first, "quarter", -4), "quarter")
    return unit_made(match, units.shifted(state.anchor, unit, -count), unit)


def _ahead(state: State, match: Match) -> list[Found] | None:
    """Resolve in two weeks, where the words say so or the verb is of the future."""
    if state.anchor is None:
        return None
    after = [] if "sure" in match.slots else match.rule.entry.get("future_after")
    if after and not (match.preceded(after) and tense(state, match.start, match.end) > 0):
        return None
    unit = match.slots["unit"]
    return unit_made(match, units.shifted(state.anchor, unit, match.slots["number"]), unit)


def _told_shift(state: State, match: Match) -> list[Found] | None:
    """Resolve three days earlier and the following month: counted from the time named last.

    Days from a month or year are as inexact as that, and so is what else is finer than the time. Where none was named, what
    came later than it is not after the text's own date.
    """
    days, told, by = state.told_days(match.start), state.told(match.start), match.rule.entry["by"]
    if days is None or (told is None and by > 0 and tense(state, match.start, match.end) <= 0):
        return None
    if "weekday" in match.slots:
        return _told_weekday(match, days, by)
    unit = "day" if match.slots.get("day") else match.slots.get("unit") or match.slots["unit_one"]
    count = by * match.slots.get("number", 1)
    if unit == "year" and count == -1 and (quarter := state.told_quarter(match.start)):
        return unit_made(match, units.shifted(quarter.first, "quarter", -4), "quarter")
    if told and told.precision != "range" and _FINE[told.precision] > _FINE.get(unit, 0):
        return made(match, days, told.precision) if unit == "day" else _told_roughly(match, days, unit, count)
    return unit_made(match, units.shifted(days[0] if by < 0 else days[1], unit, count), unit)


def _told_roughly(match: Match, days: units.Days, unit: str, count: int) -> list[Found]:
    """Resolve three weeks earlier, of a month: the days so long before any of its days."""
    edge = 0 if count < 0 else 1
    first, last = (units.stretch(day, unit, count)[edge] for day in days)
    found = made(match, (first, last), "range")
    found[0].approximate = True
    return found


def _told_weekday(match: Match, days: units.Days, by: int) -> list[Found]:
    """Resolve the previous Friday and the following Monday."""
    edge = days[0] - units.DAY if by < 0 else days[1] + units.DAY
    near = units.weekday_near(edge, match.slots["weekday"], after=by > 0)
    return made(match, (near, near), "day")


def _told_same(state: State, match: Match) -> list[Found] | None:
    """Resolve that year and the same day: the unit of the time named last."""
    told = state.told(match.start)
    unit = "day" if match.slots.get("day") else match.slots["unit_one"]
    if told is None or _FINE[told.precision] > _FINE.get(unit, 0):
        return None
    return unit_made(match, units.unit_of(told.first, unit), unit)


def _shift_unit(state: State, match: Match) -> list[Found] | None:
    """Resolve last week, this month and next year."""
    if state.anchor is None:
        return None
    unit = match.slots["unit_one"]
    return unit_made(match, units.shifted(state.anchor, unit, match.slots.get("shift", 0)), unit)


def _two_off(state: State, match: Match) -> list[Found] | None:
    """Resolve the week before last and the year after next."""
    if state.anchor is None:
        return None
    unit = match.slots["unit_one"]
    return unit_made(match, units.shifted(state.anchor, unit, -2 if "past" in match.slots else 2), unit)


def _day_of_unit(state: State, match: Match) -> list[Found] | None:
    """Resolve the 3rd of next month."""
    if state.anchor is None:
        return None
    day = units.shifted(state.anchor, "month", match.slots.get("shift", 0))[0].replace(day=match.slots["day"])
    return made(match, (day, day), "day")


def _unit_of_text(state: State, match: Match) -> list[Found] | None:
    """Resolve the end of the month: that of the text's date; a weekend of the past is the last one."""
    if state.anchor is None or ("bare" in match.slots and not match.preceded(match.rule.entry["bare_after"])):
        return None
    named = [unit for unit in ("day", "weekend") if unit in match.slots]
    unit = named[0] if named else match.slots.get("unit_one", "year")
    over = unit == "weekend" and state.anchor.weekday() < _SATURDAY and tense(state, match.start, match.end) < 0
    return unit_made(match, units.shifted(state.anchor, unit, -1 if over else 0), unit)


def _stretch(state: State, match: Match) -> list[Found] | None:
    """Resolve the past seven months, up to the text's date."""
    if state.anchor is None:
        return None
    count, unit = match.slots["number"], match.slots["unit"]
    if match.slots.get("previous") or match.slots.get("following"):
        days = state.told_days(match.start) or (state.anchor, state.anchor)
        sign = -1 if match.slots.get("previous") else 1
        return made(match, units.stretch(days[0] if sign < 0 else days[1], unit, sign * count), "range")
    shift = match.slots.get("shift") or match.slots.get("shift_before")
    return made(match, units.stretch(state.anchor, unit, shift * count), "range") if shift else None


def _edge(state: State, match: Match) -> list[Found] | None:
    """Resolve the first nine months of 2012 and the last week of the year."""
    number = named_year(state, match)
    if number is None:
        return None
    unit = "day" if "day" in match.slots else match.slots.get("unit") or match.slots["unit_one"]
    count, year = match.slots.get("number", 1) - 1, units.year(number)
    if "first" in match.slots:
        return made(match, (year[0], units.shifted(year[0], unit, count)[1]), "range")
    return made(match, (units.shifted(year[1], unit, -count)[0], year[1]), "range")


def _so_far(state: State, match: Match) -> list[Found] | None:
    """Resolve over seven months, of what has lasted for so long."""
    entry = match.rule.entry
    if state.anchor is None or not match.preceded(entry["after"]):
        return None
    before = state.text[sentence_start(state, match.start) : match.start].split()
    if not entry.get("always") and state.grammar.classes["perfect"].isdisjoint(before):
        return None
    return made(match, units.stretch(state.anchor, match.slots["unit"], -match.slots["number"]), "range")


def _till_now(state: State, match: Match) -> list[Found] | None:
    """Resolve now where it ends a range: between March and now."""
    told = state.found[-1] if state.found else None
    if told is None or state.anchor is None or not match.preceded(match.rule.entry["after"]):
        return None
    joint = state.text[told.end : match.start].strip()
    if joint not in state.grammar.classes["to"] or "between" not in state.leads(told.start):
        return None
    return made(match, (state.anchor, state.anchor), "day")


def _later_told(state: State, match: Match) -> list[Found] | None:
    """Resolve later, of what came after a time that the same sentence named."""
    told = state.told(match.start)
    if told is None or not match.preceded(match.rule.entry["after"]):
        return None
    if told.end < sentence_start(state, match.start):
        return None
    return made(match, (told.first, max(state.anchor or dt.date.max, told.last)), "range")


def _weekday(state: State, match: Match) -> list[Found] | None:
    """Resolve a weekday: the latest up to the text's date, unless "last", "next" or the tense say else."""
    if state.anchor is None:
        return None
    anchor, weekday, shift = state.anchor, match.slots["weekday"], match.slots.get("shift")
    if shift == -1:
        day = units.weekday_near(anchor - units.DAY, weekday)
    elif shift == 1:
        day = units.weekday_near(anchor + units.DAY, weekday, after=True)
    else:
        speaks = tense(state, match.start, match.end)
        day = units.weekday_near(anchor, weekday, after=speaks > 0 or (shift == 0 and speaks == 0))
    return made(match, (day, day), "day", dated=shift is not None)


def _deictic(state: State, match: Match) -> list[Found] | None:
    """Resolve today, yesterday, last night."""
    if state.anchor is None:
        return None
    by = -2 if "two_before" in match.slots else 2 if "two_after" in match.slots else 0
    day = state.anchor + match.slots.get("deictic", by) * units.DAY
    return made(match, (day, day), "day")


def _holiday(state: State, match: Match) -> list[Found] | None:
    """Resolve a holiday of a year that is named or near."""
    key, number = match.slots["holiday"], named_year(state, match)
    if number is not None:
        days = _holiday_in(state, key, number)
        return made(match, days[0], _width(days[0])) if days else None
    if state.anchor is None:
        return None
    turns = [days for by in (-2, -1, 0, 1, 2) for days in _holiday_in(state, key, state.anchor.year + by)]
    if not turns:
        return None
    days_near = recurring(state, match, turns)
    return made(match, days_near, _width(days_near), dated="shift" in match.slots)


def _width(days: units.Days) -> Literal["day", "range"]:
    """Give the precision of a holiday: a day, or a range of them."""
    return "day" if days[0] == days[1] else "range"


def _holiday_in(state: State, key: str, number: int) -> list[units.Days]:
    """Give the days of a holiday in a year; a holiday of the moon may come twice."""
    if key in state.grammar.years:
        rows = state.grammar.years[key].get(str(number), ())
        return [(dt.date.fromisoformat(first), dt.date.fromisoformat(last)) for first, last in rows]
    if key.startswith("easter"):
        from dateutil.easter import easter  # noqa: PLC0415 - of use to few texts

        day = easter(number) + int(key.removeprefix("easter")) * units.DAY
    elif "#" in key:
        month, _, nth = key.partition("#")
        day = units.nth_weekday(number, int(month), *map(int, nth.split("-")))
    else:
        day = dt.date.fromisoformat(f"{number:04}-{key}")
    return [(day, day)]


def _comparison(state: State, match: Match) -> list[Found] | None:
    """Resolve the year-earlier quarter: the one that the text told of last, a year before."""
    if state.anchor is None:
        return None
    quarter = state.told_quarter(match.start)
    number = match.slots.get("year")
    if number is not None and quarter is not None:
        return made(match, units.months(number * 12 + quarter.first.month - 1, 3), "quarter")
    if number is not None:
        return made(match, units.year(number), "year")
    if quarter is not None:
        return made(match, units.shifted(quarter.first, "quarter", -4), "quarter")
    return made(match, units.year(state.anchor.year - 1), "year")


def _told_period(state: State, match: Match) -> list[Found] | None:
    """Resolve the latest quarter: the one that the text told of, else the last that is over."""
    if state.anchor is None:
        return None
    if "year_told" in match.slots:
        return made(match, units.year(state.anchor.year - 1), "year")
    quarter = state.told_quarter(match.start)
    if quarter is not None:
        return made(match, (quarter.first, quarter.last), "quarter", dated=False)
    return made(match, units.shifted(state.anchor, "quarter", -1), "quarter", dated=False)


RELATIVES: dict[str, _Resolver] = {
    "ago": _ago,
    "ahead": _ahead,
    "told_shift": _told_shift,
    "told_same": _told_same,
    "shift_unit": _shift_unit,
    "unit_of_text": _unit_of_text,
    "stretch": _stretch,
    "weekday": _weekday,
    "deictic": _deictic,
    "holiday": _holiday,
    "comparison": _comparison,
    "edge": _edge,
    "so_far": _so_far,
    "two_off": _two_off,
    "day_of_unit": _day_of_unit,
    "later_told": _later_told,
    "till_now": _till_now,
    "told_period": _told_period,
}
