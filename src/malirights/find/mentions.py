"""Noun phrases that name a speaker, before or after a verb, with titles, roles and appositions taken apart."""

from __future__ import annotations

from malirights.find.grammar import Grammar
from malirights.find.nouns import (
    Mention,
    Tokens,
    analysed,
    is_full_name_at,
    is_plain_name,
    is_role,
    is_title,
    phrase_at,
    phrase_end,
    stretch,
)
from malirights.find.tokens import Token

__all__ = ["is_participle", "mention_after", "mention_before", "opens_circumstance"]

_LONGEST = 16
_NEAR = 3
_FULL_NAME = 2
_ROLE_LONGEST = 40


def mention_after(words: Tokens, at: int, grammar: Grammar) -> tuple[Mention, int] | None:
    """Read the noun phrase that starts at a token, with the apposition after it.

    Returns:
        The mention, and the number of the token after it and its apposition; None where no noun phrase starts there.
    """
    at = _skip_adverbs(words, at, grammar)
    while at < len(words) and words[at].text in '“"‘':
        at += 1
    if at >= len(words):
        return None
    word = words[at]
    if word.low in grammar.pronouns and not _determines(words, at, grammar):
        return Mention(word.start, word.end, None), at + 1
    if (word.low in grammar.breaks and not word.is_capital) or word.low in grammar.no_openers:
        return None
    if not grammar.documents.isdisjoint([other.low for other in words[at : at + _NEAR]]):
        author = _author(words, at, grammar)
        if author:
            return author
    stop = phrase_end(words, at, grammar)
    mention = analysed(words, at, stop, grammar)
    return _with_apposition(words, mention, stop, grammar) if mention else None


def mention_before(words: Tokens, cue: int, first: int, grammar: Grammar) -> Mention | None:
    """Read the subject that stands before a verb.

    Args:
        words: The tokens of the clause.
        cue: The number of the verb.
        first: The number of the first token that may belong to the subject.
        grammar: The words of the language.
    """
    last = next((number for number in range(cue - 1, first - 1, -1) if not _is_between(words, number, grammar)), None)
    if last is None or words[last].low in grammar.coordinators or words[last].low in grammar.infinitives:
        return None
    noun = last > first and words[last].low in grammar.nouns and words[last - 1].low in grammar.determiners  # "la juge"
    if words[last].low in grammar.said and not words[last].is_capital and not noun:
        return None  # "denied having said": the subject stands before the first verb
    word = words[last]
    opening = word.low in grammar.subordinators  # "When asked", with a capital
    if word.low in grammar.breaks and (opening or not word.is_capital) and word.low not in grammar.pronouns:
        return None
    verb, _, pronoun = word.low.rpartition("-")
    if verb.removesuffix("-t") in grammar.auxiliaries and pronoun in grammar.pronouns:  # "a-t-elle ajouté"
        return Mention(word.end - len(pronoun), word.end, None)
    if word.low in grammar.relatives and last > first:
        return mention_before(words, last - (words[last - 1].text == ","), first, grammar)
    if word.low in grammar.pronouns and (last == first or words[last - 1].low not in grammar.prepositions):
        return Mention(word.start, word.end, None)
    if word.text in ",–—":
        if last - 2 > first and words[last - 1].low in grammar.pronouns and words[last - 2].text == ",":
            return mention_before(words, last - 2, first, grammar)  # "le ministre, lui, parle"
        return _before_apposition(words, last, first, grammar)
    return _nominal_before(words, last, first, grammar)


def _nominal_before(words: Tokens, last: int, first: int, grammar: Grammar) -> Mention | None:
    """Read the noun phrase that ends with a token, with a name or a role before its comma."""
    bracketed = last - 3 >= first and words[last].text == ")" and words[last - 2].text == "("  # an acronym
    start = _phrase_start(words, last - 3 * bracketed, first, grammar)
    found = analysed(words, start, last + 1, grammar)
    place = found is not None and (found.kind != "person" or start == last)
    if (
        found
        and place
        and start > first
        and (words[start - 1].low in grammar.prepositions or words[start - 1].low in grammar.agents)
    ):
        clause = _clause_start(words, start, first, grammar)
        if clause > first + 1 and words[clause - 1].low in grammar.relatives:
            return mention_before(words, clause - 1, first, grammar) or found  # "a student who stood at the gate"
        opens = words[clause].low in grammar.determiners or words[clause].is_capital or is_role(words[clause], grammar)
        if clause < start and opens:
            found = analysed(words, clause, phrase_end(words, clause, grammar), grammar) or found
            start = clause
    if found is None or start == first or words[start - 1].text != ",":
        return found
    if found.kind == "person":
        return found if found.role else _with_role_before(words, found, start - 1, first, grammar)
    named = _before_apposition(words, start - 1, first, grammar)
    if (
        named
        and words[start - 2].end in (named.end, named.role[1] if named.role else -1)
        and named.kind == "person"
        and named.role is None
        and any(is_role(word, grammar) for word in words[start : last + 1])
    ):
        return named._replace(role=(found.start, found.end))
    return found


