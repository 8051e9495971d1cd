"""Where each value comes from: the rules that extracted it, or the people who corrected it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import get_args

import attrs

from malirights.ask.criteria import Source, Words, statements_of
from malirights.errors import CriterionError
from malirights.model import Correction, Event, Quote, Span, Statement, When
from malirights.model.correction import Item, Standing, anchor

__all__ = ["Origin", "fields_of", "key_of", "origins"]

# The values of each class; the other fields are their evidence.
_FIELDS: dict[type, tuple[str, ...]] = {
    Quote: ("text", "speaker", "cue"),
    Event: ("kind", "when", "where", "perpetrators", "victims", "count", "status"),
    When: ("edtf",),
}
_Key = tuple[type, Span | None, object]


@attrs.frozen(kw_only=True)
class Origin:
    """One value of a statement, and who or what it comes from.

    Attributes:
        statement_id: The `id` of the statement.
        of: The class of what the value belongs to: "Quote", "Event" or "When".
        span: Where that stands in the statement's text: the quoted words, the event's trigger, the words for the time. Of what
            was rejected, where it stood.
        field: The name of the value, such as "speaker" or "status".
        value: The value as it stands; of what was rejected, as it was.
        origin: "extracted" by the rules, "corrected", "added" or "rejected" by somebody.
        by: Who that was, where it is known.
        was: Of a corrected value, what stood there before the last correction.

    Examples:
        >>> span = Span(9, 17)
        >>> Origin(statement_id="2016-05-04-1f", of="Event", span=span, field="status", value="alleged", origin="added")
        Origin('Event', 'status', 'alleged', 'added')
    """

    statement_id: str
    of: str
    span: Span
    field: str
    value: object
    origin: Standing
    by: str | None = None
    was: object = None

    def __repr__(self) -> str:
        """Show the value and where it comes from."""
        by = f", by={self.by!r}" if self.by else ""
        return f"Origin({self.of!r}, {self.field!r}, {self.value!r}, {self.origin!r}{by})"


def origins(source: Source, *, origin: Words | None = None) -> tuple[Origin, ...]:
    r"""Say for each value of the quotes, events and dates of some statements who or what it comes from.

    Args:
        source: A page, a statement, or several of either.
        origin: Only those that were "extracted", "corrected", "added" or "rejected".

    Returns:
        The values in the order of the source; of each statement those that stand, then those that were rejected.

    Raises:
        CriterionError: There is no such origin.
        InvalidTypeError: The source is none.

    Examples:
        >>> import malirights as mr
        >>> page = mr.parse("May 4, 2016\n\nThe bakers were arrested in Orvel.")
        >>> mr.origins(page)[0]
        Origin('Event', 'kind', <EventKind.ARREST: 'arrest'>, 'extracted')
    """
    wanted = _wanted(origin)
    return tuple(one for statement in statements_of(source) for one in _origins_of(statement) if one.origin in wanted)


def key_of(item: Item) -> _Key:
    """Give what two readings of a text know a quote, an event or a time by."""
    return type(item), anchor(item), item.kind if isinstance(item, Event) else None


def fields_of(item: Item) -> tuple[str, ...]:
    """Give the names of the values of a quote, an event or a time."""
    return _FIELDS[type(item)]


def _wanted(origin: Words | None) -> tuple[str, ...]:
    """Read the criterion of origins."""
    known: tuple[str, ...] = get_args(Standing)
    if origin is None:
        return known
    wanted = (origin,) if isinstance(origin, str) else tuple(origin) if isinstance(origin, Iterable) else (origin,)
    if not wanted or any(one not in known for one in wanted):
        message = f"cannot list values of origin={origin!r}; it is one of {', '.join(known)}, or several of them"
        raise CriterionError(message, criterion="origin", value=origin)
    return wanted


def _origins_of(statement: Statement) -> Iterator[Origin]:
    """Give the values of a statement, and those that were rejected."""
    items: list[Item] = [*statement.quotes, *statement.events, *statement.dates]
    for item in items:
        yield from _traced(statement.id, item, statement.corrections)
    for correction in statement.corrections:
        if (rejected := correction.before) is not None and correction.after is None:
            for field in fields_of(rejected):
                yield _origin(statement.id, rejected, field, "rejected", correction.by, was=None)


def _traced(statement_id: str, item: Item, corrections: Sequence[Correction]) -> Iterator[Origin]:
    """Follow an item back through the corrections, the last one first."""
    found: dict[str, tuple[Standing, str | None, object]] = {}
    rest: tuple[Standing, str | None, object] = ("extracted", None, None)
    sought = key_of(item)
    for correction in reversed(corrections):
        if correction.after is None or key_of(correction.after) != sought:
            continue
        if correction.before is None:
            rest = ("added", correction.by, None)
            break
        for field in fields_of(item):
            if _changes(correction, field):
                found.setdefault(field, ("corrected", correction.by, getattr(correction.before, field)))
        sought = key_of(correction.before)
    for field in fields_of(item):
        standing, by, was = found.get(field, rest)
        yield _origin(statement_id, item, field, standing, by, was=was)


def _changes(correction: Correction, field: str) -> bool:
    """Say whether a correction changes a value, or the evidence of it."""
    return bool(correction.fields) if field == "edtf" else field in correction.fields


def _origin(statement_id: str, item: Item, field: str, standing: Standing, by: str | None, *, was: object) -> Origin:
    """Make the origin of one value."""
    return Origin(
        statement_id=statement_id,
        of=type(item).__name__,
        span=anchor(item) or Span(0, 0),
        field=field,
        value=getattr(item, field),
        origin=standing,
        by=by,
        was=was,
    )
