"""What all plots share: axes to draw on, colours, words around the picture, and the choice of a criterion."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TypeVar

from malirights.errors import CriterionError, InvalidTypeError
from malirights.faces.extras import need
from malirights.model import EventKind

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["COLOURS", "OTHERS", "axes", "choice", "counted", "dress", "kind_words", "mark_time"]

COLOURS = ("#332288", "#88CCEE", "#44AA99", "#117733", "#999933", "#DDCC77", "#CC6677", "#882255", "#AA4499")
"""Colours that the colour-blind tell apart: the scheme "muted" of Paul Tol, "Colour schemes", 2021."""

OTHERS = "#BBBBBB"
"""The colour of all that has none of its own."""

_TICKS = (3, 7)
_EMPTY = "nothing to show"
_Choice = TypeVar("_Choice", bound=str)


def axes(ax: Axes | None, *, width: float, height: float) -> Axes:
    """Give the axes to draw on: those that are given, or those of a new figure of so many inches.

    Raises:
        InvalidTypeError: What is given is no axes.
        MissingExtraError: matplotlib is not installed.
    """
    if ax is None:
        # Only a figure of pyplot shows by itself in a notebook; where axes are given, pyplot stays untouched.
        made: Axes = need("matplotlib.pyplot", extra="plot").subplots(figsize=(width, height), layout="constrained")[1]
        return made
    known: type[Axes] = need("matplotlib.axes", extra="plot").Axes
    if isinstance(ax, known):
        return ax
    message = f"ax takes the axes of a matplotlib figure, such as ax=figure.subplots(); got {type(ax).__name__}"
    raise InvalidTypeError(message)


def dress(ax: Axes, *, title: str, x: str, y: str, notes: Iterable[str] = (), is_empty: bool = False) -> None:
    """Write the words around a picture: its title, what its axes are, and below the title what it does not show."""
    told = "; ".join(note for note in notes if note)
    ax.set_title(title, loc="left", pad=20 if told else None)
    ax.set_xlabel(x)
    ax.set_ylabel(y)
    if told:
        ax.annotate(told, (0, 1), xytext=(0, 5), xycoords="axes fraction", textcoords="offset points", fontsize="small")
    if is_empty:
        ax.text(0.5, 0.5, _EMPTY, transform=ax.transAxes, ha="center", va="center", color="gray")
        ax.tick_params(bottom=False, left=False, labelbottom=False, labelleft=False)


def mark_time(ax: Axes) -> None:
    """Make the axis below one of time, of days that there are, with so few marks that their dates stand apart."""
    dates = need("matplotlib.dates", extra="plot")
    locator = dates.AutoDateLocator(minticks=_TICKS[0], maxticks=_TICKS[1])
    ax.xaxis_date()
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.set_major_formatter(dates.AutoDateFormatter(locator))
    ax.tick_params(axis="x", labelsize="small")
    first, last = dates.date2num(dt.date.min), dates.date2num(dt.date.max)
    left, right = ax.get_xlim()
    if left < first or right > last:
        ax.set_xlim(max(left, first), min(right, last))


def choice(criterion: str, value: _Choice, allowed: Sequence[_Choice]) -> _Choice:
    """Refuse a criterion that is none of its values.

    Raises:
        CriterionError: It is not.
    """
    if value not in allowed:
        message = f"{criterion} is one of {', '.join(map(repr, allowed))}; got {value!r}"
        raise CriterionError(message, criterion=criterion, value=value)
    return value


def counted(number: int, one: str, several: str, rest: str) -> str:
    """Say how many there are of something, or nothing where there is none.

    Examples:
        >>> counted(1, "event", "events", "without a stated time"), counted(0, "event", "events", "without a stated time")
        ('1 event without a stated time', '')
    """
    return f"{number} {one if number == 1 else several} {rest}" if number else ""


def kind_words(kind: EventKind) -> str:
    """Write a kind of event in plain words."""
    return kind.replace("_", " ")
