"""Many pages, in order, side by side where an executor is given, and with what could not be read."""

from __future__ import annotations

import io
import os
import warnings
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from malirights.errors import InvalidTypeError, InvalidValueError
from malirights.faces.extras import need
from malirights.faces.files import read
from malirights.faces.inputs.sources import Failure, files_of, is_archive
from malirights.faces.inputs.zipped import Member, members
from malirights.lexicon import Lexicon
from malirights.model import Page
from malirights.parsing import FINDINGS, Finding, check_findings

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

__all__ = ["Pages", "Result", "read_all", "results"]

_AHEAD = 4
_Task = tuple[str, Callable[[], Page]]
Result = tuple[str, Page] | Failure
"""A file's path, as in `Failure`, and its page; or why there is none."""


class Pages(Iterator[Page]):
    """The pages of `read_all`, one after the other, and what could not be read.

    Pages are read as they are asked for. When the last has been given and some files could not be read, a `UserWarning` says
    how many, so that no file is missing in silence.

    Attributes:
        failures: A `Failure` for each file that could not be read so far, in the order of the files.

    Examples:
        >>> import malirights as mr
        >>> import warnings
        >>> pages = mr.read_all(["absent.txt"])
        >>> with warnings.catch_warnings(action="ignore"):
        ...     list(pages)
        []
        >>> [(failure.path, type(failure.error).__name__) for failure in pages.failures]
        [('absent.txt', 'ReadError')]
    """

    def __init__(self, results: Iterator[Result], *, strict: bool) -> None:
        """Keep the results that are still to come."""
        self._results, self._strict = results, strict
        self._failures: list[Failure] = []
        self._said = False

    @property
    def failures(self) -> tuple[Failure, ...]:
        """What could not be read so far, in the order of the files."""
        return tuple(self._failures)

    def __iter__(self) -> Self:
        """Go on where the pages are."""
        return self

    def __next__(self) -> Page:
        """Give the next page that can be read.

        Raises:
            MalirightsError: With `strict`, the next file cannot be read.
        """
        for result in self._results:
            if not isinstance(result, Failure):
                return result[1]
            if self._strict:
                raise result.error
            self._failures.append(result)
        if self._failures and not self._said:
            self._said = True
            first = self._failures[0]
            message = (
                f"{len(self._failures)} of the files could not be read, the first {first.path!r}: {first.error}; "
                "all are in .failures of what read_all gave"
            )
            warnings.warn(message, stacklevel=2)
        raise StopIteration


def read_all(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    executor: Executor | None = None,
    ahead: int | None = None,
    publisher: str | None = None,
    lexicon: Lexicon | None = None,
    find: Collection[Finding] = FINDINGS,
    strict: bool = False,
    progress: bool = False,
) -> Pages:
    """Read many pages, in the order of their paths.

    A folder stands for every .txt, .html and .zip file in it and in the folders in it, by name, hidden files left out; a
    pattern such as ``press/**/*.html`` for what it matches; a zip archive for the .txt and .html files in it, which are
    unpacked in memory only, one at a time, up to 64 MiB and a hundred times its packed size each, and to 1 GiB together.

    Args:
        paths: One path, folder, pattern or zip archive, or several.
        executor: Any `concurrent.futures.Executor`, such as a `ProcessPoolExecutor` or that of a cluster, to read them side by
            side; None reads them one after the other, each when it is asked for. What an executor raises when it breaks down as
            a whole, as a `ProcessPoolExecutor` does when one of its processes dies, is raised here too.
        ahead: How many files an executor may have under way at once, results not yet taken among them; None for four a worker
            where the executor tells how many it has, else four for each processor of this machine.
        publisher: As in `read`.
        lexicon: As in `read`.
        find: As in `read`.
        strict: Whether to raise what would be recorded: the warnings of a page, as in `read`, and the error of a file that
            cannot be read, each in its turn.
        progress: Whether to show on standard error how many files are done; the files are then listed beforehand.

    Returns:
        An iterator over the pages, whose `failures` are the files that could not be read.

    Raises:
        InvalidTypeError: Something given is no path.
        InvalidValueError: Something else is to be found, or `ahead` is below 1.
        MissingExtraError: `progress` is set, and tqdm is not installed.
        MalirightsError: With `strict`, as in `read`, when the file at fault is reached.

    Examples:
        >>> read_all([]).failures
        ()
        >>> list(read_all([]))
        []
    """
    if isinstance(paths, bytes) or not isinstance(paths, str | os.PathLike | Iterable):
        message = f"read_all takes paths, such as a list of them, a folder or a pattern; got {type(paths).__name__}"
        raise InvalidTypeError(message)
    if ahead is not None and ahead < 1:
        message = f"ahead is how many files are under way at once, 1 or more; got {ahead!r}"
        raise InvalidValueError(message, value=ahead)
    check_findings(find)
    several = [paths] if isinstance(paths, str | os.PathLike) else paths
    reader = partial(_read, publisher=publisher, lexicon=lexicon, find=find, strict=strict)
    return Pages(results(several, reader, executor=executor, ahead=ahead, progress=progress), strict=strict)


