"""One page to statements, each annotated once."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Literal, get_args

import attrs

from malirights.errors import InvalidTypeError, InvalidValueError, NoStatementsError, StrictError
from malirights.find.dates import find_dates
from malirights.find.entries import Cut, Entry, find_entries
from malirights.find.events import annotate_events
from malirights.find.language import find_language
from malirights.find.parts import Parts, find_parts
from malirights.find.quotes import annotate_quotes
from malirights.lexicon import Lexicon
from malirights.model import Event, Page, PageWarning, Part, Quote, Span, Statement, When
from malirights.model.checks import day_of
from malirights.segment import lines

__all__ = ["FINDINGS", "Finding", "check_findings", "identity", "parse", "parse_page", "parse_statement"]

Finding = Literal["quotes", "dates", "events"]
FINDINGS: tuple[Finding, ...] = get_args(Finding)
"""Everything that can be found in a statement."""

_TELLING = frozenset({"headline", "body", "caption", "field"})
_DIGEST = 8
_IN_FIGURES = "numeric_date"
_GLANCE = 140
_ENOUGH = 4_000
_SPACE = [chr(code) for code in range(0x3001) if chr(code).isspace()]
_ASCII_SPACE = "".join(space for space in _SPACE if space.isascii()).encode()
_OTHER_SPACE = tuple(space for space in _SPACE if not space.isascii())
_FEWEST = 2
_SHOWN = 40


def parse(
    text: str,
    *,
    publisher: str | None = None,
    url: str | None = None,
    lexicon: Lexicon | None = None,
    find: Collection[Finding] = FINDINGS,
    strict: bool = False,
) -> Page:
    r"""Cut a listing page into its dated statements, and find the quotes and the dates of each.

    Args:
        text: The page as it was saved. Spans are offsets into this text, which is kept unaltered.
        publisher: Who publishes the page; where it is None, the organisation for which most of the quoted people speak.
        url: Where the page was published.
        lexicon: Your own words beside the package's, from `Lexicon.load`.
        find: What to find in each statement, of "quotes", "dates" and "events"; less is faster.
        strict: Whether to raise what could be read around, instead of recording it in `page.warnings`.

    Returns:
        The page, with at least one statement.

    Raises:
        InvalidTypeError: The text is no `str`.
        InvalidValueError: Something else is to be found.
        NoStatementsError: No line of the text starts with a date that begins an entry.
        StrictError: `strict` is set, and there is something to warn of.

    Examples:
        >>> page = parse("May 4, 2016\n\nThe court freed Ada Moru.\n\nMay 2, 2016\n\nThe court sat.")
        >>> [statement.date.isoformat() for statement in page.statements]
        ['2016-05-04', '2016-05-02']
    """
    return parse_page(text, (), publisher=publisher, url=url, lexicon=lexicon, find=find, strict=strict)


def parse_page(
    text: str,
    notices: Iterable[PageWarning],
    *,
    cut: Cut | None = None,
    publisher: str | None,
    url: str | None,
    lexicon: Lexicon | None,
    find: Collection[Finding],
    strict: bool,
) -> Page:
    """Do what `parse` does, for a page with warnings of its own: those from reading its file.

    Args:
        text: As in `parse`.
        notices: The warnings, put before those of the page.
        cut: The entries and the furniture, where markup shows them; None to find them by the date lines.
        publisher: As in `parse`.
        url: As in `parse`.
        lexicon: As in `parse`.
        find: As in `parse`.
        strict: As in `parse`.
    """
    _check_text(text, "parse")
    check_findings(find)
    words = lexicon or Lexicon.default()
    cut = cut or find_entries(text, words)
    if not cut.entries:
        message = (
            f"no dated entry in these {len(text)} characters; an entry starts with a line such as 'December 11, 2018' or "
            "'11 December 2018' and has text under it; for one statement without a date line use parse_statement(text, date=…)"
        )
        raise NoStatementsError(message, length=len(text))
    drafts = _drafts(text, cut.entries, words, find=find, topic=cut.topic)
    publisher = publisher or _publisher(drafts)
    statements = tuple(Statement(**draft, publisher=publisher, url=url) for draft in drafts)
    warnings = [*notices, *cut.warnings]
    for statement in statements:
        warnings += [_moved(warning, statement.span.start) for warning in statement.warnings]
    warnings.sort(key=lambda warning: warning.span.start if warning.span else -1)
    if strict and warnings:
        raise _strict(warnings)
    return Page(
        text=text,
        statements=statements,
        furniture=tuple(Span(start, end) for start, end in cut.furniture),
        topic=cut.topic,
        publisher=publisher,
        url=url,
        warnings=tuple(warnings),
    )


def parse_statement(
    text: str,
    *,
    date: dt.date | str,
    publisher: str | None = None,
    url: str | None = None,
    lexicon: Lexicon | None = None,
    find: Collection[Finding] = FINDINGS,
    strict: bool = False,
) -> Statement:
    """Read one statement alone, whose date is known from elsewhere.

    Date lines in the text begin nothing; one above the first sentence is read as its release line.

    Args:
        text: The statement. Its `span` and `text` leave out the white space at both ends.
        date: The day of the statement, as a `datetime.date` or such as "2019-06-11".
        publisher: Who published it; where it is None, the organisation for which most of the quoted people speak.
        url: Where it was published.
        lexicon: Your own words beside the package's, from `Lexicon.load`.
        find: What to find in it, of "quotes", "dates" and "events"; less is faster.
        strict: Whether to raise what could be read around, instead of recording it in the statement's `warnings`.

    Raises:
        InvalidTypeError: The text is no `str`, or the date neither a `datetime.date` nor a `str`.
        InvalidValueError: The date is no day of the calendar, or something else is to be found.
        NoStatementsError: The text has no words.
        StrictError: `strict` is set, and there is something to warn of.

    Examples:
        >>> statement = parse_statement("The court freed Ada Moru.", date="2019-06-11")
        >>> statement.date, statement.span
        (datetime.date(2019, 6, 11), Span(0, 25))
    """
    _check_text(text, "parse_statement")
    check_findings(find)
    own = lines(text)
    if not own:
        message = "the text of a statement has no words"
        raise NoStatementsError(message, length=len(text))
    start, end = own[0][0], own[-1][1]
    words = lexicon or Lexicon.default()
    day = day_of("the date of a statement", date)
    known = _Known(text[start:end], 0, day, words)
    found = find_parts(known.text, [(a - start, b - start) for a, b in own], words)
    draft = _annotated(known, found, words, find=find, topic=None)
    statement = Statement(**draft, span=Span(start, end), publisher=publisher or _publisher([draft]), url=url)
    if strict and statement.warnings:
        raise _strict(statement.warnings)
    return statement


class _Known:
    """What the words of a statement tell before its parts: its identity, its language, and the likely one if that is None."""

    __slots__ = ("date", "head", "identity", "language", "likely", "text")

    def __init__(self, text: str, head: int, date: dt.date, lexicon: Lexicon) -> None:
        own = text[head:]
        self.text, self.head, self.date = text, head, date
        self.identity = identity(own, date)
        self.language = find_language(own[:_GLANCE], lexicon) or find_language(own[:_ENOUGH], lexicon)
        self.likely = self.language or find_language(own[:_ENOUGH], lexicon, fewest=1)


def _drafts(
    text: str, entries: Sequence[Entry], lexicon: Lexicon, *, find: Collection[Finding], topic: str | None
) -> list[dict[str, Any]]:
    """Annotate the entries of a page, each step for all of them before the next, which is faster."""
    known = [
        _Known(text[head.start : end], head.end - head.start, head.date, lexicon)
        for head, _, end in entries
        if head.date is not None  # entries without a possible date are furniture
    ]
    found = [
        find_parts(one.text, [(start - entry.head.start, end - entry.head.start) for start, end in entry.lines], lexicon)
        for one, entry in zip(known, entries, strict=True)
    ]
    drafts = []
    for one, parts, entry in zip(known, found, entries, strict=True):
        draft = _annotated(one, parts, lexicon, find=find, topic=topic)
        draft["span"] = Span(entry.head.start, entry.end)
        draft["released"] = draft["released"] or entry.head.released
        drafts.append(draft)
    return drafts


def _annotated(
    known: _Known, found: Parts, lexicon: Lexicon, *, find: Collection[Finding], topic: str | None
) -> dict[str, Any]:
    """Give the fields of a statement that its own text shows."""
    text, head = known.text, known.head
    quotes: tuple[Quote, ...] = ()
    if "quotes" in find:
        stretches = [(part.span.start, part.span.end) for part in found.parts if part.kind == "body"]
        quotes = annotate_quotes(text, stretches, lexicon, known.likely, statement_id=known.identity, date=known.date)
    dates = _dates(known, lexicon) if "dates" in find or "events" in find else ()
    events = _events(known, found, dates, lexicon, topic) if "events" in find else ()
    unclosed = [
        _unclosed(quote)
        for number, quote in enumerate(quotes)
        if not quote.closed and not _goes_on(text, quote, quotes[number + 1 : number + 2])
    ]
    return {
        "id": known.identity,
        "date": known.date,
        "text": text,
        "paragraphs": found.paragraphs,
        "parts": (Part("date", Span(0, head)), *found.parts) if head else found.parts,
        "released": found.released,
        "quotes": quotes,
        "dates": dates if "dates" in find else (),
        "events": events,
        "language": known.language,
        "warnings": (*found.warnings, *unclosed, *map(_open_order, filter(_is_open, dates))),
    }


def _dates(known: _Known, lexicon: Lexicon) -> tuple[When, ...]:
    """Find the dates of a statement under its date line, which is put out of sight and keeps its place."""
    language = known.language if "dates" in lexicon.tables.get(known.language or "", {}) else None
    return find_dates(" " * known.head + known.text[known.head :], anchor=known.date, lexicon=lexicon, language=language)


def _events(known: _Known, found: Parts, dates: tuple[When, ...], lexicon: Lexicon, topic: str | None) -> tuple[Event, ...]:
    """Find the events of a statement in what it tells, the headline and captions too."""
    told = [part for part in found.parts if part.kind in _TELLING]
    return annotate_events(
        known.text,
        [(part.span.start, part.span.end) for part in told],
        dates,
        lexicon,
        known.likely or "en",
        headlines=[(part.span.start, part.span.end) for part in told if part.kind == "headline"],
        country=topic,
        statement_id=known.identity,
        date=known.date,
    )


def identity(own: str, date: dt.date) -> str:
    """Make the `id` of a statement of its date, and of its text without the date line."""
    return f"{date.isoformat()}-{_digest(own)}"


def _digest(text: str) -> str:
    """Digest the words of a text, whatever the white space between them."""
    raw = text.encode("utf-8", "surrogatepass").translate(None, _ASCII_SPACE)
    for space in [space for space in _OTHER_SPACE if space in text]:
        raw = raw.replace(space.encode(), b"")
    return hashlib.sha256(raw).hexdigest()[:_DIGEST]


def _publisher(drafts: Iterable[Mapping[str, Any]]) -> str | None:
    """Give the organisation for which at least half of the quotes with one speak, two or more; None where there is none."""
    counts = Counter(
        quote.speaker.organisation
        for draft in drafts
        for quote in draft["quotes"]
        if quote.speaker and quote.speaker.organisation
    )
    if not counts:
        return None
    name, most = counts.most_common(1)[0]
    return name if most >= _FEWEST and 2 * most >= counts.total() else None


def _goes_on(text: str, quote: Quote, following: Sequence[Quote]) -> bool:
    """Say whether a quote goes on in the next paragraph, which opens with a mark as is the custom."""
    return bool(following) and not text[quote.span.end : following[0].span.start - 1].strip()


def _unclosed(quote: Quote) -> PageWarning:
    """Warn of a quotation mark that is never closed."""
    return PageWarning(
        "unclosed-quote",
        f"no mark closes the quote “{quote.text[:_SHOWN]}…”; it runs to the end of its paragraph",
        quote.span,
    )


def _is_open(when: When) -> bool:
    """Say whether a date in figures, such as 03/05/2012, is read both ways."""
    return when.rule == _IN_FIGURES and when.earliest != when.latest


def _open_order(when: When) -> PageWarning:
    """Warn of a numeric date that nothing in the statement settles."""
    words = (
        f"{when.expression!r} may put the day or the month first; "
        f"it is read as {when.earliest} to {when.latest}, which holds both"
    )
    return PageWarning("ambiguous-date", words, when.span)


def _moved(warning: PageWarning, by: int) -> PageWarning:
    """Count a statement's warning from the start of the page."""
    return attrs.evolve(warning, span=warning.span and warning.span.shifted(by))


def _check_text(text: object, function: str) -> None:
    """Refuse what is no text."""
    if not isinstance(text, str):
        message = f"{function} takes the text as a str, got {type(text).__name__}; to read a file, use read(path)"
        raise InvalidTypeError(message)


def check_findings(find: object) -> None:
    """Refuse what no finder finds."""
    if isinstance(find, str) or not isinstance(find, Collection) or not all(name in FINDINGS for name in find):
        message = f"find takes several of {', '.join(FINDINGS)}, such as find=('quotes',); got {find!r}"
        raise InvalidValueError(message, value=find)


def _strict(warnings: Iterable[PageWarning]) -> StrictError:
    """Make one error of all warnings."""
    found = tuple(warnings)
    listed = "; ".join(f"{warning.code} at {warning.span}: {warning.message}" for warning in found)
    message = f"{len(found)} warning(s) with strict=True: {listed}"
    return StrictError(message, warnings=found)
