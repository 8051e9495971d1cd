"""Feeds: RSS 2.0 and Atom (RFC 4287), a statement an entry."""

from __future__ import annotations

import datetime as dt
import io
import os
from collections.abc import Collection
from pathlib import Path
from typing import IO, Any

import attrs

from malirights.errors import InvalidValueError, NoStatementsError
from malirights.faces.extras import need
from malirights.faces.files import content_of
from malirights.faces.inputs.markup import lines_of, tree
from malirights.faces.inputs.nesting import check_nesting
from malirights.faces.inputs.webpage import Row, written
from malirights.find.datelines import DateLineGrammar
from malirights.find.entries import Cut, Entry
from malirights.lexicon import Lexicon
from malirights.model import Page, PageWarning, Span
from malirights.parsing import FINDINGS, Finding, check_findings, parse_page

__all__ = ["read_feed"]

_DATES = ("published", "updated", "created")


def read_feed(
    source: str | os.PathLike[str] | IO[Any],
    *,
    publisher: str | None = None,
    lexicon: Lexicon | None = None,
    find: Collection[Finding] = FINDINGS,
    strict: bool = False,
) -> Page:
    r"""Read a saved feed, RSS 2.0 or Atom: one statement an entry, in the order of the feed.

    Nothing is fetched: an address is no source, and neither what the feed links to nor what it includes is asked for.

    `page.text` is made of the entries: the day of each in the ISO form, its title, and its text as a reader sees it. An
    entry's `url` is its own, `released` is its time of publication with the zone as the feed gives it, and its date is the day
    in that zone. A time without a zone gives a date alone.

    Args:
        source: A path, an open file in text or binary mode, or the text of a feed, which begins with "<".
        publisher: Who publishes the feed; where it is None, who the feed names as its publisher or author, else as in `parse`.
        lexicon: As in `parse`.
        find: As in `parse`.
        strict: As in `parse`.

    Returns:
        The page; an entry without a date is part of its furniture, with the warning `entry-without-date`, and a feed that is
        not well-formed is read as far as can be, with the warning `malformed-feed`.

    Raises:
        InvalidTypeError: The source is neither a path, nor an open file, nor a text.
        InvalidValueError: It is no feed, or something else is to be found.
        ReadError: The file is absent or cannot be opened.
        MissingExtraError: feedparser or selectolax is not installed.
        NoStatementsError: No entry has a date and words.
        StrictError: `strict` is set, and there is something to warn of.

    Examples:
        >>> page = read_feed('''<rss version="2.0"><channel><title>Zanara</title><item>
        ...     <title>Court frees two</title><link>https://zanara.example/1</link>
        ...     <pubDate>Wed, 04 May 2016 00:30:00 +0100</pubDate>
        ...     <description>&lt;p&gt;The court freed Ada Moru.&lt;/p&gt;</description>
        ... </item></channel></rss>''')  # with malirights[feeds]
        >>> statement = page.statements[0]
        >>> statement.date.isoformat(), statement.released.isoformat(), statement.url
        ('2016-05-04', '2016-05-04T00:30:00+01:00', 'https://zanara.example/1')
        >>> statement.text
        '2016-05-04\n\nCourt frees two\n\nThe court freed Ada Moru.'
    """
    check_findings(find)
    raw = _raw(source)
    check_nesting(raw.decode("latin-1"))
    feedparser = need("feedparser", extra="feeds")
    try:
        feed = feedparser.parse(io.BytesIO(raw))  # bytes: a text could be taken for an address
    except Exception as error:  # a feed that is broken enough breaks feedparser in many ways
        message = f"the feed is broken, and cannot be read: {error}"
        raise InvalidValueError(message, value=source if isinstance(source, str) else None) from error
    if not feed.get("version"):
        message = f"the {len(raw)} bytes are no feed: neither RSS nor Atom; of an HTML page, use read(path)"
        raise InvalidValueError(message, value=source if isinstance(source, str) else None)
    notices = [PageWarning("malformed-feed", f"the feed is not well-formed: {feed.bozo_exception}", None)] if feed.bozo else []
    return _page(feed, notices, publisher=publisher, lexicon=lexicon, find=find, strict=strict)


