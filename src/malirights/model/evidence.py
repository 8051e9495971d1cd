"""The words that prove an event or a quote, and a text cut at their borders, so that spans may overlap as they like."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Literal

import attrs

from malirights.model.event import Event
from malirights.model.quote import Quote
from malirights.model.span import Span

__all__ = ["Evidence", "Piece", "Shows", "evidence_of", "pieces_of", "quote_evidence"]

Shows = Literal["act", "mention", "time", "place", "doer", "target", "number", "status", "quote", "speaker"]


@attrs.frozen
class Evidence:
    """Some words of a statement, and what they show.

    Attributes:
        span: Where the words stand in the statement's text.
        shows: What they show: the "act" or another "mention" of it, its "time", "place", "doer", "target", "number" or
            "status"; of a quote its words, the "quote", and its "speaker".
        owner: What they show it of, by a key: "e4" is the fourth event, "q2" the second quote.
    """

    span: Span
    shows: Shows
    owner: str


@attrs.frozen
class Piece:
    """A stretch of a text between two borders of evidence.

    Attributes:
        text: The words.
        evidence: The evidence that covers them, in the order in which it begins.
    """

    text: str
    evidence: tuple[Evidence, ...] = ()

    @property
    def shows(self) -> tuple[Shows, ...]:
        """What the words show, each once."""
        return tuple(dict.fromkeys(evidence.shows for evidence in self.evidence))

    @property
    def owners(self) -> str:
        """What they show it of, as the script of the page reads it: "e4-act e5-doer"."""
        return " ".join(dict.fromkeys(f"{evidence.owner}-{evidence.shows}" for evidence in self.evidence))


def evidence_of(event: Event, owner: str) -> tuple[Evidence, ...]:
    """Give the words that prove an event.

    Args:
        event: The event.
        owner: Its key.

    Examples:
        >>> event = Event(kind="arrest", trigger=Span(10, 18), sentence=Span(0, 20), mentions=(Span(10, 18), Span(30, 38)))
        >>> [(one.shows, one.span) for one in evidence_of(event, "e1")]
        [('act', Span(10, 18)), ('mention', Span(30, 38))]
    """
    shown: tuple[tuple[Shows, Span | None], ...] = (
        ("act", event.trigger),
        *(("mention", span) for span in event.mentions if span != event.trigger),
        ("time", event.when.span if event.when else None),
        ("place", event.where.span if event.where else None),
        *(("doer", actor.span) for actor in event.perpetrators),
        *(("target", actor.span) for actor in event.victims),
        ("number", event.count.span if event.count else None),
        ("status", event.status_span),
    )
    return tuple(Evidence(span, shows, owner) for shows, span in shown if span)


def quote_evidence(quote: Quote, owner: str) -> tuple[Evidence, ...]:
    """Give the words of a quote, and those that name its speaker.

    Args:
        quote: The quote.
        owner: Its key.

    Examples:
        >>> quote_evidence(Quote(text="We wait", span=Span(1, 8)), "q1")
        (Evidence(span=Span(1, 8), shows='quote', owner='q1'),)
    """
    named = (Evidence(quote.attribution, "speaker", owner),) if quote.attribution else ()
    return (Evidence(quote.span, "quote", owner), *named)


def pieces_of(text: str, stretches: Iterable[Span], evidence: Iterable[Evidence]) -> Iterator[tuple[Piece, ...]]:
    """Cut stretches of a text wherever some evidence begins or ends.

    Args:
        text: The text that all spans point into.
        stretches: The stretches, in order; none overlaps another.
        evidence: What to mark; what lies outside of the stretches is left out, and what reaches out of one is cut.

    Yields:
        For each stretch its pieces in order, which together are exactly its words.

    Examples:
        >>> text = "Nineteen bakers were arrested."
        >>> whole, part = Evidence(Span(0, 15), "target", "e1"), Evidence(Span(0, 8), "number", "e1")
        >>> [(piece.text, piece.shows) for piece in next(pieces_of(text, [Span(0, 30)], [whole, part]))]
        [('Nineteen', ('target', 'number')), (' bakers', ('target',)), (' were arrested.', ())]
    """
    waiting = deque(sorted(evidence, key=lambda one: one.span.start))
    borders = sorted({border for one in waiting for border in (one.span.start, one.span.end)})
    covering: list[Evidence] = []
    for stretch in stretches:
        inner = borders[bisect_right(borders, stretch.start) : bisect_left(borders, stretch.end)]
        pieces = []
        for start, end in pairwise([stretch.start, *inner, stretch.end]):
            while waiting and waiting[0].span.start <= start:
                covering.append(waiting.popleft())
            covering = [one for one in covering if one.span.end > start]
            pieces.append(Piece(text[start:end], tuple(covering)))
        yield tuple(pieces)
