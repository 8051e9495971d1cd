"""The subject of a verb of speech: of its own clause, or of the sentence that a participle or a second verb goes on with."""

from __future__ import annotations

from typing import NamedTuple

from malirights.find.grammar import Grammar
from malirights.find.mentions import is_participle, mention_after, mention_before, opens_circumstance
from malirights.find.nouns import Mention, Tokens, analysed, is_full_name_at, is_role, phrase_at
from malirights.find.tokens import Token

__all__ = ["Attribution", "is_noun", "is_plausible", "past_attribute", "speaker_of", "subject_of"]

_LABEL = 6


class Attribution(NamedTuple):
    """How a quote is attributed.

    Attributes:
        mention: The words that name the speaker; None where the cue carries the speaker on ("and added: …").
        cue: Start and end of the cue, or None where punctuation alone attributes the quote.
        rule: The name of the rule.
    """

    mention: Mention | None
    cue: tuple[int, int] | None
    rule: str


def speaker_of(words: Tokens, cue: int, stop: int, grammar: Grammar) -> Mention | None:
    """Give the speaker of a cue that stands before its quote; None where it carries the speaker on.

    Args:
        words: The tokens of the sentence up to the quote.
        cue: The number of the verb.
        stop: The number of the token before which the words end.
        grammar: The words of the language.
    """
    before = words[cue - 1] if cue else None
    if before and before.low in grammar.infinitives:
        return _governing(words, cue, grammar)
    if words[cue].low in grammar.quoting:
        read = mention_after(words[:stop], cue + 1, grammar)
        if read and read[1] >= stop:
            return read[0]  # "the radio quoted Ada Moru: …"
    agent = _agent(words, cue, stop, grammar)
    if agent:
        return agent
    if is_participle(words[cue], grammar) and before and before.low not in grammar.auxiliaries:
        return _of_participle(words, cue, grammar)
    return _inverted(words, cue, stop, grammar) or _own_subject(words, cue, grammar) or _governing(words, cue, grammar)


def _agent(words: Tokens, cue: int, stop: int, grammar: Grammar) -> Mention | None:
    """Read the one by whom somebody is told something, or is called so: "Ada Moru, described by Paul Orlan as"."""
    passive = cue > 0 and words[cue - 1].low in grammar.auxiliaries
    heard = passive and words[cue].low in grammar.passives
    if not (heard or passive or (words[cue].low in grammar.woven and words[cue].low.endswith(grammar.past_endings))):
        return None
    reach = stop if heard else min(cue + 2, stop)
    agent = next((number for number in range(cue + 1, reach) if words[number].low in grammar.agents), None)
    read = mention_after(words[:stop], agent + 1, grammar) if agent is not None else None
    return read[0] if read and (heard or is_plausible(words, read[0], grammar)) else None


def _own_subject(words: Tokens, cue: int, grammar: Grammar) -> Mention | None:
    """Give the noun phrase before a verb, where it can speak; for a pronoun in "X says he believes", give X."""
    found = mention_before(words, cue, 0, grammar)
    if found is None or not is_plausible(words, found, grammar):
        return None
    if found.kind is None:
        before = [number for number in range(cue) if words[number].end <= found.start]
        while before and words[before[-1]].low in grammar.clause_openers and words[before[-1]].low not in grammar.coordinators:
            before.pop()
        if before and words[before[-1]].low in grammar.said and not words[before[-1]].is_capital:
            outer = mention_before(words, before[-1], 0, grammar)
            if outer and outer.kind is not None and is_plausible(words, outer, grammar):
                return outer
    return found


def _inverted(words: Tokens, cue: int, stop: int, grammar: Grammar) -> Mention | None:
    """Read a subject that follows its verb, up to the quote: ", replies the general, Ada Moru: …"."""
    lead = cue - 1
    while lead >= 0 and words[cue].low in grammar.said and _leads(words[lead], grammar):
        lead -= 1  # ", a assuré le général, …", "comme le dit le général, …"
    if not (lead < 0 or not words[lead].is_word or words[lead].low in grammar.inverting):
        return None
    following = words[cue + 1].low if cue + 1 < stop else None
    away = following in grammar.between or (following in grammar.prepositions and following not in grammar.addressing)
    if following is None or away or words[cue].low in grammar.passives or stop == len(words):
        return None  # a subject between its verb and the quote is followed by a comma or a colon
    read = mention_after(words[:stop], past_attribute(words, cue, cue + 1, grammar), grammar)
    if not read or not read[0].kind:
        return None
    ends = read[1] >= stop or words[read[1]].text == ","
    return read[0] if read[1] >= stop or (ends and mention_before(words, cue, 0, grammar) is None) else None


