"""What was read around: faults of a page that do not stop the reading."""

from __future__ import annotations

import attrs

from malirights.model.span import Span

__all__ = ["PageWarning"]


@attrs.frozen
class PageWarning:
    """Something in a page that could be read around, but that the reader should know.

    Attributes:
        code: What it is, in lower case with hyphens: `encoding`, `impossible-date`, `unclosed-quote`, `release-without-time`,
            `release-without-zone`, `release-without-date`, `ambiguous-zone`, `ambiguous-date`, `entry-without-text`;
            of a feed, `entry-without-date` and `malformed-feed`.
        message: One sentence that says what was found and how it was read.
        span: Where it stands: in the page's text, or in the statement's for `Statement.warnings`; None for the whole page.

    Examples:
        >>> PageWarning("encoding", "read as windows-1252, not UTF-8", None)
        PageWarning('encoding', 'read as windows-1252, not UTF-8', None)
    """

    code: str
    message: str
    span: Span | None

    def __repr__(self) -> str:
        """Show the warning as it is typed."""
        return f"PageWarning({self.code!r}, {self.message!r}, {self.span!r})"
