"""One sentence: its clauses, its verb groups and their subjects."""

from __future__ import annotations

from collections.abc import Sequence

from malirights.find.events.phrases import Phrase, Phrased
from malirights.find.events.signs import CLAUSE_ENDS
from malirights.find.events.words import EventWords
from malirights.find.grammar import Phrases

__all__ = ["Phrase", "Sentence"]

_LIST = 8
_CLAUSE = 12
_COMMA = ","
_COMMAS = frozenset({","})


class Sentence(Phrased):
    """The tokens of a sentence, with the words of its language, and the clauses that they make."""

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
            first -= 1
        return self._after_opening(first, number) if first and self.lows[first - 1] in words.openers else first

    def _is_aside(self, first: int, number: int) -> bool:
        """Say whether a relative opens no clause but an aside without a verb: "neuf bergers, dont un enfant, ont fui"."""
        comma = self.first_word(first, number, _COMMAS)
        return comma is not None and self.lows[first - 2] == _COMMA and not self.has_verb(first, comma)

    def _after_opening(self, first: int, number: int) -> int:
        """Give where the main clause starts after a subordinate one before it: "When the mill burned, the bakers fled"."""
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
        return number not in self.times and (word.is_finite or word.is_past)

    def _opening_bracket(self, closing: int) -> int | None:
        """Give the bracket that a closing one belongs to."""
        return next((number for number in range(closing - 1, -1, -1) if self.lows[number] == "("), None)

    def _opens_after_verb(self, first: int, number: int) -> bool:
        """Say whether a clause with a subject of its own follows "and": a verb is on its left, a noun on its right."""
        if self.is_gerund(number) and self.lows[number - 1] not in self.words.be:
            return False  # "went after Zanaran and Karvan families, burning their shops"
        if not self._has_noun(first, number) or (self.is_participle(first) and not self._modifies(first)):
            return False
        grammar, words = self.words.grammar, self.words
        for left in range(first - 2, -1, -1):
            low = self.lows[left]
            if low not in words.signs.verbs:
                continue
            if self.tokens[left].text in CLAUSE_ENDS or low in grammar.relatives or (low in words.openers and self.opens(left)):
                return False
            if low in grammar.auxiliaries or low in words.modals or low in words.announcers or self.is_verb(left):
                return True
        return False

    def _is_inner_quote(self, number: int) -> bool:
        """Say whether a token is a mark of quotation inside the sentence."""
        return number > 1 and self.tokens[number].text in '“"«'

    def opens(self, number: int) -> bool:
        """Say whether a conjunction opens a clause, as "as" does not in "as young as" and "such as"."""
        if (number and self.quantifier(number - 1) > 1) or self.at(number, self.words.adverbials):
            return False  # "more than", "so far"
        if self.lows[number] in self.words.time_openers:
            clause = range(number + 1, min(number + 1 + _CLAUSE, len(self.tokens)))
            stop = next((at for at in clause if self.lows[at] == _COMMA or self.tokens[at].text in CLAUSE_ENDS), clause.stop)
            return self.has_verb(number + 1, stop)
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

    def _has_noun(self, first: int, after: int) -> bool:
        """Say whether a word that can be a subject stands between two tokens."""
        return any(
            word.can_be_subject and number not in self.times for number, word in enumerate(self.tokens[first:after], first)
        )

    def subject(self, verb: int) -> Phrase | None:
        """Give the noun phrase that is the subject of the verb group that ends with a verb."""
        group = self.group_start(verb)
        first = self.clause_start(group)
        opener = self.lows[first - 1]
        if first and opener in self.words.relative and not self._has_noun(first, group):
            return self.antecedent(first - 1)
        if first and opener in self.words.relative and self.is_noun(first - 2) and self.has_verb(first, first + 1):
            return self.antecedent(first - 1)  # "the shelling that preceded the raid damaged"
        closed = self.lows[group - 1] == _COMMA and group - 1 > first
        if first and opener in self.words.grammar.relatives and (closed or self.has_verb(first, group)):
            if not closed and (later := self._after_aside(first, group)):
                return later
            return self.antecedent(first - 1)  # "the judge, who refused, was dismissed"
        joined = self.lows[group - 1] in self.words.grammar.coordinators
        if not joined and self.has_verb(first, group) and self.is_object_relative(first):
            return self.antecedent(first - 1)  # "the men whom soldiers arrested were freed"
        return self._first_phrase(first, group)

    def _after_aside(self, first: int, group: int) -> Phrase | None:
        """Give the noun phrase after the comma that ends a relative clause: "the trial, which lasted …, nine men fled"."""
        comma = next((at for at in range(group - 1, first, -1) if self.lows[at] == _COMMA), None)
        if comma is None or not self.has_verb(first, comma):
            return None
        found = self.forward(comma + 1)
        return found if found and found[0] == comma + 1 and found[1] == group else None

    def is_object_relative(self, first: int) -> bool:
        """Say whether a clause tells what was done to those named before it: "whom soldiers arrested"."""
        if first == 0 or self.lows[first - 1] not in self.words.object_relatives:
            return False
        if self.lows[first - 1] not in self.words.complementizers:
            return self.is_noun(first - 2) or (self.lows[first - 2] == _COMMA and self.is_noun(first - 3))
        if not self.is_noun(first - 2):
            return False
        said = range(max(0, first - _LIST), first - 1)  # "told villagers that soldiers fled"
        return self.lows[first - 2] in self.words.humans and not any(self.lows[at] in self.words.announcers for at in said)

    def antecedent(self, relative: int) -> Phrase | None:
        """Give the noun phrase before a relative pronoun."""
        if relative == 0:
            return None
        if self.lows[relative - 1] == _COMMA:
            first = self.clause_start(relative - 1)
            near = self.backward(relative - 1)
            commas = self.has_word(first, relative - 1, _COMMAS)
            if near and not commas and self.is_human(near):
                return near
            return (None if near else self._human_before(first, relative - 1)) or self._first_phrase(first, relative - 1)
        near = self.backward(relative)
        first = self.clause_start(relative)
        if near is None or (self.lows[relative] in self.words.grammar.relatives and not self.is_human(near)):
            return self._human_before(first, relative) or near or self._first_phrase(first, relative)
        return near

    def is_human(self, phrase: Phrase) -> bool:
        """Say whether a noun phrase can name people: a noun of persons, or a name."""
        words = self.words
        of = self.first_word(phrase[0] + 1, phrase[1], words.owners) or phrase[1]
        head, last = self.tokens[of - 1], self.tokens[phrase[1] - 1]
        named = head.is_capital or head.low in words.grammar.roles_and_plurals or last.low in words.grammar.roles_and_plurals
        return named or self.has_word(*phrase, words.humans)

    def is_about_people(self, phrase: Phrase) -> bool:
        """Say whether a noun phrase names people, or what is theirs: "the fate of nine bakers", "their whereabouts"."""
        words = self.words
        of = next((at for at in range(phrase[0] + 1, phrase[1] - 1) if self.lows[at] in words.owners), None)
        owned = not (words.possessives | words.possessive_marks).isdisjoint(self.lows[phrase[0] : phrase[1]])
        return owned or self.is_human(phrase) or (of is not None and self.is_people((of + 1, phrase[1])))

    def subject_of_clause(self, number: int) -> Phrase | None:
        """Give the noun phrase before the first verb of the clause that a token stands in."""
        first = self.clause_start(number)
        verb = next((at for at in range(first, number) if self._is_finite(at)), None)
        return self._first_phrase(first, verb) if verb is not None else None

    def core(self, phrase: Phrase) -> Phrase:
        """Give a phrase without what "of" adds to it."""
        return phrase[0], self.first_word(phrase[0] + 1, phrase[1], self.words.owners) or phrase[1]

    def held(self, phrase: Phrase) -> Phrase | None:
        """Give what is in what a phrase names: the remains in "a grave with the remains of nine people"."""
        return self.forward(phrase[1] + 1) if self.lows[phrase[1]] in self.words.containing else None

    def is_headed_by(self, phrase: Phrase, index: Phrases) -> bool:
        """Say whether the noun of a phrase, whatever "of" adds to it, is one of an index."""
        of = self.core(phrase)[1]
        if not self.has_word(phrase[0], of, index.keys()):
            return False
        lengths = ((at, self.at(at, index)) for at in range(phrase[0], of))
        return any(length and (self.words.adjectives_follow or at + length == of) for at, length in lengths)

    def first_subject(self) -> Phrase | None:
        """Give the first noun phrase of the sentence, or the one in apposition to it: "One of them, Ada Moru, said"."""
        verb = next((number for number in range(len(self.tokens)) if self._is_finite(number)), len(self.tokens))
        return self._first_phrase(0, verb)

    def _human_before(self, first: int, after: int) -> Phrase | None:
        """Give the nearest noun phrase before a token that can name people."""
        number = after
        while number > first:
            if not self.stops[number - 1]:
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
        while start < stop - 1 and (start in self.times or self.tokens[start].is_adverb):
            start += 1
        segments = [(start, stop), *segments[1:]]
        listed = len(segments) > 1 and segments[-1][1] == after and all(self._is_name_list(*one) for one in segments)
        if listed:
            return (start, after)
        if len(segments) > 1 and self._is_name_list(*segments[0]) and self._ends_list(*segments[1]):
            return (start, segments[1][1])
        start = self._past_prepositional(start, segments[0][1])
        found = self.forward(start) or next(
            (phrase for phrase in (self.forward(number) for number in range(start, segments[0][1])) if phrase), None
        )
        if found and len(segments) > 1 and (self._is_one_of(found) or self._is_apposed(found, segments[1:], after)):
            inner = self.forward(segments[1][0])
            return inner or found
        return (found[0], min(found[1], after)) if found and found[0] < after else None

    def _past_prepositional(self, first: int, after: int) -> int:
        """Give the token after a phrase that opens a clause without a comma: "in Velmora riot police", "for a month they"."""
        number, opened, dated = first, None, None
        while number < after and self.lows[number] in self.words.fronted and not self.quantifier(number):
            dated = self._dated(number + 1)
            opened = dated or self.forward(number + 1)
            if opened is None or opened[1] > after:
                return first
            number = opened[1]
        if opened and number == after:
            return (None if dated else self._past_name(opened)) or first
        subject = self.forward(number) if number < after and self._can_open(number) else None
        return number if subject and subject[1] == after else first

    def _can_open(self, number: int) -> bool:
        """Say whether a token opens a noun phrase for all to see: a determiner, a pronoun, a number or a name."""
        low = self.lows[number]
        opens = low in self.words.grammar.determiners or low in self.words.pronouns or self.is_number(number)
        return opens or self.tokens[number].is_capital

    def _dated(self, first: int) -> Phrase | None:
        """Give the tokens of the times that start at a token."""
        number = first
        while number in self.times:
            number += 1
        return (first, number) if number > first else None

    def _past_name(self, phrase: Phrase) -> int | None:
        """Give the first token after a name that opens a phrase, where it goes on with a noun: "Velmora riot police"."""
        capitals = [self.tokens[number].is_capital for number in range(*phrase)]
        return phrase[0] + capitals.index(False) if capitals[0] and not all(capitals) else None

    def _is_apposed(self, phrase: Phrase, rest: list[Phrase], after: int) -> bool:
        """Say whether a name between commas tells who a phrase without one is: "his predecessor, Ada Moru, was tried"."""
        named = any(self.tokens[number].is_capital and number for number in range(*phrase))
        if named or len(rest) != 1 or not phrase[1] + 1 == rest[0][0] < rest[0][1] == after - 1:
            return False
        return self.tokens[rest[0][1] - 1].is_capital and self._is_name_list(*rest[0])

    def _segments(self, first: int, after: int) -> list[Phrase]:
        """Part a stretch at its commas."""
        commas = self._commas(first, after)
        bounds = [first, *(number + 1 for number in commas)]
        return [(start, end) for start, end in zip(bounds, [*commas, after], strict=True) if start < end]

    def _commas(self, first: int, after: int) -> list[int]:
        """Give the commas between two tokens."""
        if not self.has_word(first, after, _COMMAS):
            return []
        return [number for number in range(first, after) if self.lows[number] == _COMMA]

    def _is_opening(self, first: int, after: int) -> bool:
        """Say whether a stretch before a comma opens the sentence, and is no subject."""
        while first < after - 1 and first in self.times:
            first += 1
        low = self.lows[first]
        if self.quantifier(first):
            return False
        if self.opens_with_participle(first, after):
            return True  # "arrêtée en mai,"
        if self.words.adjectives_follow and self.is_duration((first, after)):
            return True  # "trois ans après le procès,"
        if low in self.words.fronted and self._past_prepositional(first, after) != first:
            return False  # "in May Ada Moru,"
        if (
            all(number in self.times or not self.tokens[number].is_word for number in range(first, after))
            or low in self.words.grammar.prepositions
            or low in self.words.grammar.breaks
            or self.at(first, self.words.grammar.phrases)
        ):
            return True
        return (
            self.tokens[first].is_adverb
            or self.is_gerund(first)
            or (self.words.adjectives_follow and self.at(first, self.words.alleged) > 0)
            or (after - first == 1 and low in self.words.controls)
        )

    def opens_with_participle(self, first: int, after: int) -> bool:
        """Say whether a stretch opens with a participle or an adjective of what follows: "Arrêtée en mai, Ada Moru"."""
        if not self.words.adjectives_follow:
            return False
        opening = first
        while first < after - 1 and self.lows[first].endswith(self.words.adverb_endings):
            first += 1
        longer = after - first > 1 and not self.tokens[first + 1].is_capital and self.lows[first + 1] != _COMMA
        return self.is_verb(first) or ((longer or first > opening) and self.is_postposed(first))

    def _is_name_list(self, first: int, after: int) -> bool:
        """Say whether a stretch is nothing but one item of a list."""
        if self.lows[first] in self.words.grammar.coordinators:
            first += 1
        found = self.forward(first) if first < after else None
        return found is not None and found[1] >= after

    def _ends_list(self, first: int, after: int) -> bool:
        """Say whether a stretch ends a list: names with "and" between them."""
        joined = self.has_word(first, after, self.words.grammar.coordinators)
        return joined and self.tokens[first].is_capital and self._is_name_list(first, after)

    def _is_one_of(self, phrase: Phrase) -> bool:
        """Say whether a phrase says nothing but "one of them"."""
        one = self.words.numbers.get(self.lows[phrase[0]]) == 1 and self.lows[phrase[0] + 1] in self.words.owners
        return one or self.lows[phrase[1] - 1] in self.words.pronouns or self.lows[phrase[1]] in self.words.owners
