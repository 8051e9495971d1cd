"""What a noun phrase names: a person with a role or a title, an organisation, an office, or somebody unnamed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from malirights.find.grammar import Grammar, Phrases
from malirights.find.tokens import Token
from malirights.model import SpeakerKind

__all__ = [
    "Mention",
    "Tokens",
    "analysed",
    "is_full_name_at",
    "is_plain_name",
    "is_role",
    "is_title",
    "phrase_at",
    "phrase_end",
    "stretch",
]

Tokens = Sequence[Token]

_LONGEST = 16
_NAME_LONGEST = 6
_FULL_NAME = 2
_PLACE = 4
_POSSESSIVE = "'s"


class Mention(NamedTuple):
    """Words that name a speaker.

    Attributes:
        start: The offset of the first word, determiners and titles left out.
        end: The offset after the last.
        kind: What they name; None for a pronoun, which names nobody by itself.
        role: Start and end of the apposition or of the office before the name, or None.
    """

    start: int
    end: int
    kind: SpeakerKind | None
    role: tuple[int, int] | None = None


def phrase_at(words: Tokens, at: int, index: Phrases) -> int:
    """Give how many tokens from one on are a phrase of an index; 0 where none starts there."""
    for phrase in index.get(words[at].low, ()):
        if len(phrase) == 1 or tuple(word.low for word in words[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def phrase_end(words: Tokens, at: int, grammar: Grammar) -> int:
    """Give the number of the token after the noun phrase that starts at one."""
    stop = at
    while stop < len(words) and stop - at < _LONGEST:
        if words[stop].text == "(" and stop + 2 < len(words) and words[stop + 2].text == ")" and words[stop + 1].text.isupper():
            stop += 2  # an acronym
        elif not _goes_on(words, at, stop, grammar):
            break
        stop += 1
    while stop > at and (words[stop - 1].low in grammar.connectives or words[stop - 1].low == _POSSESSIVE):
        stop -= 1
    return stop


def _goes_on(words: Tokens, first: int, at: int, grammar: Grammar) -> bool:
    """Say whether a token belongs to the noun phrase that starts at another."""
    word = words[at]
    if word.text == ".":
        return at > first and _abbreviated(words, at, grammar)
    if word.text == "'":  # a possessive plural
        return at > first and at + 1 < len(words) and words[at + 1].is_capital
    if not word.is_word and word.low not in (_POSSESSIVE, "&", "d'", "l'"):
        return False
    if at == first:
        return True
    if word.low in grammar.connectives:
        return _joins(words, at, grammar)
    if word.low in grammar.between:
        return False
    if word.is_capital or (words[at - 1].low in grammar.determiners and word.low in grammar.nouns):
        return True  # "le juge", "le communiqué", which are forms of verbs too
    if word.low.endswith(grammar.past_endings) and _is_verb(words, first, at, grammar):
        return False
    return word.low not in grammar.breaks and word.low not in grammar.said and word.low not in grammar.auxiliaries


def _is_verb(words: Tokens, first: int, at: int, grammar: Grammar) -> bool:
    """Say whether a word in a past form is the verb of a noun phrase: "Ada Moru resisted", "the city embodied the hope"."""
    before, following = words[at - 1], words[at + 1] if at + 1 < len(words) else None
    if before.low in grammar.determiners:
        return False
    if before.is_capital:
        return True
    if following is None or at == first:
        return False
    if before.low.endswith(grammar.adverb_endings):
        named = words[at - 2].is_capital and words[at - 2].low not in grammar.determiners
        return at > first + 1 and named  # "Ada Moru suddenly resisted", not "a newly elected judge"
    return following.low in grammar.determiners or following.low in grammar.between or following.low in grammar.breaks


def _abbreviated(words: Tokens, at: int, grammar: Grammar) -> bool:
    """Say whether a full stop inside a noun phrase belongs to a title before a name, or to a month or the like."""
    if at + 1 >= len(words):
        return False
    if is_title(words[at - 1], grammar):
        return _in_name(words[at + 1], grammar)
    return words[at - 1].low in grammar.abbreviations and words[at + 1].text[0].isdigit()


def _joins(words: Tokens, at: int, grammar: Grammar) -> bool:
    """Say whether "of", "and" and the like go on with the noun phrase: before a name, a determiner or a noun."""
    if at + 1 >= len(words):
        return False
    word, following = words[at], words[at + 1]
    if word.low in grammar.coordinators:
        more = at + 2 < len(words) and words[at + 2].is_capital and following.low in grammar.connectives
        return following.is_capital or following.low in grammar.roles or more
    if word.low in grammar.attachments:
        return following.is_capital or following.low in grammar.determiners or following.low in grammar.connectives
    return following.is_word or following.low in ("l'", "d'")


def analysed(words: Tokens, start: int, stop: int, grammar: Grammar) -> Mention | None:
    """Take a noun phrase apart into name and role; None where it has no words."""
    while start + 1 < stop and words[start].low in grammar.opening_words and words[start].is_capital:
        start += 1  # "As Ada Moru put it", "Even Zanara said"
    opened = start
    if start + 2 < stop and words[start].low in grammar.determiners and words[start + 1].text[0].isdigit():
        start += 2 * words[start + 2].is_capital  # "the 46-year-old Moru"
    while start + 1 < stop and words[start].low in grammar.determiners and words[start + 1].low not in grammar.prepositions:
        start += 1
    if start >= stop or not any(word.is_word for word in words[start:stop]):
        return None
    name = _name_start(words, _abbreviated_title(words, start, stop, grammar), stop, grammar, determined=start > opened)
    if name is None:
        kind = _kind(words, start, stop, grammar)
        return Mention(words[start].start, words[_head_end(words, start, stop, grammar) - 1].end, kind)
    end = _name_end(words, name, stop, grammar)
    role = _role_before(words, start, name, grammar)
    if role is None and end < stop and _tells_role(words, end, stop, grammar):
        role = stretch(words, end, stop)
    return Mention(words[name].start, words[end - 1].end, "person", role)


def _abbreviated_title(words: Tokens, start: int, stop: int, grammar: Grammar) -> int:
    """Give where the title behind the name of a place stands: "U.S. Rep.", "North Zanara Sen."; else the start."""
    for number in range(start, min(start + _PLACE, stop - 1)):
        if not words[number].is_capital:
            if words[number].low in grammar.function_words or not (number == start or is_role(words[number], grammar)):
                break
            continue  # "former Rep. Ada Moru"
        if is_title(words[number], grammar) and (words[number + 1].text == "." or "." in words[max(start, number - 1)].text):
            return number
    return start


def _tells_role(words: Tokens, start: int, stop: int, grammar: Grammar) -> bool:
    """Say whether what follows a name in its phrase is a role: "of the court", "lawyer at the court"."""
    if words[start].low in grammar.coordinators or words[start].low in grammar.addressing:
        return False
    return words[start].low in grammar.connectives or any(is_role(word, grammar) for word in words[start:stop])


def _head_end(words: Tokens, start: int, stop: int, grammar: Grammar) -> int:
    """Give where a phrase ends that a verb may follow: after its last role noun, or its last capital or organisation noun."""
    heads = [number for number in range(start, stop) if is_role(words[number], grammar)] or [
        number for number in range(start, stop) if _names_a_body(words[number], grammar)
    ]
    after = heads[-1] + 1 if heads else stop
    return after if after < stop and _is_lower(words[after], grammar) and not _extends(words[after], grammar) else stop


def _names_a_body(word: Token, grammar: Grammar) -> bool:
    """Say whether a word is a capital, or a noun of organisations or texts."""
    return word.is_capital or word.low in grammar.organisation_nouns or word.low in grammar.documents


def _extends(word: Token, grammar: Grammar) -> bool:
    """Say whether a word goes on with a noun phrase after its noun: "of", "from", "for"."""
    return word.low in grammar.connectives or word.low in grammar.prepositions


def _name_start(words: Tokens, start: int, stop: int, grammar: Grammar, *, determined: bool) -> int | None:
    """Give where a person's name starts in a noun phrase; None where there is none."""
    role = max((number for number in range(start, stop) if is_role(words[number], grammar)), default=None)
    if role is not None and _is_of(words, start, role, grammar):
        return None
    after = start if role is None else role + 1
    after = _skip_titles(words, after, stop, grammar)
    if role is not None and after < stop and _is_name(words, after, stop, grammar):
        return after  # "the group's director Ada Moru"
    if determined and role == stop - 1 and not words[role].is_capital:
        return None  # "the New Orvel native"
    if role is not None and (behind := _behind_complement(words, role + 1, stop, grammar)):
        return behind
    owner = max((number for number in range(start, stop) if words[number].low == _POSSESSIVE), default=None)
    if owner and stop - owner > _FULL_NAME and is_plain_name(words, owner + 1, stop, grammar):
        return owner + 1  # "Orvel University's Ada Moru"
    lower = max((number for number in range(start, stop) if _is_lower(words[number], grammar)), default=None)
    noun = determined or owner is not None
    if (
        noun
        and lower is not None
        and after <= lower + 1
        and stop - lower > _FULL_NAME
        and _precedes_name(words, lower, stop, grammar)
    ):
        return lower + 1  # "the reporter's stepsister Ada Moru", whatever the noun
    place = None if role is None or lower is None else _after_region(words, lower + 1, stop, grammar)
    if place and _is_name(words, place, stop, grammar):
        return place  # "director for Eastern Europe Ada Moru"
    begins = _skip_titles(words, start, stop, grammar)
    if begins > start and not _is_name(words, begins, stop, grammar):
        begins = start
    end = _name_end(words, begins, stop, grammar)
    if end < stop and words[end].low == _POSSESSIVE:
        return None  # "Ada Moru's lawyer" is not Ada Moru
    fewest = 1 if begins > start or end == stop else _FULL_NAME
    return begins if end - begins >= fewest and _is_name(words, begins, end, grammar) else None


