"""Pages: a text as it was read, cut into statements and furniture."""

from __future__ import annotations

import attrs

from malirights.errors import InvalidValueError
from malirights.model.checks import check_type, tuple_of
from malirights.model.span import Span
from malirights.model.statement import Statement
from malirights.model.warning import PageWarning

__all__ = ["Page"]


@attrs.frozen(kw_only=True)
class Page:
    r"""A page as it was read, and what was found in it.

    Statements and furniture together cover every non-blank line of the text, once and in order.

    Attributes:
        text: The text exactly as read; every span of the page and of its statements' `span` points into it.
        statements: The dated entries, in the order of the page.
        furniture: The spans of the non-blank lines that belong to no statement: menus, headings, footers.
        topic: What the page is about ("Mali"), where "Subscribe to …" or a heading above the entries says so.
        publisher: Who publishes the page: as the caller gave it, else as markup says, else the organisation for which most of
            the quoted people speak, else None.
        url: Where the page was published, as the caller gave it, else as markup says.
        warnings: What was read around, in the order of the text.

    Raises:
        InvalidValueError: A statement is not the slice of the page at its span.

    Examples:
        >>> import malirights as mr
        >>> page = mr.parse("Main menu\n\nMay 4, 2016\n\nThe court sat.\n\nSubscribe to Zanara\n")
        >>> page
        Page('Zanara', 1 statement, 2016-05-04 to 2016-05-04)
        >>> [span.of(page.text) for span in page.furniture]
        ['Main menu', 'Subscribe to Zanara']
    """

    text: str
    statements: tuple[Statement, ...] = attrs.field(validator=tuple_of("Page.statements", Statement))
    furniture: tuple[Span, ...] = attrs.field(default=(), validator=tuple_of("Page.furniture", Span))
    topic: str | None = None
    publisher: str | None = None
    url: str | None = None
    warnings: tuple[PageWarning, ...] = attrs.field(default=(), validator=tuple_of("Page.warnings", PageWarning))

    def __attrs_post_init__(self) -> None:
        """Refuse a page that its spans disprove."""
        check_type("Page.text", self.text, str)
        for statement in self.statements:
            if statement.span.of(self.text) != statement.text:
                message = f"the page's words at {statement.span!r} are not those of the statement {statement.id}"
                raise InvalidValueError(message)

    def __repr__(self) -> str:
        """Show the topic, the number of statements and the time that they span."""
        topic = f"{self.topic!r}, " if self.topic else ""
        dates = [statement.date for statement in self.statements]
        years = f", {min(dates)} to {max(dates)}" if dates else ""
        return f"Page({topic}{len(dates)} statement{'s' if len(dates) != 1 else ''}{years})"
