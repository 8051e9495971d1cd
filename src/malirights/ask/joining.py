"""Joining names: the same one under several forms, and the honest doubt where a form fits two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

import attrs

__all__ = ["ORGANISATION", "Joined", "Key", "Names", "join"]

Key = tuple[str, ...]

ORGANISATION = "organisation"


@attrs.frozen(eq=False)
class Names:
    """Names to be joined, each under a key whose first item is the kind.

    Attributes:
        short: For each name, the shorter ones that may stand for it.
        speaks_for: For some names, the organisations that they are said to belong to.
        given: For some surnames, the given names that the texts put before them.
    """

    short: Mapping[Key, Collection[Key]]
    speaks_for: Mapping[Key, Collection[Key]]
    given: Mapping[Key, Collection[str]]


@attrs.frozen(eq=False)
class Joined:
    """What names were joined.

    Attributes:
        entries: For each name, the number of its entry.
        doubts: For an entry that may be short for several others, or for one that the texts show otherwise, their numbers.
    """

    entries: Mapping[Key, int]
    doubts: Mapping[int, frozenset[int]]


def join(names: Names, same: Iterable[Collection[Key]] = ()) -> Joined:
    """Join each name with the longer one that it is short for, where there is one alone.

    Args:
        names: The names.
        same: Names that are one whatever the rules say; the entries that the rules give them are joined.
    """
    alone = _join(names, {})
    roots: dict[int, int] = {}
    for keys in same:
        entries = sorted({_root(roots, alone.entries[key]) for key in keys if key in alone.entries})
        roots.update(dict.fromkeys(entries[1:], entries[0]))
    if not roots:
        return alone
    joined = {*roots, *roots.values()}
    return _join(names, {key: _root(roots, entry) for key, entry in alone.entries.items() if entry in joined})


def _join(names: Names, told: Mapping[Key, int]) -> Joined:
    """Go through the names, the fullest first, so that whom a shorter one may mean is known when it comes.

    Every name is looked up once among the shorter forms of those before it: no name is compared with another.
    """
    entries: dict[Key, int] = {}
    doubts: dict[int, frozenset[int]] = {}
    meant: dict[Key, set[int]] = defaultdict(set)
    speaks_for: dict[int, set[int]] = defaultdict(set)
    words: dict[int, set[str]] = defaultdict(set)
    numbers: dict[int, int] = {}
    for key in sorted(names.short, key=_fullest_first):
        fits = frozenset(meant.get(key, ()))
        whom = {entries[organisation] for organisation in names.speaks_for.get(key, ())}
        only = next(iter(fits)) if len(fits) == 1 else None
        if key in told:
            entry = numbers.setdefault(told[key], len(entries))
        elif (
            only is not None
            and words[only].issuperset(names.given.get(key, ()))
            and not (whom and speaks_for[only] and whom.isdisjoint(speaks_for[only]))
        ):
            entry = only
        else:
            entry = len(entries)
            if fits:
                doubts[entry] = fits
        entries[key] = entry
        speaks_for[entry] |= whom
        words[entry].update(key)
        for form in names.short[key]:
            meant[form].add(entry)
    return Joined(entries, doubts)


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
