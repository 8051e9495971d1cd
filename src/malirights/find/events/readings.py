"""What a trigger says, once it is read: the act, who does it, and to whom."""

from __future__ import annotations

from typing import NamedTuple

from malirights.find.events.senses import Sense, Trigger
from malirights.find.events.sentence import Phrase

__all__ = ["ABOUT", "ACCUSING", "WRONGS", "Reading"]

ACCUSING = frozenset({"charge", "trial", "conviction", "sentence", "arrest", "detention"})
"""Kinds of what is done to those who are accused."""


WRONGS = frozenset(
    {
        "killing",
        "extrajudicial_execution",
        "enforced_disappearance",
        "abduction",
        "torture",
        "sexual_violence",
        "heritage_destruction",
        "property_destruction",
        "armed_attack",
        "child_recruitment",
        "injury",
        "corporal_punishment",
    }
)
"""Kinds of what is done to people and to what is theirs, and of which a step of justice can be about."""

ABOUT = frozenset({"charge", "conviction", "investigation", "report", "sentence", "trial"})
"""Kinds of what is about another act."""


class Reading(NamedTuple):
    """A trigger that names an act.

    Attributes:
        trigger: The trigger.
        sense: What it means.
        group: The number of the first token of its verb group, or of its noun phrase.
        doer: Who does it, or None.
        sufferer: To whom, or None.
    """

    trigger: Trigger
    sense: Sense
    group: int
    doer: Phrase | None = None
    sufferer: Phrase | None = None

    @property
    def attributive(self) -> bool:
        """Whether it stands before the noun that it is about: "the ousted president"."""
        return self.sufferer is not None and self.sufferer[0] <= self.trigger.first < self.sufferer[1]

    @property
    def presumed(self) -> bool:
        """Whether its verb only says who the people are that something else happens to: "the imprisoned bakers fled"."""
        return self.attributive and self.sense.is_verb and self.sufferer is not None and self.trigger.last < self.sufferer[1]
