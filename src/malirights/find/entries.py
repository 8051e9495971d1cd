"""Cutting a page into dated entries and furniture, without losing a line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from malirights.find.datelines import DateLine, DateLineGrammar, Style
from malirights.find.pagelines import LineReader, PageLines
from malirights.lexicon import Lexicon
from malirights.model import PageWarning, Span
from malirights.segment import ends_sentence, lines, touching

__all__ = ["Cut", "Entry", "find_entries", "without_tail"]

_Line = tuple[int, int]
_SHORT = 70
_LETTER_HEAD = 10
_TITLES = 4
_TOPIC = 60
_LINK = 120
_DATE_LINE = 20
_FAMILIAR = 3
_UNKNOWN = 5


class Entry(NamedTuple):
    """A dated entry of a page.

    Attributes:
        head: Its date line.
        lines: Its own lines after the date; the first is the rest of the date line where words follow the date there.
        end: The offset of the end of its last own line.
    """

    head: DateLine
    lines: list[_Line]
    end: int


class Cut(NamedTuple):
    """A page cut up: every non-blank line is in one entry, or is furniture.

    Attributes:
        entries: In the order of the page.
        furniture: The lines of no entry, in the order of the page.
        topic: What the page is about, where it says so.
        warnings: What was read around.
    """

    entries: list[Entry]
    furniture: list[_Line]
    topic: str | None
    warnings: list[PageWarning]


def find_entries(text: str, lexicon: Lexicon) -> Cut:
    """Cut a page at its date lines, and sort out the lines of no entry.

    Args:
        text: The page as read.
        lexicon: Whose months and page lines to use.
    """
    rows = lines(text)
    page = lexicon.built(PageLines).reader(text)
    chooser = _Heads(text, rows, page, lexicon)
    heads = chooser.accepted()
    broken_off = [rows.pop()] if heads and _breaks_off(text, rows, heads, lexicon) else []
    first = heads[0][0] if heads else len(rows)
    entries: list[Entry] = []
    warnings: list[PageWarning] = []
    furniture = rows[:first]
    topic = _heading(text, furniture, page)
    after_empty = False
    for (number, head), (following, _) in zip(heads, [*heads, (len(rows), None)][1:], strict=True):
        if following == number + 1 and head.date and head.follows == "nothing":
            furniture.append(rows[number])
            if not after_empty:
                warnings.append(_not_an_entry(text, head))
            after_empty = True
            continue
        own, tail, subscribed = without_tail(text, rows[number + 1 : following], page, last=following == len(rows))
        topic = subscribed or topic
        date_line = rows[number]
        rest = (_after(text, head.end), date_line[1]) if head.follows != "nothing" else None
        if head.date is not None and (rest or own):
            own = [rest, *own] if rest else own
            entries.append(Entry(head, own, own[-1][1]))
            if chooser.order_open and head.numeric:
                warnings.append(_either_order(text, head))
        else:
            furniture.extend([date_line, *own])
            if head.date is None or not after_empty:
                warnings.append(_not_an_entry(text, head))
        after_empty = head.date is not None and not own
        furniture.extend(tail)
    furniture.extend(broken_off)
    return Cut(entries, furniture, topic, warnings)


def _breaks_off(text: str, rows: Sequence[_Line], heads: Sequence[tuple[int, DateLine]], lexicon: Lexicon) -> bool:
    """Say whether the page breaks off in the middle of a date line."""
    start, end = rows[-1]
    return (
        end - start <= _DATE_LINE
        and heads[-1][0] < len(rows) - 1
        and lexicon.built(DateLineGrammar).is_cut_off(text[start:end])
    )


class _Heads:
    """Chooses among the lines that start with a date those that begin an entry."""

    def __init__(self, text: str, rows: Sequence[_Line], page: LineReader, lexicon: Lexicon) -> None:
        self._text, self._rows, self._page = text, rows, page
        grammar = lexicon.built(DateLineGrammar)
        order = grammar.day_first(text, rows)
        self.order_open, day_first = order is None, order is not False
        found = (
            (number, grammar.match(text, start, end, day_first=day_first))
            for number, (start, end) in enumerate(rows)
            if text[start] in grammar.digits or text[start : start + 3] in grammar.starts
        )
        self._candidates = [(number, head) for number, head in found if head]
        self._numbers = frozenset(number for number, _ in self._candidates)
        sure = [head for _, head in self._candidates if head.follows != "loose"]
        self._any_sure = bool(sure)
        usual = _usual_style(sure or [head for _, head in self._candidates])
        self._usual = {style for style in {head.style for _, head in self._candidates} if usual is None or style.agrees(usual)}
        self._descending = _direction([head for head in sure if head.style in self._usual])

    def accepted(self) -> list[tuple[int, DateLine]]:
        """Give the number of the line and the date line of every entry, in order."""
        chosen: list[tuple[int, DateLine]] = []
        upcoming = self._upcoming()
        for (number, head), later in zip(self._candidates, upcoming, strict=True):
            if self._begins_entry(number, head, chosen[-1] if chosen else None, later):
                chosen.append((number, head))
        return chosen

    def _begins_entry(self, number: int, head: DateLine, before: tuple[int, DateLine] | None, later: DateLine | None) -> bool:
        if head.follows == "loose":
            return self._starts_paragraph(number) and (not self._any_sure or self._fits(head, before, later))
        if before is None or (before[0] == number - 1 and head.style in self._usual):
            return True
        return not self._in_letter(number, head, before, later)

    def _upcoming(self) -> list[DateLine | None]:
        """For each candidate, the next one that is surely written like an entry's date line."""
        result: list[DateLine | None] = []
        later: DateLine | None = None
        for _, head in reversed(self._candidates):
            result.append(later)
            if head.follows != "loose" and head.date and head.style in self._usual:
                later = head
        return result[::-1]

    def _in_order(self, head: DateLine, before: DateLine, later: DateLine | None) -> bool:
        """Say whether a date keeps the order of the page; True where the page has none."""
        if self._descending is None or not head.date:
            return True
        around = [day for day in (before.date, head.date, later and later.date) if day]
        return around == sorted(around, reverse=self._descending)

    def _fits(self, head: DateLine, before: tuple[int, DateLine] | None, later: DateLine | None) -> bool:
        return head.style in self._usual and (before is None or self._in_order(head, before[1], later))

    def _starts_paragraph(self, number: int) -> bool:
        """Say whether a line follows a blank one, or one that ends a sentence."""
        if number == 0:
            return True
        end = self._rows[number - 1][1]
        return not touching(self._text, end, self._rows[number][0]) or _closes(self._text, *self._rows[number - 1])

    def _in_letter(self, number: int, head: DateLine, before: tuple[int, DateLine], later: DateLine | None) -> bool:
        """Say whether a date line is that of a letter, or another date of the entry that it stands in."""
        between = self._rows[before[0] + 1 : number]
        usual = head.style in self._usual
        if not usual and (not between or not self._in_order(head, before[1], later)):
            return True
        if self._salutation_follows(number) and (not usual or (between and self._only_titles(between))):
            return True
        return self._at_address(number, number - 1) or (not usual and self._at_address(number, number + 1))

    def _salutation_follows(self, number: int) -> bool:
        """Say whether a letter's opening comes before the next sentence."""
        for row in range(number + 1, min(number + 1 + _LETTER_HEAD, len(self._rows))):
            start, end = self._rows[row]
            if row in self._numbers or end - start > _SHORT:
                return False
            if self._page.is_a("salutation", start, end):
                return True
        return False

    def _only_titles(self, between: Sequence[_Line]) -> bool:
        """Say whether an entry has had no sentence yet."""
        return len(between) <= _TITLES and not any(
            end - start > _SHORT and _closes(self._text, start, end) for start, end in between
        )

    def _at_address(self, number: int, other: int) -> bool:
        """Say whether a line beside the date line, with no blank line between, is one of an address."""
        if not 0 <= other < len(self._rows) or other in self._numbers:
            return False
        upper, lower = sorted((number, other))
        start, end = self._rows[other]
        if not touching(self._text, self._rows[upper][1], self._rows[lower][0]):
            return False
        return self._page.is_a("address", start, end)


