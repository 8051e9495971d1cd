"""Noun phrases that name a speaker: before or after a verb, with titles, roles and appositions taken apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from malirights.find.grammar import Grammar
from malirights.find.tokens import Token
from malirights.model import SpeakerKind

__all__ = ["Mention", "mention_after", "mention_before", "phrase_at", "subject_of"]

_Tokens = Sequence[Token]
_COORDINATES = frozenset("and but or et mais ou de d'".split())
_LONGEST = 16
_ROLE_LONGEST = 40
_NAME_LONGEST = 6
_CONNECTIVES = frozenset("of for and the at on de du des d' la le les l' à pour et en & from".split())
_STOPS_ROLE = frozenset(
    "who which whose whom where when while as after during before in on at following speaking told adding noting referring "
    "said says in because though although if since until by with that he she they it qui dont où lors après avant pendant "
    "depuis cité citée interrogé interrogée joint jointe dans".split()
)


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


def mention_after(words: _Tokens, at: int, grammar: Grammar) -> tuple[Mention, int] | None:
    """Read the noun phrase that starts at a token, with the apposition after it.

    Returns:
        The mention, and the number of the token after it and its apposition; None where no noun phrase starts there.
    """
    at = _skip_adverbs(words, at, grammar)
    while at < len(words) and words[at].text in "“\"‘":
        at += 1
    if at >= len(words) or (words[at].low in grammar.breaks and not words[at].is_capital and words[at].low not in grammar.pronouns):
        return None
    if words[at].low in grammar.pronouns:
        return Mention(words[at].start, words[at].end, None), at + 1
    if words[at].low in grammar.documents or (at + 1 < len(words) and words[at + 1].low in grammar.documents):
        author = _author(words, at, grammar)
        if author:
            return author
    stop = _plain_name_end(words, at, grammar)
    if stop:
        return _with_apposition(words, Mention(words[at].start, words[stop - 1].end, "person"), stop, grammar)
    stop = _phrase_end(words, at, grammar)
    mention = _analysed(words, at, stop, grammar)
    if mention is None:
        return None
    return _with_apposition(words, mention, stop, grammar)


def _plain_name_end(words: _Tokens, at: int, grammar: Grammar) -> int:
    """Give the number of the token after two or three capitalised words that are a name and nothing else; 0 where more is to be told."""
    stop = at
    while stop < len(words) and words[stop].text[0].isupper() and words[stop].low not in grammar.no_name:
        stop += 1
    return stop if 2 <= stop - at <= 3 and stop < len(words) and words[stop].text in ",.;" else 0  # noqa: PLR2004


def mention_before(words: _Tokens, cue: int, first: int, grammar: Grammar) -> Mention | None:
    """Read the subject that stands before a verb.

    Args:
        words: The tokens of the clause.
        cue: The number of the verb.
        first: The number of the first token that may belong to the subject.
        grammar: The words of the language.
    """
    last = cue - 1
    while last >= first and _is_between(words[last], grammar):
        last -= 1
    if last < first:
        return None
    if words[last].low in grammar.pronouns:
        if words[last].low in ("who", "qui") and last > first:
            return mention_before(words, last - (words[last - 1].text == ","), first, grammar)
        return Mention(words[last].start, words[last].end, None)
    if words[last].low in _COORDINATES:
        return None
    if words[last].text in ",–—":
        return _before_apposition(words, last, first, grammar)
    start = last
    while start > first and last - start < _LONGEST and _carries(words, start - 1, grammar):
        start -= 1
    found = _analysed(words, start, last + 1, grammar)
    if found and start > first and words[start - 1].low in ("in", "for", "at", "from", "of", "to", "on") and found.kind != "person":
        clause = _clause_start(words, start, first)
        if clause < start and (words[clause].low in grammar.determiners or words[clause].is_capital):
            wider = _analysed(words, clause, _phrase_end(words, clause, grammar), grammar)
            found = wider or found
    if found and found.kind == "person" and found.role is None and start > first and words[start - 1].text == ",":
        found = _with_role_before(words, found, start - 1, first, grammar)
    return found


def subject_of(words: _Tokens, first: int, stop: int, grammar: Grammar) -> Mention | None:
    """Read the first noun phrase of a clause, after an opening such as "On Tuesday,"."""
    at = first
    if at < stop and words[at].low in grammar.breaks and words[at].low not in grammar.pronouns:
        commas = [number for number in range(first, stop) if words[number].text == ","]
        if not commas:
            return None
        at = commas[0] + 1
    found = mention_after(words[:stop], at, grammar)
    return found[0] if found else None


def _skip_adverbs(words: _Tokens, at: int, grammar: Grammar) -> int:
    """Skip adverbs and times between a verb and its subject."""
    while at < len(words):
        aside = phrase_at(words, at, grammar.asides)
        if aside:
            at += aside
        elif words[at].low in grammar.pronouns:
            break
        elif words[at].low in grammar.between or (words[at].low.endswith("ly") and not words[at].is_capital):
            at += 1
        else:
            break
    return at


def phrase_at(words: _Tokens, at: int, index: Mapping[str, tuple[tuple[str, ...], ...]]) -> int:
    """Give how many tokens from one on are a phrase of an index; 0 where none starts there."""
    for phrase in index.get(words[at].low, ()):
        if len(phrase) == 1 or tuple(word.low for word in words[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def _is_between(word: Token, grammar: Grammar) -> bool:
    """Say whether a word may stand between a subject and its verb."""
    low = word.low
    return low in grammar.between or low in grammar.auxiliaries or (low.endswith("ly") and not word.is_capital) or low.endswith("n't")


def _carries(words: _Tokens, at: int, grammar: Grammar) -> bool:
    """Say whether a token can belong to the noun phrase that goes on after it."""
    word = words[at]
    if word.text in ".,;:!?…()[]–—―/\"“”«»''" or word.low in grammar.said or word.low in grammar.between:
        return bool(word.text == "." and at and words[at - 1].low in grammar.titles)
    if word.low in grammar.breaks and not word.is_capital:
        return False
    return word.low not in grammar.pronouns and word.low not in grammar.auxiliaries


def _clause_start(words: _Tokens, at: int, first: int) -> int:
    """Go back to the start of the clause that a token stands in."""
    while at > first and words[at - 1].text not in ",;:–—()" and words[at - 1].low not in ("that", "and", "but", "que", "et", "mais"):
        at -= 1
    return at


def _phrase_end(words: _Tokens, at: int, grammar: Grammar) -> int:
    """Give the number of the token after the noun phrase that starts at one."""
    stop = at
    while stop < len(words) and stop - at < _LONGEST:
        word = words[stop]
        following = words[stop + 1] if stop + 1 < len(words) else None
        if word.text == ".":
            if not (stop > at and words[stop - 1].low in grammar.titles and following and following.is_capital):
                break
        elif word.text == "(":
            if not (stop + 2 < len(words) and words[stop + 2].text == ")" and words[stop + 1].text.isupper()):
                break
            stop += 2
        elif not word.is_word and word.low not in ("'s", "’s", "&", "d'", "l'"):
            break
        elif stop > at and not word.is_capital and word.low not in _CONNECTIVES and (
            word.low in grammar.breaks or word.low in grammar.said or word.low in grammar.auxiliaries or word.low in grammar.between
        ):
            break
        elif stop > at and word.low in grammar.between and word.is_capital:
            break
        elif word.low in _CONNECTIVES and stop > at and not _joins(words, stop, grammar):
            break
        stop += 1
    while stop > at and (words[stop - 1].low in _CONNECTIVES or words[stop - 1].low in ("'s",)) and words[stop - 1].text != ")":
        stop -= 1
    return stop


def _joins(words: _Tokens, at: int, grammar: Grammar) -> bool:
    """Say whether "of", "and" and the like go on with the noun phrase: before a name, a determiner or a noun."""
    if at + 1 >= len(words):
        return False
    word, following = words[at], words[at + 1]
    if word.low in ("and", "et", "&"):
        return following.is_capital or following.low in grammar.roles
    if word.low in ("at", "on", "from", "for", "en", "à", "pour"):
        return following.is_capital or following.low in grammar.determiners or following.low in _CONNECTIVES
    return following.is_word or following.low in ("l'", "d'")


def _analysed(words: _Tokens, start: int, stop: int, grammar: Grammar) -> Mention | None:
    """Take a noun phrase apart into name and role."""
    while start < stop and words[start].low in grammar.determiners and not (words[start].is_capital and start + 1 < stop and words[start + 1].is_capital and words[start].low not in ("the", "a", "an", "le", "la", "les", "l'", "his", "her", "their", "its")):
        start += 1
    if start >= stop or not any(word.is_word for word in words[start:stop]):
        return None
    name = _name_start(words, start, stop, grammar)
    if name is not None:
        role = _role(words, start, name, grammar)
        end = _name_end(words, name, stop, grammar)
        if end < stop and role is None:
            role = _stretch(words, end, stop)
        return Mention(words[name].start, words[end - 1].end, "person", role)
    first, last = words[start].start, words[stop - 1].end
    return Mention(first, last, _kind(words, start, stop, grammar))


def _name_start(words: _Tokens, start: int, stop: int, grammar: Grammar) -> int | None:
    """Give where a person's name starts in a noun phrase: after its last role noun or title, or at its start."""
    roles = [number for number in range(start, stop) if _is_role(words[number], grammar)]
    after = roles[-1] + 1 if roles else start
    if after < stop and words[after].text == ".":
        after += 1
    while after < stop and (words[after].low in grammar.titles and after + 1 < stop or words[after].text == "."):
        after += 1
    if roles and after < stop and _is_name(words, after, stop, grammar):
        return after
    lower = max((number for number in range(start, stop) if words[number].text[0].islower() and words[number].low not in grammar.particles), default=None)
    if lower is not None and lower + 2 < stop and lower >= after - 1 and _is_name(words, lower + 1, stop, grammar) and words[lower].low not in _CONNECTIVES:  # noqa: E501
        return lower + 1
    if after >= stop and roles and not words[roles[-1]].is_capital and _name_end(words, start, stop, grammar) - start >= 2 and _is_name(words, start, roles[0], grammar):  # noqa: PLR2004
        # "Ada Moru researcher at …": a name with its role after it, and no comma between.
        return start
    begins = start
    while begins < stop and (words[begins].low in grammar.titles or words[begins].text == ".") and begins + 1 < stop:
        begins += 1
    if begins > start and not _is_name(words, begins, stop, grammar):
        begins = start
    end = _name_end(words, begins, stop, grammar)
    if end - begins >= (1 if begins > start or end == stop else 2) and _is_name(words, begins, end, grammar):
        return begins
    return None


