"""Parties to events across statements: which name may be one person, and which words describe the same people."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeVar

import attrs

from malirights.ask.criteria import fold
from malirights.ask.naming import person_words
from malirights.lexicon import Lexicon
from malirights.model import Actor, Statement

__all__ = ["Name", "Parties", "Party", "People"]

_SHORTEST = 4
_MOST = 32
_WORD = re.compile(r"\w+")
_BRACKET = re.compile(r"\s*\([^()]*\)\s*$")
_SMALL = ("generic", "pronouns", "possessives", "quantifiers", "numbers", "quantities", "definite", "distributive")
_CLASSES = ("people", "persons")
_STATE = "state"
_Kept = TypeVar("_Kept", "Name", frozenset[str])
_OF_THE_STATE = frozenset({"state_force", "government", "state_body", "court", "prosecutor"})


class Name(NamedTuple):
    """What is the same in all spellings of a name: its first and its last word; the first is "" where it has one word.

    A party that the lexicon knows has its canonical name for both.

    Attributes:
        first: The first word, folded.
        last: The last word, folded.
    """

    first: str
    last: str


class Party(NamedTuple):
    """One party: a name, or the words that describe it; neither where the words tell nobody apart.

    Attributes:
        name: The name, or None.
        words: The words of the description; empty for a name.
        is_person: Whether the name looks like a person's: two words or more, none of them a word for people or bodies.
        side: The type of the actor, one for all that act for a state, or None.
    """

    name: Name | None
    words: frozenset[str]
    is_person: bool = False
    side: str | None = None


@attrs.frozen(eq=False)
class Parties:
    """All parties on one side of an event.

    Attributes:
        names: Their names.
        persons: Those of the names that look like a person's.
        described: The words of each that is described.
        sides: The types of the actors who are no named persons, one for all that act for a state.
    """

    names: frozenset[Name] = frozenset()
    persons: frozenset[Name] = frozenset()
    described: frozenset[frozenset[str]] = frozenset()
    sides: frozenset[str] = frozenset()

    @classmethod
    def of(cls, parties: Iterable[Party]) -> Parties:
        """Sum parties up."""
        known = tuple(parties)
        return cls(
            names=_few(frozenset(party.name for party in known if party.name)),
            persons=_few(frozenset(party.name for party in known if party.name and party.is_person)),
            described=_few(frozenset(party.words for party in known if party.words)),
            sides=frozenset(party.side for party in known if party.side and not party.is_person),
        )

    def joined(self, other: Parties) -> Parties:
        """Give the parties of both."""
        return Parties(
            names=_few(self.names | other.names),
            persons=_few(self.persons | other.persons),
            described=_few(self.described | other.described),
            sides=self.sides | other.sides,
        )

    def shared(self, other: Parties) -> frozenset[Name]:
        """Give the names that both have."""
        return self.names & other.names

    def alike(self, other: Parties) -> bool:
        """Say whether a description of one says no other people than one of the other: "soldiers", "young soldiers"."""
        if self.described & other.described:
            return True
        return any(one <= two or two <= one for one in self.described for two in other.described)

    def apart(self, other: Parties) -> bool:
        """Say whether they are surely others: other names, or descriptions of other people, where neither side is open."""
        if self.names and other.names:
            lasts, others = ({name.last for name in side.names} for side in (self, other))
            return lasts.isdisjoint(others) or (
                not self.shared(other) and all(name.first for name in (*self.names, *other.names))
            )
        if self.sides and other.sides and self.sides.isdisjoint(other.sides):
            return True
        if self.names or other.names or not (self.described and other.described):
            return False
        return not self.alike(other) and not (self.sides & other.sides)


_NOBODY = Parties()
_FullNames = dict[str, dict[Name, bool]]


def _few(parties: frozenset[_Kept]) -> frozenset[_Kept]:
    """Keep some of a crowd, the shortest descriptions first, so that no comparison of two crowds takes long."""
    if len(parties) <= _MOST:
        return parties
    return frozenset(sorted(parties, key=lambda words: (len(words), sorted(words)))[:_MOST])


class _Words:
    """The words that tell nobody apart, those for people, and those that names of bodies have."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Collect them in all languages."""
        self.small = _folded(lexicon, "event_words", _SMALL)
        self.people = _folded(lexicon, "event_words", _CLASSES)
        self.common = self.small | self.people
        self.bodies = self.people | _folded(lexicon, "names", ("organisation_nouns",))
        self.no_names = _folded(lexicon, "names", ("particles", "titles"))


