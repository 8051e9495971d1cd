"""Making the report, and writing it."""

from __future__ import annotations

import os
from typing import IO, Any, overload

from malirights.ask.criteria import Source, statements_of
from malirights.errors import InvalidTypeError
from malirights.faces.target import check_target, put
from malirights.model import Page, Statement

__all__ = ["report"]


@overload
def report(source: Source, path_or_file: None = None, *, title: str | None = None) -> str: ...
@overload
def report(source: Source, path_or_file: str | os.PathLike[str] | IO[Any], *, title: str | None = None) -> None: ...
def report(
    source: Source, path_or_file: str | os.PathLike[str] | IO[Any] | None = None, *, title: str | None = None
) -> str | None:
    r"""Make a report for a browser: what happened, in its order, with the words that prove it.

    It is one HTML page that holds all it needs, and that asks for nothing: its content policy forbids it. Events can be chosen
    by kind, party, place, status and time, and each opens its statement with its evidence marked. What came of each violation,
    what several statements tell, the quotes and the whole statements follow. It can be read with the keyboard alone, with a
    screen reader, without JavaScript, and on paper. The same source gives the same page. It needs the extra `report`.

    Args:
        source: A page, a statement, or several of either.
        path_or_file: Where to write it: a path, or an open file in text or binary mode. None gives the page back as text.
        title: Its title. Where it is None, the topic of the pages, if they tell one.

    Returns:
        The page, where it is written nowhere; else None.

    Raises:
        InvalidTypeError: The source is none, the title no `str`, or the target neither a path nor an open file.
        MissingExtraError: Jinja is not installed.
        WriteError: The file cannot be written.

    Examples:
        >>> import malirights as mr
        >>> page = mr.parse("May 4, 2016\n\nSix bakers were arrested in Orvel on 3 May 2016.\n\nSubscribe to Zanara")
        >>> html = mr.report(page)  # with malirights[report]
        >>> html.startswith("<!doctype html>"), "<title>Zanara: what statements tell</title>" in html
        (True, True)
    """
    from malirights.faces.report.rendering import rendered  # noqa: PLC0415 - only who makes a report pays for it

    if path_or_file is not None:
        check_target("report", path_or_file)
    html = rendered(*_taken(source, title))
    if path_or_file is None:
        return html
    put([html], path_or_file)
    return None


def _taken(source: Source, title: str | None) -> tuple[list[Statement], str]:
    """Read the source once, and find a title."""
    if title is not None and not isinstance(title, str):
        message = f"a report's title is a str, got {title!r}"
        raise InvalidTypeError(message)
    given = [source] if isinstance(source, Page | Statement) or not hasattr(source, "__iter__") else list(source)
    statements = [statement for item in given for statement in statements_of(item)]
    topics = dict.fromkeys(item.topic for item in given if isinstance(item, Page) and item.topic)
    heading = f"{', '.join(topics)}: what statements tell" if topics else "What statements tell"
    return statements, heading if title is None else title
