"""Adding to an archive: what is new, what is kept already, and what is a changed text of a statement that is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal

import attrs

from malirights.ask.criteria import Source, statements_of
from malirights.errors import CriterionError
from malirights.faces.archive.rows import encoded, heading, plain, show
from malirights.faces.archive.store import Store
from malirights.model import Page, Statement
from malirights.model.checks import tuple_of

__all__ = ["Addition", "KnownBy", "add"]

KnownBy = Literal["headline", "url"]

_BATCH = 500
_DOCUMENTS = {
    "headline": "SELECT DISTINCT document FROM records WHERE heading = ?",
    "url": "SELECT DISTINCT document FROM statements WHERE url = ?",
}


@attrs.frozen(kw_only=True)
class Addition:
    """What became of the statements that were added, by their ids, each in the order of the source.

    Attributes:
        added: New in the archive.
        kept: In the archive already, under the same id; nothing was written.
        changed: A changed text of a statement that is kept, and now its last version.
        replaced: Kept under the same id with other findings, which these have replaced, as `replace=True` asked.

    Examples:
        >>> Addition(added=("2016-05-04-1f2e3d4c",))
        Addition(1 added, 0 kept, 0 changed, 0 replaced)
    """

    added: tuple[str, ...] = attrs.field(default=(), validator=tuple_of("Addition.added", str))
    kept: tuple[str, ...] = attrs.field(default=(), validator=tuple_of("Addition.kept", str))
    changed: tuple[str, ...] = attrs.field(default=(), validator=tuple_of("Addition.changed", str))
    replaced: tuple[str, ...] = attrs.field(default=(), validator=tuple_of("Addition.replaced", str))

    def __repr__(self) -> str:
        """Show how many there were of each."""
        return f"Addition({', '.join(f'{len(ids)} {name}' for name, ids in attrs.asdict(self).items())})"


_Known = tuple[Statement, str | None, str | None]
"""A statement, its heading, and that by which it is looked up: None where it does not tell it from others."""


def add(store: Store, source: Source, *, by: KnownBy, replace: bool) -> Addition:
    """Add statements in transactions of some hundred, a page never cut in two."""
    if by not in _DOCUMENTS:
        message = f"by={by!r} is not how statements are known again; it is one of {', '.join(_DOCUMENTS)}"
        raise CriterionError(message, criterion="by", value=by)
    if store.read_only:
        message = f"the archive {store.path!r} is open for reading alone; open it without read_only=True to add to it"
        raise store.error(message)
    ids: dict[str, list[str]] = {field.name: [] for field in attrs.fields(Addition)}
    for batch in _batches(source, by):
        with store.transaction():
            fates = [_enter(store, known, by, replace=replace) for known in batch]
        for (statement, _, _), fate in zip(batch, fates, strict=True):
            ids[fate].append(statement.id)
    return Addition(**{fate: tuple(found) for fate, found in ids.items()})


def _batches(source: Source, by: KnownBy) -> Iterator[list[_Known]]:
    """Gather statements before they are written, so that nothing is locked while the source reads on."""
    batch: list[_Known] = []
    for group in _groups(source):
        headings, urls = _telling(group, heading), _telling(group, lambda statement: statement.url)
        batch += zip(group, headings, headings if by == "headline" else urls, strict=True)
        if len(batch) >= _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _groups(source: Source) -> Iterator[Sequence[Statement]]:
    """Give the statements of each page together, and others one by one."""
    if isinstance(source, Iterable) and not isinstance(source, str | bytes):
        for item in source:
            yield item.statements if isinstance(item, Page) else tuple(statements_of([item]))
    else:
        yield tuple(statements_of(source))


def _telling(group: Sequence[Statement], key: Callable[[Statement], str | None]) -> list[str | None]:
    """Give the key of each statement of a page; None where others of the page have the same."""
    keys = {statement.id: key(statement) for statement in group}
    counts = Counter(keys.values())
    return [found if counts[found := keys[statement.id]] == 1 else None for statement in group]


def _enter(store: Store, known: _Known, by: KnownBy, *, replace: bool) -> str:
    """Enter one statement, and say what became of it."""
    statement, title, key = known
    record = encoded(statement)
    kept = store.rows("SELECT number, document, version, record FROM records WHERE id = ?", (plain(statement.id),))
    if kept:
        ((number, document, version, before),) = kept
        if not replace or record == before:
            return "kept"
        store.run("UPDATE records SET record = ? WHERE number = ?", (record, number))
        store.run("DELETE FROM statements WHERE number = ?", (number,))
        show(store, statement, number=number, document=document, version=version)
        return "replaced"
    number, document, version = _place(store, by, key)
    row = (number, plain(statement.id), document, version, record, title)
    store.run("INSERT INTO records (number, id, document, version, record, heading) VALUES (?, ?, ?, ?, ?, ?)", row)
    show(store, statement, number=number, document=document, version=version)
    return "added" if version == 1 else "changed"


def _place(store: Store, by: KnownBy, key: str | None) -> tuple[int, int, int]:
    """Give a new record its number, and the document and version that it is."""
    ((number,),) = store.rows("SELECT ifnull(max(number), 0) + 1 FROM records")
    documents = store.rows(_DOCUMENTS[by], (plain(key),)) if key else []
    if len(documents) != 1:
        return number, number, 1
    ((document,),) = documents
    ((version,),) = store.rows("SELECT max(version) + 1 FROM records WHERE document = ?", (document,))
    return number, document, version
