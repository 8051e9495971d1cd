"""What one trigger says: the act, who does it to whom, and whether it is told to have happened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from malirights.find.events.sentence import Phrase, Sentence
from malirights.find.events.words import Sense, Trigger

__all__ = ["Reading", "is_listed", "read"]

_NEEDS_REACH = 24
_NOUN_REACH = 8
_CHAIN = 24
_HELD = frozenset({"arrest", "detention", "trial"})
_MEANS = frozenset({"airstrike", "explosion", "armed_attack", "clash"})


class Reading(NamedTuple):
    """A trigger that names an act.

    Attributes:
        trigger: The trigger.
        sense: What it means.
        verb: Whether it is a verb.
        group: The number of the first token of its verb group, or of its noun phrase.
        doer: Who does it, or None.
        sufferer: To whom, or None.
    """

    trigger: Trigger
    sense: Sense
    verb: bool
    group: int
    doer: Phrase | None
    sufferer: Phrase | None


def read(sentence: Sentence, triggers: Sequence[Trigger]) -> list[Reading]:
    """Read the triggers of a sentence: those that name an act, told as a fact or not."""
    found: list[Reading] = []
    taken = 0
    for trigger in triggers:
        if trigger.first < taken:
            continue
        reading = _read(sentence, trigger)
        if reading:
            found.append(reading)
            taken = trigger.last
    return _shared(sentence, found)


def _read(sentence: Sentence, trigger: Trigger) -> Reading | None:
    """Choose what a trigger means, and find its parties."""
    verbal = [
        sense
        for sense in trigger.senses
        if sense.frame in ("act", "does", "undergoes", "joins") and _can_be(sentence, trigger, sense)
    ]
    nominal = [sense for sense in trigger.senses if sense.frame in ("suffered", "done")]
    states = [sense for sense in trigger.senses if sense.frame == "state"]
    if verbal and (not nominal or _is_verb_here(sentence, trigger, verbal)):
        for sense in verbal:
            if _fits(sentence, trigger, sense) and (reading := _verb(sentence, trigger, sense)):
                return reading
        return None
    for sense in nominal:
        if _fits(sentence, trigger, sense):
            return _noun(sentence, trigger, sense)
    for sense in states:
        if _fits(sentence, trigger, sense):
            group = sentence.group_start(trigger.first)
            near = (
                sentence.backward(group)
                if group and not sentence.is_stop(group - 1) and not sentence.is_verb(group - 1)
                else None
            )
            subject = near if near and sentence.is_human(near) else sentence.subject(trigger.first)
            return Reading(trigger, sense, verb=False, group=group, doer=None, sufferer=subject)
    return None


def _can_be(sentence: Sentence, trigger: Trigger, sense: Sense) -> bool:
    """Say whether a form of a verb can stand after the word before it: none in the present after a determiner."""
    if trigger.first and sentence.tokens[trigger.first].is_capital and not sentence.tokens[trigger.first - 1].text in '“":':
        return False
    if not sense.forms.isdisjoint(("past", "participle", "ing")):
        return True
    before = sentence.low(trigger.first - 1)
    grammar = sentence.words.grammar
    return not (
        before in grammar.determiners
        or before in sentence.words.noun_openers
        or (before in grammar.prepositions and before not in grammar.infinitives)
    )


def _is_verb_here(sentence: Sentence, trigger: Trigger, verbal: Sequence[Sense]) -> bool:
    """Tell a verb from a noun of the same form, by the words on both sides."""
    grammar, words = sentence.words.grammar, sentence.words
    before, after = sentence.low(trigger.first - 1), sentence.low(trigger.last)
    forms = frozenset(form for sense in verbal for form in sense.forms)
    if not forms.isdisjoint(("past", "participle")) and "base" not in forms:
        return True
    if before in grammar.infinitives or before in words.modals or before in grammar.auxiliaries:
        return "ing" not in forms or before in grammar.auxiliaries
    if before in grammar.determiners or before in grammar.prepositions or before in words.noun_openers:
        return "ing" in forms and before in grammar.prepositions | words.owners and _opens_object(sentence, trigger.last)
    if after in words.noun_followers or after in (",", ".", ""):
        return False
    return _opens_object(sentence, trigger.last) and (trigger.first == 0 or not sentence.is_stop(trigger.first - 1))


def _opens_object(sentence: Sentence, number: int) -> bool:
    """Say whether an object can start at a token: a determiner, a number, a name or a pronoun."""
    if number >= len(sentence.tokens):
        return False
    token = sentence.tokens[number]
    low = token.low
    if low in sentence.words.pronouns:
        return low not in sentence.words.relative
    if low in sentence.words.grammar.determiners or token.is_capital or token.text[0].isdigit():
        return number not in sentence.times
    if low in sentence.words.controls or sentence.is_adverb(number):
        return False
    return bool(sentence.quantifier(number)) or not sentence.is_stop(number)


def _fits(sentence: Sentence, trigger: Trigger, sense: Sense) -> bool:
    """Say whether the words around allow a sense."""
    if sense.not_after and sentence.low(trigger.first - 1) in sense.not_after:
        return False
    if any(_stands(sentence, trigger.last, phrase) for phrase in sense.not_before):
        return False
    if not sense.needs:
        return True
    first = max(0, trigger.first - _NEEDS_REACH)
    after = min(len(sentence.tokens), trigger.last + _NEEDS_REACH)
    return any(_stands(sentence, number, phrase) for number in range(first, after) for phrase in sense.needs)


def _stands(sentence: Sentence, number: int, phrase: Sequence[str]) -> bool:
    """Say whether some words stand at a token."""
    return all(sentence.low(number + place) == word for place, word in enumerate(phrase))


def _verb(sentence: Sentence, trigger: Trigger, sense: Sense) -> Reading | None:
    """Read a verb, of which the one that it is done to may have to be what the sense needs."""
    reading = _parties(sentence, trigger, sense)
    if reading is None or not sense.needs_object or _names_one(sentence, reading.sufferer, sense):
        return reading
    later = range(trigger.end, min(len(sentence.tokens), trigger.end + _NOUN_REACH))
    found = next((phrase for at in later if (phrase := sentence.forward(at)) and _names_one(sentence, phrase, sense)), None)
    return reading._replace(doer=reading.doer or reading.sufferer, sufferer=found) if found else None


def _names_one(sentence: Sentence, phrase: Phrase | None, sense: Sense) -> bool:
    """Say whether a phrase has one of the words that a sense needs."""
    return phrase is not None and any(_stands(sentence, at, needed) for at in range(*phrase) for needed in sense.needs)


def _parties(sentence: Sentence, trigger: Trigger, sense: Sense) -> Reading | None:
    """Read a verb with its subject, its object and its agent."""
    group = sentence.group_start(trigger.first)
    forms, last = sense.forms, trigger.end
    gap = trigger.end - trigger.last - (len(sense.words) - sense.head)
    between = (trigger.last, trigger.last + 1) if gap else None
    object_ = between or (sentence.forward(last) if sense.frame == "act" and _opens_object(sentence, last) else None)
    agent = _agent(sentence, last) or _receiver(sentence, trigger, sense, object_)
    passive = "participle" in forms and sentence.is_passive(group, trigger.first)
    if "participle" in forms and not passive and object_ and not between and _continues_passive(sentence, group, object_):
        passive, object_ = True, None
    if "participle" in forms and not passive and not object_ and not sentence.is_perfect(group, trigger.first):
        passive = sense.frame == "act" or agent is not None
    if sense.frame == "joins":
        joined = sentence.forward(last + (sentence.low(last) in sentence.words.inside))
        return Reading(trigger, sense, True, group, joined, sentence.subject(trigger.first))
    counted = _counted(sentence, trigger, group) if "participle" in forms and sense.frame == "act" else None
    if counted:
        return Reading(trigger, sense, True, group, None, counted)
    if sense.frame == "undergoes":
        return Reading(trigger, sense, True, group, None, sentence.subject(trigger.first))
    if sense.frame == "does":
        doer = agent if passive else _doer(sentence, trigger, group)
        return Reading(trigger, sense, True, group, doer, None)
    if passive:
        return Reading(trigger, sense, True, group, agent, _passive_subject(sentence, trigger, group))
    if sense.receives:
        return Reading(trigger, sense, True, group, agent, object_)
    if "ing" in forms and "base" not in forms and sentence.is_passive(group, trigger.first) and not object_:
        return None
    return Reading(trigger, sense, True, group, _doer(sentence, trigger, group), object_)


def _continues_passive(sentence: Sentence, group: int, object_: Phrase) -> bool:
    """Say whether a participle goes on with a passive before it: "was sentenced to a year and fined nine crowns"."""
    if sentence.low(group - 1) not in sentence.words.grammar.coordinators or sentence.is_human(object_):
        return False
    first = sentence.clause_start(group)
    return sentence.is_passive(first, group)


def _counted(sentence: Sentence, trigger: Trigger, group: int) -> Phrase | None:
    """Give the noun phrase in which a participle stands before its noun: "the ousted president", "90 internally displaced people"."""
    first = group
    while first and sentence.is_adverb(first - 1):
        first -= 1
    before = sentence.tokens[first - 1] if first else None
    if before is None or not (before.low in sentence.words.grammar.determiners or before.text[0].isdigit()):
        return None
    noun = sentence.forward(trigger.last)
    return (first - 1, noun[1]) if noun and noun[0] == trigger.last and sentence.is_human(noun) else None


def _passive_subject(sentence: Sentence, trigger: Trigger, group: int) -> Phrase | None:
    """Give the one to whom a verb in the passive is done: its subject, or the noun right before a participle alone."""
    alone = group == trigger.first
    if alone and group and not sentence.is_stop(group - 1) and sentence.tokens[group - 1].is_word:
        return sentence.backward(group)
    being = sentence.low(group) in sentence.words.being and group and not sentence.is_stop(group - 1)
    if being:
        return sentence.backward(group)
    return sentence.subject(trigger.first)


def _doer(sentence: Sentence, trigger: Trigger, group: int) -> Phrase | None:
    """Give the subject of an active verb."""
    return sentence.subject(trigger.first)


def _agent(sentence: Sentence, number: int) -> Phrase | None:
    """Give the one by whom something is done, named after it in the same clause."""
    words = sentence.words
    for at in range(number, min(number + _NOUN_REACH * 2, len(sentence.tokens))):
        length = sentence.at(at, words.agents)
        if length:
            found = sentence.forward(at + length)
            return found if found and _is_party(sentence, found) else None
        low = sentence.low(at)
        if (
            (low in words.openers and sentence.opens(at))
            or low in words.grammar.relatives
            or sentence.tokens[at].text in ".;:—–"
        ):
            return None
        if low in words.grammar.coordinators and not sentence.is_verb(at + 1) and sentence.forward(at + 1) is None:
            return None
    return None


def _receiver(sentence: Sentence, trigger: Trigger, sense: Sense, object_: Phrase | None) -> Phrase | None:
    """Give the one to whom somebody is handed."""
    at = max(trigger.end, object_[1] if object_ else 0)
    return sentence.forward(at + 1) if sense.receives and sentence.low(at) in sentence.words.receivers else None


def _is_party(sentence: Sentence, phrase: Phrase) -> bool:
    """Say whether a noun phrase after "by" can be somebody: not an -ing form, a time or a number alone."""
    first, head = sentence.tokens[phrase[0]], sentence.low(phrase[1] - 1)
    if first.low in sentence.words.possessives and not sentence.is_human(phrase):
        return False
    return not sentence.is_gerund(phrase[0]) and phrase[0] not in sentence.times and head not in sentence.words.means


def _noun(sentence: Sentence, trigger: Trigger, sense: Sense) -> Reading:
    """Read a noun with its "of", "by" and "on", its possessor, and the verb that it is the object of."""
    words = sentence.words
    doer = sufferer = None
    begins = number = _past_chain(sentence, trigger.last)
    limit = min(number + _NOUN_REACH * 2, len(sentence.tokens))
    while number < limit:
        low = sentence.low(number)
        agent = sentence.at(number, words.agents)
        if agent:
            found = sentence.forward(number + agent)
            if found and _is_party(sentence, found):
                doer = doer or found
                number = found[1]
                continue
            break
        if sentence.at(number, words.targets):
            found = sentence.forward(number + 1)
            if found and found[0] not in sentence.times:
                sufferer = sufferer or found
                number = found[1]
                continue
            break
        if low in words.between and sense.frame == "done" and number == begins:
            doer = doer or sentence.forward(number + 1)
            number = doer[1] if doer else number + 1
            continue
        if low in words.owners:
            found = sentence.forward(number + 1) if number == begins else None
            if found is None:
                break
            if sense.frame == "suffered":
                sufferer = sufferer or found
            else:
                doer = doer or found
            number = found[1]
            continue
        if low == "," and sentence.at(number + 1, words.agents) > 1:
            number += 1
            continue
        if (
            (low in words.openers and sentence.opens(number))
            or low in words.grammar.relatives
            or sentence.tokens[number].text in ',.;:—–“”"()'
        ):
            break
        light = sentence.at(number, words.light_doers)
        wider = sentence.at(number, words.wider)
        if wider:
            number += wider
            continue
        if (
            light
            or sentence.forward(number)
            or number in sentence.times
            or low in words.grammar.prepositions
            or sentence.is_adverb(number)
        ):
            number += light or 1
            continue
        break
    group = _noun_start(sentence, trigger.first)
    doer = doer or _maker(sentence, group, trigger.first)
    owner = _possessor(sentence, group, trigger.first)
    if owner:
        if sense.frame == "suffered":
            sufferer = sufferer or owner
        else:
            doer = doer or owner
    light = _light(sentence, group)
    if light:
        does, subject = light
        if does:
            doer = doer or subject
        else:
            sufferer = sufferer or subject
    return Reading(trigger, sense, False, group, doer, sufferer)


def _past_chain(sentence: Sentence, number: int) -> int:
    """Skip the nouns that stand beside an act in a list: in "murder, rape and torture of civilians", what is after "torture"."""
    start = number
    while number < len(sentence.tokens) and number - start < _CHAIN:
        low = sentence.low(number)
        if low != "," and low not in sentence.words.grammar.coordinators:
            return number
        following = number + 1
        while (
            sentence.low(following) in sentence.words.grammar.coordinators
            or sentence.low(following) in sentence.words.list_fillers
        ):
            following += 1
        senses = sentence.words.senses.get(sentence.low(following), ())
        heads = [
            sense.head for sense in senses if sense.frame in ("suffered", "done") and _stands(sentence, following, sense.words)
        ]
        if not heads:
            return start
        number = following + max(heads)
    return start


def _noun_start(sentence: Sentence, first: int) -> int:
    """Give the number of the first token of the phrase that a noun ends."""
    found = sentence.backward(first)
    return found[0] if found else first


def _possessor(sentence: Sentence, group: int, first: int) -> Phrase | None:
    """Give the possessor in a phrase before a noun: "the army’s", "their"."""
    for number in range(first - 1, group - 1, -1):
        low = sentence.low(number)
        if low in sentence.words.possessive_marks and number > group:
            return sentence.backward(number)
        if low in sentence.words.possessives:
            return (number, number + 1)
    return None


def _maker(sentence: Sentence, group: int, first: int) -> Phrase | None:
    """Give the organisation that stands right before a noun: "the ICC conviction"."""
    start = first
    while (
        start > max(0, first - _NOUN_REACH)
        and start - 1 not in sentence.times
        and (sentence.tokens[start - 1].is_capital or sentence.tokens[start - 1].text in "()")
    ):
        start -= 1
    tokens = sentence.tokens[start:first]
    known = sentence.words.grammar.organisation_nouns
    if any(token.low in known or (token.text.isupper() and len(token.text) > 2) for token in tokens):
        return (start, first)
    return None


def _light(sentence: Sentence, group: int) -> tuple[bool, Phrase | None] | None:
    """Give the subject of the verb whose object a noun is, and whether that one does it or suffers it."""
    words, first = sentence.words, max(0, group - _NOUN_REACH)
    including = next((n for n in range(group - 1, max(0, group - _CHAIN), -1) if sentence.low(n) in words.including), None)
    if including is not None:
        first, group = max(0, including - _CHAIN), including
    for number in range(group - 1, first - 1, -1):
        for does, index in ((True, words.light_doers), (False, words.light_sufferers)):
            length = sentence.at(number, index)
            if length and (number + length >= group - 3 or (including and sentence.forward(number + length))):
                verb = number
                begins = sentence.group_start(verb)
                if begins == verb and verb and not sentence.is_stop(verb - 1):
                    return does, sentence.backward(verb)
                return does, sentence.subject(verb)
        if sentence.low(number) in words.openers or sentence.low(number) in words.grammar.relatives:
            return None
    return None


def _shared(sentence: Sentence, found: list[Reading]) -> list[Reading]:
    """Give acts of one list the parties that one of them names: "murdered, tortured and raped by soldiers"."""
    result = list(found)
    for number in range(len(result) - 1, 0, -1):
        left, right = result[number - 1], result[number]
        if not is_listed(sentence, left.trigger.end, right.trigger.first):
            continue
        if left.verb == right.verb:
            result[number - 1] = left._replace(
                doer=left.doer or right.doer,
                sufferer=left.sufferer or (right.sufferer if _shares(sentence, left, right) else None),
            )
    for number in range(1, len(result)):
        before = result[:number]
        result[number] = _linked(sentence, before, result[number])
        result[:number] = before
    for number in range(1, len(result)):
        left, right = result[number - 1], result[number]
        if is_listed(sentence, left.trigger.end, right.trigger.first) and left.verb == right.verb:
            sufferer = right.sufferer or (left.sufferer if _shares(sentence, left, right) else None)
            result[number] = right._replace(doer=right.doer or left.doer, sufferer=sufferer)
    return result


def _linked(sentence: Sentence, before: list[Reading], right: Reading) -> Reading:
    """Give an act the parties of one before it in the sentence that it goes on with."""
    left = before[-1]
    lows = [sentence.low(number) for number in range(left.trigger.end, right.group)]
    if right.verb and left.verb and "ing" in right.sense.forms and lows[-1:] == [","]:
        return right._replace(doer=left.doer or right.doer)
    if left.verb and right.verb and left.doer is None and left.sufferer and _tells_how(sentence, left, right):
        before[-1] = left._replace(doer=right.doer)
    if right.verb and right.sufferer is None and right.doer is None and left.verb:
        joined = lows[-1:] and (lows[-1] in sentence.words.grammar.coordinators or lows[-1] in sentence.words.gerund_openers)
        if joined:
            return right._replace(
                sufferer=left.sufferer, doer=left.doer if lows[-1] in sentence.words.grammar.coordinators else None
            )
    if (
        left.verb
        and not right.verb
        and right.doer
        and left.doer is None
        and lows[:1]
        and lows[0] in sentence.words.inside
        and len(lows) <= 3
    ):
        before[-1] = left._replace(doer=right.doer)
    if (
        not right.verb
        and left.verb
        and len(lows) <= 3
        and lows
        and lows[0] in sentence.words.inside
        and right.sense.kind in _MEANS
    ):
        return right._replace(sufferer=right.sufferer or left.sufferer)
    if (
        not right.verb
        and left.verb
        and len(lows) <= 3
        and lows
        and lows[0] in sentence.words.inside
        and right.sense.kind in _HELD
    ):
        return right._replace(sufferer=right.sufferer or left.sufferer)
    return right


def _tells_how(sentence: Sentence, left: Reading, right: Reading) -> bool:
    """Say whether the second of two acts is the one that the first happened in: "were killed when soldiers opened fire"."""
    between = range(left.trigger.end, right.group)
    return right.sense.kind in _MEANS and any(sentence.low(number) in sentence.words.whens for number in between)


def _shares(sentence: Sentence, left: Reading, right: Reading) -> bool:
    """Say whether two acts of a list can be done to the same one: the second has no determiner of its own."""
    between = range(left.trigger.end, right.trigger.first)
    return left.sense.frame in ("act", "suffered", "done", "undergoes") and not any(
        sentence.low(number) in sentence.words.grammar.determiners for number in between
    )


def is_listed(sentence: Sentence, after: int, first: int) -> bool:
    """Say whether nothing but a comma, "and" and the like stand between two acts."""
    words = sentence.words
    between = range(after, first)
    return (
        0 < len(between) <= 4
        and any(sentence.low(n) == "," or sentence.low(n) in words.grammar.coordinators for n in between)
        and all(
            sentence.low(n) == ","
            or sentence.low(n) in words.grammar.coordinators
            or sentence.low(n) in words.grammar.determiners
            or sentence.low(n) in words.controls
            or sentence.low(n) in words.list_fillers
            for n in between
        )
    )
