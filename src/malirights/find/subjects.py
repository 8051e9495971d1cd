"""The subject of a verb of speech: of its own clause, or of the sentence that a participle or a second verb goes on with."""

from __future__ import annotations

from typing import NamedTuple

from malirights.find.grammar import Grammar
from malirights.find.mentions import is_participle, mention_after, mention_before, opens_circumstance
from malirights.find.nouns import Mention, Tokens, is_role
from malirights.find.tokens import Token

__all__ = ["Attribution", "is_noun", "is_plausible", "speaker_of", "subject_of"]


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
    if words[cue].low in grammar.passives and before and before.low in grammar.auxiliaries:
        agent = next((number for number in range(cue + 1, stop) if words[number].low in grammar.agents), None)
        if agent is not None:
            read = mention_after(words[:stop], agent + 1, grammar)
            return read[0] if read else None
    if is_participle(words[cue], grammar) and before and before.low not in grammar.auxiliaries:
        return _of_participle(words, cue, grammar)
    return _inverted(words, cue, stop, grammar) or _own_subject(words, cue, grammar) or _governing(words, cue, grammar)


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
    read = mention_after(words[:stop], cue + 1, grammar)
    if not read or not read[0].kind:
        return None
    ends = read[1] >= stop or words[read[1]].text == ","
    return read[0] if read[1] >= stop or (ends and mention_before(words, cue, 0, grammar) is None) else None


def _leads(word: Token, grammar: Grammar) -> bool:
    """Say whether a word stands before an inverted verb and belongs to it."""
    return word.low in grammar.auxiliaries or word.low in grammar.clitics


def _of_participle(words: Tokens, cue: int, grammar: Grammar) -> Mention | None:
    """Give the subject of a participle: of the noun after "with", else of the verb that it goes on with."""
    if words[cue - 1].is_word:
        quoted = words[cue - 1].low in grammar.quoting_as
        own = mention_before(words, cue - quoted, 0, grammar)
        if quoted and own and is_plausible(words, own, grammar):
            return own  # "quoted Ada Moru as saying"
        start = min(own.start, own.role[0] if own.role else own.start) if own else 0
        first = own and next((number for number, word in enumerate(words) if word.start >= start), None)
        while first and words[first - 1].start >= 0 and words[first - 1].low in grammar.determiners:
            first -= 1
        if own and first and words[first - 1].low in grammar.prepositions and own.kind == "person":
            return own  # "with Ada Moru telling reporters"
    return _governing(words, cue, grammar)


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
    """Read the first noun phrase of a clause, after openings such as "On Tuesday,"."""
    at = first
    while at < stop:
        while at < stop and (words[at].low in grammar.coordinators or not words[at].is_word):
            at += 1
        while at + 1 < stop and words[at].low in grammar.inverting and words[at + 1].low in grammar.said:
            at += 1
        if at >= stop:
            return None
        if (words[at].low in grammar.said and not words[at].is_capital) or not opens_circumstance(words, at, grammar):
            break
        comma = next((number for number in range(at, stop) if words[number].text == ","), None)
        if comma is None:
            return None
        at = _after_place(words, comma + 1, stop, grammar)
    if at < stop and words[at].low in grammar.said:
        at += 1  # ", said Ada Moru"
    found = mention_after(words[:stop], at, grammar)
    return found[0] if found else None


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
    subject = before.is_capital or before.low in grammar.pronouns or not before.is_word
    return not subject and word.low.endswith("s") and (following == "," or following in grammar.relatives)


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
