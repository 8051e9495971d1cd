"""Quotes: the words that somebody is said to have spoken or written."""

from __future__ import annotations

import datetime as dt

import attrs

from malirights.errors import InvalidValueError
from malirights.model.actors import Speaker
from malirights.model.checks import check_type
from malirights.model.span import Span

__all__ = ["Quote"]

_SHOWN = 48


@attrs.frozen(kw_only=True)
class Quote:
    """Words that somebody is said to have spoken or written, and who.

    All spans point into the statement's text, or into the text given to `find_quotes`.

    Attributes:
        text: The quoted words, without the marks.
        span: Where they stand.
        speaker: Who says them, or None where the text does not tell.
        attribution: Where the speaker is named for this quote; None where the speaker is carried on from the quote before, or
            unknown.
        cue: The word that attributes the quote ("said", "according to"), or None.
        cue_span: Where the cue stands.
        partial: Whether the quote is woven into a sentence, rather than a sentence of its own.
        direct: Whether the words stand between quotation marks; else they are a clause that the text reports as said, in
            the words of the one who tells: "that the mill had burned".
        closed: Whether a closing mark was found; else the quote runs to the end of its paragraph.
        rule: The name of the rule that attributed the quote, as listed in the documentation of attribution; None where no
            rule did.
        statement_id: The `id` of the statement, or None where the quote was found in a bare text.
        date: The date of the statement, or None where the quote was found in a bare text.

    Raises:
        InvalidValueError: The span has another length than the text, or an attribution names nobody.

    Examples:
        >>> Quote(text="We want answers", span=Span(1, 16))
        Quote('We want answers')
    """

    text: str
    span: Span
    speaker: Speaker | None = None
    attribution: Span | None = None
    cue: str | None = None
    cue_span: Span | None = None
    partial: bool = False
    direct: bool = True
    closed: bool = True
    rule: str | None = None
    statement_id: str | None = None
    date: dt.date | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a quote that its spans disprove."""
        check_type("Quote.text", self.text, str)
        check_type("Quote.span", self.span, Span)
        if not self.text or self.span.end - self.span.start != len(self.text):
            message = f"a quote's span covers exactly its words, got {self.span!r} for {len(self.text)} characters"
            raise InvalidValueError(message)
        if self.speaker is None and self.attribution is not None:
            message = "an attribution names a speaker: give the speaker, or no attribution"
            raise InvalidValueError(message)

    def __repr__(self) -> str:
        """Show the first words and the speaker."""
        words = self.text if len(self.text) <= _SHOWN else self.text[: _SHOWN - 1] + "…"
        speaker = f", {self.speaker.name}" if self.speaker else ""
        return f"Quote({words!r}{speaker})"
