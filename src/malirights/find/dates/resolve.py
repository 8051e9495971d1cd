"""From the slots of a rule to days: one function for each kind of time that a rule gives."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from malirights.find.dates import units
from malirights.find.dates.found import Found, Match, State
from malirights.find.dates.grammar import BREAK
from malirights.find.dates.tense import sentence_start, tense

if TYPE_CHECKING:
    from collections.abc import Callable

    from malirights.model import Precision

__all__ = ["DATES", "made", "named_year", "recurring", "unit_made"]

_YEAR_MONTHS = 12
_SHORTEST_MONTH = 28
_PIVOT = 50
_QUARTERS = 4
_WINTER = 3
_DECADES_ALONE = 2000
_TOLD_REACH = 300
_AGAINST = 4
_SURE = 400
_LAST_DAY = (12, 31)
_PRECISIONS: dict[str, Precision] = {
    "day": "day",
    "week": "week",
    "fortnight": "week",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "decade": "decade",
}


def made(match: Match, days: units.Days, precision: Precision, *, dated: bool = True) -> list[Found]:
    """Make what was found from days."""
    slots, first, last = match.slots, *days
    found = Found(match.start, match.end, first, last, precision, match.rule.name, dated=dated)
    if match.rule.shaded:
        found.approximate = bool(slots.get("vague") or slots.get("approx") or slots.get("degree"))
        found.part = "end" if "end" in slots else slots.get("part", "")
        found.open_end = "open" in slots
    return [found]


def unit_made(match: Match, days: units.Days, unit: str) -> list[Found]:
    """Make what was found from a whole unit."""
    return made(match, days, _PRECISIONS.get(unit, "range"))


def _iso(_: State, match: Match) -> list[Found] | None:
    """Resolve 2012-05-03."""
    day = dt.date(match.slots["year"], match.slots["mm"], match.slots["dd"])
    return made(match, (day, day), "day")


def _week_number(_: State, match: Match) -> list[Found] | None:
    """Resolve 2012-W05."""
    monday = dt.date.fromisocalendar(match.slots["year"], match.slots["week"], 1)
    return made(match, units.unit_of(monday, "week"), "week")


def _numeric(state: State, match: Match) -> list[Found] | None:
    """Resolve 03/05/2012: by what is possible, by the other dates of the text, or else to both days."""
    first, second = match.slots["a"], match.slots["b"]
    number = match.slots["y"] if "y" in match.slots else _full_year(match.slots["yy"])
    readings = {
        dt.date(number, month, day): day == first
        for day, month in ((first, second), (second, first))
        if _possible(number, month, day)
    }
    order = state.day_first()
    days = sorted(day for day, day_first in readings.items() if order in {None, day_first}) or sorted(readings)
    return made(match, (days[0], days[-1]), "day" if len(days) == 1 else "range") if days else None


def _possible(number: int, month: int, day: int) -> bool:
    """Say whether the calendar has the day."""
    if not (1 <= month <= _YEAR_MONTHS and day >= 1):
        return False
    return day <= _SHORTEST_MONTH or day <= units.months(number * 12 + month - 1, 1)[1].day


def _full_year(short: int) -> int:
    """Give the year of two digits; those from 50 are of the twentieth century."""
    return short + (2000 if short < _PIVOT else 1900)


def named_year(state: State, match: Match) -> int | None:
    """Give the year that the words name: in full, short, spelled, by "last year" or "that year"; or None."""
    slots = match.slots
    if "year" in slots:
        return int(slots["year"])
    if "yy" in slots:
        return _full_year(slots["yy"])
    if "tens" in slots:
        return _spelled_year(match)
    if "shift_b" in slots and state.anchor:
        return state.anchor.year + int(slots["shift_b"])
    told = state.told_days(match.start) if "same" in match.slots or "bare" in match.slots else None
    return told[0].year if told else None


def _date(state: State, match: Match) -> list[Found] | None:
    """Resolve a day of a month, with or without its year."""
    month = match.slots["mon"]
    day = match.slots["day"] if "day" in match.slots else match.slots["ordinal"]
    number = named_year(state, match)
    weekday = match.slots.get("wday")
    if number is not None:
        when = dt.date(number, month, day)
        return made(match, (when, when), "day")
    number = _year_of_day(state, match, month, day, weekday)
    if number is None:
        return None
    when = dt.date(number, month, day)
    return made(match, (when, when), "day", dated=False)


def _year_of_day(state: State, match: Match, month: int, day: int, weekday: int | None) -> int | None:
    """Infer the year of a day: from a year just named, its weekday, the tense, or as the nearest."""
    if (told := _year_told(state, match, month)) is not None and _possible(told, month, day):
        return told
    anchor = state.anchor
    if anchor is None:
        return None
    near = [dt.date(number, month, day) for number in range(anchor.year - 1, anchor.year + 2) if _possible(number, month, day)]
    if weekday is not None and (named := [when for when in near if when.weekday() == weekday]):
        near = named
    near.sort(key=lambda when: abs((when - anchor).days))
    if (anchor.month, anchor.day) == _LAST_DAY and "shift" not in match.slots:
        return anchor.year + (tense(state, match.start, match.end) > 0 and (month, day) != _LAST_DAY)  # a report on its year
    distances = [abs((when - anchor).days) for when in near[:2]]
    if "shift" not in match.slots and distances[-1:] >= [_AGAINST * distance for distance in distances[:1]]:
        return near[0].year if near else None
    speaks = _SURE * match.slots.get("shift", 0) or tense(state, match.start, match.end)
    return min(near, key=lambda when: _distance(when, anchor, speaks)).year


def _distance(when: dt.date, anchor: dt.date, speaks: int) -> int:
    """Weigh how far a day lies from the text's date: days against the tense count four times."""
    days = (when - anchor).days
    against = (days > 0 and speaks < 0) or (days < 0 and speaks > 0)
    return abs(days) * (_AGAINST * abs(speaks) if against else 1)


