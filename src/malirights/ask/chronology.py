"""What statements tell, laid out in time: in the order in which it happened, with what is not known said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from itertools import groupby
from operator import attrgetter
from typing import Literal, get_args

import attrs

from malirights.ask import drawing
from malirights.ask.criteria import Source, statements_of
from malirights.ask.entries import KINDS, Entry, EntryKind, entries_of
from malirights.errors import CriterionError
from malirights.model import When

__all__ = ["By", "Chronology", "Order", "Period", "chronology"]

By = Literal["day", "month", "year", "decade"]
Order = Literal["happened", "reported"]

_USUAL: tuple[EntryKind, ...] = ("event", "date", "statement")
_DAY = dt.timedelta(days=1)
_LENGTH = {"day": 10, "month": 7, "year": 4, "decade": 3}


@attrs.frozen(kw_only=True)
class Period:
    """A day, a month, a year or a decade, and what began in it.

    Attributes:
        when: The time.
        entries: Its entries, in the order of the chronology.

    Examples:
        >>> Period(when=When.from_edtf("2016-05"), entries=())
        Period('2016-05', 0 entries)
    """

    when: When
    entries: tuple[Entry, ...]

    @property
    def spanning(self) -> tuple[Entry, ...]:
        """Those of its entries whose days lie in other periods too: what may have happened, or gone on, outside this one."""
        return tuple(entry for entry in self.entries if entry.days and entry.days.intersection(self.when) != entry.days)

    def __repr__(self) -> str:
        """Show the time and the number of entries."""
        return f"Period({self.when.edtf!r}, {len(self.entries)} entries)"


@attrs.frozen(kw_only=True)
class Chronology:
    """Entries in the order of time. It is a sequence of them, prints as a timeline, and shows as one in a notebook.

    Attributes:
        entries: The entries whose time is known, however roughly.
        undated: Those of which no time is known, in the order of the source.
        by: How long its periods are, or None where it is not divided.
        order: Whether its entries are in the order in which they "happened", or in which they were "reported".
        silence: How many days without an entry are shown as a gap, or None for none.

    Examples:
        >>> Chronology(entries=())
        Chronology(0 entries, 0 undated)
    """

    entries: tuple[Entry, ...]
    undated: tuple[Entry, ...] = ()
    by: By | None = None
    order: Order = "happened"
    silence: int | None = None

    @property
    def periods(self) -> tuple[Period, ...]:
        """The periods in which entries begin, the earliest first; none where `by` is None.

        An entry stands in the period of its first day, or of its last where the first is not known; `Period.spanning` tells
        which of them reach beyond it.
        """
        if self.by is None:
            return ()
        length = _LENGTH[self.by]
        grouped = groupby(self.entries, key=lambda entry: self.placed(entry).isoformat()[:length])
        return tuple(Period(when=_period(name), entries=tuple(entries)) for name, entries in grouped)

    def gaps(self, longer_than: int | dt.timedelta) -> tuple[When, ...]:
        r"""Give the stretches of days to which no entry can belong, between the first entry and the last.

        What is known to a month or a year takes up all its days, and what is approximate as many again on either side. Where
        an end is open, only the end that is known counts.

        Args:
            longer_than: More days than this, as a number or a `datetime.timedelta`.

        Raises:
            CriterionError: It is neither, or less than nothing.

        Examples:
            >>> import malirights as mr
            >>> page = mr.parse("May 4, 2016\n\nThe court ruled.\n\nMay 2, 2015\n\nThe court sat.")
            >>> mr.chronology(page).gaps(longer_than=90)
            (When('2015-05-03/2016-05-03'),)
        """
        days = _days("longer_than", longer_than)
        gaps: list[When] = []
        taken: dt.date | None = None
        for first, last in sorted(_taken(entry) for entry in self.entries):
            if taken and (first - taken).days - 1 > days:
                gaps.append(When(earliest=taken + _DAY, latest=first - _DAY, precision="range"))
            taken = max(taken or last, last)
        return tuple(gaps)

    def placed(self, entry: Entry) -> dt.date:
        """Give the day on which an entry is placed, in this chronology's order."""
        return entry.statement.date if self.order == "reported" else entry.placed

    def __iter__(self) -> Iterator[Entry]:
        """Go through the entries whose time is known."""
        return iter(self.entries)

    def __len__(self) -> int:
        """Count them."""
        return len(self.entries)

    def __getitem__(self, number: int) -> Entry:
        """Give one by its number, from 0."""
        return self.entries[number]

    def __repr__(self) -> str:
        """Show how many entries there are."""
        return f"Chronology({len(self.entries)} entries, {len(self.undated)} undated)"

    def __str__(self) -> str:
        """Draw the entries, a line each, with the months in which each can have been."""
        return drawing.as_text(self)

    def _repr_html_(self) -> str:
        """Draw the entries for a notebook; all text is escaped."""
        return drawing.as_html(self)


