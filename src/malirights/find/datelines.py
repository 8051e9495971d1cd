"""Date lines, which begin the entries of a page, and release lines, which say when a text may be published."""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple

from dateutil import tz

from malirights.find.alternatives import alternatives
from malirights.lexicon import Lexicon

__all__ = ["DateLine", "DateLineGrammar", "Release", "Style"]

_TIME = re.compile(
    r"(?<![\d:.])(?:(?P<clock>[01]?\d|2[0-4])(?:(?:[:.h]|\s?h\s?)(?P<minute>[0-5]\d))?\s?(?P<half>[ap]\.?\s?m\b\.?)"
    r"|(?P<hour>[01]?\d|2[0-4])(?:[:.h]|\s?h\s?)(?P<minutes>[0-5]\d)(?::[0-5]\d)?"
    r"|(?P<four>[01]\d[0-5]\d|2[0-3][0-5]\d))\s?(?:hrs?|hours|h(?!\w))?(?!\d)",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"(?:\s?(?:GMT|UTC))?\s?(?P<sign>[+−-])(?P<hours>0?\d|1[0-4])(?::?(?P<minutes>[0-5]\d))?\b")
_ZONE = re.compile(r"[\s(,]*(?P<name>[A-Z]{1,5})\b")
_UNKNOWN_ZONE = re.compile(r"[).\s]*|\s?\(?(?:[A-Z]{1,5}|[Ll]ocal time)\)?")
_ZONE_NAME = re.compile(r"(?<![A-Za-z])[A-Z]{1,5}\b")
_WORD_START = re.compile(r"(?<!\w)\w")
_GLUED = re.compile(r"[^\W_a-zß-öø-ÿ]|[“\"«‘•(]")
_LOOSE = re.compile(r"\s*(?:[|:•–—-]\s+)?(?=[^\W_a-zß-öø-ÿ]|[“\"«‘•(])")
_TIME_ONLY = re.compile(r"(?:T(?=\d)|[\s,|–—-]*(?:(?:at|à)\s+)?)", re.IGNORECASE)
_NUMERIC = re.compile(r"0?(\d\d?)[/.]0?(\d\d?)[/.](?:1[89]|2[01])\d\d(?!\d)")
_MONTHS = 12
_NEVER = 24


class Style(NamedTuple):
    """How a date line is written; the entries of a page share one style.

    Attributes:
        month_first: Whether the month stands before the day.
        weekday: Whether a weekday stands before the date.
        abbreviated: Whether the month is abbreviated.
        padded: Whether a day below ten has a leading zero; None where the day does not show it.
    """

    month_first: bool
    weekday: bool
    abbreviated: bool
    padded: bool | None

    def agrees(self, other: Style) -> bool:
        """Say whether the two could be one habit."""
        same_padding = self.padded is None or other.padded is None or self.padded == other.padded
        return self[:3] == other[:3] and same_padding


class DateLine(NamedTuple):
    """A date at the start of a line.

    Attributes:
        start: The offset of its first character.
        end: The offset after the date, and after a time of day and a zone where the line gives them.
        date: The day, or None where no calendar has it.
        released: The time of day on the line with its zone, or None.
        style: How it is written.
        follows: What comes after it on the line: "nothing", "glued" words without a space between, or "loose" words.
        numeric: Whether it is written with numbers alone, and so may put the day or the month first.
    """

    start: int
    end: int
    date: dt.date | None
    released: dt.datetime | None
    style: Style
    follows: str
    numeric: bool = False


class Release(NamedTuple):
    """What a release line states.

    Attributes:
        moment: The aware date-time, or None where the line is not exact.
        lacks: What the line lacks: "time", "zone", "date", or an "ambiguous" zone; None where it lacks nothing.
    """

    moment: dt.datetime | None
    lacks: str | None


