"""Times as other formats write them: never more exact than they are known."""

from __future__ import annotations

import datetime as dt

from malirights.model import Statement, When

__all__ = ["MONTHS", "Parts", "bounds", "day_words", "iso", "released", "time_words", "utc"]

Parts = tuple[int, ...]
"""A year, a year and a month, or a year, a month and a day."""

MONTHS = {  # in words of our own, for those of the calendar module follow the locale
    1: "January",
    2: "February",
    3: "March",
    4: "April",
    5: "May",
    6: "June",
    7: "July",
    8: "August",
    9: "September",
    10: "October",
    11: "November",
    12: "December",
}
_LENGTHS = {"day": 3, "month": 2, "season": 2, "quarter": 2, "year": 1, "decade": 1}
_PORTIONS = {"": "", "start": "early ", "middle": "mid-", "end": "late ", "earlier": "earlier in ", "later": "later in "}


def bounds(when: When) -> tuple[Parts | None, Parts | None]:
    """Give the first and the last day, month or year of a time, in the unit in which it is known; None for an open end.

    The two are equal where the time is one day, month or year.

    Examples:
        >>> bounds(When.from_edtf("2012-05")), bounds(When.from_edtf("201X"))
        (((2012, 5), (2012, 5)), ((2010,), (2019,)))
        >>> bounds(When.from_edtf("2012-05-03/.."))
        ((2012, 5, 3), None)
    """
    length = _LENGTHS.get(when.precision, 3)
    whole = when.precision in _LENGTHS
    first = None if when.earliest == dt.date.min and not whole else _parts(when.earliest, length)
    last = None if when.latest == dt.date.max and not whole else _parts(when.latest, length)
    return first, last


def _parts(day: dt.date, length: int) -> Parts:
    """Give the year of a day, or its year and month, or all three."""
    return (day.year, day.month, day.day)[:length]


def iso(parts: Parts) -> str:
    """Write a date by ISO 8601, as far as it is known.

    Examples:
        >>> iso((2012, 5)), iso((2012, 5, 3))
        ('2012-05', '2012-05-03')
    """
    year, *rest = parts
    return "-".join([f"{year:04}", *(f"{part:02}" for part in rest)])


def released(statement: Statement) -> dt.datetime:
    r"""Give the moment when a statement was released, for formats that have no dates without a time.

    Where it tells none, midnight UTC stands for its day.

    Examples:
        >>> import malirights as mr
        >>> released(mr.parse_statement("The court sat.", date="2016-05-04")).isoformat()
        '2016-05-04T00:00:00+00:00'
    """
    return statement.released or dt.datetime.combine(statement.date, dt.time(), dt.UTC)


def utc(moment: dt.datetime) -> str:
    """Write a moment to the second, in UTC.

    Source: RFC 3339.

    Examples:
        >>> utc(dt.datetime(2016, 5, 4, 2, 30, tzinfo=dt.timezone(dt.timedelta(hours=2))))
        '2016-05-04T00:30:00Z'
    """
    return moment.astimezone(dt.UTC).replace(tzinfo=None, microsecond=0).isoformat() + "Z"


def day_words(day: dt.date) -> str:
    """Write a day in words.

    Examples:
        >>> day_words(dt.date(2012, 5, 3))
        '3 May 2012'
    """
    return _in_words(_parts(day, 3))


def _in_words(parts: Parts) -> str:
    """Write a year, a month or a day in words."""
    year, *rest = parts
    return " ".join([*map(str, rest[1:]), *(MONTHS[month] for month in rest[:1]), str(year)])


def time_words(when: When) -> str:
    """Write a time in words that say how exactly it is known.

    Examples:
        >>> for edtf in ("2012-05-03", "2012-05", "2012-05~", "201X", "2012-05-03/2012-06-09", "../2012-05-03"):
        ...     print(time_words(When.from_edtf(edtf)))
        3 May 2012
        some time in May 2012
        about May 2012
        some time in the 2010s
        some time between 3 May 2012 and 9 June 2012
        by 3 May 2012
    """
    doubt = " (uncertain)" if when.uncertain else ""
    first, last = bounds(when)
    about = "about " if when.approximate else ""
    if first and last and (first == last or when.precision == "decade"):
        name = _in_words(first) if first == last else _decade(when)
        name = f"{_PORTIONS[when.part]}{name}"
        exact = when.precision == "day" or bool(about)
        return f"{about if exact else 'some time in '}{name}{doubt}"
    if first and last:
        return f"some time between {about}{_in_words(first)} and {_in_words(last)}{doubt}"
    if first:
        return f"from {about}{_in_words(first)} on{doubt}"
    return f"by {about}{_in_words(last)}{doubt}" if last else "at a time that is not stated"


def _decade(when: When) -> str:
    """Name ten years."""
    first, last = when.earliest.year, when.latest.year
    return f"the {first}s" if first % 10 == 0 else f"{first} to {last}"
