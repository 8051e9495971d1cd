"""What the paragraphs of an entry are: release line, headline, byline, caption, dateline, contact, body and so on."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import NamedTuple

from malirights.find.datelines import DateLine, DateLineGrammar, Release
from malirights.find.headlines import HeadlineReader
from malirights.find.pagelines import PageLines
from malirights.lexicon import Lexicon
from malirights.model import PageWarning, Part, PartKind, Span
from malirights.segment import ends_sentence, paragraphs, touching

__all__ = ["Parts", "find_parts"]

_Stretch = tuple[int, int]
_NAME = r"[^\W\d_a-zß-öø-ÿ][\w’'.-]*"
_PLACE = rf"{_NAME}(?:[ /-](?:de |la |du |d[’'])?{_NAME}){{0,3}}"
_DATELINE = re.compile(
    rf"(?:\({_PLACE}[^()\n]{{0,60}}\)\s*(?:[–—-]+|:)?\s*"
    rf"|{_PLACE}(?:,\s{_PLACE}){{0,2}}(?:,? (?:le )?[^–—\n]{{0,20}}\d{{4}})?\s*(?:\s[–—-]|[–—]|--)+\s*)(?=\S)"
)
_CAPITAL_DATELINE = re.compile(r"[A-ZÀ-Þ]{3}[A-ZÀ-Þ.,' -]{0,40}\s[–—-]+\s")
_PLACE_LINE = re.compile(rf"{_PLACE},\s(?:{_PLACE}|(?:le )?[^\n]{{3,20}}\d{{4}})\Z")
_DIGIT = re.compile(r"\d")
_REACH = re.compile(r"[\w.+-]+@[\w-]+\.\w|\+?\(?\d[\d() .–-]{6,}\d")
_PLACE_LINE_LONGEST = 40
_RELEASE_LONGEST = 120
_RELEASE_WORDS = 14
_DATELINE_LONGEST = 90
_ANYWHERE = ("index", "byline", "caption", "field", "contact", "action")
_SENTENCE = 90
_LETTER_HEAD = 14
_QUOTE_MARKS = frozenset('“"«')
_WHY = {
    "time": ("release-without-time", "states no time of day"),
    "zone": ("release-without-zone", "states no time zone"),
    "ambiguous": ("ambiguous-zone", "names a time zone that means several"),
    "date": ("release-without-date", "states no date"),
}


class Parts(NamedTuple):
    """An entry, taken apart; offsets are relative to the entry's own text.

    Attributes:
        parts: What each stretch is; together they cover every word after the date line once.
        paragraphs: The spans of the paragraphs after the date line.
        released: When the text was released, where a line says so exactly.
        warnings: What release lines lack.
    """

    parts: tuple[Part, ...]
    paragraphs: tuple[Span, ...]
    released: dt.datetime | None
    warnings: tuple[PageWarning, ...]


def find_parts(text: str, own_lines: Sequence[_Stretch], lexicon: Lexicon) -> Parts:
    """Take an entry apart.

    Args:
        text: The entry's own text.
        own_lines: Start and end of its lines after the date line, in that text.
        lexicon: Whose page lines, months and zones to use.
    """
    stretches = paragraphs(text, own_lines)
    reader = _Reader(text, lexicon)
    letter = reader.letter_head(stretches)
    for number, (start, end) in enumerate(stretches):
        if reader.settles(stretches, number):
            break
        if number in letter:
            reader.take_letter_head(start, end)
        else:
            reader.take(start, end, last=number == len(stretches) - 1)
    return Parts(tuple(reader.parts), tuple(reader.paragraphs), reader.released, tuple(reader.warnings))


class _Reader:
    """Goes through the paragraphs of an entry once, in order."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.parts: list[Part] = []
        self.paragraphs: list[Span] = []
        self.warnings: list[PageWarning] = []
        self.released: dt.datetime | None = None
        self._text = text
        page = lexicon.built(PageLines)
        self._lines, self._anywhere = page.reader(text), page.group(_ANYWHERE)
        self._grammar = lexicon.built(DateLineGrammar)
        self._headlines = lexicon.built(HeadlineReader)
        self._body = self._titled = self._contact = self._epigraph = False
        self._settled = False  # in the body, with no contact or field to go on with
        self._odd = -1  # the number of the last paragraph that may be no body
        self._line: tuple[PartKind, int] | None = None
        self._head: DateLine | None = None

    def letter_head(self, stretches: Sequence[_Stretch]) -> range:
        """Give the numbers of the paragraphs between a letter's title and its salutation; none where there is no letter."""
        first = 0
        for number, (start, end) in enumerate(stretches[:_LETTER_HEAD]):
            if number and first and self._lines.is_a("salutation", start, end) and self._text[end - 1] in ",:!":
                return range(first, number)
            if end - start > _SENTENCE or ends_sentence(self._text, start, end):
                break
            if not first and not self._lines.is_a("label", start, end):
                first = number + 1
        return range(0)

    def settles(self, stretches: Sequence[_Stretch], number: int) -> bool:
        """Take all paragraphs from one on for the body, and say so, where none of them can be anything else."""
        if not self._settled or number <= self._odd:
            return False
        for odd in range(len(stretches) - 1, number - 1, -1):
            if self._lines.may_be(self._anywhere, *stretches[odd]):
                self._odd = odd
                return False
        spans = [Span(start, end) for start, end in stretches[number:]]
        self.paragraphs += spans
        self.parts += [Part("body", span) for span in spans]
        return True

    def take_letter_head(self, start: int, end: int) -> None:
        """Take a line of the head of a letter: its place and day, or the one it is written to."""
        self.paragraphs.append(Span(start, end))
        self._add("body", start, end)
        self._body = True

    def take(self, start: int, end: int, *, last: bool) -> None:
        """Say what the next paragraph is."""
        span = Span(start, end)
        self.paragraphs.append(span)
        if self._contact and self._carries_on_contact(start, end):
            self._add("contact", start, end)
            return
        self._contact = self._settled = False
        if self._line and self._carries_on_line(*self._line, start, end):
            self._add(self._line[0], start, end)
            self._line = self._line[0], end
            return
        self._line = None
        kind = None
        if not self._body:
            self._head = self._grammar.match(self._text, start, end)
            kind = self._opening(start, end)
        if kind is None:
            kind = self._lines.first(self._anywhere, start, end)
        if kind == "release":
            self._release(start, end)
        elif kind:
            self._contact = kind == "contact"
            self._line = (kind, end) if kind in ("byline", "field") else None  # type: ignore[assignment]
            self._add(kind, start, end)  # type: ignore[arg-type]
        elif self._body:
            self._settled = True
            self.parts.append(Part("body", span))
        else:
            self._open(start, end, last=last)
            self._settled = self._body

    def _opening(self, start: int, end: int) -> str | None:
        """Recognise the lines that stand above the first sentence only."""
        if end - start > _RELEASE_LONGEST:
            return None
        if self._lines.is_a("label", start, end):
            return "label"
        if end - start <= _PLACE_LINE_LONGEST and _PLACE_LINE.match(self._text, start, end):
            self._body = self._titled and self._text[end - 1].isdigit()  # the place and day of a letter
            return "dateline"
        if self._titled and self._lines.is_a("salutation", start, end):
            self._body = True
            return None
        if self._lines.is_a("blog", start, end):
            return "byline"
        if self._head and self._head.follows == "nothing":
            return "release"
        if self._lines.is_a("release", start, end) and _DIGIT.search(self._text, start, end):
            prose = ends_sentence(self._text, start, end) and self._text.count(" ", start, end) > _RELEASE_WORDS
            return None if prose else "release"
        return None

    def _open(self, start: int, end: int, *, last: bool) -> None:
        """Read a paragraph above the first sentence: headline lines, an epigraph, or the first of the body."""
        text = self._text
        if self._epigraph and text[start] in "–—-―":
            self._add("body", start, end)
            return
        start = self._without_date(start, end)
        if _CAPITAL_DATELINE.match(text, start, end):
            self._body = True
            self._start_body(start, end)
            return
        bullets, stop = self._headlines.read(text, start, end, last=last, titled=bool(self.parts))
        for first, after in bullets:
            self._add("headline", first, after)
        self._titled = self._titled or bool(bullets)
        if stop < end:
            quoted = text[start] in _QUOTE_MARKS and not ends_sentence(text, start, end)
            self._epigraph = quoted and not last
            self._body = not self._epigraph
            self._start_body(start if not bullets else stop, end)

    def _without_date(self, start: int, end: int) -> int:
        """Set a date before a title on one line apart, and give where the title starts."""
        head = self._head
        labelled = self._lines.match("date_prefix", start, end)
        stop = head.end if head and head.follows != "nothing" else start
        if labelled:
            stop = self._text.index(labelled[0].split()[-1], start) + len(labelled[0].split()[-1])
        if stop == start or ends_sentence(self._text, start, end):
            return start
        self._add("release", start, start + len(self._text[start:stop].rstrip()))
        while self._text[stop].isspace() or self._text[stop] in "|:–—-":
            stop += 1
        return stop

    def _start_body(self, start: int, end: int) -> None:
        """Set the dateline of a body's first paragraph apart."""
        while self._text[start].isspace():
            start += 1
        head = self._text[start : min(end, start + _DATELINE_LONGEST)]
        dashed = " –" in head or "—" in head or " -" in head or "--" in head or ")" in head
        dateline = _DATELINE.match(self._text, start, min(end, start + 2 * _DATELINE_LONGEST)) if dashed else None
        if dateline:
            self._add("dateline", start, start + len(dateline[0].rstrip()))
            start = dateline.end()
        self._add("body", start, end)

    def _release(self, start: int, end: int) -> None:
        """Read a release line, and say what it lacks."""
        self._add("release", start, end)
        head = self._head
        found = Release(head.released, None) if head and head.released else self._grammar.release(self._text[start:end])
        self.released = self.released or found.moment
        if found.lacks:
            code, lacks = _WHY[found.lacks]
            words = self._text[start:end]
            self.warnings.append(PageWarning(code, f"the release line {words!r} {lacks}; released is None", Span(start, end)))

    def _carries_on_line(self, kind: PartKind, before: int, start: int, end: int) -> bool:
        """Say whether a line right under a byline or a field goes on with it."""
        if not touching(self._text, before, start) or end - start > _SENTENCE or ends_sentence(self._text, start, end):
            return False
        return self._lines.first(self._anywhere, start, end) is None and (kind == "field" or "," in self._text[start:end])

    def _carries_on_contact(self, start: int, end: int) -> bool:
        """Say whether a line under a contact goes on with it: a number, an address, a short line that is no sentence."""
        if _REACH.search(self._text, start, min(end, start + _SENTENCE * 2)):
            return True
        return end - start <= _SENTENCE and not ends_sentence(self._text, start, end)

    def _add(self, kind: PartKind, start: int, end: int) -> None:
        self.parts.append(Part(kind, Span(start, end)))
