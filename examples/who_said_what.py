"""Who is quoted on a page, how often, and from when to when: `python examples/who_said_what.py [PAGE]`.

Without a page it reads the sample page, which is invented from end to end.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable

import malirights as mr


def main() -> int:
    """Read the page, print the table, and give the exit code."""
    try:
        page = mr.read(sys.argv[1]) if len(sys.argv) > 1 else mr.parse(mr.sample())
    except mr.MalirightsError as error:
        print(error, file=sys.stderr)
        return 2
    print("\n".join(table(rows(mr.quotes(page)))))
    return 0


def rows(quotes: Iterable[mr.Quote]) -> list[tuple[str, ...]]:
    """Make a row for each speaker, those with most quotes first; of equals, in the order of their names."""
    spoken: dict[str, list[mr.Quote]] = defaultdict(list)
    for quote in quotes:
        spoken[quote.speaker.name if quote.speaker else "(not stated)"].append(quote)
    ordered = sorted(spoken.items(), key=lambda item: (-len(item[1]), item[0]))
    return [("speaker", "quotes", "first", "last"), *(row(name, said) for name, said in ordered)]


def row(name: str, quotes: Iterable[mr.Quote]) -> tuple[str, ...]:
    """Count the quotes of a speaker, and find the first and the last date."""
    dates = [quote.date for quote in quotes if quote.date]
    return name, str(len(dates)), min(dates).isoformat(), max(dates).isoformat()


def table(cells: list[tuple[str, ...]]) -> list[str]:
    """Lay the rows out in columns."""
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return ["  ".join(map(str.ljust, line, widths)).rstrip() for line in cells]


if __name__ == "__main__":
    sys.exit(main())
