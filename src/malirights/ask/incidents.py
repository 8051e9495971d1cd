"""Incidents: events of several statements that are one happening."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

from malirights.ask.criteria import Source
from malirights.ask.grouping import Groups, near_pairs
from malirights.ask.profiles import Evidence, Profile, evidence, is_telling
from malirights.ask.shown import Shown
from malirights.ask.tellings import Telling, tellings_of
from malirights.errors import InvalidTypeError
from malirights.model import Count, EventKind
from malirights.model.incident import Incident, Link, Total

__all__ = ["by_time", "incidents", "joined", "keys_of", "totals"]

_TWO_MONTHS = 62
_Pair = tuple[int, int]


def incidents(source: Source) -> tuple[Incident, ...]:
    r"""Join the events of several statements that tell one happening.

    A wrong join is worse than a missed one. Events are one where they are of one kind, nothing speaks against it (other days,
    another place, other people, another number, both in one statement), and enough speaks for it: days, place, victims,
    perpetrators and number that are the same, at least two of them. An event that fits two others, which cannot be one, stays
    alone. The next step of a happening, such as the trial for it, is an incident of its own; `accountability` joins these.

    Args:
        source: A page, a statement, or several of either.

    Returns:
        The incidents by their time, those without a time at the end; each event of the source is in exactly one of them. The
        order of the statements makes no difference.

    Raises:
        InvalidTypeError: The source is none.

    Examples:
        >>> import malirights as mr
        >>> page = mr.parse(
        ...     "May 9, 2016\n\nSoldiers arrested six bakers in Orvel on 3 May 2016.\n\n"
        ...     "May 4, 2016\n\nSix bakers were arrested in Orvel on 3 May 2016."
        ... )
        >>> incident, = mr.incidents(page)
        >>> incident
        Incident('arrest', '2016-05-03', 'Orvel', told twice)
        >>> print(incident.links[0])
        the same days, the same place, the same victims, the same number
    """
    tellings = tellings_of(source)
    return Shown(sorted((incident for incident, _ in joined(tellings)), key=by_time))


def joined(tellings: Sequence[Telling]) -> list[tuple[Incident, list[int]]]:
    """Join tellings to incidents; give each with the numbers of its tellings.

    Args:
        tellings: The tellings, in their order.
    """
    profiles = [telling.profile for telling in tellings]
    groups, links = Groups(len(tellings)), defaultdict[int, list[Link]](list)
    known = dict(enumerate(profiles))
    told = {number: set(profile.statements) for number, profile in known.items()}
    for (one, other), found in _chosen(profiles):
        roots = groups.root(one), groups.root(other)
        few, many = sorted((told[root] for root in roots), key=len)
        if roots[0] == roots[1] or not few.isdisjoint(many) or known[roots[0]].apart(known[roots[1]]):
            continue
        root = groups.join(*roots)
        known[root] = known[roots[0]].joined(known[roots[1]])
        many |= few
        told[root] = many
        links[one].append(_link(tellings[one], tellings[other], found))
    return [
        (_incident([tellings[number] for number in members], [link for number in members for link in links[number]]), members)
        for members in groups.members()
    ]


def _chosen(profiles: Sequence[Profile]) -> list[tuple[_Pair, Evidence]]:
    """Give the pairs that belong together, the surest first; of what fits two that cannot be one, none."""
    fits: dict[_Pair, Evidence] = {}
    partners: dict[int, list[_Pair]] = defaultdict(list)
    for one, other in near_pairs([list(keys_of(profile)) for profile in profiles]):
        if found := evidence(profiles[one], profiles[other]):
            fits[one, other] = found
            partners[one].append((-found.weight, other))
            partners[other].append((-found.weight, one))
    torn = {number for number, own in partners.items() if len(own) > 1 and _is_torn(sorted(own), profiles)}
    kept = [(pair, found) for pair, found in fits.items() if torn.isdisjoint(pair)]
    return sorted(kept, key=lambda item: (-item[1].weight, item[0]))


def _is_torn(partners: Sequence[_Pair], profiles: Sequence[Profile]) -> bool:
    """Say whether, of the others that something fits best, two cannot be one."""
    best, first = partners[0]
    whole, told = profiles[first], set(profiles[first].statements)
    for weight, number in partners[1:]:
        profile = profiles[number]
        if weight != best:
            return False
        if whole.apart(profile) or not told.isdisjoint(profile.statements):
            return True
        whole = whole.joined(profile)
        told |= profile.statements
    return False


def keys_of(profile: Profile) -> Iterator[Hashable]:
    """Give the keys of which two events that are one share at least one: the kind, with what can be the same of them."""
    who: list[Hashable] = [*profile.victims.names, *(word for words in profile.victims.described for word in words)]
    where = profile.place.names if profile.place and profile.place.breadth < 2 else ()  # noqa: PLR2004 - a country
    what: list[Hashable] = [*who, *profile.doers.names, *([profile.number] if profile.number else [])]
    for month in _months(profile):
        yield from ((profile.kind, month, one) for one in (*what, *where))
    yield from ((profile.kind, place, one) for place in where for one in what)
    yield from ((profile.kind, name) for name in profile.victims.persons)
    if profile.number and is_telling(profile.number):
        yield from ((profile.kind, profile.number, one) for one in who)


def _months(profile: Profile) -> Iterable[tuple[int, int]]:
    """Give the months that the days of an event lie in; none where they are many, or not told."""
    if not profile.timed or profile.last - profile.first > _TWO_MONTHS:
        return ()
    days = (profile.first, (profile.first + profile.last) // 2, profile.last)
    return {(day.year, day.month) for day in map(dt.date.fromordinal, days)}


def _link(one: Telling, other: Telling, found: Evidence) -> Link:
    """Make the link of two tellings, the one told first first."""
    first, second = sorted((one, other), key=_by_report)
    return Link(first=first.event, second=second.event, reasons=found.reasons)


def _incident(tellings: Iterable[Telling], links: Iterable[Link]) -> Incident:
    """Make an incident of its tellings."""
    told = sorted(tellings, key=_by_report)
    copies = (Link(first=one.event, second=event, reasons=("copy",)) for one in told for event, _ in one.copies[1:])
    return Incident(
        events=tuple(event for one in told for event, _ in one.copies),
        statements=tuple(statement for one in told for _, statement in one.copies),
        links=(*links, *copies),
    )


def _by_report(telling: Telling) -> tuple[dt.date, str, int]:
    """Order tellings by their statements."""
    return telling.statement.date, telling.statement.id, telling.event.trigger.start


def by_time(incident: Incident) -> tuple[bool, tuple[dt.date, dt.date], dt.date, str, int]:
    """Order incidents by their time, those without one last, then by the first statement."""
    when, first = incident.when, incident.statements[0]
    days = (when.earliest, when.latest) if when else (first.date, first.date)
    return when is None, days, first.date, first.id, incident.events[0].trigger.start


def totals(found: Iterable[Incident]) -> tuple[Total, ...]:
    r"""Add up how many were hit, kind by kind.

    An incident counts once, however often it is told and given. "At least five" and "three" are at least eight, with no upper
    bound. What is only alleged may not have been: it adds to the upper bound alone. What is planned or denied is left out.

    Args:
        found: Incidents of `incidents`.

    Returns:
        A total for each kind, in the order of the codebook.

    Raises:
        InvalidTypeError: These are no incidents.

    Examples:
        >>> import malirights as mr
        >>> page = mr.parse(
        ...     "May 9, 2016\n\nAt least six bakers were arrested in Orvel on 3 May 2016.\n\n"
        ...     "May 4, 2016\n\nTwo millers were arrested in Velmora on 1 May 2016."
        ... )
        >>> mr.totals(mr.incidents(page))
        (Total('arrest', Count(8, None), 2 incidents, 0 uncounted),)
    """
    by_kind: dict[EventKind, list[Incident]] = defaultdict(list)
    for incident in _once(found):
        if incident.status in {"reported", "alleged"}:
            by_kind[incident.kind].append(incident)
    return tuple(_total(kind, by_kind[kind]) for kind in EventKind if kind in by_kind)


def _total(kind: EventKind, found: Sequence[Incident]) -> Total:
    """Add up the incidents of one kind."""
    counts = [(incident.count, incident.status) for incident in found]
    told = [(count, status) for count, status in counts if count]
    highs = [count.high for count, _ in told if count.high is not None]
    count = Count(
        low=sum(count.low for count, status in told if status == "reported"),
        high=sum(highs) if len(highs) == len(found) else None,
        approximate=any(count.approximate for count, _ in told),
    )
    return Total(kind=kind, count=count, incidents=len(found), uncounted=len(found) - len(told))


def _once(found: Iterable[Incident]) -> list[Incident]:
    """Give each incident once; those that share an event of one statement are one."""
    given = _checked(found)
    groups = Groups(len(given))
    seen: dict[Hashable, int] = {}
    for number, incident in enumerate(given):
        for event, statement in zip(incident.events, incident.statements, strict=True):
            groups.join(seen.setdefault((event, statement.id, statement.text), number), number)
    return [
        given[members[0]] if len(members) == 1 else _merged([given[one] for one in members]) for members in groups.members()
    ]


def _checked(found: object) -> list[Incident]:
    """Refuse what is no incidents."""
    given = list(found) if isinstance(found, Iterable) else [found]
    incidents_given = [one for one in given if isinstance(one, Incident)]
    if len(incidents_given) < len(given):
        wrong = next(one for one in given if not isinstance(one, Incident))
        message = f"totals takes incidents, as incidents(source) gives them, got {type(wrong).__name__}"
        raise InvalidTypeError(message)
    return incidents_given


def _merged(found: Sequence[Incident]) -> Incident:
    """Make one incident of several that share events."""
    told = {
        (event, statement.id, statement.text): (event, statement)
        for incident in found
        for event, statement in zip(incident.events, incident.statements, strict=True)
    }
    return Incident(
        events=tuple(event for event, _ in told.values()), statements=tuple(statement for _, statement in told.values())
    )
