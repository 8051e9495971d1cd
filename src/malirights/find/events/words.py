"""What the event finder needs of one language, compiled from the lexicon."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal, NamedTuple

import attrs

from malirights.find.events.forms import VerbForms
from malirights.find.grammar import Grammar, Phrases, grammars
from malirights.find.tokens import tokens
from malirights.lexicon import Lexicon

__all__ = ["EventWords", "Sense", "Trigger", "event_words"]

Frame = Literal["act", "does", "undergoes", "goes", "joins", "suffered", "done", "sufferers", "none", "state", "before"]
_VERBS: dict[str, Frame] = {"acts": "act", "does": "does", "undergoes": "undergoes", "goes": "goes", "joins": "joins"}
_NOUNS: dict[str, Frame] = {"suffered": "suffered", "done": "done", "sufferers": "sufferers", "none": "none"}
_PHRASES: dict[str, Frame] = {"states": "state", "states_before": "before"}
_WIDENED = ("auxiliaries", "determiners", "prepositions", "breaks", "relatives", "infinitives", "coordinators")
_VERBAL = frozenset({"past", "participle", "future", "conditional"})


class Sense(NamedTuple):
    """One thing that a word can mean.

    Attributes:
        kind: The kind of event.
        frame: Who its subject, object or "of" is.
        words: The words, folded as tokens are.
        head: How many of them are the verb or the noun; what follows may stand after an object.
        forms: The forms of a verb that the words can be ("base", "infinitive", "finite", "ing", "past", "participle",
            "future", "conditional"), or "noun", or "phrase".
        needs_words: Words of which one must stand near, or none.
        needs_phrases: Phrases that will do as well.
        not_before: Words that must not follow.
        not_after: Words that must not stand before.
        needs_people: Whether what it is done to must be people.
        done_by: Words of which one must be in who does it, or none.
    """

    kind: str
    frame: Frame
    words: tuple[str, ...]
    head: int
    forms: frozenset[str]
    needs_words: frozenset[str]
    needs_phrases: tuple[tuple[str, ...], ...]
    not_before: frozenset[tuple[str, ...]]
    not_after: frozenset[str]
    receives: bool
    victimless: bool
    needs_object: bool
    needs_people: bool
    done_by: frozenset[str]

    @property
    def is_verb(self) -> bool:
        """Whether it is a verb."""
        return self.frame in _VERBS.values()

    @property
    def is_noun(self) -> bool:
        """Whether it is a noun."""
        return self.frame in ("suffered", "done", "sufferers")


class Trigger(NamedTuple):
    """Words of a sentence that may name an act.

    Attributes:
        first: The number of the first token.
        last: The number of the token after the verb or the noun.
        end: The number of the token after all of its words.
        senses: What they can mean, those that need other words first.
    """

    first: int
    last: int
    end: int
    senses: tuple[Sense, ...]


@attrs.frozen(eq=False, kw_only=True)
class EventWords:
    """The words of one language around acts, folded as tokens are.

    Each set of words, index of phrases and tuple of endings is the entry class of its name in the lexicon's table
    "event_words", which says what it is for.

    Attributes:
        grammar: The function words that quotes and names need too.
        senses: What words can mean, by their first word: longer phrases first, then as the file has them.
        quantities: The lowest number that words such as "dozens" allow.
        numbers: Cardinal numbers.
        round_numbers: Numbers that are about right, such as "une dizaine".
        round_index: Their words, by their first word.
        humans: Nouns of people, of one and of several.
        relative: Words that open a relative clause.
        phrase_stops: Words in lower case that end a noun phrase on either side.
        verb_forms: First words of forms that only verbs have.
        pure_verbs: Words that name an act as verbs only.
        fronted: Prepositions that can open a phrase before the subject.
        leading: Determiners that open a noun phrase and are no part of a name.
        adjectives_follow: Whether adjectives and participles stand after their noun, by their endings.
        bounds: Phrases before a number that say that it is at least, at most or about that.
        quantity_index: The words of quantities, by their first word.
    """

    grammar: Grammar
    senses: Mapping[str, tuple[Sense, ...]]
    quantities: Mapping[tuple[str, ...], int]
    numbers: Mapping[str, int]
    round_numbers: Mapping[tuple[str, ...], int]
    round_index: Phrases
    humans: frozenset[str]
    relative: frozenset[str]
    phrase_stops: frozenset[str]
    verb_forms: frozenset[str]
    pure_verbs: frozenset[str]
    fronted: frozenset[str]
    leading: frozenset[str]
    adjectives_follow: bool
    bounds: Phrases
    quantity_index: Phrases

    ages: frozenset[str]
    announcers: frozenset[str]
    as_: frozenset[str]
    banned: frozenset[str]
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
    contrasts: frozenset[str]
    controls: frozenset[str]
    dative_clitics: frozenset[str]
    counting: frozenset[str]
    definite: frozenset[str]
    durations: frozenset[str]
    distributive: frozenset[str]
    fresh: frozenset[str]
    generic: frozenset[str]
    generic_openers: frozenset[str]
    generic_verbs: frozenset[str]
    gerund_openers: frozenset[str]
    happenings: Phrases
    have: frozenset[str]
    inanimate: Phrases
    including: frozenset[str]
    infinitive_be: frozenset[str]
    infinitive_have: frozenset[str]
    inside: frozenset[str]
    list_fillers: frozenset[str]
    means: frozenset[str]
    limbs: Phrases
    modals: frozenset[str]
    motions: frozenset[str]
    nobody: frozenset[str]
    nothing: frozenset[str]
    object_clitics: frozenset[str]
    object_relatives: frozenset[str]
    noun_followers: frozenset[str]
    noun_openers: frozenset[str]
    offence_openers: frozenset[str]
    openers: frozenset[str]
    owners: frozenset[str]
    people: frozenset[str]
    persons: frozenset[str]
    possessive_marks: frozenset[str]
    possessives: frozenset[str]
    predicatives: frozenset[str]
    pronouns: frozenset[str]
    quantifiers: frozenset[str]
    receivers: frozenset[str]
    scheduling: frozenset[str]
    singular: frozenset[str]
    skipped: frozenset[str]
    stops: frozenset[str]
    things: frozenset[str]
    whens: frozenset[str]
    time_openers: frozenset[str]

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
    givers: Phrases
    light_doers: Phrases
    light_sufferers: Phrases
    negations: Phrases
    norms: Phrases
    offences: Phrases
    planned: Phrases
    real_infinitives: Phrases
    strikes: Phrases
    targets: Phrases
    verdicts: Phrases
    wider: Phrases
    wishes: Phrases

    adverb_endings: tuple[str, ...]
    plural_endings: tuple[str, ...]
    postposed_endings: tuple[str, ...]
    participle_endings: tuple[str, ...]
    plural_verb_endings: tuple[str, ...]
    past_endings: tuple[str, ...]
    gerund_endings: tuple[str, ...]

    @classmethod
    def of(cls, lexicon: Lexicon, language: str, grammar: Grammar) -> EventWords:
        """Compile the words of a language."""
        tables = lexicon.tables[language]
        table = tables.get("event_words", {})
        verbs = VerbForms(table)

        def words(entry_class: str) -> tuple[str, ...]:
            entry = table.get(entry_class, {})
            forms = (form for verb in entry.get("verbs", ()) for form in verbs.phrases(verb))
            return tuple(map(_low, (*entry.get("words", ()), *forms)))

        def values(entry_class: str) -> dict[tuple[str, ...], int]:
            return {_split(phrase): number for phrase, number in table.get(entry_class, {}).get("values", {}).items()}

        fields = [field.name for field in attrs.fields(cls)]
        hints = {field.name: str(field.type) for field in attrs.fields(cls)}
        persons = words("persons")
        made: dict[str, Any] = {name: _COMPILED[hints[name]](words(name)) for name in fields if hints[name] in _COMPILED}
        senses, quantities = _senses(tables.get("events", {}), verbs), values("quantities")
        round_numbers = values("round_numbers")
        grammar = grammar.widened({name: words(name) for name in _WIDENED})
        ends = ("stops", "pronouns", "announcers", "openers", "modals")
        in_grammar = grammar.breaks | grammar.prepositions | grammar.auxiliaries | grammar.coordinators
        return cls(
            **made
            | {
                "grammar": grammar,
                "senses": senses,
                "quantities": quantities,
                "quantity_index": _indexed(quantities),
                "adjectives_follow": bool(words("postposed_endings")),
                "round_numbers": round_numbers,
                "round_index": _indexed(round_numbers),
                "adverb_endings": words("adverb_endings") or grammar.adverb_endings,
                "bounds": _phrases(word for name in ("at_least", "at_most", "about") for word in words(name)),
                "phrase_stops": in_grammar.union(*(made[name] for name in ends)) - grammar.determiners - made["bodies"],
                "fronted": grammar.prepositions | made["stops"],
                "leading": grammar.determiners - made["quantifiers"] - {phrase[0] for phrase in values("numbers")},
                "pure_verbs": frozenset(
                    first for first, meant in senses.items() if all(sense.is_verb and sense.head == 1 for sense in meant)
                ),
                "verb_forms": frozenset(
                    first for first, meant in senses.items() if any(not sense.forms.isdisjoint(_VERBAL) for sense in meant)
                ),
                "numbers": {phrase[0]: number for phrase, number in values("numbers").items()},
                "humans": frozenset(persons) | {f"{noun}s" for noun in persons} | frozenset(words("people")),
                "relative": grammar.relatives | frozenset(words("complementizers")),
            }
        )


def event_words(lexicon: Lexicon) -> Mapping[str, EventWords]:
    """Compile every language that has acts; build it with `lexicon.built(event_words)`."""
    known = lexicon.built(grammars)
    return {
        language: EventWords.of(lexicon, language, known[language])
        for language in lexicon.languages
        if "events" in lexicon.tables.get(language, {})
    }


def _senses(table: Mapping[str, Mapping[str, Any]], verbs: VerbForms) -> Mapping[str, tuple[Sense, ...]]:
    """Index what words can mean by their first word: longer phrases first, then as the file has them."""
    found: list[Sense] = []
    for name, entry in table.items():
        rest = {
            "kind": entry.get("kind", name),
            "needs_words": frozenset(words[0] for words in map(_split, entry.get("needs", ())) if len(words) == 1),
            "needs_phrases": tuple(words for words in map(_split, entry.get("needs", ())) if len(words) > 1),
            "not_before": frozenset(map(_split, entry.get("not_before", ()))),
            "not_after": frozenset(map(_low, entry.get("not_after", ()))),
            "receives": entry.get("receives", False),
            "needs_object": entry.get("needs_object", False),
            "done_by": frozenset(map(_low, entry.get("done_by", ()))),
            "needs_people": entry.get("needs_people", False),
            "victimless": entry.get("victimless", False),
        }
        for key, frame in _VERBS.items():
            for verb in entry.get(key, ()):
                found += (_sense(_split(words), frame, forms, rest, _split(tail)) for words, forms, tail in verbs.forms(verb))
        for key, frame in _NOUNS.items():
            found += (_sense(_split(noun), frame, {"noun"}, rest) for noun in entry.get(key, ()))
        for key, frame in _PHRASES.items():
            found += (_sense(_split(phrase), frame, {"phrase"}, rest) for phrase in entry.get(key, ()))
    index: dict[str, list[Sense]] = {}
    for sense in found:
        index.setdefault(sense.words[0], []).append(sense)
    return {first: tuple(sorted(senses, key=lambda sense: -len(sense.words))) for first, senses in index.items()}


def _sense(
    words: tuple[str, ...], frame: Frame, forms: Iterable[str], rest: Mapping[str, Any], tail: tuple[str, ...] = ()
) -> Sense:
    return Sense(frame=frame, words=words + tail, head=len(words), forms=frozenset(forms), **rest)


def _phrases(phrases: Iterable[str]) -> Phrases:
    """Index phrases by their first word, longer ones first."""
    return _indexed(map(_split, phrases))


def _indexed(phrases: Iterable[tuple[str, ...]]) -> Phrases:
    """Index phrases that are parted into words."""
    index: dict[str, list[tuple[str, ...]]] = {}
    for words in phrases:
        index.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(found, key=len, reverse=True)) for first, found in index.items()}


def _split(phrase: str) -> tuple[str, ...]:
    """Part a phrase as tokens are parted; an elision at its end ("plus d'") is one."""
    return tuple(low for word in _low(phrase).split() for low in ((word,) if word.endswith("'") else _parted(word)))


def _parted(word: str) -> Iterable[str]:
    """Part a word as tokens are parted."""
    return (token.low for token in tokens(word, 0, len(word)))


def _low(word: str) -> str:
    """Fold a word as tokens are folded."""
    return word.lower().replace("’", "'")


_MADE = frozenset(
    {
        "humans",
        "relative",
        "phrase_stops",
        "verb_forms",
        "pure_verbs",
        "fronted",
        "leading",
        "bounds",
        "quantity_index",
        "round_index",
    }
)
_COMPILED: Mapping[str, Callable[[tuple[str, ...]], Any]] = {
    "frozenset[str]": frozenset,
    "Phrases": _phrases,
    "tuple[str, ...]": tuple,
}
