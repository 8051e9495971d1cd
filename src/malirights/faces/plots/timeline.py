"""Events on a time axis: each with all the days on which it may have been."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import attrs

from malirights.ask.entries import shortened
from malirights.faces.extras import need
from malirights.faces.formats.sources import Happening, Told, happenings
from malirights.faces.plots.canvas import COLOURS, axes, counted, dress, mark_time
from malirights.model import When

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes

__all__ = ["plot_events"]

_GROUPS = {"violation": COLOURS[6], "context": COLOURS[4], "accountability": COLOURS[0], "reporting": COLOURS[2]}
_MOST_LABELS = 80
_LABEL = 48
_THICK = 0.56
_FAINT = 0.4
_LEAST_MARGIN = 15  # days
_EDGES = (dt.date.min.toordinal(), dt.date.max.toordinal())


def plot_events(source: Told, *, ax: Axes | None = None) -> Axes:
    r"""Draw events on a time axis, each in a row of its own, with all the days on which it may have been.

    What happened on one day is a dot. A bar covers all the days that the words allow: of "in May 2012", the month. An arrow
    stands where an end is not known, and what is approximate or doubted is faint, over the days that the words name. The
    earliest event is at the top, colours show the groups of kinds, and a status other than "reported" stands in the label.
    Events without any stated time are not drawn, and the picture says how many there are.

    Args:
        source: A page, a statement, an event, an incident, or several of them; what is told once is drawn once. Of
            `mr.incidents`, each happening has one row, however many statements tell it.
        ax: The axes of matplotlib to draw on; pyplot is then left alone. Without them, a new figure of pyplot is made. Above
            80 events the rows have no labels.

    Returns:
        The axes; `ax.figure.savefig("events.svg")` keeps the picture.

    Raises:
        InvalidTypeError: The source or the axes are none.
        InvalidValueError: An event is of no statement.
        MissingExtraError: matplotlib is not installed.

    Examples:
        >>> import malirights as mr
        >>> from matplotlib.figure import Figure  # with malirights[plot]
        >>> page = mr.parse("May 4, 2016\n\nSix bakers were arrested in Orvel in March 2012.")
        >>> ax = mr.plot_events(page, ax=Figure().subplots())
        >>> [label.get_text() for label in ax.get_yticklabels()]
        ['Arrest, Orvel: Six bakers']
    """
    told = happenings(source)
    dated = [happening for happening in told if happening.days]
    ax = axes(ax, width=10, height=1.6 + 0.28 * min(len(dated), _MOST_LABELS))
    if dated:
        marks = _marks(dated)
        ax.use_sticky_edges = False  # else the picture ends where an open bar does, and cuts its arrow off
        for mark in marks:
            _draw(ax, mark)
        _label_rows(ax, dated)
        handles = [*_colour_key(dated), *_shape_key(marks)]
        ax.legend(handles=handles, loc="upper left", bbox_to_anchor=(1, 1), fontsize="small", frameon=False)
    mark_time(ax)
    note = counted(len(told) - len(dated), "event", "events", "without a stated time not drawn")
    dress(ax, title="Events, and when they may have been", x="time", y="event", notes=[note], is_empty=not dated)
    return ax


@attrs.frozen(kw_only=True)
class _Mark:
    """The days of an event, as numbers of days on matplotlib's axis; an open end lies at the edge of the picture."""

    row: int
    start: float
    end: float
    colour: str
    is_day: bool
    is_about: bool
    opens: bool
    closes: bool


def _marks(dated: Sequence[Happening]) -> list[_Mark]:
    """Lay events out, a row each, on a scale that holds all days that are known."""
    times = [happening.days for happening in dated if happening.days]
    ends = [end.toordinal() for when in times for end in (when.earliest, when.latest)]
    known = [end for end in ends if end not in _EDGES] or ends
    margin = max(_LEAST_MARGIN, (max(known) - min(known)) // 20)
    first = dt.date.fromordinal(max(min(known) - margin, _EDGES[0]))
    last = dt.date.fromordinal(min(max(known) + margin, _EDGES[1]))
    return [_mark(row, when, first, last, _GROUPS[dated[row].told.kind.group]) for row, when in enumerate(times)]


def _mark(row: int, when: When, first: dt.date, last: dt.date, colour: str) -> _Mark:
    """Lay one event out; a day ends where the next begins."""
    number = need("matplotlib.dates", extra="plot").date2num
    opens, closes = when.earliest != dt.date.min, when.latest != dt.date.max
    return _Mark(
        row=row,
        start=number(when.earliest if opens else first),
        end=number(when.latest if closes else last) + 1,
        colour=colour,
        is_day=when.earliest == when.latest,
        is_about=when.approximate or when.uncertain,
        opens=opens,
        closes=closes,
    )


def _draw(ax: Axes, mark: _Mark) -> None:
    """Draw one event."""
    alpha = _FAINT if mark.is_about else 1.0
    if mark.is_day:
        middle = (mark.start + mark.end) / 2
        ax.plot([middle], [mark.row], marker="o", linestyle="none", color=mark.colour, alpha=alpha)
        return
    # The edge keeps a short time in sight on a long axis.
    ax.barh(
        mark.row, mark.end - mark.start, _THICK, mark.start, color=mark.colour, edgecolor=mark.colour, linewidth=1, alpha=alpha
    )
    for is_known, place, sign in ((mark.opens, mark.start, "<"), (mark.closes, mark.end, ">")):
        if not is_known:
            ax.plot([place], [mark.row], marker=sign, markersize=13, linestyle="none", color=mark.colour, alpha=alpha)


def _label_rows(ax: Axes, dated: Sequence[Happening]) -> None:
    """Name the rows, the first at the top; a dollar sign of a statement is no formula."""
    ax.set_ylim(len(dated) - 0.5, -0.5)
    if len(dated) > _MOST_LABELS:
        ax.set_yticks([])
        return
    labels = [shortened(happening.label, _LABEL) for happening in dated]
    ax.set_yticks(range(len(dated)), labels, parse_math=False, fontsize="small")


def _colour_key(dated: Iterable[Happening]) -> Iterator[Artist]:
    """Say which colours stand for which groups."""
    patch = need("matplotlib.patches", extra="plot").Patch
    groups = {happening.told.kind.group for happening in dated}
    yield from (patch(color=colour, label=group) for group, colour in _GROUPS.items() if group in groups)


def _shape_key(marks: Sequence[_Mark]) -> Iterator[Artist]:
    """Say what the shapes mean that are drawn."""
    line = need("matplotlib.lines", extra="plot").Line2D
    shapes = (
        (any(mark.is_day for mark in marks), "o", 1.0, "on this day"),
        (any(not mark.is_day for mark in marks), "s", 1.0, "on any of these days"),
        (any(not (mark.opens and mark.closes) for mark in marks), ">", 1.0, "end not known"),
        (any(mark.is_about for mark in marks), "s", _FAINT, "about these days"),
    )
    for is_drawn, sign, alpha, words in shapes:
        if is_drawn:
            yield line([], [], marker=sign, linestyle="none", color="black", alpha=alpha, label=words)