def _usual_style(heads: Sequence[DateLine]) -> Style | None:
    """Give the most frequent way to write a date line; of equals, the first."""
    if not heads:
        return None
    habits = [head.style[:3] for head in heads]
    habit = max(dict.fromkeys(habits), key=habits.count)
    padded = [head.style.padded for head in heads if head.style[:3] == habit and head.style.padded is not None]
    return Style(*habit, max(dict.fromkeys(padded), key=padded.count, default=None))


def _direction(heads: Sequence[DateLine]) -> bool | None:
    """Say whether the dates of a page fall; None where they neither fall nor rise, or are too few."""
    days = [head.date for head in heads if head.date]
    if len(days) < _FAMILIAR:
        return None
    falls = sum(a > b for a, b in pairwise(days))
    rises = sum(a < b for a, b in pairwise(days))
    return None if min(falls, rises) * 4 > max(falls, rises) or falls == rises else falls > rises


def _heading(text: str, furniture: Sequence[_Line], page: LineReader) -> str | None:
    """Give the heading above the entries, where the last line there is one."""
    if not furniture:
        return None
    for start, end in furniture:
        subscription = page.match("subscribe", start, end)
        if subscription:
            return subscription[subscription.lastindex or 0]
    start, end = furniture[-1]
    if end - start > _TOPIC or any(page.is_a(name, start, end) for name in ("furniture", "footer", "subscribe", "label")):
        return None
    return None if _closes(text, start, end) else text[start:end]


