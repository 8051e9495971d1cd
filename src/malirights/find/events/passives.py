"""Verbs in the passive: with a form of "to be", as participles alone, and going on with another; and to whom they are done."""

from __future__ import annotations

from malirights.find.events.senses import Trigger
from malirights.find.events.sentence import Phrase, Sentence

__all__ = ["is_alone", "is_short_passive", "passive_subject"]

_REACH = 8
_AGENT_REACH = 16


def is_alone(sentence: Sentence, trigger: Trigger, group: int) -> bool:
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
    if not joined and not (sentence.lows[group - 1] == "," and (listed or sentence.opens_object(trigger.last))):
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
    return any(
        low.endswith(ending) and low.removesuffix(ending) in words.senses.verb_forms for ending in words.agreement_endings
    )


def is_short_passive(sentence: Sentence, trigger: Trigger, group: int, object_: Phrase | None) -> bool:
    """Say whether a participle is passive without a form of "to be": it has no object, or goes on with a passive."""
    if sentence.words.adjectives_follow:
        return is_alone(sentence, trigger, group)
    if object_:
        return _continues_passive(sentence, group, object_)
    return not sentence.is_perfect(group, trigger.first) and not sentence.is_object_relative(sentence.clause_start(group))


def _continues_passive(sentence: Sentence, group: int, object_: Phrase) -> bool:
    """Say whether a participle goes on with a passive before it: "was sentenced to a year and fined nine crowns"."""
    if sentence.lows[group - 1] not in sentence.words.grammar.coordinators or sentence.is_human(object_):
        return False
    if sentence.lows[object_[1] - 1] in sentence.words.pronouns:
        return False  # "were singing and arrested nine of them"
    first = sentence.clause_start(group)
    return sentence.is_passive(first, group)


def passive_subject(sentence: Sentence, trigger: Trigger, group: int) -> Phrase | None:
    """Give the one to whom a verb in the passive is done: its subject, or the noun right before a participle alone."""
    only_form = is_alone(sentence, trigger, group)
    if only_form and (later := _named_after(sentence, trigger, group)):
        return later
    if only_form and not sentence.words.grammar.coordinators.isdisjoint(sentence.lows[max(0, group - 1) : trigger.first]):
        earlier = _like_it(sentence, trigger, group)
        return passive_subject(sentence, *earlier) if earlier else sentence.subject(trigger.first)
    if only_form and group > 1 and sentence.lows[group - 1] == "," and (apposed := _apposed(sentence, group - 1)):
        return apposed if _agrees(sentence, trigger.first, apposed) else sentence.subject(trigger.first)
    alone = group == trigger.first or only_form
    if alone and group and not sentence.stops[group - 1] and sentence.tokens[group - 1].is_word:
        those = sentence.lows[group - 1] in sentence.words.definite & sentence.words.pronouns
        near = (group - 1, group) if those else sentence.backward(group)  # "must free all | those arrested"
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
    at = next((at for at in before if any("participle" in one.forms for one in words.senses.of(sentence.lows[at]))), None)
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
    bare = sentence.lows[phrase[0]] not in sentence.words.grammar.determiners and not sentence.counts(phrase[0])
    return sentence.named_before(phrase) if bare else None
