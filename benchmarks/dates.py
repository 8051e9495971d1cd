"""Measure how fast dates are found, against one pass for words and against dateparser where it is installed.

    python benchmarks/dates.py [FILE ...]

Without files it measures a text that it makes itself. Each figure is the best of several runs, on one core.
"""

from __future__ import annotations

import functools
import importlib
import re
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from malirights.find.dates import find_dates

if TYPE_CHECKING:
    from collections.abc import Callable

RUNS = 7
SAMPLE = 40_000
MEGABYTE = 1_000_000
ANCHOR = "2013-05-15"
STORY = """The council of Orvel met on Tuesday to hear the bakers of the lower town, who had asked for a new
mill since the flood of March 2012 carried off the old one. The mayor said that the sum was not there, and
that it would not be there for a while, whatever the guild might think of it. The guild, whose members
had walked up the hill with their flour on their coats, answered that bread does not wait. It had offered last
year to pay a third of the price, and its offer still stood.

By the end of the meeting nothing was settled. The engineer who had drawn the plans took them home again under
his arm; the clerk wrote down that the matter would be heard once more in June, and the lamps were put out one
after the other. Outside it had begun to rain, and the river, which everyone in the town listens to without
knowing that they do, was a little louder.

"""
HOSTILE = ("1", "2012 ", "January ", "May ", "last ", "two weeks ", "a. ", "12/05/")


def seconds(work: Callable[[], object], runs: int = RUNS) -> float:
    """Give the time of the fastest of some runs."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def compare(name: str, text: str) -> None:
    """Print the figures of one text."""
    words = seconds(lambda: re.findall(r"\w+", text))
    ours = seconds(lambda: find_dates(text, anchor=ANCHOR))
    found = len(find_dates(text, anchor=ANCHOR))
    print(f"{name}: {len(text):,} characters, {found:,} dates, {len(text) / ours:,.0f} characters a second")
    print(f"  {ours / words:.1f} times one pass of re.findall(r'\\w+')")
    try:
        search_dates = importlib.import_module("dateparser.search").search_dates
    except ImportError:
        print("  dateparser is not installed: pip install dateparser")
        return
    sample = text[:SAMPLE]
    theirs = seconds(lambda: search_dates(sample, languages=["en"]), runs=1)
    here = seconds(lambda: find_dates(sample, anchor=ANCHOR))
    print(f"  {theirs / here:.0f} times as fast as dateparser.search.search_dates")


def hostile() -> None:
    """Print the time for a megabyte of each text made to be slow, and how it grows from half of it."""
    for unit in HOSTILE:
        text = (unit * (MEGABYTE // len(unit) + 1))[:MEGABYTE]
        half = seconds(functools.partial(find_dates, text[: MEGABYTE // 2], anchor=ANCHOR, language="en"), runs=1)
        whole = seconds(functools.partial(find_dates, text, anchor=ANCHOR, language="en"), runs=1)
        print(f"a megabyte of {unit!r}: {whole:.2f} s, {whole / half:.1f} times half")


def main() -> None:
    """Measure the given files, or the story, and the hostile texts."""
    find_dates("The bakers met in May 2012.", anchor=ANCHOR, language="en")
    for path in sys.argv[1:]:
        compare(path, Path(path).read_text(encoding="utf-8"))
    if not sys.argv[1:]:
        compare("the story", STORY * 300)
    hostile()


if __name__ == "__main__":
    main()
