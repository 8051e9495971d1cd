"""The verb that selects events."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import get_args

from malirights.ask.criteria import Day, Source, Words, any_of, name_words, names_of, statements_of, window
from malirights.ask.geography import Geography, Where
from malirights.ask.shown import Shown
from malirights.errors import CriterionError, InvalidValueError
from malirights.find.parties import party_of
from malirights.lexicon import Lexicon
from malirights.model import Actor, Event, EventKind, EventStatus, Statement
from malirights.model.kinds import kinds

__all__ = ["events"]

_Test = Callable[[Event], bool]
_Days = tuple[dt.date, dt.date]
_ALWAYS: _Days = (dt.date.min, dt.date.max)
_STATUSES: tuple[EventStatus, ...] = get_args(EventStatus)


def events(
    source: Source,
    *,
    kind: Words | None = None,
    group: Words | None = None,
    where: Words | None = None,
    within: Words | None = None,
    perpetrator: Words | None = None,
    victim: Words | None = None,
    status: Words | None = None,
    since: Day | None = None,
    until: Day | None = None,
    on: Day | None = None,
    min_count: int | None = None,
    certain: bool = False,
) -> tuple[Event, ...]:
    r"""Select events; every criterion that is given must hold, and of several values any.

    The time of an event is the days that its words allow, so an answer about time holds all events that may fall inside.
    "In 2012" may be in May. An event without a time had happened by the date of its statement, and what is planned comes
    after it. `certain=True` leaves only events whose time is told, and all of whose days lie inside.

    Args:
        source: A page, a statement, or several of either.
        kind: Of this kind, as an `EventKind` or its name.
        group: Of a kind in this group: "violation", "context", "accountability" or "reporting".
        where: At this place, in any spelling: all words given are words of its name.
        within: In this region or country, or in a place that is known to lie in it.
        perpetrator: Done by this party, in any spelling: all words given are words of the name or the mention. A party that
            the lexicon knows is found by all its names.
        victim: Done to this party; in charges, arrests, trials, convictions and sentences, the one acted on.
        status: Told as this: "reported", "alleged", "planned" or "denied".
        since: On or after the first day of this time: a date, a `When`, or an EDTF text such as "2013" or "2013-06".
        until: On or before the last day of this time.
        on: Within this time.
        min_count: Of at least so many, by the lower bound of the number that is told.
        certain: Whether only events that surely fall inside these times will do.

    Returns:
        The events, in the order of the source.

    Raises:
        CriterionError: There is no such kind, group or status, a time cannot be read, or words are missing.
        InvalidTypeError: The source is none.

    Examples:
        >>> import malirights as mr
        >>> page = mr.parse("May 9, 2017\n\nSix bakers were arrested in Orvel in May 2016. Two were arrested in Velmora.")
        >>> mr.events(page, kind="arrest", where="ORVEL", min_count=5)
        (Event('arrest', when='2016-05', where='Orvel'),)
        >>> mr.events(page, on="2016-05-03", where="Orvel"), mr.events(page, on="2016-05-03", certain=True)
        ((Event('arrest', when='2016-05', where='Orvel'),), ())
    """
    tests = [*_kind_tests(kind, group, status), *_place_tests(where, within), *_party_tests(perpetrator, victim)]
    if min_count is not None:
        tests.append(_at_least(min_count))
    inside = window(since, until, on)
    told = [
        (statement, event)
        for statement in statements_of(source)
        for event in statement.events
        if all(test(event) for test in tests) and (inside is None or _falls(statement, event, inside, certain=certain))
    ]
    return Shown.of((event for _, event in told), (statement for statement, _ in told))


def _kind_tests(kind: Words | None, group: Words | None, status: Words | None) -> list[_Test]:
    """Make the tests of what an event is."""
    tests: list[_Test] = []
    if kind is not None:
        wanted = frozenset(map(_kind, any_of("kind", kind)))
        tests.append(lambda event: event.kind in wanted)
    if group is not None:
        grouped = frozenset(kinds(group=group))
        tests.append(lambda event: event.kind in grouped)
    if status is not None:
        statuses = frozenset(any_of("status", status))
        if wrong := sorted(statuses - set(_STATUSES)):
            message = f"unknown status {wrong[0]!r}; it is one of {', '.join(_STATUSES)}"
            raise CriterionError(message, criterion="status", value=status)
        tests.append(lambda event: event.status in statuses)
    return tests


def _kind(name: str) -> EventKind:
    """Read the name of a kind."""
    try:
        return EventKind(name)
    except InvalidValueError as error:
        raise CriterionError(str(error), criterion="kind", value=name) from error


def _place_tests(where: Words | None, within: Words | None) -> list[_Test]:
    """Make the tests of where an event was."""
    tests: list[_Test] = []
    places = Lexicon.default().built(Geography)
    if where is not None:
        spelled, named = _spellings(places, any_of("where", where)), names_of("where", where)
        tests.append(
            lambda event: (
                event.where is not None
                and (
                    not spelled.isdisjoint(places.names(event.where.name))
                    or _is_called(event.where.name, event.where.mention, named)
                )
            )
        )
    if within is not None:
        areas = _spellings(places, any_of("within", within))
        tests.append(lambda event: event.where is not None and not areas.isdisjoint(_inside(places.where(event.where))))
    return tests


def _inside(where: Where) -> frozenset[str]:
    """Give the names of a place and of all that it lies in."""
    return where.names | where.areas


def _spellings(places: Geography, names: Iterable[str]) -> frozenset[str]:
    """Give the names of all places that some names may stand for."""
    return frozenset(name for given in names for name in places.names(given))


def _party_tests(perpetrator: Words | None, victim: Words | None) -> list[_Test]:
    """Make the tests of who did it, and to whom."""
    tests: list[_Test] = []
    if perpetrator is not None:
        did = _named("perpetrator", perpetrator)
        tests.append(lambda event: any(map(did, event.perpetrators)))
    if victim is not None:
        suffered = _named("victim", victim)
        tests.append(lambda event: any(map(suffered, event.victims)))
    return tests


def _named(criterion: str, value: Words) -> Callable[[Actor], bool]:
    """Make the test of a party: by the words of its name, or by any name under which the lexicon knows it."""
    given = any_of(criterion, value)
    names = names_of(criterion, given)
    found = (party_of(name, Lexicon.default()) for name in given)
    known = {party.name for party in found if party and party.known}
    return lambda actor: actor.known_as in known or _is_called(f"{actor.name} {actor.known_as or ''}", actor.mention, names)


def _is_called(name: str, mention: str, names: Iterable[frozenset[str]]) -> bool:
    """Say whether all words of one of some names are words of a name or a mention."""
    words = name_words(name) | name_words(mention)
    return any(words >= given for given in names)


def _at_least(number: int) -> _Test:
    """Make the test of how many."""
    if type(number) is not int or number < 0:
        message = f"min_count takes a whole number, such as min_count=10; got {number!r}"
        raise CriterionError(message, criterion="min_count", value=number)
    return lambda event: event.count is not None and event.count.low >= number


def _falls(statement: Statement, event: Event, inside: _Days, *, certain: bool) -> bool:
    """Say whether an event may fall inside some days, or surely does."""
    days = event.when.meant.widest if event.when else _ALWAYS
    timed = days != _ALWAYS
    if not timed:
        days = (statement.date, dt.date.max) if event.status == "planned" else (dt.date.min, statement.date)
    if certain:
        return timed and inside[0] <= days[0] and days[1] <= inside[1]
    return max(inside[0], days[0]) <= min(inside[1], days[1])
