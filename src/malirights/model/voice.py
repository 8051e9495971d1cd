"""Voices: one person or organisation in several statements, however often quoted and however spelt."""

from __future__ import annotations

import datetime as dt
from typing import get_args

import attrs

from malirights.errors import InvalidValueError
from malirights.model.actors import SpeakerKind
from malirights.model.checks import check_type, tuple_of
from malirights.model.quote import Quote

__all__ = ["Role", "Voice"]

_KINDS = frozenset(get_args(SpeakerKind))


def _days(_: object, attribute: attrs.Attribute[tuple[dt.date, ...]], value: tuple[dt.date, ...]) -> None:
    """Refuse days that are none, not in order, or not there."""
    tuple_of(attribute.name, dt.date)(None, None, value)
    if not value or list(value) != sorted(set(value)):
        message = f"{attribute.name} holds one day or more, each once and in order, got {value!r}"
        raise InvalidValueError(message)


def _text(_: object, attribute: attrs.Attribute[str], value: str) -> None:
    """Refuse what is no text, or has no words."""
    check_type(attribute.name, value, str)
    if not value.strip():
        message = f"{attribute.name} is the words that stand in the text, got {value!r}"
        raise InvalidValueError(message)


@attrs.frozen(kw_only=True)
class Role:
    """What a voice is said to be, and when that was said.

    Attributes:
        text: The role as it is written ("director of Zanara Rights Watch"); of several ways to write it, the first.
        dates: The dates of the statements that say so, each once and in order.
        organisation: The organisation that the role names, under the fullest form of its name; None where it names none.

    Raises:
        InvalidValueError: There are no words, or no dates.

    Examples:
        >>> Role(text="lawyer", dates=(dt.date(2012, 5, 3), dt.date(2013, 6, 14)))
        Role('lawyer', 2012-05-03 to 2013-06-14)
    """

    text: str = attrs.field(validator=_text)
    dates: tuple[dt.date, ...] = attrs.field(validator=_days)
    organisation: str | None = None

    @property
    def first(self) -> dt.date:
        """The date of the first statement that says so."""
        return self.dates[0]

    @property
    def last(self) -> dt.date:
        """The date of the last statement that says so."""
        return self.dates[-1]

    def __repr__(self) -> str:
        """Show the words, and from when to when they were said."""
        return f"Role({self.text!r}, {_shown(self.dates)})"


@attrs.frozen(kw_only=True)
class Voice:
    """One who is quoted, in all the statements that were looked at.

    The quotes are the evidence: each has the `id` of its statement and its spans in the text of that statement.

    Attributes:
        name: The fullest form of the name in these statements, or the one that your aliases give.
        kind: A person, an organisation, an office, or someone unnamed.
        spellings: The ways in which the texts write the name, the fullest first: whole names and surnames alone, but no
            pronoun and no description.
        roles: What they are said to be, in the order in which it was first said.
        organisations: The organisations that the roles name, in the same order.
        quotes: Their quotes, by date.
        dates: The dates of the statements that quote them, each once and in order.
        may_be: The names that this one may be short for, where nothing in the texts tells which, if any. Whom such a voice
            belongs to is not known, and its quotes may be of several people; empty for every other voice.

    Raises:
        InvalidValueError: The name has no words, the kind is unknown, or there are no dates.

    Examples:
        >>> Voice(name="Ada Moru", kind="person", spellings=("Ada Moru", "Moru"), dates=(dt.date(2012, 5, 3),))
        Voice('Ada Moru', 0 quotes, 2012-05-03)
    """

    name: str = attrs.field(validator=_text)
    kind: SpeakerKind = attrs.field()
    spellings: tuple[str, ...] = attrs.field(default=(), validator=tuple_of("Voice.spellings", str))
    roles: tuple[Role, ...] = attrs.field(default=(), validator=tuple_of("Voice.roles", Role))
    organisations: tuple[str, ...] = attrs.field(default=(), validator=tuple_of("Voice.organisations", str))
    quotes: tuple[Quote, ...] = attrs.field(default=(), validator=tuple_of("Voice.quotes", Quote))
    dates: tuple[dt.date, ...] = attrs.field(validator=_days)
    may_be: tuple[str, ...] = attrs.field(default=(), validator=tuple_of("Voice.may_be", str))

    @kind.validator
    def _known_kind(self, _: object, value: str) -> None:
        """Refuse an unknown kind."""
        if not isinstance(value, str) or value not in _KINDS:
            message = f"unknown kind of speaker {value!r}; it is one of {', '.join(sorted(_KINDS))}"
            raise InvalidValueError(message)

    @property
    def first(self) -> dt.date:
        """The date of the first statement that quotes them."""
        return self.dates[0]

    @property
    def last(self) -> dt.date:
        """The date of the last statement that quotes them."""
        return self.dates[-1]

    def __repr__(self) -> str:
        """Show the name, the number of quotes and the time that they span."""
        count = len(self.quotes)
        return f"Voice({self.name!r}, {count} quote{'s' if count != 1 else ''}, {_shown(self.dates)})"


def _shown(dates: tuple[dt.date, ...]) -> str:
    """Write the time that some dates span."""
    return f"{dates[0]}" if len(dates) == 1 else f"{dates[0]} to {dates[-1]}"
