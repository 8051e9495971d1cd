"""How much faster two processes read many files than one, in one run: `python benchmarks/parallel.py [FOLDER]`.

Without a folder it writes files of invented statements into a temporary one: the sample page several times over, inside its
furniture, which is the size of a real listing. The processes are started, and have read all files, before the clock starts.
"""

from __future__ import annotations

import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from measure import Row, best_seconds, report, speed
from page import repeated

import malirights as mr

_FILES = 24
_TIMES = 8
_REPEATS = 5
_NUMBERS = 4_000_000
_TARGET = 1.7


def main() -> int:
    """Measure, print a table, and give the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(sys.argv[1]) if len(sys.argv) > 1 else _written(Path(folder))
        pages = list(mr.read_all(place))
        size = sum(len(page.text) for page in pages)
        with ProcessPoolExecutor(1) as one, ProcessPoolExecutor(2) as two:
            tasks = {
                "one": partial(_read, place, one),
                "two": partial(_read, place, two),
                "one, counting": partial(_count, one),
                "two, counting": partial(_count, two),
            }
            seconds = best_seconds(tasks, _REPEATS)
    note = (
        f"{speed(size, seconds['one'])} in one process, {speed(size, seconds['two'])} in two; target: {_TARGET} times as fast"
    )
    free = Row(
        "the same, counting numbers", seconds["two, counting"] / seconds["one, counting"], None, "0.50 on two free processors"
    )
    return report([Row("two processes / one", seconds["two"] / seconds["one"], 1 / _TARGET, note), free])


def _written(folder: Path) -> Path:
    """Write the files to be read."""
    text = repeated(mr.sample(), _TIMES)
    for number in range(_FILES):
        (folder / f"{number:03}.txt").write_text(text, "utf-8")
    return folder


def _read(folder: Path, executor: ProcessPoolExecutor) -> int:
    """Read all files, a page at a time, as a user would who counts the statements."""
    return sum(len(page.statements) for page in mr.read_all(folder, executor=executor))


def _count(executor: ProcessPoolExecutor) -> int:
    """Do what needs nothing but processors, which shows whether there are two that are free."""
    return sum(executor.map(sum, [range(_NUMBERS)] * _FILES))


if __name__ == "__main__":
    sys.exit(main())
