"""Events: what a statement says happened to whom."""

from __future__ import annotations

import datetime as dt
from typing import Literal, get_args

import attrs

from malirights.errors import InvalidValueError
from malirights.model.actors import Actor, Place
from malirights.model.checks import check_type, tuple_of
from malirights.model.codes import Code, codes_of
from malirights.model.conditions import conditions_shown
from malirights.model.kinds import EventKind
from malirights.model.span import Span
from malirights.model.when import When

__all__ = ["Count", "Event", "EventStatus"]

EventStatus = Literal["reported", "alleged", "planned", "denied"]

_STATUSES = frozenset(get_args(EventStatus))


@attrs.frozen(kw_only=True)
class Count:
    """How many, as a closed interval of whole numbers.

    Attributes:
        low: The least number that the words allow.
        high: The greatest, or None where the words set no upper bound ("at least five", "dozens").
        approximate: Whether the words say "about" or the like.
        span: Where the words stand in the statement's text.

    Raises:
        InvalidValueError: The least number is negative, or greater than the greatest.

    Examples:
        >>> Count(low=5, high=None, span=Span(10, 20))
        Count(5, None)
    """

    low: int
    high: int | None
    approximate: bool = False
    span: Span | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse an interval that cannot be."""
        check_type("Count.low", self.low, int)
        check_type("Count.high", self.high, int, type(None))
        if self.low < 0 or (self.high is not None and self.high < self.low):
            message = f"a count runs from 0 or more to the same or a greater number, got {self.low} to {self.high}"
            raise InvalidValueError(message)

    def __repr__(self) -> str:
        """Show the interval."""
        about = ", approximate" if self.approximate else ""
        return f"Count({self.low}, {self.high}{about})"

    def __str__(self) -> str:
        """Say how many in words: "6", "at least 30", "about 13 to 17"."""
        about, low = "about " if self.approximate else "", f"{self.low:,}"
        if self.high is None:
            return f"about {low} or more" if about else f"at least {low}"
        return about + (low if self.low == self.high else f"{low} to {self.high:,}")


def _kind(name: str) -> EventKind:
    """Take a kind by its plain name."""
    return EventKind(name)


@attrs.frozen(kw_only=True)
class Event:
    """One act and its target, as a statement tells it.

    All spans point into the statement's text.

    Attributes:
        kind: What sort of act it is, an `EventKind`; the plain name will do to make an event.
        trigger: The words that name the act.
        sentence: The sentence that they stand in.
        when: When it happened, or None where the text does not tell.
        where: The most specific place named, or None.
        perpetrators: Who did it.
        victims: To whom; in charges, arrests, trials, convictions and sentences, the one acted on.
        count: How many victims or objects, or None where the text does not tell.
        status: Whether the statement reports it as a fact, as an allegation, as planned, or as denied.
        mentions: The triggers of all mentions of it in the text, the one of `trigger` among them.
        status_span: The words that show the status, or None where it is simply told.
        statement_id: The `id` of the statement, or None where the event was found in a bare text.
        date: The date of the statement, or None where the event was found in a bare text.

    Raises:
        InvalidTypeError: A field is of the wrong type.
        InvalidValueError: The kind or the status is unknown, or the trigger outside its sentence.

    Examples:
        >>> Event(kind="arrest", trigger=Span(9, 17), sentence=Span(0, 40))
        Event('arrest')
    """

    kind: EventKind = attrs.field(converter=_kind)
    trigger: Span
    sentence: Span
    when: When | None = None
    where: Place | None = None
    perpetrators: tuple[Actor, ...] = attrs.field(default=(), validator=tuple_of("Event.perpetrators", Actor))
    victims: tuple[Actor, ...] = attrs.field(default=(), validator=tuple_of("Event.victims", Actor))
    count: Count | None = None
    status: EventStatus = "reported"
    mentions: tuple[Span, ...] = attrs.field(default=(), validator=tuple_of("Event.mentions", Span))
    status_span: Span | None = None
    statement_id: str | None = None
    date: dt.date | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse an event that its spans disprove."""
        check_type("Event.trigger", self.trigger, Span)
        check_type("Event.sentence", self.sentence, Span)
        if self.status not in _STATUSES:
            message = f"unknown status {self.status!r}; it is one of {', '.join(sorted(_STATUSES))}"
            raise InvalidValueError(message)
        if not self.sentence.contains(self.trigger):
            message = f"an event's trigger stands in its sentence, got {self.trigger!r} outside {self.sentence!r}"
            raise InvalidValueError(message)

    def codes(self, scheme: str, *, unverified: bool = False) -> tuple[Code, ...]:
        """Give what another vocabulary has for the event: the codes of its kind, and those that its parties show to hold.

        Args:
            scheme: PLOVER, CAMEO, ACLED, HURIDOCS, ICCS, ROME, CAAC6 or SDG, in any case.
            unverified: Whether to give also codes that nobody has seen at their source; they are marked.

        Returns:
            The codes, each with how well it fits; empty where the vocabulary has none, or the event shows none to hold.

        Raises:
            InvalidTypeError: The scheme is no `str`.
            InvalidValueError: There is no such scheme.

        Examples:
            >>> girl = Actor(name="girl", mention="a girl of nine", span=Span(0, 14), traits=("child",))
            >>> event = Event(kind="abduction", trigger=Span(19, 27), sentence=Span(0, 28), victims=(girl,))
            >>> event.kind.codes("CAAC6"), event.codes("CAAC6")
            ((), (Code('CAAC6', 'abduction', 'conditional', conditional),))
        """
        shown = conditions_shown(self.perpetrators, self.victims)
        return codes_of(self.kind, scheme, shown=shown, unverified=unverified)

    def __repr__(self) -> str:
        """Show the kind, the time and the place."""
        facts = [repr(str(self.kind))]
        if self.when:
            facts.append(f"when={self.when.edtf!r}")
        if self.where:
            facts.append(f"where={self.where.name!r}")
        return f"Event({', '.join(facts)})"
