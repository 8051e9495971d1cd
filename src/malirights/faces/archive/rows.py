"""Statements as rows: the record that is kept whole, and what the tables show of it."""

from __future__ import annotations

import datetime as dt
import json
import re

from malirights.ask.criteria import fold, name_words
from malirights.errors import ArchiveError
from malirights.faces.archive.store import Store
from malirights.faces.plain import from_dict, to_dict
from malirights.model import Actor, Event, Quote, Statement

__all__ = ["MARKS", "decoded", "encoded", "heading", "plain", "show", "spaced"]

MARKS = ("\ufdd0", "\ufdd1")
"""Two characters that no text of a table holds, by which SQLite marks what it has found."""

_ODD = re.compile(f"[\0\ud800-\udfff{''.join(MARKS)}]")
_LARGEST = 2**63 - 1
_COLUMNS = {
    "statements": 13,
    "quotes": 11,
    "events": 16,
    "parties": 7,
}
_INSERT = {table: f"INSERT INTO {table} VALUES ({', '.join('?' * count)})" for table, count in _COLUMNS.items()}  # noqa: S608


def encoded(statement: Statement) -> str | bytes:
    """Turn a statement into JSON; into its bytes where it has characters that UTF-8 has not."""
    text = json.dumps(to_dict(statement), ensure_ascii=False, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text


def decoded(record: str | bytes, path: str) -> Statement:
    """Make the statement that was encoded.

    Raises:
        ArchiveError: Somebody has changed the record, and it is no statement any more.
    """
    try:
        text = record.decode("utf-8", "surrogatepass") if isinstance(record, bytes) else str(record)
        statement = from_dict(json.loads(text))
    except (ValueError, TypeError) as error:
        message = f"the archive {path!r} holds a record that is no statement: {error}"
        raise ArchiveError(message, path=path) from error
    if not isinstance(statement, Statement):
        message = f"the archive {path!r} holds a record that is no statement, but a {type(statement).__name__}"
        raise ArchiveError(message, path=path)
    return statement


def plain(text: str) -> str:
    """Put U+FFFD for each character that SQLite cannot hold or search."""
    return _ODD.sub("\ufffd", text)


def spaced(words: frozenset[str]) -> str:
    """Lay words out so that each is found between spaces."""
    return f" {' '.join(sorted(words))} " if words else ""


def heading(statement: Statement) -> str | None:
    """Give the folded date, publisher and headline of a statement; None where it has no headline."""
    headline = fold(" ".join(statement.headline))
    return plain(f"{statement.date}\n{fold(statement.publisher or '')}\n{headline}") if headline else None


def show(store: Store, statement: Statement, *, number: int, document: int, version: int) -> None:
    """Enter a statement into the tables, and say which version of its document is the last."""
    ((last,),) = store.rows("SELECT max(version) FROM records WHERE document = ?", (document,))
    store.run("UPDATE statements SET current = 0 WHERE document = ? AND version < ?", (document, last))
    released, headline = statement.released, "\n".join(statement.headline)
    row = (
        *(number, plain(statement.id), document, version, int(version == last)),
        *(statement.date.isoformat(), released and released.isoformat(), plain(headline) or None, _shown(statement.publisher)),
        *(plain(fold(statement.publisher or "")), _shown(statement.language), _shown(statement.url), plain(statement.text)),
    )
    store.run(_INSERT["statements"], row)
    store.run_all(_INSERT["quotes"], [_quote_row(number, quote) for quote in statement.quotes])
    for event in statement.events:
        entered = store.run(_INSERT["events"], _event_row(number, statement.text, event))
        sides = (("perpetrator", event.perpetrators), ("victim", event.victims))
        store.run_all(_INSERT["parties"], [_party_row(entered, side, actor) for side, actors in sides for actor in actors])


def _quote_row(statement: int, quote: Quote) -> tuple[object, ...]:
    """Give what the table of quotes shows of one."""
    speaker = quote.speaker
    who: tuple[str | None, ...] = (None, None, None, None)
    words: frozenset[str] = frozenset()
    if speaker:
        who = (speaker.name, speaker.role, speaker.organisation, speaker.kind)
        words = name_words(speaker.name) | name_words(speaker.mention)
    where = (quote.span.start, quote.span.end)
    return (None, statement, plain(quote.text), *where, *map(_shown, who), _shown(quote.cue), spaced(words))


def _event_row(statement: int, text: str, event: Event) -> tuple[object, ...]:
    """Give what the table of events shows of one."""
    when, where, count = event.when, event.where, event.count
    days = (_day(when.meant.earliest), _day(when.meant.latest)) if when else (None, None)
    place = (_shown(where.name), _shown(where.region), where.latitude, where.longitude) if where else (None,) * 4
    many = (_fitting(count.low), _fitting(count.high)) if count else (None, None)
    words = [plain(text[span.start : span.end]) for span in (event.trigger, event.sentence)]
    kind = event.kind
    return (None, statement, kind.value, kind.group, event.status, when and when.edtf, *days, *place, *many, *words)


def _party_row(event: int, side: str, actor: Actor) -> tuple[object, ...]:
    """Give what the table of parties shows of one."""
    return (None, event, side, *map(_shown, (actor.name, actor.mention, actor.known_as, actor.type)))


def _shown(text: str | None) -> str | None:
    """Give a text as the tables hold it."""
    return None if text is None else plain(text)


def _day(day: dt.date) -> str | None:
    """Write a day; None where it only says that nothing bounds the time."""
    return None if day in {dt.date.min, dt.date.max} else day.isoformat()


def _fitting(number: int | None) -> int | None:
    """Give a number that SQLite can hold, or None."""
    return number if number is not None and number <= _LARGEST else None
