"""What a search finds, and where it stands."""

from __future__ import annotations

import datetime as dt

import attrs

from malirights.errors import InvalidValueError
from malirights.model import Span
from malirights.model.checks import check_type, tuple_of

__all__ = ["Hit"]


@attrs.frozen(kw_only=True)
class Hit:
    r"""A place that a search has found.

    Attributes:
        statement_id: The `id` of the statement; `archive.get` gives it.
        date: The date of the statement.
        headline: The lines of its headline, joined by line ends; None where it has none.
        speaker: Whose quote it is, in a search of quotes; else None.
        snippet: The words around what was found, exactly as they stand in the statement.
        span: Where they stand in the statement's text: `hit.span.of(archive.get(hit.statement_id).text) == hit.snippet`.
        matches: Where the words that were searched for stand inside the snippet, as spans into the statement's text too.
        score: How well it fits, by BM25 over all that the archive holds; the greater the better, and only to compare the hits
            of one search. None where they were not ranked.

    Raises:
        InvalidValueError: The snippet has another length than its span, or a match stands outside of it.

    Examples:
        >>> hit = Hit(statement_id="x", date=dt.date(2016, 5, 4), snippet="A mill.", span=Span(9, 16), matches=(Span(11, 15),))
        >>> hit
        Hit(2016-05-04, 'A [mill].')
    """

    statement_id: str
    date: dt.date
    headline: str | None = None
    speaker: str | None = None
    snippet: str
    span: Span
    matches: tuple[Span, ...] = attrs.field(default=(), validator=tuple_of("Hit.matches", Span))
    score: float | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a hit that its spans disprove."""
        check_type("Hit.snippet", self.snippet, str)
        check_type("Hit.span", self.span, Span)
        if len(self.snippet) != len(self.span) or not all(map(self.span.contains, self.matches)):
            message = f"a hit's span covers exactly its snippet and holds all matches, got {self.span!r} and {self.matches!r}"
            raise InvalidValueError(message)

    def __repr__(self) -> str:
        """Show the date, and the snippet with the matches in brackets."""
        shown, end = "", 0
        for match in self.matches:
            start, stop = match.start - self.span.start, match.end - self.span.start
            shown += f"{self.snippet[end:start]}[{self.snippet[start:stop]}]"
            end = stop
        return f"Hit({self.date}, {shown + self.snippet[end:]!r})"
