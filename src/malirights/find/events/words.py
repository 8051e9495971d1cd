"""What the event finder needs of one language, compiled from the lexicon."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from typing import Any

import attrs

from malirights.find.events.folding import folded, indexed, phrases_of, split
from malirights.find.events.forms import VerbForms
from malirights.find.events.senses import Senses
from malirights.find.events.signs import Signs
from malirights.find.events.word import Word
from malirights.find.grammar import Grammar, Phrases, grammars
from malirights.lexicon import Lexicon

__all__ = ["EventWords", "event_words"]

_WIDENED = ("auxiliaries", "determiners", "prepositions", "breaks", "relatives", "infinitives", "coordinators")
_REMEMBERED = 32_768  # words: more than a long report has


@attrs.frozen(eq=False, kw_only=True)
class EventWords:
    """The words of one language around acts, folded as tokens are.

    Each set of words, index of phrases and tuple of endings is the entry class of its name in the lexicon's table
    "event_words", which says what it is for.

    Attributes:
        grammar: The function words that quotes and names need too.
        senses: What words can mean, by their first word.
        quantities: The lowest number that words such as "dozens" allow.
        numbers: Cardinal numbers.
        round_numbers: Numbers that are about right, such as "une dizaine".
        round_index: Their words, by their first word.
        humans: Nouns of people, of one and of several.
        relative: Words that open a relative clause.
        phrase_stops: Words in lower case that end a noun phrase on either side.
        fronted: Prepositions that can open a phrase before the subject.
        leading: Determiners that open a noun phrase and are no part of a name.
        adjectives_follow: Whether adjectives and participles stand after their noun, by their endings.
        bounds: Phrases before a number that say that it is at least, at most or about that.
        quantity_index: The words of quantities, by their first word.
        signs: The words that a walk over a sentence looks for.
        word: Gives what is known of a word as it stands; words are remembered.
    """

    grammar: Grammar
    senses: Senses
    quantities: Mapping[tuple[str, ...], int]
    numbers: Mapping[str, int]
    round_numbers: Mapping[tuple[str, ...], int]
    round_index: Phrases
    humans: frozenset[str]
    relative: frozenset[str]
    phrase_stops: frozenset[str]
    fronted: frozenset[str]
    leading: frozenset[str]
    adjectives_follow: bool
    bounds: Phrases
    quantity_index: Phrases

    accusing: frozenset[str]
    adverbs: frozenset[str]
    ages: frozenset[str]
    announcers: frozenset[str]
    as_: frozenset[str]
    banned: frozenset[str]
    barring: frozenset[str]
    be: frozenset[str]
    being: frozenset[str]
    between: frozenset[str]
    bodies: frozenset[str]
    causatives: frozenset[str]
    clitics: frozenset[str]
    compelled: frozenset[str]
    complementizers: frozenset[str]
    conditionals: frozenset[str]
    continuing: frozenset[str]
    containing: frozenset[str]
    contrasts: frozenset[str]
    controls: frozenset[str]
    dative_clitics: frozenset[str]
    dayparts: frozenset[str]
    counting: frozenset[str]
    definite: frozenset[str]
    durations: frozenset[str]
    distributive: frozenset[str]
    fresh: frozenset[str]
    generic: frozenset[str]
    generic_openers: frozenset[str]
    generic_verbs: frozenset[str]
    gerund_openers: frozenset[str]
    handing: frozenset[str]
    happenings: Phrases
    have: frozenset[str]
    inanimate: Phrases
    including: frozenset[str]
    infinitive_be: frozenset[str]
    infinitive_have: frozenset[str]
    instances: frozenset[str]
    inside: frozenset[str]
    latter: frozenset[str]
    list_fillers: frozenset[str]
    massacres: frozenset[str]
    means: frozenset[str]
    limbs: Phrases
    modals: frozenset[str]
    motions: frozenset[str]
    nobody: frozenset[str]
    nothing: frozenset[str]
    object_clitics: frozenset[str]
    object_relatives: frozenset[str]
    name_joins: frozenset[str]
    no_adverbs: frozenset[str]
    noun_followers: frozenset[str]
    nouns_too: frozenset[str]
    noun_openers: frozenset[str]
    offence_openers: frozenset[str]
    ones: frozenset[str]
    openers: frozenset[str]
    ordinals: frozenset[str]
    owners: frozenset[str]
    particles: frozenset[str]
    people: frozenset[str]
    persons: frozenset[str]
    possessive_marks: frozenset[str]
    possessives: frozenset[str]
    predicatives: frozenset[str]
    privatives: frozenset[str]
    pronouns: frozenset[str]
    quantifiers: frozenset[str]
    receivers: frozenset[str]
    reported_future: frozenset[str]
    rivals: frozenset[str]
    scheduling: frozenset[str]
    second_negations: frozenset[str]
    shades: frozenset[str]
    singular: frozenset[str]
    skipped: frozenset[str]
    stops: frozenset[str]
    subject_relatives: frozenset[str]
    things: frozenset[str]
    whens: frozenset[str]
    wheres: frozenset[str]
    time_openers: frozenset[str]
    tolls: frozenset[str]

    about: Phrases
    adverbials: Phrases
    arms: Phrases
    agents: Phrases
    alleged: Phrases
    definitions: Phrases
    denied: Phrases
    appeals: Phrases
    at_least: Phrases
    at_most: Phrases
    forebodings: Phrases
    givers: Phrases
    lifeless: Phrases
    light_doers: Phrases
    light_sufferers: Phrases
    negations: Phrases
    norms: Phrases
    offences: Phrases
    planned: Phrases
    real_infinitives: Phrases
    strikes: Phrases
    targets: Phrases
    undergone: Phrases
    verdicts: Phrases
    wider: Phrases
    wishes: Phrases

    adverb_endings: tuple[str, ...]
    agreement_endings: tuple[str, ...]
    plural_endings: tuple[str, ...]
    postposed_endings: tuple[str, ...]
    participle_endings: tuple[str, ...]
    plural_verb_endings: tuple[str, ...]
    past_endings: tuple[str, ...]
    gerund_endings: tuple[str, ...]

    signs: Signs = attrs.field(init=False)
    word: Callable[[str], Word] = attrs.field(init=False)

    @signs.default
    def _signs(self) -> Signs:
        return Signs(self)

    @word.default
    def _word(self) -> Callable[[str], Word]:
        return lru_cache(_REMEMBERED)(partial(Word.of, self))

    @classmethod
    def of(cls, lexicon: Lexicon, language: str, grammar: Grammar) -> EventWords:
        """Compile the words of a language."""
        tables = lexicon.tables[language]
        table = tables.get("event_words", {})
        verbs = VerbForms(table)

        def words(entry_class: str) -> tuple[str, ...]:
            entry = table.get(entry_class, {})
            forms = (form for verb in entry.get("verbs", ()) for form in verbs.phrases(verb))
            return tuple(map(folded, (*entry.get("words", ()), *forms)))

        def values(entry_class: str) -> dict[tuple[str, ...], int]:
            return {split(phrase): number for phrase, number in table.get(entry_class, {}).get("values", {}).items()}

        fields = [field.name for field in attrs.fields(cls)]
        hints = {field.name: str(field.type) for field in attrs.fields(cls)}
        persons = words("persons")
        made: dict[str, Any] = {name: _COMPILED[hints[name]](words(name)) for name in fields if hints[name] in _COMPILED}
        quantities = values("quantities")
        round_numbers = values("round_numbers")
        grammar = grammar.widened({name: words(name) for name in _WIDENED})
        ends = ("stops", "pronouns", "announcers", "openers", "modals")
        in_grammar = grammar.breaks | grammar.prepositions | grammar.auxiliaries | grammar.coordinators
        return cls(
            **made
            | {
                "grammar": grammar,
                "senses": Senses(tables.get("events", {}), verbs),
                "quantities": quantities,
                "quantity_index": indexed(quantities),
                "adjectives_follow": bool(words("postposed_endings")),
                "round_numbers": round_numbers,
                "round_index": indexed(round_numbers),
                "adverb_endings": words("adverb_endings") or grammar.adverb_endings,
                "bounds": phrases_of(word for name in ("at_least", "at_most", "about") for word in words(name)),
                "phrase_stops": in_grammar.union(*(made[name] for name in ends)) - grammar.determiners - made["bodies"],
                "fronted": grammar.prepositions | made["stops"],
                "leading": grammar.determiners - made["quantifiers"] - {phrase[0] for phrase in values("numbers")},
                "numbers": {phrase[0]: number for phrase, number in values("numbers").items()},
                "humans": frozenset(persons) | {f"{noun}s" for noun in persons} | frozenset(words("people")),
                "relative": grammar.relatives | frozenset(words("complementizers")),
            }
        )


def event_words(lexicon: Lexicon, language: str) -> EventWords | None:
    """Give the words of a language around acts, compiled on first use; None where it has none."""
    made = lexicon.built(_made)
    if language not in made and "events" in lexicon.tables.get(language, {}):
        made[language] = EventWords.of(lexicon, language, lexicon.built(grammars)[language])
    return made.get(language)


def _made(_: Lexicon) -> dict[str, EventWords]:
    """Give the cache of a lexicon's words around acts."""
    return {}


_COMPILED: Mapping[str, Callable[[tuple[str, ...]], Any]] = {
    "frozenset[str]": frozenset,
    "Phrases": phrases_of,
    "tuple[str, ...]": tuple,
}