def past_attribute(words: Tokens, cue: int, at: int, grammar: Grammar) -> int:
    """Skip what a verb with a pronoun says of its subject: "soulagée" in "s'est dite soulagée Ada Moru"."""
    if not any(word.low in grammar.clitics for word in words[max(0, cue - 2) : cue]):
        return at
    opens = grammar.determiners | grammar.titles | grammar.pronouns | grammar.prepositions
    end = min(at + 2, len(words))
    while at < end and words[at].is_word and not words[at].is_capital and words[at].low not in opens:
        at += 1
    return at


def _leads(word: Token, grammar: Grammar) -> bool:
    """Say whether a word stands before an inverted verb and belongs to it."""
    return word.low in grammar.auxiliaries or word.low in grammar.clitics


def _of_participle(words: Tokens, cue: int, grammar: Grammar) -> Mention | None:
    """Give the subject of a participle: of the noun after "with", else of the verb that it goes on with."""
    if words[cue - 1].is_word:
        shown = _recorded(words, cue, grammar)
        if shown:
            return shown
        quoted = words[cue - 1].low in grammar.quoting_as
        own = mention_before(words, cue - quoted, 0, grammar)
        if quoted and own and is_plausible(words, own, grammar):
            return own  # "quoted Ada Moru as saying"
        start = min(own.start, own.role[0] if own.role else own.start) if own else 0
        first = own and next((number for number, word in enumerate(words) if word.start >= start), None)
        while first and words[first - 1].start >= 0 and words[first - 1].low in grammar.determiners:
            first -= 1
        if own and first and words[first - 1].low in grammar.prepositions:
            absolute = words[first - 1].low in grammar.absolutes and is_plausible(words, own, grammar)
            if absolute or own.kind == "person":
                return own  # "with Ada Moru telling reporters", "with many villagers shouting"
    return _governing(words, cue, grammar)


def _recorded(words: Tokens, cue: int, grammar: Grammar) -> Mention | None:
    """Read the one whom a recording shows: "ends with footage of Ada Moru saying"."""
    first = cue
    while first > 2 and words[first - 1].is_capital:  # noqa: PLR2004 - two words before it
        first -= 1
    if first == cue or words[first - 2].low not in grammar.recordings:
        return None
    return analysed(words, first, cue, grammar)


def _governing(words: Tokens, cue: int, grammar: Grammar) -> Mention | None:
    """Give the subject that a verb without one shares: that of the verb of speech before it, else that of its sentence."""
    for number in range(cue - 1, 0, -1):
        word = words[number]
        if word.low in grammar.said and not word.is_capital and not is_participle(word, grammar):
            if is_noun(words, number, grammar) or words[number - 1].low in grammar.infinitives:
                continue
            found = speaker_of(words, number, cue, grammar)
            if found:
                return found
    return subject_of(words, 0, cue, grammar)


def subject_of(words: Tokens, first: int, stop: int, grammar: Grammar) -> Mention | None:
    """Read the first noun phrase of a clause, after openings such as "On Tuesday," and "Note:"."""
    at = opened = _after_label(words, first, stop, grammar)
    while at < stop:
        while at < stop and (words[at].low in grammar.coordinators or not words[at].is_word):
            at += 1
        while at + 1 < stop and words[at].low in grammar.inverting and words[at + 1].low in grammar.said:
            at += 1
        if at >= stop:
            return None
        comma = next((number for number in range(at, stop) if words[number].text == ","), None)
        goes_on = at > opened and comma is not None and _is_bare(words, at, comma, grammar)
        verb = words[at].low in grammar.said and not words[at].is_capital
        if verb or not (goes_on or opens_circumstance(words, at, grammar)):
            break
        if comma is None:
            return None
        at = _after_apposition(words, _after_place(words, comma + 1, stop, grammar), stop, grammar)
    if at < stop and words[at].low in grammar.said:
        at += 1  # ", said Ada Moru"
    found = mention_after(words[:stop], at, grammar)
    return found[0] if found else None


