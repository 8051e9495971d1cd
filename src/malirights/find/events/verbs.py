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
    return not sense.done_by or (doer is not None and not sense.done_by.isdisjoint(sentence.lows[doer[0] : doer[1]]))


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
        subject = _passive_subject(sentence, trigger, group) if alone else _subject(sentence, trigger, group)
        return Reading(trigger, sense, group, _hand(sentence, trigger.end), subject)
    if sense.frame == "act" and participle and (counted := _counted(sentence, trigger, group)):
        return Reading(trigger, sense, group, None, counted)
    if sense.frame == "act" and participle and (owner := _owner(sentence, trigger, group)):
        return Reading(trigger, sense, group, _agent(sentence, trigger.end, apposed=False), owner)
    object_ = _without_offence(sentence, sense, _object(sentence, trigger, sense))
    agent = _agent(sentence, trigger.end, apposed=alone) or _receiver(sentence, trigger, sense, object_)
    done = sense.frame != "act" and trigger.end > trigger.last  # "used batons": the object is in its words
    short = not done and _is_short_passive(sentence, trigger, group, object_)
    passive = participle and (sentence.is_passive(own, trigger.first) or short)
    made = _is_made(sentence, group - 1, sense)
    if passive and (sense.frame == "act" or agent or made or sentence.is_passive(group, trigger.first)):
        sufferer = _passive_subject(sentence, trigger, group) if sense.frame == "act" else None
        return Reading(trigger, sense, group, agent, sufferer)
    if sense.frame == "act" and object_ is None and _is_progressive(sentence, trigger, sense, group):
        return None
    doer = agent if sense.receives else _seen_doing(sentence, trigger, sense, group) or sentence.subject(trigger.first)
    contrasted = _contrasted(sentence, object_) if sentence.has(group, trigger.first, sentence.words.negations) else None
    return Reading(trigger, sense, group, doer, contrasted or object_ or _related(sentence, sense, group))


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


def _subject(sentence: Sentence, trigger: Trigger, group: int) -> Phrase | None:
    """Give the subject of a verb, which may follow it right after a conjunction: "où s'entassent neuf détenus"."""
    subject = sentence.subject(trigger.first)
    inverted = sentence.words.adjectives_follow and sentence.lows[group - 1] in sentence.words.openers
    return sentence.forward(trigger.end) if subject is None and inverted else subject


def _sentenced(sentence: Sentence, number: int) -> Phrase | None:
    """Give those to whom a penalty is given, named after it: "a infligé trois ans de prison à deux boulangers"."""
    words = sentence.words
    for at in range(number, min(number + _AGENT_REACH, len(sentence.tokens))):
        if sentence.tokens[at].text in ".;:—–" or sentence.lows[at] in words.relative:
            return None
        found = sentence.forward(at + 1) if words.adjectives_follow and sentence.lows[at] in words.receivers else None
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
    listed = listed or _lists_perfects(sentence, trigger)
    if not joined and not (sentence.lows[group - 1] == "," and (listed or opens_object(sentence, trigger.last))):
        return False
    before = range(group - 1, sentence.clause_start(group) - 1, -1)
    last = next((number for number in before if sentence.lows[number] in words.have | words.be), None)
    if last is None or sentence.lows[last] not in words.have:
        return False
    related = sentence.lows[sentence.clause_start(group) - 1] in words.object_relatives
    return related or sentence.lows[last - 1] in words.object_clitics or not _is_inflected(sentence, trigger.first)


def _lists_perfects(sentence: Sentence, trigger: Trigger) -> bool:
    """Say whether a participle that agrees with nothing is in a list that "et" ends: "frappé à coups de pied et blessé"."""
    after = range(trigger.end, min(trigger.end + _REACH, len(sentence.tokens) - 1))
    joins = sentence.words.grammar.coordinators
    return not _is_inflected(sentence, trigger.first) and any(
        sentence.lows[at] in joins and sentence.is_verb(at + 1) for at in after
    )


def _is_inflected(sentence: Sentence, participle: int) -> bool:
    """Say whether a participle agrees with somebody, as after "avoir" it does only with an object before it: "arrêtée"."""
    words, low = sentence.words, sentence.lows[participle]
    return any(low.endswith(ending) and low.removesuffix(ending) in words.verb_forms for ending in words.agreement_endings)


def _object(sentence: Sentence, trigger: Trigger, sense: Sense) -> Phrase | None:
    """Give the object of a verb: inside its words ("handed him over"), a pronoun before it, or the noun phrase after them."""
    if sense.frame == "does" and sense.kind == "sentence":
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
    return sentence.forward(at) if sense.frame == "act" and opens_object(sentence, at) else None