def _is_role(word: Token, grammar: Grammar) -> bool:
    """Say whether a word is a role noun, also in the plural."""
    return word.low in grammar.roles or (word.low.endswith("s") and word.low[:-1] in grammar.roles)


def _name_end(words: _Tokens, start: int, stop: int, grammar: Grammar) -> int:
    """Give the number of the token after a person's name."""
    end = start
    while end < stop and end - start < _NAME_LONGEST:
        word = words[end]
        if word.is_capital:
            if end - start >= 2 and (_is_role(word, grammar) or _organisation_at(words, end, stop, grammar)):  # noqa: PLR2004 - a name has two words
                break
        elif not (word.low in grammar.particles and end + 1 < stop and (words[end + 1].is_capital or words[end + 1].low in grammar.particles)):
            break
        end += 1
    return end


def _is_name(words: _Tokens, start: int, stop: int, grammar: Grammar) -> bool:
    """Say whether tokens are a person's name: capitals and particles, no noun of an organisation, no place alone."""
    stop = min(stop, _name_end(words, start, stop, grammar))
    if start >= stop or not words[start].is_word:
        return False
    name = words[start:stop]
    if any(word.low in grammar.organisation_nouns or word.low in grammar.roles for word in name):
        return False
    if _organisation_at(words, start, stop, grammar):
        return False
    shouted = sum(word.text.isupper() and len(word.text) > 2 for word in name)  # noqa: PLR2004 - an initial has a stop
    if 0 < shouted < len(name) or (shouted and len(name) == 1):
        return False
    return name[0].is_capital and name[0].low not in grammar.regions and name[-1].low not in grammar.regions