def _is_of(words: Tokens, start: int, title: int, grammar: Grammar) -> bool:
    """Say whether the title of a name stands in the complement of another role: "the wife of Judge Ada Moru"."""
    first = next((number for number in range(start, title) if is_role(words[number], grammar)), title)
    between = [word.low for word in words[first + 1 : title]]
    joined = any(low in grammar.prepositions or low in grammar.complements for low in between)
    return is_title(words[title], grammar) and joined and grammar.coordinators.isdisjoint(between)


def _behind_complement(words: Tokens, at: int, stop: int, grammar: Grammar) -> int | None:
    """Give where a full name starts behind a role and the name in its complement: "la ministre de la Pluie Ada Moru"."""
    if at >= stop or words[at].low not in grammar.complements:
        return None
    while at < stop and (words[at].low in grammar.complements or words[at].low in grammar.determiners):
        at += 1
    first = at
    at += (phrase_at(words[:stop], at, grammar.organisations) if at < stop else 0) or 1
    capitals = sum(word.is_capital for word in words[at:stop])
    while capitals > _FULL_NAME and at < stop and words[at].is_capital:
        at, capitals = at + 1, capitals - 1
    named = first < stop and words[first].is_capital and capitals == _FULL_NAME and at < stop and words[at].is_capital
    return at if named and _name_end(words, at, stop, grammar) == stop and _is_name(words, at, stop, grammar) else None


