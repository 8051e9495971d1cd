"""Nouns that name acts: their "of", "by" and "on", their possessor, and the verb that they are the object of."""

from __future__ import annotations

from malirights.find.events.readings import Reading
from malirights.find.events.senses import Sense, Trigger
from malirights.find.events.sentence import Phrase, Sentence

__all__ = ["read_noun"]

_REACH = 8
_AFTER = 16
_CHAIN = 24
_OBJECT = 3
_ACRONYM = 3
_MEASURED = frozenset({"charge", "sentence"})
_ON_PLACES = frozenset({"airstrike", "armed_attack"})
_MARKS = frozenset(',.;:—–“”"()')


def read_noun(sentence: Sentence, trigger: Trigger, sense: Sense) -> Reading | None:
    """Read a noun with the words around it; what stands nearer to it comes first.

    A noun of those to whom an act happens names one where it counts them: "neuf morts".
    """
    doer, sufferer = _Complements(sentence, trigger, sense).read()
    before = trigger.first
    if sense.frame == "sufferers" and sentence.lows[before - 1] in sentence.words.owners and sentence.counts(before - 2):
        before -= 1  # "une dizaine de morts"
    found = None if sentence.is_told_verb(trigger.first - 1) else sentence.backward(before)
    group = _counted(sentence, before) or (found[0] if found else trigger.first)
    if sense.frame == "sufferers":
        counted = any(sentence.counts(number) for number in range(group, trigger.first))
        return Reading(trigger, sense, group, doer, (group, trigger.last)) if counted else None
    doer = doer or _maker(sentence, trigger.first)
    owner = _possessor(sentence, group, trigger.first)
    if sense.frame == "suffered" and sufferer is None:
        sufferer = owner
    else:
        doer = doer or owner
    light = _light(sentence, trigger.first)
    if owner and owner[1] - owner[0] == 1 and any(does and subject for does, subject in light):
        doer = None if doer == owner else doer  # "the army continued its raids"
    for does, subject in light:
        doer, sufferer = (doer or subject, sufferer) if does else (doer, sufferer or subject)
    if doer is None and sense.frame == "done":
        doer = _host(sentence, group)
    if sufferer is None and sense.frame == "suffered" and (given := _given_to(sentence, group)):
        doer, sufferer = doer or sentence.subject(given[0] - 1), given
    return Reading(trigger, sense, group, doer, sufferer)


def _counted(sentence: Sentence, first: int) -> int | None:
    """Give where the count of acts that a noun names starts: "41 cases of torture"."""
    words, number = sentence.words, first - 3
    cases = sentence.lows[first - 1] in words.owners and sentence.lows[first - 2] in words.instances
    return number if cases and number >= 0 and sentence.counts(number) else None


def _given_to(sentence: Sentence, group: int) -> Phrase | None:
    """Give the people to whom a noun is given, right after them: "the court handed Ada Moru a jail term"."""
    near = sentence.backward(group)
    given = near is not None and sentence.lows[near[0] - 1] in sentence.words.handing and sentence.is_human(near)
    return near if given else None