def _organisation_at(words: _Tokens, at: int, stop: int, grammar: Grammar) -> int:
    """Give how many tokens from one on are the known name of an organisation; 0 where none starts there."""
    return phrase_at(words[:stop], at, grammar.organisations) if words[at].is_capital else 0


def _role(words: _Tokens, start: int, name: int, grammar: Grammar) -> tuple[int, int] | None:
    """Give the role that stands before a name; forms of address are none."""
    stop = name
    while stop > start and (words[stop - 1].low in grammar.titles or words[stop - 1].text == "."):
        stop -= 1
    if stop > start:
        return _stretch(words, start, name if words[name - 1].text != "." else stop)
    return None


def _stretch(words: _Tokens, start: int, stop: int) -> tuple[int, int] | None:
    """Give the offsets of some tokens, marks at both ends left out."""
    while start < stop and not (words[start].is_word or words[start].low in ("l'", "d'")):
        start += 1
    while stop > start and not words[stop - 1].is_word and words[stop - 1].text != ")":
        stop -= 1
    return (words[start].start, words[stop - 1].end) if start < stop else None


def _kind(words: _Tokens, start: int, stop: int, grammar: Grammar) -> SpeakerKind:
    """Tell what a noun phrase without a person's name names."""
    if _organisation_at(words, start, stop, grammar):
        return "organisation"
    capital = words[start].is_capital and any(word.is_capital for word in words[start:stop])
    if capital and any(_is_role(word, grammar) for word in words[start:stop]):
        return "office"
    if capital or any(word.low in grammar.organisation_nouns for word in words[start:stop]):
        return "organisation"
    return "unnamed"


