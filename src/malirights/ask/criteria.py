"""What a question may ask for: days, words and names, read once and checked."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import cast

from malirights.errors import CriterionError, InvalidTypeError, InvalidValueError
from malirights.model import Page, Quote, Speaker, Statement, When
from malirights.model.voice import Voice

__all__ = [
    "Day",
    "Said",
    "Source",
    "Words",
    "any_of",
    "fold",
    "is_named",
    "name_words",
    "names_of",
    "said_by",
    "statements_of",
    "when",
    "window",
]

Source = Page | Statement | Iterable[Page | Statement]
Day = str | dt.date | When
Words = str | Iterable[str]
Said = str | Voice | Iterable[str | Voice]


def statements_of(source: Source) -> Iterable[Statement]:
    """Go through the statements of a page, of a statement alone, or of several of either.

    Raises:
        InvalidTypeError: The source, or one of its items, is none of these.
    """
    if isinstance(source, Statement):
        yield source
    elif isinstance(source, Page):
        yield from source.statements
    elif isinstance(source, Iterable) and not isinstance(source, str | bytes):
        for item in source:
            if not isinstance(item, Page | Statement):
                message = (
                    f"a source holds pages and statements, got {type(item).__name__}; of a text, make a page with parse(text)"
                )
                raise InvalidTypeError(message)
            yield from statements_of(item)
    else:
        message = f"a source is a Page, a Statement or several of them, got {type(source).__name__}; of a file, use read(path)"
        raise InvalidTypeError(message)


def when(criterion: str, value: Day) -> When:
    """Read a criterion of time.

    Args:
        criterion: Its name, for the error.
        value: A date, a `When`, or an EDTF text such as "2013", "2013-06" or "2013-06-14".

    Raises:
        CriterionError: The value is no such time.
    """
    if isinstance(value, When):
        return value
    if isinstance(value, dt.datetime):
        return When.day(value.date())
    if isinstance(value, dt.date):
        return When.day(value)
    try:
        return When.from_edtf(value)
    except (InvalidTypeError, InvalidValueError) as error:
        message = f"cannot read {criterion}={value!r}; give a date, a When, or a text such as '2013', '2013-06' or '2013-06-14'"
        raise CriterionError(message, criterion=criterion, value=value) from error


def window(since: Day | None, until: Day | None, on: Day | None) -> tuple[dt.date, dt.date] | None:
    """Read the three criteria of time: the first and the last day that they leave, or None where none is given.

    Raises:
        CriterionError: One of them is no time.

    Examples:
        >>> [day.isoformat() for day in window("2012-05", None, "2012")]
        ['2012-05-01', '2012-12-31']
    """
    if since is None and until is None and on is None:
        return None
    first = dt.date.min if since is None else when("since", since).earliest
    last = dt.date.max if until is None else when("until", until).latest
    if on is None:
        return first, last
    day = when("on", on)
    return max(first, day.earliest), min(last, day.latest)


def any_of(criterion: str, value: Words) -> tuple[str, ...]:
    """Read a criterion of words: one, or several of which any will do.

    Raises:
        CriterionError: The value holds something else than words, or none.
    """
    words = (value,) if isinstance(value, str) else tuple(value) if isinstance(value, Iterable) else (value,)
    if not words or not all(isinstance(word, str) and word.strip() for word in words):
        message = f"{criterion} takes a word or several of which any will do, such as {criterion}='grave'; got {value!r}"
        raise CriterionError(message, criterion=criterion, value=value)
    return words


def fold(text: str) -> str:
    """Fold case, accents, dashes, apostrophes and white space, for comparison.

    Examples:
        >>> fold("Zoë  MORU’s")
        "zoe moru's"
    """
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return " ".join(plain.casefold().replace("–", "-").replace("—", "-").replace("’", "'").split())


def names_of(criterion: str, value: Words) -> list[frozenset[str]]:
    """Read a criterion of names: the folded words of each.

    Raises:
        CriterionError: A name has no words.
    """
    names = [name_words(name) for name in any_of(criterion, value)]
    if not all(names):
        message = f"{criterion} takes names, such as {criterion}='Moru'; got {value!r}, which has no words"
        raise CriterionError(message, criterion=criterion, value=value)
    return names


def name_words(name: str) -> frozenset[str]:
    """Give the folded words of a name."""
    return frozenset(re.findall(r"\w+", fold(name)))


def said_by(criterion: str, value: Said) -> Callable[[Quote], bool]:
    """Read a criterion of speakers: names, in any spelling, and voices, whose quotes are exactly their own.

    Raises:
        CriterionError: The value holds something else, or nothing, or a name has no words.
    """
    given = list(value) if isinstance(value, Iterator) else value
    items = list(given) if isinstance(given, Iterable) and not isinstance(given, str) else [given]
    voices = [item for item in items if isinstance(item, Voice)]
    others = [item for item in items if not isinstance(item, Voice)]
    spoken = {_whose(quote) for voice in voices for quote in voice.quotes}
    names = [] if voices and not others else names_of(criterion, cast("Words", others if voices else given))
    return lambda quote: is_named(quote.speaker, names) or _whose(quote) in spoken


def _whose(quote: Quote) -> tuple[object, ...] | None:
    """Say whose quote it is: a name in a statement, and for someone unnamed, where the words for them stand."""
    speaker = quote.speaker
    if speaker is None:
        return None
    return quote.statement_id, speaker.kind, speaker.name, speaker.name_span if speaker.kind == "unnamed" else None


def is_named(speaker: Speaker | None, names: Iterable[frozenset[str]]) -> bool:
    """Say whether all words of one of some names are words of a speaker's name or mention."""
    if speaker is None:
        return False
    words = name_words(speaker.name) | name_words(speaker.mention)
    return any(words >= name for name in names)
