"""Statements laid out in time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Literal, get_args

import attrs

from malirights.ask.criteria import Source, statements_of
from malirights.errors import CriterionError
from malirights.model import Statement, When

__all__ = ["By", "Chronology", "Period", "chronology", "title"]

By = Literal["day", "month", "year"]

_SHOWN = 88
_LENGTH = {"day": 10, "month": 7, "year": 4}


@attrs.frozen(kw_only=True)
class Period:
    """A day, a month or a year, and the statements of it.

    Attributes:
        when: The time.
        statements: Its statements, by date; those of one day stand in the order of the source.

    Examples:
        >>> Period(when=When.from_edtf("2016-05"), statements=())
        Period('2016-05', 0 statements)
    """

    when: When
    statements: tuple[Statement, ...]

    def __repr__(self) -> str:
        """Show the time and the number of statements."""
        return f"Period({self.when.edtf!r}, {len(self.statements)} statements)"


@attrs.frozen
class Chronology:
    """Periods in the order of time. It is a sequence of them, and prints as a list of dates and first words.

    Attributes:
        periods: The periods that have statements, the earliest first.

    Examples:
        >>> may = Period(when=When.from_edtf("2016-05"), statements=())
        >>> len(Chronology((may,))), Chronology((may,))[0].when.precision
        (1, 'month')
    """

    periods: tuple[Period, ...]

    def __iter__(self) -> Iterator[Period]:
        """Go through the periods."""
        return iter(self.periods)

    def __len__(self) -> int:
        """Count the periods."""
        return len(self.periods)

    def __getitem__(self, number: int) -> Period:
        """Give a period by its number, from 0."""
        return self.periods[number]

    def __str__(self) -> str:
        """Lay the statements out, a line each, under their periods."""
        lines = []
        for period in self.periods:
            lines.append(period.when.edtf)
            lines += [f"  {statement.date}  {_first_words(statement)}" for statement in period.statements]
        return "\n".join(lines)


def chronology(source: Source, *, by: By = "year") -> Chronology:
    r"""Lay statements out in the order of their publication dates.

    Args:
        source: A page, a statement, or several of either.
        by: The length of a period: "year", "month" or "day".

    Raises:
        CriterionError: The length is another.
        InvalidTypeError: The source is none.

    Examples:
        >>> import malirights as mr
        >>> page = mr.parse("May 4, 2016\n\nThe court ruled.\n\nMay 2, 2015\n\nThe court sat.")
        >>> [period.when.edtf for period in mr.chronology(page)]
        ['2015', '2016']
        >>> print(mr.chronology(page, by="month"))
        2015-05
          2015-05-02  The court sat.
        2016-05
          2016-05-04  The court ruled.
    """
    if by not in get_args(By):
        message = f"cannot lay out by={by!r}; it is one of {', '.join(get_args(By))}"
        raise CriterionError(message, criterion="by", value=by)
    ordered = sorted(statements_of(source), key=lambda statement: statement.date)

    def period(statement: Statement) -> str:
        return statement.date.isoformat()[: _LENGTH[by]]

    grouped = groupby(ordered, key=period)
    return Chronology(tuple(Period(when=When.from_edtf(name), statements=tuple(group)) for name, group in grouped))


def title(statement: Statement) -> str:
    """Give the headline of a statement, or the first paragraph of its body."""
    if statement.headline:
        return " · ".join(statement.headline)
    return next((part.span.of(statement.text) for part in statement.parts if part.kind == "body"), statement.text)


def _first_words(statement: Statement) -> str:
    """Give the start of the title, on one line."""
    words = " ".join(title(statement).split())
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
