"""Verbs that name acts: their subject, their object, and the one by whom, in the active and in the passive."""

from __future__ import annotations

from malirights.find.events.readings import Reading
from malirights.find.events.senses import Sense, Trigger
from malirights.find.events.sentence import Phrase, Sentence

__all__ = ["is_party", "opens_object", "read_verb"]

_REACH = 8
_AGENT_REACH = 16


def read_verb(sentence: Sentence, trigger: Trigger, sense: Sense) -> Reading | None:
    """Read a verb; where the sense needs it, what it is done to must be one of the words that it needs."""
    reading = _parties(sentence, trigger, sense)
    if reading and not _is_allowed(sentence, sense, reading):
        return None
    if reading is None or not sense.needs_object or _names_one(sentence, reading.sufferer, sense):
        return reading and _whose_body(sentence, reading)
    if sense.frame in ("undergoes", "joins") or (reading.sufferer and sentence.is_people(reading.sufferer)):
        return None
    if reading.sufferer and reading.sufferer[0] >= trigger.end:
        return None  # it is done to something else
    later = range(trigger.end, min(len(sentence.tokens), trigger.end + _REACH))
    found = next((phrase for at in later if (phrase := sentence.forward(at)) and _names_one(sentence, phrase, sense)), None)
    return reading._replace(doer=reading.doer or reading.sufferer, sufferer=found) if found else None


def _whose_body(sentence: Sentence, reading: Reading) -> Reading:
    """Take those to whom something is done for the part of their body: "des gardiens lui ont cassé le bras"."""
    part, group = reading.sufferer, range(reading.group, reading.trigger.first)
    dative = next((number for number in group if sentence.lows[number] in sentence.words.dative_clitics), None)
    if part is None or dative is None or sentence.words.bodies.isdisjoint(sentence.lows[part[0] : part[1]]):
        return reading
    return reading._replace(sufferer=(dative, dative + 1))


def _is_allowed(sentence: Sentence, sense: Sense, reading: Reading) -> bool:
    """Say whether a sense can have these parties: people, where it is done to people, and those who do it."""
    if sense.needs_people and not (reading.sufferer and sentence.is_people(reading.sufferer)):
        return False
    doer = reading.doer
    return not sense.done_by or (doer is not None and sentence.has(*doer, sense.done_by))


def _names_one(sentence: Sentence, phrase: Phrase | None, sense: Sense) -> bool:
    """Say whether a phrase has one of the words that a sense needs."""
    if phrase is None:
        return False
    held = sentence.held(phrase)
    phrase = (phrase[0], held[1]) if held else phrase
    return not sense.needs_words.isdisjoint(sentence.lows[phrase[0] : phrase[1]]) or sentence.has(*phrase, sense.needs_phrases)


def _parties(sentence: Sentence, trigger: Trigger, sense: Sense) -> Reading | None:
    """Read a verb with its subject, its object and its agent."""
    group = sentence.group_start(trigger.first)
    if sense.frame == "joins":
        joined = sentence.forward(trigger.end + (sentence.lows[trigger.end] in sentence.words.inside))
        return Reading(trigger, sense, group, joined, sentence.subject(trigger.first))
    if sense.frame == "goes":
        return Reading(trigger, sense, group, sentence.subject(trigger.first), None)
    participle = "participle" in sense.forms
    own = _own_group(sentence, group, trigger.first)
    if not participle and "base" in sense.forms and sentence.lows[trigger.first - 1] in sentence.words.be:
        return None  # "they are free"
    alone = participle and _is_alone(sentence, trigger, group)
    if sense.frame == "undergoes":
        if sentence.lows[trigger.first - 1] in sentence.words.causatives:  # "a fait fuir neuf boulangers"
            return Reading(trigger, sense, group, sentence.subject(trigger.first), sentence.forward(trigger.end))
        subject = _passive_subject(sentence, trigger, group) if alone else sentence.subject(trigger.first)
        return Reading(trigger, sense, group, _hand(sentence, trigger.end), subject)
    if sense.frame == "act" and participle and (counted := _counted(sentence, trigger, group)):
        return Reading(trigger, sense, group, None, counted)
    if sense.frame == "act" and participle and (owner := _owner(sentence, trigger, group)):
        return Reading(trigger, sense, group, _agent(sentence, trigger.end, apposed=False), owner)
    object_ = _without_offence(sentence, sense, _object(sentence, trigger, sense))
    agent = _agent(sentence, trigger.end, apposed=alone) or _receiver(sentence, trigger, sense, object_)
    passive = participle and (sentence.is_passive(own, trigger.first) or _is_short_passive(sentence, trigger, group, object_))
    made = _is_made(sentence, group - 1, sense)
    if passive and (sense.frame == "act" or agent or made or sentence.is_passive(group, trigger.first)):
        sufferer = _passive_subject(sentence, trigger, group) if sense.frame == "act" else None
        return Reading(trigger, sense, group, agent, sufferer)
    if sense.frame == "act" and object_ is None and _is_progressive(sentence, trigger, sense, group):
        return None
    doer = agent if sense.receives else sentence.subject(trigger.first)
    contrasted = _contrasted(sentence, object_) if sentence.has(group, trigger.first, sentence.words.negations) else None
    return Reading(trigger, sense, group, doer, contrasted or object_ or _related(sentence, sense, group))


