"""What a question may ask for: days, words and names, read once and checked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from malirights.errors import CriterionError, InvalidTypeError, InvalidValueError
from malirights.find.people import folded
from malirights.model import Page, Speaker, Statement, When

__all__ = ["Day", "Source", "Words", "any_of", "fold", "is_named", "statements_of", "when"]

Source = Page | Statement | Iterable[Page | Statement]
Day = str | dt.date | When
Words = str | Iterable[str]


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
    """Fold case, accents, apostrophes, dashes and white space, for comparison.

    Examples:
        >>> fold("Gaĕtan  MOOTOO’s")
        "gaetan mootoo's"
    """
    return " ".join(folded(text).casefold().replace("–", "-").replace("—", "-").split())


def is_named(speaker: Speaker | None, names: Iterable[str]) -> bool:
    """Say whether all words of one of some folded names are words of a speaker's name or mention."""
    if speaker is None:
        return False
    words = set(_words(fold(speaker.name))) | set(_words(fold(speaker.mention)))
    return any(words.issuperset(_words(name)) for name in names)


def _words(folded_text: str) -> list[str]:
    """Part a folded name at spaces, hyphens and apostrophes."""
    return folded_text.replace("-", " ").replace("'", " ").split()
