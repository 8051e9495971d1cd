"""What the lines of a page are, by the patterns of the lexicon: furniture, labels, bylines, captions, contacts and so on."""

from __future__ import annotations

import re
from collections.abc import Iterable

from malirights.errors import LexiconError
from malirights.lexicon import Lexicon

__all__ = ["PageLines"]

_LONGEST = 400


class PageLines:
    """The line patterns of every language of a lexicon, compiled; build it with `lexicon.built(PageLines)`.

    A pattern is tried at the start of a line and in any case; that of a `whole` class must take the whole line. Lines of more
    than 400 characters are prose, and are not looked at.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        """Compile one pattern a class."""
        sources: dict[str, list[str]] = {}
        for _, subject, name, entry in lexicon.classes():
            if subject == "page":
                tail = r"\Z" if entry.get("whole") else ""
                sources.setdefault(name, []).extend(f"(?:{pattern}){tail}" for pattern in entry.get("patterns", ()))
        self._patterns = {name: _compiled(name, patterns) for name, patterns in sources.items()}

    def match(self, name: str, text: str, start: int, end: int) -> re.Match[str] | None:
        """Match a class at the start of a line; None where the line is of another class or too long."""
        if end - start > _LONGEST:
            return None
        return self._patterns[name].match(text, start, end)

    def first(self, names: Iterable[str], text: str, start: int, end: int) -> str | None:
        """Give the first of some classes that a line belongs to, or None."""
        return next((name for name in names if self.match(name, text, start, end)), None)


def _compiled(name: str, patterns: list[str]) -> re.Pattern[str]:
    """Compile the patterns of a class, naming the class where one is broken."""
    try:
        return re.compile("|".join(patterns), re.IGNORECASE)
    except re.error as error:
        message = f"a pattern of the class page.{name} is no regular expression: {error}"
        raise LexiconError(message) from error
