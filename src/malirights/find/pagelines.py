"""What the lines of a page are, by the patterns of the lexicon: furniture, labels, bylines, captions, contacts and so on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from malirights.errors import LexiconError
from malirights.lexicon import Lexicon

__all__ = ["PageLines"]

_LONGEST = 120


class PageLines:
    """The line patterns of every language of a lexicon, compiled; build it with `lexicon.built(PageLines)`.

    An entry class of the subject "page" may say, beside its patterns:

    - `whole`: the pattern must take the whole line, not only its start;
    - `cased`: the pattern sees the line as it stands, else in lower case;
    - `longest`: lines of more characters than this (else 120) are of another class;
    - `contains`: the line is also of the class if it holds one of these strings anywhere.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        """Compile one pattern a class."""
        classes: dict[str, list[Mapping[str, Any]]] = {}
        for _, subject, name, entry in lexicon.classes():
            if subject == "page":
                classes.setdefault(name, []).append(entry)
        self._classes = {name: _LineClass(name, entries) for name, entries in classes.items()}

    def match(self, name: str, text: str, start: int, end: int) -> re.Match[str] | None:
        """Match a class at the start of a line; the offsets of the match count from there."""
        return self._classes[name].match(text, start, end)

    def is_a(self, name: str, text: str, start: int, end: int) -> bool:
        """Say whether a line is of a class, by its start or by what it contains."""
        return self._classes[name].takes(text, start, end)

    def first(self, names: Iterable[str], text: str, start: int, end: int) -> str | None:
        """Give the first of some classes that a line belongs to, or None."""
        classes, length = self._classes, end - start
        for name in names:
            if length <= classes[name].longest and classes[name].takes(text, start, end):
                return name
        return None


class _LineClass:
    """The patterns of one class in all languages."""

    def __init__(self, name: str, entries: Iterable[Mapping[str, Any]]) -> None:
        self.longest = max(entry.get("longest", _LONGEST) for entry in entries)
        self._cased = any(entry.get("cased") for entry in entries)
        self._contains = tuple(part for entry in entries for part in entry.get("contains", ()))
        patterns = [
            f"(?:{pattern})\\Z" if entry.get("whole") else f"(?:{pattern})"
            for entry in entries
            for pattern in entry.get("patterns", ())
        ]
        try:
            self._pattern = re.compile("|".join(patterns) or r"(?!)")
        except re.error as error:
            message = f"a pattern of the class page.{name} is no regular expression: {error}"
            raise LexiconError(message) from error

    def match(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """Match the start of a line."""
        if end - start > self.longest:
            return None
        line = text[start:end]
        return self._pattern.match(line if self._cased else line.lower())

    def takes(self, text: str, start: int, end: int) -> bool:
        """Say whether a line is of the class."""
        if self.match(text, start, end):
            return True
        return end - start <= self.longest and any(text.find(part, start, end) >= 0 for part in self._contains)
