"""What a word is by itself, wherever it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from malirights.find.events.words import Opening

__all__ = ["Word"]


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
        is_adverb: Whether it is an adverb, by its ending.
        is_verb: Whether it is a form that only verbs have.
        is_finite: Whether it is a verb of a clause: an auxiliary, a verb of saying, or a form that only verbs have.
        is_past: Whether it looks like a verb of a clause, by its ending.
        is_participle: Whether it looks like a participle that follows its noun.
        is_plural: Whether it is a noun in the plural, or of a group, by its ending or by name.
        is_plain: Whether it goes on with a noun phrase whatever stands around it, and counts for a noun.
        stops: Whether it ends a noun phrase on either side.
        stops_first: The same of a word that opens a sentence.
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
    stops: bool
    stops_first: bool
    opening: Opening | None
