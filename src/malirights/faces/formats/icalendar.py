"""Calendars of what is planned, as iCalendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from malirights.faces.formats.sources import Evidence, Happening, Told, happenings
from malirights.faces.formats.times import released, time_words, utc
from malirights.faces.formats.words import line, shown, stable_uuid, web_link

__all__ = ["to_icalendar"]

_DAY = dt.timedelta(days=1)
_LONGEST = 75  # octets of a line, its end left out
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def to_icalendar(source: Told) -> str:
    r"""Make a calendar of the planned events of a source: trials to open, elections to be held.

    An event takes all the days on which it can be, and its summary says in words how exactly they are known; it blocks no
    time, and is tentative, for a plan is no fact. What is planned for no stated time, or with an end that is open, has no days
    in a calendar and is left out. The moments that the format asks for are those of the statements.

    Source: RFC 5545; RFC 7986, section 5.3, for the ids.

    Args:
        source: A page, a statement, an event, an incident, or several of them.

    Returns:
        The calendar; write it with `newline=""`, for its line ends are those of the format. One without events is allowed by
        most readers, though not by the letter of the standard.

    Raises:
        InvalidTypeError: The source is none.
        InvalidValueError: An event is of no statement.

    Examples:
        >>> import malirights as mr
        >>> page = mr.parse("May 4, 2016\n\nThe trial of Ada Moru will open in Velmora in June 2017.")
        >>> for row in mr.to_icalendar(page).splitlines():
        ...     if row.startswith(("DT", "SUMMARY")):
        ...         print(row)
        DTSTAMP:20160504T000000Z
        DTSTART;VALUE=DATE:20170601
        DTEND;VALUE=DATE:20170701
        SUMMARY:Trial\, Velmora: Ada Moru (planned) – some time in June 2017
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//malirights//malirights//EN", "CALSCALE:GREGORIAN"]
    for happening in happenings(source):
        if happening.told.status == "planned":
            lines += _entry(happening)
    return "".join(f"{folded}\r\n" for row in [*lines, "END:VCALENDAR"] for folded in _folded(row))


def _entry(happening: Happening) -> Iterator[str]:
    """Write the lines of an event; none where it has no first or no last day."""
    days, place = happening.days, happening.told.where
    if days is None or days.earliest == dt.date.min or days.latest == dt.date.max:
        return
    yield "BEGIN:VEVENT"
    yield f"UID:{stable_uuid('event', happening.id)}"
    yield f"DTSTAMP:{_stamp(happening.evidence[0], days.earliest)}"
    yield f"DTSTART;VALUE=DATE:{_digits(days.earliest)}"
    yield f"DTEND;VALUE=DATE:{_digits(days.latest + _DAY)}"
    yield f"SUMMARY:{_text(f'{happening.label} – {time_words(days)}')}"
    yield f"DESCRIPTION:{_text(_description(happening))}"
    yield f"CATEGORIES:{happening.told.kind},{happening.told.kind.group}"
    if place:
        yield f"LOCATION:{_text(line(place.name))}"
        if place.latitude is not None and place.longitude is not None:
            yield f"GEO:{place.latitude:.6f};{place.longitude:.6f}"
    if url := next(filter(None, (web_link(evidence.url) for evidence in happening.evidence)), None):
        yield f"URL:{url}"
    yield from ("STATUS:TENTATIVE", "TRANSP:TRANSPARENT", "END:VEVENT")


def _stamp(evidence: Evidence, otherwise: dt.date) -> str:
    """Write the moment of the first statement that tells it; of a lone event, midnight of a day (RFC 5545, section 3.3.5)."""
    if evidence.statement:
        return utc(released(evidence.statement)).replace("-", "").replace(":", "")
    return f"{_digits(evidence.date or otherwise)}T000000Z"


def _digits(day: dt.date) -> str:
    """Write a day (RFC 5545, section 3.3.4)."""
    return day.isoformat().replace("-", "")


def _description(happening: Happening) -> str:
    """Write the words that tell it, each with its statement."""
    rows = [happening.kind_words]
    for evidence in happening.evidence:
        words = f"“{evidence.words}” – " if evidence.words else ""
        span = evidence.sentence
        rows.append(f"{words}statement {evidence.statement_id}, characters {span.start} to {span.end}")
    return "\n".join(rows)


def _text(value: str) -> str:
    """Escape a text (RFC 5545, section 3.3.11)."""
    return shown(value).translate(_ESCAPES)


def _folded(row: str) -> Iterator[str]:
    """Cut a line into lines of at most 75 octets, never inside a character (RFC 5545, section 3.1)."""
    piece, size = "", 0
    for sign in row:
        octets = len(sign.encode())
        if size + octets > _LONGEST:
            yield piece
            piece, size = " ", 1
        piece += sign
        size += octets
    yield piece