class _Complements:
    """Reads what follows a noun in its phrase."""

    def __init__(self, sentence: Sentence, trigger: Trigger, sense: Sense) -> None:
        self._sentence, self._sense = sentence, sense
        self._begins = _past_modifiers(sentence, _past_chain(sentence, _past_modifiers(sentence, trigger.last)))
        self.doer: Phrase | None = None
        self.sufferer: Phrase | None = None

    def read(self) -> tuple[Phrase | None, Phrase | None]:
        """Give who does it and to whom, as far as the phrase names them."""
        number: int | None = self._begins
        limit = min(self._begins + _AFTER, len(self._sentence.tokens))
        while number is not None and number < limit:
            decides = self._sentence.lows[number] in self._sentence.words.signs.complements
            number = self._take(number) if decides else self._passed(number)
        return self.doer, self.sufferer

    def _take(self, number: int) -> int | None:
        """Read what starts at a token, and give the token after it; None where the phrase ends."""
        sentence, words = self._sentence, self._sentence.words
        low = sentence.lows[number]
        if length := sentence.at(number, words.agents):
            return self._doing(number + length)
        if length := sentence.at(number, words.targets):
            dated = number + length in sentence.times  # "the death on 3 May of nine bakers"
            return sentence.past_time(number + length) if dated else self._suffering(number + length)
        if self._is_rival(number):
            return self._doing(number + 1)
        if low in words.owners and sentence.lows[number - 1] in words.grammar.prepositions:
            return number + 1  # "des tirs près d'Orvel"
        if low in words.owners and number + 1 in sentence.times:
            return sentence.past_time(number + 1)  # "the attack of 3 May by rebels"
        if low in words.owners:
            if any(at not in sentence.times and not sentence.stops[at] for at in range(self._begins, number)):
                return None
            return self._owned(number + 1)
        if low == "," and (after := self._past_comma(number)):
            return after
        return self._past_end(number)

    def _past_end(self, number: int) -> int | None:
        """Read a word at which the phrase ends, but for a clause that says to whom it was done, or pass over it."""
        if told := self._undergone(number):
            return self._suffering(told)
        return None if self._ends(number) else self._passed(number)

    def _undergone(self, number: int) -> int:
        """Give the token after a relative clause that says to whom it was done: "l'agression dont a été victime Ada Moru"."""
        sentence, words = self._sentence, self._sentence.words
        related = sentence.lows[number] in words.grammar.relatives or sentence.lows[number] in words.complementizers
        verb = _past_auxiliaries(sentence, number + 1)
        length = sentence.at(verb, words.undergone) if related and self._sense.frame == "suffered" else 0
        return verb + length if length and sentence.opens_object(verb + length) else 0

    def _past_comma(self, comma: int) -> int | None:
        """Give the token at which the phrase goes on after a comma; who does it may stand up to the next one.

        As in ", at the hands of", ", carried out by" and "the execution, by rebels, of nine bakers".
        """
        sentence, agents = self._sentence, self._sentence.at(comma + 1, self._sentence.words.agents)
        if agents > 1 or sentence.at(comma + 1, sentence.words.light_doers):
            return comma + 1
        ahead = range(comma + 2, min(comma + _AFTER, len(sentence.tokens)))
        closing = next((at for at in ahead if sentence.lows[at] == ","), None)
        if not agents or closing is None or sentence.lows[closing + 1] not in sentence.words.owners:
            return None
        self._doing(comma + 1 + agents)
        self._begins = closing + 1
        return self._begins

    def _is_rival(self, number: int) -> bool:
        """Say whether a preposition opens who fights or agrees: "a clash between two villages", "fighting with the army"."""
        words, low = self._sentence.words, self._sentence.lows[number]
        if low in words.between:
            return self._sense.frame == "done" and self._at_once(number)
        fought = self._sense.kind == "clash" and low in words.rivals
        return fought and self._sentence.lows[number + 1] not in words.quantifiers

    def _at_once(self, number: int) -> bool:
        """Say whether nothing stands between the noun and a token, or only that it happens: "fighting broke out between"."""
        verb = _past_auxiliaries(self._sentence, self._begins)
        return number in (self._begins, verb + self._sentence.at(verb, self._sentence.words.happenings))

    def _is_doer(self, number: int) -> bool:
        """Say whether the phrase after "of" is who does it: of "l'attaque du village", it is not."""
        if self._sense.frame != "done" or not self._sentence.words.adjectives_follow or self._sense.kind not in _ON_PLACES:
            return self._sense.frame == "done"
        found = self._sentence.forward(number)
        place = found is not None and found[1] - found[0] == 1 and self._sentence.tokens[found[0]].is_capital
        return found is not None and not place and self._sentence.is_human(found)

    def _owned(self, number: int) -> int | None:
        """Read the phrase after "of"."""
        if self._is_content(number):
            return number
        return self._doing(number) if self._is_doer(number) else self._suffering(number)

    def _is_content(self, number: int) -> bool:
        """Say whether the phrase after "of" is the offence or the measure: "charges of theft", "a fine of nine crowns"."""
        found = self._sentence.forward(number) if self._sense.kind in _MEASURED else None
        return (
            found is not None
            and not self._sentence.is_human(found)
            and self._sentence.lows[found[0]] not in self._sentence.words.definite
        )

    def _doing(self, number: int) -> int | None:
        """Take a phrase for the one who does it."""
        found = self._sentence.forward(number)
        if found is None or not self._sentence.can_be_party(found):
            return None
        if self._sentence.is_duration(found):
            return found[1]  # "une trêve de trente jours"
        self.doer = self.doer or found
        return found[1]

    def _suffering(self, number: int) -> int | None:
        """Take a phrase for the one that it is done to."""
        found = self._sentence.forward(number)
        if found is None or found[0] in self._sentence.times or self._sentence.is_duration(found):
            return None
        self.sufferer = self.sufferer or found
        return found[1]

    def _ends(self, number: int) -> bool:
        """Say whether a clause or a mark ends the phrase."""
        sentence, low = self._sentence, self._sentence.lows[number]
        opens = low in sentence.words.openers and sentence.opens(number)
        return opens or low in sentence.words.grammar.relatives or sentence.tokens[number].text in _MARKS

    def _passed(self, number: int) -> int | None:
        """Pass over a verb such as "carried out", a time, a place or another word of the phrase."""
        sentence, words = self._sentence, self._sentence.words
        verb = _past_auxiliaries(sentence, number)
        for index in (words.light_doers, words.happenings):
            if length := sentence.at(verb, index):
                return verb + length
        if length := sentence.at(verb, words.givers):
            given = self._sense.frame == "suffered" and sentence.lows[verb + length] in words.receivers
            return self._suffering(verb + length + 1) if given else verb + length
        if length := sentence.at(verb, words.strikes):
            return self._suffering(verb + length) if self._sense.kind in _ON_PLACES else None
        if length := sentence.at(number, words.wider):
            return number + length
        inside = (
            number in sentence.times or sentence.lows[number] in words.grammar.prepositions or sentence.tokens[number].is_adverb
        )
        return number + 1 if inside or sentence.forward(number) else None