def _after_region(words: Tokens, at: int, stop: int, grammar: Grammar) -> int | None:
    """Give where a full name can start after the name of a region; None where no region stands there."""
    after = next((number for number in range(at, stop) if words[number].low not in grammar.regions), stop)
    return after if after > at and stop - after >= _FULL_NAME else None


def _precedes_name(words: Tokens, at: int, stop: int, grammar: Grammar) -> bool:
    """Say whether a noun is followed by a name."""
    return words[at].low not in grammar.connectives and _is_name(words, at + 1, stop, grammar)


def _skip_titles(words: Tokens, at: int, stop: int, grammar: Grammar) -> int:
    """Skip titles and their full stops, the last word of the phrase excepted."""
    while at + 1 < stop and (is_title(words[at], grammar) or words[at].text == "."):
        at += 1
    return at


def _is_lower(word: Token, grammar: Grammar) -> bool:
    """Say whether a token is a word in lower case that is no particle of a name."""
    return word.is_word and not word.is_capital and word.low not in grammar.particles


def is_title(word: Token, grammar: Grammar) -> bool:
    """Say whether a word is a title or a form of address, with its full stop or without."""
    return word.low.rstrip(".") in grammar.titles


def is_role(word: Token, grammar: Grammar) -> bool:
    """Say whether a word is a role noun, also in the plural."""
    return word.low in grammar.roles_and_plurals or ("-" in word.low and word.low.rpartition("-")[2] in grammar.roles)


