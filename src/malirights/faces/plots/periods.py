"""Counts by year or month, as bars that stand on the days of their period."""

from __future__ import annotations

import calendar
import datetime as dt
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from malirights.ask.criteria import Source
from malirights.faces.extras import need
from malirights.faces.formats.sources import Told, happenings, statements
from malirights.faces.plots.canvas import COLOURS, OTHERS, axes, choice, counted, dress, kind_words, mark_time
from malirights.model import EventKind, When

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["plot_counts", "plot_statements"]

PeriodLength = Literal["year", "month"]

_LENGTHS: tuple[PeriodLength, ...] = get_args(PeriodLength)
_FILLED = 0.9  # of a period, so that neighbours stand apart
_HATCH = "////"
_SIZE = {"width": 9, "height": 4}


def plot_counts(source: Told, *, by: PeriodLength = "year", ax: Axes | None = None) -> Axes:
    r"""Count events by period and kind, and draw them as stacked bars on a time axis.

    An event counts once: in the period of its first possible day, or of its last where the first is not known, as in
    `chronology`. Where it may as well have been in another period, that part of the bar is hatched. Events of every
    status count; to count those that are reported as facts, give `mr.events(page, status="reported")`, and to count
    nothing twice that several statements tell, `mr.incidents(page)`. Events without any stated time are left out, and the
    picture says how many there are.

    Args:
        source: A page, a statement, an event, an incident, or several of them.
        by: Whether a bar stands for a "year" or a "month".
        ax: The axes of matplotlib to draw on; pyplot is then left alone. Without them, a new figure of pyplot is made.

    Returns:
        The axes. The nine kinds with most events have a colour each, and the others one together.

    Raises:
        CriterionError: There is no such period.
        InvalidTypeError: The source or the axes are none.
        InvalidValueError: An event is of no statement.
        MissingExtraError: matplotlib is not installed.

    Examples:
        >>> import malirights as mr
        >>> from matplotlib.figure import Figure  # with malirights[plot]
        >>> page = mr.parse("May 4, 2016\n\nSix bakers were arrested on 3 May 2016. Two were arrested in 2012.")
        >>> ax = mr.plot_counts(page, by="month", ax=Figure().subplots())
        >>> [(int(bar.get_height()), bar.get_hatch() is None) for bar in ax.patches]
        [(1, True), (1, False)]
    """
    told = happenings(source)
    length = choice("by", by, _LENGTHS)
    ax = axes(ax, **_SIZE)
    cells = Counter(_cell(happening.told.kind, happening.days, length) for happening in told if happening.days)
    if cells:
        _stack(ax, cells, length)
    _count_axes(ax)
    note = counted(len(told) - cells.total(), "event", "events", "without a stated time not counted")
    dress(ax, title=f"Events by {length} and kind", x=length, y="events", notes=[note], is_empty=not cells)
    return ax


def plot_statements(source: Source, *, by: PeriodLength = "year", ax: Axes | None = None) -> Axes:
    r"""Count statements by the period of their date, and draw them as bars on a time axis.

    A statement that stands on several pages counts once.

    Args:
        source: A page, a statement, or several of either.
        by: Whether a bar stands for a "year" or a "month".
        ax: The axes of matplotlib to draw on; pyplot is then left alone. Without them, a new figure of pyplot is made.

    Returns:
        The axes.

    Raises:
        CriterionError: There is no such period.
        InvalidTypeError: The source or the axes are none.
        MissingExtraError: matplotlib is not installed.

    Examples:
        >>> import malirights as mr
        >>> from matplotlib.figure import Figure  # with malirights[plot]
        >>> page = mr.parse("May 4, 2016\n\nA grave was found.\n\nMay 2, 2015\n\nThe court sat.")
        >>> [int(bar.get_height()) for bar in mr.plot_statements(page, ax=Figure().subplots()).patches]
        [1, 1]
    """
    told = statements(source)
    length = choice("by", by, _LENGTHS)
    ax = axes(ax, **_SIZE)
    counts = Counter(_period(statement.date, length) for statement in told)
    if counts:
        _bars(ax, counts, above=Counter(), colour=COLOURS[0])
    _count_axes(ax)
    dress(ax, title=f"Statements by {length}", x=length, y="statements", is_empty=not counts)
    return ax


