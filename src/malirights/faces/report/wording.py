"""How the report says days, numbers and kinds to a reader."""

from __future__ import annotations

import datetime as dt

from malirights.model import Count, When

__all__ = ["counted", "day", "days", "named"]

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day(date: dt.date) -> str:
    """Say a day.

    Examples:
        >>> day(dt.date(2012, 5, 14))
        '14 May 2012'
    """
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def days(when: When) -> str:
    """Say within which days something was.

    Examples:
        >>> [days(When.from_edtf(text)) for text in ("2012-05-14", "2012-05~", "2012-05-03/2012-05-05", "201X")]
        ['14 May 2012', 'about May 2012', '3–5 May 2012', '2010s']
    """
    about = "about " if when.approximate else ""
    doubt = " (uncertain)" if when.uncertain else ""
    return f"{about}{_interval(when)}{doubt}"


def _interval(when: When) -> str:
    """Say an interval of days in the largest unit that fits it."""
    first, last = when.earliest, when.latest
    if first == dt.date.min or last == dt.date.max:
        return _open(first, last)
    if first == last:
        return day(first)
    if when.precision == "decade":
        return f"{first.year}s"
    if when.precision == "year":
        return str(first.year)
    if when.precision == "month":
        return f"{_MONTHS[first.month - 1]} {first.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month - 1]} – {day(last)}"
    return f"{day(first)} – {day(last)}"


def _open(first: dt.date, last: dt.date) -> str:
    """Say an interval without a beginning, without an end, or without either."""
    if first != dt.date.min:
        return f"from {day(first)}"
    return f"until {day(last)}" if last != dt.date.max else "no date told"


def counted(count: Count) -> str:
    """Say how many.

    Examples:
        >>> [counted(Count(low=low, high=high)) for low, high in ((5, None), (6, 6), (6, 9))]
        ['at least 5', '6', '6 to 9']
    """
    about = "about " if count.approximate else ""
    if count.high is None:
        return f"{about}at least {count.low:,}" if not about else f"about {count.low:,} or more"
    return f"{about}{count.low:,}" if count.low == count.high else f"{about}{count.low:,} to {count.high:,}"


def named(kind: str) -> str:
    """Say the name of a kind in plain words.

    Examples:
        >>> named("enforced_disappearance")
        'enforced disappearance'
    """
    return kind.replace("_", " ")
