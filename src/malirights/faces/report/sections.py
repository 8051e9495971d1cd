"""The other parts of the report: what came of each violation, what several statements tell, quotes and whole statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

import attrs

from malirights.ask.accountability import Road
from malirights.ask.entries import title
from malirights.ask.steps import STEPS
from malirights.faces.report.chronicle import Chronicle
from malirights.faces.report.wording import days, named
from malirights.model import Actor, EventKind, Part, PartKind, Quote, Span, Statement
from malirights.model.evidence import Evidence, Piece, evidence_of, pieces_of, quote_evidence
from malirights.model.incident import Incident

__all__ = ["Happening", "Saying", "Sheet", "Stage", "Way", "happenings_of", "sayings_of", "sheets_of", "ways_of"]


@attrs.frozen(kw_only=True)
class Happening:
    """An incident, in words.

    Attributes:
        what: Its kind, when, where, how many, by whom and to whom, as far as that is told.
        status: How sure it is told.
        keys: The rows that tell it.
        why: What joins these, each reason once.
    """

    what: str
    status: str
    keys: tuple[str, ...]
    why: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Stage:
    """A step towards justice, told or not.

    Attributes:
        kind: Its name.
        expected: Whether it can be missing: remains are only where people were killed or have gone.
        told: What is told of it; empty where it is missing.
    """

    kind: str
    expected: bool
    told: tuple[Happening, ...]


@attrs.frozen(kw_only=True)
class Way:
    """A violation with the steps that followed, or did not.

    Attributes:
        acts: The violation.
        stages: All steps, in the order of the road.
    """

    acts: tuple[Happening, ...]
    stages: tuple[Stage, ...]

    @property
    def is_answered(self) -> bool:
        """Whether any step is told."""
        return any(stage.told for stage in self.stages)


@attrs.frozen(kw_only=True)
class Saying:
    """A quote with its statement.

    Attributes:
        key: Its key in the page, "q1" for the first.
        quote: The quote.
        statement: The statement that has it.
    """

    key: str
    quote: Quote
    statement: Statement


@attrs.frozen(kw_only=True)
class Sheet:
    """A whole statement, cut at its parts and at the borders of all evidence.

    Attributes:
        number: Its number in the report, from 1.
        statement: The statement.
        title: Its headline or its first paragraph.
        parts: What each part is, and its pieces.
    """

    number: int
    statement: Statement
    title: str
    parts: tuple[tuple[PartKind, tuple[Piece, ...]], ...]


def happenings_of(incidents: Iterable[Incident], chronicle: Chronicle) -> tuple[Happening, ...]:
    """Give the incidents that are told more than once."""
    return tuple(_happening(incident, chronicle) for incident in incidents if len(incident.events) > 1)


def ways_of(roads: Iterable[Road], chronicle: Chronicle) -> tuple[Way, ...]:
    """Give the violations with all steps, told or not."""
    return tuple(
        Way(
            acts=tuple(_happening(incident, chronicle) for incident in road.incidents),
            stages=tuple(_stage(kind, road, chronicle) for kind in STEPS),
        )
        for road in roads
    )


def sayings_of(statements: Iterable[Statement]) -> tuple[Saying, ...]:
    """Give the quotes by the dates of their statements, and in the order of the text."""
    ordered = sorted(statements, key=lambda statement: statement.date)
    quotes = [(quote, statement) for statement in ordered for quote in statement.quotes]
    return tuple(
        Saying(key=f"q{number}", quote=quote, statement=statement) for number, (quote, statement) in enumerate(quotes, start=1)
    )


def sheets_of(statements: Iterable[Statement], chronicle: Chronicle, sayings: Iterable[Saying]) -> tuple[Sheet, ...]:
    """Give the whole statements by date, with the evidence of every event and quote."""
    evidence: Mapping[int, list[Evidence]] = defaultdict(list)
    for row in chronicle.rows:
        evidence[id(row.statement)].extend(evidence_of(row.event, row.key))
    for saying in sayings:
        evidence[id(saying.statement)].extend(quote_evidence(saying.quote, saying.key))
    ordered = sorted(statements, key=lambda statement: statement.date)
    return tuple(
        Sheet(
            number=number,
            statement=statement,
            title=title(statement),
            parts=tuple(_parts(statement, evidence[id(statement)])),
        )
        for number, statement in enumerate(ordered, start=1)
    )


def _parts(statement: Statement, evidence: Sequence[Evidence]) -> Iterable[tuple[PartKind, tuple[Piece, ...]]]:
    """Cut the parts of a statement; one that has none is all body."""
    text, parts = statement.text, statement.parts or (Part("body", Span(0, len(statement.text))),)
    ends = [0, *(part.span.end for part in parts[:-1]), len(text.rstrip())]
    stretches = [Span(start + _blank(text[start:end]), end) for start, end in pairwise(ends)]
    return zip((part.kind for part in parts), pieces_of(text, stretches, evidence), strict=True)


def _blank(text: str) -> int:
    """Count the white space that a text begins with; what stands between two parts, such as a bullet, is shown."""
    return len(text) - len(text.lstrip())


def _stage(kind: EventKind, road: Road, chronicle: Chronicle) -> Stage:
    """Give a step of a road, in all that tells it."""
    steps = [step for step in road.steps if step.kind == kind]
    told = tuple(
        attrs.evolve(_happening(step.incident, chronicle), why=tuple(dict.fromkeys(map(str, step.links)))) for step in steps
    )
    return Stage(kind=named(kind), expected=bool(told) or kind in road.missing, told=told)


def _happening(incident: Incident, chronicle: Chronicle) -> Happening:
    """Say what an incident is."""
    facts = [named(incident.kind)]
    facts.append(days(incident.when) if incident.when else "no date told")
    if incident.where:
        facts.append(incident.where.name)
    if incident.victims:
        facts.append(f"to {_names(incident.victims)}")
    if incident.count:
        facts.append(str(incident.count))
    if incident.perpetrators:
        facts.append(f"by {_names(incident.perpetrators)}")
    told = zip(incident.events, incident.statements, strict=True)
    return Happening(
        what=" · ".join(facts),
        status=incident.status,
        keys=tuple(chronicle.key(event, statement) for event, statement in told),
        why=tuple(dict.fromkeys(map(str, incident.links))),
    )


def _names(actors: Iterable[Actor]) -> str:
    """Name parties, those that only capitals tell apart once."""
    names = {(actor.known_as or actor.name).casefold(): actor.known_as or actor.name for actor in actors}
    return ", ".join(names.values())