def _author(words: _Tokens, at: int, grammar: Grammar) -> tuple[Mention, int] | None:
    """Read the maker of a text: "the statement to the nation made by …"."""
    limit = min(len(words), at + _LONGEST)
    for number in range(at + 1, limit):
        if words[number].text in ",.;:":
            return None
        for phrase in grammar.authored.get(words[number].low, ()):
            if len(phrase) > 1 and [word.low for word in words[number : number + len(phrase)]] == list(phrase):
                return mention_after(words, number + len(phrase), grammar)
    return None


def _with_apposition(words: _Tokens, mention: Mention, stop: int, grammar: Grammar) -> tuple[Mention, int]:
    """Add the apposition after a mention: the role of a name, or the name of a role."""
    while stop < len(words) and words[stop].text in "”\"’":
        stop += 1
    if stop + 1 >= len(words) or words[stop].text not in ",–—":
        return mention, stop
    at = stop + 1
    if words[at].text.isdigit() and at + 2 < len(words) and words[at + 1].text == ",":
        at += 2
    end = _apposition_end(words, at, grammar)
    if mention.kind != "person":
        name_stop = next((number for number in range(at, end) if words[number].text == ","), end)
        alone = mention.kind == "unnamed" and name_stop == at + 1 and _is_name(words, at, name_stop, grammar)
        if alone or _is_pure_name(words, at, name_stop, grammar):
            name = _analysed(words, at, name_stop, grammar)
            if name:
                return name._replace(role=(mention.start, mention.end)), name_stop
        return mention, stop
    if at < end and _is_apposition(words, at, end, grammar):
        return Mention(mention.start, mention.end, mention.kind, _stretch(words, at, end) or mention.role), end
    return mention, stop


