"""Joining names: the same one under several forms, and the honest doubt where a form fits two."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

import attrs

__all__ = ["ORGANISATION", "Joined", "Key", "Name", "join"]

Key = tuple[str, ...]

ORGANISATION = "organisation"


@attrs.define(eq=False)
class Name:
    """What the texts show of a name; names are kept under a key, whose first item is the kind.

    Attributes:
        forms: The ways to write it that are one once spelling is set aside.
        spellings: How often each way to write it stands in the texts.
        short: The shorter names that may stand for it.
        unsure: Those of them that some of its forms do not allow.
        speaks_for: The organisations that its owner is said to belong to.
        given: Of a surname alone, the given names that the texts put before it.
    """

    forms: set[str] = attrs.field(factory=set)
    spellings: Counter[str] = attrs.field(factory=Counter)
    short: set[Key] = attrs.field(factory=set)
    unsure: set[Key] = attrs.field(factory=set)
    speaks_for: set[Key] = attrs.field(factory=set)
    given: set[str] = attrs.field(factory=set)


@attrs.frozen(eq=False)
class Joined:
    """What names were joined.

    Attributes:
        entries: For each name, the number of its entry.
        doubts: For an entry that may be short for several others, or for one that the texts do not let it join, their numbers.
    """

    entries: dict[Key, int] = attrs.field(factory=dict)
    doubts: dict[int, frozenset[int]] = attrs.field(factory=dict)


def join(names: Mapping[Key, Name], same: Iterable[Collection[Key]] = ()) -> Joined:
    """Join each name with the longer one that it is short for, where there is one alone.

    Args:
        names: The names.
        same: Names that are one whatever the rules say; the entries that the rules give them are joined.
    """
    alone = _join(names, {})
    roots: dict[int, int] = {}
    for keys in same:
        entries = sorted({_root(roots, alone.entries[key]) for key in keys})
        for entry in entries[1:]:
            roots[entry] = entries[0]
    if not roots:
        return alone
    joined = {*roots, *roots.values()}
    return _join(names, {key: _root(roots, entry) for key, entry in alone.entries.items() if entry in joined})


def _join(names: Mapping[Key, Name], told: Mapping[Key, int]) -> Joined:
    """Go through the names, the fullest first, so that whom a shorter one may mean is known when it comes.

    Every name is looked up once among the shorter forms of those before it: no name is compared with another.
    """
    joined = Joined()
    known: dict[int, Name] = defaultdict(Name)
    meant: dict[Key, set[int]] = defaultdict(set)
    numbers: dict[int, int] = {}
    for key in sorted(names, key=_fullest_first):
        name, fits = names[key], frozenset(meant.get(key, ()))
        entry = len(joined.entries)
        if key in told:
            entry = numbers.setdefault(told[key], entry)
        elif len(fits) == 1 and _agrees(key, name, known[min(fits)], joined):
            entry = min(fits)
        elif fits:
            joined.doubts[entry] = fits
        joined.entries[key] = entry
        known[entry].speaks_for |= name.speaks_for
        known[entry].given |= set(key[1:])
        known[entry].unsure |= name.unsure
        for form in name.short:
            meant[form].add(entry)
    return joined


def _agrees(key: Key, name: Name, longer: Name, joined: Joined) -> bool:
    """Say whether nothing in the texts speaks against a shorter name being the longer one that it fits."""
    whom, others = ({joined.entries[key] for key in one.speaks_for} for one in (name, longer))
    return key not in longer.unsure and name.given <= longer.given and not (whom and others and whom.isdisjoint(others))


def _fullest_first(key: Key) -> tuple[bool, int, int, Key]:
    """Order the organisations first, since people speak for them, and longer names before those that are short for them."""
    return key[0] != ORGANISATION, -len(key), -sum(map(len, key)), key


def _root(roots: dict[int, int], entry: int) -> int:
    """Find the entry that another was joined with."""
    path = []
    while entry in roots:
        path.append(entry)
        entry = roots[entry]
    roots.update(dict.fromkeys(path, entry))
    return entry
