"""Verbs that name acts: their subject, their object, and the one by whom, in the active and in the passive."""

from __future__ import annotations

from malirights.find.events.passives import is_alone, is_short_passive, passive_subject
from malirights.find.events.readings import Reading
from malirights.find.events.senses import Sense, Trigger
from malirights.find.events.sentence import Phrase, Sentence

__all__ = ["read_verb"]

_REACH = 8
_AGENT_REACH = 16
_PENAL = frozenset({"sentence", "trial"})


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
    alone = participle and is_alone(sentence, trigger, group)
    if sense.frame == "undergoes":
        if sentence.lows[trigger.first - 1] in sentence.words.causatives:  # "a fait fuir neuf boulangers"
            return Reading(trigger, sense, group, sentence.subject(trigger.first), sentence.forward(trigger.end))
        subject = passive_subject(sentence, trigger, group) if alone else _subject(sentence, trigger, group)
        passive = participle and sentence.is_passive(own, trigger.first)
        agent = _agent(sentence, trigger.end, apposed=False) if passive else _hand(sentence, trigger.end)
        return Reading(trigger, sense, group, agent, subject)
    if sense.frame == "act" and participle and (counted := _counted(sentence, trigger, group)):
        return Reading(trigger, sense, group, None, counted)
    if sense.frame == "act" and participle and (owner := _owner(sentence, trigger, group)):
        return Reading(trigger, sense, group, _agent(sentence, trigger.end, apposed=False), owner)
    object_ = _without_offence(sentence, sense, _object(sentence, trigger, sense))
    agent = _agent(sentence, trigger.end, apposed=alone) or _receiver(sentence, trigger, sense, object_)
    done = sense.frame != "act" and trigger.end > trigger.last  # "used batons": the object is in its words
    short = not done and is_short_passive(sentence, trigger, group, object_)
    passive = participle and (sentence.is_passive(own, trigger.first) or short)
    made = _is_made(sentence, group - 1, sense)
    if passive and (sense.frame == "act" or agent or made or sentence.is_passive(group, trigger.first)):
        sufferer = passive_subject(sentence, trigger, group) if sense.frame == "act" else None
        return Reading(trigger, sense, group, agent, sufferer)
    if sense.frame == "act" and object_ is None and _is_progressive(sentence, trigger, sense, group):
        return None
    seen = _seen_doing(sentence, trigger, sense, group) or _accused(sentence, group)
    doer = agent if sense.receives else seen or _subject_of(sentence, trigger, group, object_)
    contrasted = _contrasted(sentence, object_) if sentence.has(group, trigger.first, sentence.words.negations) else None
    return Reading(trigger, sense, group, doer, contrasted or object_ or _related(sentence, sense, group))


def _subject_of(sentence: Sentence, trigger: Trigger, group: int, object_: Phrase | None) -> Phrase | None:
    """Give the subject, which is that of the main clause where the verb acts on those whom a relative clause tells of.

    As in "policemen beat bakers who were singing and arrested nine of them".
    """
    relative = sentence.clause_start(group) - 1
    joined = sentence.lows[group - 1] in sentence.words.grammar.coordinators and relative > 0
    meant = object_ is not None and sentence.lows[object_[1] - 1] in sentence.words.pronouns
    people = (low for low in sentence.lows[relative + 1 : group] if low in sentence.words.humans)
    others = (low.endswith(sentence.words.plural_endings) for low in people)
    alone = sentence.lows[relative] in sentence.words.grammar.relatives and not any(others)
    main = sentence.subject_of_clause(relative) if joined and meant and alone else None
    return main or sentence.subject(trigger.first)


def _seen_doing(sentence: Sentence, trigger: Trigger, sense: Sense, group: int) -> Phrase | None:
    """Give those who are the object of a verb and do it: the police in "filmed riot police beating nine men"."""
    if "ing" not in sense.forms or group != trigger.first or not group or not sentence.is_noun(group - 1):
        return None
    near = sentence.backward(group)
    if near is None:
        return None
    verbs = (at for at in range(near[1] - 2, near[0] - 2, -1) if sentence.has_verb(at, at + 1))
    first = next(verbs, near[1]) + 1  # "reporters filmed | riot police"
    seen = first < near[1] and sentence.is_people((first, near[1]))
    return (first, near[1]) if seen else None


def _accused(sentence: Sentence, group: int) -> Phrase | None:
    """Give those who are accused of what they did, the object of a verb: "La Ligue accuse des soldats d'avoir tué"."""
    if sentence.lows[group - 1] not in sentence.words.offence_openers or not sentence.is_noun(group - 2):
        return None
    found = sentence.backward(group - 1)
    return found if found and sentence.lows[found[0] - 1] in sentence.words.accusing else None


def _subject(sentence: Sentence, trigger: Trigger, group: int) -> Phrase | None:
    """Give the subject of a verb, which may follow it right after a conjunction: "où s'entassent neuf détenus"."""
    subject = sentence.subject(trigger.first)
    inverted = sentence.words.adjectives_follow and sentence.lows[group - 1] in sentence.words.openers
    return sentence.forward(trigger.end) if subject is None and inverted else subject


