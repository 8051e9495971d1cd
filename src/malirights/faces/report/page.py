"""Making the report, and writing it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib import resources
from pathlib import Path
from typing import IO, Any, overload

from malirights.ask.accountability import accountability
from malirights.ask.criteria import Source, statements_of
from malirights.ask.incidents import incidents
from malirights.errors import InvalidTypeError, WriteError
from malirights.faces.extras import need
from malirights.faces.formats.times import day_words
from malirights.faces.report.chronicle import chronicle_of
from malirights.faces.report.sections import happenings_of, sayings_of, sheets_of, ways_of
from malirights.faces.report.wording import days, named
from malirights.model import Page, Statement
from malirights.model.markup import visible

__all__ = ["report"]

"""Signs that a browser drops, refuses, or takes for an order to turn the line around."""


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
    pages, title = _taken(source, title)
    html = _rendered(pages, title)
    if path_or_file is None:
        return html
    _write(html, path_or_file)
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


def _rendered(statements: Sequence[Statement], title: str) -> str:
    """Fill the template in."""
    found = incidents(statements)
    chronicle = chronicle_of(statements, found)
    sayings = sayings_of(statements)
    sheets = sheets_of(statements, chronicle, sayings)
    numbers = {id(sheet.statement): sheet.number for sheet in sheets}
    style, script = _asset("report.css"), _asset("report.js")
    html: str = (
        _environment()
        .get_template("report.html")
        .render(
            title=title,
            style=style,
            style_hash=_hash(style),
            script=script,
            script_hash=_hash(script),
            chronicle=chronicle,
            happenings=happenings_of(found, chronicle),
            ways=ways_of(accountability(statements), chronicle),
            sayings=sayings,
            sheets=sheets,
            number=lambda statement: numbers[id(statement)],
            rows_by_key={row.key: row for row in chronicle.rows},
            publishers=sorted({statement.publisher for statement in statements if statement.publisher}),
        )
    )
    return html


def _environment() -> Any:  # noqa: ANN401 - Jinja is known only where it is installed
    """Make the templates' environment, in which every value is escaped and none holds a sign that is not seen."""
    jinja2 = need("jinja2", extra="report")
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("malirights", "data/report"),
        autoescape=True,
        finalize=_visible,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"day": day_words, "days": days, "named": named}
    return environment


def _visible(value: object) -> object:
    """Write hidden signs of a text as their numbers; markup that is made here stays as it is."""
    return visible(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def _asset(name: str) -> str:
    """Read the style or the script."""
    return resources.files("malirights").joinpath("data", "report", name).read_text("utf-8")


def _hash(text: str) -> str:
    """Give the source expression that lets a browser run exactly this text.

    Source: W3C, Content Security Policy Level 3, section 2.3.1, "hash-source".
    """
    import base64  # noqa: PLC0415 - only a report needs it
    import hashlib  # noqa: PLC0415 - the same

    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _write(html: str, target: object) -> None:
    """Write the page to a path or an open file, in UTF-8 where there is a choice."""
    try:
        if isinstance(target, str | os.PathLike):
            Path(target).write_text(html, "utf-8", newline="\n")
            return
        write = getattr(target, "write", None)
        if write is None:
            message = f"a report is written to a path or an open file, got {type(target).__name__}"
            raise InvalidTypeError(message)
        write(html if hasattr(target, "encoding") else html.encode())  # as only files in text mode have an encoding
    except (OSError, ValueError) as error:
        path = str(target if isinstance(target, str | os.PathLike) else getattr(target, "name", ""))
        message = f"cannot write the report to {path!r}: {getattr(error, 'strerror', None) or error}"
        raise WriteError(message, path=path) from error
