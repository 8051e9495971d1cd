"""One sentence as tokens: what they are, and where they stand."""

from __future__ import annotations

import functools
from bisect import bisect_right
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from malirights.find.events.word import Word
from malirights.find.events.words import EventWords
from malirights.find.grammar import Phrases
from malirights.find.tokens import words_and_marks

__all__ = ["Phrase", "Tokenised"]

Phrase = tuple[int, int]
"""The numbers of the first token of a phrase and of the one after its last."""

_BEYOND = [""] * 64
_SHORT, _TITLE = 3, 4  # characters of a short word; longer words of a title, at least
_AFTER_AGE = frozenset({"", ",", ".", ";", ":"})
_NO_TIMES: frozenset[int] = frozenset()


def _is_titled(texts: Sequence[str]) -> bool:
    """Say whether a line is written like a title, each longer word with a capital: "Police Fire on Bakers in Orvel"."""
    longer = (text for text in texts if len(text) > _SHORT and text[0].isalpha())
    return all(text[0].isupper() for text in longer) and sum(len(text) > _SHORT for text in texts) >= _TITLE


def _untitled(texts: Sequence[str], words: EventWords) -> list[str]:
    """Give the words of a title as they stand in a sentence: those that are names keep their capitals."""
    return [low if (low := text.lower()) in words.signs.untitled else text for text in texts]


