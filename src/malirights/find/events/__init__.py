"""Events in prose: who did what to whom, when and where, and how sure that is told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from malirights.errors import InvalidTypeError
from malirights.find.dates import find_dates
from malirights.find.language import find_language
from malirights.lexicon import Lexicon
from malirights.model import Event, When
from malirights.model.checks import day_of
from malirights.segment import lines, paragraphs

__all__ = ["annotate_events", "find_events"]

_Stretch = tuple[int, int]
_ENOUGH = 8_000


def find_events(
    text: str, *, date: dt.date | str | None = None, lexicon: Lexicon | None = None, language: str | None = None
) -> tuple[Event, ...]:
    """Find the events of a text: acts that it tells to have happened, to be happening, or to be planned.

    Demands, risks, conditions, negations, definitions and general talk are no events. What is left has at least a time, a
    place, one who does it, one whom it is done to, or a number of these.

    Args:
        text: Any text; each line, or each block of lines wrapped at a margin, is a paragraph.
        date: The date of the text, from which relative times count; without it they are left out.
        lexicon: Your own words beside the package's, from `Lexicon.load`.
        language: The language of the text, as a code such as "fr"; None to tell it from the text's own words.

    Returns:
        The events in the order of the text, mentions of one happening joined; their spans are offsets into it.

    Raises:
        InvalidTypeError: The text is no `str`, or the date neither a date nor a `str`.
        InvalidValueError: The date is no day of the calendar.

    Examples:
        >>> event, = find_events("At least six bakers were arrested by soldiers in Orvel on 3 May 2012.")
        >>> event.kind.value, event.when.edtf, event.where.name, event.count
        ('arrest', '2012-05-03', 'Orvel', Count(6, None))
        >>> event.perpetrators, event.victims
        ((Actor('soldiers'),), (Actor('six bakers'),))
        >>> find_events("The government must release six bakers.")
        ()
    """
    if not isinstance(text, str):
        message = f"find_events takes a text as a str, got {type(text).__name__}"
        raise InvalidTypeError(message)
    words = lexicon or Lexicon.default()
    language = language or find_language(text[:_ENOUGH], words, fewest=1) or "en"
    day = None if date is None else day_of("the date of a text", date)
    known = language if "dates" in words.tables.get(language, {}) else None
    dates = find_dates(text, anchor=day, lexicon=words, language=known)
    return annotate_events(text, paragraphs(text, lines(text)), dates, words, language, date=day)


def annotate_events(
    text: str,
    stretches: Sequence[_Stretch],
    dates: Sequence[When],
    lexicon: Lexicon,
    language: str,
    *,
    headlines: Sequence[_Stretch] = (),
    country: str | None = None,
    statement_id: str | None = None,
    date: dt.date | None = None,
) -> tuple[Event, ...]:
    """Find the events of a text whose paragraphs, times and language are known.

    Args:
        text: The text.
        stretches: Start and end of the paragraphs to look at, in order.
        dates: Its times, in order.
        lexicon: Whose words to use.
        language: Its language, as an ISO 639-1 code.
        headlines: Those of the stretches that are lines of the headline, which tell what the body tells again.
        country: What the text is about, for "in the country".
        statement_id: What the events say of the statement that they are from.
        date: What they say of its date.
    """
    from malirights.find.events.finder import events_in  # noqa: PLC0415 - only who asks for events pays for it
    from malirights.find.events.words import event_words  # noqa: PLC0415 - as above

    words = event_words(lexicon, language)
    if words is None:
        return ()
    return events_in(
        text, stretches, dates, words, lexicon, headlines=headlines, country=country, statement_id=statement_id, date=date
    )
