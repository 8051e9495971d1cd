"""Atom feeds of statements, to subscribe to."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from malirights.ask.criteria import Source
from malirights.ask.entries import shortened
from malirights.ask.entries import title as headline
from malirights.errors import InvalidTypeError, InvalidValueError
from malirights.faces.formats.sources import statements
from malirights.faces.formats.times import released, utc
from malirights.faces.formats.words import escaped, line, stable_uuid, web_link
from malirights.model import Statement

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

__all__ = ["to_atom"]

_LONGEST = 160
_UNKNOWN = "publisher not stated"


def to_atom(source: Source, *, title: str, self_url: str | None = None, updated: dt.datetime | None = None) -> str:
    r"""Make an Atom feed of the statements of a source, the newest first.

    An entry holds the paragraphs of its statement as escaped HTML, its address, its publisher, and the kinds of its events as
    categories. Its id follows from the statement's, so that a reader knows what it has seen before. Atom has no dates without
    a time: where a statement tells no moment of release, midnight UTC stands for its day.

    Source: RFC 4287.

    Args:
        source: A page, a statement, or several of either.
        title: The title of the feed.
        self_url: Where the feed will be found; its id follows from that, or from the title where there is none.
        updated: When the feed last changed, with a time zone; None for the latest moment that a statement tells.

    Returns:
        The feed as XML; write it as UTF-8.

    Raises:
        InvalidTypeError: The source or another argument is of the wrong type, or `updated` has no time zone.
        InvalidValueError: The title has no words, the address is none of the web, or there is nothing to tell when an empty
            feed was updated.

    Examples:
        >>> import malirights as mr
        >>> page = mr.parse("May 4, 2016\n\nCourt frees three\n\nThe court freed three bakers.")
        >>> feed = mr.to_atom(page, title="News of Zanara")
        >>> "<title>Court frees three</title>" in feed, "<updated>2016-05-04T00:00:00Z</updated>" in feed
        (True, True)
    """
    from xml.etree.ElementTree import Element, indent, tostring  # noqa: PLC0415 - heavy

    name, link = _title(title), _address(self_url)
    newest_first = statements(source)[::-1]
    moment = _updated(updated, newest_first)
    feed = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom"})
    _add(feed, "title", name)
    _add(feed, "id", stable_uuid("feed", link or name).urn)
    _add(feed, "updated", utc(moment))
    _add(feed, "generator", "malirights")
    if link:
        _add(feed, "link", rel="self", type="application/atom+xml", href=link)
    for statement in newest_first:
        _entry(_add(feed, "entry"), statement)
    indent(feed)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(feed, encoding="unicode")}\n'


def _title(value: object) -> str:
    """Check the title of a feed."""
    if not isinstance(value, str):
        message = f"the title of a feed is a str, got {value!r}"
        raise InvalidTypeError(message)
    if not (name := line(value)):
        message = f"the title of a feed has words, got {value!r}"
        raise InvalidValueError(message)
    return name


def _address(value: object) -> str | None:
    """Check the address of a feed."""
    if value is None:
        return None
    if not isinstance(value, str):
        message = f"self_url is a str such as 'https://zanara.example/feed.xml', got {value!r}"
        raise InvalidTypeError(message)
    if (link := web_link(value)) is None:
        message = f"self_url is an absolute address such as 'https://zanara.example/feed.xml', got {value!r}"
        raise InvalidValueError(message)
    return link


def _updated(given: object, newest_first: list[Statement]) -> dt.datetime:
    """Say when the feed last changed."""
    if given is not None:
        if not isinstance(given, dt.datetime) or given.tzinfo is None:
            message = f"updated is an aware datetime, got {given!r}; give it a tzinfo"
            raise InvalidTypeError(message)
        return given
    if not newest_first:
        message = "an empty feed does not tell when it was updated; give updated=datetime.now(UTC)"
        raise InvalidValueError(message)
    return max(map(released, newest_first))


def _entry(entry: Element, statement: Statement) -> None:
    """Write a statement."""
    _add(entry, "title", shortened(line(headline(statement)), _LONGEST) or line(statement.id))
    _add(entry, "id", stable_uuid("statement", statement.id).urn)
    _add(entry, "published", utc(released(statement)))
    _add(entry, "updated", utc(released(statement)))
    _add(_add(entry, "author"), "name", line(statement.publisher or "") or _UNKNOWN)
    if link := web_link(statement.url):
        _add(entry, "link", rel="alternate", href=link)
    for kind in sorted({event.kind for event in statement.events}):
        _add(entry, "category", term=str(kind), label=kind.replace("_", " "))
    language = {"xml:lang": statement.language} if statement.language else {}
    _add(entry, "content", _paragraphs(statement), type="html", **language)


def _paragraphs(statement: Statement) -> str:
    """Write the paragraphs as HTML."""
    return "\n".join(f"<p>{escaped(paragraph.of(statement.text))}</p>" for paragraph in statement.paragraphs)


def _add(parent: Element, tag: str, text: str | None = None, **attributes: str) -> Element:
    """Add an element to another."""
    from xml.etree.ElementTree import SubElement  # noqa: PLC0415 - heavy

    child = SubElement(parent, tag, attributes)
    child.text = text
    return child
