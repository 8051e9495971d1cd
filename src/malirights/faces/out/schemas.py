"""The tables, column by column: what frames, Arrow, CSV and the documentation are all made from."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any, get_args

from malirights.ask.criteria import Source
from malirights.errors import InvalidValueError
from malirights.faces.out.columns import Column, act, count, interval, parties, place, seen_from, stretch, stretches
from malirights.faces.out.records import Of, Only, check_of, records
from malirights.model import SpeakerKind, Statement

__all__ = ["TABLES", "rows"]

_SURROGATES = re.compile("[\ud800-\udfff]")


def rows(source: Source, of: Of, only: Only | None) -> Iterator[list[Any]]:
    r"""Give the values of a table, a list for each row, in the order of its columns.

    What no encoding can hold, a half of a surrogate pair, becomes U+FFFD, so that all offsets stay right.

    Args:
        source: A page, a statement, or several of either.
        of: Which table.
        only: What to keep of it, as the verbs select it; None for all.

    Raises:
        InvalidTypeError: The source is none, or `only` holds something else.
        InvalidValueError: There is no such table.

    Examples:
        >>> import malirights as mr
        >>> page = mr.parse("May 4, 2016\n\nThe court freed Ada Moru.")
        >>> [row[1] for row in rows(page, "statements", None)]
        [datetime.date(2016, 5, 4)]
    """
    check_of(of)
    columns = TABLES[of]
    for record in records(source, of, only):
        yield [_clean(column.take(record)) for column in columns]


def _clean(value: Any) -> Any:  # noqa: ANN401 - of a column's type
    """Replace what no encoding can hold."""
    if isinstance(value, str):
        return str(value) if value.isascii() else _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", value)
    return tuple(map(_clean, value)) if isinstance(value, tuple) else value


def _utc(statement: Statement) -> dt.datetime | None:
    """Give the moment of a release, in UTC."""
    if statement.released is None:
        return None
    try:
        return statement.released.astimezone(dt.UTC)
    except OverflowError as error:
        message = f"statement {statement.id}: {statement.released.isoformat()} is in no year from 1 to 9999 of UTC"
        raise InvalidValueError(message) from error


_PROVENANCE = (
    Column(
        name="statement_id",
        type="text",
        meaning="the id of the statement, the same on every page that has it",
        take=lambda statement: statement.id,
    ),
    Column(name="date", type="day", meaning="the date of the statement", take=lambda statement: statement.date),
    Column(
        name="publisher",
        type="text",
        meaning="who published the statement",
        take=lambda statement: statement.publisher,
    ),
    Column(name="url", type="text", meaning="where it was published", take=lambda statement: statement.url),
    Column(
        name="language",
        type="category",
        meaning="the language of the statement, as an ISO 639-1 code",
        take=lambda statement: statement.language,
    ),
)
_OF_ITS_STATEMENT = tuple(seen_from(column, lambda told: told.statement) for column in _PROVENANCE)

_STATEMENTS = (
    *_PROVENANCE,
    Column(
        name="released",
        type="utc",
        meaning="when it was released, in UTC; missing where it does not state a day, a time and a zone",
        take=_utc,
    ),
    Column(
        name="released_local",
        type="local",
        meaning="the same moment by the clock of the zone that it states; the difference is the offset from UTC",
        take=lambda statement: statement.released and statement.released.replace(tzinfo=None),
    ),
    Column(name="headline", type="texts", meaning="the lines of the headline", take=lambda statement: statement.headline),
    Column(name="byline", type="text", meaning="the byline as written", take=lambda statement: statement.byline),
    Column(name="contact", type="text", meaning="the contact block as written", take=lambda statement: statement.contact),
    Column(name="quotes", type="whole", meaning="how many quotes it has", take=lambda statement: len(statement.quotes)),
    Column(name="events", type="whole", meaning="how many events it tells", take=lambda statement: len(statement.events)),
    Column(
        name="warnings",
        type="texts",
        meaning="the codes of what was read around",
        take=lambda statement: tuple(warning.code for warning in statement.warnings),
    ),
    Column(name="text", type="text", meaning="its words, exactly as on the page", take=lambda statement: statement.text),
    *stretch("", "it, in the text of the page,", lambda statement: statement.span),
)


def _speaker(name: str) -> Any:  # noqa: ANN401 - of the field's type
    """Take a field of the speaker of a quote."""
    return lambda told: told.thing.speaker and getattr(told.thing.speaker, name)


_QUOTES = (
    *_OF_ITS_STATEMENT,
    Column(name="text", type="text", meaning="the quoted words, without the marks", take=lambda told: told.thing.text),
    *stretch("", "the quote, in the text of the statement,", lambda told: told.thing.span),
    Column(
        name="speaker",
        type="text",
        meaning="the fullest form of the speaker's name; missing where the text does not tell who speaks",
        take=_speaker("name"),
    ),
    Column(name="speaker_words", type="text", meaning="the words that name the speaker here", take=_speaker("mention")),
    Column(
        name="speaker_kind",
        type="category",
        meaning="what the speaker is",
        take=_speaker("kind"),
        among=get_args(SpeakerKind),
    ),
    *stretch("speaker", "that fullest form", _speaker("name_span")),
    Column(name="role", type="text", meaning="the speaker's role as written", take=_speaker("role")),
    *stretch("role", "the role", _speaker("role_span")),
    Column(name="organisation", type="text", meaning="the organisation that the role names", take=_speaker("organisation")),
    Column(
        name="may_be",
        type="texts",
        meaning="whom a pronoun or a short form can mean, where several fit",
        take=lambda told: told.thing.speaker.may_be if told.thing.speaker else (),
    ),
    Column(
        name="attribution",
        type="text",
        meaning="the words that attribute this quote; missing where the speaker is carried on from the one before",
        take=lambda told: told.words(told.thing.attribution),
    ),
    *stretch("attribution", "the attribution", lambda told: told.thing.attribution),
    Column(name="cue", type="text", meaning="the word that attributes the quote", take=lambda told: told.thing.cue),
    *stretch("cue", "the cue", lambda told: told.thing.cue_span),
    Column(
        name="direct",
        type="truth",
        meaning="whether the words stand between quotation marks, rather than in a clause that reports them",
        take=lambda told: told.thing.direct,
    ),
    Column(
        name="partial",
        type="truth",
        meaning="whether the quote is woven into a sentence",
        take=lambda told: told.thing.partial,
    ),
    Column(name="closed", type="truth", meaning="whether a closing mark was found", take=lambda told: told.thing.closed),
    Column(name="rule", type="category", meaning="the rule that attributed the quote", take=lambda told: told.thing.rule),
)

_EVENTS = (
    *_OF_ITS_STATEMENT,
    *act(lambda told: told.thing),
    Column(
        name="status_words",
        type="text",
        meaning="the words that show the status; missing where it is simply told",
        take=lambda told: told.words(told.thing.status_span),
    ),
    *stretch("status", "these words", lambda told: told.thing.status_span),
    *interval(lambda told: told.thing.when and told.thing.when.meant),
    Column(
        name="when_words",
        type="text",
        meaning="the words for the time",
        take=lambda told: (told.thing.when and told.thing.when.expression) or None,
    ),
    *stretch("when", "these words", lambda told: told.thing.when and told.thing.when.span),
    *place(lambda told: told.thing.where),
    Column(
        name="place_words",
        type="text",
        meaning="the words that name the place",
        take=lambda told: told.thing.where and told.thing.where.mention,
    ),
    *stretch("place", "these words", lambda told: told.thing.where and told.thing.where.span),
    *parties("perpetrators", "who did it", lambda told: told.thing.perpetrators),
    *stretches("perpetrators", lambda told: told.thing.perpetrators),
    *parties("victims", "to whom", lambda told: told.thing.victims),
    *stretches("victims", lambda told: told.thing.victims),
    *count(lambda told: told.thing.count),
    Column(
        name="count_words",
        type="text",
        meaning="the words for the number",
        take=lambda told: told.words(told.thing.count and told.thing.count.span),
    ),
    *stretch("count", "these words", lambda told: told.thing.count and told.thing.count.span),
    Column(
        name="trigger",
        type="text",
        meaning="the words that name the act",
        take=lambda told: told.words(told.thing.trigger),
    ),
    *stretch("trigger", "these words", lambda told: told.thing.trigger),
    Column(
        name="sentence",
        type="text",
        meaning="the sentence that tells it",
        take=lambda told: told.words(told.thing.sentence),
    ),
    *stretch("sentence", "the sentence", lambda told: told.thing.sentence),
)

_INCIDENTS = (
    Column(
        name="statement_id",
        type="text",
        meaning="the id of the first statement that tells it",
        take=lambda incident: incident.statements[0].id,
    ),
    Column(
        name="statement_ids",
        type="texts",
        meaning="the id of the statement of each telling",
        take=lambda incident: tuple(statement.id for statement in incident.statements),
    ),
    Column(name="told", type="whole", meaning="how many events tell it", take=lambda incident: len(incident.events)),
    Column(
        name="first_told",
        type="day",
        meaning="the date of the first statement that tells it",
        take=lambda incident: min(statement.date for statement in incident.statements),
    ),
    Column(
        name="last_told",
        type="day",
        meaning="the date of the last statement that tells it",
        take=lambda incident: max(statement.date for statement in incident.statements),
    ),
    *act(lambda incident: incident),
    *interval(lambda incident: incident.when),
    *place(lambda incident: incident.where),
    *parties("perpetrators", "who did it", lambda incident: incident.perpetrators),
    *parties("victims", "to whom", lambda incident: incident.victims),
    *count(lambda incident: incident.count),
    Column(
        name="reasons",
        type="texts",
        meaning="what joined the tellings: for each telling but the first, the reasons in words",
        take=lambda incident: tuple(map(str, incident.links)),
    ),
    Column(
        name="sentences",
        type="texts",
        meaning="the sentence of each telling",
        take=lambda incident: incident.sentences,
    ),
    Column(
        name="sentence_starts",
        type="wholes",
        meaning="where each sentence starts in the text of its statement",
        take=lambda incident: tuple(event.sentence.start for event in incident.events),
    ),
    Column(
        name="sentence_ends",
        type="wholes",
        meaning="the offset after each sentence",
        take=lambda incident: tuple(event.sentence.end for event in incident.events),
    ),
)

TABLES: dict[Of, tuple[Column, ...]] = {
    "events": _EVENTS,
    "statements": _STATEMENTS,
    "quotes": _QUOTES,
    "incidents": _INCIDENTS,
}