def _folded(lexicon: Lexicon, subject: str, names: Iterable[str]) -> frozenset[str]:
    """Collect the words of entry classes, folded."""
    return frozenset(piece for name in names for word in lexicon.everywhere(subject, name) for piece in fold(word).split())


class People:
    """The parties of some statements: a surname alone is the full name that its statement has, else the only one of all."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        """Collect the full names."""
        self._words = Lexicon.default().built(_Words)
        self._read: dict[tuple[str, str | None, str | None], Party] = {}
        self._everywhere: _FullNames = defaultdict(dict)
        for statement in statements:
            for last, names in self._full_names(statement).items():
                self._everywhere[last] |= names

    def of(self, statement: Statement) -> list[tuple[Parties, Parties]]:
        """Give the perpetrators and the victims of each event of a statement."""
        here = self._full_names(statement)
        return [(self._parties(event.perpetrators, here), self._parties(event.victims, here)) for event in statement.events]

    def _full_names(self, statement: Statement) -> _FullNames:
        """Give the full names in the events of a statement, by their last words."""
        names: _FullNames = defaultdict(dict)
        for event in statement.events:
            for actor in (*event.perpetrators, *event.victims):
                party = self._party(actor)
                if party.name and party.name.first:
                    names[party.name.last][party.name] = party.is_person
        return names

    def _parties(self, actors: Sequence[Actor], here: _FullNames) -> Parties:
        """Give parties, with surnames resolved."""
        return Parties.of(self._resolved(self._party(actor), here) for actor in actors) if actors else _NOBODY

    def _resolved(self, party: Party, here: _FullNames) -> Party:
        """Put the full name for a surname alone where one fits, and no other."""
        if party.name is None or party.name.first:
            return party
        fits = here.get(party.name.last) or self._everywhere.get(party.name.last, {})
        if len(fits) != 1:
            return party
        (full,) = fits.items()
        return party._replace(name=full[0], is_person=full[1])

    def _party(self, actor: Actor) -> Party:
        """Read an actor, each name once."""
        key = actor.name, actor.type, actor.known_as
        if key not in self._read:
            self._read[key] = self._party_of(*key)
        return self._read[key]

    def _party_of(self, name: str, kind: str | None, known_as: str | None) -> Party:
        """Tell names from descriptions: in a name all words of some length begin with capitals."""
        side = _STATE if kind in _OF_THE_STATE else kind
        if known_as:
            return Party(Name(fold(known_as), fold(known_as)), frozenset(), side=side)
        known = self._words
        words = _WORD.findall(name)
        long = [word for word in words if len(word) >= _SHORTEST or word.isupper() or fold(word) in known.people]
        plain = [fold(word) for word in long]
        if all(word[0].isupper() for word in long) and not known.common.issuperset(plain):
            named = person_words(_BRACKET.sub("", name))
            while len(named) > 1 and named[0] in known.no_names:
                named = named[1:]
            if named:
                person = len(named) > 1 and known.bodies.isdisjoint(named) and not name.isupper()
                return Party(Name(named[0] if len(named) > 1 else "", named[-1]), frozenset(), is_person=person, side=side)
        left = (word.removesuffix("s") for word in plain if word not in known.small and not word.isdigit())
        return Party(None, frozenset(left), side=side)
