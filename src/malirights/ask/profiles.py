"""What an event is known by in other statements: its days, place, parties and number, and what speaks for or against two."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import attrs

from malirights.ask.geography import Geography, Where
from malirights.ask.parties import Parties, People
from malirights.lexicon import Lexicon
from malirights.model import Count, Event, EventKind, Statement
from malirights.model.incident import Reason

__all__ = ["Evidence", "Profile", "evidence", "is_telling", "profiles_of"]

_FIRST, _LAST = dt.date.min.toordinal(), dt.date.max.toordinal()
_FEW_DAYS, _MONTH = 3, 31
_SURE = 4
_MANY = 12
_ROUND = 5
_ONCE = frozenset({EventKind.KILLING, EventKind.EXTRAJUDICIAL_EXECUTION, EventKind.ENFORCED_DISAPPEARANCE})
"""What happens to one person once."""


@attrs.frozen(eq=False, kw_only=True)
class Profile:
    """What is known of an event, or of several that are one.

    Attributes:
        kind: The kind.
        first: The first day that it can have been on, as an ordinal.
        last: The last such day.
        timed: Whether the text tells the time; else the days are those that the date of the statement leaves.
        place: The most exact place, or None.
        doers: The perpetrators.
        victims: The victims.
        low: The least number.
        high: The greatest, or None.
        exact: Whether a number is told, and not as approximate.
        statements: The numbers of the statements that tell it.
    """

    kind: EventKind
    first: int
    last: int
    timed: bool
    place: Where | None
    doers: Parties
    victims: Parties
    low: int
    high: int | None
    exact: bool
    statements: frozenset[int]

    @property
    def number(self) -> int | None:
        """The number, where it is exact and more than one."""
        return self.low if self.exact and self.low == self.high and self.low > 1 else None

    def apart(self, other: Profile) -> bool:
        """Say whether something speaks against one happening."""
        return (
            self.last < other.first
            or other.last < self.first
            or self.counts_apart(other)
            or self.victims.apart(other.victims)
            or self.doers.apart(other.doers)
            or (self.place is not None and other.place is not None and self.place.together(other.place) is False)
        )

    def counts_apart(self, other: Profile) -> bool:
        """Say whether two exact numbers cannot be one."""
        if not (self.exact and other.exact):
            return False
        return any(one.high is not None and one.high < two.low for one, two in ((self, other), (other, self)))

    def joined(self, other: Profile) -> Profile:
        """Give what is known of two that are one; the statements that tell them are left out, for there may be thousands."""
        pair = (self, other)
        exact = [one for one in pair if one.exact]
        found = sorted((one.place for one in pair if one.place), key=lambda place: place.breadth)
        return Profile(
            kind=self.kind,
            first=max(self.first, other.first),
            last=min(self.last, other.last),
            timed=self.timed or other.timed,
            place=found[0] if found else None,
            doers=self.doers.joined(other.doers),
            victims=self.victims.joined(other.victims),
            low=max((one.low for one in exact), default=0),
            high=min((one.high for one in exact if one.high is not None), default=None),
            exact=bool(exact),
            statements=frozenset(),
        )


@attrs.frozen
class Evidence:
    """What speaks for one happening.

    Attributes:
        weight: How much it is; see `evidence`.
        reasons: What it is.
    """

    weight: int
    reasons: tuple[Reason, ...]


def evidence(one: Profile, other: Profile) -> Evidence | None:
    """Weigh what speaks for one happening; None where it is too little, or something speaks against it.

    Days that lie within three days of each other weigh 2, within a month 1. One town, village or site weighs 2, one region 1, a
    country nothing. A victim who is named weighs 2, other victims of one description 1, a perpetrator of one name 1. One exact
    number weighs 1, and 3 where two tellings rarely share it by chance. Together it takes 3 where the time is among them, else
    4; and somebody is killed or made to disappear only once, so that a name alone will do.
    """
    if one.kind != other.kind or not one.statements.isdisjoint(other.statements) or one.apart(other):
        return None
    weights: dict[Reason, int] = {
        "time": _same_days(one, other),
        "place": _same_place(one, other),
        "victims": _same_victims(one, other),
        "perpetrators": int(bool(one.doers.shared(other.doers))),
        "count": 0 if one.number is None or one.number != other.number else 3 if is_telling(one.number) else 1,
    }
    if one.kind in _ONCE and one.victims.persons & other.victims.persons:
        weights["victims"] = _SURE
    weight = sum(weights.values())
    if weight < _SURE - bool(weights["time"]):
        return None
    return Evidence(weight, tuple(reason for reason, value in weights.items() if value))


def _same_days(one: Profile, other: Profile) -> int:
    """Weigh the times."""
    if not (one.timed and other.timed):
        return 0
    days = max(one.last, other.last) - min(one.first, other.first) + 1
    return 2 if days <= _FEW_DAYS else int(days <= _MONTH)


def _same_place(one: Profile, other: Profile) -> int:
    """Weigh the places."""
    if one.place is None or other.place is None or not one.place.same(other.place):
        return 0
    return 2 - max(one.place.breadth, other.place.breadth)


def _same_victims(one: Profile, other: Profile) -> int:
    """Weigh the victims."""
    if one.victims.persons & other.victims.persons:
        return 2
    return int(bool(one.victims.shared(other.victims)) or one.victims.alike(other.victims))


def is_telling(number: int) -> bool:
    """Say whether a number is rarely met twice by chance: it is above twelve, and not round.

    Examples:
        >>> [number for number in (6, 12, 20, 21, 24, 100) if is_telling(number)]
        [21]
    """
    return number > _MANY and bool(number % _ROUND) and bool(number % _MANY)


def profiles_of(told: Iterable[tuple[int, Statement]], people: People) -> list[list[Profile]]:
    """Give the profiles of the events of each statement.

    Args:
        told: The statements with their numbers.
        people: The parties of all of them.
    """
    places = _Places()
    return [
        [
            _profile(number, statement, event, places.of(event), parties)
            for event, parties in zip(statement.events, people.of(statement), strict=True)
        ]
        for number, statement in told
    ]


class _Places:
    """Looks each place up once."""

    def __init__(self) -> None:
        """Begin with none."""
        self._geography = Lexicon.default().built(Geography)
        self._known: dict[tuple[str, str | None, bool], Where] = {}

    def of(self, event: Event) -> Where | None:
        """Give the place of an event."""
        if event.where is None:
            return None
        key = event.where.name, event.where.region, event.where.known
        if key not in self._known:
            self._known[key] = self._geography.where(event.where)
        return self._known[key]


def _profile(number: int, statement: Statement, event: Event, place: Where | None, parties: tuple[Parties, Parties]) -> Profile:
    """Make the profile of an event."""
    first, last, timed = _days(statement, event)
    count = event.count or Count(low=0, high=None, approximate=True)
    return Profile(
        kind=event.kind,
        first=first,
        last=last,
        timed=timed,
        place=place,
        doers=parties[0],
        victims=parties[1],
        low=count.low,
        high=count.high,
        exact=not count.approximate,
        statements=frozenset({number}),
    )


def _days(statement: Statement, event: Event) -> tuple[int, int, bool]:
    """Give the first and the last day that an event can have been on, and whether the text tells them.

    What has no time had happened by the date of the statement; what is planned comes after it.
    """
    if event.when:
        first, last = event.when.meant.widest
        if (first, last) != (dt.date.min, dt.date.max):
            return first.toordinal(), last.toordinal(), True
    day = statement.date.toordinal()
    return (day, _LAST, False) if event.status == "planned" else (_FIRST, day, False)
