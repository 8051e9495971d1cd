"""The Extended Date/Time Format, levels 0 and 1, to intervals of days and back.

Source: Library of Congress, EDTF specification, 4 February 2019 (the profile of ISO 8601-2:2019). The clauses
    are named where
they are read. Level 2, and years outside 1 to 9999, are refused.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from malirights.errors import InvalidValueError

__all__ = ["Reading", "months", "read", "season_code", "whole_century"]

_DAY = dt.timedelta(days=1)
_END = (dt.MAXYEAR + 1) * 12
_OPEN = frozenset({"..", ""})
_QUALIFIERS = {"": (False, False), "~": (True, False), "?": (False, True), "%": (True, True)}
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)")
_TIME = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+-]\d\d(?::?\d\d)?)?()")
_DIGITS = re.compile(r"(\d{1,3})(X{1,3})([~?%]?)")
_MONTHS = re.compile(r"(\d{4})-XX(?:-XX)?([~?%]?)")
_DAYS = re.compile(r"(\d{4})-(\d\d)-XX([~?%]?)")
_SEASON = re.compile(r"(\d{4})-2([1-4])([~?%]?)")
_SEASON_STARTS = (3, 6, 9, 12)
_BEYOND = re.compile(r"[{}\[\]^SE*]|^Y?-|^Y|[~?%]\d|X\d|-(?:2[5-9]|3\d|4[01])[~?%]?$|XXXX")
_PRECISION = {1: "decade", 2: "range", 3: "range"}


class Reading(NamedTuple):
    """What a text in the format says.

    Attributes:
        earliest: The first day; `datetime.date.min` where the start is open or unknown.
        latest: The last day; `datetime.date.max` where the end is open or unknown.
        precision: The unit that is written, as in `When`.
        approximate: Whether it is marked `~` or `%`.
        uncertain: Whether it is marked `?` or `%`.
    """

    earliest: dt.date
    latest: dt.date
    precision: str
    approximate: bool
    uncertain: bool


def read(text: str) -> Reading:
    """Read a time in the format.

    An interval is marked as a whole where one of its ends is. An unknown end (level 1, "Extended Interval")
    is read as open.

    Raises:
        InvalidValueError: The text is no such time, or is of level 2.
    """
    start, slash, end = text.partition("/")
    try:
        if not slash:
            return _date(text)
        first = None if start in _OPEN else _date(start)
        last = None if end in _OPEN else _date(end)
        if first is None and last is None and text != "../..":
            raise ValueError  # noqa: TRY301 - two unknown ends say nothing
    except ValueError as error:
        why = "is of a level or a year beyond" if _BEYOND.search(text) else "is none of"
        message = (
            f"cannot read {text!r} as an EDTF time: it {why} levels 0 and 1 of the years 1 to 9999, "
            f"such as '2012', "
            "'2012-05', '2012-05-03~', '201X', '2012-21' or '2012-05/..'"
        )
        raise InvalidValueError(message, text=text) from error
    ends = [side for side in (first, last) if side]
    return Reading(
        first.earliest if first else dt.date.min,
        last.latest if last else dt.date.max,
        "range",
        any(side.approximate for side in ends),
        any(side.uncertain for side in ends),
    )


def _date(part: str) -> Reading:
    """Read one date: of level 0, or of level 1 "Seasons", "Qualification", "Unspecified digit(s)".

    Raises:
        ValueError: It is none.
    """
    if match := _DATE.fullmatch(part) or _TIME.fullmatch(part):
        if match[3]:
            day = dt.date(int(match[1]), int(match[2]), int(match[3]))
            return Reading(day, day, "day", *_QUALIFIERS[match[4]])
        if match[2] and match[2] < "21":
            return _months(int(match[1]), int(match[2]), 1, "month", match[4])
        if not match[2]:
            return _months(int(match[1]), 1, 12, "year", match[4])
    if match := _SEASON.fullmatch(part):
        return _months(int(match[1]), _SEASON_STARTS[int(match[2]) - 1], 3, "season", match[3])
    return _unspecified(part)


def _unspecified(part: str) -> Reading:
    """Read one date of level 1 "Unspecified digit(s)" from the right.

    Raises:
        ValueError: It is none.
    """
    if match := _DIGITS.fullmatch(part):
        size = 10 ** len(match[2])
        if len(match[1]) + len(match[2]) == len("YYYY") and int(match[1]):
            return _months(int(match[1]) * size, 1, 12 * size, _PRECISION[len(match[2])], match[3])
    if match := _MONTHS.fullmatch(part):
        return _months(int(match[1]), 1, 12, "year", match[2])
    if match := _DAYS.fullmatch(part):
        return _months(int(match[1]), int(match[2]), 1, "month", match[3])
    raise ValueError(part)


def _months(year: int, month: int, count: int, precision: str, qualifier: str) -> Reading:
    """Give the interval of some whole months."""
    first = dt.date(year, month, 1)  # refuses a thirteenth month
    return Reading(first, months(year * 12 + month - 1, count)[1], precision, *_QUALIFIERS[qualifier])


def months(start: int, count: int) -> tuple[dt.date, dt.date]:
    """Give the interval of some whole months.

    Args:
        start: The first month, counted from January of the year 0.
        count: How many months; at least one.

    Raises:
        ValueError: The calendar has no such months.
    """
    after = start + count
    first = dt.date(start // 12, start % 12 + 1, 1)
    return first, dt.date.max if after == _END else dt.date(after // 12, after % 12 + 1, 1) - _DAY


def season_code(first: dt.date, last: dt.date) -> str | None:
    """Write a season of three whole months (level 1, "Seasons"), or None where it is none of the four."""
    if first.month not in _SEASON_STARTS:
        return None
    code = f"{first.year:04}-2{_SEASON_STARTS.index(first.month) + 1}"
    return code if read(code)[:2] == (first, last) else None


def whole_century(first: dt.date, last: dt.date) -> str | None:
    """Write a hundred years that share two digits as `20XX` (level 1, "Unspecified digit(s)"), or None."""
    if first.year % 100 == 0 and (first.month, first.day) == (1, 1) and last == dt.date(first.year + 99, 12, 31):
        return f"{first.year // 100:02}XX"
    return None
