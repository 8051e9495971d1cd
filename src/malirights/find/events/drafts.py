"""Events while they are worked on."""

from __future__ import annotations

from typing import NamedTuple

from malirights.find.events.memory import Party
from malirights.find.foundplace import FoundPlace
from malirights.model import Count, EventStatus, When

__all__ = ["Draft"]

_Stretch = tuple[int, int]


class Draft(NamedTuple):
    """A mention of an event, before those of one happening are joined.

    Attributes:
        word: The word that names the act, in lower case.
        kind: The kind of event.
        trigger: Where the words stand that name the act.
        mentions: The triggers of all its mentions.
        sentence: Where their sentence stands.
        headline: Whether that is a line of the headline.
        when: When it happened, or None.
        where: Where, or None.
        perpetrators: Who did it.
        victims: To whom.
        number: How many of them.
        status: How it is told.
        status_span: The words that show that, or None.
        definite: Whether a determiner shows that it was told of before.
        anchored: Whether its sentence gives a time, a place, a party or a number; else it only mentions what was told before.
        assumed: Whether who does it is not in its own sentence's words about it, but assumed from who speaks or is accused.
    """

    word: str
    kind: str
    trigger: _Stretch
    mentions: tuple[_Stretch, ...]
    sentence: _Stretch
    headline: bool
    when: When | None
    where: FoundPlace | None
    perpetrators: tuple[Party, ...]
    victims: tuple[Party, ...]
    number: Count | None
    status: EventStatus
    status_span: _Stretch | None
    definite: bool
    assumed: bool = False
    anchored: bool = True

    @property
    def rank(self) -> tuple[bool, int, bool]:
        """How much it tells: in the body first, then by how many of its slots are filled, then who did it."""
        slots = (self.when, self.where, self.perpetrators, self.victims, self.number)
        return not self.headline, sum(1 for slot in slots if slot), bool(self.perpetrators) and not self.assumed
