"""Pairing quotation marks: curly, straight, doubled apostrophes and guillemets, mixed, nested, or never closed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

__all__ = ["Quotation", "find_quotations"]

_Stretch = tuple[int, int]
_new = tuple.__new__  # what a NamedTuple does, without its frame
_MARKS = ("“", "”", "„", "«", "»", '"', "''")
_OPENERS = frozenset("“„«‘")
_GUILLEMETS = frozenset("«»")
_NEUTRAL = frozenset("\"'")
_BEFORE_OPENER = frozenset('([{<-–—―/|…:;,.«“„‘"')
_AFTER_CLOSER = frozenset(".,;:!?…)]}>-–—―/|»”’\"'")
_PAUSES = frozenset(",.!?")
_RUN = re.compile(r"[“”„«»\"]{3,}|[“”„«»\"'‘’]{4,}|(?:[“”„«»\"]\s?){4,}")
_SINGLE_CLOSE = re.compile(r"[.,!?…][’'](?=\s|\Z)")
_SIGNS = frozenset("“”„«»\"'‘’")
_FARTHEST = 4


class Quotation(NamedTuple):
    """The words between a pair of marks.

    Attributes:
        start: The offset of the first quoted character, white space inside the marks left out.
        end: The offset after the last.
        outer: The offset of the opening mark.
        after: The offset after the closing mark; the end of the paragraph where there is none.
        closed: Whether there is a closing mark.
        paragraph: The number of the paragraph that it starts in.
    """

    start: int
    end: int
    outer: int
    after: int
    closed: bool
    paragraph: int


class _Mark(NamedTuple):
    at: int
    width: int
    sign: str


def find_quotations(text: str, stretches: Sequence[_Stretch]) -> list[Quotation]:
    """Pair the marks of each paragraph; marks inside others are left to the outer pair.

    A mark that is never closed runs to the end of its paragraph, or to the next mark that opens there, and costs nothing else.
    It is closed by a closing mark in one of the next paragraphs if no other mark stands before that one.

    Args:
        text: The text that the offsets point into.
        stretches: Start and end of each paragraph, in order.

    Examples:
        >>> [(q.start, q.end) for q in find_quotations('“We ‘must’ go,” she said. "Now."', [(0, 32)])]
        [(1, 14), (27, 31)]
    """
    inside = _by_paragraph(text, stretches)
    found: list[Quotation] = []
    pending: Quotation | None = None
    pending_at = 0
    for number in sorted(inside):
        marks, (start, end) = inside[number], stretches[number]
        single = _single(text, start, end, number) if text[start] in "‘'" else None
        if single:
            found.append(single)
            marks = [mark for mark in marks if mark.at >= single.after]
        if not marks:
            continue
        if pending and number - pending.paragraph < _FARTHEST and _closes_late(text, marks[0], start, end):
            closing = marks.pop(0)
            found[pending_at] = _quotation(text, pending.outer, pending.start, closing, pending.paragraph)
        pairs = _paired(text, marks, stretches[number], number)
        found += pairs
        pending, pending_at = (pairs[-1], len(found) - 1) if pairs and not pairs[-1].closed else (None, 0)
    return [one for one in found if one.start < one.end and text[one.outer - 1 : one.outer] != "="]  # no attribute of markup


def _by_paragraph(text: str, stretches: Sequence[_Stretch]) -> dict[int, list[_Mark]]:
    """Find the marks of each paragraph that has some, or opens with a single one."""
    starts = [start for start, _ in stretches]
    inside: dict[int, list[_Mark]] = {}
    if "‘" in text or "'" in text:
        inside = {number: [] for number, start in enumerate(starts) if text[start] in "‘'"}
    for mark in _marks(text):
        number = bisect_right(starts, mark.at) - 1
        if number >= 0 and mark.at < stretches[number][1]:
            inside.setdefault(number, []).append(mark)
    return inside


def _single(text: str, start: int, end: int, paragraph: int) -> Quotation | None:
    """Pair single marks around a speech that opens its paragraph and ends like a sentence."""
    if start + 1 >= end or not text[start + 1].isalnum():
        return None
    closing = _SINGLE_CLOSE.search(text, start + 1, end)
    return _quotation(text, start, start + 1, _Mark(closing.end() - 1, 1, "’"), paragraph) if closing else None


def _marks(text: str) -> list[_Mark]:
    """Find the marks; a run of three or more, or of four with spaces between, is an ornament."""
    found: list[_Mark] = []
    for sign in _MARKS:
        if sign[0] not in text:
            continue
        width = len(sign)
        at = text.find(sign)
        while at >= 0:
            run = None if _SIGNS.isdisjoint(text[at + 1 : at + 3]) else _RUN.match(text, at)
            if run is None:
                found.append(_new(_Mark, (at, width, sign[0])))
            at = text.find(sign, run.end() if run else at + width)
    found.sort()
    return found


def _opens(text: str, mark: _Mark) -> bool:
    """Say whether a mark stands where one opens: after white space or punctuation, before a word."""
    before = text[mark.at - 1] if mark.at else " "
    after = text[mark.at + mark.width : mark.at + mark.width + 1] or " "
    elided = before in "’'" and (mark.sign in _OPENERS or mark.sign == '"')  # d’«
    return (before.isspace() or before in _BEFORE_OPENER or elided) and (not after.isspace() or mark.sign == "«")


def _closes(text: str, mark: _Mark) -> bool:
    """Say whether a mark stands where one closes: after a word, before white space or punctuation."""
    before = text[mark.at - 1] if mark.at else " "
    after = text[mark.at + mark.width : mark.at + mark.width + 1] or " "
    return (after.isspace() or after in _AFTER_CLOSER or mark.sign in "”»") and (not before.isspace() or mark.sign == "»")


def _closes_late(text: str, mark: _Mark, start: int, end: int) -> bool:
    """Say whether the first mark of a paragraph closes a speech that began in one before."""
    return start < mark.at < end and mark.sign not in _OPENERS and _closes(text, mark) and not _opens(text, mark)


def _family(sign: str) -> bool:
    """Tell guillemets from all other marks, which close each other."""
    return sign in _GUILLEMETS


def _paired(text: str, marks: Sequence[_Mark], stretch: _Stretch, paragraph: int) -> list[Quotation]:
    """Pair the marks of one paragraph."""
    if len(marks) == 2 and marks[0].sign == "“" and marks[1].sign == "”":  # noqa: PLR2004 - a plain pair
        return [_quotation(text, marks[0].at, marks[0].at + 1, marks[1], paragraph)]
    found: list[Quotation] = []
    inner: list[Quotation] = []
    stack: list[_Mark] = []
    for mark in marks:
        if stack and _ends(text, mark, stack):
            opening = stack.pop()
            while _family(opening.sign) != _family(mark.sign):
                opening = stack.pop()
            pair = _quotation(text, opening.at, opening.at + opening.width, mark, paragraph)
            if stack:
                if len(stack) == 1:
                    inner.append(pair)
            else:
                found.append(pair)
                inner = []
        elif _starts(text, mark, stack):
            stack.append(mark)
    return found + _open_ended(text, stack, inner, stretch, paragraph) if stack else found


def _open_ended(
    text: str, stack: Sequence[_Mark], inner: Sequence[Quotation], stretch: _Stretch, paragraph: int
) -> list[Quotation]:
    """Make the quotations of marks that are never closed in their paragraph, and of the pairs after the first of them."""
    opening, (start, end) = stack[0], stretch
    if opening.at == start and len(stack) == 1 and all(text[pair.outer] != opening.sign for pair in inner):
        return [_unclosed(text, opening, end, paragraph)]  # pairs of another kind stand inside the speech
    last = min([end, *(mark.at for mark in stack[1:]), *(pair.outer for pair in inner)])
    found = [_unclosed(text, opening, last, paragraph), *(pair for pair in inner if pair.outer > opening.at)]
    return [*found, _unclosed(text, stack[1], end, paragraph)] if len(stack) > 1 and not inner else found


def _ends(text: str, mark: _Mark, stack: Sequence[_Mark]) -> bool:
    """Say whether a mark closes one that is open."""
    if not any(_family(opening.sign) == _family(mark.sign) for opening in stack):
        return False
    if mark.sign in "”»":
        return stack[-1].sign != "»"
    if mark.sign == "«":  # »in the German way«
        return stack[-1].sign == "»"
    if mark.sign in _NEUTRAL:
        # Alone between spaces, a straight mark closes the straight one that is open.
        # The space after it is missing where punctuation stands before it: "…,"said.
        same = stack[-1].sign == mark.sign
        return _closes(text, mark) or (same and (not _opens(text, mark) or text[mark.at - 1] in _PAUSES))
    return mark.sign == "“" and _closes(text, mark) and not _opens(text, mark)


def _starts(text: str, mark: _Mark, stack: Sequence[_Mark]) -> bool:
    """Say whether a mark opens a quotation."""
    if mark.sign in _OPENERS:
        return mark.sign != "«" or _opens(text, mark) or not _closes(text, mark)
    if mark.sign in _NEUTRAL and not stack and not _closes(text, mark):
        return mark.at == 0 or not text[mark.at - 1].isalnum()
    return _opens(text, mark) and (mark.sign != "»" or not stack)


def _quotation(text: str, outer: int, start: int, closing: _Mark, paragraph: int) -> Quotation:
    """Make a quotation that is closed."""
    first, last = _trimmed(text, start, closing.at)
    return _new(Quotation, (first, last, outer, closing.at + closing.width, True, paragraph))


def _unclosed(text: str, opening: _Mark, last: int, paragraph: int) -> Quotation:
    """Make a quotation that runs to the end of its paragraph."""
    first, end = _trimmed(text, opening.at + opening.width, last)
    return Quotation(first, end, opening.at, last, False, paragraph)  # noqa: FBT003


def _trimmed(text: str, start: int, end: int) -> _Stretch:
    """Leave white space at both ends out."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
