"""What words can mean: the kinds of event that they name, and who their parties are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Literal, NamedTuple

import attrs

from malirights.find.events.folding import folded, indexed, phrases_of, split
from malirights.find.events.forms import VerbForms
from malirights.find.grammar import Phrases

__all__ = ["NAMES", "Frame", "Opening", "Sense", "Senses", "Trigger"]

Frame = Literal["act", "does", "undergoes", "goes", "joins", "suffered", "done", "sufferers", "none", "state", "before"]
_VERBS: dict[str, Frame] = {"acts": "act", "does": "does", "undergoes": "undergoes", "goes": "goes", "joins": "joins"}
_NOUNS: dict[str, Frame] = {"suffered": "suffered", "done": "done", "sufferers": "sufferers", "none": "none"}
_PHRASES: dict[str, Frame] = {"states": "state", "states_before": "before"}
NAMES = "~"
"""What stands for names in the words of a sense."""
_NOUN = frozenset({"noun"})
_PHRASE = frozenset({"phrase"})
_VERBAL = frozenset({"past", "participle", "future", "conditional"})


@attrs.frozen(eq=False, kw_only=True)
class Sense:
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
        not_before: Phrases that must not follow.
        not_after: Words that must not stand before.
        receives: Whether the one who does it may stand after "to".
        victimless: Whether it is done to nobody.
        needs_object: Whether one of the words that it needs must be what it is done to.
        needs_people: Whether what it is done to must be people.
        done_by: Words and phrases of which one must be in who does it, or none.
        is_verb: Whether it is a verb.
        is_noun: Whether it is a noun.
        anywhere: Whether the words around it do not matter.
    """

    kind: str
    frame: Frame
    words: tuple[str, ...]
    head: int
    forms: frozenset[str]
    needs_words: frozenset[str]
    needs_phrases: Phrases
    not_before: Phrases
    not_after: frozenset[str]
    receives: bool
    victimless: bool
    needs_object: bool
    needs_people: bool
    done_by: Phrases
    is_verb: bool = attrs.field(init=False)
    is_noun: bool = attrs.field(init=False)
    anywhere: bool = attrs.field(init=False)

    @is_verb.default
    def _is_verb(self) -> bool:
        return self.frame in _VERBS.values()

    @is_noun.default
    def _is_noun(self) -> bool:
        return self.frame in ("suffered", "done", "sufferers")

    @anywhere.default
    def _anywhere(self) -> bool:
        return not (self.needs_words or self.needs_phrases or self.not_before or self.not_after)


class Opening(NamedTuple):
    """What words can mean that begin with one word.

    Attributes:
        alone: What the word means alone.
        longer: What longer names of acts mean: the longest first, then as the file has them.
        seconds: The words that come second in longer names of acts.
        tails: The words that go on with a verb, right after it or after its object.
        behind_names: The words that follow names in longer names of acts, such as "prison" in "in ~ prison".
    """

    alone: tuple[Sense, ...]
    longer: tuple[Sense, ...]
    seconds: frozenset[str]
    tails: frozenset[str]
    behind_names: frozenset[str]


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


class _Written(NamedTuple):
    """One form of what an entry class writes.

    Attributes:
        words: The verb, noun or phrase, folded as tokens are.
        tail: What must follow it.
        frame: As in `Sense`.
        forms: As in `Sense`.
        entry: The name of the entry class.
    """

    words: tuple[str, ...]
    tail: str
    frame: Frame
    forms: frozenset[str]
    entry: str


class Senses:
    """What words can mean, by their first word; only the senses of words that are asked for are made."""

    def __init__(self, table: Mapping[str, Mapping[str, Any]], verbs: VerbForms) -> None:
        """Index the forms of a language's entry classes of acts."""
        self._table = table
        self._rules: dict[str, Mapping[str, Any]] = {}
        self._made: dict[str, tuple[Sense, ...]] = {}
        self._written: dict[str, list[_Written]] = {}
        for written in _written(table, verbs):
            self._written.setdefault(written.words[0], []).append(written)
        self.words = self._written.keys()
        """The first words of all names of acts."""
        self.pure_verbs = self._first_words(all, lambda one: one.frame in _VERBS.values() and len(one.words) == 1)
        """Words that name an act as verbs only."""
        self.verb_forms = self._first_words(any, lambda one: not one.forms.isdisjoint(_VERBAL))
        """First words of forms that only verbs have."""

    def of(self, first: str) -> tuple[Sense, ...]:
        """Give what words can mean that begin with a word: longer phrases first, then as the file has them."""
        if first not in self._written:
            return ()
        if first not in self._made:
            senses = map(self._sense, self._written[first])
            self._made[first] = tuple(sorted(senses, key=lambda sense: -len(sense.words)))
        return self._made[first]

    def opening(self, first: str) -> Opening | None:
        """Give the same, sorted for the search of a sentence; None where no name of an act begins with the word."""
        return _opening(self.of(first)) if first in self._written else None

    def _first_words(self, of: Callable[[Iterable[bool]], bool], fits: Callable[[_Written], bool]) -> frozenset[str]:
        return frozenset(first for first, found in self._written.items() if of(map(fits, found)))

    def _sense(self, written: _Written) -> Sense:
        name = written.entry
        if name not in self._rules:
            self._rules[name] = _rules(name, self._table[name])
        words = written.words + split(written.tail)
        return Sense(frame=written.frame, words=words, head=len(written.words), forms=written.forms, **self._rules[name])


def _written(table: Mapping[str, Mapping[str, Any]], verbs: VerbForms) -> Iterator[_Written]:
    """Go through all forms that the entry classes write, in their order."""
    for name, entry in table.items():
        for key, frame in _VERBS.items():
            for verb in entry.get(key, ()):
                for words, forms, tail in verbs.forms(verb):
                    yield _Written(split(words), tail, frame, forms, name)
        for frames, forms in ((_NOUNS, _NOUN), (_PHRASES, _PHRASE)):
            for key, frame in frames.items():
                for phrase in entry.get(key, ()):
                    words, _, tail = phrase.partition(" + ")
                    yield _Written(split(words), tail, frame, forms, name)


def _rules(name: str, entry: Mapping[str, Any]) -> Mapping[str, Any]:
    """Read what an entry class says of all its words."""
    needs = [split(words) for words in entry.get("needs", ())]
    return {
        "kind": entry.get("kind", name),
        "needs_words": frozenset(words[0] for words in needs if len(words) == 1),
        "needs_phrases": indexed(words for words in needs if len(words) > 1),
        "not_before": phrases_of(entry.get("not_before", ())),
        "not_after": frozenset(map(folded, entry.get("not_after", ()))),
        "receives": entry.get("receives", False),
        "needs_object": entry.get("needs_object", False),
        "needs_people": entry.get("needs_people", False),
        "done_by": phrases_of(entry.get("done_by", ())),
        "victimless": entry.get("victimless", False),
    }


def _opening(senses: tuple[Sense, ...]) -> Opening:
    """Sort what words can mean that begin with one word."""
    alone = tuple(sense for sense in senses if len(sense.words) == 1)
    longer = tuple(sense for sense in senses if len(sense.words) > 1)
    seconds, tails = (frozenset(sense.words[1] for sense in longer if (sense.head == 1) is parted) for parted in (False, True))
    behind_names = frozenset(sense.words[2] for sense in longer if sense.words[1] == NAMES)
    return Opening(alone, longer, seconds, tails, behind_names)