def _sentenced(sentence: Sentence, number: int) -> Phrase | None:
    """Give those to whom a penalty is given, or for whom it is asked: "a infligé trois ans de prison à deux boulangers"."""
    words = sentence.words
    for at in range(number, min(number + _AGENT_REACH, len(sentence.tokens))):
        if sentence.tokens[at].text in ".;:—–" or sentence.lows[at] in words.relative:
            return None
        led = sentence.at(at, words.targets) or int(sentence.lows[at] in words.receivers)  # "contre | deux boulangers", "à"
        found = sentence.forward(at + led) if words.adjectives_follow and led else None
        if found and sentence.is_people(found):
            return found
    return None


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
    senses = sentence.words.senses.of(sentence.lows[core[1] + 1])
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


def _object(sentence: Sentence, trigger: Trigger, sense: Sense) -> Phrase | None:
    """Give the object of a verb: inside its words ("handed him over"), a pronoun before it, or the noun phrase after them."""
    if sense.frame == "does" and sense.kind in _PENAL:
        return _sentenced(sentence, trigger.end)
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
    return sentence.forward(at) if sense.frame == "act" and sentence.opens_object(at) else None


def _is_progressive(sentence: Sentence, trigger: Trigger, sense: Sense, group: int) -> bool:
    """Say whether a form such as "killing" stands after "to be" and has no object."""
    return "ing" in sense.forms and "base" not in sense.forms and sentence.is_passive(group, trigger.first)


def _counted(sentence: Sentence, trigger: Trigger, group: int) -> Phrase | None:
    """Give the noun phrase that a participle stands in: "the ousted president", "90 internally displaced people"."""
    first = group
    while first and sentence.tokens[first - 1].is_adverb:
        first -= 1
    before = sentence.tokens[first - 1] if first else None
    if before is None:
        return None
    noun = sentence.forward(trigger.last)
    acting = sentence.is_gerund(first - 1) or (before.is_verb and before.low not in sentence.words.grammar.auxiliaries)
    if acting and first == group:
        bare = noun is not None and noun[0] == trigger.last and sentence.is_people(noun) and sentence.is_plural(noun[1] - 1)
        opened = sentence.lows[trigger.last] in sentence.words.grammar.determiners or sentence.counts(trigger.last)
        return (group, noun[1]) if noun and bare and not opened else None  # "soldiers beat | detained bakers"
    if not (before.low in sentence.words.grammar.determiners or before.text[0].isdigit()):
        return None
    opened = sentence.lows[trigger.last] in sentence.words.grammar.determiners  # "the crowd that lynched a baker"
    return (first - 1, noun[1]) if noun and noun[0] == trigger.last and not opened and sentence.is_human(noun) else None


def _owner(sentence: Sentence, trigger: Trigger, group: int) -> Phrase | None:
    """Give those to whose things something is done: Ada Moru in "Ada Moru had her licence withdrawn"."""
    thing = sentence.backward(group) if group == trigger.first and group and sentence.is_noun(group - 1) else None
    own = thing is not None and sentence.lows[thing[0]] in sentence.words.possessives
    if thing is None or not (own or sentence.lows[thing[1] - 1] in sentence.words.bodies):  # "a eu le bras cassé"
        return None
    return sentence.subject(thing[0] - 1) if sentence.lows[thing[0] - 1] in sentence.words.have else None


def _agent(sentence: Sentence, number: int, *, apposed: bool) -> Phrase | None:
    """Give the one by whom something is done, named after it in the same clause; a comma ends an apposition."""
    words = sentence.words
    for at in range(number, min(number + _AGENT_REACH, len(sentence.tokens))):
        if sentence.lows[at] not in words.signs.agents:
            continue
        length = sentence.at(at, words.agents)
        if length:
            found = sentence.forward(at + length)
            return found if found and sentence.can_be_party(found) else None
        low = sentence.lows[at]
        if (
            (low in words.openers and sentence.opens(at))
            or low in words.grammar.relatives
            or sentence.tokens[at].text in ".;:—–"
            or (apposed and low == ",")
        ):
            return None
        if low in words.grammar.coordinators and not sentence.is_verb(at + 1):
            goes_on = sentence.forward(at + 1) is not None
            opens = words.adjectives_follow or sentence.lows[at + 1] in words.grammar.determiners
            clause = opens and at > number and sentence.lows[at - 1] == ","
            if clause or not goes_on:
                return None
    return None


def _hand(sentence: Sentence, number: int) -> Phrase | None:
    """Give the one at whose hands somebody dies, named right after the verb."""
    length = sentence.at(number, sentence.words.agents)
    found = sentence.forward(number + length) if length > 1 else None
    return found if found and sentence.can_be_party(found) else None


def _receiver(sentence: Sentence, trigger: Trigger, sense: Sense, object_: Phrase | None) -> Phrase | None:
    """Give the one to whom somebody is handed."""
    at = max(trigger.end, object_[1] if object_ else 0)
    return sentence.forward(at + 1) if sense.receives and sentence.lows[at] in sentence.words.receivers else None
