"""The words that a walk over a sentence looks for; it passes over all others at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from malirights.find.events.words import EventWords

__all__ = ["CLAUSE_ENDS", "Signs"]

CLAUSE_ENDS = frozenset(';:—–()[]“”"«»…?!')
"""The marks that end a clause."""


class Signs:
    """The words of one language that decide, joined for each question that is put to every word of a stretch.

    Attributes:
        clause: What may open or end a clause.
        verbs: What ends the search for the verb of a clause.
        no_subject: What is no noun of a subject.
        phrase: What does more in a noun phrase than to go on with it.
    """

    def __init__(self, words: EventWords) -> None:
        """Join the words."""
        grammar = words.grammar
        self.clause = CLAUSE_ENDS | grammar.relatives | words.openers | grammar.coordinators
        self.verbs = (
            CLAUSE_ENDS
            | grammar.relatives
            | words.openers
            | grammar.auxiliaries
            | words.modals
            | words.announcers
            | words.verb_forms
        )
        self.no_subject = words.controls | grammar.auxiliaries | words.modals
        self.phrase = (
            grammar.determiners
            | grammar.coordinators
            | words.owners
            | words.controls
            | words.counting
            | words.pure_verbs
            | words.offences.keys()
            | {","}
        )
