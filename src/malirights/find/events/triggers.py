"""The words of a sentence that may name acts."""

from __future__ import annotations

from collections.abc import Iterator

from malirights.find.events.phrases import Phrase, Phrased
from malirights.find.events.senses import NAMES, Opening, Sense, Trigger

__all__ = ["Triggered"]

_new = tuple.__new__  # what a NamedTuple does, without its frame
_NUMBER = "#"
_LONGEST_NAMES = 7  # words: "La Modelo and La Esperanza"
_REACH = 40  # beyond what the longest noun phrase after a verb takes


class Triggered(Phrased):
    """The tokens of a sentence, with those that may name acts."""

    def triggers(self) -> Iterator[Trigger]:
        """Go through the words that may name acts, the longest first at each place; none overlap."""
        after = 0
        for number, word in enumerate(self.tokens):
            opening = word.opening
            if opening is None or number < after or number in self.times:
                continue
            longer = self._longer(number, opening) if opening.longer else []
            led = self.words.signs.lists if self.words.adjectives_follow else ()  # "Ada Moru, remise en liberté lundi"
            voiced = self.lows[number - 1] in self.words.grammar.auxiliaries or self.lows[number - 1] in led
            if not longer and not voiced:
                if opening.alone:
                    yield _new(Trigger, (number, number + 1, number + 1, opening.alone))
                continue
            fit = [*longer, *((number + 1, sense) for sense in opening.alone)]
            if voiced:
                fit = [one for one in fit if "participle" in one[1].forms] or fit  # "a été remise en liberté"
            if fit:
                head = max(sense.head for _, sense in fit)
                best = [(end, sense) for end, sense in fit if sense.head == head]
                yield Trigger(number, number + head, max(end for end, _ in best), tuple(sense for _, sense in best))
                after = max(end if sense.frame == "state" else number + head for end, sense in best)

    def _longer(self, number: int, opening: Opening) -> list[tuple[int, Sense]]:
        """Give what the longer names of acts mean that stand at a token, each with the token after it."""
        ahead = number + 2
        named = bool(opening.behind_names) and self.has_word(ahead, ahead + _LONGEST_NAMES, opening.behind_names)
        marked = named or _NUMBER in opening.tails
        tailed = marked or (bool(opening.tails) and self.has_word(number + 1, number + _REACH, opening.tails))
        if not tailed and self.lows[number + 1] not in opening.seconds:
            return []
        near = frozenset((_NUMBER, NAMES if named else "", *self.lows[number + 1 : number + _REACH]))
        senses = [sense for sense in opening.longer if sense.words[1] in near]
        return [(end, sense) for sense in senses if (end := self._reaches(number, sense.words, sense.head))]

    def narrowed(self, trigger: Trigger, sense: Sense) -> Trigger:
        """Give a trigger that ends where the words of one of its senses do."""
        return trigger._replace(end=self._reaches(trigger.first, sense.words, sense.head))

    def _reaches(self, first: int, words: tuple[str, ...], head: int) -> int:
        """Give the token after some words, of which those after the head may stand after an object; 0 where they do not.

        "Took hostage" is in "took her hostage", "took nine bakers hostage" and "took hostage nine bakers".
        """
        after, tail = first + head, words[head:]
        if tuple(self.lows[first:after]) != words[:head]:
            return 0
        if not tail or self._follows(after, tail):
            return after + len(tail)
        if tail[0] == NAMES:
            return self._after_names(after, tail[1:])
        if tail[0] != _NUMBER and tail[0] not in self.lows[after : first + _REACH]:
            return 0
        if self.lows[after] in self.words.pronouns and self._follows(after + 1, tail):
            return after + 1 + len(tail)
        opened = (
            after < len(self.tokens)
            and not (self.stops[after] and not self.quantifier(after))
            and tail[0] not in self.words.grammar.coordinators
        )
        object_ = self.forward(after) if opened else None
        if object_ is None or object_[0] != after or not self._opens_party(object_):
            return 0
        within = range(after + 1, object_[1] - len(tail) + 1)
        inside = next((at for at in within if self._follows(at, tail)), None)
        if inside is not None:
            return inside + len(tail)
        return object_[1] + len(tail) if self._follows(object_[1], tail) else 0

    def _is_named(self, number: int) -> bool:
        """Say whether a token is part of a name."""
        return number < len(self.tokens) and self.tokens[number].is_capital

    def _after_names(self, first: int, tail: tuple[str, ...]) -> int:
        """Give the token after words that stand behind names, as "prison" in "Old Orvel prison"; 0 where they do not."""
        for at in range(first, first + _LONGEST_NAMES):
            if at > first and self._follows(at, tail):
                return at + len(tail)
            if not (self._is_named(at) or (at > first and self.lows[at] in self.words.grammar.coordinators)):
                break
        return 0

    def _follows(self, first: int, tail: tuple[str, ...]) -> bool:
        """Say whether some words stand at a token, a number where "#" is written."""
        if first + len(tail) > len(self.tokens):
            return False
        return all(self.lows[at] == word or (word == _NUMBER and self.is_number(at)) for at, word in enumerate(tail, first))

    def _opens_party(self, phrase: Phrase) -> bool:
        """Say whether a noun phrase is more than a lone adjective: "dead" in "shot dead at a checkpoint" is none."""
        first = phrase[0]
        opened = self.lows[first] in self.words.grammar.determiners or self.tokens[first].is_capital or self.counts(first)
        return opened or phrase[1] - first > 1 or self.is_plural(first) or self.lows[first] in self.words.pronouns