def _year_told(state: State, match: Match, month: int) -> int | None:
    """Give the year that the same sentence named before, or the next for an earlier month; for a month also the paragraph's."""
    told = state.told(match.start, within=_TOLD_REACH)
    if told is None or told.precision not in {"day", "month", "range", "year"} or not told.dated:
        return None
    if state.anchor and told.last.year == state.anchor.year:
        return None
    fine = "day" in match.slots
    if BREAK in state.text[told.end : match.start] or (told.precision == "year" and fine):
        return None
    same = told.end >= sentence_start(state, match.start, _TOLD_REACH)
    if not same and (fine or told.precision == "year"):
        return None
    return told.first.year + (told.first.month > month) if same or told.first.month <= month else None


def _month(state: State, match: Match) -> list[Found] | None:
    """Resolve a month, with or without its year."""
    month = match.slots.get("mon") or match.slots["month"]
    number = named_year(state, match)
    if number is not None:
        return made(match, units.months(number * 12 + month - 1, 1), "month")
    if "shift" in match.slots:
        return _shifted_name(state, match, month)
    if (told_year := _year_told(state, match, month)) is not None:
        return made(match, units.months(told_year * 12 + month - 1, 1), "month", dated=False)
    if state.anchor is None:
        return None
    here = state.anchor.year * 12 + state.anchor.month - 1
    ahead = (month - 1 - here) % 12
    speaks = tense(state, match.start, match.end) if ahead else 0
    forward = ahead == 0 or speaks > 0 or (speaks == 0 and ahead < _YEAR_MONTHS - ahead)
    index = here + ahead - (0 if forward else _YEAR_MONTHS)
    return made(match, units.months(index, 1), "month", dated=False)


def _months(state: State, match: Match) -> list[Found] | None:
    """Resolve Jan-Feb 2013; of Nov-Jan 2013, the year is that of the last month."""
    first, last, number = match.slots["mon"], match.slots["mon_b"], named_year(state, match)
    if number is None or first == last:
        return None
    count = (last - first) % _YEAR_MONTHS + 1
    return made(match, units.months(number * 12 + last - count, count), "range")