def _is_short_passive(sentence: Sentence, trigger: Trigger, group: int, object_: Phrase | None) -> bool:
    """Say whether a participle is passive without a form of "to be": it has no object, or goes on with a passive."""
    if sentence.words.adjectives_follow:
        return _is_alone(sentence, trigger, group)
    if object_:
        return _continues_passive(sentence, group, object_)
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
    if only_form and (later := _named_after(sentence, trigger, group)):
        return later
    if only_form and not sentence.words.grammar.coordinators.isdisjoint(sentence.lows[max(0, group - 1) : trigger.first]):
        earlier = _like_it(sentence, trigger, group)
        return _passive_subject(sentence, *earlier) if earlier else sentence.subject(trigger.first)
    if only_form and group > 1 and sentence.lows[group - 1] == "," and (apposed := _apposed(sentence, group - 1)):
        return apposed if _agrees(sentence, trigger.first, apposed) else sentence.subject(trigger.first)
    alone = group == trigger.first or only_form
    if alone and group and not sentence.stops[group - 1] and sentence.tokens[group - 1].is_word:
        near = sentence.backward(group)
        return sentence.subject(trigger.first) if near and _is_setting(sentence, near) else near
    if group and sentence.lows[group] in sentence.words.being:
        if not sentence.stops[group - 1]:
            return sentence.backward(group)
        main = next((at for at in range(group - 1, 0, -1) if sentence.has_verb(at, at + 1)), None)
        return sentence.subject(main) if main else None  # "Ada Moru protested at being beaten"
    return sentence.subject(trigger.first)


def _is_setting(sentence: Sentence, phrase: Phrase) -> bool:
    """Say whether a phrase between "and" and a participle says where or when: "were threatened and in some cases killed"."""
    before, joins = sentence.lows[phrase[0] - 1], sentence.words.signs.lists
    return phrase[0] > 1 and before in sentence.words.grammar.prepositions and sentence.lows[phrase[0] - 2] in joins


def _like_it(sentence: Sentence, trigger: Trigger, group: int) -> tuple[Trigger, int] | None:
    """Give the participle alone that one goes on with after "et": "des maisons pillées, puis incendiées"."""
    words = sentence.words
    before = range(trigger.first - 2, sentence.clause_start(group) - 1, -1)
    at = next((at for at in before if any("participle" in one.forms for one in words.senses.get(sentence.lows[at], ()))), None)
    if at is None or sentence.has_auxiliary(sentence.group_start(at), at):
        return None
    endings = [next(filter(sentence.lows[one].endswith, words.agreement_endings), "") for one in (at, trigger.first)]
    one = Trigger(at, at + 1, at + 1, ())
    start = sentence.group_start(at)
    return (one, start) if endings[0] == endings[1] and not _continues_active(sentence, one, start) else None


def _agrees(sentence: Sentence, participle: int, phrase: Phrase) -> bool:
    """Say whether a participle can be said of a phrase: not of several by a form of one: "par des gardes, roué de coups"."""
    words, low, opener = sentence.words, sentence.lows[participle], sentence.lows[phrase[0]]
    several = opener in words.grammar.determiners and opener.endswith(words.plural_endings)
    return not (several or sentence.is_number(phrase[0])) or low.endswith(words.plural_endings)


def _named_after(sentence: Sentence, trigger: Trigger, group: int) -> Phrase | None:
    """Give those of whom a participle is told that opens the sentence: "Arrêtée en mai, Ada Moru a été libérée"."""
    first, last = sentence.clause_start(group), min(len(sentence.tokens), trigger.end + _AGENT_REACH)
    if not sentence.opens_with_participle(first, trigger.end) or "," in sentence.lows[first:group]:
        return None
    phrases = (sentence.forward(at + 1) for at in range(trigger.last, last) if sentence.lows[at] == ",")
    return next((found for found in phrases if found and sentence.has_verb(found[1], found[1] + 2)), None)


def _apposed(sentence: Sentence, comma: int) -> Phrase | None:
    """Give the people named right before a comma: Ada Moru in "la libération d'Ada Moru, arrêtée en mai"."""
    found = sentence.backward(comma)
    if found is None or sentence.is_human(found):
        if found and sentence.lows[found[0]] in sentence.words.owners - sentence.words.grammar.determiners:
            found = (found[0] + 1, found[1])  # "la mort | de deux boulangers, tués"
        return (found and _name_before(sentence, found)) or found
    owners = (at for at in range(found[0] + 1, found[1] - 1) if sentence.lows[at] in sentence.words.owners)
    of = next((at for at in owners if sentence.is_human((at + 1, found[1]))), None)
    return None if of is None else (of + 1, found[1])


def _name_before(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """Give the name that a phrase without an article says more of: "Ada Moru, animatrice de Radio Velmora"."""
    bare = not sentence.tokens[phrase[0]].is_capital and sentence.lows[phrase[0]] not in sentence.words.grammar.determiners
    if not bare or sentence.lows[phrase[0] - 1] != "," or sentence.counts(phrase[0]):
        return None
    name = sentence.backward(phrase[0] - 1)
    return name if name and sentence.tokens[name[1] - 1].is_capital and sentence.is_human(name) else None


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
        if low in words.grammar.coordinators and not sentence.is_verb(at + 1):
            goes_on = sentence.forward(at + 1) is not None
            clause = words.adjectives_follow and at > number and sentence.lows[at - 1] == ","
            if clause or not goes_on:
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
