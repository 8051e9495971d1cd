"""Who says a quote: the rules that look after it, and at the end of its sentence."""

from __future__ import annotations

import re

from malirights.find.grammar import Grammar
from malirights.find.mentions import is_participle, mention_after, mention_before
from malirights.find.nouns import Mention, Tokens, is_full_name_at, is_role, phrase_at
from malirights.find.subjects import Attribution, is_noun, is_plausible, past_attribute
from malirights.find.tokens import tokens_outside_brackets
from malirights.find.verbless import signature

__all__ = [
    "Attribution",
    "attribute_after",
    "attribute_late",
    "inverted",
    "inverted_pronoun",
    "plain_attribution",
    "source_phrase",
]

_INVERTED = re.compile(r"(?P<verb>.+?)-(?:t-)?(?P<pronoun>ils?|elles?|on)", re.IGNORECASE)
_WORD = re.compile(r"\S+")
_ROLE_WORD = re.compile(r"[\w'-]+")
_AFTER = 60
_BEFORE = 90
_CHARACTERS = 12
_WOVEN = 40
_LATE = 30
_OFFENCE = 9
_NEAR = 4
_GROUP = 8


def plain_attribution(text: str, start: int, end: int, grammar: Grammar) -> Attribution | None:
    """Read a verb, a name and a role up to the end of the sentence: what most quotes of press statements have.

    One pattern does it, for speed; where anything is not plain, the words are taken apart like all others.

    Args:
        text: The text.
        start: The offset after the closing mark.
        end: Where the next quote starts, or the paragraph ends.
        grammar: The words of the language.
    """
    match = grammar.plain_attribution.match(text, start, end)
    if not match or not grammar.no_name.isdisjoint(match[2].lower().replace("-", " ").split()):
        return None
    if not match[3]:
        return Attribution(Mention(match.start(2), match.end(2), "person"), match.span(1), "after")
    role = _before_relative(match[3], grammar).rstrip(", \t\xa0")
    if grammar.roles.isdisjoint(_ROLE_WORD.findall(role.lower())):
        return None
    after_commas = {part.split(maxsplit=1)[0].lower() for part in role.split(",")[1:] if part.strip()}
    if role[0].isdigit() or not grammar.role_breaks.isdisjoint(after_commas):
        return None
    start = match.start(3)
    return Attribution(Mention(match.start(2), match.end(2), "person", (start, start + len(role))), match.span(1), "after")


def _before_relative(role: str, grammar: Grammar) -> str:
    """Cut a role where a relative clause begins: "a lawyer, who was there"."""
    if grammar.relatives.isdisjoint(role.lower().split()):
        return role
    return role[: next(word.start() for word in _WORD.finditer(role) if word[0].lower() in grammar.relatives)]


def attribute_after(
    text: str, start: int, end: int, grammar: Grammar, *, sentence: bool, paused: bool, signed: bool
) -> Attribution | None:
    """Attribute a quote by the words after it.

    Args:
        text: The text.
        start: The offset after the closing mark.
        end: Where the sentence after it ends, or the next quote starts.
        grammar: The words of the language.
        sentence: Whether the quote ended its sentence, so that a capital begins another.
        paused: Whether the quote ends with a comma or a mark like it, so that its attribution may follow.
        signed: Whether the words run to the end of the paragraph without a full stop, and so may sign the quote.
    """
    words = tokens_outside_brackets(text, start, min(end, start + _CHARACTERS * _AFTER))[:_AFTER]
    at = next((number for number, word in enumerate(words) if word.is_word or word.low in ("d'", "l'")), None)
    if at is None:
        return None
    if words[at].low in grammar.coordinators:
        return None if sentence else _late(words, at, grammar)
    if words[at].low in grammar.quoting_as:
        put = _subject_and_cue(words, at + 1, grammar) if paused and not sentence and at + 1 < len(words) else None
        return put or (None if sentence else _late(words, at, grammar))
    cleft = phrase_at(words, at, grammar.clefts)
    if cleft:
        return _subject_and_cue(words, at + cleft, grammar)
    found = None if sentence else source_phrase(words, at, grammar)
    found = found or inverted_pronoun(words, at, grammar) or inverted(words, at, grammar)
    if found and found.cue and found.rule == "after" and not paused and _names_only(text[slice(*found.cue)], grammar):
        return None  # "le collectif « … » appelle à manifester"
    if found is None and not sentence and (paused or words[at].low in grammar.pronouns):
        found = (
            _told_of_and_cue(words, at, grammar) or _subject_and_cue(words, at, grammar) or _unknown_verb(words, at, grammar)
        )
    if found is None and sentence and signed:
        found = _closing(words, at, grammar)
    if found is None and signed:
        found = signature(words, at, grammar)
    return found or (None if sentence else _late(words, at, grammar))


