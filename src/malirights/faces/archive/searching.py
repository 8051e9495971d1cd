"""Full-text search: reading what is searched for, and showing what was found where it stands."""

from __future__ import annotations

import datetime as dt
import re
import sys
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, get_args

from malirights.errors import CriterionError
from malirights.faces.archive.criteria import Condition, about, joined, of_statements, spoken_by
from malirights.faces.archive.hits import Hit
from malirights.faces.archive.rows import MARKS, decoded, plain
from malirights.faces.archive.store import Store
from malirights.model import Span

__all__ = ["Of", "Order", "search"]

Of = Literal["statements", "quotes"]
Order = Literal["best", "latest"]

_INDEX = {
    "statements": "statements_fts AS f",
    "quotes": "quotes_fts AS f JOIN quotes AS q ON q.number = f.rowid",
}
_STATEMENT = {"statements": "f.rowid", "quotes": "q.statement"}
_CURRENT = "NOT EXISTS (SELECT 1 FROM statements AS o INDEXED BY statements_old WHERE o.number = {} AND o.current = 0)"
_Found = Sequence[tuple[int, float | None]]
_SHOWN = {"statements": "NULL, 0", "quotes": "q.speaker, q.start"}
_AT_ONCE = 64
_LONGEST = 1_000
_WIDTH = 240
_TERM = re.compile(r'(-?)(?:["“”„«»]([^"“”„«»]*)(?:["“”„«»]|$)(\*?)|([^\s"“”„«»]+))')
_WORD_SIGNS = frozenset({"L", "N"})


def search(
    store: Store, query: str, *, of: Of, order: Order, criteria: Mapping[str, Any], limit: int | None, every_version: bool
) -> Iterator[Hit]:
    """Search the texts or the quotes; see `Archive.search`."""
    for name, value, known in (("of", of, get_args(Of)), ("order", order, get_args(Order))):
        if value not in known:
            message = f"{name}={value!r} is not known to a search; it is one of {', '.join(known)}"
            raise CriterionError(message, criterion=name, value=value)
    match = expression(query)
    conditions: list[Condition] = [("f.text MATCH ?", [match])]
    if not every_version:
        conditions.append((_CURRENT.format(_STATEMENT[of]), []))
    if of == "quotes" and criteria["speaker"] is not None:
        conditions.append(spoken_by("q", criteria["speaker"]))
    facts = of_statements(criteria) if of == "statements" else about(criteria)
    source = f"{_INDEX[of]} {_join(of)}" if facts else _INDEX[of]
    among = _best if order == "best" else _latest
    chunks = among(store, source, [*conditions, *facts], limit)
    return (hit for chunk in chunks for hit in _hits(store, of, match, chunk))


def _best(store: Store, source: str, conditions: Sequence[Condition], limit: int | None) -> Iterator[_Found]:
    """Rank all that matches, now."""
    sql, values = joined(conditions)
    found = store.rows(
        f"SELECT f.rowid, f.rank FROM {source} WHERE {sql} ORDER BY f.rank, f.rowid LIMIT ?",  # noqa: S608 - only our words
        (*values, -1 if limit is None else limit),
    )
    return (found[first : first + _AT_ONCE] for first in range(0, len(found), _AT_ONCE))


def _latest(store: Store, source: str, conditions: Sequence[Condition], limit: int | None) -> Iterator[_Found]:
    """Go back from the last row of the index, and no further than what is wanted."""
    left, before = sys.maxsize if limit is None else limit, sys.maxsize
    while left > 0:
        sql, values = joined([*conditions, ("f.rowid < ?", [before])])
        found = store.rows(
            f"SELECT f.rowid, NULL FROM {source} WHERE {sql} ORDER BY f.rowid DESC LIMIT ?",  # noqa: S608 - as above
            (*values, min(left, _AT_ONCE)),
        )
        if not found:
            return
        yield found
        left, before = left - len(found), found[-1][0]


def _join(of: Of) -> str:
    """Join the statements to an index; which costs a look-up for each row, and so is left out where nothing asks for it."""
    return f"JOIN statements AS s ON s.number = {_STATEMENT[of]}"


def _hits(store: Store, of: Of, match: str, found: _Found) -> list[Hit]:
    """Show some hits in their order; the plus has SQLite go once through what matches between them, and not anew for each."""
    numbers = [number for number, _ in found]
    rows = store.rows(
        f"SELECT f.rowid, highlight({of}_fts, 0, ?, ?), s.id, s.date, s.headline, s.number, {_SHOWN[of]} "  # noqa: S608 - as above
        f"FROM {_INDEX[of]} {_join(of)} WHERE f.text MATCH ? AND f.rowid BETWEEN ? AND ? "
        f"AND +f.rowid IN ({', '.join('?' * len(found))})",
        (*MARKS, match, min(numbers), max(numbers), *numbers),
    )
    shown = {number: row for number, *row in rows}
    return [_hit(store, shown[number], score=None if rank is None else -rank) for number, rank in found if number in shown]