def _determines(words: Tokens, at: int, grammar: Grammar) -> bool:
    """Say whether a word that is also a pronoun opens a noun phrase: "her daughter"."""
    following = words[at + 1] if at + 1 < len(words) else None
    return (
        words[at].low in grammar.determiners
        and following is not None
        and following.is_word
        and following.low not in grammar.breaks
    )


def _skip_adverbs(words: Tokens, at: int, grammar: Grammar) -> int:
    """Skip adverbs, times and asides between a verb and its subject."""
    while at < len(words):
        if at + 2 < len(words) and words[at + 1].text.isdigit() and words[at + 2].low in grammar.times:
            at += 3  # "le 3 mai"
            continue
        aside = phrase_at(words, at, grammar.asides)
        if not aside and (words[at].low in grammar.pronouns or not _is_adverb(words, at, grammar)):
            told = _addressee_end(words, at, grammar)
            if told == at:
                break
            at = told
            continue
        at += aside or 1
    return at


def _addressee_end(words: Tokens, at: int, grammar: Grammar) -> int:
    """Give the number of the token after the one who is told, or another complement; that of `at` where none is.

    That is "to reporters", "à la presse", "devant la cour de Velmora", with a subject behind it.
    """
    if words[at].low not in grammar.settings or at + 2 >= len(words):
        return at
    named = phrase_at(words, at + 1, grammar.organisations)
    if named:
        return at + 1 + named
    first = at + 1
    while first < len(words) and (words[first].low in grammar.complements or words[first].low in grammar.settings):
        first += 1  # "lors d'une conférence"
    after = _noun_end(words, first, grammar)
    while after < len(words) and words[after].low in grammar.complements:
        after = _noun_end(words, after + 1, grammar)
    speaker = words[after] if after < len(words) else None
    follows = speaker is not None and (
        speaker.is_capital or speaker.low in grammar.determiners or speaker.low in grammar.settings
    )
    return after if follows else at


def _noun_end(words: Tokens, at: int, grammar: Grammar) -> int:
    """Give the number of the token after a determiner, a noun or the capitals of a name, and an adjective or two."""
    while at < len(words) and words[at].low in grammar.determiners:
        at += 1
    first = at
    while at < len(words) and words[at].is_capital:
        at += 1
    if at - first > 1:  # "à Radio Velmora Ada Moru": the last two are the speaker
        speaks = at == len(words) or not words[at].is_word
        return max(first + 1, at - _FULL_NAME) if speaks else at
    if at > first:
        return at
    at += 1
    while at < min(first + _NEAR, len(words)) and words[at].is_word and _describes(words[at], grammar):
        at += 1
    return at


def _describes(word: Token, grammar: Grammar) -> bool:
    """Say whether a word may be an adjective after its noun."""
    return not (word.is_capital or word.low in grammar.determiners or word.low in grammar.settings) and not (
        word.low in grammar.complements or word.low in grammar.pronouns or word.low in grammar.coordinators
    )


def _is_adverb(words: Tokens, at: int, grammar: Grammar) -> bool:
    """Say whether a token is an adverb or a time; with an ending like theirs after a determiner it is a noun: "an ally"."""
    word, determined = words[at], at > 0 and words[at - 1].low in grammar.determiners
    ends = word.low.endswith(grammar.adverb_endings) and not word.is_capital and not determined
    return ends or word.low in grammar.between


def _is_between(words: Tokens, at: int, grammar: Grammar) -> bool:
    """Say whether a token may stand between a subject and its verb."""
    return words[at].low in grammar.auxiliaries or _is_adverb(words, at, grammar)


def _carries(words: Tokens, at: int, grammar: Grammar) -> bool:
    """Say whether a token can belong to the noun phrase that goes on after it."""
    word = words[at]
    if not word.is_word and word.low not in ("'s", "l'", "d'", "&", "-"):
        return word.text == "." and at > 0 and is_title(words[at - 1], grammar)
    if (
        word.low in grammar.said
        or (word.low in grammar.between and word.low not in grammar.determiners)  # "l'" is both
        or word.low in grammar.pronouns
        or word.low in grammar.auxiliaries
    ):
        return False
    return word.low not in grammar.breaks or (word.is_capital and at > 0)


