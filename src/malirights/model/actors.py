"""Who and where: speakers, parties to events, places."""

from __future__ import annotations

from typing import Literal, get_args

import attrs

from malirights.errors import InvalidTypeError, InvalidValueError
from malirights.model.checks import tuple_of
from malirights.model.span import Span

__all__ = ["Actor", "Place", "Speaker", "SpeakerKind", "Trait"]

SpeakerKind = Literal["person", "organisation", "office", "unnamed"]
Trait = Literal["child", "hospital", "human_rights_defender", "journalist", "killed", "school", "trade_unionist"]

_TRAITS = frozenset(get_args(Trait))
_KINDS = frozenset(get_args(SpeakerKind))


def _named(_: object, attribute: attrs.Attribute[str], value: str) -> None:
    """Refuse an empty name."""
    if not isinstance(value, str) or not value.strip():
        message = f"{attribute.name} is the words that name someone or something, got {value!r}"
        raise InvalidValueError(message)


def _known_kind(_: object, __: attrs.Attribute[SpeakerKind], value: str) -> None:
    """Refuse an unknown kind of speaker."""
    if not isinstance(value, str) or value not in _KINDS:
        message = f"unknown kind of speaker {value!r}; it is one of {', '.join(sorted(_KINDS))}"
        raise InvalidValueError(message)


@attrs.frozen(kw_only=True)
class Speaker:
    """Who says a quote.

    All spans point into the text that the quote was found in.

    Attributes:
        name: The fullest form of the name in the statement, without a title such as "Dr."; for one who is not named, the
            noun that stands for them ("doctor").
        mention: The words by which the attribution names them here: a surname, a pronoun. Equal to the words of the
            quote's `attribution`; for a quote that is carried on, those of the quote before.
        name_span: Where the fullest form stands.
        role: The apposition as it is written ("West Africa researcher at Zanara Rights Watch"), or None where none is given.
        role_span: Where the apposition stands.
        organisation: The organisation that the role names, or None.
        kind: A named person, an organisation, an office ("the president's office", "Prime Minister"), or someone unnamed.
        may_be: The names of those whom a pronoun or a short form ("the minister") can mean, where several fit and nothing
            tells which; the name is then that of the mention itself. Empty for every other speaker.

    Raises:
        InvalidTypeError: `may_be` is no tuple of texts.
        InvalidValueError: The name or the mention is empty, or the kind is unknown.

    Examples:
        >>> Speaker(name="Ada Moru", mention="Moru", kind="person", role="lawyer")
        Speaker('Ada Moru', role='lawyer')
    """

    name: str = attrs.field(validator=_named)
    mention: str = attrs.field(validator=_named)
    kind: SpeakerKind = attrs.field(validator=_known_kind)
    role: str | None = None
    organisation: str | None = None
    name_span: Span | None = None
    role_span: Span | None = None
    may_be: tuple[str, ...] = attrs.field(default=(), validator=tuple_of("Speaker.may_be", str))

    def __repr__(self) -> str:
        """Show the name, and the role where there is one."""
        role = f", role={self.role!r}" if self.role else ""
        return f"Speaker({self.name!r}{role})"


def _known_traits(_: object, __: object, value: tuple[str, ...]) -> None:
    """Refuse what is no tuple of traits."""
    if value == ():
        return  # as most have none
    if type(value) is not tuple or not all(isinstance(trait, str) for trait in value):
        message = f"Actor.traits is a tuple of traits such as ('child',), got {value!r}"
        raise InvalidTypeError(message)
    if unknown := set(value) - _TRAITS:
        message = f"unknown trait {min(unknown)!r}; it is one of {', '.join(sorted(_TRAITS))}"
        raise InvalidValueError(message)


@attrs.frozen(kw_only=True)
class Actor:
    """A party to an event.

    Attributes:
        name: The words that name the actor, without an article or what else opens them.
        mention: The words as they stand.
        span: Where these words stand in the statement's text.
        known_as: The canonical name of a party that the lexicon knows ("JNIM" for "GSIM"), or None.
        type: What sort of party it is ("state_force", "foreign_force", "peacekeeping", "armed_group", "self_defence_militia",
            "civilians", …), or None where nothing shows it.
        traits: What the text shows of the party that codes of other vocabularies depend on: "child" for somebody under 18,
            "journalist" for anybody who works for the media, "trade_unionist", "human_rights_defender", "school", "hospital",
            and "killed" for the dead.

    Raises:
        InvalidTypeError: The traits are no tuple of texts.
        InvalidValueError: The name or the mention is empty, or a trait unknown.

    Examples:
        >>> Actor(name="gendarmerie", mention="the gendarmes", span=Span(0, 13), type="state_force")
        Actor('gendarmerie')
    """

    name: str = attrs.field(validator=_named)
    mention: str = attrs.field(validator=_named)
    span: Span
    known_as: str | None = None
    type: str | None = None
    traits: tuple[Trait, ...] = attrs.field(default=(), validator=_known_traits)

    def __repr__(self) -> str:
        """Show the name."""
        return f"Actor({self.name!r})"


def _degrees(limit: float) -> attrs._ValidatorType[float | None]:
    """Make a validator for a latitude or a longitude."""

    def check(_: object, attribute: attrs.Attribute[float | None], value: float | None) -> None:
        if value is not None and (type(value) not in (int, float) or not -limit <= value <= limit):
            message = f"{attribute.name} is in degrees from {-limit:g} to {limit:g}, got {value!r}"
            raise InvalidValueError(message)

    return check


@attrs.frozen(kw_only=True)
class Place:
    """Where an event happened.

    Attributes:
        name: The canonical name.
        mention: The words that name the place here.
        span: Where these words stand in the statement's text.
        region: The region that it lies in, where the gazetteer knows it.
        latitude: In degrees north (WGS 84), where the gazetteer knows it.
        longitude: In degrees east (WGS 84), where the gazetteer knows it.
        known: Whether the gazetteer knows the place.

    Examples:
        >>> Place(name="Velmora", mention="Velmora", span=Span(3, 10))
        Place('Velmora')
    """

    name: str = attrs.field(validator=_named)
    mention: str = attrs.field(validator=_named)
    span: Span
    region: str | None = None
    latitude: float | None = attrs.field(default=None, validator=_degrees(90))
    longitude: float | None = attrs.field(default=None, validator=_degrees(180))
    known: bool = False

    def __repr__(self) -> str:
        """Show the name, and the region where it is known."""
        region = f", region={self.region!r}" if self.region else ""
        return f"Place({self.name!r}{region})"
