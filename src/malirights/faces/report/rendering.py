"""The page of a report: its template, filled in, with the hashes that let a browser run its own style and script alone."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import resources
from typing import Any

from malirights.ask.accountability import accountability
from malirights.ask.incidents import incidents
from malirights.faces.extras import need
from malirights.faces.formats.times import day_words
from malirights.faces.report.chronicle import chronicle_of
from malirights.faces.report.sections import happenings_of, sayings_of, sheets_of, ways_of
from malirights.faces.report.wording import days, named
from malirights.model import Statement
from malirights.model.markup import visible

__all__ = ["rendered"]


def rendered(statements: Sequence[Statement], title: str) -> str:
    """Fill the template in with the statements and a title."""
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
