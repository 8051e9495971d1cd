"""Who says a quote: the rules that look after it, before it, in the lead-in above it, and at the quote it carries on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from malirights.find.grammar import Grammar
from malirights.find.mentions import Mention, mention_after, mention_before, phrase_at, subject_of
from malirights.find.tokens import Token, tokens

__all__ = ["Attribution", "attribute_after", "attribute_before"]

_Tokens = Sequence[Token]
_INVERTED = re.compile(r"(?P<verb>.+?)-(?:t-)?(?P<pronoun>ils?|elles?|on)", re.IGNORECASE)
_AFTER = 60
_BEFORE = 90
_WOVEN = 40
_LATE = 30
_OFFENCE = 9


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


def attribute_after(
    text: str, start: int, end: int, grammar: Grammar, *, sentence: bool, paused: bool, signature: bool
) -> Attribution | None:
    """Attribute a quote by the words after it.

    Args:
        text: The text.
        start: The offset after the closing mark.
        end: Where the sentence after it ends, or the next quote starts.
        grammar: The words of the language.
        sentence: Whether the quote ended its sentence, so that a capital begins another.
        paused: Whether the quote ends with a comma or a mark like it, so that its attribution may follow.
        signature: Whether the words run to the end of the paragraph without a full stop, and so may sign the quote.
    """
    words = tokens(text, start, min(end, start + 12 * _AFTER))[:_AFTER]
    at, dashed = 0, False
    while at < len(words) and words[at].text in ",.!?…–—-―;)]»”’'\"":
        dashed = dashed or words[at].text in "–—-―"
        at += 1
    if at >= len(words):
        return None
    found = _source_phrase(words, at, grammar) or _inverted_pronoun(words, at, grammar) or _inverted(words, at, grammar)
    if found:
        return found
    if paused and not sentence:
        found = _subject_and_cue(words, at, grammar)
        if found:
            return found
    if dashed or signature:
        read = mention_after(words, at, grammar)
        plain = not any(word.low in grammar.auxiliaries or word.low.endswith("s") and word.low in grammar.said for word in words[at:])
        if read and read[0].kind in ("person", "unnamed", "office") and (plain if signature else False):
            return Attribution(read[0], _cue_in(words, read[1], grammar), "signature")
    return None if sentence else _late(words, at, grammar)


def attribute_before(text: str, start: int, end: int, grammar: Grammar, *, lead_in: bool) -> Attribution | None:
    """Attribute a quote by the words before it.

    Args:
        text: The text.
        start: Where the sentence starts.
        end: The offset of the opening mark, or the end of a paragraph that leads in with a colon.
        grammar: The words of the language.
        lead_in: Whether the words stand in the paragraph above.
    """
    words = tokens(text, max(start, end - 12 * _BEFORE), end)[-_BEFORE:]
    if not words:
        return None
    colon = words[-1].text == ":"
    stop = len(words) - 1 if words[-1].text in ":,–—-" else len(words)
    for number in range(stop - 1, max(-1, stop - _WOVEN), -1):
        word = words[number]
        if _is_verb(words, number, stop, grammar, colon=colon):
            if number and words[number - 1].low in ("de", "d'") and colon:
                return Attribution(None, (word.start, word.end), "carried-on")
            if _accuses(words, number, stop, grammar):
                return None
            found = _by_cue(words, number, stop, grammar)
            if found:
                rule = "lead-in" if lead_in else "before" if words[-1].text in ":," else "woven"
                return Attribution(found, (word.start, word.end), rule)
            if colon and number + 3 >= stop:
                return Attribution(None, (word.start, word.end), "carried-on")
        phrase = phrase_at(words, number, grammar.phrases)
        read = mention_after(words[:stop], number + phrase, grammar) if phrase else None
        if read:
            return Attribution(read[0], (word.start, words[number + phrase - 1].end), "source")
        inverted = _INVERTED.fullmatch(word.text) if "-" in word.text else None
        if inverted and _is_inverted_cue(words, number, inverted, grammar):
            return _pronoun_attribution(words, number, inverted, grammar)
    if colon and stop:
        return _transcript(words, stop, grammar)
    return None


def _source_phrase(words: _Tokens, at: int, grammar: Grammar) -> Attribution | None:
    """Read "according to X"."""
    stop = at + phrase_at(words, at, grammar.phrases)
    read = mention_after(words, stop, grammar) if stop > at else None
    return Attribution(read[0], (words[at].start, words[stop - 1].end), "source") if read else None


def _is_verb(words: _Tokens, at: int, stop: int, grammar: Grammar, *, colon: bool) -> bool:
    """Say whether a token is a verb that attributes the words after it."""
    word = words[at]
    if word.is_capital and at:
        return False
    if at and word.low not in ("said", "told") and (words[at - 1].low in grammar.determiners or words[at - 1].low in ("of", "any")):
        return False  # "a warning", "the charges": a noun
    if word.low in grammar.said:
        return True
    if colon:
        return False
    if word.low in grammar.judging:
        return at + 1 == stop
    return word.low in grammar.woven


def _accuses(words: _Tokens, cue: int, stop: int, grammar: Grammar) -> bool:
    """Say whether the words between a cue and its quote make the quoted words an offence."""
    return any(word.low in grammar.accusations for word in words[max(cue, stop - _OFFENCE) : stop])


def _inverted_pronoun(words: _Tokens, at: int, grammar: Grammar) -> Attribution | None:
    """Read "a-t-elle ajouté" and "dit-il"."""
    match = _INVERTED.fullmatch(words[at].text) if "-" in words[at].text else None
    if match and _is_inverted_cue(words, at, match, grammar):
        return _pronoun_attribution(words, at, match, grammar)
    return None


def _is_inverted_cue(words: _Tokens, at: int, match: re.Match[str], grammar: Grammar) -> bool:
    """Say whether a verb joined to its pronoun attributes speech, alone or with the participle after it."""
    if match["verb"].casefold() in grammar.said:
        return True
    return match["verb"].casefold() in grammar.auxiliaries and _participle(words, at, grammar) is not None


def _participle(words: _Tokens, at: int, grammar: Grammar) -> int | None:
    """Give the number of the participle after an auxiliary, adverbs between them skipped."""
    for number in range(at + 1, min(at + 5, len(words))):
        if words[number].low in grammar.said:
            return number
    return None


def _pronoun_attribution(words: _Tokens, at: int, match: re.Match[str], grammar: Grammar) -> Attribution:
    """Attribute to the pronoun that is joined to a verb."""
    start = words[at].start + match.start("pronoun")
    cue = _participle(words, at, grammar)
    verb = (words[cue].start, words[cue].end) if cue is not None else (words[at].start, words[at].start + match.end("verb"))
    return Attribution(Mention(start, words[at].end, None), verb, "after")


def _inverted(words: _Tokens, at: int, grammar: Grammar) -> Attribution | None:
    """Read "said X, a lawyer" and "a déclaré X"."""
    cue = at
    while cue < len(words) - 1 and cue < at + 4 and words[cue].low not in grammar.said and (
        words[cue].low in grammar.auxiliaries or words[cue].low in grammar.between or words[cue].low == "s'"
    ):
        cue += 1
    if words[cue].low not in grammar.said:
        return None
    if cue + 1 < len(words) and words[cue + 1].low in grammar.said:
        cue += 1
    read = mention_after(words, cue + 1, grammar)
    if not read:
        return None
    return Attribution(read[0], (words[cue].start, words[cue].end), "after")


def _subject_and_cue(words: _Tokens, at: int, grammar: Grammar) -> Attribution | None:
    """Read "X said" and "X, a lawyer, told reporters"."""
    for number in range(at + 1, min(at + _LATE, len(words))):
        if words[number].low in grammar.said and not words[number].is_capital:
            mention = mention_before(words, number, at, grammar)
            if mention and _begins_at(words, at, mention, grammar):
                return Attribution(mention, (words[number].start, words[number].end), "after")
            return None
        if words[number].low in ("that", "but"):
            return None
    return None


def _begins_at(words: _Tokens, at: int, mention: Mention, grammar: Grammar) -> bool:
    """Say whether a mention, with its role or title, starts right after the quote."""
    first = min(mention.start, mention.role[0] if mention.role else mention.start)
    return all(
        word.low in grammar.determiners or word.low in grammar.titles or word.text == "." or word.low in grammar.between or word.low.endswith("ly")
        for word in words[at:]
        if word.start < first
    )


def _late(words: _Tokens, at: int, grammar: Grammar) -> Attribution | None:
    """Read an attribution that ends the sentence which a partial quote is woven into: "…, said X" and "…, X said"."""
    for number in range(len(words) - 1, at, -1):
        if words[number].low not in grammar.said or words[number].is_capital:
            continue
        if words[number - 1].text == ",":
            read = mention_after(words, number + 1, grammar)
            if read and read[0].kind:
                return Attribution(read[0], (words[number].start, words[number].end), "late")
        commas = [comma for comma in range(at, number) if words[comma].text == ","]
        if commas:
            mention = mention_before(words, number, commas[-1] + 1, grammar)
            if mention:
                return Attribution(mention, (words[number].start, words[number].end), "late")
        return None
    return None


def _by_cue(words: _Tokens, cue: int, stop: int, grammar: Grammar) -> Mention | None:
    """Give the speaker of a cue that stands before its quote."""
    if _is_passive(words, cue, grammar):
        for number in range(cue + 1, stop):
            if words[number].low in ("by", "par"):
                read = mention_after(words[:stop], number + 1, grammar)
                return read[0] if read else None
    mention = mention_before(words, cue, 0, grammar)
    if mention is None and cue + 1 < stop:
        read = mention_after(words[:stop], cue + 1, grammar)
        mention = read[0] if read and _inverts(words, cue) else None
    return mention or subject_of(words, 0, cue, grammar)


def _inverts(words: _Tokens, cue: int) -> bool:
    """Say whether a verb may stand before its subject: at the start of a clause."""
    return cue == 0 or words[cue - 1].text in ",;:–—" or not words[cue - 1].is_word or words[cue - 1].low in ("a", "ont", "avait")


def _is_passive(words: _Tokens, cue: int, grammar: Grammar) -> bool:
    """Say whether a verb of telling is in the passive: "was told by"."""
    return words[cue].low in ("told", "asked", "informed") and cue > 0 and words[cue - 1].low in ("was", "were", "been", "being")


def _transcript(words: _Tokens, stop: int, grammar: Grammar) -> Attribution | None:
    """Read "X: “…”", a name before a colon and nothing else."""
    read = mention_after(words[:stop], 0, grammar)
    if read and read[1] >= stop and read[0].kind in ("person", "office"):
        return Attribution(read[0], None, "transcript")
    return None


def _cue_in(words: _Tokens, at: int, grammar: Grammar) -> tuple[int, int] | None:
    """Give the cue of a signature, as in "a doctor, speaking on Monday"."""
    for word in words[at:]:
        if word.low in grammar.said:
            return word.start, word.end
    return None
