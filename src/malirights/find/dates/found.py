"""What the rules hand on: a match with its slots, a time still being worked on, the reading so far."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import attrs

from malirights.find.dates.grammar import BREAK

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from malirights.find.dates.grammar import Grammar, Phrases, Rule
    from malirights.find.dates.units import Days
    from malirights.model.when import Portion, Precision

__all__ = ["Found", "Match", "State", "phrase_before"]


_WINDOW = 40
_LEAD = 72
_OPENERS = "(\"'“«"
_NONE: frozenset[str] = frozenset()
_MONTHS = 12
_LAST = re.compile(r"[^\W_]+\.?$")
_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d\d)(?!\d|[/.-]\d)")
_QUARTER_REACH = 3000


@attrs.define(eq=False)
class Found:
    """A time that was found, before it is told from ranges, lists and the words around it.

    Attributes:
        start: The offset of its first character.
        end: The offset after its last character.
        first: Its first day.
        last: Its last day.
        precision: As in `When`.
        rule: The name of the rule that found it.
        approximate: As in `When`.
        part: As in `When`.
        dated: Whether the words name the year, or count from the text's date, so that no year was inferred.
        open_end: Whether the words say "or later".
    """

    start: int
    end: int
    first: dt.date
    last: dt.date
    precision: Precision
    rule: str
    approximate: bool = False
    part: Portion = ""
    dated: bool = False
    open_end: bool = False


@attrs.define(eq=False)
class Match:
    """A rule and what its slots hold.

    Attributes:
        rule: The rule.
        start: The offset of the first character.
        end: The offset after the last character.
        slots: What the words of every named group that took part mean: as the lexicon has it, or as the number that they
            are; else the words themselves.
        raw: The match of the rule's pattern.
    """

    rule: Rule
    start: int
    end: int
    slots: Mapping[str, Any]
    raw: re.Match[str]

    def span(self, name: str) -> tuple[int, int]:
        """Give the place of a named group that took part."""
        names = enumerate(self.rule.groups, 1)
        return next(self.raw.span(number) for number, (known, _) in names if known == name and self.raw.start(number) >= 0)

    def preceded(self, words: list[str]) -> bool:
        """Say whether one of the words stands just before."""
        before = self.raw.string[max(0, self.start - _WINDOW) : self.start].rsplit(None, 1)
        return bool(before) and before[-1][before[-1].rfind("'", 0, -1) + 1 :] in words


@attrs.define(eq=False)
class State:
    """How far the text has been read.

    Attributes:
        raw: The text as it stands.
        text: The folded text.
        grammar: The grammar in use.
        anchor: The date of the text, or None.
        found: What was found so far, in the order of the text.
        since: The words of the text that can open an event, from which what is told lasted on.
        past: The offset after the last words that a rule took.
        orders: Whether the numeric dates of the text put the day first, once that was asked; None in it where
            they do not tell.
    """

    raw: str
    text: str
    grammar: Grammar
    anchor: dt.date | None
    found: list[Found]
    since: tuple[str, ...] = ()
    past: int = 0
    orders: list[bool | None] = attrs.field(factory=list)

    def told(self, before: int, *, within: int = 1500) -> Found | None:
        """Give the time that the text named last, where it did so not too far before the offset."""
        if self.found and before - self.found[-1].end <= within:
            return self.found[-1]
        return None

    def told_days(self, before: int) -> Days | None:
        """Give the days of the time that the text named last, or else its own date."""
        if told := self.told(before):
            return told.first, told.last
        return (self.anchor, self.anchor) if self.anchor else None

    def leads(self, start: int) -> frozenset[str]:
        """Give the classes of the phrase that stands just before the offset: since, until or between."""
        text, grammar = self.text, self.grammar
        floor = max(0, start - _LEAD)
        word = text[text.rfind(" ", floor, start - 1) + 1 or floor : start - 1]
        if word not in grammar.leading and word.isalpha():
            return _NONE  # as mostly: this is but faster than what follows
        leads, articles = grammar.leads, grammar.articles
        before, word = _last_word(text, floor, start)
        if word in articles:
            before, word = _last_word(text, floor, before)
        found, stretch = _NONE, text[floor:before].rstrip()
        for phrase, classes in leads.get(word, ()):
            if stretch.endswith(phrase):
                found |= classes
        return found

    def told_quarter(self, before: int) -> Found | None:
        """Give the quarter that the text is about: the last that was named without a year and is over."""
        first = None
        for found in reversed(self.found):
            if before - found.end > _QUARTER_REACH:
                break
            if found.precision == "quarter" and not found.dated:
                if self.anchor is None or found.last < self.anchor:
                    return found
                first = first or found
        return first

    def day_first(self) -> bool | None:
        """Tell the order of the text's numeric dates by those that allow only one; None if they do not."""
        if not self.orders:
            pairs = [(int(first), int(second)) for first, second in _NUMERIC.findall(self.text)]
            day = any(first > _MONTHS >= second for first, second in pairs)
            month = any(second > _MONTHS >= first for first, second in pairs)
            self.orders.append(day if day != month else None)
        return self.orders[0]


def phrase_before(phrases: Phrases, folded: str, start: int) -> int | None:
    """Give where one of the phrases begins that stands just before the offset, or None where none does."""
    floor = max(0, start - _WINDOW)
    before = folded[floor:start].rstrip(" ")
    word = before[before.rfind(" ") + 1 :]
    if word not in phrases:
        if word.isalpha() or not (bare := _LAST.search(word)) or bare[0] not in phrases:
            return None
        word = bare[0]
    last = len(before) - len(word)
    rest = before[:last].rstrip()
    for beginning in phrases[word]:
        if rest.endswith(beginning):
            return floor + (len(rest) - len(beginning) if beginning else last)
    return None


def _last_word(text: str, floor: int, end: int) -> tuple[int, str]:
    """Give the end of what stands before the last word of a stretch of text, and that word without what opens before it."""
    while end > floor and text[end - 1] == " ":
        end -= 1
    before = max(floor, text.rfind(" ", floor, end))
    word = text[before:end].lstrip(" ")
    return before, word if word.isalpha() else word.rpartition(BREAK)[2].lstrip(_OPENERS)
