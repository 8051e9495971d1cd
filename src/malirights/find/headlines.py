"""Headlines: which lines before the first sentence are one, and where run-together bullets part."""

from __future__ import annotations

import re

from malirights.lexicon import Lexicon
from malirights.segment import ends_sentence, last_mark

__all__ = ["HeadlineReader"]

_BULLET = re.compile(r"(?:[•●▪■◦‣*·–—-]|\d{1,2}[.)])\s+|[•●▪■◦‣·]")
_INLINE_BULLET = re.compile(r"[•●▪■◦‣]\s*")
_STOP = re.compile(r"[.!?](?<=[^\W\d_A-Z]{2}.)[.!?]*[”\"»’']*\s+(?=[“\"‘(]?[^\W\d_a-zß-öø-ÿ])")
_TOPIC = re.compile(r"(?:\w[\w’'-]*\s+){0,3}\w[\w’'-]*")
_WORD = re.compile(r"[\w’'-]+(?:[.,]\d+)*")
_OPENS = re.compile(r"\s(?:[“\"«]|'')(?P<inside>[^”\"»]*)")
_STOPPED = re.compile(r"[.!?,][”\"»']|[.!?]\s")
_SIGNED = re.compile(r"[”\"»]\s*[–—-]")
_QUOTES = frozenset("“\"«'‘")
_LONGEST = 420
_ALONE = 25
_ASKING = 14
_QUOTED = 12
_PIECE = 3
_TITLE_CASE = 0.6


class HeadlineReader:
    """Reads headline lines with the function words of a lexicon; build it with `lexicon.built(HeadlineReader)`."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Collect the words that no line of a headline ends with, and those that start one."""
        self._joins = frozenset(lexicon.everywhere("headline", "joining"))
        self._verbs = frozenset(lexicon.everywhere("headline", "verbs"))
        self._roles = frozenset(lexicon.everywhere("names", "roles"))
        self._starts = frozenset(lexicon.everywhere("headline", "starts"))

    def read(self, text: str, start: int, end: int, *, last: bool, titled: bool) -> tuple[list[tuple[int, int]], int]:
        """Read a paragraph before the first sentence as lines of a headline.

        Args:
            text: The text that the offsets point into.
            start: Where the paragraph starts.
            end: Where it ends.
            last: Whether it is the last of its statement, and so may be a sentence that is cut off.
            titled: Whether lines of the headline stand above it.

        Returns:
            The lines, none where the paragraph is no headline; and the offset after them, smaller than the end where a quote
            follows on the same line.
        """
        bullet = _BULLET.match(text, start, end)
        if bullet and bullet.end() < end:
            if text[start].isdigit() and ends_sentence(text, start, end):
                return [], start
            return self._bullets(text, bullet.end(), end), end
        if end - start > _LONGEST or text[start].islower() or text[start] in "–—":
            return [], start
        line = text[start:end]
        quoted = "“" in line or '"' in line or "«" in line or "‘" in line or "''" in line
        if (
            quoted
            and line[0] in _QUOTES
            and (last or len(line.split()) > _ALONE or _STOPPED.search(line) or _SIGNED.search(line))
        ):
            return [], start
        if quoted and last and (line.count("“") != line.count("”") or line.count('"') % 2):
            return [], start  # cut off in a quote
        stop = self._before_quote(line) + start if quoted else end
        if stop == end and not self._is_title(line, last=last, titled=titled):
            return [], start
        return self._bullets(text, start, stop), stop

    def _is_title(self, line: str, *, last: bool, titled: bool) -> bool:
        """Say whether a line is no sentence, nor one that is cut off."""
        mark = last_mark(line, 0, len(line))
        if mark in ".…:;," or (mark in "!?" and (last or len(line.split()) > _ASKING)):
            return False
        stops = [stop.start() for stop in _STOP.finditer(line, 0, len(line) - 1)]
        if any(not _TOPIC.fullmatch(line, 0, stop) for stop in stops):
            return False
        words = line.split()
        return not last or (not titled and len(words) <= _ALONE and words[-1].lower() not in self._joins)

    def _before_quote(self, line: str) -> int:
        """Give where a quote of a sentence or more follows the title on one line; else the end of the line."""
        opening = _OPENS.search(line)
        if not opening:
            return len(line)
        before, inside = line[: opening.start()].rstrip(), opening["inside"].strip()
        titled = len(before.split()) >= _PIECE and last_mark(before, 0, len(before)) not in ".!?…:;,"
        if titled and before.split()[-1].lower() not in self._joins and len(inside.split()) > _QUOTED and inside[0].isupper():
            return len(before)
        return len(line)

    def _bullets(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """Part the bullets of a line, marked or run together."""
        pieces: list[tuple[int, int]] = []
        position = start
        for mark in _INLINE_BULLET.finditer(text, start, end):
            pieces.append((position, position + len(text[position : mark.start()].rstrip())))
            position = mark.end()
        pieces.append((position, end))
        return [bullet for piece in pieces if piece[0] < piece[1] for bullet in self._run_together(text, *piece)]

    def _run_together(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """Part bullets that follow each other without a sign: a new one starts with a capital that is no name's."""
        found = list(_WORD.finditer(text, start, end))
        words = [match[0] for match in found]
        longer = [word for word in words[1:] if len(word) > _PIECE]
        if len(words) < 2 * _PIECE or sum(word[0].isupper() for word in longer) > _TITLE_CASE * len(longer):
            return [(start, end)]
        result, first = [], 0
        for number in range(_PIECE, len(words) - _PIECE + 1):
            if words[number][0].islower() or number - first < _PIECE:
                continue
            before, here = found[number - 1].end(), found[number].start()
            if not text[before:here].strip() and self._starts_bullet(text, words, number):
                result.append((found[first].start() if first else start, before))
                first = number
        return [*result, (found[first].start() if first else start, end)]

    def _starts_bullet(self, text: str, words: list[str], number: int) -> bool:
        """Say whether a word starts a bullet, by itself, the word before it and the words after it."""
        word, before, after = words[number], words[number - 1], words[number + 1]
        if before.casefold() in self._joins:
            return False
        if word[0].isdigit() and before[0].isdigit():
            return True
        if word[0].isdigit():
            return before[0].islower() and not self._is_verb(before) and self._tells(words, number)
        if not (word[0].isupper() and word[1:].islower()):
            return word in ("A", "À") and after[0].islower()
        folded = word.casefold()
        if not after[0].islower():
            return False
        if folded in self._starts:
            return True
        if after.casefold() in self._joins or not (before[0].islower() or before[0].isdigit() or before.isupper()):
            return False
        if f" {folded} " in text:
            return True
        if not before[0].islower() or (self._is_verb(before) and before.endswith("s")) or before.lower() in self._roles:
            return False
        return self._is_verb(after) or self._is_verb(words[min(number + 2, len(words) - 1)])

    def _tells(self, words: list[str], number: int) -> bool:
        """Say whether a number is followed by a noun and its verb: "65 people killed"."""
        return any(self._is_verb(word) for word in words[number + 2 : number + 4])

    def _is_verb(self, word: str) -> bool:
        """Say whether a word is a verb that headlines use, or looks like a past form."""
        return word.casefold() in self._verbs or word.endswith(("ed", "és", "ées"))
