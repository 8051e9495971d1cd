"""One sentence: the subjects of its verbs, and what its noun phrases are about."""

from __future__ import annotations

from malirights.find.events.clauses import Clausal
from malirights.find.events.phrases import Phrase
from malirights.find.grammar import Phrases

__all__ = ["Phrase", "Sentence"]

_LIST = 8
_COMMA = ","
_COMMAS = frozenset({","})


class Sentence(Clausal):
    """The tokens of a sentence, with the words of its language, its clauses and their subjects."""

    def subject(self, verb: int) -> Phrase | None:
        """Give the noun phrase that is the subject of the verb group that ends with a verb."""
        return self._subject_of(self.group_start(verb))

    def _subject_of(self, group: int) -> Phrase | None:
        """Give the noun phrase that is the subject of a verb group."""
        first = self.clause_start(group)
        opener = self.lows[first - 1]
        if first and opener in self.words.relative and not self._has_noun(first, group):
            return self.antecedent(first - 1)
        if first and opener in self.words.relative and self.is_noun(first - 2) and self.has_verb(first, first + 1):
            return self.antecedent(first - 1)  # "the shelling that preceded the raid damaged"
        closed = self.lows[group - 1] == _COMMA and group - 1 > first
        if closed and opener in self.words.complementizers and (outer := self._outer_relative(first - 1)) is not None:
            return self.antecedent(outer)  # "the government, which denies that bakers fled, signed"
        told = closed or self._is_subject_relative(first - 1) or self.has_verb(first, group)
        if first and opener in self.words.grammar.relatives and told:
            if not closed and (later := self._after_aside(first, group)):
                return later
            return self.antecedent(first - 1)  # "the judge, who refused, was dismissed"
        joined = self.lows[group - 1] in self.words.grammar.coordinators
        if not joined and self.has_verb(first, group) and self.is_object_relative(first):
            return self.antecedent(first - 1)  # "the men whom soldiers arrested were freed"
        if not joined and first > 1 and self._tells_of_thing(first, group):
            return self._subject_of(first - 1)  # "those who grow the bread that soldiers stole are threatened"
        return self._after_aside(first, group) or self._first_phrase(first, group)

    def _outer_relative(self, complementizer: int) -> int | None:
        """Give the relative pronoun behind a comma, in whose clause a conjunction opens what is said."""
        outer = self.clause_start(complementizer) - 1
        related = outer > 0 and self.lows[outer] in self.words.grammar.relatives
        return outer if related and self.lows[outer - 1] == _COMMA else None

    def _tells_of_thing(self, first: int, group: int) -> bool:
        """Say whether a clause that "that" opens tells of a noun in a clause about people, whose own verb follows it."""
        if self.lows[first - 1] not in self.words.complementizers or not self.is_noun(first - 2):
            return False
        outer = self.lows[self.clause_start(first - 1) - 1] in self.words.grammar.relatives
        return outer and self.lows[group] in self.words.grammar.auxiliaries and self.has_verb(first, group)

    def _is_subject_relative(self, relative: int) -> bool:
        """Say whether a verb follows a relative pronoun, be it known or not: "farmers who try to return are threatened"."""
        low = self.lows[relative + 1]
        opens = low in self.words.grammar.determiners or low in self.words.pronouns or self.is_number(relative + 1)
        return self.lows[relative] in self.words.subject_relatives and not (opens or self.tokens[relative + 1].is_capital)

    def _after_aside(self, first: int, group: int) -> Phrase | None:
        """Give the noun phrase between the comma that ends a clause and a verb: "the mill was looted, nine men fled"."""
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
            joined = self.lows[first - 2] == _COMMA or self.lows[first - 2] in self.words.grammar.coordinators
            return self.is_noun(first - 2) or (joined and self.is_noun(first - 3))
        if not self.is_noun(first - 2):
            return False
        said = range(max(0, first - _LIST), first - 1)  # "told villagers that soldiers fled"
        return self.lows[first - 2] in self.words.humans and not any(self.lows[at] in self.words.announcers for at in said)

    def antecedent(self, relative: int) -> Phrase | None:
        """Give the noun phrase before a relative pronoun."""
        if relative > 1 and self.lows[relative - 1] in self.words.grammar.coordinators:
            before = self.last_word(0, relative - 1, self.words.grammar.relatives)
            return self.antecedent(before) if before is not None else None  # "Ada Moru, who fled and whom soldiers shot"
        while relative and self.lows[relative - 1] == _COMMA and self.is_age(relative - 2):
            relative -= 2
        if relative == 0:
            return None
        if self.lows[relative - 1] == _COMMA:
            first = self.clause_start(relative - 1)
            near = self._owner(self._past_place(self.backward(relative - 1)))
            commas = self.has_word(first, relative - 1, _COMMAS)
            if near and self.is_human(near):
                if apposed := self.named_before(near):
                    return apposed
                if not commas or self._is_named_alone(near[0] - 1):
                    return near
            return (None if near else self._human_before(first, relative - 1)) or self._first_phrase(first, relative - 1)
        near = self._owner(self.backward(relative))
        first = self.clause_start(relative)
        if near is None or (self.lows[relative] in self.words.grammar.relatives and not self.is_human(near)):
            return self._human_before(first, relative) or near or self._first_phrase(first, relative)
        return near

    def _past_place(self, phrase: Phrase | None) -> Phrase | None:
        """Give the people before a name that only says where they are: "leader of the Front in Orvel, who"."""
        if phrase is None or phrase[0] < 1 or self.lows[phrase[0] - 1] not in self.words.inside or self.is_people(phrase):
            return phrase
        before = self.backward(phrase[0] - 1)
        return before if before and self.is_human(before) else phrase

    def _owner(self, phrase: Phrase | None) -> Phrase | None:
        """Give the people whom a phrase about an act of theirs names: Ada Moru in "the hearing of Ada Moru, who"."""
        of = self.core(phrase)[1] if phrase else 0
        if (
            phrase is None
            or of == phrase[1]
            or self.tokens[of - 1].is_capital
            or not any(sense.is_noun for sense in self.words.senses.of(self.lows[of - 1]))
        ):
            return phrase
        return (of + 1, phrase[1]) if self.is_human((of + 1, phrase[1])) else phrase

    def _is_named_alone(self, number: int) -> bool:
        """Say whether a word before a name makes it no apposition: "by Ada Moru", "including Ada Moru", "told Ada Moru"."""
        named = self.at(number, self.words.agents) == 1 or self.lows[number] in self.words.including
        return named or self.has_verb(number, number + 1)

    def named_before(self, phrase: Phrase) -> Phrase | None:
        """Give the name that a phrase about no name is in apposition to: "a policeman shot Ada Moru, a baker, who fled"."""
        comma = phrase[0] - 1
        if comma < 1 or self.lows[comma] != _COMMA or self.tokens[self.core(phrase)[1] - 1].is_capital:
            return None
        comma -= 2 * (self.lows[comma - 2] == _COMMA and self.is_age(comma - 1))
        named = self.backward(comma) if self.tokens[comma - 1].is_capital else None
        of = self.last_word(*named, self.words.owners) if named else None  # "the face of | Ada Moru"
        named = (of + 1, named[1]) if named and of is not None else named
        return named if named and self.is_human(named) else None

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

    def subjects(self) -> list[Phrase]:
        """Give the subjects of the verbs, the first of the sentence first, or what tells who that is: "One, Ada Moru, said"."""
        verbs = [number for number in range(len(self.tokens)) if self._is_finite(number)]
        first = self._first_phrase(0, verbs[0] if verbs else len(self.tokens))
        others = (self.subject(verb) for verb in verbs[1:])
        return list(dict.fromkeys(phrase for phrase in (first, *others) if phrase))

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
        while start < stop - 1 and (start in self.times or self.tokens[start].is_adverb or self._is_shade(start)):
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
        counted = self.forward(found[1]) if found and self.quantifier(found[1]) else None
        if counted and counted[1] == after:
            return counted  # "before polling day at least nine bakers"
        return (found[0], min(found[1], after)) if found and found[0] < after else None

    def _is_shade(self, number: int) -> bool:
        """Say whether a word only shades the time behind it: "late on Monday", "early in May"."""
        return self.lows[number] in self.words.shades and number + 2 in self.times

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
        subject = self.forward(number) if number < after and (dated or self._can_open(number)) else None
        told = subject is not None and (subject[1] == after or self.has_verb(subject[1], subject[1] + 1))
        return number if told else first

    def _can_open(self, number: int) -> bool:
        """Say whether a token opens a noun phrase for all to see: a determiner, a pronoun, a number, a name, or people."""
        low = self.lows[number]
        opens = low in self.words.grammar.determiners or low in self.words.pronouns
        opens = (
            opens
            or self.counts(number)
            or self.quantifier(number) > 0
            or (low in self.words.humans and low.endswith(self.words.plural_endings))
        )
        return opens or self.tokens[number].is_capital

    def _dated(self, first: int) -> Phrase | None:
        """Give the tokens of the times that start at a token; "dawn" and "midnight" are one, too."""
        if self.lows[first] in self.words.dayparts:
            return first, first + 1
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
        parts = ((start, end) for start, end in zip(bounds, [*commas, after], strict=True) if start < end)
        return [(start, end) for start, end in parts if not self.is_age(start)]

    def _is_opening(self, first: int, after: int) -> bool:
        """Say whether a stretch before a comma opens the sentence, and is no subject."""
        if self.lows[first] in self.words.shades and first + 1 in self.times:
            first += 1  # "only last week,"
        while first < after - 1 and first in self.times:
            first += 1
        low = self.lows[first]
        if self.quantifier(first):
            return first + 1 in self.times  # "between 10 and 14 June,"
        if self.opens_with_participle(first, after):
            return True  # "arrêtée en mai,"
        if self.words.adjectives_follow and self.is_duration((first, after)):
            return True  # "trois ans après le procès,"
        subject = self._past_prepositional(first, after) if low in self.words.fronted else first
        if subject != first and (self.forward(subject) != (subject, after) or self.is_human((subject, after))):
            return False  # "in May Ada Moru,", "in May a court fined nine bakers,", but not "in Orvel village,"
        if (
            all(number in self.times or not self.tokens[number].is_word for number in range(first, after))
            or low in self.words.fronted
            or low in self.words.grammar.breaks
            or self.at(first, self.words.grammar.phrases)
        ):
            return True
        return (
            self.tokens[first].is_adverb
            or self.is_gerund(first)
            or (self.words.adjectives_follow and self.at(first, self.words.alleged) > 0)
            or (after - first == 1 and (low in self.words.controls or low in self.words.grammar.openers))
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

    def can_be_party(self, phrase: Phrase) -> bool:
        """Say whether a noun phrase after "by" can be somebody: not an -ing form, a time or a number alone."""
        first, head = self.tokens[phrase[0]], self.lows[phrase[1] - 1]
        if first.low in self.words.possessives and not self.is_human(phrase):
            return False
        if all(self.is_number(number) for number in range(*phrase)):
            return False
        means = head in self.words.means and not (phrase[1] - phrase[0] > 1 and self.is_human(phrase))  # "the air force"
        return not self.is_gerund(phrase[0]) and phrase[0] not in self.times and not means

    def opens_object(self, number: int) -> bool:
        """Say whether an object can start at a token: a determiner, a number, a name or a pronoun."""
        if number >= len(self.tokens):
            return False
        token = self.tokens[number]
        low = token.low
        if low in self.words.pronouns:
            return low not in self.words.relative
        if low in self.words.grammar.determiners or token.is_capital or token.text[0].isdigit():
            return number not in self.times
        if low in self.words.controls:
            meant = self.forward(number) if self.is_participle(number) and self._modifies(number) else None
            return meant is not None and self.is_plural(meant[1] - 1)  # "killed | suspected rebels"
        if self.tokens[number].is_adverb:
            return False
        return bool(self.quantifier(number)) or not self.stops[number]