def _own_group(sentence: Sentence, group: int, verb: int) -> int:
    """Give where the words of an infinitive of the perfect start: after "to" in "are said to have arrested"."""
    inside = range(verb - 1, group, -1)
    return next((number for number in inside if sentence.lows[number] in sentence.words.grammar.infinitives), group)


def _related(sentence: Sentence, sense: Sense, group: int) -> Phrase | None:
    """Give those before an object relative, to whom the verb of its clause is done: "nine men whom soldiers arrested"."""
    first = sentence.clause_start(group)
    return sentence.antecedent(first - 1) if sense.frame == "act" and sentence.is_object_relative(first) else None


def _is_made(sentence: Sentence, number: int, sense: Sense) -> bool:
    """Say whether a participle follows what is made, and not who makes it: "a report published today"."""
    low, words = sentence.lows[number], sentence.words
    return low in sense.needs_words and low not in words.grammar.organisation_nouns and low not in words.humans


def _without_offence(sentence: Sentence, sense: Sense, object_: Phrase | None) -> Phrase | None:
    """Give the accused without what they are accused of: "convicted two officers of murder"."""
    if object_ is None or sense.kind not in ("charge", "conviction"):
        return object_
    core = sentence.core(object_)
    senses = sentence.words.senses.get(sentence.lows[core[1] + 1], ())
    offence = any(one.is_noun and sentence.stands(core[1] + 1, one.words) for one in senses)
    last = next((at for at in range(object_[1] - 1, core[1], -1) if sentence.lows[at] in sentence.words.owners), core[1])
    named = last + 1 < object_[1] and sentence.lows[last + 1] not in sentence.words.grammar.determiners
    if not offence and named and sentence.is_human((object_[0], last)) and not sentence.is_human((last + 1, object_[1])):
        return object_[0], last  # "convicted two guards of war crimes"
    return core if offence and core[1] > core[0] else object_


def _past_setting(sentence: Sentence, number: int) -> int:
    """Give the token after the time and the place between a verb and its object: "ont arrêté lundi à Orvel neuf boulangers"."""
    after = sentence.past_times(number)
    at = after + 1
    while sentence.words.adjectives_follow and at < len(sentence.tokens) and sentence.tokens[at].is_capital:
        at += 1
    located = at > after + 1 and sentence.lows[after] in sentence.words.grammar.prepositions and at < len(sentence.tokens)
    return at if located and sentence.lows[at] in sentence.words.grammar.determiners else after


def _contrasted(sentence: Sentence, object_: Phrase | None) -> Phrase | None:
    """Give the one to whom it is done, where it is not done to another: "ne visent pas les rebelles, mais les bergers"."""
    if object_ is None:
        return None
    at = object_[1] + (sentence.lows[object_[1]] == ",")
    contrast = sentence.lows[at] in sentence.words.contrasts and sentence.lows[at + 1] in sentence.words.grammar.determiners
    return sentence.forward(at + 1) if contrast else None


