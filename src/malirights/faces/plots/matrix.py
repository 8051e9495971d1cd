"""A matrix of kinds of events by party: who did what, or to whom what was done."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, get_args

from malirights.ask.criteria import fold
from malirights.ask.entries import shortened
from malirights.faces.formats.sources import Happening, Told, happenings
from malirights.faces.formats.words import line
from malirights.faces.plots.canvas import axes, choice, counted, dress, kind_words
from malirights.model import Actor, EventKind

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["plot_actors"]

Side = Literal["perpetrators", "victims"]

_SIDES: tuple[Side, ...] = get_args(Side)
_MOST = 20
_LABEL = 40
_NOBODY = "(not stated)"
_Cells = Mapping[str, Counter[EventKind]]


def plot_actors(source: Told, *, by: Side = "perpetrators", ax: Axes | None = None) -> Axes:
    r"""Draw how many events of each kind each party did, or suffered, as a matrix with the numbers in its cells.

    A party that the lexicon knows is one under all its names; any other is one where the names are the same but for case and
    accents. An event with several parties counts for each of them, and one that names none counts in the last row, so
    that nobody takes the picture for the whole. Events of every status count; choose with `mr.events` before.

    Args:
        source: A page, a statement, an event, an incident, or several of them.
        by: Whether the rows are the "perpetrators" or the "victims"; in charges, arrests, trials, convictions and
            sentences, the latter are those acted on.
        ax: The axes of matplotlib to draw on; pyplot is then left alone. Without them, a new figure of pyplot is made.

    Returns:
        The axes. The 20 parties with most events have a row, and the picture says how many others there are.

    Raises:
        CriterionError: There is no such side.
        InvalidTypeError: The source or the axes are none.
        InvalidValueError: An event is of no statement.
        MissingExtraError: matplotlib is not installed.

    Examples:
        >>> import malirights as mr
        >>> from matplotlib.figure import Figure  # with malirights[plot]
        >>> page = mr.parse("May 4, 2016\n\nSoldiers arrested six bakers in Orvel. Two millers were killed.")
        >>> ax = mr.plot_actors(page, ax=Figure().subplots())
        >>> [label.get_text() for label in ax.get_yticklabels()], [label.get_text() for label in ax.get_xticklabels()]
        (['Soldiers', '(not stated)'], ['killing', 'arrest'])
    """
    told = happenings(source)
    side = choice("by", by, _SIDES)
    cells = _cells(told, side)
    rows = _rows(cells)
    kinds = [kind for kind in EventKind if any(kind in cells[row] for row in rows)]
    ax = axes(ax, width=3.4 + 0.5 * len(kinds), height=2.6 + 0.3 * len(rows))
    if rows:
        _fill(ax, cells, rows, kinds)
    others = counted(len(cells) - len(rows), "other party", "other parties", "with fewer events not shown")
    dress(ax, title=f"Events by kind and {side}", x="kind of event", y=side, notes=[others], is_empty=not rows)
    return ax


def _cells(told: Sequence[Happening], side: Side) -> _Cells:
    """Count the events of each kind for each party, under the name by which it is met first."""
    names: dict[str, str] = {}
    cells: dict[str, Counter[EventKind]] = defaultdict(Counter)
    for happening in told:
        actors = happening.told.perpetrators if side == "perpetrators" else happening.told.victims
        called = {names.setdefault(fold(name), name) for name in map(_name, actors)} or {_NOBODY}
        for name in called:
            cells[name][happening.told.kind] += 1
    return cells


def _name(actor: Actor) -> str:
    """Name a party."""
    return line(actor.known_as or actor.name)


def _rows(cells: _Cells) -> list[str]:
    """Choose the parties with most events, of equals by name, and whoever is not stated at the end."""
    named = sorted((name for name in cells if name != _NOBODY), key=lambda name: (-cells[name].total(), name))
    return named[:_MOST] + ([_NOBODY] if _NOBODY in cells else [])


def _fill(ax: Axes, cells: _Cells, rows: Sequence[str], kinds: Sequence[EventKind]) -> None:
    """Colour the cells by their numbers, and write these into them; what is none stays white."""
    most = max(number for row in rows for number in cells[row].values())
    numbers = [[cells[row][kind] for kind in kinds] for row in rows]
    ax.imshow(numbers, cmap="Blues", vmin=0, vmax=most * 1.5, aspect="auto")
    ax.set_xticks([x + 0.5 for x in range(len(kinds))], minor=True)
    ax.set_yticks([y + 0.5 for y in range(len(rows))], minor=True)
    ax.grid(which="minor", color="white")
    ax.tick_params(which="minor", length=0)
    for x, y, number in _numbers(numbers):
        ax.text(x, y, str(number), ha="center", va="center", fontsize="small")
    ax.set_xticks(range(len(kinds)), [kind_words(kind) for kind in kinds], rotation=45, ha="right", rotation_mode="anchor")
    # A dollar sign of a statement is no formula.
    ax.set_yticks(range(len(rows)), [shortened(row, _LABEL) for row in rows], parse_math=False)


def _numbers(numbers: Sequence[Sequence[int]]) -> Iterator[tuple[int, int, int]]:
    """Go through the cells that are not empty: column, row, number."""
    for y, row in enumerate(numbers):
        yield from ((x, y, number) for x, number in enumerate(row) if number)
