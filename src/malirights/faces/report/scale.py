"""The scale of a chronology, and on it a bar for each time: as wide as the days that it can have been on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import attrs

from malirights.model import When

__all__ = ["Bar", "Scale", "Tick"]

_MOST_TICKS = 6
_MOST_PERIODS = 40
_PERIODS = {1: "{first}", 10: "{first}s", 100: "{first}–{last}"}


@attrs.frozen
class Tick:
    """The first day of a year on the scale.

    Attributes:
        label: The year.
        x: Where it stands, in per cent of the scale.
    """

    label: str
    x: str


@attrs.frozen(kw_only=True)
class Bar:
    """The days of a time on the scale.

    Attributes:
        start: Where they begin, in per cent of the scale; of an open start, 0.
        end: Where they end; of an open end, 100.
        exact: Whether it is one day, and surely that one.
        about: Whether the days themselves are approximate or doubted.
        opens: Whether the first day is known.
        closes: Whether the last day is known.
    """

    start: str
    end: str
    exact: bool
    about: bool
    opens: bool
    closes: bool


@attrs.frozen(kw_only=True)
class Scale:
    """Whole years, from the first to the last that a known end of a time lies in.

    Attributes:
        first: The first day.
        last: The last day.

    Examples:
        >>> scale = Scale.of([When.from_edtf("2012-05-14"), When.from_edtf("2013-03/..")])
        >>> [tick.label for tick in scale.ticks], scale.bar(When.from_edtf("2013")).start
        (['2012', '2013'], '50.07')
        >>> scale.periods(When.from_edtf("2013-03/.."))
        ('2013',)
    """

    first: dt.date
    last: dt.date

    @classmethod
    def of(cls, times: Iterable[When]) -> Scale:
        """Make the scale that holds all known ends of some times, of which there is at least one."""
        ends = [end for when in times for end in _known(when)]
        first, last = min(ends), max(ends)
        return cls(first=first.replace(month=1, day=1), last=last.replace(month=12, day=31))

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """Some of the years, evenly apart."""
        years = self.last.year - self.first.year + 1
        step = -(-years // _MOST_TICKS)
        return tuple(
            Tick(str(year), self._percent(dt.date(year, 1, 1).toordinal()))
            for year in range(self.first.year, self.last.year + 1, step)
        )

    def bar(self, when: When) -> Bar:
        """Draw a time."""
        opens, closes = when.earliest != dt.date.min, when.latest != dt.date.max
        about = when.approximate or when.uncertain
        first, last = max(when.earliest, self.first), min(when.latest, self.last)
        return Bar(
            start=self._percent(first.toordinal()),
            end=self._percent(last.toordinal() + 1),
            exact=when.earliest == when.latest and not about,
            about=about,
            opens=opens,
            closes=closes,
        )

    def periods(self, when: When) -> tuple[str, ...]:
        """Name the years that a time can lie in, or the decades or centuries where the scale has many years.

        None lies beyond the scale, and an approximate time can also lie in those around it.
        """
        first, last = when.widest
        length = self._length
        units = range(max(first, self.first).year // length, min(last, self.last).year // length + 1)
        return tuple(_PERIODS[length].format(first=unit * length, last=unit * length + length - 1) for unit in units)

    @property
    def _length(self) -> int:
        """Give the number of years in a period, so that there are few of them."""
        years = self.last.year - self.first.year
        return next((length for length in _PERIODS if years < length * _MOST_PERIODS), max(_PERIODS))

    def _percent(self, ordinal: int) -> str:
        """Give the place of a day's beginning."""
        days = self.last.toordinal() - self.first.toordinal() + 1
        return f"{100 * (ordinal - self.first.toordinal()) / days:.2f}".rstrip("0").rstrip(".")


def _known(when: When) -> tuple[dt.date, ...]:
    """Give the ends of a time that are known."""
    return tuple(end for end in (when.earliest, when.latest) if end not in {dt.date.min, dt.date.max})
