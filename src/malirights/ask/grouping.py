"""Grouping things by pairs that belong together, without comparing all with all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

__all__ = ["Groups", "near_pairs"]

_NEAR = 8


def near_pairs(keys: Sequence[Iterable[Hashable]]) -> Iterator[tuple[int, int]]:
    """Give the pairs of things that share a key, each once; of a key with many, only those that stand near each other.

    So there are at most eight pairs for each key of a thing, however many things share it.

    Args:
        keys: The keys of each thing; things that are alike stand near each other.
    """
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for number, own in enumerate(keys):
        for key in set(own):
            blocks[key].append(number)
    seen: set[tuple[int, int]] = set()
    for block in blocks.values():
        for place, one in enumerate(block):
            for other in block[place + 1 : place + 1 + _NEAR]:
                if (one, other) not in seen:
                    seen.add((one, other))
                    yield one, other


class Groups:
    """Groups of numbers, joined pair by pair."""

    def __init__(self, count: int) -> None:
        """Begin with each number alone."""
        self._roots = list(range(count))

    def root(self, number: int) -> int:
        """Give the number that stands for a group."""
        path = []
        while self._roots[number] != number:
            path.append(number)
            number = self._roots[number]
        for one in path:
            self._roots[one] = number
        return number

    def join(self, one: int, other: int) -> int:
        """Join the groups of two numbers; the lower of the two that stood for them stands for it."""
        low, high = sorted((self.root(one), self.root(other)))
        self._roots[high] = low
        return low

    def members(self) -> list[list[int]]:
        """Give the groups, each in order."""
        found: dict[int, list[int]] = defaultdict(list)
        for number in range(len(self._roots)):
            found[self.root(number)].append(number)
        return list(found.values())
