"""Pages saved as HTML: rendered as a listing reads as text, with the dates that only the markup has, and then read as one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from itertools import accumulate

import attrs

from malirights.errors import InvalidTypeError
from malirights.faces.inputs.markup import Element, Lines, lines_of, tree
from malirights.faces.inputs.metadata import Metadata, Moment, metadata_of, moment_of
from malirights.find.datelines import DateLine, DateLineGrammar
from malirights.find.entries import Cut, Entry, find_entries, without_tail
from malirights.find.pagelines import PageLines
from malirights.lexicon import Lexicon
from malirights.model import Page, PageWarning
from malirights.parsing import FINDINGS, Finding, check_findings, parse_page
from malirights.segment import ends_sentence

__all__ = ["Row", "parse_html", "parse_markup", "written"]

_SHORT = 80
_TITLES = 4
_TOPIC = 60
_ABOVE = 6


@attrs.frozen
class Row:
    """A line of the text that a page is rendered as.

    Attributes:
        text: Its words.
        tight: Whether no blank line stands before it.
        moment: What the markup says of the date on it; None where it says nothing, or it is no date line.
    """

    text: str
    tight: bool = False
    moment: Moment | None = None


def parse_html(
    html: str,
    *,
    publisher: str | None = None,
    url: str | None = None,
    lexicon: Lexicon | None = None,
    find: Collection[Finding] = FINDINGS,
    strict: bool = False,
) -> Page:
    r"""Read a page saved as HTML: a listing of statements, or one article.

    `page.text`, which all spans point into, is what a reader sees: a block is a paragraph, a line break is a line. Scripts,
    menus, side bars, forms, cookie banners and what is hidden are no part of it. Where only the markup has the date of an
    entry ("2 days ago" on a `time` element), its day is written in the ISO form in the place of those words, or above the
    article. A date below a title is put above it, as in a listing.

    A listing is read as its text is, and gives the same statements. An article is one statement, whatever dates stand in it;
    `released` comes from the markup where that gives a time and a zone, and noon and midnight are taken for a day alone.

    Args:
        html: The page.
        publisher: Who publishes the page; where it is None, who the markup says (Open Graph, Dublin Core, JSON-LD), else as in
            `parse`.
        url: Where the page was published; where it is None, its canonical address.
        lexicon: As in `parse`.
        find: As in `parse`.
        strict: As in `parse`.

    Returns:
        The page, with at least one statement; its topic is as in `parse`, else from the markup, else the only `h1`.

    Raises:
        InvalidTypeError: The HTML is no `str`.
        InvalidValueError: Something else is to be found, or the markup is nested so deeply that no browser would show it.
        MissingExtraError: selectolax is not installed.
        NoStatementsError: Neither the text nor the markup has a date that begins an entry.
        StrictError: `strict` is set, and there is something to warn of.

    Examples:
        >>> page = parse_html("<title>Court</title><p>May 4, 2016<p>The court <b>sat</b>.")  # with malirights[html]
        >>> page.text, page.statements[0].date
        ('May 4, 2016\n\nThe court sat.', datetime.date(2016, 5, 4))
    """
    if not isinstance(html, str):
        message = f"parse_html takes the HTML as a str, got {type(html).__name__}; to read a file, use read(path)"
        raise InvalidTypeError(message)
    return parse_markup(html, (), publisher=publisher, url=url, lexicon=lexicon, find=find, strict=strict)


def parse_markup(
    html: str,
    notices: Iterable[PageWarning],
    *,
    publisher: str | None,
    url: str | None,
    lexicon: Lexicon | None,
    find: Collection[Finding],
    strict: bool,
) -> Page:
    """Do what `parse_html` does, for a page with warnings of its own: those from reading its file."""
    check_findings(find)
    words = lexicon or Lexicon.default()
    parser = tree(html.removeprefix("\ufeff"))
    known = metadata_of(parser, words.built(DateLineGrammar))
    text, cut = _Rendering(lines_of(parser), known, words).cut()
    return parse_page(
        text,
        notices,
        cut=cut,
        publisher=publisher or known.publisher,
        url=url or known.url,
        lexicon=lexicon,
        find=find,
        strict=strict,
    )


def written(rows: Sequence[Row]) -> tuple[str, list[tuple[int, int]]]:
    r"""Write rows as a text, a blank line before each that is not tight; give it and the offsets of each row in it.

    Examples:
        >>> written([Row("12 Harbour Street"), Row("Velmora", tight=True), Row("The court sat.")])
        ('12 Harbour Street\nVelmora\n\nThe court sat.', [(0, 17), (18, 25), (27, 41)])
    """
    pieces: list[str] = []
    spans: list[tuple[int, int]] = []
    position = 0
    for row in rows:
        gap = "" if not spans else "\n" if row.tight else "\n\n"
        pieces += [gap, row.text]
        spans.append((position + len(gap), position + len(gap) + len(row.text)))
        position = spans[-1][1]
    return "".join(pieces), spans


class _Rendering:
    """Puts the lines of a page in the order and the form of a listing."""

    def __init__(self, seen: Lines, known: Metadata, lexicon: Lexicon) -> None:
        self._lines, self._elements, self._known, self._lexicon = seen.lines, seen.elements, known, lexicon
        self._grammar = lexicon.built(DateLineGrammar)
        self._shown = {number for number, line in enumerate(self._lines) if self._shows_date(line.text)}
        self._moments = {
            number: moment
            for number, line in enumerate(self._lines)
            if line.moment and (moment := moment_of(line.moment, self._grammar))
        }
        alone = {number for number in self._moments if self._lines[number].moment_alone}
        self._dated = sorted(self._shown | alone) or [number for number in self._moments if self._is_aside(number)]
        self._places = {number: place for place, number in enumerate(self._dated)}

    def cut(self) -> tuple[str, Cut]:
        """Give the text of the page, cut into its entries."""
        region = self._article()
        published = self._known.published or (self._known.dated if not self._dated else None)
        if published or (len(self._dated) == 1 and region and region.tag == "article" and self._in(region) == self._dated):
            article = self._one_article(region, published)
            if article:
                return article
        return self._listing()

    def _listing(self) -> tuple[str, Cut]:
        """Give the text of a listing, cut as any text is; the markup adds the time of day, and the topic."""
        rows: list[Row] = []
        position = 0
        for number in self._dated:
            first = self._top(number)
            rows += self._plain(position, first)
            rows += [self._date_row(number), *self._plain(first, number)]
            position = number + (number in self._shown or self._lines[number].moment_alone)
        rows += self._plain(position, len(self._lines))
        text, spans = written(rows)
        cut = find_entries(text, self._lexicon)
        moments = {start: row.moment.moment for row, (start, _) in zip(rows, spans, strict=True) if row.moment}
        entries = [
            entry._replace(head=entry.head._replace(released=entry.head.released or moments.get(entry.head.start)))
            for entry in cut.entries
        ]
        return text, cut._replace(entries=entries, topic=cut.topic or self._known.topic or self._heading())

    def _one_article(self, region: Element | None, published: Moment | None) -> tuple[str, Cut] | None:
        """Give the text of an article under its date, as one entry; None where there is nothing but a date."""
        first, end = (region.first, region.end) if region else (0, len(self._lines))
        first = self._title_above(first)
        number = self._own_date(first, end, published)
        if number is not None:
            date = self._date_row(number)
            published = published or date.moment
        elif published:
            date = Row(published.day.isoformat(), moment=published)
        else:
            return None
        above, below = self._plain(0, first), self._plain(end, len(self._lines))
        body = [
            *self._plain(first, end if number is None else number),
            *self._plain(end if number is None else number + 1, end),
        ]
        text, spans = written([*above, date, *body, *below])
        start, stop = spans[len(above)]
        head = self._grammar.match(text, start, stop)
        own = spans[len(above) + 1 : len(above) + 1 + len(body)]
        if not head or not head.date or not own:
            return None
        page = self._lexicon.built(PageLines).reader(text)
        own, tail, subscribed = without_tail(text, own, page, last=True)
        if not own:
            return None
        furniture = [*spans[: len(above)], *tail, *spans[len(above) + 1 + len(body) :]]
        entry = Entry(self._released(head, published), own, own[-1][1])
        return text, Cut([entry], furniture, self._known.topic or subscribed, [])

    def _released(self, head: DateLine, published: Moment | None) -> DateLine:
        """Add the time of day that the markup gives."""
        return head._replace(released=head.released or (published.moment if published else None))

    def _article(self) -> Element | None:
        """Give the element of the page's one article: the longest, else the main part of the page."""
        size = [0, *accumulate(len(line.text) for line in self._lines)]
        for tag in ("article", "main"):
            found = [element for element in self._elements if element.tag == tag]
            if found:
                return max(found, key=lambda element: size[element.end] - size[element.first])
        return None

    def _in(self, element: Element) -> list[int]:
        """Give the dated lines in an element."""
        return [number for number in self._dated if element.first <= number < element.end]

    def _title_above(self, first: int) -> int:
        """Give the line of the title, where it stands a few lines above the article."""
        for number in range(first - 1, max(first - _ABOVE, 0) - 1, -1):
            if self._lines[number].element.tag == "h1":
                return number
        return first

    def _own_date(self, first: int, end: int, published: Moment | None) -> int | None:
        """Give the line with the date of an article: one of a `time` element, else one above its text."""
        dated = [number for number in self._dated if first <= number < end]
        timed = [number for number in dated if number in self._moments and self._lines[number].moment_alone]
        if timed:
            return timed[0]
        for number in dated:
            above = self._lines[first:number]
            if len(above) > _TITLES or any(ends_sentence(line.text, 0, len(line.text)) for line in above):
                return None
            line = self._grammar.match(self._lines[number].text, 0, len(self._lines[number].text))
            if line and line.date and (not published or abs(line.date - published.day) <= dt.timedelta(days=1)):
                return number
        return None

    def _top(self, number: int) -> int:
        """Give the line above which a date belongs: the first of its item, where the date stands below a title."""
        element: Element | None = self._lines[number].element
        if len(self._dated) == 1 or (element and element.end - element.first > 1 and number not in self._moments):
            return number  # one line of several, such as the date below the address of a letter
        item = None
        while element and not self._holds_other(element, number):
            item, element = element, element.parent
        above = range(item.first if item else number, number)
        if len(above) > _TITLES or any(self._grammar.match(text, 0, len(text)) for n in above if (text := self._lines[n].text)):
            return number
        return above.start

    def _holds_other(self, element: Element, number: int) -> bool:
        """Say whether an element holds the date of another entry."""
        place = self._places[number]
        before, after = self._dated[place - 1 : place], self._dated[place + 1 : place + 2]
        return any(element.first <= other < element.end for other in (*before, *after))

    def _date_row(self, number: int) -> Row:
        """Give the date line of an entry: as it stands where it shows a full date, else the day that the markup gives."""
        moment = self._moments.get(number)
        if number in self._shown or not moment:
            return Row(self._lines[number].text, moment=moment)
        return Row(moment.day.isoformat(), moment=moment)

    def _plain(self, first: int, end: int) -> list[Row]:
        return [Row(line.text, line.tight) for line in self._lines[first:end] if line.text]

    def _shows_date(self, text: str) -> bool:
        """Say whether a line is a full date, even one of no calendar, and nothing else."""
        line = self._grammar.match(text, 0, len(text)) if text else None
        return line is not None and line.follows == "nothing"

    def _is_aside(self, number: int) -> bool:
        """Say whether a line with a `time` element only says when and by whom."""
        text = self._lines[number].text
        return len(text) <= _SHORT and not ends_sentence(text, 0, len(text))

    def _heading(self) -> str | None:
        """Give the only main heading of a listing, where it is short."""
        found = [line.text for line in self._lines if line.element.tag == "h1"]
        return (
            found[0] if len(found) == 1 and len(found[0]) <= _TOPIC and not ends_sentence(found[0], 0, len(found[0])) else None
        )
