"""Dates in prose: found by their words, and never more exact than the words are."""

from __future__ import annotations

import datetime as dt

from malirights.errors import InvalidTypeError
from malirights.lexicon import Lexicon
from malirights.model import When

__all__ = ["find_dates"]


def find_dates(
    text: str,
    *,
    anchor: dt.date | str | None = None,
    lexicon: Lexicon | None = None,
    language: str | None = None,
) -> tuple[When, ...]:
    """Find the dates of a text, and say which days they mean.

    Every time carries the minimal span of its words, and the value is what these words say: "early March" is
    the month of March with the part "start". What the words around it make of it, as in "since 2012", is its
    `scope`.

    Args:
        text: Any prose. Spans are offsets into it.
        anchor: The date of the text, as a date or in ISO form. Without it, expressions that count from that
            date ("last week", "in March") are left out rather than guessed.
        lexicon: Your own words, or None for those of the package.
        language: The language of the text, as a code such as "fr"; None to tell it from the text's own words.

    Returns:
        The times in the order of the text; none overlap.

    Raises:
        InvalidTypeError: The text is no `str`, or the anchor is neither a date nor a `str`.
        InvalidValueError: The anchor is no ISO date, or the lexicon has no such language.

    Examples:
        >>> first, second = find_dates("The flood of March 2012 came back last night.", anchor="2013-12-04")
        >>> first.edtf, first.expression
        ('2012-03', 'March 2012')
        >>> second.earliest, second.expression
        (datetime.date(2013, 12, 3), 'last night')
    """
    if not isinstance(text, str):
        message = f"find_dates takes a str, got {type(text).__name__}; decode bytes first"
        raise InvalidTypeError(message)
    from malirights.find.dates.finder import times  # noqa: PLC0415 - only who asks for dates pays for it

    return times(text, anchor, lexicon, language)
