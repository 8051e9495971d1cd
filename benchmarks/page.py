"""How long a page takes, and how much memory, as ratios within one run: `python benchmarks/page.py [PAGE]`.

Without a page it measures the embedded sample page. The targets are for a real listing: the sample has several times as many
entries and quotes in as many characters, and its ratios are shown, not judged.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import tracemalloc
from functools import partial
from pathlib import Path
from typing import Literal

from measure import Row, best_seconds, report, speed

import malirights as mr

_REPEATS = 9
_IMPORTS = 9
_TIMES = 10
_QUOTES: tuple[Literal["quotes"]] = ("quotes",)
_OURS = "import malirights"
_THEIRS = "import attrs, dateutil.parser, cattrs"


def main() -> int:
    """Measure, print a table, and give the exit code."""
    judged = len(sys.argv) > 1
    text = mr.read(sys.argv[1]).text if judged else mr.sample()
    with tempfile.TemporaryDirectory() as folder:
        once, often = Path(folder, "once.txt"), Path(folder, "often.txt")
        once.write_bytes(text.encode())
        often.write_bytes(repeated(text, _TIMES).encode())
        rows = [*page_rows(once, often), memory_row(once)]
    return report([*(row if judged else row._replace(target=None) for row in rows), import_row()])


def repeated(text: str, times: int) -> str:
    """Repeat the entries of a page inside its furniture, so that it stays one page."""
    statements = mr.parse(text).statements
    start, end = statements[0].span.start, statements[-1].span.end
    return text[:start] + "\n\n".join([text[start:end]] * times) + text[end:]


def page_rows(once: Path, often: Path) -> list[Row]:
    """Measure reading quotes, and everything, against one pass of a regular expression, and ten of the page against one."""
    text = once.read_text("utf-8")
    seconds = best_seconds(
        {
            "words": partial(re.findall, r"\w+", text),
            "quotes": partial(mr.read, once, find=_QUOTES),
            "often": partial(mr.read, often, find=_QUOTES),
            "whole": partial(mr.read, once),
            "whole often": partial(mr.read, often),
        },
        _REPEATS,
    )
    size, larger = len(text), len(often.read_text("utf-8"))
    note = f"{size:,} and {larger:,} characters, "
    return [
        Row("quotes / one pass of \\w+", seconds["quotes"] / seconds["words"], 6, speed(size, seconds["quotes"])),
        Row("quotes, ten times / once", seconds["often"] / seconds["quotes"], 11, note + speed(larger, seconds["often"])),
        Row("everything / one pass of \\w+", seconds["whole"] / seconds["words"], 15, speed(size, seconds["whole"])),
        Row(
            "everything, ten times / once",
            seconds["whole often"] / seconds["whole"],
            11,
            note + speed(larger, seconds["whole often"]),
        ),
    ]


def memory_row(path: Path) -> Row:
    """Measure the peak of what Python allocates while quotes are read, in multiples of the file's size."""
    mr.read(path, find=_QUOTES)  # the lexicon is loaded once for a whole process, and is not the page's
    tracemalloc.start()
    page = mr.read(path, find=_QUOTES)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    size = path.stat().st_size
    return Row("quotes, peak memory / size of file", peak / size, 12, f"{peak:,} bytes for {len(page.text):,} characters")


def import_row() -> Row:
    """Measure the import against that of the three dependencies, each in a fresh interpreter, in turn."""
    ours = theirs = float("inf")
    for _ in range(_IMPORTS):
        ours, theirs = min(ours, import_seconds(_OURS)), min(theirs, import_seconds(_THEIRS))
    return Row(f"{_OURS} / dependencies", ours / theirs, 2.5, f"{ours * 1000:.0f} ms and {theirs * 1000:.0f} ms")


def import_seconds(line: str) -> float:
    """Time an import in a fresh interpreter, its start-up left out, with the bytecode that an installed package has."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    code = f"import time; start = time.perf_counter(); {line}; print(time.perf_counter() - start)"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)  # noqa: S603 - our own line
    return float(done.stdout)


if __name__ == "__main__":
    sys.exit(main())