def _phrase_start(words: Tokens, last: int, first: int, grammar: Grammar) -> int:
    """Give where the noun phrase starts that ends with a token."""
    start = last
    while start > first and last - start < _LONGEST and _carries(words, start - 1, grammar):
        low = words[start].low
        opened = low in grammar.determiners and low not in grammar.complements and start < last  # "des" is both
        if opened and words[start - 1].low not in grammar.connectives and not words[start - 1].low.endswith("'"):
            break
        start -= 1
    while start < last and words[start].low in grammar.coordinators:
        start += 1
    return start


def _clause_start(words: Tokens, at: int, first: int, grammar: Grammar) -> int:
    """Go back to the start of the clause that a token stands in."""
    while at > first and words[at - 1].text not in ",;:–—()" and words[at - 1].low not in grammar.clause_openers:
        at -= 1
    return at


def _author(words: Tokens, at: int, grammar: Grammar) -> tuple[Mention, int] | None:
    """Read the maker of a text: "the statement to the nation made by …"."""
    for number in range(at + 1, min(len(words), at + _LONGEST)):
        if words[number].text in ",.;:":
            return None
        phrase = phrase_at(words, number, grammar.authored)
        if phrase > 1:
            return mention_after(words, number + phrase, grammar)
    return None


def _with_apposition(words: Tokens, mention: Mention, stop: int, grammar: Grammar) -> tuple[Mention, int]:
    """Add the apposition after a mention: the role of a name, or the name of a role."""
    while stop < len(words) and words[stop].text in '”"’':
        stop += 1
    if stop + 1 >= len(words) or words[stop].text not in ",–—":
        return mention, stop
    at = _after_age(words, stop + 1)
    end = _apposition_end(words, at, grammar)
    if mention.kind != "person":
        name_stop = next((number for number in range(at, end) if words[number].text == ","), end)
        alone = mention.kind == "unnamed" and name_stop == at + 1
        at += at + 1 < name_stop and words[at].low in grammar.determiners and is_title(words[at + 1], grammar)
        name = analysed(words, at, name_stop, grammar) if at < name_stop else None
        if name and name.end > words[max(at, phrase_end(words, at, grammar) - 1)].end:
            name = None  # "un texte, signé par Ada Moru"
        if name and name.kind == "person" and (name.role or is_plain_name(words, at, name_stop, grammar, alone=alone)):
            return Mention(name.start, name.end, name.kind, name.role or (mention.start, mention.end)), name_stop
        return mention, stop
    if at < end and _is_apposition(words, at, end, grammar):
        return Mention(mention.start, mention.end, mention.kind, stretch(words, at, end) or mention.role), end
    return mention, stop


def _after_age(words: Tokens, at: int) -> int:
    """Skip an age between commas."""
    return at + 2 if at + 2 < len(words) and words[at].text.isdigit() and words[at + 1].text == "," else at


def _is_apposition(words: Tokens, at: int, end: int, grammar: Grammar) -> bool:
    """Say whether some tokens tell what a person is, rather than go on with the sentence."""
    first = words[at]
    if first.low in grammar.role_stops or first.low in grammar.said or first.low in grammar.auxiliaries:
        return False
    return first.is_capital or first.low in grammar.determiners or any(is_role(word, grammar) for word in words[at:end])


def _apposition_end(words: Tokens, at: int, grammar: Grammar) -> int:
    """Give the number of the token after an apposition: at a stop, or at a comma before a new clause."""
    end = at
    while end < len(words) and end - at < _ROLE_LONGEST:
        word = words[end]
        if word.text in ';:–—―?!"“”«»' or (word.text == "." and not _inside(words, end, grammar)):
            break
        if word.text == "," and (end + 1 >= len(words) or _opens_clause(words, end + 1, grammar)):
            break
        if word.low in grammar.relatives:
            break
        end += 1
    return end


def _inside(words: Tokens, stop: int, grammar: Grammar) -> bool:
    """Say whether a full stop is one of an abbreviation: of a title, or before a comma ("R-Orv.,")."""
    return is_title(words[stop - 1], grammar) or (stop + 1 < len(words) and words[stop + 1].text == ",")


