"""FollowTheMoney entities: statements, what they tell, and who is named in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from malirights.ask.entries import title
from malirights.faces.formats.sources import Evidence, Happening, Told, gathered
from malirights.faces.formats.times import bounds, iso, time_words
from malirights.faces.formats.words import line, shown, stable_uuid, web_link
from malirights.model import Actor, Speaker, Statement

__all__ = ["to_ftm"]

_LANGUAGES = {"en": "eng", "fr": "fra"}  # FollowTheMoney takes ISO 639-2 codes
_PUBLIC = frozenset({"state_force", "foreign_force", "government", "state_body", "court", "prosecutor"})
_SPEAKERS = {"person": "Person", "organisation": "Organization", "office": "LegalEntity"}
_SCHEMAS = ("LegalEntity", "Organization", "PublicBody", "Person")  # the later says more

_Properties = dict[str, Iterable[str | None]]


@attrs.define
class _Party:
    """Somebody named: under which names, as what, and in which statements.

    Attributes:
        schemas: What the texts show them to be.
        names: Their names.
        mentions: For the id of each statement's entity, the words for them there.
        positions: What they are said to be.
    """

    schemas: set[str] = attrs.field(factory=set)
    names: set[str] = attrs.field(factory=set)
    mentions: dict[str, set[str]] = attrs.field(factory=lambda: defaultdict(set))
    positions: set[str] = attrs.field(factory=set)


def to_ftm(source: Told) -> list[dict[str, Any]]:
    r"""Make FollowTheMoney entities of a source, for Aleph, OpenAleph or any tool that reads them.

    A statement is an Article with its whole text, an event or an incident an Event, whose proof is the Article. Who is named is
    a Person (who speaks in a quote under a name), an Organization or PublicBody (whom the lexicon knows), else a LegalEntity,
    the schema for whoever may be either. A Mention says in which Article each is named, and an UnknownLink with the role
    "perpetrator" or "victim" joins a party to an Event. A party that the lexicon knows is one entity everywhere; any other is
    one within a statement, and whether two of one name are the same is left to you.

    A date is as exact as it is known: one day, month or year is a `date`, any other time a `startDate` and an `endDate` between
    which it was.

    Source: the schemata of followthemoney 4.

    Args:
        source: A page, a statement, an event, an incident, or several of them.

    Returns:
        Entities with an `id`, a `schema` and `properties`, ordered by schema and id; write each on a line of its own.

    Raises:
        InvalidTypeError: The source is none.
        InvalidValueError: An event is of no statement.

    Examples:
        >>> import malirights as mr
        >>> page = mr.parse("May 4, 2016\n\nSix bakers were arrested in Orvel in March 2012.")
        >>> [entity["schema"] for entity in mr.to_ftm(page)]
        ['Article', 'Event', 'LegalEntity', 'Mention', 'UnknownLink']
        >>> mr.to_ftm(page)[1]["properties"]["date"]
        ['2012-03']
    """
    statements, told = gathered(source)
    parties: dict[tuple[str, ...], _Party] = defaultdict(_Party)
    entities = [_article(statement) for statement in statements]
    for statement in statements:
        _note_speakers(statement, parties)
    for happening in told:
        entities += _event(happening, parties)
    for key, party in parties.items():
        entities += _party(_id("party", *key), party)
    return sorted(entities, key=lambda entity: (entity["schema"], entity["id"]))


def _id(*parts: str) -> str:
    """Give the id of an entity."""
    return str(stable_uuid("ftm", *parts))


def _entity(name: str, schema: str, properties: _Properties) -> dict[str, Any]:
    """Make an entity; a property without values is left out, and values are in order."""
    kept = {key: sorted({value for value in values if value}) for key, values in properties.items()}
    return {"id": name, "schema": schema, "properties": {key: values for key, values in kept.items() if values}}


def _article(statement: Statement) -> dict[str, Any]:
    """Make the entity of a statement."""
    return _entity(
        _id("statement", statement.id),
        "Article",
        {
            "title": [line(title(statement))],
            "publishedAt": [statement.date.isoformat()],
            "publisher": [line(statement.publisher or "")],
            "sourceUrl": [web_link(statement.url)],
            "language": [_LANGUAGES.get(statement.language or "")],
            "bodyText": [shown(statement.text)],
        },
    )


def _event(happening: Happening, parties: dict[tuple[str, ...], _Party]) -> Iterator[dict[str, Any]]:
    """Make the entities of a happening and of the part that each party has in it."""
    told, days, evidence = happening.told, happening.days, happening.evidence
    name = _id("event", happening.id)
    proof = [_id("statement", one.statement_id) for one in evidence if one.statement]
    did = {_note_actor(actor, one, parties) for one in evidence for actor in one.event.perpetrators}
    suffered = {_note_actor(actor, one, parties) for one in evidence for actor in one.event.victims}
    facts = [
        f"time: {time_words(days)}" if days else "",
        f"number: {told.count}" if told.count else "",
        f"status: {told.status}",
        *(f"statement {one.statement_id}, characters {one.sentence.start} to {one.sentence.end}" for one in evidence),
    ]
    yield _entity(
        name,
        "Event",
        {
            "name": [happening.label],
            **_dates(happening),
            "location": [line(told.where.name)] if told.where else [],
            "involved": did | suffered,
            "summary": [one.words for one in evidence],
            "description": [shown("\n".join(filter(None, facts)))],
            "keywords": [str(told.kind), told.kind.group, told.status],
            "recordId": [happening.id],
            "proof": proof,
            "publisher": [line(one.publisher or "") for one in evidence],
            "sourceUrl": [web_link(one.url) for one in evidence],
        },
    )
    for role, ids in (("perpetrator", did), ("victim", suffered)):
        for party in sorted(ids):
            link: _Properties = {"subject": [party], "object": [name], "role": [role], "status": [told.status], "proof": proof}
            yield _entity(_id("link", name, role, party), "UnknownLink", link)


def _dates(happening: Happening) -> _Properties:
    """Write the time of a happening, as far as it is known."""
    first, last = bounds(happening.days) if happening.days else (None, None)
    if first and first == last:
        return {"date": [iso(first)]}
    return {"startDate": [iso(first)] if first else [], "endDate": [iso(last)] if last else []}


def _note_actor(actor: Actor, told: Evidence, parties: dict[tuple[str, ...], _Party]) -> str:
    """Note a party to an event, and give its id."""
    key = ("known to the lexicon", "", actor.known_as) if actor.known_as else (told.statement_id, actor.name)
    party = parties[key]
    party.names |= {line(actor.known_as or actor.name), line(actor.name)}
    known = "PublicBody" if actor.type in _PUBLIC else "Organization"
    party.schemas.add(known if actor.known_as else "LegalEntity")
    if told.statement:
        party.mentions[_id("statement", told.statement_id)].add(line(actor.mention))
    return _id("party", *key)


def _note_speakers(statement: Statement, parties: dict[tuple[str, ...], _Party]) -> None:
    """Note who speaks under a name in a statement."""
    for quote in statement.quotes:
        if quote.speaker and quote.speaker.kind in _SPEAKERS:
            _note_speaker(quote.speaker, statement, parties[statement.id, quote.speaker.name])


def _note_speaker(speaker: Speaker, statement: Statement, party: _Party) -> None:
    """Note one of them."""
    party.schemas.add(_SPEAKERS[speaker.kind])
    party.names.add(line(speaker.name))
    party.mentions[_id("statement", statement.id)].add(line(speaker.name))
    if speaker.role and speaker.kind == "person":
        party.positions.add(line(speaker.role))


def _party(name: str, party: _Party) -> Iterator[dict[str, Any]]:
    """Make the entity of a party, and those of its mentions."""
    schema = max(party.schemas, key=_SCHEMAS.index)
    position = party.positions if schema == "Person" else ()
    yield _entity(name, schema, {"name": party.names, "position": position, "proof": party.mentions})
    for document, words in party.mentions.items():
        properties: _Properties = {"document": [document], "resolved": [name], "name": words, "detectedSchema": [schema]}
        yield _entity(_id("mention", name, document), "Mention", properties)
