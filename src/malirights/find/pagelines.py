"""What the lines of a page are, by the patterns of the lexicon: furniture, labels, bylines, captions, contacts and so on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from malirights.errors import LexiconError
from malirights.lexicon import Lexicon

__all__ = ["LineGroup", "LineReader", "PageLines"]

_LONGEST = 120
_NEVER = r"(?!)"
_QUOTE_MARKS = frozenset('“"«')
_OPENING = re.compile(r"\w+|[^\w\s]")


class PageLines:
    """The line patterns of every language of a lexicon, compiled; build it with `lexicon.built(PageLines)`.

    An entry class of the subject "page" may say, beside its patterns:

    - `whole`: the pattern must take the whole line, not only its start;
    - `cased`: the pattern sees the line as it stands, else in lower case;
    - `longest`: lines of more characters than this (else 120) are of another class;
    - `openings`: the first words (in lower case) or signs of its lines, by which lines of no such class are told at once;
    - `contains`: the line is also of the class if it holds one of these strings, each with a sign that is no letter.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        """Compile one pattern a class."""
        classes: dict[str, list[Mapping[str, Any]]] = {}
        for _, subject, name, entry in lexicon.classes():
            if subject == "page":
                classes.setdefault(name, []).append(entry)
        self.classes = {name: _LineClass(name, entries) for name, entries in classes.items()}
        self._groups: dict[tuple[str, ...], LineGroup] = {}

    def reader(self, text: str) -> LineReader:
        """Give a reader of the lines of a text."""
        return LineReader(text, self)

    def group(self, names: tuple[str, ...]) -> LineGroup:
        """Give some classes, compiled into one on first use."""
        if names not in self._groups:
            self._groups[names] = LineGroup([(name, self.classes[name]) for name in names])
        return self._groups[names]


class LineReader:
    """Tells of the lines of one text what they are."""

    def __init__(self, text: str, page: PageLines) -> None:
        """Keep the text, and what is known of lines."""
        self._text, self._classes = text, page.classes
        self._present: dict[LineGroup, tuple[str, ...]] = {}

    def match(self, name: str, start: int, end: int) -> re.Match[str] | None:
        """Match a class at the start of a line, whose white space is taken for single spaces."""
        known = self._classes[name]
        if end - start > known.longest:
            return None
        if known.openings is not None:
            opening = _OPENING.match(self._text, start, end)
            if not opening or opening[0].lower() not in known.openings:
                return None
        line = " ".join(self._text[start:end].split())
        return known.pattern.match(line if known.cased else line.lower())

    def is_a(self, name: str, start: int, end: int) -> bool:
        """Say whether a line is of a class, by its start or by what it contains."""
        if self.match(name, start, end):
            return True
        known = self._classes[name]
        return end - start <= known.longest and any(self._text.find(part, start, end) >= 0 for part in known.contains)

    def first(self, group: LineGroup, start: int, end: int) -> str | None:
        """Give the first class of a group that a line is of; None where it is of none."""
        if not self.may_be(group, start, end):
            return None
        length = end - start
        return next((name for name, longest in group.names if length <= longest and self.is_a(name, start, end)), None)

    def may_be(self, group: LineGroup, start: int, end: int) -> bool:
        """Say whether a line may be of a class of a group, by its first word and what it contains."""
        if end - start > group.longest or self._text[start] in _QUOTE_MARKS:
            return False
        opening = _OPENING.match(self._text, start, end)
        if opening and opening[0].lower() in group.openings:
            return True
        present = self._present_of(group)
        return bool(present) and any(self._text.find(part, start, end) >= 0 for part in present)

    def _present_of(self, group: LineGroup) -> tuple[str, ...]:
        """Give the strings that make a class of a group and stand anywhere in the text; they are looked for once."""
        if group not in self._present:
            self._present[group] = group.present_in(self._text)
        return self._present[group]


class _LineClass:
    """The patterns of one class in all languages."""

    def __init__(self, name: str, entries: Iterable[Mapping[str, Any]]) -> None:
        entries = list(entries)
        self.longest = max(entry.get("longest", _LONGEST) for entry in entries)
        self.cased = any(entry.get("cased") for entry in entries)
        self.contains = tuple(part for entry in entries for part in entry.get("contains", ()))
        listed = all("openings" in entry or not entry.get("patterns") for entry in entries)
        self.openings = frozenset(word for entry in entries for word in entry.get("openings", ())) if listed else None
        sources = [
            f"(?:{pattern})" + (r"\Z" if entry.get("whole") else "")
            for entry in entries
            for pattern in entry.get("patterns", ())
        ]
        try:
            self.pattern = re.compile("|".join(sources) or _NEVER)
        except re.error as error:
            message = f"a pattern of the class page.{name} is no regular expression: {error}"
            raise LexiconError(message) from error


class LineGroup:
    """Some classes together, so that a line of none of them is told at once."""

    def __init__(self, classes: list[tuple[str, _LineClass]]) -> None:
        """Index the opening words of the classes, and what their lines contain."""
        self.names = [(name, known.longest) for name, known in classes]
        self.longest = max(known.longest for _, known in classes)
        self.openings = frozenset(word for _, known in classes for word in known.openings or ())
        self._contains: dict[str, list[str]] = {}
        for part in (part for _, known in classes for part in known.contains):
            self._contains.setdefault(next(sign for sign in part if not sign.isalnum()), []).append(part)

    def present_in(self, text: str) -> tuple[str, ...]:
        """Give the strings that make a class and stand in a text."""
        return tuple(part for sign, parts in self._contains.items() if sign in text for part in parts if part in text)
