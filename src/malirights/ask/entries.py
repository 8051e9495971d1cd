"""What a chronology is made of: the events, times, quotes and statements of a source, each with its time and its words."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from typing import Literal, get_args

import attrs

from malirights.lexicon import Lexicon
from malirights.model import Event, Quote, Span, Statement, When
from malirights.segment import sentence_breaks

__all__ = ["KINDS", "Entry", "EntryKind", "around", "entries_of", "shortened", "title"]

EntryKind = Literal["event", "date", "quote", "statement"]
KINDS: tuple[EntryKind, ...] = get_args(EntryKind)

_NOT_TOLD = frozenset({"date", "release", "label", "byline", "dateline", "contact", "index", "action"})
"""The parts of a statement that tell nothing of what happened; their dates are about the statement."""


@attrs.frozen(kw_only=True)
class Entry:
    r"""One line of a chronology.

    Attributes:
        kind: What is laid out: "event", "date", "quote" or "statement".
        when: When it happened, or None where the text does not tell. Of a quote and a statement, the day of release.
        statement: The statement that tells it.
        span: The words that tell it, in the statement's text: the sentence of an event or a date, the words of a quote.
        thing: The event, the time, the quote or the statement itself.

    Examples:
        >>> import malirights as mr
        >>> page = mr.parse("May 4, 2016\n\nSix bakers were arrested in March 2012.")
        >>> entry = mr.chronology(page)[0]
        >>> entry, entry.when.expression
        (Entry('event', '2012-03', 'Six bakers were arrested in March 2012.'), 'March 2012')
    """

    kind: EntryKind
    when: When | None
    statement: Statement = attrs.field(repr=False)
    span: Span
    thing: Event | When | Quote | Statement = attrs.field(repr=False)

    @property
    def text(self) -> str:
        """The words that tell it; of a statement, its title."""
        return title(self.statement) if self.kind == "statement" else self.span.of(self.statement.text)

    @property
    def days(self) -> When | None:
        """The days that the words mean in their sentence: of "since May 2012", those from then to the statement's date."""
        return self.when and self.when.meant

    @property
    def is_dated(self) -> bool:
        """Whether the text tells anything of its time: a first day or a last one."""
        return self.days is not None and (self.days.earliest, self.days.latest) != (dt.date.min, dt.date.max)

    @property
    def placed(self) -> dt.date:
        """The day that it is placed on: the first that it can have been on, or the last where there is no first.

        Where nothing is known of its time, the day of the statement.
        """
        if self.days is None or not self.is_dated:
            return self.statement.date
        return self.days.latest if self.days.earliest == dt.date.min else self.days.earliest

    @property
    def moment(self) -> dt.datetime | None:
        """When the statement was released, for what is laid out on that day; else None."""
        return self.statement.released if self.kind in {"quote", "statement"} else None

    @property
    def sort_key(self) -> tuple[dt.date, dt.date, bool, float]:
        """What entries are sorted by: the day that it is placed on, the last day, and the moment of release.

        What was surely before another is before it, and what has no moment is before what has one.
        """
        last = self.days.latest if self.days else self.statement.date
        return self.placed, last, self.moment is not None, self.moment.timestamp() if self.moment else 0.0

    def __repr__(self) -> str:
        """Show the kind, the time and the first words."""
        return f"Entry({self.kind!r}, {self.when.edtf if self.when else None!r}, {shortened(self.text, 48)!r})"


def entries_of(statement: Statement, kinds: Collection[EntryKind]) -> Iterator[Entry]:
    """Give the entries of a statement, in the order of its text, the statement itself first.

    Of events and dates together, the dates that an event of their sentence already tells are left out.
    """
    released = When.day(statement.released.date() if statement.released else statement.date)
    if "statement" in kinds:
        yield Entry(kind="statement", when=released, statement=statement, span=Span(0, len(statement.text)), thing=statement)
    found: list[Entry] = []
    if "event" in kinds:
        found += (
            Entry(kind="event", when=event.when, statement=statement, span=event.sentence, thing=event)
            for event in statement.events
        )
    if "date" in kinds:
        told = statement.events if "event" in kinds else ()
        found += (entry for entry in _times(statement) if not any(_tells(event, entry) for event in told))
    if "quote" in kinds:
        found += (
            Entry(kind="quote", when=released, statement=statement, span=quote.span, thing=quote) for quote in statement.quotes
        )
    yield from sorted(found, key=_place)


def _tells(event: Event, date: Entry) -> bool:
    """Say whether an event tells what a date would: its sentence, with the same words or days for the time."""
    when, own = event.when, date.when
    if when is None or own is None or own.span is None or not event.sentence.contains(own.span):
        return False
    return when.span == own.span or when.meant == own.meant


def _place(entry: Entry) -> int:
    """Give where the words of an entry stand: of an event, those that name it."""
    own = entry.thing.span if isinstance(entry.thing, When) else None
    trigger = entry.thing.trigger if isinstance(entry.thing, Event) else None
    return (own or trigger or entry.span).start


def _times(statement: Statement) -> Iterator[Entry]:
    """Give the times that the text of a statement speaks of, each with its sentence."""
    abbreviations = Lexicon.default().built(_abbreviations)
    told = [part.span for part in statement.parts if part.kind not in _NOT_TOLD]
    breaks: dict[Span, list[int]] = {}
    number = 0
    for when in statement.dates:
        assert when.span is not None  # noqa: S101 - a statement refuses a time without one
        while number < len(told) and told[number].end <= when.span.start:
            number += 1
        if number == len(told) or not told[number].contains(when.span):
            continue
        part = told[number]
        if part not in breaks:
            breaks[part] = sentence_breaks(statement.text, part.start, part.end, abbreviations)
        sentence = _sentence(statement.text, part, when.span, breaks[part])
        yield Entry(kind="date", when=when, statement=statement, span=sentence, thing=when)


def _sentence(text: str, paragraph: Span, inside: Span, breaks: Sequence[int]) -> Span:
    """Give the sentence of a paragraph that some words stand in."""
    after = bisect_right(breaks, inside.start)
    start = breaks[after - 1] if after else paragraph.start
    end = next((stop for stop in breaks[after:] if stop >= inside.end), paragraph.end)
    return Span(start, start + len(text[start:end].rstrip()))


def _abbreviations(lexicon: Lexicon) -> frozenset[str]:
    """Collect the words of all languages whose full stop ends no sentence."""
    return frozenset(lexicon.everywhere("names", "abbreviations"))


def title(statement: Statement) -> str:
    """Give the headline of a statement, or the first paragraph of its body."""
    if statement.headline:
        return " · ".join(statement.headline)
    return next((part.span.of(statement.text) for part in statement.parts if part.kind == "body"), statement.text)


def shortened(text: str, most: int) -> str:
    """Put a text on one line, cut after some characters."""
    words = " ".join(text.split())
    return words if len(words) <= most else words[: most - 1] + "…"


def around(text: str, inside: Span, most: int) -> str:
    """Put some characters of a text on one line, so that the words of a span stand among them.

    Examples:
        >>> around("It rained for nine days before the flood of March 2012 came.", Span(44, 54), 36)
        '… the flood of March 2012 came.'
    """
    if len(text) <= most or inside.end < most // 2:
        return shortened(text, most)
    start = min(max(0, inside.end - most * 3 // 4), len(text) - most + 2)
    start = min(text.find(" ", start) + 1 or start, inside.start)
    return "… " + shortened(text[start:], most - 2)
