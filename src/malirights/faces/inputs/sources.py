"""Which files are meant by paths, folders and globs; none is opened here."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs

from malirights.errors import InvalidTypeError, MalirightsError, ReadError

__all__ = ["HTML_SUFFIXES", "Failure", "files_of", "is_archive", "is_page", "no_page"]

HTML_SUFFIXES = (".html", ".htm", ".xhtml")
_PAGES = (*HTML_SUFFIXES, ".txt", ".text")
_ARCHIVE = ".zip"
_WILDCARDS = frozenset("*?[")


@attrs.frozen
class Failure:
    """A file that `read_all` could not read.

    Attributes:
        path: The file as it was given or found; of a file in an archive, the archive's path, a slash and its name there.
        error: Why it could not be read: the error that `read` raises for it, else what broke its reading.

    Examples:
        >>> import malirights as mr
        >>> import warnings
        >>> pages = mr.read_all(["absent.txt"])
        >>> with warnings.catch_warnings(action="ignore"):
        ...     list(pages)
        []
        >>> pages.failures[0].path
        'absent.txt'
    """

    path: str
    error: Exception


def files_of(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Path | Failure]:
    """Give the files that some paths mean; folders and globs are opened up, in the order of their names.

    Raises:
        InvalidTypeError: Something is no path.
    """
    for path in paths:
        if not isinstance(path, str | os.PathLike):
            message = f"read_all takes paths of files, folders and archives, and patterns; got {type(path).__name__} among them"
            raise InvalidTypeError(message)
        yield from _opened_up(os.fspath(path))


def is_archive(name: str) -> bool:
    """Say whether a file is an archive of files, by its name."""
    return _is_named(name, _ARCHIVE)


def is_page(name: str) -> bool:
    """Say whether a file that lies in a folder or an archive is a page, by its name; hidden files are none.

    Examples:
        >>> is_page("press/mali.HTML"), is_page("press/logo.png"), is_page("__MACOSX/._mali.html")
        (True, False, False)
    """
    return _is_named(name, *_PAGES)


def _is_named(name: str, *suffixes: str) -> bool:
    """Say whether a file that is not hidden has one of some suffixes."""
    base = name.replace("\\", "/").rpartition("/")[2]  # some archives have the separators of Windows
    return base.lower().endswith(suffixes) and not base.startswith(".")


def no_page(path: str, reason: str) -> Failure:
    """Say that something given holds no page: a mistyped path is no empty answer."""
    error: MalirightsError = ReadError(f"cannot read {path!r}: {reason}", path=path)
    return Failure(path, error)


def _opened_up(path: str) -> Iterator[Path | Failure]:
    """Give the files that one path means."""
    if Path(path).is_dir():
        found, reason = _walk(path), "the folder and those in it hold no .txt, .html or .zip file"
    elif _WILDCARDS.intersection(path) and not Path(path).exists():
        found, reason = _matching(path), "the pattern matches no file"
    else:
        found, reason = iter([Path(path)]), ""
    nothing = True
    for file in found:
        nothing = False
        yield file
    if nothing:
        yield no_page(path, reason)


def _matching(pattern: str) -> Iterator[Path]:
    """Give the files that match a glob, and those of the folders that do."""
    import glob  # noqa: PLC0415 - only needed here

    for match in sorted(glob.glob(pattern, recursive=True)):  # noqa: PTH207 - an absolute pattern is none for Path.glob
        if not Path(match).is_dir():
            yield Path(match)
        elif "**" not in pattern:  # which matches the files of folders as well as the folders
            yield from _walk(match)


def _walk(folder: str) -> Iterator[Path]:
    """Give the pages and archives of a folder and of those in it; what is hidden and links to folders are passed over.

    So is the folder that a browser saves beside a page, with its pictures and frames.
    """
    for place, folders, names in os.walk(folder):
        beside = {f"{Path(name).stem}_files" for name in names if name.lower().endswith(HTML_SUFFIXES)}
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in beside)
        yield from (Path(place, name) for name in sorted(names) if is_page(name) or is_archive(name))
