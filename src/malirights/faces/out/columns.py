"""Columns of tables: what each is called, of what type it is, what it means, and how a record gives its value.

What several tables tell, they tell in the same columns: times, places, people and numbers.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, Literal, get_args

import attrs

from malirights.model import Actor, Count, Event, EventKind, EventStatus, Group, Place, Precision, Span, When
from malirights.model.incident import Incident

__all__ = ["Column", "ColumnType", "act", "count", "interval", "parties", "place", "seen_from", "stretch", "stretches"]

ColumnType = Literal["text", "category", "texts", "day", "utc", "local", "whole", "wholes", "number", "truth"]
Take = Callable[[Any], Any]

_MOST = 2**63 - 1  # the greatest whole number that a column of 64 bits holds


@attrs.frozen(kw_only=True)
class Column:
    """A column of a table.

    Attributes:
        name: What it is called.
        type: Of what type its values are: "text"; "category", a text of few; "texts" and "wholes", several in their order;
            "day"; "utc" and "local", moments with and without a zone; "whole", "number" and "truth".
        meaning: What a value says, and when it is missing.
        take: Gives the value of a record, None where there is none.
        among: All values that a category can have; empty where they are not known beforehand.

    Examples:
        >>> column = Column(name="length", type="whole", meaning="how many letters", take=len)
        >>> column.take("rain")
        4
    """

    name: str
    type: ColumnType
    meaning: str
    take: Take = attrs.field(repr=False)
    among: tuple[str, ...] = ()


def seen_from(column: Column, reach: Take) -> Column:
    """Let a column tell of another record, from which its own can be reached.

    Args:
        column: The column.
        reach: Gives the record of the column.
    """
    take = column.take
    return attrs.evolve(column, take=lambda record: take(reach(record)))


def act(event: Callable[[Any], Event | Incident]) -> tuple[Column, ...]:
    """Make the columns of what happened.

    Args:
        event: Gives the event or the incident of a record.
    """
    return (
        Column(
            name="kind",
            type="category",
            meaning="what sort of act it is, as in the codebook",
            take=lambda record: str(event(record).kind),
            among=tuple(kind.value for kind in EventKind),
        ),
        Column(
            name="group",
            type="category",
            meaning="the group of the kind",
            take=lambda record: event(record).kind.group,
            among=get_args(Group),
        ),
        Column(
            name="status",
            type="category",
            meaning="how it is told: as a fact, an allegation, a plan, or as denied",
            take=lambda record: event(record).status,
            among=get_args(EventStatus),
        ),
    )


def stretch(name: str, what: str, span: Callable[[Any], Span | None]) -> tuple[Column, ...]:
    """Make the two columns of a span.

    Args:
        name: What they are called before "_start" and "_end"; "" for those of the record itself.
        what: What stands there.
        span: Gives the span of a record, or None.
    """
    prefix = f"{name}_" if name else ""
    return (
        Column(
            name=f"{prefix}start",
            type="whole",
            meaning=f"where {what} starts, in code points from 0",
            take=lambda record: found.start if (found := span(record)) else None,
        ),
        Column(
            name=f"{prefix}end",
            type="whole",
            meaning=f"the offset after {what}",
            take=lambda record: found.end if (found := span(record)) else None,
        ),
    )


def interval(when: Callable[[Any], When | None]) -> tuple[Column, ...]:
    """Make the columns of a time.

    Args:
        when: Gives the time of a record, or None.
    """

    def told(take: Callable[[When], Any]) -> Take:
        return lambda record: None if (time := when(record)) is None else take(time)

    return (
        Column(
            name="earliest",
            type="day",
            meaning="the first day that it can be; missing where no time is told, and where the start is open",
            take=told(lambda time: None if time.earliest == dt.date.min else time.earliest),
        ),
        Column(
            name="latest",
            type="day",
            meaning="the last day that it can be; missing where no time is told, and where the end is open",
            take=told(lambda time: None if time.latest == dt.date.max else time.latest),
        ),
        Column(
            name="edtf",
            type="text",
            meaning="the time in the Extended Date/Time Format; missing where none is told",
            take=told(lambda time: time.edtf),
        ),
        Column(
            name="precision",
            type="category",
            meaning="the unit that the words name",
            take=told(lambda time: time.precision),
            among=get_args(Precision),
        ),
        Column(
            name="approximate",
            type="truth",
            meaning="whether the words say “about” or the like",
            take=told(lambda time: time.approximate),
        ),
        Column(name="uncertain", type="truth", meaning="whether the time is doubted", take=told(lambda time: time.uncertain)),
    )


def place(where: Callable[[Any], Place | None]) -> tuple[Column, ...]:
    """Make the columns of a place.

    Args:
        where: Gives the place of a record, or None.
    """

    def told(take: Callable[[Place], Any]) -> Take:
        return lambda record: None if (found := where(record)) is None else take(found)

    return (
        Column(name="place", type="text", meaning="its canonical name", take=told(lambda found: found.name)),
        Column(name="region", type="text", meaning="the region that the place lies in", take=told(lambda found: found.region)),
        Column(name="latitude", type="number", meaning="in degrees north (WGS 84)", take=told(lambda found: found.latitude)),
        Column(name="longitude", type="number", meaning="in degrees east (WGS 84)", take=told(lambda found: found.longitude)),
    )


def count(many: Callable[[Any], Count | None]) -> tuple[Column, ...]:
    """Make the columns of a number; what 64 bits cannot hold becomes a wider interval that they can.

    Args:
        many: Gives the number of a record, or None.
    """

    def told(take: Callable[[Count], Any]) -> Take:
        return lambda record: None if (found := many(record)) is None else take(found)

    return (
        Column(
            name="count_low",
            type="whole",
            meaning="how many at least; missing where no number is told",
            take=told(lambda found: min(found.low, _MOST)),
        ),
        Column(
            name="count_high",
            type="whole",
            meaning="how many at most; missing also where the words set no upper bound",
            take=told(lambda found: None if found.high is None or found.high > _MOST else found.high),
        ),
        Column(
            name="count_approximate",
            type="truth",
            meaning="whether the words say “about” or the like",
            take=told(lambda found: found.approximate),
        ),
    )


def parties(name: str, who: str, actors: Callable[[Any], tuple[Actor, ...]]) -> tuple[Column, ...]:
    """Make the columns of parties.

    Args:
        name: What the first of them is called.
        who: Who they are.
        actors: Gives the parties of a record.
    """
    return (
        Column(
            name=name,
            type="texts",
            meaning=f"{who}: the canonical name where the lexicon knows the party, else its words without an article",
            take=lambda record: tuple(actor.known_as or actor.name for actor in actors(record)),
        ),
        Column(
            name=f"{name}_words",
            type="texts",
            meaning=f"the words for each of the {name}, as they stand",
            take=lambda record: tuple(actor.mention for actor in actors(record)),
        ),
        Column(
            name=f"{name}_types",
            type="texts",
            meaning=f"what sort of party each of the {name} is; empty where nothing shows it",
            take=lambda record: tuple(actor.type or "" for actor in actors(record)),
        ),
    )


def stretches(name: str, actors: Callable[[Any], tuple[Actor, ...]]) -> tuple[Column, ...]:
    """Make the two columns of the spans of parties.

    Args:
        name: What the parties are called.
        actors: Gives the parties of a record.
    """
    return (
        Column(
            name=f"{name}_starts",
            type="wholes",
            meaning=f"where the words for each of the {name} start in the text of the statement",
            take=lambda record: tuple(actor.span.start for actor in actors(record)),
        ),
        Column(
            name=f"{name}_ends",
            type="wholes",
            meaning="the offset after these words",
            take=lambda record: tuple(actor.span.end for actor in actors(record)),
        ),
    )
