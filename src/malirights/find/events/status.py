"""Whether an act is told as a fact, as an allegation, as planned or as denied; or not told to have happened at all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from malirights.find.events.linking import is_listed
from malirights.find.events.readings import ABOUT, WRONGS, Reading
from malirights.find.events.sentence import Phrase, Sentence
from malirights.find.events.times import happens
from malirights.find.grammar import Phrases
from malirights.model import EventStatus

__all__ = ["Status", "status_of"]

_BEFORE = 12
_NEAR = 4


class Status(NamedTuple):
    """How an act is told.

    Attributes:
        status: As a fact, as an allegation, or as planned.
        shown: The tokens that show it, or None where it is simply told.
    """

    status: EventStatus
    shown: Phrase | None = None


_REPORTED = Status("reported")


def status_of(sentence: Sentence, reading: Reading, earlier: Sequence[Reading] = ()) -> Status | None:
    """Give the status of an act; None where it is not told to happen: demanded, denied, supposed or general.

    Args:
        sentence: The sentence.
        reading: The act.
        earlier: The acts that the sentence tells of before it.
    """
    clause = sentence.clause_start(reading.group)
    opening = (sentence.lows[0], sentence.lows[clause - 1], sentence.lows[clause])
    if not sentence.words.conditionals.isdisjoint(opening):
        return None
    if reading.sense.frame == "before":
        return _REPORTED  # "no news of": the negation is what is told
    if reading.sense.is_verb:
        told = None if _is_no_fact(sentence, reading, clause) else _of_verb(sentence, reading, clause)
        return _of_agent(sentence, reading) if told == _REPORTED else told
    if _is_no_thing(sentence, reading, clause):
        return None
    status = _of_noun(sentence, reading, clause)
    return _REPORTED if status.status == "planned" and _is_topic(sentence, reading, earlier) else status


def _is_topic(sentence: Sentence, reading: Reading, earlier: Sequence[Reading]) -> bool:
    """Say whether an act is what a step of justice that is planned is about: "will give its verdict on the murder"."""
    head = earlier[-1] if earlier else None
    if head is None or head.sense.kind not in ABOUT or reading.sense.kind not in WRONGS:
        return False
    return not is_listed(sentence, head.trigger.end, reading.trigger.first)


def _is_no_fact(sentence: Sentence, reading: Reading, clause: int) -> bool:
    """Say whether a verb is not told to happen: negated, under a modal, an infinitive or a gerund that is demanded."""
    words, group, verb = sentence.words, _whole_group(sentence, reading.group), reading.trigger.first
    inside = [sentence.lows[number] for number in range(group, verb)]
    contrasted = reading.sufferer is not None and sentence.lows[reading.sufferer[0] - 1] in words.contrasts
    if (sentence.has(group, verb, words.negations) and not contrasted) or _nobody(sentence, reading):
        return True
    if bare := _infinitive(sentence, reading):
        return not _is_told_infinitive(sentence, *bare) and _planned_infinitive(sentence, reading) is None
    if "ing" in reading.sense.forms and reading.doer is None and _is_defined(sentence, reading):
        return True  # "blocking aid is a war crime"
    if "ing" in reading.sense.forms and sentence.lows[group - 1] in words.barring:
        return True  # "barred from leaving the country"
    if _modal(sentence, group, verb) is not None and words.have.isdisjoint(inside):
        return _announced(sentence, group, verb) is None
    infinitive = not words.grammar.infinitives.isdisjoint(inside)
    if infinitive and sentence.lows[clause] in words.grammar.infinitives and clause < group:
        return True  # "to be put on a list is to be punished"
    governed = sentence.lows[verb - 1] in words.grammar.infinitives or sentence.lows[verb - 1] in words.be
    if (
        infinitive
        and governed
        and not _is_real_infinitive(sentence, group, verb)
        and not sentence.has(group, verb, words.planned)
    ):
        return True
    if _is_foreboded(sentence, clause, group, verb):
        return True
    forms = reading.sense.forms
    imperative = "base" in forms and forms.isdisjoint(("past", "participle", "finite"))
    if imperative and group == verb == clause:
        return True
    wished = infinitive or "ing" in forms or not words.being.isdisjoint(inside)
    return (
        (wished and sentence.has(max(clause, group - _BEFORE), group, words.appeals))
        or _is_hoped(sentence, clause)
        or _is_norm(sentence, reading)
    )


def _whole_group(sentence: Sentence, group: int) -> int:
    """Give where the verb group starts that a verb goes on with after "or": "must be charged or released"."""
    joined = sentence.lows[group - 1] in sentence.words.grammar.coordinators and group > 1
    return sentence.group_start(group - 2) if joined and sentence.is_verb(group - 2) else group


def _is_hoped(sentence: Sentence, clause: int) -> bool:
    """Say whether a clause is what somebody hopes or asks for: "families hope that the graves will be found"."""
    opened = sentence.lows[clause - 1] in sentence.words.complementizers
    return opened and sentence.has(clause - 1 - _NEAR, clause - 1, sentence.words.appeals)


def _is_norm(sentence: Sentence, reading: Reading) -> bool:
    """Say whether it is a law that does it, which only says what is forbidden: "the code bans torture"."""
    if reading.doer is None or reading.sense.victimless:
        return False
    return sentence.is_headed_by(reading.doer, sentence.words.norms)


def _is_foreboded(sentence: Sentence, clause: int, group: int, verb: int) -> bool:
    """Say whether what is to come is only feared or foretold: "fears that more will be killed"."""
    words = sentence.words
    opened = sentence.lows[clause - 1] in words.complementizers and sentence.has(group, verb, words.planned)
    return opened and sentence.has(clause - 1 - _NEAR, clause - 1, words.forebodings)


def _of_verb(sentence: Sentence, reading: Reading, clause: int) -> Status:
    """Give the status that the words of a verb group, and those that govern it, show."""
    words, group, verb = sentence.words, reading.group, reading.trigger.first
    if _infinitive(sentence, reading) and (set_for := _planned_infinitive(sentence, reading)):
        return Status("planned", set_for)
    if "future" in reading.sense.forms:
        return Status("planned", (verb, reading.trigger.last))
    if "conditional" in reading.sense.forms:
        return Status("alleged", (verb, reading.trigger.last))
    modal = _modal(sentence, group, verb)
    if modal is not None and (announced := _announced(sentence, group, verb)):
        return Status("planned", announced)
    if modal is not None:
        return Status("alleged", (modal, verb))
    if not sentence.has_word(max(0, clause - 1 - _NEAR), verb, words.signs.status):
        return _REPORTED
    planned = sentence.last_phrase(group, verb, words.planned)
    if planned is None and sentence.lows[verb - 1] in words.grammar.infinitives:
        planned = sentence.last_phrase(max(clause, group - _NEAR), group + 1, words.planned)  # "is poised | to vote"
    if planned:
        return Status("planned", planned)
    denied = _governing(sentence, reading, clause, words.denied)
    if denied:
        return Status("denied", denied)
    alleged = sentence.last_phrase(group, verb, words.alleged) or _governing(sentence, reading, clause, words.alleged)
    return Status("alleged", alleged) if alleged else _REPORTED


def _of_agent(sentence: Sentence, reading: Reading) -> Status:
    """Give the status that the words before the one who does it show: "was burned, allegedly by soldiers"."""
    agent = reading.doer[0] if reading.doer else 0
    alleged = sentence.last_phrase(reading.trigger.end, agent, sentence.words.alleged) if agent > reading.trigger.end else None
    return Status("alleged", alleged) if alleged else _REPORTED


def _announced(sentence: Sentence, group: int, verb: int) -> Phrase | None:
    """Give the modal of what somebody said that they would do: "the ministry said it would open an inquiry"."""
    words, said = sentence.words, group - 2
    if sentence.lows[group] not in words.reported_future or sentence.lows[group - 1] not in words.pronouns:
        return None
    said -= sentence.lows[said] in words.complementizers
    said = sentence.group_start(said) if said in sentence.times else said
    announced = sentence.lows[said] in words.announcers or sentence.lows[said - 1] in words.announcers
    return (group, verb) if said > 0 and announced else None


def _governing(sentence: Sentence, reading: Reading, clause: int, index: Phrases) -> Phrase | None:
    """Give the phrase of an index that governs a verb: before an infinitive or a gerund, or before "that"."""
    words, group, verb = sentence.words, reading.group, reading.trigger.first
    governed = "ing" in reading.sense.forms or sentence.has_word(group, verb, words.signs.infinitive)
    found = sentence.last_phrase(max(clause, group - _NEAR), group, index) if governed else None
    if found is None and sentence.lows[clause - 1] in words.complementizers:
        found = sentence.last_phrase(max(0, clause - 1 - _NEAR), clause, index)
    return found


def _infinitive(sentence: Sentence, reading: Reading) -> Phrase | None:
    """Give the group of a verb that has the form of an infinitive, or is one in the passive, alone or after "and"."""
    words, group, verb = sentence.words, reading.group, reading.trigger.first
    if "infinitive" in reading.sense.forms:
        return (group, verb)
    if (
        words.infinitive_be
        and sentence.lows[group - 1] in words.grammar.coordinators
        and not sentence.has_auxiliary(group, verb)
    ):
        before = range(group - 1, sentence.clause_start(group) - 1, -1)
        last = next((number for number in before if sentence.lows[number] in words.grammar.auxiliaries), None)
        group, verb = (sentence.group_start(last + 1), last + 1) if last is not None else (group, verb)
    inside = sentence.lows[group:verb]
    passive = not words.infinitive_be.isdisjoint(inside) and words.have.isdisjoint(inside)
    return (group, verb) if passive else None


def _is_told_infinitive(sentence: Sentence, group: int, verb: int) -> bool:
    """Say whether the words that open an infinitive tell that it happened: "avant de fuir", "ont dû fuir"."""
    ends = (group, verb)
    opening = range(max(0, group - _NEAR), verb)
    lengths = ((number, sentence.at(number, sentence.words.real_infinitives)) for number in opening)
    return any(length and number + length in ends for number, length in lengths)


def _planned_infinitive(sentence: Sentence, reading: Reading) -> Phrase | None:
    """Give the words that put an infinitive into the future, or set a time for it that stands after it."""
    opening, verb = max(0, reading.group - _NEAR), reading.trigger.first
    reach = 2 * _NEAR if reading.doer is None else 2  # "doivent examiner lundi une loi"
    object_ = sentence.forward(reading.trigger.end)
    end = object_[1] if object_ else reading.trigger.end
    after = range(reading.trigger.end, min(len(sentence.tokens), end + reach))
    if not sentence.times.isdisjoint(after):
        found = next((number for number in range(opening, verb) if sentence.lows[number] in sentence.words.scheduling), None)
        if found is not None:
            return (found, verb)
    return sentence.last_phrase(opening, verb, sentence.words.planned)


def _is_real_infinitive(sentence: Sentence, group: int, verb: int) -> bool:
    """Say whether an infinitive is told to happen: "continued to harass", "was used to silence", "is to be tried"."""
    words = sentence.words
    to = max(number for number in range(group, verb) if sentence.lows[number] in words.grammar.infinitives)
    before = range(max(0, to - _BEFORE), to)
    if any(sentence.lows[n] in words.continuing for n in before):
        return True
    if sentence.has_word(before.start, to, words.ordinals):
        return True  # "the third printer to be killed this year"
    if sentence.lows[to - 1] in words.compelled and sentence.lows[to - 2] in words.be:
        return True  # "were forced to close"
    return sentence.at(to - 1, words.alleged) > 0 or sentence.at(to - 1, words.planned) > 0


def _nobody(sentence: Sentence, reading: Reading) -> bool:
    """Say whether it is done to nobody, or by nobody."""
    if sentence.words.adjectives_follow and _is_undone(sentence, reading.group):
        return True
    firsts = [phrase[0] for phrase in (reading.doer, reading.sufferer) if phrase]
    return any(sentence.lows[at] in sentence.words.nothing and not sentence.quantifier(at) for at in firsts)


def _is_undone(sentence: Sentence, group: int) -> bool:
    """Say whether the word before a verb group undoes it: "sans avoir été jugée", "libérer quiconque serait détenu"."""
    words, before = sentence.words, sentence.lows[group - 1]
    anybody = before in words.nobody & words.nothing and before not in words.grammar.determiners | words.humans
    return anybody or (sentence.lows[group] in words.infinitive_have and sentence.at(group - 1, words.negations) > 0)


def _is_no_thing(sentence: Sentence, reading: Reading, clause: int) -> bool:
    """Say whether a noun is not told to happen: negated, demanded, prevented, or spoken of in general."""
    words, group, first = sentence.words, reading.group, reading.trigger.first
    told = reading.sense.frame == "state" and sentence.lows[first] in words.second_negations  # "n'a plus été revue"
    if (not told and sentence.has(max(clause, group - _NEAR), first, words.negations)) or _is_of_none(sentence, reading):
        return True
    if _is_generic(sentence, reading, clause) or _is_defined(sentence, reading) or _is_banned(sentence, reading):
        return True
    if sentence.has(group + 1, first, words.appeals) and not _is_told(sentence, reading):
        return True  # "the law prohibits torture"
    if _is_purpose(sentence, reading, clause):
        return True
    before = max(clause, group - _BEFORE)
    demanded = sentence.has(before, group, words.appeals) or _modal(sentence, before, group) is not None
    demanded = demanded or _is_hoped(sentence, clause) or _is_demanded_after(sentence, reading)
    return demanded and not _is_known(sentence, reading, clause) and not _is_told(sentence, reading)


def _is_of_none(sentence: Sentence, reading: Reading) -> bool:
    """Say whether a noun has a determiner of none, or only says what something is: "any inquiry", "waiting is torture"."""
    words, first = sentence.words, reading.trigger.first
    if words.nothing.intersection((sentence.lows[reading.group], sentence.lows[first - 1])):
        return True
    is_ = sentence.lows[first - 1] in words.be - words.possessive_marks
    return is_ and not words.adjectives_follow and reading.group == first


def _is_defined(sentence: Sentence, reading: Reading) -> bool:
    """Say whether a sentence says what the law makes of an act on nobody in particular: "the arrest of minors is a crime"."""
    words, sufferer = sentence.words, reading.sufferer
    if reading.doer or (sufferer and any(_points(sentence, number) for number in range(*sufferer))):
        return False
    after = range(sufferer[1] if sufferer else reading.trigger.last, len(sentence.tokens))
    verb = next((number for number in after[:_NEAR] if sentence.lows[number] in words.generic_verbs), None)
    return verb is not None and sentence.at(verb + 1, words.definitions) > 0


def _is_banned(sentence: Sentence, reading: Reading) -> bool:
    """Say whether people were kept from gathering: "the march was banned"."""
    at = reading.trigger.last
    while sentence.lows[at] in sentence.words.grammar.auxiliaries:
        at += 1
    return reading.sense.kind == "protest" and at > reading.trigger.last and sentence.lows[at] in sentence.words.banned


def _points(sentence: Sentence, number: int) -> bool:
    """Say whether a token counts, names or determines some people."""
    low = sentence.lows[number]
    return sentence.counts(number) or sentence.tokens[number].is_capital or low in sentence.words.grammar.determiners


def _is_purpose(sentence: Sentence, reading: Reading, clause: int) -> bool:
    """Say whether a noun is the object of an infinitive that nobody tells to happen: "has a week to lodge an appeal"."""
    words, verb = sentence.words, reading.group - 1
    governed = sentence.lows[verb - 1] in words.grammar.infinitives and sentence.at(verb, words.light_doers) > 0
    if words.adjectives_follow or not governed or sentence.lows[reading.group] in words.definite:
        return False
    planned = sentence.has(max(clause, verb - _BEFORE), verb, words.planned)
    return not planned and not _is_real_infinitive(sentence, verb - 1, verb)


def _is_known(sentence: Sentence, reading: Reading, clause: int) -> bool:
    """Say whether a determiner presumes that the act has happened: "must investigate the killing of nine bakers"."""
    words, group = sentence.words, reading.group
    definite = sentence.lows[group] in words.definite and (reading.doer is not None or reading.sufferer is not None)
    last = reading.trigger.last
    if definite and not sentence.times.isdisjoint(range(last, last + 3)):
        return True  # "must ensure that the arrest on 3 May of Ada Moru is no false start"
    return definite and not sentence.has(max(clause, group - _NEAR), group, words.wishes)


def _of_noun(sentence: Sentence, reading: Reading, clause: int) -> Status:
    """Give the status that the words before and after a noun show."""
    words, first, last = sentence.words, reading.trigger.first, reading.trigger.last
    before = max(clause, reading.group - _BEFORE)
    modifiers = last
    while modifiers < len(sentence.tokens) and sentence.is_postposed(modifiers):
        modifiers += 1
    told = max(0, clause - 1 - _NEAR)
    if not sentence.has_word(told, max(modifiers, last + _BEFORE), words.signs.status):
        return _REPORTED
    denied = sentence.last_phrase(before, first, words.denied)
    if denied:
        return Status("denied", denied)
    alleged = sentence.last_phrase(before, first, words.alleged) or sentence.last_phrase(last, modifiers, words.alleged)
    if alleged is None and sentence.lows[clause - 1] in words.complementizers:
        alleged = sentence.last_phrase(told, clause, words.alleged)
    if alleged:
        return Status("alleged", alleged)
    after = min(len(sentence.tokens), last + _BEFORE)
    planned = sentence.last_phrase(before, first, words.planned)
    if planned and planned[1] == reading.group and sentence.lows[planned[1] - 1] in words.grammar.infinitives:
        planned = None  # "agreed to a truce", "due to the raid"
    planned = planned or sentence.last_phrase(last, after, words.planned)
    return Status("planned", planned) if planned else _REPORTED


def _is_told(sentence: Sentence, reading: Reading) -> bool:
    """Say whether the words after a noun tell that it happened: "murder … that has been committed", "carried out by"."""
    words = sentence.words
    after = range(reading.trigger.last, min(len(sentence.tokens), reading.trigger.last + _BEFORE + _NEAR))
    for number in after:
        if sentence.tokens[number].text in ".;:":
            return False
        if sentence.lows[number] in words.grammar.relatives and sentence.lows[number - 1] in words.inside:
            end = number + _BEFORE  # "attacks in which nine were killed"
            return sentence.has_verb(number, end) and _modal(sentence, number, end) is None
        if sentence.at(number, words.light_doers) and sentence.lows[number - 1] not in words.signs.untold:
            return sentence.lows[number - 1] in words.grammar.auxiliaries or not sentence.stops[number - 1]
    return False


def _is_generic(sentence: Sentence, reading: Reading, clause: int) -> bool:
    """Say whether a sentence speaks of a noun in general: "attacks on schools are crimes"."""
    opener = sentence.lows[reading.group]
    determined = opener in sentence.words.grammar.determiners and opener not in sentence.words.generic_openers
    if reading.group != clause or reading.doer or determined or _is_specific(sentence, reading):
        return False
    if clause and sentence.tokens[clause - 1].text not in '“":.':
        return False
    for number in range(reading.trigger.last, min(len(sentence.tokens), reading.trigger.last + _BEFORE)):
        low = sentence.lows[number]
        if number in sentence.times:
            return False
        if low in sentence.words.generic_verbs:
            return not happens(sentence, number)
        if low in sentence.words.grammar.auxiliaries or low in (",", "."):
            return False
    return False


def _is_specific(sentence: Sentence, reading: Reading) -> bool:
    """Say whether an act is done to named or counted ones, where an article may open general talk too."""
    if not sentence.words.generic_openers or reading.sufferer is None:
        return False
    return any(sentence.counts(number) or sentence.tokens[number].is_capital for number in range(*reading.sufferer))


def _is_demanded_after(sentence: Sentence, reading: Reading) -> bool:
    """Say whether a modal follows a noun that nothing presumes: "une enquête doit être ouverte", "a pardon would help"."""
    words, last = sentence.words, reading.trigger.last
    end = min(len(sentence.tokens), last + _BEFORE)
    presumed = not words.adjectives_follow and sentence.lows[reading.group] in words.definite | words.possessives
    if presumed or sentence.has(last, end, words.planned):
        return False
    verbs = words.grammar.auxiliaries | words.modals
    found = next((at for at in range(last, end) if sentence.lows[at] in verbs and at not in sentence.times), None)
    return found is not None and sentence.lows[found] in words.modals


def _modal(sentence: Sentence, first: int, after: int) -> int | None:
    """Give the first modal between two tokens; "May" in a time is none."""
    modals = (at for at in range(first, after) if sentence.lows[at] in sentence.words.modals)
    return next((at for at in modals if at not in sentence.times), None)