def chronology(
    source: Source,
    *,
    of: EntryKind | Collection[EntryKind] = _USUAL,
    by: By | None = None,
    order: Order = "happened",
    silence: int | dt.timedelta | None = None,
) -> Chronology:
    r"""Lay out what statements tell in the order of time.

    Args:
        source: A page, a statement, or several of either.
        of: What to lay out: "event" for the events, "date" for every time that the text speaks of, with the sentence around it,
            "quote" for the quotes and "statement" for the statements, on the day of their release where they state it. All but
            the quotes where nothing else is said. A date that an event of its sentence tells is not laid out beside it.
        by: Divide it into periods of a "day", "month", "year" or "decade".
        order: "happened" for the order of what happened, "reported" for that of the statements.
        silence: Show where there is nothing for more days than this.

    Returns:
        The entries in order. Of two with the same days the one released first comes first, then the one that the source has
        first. What may have been on any of many days is placed on the first of them.

    Raises:
        CriterionError: One of the choices is another.
        InvalidTypeError: The source is none.

    Examples:
        >>> import malirights as mr
        >>> page = mr.parse("May 4, 2016\n\nSix bakers were arrested in March 2012.\n\nMay 2, 2015\n\nThe mill slept.")
        >>> [(entry.kind, entry.when.edtf) for entry in mr.chronology(page)]
        [('event', '2012-03'), ('statement', '2015-05-02'), ('statement', '2016-05-04')]
        >>> print(mr.chronology(page, by="year", of="statement"))
        2015          JFMAMJJASOND
          2015-05-02  ····●·······  statement  The mill slept.
        2016          JFMAMJJASOND
          2016-05-04  ····●·······  statement  Six bakers were arrested in March 2012.
    """
    kinds = (of,) if isinstance(of, str) else tuple(of) if isinstance(of, Collection) else (of,)
    if not kinds or not all(kind in KINDS for kind in kinds):
        raise _unknown(of=of, allowed=KINDS)
    if by is not None and by not in get_args(By):
        raise _unknown(by=by, allowed=get_args(By))
    if order not in get_args(Order):
        raise _unknown(order=order, allowed=get_args(Order))
    found = [entry for statement in statements_of(source) for entry in entries_of(statement, kinds)]
    dated = [entry for entry in found if entry.is_dated]
    dated.sort(key=attrgetter("sort_key") if order == "happened" else attrgetter("statement.date"))
    return Chronology(
        entries=tuple(dated),
        undated=tuple(entry for entry in found if not entry.is_dated),
        by=by,
        order=order,
        silence=None if silence is None else _days("silence", silence),
    )


def _taken(entry: Entry) -> tuple[dt.date, dt.date]:
    """Give the days that an entry takes up: all that it can have been on, but none at an open end."""
    first, last = entry.days.widest if entry.days else (entry.placed, entry.placed)
    return (
        last if first == dt.date.min else first,
        first if last == dt.date.max else last,
    )


def _period(name: str) -> When:
    """Give the period whose days are written with some beginning."""
    if len(name) != _LENGTH["decade"]:
        return When.from_edtf(name)
    first, last = max(1, int(name) * 10), int(name) * 10 + 9
    return When(earliest=dt.date(first, 1, 1), latest=dt.date(last, 12, 31), precision="range" if first == 1 else "decade")


def _days(criterion: str, value: object) -> int:
    """Read a number of days."""
    days = value.days if isinstance(value, dt.timedelta) else value
    if type(days) is not int or days < 0:
        message = f"{criterion} takes a number of days, such as {criterion}=90, or a timedelta; got {value!r}"
        raise CriterionError(message, criterion=criterion, value=value)
    return days


def _unknown(*, allowed: Collection[str], **given: object) -> CriterionError:
    """Say what is allowed for the one choice that is given."""
    (choice, value), *_ = given.items()
    message = f"cannot lay out {choice}={value!r}; it is one of {', '.join(allowed)}"
    return CriterionError(message, criterion=choice, value=value)
