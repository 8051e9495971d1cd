"""Incidents: one happening that several statements tell, and what joins their words for it."""

from __future__ import annotations

from typing import Literal, get_args

import attrs

from malirights.errors import InvalidValueError
from malirights.model.actors import Actor, Place
from malirights.model.checks import check_type, tuple_of
from malirights.model.event import Count, Event, EventStatus
from malirights.model.kinds import EventKind
from malirights.model.statement import Statement
from malirights.model.when import When

__all__ = ["Incident", "Link", "Reason", "Total"]

Reason = Literal["copy", "time", "place", "victims", "perpetrators", "count", "accused", "act"]

_WORDS: dict[Reason, str] = {
    "copy": "the same statement",
    "time": "the same days",
    "place": "the same place",
    "victims": "the same victims",
    "perpetrators": "the same perpetrators",
    "count": "the same number",
    "accused": "the accused is the perpetrator",
    "act": "one sentence tells both",
}
_STATUSES: tuple[EventStatus, ...] = get_args(EventStatus)


@attrs.frozen(kw_only=True)
class Link:
    """Why two events belong together.

    Attributes:
        first: One event.
        second: The other.
        reasons: What speaks for it: "time", "place", "victims", "perpetrators" and "count" where both events tell the same;
            "copy" where two copies of one statement tell them; "accused" where the one acted on in the second is a perpetrator
            of the first; "act" where one sentence tells both.

    Raises:
        InvalidTypeError: An event is none.
        InvalidValueError: There is no reason, or an unknown one.

    Examples:
        >>> from malirights.model import Span
        >>> event = Event(kind="arrest", trigger=Span(9, 17), sentence=Span(0, 40))
        >>> print(Link(first=event, second=event, reasons=("time", "place")))
        the same days, the same place
    """

    first: Event
    second: Event
    reasons: tuple[Reason, ...] = attrs.field(validator=tuple_of("Link.reasons", str))

    def __attrs_post_init__(self) -> None:
        """Refuse what links nothing."""
        check_type("Link.first", self.first, Event)
        check_type("Link.second", self.second, Event)
        if not self.reasons or not _WORDS.keys() >= set(self.reasons):
            message = f"a link has one reason or more of {', '.join(_WORDS)}, got {self.reasons!r}"
            raise InvalidValueError(message)

    def __str__(self) -> str:
        """Say the reasons in words."""
        return ", ".join(_WORDS[reason] for reason in self.reasons)

    def __repr__(self) -> str:
        """Show the reasons."""
        return f"Link({', '.join(self.reasons)})"


