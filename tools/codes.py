"""Make the file of codes that the package ships, from a file of facts: `python tools/codes.py FACTS > CODES`.

FACTS is a CSV file with the columns kind, scheme, code, name, fit, status and source; CODES is
`src/malirights/model/codes.csv`. Codes, their fit and where they were read are taken over, notes are not. When a code does not
follow from the kind alone stands in `tools/conditions.csv`.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

HEADER = """\
# Codes of the kinds of events in other vocabularies. Made by tools/codes.py from a file of facts; do not edit.
#
# A row is a code: its fit with the kind, whether it was verified ("no" where nobody has seen it at its source), what an event
# must show for it beside its kind, where it was read, and a note. NIAC: in a non-international armed conflict.
#
# Of every vocabulary there are codes and labels, which are facts, and none of its prose. PLOVER is licensed CC BY-SA, and
# OpenEvSys, in which the HURIDOCS lists were read, under the AGPL; no text or file of either is in here.
"""
COLUMNS = ("kind", "scheme", "code", "name", "fit", "verified", "conditions", "source", "note")
CONDITIONS = Path(__file__).with_name("conditions.csv")

# How the sources of the facts are spelt out.
SOURCES = {
    "Rome Statute art. 7(1) list, thirdworldtraveler.com copy + public source codeciting ICC text": (
        "Rome Statute, article 7(1), in a copy at thirdworldtraveler.com and in public source code"
    ),
    "Rome Statute elements, public source code": "elements of the Rome Statute, in public source code",
    "public source code(e)(vi))": "Rome Statute, article 8(2)(e)(vi), in public source code",
    "public source code(e)(viii))": "Rome Statute, article 8(2)(e)(viii), in public source code",
    "Eurostat ICCS code list in public code": "Eurostat's list of ICCS codes, in public source code",
    "dev.truora.com/guides/crimes_categories (ICCS levels 1-2); 0107": (
        "ICCS, levels 1 and 2, at dev.truora.com/guides/crimes_categories"
    ),
    "unverified": "",
}

Row = dict[str, str]
Key = tuple[str, str, str]


def main(facts: str) -> None:
    """Write the codes to the standard output."""
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]  # the console's own may be another
    sys.stdout.write(HEADER)
    writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(codes(rows_of(Path(facts)), rows_of(CONDITIONS)))


def rows_of(path: Path) -> Iterator[Row]:
    """Read a CSV file, its comments left out."""
    lines = path.read_text("utf-8").splitlines()
    return iter(csv.DictReader(line for line in lines if not line.startswith("#")))


def codes(facts: Iterable[Row], conditions: Iterable[Row]) -> Iterator[Row]:
    """Give a row for each code of the facts, with what it takes."""
    table = {(row["kind"], row["scheme"], row["code"]): row for row in conditions}
    used: set[Key] = set()
    for fact in facts:
        # PLOVER writes "(none)" where a kind has a context, and no type of event.
        if fact["status"] == "NO_MAPPING" or fact["code"] == "(none)":
            continue
        own = (fact["kind"], fact["scheme"], fact["code"])
        shared = ("*", *own[1:])
        key = own if own in table or fact["fit"] != "conditional" else shared
        used.add(key)
        yield _code(fact, table.get(key, {}))
    if unused := table.keys() - used:
        message = f"conditions for no code of the facts: {sorted(unused)}"
        raise SystemExit(message)


def _code(fact: Row, condition: Row) -> Row:
    """Put together the row of a code."""
    conditions = condition.get("conditions", "")
    if fact["fit"] in {"conditional", "added"} and not conditions:
        message = f"tools/conditions.csv does not say when {fact['scheme']} {fact['code']} holds for {fact['kind']}"
        raise SystemExit(message)
    # The facts name PLOVER's contexts where others name the code.
    plover = fact["scheme"] == "PLOVER"
    context = fact["name"] if plover else ""
    return {
        "kind": fact["kind"],
        "scheme": fact["scheme"],
        "code": fact["code"],
        "name": "" if plover else fact["name"],
        "fit": fact["fit"],
        "verified": "yes" if fact["status"] == "VERIFIED" else "no",
        "conditions": conditions,
        "source": SOURCES.get(fact["source"], fact["source"]),
        "note": "; ".join(filter(None, (condition.get("note", ""), context))),
    }


if __name__ == "__main__":
    main(*sys.argv[1:])
