"""Statements: one dated entry of a page, and what its parts are."""

from __future__ import annotations

import datetime as dt
from typing import Literal, get_args

import attrs

from malirights.errors import InvalidTypeError, InvalidValueError
from malirights.model.checks import check_type, tuple_of
from malirights.model.correction import Correction
from malirights.model.event import Event
from malirights.model.quote import Quote
from malirights.model.span import Span
from malirights.model.warning import PageWarning
from malirights.model.when import When

__all__ = ["Part", "PartKind", "Statement"]

PartKind = Literal[
    "date",
    "release",
    "label",
    "headline",
    "byline",
    "caption",
    "dateline",
    "field",
    "contact",
    "index",
    "action",
    "body",
]

_KINDS = frozenset(get_args(PartKind))


@attrs.frozen(init=False)
class Part:
    """A stretch of a statement, and what it is.

    Attributes:
        kind: The date line, a release line ("Posted at …"), a label ("For immediate release"), a line of the headline, a
            byline ("By …"), a caption with its credit, a dateline ("(Velmora) –"), a field ("When: …"), a contact block, an
            index number, a call to action, or the body.
        span: Where it stands in the statement's text.

    Raises:
        InvalidValueError: The kind is unknown.

    Examples:
        >>> Part("byline", Span(20, 41))
        Part('byline', Span(20, 41))
    """

    kind: PartKind
    span: Span

    def __init__(self, kind: PartKind, span: Span) -> None:
        """Refuse an unknown kind; written out, for a page has many parts."""
        if type(span) is not Span:
            check_type("Part.span", span, Span)
        if kind not in _KINDS:
            message = f"unknown kind of part {kind!r}; it is one of {', '.join(sorted(_KINDS))}"
            raise InvalidValueError(message)
        _set_kind(self, kind)
        _set_span(self, span)

    def __repr__(self) -> str:
        """Show the part as it is typed."""
        return f"Part({self.kind!r}, {self.span!r})"


_set_kind, _set_span = vars(Part)["kind"].__set__, vars(Part)["span"].__set__  # how the slots of a frozen object are set


@attrs.frozen(kw_only=True)
class Statement:
    r"""One dated entry of a page.

    The spans of its parts, paragraphs, quotes and events point into `text`, and so a statement kept alone still proves them;
    only `span` points into the page.

    Attributes:
        id: The date and a digest of the words, such as `2013-06-14-3f9a1c02`. The same words under the same date have the same
            id on every page, whatever the spacing, the line ends and the form of the date line.
        date: The date of the entry, as its date line gives it.
        text: The exact slice of the page, from the date line to the end of the last own line.
        span: Where the statement stands in the page's text.
        paragraphs: The spans of its own paragraphs, the date line left out.
        parts: What each stretch of it is, in order; together they cover every word of the text once.
        released: When it was released, as the body states it with a time and a zone; else None, and where such a line was
            there but not exact, a warning of the page says what it lacked.
        quotes: The quotes, in the order of the text.
        dates: The times that the text speaks of, in its order, the date line left out; each counts from `date`.
        events: The events, in the order of the text.
        language: The language that its function words show, as an ISO 639-1 code; None where there are too few.
        publisher: Who published it, where that is known.
        url: Where it was published, where that is known.
        warnings: What was read around in it; the page lists them too, with spans in its own text.
        corrections: What people changed in its quotes, events and dates, in the order in which they did.

    Raises:
        InvalidTypeError: The date is no `datetime.date`, or `released` has no time zone.
        InvalidValueError: A span does not prove what it stands for.

    Examples:
        >>> import malirights as mr
        >>> statement = mr.parse_statement("Court frees three\n\n“At last,” said Ada Moru.", date="2016-05-04")
        >>> statement.headline, statement.quotes[0].speaker.name
        (('Court frees three',), 'Ada Moru')
        >>> statement.quotes[0].span.of(statement.text)
        'At last,'
    """

    id: str
    date: dt.date
    text: str
    span: Span
    paragraphs: tuple[Span, ...] = attrs.field(default=(), validator=tuple_of("Statement.paragraphs", Span))
    parts: tuple[Part, ...] = attrs.field(default=(), validator=tuple_of("Statement.parts", Part))
    released: dt.datetime | None = None
    quotes: tuple[Quote, ...] = attrs.field(default=(), validator=tuple_of("Statement.quotes", Quote))
    dates: tuple[When, ...] = attrs.field(default=(), validator=tuple_of("Statement.dates", When))
    events: tuple[Event, ...] = attrs.field(default=(), validator=tuple_of("Statement.events", Event))
    language: str | None = None
    publisher: str | None = None
    url: str | None = None
    warnings: tuple[PageWarning, ...] = attrs.field(default=(), validator=tuple_of("Statement.warnings", PageWarning))
    corrections: tuple[Correction, ...] = attrs.field(default=(), validator=tuple_of("Statement.corrections", Correction))

    def _repr_html_(self) -> str:
        """Draw the text for a notebook, with what proves its quotes and events marked; all text is escaped."""
        from malirights.model.evidence import evidence_of, quote_evidence  # noqa: PLC0415 - only a notebook needs it
        from malirights.model.markup import STYLE, marked_parts, safe  # noqa: PLC0415 - likewise

        evidence = [one for quote in self.quotes for one in quote_evidence(quote, "")]
        evidence += [one for event in self.events for one in evidence_of(event, "")]
        title = " · ".join(safe(part) for part in (self.date.isoformat(), self.publisher or "", self.id) if part)
        shown = "".join(f"<p>{part}</p>" for part in marked_parts(self.text, [part.span for part in self.parts], evidence))
        return f'{STYLE}<div class="malirights"><p><b>{title}</b></p>{shown}</div>'

    def __attrs_post_init__(self) -> None:
        """Refuse a statement that its spans disprove."""
        text = self.text
        check_type("Statement.text", text, str)
        check_type("Statement.span", self.span, Span)
        if type(self.date) is not dt.date:
            message = f"a statement's date is a datetime.date, got {self.date!r}"
            raise InvalidTypeError(message)
        if self.released is not None and self.released.tzinfo is None:
            message = f"a statement's release is an aware datetime, got {self.released!r}; give it a tzinfo"
            raise InvalidTypeError(message)
        if self.span.end - self.span.start != len(text):
            message = f"a statement's span covers exactly its text, got {self.span!r} for {len(text)} characters"
            raise InvalidValueError(message)
        for quote in self.quotes:
            if quote.span.of(text) != quote.text:
                message = f"the words at {quote.span!r} are not those of the quote {quote.text!r}"
                raise InvalidValueError(message)
        for when in self.dates:
            if when.span is None or when.span.of(text) != when.expression:
                message = f"the words at {when.span!r} are not those of the date {when.expression!r}"
                raise InvalidValueError(message)

    @property
    def headline(self) -> tuple[str, ...]:
        """The lines of the headline: bullets or a title before the first sentence; empty where there is none."""
        return tuple(part.span.of(self.text) for part in self.parts if part.kind == "headline")

    @property
    def byline(self) -> str | None:
        """The byline as written ("By Ada Moru, lawyer"), or None."""
        return self._words("byline")

    @property
    def contact(self) -> str | None:
        """The contact block as written, its lines apart, or None."""
        return self._words("contact")

    def _words(self, kind: PartKind) -> str | None:
        """Join the parts of a kind."""
        return "\n".join(part.span.of(self.text) for part in self.parts if part.kind == kind) or None

    def __repr__(self) -> str:
        """Show the date, the first words and the number of quotes."""
        return f"Statement({self.id!r}, {len(self.text)} characters, {len(self.quotes)} quotes)"
