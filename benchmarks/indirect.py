"""Whether indirect speech and short forms are found in linear time: a megabyte of each hostile text against a quarter of it."""

from __future__ import annotations

import sys
from functools import partial

from measure import Row, best_seconds, report, speed

import malirights as mr

_MEGABYTE = 1_000_000
_TARGET = 6
_SENTENCE = 3_900  # the longest that is looked at has 4,000 characters
_UNITS = (
    "Ada Moru said that the mill had burned, adding that nobody came. ",
    "The mill, the minister said, had burned. ",
    "“It rained,” said Ada Moru, the rain minister. “We wait,” the minister said. ",
    "“It rained,” said Ada Moru of Zanara Rights Watch. “We wait,” the group said, as she said. ",
    "Mr Moru Mr ",
)
_CLAUSES = (
    "said, ",
    "he said that ",
    "told the ",
    "according to X, ",
    "the mill, ",
    "Ada said the ",
    "“a b c” ",
    "a-t-il dit, ",
)


def main() -> int:
    """Measure, print a table, and give the exit code."""
    long_sentences = {f"sentences of {unit!r}": (unit * (_SENTENCE // len(unit))).strip(", ") + ".\n\n" for unit in _CLAUSES}
    return report([_row(name, unit) for name, unit in ({repr(unit): unit for unit in _UNITS} | long_sentences).items()])


def _row(name: str, unit: str) -> Row:
    """Measure a megabyte of one thing against a quarter of it: four times as long where time is linear."""
    text = (unit * (_MEGABYTE // len(unit) + 1))[:_MEGABYTE]
    tasks = {"part": partial(_find, text[: _MEGABYTE // 4]), "whole": partial(_find, text)}
    seconds = best_seconds(tasks, 1)
    return Row(f"{name[:60]}", seconds["whole"] / seconds["part"], _TARGET, speed(len(text), seconds["whole"]))


def _find(text: str) -> object:
    """Find the quotes of both kinds."""
    return mr.find_quotes(text, indirect=True)


if __name__ == "__main__":
    sys.exit(main())
