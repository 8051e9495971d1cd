"""What both benchmarks share: the best of several interleaved runs, and a table with a verdict a line."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

__all__ = ["Row", "best_seconds", "report"]

_SHORTEST = 0.02
_SCALE = 1_000_000


class Row(NamedTuple):
    """One measure.

    Attributes:
        name: What is measured.
        ratio: What came out, as a ratio.
        target: What it may be at most; None where it is only shown.
        note: Something to know beside it, such as a speed.
    """

    name: str
    ratio: float
    target: float | None
    note: str = ""

    @property
    def missed(self) -> bool:
        """Whether it is above its target."""
        return self.target is not None and self.ratio > self.target


def best_seconds(tasks: Mapping[str, Callable[[], object]], repeats: int) -> dict[str, float]:
    """Time tasks in turn, several times over, and give the shortest time of each.

    The tasks take turns, so that a machine that is busy for a while is busy for all of them. A task that is over in no time
    is run several times in a row, and its time is that of one run.

    Args:
        tasks: The tasks by name; each is run once beforehand.
        repeats: How many rounds to run.
    """
    loops = {name: _loops(task) for name, task in tasks.items()}
    best = dict.fromkeys(tasks, float("inf"))
    for _ in range(repeats):
        for name, task in tasks.items():
            best[name] = min(best[name], _seconds(task, loops[name]))
    return best


def report(rows: Sequence[Row]) -> int:
    """Print the rows as a table, and give the exit code: 1 where a target is missed, else 0."""
    width = max(len(row.name) for row in rows)
    print(f"{'measure'.ljust(width)}  {'ratio':>7}  {'target':>7}  verdict  note")
    for row in rows:
        target = "" if row.target is None else f"{row.target:.1f}"
        verdict = "" if row.target is None else "MISSED" if row.missed else "met"
        print(f"{row.name.ljust(width)}  {row.ratio:7.2f}  {target:>7}  {verdict:7}  {row.note}".rstrip())
    return int(any(row.missed for row in rows))


def speed(characters: int, seconds: float) -> str:
    """Give a speed as millions of characters a second."""
    return f"{characters / seconds / _SCALE:.2f} million characters/s"


def _loops(task: Callable[[], object]) -> int:
    """Warm a task up, and say how often to run it in a row for a time that a clock can tell."""
    if _seconds(task, 1) > _SHORTEST:
        return 1
    return max(1, round(_SHORTEST / max(_seconds(task, 1), _SHORTEST / 1000)))


def _seconds(task: Callable[[], object], loops: int) -> float:
    """Time one run of a task."""
    start = time.perf_counter()
    for _ in range(loops):
        task()
    return (time.perf_counter() - start) / loops
