"""What the rows of tables and the lines of files are made of: statements, quotes, events, incidents, each with its evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, Literal, get_args

import attrs

from malirights.ask.criteria import Source, statements_of
from malirights.ask.incidents import incidents
from malirights.errors import InvalidTypeError, InvalidValueError
from malirights.model import Event, Quote, Span, Statement
from malirights.model.incident import Incident

__all__ = ["Of", "Only", "Told", "check_of", "records", "things"]

Of = Literal["events", "statements", "quotes", "incidents"]
Only = Iterable[Event | Statement | Quote | Incident]

_CLASSES: dict[Of, type[Event | Statement | Quote | Incident]] = {
    "events": Event,
    "statements": Statement,
    "quotes": Quote,
    "incidents": Incident,
}


@attrs.frozen
class Told:
    """A quote or an event, with the statement that it stands in.

    Attributes:
        thing: The quote or the event.
        statement: The statement.
    """

    thing: Any
    statement: Statement

    def words(self, span: Span | None) -> str | None:
        """Give the words of a span of the statement."""
        return span.of(self.statement.text) if span else None


def check_of(of: str) -> None:
    """Refuse what no table is of.

    Raises:
        InvalidValueError: There is no such table; the message names those that there are.
    """
    if of not in get_args(Of):
        message = f"of={of!r} is unknown; it is one of {', '.join(get_args(Of))}"
        raise InvalidValueError(message)


def things(source: Source, of: Of, only: Only | None) -> Iterator[Any]:
    """Go through what a source holds, in its order.

    Args:
        source: A page, a statement, or several of either.
        of: What to go through.
        only: What to keep; None for all.

    Raises:
        InvalidTypeError: The source is none, or `only` holds something else.
    """
    for record in records(source, of, only):
        yield record.thing if isinstance(record, Told) else record


def records(source: Source, of: Of, only: Only | None) -> Iterator[Any]:
    """Go through what a source holds, each quote and event with its statement.

    Args:
        source: As in `things`.
        of: As in `things`.
        only: As in `things`.

    Raises:
        InvalidTypeError: The source is none, or `only` holds something else.
    """
    kept = None if only is None else _checked(of, only)
    if of == "incidents":
        yield from incidents(source) if kept is None else kept
    elif of == "statements":
        chosen = None if kept is None else frozenset(kept)
        yield from (one for one in statements_of(source) if chosen is None or one in chosen)
    else:
        by_id = None if kept is None else _by_statement(kept)
        for statement in statements_of(source):
            own = statement.events if of == "events" else statement.quotes
            chosen_here = own if by_id is None else (one for one in by_id.get(statement.id, ()) if _stands_in(one, statement))
            yield from (Told(one, statement) for one in chosen_here)


def _checked(of: Of, only: Only) -> list[Any]:
    """Refuse a choice that is none of what is asked for."""
    cls = _CLASSES[of]
    chosen = list(only) if isinstance(only, Iterable) else [only]
    for one in chosen:
        if not isinstance(one, cls):
            message = f"only holds what mr.{of} gives where of={of!r}, got {type(one).__name__}"
            raise InvalidTypeError(message)
    return chosen


def _by_statement(chosen: Iterable[Any]) -> dict[str | None, dict[Any, None]]:
    """Put quotes or events under the ids of their statements, each once and in order."""
    found: dict[str | None, dict[Any, None]] = defaultdict(dict)
    for one in chosen:
        found[one.statement_id][one] = None
    return found


def _stands_in(one: Quote | Event, statement: Statement) -> bool:
    """Say whether a quote or an event is of this statement, rather than of a copy of it with other spacing."""
    if isinstance(one, Event):
        return one in statement.events
    return one.span.end <= len(statement.text) and one.span.of(statement.text) == one.text
