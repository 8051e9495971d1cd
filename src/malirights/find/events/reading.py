"""Reading the triggers of a sentence: what each means there, and who does it to whom."""

from __future__ import annotations

from collections.abc import Sequence

from malirights.find.events.linking import linked
from malirights.find.events.nouns import read_noun
from malirights.find.events.readings import ACCUSING, WRONGS, Reading
from malirights.find.events.senses import Sense, Trigger
from malirights.find.events.sentence import Sentence
from malirights.find.events.verbs import read_verb
from malirights.find.grammar import Phrases

__all__ = ["is_offence", "read"]

_NEEDS_REACH = 24
_TO_BEINGS = frozenset(
    {
        "abduction",
        "armed_attack",
        "arrest",
        "charge",
        "child_recruitment",
        "corporal_punishment",
        "coup",
        "displacement",
        "enforced_disappearance",
        "extrajudicial_execution",
        "forced_eviction",
        "injury",
        "killing",
        "property_destruction",
        "release",
        "repression",
        "sexual_violence",
        "territory_capture",
        "torture",
        "trial",
    }
)
_DEADLY = frozenset({"killing", "extrajudicial_execution", "sentence"})
_CHANGED, _CHANGING = frozenset({"conviction", "sentence"}), frozenset({"amnesty", "sentence", "trial"})
_LONGEST = 3
_QUOTES = frozenset('“”"«»')
_MARKS = '“":'
_INFINITIVE, _PARTICIPLE = frozenset({"infinitive"}), frozenset({"participle"})
_FINITE_PAST = frozenset({"past"})
_PAST, _NOT_PRESENT = frozenset({"past", "participle"}), frozenset({"past", "participle", "ing"})


def read(sentence: Sentence) -> list[Reading]:
    """Read the triggers of a sentence: those that name an act, told as a fact or not."""
    readings = (_read(sentence, trigger) for trigger in sentence.triggers())
    told: list[Reading] = []
    for reading in readings:
        if reading and not _is_figure(sentence, reading):
            named = told and _is_in_words(told[-1], reading)
            told.append(reading._replace(sufferer=told[-1].sufferer) if named else reading)
    found = linked(sentence, _without_means(sentence, told))
    return [
        one
        for number, one in enumerate(found)
        if not (
            _is_bare_offence(sentence, one, found)
            or _is_subject(one, found)
            or _is_label(one, found)
            or _is_changed(sentence, one, found[:number])
            or (number and _is_setting(one, found[number - 1]))
        )
    ]


def _is_in_words(verb: Reading, reading: Reading) -> bool:
    """Say whether a noun only belongs to the words of the verb before it: "trouver la mort" is one act."""
    tail = verb.trigger.end - (len(verb.sense.words) - verb.sense.head)
    inside = tail <= reading.trigger.first < verb.trigger.end and verb.sufferer is not None
    return inside and reading.sense.frame == "suffered" and verb.sense.kind == reading.sense.kind


def _without_means(sentence: Sentence, told: Sequence[Reading]) -> list[Reading]:
    """Give acts without those that only say by what the next is done: "used tear gas and batons to break up a march"."""
    found: list[Reading] = []
    for number, reading in enumerate(told):
        means = told[number - 1] if number else None
        if means and _is_for(sentence, means, reading):
            found[-1] = reading._replace(doer=means.doer)
        else:
            found.append(reading)
    return found


def _is_for(sentence: Sentence, means: Reading, reading: Reading) -> bool:
    """Say whether an infinitive says what for force is used."""
    to = sentence.lows[reading.trigger.first - 1] in sentence.words.grammar.infinitives
    alike = means.sense.is_verb and reading.sense.is_verb and means.sense.kind == reading.sense.kind == "repression"
    used = len(means.sense.words) > means.sense.head and means.sufferer is None and means.doer is not None
    return to and alike and used and not sentence.has_verb(means.trigger.end, reading.trigger.first - 1)


def _is_setting(reading: Reading, before: Reading) -> bool:
    """Say whether a phrase says where the act right before it happened: "tortured in custody", "died in the cells"."""
    phrase = reading.sense.frame == "state" and reading.sense.kind == "detention"
    told = before.sense.kind in _DEADLY or (before.sense.kind in WRONGS and not before.sense.is_verb)
    return phrase and told and before.trigger.last <= reading.trigger.first <= before.trigger.end


