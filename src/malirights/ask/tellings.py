"""The events of a source, each once, in an order that does not depend on that of the statements."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import attrs

from malirights.ask.criteria import Source, statements_of
from malirights.ask.parties import People
from malirights.ask.profiles import Profile, profiles_of
from malirights.model import Event, Statement

__all__ = ["Telling", "Told", "tellings_of"]

Told = tuple[Event, Statement]


@attrs.frozen(eq=False)
class Telling:
    """One event of one statement, with all its copies where the source has several copies of the statement.

    Attributes:
        copies: The event and the statement that tells it, for each copy.
        profile: What is known of it.
    """

    copies: tuple[Told, ...]
    profile: Profile

    @property
    def event(self) -> Event:
        """The event."""
        return self.copies[0][0]

    @property
    def statement(self) -> Statement:
        """The statement that tells it."""
        return self.copies[0][1]


def tellings_of(source: Source) -> list[Telling]:
    """Give the events of a source, by the days that they can have been on, then by their statements."""
    statements = list(statements_of(source))
    numbers = _numbers(statements)
    copied = {number for number, copies in Counter(numbers).items() if copies > 1}
    profiles = profiles_of(zip(numbers, statements, strict=True), People(statements))
    copies: dict[object, list[Told]] = defaultdict(list)
    known: dict[object, Profile] = {}
    for number, statement, own in zip(numbers, statements, profiles, strict=True):
        for place, (event, profile) in enumerate(zip(statement.events, own, strict=True)):
            same = number, _content(statement, event) if number in copied else place
            copies[same].append((event, statement))
            known[same] = profile
    return _ordered([Telling(_sorted(copies[same]), known[same]) for same in copies])


def _sorted(copies: Sequence[Told]) -> tuple[Told, ...]:
    """Order copies by all that is known of them."""
    return tuple(sorted(copies, key=_exactly) if len(copies) > 1 else copies)


def _numbers(statements: Sequence[Statement]) -> list[int]:
    """Number the statements; copies of one statement, which have the same id and words, have the same number."""
    ids = Counter(statement.id for statement in statements)
    known: dict[tuple[str, str], int] = {}
    numbers = []
    for place, statement in enumerate(statements):
        words = "".join(statement.text.split()) if ids[statement.id] > 1 else ""
        numbers.append(known.setdefault((statement.id, words), place))
    return numbers


def _content(statement: Statement, event: Event) -> tuple[object, ...]:
    """Give what two copies of a statement have in common of an event: all but its spans, which spaces move."""
    return (
        event.kind,
        event.status,
        len("".join(statement.text[: event.trigger.start].split())),
        event.when and event.when.edtf,
        event.where and event.where.name,
        event.count and (event.count.low, event.count.high),
        tuple(actor.name for actor in event.perpetrators),
        tuple(actor.name for actor in event.victims),
    )


def _ordered(tellings: Iterable[Telling]) -> list[Telling]:
    """Order tellings by their days and statements, and by all that is known of them where that is the same."""
    keyed = [(_place(one), one) for one in tellings]
    met = Counter(place for place, _ in keyed)
    keyed.sort(key=lambda item: (item[0], _exactly(item[1].copies[0]) if met[item[0]] > 1 else ("", "")))
    return [telling for _, telling in keyed]


def _place(one: Telling) -> tuple[object, ...]:
    """Give what mostly tells the order of tellings."""
    statement, trigger = one.statement, one.event.trigger
    return (
        one.profile.first,
        one.profile.last,
        statement.date,
        statement.id,
        trigger.start,
        trigger.end,
        one.event.kind,
    )


def _exactly(told: Told) -> tuple[str, str]:
    """Write all that is known of an event and of its statement."""
    return repr(attrs.astuple(told[0])), repr(attrs.astuple(told[1]))