def without_tail(text: str, own: list[_Line], page: LineReader, *, last: bool) -> tuple[list[_Line], list[_Line], str | None]:
    """Part the lines after a date line into those of the entry and the furniture after it; give the topic, if it is named."""
    cut, topic = len(own), None
    for number, (start, end) in enumerate(own):
        if end - start > _LINK:
            continue
        subscription = page.match("subscribe", start, end)
        if subscription or (number and page.is_a("footer", start, end)):
            cut, topic = number, subscription and subscription[subscription.lastindex or 0]
            break
    # Below the last entry a footer may hold lines that no list knows: short ones, under one that is known.
    unknown = 0
    for number in range(cut - 1, 0, -1):
        start, end = own[number]
        if page.is_a("furniture", start, end):
            cut, unknown = number, 0
        elif last and unknown < _UNKNOWN and (page.is_a("address", start, end) or _is_short(text, start, end)):
            unknown += 1
        else:
            break
    return own[:cut], own[cut:], topic


def _is_short(text: str, start: int, end: int) -> bool:
    """Say whether a line is too short for a paragraph, and no sentence."""
    return end - start <= _SHORT and not _closes(text, start, end)


def _closes(text: str, start: int, end: int) -> bool:
    """Say whether a line ends a sentence, or leads in what follows."""
    return ends_sentence(text, start, end) or text[end - 1] == ":"


def _after(text: str, position: int) -> int:
    """Skip the white space and the dash or bar between a date and the words on its line."""
    while text[position].isspace() or text[position] in "|:–—-":
        position += 1
    return position


def _either_order(text: str, head: DateLine) -> PageWarning:
    """Warn of a numeric date that nothing on the page settles."""
    span = Span(head.start, head.end)
    words = f"{span.of(text)!r} may put the day or the month first; it is read as {head.date}, the day first"
    return PageWarning("ambiguous-date", words, span)


def _not_an_entry(text: str, head: DateLine) -> PageWarning:
    """Say why a date line begins no statement."""
    span = Span(head.start, head.end)
    if head.date is None:
        return PageWarning(
            "impossible-date",
            f"{span.of(text)!r} is no day of the calendar; its lines are in no statement",
            span,
        )
    return PageWarning("entry-without-text", f"nothing stands under {span.of(text)!r}; it begins no statement", span)