def _is_changed(sentence: Sentence, reading: Reading, earlier: Sequence[Reading]) -> bool:
    """Say whether a penalty or a verdict is what a verb before it changes: "commuted the sentences of ten prisoners"."""
    if reading.sense.is_verb or reading.sense.kind not in _CHANGED:
        return False
    changing = (one for one in earlier if one.sense.is_verb and one.sense.kind in _CHANGING and one.sufferer)
    return any(one.sufferer and one.sufferer[0] <= reading.trigger.first < sentence.core(one.sufferer)[1] for one in changing)


def _is_subject(reading: Reading, readings: Sequence[Reading]) -> bool:
    """Say whether a noun names what a verb of the same kind tells of: "the hearing was postponed" is one act."""
    told = reading.sense.is_verb or reading.sense.kind in WRONGS
    return not told and any(
        one.sense.is_verb and one.sense.kind == reading.sense.kind and phrase and phrase[0] <= reading.trigger.first < phrase[1]
        for one in readings
        for phrase in (one.doer, one.sufferer)
    )


def _is_label(reading: Reading, readings: Sequence[Reading]) -> bool:
    """Say whether a noun of the displaced only says who those are to whom another act happens: "killed nine refugees"."""
    phrases = [phrase for one in readings if one.sense.is_verb for phrase in (one.doer, one.sufferer) if phrase]
    label = reading.sense.frame == "sufferers" and reading.sense.kind == "displacement"
    return label and any(phrase[0] <= reading.trigger.first < phrase[1] for phrase in phrases)


def is_offence(sentence: Sentence, reading: Reading, readings: Sequence[Reading]) -> bool:
    """Say whether an act is what somebody is accused of, tried for or sentenced for, in its clause."""
    if reading.sense.is_verb or reading.sense.kind not in WRONGS:
        return False
    first = sentence.clause_start(reading.group)
    if sentence.has(first, reading.trigger.first, sentence.words.offences):
        return True
    accusing = (one for one in readings if one.sense.kind in ACCUSING and first <= one.trigger.first < reading.group)
    return sentence.lows[reading.group - 1] in sentence.words.offence_openers and any(accusing)


def _is_bare_offence(sentence: Sentence, reading: Reading, readings: Sequence[Reading]) -> bool:
    """Say whether a charge only names a crime, not one that was done to anybody: "charged two men with homicide"."""
    named = reading.sufferer is not None or sentence.lows[reading.group] in sentence.words.definite
    return not named and is_offence(sentence, reading, readings)


def _is_figure(sentence: Sentence, reading: Reading) -> bool:
    """Say whether an act is a figure of speech: nobody kills a harvest, and no price goes off like a bomb."""
    said_of = reading.doer if reading.sense.kind == "explosion" else reading.sufferer
    if said_of is None or (reading.sense.kind not in _TO_BEINGS and reading.sense.kind != "explosion"):
        return False
    if reading.sense.kind == "property_destruction" and (reading.doer is None or sentence.is_human(reading.doer)):
        return False  # "soldiers burned the harvest", but not "the hail ruined the harvest"
    return sentence.is_headed_by(said_of, sentence.words.inanimate) and not sentence.is_human(sentence.core(said_of))


def _read(sentence: Sentence, trigger: Trigger) -> Reading | None:
    """Choose what a trigger means, and find its parties."""
    fitting = [sense for sense in trigger.senses if sense.anywhere or _fits(sentence, trigger, sense)]
    if not fitting:
        return None
    verbal = [sense for sense in fitting if sense.is_verb and _can_be(sentence, trigger, sense)]
    either = bool(verbal) and any(sense.is_noun for sense in trigger.senses)
    if verbal and (not either or _is_verb_here(sentence, trigger, verbal)):
        return next(filter(None, (_verb(sentence, trigger, sense) for sense in verbal)), None)
    nominal = [sense for sense in fitting if sense.is_noun]
    if nominal and not (_is_title(sentence, trigger) or _is_in_name(sentence, trigger)):
        return next(filter(None, (_noun(sentence, trigger, sense) for sense in nominal)), None)
    if _is_name(sentence, trigger):
        return None
    phrased = (sense for sense in fitting if sense.frame in ("state", "before"))
    return next((reading for sense in phrased if (reading := _state(sentence, trigger, sense))), None)


def _verb(sentence: Sentence, trigger: Trigger, sense: Sense) -> Reading | None:
    """Read a verb in one of its senses, which ends where the words of that sense do."""
    return read_verb(sentence, sentence.narrowed(trigger, sense), sense)


def _noun(sentence: Sentence, trigger: Trigger, sense: Sense) -> Reading | None:
    """Read a noun; what it is done to must be people where its sense needs them."""
    reading = read_noun(sentence, trigger, sense)
    if reading is None or not sense.needs_people:
        return reading
    return reading if reading.sufferer and sentence.is_people(reading.sufferer) else None


