"""One sentence as tokens, with its triggers and its noun phrases."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from malirights.find.events.words import EventWords, Sense, Trigger
from malirights.find.grammar import Phrases
from malirights.find.tokens import Token, tokens

__all__ = ["Phrase", "Phrased"]

Phrase = tuple[int, int]
"""The numbers of the first token of a phrase and of the one after its last."""

_BEYOND = [""] * 64
_LONGEST = 24
_LIST = 8

_INNER = frozenset({"'s", "'", "‘", "’", "-", "‑", ".", "d'", "l'"})
_COMMA = ","


class Phrased:
    """The tokens of a sentence, with the words of its language."""

    def __init__(self, text: str, start: int, end: int, words: EventWords, dated: Sequence[tuple[int, int]]) -> None:
        """Part the sentence into tokens.

        Args:
            text: The text that offsets point into.
            start: The offset of the sentence.
            end: The offset after it.
            words: The words of its language.
            dated: The spans of the times in it, whose words belong to no party.
        """
        self.start, self.end, self.text = start, end, text
        self.words = words
        self.tokens: list[Token] = tokens(text, start, end)
        self.lows = [_uncontracted(token.low, words.pronouns) for token in self.tokens] + _BEYOND
        self._forward: dict[int, Phrase | None] = {}
        self._backward: dict[int, Phrase | None] = {}
        self._ends = [token.end for token in self.tokens]
        self.times = frozenset(
            number
            for first, after in dated
            for number in range(self.number_at(first), self.number_at(after - 1) + 1)
            if number < len(self.tokens)
        )
        if words.adjectives_follow:  # the article before a time belongs to it: no noun can follow a time there
            opening = (number - 1 for number in self.times if number)
            self.times |= {number for number in opening if self.lows[number] in words.grammar.determiners}

    @property
    def trimmed(self) -> tuple[int, int]:
        """Where it stands, white space at both ends left out."""
        text = self.text[self.start : self.end]
        return self.start + len(text) - len(text.lstrip()), self.start + len(text.rstrip())

    def number_at(self, offset: int) -> int:
        """Give the number of the token that ends after an offset."""
        return bisect_right(self._ends, offset)

    def low(self, number: int) -> str:
        """Give a token in lower case; "" a little beyond the ends."""
        return self.lows[number]

    def offsets(self, phrase: Phrase) -> tuple[int, int]:
        """Give where a phrase stands in the text."""
        return self.tokens[phrase[0]].start, self.tokens[phrase[1] - 1].end

    def shown(self, phrase: Phrase) -> str:
        """Give the words of a phrase."""
        start, end = self.offsets(phrase)
        return self.text[start:end]

    def at(self, number: int, index: Phrases) -> int:
        """Give how many tokens from one on are a phrase of an index."""
        phrases = index.get(self.lows[number])
        if phrases:
            for phrase in phrases:
                size = len(phrase)
                if size == 1 or tuple(self.lows[number : number + size]) == phrase:
                    return size
        return 0

    def has(self, first: int, after: int, index: Phrases) -> bool:
        """Say whether a phrase of an index stands between two tokens."""
        return any(self.at(number, index) for number in range(max(0, first), min(after, len(self.tokens))))

    def stands(self, number: int, words: tuple[str, ...]) -> bool:
        """Say whether some words stand at a token."""
        return self.lows[number] == words[0] and tuple(self.lows[number : number + len(words)]) == words

    def is_noun(self, number: int) -> bool:
        """Say whether a token can be the last of a noun phrase."""
        return number >= 0 and self.tokens[number].is_word and not self.is_stop(number)

    def triggers(self) -> Iterator[Trigger]:
        """Go through the words that may name acts, the longest first at each place; none overlap."""
        number, senses = 0, self.words.senses
        while number < len(self.tokens):
            found = senses.get(self.tokens[number].low) if number not in self.times else None
            longest = 0
            if found:
                here = [(self._reaches(number, sense.words, sense.head), sense) for sense in found]
                fit = [(end, sense) for end, sense in here if end]
                if fit and number and self.lows[number - 1] in self.words.grammar.auxiliaries:
                    fit = [one for one in fit if "participle" in one[1].forms] or fit  # "a été remise en liberté"
                if fit:
                    head = max(sense.head for _, sense in fit)
                    best = [(end, sense) for end, sense in fit if sense.head == head]
                    longest = max(end for end, _ in best)
                    yield Trigger(number, number + head, longest, tuple(sense for _, sense in best))
                    number += head
                    continue
            number += 1

    def narrowed(self, trigger: Trigger, sense: Sense) -> Trigger:
        """Give a trigger that ends where the words of one of its senses do."""
        return trigger._replace(end=self._reaches(trigger.first, sense.words, sense.head))

    def _reaches(self, first: int, words: tuple[str, ...], head: int) -> int:
        """Give the token after some words, of which those after the head may stand after an object; 0 where they do not.

        "Took hostage" is in "took her hostage", "took nine bakers hostage" and "took hostage nine bakers".
        """
        if any(self.lows[first + place] != word for place, word in enumerate(words[:head])):
            return 0
        after, tail = first + head, words[head:]
        if not tail or self.stands(after, tail):
            return after + len(tail)
        if self.low(after) in self.words.pronouns and self.stands(after + 1, tail):
            return after + 1 + len(tail)
        opened = after < len(self.tokens) and not self.is_stop(after) and tail[0] not in self.words.grammar.coordinators
        object_ = self.forward(after) if opened else None
        if object_ is None or object_[0] != after or not self._opens_party(object_):
            return 0
        inside = object_[1] - len(tail)
        if inside > after and self.stands(inside, tail):
            return object_[1]
        return object_[1] + len(tail) if self.stands(object_[1], tail) else 0

    def _opens_party(self, phrase: Phrase) -> bool:
        """Say whether a noun phrase is more than a lone adjective: "dead" in "shot dead at a checkpoint" is none."""
        first = phrase[0]
        opened = self.lows[first] in self.words.grammar.determiners or self.tokens[first].is_capital or self.counts(first)
        return opened or phrase[1] - first > 1 or self.is_plural(first) or self.lows[first] in self.words.pronouns

    def is_stop(self, number: int) -> bool:
        """Say whether a token ends a noun phrase on either side."""
        if number in self.times:
            return True
        token = self.tokens[number]
        low = token.low
        if not token.text[0].isalnum():
            return low not in _INNER
        words = self.words
        if low not in words.phrase_stops:
            return False
        if number and token.is_capital and low not in words.grammar.auxiliaries and low not in words.openers:
            return low in words.grammar.prepositions
        return True

    def is_adverb(self, number: int) -> bool:
        """Say whether a token is an adverb, by its ending."""
        return self.low(number).endswith(self.words.adverb_endings) and not self.tokens[number].is_capital

    def is_gerund(self, number: int) -> bool:
        """Say whether a token is the form of a verb that does duty for a noun, by its ending."""
        return self.low(number).endswith(self.words.gerund_endings)

    def is_verb(self, number: int) -> bool:
        """Say whether a token is a form that only verbs have."""
        return self.lows[number] in self.words.verb_forms

    def is_told_verb(self, number: int) -> bool:
        """Say whether a token is a verb in the perfect, which no noun after it takes for its adjective: "have fled"."""
        return number > 0 and self.lows[number - 1] in self.words.have and self.is_verb(number)

    def is_participle(self, number: int) -> bool:
        """Say whether a token looks like a participle that follows its noun."""
        token = self.tokens[number]
        if token.is_capital or token.low in self.words.numbers:  # "hundred"
            return False
        return token.low.endswith(self.words.participle_endings) or self.is_verb(number)

    def forward(self, first: int) -> Phrase | None:
        """Give the noun phrase that starts at a token, adverbs before it passed over."""
        if first not in self._forward:
            self._forward[first] = self._read_forward(first)
        return self._forward[first]

    def _read_forward(self, first: int) -> Phrase | None:
        """Read the noun phrase that starts at a token."""
        size = len(self.tokens)
        while first < size and (self.is_adverb(first) or self.low(first) in self.words.skipped):
            first += 1
        number = first + self.quantifier(first)
        if number >= size or (self.words.adjectives_follow and self.at(number, self.words.offences)):
            return None
        words, grammar = self.words, self.words.grammar
        if self.is_pronoun(number):
            return (number, number + 1)
        if words.adjectives_follow and self.lows[number] in words.owners and self.lows[number] not in grammar.determiners:
            return None
        nouns = numbers = 0
        opened = first
        while number < size and number - first < _LONGEST:
            low = self.low(number)
            if low in words.owners and number > first and self.is_pronoun(number + 1):
                return (first, number + 2)  # "a number of them"
            if not self._joins(number, nouns, opened=number > first):
                if (
                    self.is_stop(number)
                    or (low in words.owners and number > first)
                    or (nouns > numbers and number > opened and self._is_predicate(number))
                ):
                    break
                nouns += low not in grammar.determiners or low in words.numbers or low in words.quantifiers
                numbers += words.adjectives_follow and self.counts(number)  # "les trois accusés" are people
            else:
                number += 0 if low in words.owners else self.quantifier(number + 1)
                opened = number + 1
            number += 1
        while number > first and self._trails(number - 1):
            number -= 1
        return (first, number) if nouns and number > first else None

    def _trails(self, number: int) -> bool:
        """Say whether a token cannot be the last of a noun phrase: a mark, "and", or a determiner that opens what follows."""
        low = self.lows[number]
        if not self.tokens[number].is_word:
            return low != ")"
        return low in self.words.leading or low in self.words.grammar.coordinators

    def _is_predicate(self, number: int) -> bool:
        """Say whether a token after a noun is the verb that goes with it."""
        low = self.lows[number]
        if low.endswith(self.words.plural_verb_endings) and self.is_plural(number - 1) and not self.tokens[number].is_capital:
            return True  # "les civils fuient"
        if self.words.adjectives_follow and self.at(number, self.words.offences):
            return True  # "des soldats accusés de"
        opens = self.words.grammar.determiners if self.words.adjectives_follow else self.words.leading
        if low in opens and not self.tokens[number].is_capital:
            return self._is_noun_end(number - 1)  # "les soldats les ont arrêtés", "on the second day a mine exploded"
        if low in self.words.pure_verbs or low in self.words.controls:
            return not (self.is_participle(number) and self._modifies(number))
        return self.is_participle(number) and not self._modifies(number)

    def _is_offence(self, of: int) -> bool:
        """Say whether "de" joins people to what they are accused of: "neuf soldats de meurtre"."""
        words = self.words
        people = words.adjectives_follow and self.lows[of - 1] in words.humans
        return people and any(
            sense.frame in ("suffered", "done") and self.stands(of + 1, sense.words)
            for sense in words.senses.get(self.lows[of + 1], ())
        )

    def _is_noun_end(self, number: int) -> bool:
        """Say whether a token is a noun after which no determiner goes on with its phrase."""
        words, low = self.words, self.lows[number]
        joins = low in words.owners or low in words.grammar.coordinators or low == _COMMA
        return not (joins or low in words.grammar.determiners or self.counts(number))

    def is_pronoun(self, number: int) -> bool:
        """Say whether a token is a pronoun that no noun follows: "her" in "held her in a camp"."""
        low = self.lows[number]
        if low not in self.words.pronouns or low not in self.words.grammar.determiners:
            return low in self.words.pronouns
        return low in self.words.singular and number + 1 < len(self.tokens) and self.is_stop(number + 1)

    def _joins(self, number: int, nouns: int, *, opened: bool) -> bool:
        """Say whether "of", a comma or "and" goes on with a noun phrase."""
        low = self.low(number)
        if low in self.words.owners:
            return opened and number + 1 < len(self.tokens) and not self.is_stop(number + 1) and not self._is_offence(number)
        listed = low in self.words.grammar.coordinators or low == _COMMA
        return listed and nouns > 0 and self._lists(number)

    def quantifier(self, number: int) -> int:
        """Give how many tokens before a number say that it is at least, at most or about that."""
        if self.lows[number] in self.words.between and self.tokens[number + 1 : number + 2]:
            return int(self.is_number(number + 1))
        return self.at(number, self.words.bounds)

    def _modifies(self, number: int) -> bool:
        """Say whether a participle stands before a noun: "unidentified armed men"."""
        following = number + 1
        if self.words.adjectives_follow:
            return False
        ends = following >= len(self.tokens) or not self.tokens[following].is_word
        if ends or self.is_stop(following) or self.is_participle(following):
            return False
        grammar = self.words.grammar
        if self.lows[following] in grammar.determiners or self.is_number(following):
            return False  # "killed nine people"
        if self.is_told_verb(number):
            return False
        if self.lows[number] in self.words.verb_forms and number > 1 and self.tokens[number - 1].is_capital:
            return not self.tokens[following].is_capital  # "the ICC sentenced Ada Moru"
        return not self.is_plural(number - 1)

    def is_number(self, number: int) -> bool:
        """Say whether a token is a number, in digits or in words."""
        return self.tokens[number].text[0].isdigit() or self.lows[number] in self.words.numbers

    def counts(self, number: int) -> bool:
        """Say whether a token says how many those are who are named after it."""
        return bool(self.tokens[number : number + 1]) and (self.is_number(number) or self.lows[number] in self.words.counting)

    def is_postposed(self, number: int) -> bool:
        """Say whether a token is an adjective or a participle that stands after its noun, by its ending."""
        low, words = self.lows[number], self.words
        other = low in words.humans or low in words.grammar.auxiliaries or low in words.grammar.prepositions
        return low.endswith(words.postposed_endings) and not other

    def past_times(self, number: int) -> int:
        """Give the token after the adverbs and the times that start at one, in a language that has them before an object."""
        while number < len(self.tokens) and self.words.adjectives_follow:
            length = self.at(number, self.words.adverbials) or self._is_timing(number)
            if not length:
                break
            number += length
        return number

    def past_time(self, number: int) -> int:
        """Give the token after the time that a token belongs to."""
        while number in self.times:
            number += 1
        return number

    def _is_timing(self, number: int) -> bool:
        """Say whether a token is an adverb, or belongs to a time or opens one."""
        if number in self.times or self.is_adverb(number):
            return True
        opens = self.lows[number] == _COMMA or self.lows[number] in self.words.grammar.prepositions
        closes = self.lows[number] == _COMMA and number - 1 in self.times
        return closes or (opens and not self.times.isdisjoint((number + 1, number + 2)))

    def is_plural(self, number: int) -> bool:
        """Say whether a token is a noun in the plural, or of a group, by its ending or by name."""
        low = self.lows[number]
        return low in self.words.people or (
            low.endswith(self.words.plural_endings) and low not in self.words.grammar.determiners
        )

    def _lists(self, number: int) -> bool:
        """Say whether a comma or "and" goes on with a list of nouns."""
        following = number + 1
        if self.words.adjectives_follow and self.lows[following] in self.words.owners:
            following += 1  # "de défense et de sécurité"
        following += self.quantifier(following)  # "a priest and at least nine nuns"
        if self.low(number) == _COMMA:
            ahead = range(following, min(following + _LIST, len(self.tokens)))
            joined = next((at for at in ahead if self.low(at) in self.words.grammar.coordinators), None)
            if joined is None or any(self.is_stop(at) and self.low(at) != _COMMA for at in range(following, joined)):
                return False
            if self.is_verb(following):
                return False
        if self._is_act(following):
            return False
        if following >= len(self.tokens) or (
            self.is_stop(following) and self.low(following) not in self.words.grammar.determiners
        ):
            return False
        return not self.is_verb(following) and not (self.is_participle(following) and not self._modifies(following))

    def _is_act(self, number: int) -> bool:
        """Say whether a token is a verb that an object follows, such as the second of "threaten editors and harass poets"."""
        senses = self.words.senses.get(self.low(number), ())
        verbal = any(sense.is_verb for sense in senses) and all("noun" not in sense.forms for sense in senses)
        return verbal and number + 1 < len(self.tokens) and not self.is_stop(number + 1)

    def backward(self, after: int) -> Phrase | None:
        """Give the noun phrase that ends before a token."""
        if after not in self._backward:
            self._backward[after] = self._read_backward(after)
        return self._backward[after]

    def _read_backward(self, after: int) -> Phrase | None:
        """Read the noun phrase that ends before a token."""
        first, determined = after, False
        grammar = self.words.grammar
        while first and after - first < _LONGEST:
            low = self.low(first - 1)
            if low in self.words.owners and first < after and first > 1 and not self.is_stop(first - 2):
                first, determined = first - 1, False
                continue
            if (
                low in grammar.coordinators
                and first < after
                and first > 1
                and not self.is_stop(first - 2)
                and not self.is_verb(first - 2)
            ):
                first, determined = first - 1, False
                continue
            bounded = next((back for back in (1, 2, 3) if first >= back and self.quantifier(first - back) == back), 0)
            if bounded and first < after:
                first -= bounded
                break
            if self.is_stop(first - 1) or (
                determined
                and low not in grammar.determiners
                and low not in self.words.quantifiers
                and low not in self.words.owners
            ):
                break
            if first < after and self.is_verb(first - 1) and not self._modifies(first - 1):
                break
            determined = low in grammar.determiners
            first -= 1
        while first < after and not self.tokens[first].is_word:
            first += 1
        return (first, after) if first < after else None


def _uncontracted(low: str, pronouns: frozenset[str]) -> str:
    """Give the pronoun of a contraction, such as "they’ve"; any other word as it is."""
    pronoun, mark, _ = low.partition("'")
    return pronoun if mark and pronoun in pronouns else low
