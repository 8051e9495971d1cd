"""Keeping statements in one file, and asking it."""

from __future__ import annotations

import os
from array import array
from collections.abc import Callable, Iterator, Mapping
from types import TracebackType
from typing import Any, Self, TypeVar, Unpack

from malirights.ask import events as ask_events
from malirights.ask import selecting
from malirights.ask.criteria import Day, Source, Words
from malirights.errors import CriterionError
from malirights.faces.archive.adding import Addition, KnownBy, add
from malirights.faces.archive.criteria import (
    Condition,
    EventCriteria,
    QuoteCriteria,
    StatementCriteria,
    joined,
    of_events,
    of_statements,
)
from malirights.faces.archive.hits import Hit
from malirights.faces.archive.rows import decoded, plain
from malirights.faces.archive.schema import prepare
from malirights.faces.archive.searching import Of, Order, search
from malirights.faces.archive.store import Store
from malirights.model import Event, Quote, Statement

__all__ = ["Archive"]

_Found = TypeVar("_Found")
_AT_ONCE = 64
"""How many statements are in memory while the archive is gone through."""


class Archive:
    r"""Statements kept in one SQLite file, each version of each text, to be searched and asked like pages.

    It is itself a source for every verb: `mr.chronology(archive)`. Its tables and views can be browsed with other programs,
    such as Datasette. Close it, or open it with `with`. Several may read while one writes; another writer waits its turn.

    Args:
        path: The file, which is made where it is not there; ":memory:" for one that lasts as long as the archive is open.
        read_only: Whether it may only be read. Then nothing is ever written, and the file may stand on a medium that cannot be.

    Raises:
        ArchiveError: The file is no archive, was made by a newer version, is damaged, or cannot be opened. The same error is
            raised later where the archive is closed, open for reading alone, or locked by another process for half a minute.
        InvalidTypeError: The path is none.

    Examples:
        >>> import malirights as mr
        >>> page = mr.parse("May 4, 2016\n\nThe mill of Orvel burned.\n\nMay 2, 2015\n\nThe court sat.")
        >>> with mr.Archive(":memory:") as archive:
        ...     archive.add(page), archive.add(page)
        ...     list(archive.search("MILL burn*"))
        ...     [statement.date.isoformat() for statement in archive.statements(until="2015")]
        (Addition(2 added, 0 kept, 0 changed, 0 replaced), Addition(0 added, 2 kept, 0 changed, 0 replaced))
        [Hit(2016-05-04, 'May 4, 2016\n\nThe [mill] of Orvel [burned].')]
        ['2015-05-02']
    """

    def __init__(self, path: str | os.PathLike[str], *, read_only: bool = False) -> None:
        """Open the file, make its tables where it is new, and bring them up to date where it is older."""
        self._store = Store(path, read_only=read_only)
        try:
            prepare(self._store)
        except BaseException:
            self._store.close()
            raise

    @property
    def path(self) -> str:
        """The path of the file, as given."""
        return self._store.path

    @property
    def read_only(self) -> bool:
        """Whether it may only be read."""
        return self._store.read_only

    def add(self, source: Source, *, by: KnownBy = "headline", replace: bool = False) -> Addition:
        r"""Add pages or statements, each page as it comes.

        A statement whose `id` is there already (the same date, the same words) is left as it is: to add a page again changes
        nothing. Other words may be a changed text of a statement that is there. The two are taken for one where they have the
        same date, publisher and headline, case and accents aside; or with `by="url"`, the same URL. What the archive holds
        then is a new version, the old one stays, and `versions` gives both. What has no headline (no URL), or shares it with
        another statement of its page, is known by its words alone.

        Statements are written in transactions of some hundred, a page never cut in two. Where the source raises an error, or
        the process is killed, what was written before stays whole, and to add the same source again goes on from there.

        Args:
            source: A page, a statement, or several of either, such as `read_all` gives; or another archive.
            by: How a changed text is known again: "headline", as on listing pages; or "url", where each statement has a URL of
                its own, as in feeds and on pages of single articles.
            replace: Whether statements that are there already under their `id` take on what was found in these, as after
                reading with a larger lexicon or a newer version.

        Returns:
            What was added, kept, changed and replaced.

        Raises:
            ArchiveError: The archive cannot be written to.
            CriterionError: `by` is neither.
            InvalidTypeError: The source is none.

        Examples:
            >>> import malirights as mr
            >>> first = mr.parse("May 4, 2016\n\nMill burns down\n\nNobody was hurt when the mill burned.")
            >>> later = mr.parse("May 4, 2016\n\nMill burns down\n\nTwo people were hurt when the mill burned.")
            >>> with mr.Archive(":memory:") as archive:
            ...     archive.add([first, later])
            ...     len(archive), len(archive.versions(first.statements[0].id))
            Addition(1 added, 0 kept, 1 changed, 0 replaced)
            (1, 2)
        """
        return add(self._store, source, by=by, replace=replace)

    def get(self, statement_id: str) -> Statement | None:
        """Give the statement with an `id`, in whichever version; None where there is none."""
        rows = self._store.rows("SELECT record FROM records WHERE id = ?", (plain(str(statement_id)),))
        return decoded(rows[0][0], self.path) if rows else None

    def versions(self, statement_id: str) -> tuple[Statement, ...]:
        """Give all versions of the statement that has or had an `id`, the oldest first; none where there is none."""
        rows = self._store.rows(
            "SELECT record FROM records WHERE document = (SELECT document FROM records WHERE id = ?) ORDER BY version",
            (plain(str(statement_id)),),
        )
        return tuple(decoded(record, self.path) for (record,) in rows)

    def statements(self, *, every_version: bool = False, **criteria: Unpack[StatementCriteria]) -> Iterator[Statement]:
        r"""Select statements as `mr.statements` does, one after the other.

        What the archive holds when it is asked is what is given, in the order in which it was added. Times, publisher, language
        and a speaker's name are looked up; `contains` goes through the texts, and `search` is the fast way to words.

        Args:
            every_version: Whether to give also the texts that a later version has replaced.
            **criteria: Those of `mr.statements`.

        Raises:
            CriterionError: A time cannot be read, or words are missing.

        Examples:
            >>> import malirights as mr
            >>> with mr.Archive(":memory:") as archive:
            ...     _ = archive.add(mr.parse("May 4, 2016\n\nThe court sat."))
            ...     [statement.date.isoformat() for statement in archive.statements(since="2016", contains="court")]
            ['2016-05-04']
        """
        return self._answers(selecting.statements, criteria, of_statements, every_version=every_version)

    def quotes(self, *, every_version: bool = False, **criteria: Unpack[QuoteCriteria]) -> Iterator[Quote]:
        """Select quotes as `mr.quotes` does, one after the other, in the order of `statements`.

        Args:
            every_version: As in `statements`.
            **criteria: Those of `mr.quotes`.

        Raises:
            CriterionError: A time cannot be read, or words are missing.
        """
        return self._answers(selecting.quotes, criteria, of_statements, every_version=every_version)

    def events(self, *, every_version: bool = False, **criteria: Unpack[EventCriteria]) -> Iterator[Event]:
        """Select events as `mr.events` does, one after the other, in the order of `statements`.

        Args:
            every_version: As in `statements`.
            **criteria: Those of `mr.events`.

        Raises:
            CriterionError: There is no such kind, group or status, a time cannot be read, or words are missing.
        """
        return self._answers(ask_events.events, criteria, of_events, every_version=every_version)

    def search(
        self,
        query: str,
        *,
        of: Of = "statements",
        order: Order = "best",
        since: Day | None = None,
        until: Day | None = None,
        on: Day | None = None,
        speaker: Words | None = None,
        publisher: Words | None = None,
        language: Words | None = None,
        limit: int | None = None,
        every_version: bool = False,
    ) -> Iterator[Hit]:
        r"""Search for words: the best hits first, those that fit equally well in the order in which they were added.

        To rank, every text that matches is weighed, which takes as long as there are such texts. With `order="latest"` the
        archive is gone back from what was added last, and only as far as the hits are wanted, however many there are.

        Case and accents do not count, and a word is found as a whole: "grave" is not "graves", "grave*" is both. All words must
        stand in the text. Words between quotation marks follow each other; OR stands between two of which either will do; a
        word behind a hyphen or NOT must not stand there. Brackets and other signs have no meaning.

        Args:
            query: The words, of at most 1,000 characters.
            of: Where to search: in the texts of the "statements", or in the "quotes" alone.
            order: "best", by BM25; or "latest", where what was added last comes first, and nothing is weighed.
            since: In statements on or after the first day of this time, as in `mr.statements`.
            until: In statements on or before the last day of this time.
            on: In statements within this time.
            speaker: In quotes by this person, or in statements that quote them; all words given are words of the name.
            publisher: In statements published by this organisation.
            language: In statements in this language, as an ISO 639-1 code.
            limit: How many hits to give at most; None gives all.
            every_version: Whether to search also the texts that a later version has replaced.

        Returns:
            The hits, each with its snippet, which is made when it is reached.

        Raises:
            CriterionError: The query has no word to look for, a time cannot be read, or another criterion has no words.

        Examples:
            >>> import malirights as mr
            >>> with mr.Archive(":memory:") as archive:
            ...     _ = archive.add(mr.parse("May 4, 2016\n\n“It rained for nine days,” said Zoé Moru, a lawyer."))
            ...     hit, = archive.search('"nine days" -snow', of="quotes", speaker="Moru")
            ...     hit.snippet, hit.matches[0].of(archive.get(hit.statement_id).text)
            ('It rained for nine days,', 'nine days')
        """
        if limit is not None and (type(limit) is not int or limit < 1):
            message = f"limit takes a whole number from 1, such as limit=10; got {limit!r}"
            raise CriterionError(message, criterion="limit", value=limit)
        asked: dict[str, Any] = {"since": since, "until": until, "on": on, "publisher": publisher, "language": language}
        asked = _frozen({**asked, "speaker": speaker})
        return search(self._store, query, of=of, order=order, criteria=asked, limit=limit, every_version=every_version)

    def close(self) -> None:
        """Close the file; to close it again does no harm."""
        self._store.close()

    def _answers(
        self,
        verb: Callable[..., tuple[_Found, ...]],
        criteria: Mapping[str, Any],
        narrowed: Callable[[Mapping[str, Any]], list[Condition]],
        *,
        every_version: bool,
    ) -> Iterator[_Found]:
        """Ask a verb, of all statements that the tables do not rule out."""
        asked = _frozen(criteria)
        verb((), **asked)  # an unreadable criterion is an error now, and not when the first answer is wanted
        numbers = self._numbers(narrowed(asked), every_version=every_version)
        return (found for several in self._read(numbers) for found in verb(several, **asked))

    def _numbers(self, conditions: list[Condition], *, every_version: bool) -> array[int]:
        """Look up the numbers of the statements that meet some conditions, in the order of adding."""
        sql, values = joined(conditions if every_version else [("s.current", []), *conditions])
        return self._store.numbers(f"SELECT s.number FROM statements AS s WHERE {sql} ORDER BY s.number", values)  # noqa: S608

    def _read(self, numbers: array[int]) -> Iterator[list[Statement]]:
        """Read statements, some at a time."""
        for first in range(0, len(numbers), _AT_ONCE):
            several = numbers[first : first + _AT_ONCE]
            records = [self._store.rows("SELECT record FROM records WHERE number = ?", (number,)) for number in several]
            yield [decoded(record, self.path) for ((record,),) in records]

    def __iter__(self) -> Iterator[Statement]:
        """Go through the statements, each in its last version, in the order in which they were added."""
        return (statement for several in self._read(self._numbers([], every_version=False)) for statement in several)

    def __len__(self) -> int:
        """Count the statements, each once however many versions it has."""
        ((count,),) = self._store.rows("SELECT count(*) FROM statements WHERE current")
        return int(count)

    def __contains__(self, item: object) -> bool:
        """Say whether a statement, or one with this `id`, is kept in any version."""
        identity = item.id if isinstance(item, Statement) else item
        return isinstance(identity, str) and bool(self._store.rows("SELECT 1 FROM records WHERE id = ?", (plain(identity),)))

    def __enter__(self) -> Self:
        """Give the archive, which is closed at the end of the block."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close the file."""
        self.close()

    def __repr__(self) -> str:
        """Show the path."""
        return f"Archive({self.path!r}{', read_only=True' if self.read_only else ''})"


def _frozen(criteria: Mapping[str, Any]) -> dict[str, Any]:
    """Keep what a criterion iterates over, since it is read more than once."""
    return {name: tuple(value) if isinstance(value, Iterator) else value for name, value in criteria.items()}
