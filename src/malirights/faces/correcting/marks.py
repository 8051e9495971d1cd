"""A page as marks: typed stretches of its text with values and links, which tools for annotation can show and change."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

import attrs

from malirights.model import Actor, Count, Event, EventKind, Page, Place, Quote, Span, Speaker, Statement, When
from malirights.model.correction import Item

__all__ = ["KINDS", "ROLES", "VALUES", "Drawing", "Drawn", "Mark", "draw"]

# What a mark of each type may say of its words, and what the marks of items may link to. Events are of the type of their kind.
VALUES = {
    "Statement": ("id", "reading"),
    "Quote": (),
    "Speaker": ("name", "kind", "role", "organisation", "may_be"),
    "Cue": (),
    "Event": ("status",),
    "Party": ("name", "known_as", "type", "traits"),
    "Place": ("name", "region"),
    "Date": ("edtf",),
    "Count": ("low", "high", "approximate"),
    "Sign": (),
    "Mention": (),
}
ROLES = {
    "Quote": {"Speaker": "Speaker", "Cue": "Cue"},
    "Event": {
        "Perpetrator": "Party",
        "Victim": "Party",
        "Place": "Place",
        "Date": "Date",
        "Count": "Count",
        "Sign": "Sign",
        "Mention": "Mention",
    },
}
KINDS = frozenset(kind.value for kind in EventKind)
_DIGEST = 8

Pairs = tuple[tuple[str, str], ...]


@attrs.frozen(kw_only=True)
class Mark:
    """A stretch of a page that a tool shows with its type, its values and its links.

    Attributes:
        id: What it is known by in a file.
        type: One of `VALUES`, or the kind of an event.
        span: Where it stands in the page's text.
        values: Name and text of what is said of it; a text has no line ends and no "|".
        links: Role and id of the marks that it takes part with.
        by: Who made it, where a file says so.
    """

    id: str
    type: str
    span: Span
    values: Pairs = ()
    links: Pairs = ()
    by: str | None = attrs.field(default=None, eq=False)


Thing = Item | Speaker | Actor | Place | Count | Span | Statement


@attrs.frozen(kw_only=True)
class Drawn:
    """A mark that was drawn, and what it stands for: `item` where it is a quote, an event or a time of the statement's own."""

    mark: Mark
    thing: Thing
    item: Item | None
    statement: Statement


class Drawing:
    """The marks of a page, by their ids, in the order in which they were drawn."""

    def __init__(self) -> None:
        """Begin with an empty drawing."""
        self.drawn: dict[str, Drawn] = {}
        self._shared: dict[tuple[object, ...], str] = {}

    def __iter__(self) -> Iterator[Mark]:
        """Give the marks."""
        return (drawn.mark for drawn in self.drawn.values())

    def statement(self, statement: Statement) -> None:
        """Draw all that a statement holds, and its date line with a digest of that."""
        first = len(self.drawn)
        for quote in statement.quotes:
            self._quote(statement, quote)
        for when in statement.dates:
            self._date(statement, when, item=when)
        for event in statement.events:
            self._event(statement, event)
        held = repr(list(self)[first:]).encode("utf-8", "surrogatepass")
        head = next((part.span for part in statement.parts if part.kind == "date"), Span(0, len(statement.text)))
        about = (("id", statement.id), ("reading", hashlib.sha256(held).hexdigest()[:_DIGEST]))
        self._draw("Statement", statement, head, statement, values=about)

    def _quote(self, statement: Statement, quote: Quote) -> None:
        """Draw a quote with its speaker and its cue."""
        links = []
        if speaker := quote.speaker:
            words = quote.attribution or speaker.name_span or quote.span
            said = {
                "name": speaker.name,
                "kind": speaker.kind,
                "role": speaker.role,
                "organisation": speaker.organisation,
                "may_be": "; ".join(speaker.may_be),
            }
            links.append(("Speaker", self._leaf("Speaker", statement, words, thing=speaker, said=said)))
        if quote.cue_span:
            links.append(("Cue", self._leaf("Cue", statement, quote.cue_span, thing=quote.cue_span, said={})))
        self._draw("Quote", statement, quote.span, quote, item=quote, links=tuple(links))

    def _event(self, statement: Statement, event: Event) -> None:
        """Draw an event with all that takes part in it."""
        links = []
        for role, parties in (("Perpetrator", event.perpetrators), ("Victim", event.victims)):
            for party in parties:
                said = {
                    "name": party.name,
                    "known_as": party.known_as,
                    "type": party.type,
                    "traits": "; ".join(party.traits),
                }
                links.append((role, self._leaf("Party", statement, party.span, thing=party, said=said)))
        if place := event.where:
            said = {"name": place.name, "region": place.region}
            links.append(("Place", self._leaf("Place", statement, place.span, thing=place, said=said)))
        if event.when:
            links.append(("Date", self._date(statement, event.when, around=event.trigger)))
        if count := event.count:
            said = {"low": f"{count.low}", "high": "" if count.high is None else f"{count.high}"}
            said["approximate"] = "yes" if count.approximate else ""
            links.append(("Count", self._leaf("Count", statement, count.span or event.trigger, thing=count, said=said)))
        if event.status_span:
            links.append(("Sign", self._leaf("Sign", statement, event.status_span, thing=event.status_span, said={})))
        links += [
            ("Mention", self._leaf("Mention", statement, span, thing=span, said={}))
            for span in event.mentions
            if span != event.trigger
        ]
        status = (("status", event.status),)
        self._draw(str(event.kind), statement, event.trigger, event, item=event, values=status, links=tuple(links))

    def _date(self, statement: Statement, when: When, *, item: When | None = None, around: Span | None = None) -> str:
        """Draw a time; that of an event is drawn once where the statement's own is the same."""
        words = when.span or around or Span(0, 0)
        return self._leaf("Date", statement, words, thing=when, said={"edtf": when.edtf}, item=item)

    def _leaf(
        self,
        kind: str,
        statement: Statement,
        span: Span,
        *,
        thing: Thing,
        said: Mapping[str, str | None],
        item: When | None = None,
    ) -> str:
        """Draw what others link to, once for all of them; a name that is just the words goes without saying."""
        words = plain(span.of(statement.text))
        pairs = tuple((name, plain(text)) for name, text in said.items() if text and not (name == "name" and text == words))
        key = kind, statement.span, span, pairs
        if key not in self._shared or item is not None:
            self._shared[key] = self._draw(kind, statement, span, thing, item=item, values=pairs)
        return self._shared[key]

    def _draw(
        self,
        kind: str,
        statement: Statement,
        span: Span,
        thing: Thing,
        *,
        item: Item | None = None,
        values: Pairs = (),
        links: Pairs = (),
    ) -> str:
        """Add a mark, and give its id."""
        name = f"T{len(self.drawn) + 1}"
        mark = Mark(id=name, type=kind, span=span.shifted(statement.span.start), values=values, links=links)
        self.drawn[name] = Drawn(mark=mark, thing=thing, item=item, statement=statement)
        return name


def draw(page: Page) -> Drawing:
    """Draw the marks of a page, the same for the same page."""
    drawing = Drawing()
    for statement in page.statements:
        drawing.statement(statement)
    return drawing


def plain(text: str) -> str:
    r"""Write a value on one line, without the sign that parts values.

    Examples:
        >>> plain("lawyer |\n of Velmora")
        'lawyer / of Velmora'
    """
    kept = "".join(sign if sign.isprintable() else " " for sign in text)  # no tabs, line ends, or what could steer a screen
    return " ".join(kept.replace("|", "/").split())
