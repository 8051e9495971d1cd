"""Lines, paragraphs and sentences, by their offsets; no text is copied or altered."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

__all__ = ["ends_sentence", "last_mark", "lines", "paragraphs", "sentence_breaks", "touching"]

# The mandatory breaks of Unicode's line breaking algorithm (UAX #14: LF, CR, VT, FF, NEL, LS, PS) end a line.
_LINE = re.compile(r"\S(?:[^\n\r\v\f\x85\u2028\u2029]*\S)?")
_PLAIN_LINE = re.compile(r"\S(?:.*\S)?")
_RARE_BREAKS = "\r\v\f\x85\u2028\u2029"
_BULLET = re.compile(r"[•●▪■◦‣*·–—-]\s+|\d{1,2}[.)]\s+|[•●▪■◦‣·]")
_STOP = re.compile(
    r"[.!?…]+(?:[”\"»’')\]]|\s»)*\s+(?=(?:[«“\"‘(\[]|'{1,2})?\s?[^\W_a-zß-öø-ÿ])"
    r"|(?<=[a-zß-öø-ÿ”\"»’])[.!?…]+[”\"»’')\]]*(?=[A-ZÀ-Þ][a-zß-öø-ÿ])"  # a space is missing
)
_LAST_WORD = re.compile(r"[\w.’'-]*\w\Z")
_CLOSING = frozenset("”\"»’')] \xa0")
_TERMINAL = frozenset(".!?…")
_STOPS = (".", "!", "?", "…")
_WRAPPED = 40


def lines(text: str) -> list[tuple[int, int]]:
    r"""Give start and end of every non-blank line, white space at both ends left out.

    Examples:
        >>> lines("  one\r\n\r\ntwo ")
        [(2, 5), (9, 12)]
    """
    line = _LINE if any(sign in text for sign in _RARE_BREAKS) else _PLAIN_LINE
    return [match.span() for match in line.finditer(text)]


def paragraphs(text: str, own_lines: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    r"""Join the lines that were wrapped at a margin; every other line is a paragraph of its own.

    A line that begins in lower case, directly under a long line, shows that its block is wrapped; the whole block, up to a
    blank line or a bullet, is then one paragraph.

    Examples:
        >>> text = "The court ruled on Tuesday that the three people\nwho were held must go free."
        >>> paragraphs(text, lines(text))
        [(0, 76)]
    """
    for start, _ in own_lines:
        if text[start].islower():
            break
    else:
        return list(own_lines)
    result: list[tuple[int, int]] = []
    block: list[tuple[int, int]] = []
    wrapped = False
    for start, end in own_lines:
        if block and touching(text, block[-1][1], start) and not _BULLET.match(text, start, end):
            wrapped = wrapped or (text[start].islower() and block[-1][1] - block[-1][0] >= _WRAPPED)
            block.append((start, end))
            continue
        result += [(block[0][0], block[-1][1])] if wrapped else block
        block, wrapped = [(start, end)], False
    return result + ([(block[0][0], block[-1][1])] if wrapped else block)


def sentence_breaks(text: str, start: int, end: int, abbreviations: Container[str]) -> list[int]:
    """Give the offsets at which the sentences after the first begin, between two offsets.

    A full stop after an abbreviation, an initial or a number in a list ends no sentence.

    Examples:
        >>> sentence_breaks("Dr. Moru left. Nobody knew.", 0, 27, {"dr"})
        [15]
    """
    breaks: list[int] = []
    for sign in _STOPS:
        at = text.find(sign, start, end)
        while at >= 0:
            match = _STOP.match(text, at, min(len(text), end + 3))
            if match and match.end() <= end and not (sign == "." and _abbreviates(text, start, at, abbreviations)):
                breaks.append(match.end())
            at = text.find(sign, match.end() if match else at + 1, end)
    return sorted(set(breaks)) if len(breaks) > 1 else breaks


def _abbreviates(text: str, start: int, stop: int, abbreviations: Container[str]) -> bool:
    """Say whether a full stop belongs to an abbreviation or an initial."""
    match = _LAST_WORD.search(text, max(start, stop - 24), stop)
    word = match[0] if match else ""
    return (len(word) == 1 and word.isupper()) or "." in word or word.casefold() in abbreviations


def last_mark(text: str, start: int, end: int) -> str:
    """Give the last character of a stretch, closing quotation marks and brackets passed over; "" where nothing else is there.

    Examples:
        >>> last_mark("(The court ruled.)”", 0, 19)
        '.'
    """
    while end > start and text[end - 1] in _CLOSING:
        end -= 1
    return text[end - 1] if end > start else ""


def ends_sentence(text: str, start: int, end: int) -> bool:
    """Say whether a stretch ends as a sentence does.

    Examples:
        >>> ends_sentence("The court ruled.”", 0, 17), ends_sentence("Court rules", 0, 11)
        (True, False)
    """
    return last_mark(text, start, end) in _TERMINAL


def touching(text: str, end: int, start: int) -> bool:
    r"""Say whether a line that starts at one offset stands directly under a line that ended at another.

    Examples:
        >>> touching("one\r\n two", 3, 6), touching("one\n\ntwo", 3, 5)
        (True, False)
    """
    if text.count("\n", end, start) > 1:
        return False
    return len(text[end:start].replace("\r\n", "\n").strip(" \t\xa0")) == 1