def _hit(store: Store, row: Sequence[Any], *, score: float | None) -> Hit:
    """Show one hit: its best stretch, and where that stands in the text of the statement."""
    marked, identity, date, headline, statement, speaker, start = row
    text, matches = unmarked(marked)
    shown = excerpt(text, matches)
    snippet, span = shown.of(text), shown.shifted(start)
    if "\ufffd" in snippet:  # which may stand for a character that a table cannot hold
        ((record,),) = store.rows("SELECT record FROM records WHERE number = ?", (statement,))
        snippet = span.of(decoded(record, store.path).text)
    return Hit(
        statement_id=identity,
        date=dt.date.fromisoformat(date),
        headline=headline,
        speaker=speaker,
        snippet=snippet,
        span=span,
        matches=tuple(match.shifted(start) for match in matches if shown.contains(match)),
        score=score,
    )


def expression(query: object) -> str:
    """Turn what is searched for into an expression of SQLite's FTS5, in which no word of the user is an operator.

    Raises:
        CriterionError: There is no word to look for, or too many.

    Examples:
        >>> expression('mass grave* OR "burial site" -dog')
        '(("mass") AND ("grave"* OR "burial site")) NOT ("dog")'
    """
    if not isinstance(query, str) or len(query) > _LONGEST:
        message = f"search takes words as a str of at most {_LONGEST} characters, such as 'mass grave'; got {query!r:.80}"
        raise CriterionError(message, criterion="query", value=query)
    wanted: list[list[str]] = []
    unwanted: list[str] = []
    either = never = False
    for minus, phrase, star, word in _TERM.findall(plain(query)):
        if word in {"AND", "OR", "NOT"} and not minus:
            either, never = word == "OR", word == "NOT"
            continue
        term = _term(phrase or word, prefix=bool(star) or word.endswith("*"))
        if term and (minus or never):
            unwanted.append(term)
        elif term and either and wanted:
            wanted[-1].append(term)
        elif term:
            wanted.append([term])
        either = never = False
    if not wanted:
        message = f"search takes at least one word to look for, such as 'mass grave' or 'mass -Velmora'; got {query!r}"
        raise CriterionError(message, criterion="query", value=query)
    found = " AND ".join(f"({' OR '.join(terms)})" for terms in wanted)
    return f"({found}) NOT ({' OR '.join(unwanted)})" if unwanted else found


def _term(words: str, *, prefix: bool) -> str:
    """Write words that follow each other as FTS5 does; nothing where no sign of them is one of a word."""
    if not any(unicodedata.category(sign)[0] in _WORD_SIGNS for sign in words):
        return ""
    return f'"{words.rstrip("*")}"{"*" if prefix else ""}'


def unmarked(marked: str) -> tuple[str, list[Span]]:
    """Take the marks out of a text, and give the spans of what stood between them.

    Examples:
        >>> unmarked(f"A {MARKS[0]}mill{MARKS[1]}.")
        ('A mill.', [Span(2, 6)])
    """
    opening, closing = MARKS
    text, *pieces = marked.split(opening)
    parts, position, spans = [text], len(text), []
    for piece in pieces:
        match, _, rest = piece.partition(closing)
        spans.append(Span(position, position + len(match)))
        position += len(match) + len(rest)
        parts += [match, rest]
    return "".join(parts), spans


def excerpt(text: str, matches: Sequence[Span]) -> Span:
    """Choose what to show of a text: the stretch with the most matches, and whole words around it."""
    if not matches:
        return Span(0, min(len(text), _WIDTH))
    ends = [match.end for match in matches]
    counts = [bisect_right(ends, match.start + _WIDTH) - number for number, match in enumerate(matches)]
    first = counts.index(max(counts))
    start, end = matches[first].start, matches[first + max(counts[first], 1) - 1].end
    room = max(0, _WIDTH - (end - start)) // 2
    before, after = text[max(0, start - room) : start], text[end : end + room]
    if start > room:
        before = before[_gap(before) :]
    if end + room < len(text):
        after = after[: len(after) - _gap(after[::-1])]
    return Span(start - len(before.lstrip()), end + len(after.rstrip()))


def _gap(text: str) -> int:
    """Say how many characters stand before the first space; all where there is none."""
    space = re.search(r"\s", text)
    return space.start() if space else len(text)