def _past_auxiliaries(sentence: Sentence, number: int) -> int:
    """Skip what stands before a participle: "has been", "s'est"."""
    words = sentence.words
    while sentence.lows[number] in words.grammar.auxiliaries or sentence.lows[number] in words.clitics:
        number += 1
    return number


def _past_modifiers(sentence: Sentence, number: int) -> int:
    """Skip the adjectives and the times between a noun and what belongs to it: "l'arrestation arbitraire, en mai, de"."""
    while sentence.words.adjectives_follow:
        after = sentence.past_times(number)
        after += after < len(sentence.tokens) and sentence.is_postposed(after) and not sentence.at(after, sentence.words.agents)
        if after == number:
            break
        number = after
    return number


def _past_chain(sentence: Sentence, number: int) -> int:
    """Skip the nouns that stand beside an act in a list: give what is after "torture" in "murder, rape and torture of"."""
    start = number
    while number < len(sentence.tokens) and number - start < _CHAIN:
        low = sentence.lows[number]
        if low != "," and low not in sentence.words.grammar.coordinators:
            return number
        following = number + 1
        while (
            sentence.lows[following] in sentence.words.grammar.coordinators
            or sentence.lows[following] in sentence.words.list_fillers
        ):
            following += 1
        senses = sentence.words.senses.of(sentence.lows[following])
        heads = [sense.head for sense in senses if sense.is_noun and sentence.stands(following, sense.words)]
        if not heads:
            return start
        number = following + max(heads)
    return start


