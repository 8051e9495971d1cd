"""One sentence as tokens, and the noun phrases and clauses in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from malirights.find.events.words import EventWords, Trigger
from malirights.find.grammar import Phrases
from malirights.find.tokens import Token, tokens

__all__ = ["Phrase", "Sentence", "starts_phrase"]

Phrase = tuple[int, int]
"""The numbers of the first token of a phrase and of the one after its last."""

_LONGEST = 24
_LIST = 8
_ENDS = frozenset(';:—–()[]“”"«»…?!')
_INNER = frozenset({"'s", "'", "‘", "’", "-", "‑", ".", "d'", "l'"})
_COMMA = ","


class Sentence:
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
        self._ends = [token.end for token in self.tokens]
        self.times = frozenset(
            number
            for first, after in dated
            for number in range(self.number_at(first), self.number_at(after - 1) + 1)
            if number < len(self.tokens)
        )

    @property
    def trimmed(self) -> tuple[int, int]:
        """Where it stands, white space at both ends left out."""
        text = self.text[self.start : self.end]
        return self.start + len(text) - len(text.lstrip()), self.start + len(text.rstrip())

    def number_at(self, offset: int) -> int:
        """Give the number of the token that ends after an offset."""
        return bisect_right(self._ends, offset)

    def low(self, number: int) -> str:
        """Give a token in lower case; "" beyond the ends."""
        return self.tokens[number].low if 0 <= number < len(self.tokens) else ""

    def offsets(self, phrase: Phrase) -> tuple[int, int]:
        """Give where a phrase stands in the text."""
        return self.tokens[phrase[0]].start, self.tokens[phrase[1] - 1].end

    def shown(self, phrase: Phrase) -> str:
        """Give the words of a phrase."""
        start, end = self.offsets(phrase)
        return self.text[start:end]

    def at(self, number: int, index: Phrases) -> int:
        """Give how many tokens from one on are a phrase of an index."""
        for phrase in index.get(self.low(number), ()):
            if len(phrase) == 1 or all(self.low(number + place) == word for place, word in enumerate(phrase)):
                return len(phrase)
        return 0

    def has(self, first: int, after: int, index: Phrases) -> bool:
        """Say whether a phrase of an index stands between two tokens."""
        return any(self.at(number, index) for number in range(max(0, first), min(after, len(self.tokens))))

    def stands(self, number: int, words: Sequence[str]) -> bool:
        """Say whether some words stand at a token."""
        return all(self.low(number + place) == word for place, word in enumerate(words))

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
                if fit:
                    head = max(sense.head for _, sense in fit)
                    best = [(end, sense) for end, sense in fit if sense.head == head]
                    longest = max(end for end, _ in best)
                    yield Trigger(number, number + head, longest, tuple(sense for _, sense in best))
                    number += head
                    continue
            number += 1

    def _reaches(self, first: int, words: tuple[str, ...], head: int) -> int:
        """Give the token after some words, of which those after the head may stand after a pronoun; 0 where they do not."""
        if any(self.low(first + place) != word for place, word in enumerate(words[:head])):
            return 0
        tail = words[head:]
        if not tail:
            return first + head
        for gap in (0, 1):
            if all(self.low(first + head + gap + place) == word for place, word in enumerate(tail)):
                return first + head + gap + len(tail) if not gap or self.low(first + head) in self.words.pronouns else 0
        return 0

    def is_stop(self, number: int) -> bool:
        """Say whether a token ends a noun phrase on either side."""
        token, words = self.tokens[number], self.words
        if number in self.times:
            return True
        if not token.is_word:
            return token.low not in _INNER
        low, grammar = token.low, words.grammar
        if low in grammar.determiners:
            return False
        if token.is_capital and number and low not in grammar.auxiliaries and low not in words.openers:
            return low in grammar.prepositions
        return (
            low in grammar.breaks
            or low in grammar.prepositions
            or low in grammar.auxiliaries
            or low in words.modals
            or low in words.openers
            or low in words.announcers
            or low in words.pronouns
            or low in grammar.coordinators
            or low in words.stops
        )

    def is_adverb(self, number: int) -> bool:
        """Say whether a token is an adverb, by its ending."""
        return self.low(number).endswith(self.words.grammar.adverb_endings) and not self.tokens[number].is_capital

    def is_gerund(self, number: int) -> bool:
        """Say whether a token is the form of a verb that does duty for a noun, by its ending."""
        return self.low(number).endswith(self.words.gerund_endings)

    def is_verb(self, number: int) -> bool:
        """Say whether a token is a form that only verbs have."""
        return any(not sense.forms.isdisjoint(("past", "participle")) for sense in self.words.senses.get(self.low(number), ()))

    def is_participle(self, number: int) -> bool:
        """Say whether a token looks like a participle that follows its noun."""
        token = self.tokens[number]
        return not token.is_capital and (token.low.endswith(self.words.participle_endings) or self.is_verb(number))

    def forward(self, first: int) -> Phrase | None:
        """Give the noun phrase that starts at a token."""
        size, number = len(self.tokens), first
        while number < size and (self.is_adverb(number) or self.low(number) in self.words.skipped):
            number += 1
        first = number
        number += self.quantifier(number)
        if number >= size:
            return None
        if self.low(number) in self.words.pronouns and self.low(number) not in self.words.grammar.determiners:
            return (number, number + 1)
        nouns = 0
        while number < size and number - first < _LONGEST:
            low = self.low(number)
            if low in self.words.owners and number > first and number + 1 < size and not self.is_stop(number + 1):
                number += 1
                continue
            if nouns and (low in self.words.grammar.coordinators or low == _COMMA):
                if not self._lists(number):
                    break
                number += 1
                continue
            if self.is_stop(number):
                break
            if nouns and self.is_participle(number) and not self._modifies(number):
                break
            nouns += low not in self.words.grammar.determiners or low in self.words.numbers or low in self.words.quantifiers
            number += 1
        while number > first and not (self.tokens[number - 1].is_word or self.low(number - 1) == ")"):
            number -= 1
        return (first, number) if nouns and number > first else None

    def quantifier(self, number: int) -> int:
        """Give how many tokens before a number say that it is at least, at most or about that."""
        return max(self.at(number, index) for index in (self.words.at_least, self.words.at_most, self.words.about))

    def _modifies(self, number: int) -> bool:
        """Say whether a participle stands before a noun: "unidentified armed men"."""
        following = number + 1
        return following < len(self.tokens) and not self.is_stop(following) and not self.is_participle(following)

    def _lists(self, number: int) -> bool:
        """Say whether a comma or "and" goes on with a list of nouns."""
        following = number + 1
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
        verbal = bool(senses) and all("noun" not in sense.forms for sense in senses)
        return verbal and number + 1 < len(self.tokens) and not self.is_stop(number + 1)

    def backward(self, after: int) -> Phrase | None:
        """Give the noun phrase that ends before a token."""
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

    def group_start(self, verb: int) -> int:
        """Give the number of the first token of the verb group that ends with a verb."""
        grammar, words = self.words.grammar, self.words
        first = verb
        while first:
            low = self.low(first - 1)
            if (
                low in grammar.auxiliaries
                or low in words.modals
                or low in words.controls
                or self.is_adverb(first - 1)
                or first - 1 in self.times
            ):
                first -= 1
                continue
            break
        while first < verb and first in self.times:
            first += 1
        return first

    def is_passive(self, first: int, verb: int) -> bool:
        """Say whether a verb group has a form of "to be" before its verb."""
        return any(self.low(number) in self.words.be for number in range(first, verb))

    def is_perfect(self, first: int, verb: int) -> bool:
        """Say whether a verb group has a form of "to have" before its verb."""
        return any(self.low(number) in self.words.have for number in range(first, verb))

    def clause_start(self, number: int) -> int:
        """Give the first token of the clause that a token stands in."""
        grammar, words = self.words.grammar, self.words
        first = number
        while first:
            low = self.low(first - 1)
            if low == ")" and (opening := self._opening_bracket(first - 1)) is not None:
                first = opening
                continue
            if (self.tokens[first - 1].text in _ENDS and not self._is_inner_quote(first - 1)) or low in grammar.relatives:
                break
            if low in words.openers and self.opens(first - 1):
                break
            if low in grammar.coordinators and self._opens_after_verb(first, number):
                break
            first -= 1
        return self._after_opening(first, number) if first and self.low(first - 1) in words.openers else first

    def _after_opening(self, first: int, number: int) -> int:
        """Give where the main clause starts after a subordinate one before it: "When the mill burned, the bakers fled"."""
        commas = [at for at in range(first, number) if self.low(at) == _COMMA]
        for comma in commas:
            if self._has_noun(comma + 1, number) and any(self._is_finite(at) for at in range(first, comma)):
                return comma + 1
        return first

    def has_verb(self, first: int, after: int) -> bool:
        """Say whether a verb of a clause stands between two tokens."""
        return any(self._is_finite(number) for number in range(first, after))

    def _is_finite(self, number: int) -> bool:
        """Say whether a token is a verb of a clause."""
        low = self.low(number)
        return (
            low in self.words.grammar.auxiliaries
            or self.is_verb(number)
            or low in self.words.announcers
            or (low.endswith(self.words.past_endings) and number not in self.times)
        )

    def _opening_bracket(self, closing: int) -> int | None:
        """Give the bracket that a closing one belongs to."""
        return next((number for number in range(closing - 1, -1, -1) if self.low(number) == "("), None)

    def _opens_after_verb(self, first: int, number: int) -> bool:
        """Say whether a new clause, with a subject of its own, follows "and": a verb stands on its left, and a noun on its right."""
        if not self._has_noun(first, number) or (self.is_participle(first) and not self._modifies(first)):
            return False
        grammar, words = self.words.grammar, self.words
        for left in range(first - 2, -1, -1):
            low = self.low(left)
            if self.tokens[left].text in _ENDS or low in grammar.relatives or (low in words.openers and self.opens(left)):
                return False
            if low in grammar.auxiliaries or low in words.modals or low in words.announcers or self.is_verb(left):
                return True
        return False

    def _is_inner_quote(self, number: int) -> bool:
        """Say whether a token is a mark of quotation inside the sentence."""
        return number > 1 and self.tokens[number].text in '“"«'

    def opens(self, number: int) -> bool:
        """Say whether a conjunction opens a clause, as "as" does not in "as young as" and "such as"."""
        if self.low(number) not in self.words.as_:
            return True
        if number - 1 in self.times or self.low(number - 1) in self.words.announcers:
            return True
        for ahead in range(number + 1, min(number + _LIST, len(self.tokens))):
            low = self.low(ahead)
            if low in self.words.grammar.auxiliaries or (low in self.words.pronouns and ahead == number + 1):
                return self.words.as_.isdisjoint((self.low(number + 2), self.low(number - 2)))
            if (
                not self.tokens[ahead].is_word
                or low in self.words.grammar.prepositions
                or low in self.words.as_
                or self.at(ahead, self.words.agents)
            ):
                return False
        return False

    def _has_noun(self, first: int, after: int) -> bool:
        """Say whether a word that can be a subject stands between two tokens."""
        words = self.words
        return any(
            self.tokens[number].is_word
            and number not in self.times
            and self.low(number) not in words.controls
            and self.low(number) not in words.grammar.auxiliaries
            and self.low(number) not in words.modals
            and not self.is_adverb(number)
            for number in range(first, after)
        )

    def subject(self, verb: int) -> Phrase | None:
        """Give the noun phrase that is the subject of the verb group that ends with a verb."""
        group = self.group_start(verb)
        first = self.clause_start(group)
        opener = self.low(first - 1)
        if first and opener in self.words.relative and not self._has_noun(first, group):
            return self.antecedent(first - 1)
        if first and opener in self.words.grammar.relatives and self.low(first - 2) == _COMMA == self.low(group - 1):
            return self.antecedent(first - 1)  # "the judge, who refused, was dismissed"
        return self._first_phrase(first, group)

    def antecedent(self, relative: int) -> Phrase | None:
        """Give the noun phrase before a relative pronoun."""
        if relative == 0:
            return None
        if self.low(relative - 1) == _COMMA:
            first = self.clause_start(relative - 1)
            near = self.backward(relative - 1)
            commas = any(self.low(number) == _COMMA for number in range(first, relative - 1))
            return near if near and not commas and self.is_human(near) else self._first_phrase(first, relative - 1)
        near = self.backward(relative)
        first = self.clause_start(relative)
        if near is None or (self.low(relative) in self.words.grammar.relatives and not self.is_human(near)):
            return self._human_before(first, relative) or near or self._first_phrase(first, relative)
        return near

    def is_human(self, phrase: Phrase) -> bool:
        """Say whether a noun phrase can name people: a noun of persons, or a name."""
        head = self.tokens[phrase[1] - 1]
        words = self.words
        lows = {self.low(number) for number in range(*phrase)}
        return head.is_capital or not lows.isdisjoint(words.humans) or head.low in words.grammar.roles_and_plurals

    def _human_before(self, first: int, after: int) -> Phrase | None:
        """Give the nearest noun phrase before a token that can name people."""
        number = after
        while number > first:
            if not self.is_stop(number - 1):
                phrase = self.backward(number)
                if phrase and self.is_human(phrase):
                    return phrase
                number = phrase[0] if phrase else number - 1
            else:
                number -= 1
        return None

    def _first_phrase(self, first: int, after: int) -> Phrase | None:
        """Give the noun phrase of a stretch that a verb follows: after openings such as "In May,", before what is added."""
        segments = self._segments(first, after)
        while len(segments) > 1 and self._is_opening(*segments[0]):
            segments = segments[1:]
        if not segments:
            return None
        start, stop = segments[0]
        while start < stop - 1 and (start in self.times or self.is_adverb(start)):
            start += 1
        segments = [(start, stop), *segments[1:]]
        listed = len(segments) > 1 and segments[-1][1] == after and all(self._is_name_list(*one) for one in segments)
        if listed:
            return (start, after)
        if len(segments) > 1 and self._is_name_list(*segments[0]) and self._ends_list(*segments[1]):
            return (start, segments[1][1])
        found = self.forward(start) or next(
            (phrase for phrase in (self.forward(number) for number in range(start, segments[0][1])) if phrase), None
        )
        if found and len(segments) > 1 and self._is_one_of(found):
            inner = self.forward(segments[1][0])
            return inner or found
        return (found[0], min(found[1], after)) if found and found[0] < after else None

    def _segments(self, first: int, after: int) -> list[Phrase]:
        """Part a stretch at its commas."""
        commas = [number for number in range(first, after) if self.low(number) == _COMMA]
        bounds = [first, *(number + 1 for number in commas)]
        return [(start, end) for start, end in zip(bounds, [*commas, after], strict=True) if start < end]

    def _is_opening(self, first: int, after: int) -> bool:
        """Say whether a stretch before a comma opens the sentence, and is no subject."""
        low = self.low(first)
        if self.quantifier(first):
            return False
        if (
            all(number in self.times or not self.tokens[number].is_word for number in range(first, after))
            or low in self.words.grammar.prepositions
            or low in self.words.grammar.breaks
        ):
            return True
        return self.is_adverb(first) or self.is_gerund(first) or (after - first == 1 and low in self.words.controls)

    def _is_name_list(self, first: int, after: int) -> bool:
        """Say whether a stretch is nothing but one item of a list."""
        if self.low(first) in self.words.grammar.coordinators:
            first += 1
        found = self.forward(first) if first < after else None
        return found is not None and found[1] >= after

    def _ends_list(self, first: int, after: int) -> bool:
        """Say whether a stretch ends a list: names with "and" between them."""
        joined = any(self.low(number) in self.words.grammar.coordinators for number in range(first, after))
        return joined and self.tokens[first].is_capital and self._is_name_list(first, after)

    def _is_one_of(self, phrase: Phrase) -> bool:
        """Say whether a phrase says nothing but "one of them"."""
        return self.low(phrase[1] - 1) in self.words.pronouns or self.low(phrase[1]) in self.words.owners


def starts_phrase(sentence: Sentence, number: int) -> bool:
    """Say whether a noun phrase can start at a token."""
    if number >= len(sentence.tokens):
        return False
    token = sentence.tokens[number]
    if token.low in sentence.words.grammar.determiners or token.is_capital or token.text[0].isdigit():
        return True
    return sentence.forward(number) is not None and sentence.forward(number) != (number, number)