def _is_title(sentence: Sentence, trigger: Trigger) -> bool:
    """Say whether a noun is all that stands in quotation marks, with a capital, as the titles of works do: “The Mutiny”."""
    closes = sentence.tokens[trigger.last : trigger.last + 1]
    opens = trigger.first - 1 - (sentence.lows[trigger.first - 1] in sentence.words.grammar.determiners)
    marked = opens > 0 and sentence.tokens[opens].text in _QUOTES and bool(closes) and closes[0].text in _QUOTES
    return marked and sentence.tokens[opens + 1].is_capital


def _is_in_name(sentence: Sentence, trigger: Trigger) -> bool:
    """Say whether a noun with a capital goes into the name of an organisation: "the Coalition Against Torture"."""
    tokens, words = sentence.tokens, sentence.words
    if not tokens[trigger.first].is_capital or trigger.first == 0:
        return False
    first, last = trigger.first, trigger.last
    while first and (tokens[first - 1].is_capital or _joins_names(sentence, first - 1)):
        first -= 1
    while last < len(tokens) and tokens[last].is_capital:
        last += 1
    others = [*sentence.lows[first : trigger.first], *sentence.lows[trigger.last : last]]
    around = (*tokens[:first], *tokens[last:])
    plain = any(not token.is_capital and token.is_word and len(token.low) > _LONGEST for token in around)
    return plain and not words.grammar.organisation_nouns.isdisjoint(others)


def _joins_names(sentence: Sentence, number: int) -> bool:
    """Say whether a word such as "against" stands inside a name."""
    return number > 0 and sentence.lows[number] in sentence.words.name_joins and sentence.tokens[number - 1].is_capital


def _is_name(sentence: Sentence, trigger: Trigger) -> bool:
    """Say whether a phrase such as "in prison" goes into a name: "in Prison Street"."""
    return all(token.is_capital for token in sentence.tokens[trigger.last - 1 : trigger.last + 1])


def _state(sentence: Sentence, trigger: Trigger, sense: Sense) -> Reading | None:
    """Read a phrase that says how it is with its subject, with the people right before it, or with those named after it."""
    group = sentence.group_start(trigger.first)
    if sense.frame == "before":
        whom = sentence.forward(trigger.end)
        return Reading(trigger, sense, trigger.first, sufferer=whom) if whom and sentence.is_people(whom) else None
    opener = sentence.clause_start(group) - 1
    related = sentence.lows[opener] in sentence.words.grammar.relatives and not sentence.has_verb(opener + 1, group)
    if related and _is_anybody(sentence, opener - 1):
        return None  # "a register of all who are missing"
    near = sentence.backward(group) if sentence.is_noun(group - 1) and not sentence.is_verb(group - 1) else None
    subject = near if near and sentence.is_human(near) else sentence.subject(trigger.first)
    if sense.needs_people and not (subject and sentence.is_about_people(subject)):
        return None
    return Reading(trigger, sense, group, sufferer=subject)


def _is_anybody(sentence: Sentence, number: int) -> bool:
    """Say whether a word before a relative clause is about anybody: "all who are missing", but not "the thousands who are"."""
    low, words = sentence.lows[number], sentence.words
    return low in words.quantifiers and low not in words.quantity_index


def _can_be(sentence: Sentence, trigger: Trigger, sense: Sense) -> bool:
    """Say whether a form of a verb can stand after the word before it: none in the present after a determiner."""
    before_it = sentence.tokens[trigger.first - 1].text if trigger.first else _MARKS[0]
    if sentence.tokens[trigger.first].is_capital and before_it not in _MARKS:
        return False  # a name
    if sense.forms == _INFINITIVE:
        return True
    if "participle" in sense.forms and _is_those(sentence, trigger):
        return False
    if sense.forms == _PARTICIPLE and _is_person(sentence, trigger.first):
        return False
    if sense.forms == _FINITE_PAST and sentence.lows[trigger.first - 1] in sentence.words.leading:
        return False  # "a slew of"
    if not sense.forms.isdisjoint(_NOT_PRESENT):
        return True
    if not _has_subject(sentence, trigger.first, sense) or _is_subject_of(sentence, trigger.last):
        return False
    before = sentence.lows[trigger.first - 1]
    grammar = sentence.words.grammar
    return not (
        before in grammar.determiners
        or before in sentence.words.noun_openers
        or (before in grammar.prepositions and before not in grammar.infinitives)
    )