def _names_only(cue: str, grammar: Grammar) -> bool:
    """Say whether a cue is a verb that describes or judges by quoted words, and does not introduce them."""
    return cue.lower() in grammar.cues and cue.lower() not in grammar.said


def attribute_late(text: str, start: int, end: int, grammar: Grammar, *, paused: bool) -> Attribution | None:
    """Attribute a quotation by the end of its sentence, past other quotations: "…, said Ada Moru".

    Args:
        text: The text.
        start: The offset after the last quotation of the sentence.
        end: Where the sentence ends.
        grammar: The words of the language.
        paused: Whether that quotation ends with a comma, so that its attribution may follow.
    """
    words = tokens_outside_brackets(text, start, min(end, start + _CHARACTERS * _AFTER))[:_AFTER]
    at = next((number for number, word in enumerate(words) if word.is_word), None)
    found = None if at is None or not paused else _subject_and_cue(words, at, grammar)
    return found._replace(rule="late") if found else _late(words, 0, grammar) if words else None


def _cue_length(words: Tokens, at: int, grammar: Grammar) -> int:
    """Give how many tokens from one on are a cue: a verb of speech, or a phrase such as "pointed out"; 0 where none is."""
    return phrase_at(words, at, grammar.said_phrases) or int(words[at].low in grammar.said)


def source_phrase(words: Tokens, at: int, grammar: Grammar) -> Attribution | None:
    """Read "according to X"."""
    stop = at + phrase_at(words, at, grammar.phrases)
    read = mention_after(words, stop, grammar) if stop > at else None
    if read is None:
        return None
    unnamed = read[0].kind == "unnamed" and not any(is_role(word, grammar) for word in words[stop : read[1]])
    if unnamed and words[at].low in grammar.weak_sources:
        return None  # "pour la troisième fois"
    return Attribution(read[0], (words[at].start, words[stop - 1].end), "source")


def inverted_pronoun(words: Tokens, at: int, grammar: Grammar) -> Attribution | None:
    """Read "a-t-elle ajouté", "dit-il", "se souvient-il" and "met-elle en garde"."""
    while at + 1 < len(words) and words[at].low in grammar.clitics:
        at += 1
    match = _INVERTED.fullmatch(words[at].text) if "-" in words[at].text else None
    if match is None:
        return None
    start, verb = words[at].start, match["verb"].lower()
    mention = Mention(start + match.start("pronoun"), words[at].end, None)
    rest = tuple(word.low for word in words[at + 1 : at + 1 + _NEAR])
    for phrase in grammar.said_phrases.get(verb, ()):
        if rest[: len(phrase) - 1] == phrase[1:]:
            return Attribution(mention, (start, words[at + len(phrase) - 1].end), "after")
    if verb in grammar.inverted_cues:
        return Attribution(mention, (start, start + match.end("verb")), "after")
    if verb not in grammar.auxiliaries:
        return None
    for number in range(at + 1, min(at + 1 + _GROUP, len(words))):
        length = _inverted_cue(words, number, grammar)
        if length:
            return Attribution(mention, (words[number].start, words[number + length - 1].end), "after")
    return None


