"""The chronology of the report: a row for each event, with its bar, its evidence and what tells it too."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

import attrs

from malirights.ask.chronology import chronology
from malirights.ask.entries import Entry
from malirights.faces.report.facets import Facet, facets_of
from malirights.faces.report.scale import Bar, Scale
from malirights.faces.report.wording import days, named
from malirights.model import Event, Place, Statement, When
from malirights.model.evidence import Piece, Shows, evidence_of, pieces_of
from malirights.model.incident import Incident

__all__ = ["Chronicle", "Fact", "Row", "Telling", "chronicle_of"]


@attrs.frozen
class Fact:
    """What is known of an event, and the words that show it.

    Attributes:
        shows: Which evidence shows it.
        label: What the reader sees.
        value: The value, in words.
        words: The words of the statement.
    """

    shows: Shows
    label: str
    value: str
    words: tuple[str, ...] = ()


@attrs.frozen
class Telling:
    """Another event that tells the same happening.

    Attributes:
        key: Its key.
        statement: The statement that tells it.
        why: Why it is the same, where a link says so.
    """

    key: str
    statement: Statement
    why: str


@attrs.frozen(kw_only=True)
class Row:
    """An event in the chronology.

    Attributes:
        key: Its key in the page, "e1" for the first.
        event: The event.
        statement: The statement that tells it.
        when: The days that its words mean, or None.
        bar: Its bar, or None where no date is told.
        sentence: Its sentence with the evidence.
        facts: What is known of it.
        chosen: For each facet, the numbers of its values.
        also: The other events that tell the same happening.
    """

    key: str
    event: Event
    statement: Statement
    when: When | None
    bar: Bar | None
    sentence: tuple[Piece, ...]
    facts: tuple[Fact, ...]
    chosen: Mapping[str, tuple[int, ...]]
    also: tuple[Telling, ...]

    @property
    def window(self) -> tuple[str, str] | None:
        """The first and the last day that it can have been on, as ISO 8601 writes them; None where no date is told."""
        if self.bar is None or self.when is None:
            return None
        first, last = self.when.widest
        return first.isoformat(), last.isoformat()


@attrs.frozen(kw_only=True)
class Chronicle:
    """All rows, in the order in which it happened.

    Attributes:
        rows: The rows; those without a date at the end.
        scale: The scale of the bars, or None where no event has a date.
        facets: What they can be chosen by.
        keys: The key of an event, by the id of its statement and the event itself.
    """

    rows: tuple[Row, ...]
    scale: Scale | None
    facets: tuple[Facet, ...]
    keys: Mapping[tuple[str, Event], str]

    @property
    def groups(self) -> tuple[tuple[str, tuple[Row, ...]], ...]:
        """The rows by the year in which they can first have been."""
        grouped = groupby(self.rows, key=_year)
        return tuple((year, tuple(rows)) for year, rows in grouped)

    def key(self, event: Event, statement: Statement) -> str:
        """Give the key of an event; of equal events in copies of one statement, that of the first."""
        return self.keys[statement.id, event]


def chronicle_of(statements: Iterable[Statement], incidents: Iterable[Incident]) -> Chronicle:
    """Lay out the events of some statements.

    Args:
        statements: The statements.
        incidents: The incidents that they tell.
    """
    laid_out = chronology(statements, of="event")
    told = [(entry, _event(entry)) for entry in (*laid_out.entries, *laid_out.undated)]
    times = [entry.days for entry in laid_out if entry.days]
    scale = Scale.of(times) if times else None
    periods = [scale.periods(entry.days) if scale and entry.days and entry.is_dated else () for entry, _ in told]
    facets = facets_of([event for _, event in told], periods)
    keys: dict[tuple[str, Event], str] = {}
    for number, (entry, event) in enumerate(told, start=1):
        keys.setdefault((entry.statement.id, event), f"e{number}")
    also = _tellings(incidents, keys)
    rows = tuple(
        Row(
            key=(key := f"e{number}"),
            event=event,
            statement=entry.statement,
            when=entry.days,
            bar=scale.bar(entry.days) if scale and entry.days and entry.is_dated else None,
            sentence=next(pieces_of(entry.statement.text, [event.sentence], evidence_of(event, key))),
            facts=tuple(_facts(event, entry.statement.text, key)),
            chosen={facet.name: facet.chosen[number - 1] for facet in facets},
            also=also.get(key, ()),
        )
        for number, (entry, event) in enumerate(told, start=1)
    )
    return Chronicle(rows=rows, scale=scale, facets=facets, keys=keys)


def _event(entry: Entry) -> Event:
    """Give the event of an entry."""
    assert isinstance(entry.thing, Event)  # noqa: S101 - only events were laid out
    return entry.thing


def _year(row: Row) -> str:
    """Name the group of a row."""
    if row.bar is None or row.when is None:
        return "No date told"
    return str((row.when.latest if row.when.earliest == dt.date.min else row.when.earliest).year)


def _tellings(incidents: Iterable[Incident], keys: Mapping[tuple[str, Event], str]) -> dict[str, tuple[Telling, ...]]:
    """Give, for each event of an incident that is told several times, the other tellings."""
    found: dict[str, tuple[Telling, ...]] = {}
    for incident in incidents:
        if len(incident.events) == 1:
            continue
        why: dict[frozenset[Event], str] = {frozenset((link.first, link.second)): str(link) for link in incident.links}
        told = list(zip(incident.events, incident.statements, strict=True))
        for event, statement in told:
            found[keys[statement.id, event]] = tuple(
                Telling(keys[its.id, other], its, why.get(frozenset((event, other)), ""))
                for other, its in told
                if other is not event
            )
    return found


def _facts(event: Event, text: str, key: str) -> Iterable[Fact]:
    """Give what is known of an event, each value with its words."""
    words: dict[Shows, list[str]] = defaultdict(list)
    for evidence in evidence_of(event, key):
        words[evidence.shows].append(evidence.span.of(text))
    values: tuple[tuple[Shows, str, Sequence[str]], ...] = (
        ("act", "Act", [named(event.kind)]),
        ("mention", "Named again", [""] if words["mention"] else []),
        ("doer", "Done by", [actor.known_as or actor.name for actor in event.perpetrators]),
        ("target", "Done to", [actor.known_as or actor.name for actor in event.victims]),
        ("number", "How many", [str(event.count)] if event.count else []),
        ("time", "When", [_when(event.when)] if event.when else []),
        ("place", "Where", [_where(event.where)] if event.where else []),
        ("status", "Told as", [event.status] if event.status != "reported" or words["status"] else []),
    )
    for shows, label, value in values:
        if value:
            yield Fact(shows, label, ", ".join(value), tuple(dict.fromkeys(words[shows])))


def _when(when: When) -> str:
    """Say a time in words and as EDTF."""
    return f"{days(when.meant)} ({when.meant.edtf})"


def _where(place: Place) -> str:
    """Name a place with its region."""
    return f"{place.name}, {place.region}" if place.region and place.region != place.name else place.name