def _is_alone(sentence: Sentence, trigger: Trigger, group: int) -> bool:
    """Say whether a participle has no auxiliary, where only participles have its form: it is passive."""
    if not sentence.words.adjectives_follow or sentence.has_auxiliary(group, trigger.first):
        return False
    return not _continues_active(sentence, trigger, group)


def _continues_active(sentence: Sentence, trigger: Trigger, group: int) -> bool:
    """Say whether a participle goes on with a perfect before it: "ont pris neuf passagers et brûlé un moulin"."""
    words = sentence.words
    joined = not words.grammar.coordinators.isdisjoint(sentence.lows[max(0, group - 1) : trigger.first])
    listed = sentence.lows[trigger.end] in words.signs.lists and sentence.is_verb(trigger.end + 1)
    if not joined and not (sentence.lows[group - 1] == "," and (listed or opens_object(sentence, trigger.last))):
        return False
    before = range(group - 1, sentence.clause_start(group) - 1, -1)
    last = next((number for number in before if sentence.lows[number] in words.grammar.auxiliaries), None)
    return last is not None and sentence.lows[last] in words.have


def _object(sentence: Sentence, trigger: Trigger, sense: Sense) -> Phrase | None:
    """Give the object of a verb: inside its words ("handed him over"), a pronoun before it, or the noun phrase after them."""
    tail = len(sense.words) - sense.head
    if tail and trigger.end - trigger.last > tail:
        return (trigger.last, trigger.end - tail)
    group = range(sentence.group_start(trigger.first), trigger.first)
    clitic = sentence.first_word(group.start, group.stop, sentence.words.object_clitics)
    if clitic is not None and sense.frame == "act":
        return (clitic, clitic + 1)
    at = _past_setting(sentence, trigger.last + tail)
    parted = not tail and sentence.lows[at] in sentence.words.particles  # "sealed off the village"
    at += parted and sentence.lows[at + 1] in sentence.words.grammar.determiners
    return sentence.forward(at) if sense.frame == "act" and opens_object(sentence, at) else None


def _is_short_passive(sentence: Sentence, trigger: Trigger, group: int, object_: Phrase | None) -> bool:
    """Say whether a participle is passive without a form of "to be": it has no object, or goes on with a passive."""
    if sentence.words.adjectives_follow:
        return _is_alone(sentence, trigger, group)
    if object_:
        return object_[0] >= trigger.end and _continues_passive(sentence, group, object_)
    return not sentence.is_perfect(group, trigger.first) and not sentence.is_object_relative(sentence.clause_start(group))


def _is_progressive(sentence: Sentence, trigger: Trigger, sense: Sense, group: int) -> bool:
    """Say whether a form such as "killing" stands after "to be" and has no object."""
    return "ing" in sense.forms and "base" not in sense.forms and sentence.is_passive(group, trigger.first)


def _continues_passive(sentence: Sentence, group: int, object_: Phrase) -> bool:
    """Say whether a participle goes on with a passive before it: "was sentenced to a year and fined nine crowns"."""
    if sentence.lows[group - 1] not in sentence.words.grammar.coordinators or sentence.is_human(object_):
        return False
    first = sentence.clause_start(group)
    return sentence.is_passive(first, group)


def _counted(sentence: Sentence, trigger: Trigger, group: int) -> Phrase | None:
    """Give the noun phrase that a participle stands in: "the ousted president", "90 internally displaced people"."""
    first = group
    while first and sentence.tokens[first - 1].is_adverb:
        first -= 1
    before = sentence.tokens[first - 1] if first else None
    if before is None or not (before.low in sentence.words.grammar.determiners or before.text[0].isdigit()):
        return None
    noun = sentence.forward(trigger.last)
    return (first - 1, noun[1]) if noun and noun[0] == trigger.last and sentence.is_human(noun) else None


def _owner(sentence: Sentence, trigger: Trigger, group: int) -> Phrase | None:
    """Give those to whose things something is done: Ada Moru in "Ada Moru had her licence withdrawn"."""
    thing = sentence.backward(group) if group == trigger.first and group and sentence.is_noun(group - 1) else None
    if thing is None or sentence.lows[thing[0]] not in sentence.words.possessives:
        return None
    return sentence.subject(thing[0] - 1) if sentence.lows[thing[0] - 1] in sentence.words.have else None