def _inverted_cue(words: Tokens, at: int, grammar: Grammar) -> int:
    """Give how many tokens from one on are a cue that its subject can follow; 0 where none is."""
    return phrase_at(words, at, grammar.said_phrases) or int(words[at].low in grammar.inverted_cues)


def inverted(words: Tokens, at: int, grammar: Grammar) -> Attribution | None:
    """Read "said X, a lawyer" and "a déclaré X"."""
    cue = at
    while cue < min(at + _GROUP, len(words) - 1) and not _inverted_cue(words, cue, grammar):
        aside = phrase_at(words, cue, grammar.asides)
        if not aside and words[cue].low not in grammar.auxiliaries and words[cue].low not in grammar.between:
            return None
        cue += aside or 1
    length = _inverted_cue(words, cue, grammar) if cue < len(words) else 0
    if not length or is_participle(words[cue], grammar):
        return None
    if length == 1 and cue + 1 < len(words) and words[cue + 1].low in grammar.said:
        cue += 1
    following = cue + length
    if following < len(words) and words[following].text == ",":  # "lance, sans un geste, une femme"
        gap = range(following + 1, min(following + _LATE // 2, len(words)))
        following = next((number + 1 for number in gap if words[number].text == ","), following)
    read = mention_after(words, past_attribute(words, cue, following, grammar), grammar)
    return Attribution(read[0], (words[cue].start, words[cue + length - 1].end), "after") if read else None


def _subject_and_cue(words: Tokens, at: int, grammar: Grammar) -> Attribution | None:
    """Read "X said" and "X, a lawyer, told reporters"."""
    if words[at].low in grammar.clause_openers and words[at].low not in grammar.coordinators:
        return None
    for number in range(at + 1, min(at + _LATE, len(words))):
        length = _cue_length(words, number, grammar)
        if length and not words[number].is_capital and not is_noun(words, number, grammar):
            mention = mention_before(words, number, at, grammar)
            if not mention or not _begins_at(words, at, mention, grammar) or not is_plausible(words, mention, grammar):
                mention = _before_verb_group(words, at, number, grammar) or _before_setting(words, at, number, grammar)
            return Attribution(mention, (words[number].start, words[number + length - 1].end), "after") if mention else None
        if words[number].low in grammar.clause_openers and words[number].low not in grammar.coordinators:
            return None
    return None


def _told_of_and_cue(words: Tokens, at: int, grammar: Grammar) -> Attribution | None:
    """Read "X, who was there, said" and "a baker whose name is withheld told reporters": a subject, what tells of it, a cue."""
    read = mention_after(words, at, grammar)
    relative = read[1] if read else len(words)
    closed = relative < len(words) and words[relative].text == ","
    relative += closed
    if read is None or relative >= len(words) or words[relative].low not in grammar.relatives:
        return None
    no_verb = grammar.auxiliaries | grammar.infinitives | grammar.pronouns
    cues = [
        number
        for number in range(relative + 2, min(at + _LATE, len(words)))
        if _cue_length(words, number, grammar)
        and not words[number].is_capital
        and words[number - 1].low not in no_verb
        and (not closed or words[number - 1].text == ",")
        and not is_noun(words, number, grammar)
    ]
    if not cues or not is_plausible(words, read[0], grammar):
        return None
    cue = cues[0] if closed else cues[-1]
    return Attribution(read[0], (words[cue].start, words[cue + _cue_length(words, cue, grammar) - 1].end), "after")


def _before_setting(words: Tokens, at: int, cue: int, grammar: Grammar) -> Mention | None:
    """Read the subject before a phrase that only says where or how somebody is: "a woman in her forties told reporters"."""
    read = mention_after(words, at, grammar)
    if not read or not 0 < cue - read[1] <= _GROUP or words[read[1]].low not in grammar.prepositions:
        return None
    plain = all(word.is_word and word.low not in grammar.breaks - grammar.prepositions for word in words[read[1] + 1 : cue])
    return read[0] if plain and is_plausible(words, read[0], grammar) else None


def _closing(words: Tokens, at: int, grammar: Grammar) -> Attribution | None:
    """Read "X said." after a quote that ended with a full stop: a sentence with nothing but a subject and a cue."""
    found = _subject_and_cue(words, at, grammar)
    if found is None or found.cue is None:
        return None
    rest = [word for word in words if word.start >= found.cue[1]]
    return found if all(not word.is_word or word.low in grammar.between for word in rest) else None


def _before_verb_group(words: Tokens, at: int, cue: int, grammar: Grammar) -> Mention | None:
    """Read the subject before a verb of several words: "X is expected to say", "X can be heard saying"."""
    read = mention_after(words, at, grammar)
    if not read or not 0 < cue - read[1] <= _NEAR or words[read[1]].low not in grammar.auxiliaries:
        return None
    group = words[read[1] + 1 : cue]
    plain = all(word.low in grammar.auxiliaries or word.low in grammar.infinitives or word.is_word for word in group)
    return read[0] if plain and is_plausible(words, read[0], grammar) else None


def _unknown_verb(words: Tokens, at: int, grammar: Grammar) -> Attribution | None:
    """Read "chirruped X" and "X barked": a verb that no list knows, by its place between a quote and a name."""
    word = words[at]
    if word.is_capital:
        read = mention_after(words, at, grammar)
        verb = words[read[1]] if read and read[1] < len(words) else None
        named = read is not None and (read[0].kind == "person" or words[read[1] - 1].is_capital)
        if not read or not verb or not named or not verb.low.endswith(grammar.past_endings) or verb.is_capital:
            return None
        return Attribution(read[0], (verb.start, verb.end), "after")
    if not word.is_word or word.low in grammar.no_name or word.low in grammar.breaks or is_role(word, grammar):
        return None
    if word.low in grammar.connectives or at + 1 >= len(words) or not is_full_name_at(words, at + 1, grammar):
        return None
    read = mention_after(words, at + 1, grammar)
    return Attribution(read[0], (word.start, word.end), "after") if read else None


def _begins_at(words: Tokens, at: int, mention: Mention, grammar: Grammar) -> bool:
    """Say whether a mention, with its role or title, starts right after the quote."""
    first = min(mention.start, mention.role[0] if mention.role else mention.start)
    read = mention_after(words, at, grammar)
    if read and read[0].start == mention.start:
        return True  # "Rain Minister Ada Moru, an engineer, said", whose role before the name is not the one kept
    skipped = (word for word in words[at:] if word.start < first)
    return all(
        word.low in grammar.determiners or word.low in grammar.titles or word.low in grammar.between or word.text == "."
        for word in skipped
    )


def _late(words: Tokens, at: int, grammar: Grammar) -> Attribution | None:
    """Read an attribution that ends the sentence which a partial quote is woven into: "…, said X" and "…, X said"."""
    for number in range(len(words) - 1, at, -1):
        if words[number].low not in grammar.said or words[number].is_capital or is_noun(words, number, grammar):
            continue
        if number + _LATE // 2 < len(words) and words[number - 1].text != ",":
            return None
        cue = words[number].start, words[number].end
        read = mention_after(words, number + 1, grammar) if words[number - 1].text == "," else None
        if read and read[0].kind:
            return Attribution(read[0], cue, "late")
        comma = next((comma for comma in range(number - 1, at - 1, -1) if words[comma].text == ","), None)
        mention = mention_before(words, number, comma + 1, grammar) if comma is not None else None
        if comma is None or mention is None or not _begins_at(words, comma + 1, mention, grammar):
            return None
        return Attribution(mention, cue, "late")
    return None
