"""What a word is by itself, wherever it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from malirights.find.events.senses import Opening
from malirights.find.tokens import is_capital

if TYPE_CHECKING:
    from malirights.find.events.words import EventWords

__all__ = ["Word"]

_INNER = frozenset({"'s", "'", "‘", "’", "-", "‑", ".", "d'", "l'"})


@attrs.frozen(eq=False, kw_only=True)
class Word:
    """A word or a mark, with what its letters and the lexicon say of it; each is read once and serves all its places.

    Attributes:
        text: As it stands, with a straight apostrophe.
        low: The same in lower case.
        form: The same, of a contraction such as "they’ve" the pronoun.
        is_word: Whether it is a word or a number.
        is_capital: Whether it begins with a capital.
        is_number: Whether it is a number, in digits or in words.
        is_adverb: Whether it is an adverb, by its ending or by name.
        is_verb: Whether it is a form that only verbs have.
        is_finite: Whether it is a verb of a clause: an auxiliary, a verb of saying or denying, or a form that only verbs have.
        is_past: Whether it looks like a verb of a clause, by its ending.
        is_participle: Whether it looks like a participle that follows its noun.
        is_plural: Whether it is a noun in the plural, or of a group, by its ending or by name.
        is_plain: Whether it goes on with a noun phrase whatever stands around it, and counts for a noun.
        can_be_subject: Whether it is a word that can be the noun of a subject.
        stops: Whether it ends a noun phrase on either side.
        stops_first: The same of a word that opens a sentence.
        may_count: Whether it may begin what says how many there are.
        opening: What the words that it begins may name, or None.
    """

    text: str
    low: str
    form: str
    is_word: bool
    is_capital: bool
    is_number: bool
    is_adverb: bool
    is_verb: bool
    is_finite: bool
    is_past: bool
    is_participle: bool
    is_plural: bool
    is_plain: bool
    can_be_subject: bool
    stops: bool
    stops_first: bool
    may_count: bool
    opening: Opening | None

    @classmethod
    def of(cls, words: EventWords, text: str) -> Word:
        """Say what a word is by itself."""
        low, grammar = text.lower(), words.grammar
        pronoun, mark, _ = low.partition("'")
        form = pronoun if mark and pronoun in words.pronouns else low
        capital, verb = is_capital(text), form in words.senses.verb_forms
        stops_first = low in words.phrase_stops if text[0].isalnum() else low not in _INNER
        name = text[0].isalnum() and capital and low not in grammar.auxiliaries and low not in words.openers
        number = text[0].isdigit() or form in words.numbers or ("-" in form and words.numbers.keys() >= set(form.split("-")))
        participle = not capital and low not in words.numbers and (verb or low.endswith(words.participle_endings))
        ends_as_one = form.endswith(words.adverb_endings) and form not in words.no_adverbs and not capital
        adverb = ends_as_one or form in words.adverbs
        return cls(
            text=text,
            low=low,
            form=form,
            is_word=text[0].isalnum(),
            is_capital=capital,
            is_number=number,
            is_adverb=adverb,
            is_verb=verb,
            is_finite=verb or form in grammar.auxiliaries or form in words.announcers or form in words.denied,
            is_past=form.endswith(words.past_endings),
            is_participle=participle,
            is_plural=form in words.people or (form.endswith(words.plural_endings) and form not in grammar.determiners),
            stops=stops_first and not (name and low not in grammar.prepositions),
            stops_first=stops_first,
            is_plain=not (participle or number or form in words.signs.phrase or form.endswith(words.plural_verb_endings)),
            can_be_subject=text[0].isalnum() and not adverb and form not in words.signs.no_subject,
            may_count=number or form in words.signs.counts or all(part in words.numbers for part in form.split("-")),
            opening=words.senses.opening(low),
        )
