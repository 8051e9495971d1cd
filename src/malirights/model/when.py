"""Times that say how exact they are."""

from __future__ import annotations

import datetime as dt
from typing import Literal, cast, get_args

import attrs

from malirights.errors import InvalidTypeError, InvalidValueError
from malirights.model import edtf
from malirights.model.span import Span

__all__ = ["Portion", "Precision", "Relation", "When"]

Precision = Literal["day", "week", "month", "season", "quarter", "year", "decade", "range"]
Portion = Literal["", "start", "middle", "end", "earlier", "later"]
Relation = Literal[
    "before",
    "meets",
    "overlaps",
    "finished by",
    "contains",
    "starts",
    "equal",
    "started by",
    "during",
    "finishes",
    "overlapped by",
    "met by",
    "after",
]

_PRECISIONS = frozenset(get_args(Precision))
_PORTIONS = frozenset(get_args(Portion))
_MARKS = {(False, False): "", (True, False): "~", (False, True): "?", (True, True): "%"}
_MONTHS = {"month": 1, "season": 3, "quarter": 3, "year": 12, "decade": 120}
_DAY = dt.timedelta(days=1)
_OPEN = ".."


@attrs.frozen(kw_only=True, init=False)
class When:
    """A time as a closed interval of days, with the precision that the words give it.

    A `When` says within which days something was, not that it filled them. Two times are equal when they mean
    the same days with the same certainty; the words that said so, and the unit that they named, are evidence,
    and do not count.

    Attributes:
        earliest: The first day that it can be; `datetime.date.min` where the start is open.
        latest: The last day that it can be; `datetime.date.max` where the end is open.
        precision: The unit that the words name. A `"range"` is any other interval.
        approximate: Whether the words say "about", "around", "vers" or the like.
        uncertain: Whether the time itself is doubted, as the `?` of EDTF says.
        part: Which part of the unit the words say ("early March" is March with the part `"start"`), or "". No
            words say on which day early March ends, so the interval stays the unit; `narrowed` cuts it by a
            convention.
        expression: The words themselves, or "" where the time did not come from a text.
        span: Where the words stand, or None where the time did not come from a text.
        scope: What the words around the expression make of it: of "2012" in "since 2012", the days from then
            to the date of the text. None where they leave it as it is; see `meant`.
        rule: The name of the rule that found it, or "".

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
    scope: When | None = attrs.field(default=None, eq=False)
    rule: str = attrs.field(default="", eq=False)

    def __init__(
        self,
        *,
        earliest: dt.date,
        latest: dt.date,
        precision: Precision,
        approximate: bool = False,
        uncertain: bool = False,
        part: Portion = "",
        expression: str = "",
        span: Span | None = None,
        scope: When | None = None,
        rule: str = "",
    ) -> None:
        """Refuse an interval that cannot be, or that is not what its precision says; written out, for a text has many times."""
        if (
            type(earliest) is not dt.date
            or type(latest) is not dt.date
            or earliest > latest
            or precision not in _PRECISIONS
            or part not in _PORTIONS
            or not _fills(earliest, latest, precision)
            or ((approximate or uncertain) and earliest == dt.date.min and latest == dt.date.max)
        ):
            raise _refusal(earliest, latest, precision, part)
        _set_earliest(self, earliest)
        _set_latest(self, latest)
        _set_precision(self, precision)
        _set_approximate(self, approximate)
        _set_uncertain(self, uncertain)
        _set_part(self, part)
        _set_expression(self, expression)
        _set_span(self, span)
        _set_scope(self, scope)
        _set_rule(self, rule)

    @classmethod
    def day(cls, day: dt.date) -> When:
        """Give the time that is exactly one day."""
        return cls(earliest=day, latest=day, precision="day")

    @property
    def meant(self) -> When:
        """The days that the sentence speaks of: the `scope` where there is one, else the time itself."""
        return self.scope or self

    @property
    def edtf(self) -> str:
        """The time in the Extended Date/Time Format, level 0 where that can say it and level 1 where not.

        A marked season is written as an interval: not every reader of level 1 takes a mark on a season.

        Days, months and years are written by the clause "Date" of level 0; seasons from March, June,
        September and December, decades and centuries of one pair of digits, open ends and the marks `~`, `?`
        and `%` by the clauses "Seasons", "Unspecified digit(s)", "Extended Interval" and "Qualification of a
        date" of level 1; and every other time as the interval of its days.

        Source: Library of Congress, EDTF specification, 2019 (ISO 8601-2:2019).

        Examples:
            >>> When.from_edtf("2012-04-30/2012-05-01").edtf
            '2012-04-30/2012-05-01'
        """
        mark = _MARKS[self.approximate, self.uncertain]
        length = {"day": 10, "month": 7, "year": 4}.get(self.precision)
        if length:
            return self.earliest.isoformat()[:length] + mark
        if self.precision == "decade" and self.earliest.year % 10 == 0:
            return f"{self.earliest.year // 10:03}X{mark}"
        if self.precision == "season" and not mark and (code := edtf.season_code(self.earliest, self.latest)):
            return code
        if self.precision == "range" and (code := edtf.whole_century(self.earliest, self.latest)):
            return code + mark
        start = _OPEN if self.earliest == dt.date.min else self.earliest.isoformat() + mark
        end = _OPEN if self.latest == dt.date.max else self.latest.isoformat() + mark
        return f"{start}/{end}"

    @classmethod
    def from_edtf(cls, text: str) -> When:
        """Read a time in the Extended Date/Time Format, level 0 or 1.

        The time of day of a level 0 "Date and Time" is left out. Unspecified months and days ("2012-XX") are
        read as the year or month that is known. A mark on one end of an interval marks the whole.

        Args:
            text: Such as `"2012"`, `"2012-05"`, `"2012-05-03~"`, `"201X"`, `"2012-21"` (spring),
                `"2012-05/.."`.

        Raises:
            InvalidTypeError: The text is no `str`.
            InvalidValueError: The text is no such time, or is of level 2.

        Examples:
            >>> When.from_edtf("2012-05/2012-07")
            When('2012-05-01/2012-07-31')
        """
        if not isinstance(text, str):
            message = f"from_edtf takes a str such as '2012-05', got {text!r}"
            raise InvalidTypeError(message)
        first, last, precision, approximate, uncertain = edtf.read(text)
        return cls(
            earliest=first,
            latest=last,
            precision=cast("Precision", precision),
            approximate=approximate,
            uncertain=uncertain,
        )

    @property
    def sort_key(self) -> tuple[dt.date, dt.date, int]:
        """What times are sorted by: first day, last day, place in the text. A sure `before` agrees.

        Examples:
            >>> times = [When.from_edtf("2013"), When.from_edtf("2012-05"), When.from_edtf("2012")]
            >>> sorted(times, key=lambda when: when.sort_key)
            [When('2012'), When('2012-05'), When('2013')]
        """
        return self.earliest, self.latest, self.span.start if self.span else -1

    @property
    def duration(self) -> tuple[int, int | None]:
        """How many days it lasted, at least and at most (None for no end): 1 to 31 in May 2012."""
        if self.earliest == dt.date.min or self.latest == dt.date.max:
            return 1, None
        return 1, (self.latest - self.earliest).days + 1

    def relation(self, other: When) -> Relation:
        """Name the one of Allen's thirteen relations that holds between the two intervals of days.

        The relation is between the intervals as they stand; what it tells of the things that happened within
        them, `before`, `after`, `overlaps` and `during` say. An interval meets another that begins on the day
        after it ends.

        Source: J. F. Allen, Maintaining knowledge about temporal intervals, Communications of the ACM 26
            (1983).

        Examples:
            >>> When.from_edtf("2012-05").relation(When.from_edtf("2012"))
            'during'
        """
        if self.latest < other.earliest:
            return "meets" if self.latest + _DAY == other.earliest else "before"
        if other.latest < self.earliest:
            return "met by" if other.latest + _DAY == self.earliest else "after"
        names: tuple[tuple[Relation, ...], ...] = (
            ("overlaps", "finished by", "contains"),
            ("starts", "equal", "started by"),
            ("during", "finishes", "overlapped by"),
        )
        return names[_sign(self.earliest, other.earliest)][_sign(self.latest, other.latest)]

    def before(self, other: When) -> bool | None:
        """Say whether it was before the other; None where the dates do not tell.

        An approximate or uncertain time may be off by as much as its own length.

        Examples:
            >>> may, year = When.from_edtf("2012-05"), When.from_edtf("2012")
            >>> may.before(When.from_edtf("2013")), may.before(year), may.before(When.from_edtf("2011"))
            (True, None, False)
        """
        (first, last), (other_first, other_last) = self.widest, other.widest
        return True if last < other_first else False if first >= other_last else None

    def after(self, other: When) -> bool | None:
        """Say whether it was after the other; None where the dates do not tell."""
        return other.before(self)

    def overlaps(self, other: When) -> bool | None:
        """Say whether the two fell on one day: True for one same day, False where none can be both."""
        (first, last), (other_first, other_last) = self.widest, other.widest
        if last < other_first or other_last < first:
            return False
        return True if first == last == other_first == other_last else None

    def during(self, other: When) -> bool | None:
        """Say whether it fell within the days of the other as a whole; None where the dates do not tell.

        Examples:
            >>> may, spring = When.from_edtf("2012-05"), When.from_edtf("2012-04-15/2012-05-15")
            >>> may.during(When.from_edtf("2012")), may.during(spring), may.during(When.from_edtf("2013"))
            (True, None, False)
        """
        (first, last), (other_first, other_last) = self.widest, other.widest
        if last < other_first or other_last < first:
            return False
        exact = not (other.approximate or other.uncertain)
        return True if exact and other_first <= first and last <= other_last else None

    def intersection(self, other: When) -> When | None:
        """Give the days that both can be, or None where there are none.

        Examples:
            >>> When.from_edtf("2012").intersection(When.from_edtf("2012-11/2013-02"))
            When('2012-11-01/2012-12-31')
        """
        first, last = max(self.earliest, other.earliest), min(self.latest, other.latest)
        return self._joined(other, first, last) if first <= last else None

    def hull(self, *others: When) -> When:
        """Give the smallest interval that holds this time and the others.

        Examples:
            >>> When.from_edtf("2012-05").hull(When.from_edtf("2012-07"))
            When('2012-05-01/2012-07-31')
        """
        result = self
        for other in others:
            first, last = min(result.earliest, other.earliest), max(result.latest, other.latest)
            result = result._joined(other, first, last)
        return result

    def narrowed(self) -> When:
        """Cut a unit to the third of its days that its `part` names, by convention, and so approximate.

        "Early March" becomes about 1 to 10 March. A time with another part, or none, is given back as it is.

        Examples:
            >>> import attrs
            >>> attrs.evolve(When.from_edtf("2012-03"), part="start").narrowed()
            When('2012-03-01~/2012-03-10~')
        """
        if self.part not in {"start", "middle", "end"}:
            return self
        third = (self.latest - self.earliest + _DAY) // 3
        first, last = {
            "start": (self.earliest, self.earliest + third - _DAY),
            "middle": (self.earliest + third, self.latest - third),
            "end": (self.latest - third + _DAY, self.latest),
        }[self.part]
        first, last = min(first, last), max(first, last)
        return attrs.evolve(self, earliest=first, latest=last, precision="range", approximate=True, part="")

    def _joined(self, other: When, first: dt.date, last: dt.date) -> When:
        """Give an interval made of two times: one of them where it has its days, else as doubtful as both."""
        for time in (self, other):
            if (time.earliest, time.latest) == (first, last):
                return time
        known = (first, last) != (dt.date.min, dt.date.max)
        return When(
            earliest=first,
            latest=last,
            precision="range",
            approximate=known and (self.approximate or other.approximate),
            uncertain=known and (self.uncertain or other.uncertain),
        )

    @property
    def widest(self) -> tuple[dt.date, dt.date]:
        """The first and the last day that it can be, where what is approximate or uncertain may be off by its own length.

        Examples:
            >>> first, last = When.from_edtf("2012-05~").widest
            >>> first.isoformat(), last.isoformat()
            ('2012-03-31', '2012-07-01')
        """
        if not (self.approximate or self.uncertain):
            return self.earliest, self.latest
        length = (self.latest - self.earliest).days + 1
        first, last = self.earliest.toordinal() - length, self.latest.toordinal() + length
        return dt.date.fromordinal(max(first, 1)), dt.date.fromordinal(min(last, dt.date.max.toordinal()))

    def __repr__(self) -> str:
        """Show the time as EDTF, and the words where there are any."""
        words = f", {self.expression!r}" if self.expression else ""
        return f"When({self.edtf!r}{words})"


_SETTERS = tuple(vars(When)[field.name].__set__ for field in attrs.fields(When))  # how the slots of a frozen object are set
_set_earliest, _set_latest, _set_precision, _set_approximate, _set_uncertain = _SETTERS[:5]
_set_part, _set_expression, _set_span, _set_scope, _set_rule = _SETTERS[5:]


def _refusal(earliest: object, latest: object, precision: str, part: str) -> InvalidTypeError | InvalidValueError:
    """Say why such fields are no time."""
    if type(earliest) is not dt.date or type(latest) is not dt.date:
        bound = latest if type(earliest) is dt.date else earliest
        message = f"a When takes datetime.date bounds, got {bound!r}; of a datetime, give its .date()"
        return InvalidTypeError(message)
    if earliest > latest:
        message = f"a When runs from its earliest to its latest day, got {earliest} to {latest}"
    elif precision not in _PRECISIONS or part not in _PORTIONS:
        name, allowed = (part, _PORTIONS) if precision in _PRECISIONS else (precision, _PRECISIONS)
        message = f"unknown precision or part {name!r}; it is one of {', '.join(sorted(allowed - {''}))}"
    elif not _fills(earliest, latest, cast("Precision", precision)):
        message = f"{earliest} to {latest} is no {precision}; give it the precision 'range'"
    else:
        message = "a When that is open at both ends says nothing that could be approximate or uncertain"
    return InvalidValueError(message)


def _sign(first: dt.date, second: dt.date) -> int:
    """Say whether the first day is before (0), equal to (1) or after (2) the second."""
    return (first >= second) + (first > second)


def _fills(first: dt.date, last: dt.date, precision: Precision) -> bool:
    """Say whether the interval is one whole unit of the precision."""
    if precision == "day":
        return first == last
    if precision == "week":
        return (last - first).days == 6  # noqa: PLR2004 - the seventh day of a week
    if precision == "range":
        return True
    if first.day != 1 or (last != dt.date.max and (last + _DAY).day != 1):
        return False
    if precision in {"year", "decade"} and first.month != 1:
        return False
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    return months == _MONTHS[precision]
