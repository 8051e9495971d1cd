"""Corrections: what somebody who read the text put in the place of what was extracted."""

from __future__ import annotations

from typing import Literal, get_args

import attrs

from malirights.errors import InvalidTypeError, InvalidValueError
from malirights.model.event import Event
from malirights.model.quote import Quote
from malirights.model.span import Span
from malirights.model.when import When

__all__ = ["Correction", "Item", "Standing", "anchor"]

Item = Quote | Event | When
Standing = Literal["extracted", "corrected", "added", "rejected"]

_ITEMS = get_args(Item)
_CARRIED = frozenset({"statement_id", "date"})


def anchor(item: Item) -> Span | None:
    """Give the span by which an item is found: a quote's words, an event's trigger, a time's expression."""
    return item.trigger if isinstance(item, Event) else item.span


def _item(_: object, attribute: attrs.Attribute[Item | None], value: Item | None) -> None:
    """Refuse what no correction is about."""
    if value is not None and type(value) not in _ITEMS:
        message = f"Correction.{attribute.name} is a Quote, an Event, a When or None, got {value!r}"
        raise InvalidTypeError(message)


@attrs.frozen(kw_only=True)
class Correction:
    """One quote, event or time of a statement, as it was before somebody corrected it, and after.

    Attributes:
        before: What stood there; None where it was added.
        after: What stands there now; None where it was rejected.
        by: Who says so, where that is given.

    Raises:
        InvalidTypeError: What is corrected is no `Quote`, `Event` or `When`.
        InvalidValueError: Nothing is corrected, or something became a thing of another class, or has no place in the text.

    Examples:
        >>> told = Event(kind="arrest", trigger=Span(9, 17), sentence=Span(0, 40))
        >>> correction = Correction(before=told, after=attrs.evolve(told, status="alleged"), by="Neva Orlin")
        >>> correction
        Correction('corrected', Event('arrest'), by='Neva Orlin')
        >>> correction.fields
        ('status',)
    """

    before: Item | None = attrs.field(default=None, validator=_item)
    after: Item | None = attrs.field(default=None, validator=_item)
    by: str | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a correction that changes nothing, or that cannot be placed."""
        items = [item for item in (self.before, self.after) if item is not None]
        if len({type(item) for item in items}) != 1 or any(anchor(item) is None for item in items):
            message = "a correction takes a thing with a span, or puts one of the same class in its place; got "
            raise InvalidValueError(message + f"{self.before!r} and {self.after!r}")
        if self.standing == "corrected" and not self.fields:
            message = f"before and after are the same, so nothing is corrected: {self.before!r}"
            raise InvalidValueError(message)

    @property
    def standing(self) -> Standing:
        """What was done: "corrected", "added" or "rejected"."""
        return "added" if self.before is None else "rejected" if self.after is None else "corrected"

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the fields that were corrected; empty where the whole was added or rejected."""
        if self.before is None or self.after is None:
            return ()
        before, after = (attrs.asdict(item) for item in (self.before, self.after))  # also what does not count for equality
        return tuple(name for name in before if name not in _CARRIED and before[name] != after[name])

    def __repr__(self) -> str:
        """Show what was done, to what, and by whom."""
        by = f", by={self.by!r}" if self.by else ""
        return f"Correction({self.standing!r}, {self.after or self.before!r}{by})"