def _passive_subject(sentence: Sentence, trigger: Trigger, group: int) -> Phrase | None:
    """Give the one to whom a verb in the passive is done: its subject, or the noun right before a participle alone."""
    only_form = _is_alone(sentence, trigger, group)
    if only_form and not sentence.words.grammar.coordinators.isdisjoint(sentence.lows[max(0, group - 1) : trigger.first]):
        return sentence.subject(trigger.first)
    if only_form and group > 1 and sentence.lows[group - 1] == "," and (apposed := _apposed(sentence, group - 1)):
        return apposed
    alone = group == trigger.first or only_form
    if alone and group and not sentence.stops[group - 1] and sentence.tokens[group - 1].is_word:
        return sentence.backward(group)
    being = sentence.lows[group] in sentence.words.being and group and not sentence.stops[group - 1]
    if being:
        return sentence.backward(group)
    return sentence.subject(trigger.first)


def _apposed(sentence: Sentence, comma: int) -> Phrase | None:
    """Give the people named right before a comma: Ada Moru in "la libération d'Ada Moru, arrêtée en mai"."""
    found = sentence.backward(comma)
    if found is None or sentence.is_human(found):
        return found
    owners = (at for at in range(found[0] + 1, found[1] - 1) if sentence.lows[at] in sentence.words.owners)
    of = next((at for at in owners if sentence.is_human((at + 1, found[1]))), None)
    return None if of is None else (of + 1, found[1])


def _agent(sentence: Sentence, number: int, *, apposed: bool) -> Phrase | None:
    """Give the one by whom something is done, named after it in the same clause; a comma ends an apposition."""
    words = sentence.words
    for at in range(number, min(number + _AGENT_REACH, len(sentence.tokens))):
        if sentence.lows[at] not in words.signs.agents:
            continue
        length = sentence.at(at, words.agents)
        if length:
            found = sentence.forward(at + length)
            return found if found and is_party(sentence, found) else None
        low = sentence.lows[at]
        if (
            (low in words.openers and sentence.opens(at))
            or low in words.grammar.relatives
            or sentence.tokens[at].text in ".;:—–"
            or (apposed and low == ",")
        ):
            return None
        if low in words.grammar.coordinators and not sentence.is_verb(at + 1) and sentence.forward(at + 1) is None:
            return None
    return None


def _hand(sentence: Sentence, number: int) -> Phrase | None:
    """Give the one at whose hands somebody dies, named right after the verb."""
    length = sentence.at(number, sentence.words.agents)
    found = sentence.forward(number + length) if length > 1 else None
    return found if found and is_party(sentence, found) else None


def _receiver(sentence: Sentence, trigger: Trigger, sense: Sense, object_: Phrase | None) -> Phrase | None:
    """Give the one to whom somebody is handed."""
    at = max(trigger.end, object_[1] if object_ else 0)
    return sentence.forward(at + 1) if sense.receives and sentence.lows[at] in sentence.words.receivers else None


def is_party(sentence: Sentence, phrase: Phrase) -> bool:
    """Say whether a noun phrase after "by" can be somebody: not an -ing form, a time or a number alone."""
    first, head = sentence.tokens[phrase[0]], sentence.lows[phrase[1] - 1]
    if first.low in sentence.words.possessives and not sentence.is_human(phrase):
        return False
    if all(sentence.is_number(number) for number in range(*phrase)):
        return False
    means = head in sentence.words.means and not (phrase[1] - phrase[0] > 1 and sentence.is_human(phrase))  # "the air force"
    return not sentence.is_gerund(phrase[0]) and phrase[0] not in sentence.times and not means


def opens_object(sentence: Sentence, number: int) -> bool:
    """Say whether an object can start at a token: a determiner, a number, a name or a pronoun."""
    if number >= len(sentence.tokens):
        return False
    token = sentence.tokens[number]
    low = token.low
    if low in sentence.words.pronouns:
        return low not in sentence.words.relative
    if low in sentence.words.grammar.determiners or token.is_capital or token.text[0].isdigit():
        return number not in sentence.times
    if low in sentence.words.controls or sentence.tokens[number].is_adverb:
        return False
    return bool(sentence.quantifier(number)) or not sentence.stops[number]
