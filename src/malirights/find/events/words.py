"""What the event finder needs of one language, compiled from the lexicon."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal, NamedTuple

from malirights.find.grammar import Grammar, Phrases, grammars
from malirights.find.tokens import tokens
from malirights.lexicon import Lexicon

__all__ = ["EventWords", "Sense", "Trigger", "event_words"]

Frame = Literal["act", "does", "undergoes", "joins", "suffered", "done", "state"]
Form = Literal["base", "finite", "ing", "past", "participle", "noun", "phrase"]
_FORMS: tuple[Form, ...] = ("base", "finite", "ing", "past", "participle")
_VERBS: dict[str, Frame] = {"acts": "act", "does": "does", "undergoes": "undergoes", "joins": "joins"}
_NOUNS: dict[str, Frame] = {"suffered": "suffered", "done": "done"}


class Sense(NamedTuple):
    """One thing that a word can mean.

    Attributes:
        kind: The kind of event.
        frame: Who its subject, object or "of" is.
        words: The words, folded as tokens are.
        head: How many of them are the verb or the noun; what follows may stand after an object.
        forms: The forms of a verb that the words can be.
        needs: Words of which one must stand in the clause, or none.
        not_before: Words that must not follow.
        not_after: Words that must not stand before.
    """

    kind: str
    frame: Frame
    words: tuple[str, ...]
    head: int
    forms: frozenset[Form]
    needs: frozenset[tuple[str, ...]]
    not_before: frozenset[tuple[str, ...]]
    not_after: frozenset[str]
    receives: bool
    victimless: bool
    needs_object: bool

    @property
    def is_verb(self) -> bool:
        """Whether it is a verb."""
        return self.frame in ("act", "does", "undergoes", "joins")

    @property
    def is_noun(self) -> bool:
        """Whether it is a noun."""
        return self.frame in ("suffered", "done")


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


class EventWords:
    """The words of one language around acts, folded as tokens are."""

    def __init__(self, lexicon: Lexicon, language: str, grammar: Grammar) -> None:
        """Collect the words of a language."""

        def words(entry_class: str) -> tuple[str, ...]:
            return tuple(map(_low, lexicon.words(language, "event_words", entry_class)))

        def values(entry_class: str) -> dict[tuple[str, ...], int]:
            entry = lexicon.tables.get(language, {}).get("event_words", {}).get(entry_class, {})
            return {_split(phrase): number for phrase, number in entry.get("values", {}).items()}

        self.grammar = grammar
        self.senses = _senses(lexicon.tables.get(language, {}).get("events", {}))
        self.modals = frozenset(words("modals"))
        self.appeals = _phrases(words("appeals"))
        self.conditionals = frozenset(words("conditionals"))
        self.negations = _phrases(words("negations"))
        self.alleged = _phrases(words("alleged"))
        self.planned = _phrases(words("planned"))
        self.denied = frozenset(words("denied"))
        self.light_doers = _phrases(words("light_doers"))
        self.light_sufferers = _phrases(words("light_sufferers"))
        self.announcers = frozenset(words("announcers"))
        self.agents = _phrases(words("agents"))
        self.targets = _phrases(words("targets"))
        self.owners = frozenset(words("owners"))
        self.quantities = values("quantities")
        self.numbers = {phrase[0]: number for phrase, number in values("numbers").items()}
        self.at_least = _phrases(words("at_least"))
        self.at_most = _phrases(words("at_most"))
        self.about = _phrases(words("about"))
        self.persons = frozenset(words("persons"))
        self.humans = self.persons | {f"{noun}s" for noun in self.persons} | frozenset(words("people"))
        self.means = frozenset(words("means"))
        self.wishes = _phrases(words("wishes"))
        self.wider = _phrases(words("wider"))
        self.bodies = frozenset(words("bodies"))
        self.be = frozenset(words("be"))
        self.being = frozenset(words("being"))
        self.have = frozenset(words("have"))
        self.as_ = frozenset(words("as"))
        self.relative = grammar.relatives | frozenset(words("complementizers"))
        self.complementizers = frozenset(words("complementizers"))
        self.quantifiers = frozenset(words("quantifiers"))
        self.stops = frozenset(words("stops"))
        self.skipped = frozenset(words("skipped"))
        self.noun_openers = frozenset(words("noun_openers"))
        self.noun_followers = frozenset(words("noun_followers"))
        self.possessives = frozenset(words("possessives"))
        self.possessive_marks = frozenset(words("possessive_marks"))
        self.list_fillers = frozenset(words("list_fillers"))
        self.including = frozenset(words("including"))
        self.gerund_openers = frozenset(words("gerund_openers"))
        self.inside = frozenset(words("inside"))
        self.between = frozenset(words("between"))
        self.receivers = frozenset(words("receivers"))
        self.generic_verbs = frozenset(words("generic_verbs"))
        self.continuing = frozenset(words("continuing"))
        self.nothing = frozenset(words("nothing"))
        self.distributive = frozenset(words("distributive"))
        self.definite = frozenset(words("definite"))
        self.ages = frozenset(words("ages"))
        self.singular = frozenset(words("singular"))
        self.things = frozenset(words("things"))
        self.people = frozenset(words("people"))
        self.plural_endings = tuple(words("plural_endings"))
        self.participle_endings = tuple(words("participle_endings"))
        self.past_endings = tuple(words("past_endings"))
        self.whens = frozenset(words("whens"))
        self.gerund_endings = tuple(words("gerund_endings"))
        self.offences = _phrases(words("offences"))
        self.verdicts = _phrases(words("verdicts"))
        self.generic = frozenset(words("generic"))
        self.pronouns = frozenset(words("pronouns"))
        self.nobody = frozenset(words("whole_parties"))
        self.here = _phrases(words("here"))
        self.openers = frozenset(words("openers"))
        self.controls = frozenset(words("controls"))


def event_words(lexicon: Lexicon) -> Mapping[str, EventWords]:
    """Compile every language that has acts; build it with `lexicon.built(event_words)`."""
    known = lexicon.built(grammars)
    return {
        language: EventWords(lexicon, language, known[language])
        for language in lexicon.languages
        if "events" in lexicon.tables.get(language, {})
    }


def _senses(table: Mapping[str, Mapping[str, Any]]) -> Mapping[str, tuple[Sense, ...]]:
    """Index what words can mean by their first word: longer phrases first, then as the file has them."""
    found: list[Sense] = []
    for name, entry in table.items():
        rest = {
            "kind": entry.get("kind", name),
            "needs": frozenset(map(_split, entry.get("needs", ()))),
            "not_before": frozenset(map(_split, entry.get("not_before", ()))),
            "not_after": frozenset(map(_low, entry.get("not_after", ()))),
            "receives": entry.get("receives", False),
            "needs_object": entry.get("needs_object", False),
            "victimless": entry.get("victimless", False),
        }
        for key, frame in _VERBS.items():
            for verb in entry.get(key, ()):
                found += _verb(verb, frame, rest)
        for key, frame in _NOUNS.items():
            found += (_sense(_split(noun), frame, {"noun"}, rest) for noun in entry.get(key, ()))
        found += (_sense(_split(phrase), "state", {"phrase"}, rest) for phrase in entry.get("states", ()))
    index: dict[str, list[Sense]] = {}
    for sense in found:
        index.setdefault(sense.words[0], []).append(sense)
    return {first: tuple(sorted(senses, key=lambda sense: -len(sense.words))) for first, senses in index.items()}


def _sense(
    words: tuple[str, ...], frame: Frame, forms: Iterable[Form], rest: Mapping[str, Any], tail: tuple[str, ...] = ()
) -> Sense:
    return Sense(frame=frame, words=words + tail, head=len(words), forms=frozenset(forms), **rest)


def _verb(verb: str, frame: Frame, rest: Mapping[str, Any]) -> Iterable[Sense]:
    """Give the forms of a verb, written as "base third-person -ing past participle + what follows"."""
    forms, _, tail = verb.partition(" + ")
    words = forms.split()
    size = len(words) // (5 if len(words) % 5 == 0 and len(words) % 4 else 4)
    written = [" ".join(words[start : start + size]) for start in range(0, len(words), size)]
    if len(written) < len(_FORMS):
        written.append(written[-1])
    by_word: dict[str, set[Form]] = {}
    for word, form in zip(written, _FORMS, strict=True):
        by_word.setdefault(word, set()).add(form)
    for word, names in by_word.items():
        yield _sense(_split(word), frame, names, rest, _split(tail) if tail else ())


def _phrases(phrases: Iterable[str]) -> Phrases:
    """Index phrases by their first word, longer ones first."""
    index: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = _split(phrase)
        index.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(found, key=len, reverse=True)) for first, found in index.items()}


def _split(phrase: str) -> tuple[str, ...]:
    """Part a phrase as tokens are parted."""
    return tuple(token.low for token in tokens(phrase, 0, len(phrase)))


def _low(word: str) -> str:
    """Fold a word as tokens are folded."""
    return word.lower().replace("’", "'")
