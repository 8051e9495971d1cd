"""A chronology by month as JSON on standard output: `python examples/chronology_to_json.py [PAGE] > chronology.json`.

Without a page it reads the sample page, which is invented from end to end. Each statement keeps its `id` and its `span`, the
offsets of its words in the page, so that every line of the chronology can be checked.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import malirights as mr


def main() -> int:
    """Read the page, print its chronology, and give the exit code."""
    try:
        page = mr.read(sys.argv[1]) if len(sys.argv) > 1 else mr.parse(mr.sample())
    except mr.MalirightsError as error:
        print(error, file=sys.stderr)
        return 2
    # Plain ASCII, so that it can be piped whatever the encoding of the terminal.
    json.dump([plain(period) for period in mr.chronology(page, by="month")], sys.stdout, indent=2)
    print()
    return 0


def plain(period: mr.Period) -> dict[str, Any]:
    """Turn a period into plain data."""
    return {"when": period.when.edtf, "statements": [shown(statement) for statement in period.statements]}


def shown(statement: mr.Statement) -> dict[str, Any]:
    """Turn what a chronology shows of a statement into plain data."""
    speakers = {quote.speaker.name for quote in statement.quotes if quote.speaker}
    return {
        "date": statement.date.isoformat(),
        "id": statement.id,
        "span": [statement.span.start, statement.span.end],
        "headline": list(statement.headline),
        "speakers": sorted(speakers),
    }


if __name__ == "__main__":
    sys.exit(main())