def _is_subject_of(sentence: Sentence, verb: int) -> bool:
    """Say whether the next token is a verb with an object of its own, and so what is before it a noun: "shells killed nine"."""
    after = sentence.lows[verb + 1] if verb + 1 < len(sentence.tokens) else ""
    return sentence.has_verb(verb, verb + 1) and (after in sentence.words.grammar.determiners or sentence.counts(verb + 1))


def _is_those(sentence: Sentence, trigger: Trigger) -> bool:
    """Say whether a participle stands for people by itself: "the families of the disappeared", "the missing"."""
    words, after = sentence.words, sentence.tokens[trigger.last : trigger.last + 1]
    opener = sentence.lows[trigger.first - 1]
    if words.adjectives_follow or opener not in words.definite & words.grammar.determiners:
        return False
    if opener in words.pronouns and after and (trigger.last in sentence.times or after[0].low in words.fronted):
        return False  # "those arrested in May"
    ends = not after or not after[0].is_word or sentence.stops[trigger.last] or after[0].low in words.grammar.relatives
    return ends or after[0].low in words.grammar.auxiliaries or after[0].is_verb


def _is_person(sentence: Sentence, number: int) -> bool:
    """Say whether a participle is a noun, where adjectives do not stand before theirs: "les détenus"."""
    words, before = sentence.words, sentence.lows[number - 1]
    opened = before in words.grammar.determiners or before in words.owners or (number > 0 and sentence.is_number(number - 1))
    return words.adjectives_follow and opened


def _has_subject(sentence: Sentence, verb: int, sense: Sense) -> bool:
    """Say whether a present form has a subject of its number before it, or a word that governs it."""
    words, low = sentence.words, sentence.lows[verb - 1]
    if verb == 0 or low in words.phrase_stops or low in words.controls or sentence.tokens[verb - 1].is_adverb:
        return verb > 0
    if sentence.is_number(verb - 1):
        return False
    plural = low.endswith(words.plural_endings) or low in words.people or low in words.quantifiers
    return plural or "base" not in sense.forms or not sentence.tokens[verb - 1].is_word


def _is_verb_here(sentence: Sentence, trigger: Trigger, verbal: Sequence[Sense]) -> bool:
    """Tell a verb from a noun of the same form, by the words on both sides."""
    grammar, words = sentence.words.grammar, sentence.words
    before, after = sentence.lows[trigger.first - 1], sentence.lows[trigger.last]
    forms = frozenset().union(*(sense.forms for sense in verbal))
    if "base" not in forms and not forms.isdisjoint(_PAST):
        return True
    refused = grammar.infinitives if forms == {"finite"} and not words.adjectives_follow else frozenset()
    refused = words.be if forms == {"base"} else refused
    if before in refused or _is_behind(sentence, trigger.first, words.light_sufferers):
        return False  # "waiting is torture", "put an end to attacks", "subjected to torture"
    if "ing" in forms and (sentence.is_verb(trigger.last) or sentence.at(trigger.last, words.happenings)):
        return False  # "fighting broke out"
    if before in grammar.infinitives or before in words.modals or before in grammar.auxiliaries:
        return "ing" not in forms or before in grammar.auxiliaries
    if "ing" in forms and (before == "," or before in grammar.coordinators):
        return sentence.opens_object(trigger.last)
    if "finite" in forms and words.adjectives_follow and trigger.first and sentence.is_postposed(trigger.first - 1):
        return True  # "une commission parlementaire enquête"
    if before in grammar.determiners or before in grammar.prepositions or before in words.noun_openers:
        governed = before in grammar.prepositions or before in words.owners
        return "ing" in forms and governed and sentence.opens_object(trigger.last)
    if after in words.noun_followers or after in (",", ".", ""):
        return False
    if words.adjectives_follow and sentence.is_postposed(trigger.last):
        return False
    return sentence.opens_object(trigger.last) and (trigger.first == 0 or not sentence.stops[trigger.first - 1])


def _is_behind(sentence: Sentence, number: int, index: Phrases) -> bool:
    """Say whether a phrase of an index, such as "subjected to", ends right before a token."""
    return any(at + sentence.at(at, index) == number for at in range(max(0, number - _LONGEST), number))


def _fits(sentence: Sentence, trigger: Trigger, sense: Sense) -> bool:
    """Say whether the words around allow a sense."""
    if sense.not_after and sentence.lows[trigger.first - 1] in sense.not_after:
        return False
    if sense.not_before and sentence.at(trigger.last, sense.not_before):
        return False
    if not (sense.needs_words or sense.needs_phrases):
        return True
    first, after = max(0, trigger.first - _NEEDS_REACH), trigger.last + _NEEDS_REACH
    return not sense.needs_words.isdisjoint(sentence.lows[first:after]) or sentence.has(first, after, sense.needs_phrases)