class Tokenised:
    """The tokens of a sentence, with the words of its language.

    Attributes:
        tokens: Its words and marks.
        lows: The same in lower case, of contractions the pronouns; "" a little beyond both ends.
        times: The numbers of the tokens of its times.
        stops: Of each token, whether it ends a noun phrase on either side.
    """

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
        self._texts = words_and_marks(text[start:end].replace("’", "'"))
        shown = _untitled(self._texts, words) if _is_titled(self._texts) else self._texts
        self.tokens: list[Word] = list(map(words.word, shown))
        self.lows = [word.form for word in self.tokens] + _BEYOND
        self._found_ends: list[int] = []
        self.times = self._in_times(dated) if dated else _NO_TIMES
        if dated and words.adjectives_follow:  # the article before a time belongs to it: no noun can follow a time there
            opening = (number - 1 for number in self.times if number)
            self.times |= {number for number in opening if self.lows[number] in words.grammar.determiners}
        self.stops = [word.stops for word in self.tokens]
        if self.tokens:
            self.stops[0] = self.tokens[0].stops_first
        for number in self.times:
            self.stops[number] = True
        if not words.nouns_too.isdisjoint(self.lows):
            self.stops = [stops and not self.is_noun_too(number) for number, stops in enumerate(self.stops)]

    def _in_times(self, dated: Sequence[tuple[int, int]]) -> frozenset[int]:
        """Give the numbers of the tokens of the times."""
        found = {number for first, after in dated for number in range(self.number_at(first), self.number_at(after - 1) + 1)}
        return frozenset(number for number in found if number < len(self.tokens))

    def _ends(self) -> list[int]:
        """Give where the tokens end in the sentence; read only for a sentence that is asked for it."""
        if len(self._found_ends) < len(self._texts):
            at, found = 0, self._found_ends
            find = self.text[self.start : self.end].replace("’", "'").find
            for text in self._texts:
                at = find(text, at) + len(text)
                found.append(at)
        return self._found_ends

    @functools.cached_property
    def trimmed(self) -> tuple[int, int]:
        """Where it stands, white space at both ends left out."""
        text = self.text[self.start : self.end]
        return self.start + len(text) - len(text.lstrip()), self.start + len(text.rstrip())

    def number_at(self, offset: int) -> int:
        """Give the number of the token that ends after an offset."""
        return bisect_right(self._ends(), offset - self.start)

    def offsets(self, phrase: Phrase) -> tuple[int, int]:
        """Give where a phrase stands in the text."""
        first, last = phrase[0], phrase[1] - 1
        ends = self._ends()
        return self.start + ends[first] - len(self._texts[first]), self.start + ends[last]

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
        first = max(0, first)
        if index.keys().isdisjoint(self.lows[first:after]):
            return False
        return any(self.at(number, index) for number in range(first, after))

    def last_phrase(self, first: int, after: int, index: Phrases) -> Phrase | None:
        """Give the last phrase of an index that begins between two tokens."""
        if index.keys().isdisjoint(self.lows[first:after]):
            return None
        for number in range(after - 1, first - 1, -1):
            length = self.at(number, index)
            if length:
                return (number, number + length)
        return None

    def has_word(self, first: int, after: int, words: AbstractSet[str]) -> bool:
        """Say whether one of some words stands between two tokens."""
        return not words.isdisjoint(self.lows[first:after])

    def first_word(self, first: int, after: int, words: AbstractSet[str]) -> int | None:
        """Give the first token between two that is one of some words."""
        if words.isdisjoint(self.lows[first:after]):
            return None
        return next(number for number in range(first, after) if self.lows[number] in words)

    def last_word(self, first: int, after: int, words: AbstractSet[str]) -> int | None:
        """Give the last token between two that is one of some words."""
        if words.isdisjoint(self.lows[first:after]):
            return None
        return next(number for number in range(after - 1, first - 1, -1) if self.lows[number] in words)

    def stands(self, number: int, words: tuple[str, ...]) -> bool:
        """Say whether some words stand at a token."""
        return self.lows[number] == words[0] and tuple(self.lows[number : number + len(words)]) == words

    def is_noun(self, number: int) -> bool:
        """Say whether a token can be the last of a noun phrase."""
        return number >= 0 and self.tokens[number].is_word and not self.stops[number]

    def is_noun_too(self, number: int) -> bool:
        """Say whether a token that is a conjunction elsewhere is a noun, behind its determiner: "un car de nuit"."""
        return self.lows[number] in self.words.nouns_too and self.lows[number - 1] in self.words.grammar.determiners

    def is_gerund(self, number: int) -> bool:
        """Say whether a token is the form of a verb that does duty for a noun, by its ending."""
        return self.lows[number].endswith(self.words.gerund_endings)

    def is_verb(self, number: int) -> bool:
        """Say whether a token is a form that only verbs have."""
        return self.lows[number] in self.words.senses.verb_forms

    def is_told_verb(self, number: int) -> bool:
        """Say whether a token is a verb in the perfect, which no noun after it takes for its adjective: "have fled"."""
        return number > 0 and self.lows[number - 1] in self.words.have and self.is_verb(number)

    def is_participle(self, number: int) -> bool:
        """Say whether a token looks like a participle that follows its noun."""
        return self.tokens[number].is_participle

    def is_number(self, number: int) -> bool:
        """Say whether a token is a number, in digits or in words."""
        return self.tokens[number].is_number

    def is_age(self, number: int) -> bool:
        """Say whether a number between marks is the age of the one who is named before it: "Ada Moru, 34, who"."""
        parted = number > 1 and self.lows[number - 1] == "," and self.tokens[number - 2].is_capital
        return parted and self.lows[number].isdigit() and self.lows[number + 1] in _AFTER_AGE

    def joined_number(self, number: int) -> int:
        """Give the number that three tokens are, written without hyphens, as in "vingt et un"; 0 where they are none."""
        joins = self.lows[number + 1] in self.words.grammar.coordinators
        return self.words.numbers.get("-".join(self.lows[number : number + 3]), 0) if joins else 0

    def counts(self, number: int) -> bool:
        """Say whether a token says how many those are who are named after it."""
        return bool(self.tokens[number : number + 1]) and (self.is_number(number) or self.lows[number] in self.words.counting)

    def is_postposed(self, number: int) -> bool:
        """Say whether a token is an adjective or a participle that stands after its noun, by its ending."""
        low, words = self.lows[number], self.words
        other = low in words.humans or low in words.grammar.auxiliaries or low in words.grammar.prepositions
        return low.endswith(words.postposed_endings) and not other

    def is_plural(self, number: int) -> bool:
        """Say whether a token is a noun in the plural, or of a group, by its ending or by name."""
        return number >= 0 and self.tokens[number].is_plural