def _shifted_name(state: State, match: Match, month: int) -> list[Found] | None:
    """Resolve last July, this July and next July."""
    if state.anchor is None:
        return None
    here, shift = state.anchor.year * 12 + state.anchor.month - 1, match.slots["shift"]
    ahead = (month - 1 - here) % 12
    if shift < 0:
        index = here + ahead - 12
    elif shift > 0:
        index = here + (ahead or 12)
    else:
        index = state.anchor.year * 12 + month - 1
    return made(match, units.months(index, 1), "month")


def _days(state: State, match: Match) -> list[Found] | None:
    """Resolve 11 and 12 January: one time where the days follow each other or are a range, else one each."""
    month, link = match.slots["mon"], match.slots["link"].strip(" ,")
    names = [name for name in ("day", "day_b", "day_c", "day_z") if name in match.slots]
    numbers = [match.slots[name] for name in names]
    number = named_year(state, match)
    dated = number is not None
    if number is None:
        number = _year_of_day(state, match, month, numbers[-1], None)
    if number is None or numbers != sorted(set(numbers)):
        return None
    days = [dt.date(number, month, day) for day in numbers]
    listed = link in match.rule.entry["list_links"] and "between" not in state.leads(match.start)
    if not listed or (days[-1] - days[0]).days == len(days) - 1:
        return made(match, (days[0], days[-1]), "range", dated=dated)
    parts = [made(match, (day, day), "day", dated=dated)[0] for day in days]
    for name, part in zip(names, parts, strict=True):
        part.start, part.end = match.span(name)
    parts[0].start, parts[-1].end = match.start, match.end
    return parts


def _week_of(state: State, match: Match) -> list[Found] | None:
    """Resolve the week of 5 March."""
    found = _date(state, match)
    if found:
        found[0].first, found[0].last = units.unit_of(found[0].first, "week")
        found[0].precision = "week"
    return found


def _year(_: State, match: Match) -> list[Found] | None:
    """Resolve a year in digits."""
    number, entry = match.slots["year"], match.rule.entry
    if "oldest" in entry and number < entry["oldest"] and not match.preceded(entry["older_after"]):
        return None
    return made(match, units.year(number), "year")


def _years(_: State, match: Match) -> list[Found] | None:
    """Resolve 2012-13 and 2012-2014; a stroke joins a year with the next one alone."""
    first = match.slots["year"]
    last = match.slots["year_z"] if "year_z" in match.slots else first - first % 100 + match.slots["yy"]
    if last <= first or ("/" in match.raw[0] and last != first + 1):
        return None
    return made(match, (units.year(first)[0], units.year(last)[1]), "range")


def _spelled_year(match: Match) -> int:
    """Give the year of nineteen ninety-six."""
    tail = match.slots.get("tail", 0)
    return int(match.slots.get("tens", 2000)) + int(tail)


def _spelled(_: State, match: Match) -> list[Found] | None:
    """Resolve a year in words."""
    tail = match.slots.get("tail", 0)
    if "tens" in match.slots and not 10 <= tail <= 99:  # noqa: PLR2004 - two digits
        return None
    return made(match, units.year(_spelled_year(match)), "year")


def _decade(_: State, match: Match) -> list[Found] | None:
    """Resolve the 1970s, the '80s and the nineties; the 1800s are a hundred years. Two decades are two times."""
    slots = match.slots
    found = _decade_made(match, slots.get("decade_word") or slots.get("decade") or 1900 + slots["short"])
    if "link" in slots:
        found += _decade_made(match, slots.get("decade_z") or 1900 + slots["short_z"])
        found[0].end, found[1].start = match.span("link")
    return found


def _decade_made(match: Match, start: int) -> list[Found]:
    """Make a decade, or the hundred years that a round number means."""
    if start % 100 == 0 and start < _DECADES_ALONE:
        return made(match, (units.year(start)[0], units.year(start + 99)[1]), "range")
    return made(match, (units.year(start)[0], units.year(start + 9)[1]), "decade")