class _Period(NamedTuple):
    """A year or a month: its first day, and how many days it has."""

    first: dt.date
    days: int


class _Cell(NamedTuple):
    """What is counted together: events of a kind, in a period, that surely were in it or may have been in another."""

    kind: EventKind
    period: _Period
    is_sure: bool


def _period(day: dt.date, length: PeriodLength) -> _Period:
    """Give the period that a day lies in."""
    if length == "month":
        return _Period(day.replace(day=1), calendar.monthrange(day.year, day.month)[1])
    return _Period(day.replace(month=1, day=1), 366 if calendar.isleap(day.year) else 365)


def _cell(kind: EventKind, days: When, length: PeriodLength) -> _Cell:
    """Say where an event counts."""
    period = _period(days.latest if days.earliest == dt.date.min else days.earliest, length)
    first, last = days.widest
    is_sure = period.first <= first and (last - period.first).days < period.days
    return _Cell(kind, period, is_sure)


def _ranked(cells: Counter[_Cell]) -> list[EventKind]:
    """Put the kinds in order, those with most events first; of equals, in the order of the codebook."""
    order = list(EventKind)
    numbers: Counter[EventKind] = Counter()
    for cell, number in cells.items():
        numbers[cell.kind] += number
    return sorted(numbers, key=lambda kind: (-numbers[kind], order.index(kind)))


def _stack(ax: Axes, cells: Counter[_Cell], length: PeriodLength) -> None:
    """Draw the kinds on top of each other, of each kind what is sure below what is not, and the key."""
    patch = need("matplotlib.patches", extra="plot").Patch
    kinds, ordered = _ranked(cells), sorted(cells)
    heights: Counter[_Period] = Counter()
    key = []
    for number, kind in enumerate(kinds):
        colour = COLOURS[number] if number < len(COLOURS) else OTHERS
        for is_sure in (True, False):
            counts = {cell.period: cells[cell] for cell in ordered if (cell.kind, cell.is_sure) == (kind, is_sure)}
            _bars(ax, counts, above=heights, colour=colour, hatch=None if is_sure else _HATCH)
            heights.update(counts)
        if number < len(COLOURS):
            key.append(patch(facecolor=colour, label=kind_words(kind)))
    if len(kinds) > len(COLOURS):
        key.append(patch(facecolor=OTHERS, label=counted(len(kinds) - len(COLOURS), "other", "other", "kinds")))
    if not all(cell.is_sure for cell in cells):
        key.append(patch(facecolor=OTHERS, edgecolor="white", hatch=_HATCH, label=f"or in another {length}"))
    ax.legend(handles=key, loc="upper left", bbox_to_anchor=(1, 1), fontsize="small", frameon=False)


def _bars(
    ax: Axes, counts: Mapping[_Period, int], *, above: Mapping[_Period, int], colour: str, hatch: str | None = None
) -> None:
    """Draw a bar over each of some periods, above what is drawn there."""
    number = need("matplotlib.dates", extra="plot").date2num
    ax.bar(
        [number(period.first) + period.days * (1 - _FILLED) / 2 for period in counts],
        list(counts.values()),
        [period.days * _FILLED for period in counts],
        [above[period] for period in counts],
        align="edge",
        color=colour,
        edgecolor="white",
        linewidth=0.5,
        hatch=hatch,
    )


def _count_axes(ax: Axes) -> None:
    """Make the axes of time and of whole numbers."""
    mark_time(ax)
    ax.yaxis.set_major_locator(need("matplotlib.ticker", extra="plot").MaxNLocator(integer=True))
