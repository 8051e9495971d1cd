"""The clauses of a sentence, and its verb groups."""

from __future__ import annotations

from collections.abc import Sequence

from malirights.find.events.signs import CLAUSE_ENDS
from malirights.find.events.triggers import Triggered
from malirights.find.events.words import EventWords

__all__ = ["Clausal"]

_LIST = 8
_CLAUSE = 12
_COMMA = ","
_COMMAS = frozenset({","})


class Clausal(Triggered):
    """The tokens of a sentence, and the clauses that they make."""

    def __init__(self, text: str, start: int, end: int, words: EventWords, dated: Sequence[tuple[int, int]]) -> None:
        """Part the sentence into tokens, as `Tokenised` does."""
        super().__init__(text, start, end, words, dated)
        self._clauses: dict[int, int] = {}

    def group_start(self, verb: int) -> int:
        """Give the number of the first token of the verb group that ends with a verb."""
        words, lows, tokens, times = self.words, self.lows, self.tokens, self.times
        first = verb
        while first:
            low = lows[first - 1]
            if low in words.bodies and lows[first] in words.grammar.auxiliaries:
                break  # "human remains were found"
            if not (low in words.signs.group or tokens[first - 1].is_adverb or first - 1 in times):
                clitic = low in words.clitics and (first == verb or lows[first] in words.grammar.auxiliaries)
                if not clitic and not (lows[first - 2] in words.adverbials and self.at(first - 2, words.adverbials) == 2):  # noqa: PLR2004
                    break
                first -= not clitic  # "has so far been arrested"
            first -= 1
        while first < verb and first in self.times:
            first += 1
        return first

    def is_passive(self, first: int, verb: int) -> bool:
        """Say whether a verb group has a form of "to be" before its verb."""
        return self.has_word(first, verb, self.words.be)

    def has_auxiliary(self, first: int, verb: int) -> bool:
        """Say whether a verb group has an auxiliary before its verb."""
        return self.has_word(first, verb, self.words.grammar.auxiliaries)

    def is_perfect(self, first: int, verb: int) -> bool:
        """Say whether a verb group has a form of "to have" before its verb."""
        return self.has_word(first, verb, self.words.have)

    def clause_start(self, number: int) -> int:
        """Give the first token of the clause that a token stands in."""
        first = self._clauses.get(number)
        if first is None:
            first = self._clauses[number] = self._read_clause(number)
        return first

    def _read_clause(self, number: int) -> int:
        """Read back to the start of a clause."""
        grammar, words = self.words.grammar, self.words
        first = number
        lows, marks = self.lows, words.signs.clause
        while first:
            low = lows[first - 1]
            if low not in marks:
                first -= 1
                continue
            if low == ")" and (opening := self._opening_bracket(first - 1)) is not None:
                first = opening
                continue
            if low in grammar.relatives and self._is_aside(first, number):
                first -= 1
                continue
            if (self.tokens[first - 1].text in CLAUSE_ENDS and not self._is_inner_quote(first - 1)) or low in grammar.relatives:
                break
            if low in words.openers and self.opens(first - 1):
                break
            if low in grammar.coordinators and first - 1 not in self.times and self._opens_after_verb(first, number):
                break
            if low in words.announcers and self._opens_told(first):
                break
            first -= 1
        return self._after_opening(first, number) if first and self.lows[first - 1] in words.openers else first

    def _is_aside(self, first: int, number: int) -> bool:
        """Say whether a relative opens no clause but an aside without a verb: "neuf bergers, dont un enfant, ont fui"."""
        comma = self.first_word(first, number, _COMMAS)
        return comma is not None and self.lows[first - 2] == _COMMA and not self.has_verb(first, comma)

    def _after_opening(self, first: int, number: int) -> int:
        """Give where the main clause starts after a subordinate one before it: "When the mill burned, the bakers fled"."""
        opener = self.lows[first - 1]
        if first > 1 and (opener in self.words.wheres or opener in self.words.complementizers):
            return first  # "to Orvel, where the mill burned, nine bakers died, and"
        for comma in self._commas(first, number):
            if (
                not self.is_verb(comma + 1)
                and self._has_noun(comma + 1, number)
                and any(self._is_finite(at) for at in range(first, comma))
            ):
                return comma + 1
        return first

    def has_verb(self, first: int, after: int) -> bool:
        """Say whether a verb of a clause stands between two tokens."""
        return any(self._is_finite(number) for number in range(max(0, first), min(after, len(self.tokens))))

    def _is_finite(self, number: int) -> bool:
        """Say whether a token is a verb of a clause."""
        word = self.tokens[number]
        if number and self.lows[number - 1] in self.words.privatives:
            return False  # "des hommes armés non identifiés"
        return number not in self.times and (word.is_finite or word.is_past) and not self.is_noun_too(number)

    def _opening_bracket(self, closing: int) -> int | None:
        """Give the bracket that a closing one belongs to."""
        return next((number for number in range(closing - 1, -1, -1) if self.lows[number] == "("), None)

    def _opens_after_verb(self, first: int, number: int) -> bool:
        """Say whether a clause with a subject of its own follows "and": a verb is on its left, a noun on its right."""
        grammar, words = self.words.grammar, self.words
        if self._joins_words(first, number):
            return False
        for left in range(first - 2, -1, -1):
            low = self.lows[left]
            if low not in words.signs.verbs:
                continue
            if self.tokens[left].text in CLAUSE_ENDS or low in grammar.relatives or (low in words.openers and self.opens(left)):
                return False
            if low in grammar.auxiliaries or low in words.modals or low in words.announcers or self.is_verb(left):
                return True
        return False

    def _joins_words(self, first: int, number: int) -> bool:
        """Say whether "and" joins words or verbs of one subject, and so opens no clause."""
        if self.is_gerund(number) and self.lows[number - 1] not in self.words.be:
            return True  # "went after Zanaran and Karvan families, burning their shops"
        if first > 2 and self.lows[first - 3] in self.words.between and self.is_number(first):  # noqa: PLR2004 - "between 9 and"
            return True  # "apprentices between nine and 12 who were hurt"
        if not self._has_noun(first, number) or (self.is_participle(first) and not self._modifies(first)):
            return True
        grammar = self.words.grammar
        led = self.lows[first] in grammar.prepositions and not self.quantifier(first)
        aside = self.forward(first + 1) if led else None
        if aside and aside[1] == number:
            return True  # "were threatened and in some cases killed"
        if self.lows[number] in grammar.infinitives:
            return True  # "used batons | and shields to break up a march"
        joined = self.lows[number - 1] in grammar.coordinators and number - 1 > first
        return joined and not self.has_verb(first, number - 1)  # "conscripted boys | and girls and fired"

    def _opens_told(self, first: int) -> bool:
        """Say whether what is said follows its verb without a conjunction: "officials said nine bakers had fled"."""
        if first < 2 or not self.tokens[first - 2].is_word:  # noqa: PLR2004 - "said" opens or closes a quotation
            return False
        found = self.forward(first)
        return found is not None and found[0] == first and self.has_verb(found[1], found[1] + 1)

    def _is_inner_quote(self, number: int) -> bool:
        """Say whether a token is a mark of quotation inside the sentence."""
        return number > 1 and self.tokens[number].text in '“"«'

    def opens(self, number: int) -> bool:
        """Say whether a conjunction opens a clause, as "as" does not in "as young as" and "such as"."""
        if (number and self.quantifier(number - 1) > 1) or self.at(number, self.words.adverbials):
            return False  # "more than", "so far"
        if self.is_noun_too(number):
            return False
        if self.lows[number] in self.words.time_openers:  # "has since left" tells when
            return self.lows[number - 1] not in self.words.have and self._opens_time(number)
        if self.lows[number] not in self.words.as_:
            return True
        if number - 1 in self.times or self.lows[number - 1] in self.words.announcers:
            return True
        for ahead in range(number + 1, min(number + _LIST, len(self.tokens))):
            low = self.lows[ahead]
            if low in self.words.grammar.auxiliaries or (low in self.words.pronouns and ahead == number + 1):
                return self.words.as_.isdisjoint((self.lows[number + 2], self.lows[number - 2]))
            if (
                not self.tokens[ahead].is_word
                or low in self.words.grammar.prepositions
                or low in self.words.as_
                or self.at(ahead, self.words.agents)
            ):
                return False
        return False

    def _opens_time(self, number: int) -> bool:
        """Say whether a conjunction of time opens a clause, and no phrase: not "before dawn", "house after house"."""
        following = self.lows[number + 1]
        if following in self.words.dayparts or following == self.lows[number - 1] or self._is_dated(number + 1):
            return False
        clause = range(number + 1, min(number + 1 + _CLAUSE, len(self.tokens)))
        stop = next((at for at in clause if self.lows[at] == _COMMA or self.tokens[at].text in CLAUSE_ENDS), clause.stop)
        return self.has_verb(number + 1, stop)

    def _is_dated(self, number: int) -> bool:
        """Say whether a time stands at a token, and no clause goes on behind it: "since June and"."""
        after = self.past_time(number)
        return after > number and self.lows[after] in self.words.grammar.coordinators

    def _has_noun(self, first: int, after: int) -> bool:
        """Say whether a word that can be a subject stands between two tokens."""
        return any(
            word.can_be_subject and number not in self.times for number, word in enumerate(self.tokens[first:after], first)
        )

    def _commas(self, first: int, after: int) -> list[int]:
        """Give the commas between two tokens."""
        if not self.has_word(first, after, _COMMAS):
            return []
        return [number for number in range(first, after) if self.lows[number] == _COMMA]
