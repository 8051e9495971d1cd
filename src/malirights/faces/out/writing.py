"""Writing to files: one verb, and a small table of formats."""

from __future__ import annotations

import inspect
import json
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, Any

import attrs

from malirights.ask.criteria import Source
from malirights.errors import InvalidTypeError, InvalidValueError
from malirights.faces.formats.atom import to_atom
from malirights.faces.formats.csl import to_csl
from malirights.faces.formats.ftm import to_ftm
from malirights.faces.formats.geojson import to_geojson
from malirights.faces.formats.icalendar import to_icalendar
from malirights.faces.formats.timelinejs import to_timelinejs
from malirights.faces.out.jsonlines import jsonl_pieces
from malirights.faces.out.spreadsheet import csv_pieces
from malirights.faces.report import report
from malirights.faces.target import check_target, put

__all__ = ["FORMATS", "Format", "format_of", "write"]


@attrs.frozen
class Format:
    """A format that `write` knows.

    Attributes:
        pieces: Gives the text of the file, piece by piece; its keywords are the options of the format.
        suffixes: The suffixes of file names that mean this format, in lower case.
    """

    pieces: Callable[..., Iterable[str]]
    suffixes: tuple[str, ...]


def _timelinejs(source: Source) -> Iterator[str]:
    """Give the data of a TimelineJS timeline."""
    yield _json(to_timelinejs(source))


def _geojson(source: Source) -> Iterator[str]:
    """Give a GeoJSON feature collection."""
    yield _json(to_geojson(source))


def _csl(source: Source) -> Iterator[str]:
    """Give a CSL JSON bibliography."""
    yield _json(to_csl(source))


def _ftm(source: Source) -> Iterator[str]:
    """Give FollowTheMoney entities, one a line."""
    yield from (_json(entity) for entity in to_ftm(source))


def _icalendar(source: Source) -> Iterator[str]:
    """Give a calendar of what is planned."""
    yield to_icalendar(source)


def _atom(source: Source, *, title: str = "Statements", self_url: str | None = None) -> Iterator[str]:
    """Give an Atom feed."""
    yield to_atom(source, title=title, self_url=self_url)


def _report(source: Source, *, title: str | None = None) -> Iterator[str]:
    """Give the report, one page of HTML."""
    yield report(source, title=title)


def _json(data: object) -> str:
    """Write plain data on one line."""
    return json.dumps(data, ensure_ascii=False, allow_nan=False) + "\n"


# To add a format, add a line. The text goes to the file as UTF-8, with its line ends as they are.
FORMATS: dict[str, Format] = {
    "csv": Format(csv_pieces, (".csv",)),
    "jsonl": Format(jsonl_pieces, (".jsonl", ".ndjson")),
    "timelinejs": Format(_timelinejs, ()),
    "geojson": Format(_geojson, (".geojson",)),
    "atom": Format(_atom, (".atom",)),
    "icalendar": Format(_icalendar, (".ics",)),
    "ftm": Format(_ftm, ()),
    "csl": Format(_csl, ()),
    "report": Format(_report, (".html", ".htm")),
}


def write(source: Source, target: str | os.PathLike[str] | IO[Any], *, to: str | None = None, **options: Any) -> None:  # noqa: ANN401 - those of the format
    r"""Write what a source holds to a file.

    A path gets its new content whole or not at all: it is written beside, and then takes the place of what was there. Rows are
    written as they come, and need no memory for all of them; only incidents must be joined first.

    Every table and every object is described on the page "Tables" of the documentation. The options, all by keyword:

    - `of` (CSV, JSON Lines): What to write: "events" (where you say nothing), "statements", "quotes" or "incidents".
    - `only` (CSV, JSON Lines): What to keep, as the verbs give it: `only=mr.events(page, kind="arrest")`.
    - `signature` (CSV): Whether to start with the UTF-8 signature, by which Excel knows the encoding.
    - `separator` (CSV): A comma, a semicolon or a tab; Excel wants a semicolon where the comma is the decimal sign.
    - `title` (Atom, report) and `self_url` (Atom): as in `to_atom` and `report`.

    Args:
        source: A page, a statement, or several of either.
        target: A path, or an open file in text or binary mode; open one in text mode with `encoding="utf-8", newline=""`.
        to: The format: "csv", "jsonl", "timelinejs", "geojson", "atom", "icalendar", "ftm" (an entity a line), "csl" or
            "report"; None takes it from the suffix of the file's name.
        options: The options of the format.

    Raises:
        InvalidTypeError: The source or the target is none, or the format has no such option.
        InvalidValueError: The format is unknown or not said, or an option has no such value.
        WriteError: The file cannot be written.
        MissingExtraError: The report needs jinja2.

    Examples:
        >>> import io
        >>> import malirights as mr
        >>> page = mr.parse("May 4, 2016\n\n“It rained for nine days,” said Ada Moru.")
        >>> file = io.StringIO()
        >>> mr.write(page, file, to="jsonl", of="quotes")
        >>> next(mr.read_jsonl(io.StringIO(file.getvalue())))
        Quote('It rained for nine days,', Ada Moru)
    """
    check_target("write", target)
    put(_pieces(source, _format(target, to), options), target)


def _format(target: str | os.PathLike[str] | IO[Any], to: str | None) -> str:
    """Say which format is meant."""
    if to is not None:
        if not isinstance(to, str) or to not in FORMATS:
            message = f"unknown format to={to!r}; it is one of {', '.join(FORMATS)}"
            raise InvalidValueError(message)
        return to
    name = target if isinstance(target, str | os.PathLike) else getattr(target, "name", None)
    suffix = Path(name).suffix.lower() if isinstance(name, str | os.PathLike) else ""
    if known := format_of(suffix):
        return known
    suffixes = ", ".join(suffix for form in FORMATS.values() for suffix in form.suffixes)
    message = f"the suffix {suffix!r} means no format, but {suffixes} do; else say to='csv' or another of {', '.join(FORMATS)}"
    raise InvalidValueError(message)


def format_of(suffix: str) -> str | None:
    """Give the format that a suffix means, such as ".csv"; None where it means none."""
    return next((known for known, form in FORMATS.items() if suffix.lower() in form.suffixes), None)


def _pieces(source: Source, name: str, options: dict[str, Any]) -> Iterable[str]:
    """Begin to write in a format, with its options."""
    pieces = FORMATS[name].pieces
    allowed = [option for option in inspect.signature(pieces).parameters if option != "source"]
    if unknown := [option for option in options if option not in allowed]:
        message = f"the format {name} has no option {unknown[0]!r}; it has {', '.join(allowed)}"
        raise InvalidTypeError(message)
    return pieces(source, **options)
