"""How the report says days and kinds to a reader."""

from __future__ import annotations

import datetime as dt

from malirights.faces.formats.times import MONTHS, day_words
from malirights.model import When

__all__ = ["days", "named"]


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
        return day_words(first)
    if when.precision == "decade":
        return f"{first.year}s"
    if when.precision == "year":
        return str(first.year)
    if when.precision == "month":
        return f"{MONTHS[first.month]} {first.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_words(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month]} – {day_words(last)}"
    return f"{day_words(first)} – {day_words(last)}"


def _open(first: dt.date, last: dt.date) -> str:
    """Say an interval without a beginning, without an end, or without either."""
    if first != dt.date.min:
        return f"from {day_words(first)}"
    return f"until {day_words(last)}" if last != dt.date.max else "no date told"


def named(kind: str) -> str:
    """Say the name of a kind in plain words.

    Examples:
        >>> named("enforced_disappearance")
        'enforced disappearance'
    """
    return kind.replace("_", " ")
