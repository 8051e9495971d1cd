"""Calendar units as intervals of days: the week of a day, the month after it, the quarter a year before."""

from __future__ import annotations

import datetime as dt

from malirights.model.edtf import months

__all__ = [
    "DAY",
    "Days",
    "months",
    "nth_weekday",
    "season",
    "shifted",
    "stretch",
    "unit_of",
    "weekday_near",
    "year",
]

Days = tuple[dt.date, dt.date]

DAY = dt.timedelta(days=1)
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
_SEASON_MONTHS = 3


def year(number: int) -> Days:
    """Give the interval of a year."""
    return dt.date(number, 1, 1), dt.date(number, 12, 31)


def season(number: int, index: int) -> Days:
    """Give a season of three whole months, as weather services count: spring (0) from March to winter (3)."""
    return months(number * 12 + 2 + 3 * index, _SEASON_MONTHS)


def unit_of(day: dt.date, unit: str) -> Days:
    """Give the whole unit in which the day lies."""
    return shifted(day, unit, 0)


def shifted(day: dt.date, unit: str, by: int) -> Days:
    """Give the whole unit that lies so many units after the one of the day.

    Args:
        day: The day to count from.
        unit: "day", "week" (from Monday), "weekend", "fortnight" (the week that lies two for each of them away), "month",
            "quarter", "half", "year", "decade" or "century" (as the calendar numbers it, from 1901 to 2000).
        by: How many units later; negative for earlier.

    Raises:
        OverflowError: The calendar ends before.
        ValueError: The calendar ends before.
    """
    if unit == "day":
        moved = day + by * DAY
        return moved, moved
    if unit == "fortnight":
        unit, by = "week", 2 * by
    if unit in {"week", "weekend"}:
        monday = day + (7 * by - day.weekday()) * DAY
        return (monday if unit == "week" else monday + 5 * DAY), monday + 6 * DAY
    size = _MONTHS[unit]
    index = day.year * 12 + day.month - 1
    offset = 12 if unit == "century" else 0
    return months(((index - offset) // size + by) * size + offset, size)


def stretch(day: dt.date, unit: str, count: int) -> Days:
    """Give the days from the day to so many units after it, or before it where the count is negative.

    A month after 31 January is the last day of February.
    """
    if unit in _DAYS:
        other = day + count * _DAYS[unit] * DAY
    else:
        first, last = months(day.year * 12 + day.month - 1 + count * _MONTHS[unit], 1)
        other = first.replace(day=min(day.day, last.day))
    return (other, day) if other <= day else (day, other)


def weekday_near(day: dt.date, weekday: int, *, after: bool = False) -> dt.date:
    """Give the nearest such weekday on or before the day, or on or after it. Monday is 0."""
    if after:
        return day + ((weekday - day.weekday()) % 7) * DAY
    return day - ((day.weekday() - weekday) % 7) * DAY


def nth_weekday(number: int, month: int, nth: int, weekday: int) -> dt.date:
    """Give the nth such weekday of a month, or the last one where there is no fifth. Monday is 0."""
    first, last = months(number * 12 + month - 1, 1)
    day = weekday_near(first, weekday, after=True) + (nth - 1) * 7 * DAY
    return day if day <= last else day - 7 * DAY