@attrs.frozen(kw_only=True)
class Incident:
    r"""One happening: all the events that tell it.

    What it says of time, place, number and people follows from its events.

    Attributes:
        events: The events, all of one kind, by the dates of their statements.
        statements: For each event, the statement that tells it.
        links: Why the events are one; each event but the first is joined by one link.

    Raises:
        InvalidValueError: There are no events, or events of several kinds, or not as many statements.

    Examples:
        >>> import malirights as mr
        >>> page = mr.parse("May 4, 2016\n\nSix bakers were arrested in Orvel on 3 May 2016.")
        >>> incident, = mr.incidents(page)
        >>> incident, incident.sentences
        (Incident('arrest', '2016-05-03', 'Orvel', told once), ('Six bakers were arrested in Orvel on 3 May 2016.',))
    """

    events: tuple[Event, ...] = attrs.field(validator=tuple_of("Incident.events", Event))
    statements: tuple[Statement, ...] = attrs.field(repr=False, validator=tuple_of("Incident.statements", Statement))
    links: tuple[Link, ...] = attrs.field(default=(), validator=tuple_of("Incident.links", Link))

    def __attrs_post_init__(self) -> None:
        """Refuse what is no one happening."""
        if len({event.kind for event in self.events}) != 1:
            message = f"an incident has events of one kind, got {', '.join(event.kind for event in self.events) or 'none'}"
            raise InvalidValueError(message)
        if len(self.statements) != len(self.events):
            message = f"an incident has a statement for each event, got {len(self.statements)} for {len(self.events)}"
            raise InvalidValueError(message)

    def _repr_html_(self) -> str:
        """Draw the tellings for a notebook, a row each, with their evidence marked; all text is escaped."""
        from malirights.model.evidence import evidence_of  # noqa: PLC0415 - only a notebook needs it
        from malirights.model.markup import marked, safe, table  # noqa: PLC0415 - likewise

        rows = [
            (f"{statement.date}", safe(event.status), marked(statement.text, event.sentence, evidence_of(event, "")))
            for event, statement in zip(self.events, self.statements, strict=True)
        ]
        return table(safe(repr(self)), ("reported", "status", "told"), rows)

    @property
    def kind(self) -> EventKind:
        """What sort of act it is."""
        return self.events[0].kind

    @property
    def sentences(self) -> tuple[str, ...]:
        """For each event, the sentence that tells it."""
        told = zip(self.events, self.statements, strict=True)
        return tuple(event.sentence.of(statement.text) for event, statement in told)

    @property
    def when(self) -> When | None:
        """The days that all its times allow; where no day is left, those from the first to the last; None without a time."""
        times = [event.when.meant for event in self.events if event.when]
        if not times:
            return None
        common: When | None = times[0]
        for time in times[1:]:
            common = common and common.intersection(time)
        return common or times[0].hull(*times[1:])

    @property
    def where(self) -> Place | None:
        """The place that lies in the others as far as that is known: one with a region rather than one without, the first."""
        places = [event.where for event in self.events if event.where]
        exact = [place for place in places if place.region and place.region != place.name]
        return next(iter([*exact, *(place for place in places if place.region), *places]), None)

    @property
    def count(self) -> Count | None:
        """How many, as all the numbers together tell; None where none is told.

        The numbers that all the exact tellings allow: "at least five" and "seven" are seven. Where they allow none together,
        from the lowest to the highest. An approximate number counts only where there is no other.
        """
        told = [event.count for event in self.events if event.count]
        counts = [count for count in told if not count.approximate] or told
        if not counts:
            return None
        lows, highs = [count.low for count in counts], [count.high for count in counts if count.high is not None]
        low, high = max(lows), min(highs, default=None)
        if counts[0].approximate or (high is not None and high < low):
            low, high = min(lows), max(highs) if len(highs) == len(counts) else None
        return Count(low=low, high=high, approximate=counts[0].approximate)

    @property
    def status(self) -> EventStatus:
        """The surest status that one of its events has: reported, alleged, planned, denied, in this order."""
        return min((event.status for event in self.events), key=_STATUSES.index)

    @property
    def perpetrators(self) -> tuple[Actor, ...]:
        """Who did it, as the events name them, each name once."""
        return tuple({actor.name: actor for event in self.events for actor in event.perpetrators}.values())

    @property
    def victims(self) -> tuple[Actor, ...]:
        """To whom, as the events name them, each name once."""
        return tuple({actor.name: actor for event in self.events for actor in event.victims}.values())

    def __repr__(self) -> str:
        """Show the kind, the time, the place, and how often it is told."""
        facts = [repr(str(self.kind))]
        if self.when:
            facts.append(repr(self.when.edtf))
        if self.where:
            facts.append(repr(self.where.name))
        facts.append({1: "told once", 2: "told twice"}.get(len(self.events), f"told {len(self.events)} times"))
        return f"Incident({', '.join(facts)})"


@attrs.frozen(kw_only=True)
class Total:
    """How many were hit in the incidents of one kind.

    Attributes:
        kind: The kind.
        count: The sum, as an interval: the lower bound is what is told at least, and the upper bound None where one incident
            has none.
        incidents: How many incidents it is the sum of.
        uncounted: In how many of them no number is told; these add nothing to the lower bound, and leave the upper one open.

    Examples:
        >>> Total(kind=EventKind("arrest"), count=Count(low=11, high=None), incidents=3, uncounted=1)
        Total('arrest', Count(11, None), 3 incidents, 1 uncounted)
    """

    kind: EventKind
    count: Count
    incidents: int
    uncounted: int

    def __repr__(self) -> str:
        """Show the sum and what it is of."""
        return f"Total({str(self.kind)!r}, {self.count!r}, {self.incidents} incidents, {self.uncounted} uncounted)"
