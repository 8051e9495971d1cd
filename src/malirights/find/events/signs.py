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

    A walk that is to heed more words needs them here too.

    Attributes:
        clause: What may open or end a clause.
        verbs: What ends the search for the verb of a clause.
        no_subject: What is no noun of a subject.
        lists: What parts the items of a list.
        complements: What may open or end what belongs to a noun.
        light: What may be a verb whose object names an act, or what parts the two.
        owning: What shows a possessor.
        agents: What opens the one by whom something is done, or ends the search for it.
        infinitive: What opens an infinitive.
        untold: After what a verb such as "commit" does not tell that something was done.
        parting: What may part an act from a time after it.
        bounds: What opens what bounds a number.
        between_listed: What may stand between two items of a list.
        bare: What names nobody by itself.
        group: What belongs to the group of the verb after it.
        status: What begins to say that an act is planned, denied or alleged.
        held: What names one by the office held.
        counts: What says how many there are without a number.
        untitled: What is written with a capital in a title alone, and is no name there.
        phrase: What does more in a noun phrase than to go on with it.
    """

    def __init__(self, words: EventWords) -> None:
        """Join the words."""
        grammar = words.grammar
        self.clause = CLAUSE_ENDS | grammar.relatives | words.openers | grammar.coordinators | words.announcers
        self.verbs = (
            CLAUSE_ENDS
            | grammar.relatives
            | words.openers
            | grammar.auxiliaries
            | words.modals
            | words.announcers
            | words.senses.verb_forms
        )
        self.no_subject = words.controls | grammar.coordinators | grammar.auxiliaries | words.modals
        self.lists = grammar.coordinators | {","}
        self.complements = (
            words.agents.keys()
            | words.targets.keys()
            | words.between
            | words.rivals
            | words.owners
            | words.openers
            | grammar.relatives
            | CLAUSE_ENDS
            | frozenset(",.")
        )
        self.light = (
            words.light_doers.keys() | words.light_sufferers.keys() | words.targets.keys() | words.openers | grammar.relatives
        )
        self.owning = words.possessive_marks | words.possessives
        self.agents = words.agents.keys() | words.openers | grammar.relatives | grammar.coordinators | frozenset(".;:—–,")
        self.infinitive = grammar.infinitives | words.infinitive_have | words.infinitive_be
        self.untold = grammar.infinitives | grammar.coordinators | words.infinitive_be
        self.parting = words.modals | words.generic_verbs | words.openers
        self.bounds = words.bounds.keys() | words.between
        self.between_listed = self.lists | grammar.determiners | words.controls | words.list_fillers
        self.bare = grammar.determiners - words.quantifiers
        self.group = grammar.auxiliaries | words.modals | words.controls
        self.status = words.planned.keys() | words.denied.keys() | words.alleged.keys()
        self.held = words.persons | grammar.roles
        self.counts = words.quantity_index.keys() | words.round_index.keys()
        self.untitled = (
            words.senses.words
            | words.humans
            | words.phrase_stops
            | grammar.determiners
            | grammar.auxiliaries
            | words.numbers.keys()
            | self.counts
        )
        self.phrase = (
            grammar.determiners
            | grammar.coordinators
            | words.owners
            | words.controls
            | words.counting
            | words.senses.pure_verbs
            | words.offences.keys()
            | words.predicatives
            | {","}
        )