def _opens_clause(words: Tokens, at: int, grammar: Grammar) -> bool:
    """Say whether the word after a comma goes on with the sentence, not with the apposition."""
    low = words[at].low
    if low in grammar.coordinators and at + 1 < len(words):
        listed = words[at + 1].is_capital or words[at + 1].low in grammar.connectives
        return not listed or is_full_name_at(words, at + 1, grammar)
    if low in grammar.role_stops or low in grammar.said or low in grammar.auxiliaries or low in grammar.pronouns:
        return True
    named = words[at].is_capital or is_role(words[at], grammar)
    return not (named or low in grammar.determiners or low in grammar.connectives)


def _before_apposition(words: Tokens, comma: int, first: int, grammar: Grammar) -> Mention | None:
    """Read a subject whose apposition stands between it and its verb: "Ada Moru, a lawyer in Velmora, said"."""
    first = next((number + 1 for number in range(comma - 1, first - 1, -1) if words[number].text == ":"), first)  # "Note: …"
    starts = [first, *(number + 1 for number in range(first, comma) if words[number].text in ",;–—")]
    stops = [*(number - 1 for number in starts[1:]), comma]
    while first < comma and words[first].low in grammar.coordinators:
        first += 1
        starts[0] = first
    for start, stop in zip(reversed(starts), reversed(stops), strict=True):
        name = analysed(words, start, stop, grammar) if start < stop and phrase_end(words, start, grammar) == stop else None
        told = name and name.role and not (words[start].low in grammar.determiners and name.role[0] > name.start)
        if name and name.kind == "person" and (told or is_plain_name(words, start, stop, grammar)):
            after = _after_age(words, stop + 1)
            if after < comma and _tells_role(words, after, grammar):
                return name._replace(role=stretch(words, after, comma))
            return name if name.role else _with_role_before(words, name, start - 1, first, grammar)
    for opening, stop in zip(starts, stops, strict=True):
        start = _subject_start(words, opening, stop, grammar)
        if start < stop and (words[start].low in grammar.determiners or words[start].is_capital):
            found = analysed(words, start, min(phrase_end(words, start, grammar), stop), grammar)
            if found:
                follows = found.kind == "person" and stop + 1 < comma and _tells_role(words, stop + 1, grammar)
                return found._replace(role=(stretch(words, stop + 1, comma) if follows else None) or found.role)
    return None


def _tells_role(words: Tokens, at: int, grammar: Grammar) -> bool:
    """Say whether the words after a name and its comma can be a role, not a clause or a participle."""
    return words[at].low not in grammar.role_stops and not is_participle(words[at], grammar)


def _subject_start(words: Tokens, start: int, stop: int, grammar: Grammar) -> int:
    """Give where the subject of a segment starts: after conjunctions, and at the name that ends a circumstance."""
    while start < stop and words[start].low in grammar.coordinators:
        start += 1
    if start < stop and opens_circumstance(words, start, grammar):
        return next((at for at in range(start + 1, stop) if is_plain_name(words, at, stop, grammar)), stop)
    return start


def opens_circumstance(words: Tokens, at: int, grammar: Grammar) -> bool:
    """Say whether a word opens a circumstance before the subject, such as "On Tuesday," or "Speaking in Velmora,"."""
    low = words[at].low
    if low in grammar.pronouns or low in grammar.determiners:
        return False
    following = words[at + 1].low if at + 1 < len(words) else ""
    if low.endswith(grammar.past_endings) and (following in grammar.prepositions or following in grammar.agents):
        return True  # "Preceded by a band, Ada Moru said"
    return low in grammar.breaks or low in grammar.openers or is_participle(words[at], grammar)


def is_participle(word: Token, grammar: Grammar) -> bool:
    """Say whether a word has the ending of a present participle, and is no "king" or "représentant"."""
    return word.low.endswith(grammar.participle_endings) and word.low not in grammar.people


def _with_role_before(words: Tokens, name: Mention, comma: int, first: int, grammar: Grammar) -> Mention:
    """Add the office that stands before a name and its comma: "the group's director, Ada Moru, said"."""
    if comma <= first or words[comma].text != ",":
        return name
    start = _clause_start(words, comma, first, grammar)
    office = words[start:comma]
    if office and any(is_role(word, grammar) for word in office):
        if office[0].low in grammar.determiners:
            return name._replace(role=stretch(words, start + 1, comma))
        if office[0].is_capital and office[0].low not in grammar.breaks:  # not "Speaking to the judges, Ada Moru said"
            return name._replace(role=stretch(words, start, comma))
    return name