def _name_end(words: Tokens, start: int, stop: int, grammar: Grammar) -> int:
    """Give the number of the token after a person's name."""
    end = start
    while end < stop and end - start < _NAME_LONGEST:
        word = words[end]
        if word.is_capital:
            if end - start >= _FULL_NAME and (is_role(word, grammar) or phrase_at(words[:stop], end, grammar.organisations)):
                break
        elif not (word.low in grammar.particles and end + 1 < stop and _in_name(words[end + 1], grammar)):
            break
        end += 1
    return end


def _in_name(word: Token, grammar: Grammar) -> bool:
    """Say whether a token may stand after a particle of a name."""
    return word.is_capital or word.low in grammar.particles


def _is_name(words: Tokens, start: int, stop: int, grammar: Grammar) -> bool:
    """Say whether tokens start with a person's name: capitals and particles, no noun of an organisation, no place alone."""
    name = words[start : _name_end(words, start, stop, grammar)]
    titled = start > 0 and (is_title(words[start - 1], grammar) or words[start - 1].text == ".")
    office = titled and len(name) > 1 and is_role(words[start - 1], grammar)
    if office and (name[0].low in grammar.complements or name[1].low in grammar.determiners):
        return False  # "ministre de la Défense", "maire d'Orvel"
    if not name or name[0].low in grammar.nameless or not (name[0].is_capital or (titled and len(name) > 1)):
        return False
    if any(word.low in grammar.organisation_nouns or is_role(word, grammar) for word in name):
        return False
    if phrase_at(words[:stop], start, grammar.organisations):
        return False
    acronyms = sum(word.text.isalpha() and word.text.isupper() and len(word.text) > 2 for word in name)  # noqa: PLR2004 - no initials
    if 0 < acronyms < len(name) or (acronyms and len(name) == 1):
        return False
    return name[0].low not in grammar.regions and name[-1].low not in grammar.regions


def is_full_name_at(words: Tokens, at: int, grammar: Grammar) -> bool:
    """Say whether a person's name of two words or more starts at a token."""
    return _name_end(words, at, len(words), grammar) - at >= _FULL_NAME and _is_name(words, at, len(words), grammar)


def is_plain_name(words: Tokens, start: int, stop: int, grammar: Grammar, *, alone: bool = False) -> bool:
    """Say whether tokens are nothing but a person's name, of two words or more with its titles; with `alone`, of one."""
    first = _skip_titles(words, start, stop, grammar)
    if _name_end(words, first, stop, grammar) != stop or not _is_name(words, first, stop, grammar):
        return False
    return alone or first > start or stop - first >= _FULL_NAME


def _role_before(words: Tokens, start: int, name: int, grammar: Grammar) -> tuple[int, int] | None:
    """Give the role that stands before a name; forms of address are none."""
    stop = name
    while stop > start and (is_title(words[stop - 1], grammar) or words[stop - 1].text == "."):
        stop -= 1
    if stop == start:
        return None
    return stretch(words, start, stop if words[name - 1].text == "." else name)


def stretch(words: Tokens, start: int, stop: int) -> tuple[int, int] | None:
    """Give the offsets of some tokens, marks at both ends left out; None where no word is left."""
    while start < stop and not (words[start].is_word or words[start].low in ("l'", "d'")):
        start += 1
    bracketed = any(word.text == "(" for word in words[start:stop])
    while stop > start and not words[stop - 1].is_word and not (bracketed and words[stop - 1].text == ")"):
        stop -= 1
    return (words[start].start, words[stop - 1].end) if start < stop else None


def _kind(words: Tokens, start: int, stop: int, grammar: Grammar) -> SpeakerKind:
    """Tell what a noun phrase without a person's name names."""
    phrase = words[start:stop]
    if all(word.low in grammar.determiners for word in phrase):
        return "unnamed"
    if words[start].is_capital and phrase_at(phrase, 0, grammar.organisations):
        return "organisation"
    complement = next((number for number, word in enumerate(phrase) if number and _extends(word, grammar)), len(phrase))
    if any(word.low in grammar.offices for word in phrase[:complement]):
        return "office"
    if any(is_role(word, grammar) for word in phrase):
        return "office" if words[start].is_capital else "unnamed"
    if words[start].is_capital or any(word.low in grammar.organisation_nouns for word in phrase):
        return "organisation"
    return "unnamed"
