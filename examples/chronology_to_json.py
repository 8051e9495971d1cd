"""What happened, by month, as JSON on standard output: `python examples/chronology_to_json.py [PAGE] > chronology.json`.

Without a page it reads the sample page, which is invented from end to end. Each entry keeps the `id` of its statement and its
`span`, the offsets of its words in the page, so that every line of the chronology can be checked.
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
    laid_out = mr.chronology(page, of=("date", "quote", "statement"), by="month")
    # Plain ASCII, so that it can be piped whatever the encoding of the terminal.
    json.dump([plain(period) for period in laid_out.periods], sys.stdout, indent=2)
    print()
    return 0


def plain(period: mr.Period) -> dict[str, Any]:
    """Turn a period into plain data."""
    return {"when": period.when.edtf, "entries": [shown(entry) for entry in period.entries]}


def shown(entry: mr.Entry) -> dict[str, Any]:
    """Turn what a chronology shows of an entry into plain data."""
    span = entry.span.shifted(entry.statement.span.start)
    return {
        "kind": entry.kind,
        "days": entry.days.edtf if entry.days else None,
        "expression": entry.when.expression if entry.when else None,
        "statement": entry.statement.id,
        "speaker": entry.thing.speaker.name if isinstance(entry.thing, mr.Quote) and entry.thing.speaker else None,
        "reported": entry.statement.date.isoformat(),
        "span": [span.start, span.end],
    }


if __name__ == "__main__":
    sys.exit(main())
