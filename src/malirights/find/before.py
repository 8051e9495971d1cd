"""Who says a quote: the rules that look before it in its sentence, at its subject, or at the subject after it."""

from __future__ import annotations

from collections.abc import Sequence

from malirights.find.attribution import inverted_pronoun, source_phrase
from malirights.find.grammar import Grammar
from malirights.find.mentions import mention_after, opens_circumstance
from malirights.find.nouns import Mention, Tokens, analysed, phrase_at
from malirights.find.scare import names_charge
from malirights.find.subjects import Attribution, is_noun, is_plausible, speaker_of, subject_of
from malirights.find.tokens import Token, tokens_outside_brackets
from malirights.find.verbless import announced

__all__ = ["attribute_ahead", "attribute_before", "attribute_by_subject"]

_BEFORE = 90
_CHARACTERS = 12
_WOVEN = 40
_LATE = 30
_OFFENCE = 9
_NEAR = 4
_GROUP = 8


def attribute_before(
    text: str, start: int, end: int, grammar: Grammar, *, lead_in: bool, gaps: Sequence[tuple[int, int]] = ()
) -> Attribution | None:
    """Attribute a quote by the words before it.

    Args:
        text: The text.
        start: Where the sentence starts.
        end: The offset of the opening mark, or the end of a paragraph that leads in with a colon.
        grammar: The words of the language.
        lead_in: Whether the words stand in the paragraph above.
        gaps: Other quotations in the sentence, whose words are passed over.
    """
    words = _words_before(text, start, end, gaps)
    if not words:
        return None
    last = words[-1].text
    colon = last == ":"
    stop = len(words) - 1 if last in ":,–—-" else len(words)
    rule = "lead-in" if lead_in else "before" if last in ":," else "woven"
    apart: Attribution | None = None
    for number in range(stop - 1, max(-1, stop - _WOVEN), -1):
        low = words[number].low
        length = phrase_at(words[:stop], number, grammar.said_phrases)
        if low in grammar.said_nouns and (owner := _owner(words, number, stop, grammar)):
            return Attribution(owner, (words[number].start, words[number].end), rule)
        if length or (low in grammar.cues and _is_cue(words, number, stop, grammar, colon=last in ":,")):
            if names_charge([word.text for word in words[max(number, stop - _OFFENCE) : stop]], grammar):
                return None
            cue = words[number].start, words[number + max(length, 1) - 1].end
            mention = speaker_of(words, number, stop, grammar)
            if mention and last == "," and not apart and _is_subordinate(words, mention, grammar):
                apart = Attribution(mention, cue, rule)
            elif mention or (colon and number + _NEAR > stop):
                return Attribution(mention, cue, rule if mention else "carried-on")
        if low in grammar.phrases or "-" in low:
            found = source_phrase(words[:stop], number, grammar) or inverted_pronoun(words, number, grammar)
            if found:
                return found
    return apart or (announced(words, stop, rule, grammar) if colon and stop else None)


def attribute_by_subject(
    text: str, start: int, end: int, grammar: Grammar, gaps: Sequence[tuple[int, int]]
) -> Attribution | None:
    """Attribute words woven into a sentence without a verb of speech to its subject: "The letter aims at “…”".

    Args:
        text: The text.
        start: Where the sentence starts.
        end: The offset of the opening mark.
        grammar: The words of the language.
        gaps: Other quotations in the sentence, whose words are passed over.
    """
    words = _words_before(text, start, end, gaps)
    subject = subject_of(words, 0, len(words), grammar) if words else None
    if subject is None or (subject.kind == "unnamed" and not is_plausible(words, subject, grammar)):
        return None
    return Attribution(subject, None, "subject")


def attribute_ahead(
    text: str, before: tuple[int, int], after: tuple[int, int], grammar: Grammar, gaps: Sequence[tuple[int, int]]
) -> Attribution | None:
    """Attribute words in a phrase that opens a sentence to the subject after it: "Calling it “…”, Ada Moru left".

    Args:
        text: The text.
        before: Where the sentence starts, and the offset of the opening mark.
        after: The offset of the last sign of the quote, and where the sentence ends.
        grammar: The words of the language.
        gaps: Other quotations in the sentence, whose words are passed over.
    """
    words = _words_before(text, *before, gaps)
    if not words or not opens_circumstance(words, 0, grammar):
        return None
    cues = (number for number in range(len(words) - 1, -1, -1) if words[number].low in grammar.cues)
    cue = next((number for number in cues if not is_noun(words, number, grammar)), None)
    if cue is None:
        return None
    following = [word for word in tokens_outside_brackets(text, *after)[:_LATE] if word.text not in '”"»']
    for at, word in enumerate(following[:-1]):
        if word.text == "," and not opens_circumstance(following, at + 1, grammar):
            read = mention_after(following, at + 1, grammar)
            if read and is_plausible(following, read[0], grammar):
                return Attribution(read[0], (words[cue].start, words[cue].end), "woven")
    return None


def _words_before(text: str, start: int, end: int, gaps: Sequence[tuple[int, int]]) -> Tokens:
    """Give the words before a quotation, those inside other quotations left out."""
    words: list[Token] = []
    at = max(start, end - _CHARACTERS * _BEFORE)
    for first, after in [*gaps, (end, end)]:
        if at < first:
            words += tokens_outside_brackets(text, at, first)
        at = max(at, after)
    return words[-_BEFORE:]


def _is_cue(words: Tokens, at: int, stop: int, grammar: Grammar, *, colon: bool) -> bool:
    """Say whether a token is a verb that attributes the words after it, not a noun of the same form."""
    word = words[at]
    if at and word.is_capital:
        return False
    if is_noun(words, at, grammar):
        return False
    if word.low in grammar.said:
        return True
    if colon and at + 1 + _NEAR < stop:
        return False
    if word.low in grammar.judging:
        return at + 1 == stop or (at + 2 == stop and words[at + 1].low in grammar.determiners)
    return word.low in grammar.woven


def _owner(words: Tokens, at: int, stop: int, grammar: Grammar) -> Mention | None:
    """Give the one whose saying a noun tells, before what was said: "Ada Moru's recent claim that …"."""
    following = words[at + 1].low if at + 1 < stop else ""
    told = following in grammar.content_openers and (at + 2 == stop or following in grammar.clause_openers)
    if not told and not (at + 1 == stop < len(words)):
        return None  # "rated Ada Moru's claim “…”"
    first = at - 1
    while first > at - _NEAR and first > 0 and words[first].is_word and not words[first].is_capital:
        first -= 1
    verb = any(word.low in grammar.finite for word in words[first + 1 : at])
    if first < 1 or verb or words[first].low not in ("'s", "'"):
        return None
    start, named = first - 1, words[first - 1].is_capital
    while start and (words[start - 1].is_capital if named else words[start].low not in grammar.determiners):
        start -= 1
    return analysed(words, start, first, grammar) if first - start < _GROUP else None


def _is_subordinate(words: Tokens, subject: Mention, grammar: Grammar) -> bool:
    """Say whether a subject stands in a clause of time or reason inside a sentence: "… said that when it rained, “…”"."""
    before = [word for word in words if word.end <= min(subject.start, subject.role[0] if subject.role else subject.start)]
    while before and (before[-1].low in grammar.determiners or before[-1].low in grammar.titles or before[-1].text == "."):
        before.pop()
    return len(before) > 1 and before[-1].low in grammar.subordinators
