"""The parties that a text named, for the pronouns that mean them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from malirights.find.events.sentence import Phrase, Sentence
from malirights.model import Count

__all__ = ["Memory", "Party"]

_REMEMBERED = 12

Reader: TypeAlias = "Callable[[Sentence, Phrase | None, Memory], tuple[Party, ...]]"


class Party(NamedTuple):
    """A party to an act.

    Attributes:
        start: Where the words stand.
        end: The offset after them.
        name: The words, without what opens them.
        number: How many they are, or None.
        plural: Whether they are several.
        named: Whether it is a name.
        human: Whether it can be people.
        body: Whether it is an organisation or a body, which "it" can mean.
    """

    start: int
    end: int
    name: str
    number: Count | None
    plural: bool
    named: bool
    human: bool
    body: bool


class Memory:
    """The parties that a text named last, for its pronouns.

    Attributes:
        read: The parties of the noun phrases without a pronoun, by the offset of their sentence and their place in it.
        resolved: The parties that pronouns mean, by the offset of the pronoun.
        dead: Those who were last said to be killed.
    """

    def __init__(self, reader: Reader) -> None:
        """Begin with none.

        Args:
            reader: Gives the parties of a noun phrase; it is asked for those that only a pronoun calls up.
        """
        self._reader = reader
        self._known: list[list[tuple[Party, ...]] | Sentence] = []
        self._accused: tuple[Party, ...] = ()
        self.read: dict[tuple[int, Phrase], tuple[Party, ...]] = {}
        self.resolved: dict[int, tuple[Party, ...]] = {}
        self.dead: tuple[Party, ...] = ()

    def tell(self, named: Sequence[Party]) -> None:
        """Remember some parties."""
        if named:
            self._known.append([tuple(named)])

    def bury(self, named: Sequence[Party]) -> None:
        """Remember those who were killed."""
        self.dead = (*self.dead, *named)[-_REMEMBERED:]

    def accused(self) -> tuple[Party, ...]:
        """Give those who were last said to be accused."""
        return self._accused

    def accuse(self, named: Sequence[Party]) -> None:
        """Remember those who are accused."""
        self._accused = tuple(named) or self._accused

    def tell_subject(self, sentence: Sentence) -> None:
        """Remember the subjects of a sentence, which are read only where a pronoun can mean one."""
        self._known.append(sentence)

    def _last(self, *, every: bool = False) -> Iterator[tuple[Party, ...]]:
        """Go through those who were named last, the last first; of the subjects of a sentence, the first one or every one."""
        for number in range(len(self._known) - 1, max(-1, len(self._known) - 1 - _REMEMBERED), -1):
            known = self._known[number]
            if isinstance(known, Sentence):
                self._known[number] = []  # it cannot mean itself
                self._known[number] = known = [self._reader(known, phrase, self) for phrase in known.subjects()]
            yield from known if every else known[:1]

    def body(self, *, named: bool = False) -> tuple[Party, ...]:
        """Give the organisation or body that was told of last, which "it" can mean; or the last one with a name."""
        last = (told for told in self._last() if len(told) == 1 and told[0].body)
        return next((told for told in last if told[0].named or not named), ())

    def meant(self, *, singular: bool, but: Sequence[Party] = ()) -> tuple[Party, ...]:
        """Give the parties that a pronoun can mean: the last ones of its number, but for those who do it to them."""
        for named in self._last(every=not singular):
            if not named or named[0] in but or not all(party.human for party in named):
                continue
            if singular and len(named) == 1 and named[0].number and named[0].number.high == 1:
                return named
            if not singular and (len(named) > 1 or named[0].plural):
                return named
        return ()
