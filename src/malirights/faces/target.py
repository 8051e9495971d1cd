"""Files that are written: a path whole or not at all, an open file as it comes; what goes wrong is an error of ours."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

from malirights.errors import InvalidTypeError, WriteError

__all__ = ["as_ours", "check_target", "put"]


def check_target(function: str, target: object) -> None:
    """Refuse what cannot be written to.

    Raises:
        InvalidTypeError: It is neither a path nor an open file.
    """
    if not isinstance(target, str | os.PathLike) and not hasattr(target, "write"):
        message = f"{function} takes a path or an open file, got {type(target).__name__}"
        raise InvalidTypeError(message)


def put(pieces: Iterable[str], target: str | os.PathLike[str] | IO[Any]) -> None:
    """Write a text, piece by piece, as UTF-8 with its line ends as they are.

    A path gets its new content whole or not at all: it is written beside, and then takes the place of what was there.

    Args:
        pieces: The text.
        target: A path, or an open file in text or binary mode.

    Raises:
        WriteError: The file cannot be written.

    Examples:
        >>> import io
        >>> file = io.BytesIO()
        >>> put(["It rained", "."], file)
        >>> file.getvalue()
        b'It rained.'
    """
    if isinstance(target, str | os.PathLike):
        _replace(os.fspath(target), pieces)
    else:
        _put_into(pieces, target, str(getattr(target, "name", "")))


def _put_into(pieces: Iterable[str], file: IO[Any], name: str) -> None:
    """Write pieces to an open file, in text or in binary mode; what is wrong with the source is raised as it is."""
    as_text = hasattr(file, "encoding")
    for piece in pieces:
        with as_ours(name):
            file.write(piece if as_text else piece.encode())


def _replace(path: str, pieces: Iterable[str]) -> None:
    """Write pieces beside a file, and put them in its place when they are complete; pipes and devices are written to."""
    with as_ours(path):
        place = Path(os.path.realpath(path))
        stands = place.exists()
        file = place.open("wb") if stands and not place.is_file() else _beside(place)
    beside = Path(file.name)
    try:
        with file:
            _put_into(pieces, file, path)
        if beside != place:
            with as_ours(path):
                if stands:
                    shutil.copymode(place, beside)
                beside.replace(place)
    except BaseException:
        if beside != place:
            beside.unlink(missing_ok=True)
        raise


def _beside(place: Path) -> IO[bytes]:
    """Open a new file beside another, with the rights that any new file has."""
    number = 0
    while True:
        try:
            return place.with_name(f".malirights-{number}.part").open("xb")
        except FileExistsError:
            number += 1


@contextlib.contextmanager
def as_ours(path: str) -> Iterator[None]:
    """Raise what is wrong with a file as an error of ours.

    Raises:
        WriteError: The file cannot be written.
    """
    try:
        yield
    except (OSError, ValueError) as error:
        message = f"cannot write {path!r}: {getattr(error, 'strerror', None) or error}"
        raise WriteError(message, path=path) from error