def _is_apposition(words: _Tokens, at: int, end: int, grammar: Grammar) -> bool:
    """Say whether some tokens tell what a person is, rather than go on with the sentence."""
    if words[at].low in _STOPS_ROLE or words[at].low in grammar.said or words[at].low in grammar.auxiliaries:
        return False
    return any(_is_role(word, grammar) for word in words[at:end]) or words[at].low in grammar.determiners or words[at].is_capital


def _apposition_end(words: _Tokens, at: int, grammar: Grammar) -> int:
    """Give the number of the token after an apposition: at a stop, or at a comma before a new clause."""
    end = at
    while end < len(words) and end - at < _ROLE_LONGEST:
        word = words[end]
        if word.text in ";:–—―?!\"“”«»" or (word.text == "." and not words[end - 1].low in grammar.titles):
            break
        if word.text == "," and (end + 1 >= len(words) or _opens_clause(words[end + 1], grammar)):
            break
        if word.low in ("who", "which", "whose", "qui", "dont"):
            break
        end += 1
    return end


def _opens_clause(word: Token, grammar: Grammar) -> bool:
    """Say whether the word after a comma goes on with the sentence, not with the apposition."""
    low = word.low
    return low in _STOPS_ROLE or low in grammar.said or low in grammar.auxiliaries or low in grammar.pronouns or low.endswith("ing")


def _is_pure_name(words: _Tokens, start: int, stop: int, grammar: Grammar) -> bool:
    """Say whether tokens are nothing but a person's name of two words or more, with its titles."""
    while start < stop and (words[start].low in grammar.titles or words[start].text == ".") and start + 1 < stop:
        start += 1
    end = _name_end(words, start, stop, grammar)
    titled = start > 0 and words[start - 1].low in grammar.titles
    return end == stop and (stop - start >= 2 or titled) and _is_name(words, start, stop, grammar)  # noqa: PLR2004


def _before_apposition(words: _Tokens, comma: int, first: int, grammar: Grammar) -> Mention | None:
    """Read a subject whose apposition stands between it and its verb: "Ada Moru, a lawyer in Velmora, said"."""
    starts = [first, *(number + 1 for number in range(first, comma) if words[number].text in ",;–—")]
    stops = [*(number - 1 for number in starts[1:]), comma]
    for number in range(len(starts) - 1, -1, -1):
        start, stop = starts[number], stops[number]
        name = _analysed(words, start, stop, grammar) if start < stop and _phrase_end(words, start, grammar) == stop else None
        if name and name.kind == "person" and (name.role or _is_pure_name(words, start, stop, grammar)):
            if stop < comma:
                return name._replace(role=_stretch(words, stop + 1, comma))
            return name if name.role else _with_role_before(words, name, start - 1, first, grammar)
    for start, stop in zip(starts, stops, strict=True):
        if start < stop and (words[start].low in grammar.determiners or words[start].is_capital):
            at = _phrase_end(words, start, grammar)
            found = _analysed(words, start, min(at, stop), grammar)
            if found:
                role = _stretch(words, stop + 1, comma) if found.kind == "person" and stop < comma else found.role
                return found._replace(role=role or found.role)
    return None


def _with_role_before(words: _Tokens, name: Mention, comma: int, first: int, grammar: Grammar) -> Mention:
    """Add the office that stands before a name and its comma: "the group's director, Ada Moru, said"."""
    if comma <= first or words[comma].text != ",":
        return name
    start = _clause_start(words, comma, first)
    if start < comma and words[start].low in grammar.determiners and any(_is_role(word, grammar) for word in words[start:comma]):
        return name._replace(role=_stretch(words, start + 1, comma))
    return name
