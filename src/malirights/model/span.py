"""Spans: where in a text a value's evidence stands."""

from __future__ import annotations

import attrs

from malirights.errors import InvalidTypeError, InvalidValueError

__all__ = ["Span"]


@attrs.frozen(order=True, init=False)
class Span:
    """A half-open stretch of a text, in Unicode code points from 0.

    Spans sort by `start`, then `end`.

    Attributes:
        start: The offset of the first character.
        end: The offset after the last character; never smaller than `start`.

    Raises:
        InvalidTypeError: An offset is no `int`.
        InvalidValueError: The start is negative, or lies after the end.

    Examples:
        >>> span = Span(4, 9)
        >>> span.of("The court ruled.")
        'court'
        >>> len(span), span.shifted(10)
        (5, Span(14, 19))
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        """Refuse offsets that cannot be; written out, for a page has hundreds of spans."""
        if type(start) is not int or type(end) is not int or not 0 <= start <= end:
            raise _refusal(start, end)
        _set_start(self, start)
        _set_end(self, end)

    def __reduce__(self) -> tuple[type[Span], tuple[int, int]]:
        """Pickle the two offsets alone: a page has many spans, and may travel to another process."""
        return type(self), (self.start, self.end)

    def of(self, text: str) -> str:
        """Give the words of the span.

        Args:
            text: The text that the span was made for: a page's for a page's spans, a statement's for a quote's.

        Returns:
            The slice of the text, exactly as it stands there.

        Raises:
            InvalidValueError: The text is shorter than the span, and so is another text.
        """
        if self.end > len(text):
            message = (
                f"the span {self.start} to {self.end} reaches beyond the {len(text)} characters of this text; "
                "a statement's spans belong to statement.text, a page's to page.text"
            )
            raise InvalidValueError(message)
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Say whether every character of the other span lies in this one.

        Examples:
            >>> Span(0, 9).contains(Span(4, 9))
            True
        """
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Say whether the two spans share at least one character.

        Examples:
            >>> Span(0, 4).overlaps(Span(4, 9))
            False
        """
        return max(self.start, other.start) < min(self.end, other.end)

    def shifted(self, by: int) -> Span:
        """Give the same span counted from another origin.

        Args:
            by: How many code points to move it; negative towards the start.

        Raises:
            InvalidValueError: The span would start before 0.
        """
        return Span(self.start + by, self.end + by)

    def __len__(self) -> int:
        """Count the code points."""
        return self.end - self.start

    def __bool__(self) -> bool:
        """Hold even an empty span for a span: `if quote.attribution` asks whether there is one."""
        return True

    def __repr__(self) -> str:
        """Show the span as it is typed."""
        return f"Span({self.start}, {self.end})"


_set_start, _set_end = vars(Span)["start"].__set__, vars(Span)["end"].__set__  # how the slots of a frozen object are set


def _refusal(start: object, end: object) -> InvalidTypeError | InvalidValueError:
    """Say why two offsets are no span."""
    if type(start) is not int or type(end) is not int:
        message = f"a span takes two whole numbers, got {start!r} and {end!r}"
        return InvalidTypeError(message)
    message = f"a span runs from 0 or more to the same or a later offset, got {start} to {end}"
    return InvalidValueError(message)
