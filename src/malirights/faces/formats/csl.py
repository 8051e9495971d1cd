"""Bibliography entries for statements, as CSL JSON."""

from __future__ import annotations

from typing import Any

from malirights.ask.criteria import Source
from malirights.ask.entries import shortened, title
from malirights.faces.formats.sources import statements
from malirights.faces.formats.words import line, plain_id, web_link
from malirights.model import Statement

__all__ = ["to_csl"]

_LONGEST = 160


def to_csl(source: Source) -> list[dict[str, Any]]:
    r"""Make a bibliography entry for each statement, for Zotero, Pandoc and other readers of CSL JSON.

    A statement with an address is a "webpage", another a "document". The title is the headline, or the first words where there
    is none. There is no date of access, for nothing tells it.

    Source: Citation Style Language 1.0.2, appendices III and IV, and its data schema.

    Args:
        source: A page, a statement, or several of either.

    Returns:
        One item a statement, by date; plain data for `json.dump`.

    Raises:
        InvalidTypeError: The source is none.

    Examples:
        >>> import malirights as mr
        >>> text = "Court frees three\n\nThe court freed three bakers."
        >>> item, = mr.to_csl(mr.parse_statement(text, date="2016-05-04", publisher="Zanara Rights Watch"))
        >>> item["type"], item["title"], item["issued"], item["publisher"]
        ('document', 'Court frees three', {'date-parts': [[2016, 5, 4]]}, 'Zanara Rights Watch')
    """
    return [_item(statement) for statement in statements(source)]


def _item(statement: Statement) -> dict[str, Any]:
    """Make the entry of a statement."""
    url, day = web_link(statement.url), statement.date
    known = {
        "publisher": line(statement.publisher or ""),
        "URL": url,
        "language": statement.language,
    }
    return {
        "id": plain_id(statement.id),
        "type": "webpage" if url else "document",
        "genre": "Press statement",
        "title": shortened(line(title(statement)), _LONGEST),
        "issued": {"date-parts": [[day.year, day.month, day.day]]},
        **{name: value for name, value in known.items() if value},
    }