def _after_label(words: Tokens, first: int, stop: int, grammar: Grammar) -> int:
    """Skip a label with its colon, in which nobody speaks: "Note: a report on Monday said"."""
    colon = next((number for number in range(first, min(first + _LABEL, stop)) if words[number].text == ":"), None)
    if colon is None or colon + 1 >= stop or is_full_name_at(words, first, grammar):
        return first
    label = range(first, colon)
    spoken = any(words[number].low in grammar.cues or phrase_at(words, number, grammar.said_phrases) for number in label)
    return first if spoken else colon + 1


def _is_bare(words: Tokens, first: int, stop: int, grammar: Grammar) -> bool:
    """Say whether a phrase up to a comma cannot be a subject: a noun without determiner, name, role or plural."""
    phrase = words[first:stop]
    if words[first].low in grammar.pronouns or words[first].low in grammar.determiners or words[stop - 1].low.endswith("s"):
        return False
    return not any(word.is_capital or is_role(word, grammar) or word.low in grammar.finite for word in phrase)


def _after_apposition(words: Tokens, at: int, stop: int, grammar: Grammar) -> int:
    """Skip what a circumstance tells of the name that it ends with: "Joined by Paul Orlan, the mill owner, Ada Moru said"."""
    comma = next((number for number in range(at, stop) if words[number].text == ","), None)
    if comma is None or comma + 1 >= stop or not words[comma + 1].is_capital or words[at].low not in grammar.determiners:
        return at
    name = at - 2
    while name > 0 and words[name].is_capital:
        name -= 1
    named = words[name].low in grammar.agents or words[name].low in grammar.absolutes
    return comma + 1 if named and name < at - 2 and words[at - 1].text == "," else at


def _after_place(words: Tokens, at: int, stop: int, grammar: Grammar) -> int:
    """Skip the region after a place that ends a circumstance: "in Orvel, Northern Zanara, Ada Moru said"."""
    comma = next((number for number in range(at, stop) if words[number].text == ","), None)
    if comma is None or comma == at or comma + 1 >= stop or not words[at - 2].is_capital or not words[comma + 1].is_capital:
        return at
    following = words[comma + 1 : next((number for number in range(comma + 1, stop) if words[number].text == ","), stop)]
    place = all(word.is_capital for word in words[at:comma])
    role = any(is_role(word, grammar) for word in following[:3]) and not any(
        word.low in grammar.titles for word in following[:1]
    )
    return comma + 1 if place and not role else at


def is_noun(words: Tokens, at: int, grammar: Grammar) -> bool:
    """Say whether a cue is a noun of the same form: after a determiner, a preposition, a possessive, or "talks, which"."""
    word, before = words[at], words[at - 1] if at else None
    if before is None or word.low in grammar.verbs_only or before.low in grammar.infinitives:
        return False
    if before.low in grammar.gerunds and is_participle(word, grammar):
        return False
    if at > 1 and before.low in grammar.clitics and words[at - 2].low in grammar.inverting and word.low not in grammar.nouns:
        return False  # "comme le dit Ada Moru"
    if before.low in grammar.determiners or before.low in grammar.prepositions or before.low == "'s":
        return True
    following = words[at + 1].low if at + 1 < len(words) else ""
    objective = following in grammar.content_openers and following not in grammar.clause_openers
    if word.low in grammar.said_nouns and (objective or following in grammar.quoting_as):
        return True  # "rated most claims as", "tweets about the dam"
    subject = before.is_capital or before.low in grammar.pronouns or not before.is_word
    plural = not subject and word.low.endswith("s")
    described = word.low in grammar.said_nouns and at + 1 < len(words) and is_participle(words[at + 1], grammar)
    return plural and (following == "," or following in grammar.relatives or described)  # "late tweets blaming the dam"


def is_plausible(words: Tokens, mention: Mention, grammar: Grammar) -> bool:
    """Say whether a mention can be a subject: a name, a pronoun, a role, a noun with its determiner, or a plural."""
    if mention.kind != "unnamed":
        return True
    inside = [word for word in words if mention.start <= word.start < mention.end]
    if inside[0].low in grammar.determiners or any(word.is_capital for word in inside):
        return True  # "another said", "de Winter said"
    before = next((word for word in reversed(words) if word.end <= mention.start), None)
    determined = before is not None and before.low in grammar.determiners
    return determined or any(is_role(word, grammar) for word in inside) or inside[-1].low.endswith("s")
