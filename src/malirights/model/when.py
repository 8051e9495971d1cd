"""Times that say how exact they are."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Literal, get_args

import attrs

from malirights.errors import InvalidTypeError, InvalidValueError
from malirights.model.span import Span

__all__ = ["Portion", "Precision", "When"]

Precision = Literal["day", "week", "month", "season", "quarter", "year", "decade", "range"]
Portion = Literal["", "start", "middle", "end", "earlier", "later"]

_PRECISIONS = frozenset(get_args(Precision))
_EDTF_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~?)")
_EDTF_DECADE = re.compile(r"(\d{3})X(~?)")
_OPEN = ".."


@attrs.frozen(kw_only=True)
class When:
    """A time as a closed interval of days, with the precision that the words give it.

    Two times are equal when they mean the same days with the same certainty; the words that said so are evidence, and do
    not count.

    Attributes:
        earliest: The first day that it can be; `datetime.date.min` where the start is open.
        latest: The last day that it can be; `datetime.date.max` where the end is open.
        precision: The unit that the words name. A `"range"` is any other interval.
        approximate: Whether the words say "about", "around", "vers" or the like.
        expression: The words themselves, or "" where the time did not come from a text.
        span: Where the words stand, or None where the time did not come from a text.

    Raises:
        InvalidTypeError: A bound is no `datetime.date`, or is a `datetime.datetime`.
        InvalidValueError: The interval ends before it starts, or is not what its precision says.

    Examples:
        >>> import datetime as dt
        >>> may = When.from_edtf("2012-05")
        >>> may.earliest, may.latest, may.precision
        (datetime.date(2012, 5, 1), datetime.date(2012, 5, 31), 'month')
        >>> When.day(dt.date(2013, 6, 14))
        When('2013-06-14')
    """

    earliest: dt.date
    latest: dt.date
    precision: Precision = attrs.field(eq=False)
    approximate: bool = False
    uncertain: bool = False
    part: Portion = attrs.field(default="", eq=False)
    expression: str = attrs.field(default="", eq=False)
    span: Span | None = attrs.field(default=None, eq=False)
    scope: When | None = attrs.field(default=None, eq=False, repr=False)
    rule: str = attrs.field(default="", eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Refuse an interval that cannot be, or that is not what its precision says."""
        for bound in (self.earliest, self.latest):
            if type(bound) is not dt.date:
                message = f"a When takes datetime.date bounds, got {bound!r}; of a datetime, give its .date()"
                raise InvalidTypeError(message)
        if self.precision not in _PRECISIONS:
            message = f"unknown precision {self.precision!r}; it is one of {', '.join(sorted(_PRECISIONS))}"
            raise InvalidValueError(message)
        if self.earliest > self.latest:
            message = f"a When runs from its earliest to its latest day, got {self.earliest} to {self.latest}"
            raise InvalidValueError(message)
        if not _fills(self.earliest, self.latest, self.precision):
            message = f"{self.earliest} to {self.latest} is no {self.precision}; give it the precision 'range'"
            raise InvalidValueError(message)

    @classmethod
    def day(cls, day: dt.date) -> When:
        """Give the time that is exactly one day."""
        return cls(earliest=day, latest=day, precision="day")

    @property
    def edtf(self) -> str:
        """The time in the Extended Date/Time Format.

        Days, months and years are written as level 0 (clause "Date"), decades, open ends and `~` as level 1 ("Unspecified
        digit(s)", "Extended Interval", "Qualification of a date"), and every other time as the interval of its days.

        Source: Library of Congress, EDTF specification, 2019 (ISO 8601-2:2019).

        Examples:
            >>> When.from_edtf("2012-04-30/2012-05-01").edtf
            '2012-04-30/2012-05-01'
        """
        mark = "~" if self.approximate else ""
        first = self.earliest.isoformat()
        if self.precision == "day":
            return first + mark
        if self.precision == "month":
            return first[:7] + mark
        if self.precision == "year":
            return first[:4] + mark
        if self.precision == "decade":
            return first[:3] + "X" + mark
        start = _OPEN if self.earliest == dt.date.min else first + mark
        end = _OPEN if self.latest == dt.date.max else self.latest.isoformat() + mark
        return f"{start}/{end}"

    @classmethod
    def from_edtf(cls, text: str) -> When:
        """Read a time in the Extended Date/Time Format.

        Reads what `edtf` writes: level 0 dates and intervals, and of level 1 the decade (`201X`), open ends (`..`) and `~`.

        Args:
            text: Such as `"2012"`, `"2012-05"`, `"2012-05-03~"`, `"201X"`, `"2012-05/.."`.

        Raises:
            InvalidTypeError: The text is no `str`.
            InvalidValueError: The text is no such time.

        Examples:
            >>> When.from_edtf("2012-05/2012-07")
            When('2012-05-01/2012-07-31')
        """
        if not isinstance(text, str):
            message = f"from_edtf takes a str such as '2012-05', got {text!r}"
            raise InvalidTypeError(message)
        start, slash, end = text.partition("/")
        if not slash:
            return _simple(cls, text, text)
        first = None if start == _OPEN else _simple(cls, start, text)
        last = None if end == _OPEN else _simple(cls, end, text)
        return cls(
            earliest=first.earliest if first else dt.date.min,
            latest=last.latest if last else dt.date.max,
            precision="range",
            approximate=any(bound.approximate for bound in (first, last) if bound),
        )

    def __repr__(self) -> str:
        """Show the time as EDTF, and the words where there are any."""
        words = f", {self.expression!r}" if self.expression else ""
        return f"When({self.edtf!r}{words})"


def _fills(first: dt.date, last: dt.date, precision: Precision) -> bool:
    """Say whether the interval is one whole unit of the precision."""
    if precision == "day":
        return first == last
    if precision == "week":
        return (last - first).days == 6  # noqa: PLR2004 - the seventh day of a week
    if precision == "range":
        return True
    if first.day != 1 or last.day != calendar.monthrange(last.year, last.month)[1]:
        return False
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    return months == {"month": 1, "season": 3, "quarter": 3, "year": 12, "decade": 120}[precision]


def _simple(cls: type[When], part: str, whole: str) -> When:
    """Read one EDTF date without a slash."""
    if match := _EDTF_DECADE.fullmatch(part):
        year = int(match[1]) * 10
        if year:
            return _months(cls, (year, 1), (year + 9, 12), "decade", approximate=bool(match[2]))
    elif match := _EDTF_DATE.fullmatch(part):
        year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
        try:
            if match[3]:
                date = dt.date(year, month, day)
                return cls(earliest=date, latest=date, precision="day", approximate=bool(match[4]))
            if match[2]:
                return _months(cls, (year, month), (year, month), "month", approximate=bool(match[4]))
            return _months(cls, (year, 1), (year, 12), "year", approximate=bool(match[4]))
        except ValueError:
            pass  # no such day in the calendar: refused below, like every other text
    message = f"cannot read {whole!r} as an EDTF time; write '2012', '2012-05', '2012-05-03', '201X' or '2012-05/2012-07'"
    raise InvalidValueError(message, text=whole)


def _months(cls: type[When], first: tuple[int, int], last: tuple[int, int], precision: Precision, *, approximate: bool) -> When:
    """Give the time from the first day of one month to the last day of another."""
    start, (year, month) = dt.date(*first, 1), last
    end = dt.date(year, month, calendar.monthrange(year, month)[1])
    return cls(earliest=start, latest=end, precision=precision, approximate=approximate)
