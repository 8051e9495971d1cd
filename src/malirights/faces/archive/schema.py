"""The form of the file: made in a new one, checked in one that is there, and brought up to date in an older one."""

from __future__ import annotations

from collections.abc import Callable
from importlib import resources

from malirights.errors import ArchiveError
from malirights.faces.archive.rows import decoded, heading, show
from malirights.faces.archive.store import Store

__all__ = ["SCHEMA", "prepare"]

SCHEMA = 2
"""The form that this version of the library writes, as it stands in the file's `user_version`."""

_OURS = 0x6D616C69  # "mali", in the file's application_id


def prepare(store: Store) -> None:
    """Make the tables of a new file, and bring those of an older one up to date.

    Raises:
        ArchiveError: The file is another program's, or a newer version's; or it would have to be written and must not be.
    """
    if _version(store) == SCHEMA:
        return
    if store.read_only:
        raise _refusal(store)
    with store.transaction():
        version = _version(store)  # another process may have been faster
        if not version:
            _script(store, "kept.sql")
        for older in range(version or SCHEMA, SCHEMA):
            _STEPS[older](store)
        if version != SCHEMA:
            _show_all(store)
            store.run(f"PRAGMA user_version = {SCHEMA}")
            store.run(f"PRAGMA application_id = {_OURS}")


def _version(store: Store) -> int:
    """Give the version of the form of a file, 0 for an empty one.

    Raises:
        ArchiveError: It is none of ours, or too new.
    """
    ((owner,),), ((version,),) = store.rows("PRAGMA application_id"), store.rows("PRAGMA user_version")
    if owner == _OURS and 1 <= version <= SCHEMA:
        return int(version)
    if owner == _OURS:
        message = (
            f"the archive {store.path!r} has the form {version}, and this version of malirights reads up to {SCHEMA}; "
            "update it: pip install --upgrade malirights"
        )
        raise store.error(message)
    if store.rows("SELECT 1 FROM sqlite_master LIMIT 1"):
        message = f"{store.path!r} is a database of another program, and no archive of malirights; give another path"
        raise store.error(message)
    return 0


def _refusal(store: Store) -> ArchiveError:
    """Say why a file cannot be opened for reading alone."""
    return store.error(
        f"the archive {store.path!r} is empty or of an older form; open it once without read_only=True, and it is up to date"
    )


def _show_all(store: Store) -> None:
    """Make all that is made from the records."""
    _script(store, "shown.sql")
    for number in store.numbers("SELECT number FROM records ORDER BY number"):
        ((record, document, version),) = store.rows("SELECT record, document, version FROM records WHERE number = ?", (number,))
        show(store, decoded(record, store.path), number=number, document=document, version=version)


def _script(store: Store, name: str) -> None:
    """Run the statements of a file one by one, inside the transaction that is open."""
    from sqlite3 import complete_statement  # noqa: PLC0415 - loaded by now

    statement = ""
    for line in resources.files("malirights.faces.archive").joinpath(name).read_text("utf-8").splitlines(keepends=True):
        statement += line
        if complete_statement(statement):
            store.run(statement)
            statement = ""


def _with_headings(store: Store) -> None:
    """From 1 to 2: statements are known again by their headings."""
    store.run("ALTER TABLE records ADD COLUMN heading TEXT")
    store.run("CREATE INDEX records_heading ON records (heading)")
    for number in store.numbers("SELECT number FROM records"):
        ((record,),) = store.rows("SELECT record FROM records WHERE number = ?", (number,))
        store.run("UPDATE records SET heading = ? WHERE number = ?", (heading(decoded(record, store.path)), number))


_STEPS: dict[int, Callable[[Store], None]] = {1: _with_headings}
