"""What the markup of a page says about the page: who publishes it, where, when, and about what.

Sources: the Open Graph protocol (ogp.me), Dublin Core in HTML (DCMI, RFC 2731), the vocabulary of schema.org in JSON-LD 1.1
and in `itemprop`, and link relations (RFC 6596, "canonical").
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import attrs

from malirights.find.datelines import DateLineGrammar

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

__all__ = ["Metadata", "Moment", "metadata_of", "moment_of"]

_PUBLISHED = ("article:published_time", "og:article:published_time", "datepublished", "publication_date", "sailthru.date")
_DATED = (
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.created",
    "dc.date.created",
    "dcterms.date",
    "dc.date",
    "date",
    "pubdate",
)
_PUBLISHERS = ("og:site_name", "dcterms.publisher", "dc.publisher", "citation_publisher", "publisher")
_TOPICS = ("dcterms.spatial", "dc.coverage.spatial", "dcterms.coverage", "dc.coverage")
_PLACES = ("contentLocation", "spatialCoverage")
_ARTICLES = ("Article", "BlogPosting", "Report", "PressRelease", "SpecialAnnouncement")
_MOST_NODES = 10_000
_NOON, _MIDNIGHT = dt.time(12), dt.time()


@attrs.frozen
class Moment:
    """A day that the markup states, with a time and a zone where it states them.

    Attributes:
        day: The day, in the zone that is given with it.
        moment: The aware date-time; None where there is none, or where noon or midnight only stands for "some time that day".
    """

    day: dt.date
    moment: dt.datetime | None


@attrs.frozen(kw_only=True)
class Metadata:
    """What the markup says of a page.

    Attributes:
        publisher: Who publishes it.
        url: Its canonical address.
        topic: The place that it is about.
        published: When the one article that the page holds was published; None where it is not said to hold one.
        dated: When the page was made, which for a page without any other date is that of its article.
    """

    publisher: str | None
    url: str | None
    topic: str | None
    published: Moment | None
    dated: Moment | None


def metadata_of(parser: LexborHTMLParser, grammar: DateLineGrammar) -> Metadata:
    """Read what the markup says of a page.

    Args:
        parser: The page.
        grammar: How dates are written where they are not in the ISO form.
    """
    meta = _meta(parser)
    nodes = list(_linked_data(parser))
    articles = [node for node in nodes if _is_article(node)]
    one = articles[0] if len(articles) == 1 else {}
    canonical = parser.css_first("link[rel=canonical][href]")
    urls = (canonical and canonical.attributes["href"], meta.get("og:url"), _text(one.get("url")))
    publishers = (*(meta.get(name) for name in _PUBLISHERS), _name(one.get("publisher")))
    places = (*(meta.get(name) for name in _TOPICS), *(_name(one.get(name)) for name in _PLACES))
    published = (*(meta.get(name) for name in _PUBLISHED), _text(one.get("datePublished")), _itemprop(parser))
    return Metadata(
        publisher=_first(publishers),
        url=next((url.strip() for url in urls if url and url.strip().startswith(("https://", "http://"))), None),
        topic=_first(places),
        published=_first_moment(published, grammar),
        dated=_first_moment([meta.get(name) for name in _DATED], grammar),
    )


def moment_of(value: str, grammar: DateLineGrammar) -> Moment | None:
    """Read a date of the markup: in the ISO form, or as a date line; None where it names no day.

    Examples:
        >>> from malirights.lexicon import Lexicon
        >>> grammar = Lexicon.default().built(DateLineGrammar)
        >>> moment_of("2018-12-04T16:20+01:00", grammar).moment.isoformat()
        '2018-12-04T16:20:00+01:00'
        >>> moment_of("4 December 2018", grammar), moment_of("2018", grammar)
        (Moment(day=datetime.date(2018, 12, 4), moment=None), None)
    """
    value = value.strip()
    try:
        moment = dt.datetime.fromisoformat(value)
    except ValueError:
        line = grammar.match(value, 0, len(value)) if value else None
        return Moment(line.date, line.released) if line and line.date else None
    if not moment.year // 1000 or "W" in value:
        return None
    exact = moment.tzinfo is not None and moment.time() not in (_NOON, _MIDNIGHT)
    fixed = moment.replace(tzinfo=dt.timezone(moment.utcoffset() or dt.timedelta()))
    return Moment(moment.date(), fixed if exact else None)


def _meta(parser: LexborHTMLParser) -> dict[str, str]:
    """Give the first content of every meta tag, by its name in lower case."""
    found: dict[str, str] = {}
    for node in parser.css("meta[content]"):
        name = node.attributes.get("property") or node.attributes.get("name") or node.attributes.get("itemprop")
        if name:
            found.setdefault(name.strip().lower(), node.attributes["content"] or "")
    return found


def _itemprop(parser: LexborHTMLParser) -> str | None:
    """Give the date of publication that an element is marked with, where one alone is."""
    marked = parser.css("time[itemprop=datePublished]")
    return marked[0].attributes.get("datetime") if len(marked) == 1 else None


def _linked_data(parser: LexborHTMLParser) -> Iterator[dict[str, Any]]:
    """Give the objects of the JSON-LD of a page, those inside others too; what is no JSON is passed over."""
    import json  # noqa: PLC0415 - only needed here

    waiting: list[Any] = []
    for script in parser.css('script[type="application/ld+json"]'):
        try:
            waiting.append(json.loads(script.text() or ""))
        except (ValueError, RecursionError):
            continue
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        thing = waiting.pop()
        if isinstance(thing, dict):
            yield thing
            waiting.extend(thing.values())
        elif isinstance(thing, list):
            waiting.extend(thing)


def _is_article(node: dict[str, Any]) -> bool:
    """Say whether an object of JSON-LD is an article with a date."""
    kinds = node.get("@type")
    named = [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]
    return "datePublished" in node and any(kind.endswith(_ARTICLES) for kind in named)


def _name(value: object) -> str | None:
    """Give the name of an object of JSON-LD, of the first of several, or itself where it is a text."""
    if isinstance(value, list):
        value = value[0] if value else None
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _first(values: tuple[str | None, ...]) -> str | None:
    """Give the first value that says something, its spaces made single."""
    return next((" ".join(value.split()) for value in values if value and value.strip()), None)


def _first_moment(values: tuple[str | None, ...] | list[str | None], grammar: DateLineGrammar) -> Moment | None:
    """Give the first value that is a date."""
    return next(filter(None, (moment_of(value, grammar) for value in values if value)), None)