def _page(feed: Any, notices: list[PageWarning], *, publisher: str | None, lexicon: Lexicon | None, **options: Any) -> Page:  # noqa: ANN401 - as feedparser has it
    """Make a page of the entries of a feed."""
    grammar = (lexicon or Lexicon.default()).built(DateLineGrammar)
    drafts = [(entry, _rows(entry), *_published(entry)) for entry in feed.entries]
    rows = [row for _, own, day, _ in drafts for row in ([Row(day.isoformat())] if day else []) + own]
    text, spans = written(rows)
    entries: list[Entry] = []
    urls: list[str | None] = []
    furniture: list[tuple[int, int]] = []
    position = 0
    for entry, own, day, released in drafts:
        dated = day is not None
        taken = spans[position : position + dated + len(own)]
        position += len(taken)
        head = grammar.match(text, *taken[0]) if dated and own else None
        if head:
            entries.append(Entry(head._replace(released=released), taken[1:], taken[-1][1]))
            urls.append(_own_url(entry))
            continue
        furniture += taken
        if taken and not dated:
            fault = "the entry has no date that can be read; it is in no statement"
            notices.append(PageWarning("entry-without-date", fault, Span(taken[0][0], taken[-1][1])))
    if not entries:
        message = f"none of the {len(feed.entries)} entries of the feed has a date and words"
        raise NoStatementsError(message, length=len(text))
    page = parse_page(
        text,
        notices,
        cut=Cut(entries, furniture, None, []),
        publisher=publisher or _name(feed.feed),
        url=None,
        lexicon=lexicon,
        **options,
    )
    own_urls = (attrs.evolve(statement, url=url) for statement, url in zip(page.statements, urls, strict=True))
    return attrs.evolve(page, statements=tuple(own_urls), url=_own_url(feed.feed))


def _raw(source: object) -> bytes:
    """Get the bytes of a feed; a text is given its own encoding, whatever it declares."""
    if isinstance(source, str) and not source.lstrip("\ufeff \t\r\n").startswith("<"):
        source = Path(source)
    content = source if isinstance(source, str) else content_of(source)
    if isinstance(content, bytes):
        return content
    text = content.lstrip("\ufeff \t\r\n")
    if text.startswith("<?xml"):
        text = text.partition("?>")[2]
    return text.encode("utf-8", "replace")


def _rows(entry: dict[str, Any]) -> list[Row]:
    """Give the lines of an entry: its title, and its longest text."""
    bodies = [*entry.get("content", ()), *([entry["summary_detail"]] if "summary_detail" in entry else ())]
    body = max(bodies, key=lambda body: len(body.get("value") or ""), default=None)
    return [row for detail in (entry.get("title_detail"), body) if detail for row in _seen(detail)]


def _seen(detail: dict[str, Any]) -> list[Row]:
    """Give the lines of a text of an entry as a reader sees them."""
    value = detail.get("value") or ""
    if detail.get("type") == "text/plain":
        return [Row(" ".join(line.split())) for line in value.splitlines() if line.strip()]
    return [Row(line.text, line.tight) for line in lines_of(tree(value)).lines if line.text]


def _published(entry: dict[str, Any]) -> tuple[dt.date | None, dt.datetime | None]:
    """Give the day of an entry, and its time of publication where that has a zone."""
    for name in _DATES:
        value = dict.get(entry, name)  # feedparser's own look-up gives one date for another
        moment = _moment(value) if isinstance(value, str) else None
        if moment:
            return moment.date(), moment if moment.tzinfo else None
    return None, None


def _moment(value: str) -> dt.datetime | None:
    """Read a date of RFC 822 or RFC 3339; one of GMT that says nothing of its zone ("-0000") is of GMT."""
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - costs some milliseconds

    value = value.strip().replace("-0000", "+0000")
    for reader in (dt.datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = reader(value)
        except ValueError:
            continue
        offset = moment.utcoffset()
        return moment if offset is None else moment.replace(tzinfo=dt.timezone(offset))
    return None


def _own_url(thing: dict[str, Any]) -> str | None:
    """Give the address of an entry or of a feed, where it is one of the web."""
    url = thing.get("link")
    return url if isinstance(url, str) and url.startswith(("https://", "http://")) else None


def _name(feed: dict[str, Any]) -> str | None:
    """Give who publishes a feed: its publisher, else its author, unless that is an address."""
    names = (feed.get("publisher"), feed.get("author_detail", {}).get("name"))
    return next((name for name in names if name and "@" not in name), None)
