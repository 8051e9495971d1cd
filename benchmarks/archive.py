"""What an archive of 100,000 invented statements costs: `python benchmarks/archive.py`.

One page is read, and its statements are written over and over with other words behind them: 120 of 20,000 invented words, of
which the first are frequent and the last are rare, as in a language. Nothing else is parsed: the archive is measured alone.
"""

from __future__ import annotations

import datetime as dt
import itertools
import random
import sqlite3
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Literal

import attrs
from measure import Row, best_seconds, report

import malirights as mr

_COUNT = 100_000
_SIZES = (12_500, 25_000, 50_000, _COUNT)
_REPEATS = 7
_WORDS = 120
_SYLLABLES = ("or", "vel", "mo", "ra", "kar", "va", "ne", "za", "lun", "ti", "sha", "bri")
_VOCABULARY = ["".join(parts) for parts in itertools.islice(itertools.product(_SYLLABLES, repeat=4), 20_000)]
_FIRST = dt.date(2000, 1, 1)
_SEARCH = 50.0
_DOUBLING = 2.3
_MEMORY = 1.5
"""How much more memory ten times the statements may take."""


def main() -> int:
    """Measure, print a table, and give the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "invented.db"
        rows = adding(path)
        rows += searching(path)
        rows += streaming(path)
    return report(rows)


def invented(count: int) -> Iterator[mr.Statement]:
    """Invent statements, the same on every run."""
    chance = random.Random(0)  # noqa: S311 - the same invention on every run
    weights = list(itertools.accumulate(1 / rank for rank in range(1, len(_VOCABULARY) + 1)))
    bases = mr.parse(mr.sample()).statements
    for number in range(count):
        base = bases[number % len(bases)]
        text = f"{base.text}\n\n{' '.join(chance.choices(_VOCABULARY, cum_weights=weights, k=_WORDS))}"
        date = _FIRST + dt.timedelta(days=number // 20)
        yield attrs.evolve(base, id=f"{date}-{number:08x}", date=date, text=text, span=mr.Span(0, len(text)))


def adding(path: Path) -> list[Row]:
    """Add all statements to a new archive, and compare the time of each size with that of half as many.

    It is that of the processor, since minutes of a busy machine cannot be taken in turn; the invention is left out.
    """
    times: dict[int, float] = {}
    spent = 0.0
    with mr.Archive(path) as archive:
        source, done = invented(_COUNT), 0
        for size in _SIZES:
            given = list(itertools.islice(source, size - done))
            start = time.process_time()
            archive.add(given)
            spent += time.process_time() - start
            times[size], done = spent, size
    return [
        Row(
            f"adding {size:,} statements / {half:,}",
            times[size] / times[half],
            _DOUBLING,
            f"{size / times[size]:,.0f} a second",
        )
        for half, size in pairwise(_SIZES)
    ]


def searching(path: Path) -> list[Row]:
    """Compare the first ten hits of searches with one look-up of a statement by its number, in the same file."""
    words = {"rare": _VOCABULARY[19_000:], "seldom": _VOCABULARY[2_000:3_000]}
    pairs = [f"{one} {other}" for one, other in pairwise(_VOCABULARY[2_000:2_100])]
    frequent = {"in one statement of four": _VOCABULARY[40], "in nearly every statement": _VOCABULARY[0]}
    plain = sqlite3.connect(path)
    plain.execute("PRAGMA cache_size = -32768")  # as the archive's own
    numbers = itertools.cycle(random.Random(1).sample(range(1, _COUNT), _COUNT // 2))  # noqa: S311 - the same on every run
    with mr.Archive(path, read_only=True) as archive:
        tasks: dict[str, Callable[[], object]] = {
            "look-up": lambda: plain.execute("SELECT record FROM records WHERE number = ?", (next(numbers),)).fetchone(),
            "through the archive": partial(_get, archive, itertools.cycle(statement.id for statement in invented(997))),
            "a rare word": partial(_search, archive, itertools.cycle(words["rare"])),
            "a word that is seldom": partial(_search, archive, itertools.cycle(words["seldom"])),
            "two words that are seldom": partial(_search, archive, itertools.cycle(pairs)),
        }
        tasks |= {f"a word {where}": partial(_search, archive, itertools.cycle([word])) for where, word in frequent.items()}
        latest = {"the latest with a word that is seldom": words["seldom"]}
        latest |= {f"the latest with a word {where}": [word] for where, word in frequent.items()}
        tasks |= {name: partial(_search, archive, itertools.cycle(several), order="latest") for name, several in latest.items()}
        seconds = best_seconds(tasks, _REPEATS)
        found = {name: len(list(archive.search(word))) for name, word in frequent.items()}
        found |= {"rare": len(list(archive.search(words["rare"][0]))), "seldom": len(list(archive.search(words["seldom"][0])))}
    plain.close()
    print(f"statements with such a word: {', '.join(f'{name}: {count:,}' for name, count in found.items())}")
    judged = {"a rare word", "two words that are seldom", *latest}
    return [
        Row(f"{name} / one look-up", spent / seconds["look-up"], _SEARCH if name in judged else None, f"{spent * 1e6:,.0f} µs")
        for name, spent in seconds.items()
    ]


def _get(archive: mr.Archive, ids: Iterator[str]) -> object:
    """Get a statement as an object."""
    return archive.get(next(ids))


def _search(archive: mr.Archive, words: Iterator[str], order: Literal["best", "latest"] = "best") -> object:
    """Search for the next word."""
    return list(archive.search(next(words), order=order, limit=10))


def streaming(path: Path) -> list[Row]:
    """Compare the memory of going through all statements with that of going through a tenth of them."""
    with mr.Archive(path, read_only=True) as archive:
        few = _peak(itertools.islice(archive, _COUNT // 100))
        many = _peak(itertools.islice(archive, _COUNT // 10))
    with mr.Archive(":memory:") as archive:
        archive.add(mr.parse(mr.sample()))  # what is loaded on first use
        added = [_peak_of(partial(archive.add, invented(count))) for count in (_COUNT // 100, _COUNT // 10)]
    return [
        Row("memory of reading ten times as many", many / few, _MEMORY, f"{many / 2**20:.1f} MiB"),
        Row("memory of adding ten times as many", added[1] / added[0], _MEMORY, f"{added[1] / 2**20:.1f} MiB"),
    ]


def _peak(things: Iterable[object]) -> int:
    """Go through things, keep none, and give the peak of memory meanwhile in bytes."""
    return _peak_of(lambda: [None for _ in things][:0])


def _peak_of(task: Callable[[], object]) -> int:
    """Give the peak of memory of a task in bytes."""
    tracemalloc.start()
    task()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


if __name__ == "__main__":
    sys.exit(main())