def _century(state: State, match: Match) -> list[Found] | None:
    """Resolve the 20th century, from 1901 to 2000."""
    if "shift" in match.slots:
        days = units.shifted(state.anchor, "century", match.slots["shift"]) if state.anchor else None
        return made(match, days, "range") if days else None
    nth = next(match.slots[slot] for slot in ("nth", "ordinal", "roman") if slot in match.slots)
    return made(match, (dt.date(nth * 100 - 99, 1, 1), dt.date(nth * 100, 12, 31)), "range")


def _season(state: State, match: Match) -> list[Found] | None:
    """Resolve a season, with or without its year; winter is named by the year in which it begins."""
    index, number = match.slots["season"], named_year(state, match)
    if "over" in match.slots and not (index == _WINTER and _ends_next_year(match)):
        return None
    if number is not None:
        return made(match, units.season(number, index), "season")
    if state.anchor is None:
        return None
    turns = [units.season(state.anchor.year + by, index) for by in (-2, -1, 0, 1, 2)]
    return made(match, recurring(state, match, turns), "season", dated="shift" in match.slots)


def _ends_next_year(match: Match) -> bool:
    """Say whether the second year of 2012-2013 or 1999-00 is the one after the first."""
    after = match.slots["year"] + 1
    return bool(match.slots["year_z"] == after if "year_z" in match.slots else match.slots["yy"] == after % 100)


def recurring(state: State, match: Match, turns: list[units.Days]) -> units.Days:
    """Choose among yearly turns: the "last" or "next" one, by the tense, else the last that has begun.

    Raises:
        ValueError: The turns do not reach from before the anchor to beyond it, as where a table of years ends.
    """
    anchor = state.anchor or turns[0][0]
    past, begun = [days for days in turns if days[1] < anchor], [days for days in turns if days[0] <= anchor]
    ahead = [days for days in turns if days[1] >= anchor]
    if not past or not ahead or ahead[-1][0] <= anchor:
        raise ValueError(anchor)
    shift = match.slots.get("shift", 0 if "this" in match.slots else None)
    if shift == 1:
        return next(days for days in turns if days[0] > anchor)
    if shift == -1:
        return past[-1]
    if shift == 0:
        of_year = next((days for days in turns if days[0].year == anchor.year), begun[-1])
        return begun[-1] if begun[-1][1] >= anchor else of_year
    nearer = ahead[0][0] - anchor < anchor - begun[-1][1]
    return ahead[0] if nearer and tense(state, match.start, match.end) > 0 else begun[-1]


def _quarter(state: State, match: Match) -> list[Found] | None:
    """Resolve the third quarter, with or without its year."""
    index = match.slots.get("quarter_short") or match.slots["ordinal"]
    if index > _QUARTERS:
        return None
    number = named_year(state, match)
    if number is not None:
        return made(match, units.months(number * 12 + 3 * index - 3, 3), "quarter")
    if state.anchor is None:
        return None
    turns = [units.months((state.anchor.year + by) * 12 + 3 * index - 3, 3) for by in (-2, -1, 0, 1, 2)]
    days = recurring(state, match, turns)
    before = "yearago" in match.slots
    return made(match, units.shifted(days[0], "quarter", -4) if before else days, "quarter", dated=before)


def _half(state: State, match: Match) -> list[Found] | None:
    """Resolve the first half of a year."""
    number = named_year(state, match)
    if number is None:
        return None
    return made(match, units.months(number * 12 + (0 if "first" in match.slots else 6), 6), "range")


DATES: dict[str, Callable[[State, Match], list[Found] | None]] = {
    "iso": _iso,
    "week_number": _week_number,
    "numeric": _numeric,
    "date": _date,
    "month": _month,
    "months": _months,
    "days": _days,
    "week_of": _week_of,
    "year": _year,
    "years": _years,
    "spelled": _spelled,
    "decade": _decade,
    "century": _century,
    "season": _season,
    "quarter": _quarter,
    "half": _half,
}
