"""A page with some stretches of its text replaced: every span moved, every value replaced alike."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

import attrs

from malirights.model import Actor, Page, PageWarning, Place, Quote, Span, Speaker, Statement, When
from malirights.parsing import identity

__all__ = ["Edit", "rebuilt"]

_T = TypeVar("_T")

# The fields that hold words of the text, each with the field that says where they stand, if any.
_WORDED: dict[type, Mapping[str, str | None]] = {
    Quote: {"text": "span", "cue": "cue_span"},
    Speaker: {"name": "name_span", "role": "role_span", "mention": None, "organisation": None, "may_be": None},
    Actor: {"name": None, "mention": "span", "known_as": None},
    Place: {"name": None, "mention": "span", "region": None},
    When: {"expression": "span"},
}
_WITHHELD = "what the warning says is left out of a page with replaced names; look at its span"


class Edit(NamedTuple):
    """A stretch of a text, and what it becomes."""

    start: int
    end: int
    words: str


class _Moved:
    """A text with edits, and where its offsets are now."""

    def __init__(self, text: str, edits: Sequence[Edit]) -> None:
        pieces, position = [], 0
        self._edits = list(edits)
        self._starts = [edit.start for edit in edits]
        self._shifts = [0]
        for edit in edits:
            pieces += [text[position : edit.start], edit.words]
            position = edit.end
            self._shifts.append(self._shifts[-1] + len(edit.words) - (edit.end - edit.start))
        self.text = "".join([*pieces, text[position:]])

    def span(self, span: Span) -> Span:
        """Move a span; one that cuts into replaced words takes all of them in."""
        start, end = self._offset(span.start, to_end=False), self._offset(span.end, to_end=True)
        return Span(start, max(start, end))

    def _offset(self, offset: int, *, to_end: bool) -> int:
        """Move an offset; one inside replaced words to one of their ends."""
        number = bisect_right(self._starts, offset) - 1
        if number >= 0 and self._starts[number] < offset < self._edits[number].end:
            edit = self._edits[number]
            return edit.start + self._shifts[number] + (len(edit.words) if to_end else 0)
        passed = number + (number >= 0 and offset >= self._edits[number].end)
        return offset + self._shifts[max(passed, 0)]


def rebuilt(page: Page, edits: Sequence[Edit], replaced: Callable[[str, Statement | None], str]) -> Page:
    """Build a page anew, with other words in some places.

    Args:
        page: The page.
        edits: What is replaced in its text, in order.
        replaced: Does the same to a value of a statement, or of the page, that stands nowhere in the text.
    """
    moved = _Moved(page.text, edits)
    return Page(
        text=moved.text,
        statements=tuple(_statement(statement, moved, replaced) for statement in page.statements),
        furniture=tuple(map(moved.span, page.furniture)),
        topic=page.topic and replaced(page.topic, None),
        publisher=page.publisher and replaced(page.publisher, None),
        warnings=tuple(_warning(warning, moved.span) for warning in page.warnings),
    )


def _statement(statement: Statement, moved: _Moved, replaced: Callable[[str, Statement | None], str]) -> Statement:
    """Build a statement anew; its id is that of its new words."""
    span = moved.span(statement.span)
    text = span.of(moved.text)
    values = _Values(statement, text, lambda inner: _inside(inner, statement, moved), replaced)
    head = max((part.span.end for part in statement.parts if part.kind == "date"), default=0)
    name = identity(text[values.move(Span(0, head)).end :], statement.date)

    def own(things: tuple[_T, ...]) -> tuple[_T, ...]:
        return tuple(attrs.evolve(values.of(thing), statement_id=name) for thing in things)  # type: ignore[misc]

    return Statement(
        id=name,
        date=statement.date,
        text=text,
        span=span,
        paragraphs=values.of(statement.paragraphs),
        parts=values.of(statement.parts),
        released=statement.released,
        quotes=own(statement.quotes),
        dates=values.of(statement.dates),
        events=own(statement.events),
        language=statement.language,
        publisher=statement.publisher and replaced(statement.publisher, statement),
        warnings=tuple(_warning(warning, values.move) for warning in statement.warnings),
    )


def _inside(span: Span, statement: Statement, moved: _Moved) -> Span:
    """Move a span of a statement's text."""
    start = moved.span(statement.span).start
    return moved.span(span.shifted(statement.span.start)).shifted(-start)


def _warning(warning: PageWarning, move: Callable[[Span], Span]) -> PageWarning:
    """Keep what a warning is about; its message may quote a piece of a name."""
    return PageWarning(warning.code, _WITHHELD, warning.span and move(warning.span))


class _Values:
    """The values of a statement, rebuilt for its new text."""

    def __init__(
        self, statement: Statement, text: str, move: Callable[[Span], Span], replaced: Callable[[str, Statement | None], str]
    ) -> None:
        self.move = move
        self._statement, self._text, self._replaced = statement, text, replaced

    def of(self, thing: _T, attribution: Span | None = None) -> _T:
        """Rebuild a thing of the model, or several."""
        if isinstance(thing, Span):
            return self.move(thing)  # type: ignore[return-value]
        if isinstance(thing, tuple):
            return tuple(map(self.of, thing))  # type: ignore[return-value]
        if not attrs.has(type(thing)):
            return thing
        worded = _WORDED.get(type(thing), {})
        changed: dict[str, Any] = {}
        for field in attrs.fields(type(thing)):  # type: ignore[arg-type]
            value = getattr(thing, field.name)
            if field.name in worded and isinstance(thing, Actor | Place) and value and self._is_cut(thing.span):
                changed[field.name] = self.move(thing.span).of(self._text)
            elif field.name in worded:
                span = (
                    attribution
                    if field.name == "mention" and worded["mention"] is None
                    else getattr(thing, worded[field.name] or "", None)
                )
                changed[field.name] = self._words(value, span)
            else:
                changed[field.name] = self.of(value, getattr(thing, "attribution", None))
        return attrs.evolve(thing, **changed)  # type: ignore[misc]

    def _is_cut(self, span: Span) -> bool:
        """Say whether a span cuts into a replaced name, so that its words are a piece of it that no name shows."""
        return self._replaced(span.of(self._statement.text), self._statement) != self.move(span).of(self._text)

    def _words(self, value: Any, span: Span | None) -> Any:  # noqa: ANN401 - words, several of them, or None
        """Replace words: by those that now stand where they stood, else by themselves."""
        if isinstance(value, tuple):
            return tuple(self._replaced(item, self._statement) for item in value)
        if not value:
            return value
        if span is not None and span.of(self._statement.text) == value:
            return self.move(span).of(self._text)
        return self._replaced(value, self._statement)
