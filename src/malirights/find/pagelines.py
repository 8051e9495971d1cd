"""What the lines of a page are, by the patterns of the lexicon: furniture, labels, bylines, captions, contacts and so on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from malirights.errors import LexiconError
from malirights.lexicon import Lexicon

__all__ = ["LineGroup", "LineReader", "PageLines"]

_LONGEST = 120
_HEAD = 160
_NEVER = r"(?!)"


class PageLines:
    """The line patterns of every language of a lexicon, compiled; build it with `lexicon.built(PageLines)`.

    An entry class of the subject "page" may say, beside its patterns:

    - `whole`: the pattern must take the whole line, not only its start;
    - `cased`: the pattern sees the line as it stands, else in lower case;
    - `longest`: lines of more characters than this (else 120) are of another class;
    - `contains`: the line is also of the class if it holds one of these strings, each with a sign that is no letter.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        """Compile one pattern a class."""
        classes: dict[str, list[Mapping[str, Any]]] = {}
        for _, subject, name, entry in lexicon.classes():
            if subject == "page":
                classes.setdefault(name, []).append(entry)
        self._classes = {name: _LineClass(name, entries) for name, entries in classes.items()}
        self._groups: dict[tuple[str, ...], LineGroup] = {}

    def reader(self, text: str) -> LineReader:
        """Give a reader of the lines of a text."""
        return LineReader(text, self)

    def one(self, name: str) -> _LineClass:
        """Give a class."""
        return self._classes[name]

    def group(self, names: tuple[str, ...]) -> LineGroup:
        """Give some classes, compiled into one on first use."""
        if names not in self._groups:
            self._groups[names] = LineGroup([(name, self._classes[name]) for name in names])
        return self._groups[names]


class LineReader:
    """Tells of the lines of one text what they are."""

    def __init__(self, text: str, page: PageLines) -> None:
        """Keep the text, and what is known of lines."""
        self._text, self._page = text, page

    def match(self, name: str, start: int, end: int) -> re.Match[str] | None:
        """Match a class at the start of a line; the offsets of the match count from there."""
        known = self._page.one(name)
        if end - start > known.longest:
            return None
        line = self._text[start:end]
        return known.pattern.match(line if known.cased else line.lower())

    def is_a(self, name: str, start: int, end: int) -> bool:
        """Say whether a line is of a class, by its start or by what it contains."""
        if self.match(name, start, end):
            return True
        known = self._page.one(name)
        return end - start <= known.longest and any(self._text.find(part, start, end) >= 0 for part in known.contains)

    def first(self, group: LineGroup, start: int, end: int) -> str | None:
        """Give the first class of a group that a line is of; None where it is of none."""
        length = end - start
        if length > group.longest or not group.may_hold(self._text[start:end]):
            return None
        return next((name for name, longest in group.names if length <= longest and self.is_a(name, start, end)), None)


class _LineClass:
    """The patterns of one class in all languages."""

    def __init__(self, name: str, entries: Iterable[Mapping[str, Any]]) -> None:
        entries = list(entries)
        self.longest = max(entry.get("longest", _LONGEST) for entry in entries)
        self.cased = any(entry.get("cased") for entry in entries)
        self.contains = tuple(part for entry in entries for part in entry.get("contains", ()))
        self.sources = [
            (f"(?:{pattern})", "\\Z" if entry.get("whole") else "") for entry in entries for pattern in entry.get("patterns", ())
        ]
        try:
            self.pattern = re.compile("|".join(map("".join, self.sources)) or _NEVER)
        except re.error as error:
            message = f"a pattern of the class page.{name} is no regular expression: {error}"
            raise LexiconError(message) from error


class LineGroup:
    """Some classes together, so that a line of none of them is told at once."""

    def __init__(self, classes: list[tuple[str, _LineClass]]) -> None:
        """Compile the classes into one pattern for lines as they stand, and one for lines in lower case."""
        self.names = [(name, known.longest) for name, known in classes]
        self.longest = max(known.longest for _, known in classes)
        self._cased_longest = max((known.longest for _, known in classes if known.cased), default=0)
        self._contains: dict[str, list[str]] = {}
        for part in (part for _, known in classes for part in known.contains):
            self._contains.setdefault(next(sign for sign in part if not sign.isalnum()), []).append(part)
        self._low, self._cased = (
            re.compile("|".join(source for _, known in classes if known.cased == cased for source, _ in known.sources) or _NEVER)
            for cased in (False, True)
        )

    def may_hold(self, line: str) -> bool:
        """Say whether a line may be of one of the classes."""
        head = line[:_HEAD]
        if self._low.match(head.lower()) or (len(line) <= self._cased_longest and self._cased.match(head)):
            return True
        return any(part in line for sign, parts in self._contains.items() if sign in line for part in parts)
