"""The noun phrases of a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from malirights.find.events.tokenised import Phrase, Tokenised
from malirights.find.events.words import EventWords

__all__ = ["Phrase", "Phrased"]

_LONGEST = 24
_LIST = 8
_BOUNDS = 3
_COMMA = ","


class Phrased(Tokenised):
    """The tokens of a sentence, and the noun phrases that they make."""

    def __init__(self, text: str, start: int, end: int, words: EventWords, dated: Sequence[tuple[int, int]]) -> None:
        """Part the sentence into tokens, as `Tokenised` does."""
        super().__init__(text, start, end, words, dated)
        self._forward: dict[int, Phrase | None] = {}
        self._backward: dict[int, Phrase | None] = {}

    def forward(self, first: int) -> Phrase | None:
        """Give the noun phrase that starts at a token, adverbs before it passed over."""
        known = self._forward
        if first not in known:
            known[first] = self._read_forward(first)
        return known[first]

    def _read_forward(self, first: int) -> Phrase | None:
        """Read the noun phrase that starts at a token."""
        size = len(self.tokens)
        words, grammar = self.words, self.words.grammar
        while first < size and (self.tokens[first].is_adverb or self.lows[first] in words.skipped):
            first += 1
        number = first + self.quantifier(first)
        if number >= size or (words.adjectives_follow and self.at(number, words.offences)):
            return None
        low = self.lows[number]
        if low in words.pronouns and self.is_pronoun(number):
            return (number, number + 1)
        if words.adjectives_follow and low in words.owners and low not in grammar.determiners:
            return None
        return self._extent(first, number)

    def _extent(self, first: int, number: int) -> Phrase | None:
        """Read a noun phrase from its first word after what bounds its number."""
        words, determiners, stops = self.words, self.words.grammar.determiners, self.stops
        nouns = numbers = 0
        opened, last = first, min(len(self.tokens), first + _LONGEST)
        while number < last:
            if self.tokens[number].is_plain and not stops[number]:
                nouns += 1
                number += 1
                continue
            low = self.lows[number]
            among = number + (self.lows[number + 1] in words.between)  # "d'entre eux"
            if low in words.owners and number > first and self.is_pronoun(among + 1):
                return (first, among + 2)  # "a number of them"
            if low in words.predicatives and nouns and self._is_toll(number):
                break
            if not self._joins(number, nouns, opened=number > first):
                if (
                    stops[number]
                    or (low in words.owners and number > first)
                    or (nouns > numbers and number > opened and self._is_predicate(number, opened))
                ):
                    break
                nouns += low not in determiners or low in words.numbers or low in words.quantifiers
                numbers += words.adjectives_follow and (self.counts(number) or low in words.ordinals)  # "les trois accusés"
            else:
                number += 0 if low in words.owners else self.quantifier(number + 1)
                opened = number + 1
            number += 1
        while number > first and self._trails(number - 1):
            number -= 1
        return (first, number - self._ends_in_participle(first, number)) if nouns and number > first else None

    def _ends_in_participle(self, first: int, after: int) -> bool:
        """Say whether the last word before "par" tells what was done to a noun: "des soldats épaulés par"."""
        last = after - 1
        if not self.words.adjectives_follow or self.at(after, self.words.agents) != 1 or last - first < 1:
            return False
        return self.is_postposed(last) and not self.tokens[last].is_capital and self._is_noun_end(last - 1)

    def _is_toll(self, number: int) -> bool:
        """Say whether a word says what became of those counted right before it: "left eight dead and 47 injured"."""
        ends = self.stops[number + 1] if number + 1 < len(self.tokens) else True
        return self.counts(number - 1) and (ends or self.lows[number + 1] in self.words.signs.lists)

    def _trails(self, number: int) -> bool:
        """Say whether a token cannot be the last of a noun phrase: a mark, "and", or a determiner that opens what follows."""
        low = self.lows[number]
        if not self.tokens[number].is_word:
            return low != ")"
        return low in self.words.leading or low in self.words.grammar.coordinators

    def _is_predicate(self, number: int, opened: int) -> bool:
        """Say whether a token after a noun is the verb that goes with it, in a phrase whose last part opens at a token."""
        low = self.lows[number]
        if opened and opened + 1 == number and self.lows[opened] in self.words.leading:
            return False  # "the months of the fighting"
        if low.endswith(self.words.plural_verb_endings) and self.is_plural(number - 1) and not self.tokens[number].is_capital:
            return True  # "les civils fuient"
        if self.words.adjectives_follow and self.at(number, self.words.offences):
            return True  # "des soldats accusés de"
        opens = self.words.grammar.determiners if self.words.adjectives_follow else self.words.leading
        if low in opens and not self.tokens[number].is_capital:
            return self._is_noun_end(number - 1)  # "les soldats les ont arrêtés", "on the second day a mine exploded"
        if low in self.words.bodies and self.lows[number + 1] in self.words.grammar.auxiliaries:
            return False  # "human remains were found"
        if low in self.words.ordinals and self.tokens[number + 1 : number + 2] and not self.is_verb(number + 1):
            return False  # "the former first lady"
        if low in self.words.senses.pure_verbs or low in self.words.controls:
            return not (self.is_participle(number) and self._modifies(number))
        return self.is_participle(number) and not self._modifies(number)

    def _is_offence(self, of: int) -> bool:
        """Say whether "de" joins people to what they are accused of: "neuf soldats de meurtre"."""
        words = self.words
        people = words.adjectives_follow and self.lows[of - 1] in words.humans
        return people and any(
            sense.frame in ("suffered", "done") and self.stands(of + 1, sense.words)
            for sense in words.senses.of(self.lows[of + 1])
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
        closed = number + 1 < len(self.tokens) and (self.stops[number + 1] or not self.tokens[number + 1].is_word)
        return low in self.words.singular and closed

    def _joins(self, number: int, nouns: int, *, opened: bool) -> bool:
        """Say whether "of", a comma or "and" goes on with a noun phrase."""
        low = self.lows[number]
        if low in self.words.owners:
            return opened and number + 1 < len(self.tokens) and not self.stops[number + 1] and not self._is_offence(number)
        listed = low in self.words.grammar.coordinators or low == _COMMA
        return listed and nouns > 0 and self._lists(number)

    def quantifier(self, number: int) -> int:
        """Give how many tokens before a number say that it is at least, at most or about that."""
        low = self.lows[number]
        if low in self.words.between and number + 1 < len(self.tokens):
            return int(self.is_number(number + 1))
        return self.at(number, self.words.bounds) if low in self.words.bounds else 0

    def _modifies(self, number: int) -> bool:
        """Say whether a participle stands before a noun: "unidentified armed men"."""
        following = number + 1
        if self.words.adjectives_follow:
            return False
        ends = following >= len(self.tokens) or not self.tokens[following].is_word
        if ends or self.stops[following] or self.is_participle(following):
            return False
        grammar = self.words.grammar
        if self.lows[following] in grammar.determiners or self.is_number(following):
            return False  # "killed nine people"
        if self.is_told_verb(number):
            return False
        if self.lows[number] in self.words.senses.verb_forms and number > 1 and self.tokens[number - 1].is_capital:
            return not self.tokens[following].is_capital  # "the ICC sentenced Ada Moru"
        return not self.is_plural(number - 1)

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
        if number in self.times or self.tokens[number].is_adverb:
            return True
        opens = self.lows[number] == _COMMA or self.lows[number] in self.words.grammar.prepositions
        closes = self.lows[number] == _COMMA and number - 1 in self.times
        return closes or (opens and not self.times.isdisjoint((number + 1, number + 2)))

    def _lists(self, number: int) -> bool:
        """Say whether a comma or "and" goes on with a list of nouns."""
        following = number + 1
        if self.words.adjectives_follow and self.lows[following] in self.words.owners:
            following += 1  # "de défense et de sécurité"
        following += self.quantifier(following)  # "a priest and at least nine nuns"
        if self.lows[number] == _COMMA:
            if self.is_age(following):
                return False
            ahead = range(following, min(following + _LIST, len(self.tokens)))
            joined = self.first_word(ahead.start, ahead.stop, self.words.grammar.coordinators)
            if joined is None or any(self.stops[at] and self.lows[at] != _COMMA for at in range(following, joined)):
                return False
            if self.is_verb(following) or self.is_verb(joined + 1):
                return False  # "Ada Moru, a pupil, and sentenced them"
        if self._is_act(following):
            return False
        if following >= len(self.tokens) or (
            self.stops[following] and self.lows[following] not in self.words.grammar.determiners
        ):
            return False
        return not self.is_verb(following) and not (self.is_participle(following) and not self._modifies(following))

    def _is_act(self, number: int) -> bool:
        """Say whether a token is a verb that an object follows, such as the second of "threaten editors and harass poets"."""
        senses = self.words.senses.of(self.lows[number])
        verbal = any(sense.is_verb for sense in senses) and all("noun" not in sense.forms for sense in senses)
        return verbal and number + 1 < len(self.tokens) and not self.stops[number + 1]

    def is_people(self, phrase: Phrase) -> bool:
        """Say whether a noun phrase names people: a noun of people, a pronoun that can mean them, or a name of two words."""
        words, low = self.words, self.lows[phrase[0]]
        if phrase[1] - phrase[0] == 1 and low in words.pronouns:
            return low not in words.things and low not in words.nobody
        if self.is_age(phrase[1] + 1):
            return True
        last = self.lows[phrase[1] - 1]
        if last in words.pronouns and self.lows[phrase[1] - 2] in words.owners | words.between:
            return last not in words.things and last not in words.nobody  # "nine of them"
        start = phrase[0] + self.quantifier(phrase[0])  # "plus de | neuf cents marcheurs"
        ends = [at for at in range(start + 1, phrase[1]) if self.lows[at] in words.owners and at + 1 < phrase[1]]
        for end in [*ends, phrase[1]]:
            some = self.counts(end - 1) or self.lows[end - 1] in words.quantity_index or self.lows[end - 1] in words.quantifiers
            if (start, end) != (phrase[0], phrase[1]) and some:
                start = end + 1  # "dozens of men", "many of the men"
                continue
            heads = self.lows[start:end] if words.adjectives_follow else [self.lows[end - 1]]
            people = words.humans | words.grammar.roles_and_plurals
            closed = end >= len(self.tokens) or not self.tokens[end].is_word or self.stops[end]
            counted = closed and self.is_number(end - 1)
            return counted or not people.isdisjoint(heads) or self._is_full_name(phrase)
        return False

    def _is_full_name(self, phrase: Phrase) -> bool:
        """Say whether a phrase is a name of two words or more, of no organisation and no region."""
        grammar, tokens = self.words.grammar, self.tokens[phrase[0] : phrase[1]]
        known = grammar.organisation_nouns | grammar.regions
        return len(tokens) > 1 and all(token.is_capital and token.low not in known for token in tokens)

    def backward(self, after: int) -> Phrase | None:
        """Give the noun phrase that ends before a token."""
        if after not in self._backward:
            self._backward[after] = self._read_backward(after)
        return self._backward[after]

    def _read_backward(self, after: int) -> Phrase | None:
        """Read the noun phrase that ends before a token."""
        first, determined = after, False
        words, tokens, stops = self.words, self.tokens, self.stops
        bounded = self.has_word(max(0, after - _LONGEST - _BOUNDS), after, words.signs.bounds)
        while first and after - first < _LONGEST:
            word = tokens[first - 1]
            if word.is_plain and not (word.is_verb or stops[first - 1] or determined or bounded or word.low[-1] == "s"):
                first -= 1
                continue
            if first < after and self._joins_backward(first):
                first, determined = first - 1, False
                continue
            bounds = self._bounds_before(first) if bounded and first < after else 0
            if bounds:
                first -= bounds
                break
            if self._ends_backward(first, after, determined=determined):
                break
            determined = self.lows[first - 1] in words.grammar.determiners
            first -= 1
        while first < after and not self.tokens[first].is_word:
            first += 1
        return (first, after) if first < after else None

    def _joins_backward(self, first: int) -> bool:
        """Say whether "of" or "and" right before a token goes on with a noun phrase to its left."""
        low = self.lows[first - 1]
        if first < 2 or self.stops[first - 2]:  # noqa: PLR2004 - a word stands before it
            return False
        if self.lows[first - 2] in self.words.predicatives or (low in self.words.grammar.coordinators and self._is_act(first)):
            return False  # "left eight dead and | 47 injured", "in Orvel and | beat a baker"
        joins = low in self.words.grammar.coordinators and not self.is_verb(first - 2) and not self._parts_nouns(first)
        return low in self.words.owners or joins

    def _ends_backward(self, first: int, after: int, *, determined: bool) -> bool:
        """Say whether the token right before one is no part of the noun phrase that goes on from there."""
        words, low = self.words, self.lows[first - 1]
        opens = low in words.grammar.determiners or low in words.quantifiers or low in words.owners
        if self.stops[first - 1] or (determined and not opens):
            return True
        if first == after:
            return False
        if low in words.complementizers and self._is_content(first, after):
            return True
        verb = (self.is_verb(first - 1) and not self._modifies(first - 1)) or self._is_infinitive(first - 1)
        return verb or (low[-1:] == "s" and self._is_between_names(first - 1))

    def _is_infinitive(self, number: int) -> bool:
        """Say whether a token is an infinitive with the word that opens it: "à libérer | Ada Moru, arrêtée en mai"."""
        led = number > 0 and self.lows[number - 1] in self.words.grammar.infinitives
        return led and any("infinitive" in sense.forms for sense in self.words.senses.of(self.lows[number]))

    def _is_between_names(self, number: int) -> bool:
        """Say whether a word between two names is a verb, though no list has it: "the Rain Front mourns Ada Moru"."""
        word, names = self.tokens[number], self.tokens[number - 1].is_capital and self.tokens[number + 1].is_capital
        verb = number > 0 and names and word.is_word and not word.is_capital and not self.words.adjectives_follow
        return verb and word.low.endswith(self.words.plural_endings) and word.low not in self.words.humans

    def _is_content(self, first: int, after: int) -> bool:
        """Say whether "that" opens what is said, and no noun phrase: "told them that four officers", "said that soldiers"."""
        opened = self.counts(first) or self.lows[first] in self.words.grammar.determiners
        return first < after and (opened or self.lows[first - 2] in self.words.announcers or self.is_plural(after - 1))

    def _parts_nouns(self, first: int) -> bool:
        """Say whether "et" stands between a noun of a fixed phrase and one with an article: "mis à sac et leurs gardiens"."""
        opens = self.lows[first] in self.words.grammar.determiners or self.counts(first)  # "à Orvel et neuf autres blessés"
        fixed = self.lows[first - 3] in self.words.grammar.prepositions or self.lows[first - 2] in self.words.means
        return self.words.adjectives_follow and opens and fixed

    def _bounds_before(self, first: int) -> int:
        """Give how many tokens right before one say that a number there is at least, at most or about that."""
        if not self.has_word(max(0, first - _BOUNDS), first, self.words.signs.bounds):
            return 0
        return next((back for back in range(1, _BOUNDS + 1) if first >= back and self.quantifier(first - back) == back), 0)

    def is_duration(self, phrase: Phrase) -> bool:
        """Say whether a noun phrase is a number of years or the like."""
        number = phrase[0] + (self.lows[phrase[0]] in self.words.leading)
        number += self.quantifier(number)
        return self.is_number(number) and self.lows[number + 1] in self.words.durations
