"""JSON Lines: an object a line, out and in again."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

from malirights.ask.criteria import Source
from malirights.errors import InvalidTypeError, InvalidValueError, ReadError
from malirights.faces.out.records import Of, Only, check_of, things
from malirights.faces.plain import from_dict, to_dict

__all__ = ["jsonl_pieces", "read_jsonl"]


def jsonl_pieces(source: Source, *, of: Of = "events", only: Only | None = None) -> Iterator[str]:
    r"""Give whole objects as JSON Lines, piece by piece.

    Args:
        source: A page, a statement, or several of either.
        of: What the objects are.
        only: The objects to keep; None for all.

    Raises:
        InvalidTypeError: The source is none, or `only` holds something else.
        InvalidValueError: Of is none of what there is.

    Examples:
        >>> import malirights as mr
        >>> page = mr.parse("May 4, 2016\n\nThe court freed Ada Moru.")
        >>> [mr.from_dict(json.loads(piece)) == page.statements[0] for piece in jsonl_pieces(page, of="statements")]
        [True]
    """
    check_of(of)
    for thing in things(source, of, only):
        line = json.dumps(to_dict(thing), ensure_ascii=False, allow_nan=False)
        # What no encoding can hold, a half of a surrogate pair, becomes the escape by which JSON writes it.
        yield line.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def read_jsonl(source: str | os.PathLike[str] | IO[Any]) -> Iterator[Any]:
    r"""Read the objects of a file that `write` made, one after the other; statements are a source for every verb.

    Args:
        source: A path, or an open file in text or binary mode. Empty lines are passed over.

    Yields:
        The objects, in the order of the lines.

    Raises:
        InvalidTypeError: The source is neither a path nor an open file.
        InvalidValueError: A line holds no object of the model; the message gives its number.
        ReadError: The file is absent, or cannot be read.

    Examples:
        >>> import io
        >>> list(read_jsonl(io.StringIO('{"class": "Span", "span": [3, 9]}\n')))
        [Span(3, 9)]
    """
    if isinstance(source, str | os.PathLike):
        try:
            file = Path(source).open("rb")  # noqa: SIM115 - closed below, where its lines may fail otherwise
        except (OSError, ValueError) as error:
            message = f"cannot read {os.fspath(source)!r}: {getattr(error, 'strerror', None) or error}"
            raise ReadError(message, path=os.fspath(source)) from error
        with file:
            yield from _objects(file)
    elif hasattr(source, "read") and isinstance(source, Iterable):
        yield from _objects(source)
    else:
        message = f"read_jsonl takes a path or an open file, got {type(source).__name__}"
        raise InvalidTypeError(message)


def _objects(lines: Iterable[str | bytes]) -> Iterator[Any]:
    """Decode the lines that hold something."""
    for number, line in enumerate(lines, 1):
        try:
            text = line.decode("utf-8-sig") if isinstance(line, bytes) else line
            if text.strip():
                yield from_dict(json.loads(text))
        except (ValueError, TypeError, RecursionError) as error:
            message = f"line {number}: {error}; each line is an object as write(…, to='jsonl') makes it"
            raise InvalidValueError(message, line=number) from error
