"""Cases: the violations that one hand, or one fate of the same people, makes one matter for a court."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from malirights.ask.grouping import Groups, near_pairs
from malirights.ask.profiles import Profile, is_telling
from malirights.model import EventKind

__all__ = ["cases_of"]

_FATE = frozenset(
    {
        EventKind.ABDUCTION,
        EventKind.DETENTION,
        EventKind.ENFORCED_DISAPPEARANCE,
        EventKind.TORTURE,
        EventKind.SEXUAL_VIOLENCE,
        EventKind.EXTRAJUDICIAL_EXECUTION,
        EventKind.KILLING,
    }
)
"""What the same people may suffer one after another: they are taken, held, hurt, and killed or gone."""
_YEAR = 366


def cases_of(profiles: Sequence[Profile]) -> list[list[int]]:
    """Group violations to cases, each as the numbers of its violations.

    Violations are one case where nobody else did them and no other number of people was hit, and where

    - one who is named did the same in the same place, on days that may be the same: two tellings of it, or two parts; or
    - the same people were taken, held, hurt, killed or made to disappear within a year: people of one name, or people of one
      description and a number that is rarely met twice; or
    - one statement tells both of people of one description, on days and in places that may be the same; where they are held,
      which may also be those who are accused, only where their number is the same too.

    Args:
        profiles: The violations.
    """
    groups = Groups(len(profiles))
    known = dict(enumerate(profiles))
    for one, other in sorted(near_pairs([list(_keys(profile)) for profile in profiles])):
        roots = groups.root(one), groups.root(other)
        if roots[0] != roots[1] and _is_one(profiles[one], profiles[other]) and _agree(*map(known.get, roots)):
            whole = known[roots[0]].joined(known[roots[1]])
            known[groups.join(*roots)] = whole
    return groups.members()


def _keys(profile: Profile) -> Iterator[Hashable]:
    """Give the keys of which two violations of one case share at least one."""
    if profile.place and profile.timed:
        named = profile.place.names
        yield from ((profile.kind, doer, place) for doer in profile.doers.names for place in named)
    if profile.kind not in _FATE:
        return
    words = [word for described in profile.victims.described for word in described]
    yield from profile.victims.persons
    yield from ((number, who) for number in profile.statements for who in (*profile.victims.names, *words))
    if profile.number and is_telling(profile.number):
        yield from (("number", profile.number, word) for word in words)


def _agree(one: Profile | None, other: Profile | None) -> bool:
    """Say whether two cases may be one: the same perpetrators, and no other number of people."""
    return not (one is None or other is None or one.doers.apart(other.doers) or one.counts_apart(other))


def _is_one(one: Profile, other: Profile) -> bool:
    """Say whether two violations are one case."""
    if not _agree(one, other):
        return False
    gap = max(one.first, other.first) - min(one.last, other.last)
    near = one.place.together(other.place) if one.place and other.place else None
    if one.kind == other.kind and one.timed and other.timed and gap <= 0 and near and one.doers.shared(other.doers):
        return True
    if not {one.kind, other.kind} <= _FATE:
        return False
    if one.victims.persons & other.victims.persons:
        return gap <= _YEAR
    alike = one.victims.alike(other.victims)
    if alike and one.number and one.number == other.number and is_telling(one.number):
        return gap <= _YEAR
    if EventKind.DETENTION in {one.kind, other.kind} and not _is_same_number(one, other):
        return False
    here = not one.statements.isdisjoint(other.statements)
    return here and gap <= 0 and near is not False and (alike or bool(one.victims.shared(other.victims)))


def _is_same_number(one: Profile, other: Profile) -> bool:
    """Say whether two exact numbers are told, and are the same."""
    return one.exact and other.exact and one.low == one.high == other.low == other.high
