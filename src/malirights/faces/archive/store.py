"""The file under an archive: opening it, asking it, writing to it in transactions, and saying plainly what is wrong."""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from malirights.errors import ArchiveError, InvalidTypeError

if TYPE_CHECKING:
    import sqlite3

__all__ = ["Store"]

_IN_MEMORY = ":memory:"
_PATIENCE = 30.0
"""How many seconds to wait while another process writes."""
_CACHE = 32_768
"""How many KiB of the file to keep in memory at most, so that the lengths of all texts, which rank a hit, stay there."""

_REASONS = {
    "SQLITE_NOTADB": "it is no SQLite database; give the path of an archive, or of a file that is not there yet",
    "SQLITE_BUSY": "another process is writing to it; try again when it is done",
    "SQLITE_READONLY_ROLLBACK": "its last writing was cut short; open it once without read_only=True, which puts it right",
    "SQLITE_READONLY": "the file may not be written to; open it with read_only=True",
    "SQLITE_CORRUPT": "the file is damaged; go back to a copy, or add its pages to a new archive",
}


class Store:
    """One connection to one file.

    The journal is SQLite's default, which leaves a single file behind, and not the write-ahead log, which needs two more files
    and a place to write them even for a reader. No cursor stays open between two questions, so that readers never wait for
    each other, and for a writer only while it commits.
    """

    def __init__(self, path: str | os.PathLike[str], *, read_only: bool) -> None:
        """Open the file."""
        import sqlite3  # noqa: PLC0415 - only who keeps an archive pays for it

        if not isinstance(path, str | os.PathLike) or not isinstance(shown := os.fspath(path), str):
            message = f"an archive has a path, such as Archive('mali.db'), got {type(path).__name__}"
            raise InvalidTypeError(message)
        self.path, self.read_only = shown, read_only
        self._connection: sqlite3.Connection | None = None
        with self._translated():
            self._connection = sqlite3.connect(_address(shown, read_only), timeout=_PATIENCE, isolation_level=None, uri=True)
            try:
                self.rows("PRAGMA schema_version")  # the first look into the file
                self.run("PRAGMA foreign_keys = ON")
                self.run(f"PRAGMA cache_size = -{_CACHE}")
                self.run("PRAGMA cache_spill = OFF")  # so that readers wait only while a batch is committed
            except ArchiveError:
                self.close()
                raise

    @property
    def connection(self) -> sqlite3.Connection:
        """The open connection.

        Raises:
            ArchiveError: It is closed.
        """
        if self._connection is None:
            message = f"the archive is closed; open it again with Archive({self.path!r})"
            raise self.error(message)
        return self._connection

    def close(self) -> None:
        """Close the file; once is enough, and more do no harm."""
        if self._connection is not None:
            with self._translated():
                self._connection.close()
            self._connection = None

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Any]:
        """Ask, and give all rows of the answer."""
        with self._translated():
            return self.connection.execute(sql, values).fetchall()

    def numbers(self, sql: str, values: Sequence[object] = ()) -> array[int]:
        """Ask for one column of whole numbers, in eight bytes each."""
        with self._translated():
            return array("q", (number for (number,) in self.connection.execute(sql, values)))

    def run(self, sql: str, values: Sequence[object] = ()) -> int:
        """Run a statement, and give the number of the row that it has inserted, if any."""
        with self._translated():
            return self.connection.execute(sql, values).lastrowid or 0

    def run_all(self, sql: str, rows: Sequence[Sequence[object]]) -> None:
        """Run a statement for each of some rows."""
        with self._translated():
            self.connection.executemany(sql, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write all of what follows, or where it fails, nothing."""
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            if self.connection.in_transaction:
                self.run("ROLLBACK")
            raise

    def error(self, message: str) -> ArchiveError:
        """Make an error about this file."""
        return ArchiveError(message, path=self.path)

    @contextmanager
    def _translated(self) -> Iterator[None]:
        """Raise what SQLite raises as an error of ours."""
        import sqlite3  # noqa: PLC0415 - loaded by now

        try:
            yield
        except sqlite3.Error as error:
            message = f"cannot use the archive {self.path!r}: {self._reason(error)}"
            raise self.error(message) from error

    def _reason(self, error: sqlite3.Error) -> str:
        """Say why, and what to do."""
        name = getattr(error, "sqlite_errorname", "")
        if name.startswith("SQLITE_CANTOPEN"):
            return self._why_not_open()
        return _REASONS.get(name) or _REASONS.get("_".join(name.split("_")[:2])) or str(error)

    def _why_not_open(self) -> str:
        """Say why there is nothing to open."""
        path = Path(self.path)
        if path.is_dir():
            return "it is a directory; give the path of a file"
        if not path.exists():
            return "there is no such file" if self.read_only else "it cannot be made; is its folder there, and open to you?"
        return "the file cannot be opened; may you read it?"


def _address(path: str, read_only: bool) -> str:  # noqa: FBT001 - not for callers
    """Give the address of a file by which SQLite opens it, and makes it only where it may."""
    if path == _IN_MEMORY:
        return path
    if "\0" in path:
        message = f"a path holds no NUL, got {path!r}"
        raise ArchiveError(message, path=path)
    return f"{Path(path).absolute().as_uri()}?mode={'ro' if read_only else 'rwc'}"
