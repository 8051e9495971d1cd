"""What a format is made from: the statements of a source, and what they tell, each once, with stable ids."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator

import attrs

from malirights.ask.criteria import Source, statements_of
from malirights.errors import InvalidTypeError, InvalidValueError
from malirights.faces.formats.words import line, plain_id
from malirights.model import Event, Page, Span, Statement, When
from malirights.model.incident import Incident

__all__ = ["Evidence", "Happening", "Told", "gathered", "happenings", "statements"]

Told = Page | Statement | Event | Incident | Iterable[Page | Statement | Event | Incident]


@attrs.frozen(kw_only=True)
class Evidence:
    """Where something is told.

    Attributes:
        event: The event as it is told there.
        statement_id: The `id` of the statement.
        date: Its date; None where a lone event does not tell.
        statement: The statement itself; None for a lone event, which does not hold its text.
    """

    event: Event
    statement_id: str
    date: dt.date | None
    statement: Statement | None = None

    @property
    def sentence(self) -> Span:
        """The span of the sentence, in the statement's text."""
        return self.event.sentence

    @property
    def around(self) -> tuple[str, str, str] | None:
        """The words of the sentence before those that name the act, these, and those after; None for a lone event."""
        if self.statement is None:
            return None
        text, (first, last) = self.statement.text, (self.event.trigger.start, self.event.trigger.end)
        return text[self.sentence.start : first], text[first:last], text[last : self.sentence.end]

    @property
    def words(self) -> str | None:
        """The sentence on one line, or None."""
        return line("".join(self.around)) if self.around else None

    @property
    def url(self) -> str | None:
        """Where the statement was published, where that is known."""
        return self.statement.url if self.statement else None

    @property
    def publisher(self) -> str | None:
        """Who published the statement, where that is known."""
        return self.statement.publisher if self.statement else None


@attrs.frozen(kw_only=True)
class Happening:
    """An event or an incident, with where it is told.

    Attributes:
        id: The same for the same words under the same date, whatever else the source holds.
        told: The event or the incident.
        evidence: Where it is told; of an event, one place.
    """

    id: str
    told: Event | Incident
    evidence: tuple[Evidence, ...]

    @property
    def days(self) -> When | None:
        """The days that the words mean; None where nothing is known of its time."""
        days = self.told.when and self.told.when.meant
        return None if days and (days.earliest, days.latest) == (dt.date.min, dt.date.max) else days

    @property
    def kind_words(self) -> str:
        """The kind in plain words."""
        return self.told.kind.replace("_", " ")

    @property
    def label(self) -> str:
        """One line that names it: kind, place, victims, and the status of what is no plain report."""
        place = f", {self.told.where.name}" if self.told.where else ""
        victims = "; ".join(actor.name for actor in self.told.victims)
        status = f" ({self.told.status})" if self.told.status != "reported" else ""
        return line(f"{self.kind_words.capitalize()}{place}{f': {victims}' if victims else ''}{status}")

    @property
    def sort_key(self) -> tuple[bool, dt.date, dt.date, str]:
        """By first day, last day and id; what has no time at the end."""
        days = self.days
        return (not days, days.earliest, days.latest, self.id) if days else (True, dt.date.max, dt.date.max, self.id)


def statements(source: Source) -> list[Statement]:
    """Give the statements of a source by date, each once: of copies on several pages, one that tells its address.

    Raises:
        InvalidTypeError: The source is none.
    """
    return _single(statements_of(source))


def happenings(source: Told) -> list[Happening]:
    """Give what a source tells, by time, each event and incident once.

    Raises:
        InvalidTypeError: The source is none.
        InvalidValueError: An event is of no statement.
    """
    return gathered(source)[1]


def gathered(source: Told) -> tuple[list[Statement], list[Happening]]:
    """Give the statements of a source, those of its incidents among them, and what the source tells."""
    items = list(_items(source))
    incidents = [item for item in items if isinstance(item, Incident)]
    own = _single(statements_of(item for item in items if isinstance(item, Page | Statement)))
    known = {statement.id: statement for statement in own}
    lone = {item for item in items if isinstance(item, Event)}
    events: dict[str, dict[Event, Statement | None]] = defaultdict(dict)
    for statement in own:
        for event in statement.events:
            events[_event_id(event, statement.id)][event] = statement
    for event in lone:
        events[_event_id(event, event.statement_id)].setdefault(event, known.get(event.statement_id or ""))
    found = [happening for base, told in events.items() for happening in _told_once(base, told)]
    found += {happening.id: happening for happening in map(_of_incident, incidents)}.values()
    every = _single([*own, *(statement for incident in incidents for statement in incident.statements)])
    return every, sorted(found, key=lambda happening: happening.sort_key)


def _items(source: object) -> Iterator[Page | Statement | Event | Incident]:
    """Go through a source, and refuse what is none."""
    if isinstance(source, Page | Statement | Event | Incident):
        yield source
        return
    if not isinstance(source, Iterable) or isinstance(source, str | bytes):
        message = f"a source is a Page, a Statement, an Event, an Incident or several of them, got {type(source).__name__}"
        raise InvalidTypeError(message)
    for item in source:
        if not isinstance(item, Page | Statement | Event | Incident):
            message = f"a source holds pages, statements, events and incidents, got {type(item).__name__}"
            raise InvalidTypeError(message)
        yield item


def _single(found: Iterable[Statement]) -> list[Statement]:
    """Keep one of the copies of each statement, always the same, and put them in order."""
    copies: dict[str, list[Statement]] = defaultdict(list)
    for statement in found:
        copies[statement.id].append(statement)
    kept = (same[0] if len(same) == 1 else min(same, key=_copy_key) for same in copies.values())
    return sorted(kept, key=lambda statement: (statement.date, statement.id))


def _copy_key(statement: Statement) -> tuple[bool, bool, str]:
    """Prefer the copy that tells its address and its publisher."""
    return statement.url is None, statement.publisher is None, repr(attrs.astuple(statement))


def _event_id(event: Event, statement_id: str | None) -> str:
    """Name an event by its statement, kind and place in the text."""
    if statement_id is None:
        message = f"{event!r} is of no statement, so nothing shows where it is told; read its text with parse_statement"
        raise InvalidValueError(message)
    return plain_id(f"{statement_id}-{event.kind}-{event.trigger.start}")


def _told_once(base: str, told: dict[Event, Statement | None]) -> Iterator[Happening]:
    """Give the events that one verb tells; those after the first have a number."""
    ordered = sorted(told, key=lambda event: repr(attrs.astuple(event))) if len(told) > 1 else list(told)
    for number, event in enumerate(ordered, 1):
        name = base if number == 1 else f"{base}-{number}"
        yield Happening(id=name, told=event, evidence=(_evidence(event, told[event]),))


def _of_incident(incident: Incident) -> Happening:
    """Name an incident by the first of its events in the order of ids."""
    pairs = sorted(
        zip(incident.events, incident.statements, strict=True),
        key=lambda pair: (pair[1].date, _event_id(pair[0], pair[1].id), _copy_key(pair[1])),
    )
    told = {statement.id: _evidence(event, statement) for event, statement in reversed(pairs)}
    first = _event_id(pairs[0][0], pairs[0][1].id)
    return Happening(id=f"incident-{first}", told=incident, evidence=tuple(reversed(told.values())))


def _evidence(event: Event, statement: Statement | None) -> Evidence:
    """Say where an event is told."""
    if statement:
        return Evidence(event=event, statement_id=statement.id, date=statement.date, statement=statement)
    return Evidence(event=event, statement_id=event.statement_id or "", date=event.date)