class DateLineGrammar:
    """The date lines of every language of a lexicon, compiled; build it with `lexicon.built(DateLineGrammar)`.

    Attributes:
        starts: The first three letters of every month and weekday, in every mix of case; a date line starts with them, or
        digits: with a digit, or a byte order mark before either.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        """Compile the months, weekdays and zones."""
        self._months: dict[str, int] = {}
        self._whole: set[str] = set()
        weekdays: list[str] = []
        for language in lexicon.languages:
            dates = lexicon.tables[language].get("dates", {})
            for number, forms in enumerate(dates.get("months", {}).get("forms", ()), start=1):
                self._months |= {form.casefold(): number for form in forms}
                self._whole |= {form.casefold() for form in forms if len(form) == len(forms[0])}
            weekdays += [form for forms in dates.get("weekdays", {}).get("forms", ()) for form in forms]
        zones = lexicon.tables.get("common", {}).get("dates", {}).get("zones", {})
        self._zones: dict[str, dt.tzinfo] = {name: _offset(text) for name, text in zones.get("offsets", {}).items()}
        self._zones |= {name: tz.tzstr(rule) for name, rule in zones.get("rules", {}).items()}
        self._ambiguous = frozenset(zones.get("ambiguous", ()))
        month, weekday = alternatives(self._months), alternatives(weekdays)
        date = (
            rf"(?:(?P<weekday>{weekday})\.?,?\s+)?(?:"
            rf"(?P<month1>{month})\.?\s*(?P<day1>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<year1>(?:1[89]|2[01])\d\d)"
            rf"|(?P<day2>\d\d?)(?:st|nd|rd|th|er)?\.?\s+(?:of\s+|de\s+)?(?P<month2>{month})\.?,?\s+(?P<year2>(?:1[89]|2[01])\d\d)"
            r"|(?P<year3>(?:1[89]|2[01])\d\d)-(?P<month3>[01]\d)-(?P<day3>[0-3]\d)(?!\d)"
            r"|(?P<first4>\d\d?)(?P<mark4>[/.])(?P<second4>\d\d?)(?P=mark4)(?P<year4>(?:1[89]|2[01])\d\d)(?!\d))"
        )
        self._date = re.compile(date, re.IGNORECASE)
        self.starts = frozenset(start for word in (*self._months, *weekdays) for start in _mixes(word[:3]))
        self.digits = frozenset("0123456789\ufeff")

    def day_first(self, text: str, rows: Iterable[tuple[int, int]]) -> bool | None:
        """Say whether the numeric dates of a page, such as 26/07/2019, put the day first.

        A date that can be read one way only settles it; None where there are such dates, and none does.
        """
        open_ = False
        for start, end in [row for row in rows if text[row[0]] in self.digits]:
            match = _NUMERIC.match(text, start, end)
            if match and (int(match[1]) > _MONTHS) != (int(match[2]) > _MONTHS):
                return int(match[1]) > _MONTHS
            open_ = open_ or (match is not None and match[1] != match[2])
        return None if open_ else True

    def match(self, text: str, start: int, end: int, *, day_first: bool = True) -> DateLine | None:
        """Read the date at the start of a line, or give None where none stands there or it begins running text."""
        match = self._date_at(text, start, end)
        if not match:
            return None
        day, stop = _day(self._months, match, day_first=day_first), match.end()
        if stop == end:
            return DateLine(start, stop, day, None, self._style(match), "nothing", bool(match["year4"]))
        released = None
        before = _TIME_ONLY.match(text, stop, end)
        clock = before and _TIME.match(text, before.end(), end)
        if clock and (time := self._time(text, clock, end)) and (time[2] == end or _UNKNOWN_ZONE.fullmatch(text, time[2], end)):
            stop = end
            if day and time[1] is not None:
                released = _moment(day, time[0], time[1])
        follows = _follows(text, stop, end)
        if not follows or (follows == "loose" and self._continues(text, stop, end)):
            return None
        return DateLine(start, stop, day, released, self._style(match), follows, bool(match["year4"]))

    def _continues(self, text: str, stop: int, end: int) -> bool:
        """Say whether another date follows: two dates are a time span, and no date line."""
        following = _WORD_START.search(text, stop, end)
        return following is not None and self._date_at(text, following.start(), end) is not None

    def _date_at(self, text: str, start: int, end: int = sys.maxsize) -> re.Match[str] | None:
        """Match a date, if a digit or the first letters of a month or a weekday stand there, after a byte order mark."""
        if not start and text[:1] == "\ufeff" and len(text) > 1:
            start = 1
        if text[start].isdigit() or text[start : start + 3] in self.starts:
            return self._date.match(text, start, end)
        return None

    def is_cut_off(self, line: str) -> bool:
        """Say whether a line is the beginning of a date line, as where a page breaks off: "Se", "September 2", "11 Dec"."""
        words = line.replace(",", " ").split()
        names = [word.casefold() for word in words if not word.isdigit()]
        return len(names) == 1 and len(words) <= 3 and any(month.startswith(names[0]) for month in self._whole)  # noqa: PLR2004

    def release(self, text: str) -> Release:
        """Read a release line: its time, zone and date, in any order."""
        match = next(filter(None, (self._date_at(text, word.start()) for word in _WORD_START.finditer(text))), None)
        day = _day(self._months, match, day_first=True) if match else None
        rest = text if not match else f"{text[: match.start()]} , {text[match.end() :]}"
        time, zone = self._time_in(rest)
        if time is None:
            return Release(None, "time")
        if zone is None:
            zones = (self._zone(rest, match.start(), len(rest))[0] for match in _ZONE_NAME.finditer(rest))
            zone = next(filter(None, zones), None)
        if zone is None:
            ambiguous = any(name in self._ambiguous for name in _ZONE_NAME.findall(rest))
            return Release(None, "ambiguous" if ambiguous else "zone")
        return Release(_moment(day, time, zone), None) if day else Release(None, "date")

    def _time_in(self, text: str) -> tuple[dt.time | None, dt.tzinfo | None]:
        """Find the first time of day with a zone in a line, else the first time."""
        first = None
        for match in _TIME.finditer(text):
            time = self._time(text, match, len(text))
            if time and time[1]:
                return time[:2]
            first = first or (time and time[0])
        return first, None

    def _time(self, text: str, match: re.Match[str], end: int) -> tuple[dt.time, dt.tzinfo | None, int] | None:
        """Read a time of day and the zone after it; give both and the offset after them."""
        four = match["four"]
        hour = int(match["clock"] or match["hour"] or four[:2])
        minute = int(match["minute"] or match["minutes"] or (four[2:] if four else 0))
        if match["half"]:
            if hour > 12:  # noqa: PLR2004 - the hours of half a day
                return None
            hour = hour % 12 + (12 if match["half"][0] in "pP" else 0)
        if hour == _NEVER:
            return None
        name = _ZONE.match(text, match.end(), end)
        zone, stop = self._zone(text, name.start("name") if name else match.end(), end)
        return dt.time(hour, minute), zone, stop if zone else match.end()

    def _zone(self, text: str, start: int, end: int) -> tuple[dt.tzinfo | None, int]:
        """Read the name of a zone, or its distance from Greenwich ("GMT+3"); give it and the offset after it."""
        if offset := _OFFSET.match(text, start, end):
            return _fixed(offset), offset.end()
        name = _ZONE_NAME.match(text, start, end)
        return (self._zones.get(name[0]), name.end()) if name else (None, start)

    def _style(self, match: re.Match[str]) -> Style:
        """Tell how a date is written."""
        month = match["month1"] or match["month2"] or ""
        day = match["day1"] or match["day2"] or match["day3"] or match["first4"]
        padded = None if int(day) > 9 else len(day) == 2  # noqa: PLR2004 - one digit, two digits
        abbreviated = bool(month) and month.casefold() not in self._whole
        return Style(bool(match["month1"]), bool(match["weekday"]), abbreviated, padded)


def _follows(text: str, stop: int, end: int) -> str | None:
    """Tell what stands after a date on its line; None where it is running text."""
    rest = text[stop:end].strip(" \t\xa0:|–—-.")
    if not rest:
        return "nothing"
    if _GLUED.match(text, stop, end):
        return "glued"
    return "loose" if _LOOSE.match(text, stop, end) else None


def _day(months: dict[str, int], match: re.Match[str], *, day_first: bool) -> dt.date | None:
    """Give the day that a match names, or None where no calendar has it."""
    if match["year4"]:
        first, second = int(match["first4"]), int(match["second4"])
        year, (day, month) = int(match["year4"]), (first, second) if day_first else (second, first)
    else:
        year = int(match["year1"] or match["year2"] or match["year3"])
        name = match["month1"] or match["month2"]
        month = months[name.casefold()] if name else int(match["month3"])
        day = int(match["day1"] or match["day2"] or match["day3"])
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _mixes(letters: str) -> Iterator[str]:
    """Give some letters in every mix of lower case and capitals."""
    return map("".join, product(*((letter.lower(), letter.upper()) for letter in letters)))


def _moment(day: dt.date, time: dt.time, zone: dt.tzinfo) -> dt.datetime:
    """Join a day, a time and a zone, with the zone's distance from Greenwich on that day."""
    moment = dt.datetime.combine(day, time, zone)
    return moment.replace(tzinfo=dt.timezone(moment.utcoffset() or dt.timedelta()))


def _offset(text: str) -> dt.timezone:
    """Read an offset such as "+05:30"."""
    hours, minutes = int(text[1:3]), int(text[4:6])
    delta = dt.timedelta(hours=hours, minutes=minutes)
    return dt.timezone(-delta if text[0] == "-" else delta)


def _fixed(match: re.Match[str]) -> dt.timezone:
    """Read the offset that stands in a text."""
    delta = dt.timedelta(hours=int(match["hours"]), minutes=int(match["minutes"] or 0))
    return dt.timezone(delta if match["sign"] == "+" else -delta)
