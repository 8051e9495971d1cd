"""Tables as CSV that a spreadsheet opens right, and in which no cell is a formula."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Literal

from malirights.ask.criteria import Source
from malirights.errors import InvalidValueError
from malirights.faces.out.records import Of, Only, check_of
from malirights.faces.out.schemas import TABLES, rows

__all__ = ["AND", "csv_pieces"]

AND = " | "  # between several values of one cell; no separator of a CSV file, which a spreadsheet might cut it at

_SEPARATORS = (",", ";", "\t")
_SIGNATURE = "\ufeff"
# What OWASP names as the start of a formula, full-width forms included, also behind white space, quotation marks and signs that
# nobody sees; and the apostrophe, so that taking one away always gives the words back.
# https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = re.compile(r"'|[\s\"'‘’“”«»\x00-\x1f\ufeff\u200b-\u200f\u2060]*[=+\-@＝＋－＠\t\r\n]")


def csv_pieces(
    source: Source,
    *,
    of: Of = "events",
    only: Only | None = None,
    signature: bool = False,
    separator: Literal[",", ";", "\t"] = ",",
) -> Iterator[str]:
    r"""Give a table as CSV (RFC 4180), piece by piece.

    A cell of words that a spreadsheet might take for a formula, or that starts with an apostrophe, gets one apostrophe before
    it; to have the words back, take one apostrophe from the start of each cell that has one.

    Args:
        source: A page, a statement, or several of either.
        of: What the rows are.
        only: The rows to keep; None for all.
        signature: Whether to start with the UTF-8 signature, by which Excel knows the encoding.
        separator: What stands between cells: a comma, a semicolon, as Excel wants it where the comma is the decimal sign, or a
            tab.

    Raises:
        InvalidTypeError: The source is none, or `only` holds something else than the rows.
        InvalidValueError: There is no such table, or no such separator.

    Examples:
        >>> import malirights as mr
        >>> page = mr.parse("May 4, 2016\n\n“=1+1,” said Ada Moru.")
        >>> print("".join(csv_pieces(page, of="quotes")).splitlines()[1].split(",")[5:7])
        ['"\'=1+1', '"']
    """
    import csv  # noqa: PLC0415 - only who writes pays for it

    check_of(of)
    if separator not in _SEPARATORS:
        message = f"separator={separator!r} is unknown; it is one of {', '.join(map(repr, _SEPARATORS))}"
        raise InvalidValueError(message)
    line = _Line()
    writer = csv.writer(line, delimiter=separator)
    writer.writerow([column.name for column in TABLES[of]])
    yield (_SIGNATURE if signature else "") + line.text
    for row in rows(source, of, only):
        writer.writerow(map(_cell, row))
        yield line.text


class _Line:
    """A file that holds the last line written to it."""

    text = ""

    def write(self, text: str) -> None:
        """Take a line."""
        self.text = text


def _cell(value: object) -> str:
    """Write a value as a cell; None becomes an empty one."""
    if isinstance(value, tuple):
        value = AND.join(map(str, value))
    if isinstance(value, str):
        return f"'{value}" if _FORMULA.match(value) else value
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)
