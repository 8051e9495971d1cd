"""Make the page that describes the tables: `python tools/tables.py > docs/tables.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from malirights.faces.out.columns import Column
from malirights.faces.out.schemas import TABLES

INTRO = """\
# Tables

<!-- Made by tools/tables.py from src/malirights/faces/out/schemas.py; do not edit. -->

`mr.to_frame`, `mr.to_arrow` and `mr.write(…, to="csv")` make these tables. Their columns are the same whatever a source holds,
also where it holds nothing. [How to use them](howto/tables.md) shows them at work.

Offsets count code points from 0, and the end is the offset after the last character. They point into the text of the statement;
those of the statements table, into the text of the page. A value that the text does not tell is missing.

| type | in pandas | in Arrow and Parquet | in CSV |
| --- | --- | --- | --- |
| text | `string` | `string` | the words, see [Formulas](howto/tables.md#formulas) |
| category | `category` | `dictionary<string>` | the words |
| texts | a tuple of `str` | `list<string>` | the words, with " \\| " between them |
| day | `datetime64[s]`, at midnight | `date32` | `2016-05-04` |
| utc | `datetime64[us, UTC]` | `timestamp[us, UTC]` | `2016-05-08T23:01:00+00:00` |
| local | `datetime64[us]` | `timestamp[us]` | `2016-05-09T00:01:00` |
| whole | `Int64` | `int64` | `6` |
| wholes | a tuple of `int` | `list<int64>` | `6`, with " \\| " between them |
| number | `float64` | `float64` | `-0.25` |
| truth | `boolean` | `bool` | `true`, `false` |

A category whose values are known beforehand, such as `kind`, has all of them in pandas, also those that are not there.
"""


def main() -> None:
    """Write the page to the standard output."""
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]  # the console's own may be another
    sys.stdout.writelines(f"{line}\n" for line in page())


def page() -> Iterator[str]:
    """Give the lines of the page."""
    yield INTRO.rstrip("\n")
    for of, columns in TABLES.items():
        yield f"\n## {of.capitalize()}\n"
        yield "| column | type | what it says |"
        yield "| --- | --- | --- |"
        yield from map(_row, columns)


def _row(column: Column) -> str:
    """Give the row of a column."""
    among = f": {', '.join(f'`{value}`' for value in column.among)}" if 0 < len(column.among) <= 8 else ""  # noqa: PLR2004 - a line's worth
    return f"| `{column.name}` | {column.type} | {column.meaning}{among} |"


if __name__ == "__main__":
    main()