def _possessor(sentence: Sentence, group: int, first: int) -> Phrase | None:
    """Give the possessor in a phrase before a noun: "the army’s", "their"."""
    if not sentence.has_word(group, first, sentence.words.signs.owning):
        return None
    for number in range(first - 1, group - 1, -1):
        low = sentence.lows[number]
        if low in sentence.words.possessive_marks and number > group:
            return None if sentence.lows[number - 1] in sentence.words.means else sentence.backward(number)
        if low in sentence.words.possessives:
            return (number, number + 1)
    return None


def _maker(sentence: Sentence, first: int) -> Phrase | None:
    """Give the organisation that stands right before a noun: "the ICC conviction"."""
    start = first
    while start > max(0, first - _REACH) and _is_in_name(sentence, start - 1):
        start -= 1
    known = sentence.words.grammar.organisation_nouns
    tokens = sentence.tokens[start:first]
    named = any(token.low in known or (token.text.isupper() and len(token.text) >= _ACRONYM) for token in tokens)
    return (start, first) if named else None


def _is_in_name(sentence: Sentence, number: int) -> bool:
    """Say whether a token can belong to the name of an organisation."""
    token = sentence.tokens[number]
    return number not in sentence.times and (token.is_capital or token.text in "()")


def _light(sentence: Sentence, group: int) -> list[tuple[bool, Phrase | None]]:
    """Give the subject of the verb whose object a noun is, and whether that one does it or suffers it; nothing without one."""
    words, first = sentence.words, max(0, group - _REACH)
    including = sentence.last_word(max(0, group - _CHAIN) + 1, group, words.including)
    if including is not None:
        first, group = max(0, including - _CHAIN), including
    for number in range(group - 1, first - 1, -1):
        if sentence.lows[number] not in words.signs.light:
            continue
        for does, index in ((True, words.light_doers), (False, words.light_sufferers)):
            length = sentence.at(number, index)
            if length and (
                sentence.past_times(number + length) >= group - _OBJECT
                or (including and _has_object(sentence, number + length))
            ):
                return [(does or _gives(sentence, number, group), _light_subject(sentence, number))]
        if (
            sentence.lows[number] in words.openers
            or sentence.lows[number] in words.grammar.relatives
            or (including is None and sentence.at(number, words.targets))  # "opened an inquiry into the killing"
        ):
            break
    return []


def _gives(sentence: Sentence, verb: int, group: int) -> bool:
    """Say whether the subject gives the noun and does not get it: "the king granted clemency" is all."""
    passive = sentence.is_passive(sentence.group_start(verb), verb)
    return sentence.lows[verb] in sentence.words.givers and not passive and not sentence.has_verb(group, len(sentence.tokens))


def _has_object(sentence: Sentence, number: int) -> bool:
    """Say whether an object starts at a token, or after one small word."""
    return sentence.forward(number) is not None or (sentence.stops[number] and sentence.forward(number + 1) is not None)


def _host(sentence: Sentence, group: int) -> Phrase | None:
    """Give the one by whom the act was done in which a noun names another: "found by Lantern Rights during a mission"."""
    if sentence.lows[group - 1] not in sentence.words.inside:
        return None
    found = sentence.backward(group - 1)
    return found if found and found[0] and sentence.at(found[0] - 1, sentence.words.agents) == 1 else None


def _light_subject(sentence: Sentence, verb: int) -> Phrase | None:
    """Give the subject of such a verb, or the noun right before it."""
    alone = sentence.group_start(verb) == verb and sentence.is_noun(verb - 1)
    near = sentence.backward(verb) if alone else None
    led = near is not None and sentence.lows[near[0] - 1] in sentence.words.grammar.prepositions
    led = led and near is not None and sentence.tokens[near[0]].is_capital  # "a judge in Orvel ordered"
    return sentence.subject(verb) if near is None or led else near
