"""How fast dates are found, as ratios within one run: `python benchmarks/dates.py [TEXT]`.

Without a text it measures an invented story, over and over. dateparser is measured where it is installed.
"""

from __future__ import annotations

import importlib
import re
import sys
from functools import partial
from pathlib import Path

from measure import Row, best_seconds, report, speed

import malirights as mr

_ANCHOR = "2013-05-15"
_REPEATS = 7
_TIMES = 100
_SAMPLE = 20_000
_MEGABYTE = 1_000_000
_HOSTILE = ("1", "2012 ", "January ", "May ", "last ", "two weeks ", "a. ", "12/05/", "a" * 30 + "“2012”")
_STORY = """The council of Orvel met on Tuesday to hear the bakers of the lower town, who had asked for a new
mill since the flood of March 2012 carried off the old one. The mayor said that the sum was not there, and
that it would not be there for a while, whatever the guild might think of it. The guild, whose members
had walked up the hill with their flour on their coats, answered that bread does not wait. It had offered last
year to pay a third of the price, and its offer still stood.

By the end of the meeting nothing was settled. The engineer who had drawn the plans took them home again under
his arm; the clerk wrote down that the matter would be heard once more in June, and the lamps were put out one
after the other. Outside it had begun to rain, and the river, which everyone in the town listens to without
knowing that they do, was a little louder.

"""


def main() -> int:
    """Measure, print a table, and give the exit code."""
    text = Path(sys.argv[1]).read_text("utf-8") if len(sys.argv) > 1 else _STORY * _TIMES
    return report([words_row(text), *dateparser_rows(text[:_SAMPLE]), *(hostile_row(unit) for unit in _HOSTILE)])


def find(text: str) -> object:
    """Find the dates of an English text."""
    return mr.find_dates(text, anchor=_ANCHOR, language="en")


def words_row(text: str) -> Row:
    """Measure against one pass of a regular expression."""
    seconds = best_seconds({"words": partial(re.findall, r"\w+", text), "dates": partial(find, text)}, _REPEATS)
    note = f"{len(text):,} characters, {speed(len(text), seconds['dates'])}"
    return Row("find_dates / one pass of \\w+", seconds["dates"] / seconds["words"], 4, note)


def dateparser_rows(text: str) -> list[Row]:
    """Measure against dateparser's search, which may take a hundred times as long."""
    try:
        search = importlib.import_module("dateparser.search").search_dates
    except ImportError:
        print("dateparser is not installed, and not measured\n")
        return []
    seconds = best_seconds({"theirs": partial(search, text, languages=["en"]), "ours": partial(find, text)}, 1)
    return [Row("100 * find_dates / search_dates", 100 * seconds["ours"] / seconds["theirs"], 1, f"{len(text):,} characters")]


def hostile_row(unit: str) -> Row:
    """Measure a megabyte of one thing against a quarter of it: four times as long where time is linear."""
    text = (unit * (_MEGABYTE // len(unit) + 1))[:_MEGABYTE]
    seconds = best_seconds({"part": partial(find, text[: _MEGABYTE // 4]), "whole": partial(find, text)}, 1)
    return Row(f"a megabyte of {unit!r} / a quarter", seconds["whole"] / seconds["part"], 8, speed(len(text), seconds["whole"]))


if __name__ == "__main__":
    sys.exit(main())