def results(
    paths: Iterable[str | os.PathLike[str]],
    reader: Callable[..., Page] | None = None,
    *,
    executor: Executor | None = None,
    ahead: int | None = None,
    progress: bool = False,
    patience: float = 0,
) -> Iterator[Result]:
    """Give for each file its path and its page, or why there is none; arguments are those of `read_all`.

    Args:
        paths: Paths, folders, patterns and archives.
        reader: What reads one file; None for `read`.
        executor: Where they are read.
        ahead: How many may be under way.
        progress: Whether to show how many are done.
        patience: After how many seconds to begin to show it.
    """
    sources: Iterable[Path | Member | Failure] = _sources(paths)
    if not progress:
        return _results(sources, reader or _read, executor, ahead)
    tqdm = need("tqdm", extra="progress").tqdm
    listed = list(sources)
    return iter(tqdm(_results(listed, reader or _read, executor, ahead), total=len(listed), unit="file", delay=patience))


def _sources(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Path | Member | Failure]:
    """Give each file, those in archives too."""
    for file in files_of(paths):
        if isinstance(file, Path) and is_archive(file.name):
            yield from members(file)
        else:
            yield file


def _results(
    sources: Iterable[Path | Member | Failure], reader: Callable[..., Page], executor: Executor | None, ahead: int | None
) -> Iterator[Result]:
    """Give the page of each source in turn, or why there is none."""
    tasks = (_task(source, reader) for source in sources)
    if executor is None:
        for task in tasks:
            yield task if isinstance(task, Failure) else _outcome(task[0], task[1])
        return
    window = ahead or _AHEAD * (getattr(executor, "_max_workers", None) or os.cpu_count() or 1)
    waiting: deque[Failure | tuple[str, Future[Page]]] = deque()
    try:
        for task in tasks:
            waiting.append(task if isinstance(task, Failure) else (task[0], executor.submit(task[1])))
            if len(waiting) >= window:
                yield _awaited(waiting.popleft())
        while waiting:
            yield _awaited(waiting.popleft())
    finally:
        for late in waiting:
            if not isinstance(late, Failure):
                late[1].cancel()


def _task(source: Path | Member | Failure, reader: Callable[..., Page]) -> Failure | _Task:
    """Make of a source what a worker is to do; a page in an archive is unpacked here, so that the archive is opened once."""
    if isinstance(source, Failure):
        return source
    if isinstance(source, Path):
        return str(source), partial(reader, source)
    try:
        return source.label, partial(reader, source.unpacked(), name=source.label)
    except OSError as error:
        return Failure(source.label, error)


def _read(source: Path | bytes, *, name: str = "", **options: Any) -> Page:  # noqa: ANN401 - passed on to `read`
    """Read a page from a path, or from the bytes of a file in an archive."""
    if isinstance(source, Path):
        return read(source, **options)
    file = io.BytesIO(source)
    file.name = name  # as an open file has one: the suffix tells what it is
    return read(file, **options)


def _awaited(waiting: Failure | tuple[str, Future[Page]]) -> Result:
    """Wait for a page that is under way."""
    return waiting if isinstance(waiting, Failure) else _outcome(waiting[0], waiting[1].result)


def _outcome(path: str, page: Callable[[], Page]) -> Result:
    """Give a page, or why there is none; an executor that broke down breaks all, and is no fault of one file."""
    from concurrent.futures import BrokenExecutor  # noqa: PLC0415 - its logging takes time to import

    try:
        return path, page()
    except BrokenExecutor:
        raise
    except Exception as error:  # noqa: BLE001 - whatever stops one file must not stop the others
        return Failure(path, error)
